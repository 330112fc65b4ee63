//! What is served: the built interface, its requests, and that something changed.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Query, Request as HttpRequest, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use frontwatch_core::exchange;
use frontwatch_core::text::desktop::Trouble;
use frontwatch_demo::Desks;
use frontwatch_engine::api::request::{Failure, Reply, Request, Shell};
use futures_util::stream::{self, Stream};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::Door;

/// The same as in the shell, where the requests go to this server.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                   connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The longest request, in bytes: the longest list of outlets, each of whose bytes may take six in JSON, and what stands around it.
const LONGEST: usize = 6 * exchange::LARGEST + 4096;
/// Between two words of change.
const PACE: Duration = Duration::from_millis(200);

#[derive(Clone)]
struct Host {
    desks: Arc<Desks>,
    door: Arc<Door>,
    cookie: Arc<str>,
}

/// Serves the interface in `dist` on a free port of 127.0.0.1 (or on this one). Returns the address to open, with its
/// one-time token, and the server, which runs until it is dropped.
///
/// # Errors
/// The port is taken.
pub async fn serve(
    desks: Arc<Desks>,
    dist: &Path,
    port: u16,
) -> anyhow::Result<(String, impl Future<Output = ()> + use<>)> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let port = listener.local_addr()?.port();
    let (door, keys) = Door::new(port)?;
    let host = Host { desks, door: Arc::new(door), cookie: keys.cookie.into() };
    let inside = Router::new()
        .route("/ask", post(ask))
        .route("/shell", get(shell))
        .route("/events", get(events))
        .fallback_service(ServeDir::new(dist))
        .layer(DefaultBodyLimit::max(LONGEST))
        .layer(middleware::from_fn_with_state(host.clone(), guard))
        .with_state(host.clone());
    let router = Router::new()
        .route("/enter", get(enter))
        .with_state(host)
        .merge(inside)
        .layer(middleware::map_response(harden));
    let address = format!("http://127.0.0.1:{port}/enter?token={}", keys.token);
    let server = async move {
        if let Err(error) = axum::serve(listener, router).await {
            complain(&error);
        }
    };
    Ok((address, server))
}

#[expect(clippy::print_stderr, reason = "a tool for tests, on a terminal")]
fn complain(error: &std::io::Error) {
    eprintln!("the browser host has ended: {error}");
}

#[derive(serde::Deserialize)]
struct Token {
    #[serde(default)]
    token: String,
}

/// The token becomes a cookie, and goes out of the address.
async fn enter(State(host): State<Host>, Query(Token { token }): Query<Token>, request: HttpRequest) -> Response {
    if !host.door.admits(request.headers(), &token) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match Door::cookie(&host.cookie) {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn guard(State(host): State<Host>, request: HttpRequest, next: Next) -> Response {
    match host.door.refuses(request.method(), request.headers()) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    }
}

async fn harden(mut response: Response<Body>) -> Response<Body> {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CSP),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn ask(
    State(host): State<Host>,
    request: Result<Json<Request>, JsonRejection>,
) -> Result<Json<Reply>, (StatusCode, Json<Failure>)> {
    let failed = |failure| (StatusCode::UNPROCESSABLE_ENTITY, Json(failure));
    let Json(request) = request
        .map_err(|rejection| failed(Failure::of(&Trouble::BadRequest(rejection.body_text()), host.desks.speech())))?;
    host.desks.answer(request).await.map(Json).map_err(failed)
}

/// A browser has no tray and starts at no login.
async fn shell() -> Json<Shell> {
    Json(Shell { autostart: None, word: None, quitting: false })
}

/// That something changed; what, the window asks for.
async fn events(State(host): State<Host>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = stream::unfold(host.desks.changes(), |mut changes| async move {
        changes.changed().await.ok()?;
        tokio::time::sleep(PACE).await;
        // A browser lets an event fall that has no data.
        Some((Ok(Event::default().event("changed").data("overview")), changes))
    });
    Sse::new(changes).keep_alive(KeepAlive::default())
}
