//! Commands over HTTP, on 127.0.0.1 alone; and the sign-in page of a captive network, which a fault leads to.
//!
//! A page in a browser on this computer could send commands too, so whatever carries `Origin`, which browsers add to
//! every request of that kind, is refused.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use serde_json::json;
use tokio::net::TcpListener;
use url::form_urlencoded;

use crate::attack::Attack;
use crate::door::Door;
use crate::fault::Fault;
use crate::newsroom::{ALL, House};
use crate::serve::{Body, whole};

const HELP: &str = "\
GET  /outlets                              the outlets, as a JSON array
GET  /log                                  the last requests, one JSON object a line
GET  /config?interval=2s                   a configuration of Frontwatch
POST /publish[?outlet=NAME]                publish, everywhere or at one outlet
POST /attack?outlet=NAME|all&attack=…      attack
POST /fault?outlet=NAME|all&fault=…        fail (slow:2.5 takes seconds)
POST /clear?outlet=NAME|all                take back attacks and fault
POST /log/clear                            empty the log
";
const PORTAL: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Free Wi-Fi: sign in</title></head>\
<body><h1>Welcome to the harbour café's network</h1><form method=\"post\" action=\"/portal\">\
<label><input type=\"checkbox\" name=\"terms\"> I accept the terms of use</label><button>Go online</button></form></body></html>\n";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// Takes commands for `house` at `listener`.
pub(crate) fn open(listener: TcpListener, house: Arc<House>) -> Door {
    Door::open(listener, move |request| {
        let house = Arc::clone(&house);
        async move { Ok(obey(&house, &request).await) }
    })
}

async fn obey(house: &House, request: &Request<Incoming>) -> Response<Body> {
    let uri = request.uri();
    if uri.path() == "/portal" {
        return say(StatusCode::OK, "text/html; charset=utf-8", PORTAL);
    }
    if request.headers().contains_key(header::ORIGIN) {
        return complain(StatusCode::FORBIDDEN, "commands are not taken from web pages");
    }
    let argument = |name: &str| {
        let mut pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let outlet = argument("outlet").unwrap_or_else(|| ALL.to_owned());
    let done = match (request.method(), uri.path()) {
        (&Method::GET, "/") => return say(StatusCode::OK, TEXT, HELP),
        (&Method::GET, "/outlets") => {
            return say(StatusCode::OK, JSON, json!(house.outlets().collect::<Vec<_>>()).to_string());
        }
        (&Method::GET, "/log") => {
            let lines: String = house.log().visits().iter().map(|visit| json!(visit).to_string() + "\n").collect();
            return say(StatusCode::OK, "application/x-ndjson", lines);
        }
        (&Method::GET, "/config") => {
            let interval = argument("interval").unwrap_or_else(|| "30s".to_owned());
            return say(StatusCode::OK, "application/toml", house.config(&interval));
        }
        (&Method::POST, "/log/clear") => {
            house.log().forget();
            Ok(())
        }
        (&Method::POST, "/publish") => house.publish(&outlet).await,
        (&Method::POST, "/clear") => house.restore(&outlet).await,
        (&Method::POST, "/attack") => match argument("attack").unwrap_or_default().parse::<Attack>() {
            Ok(attack) => house.attack(&outlet, attack).await,
            Err(error) => return complain(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        (&Method::POST, "/fault") => match argument("fault").unwrap_or_default().parse::<Fault>() {
            Ok(fault) => house.fault(&outlet, fault).await,
            Err(error) => return complain(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        _ => {
            return complain(StatusCode::NOT_FOUND, "there is no such command; GET / lists them");
        }
    };
    match done {
        Ok(()) => say(StatusCode::OK, JSON, "{\"done\":true}"),
        Err(error) => complain(StatusCode::CONFLICT, &error.to_string()),
    }
}

fn complain(status: StatusCode, error: &str) -> Response<Body> {
    say(status, JSON, json!({ "error": error }).to_string())
}

fn say(status: StatusCode, media: &'static str, text: impl Into<Bytes>) -> Response<Body> {
    let mut response = Response::new(whole(text.into()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}
