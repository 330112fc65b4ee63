//! Answers requests to an outlet: finds the page, encodes it, compares validators, or does what a fault says.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use url::Url;
use xxhash_rust::xxh3::xxh3_64;

use crate::door::Severed;
use crate::fault::{self, Effect};
use crate::log::{Log, Visit, kept};
use crate::page::{admin, article, feed};
use crate::site::{Edition, Site};
use crate::template::{self, Template};

/// The body of an answer.
pub(crate) type Body = UnsyncBoxBody<Bytes, std::io::Error>;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const PNG: &str = "image/png";

/// A page before it is encoded.
struct Page {
    status: StatusCode,
    media: &'static str,
    content: Content,
    /// What names its bytes and since when they are so; nothing where each load is its own.
    validators: Option<(u64, Timestamp)>,
}

/// Where a page's bytes come from.
enum Content {
    Front,
    Admin,
    Section(usize),
    Bytes(Vec<u8>),
}

/// Answers `request` to `site`, and notes it in `log`. A captive network's sign-in page is at `portal`.
pub(crate) async fn serve(
    site: Arc<Site>,
    log: Arc<Log>,
    portal: Url,
    request: Request<Incoming>,
) -> Result<Response<Body>, Severed> {
    let (edition, fault) = site.now();
    let note = |status| log.note(visit(&site, &request, status));
    let path = request.uri().path();
    let cut = match fault.map(|fault| fault::effect(fault, path, &portal)) {
        Some(Effect::Instead(response)) => {
            note(Some(response.status().as_u16()));
            return Ok(*response);
        }
        Some(Effect::Silence) => {
            note(None);
            return std::future::pending().await;
        }
        Some(Effect::Reset) => {
            note(None);
            return Err(Severed);
        }
        Some(Effect::After(time)) => {
            tokio::time::sleep(time).await;
            None
        }
        Some(Effect::Cut(cut)) => Some(cut),
        None => None,
    };
    let (parts, body) = answer(&site, &edition, request.method(), path, request.headers()).into_parts();
    note(Some(parts.status.as_u16()));
    Ok(match cut {
        Some(cut) if !body.is_empty() => fault::broken(parts, &body, cut),
        _ => Response::from_parts(parts, whole(body)),
    })
}

/// A body that is sent as it is.
pub(crate) fn whole(bytes: Bytes) -> Body {
    Full::new(bytes).map_err(|never: Infallible| match never {}).boxed_unsync()
}

fn visit(site: &Site, request: &Request<Incoming>, status: Option<u16>) -> Visit {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).map(|value| kept(value.as_bytes())).unwrap_or_default();
    Visit {
        at: Timestamp::now(),
        outlet: Arc::clone(&site.identity.name),
        method: request.method().to_string(),
        path: kept(request.uri().path_and_query().map_or("/", |path| path.as_str()).as_bytes()),
        status,
        conditional: headers.contains_key(header::IF_NONE_MATCH) || headers.contains_key(header::IF_MODIFIED_SINCE),
        accept_encoding: text(header::ACCEPT_ENCODING),
        user_agent: text(header::USER_AGENT),
    }
}

/// The outlet's own answer.
fn answer(site: &Site, edition: &Edition, method: &Method, path: &str, asked: &HeaderMap) -> Response<Bytes> {
    let page = match *method {
        Method::GET | Method::HEAD => find(site, edition, path),
        // Nobody gets in: the login page again, as after a wrong password.
        Method::POST if path == "/admin/login" => own(Content::Admin),
        _ => Page {
            status: StatusCode::METHOD_NOT_ALLOWED,
            media: HTML,
            content: Content::Bytes(Vec::new()),
            validators: None,
        },
    };
    let textual = page.media != PNG;
    let packed = textual && site.gzip && accepts_gzip(asked);
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = page.status;
    let headers = response.headers_mut();
    headers.insert(header::SERVER, HeaderValue::from_static("nginx"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some((tag, since)) = page.validators.filter(|_| site.validators || is_file(&page)) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
        validate(headers, tag, since, packed);
        if page.status == StatusCode::OK && unchanged(asked, tag, since) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
    } else {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(page.media));
    let load = || site.load(edition, page.validators.is_some());
    let fill = |template: &Template| {
        if packed { template.gzip(&load()) } else { template.plain(&load()) }
    };
    let body = match &page.content {
        Content::Front => fill(&edition.front),
        Content::Admin => fill(&edition.admin),
        Content::Section(section) => fill(&edition.sections[*section]),
        Content::Bytes(bytes) if packed => template::gzip(bytes),
        Content::Bytes(bytes) => bytes.clone(),
    };
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    *response.body_mut() = Bytes::from(body);
    response
}

/// What its next visitor loads at `path`, whatever goes wrong there otherwise: the status, the media type, and the bytes.
pub(crate) fn printed(site: &Site, path: &str) -> (u16, &'static str, Vec<u8>) {
    let (edition, _) = site.now();
    let page = find(site, &edition, path);
    let fill = |template: &Template| template.plain(&site.load(&edition, page.validators.is_some()));
    let bytes = match page.content {
        Content::Front => fill(&edition.front),
        Content::Admin => fill(&edition.admin),
        Content::Section(section) => fill(&edition.sections[section]),
        Content::Bytes(bytes) => bytes,
    };
    (page.status.as_u16(), page.media, bytes)
}

/// What stands at `path`.
fn find(site: &Site, edition: &Edition, path: &str) -> Page {
    let fixed = |media, bytes: Vec<u8>, since| Page {
        status: StatusCode::OK,
        media,
        validators: Some((xxh3_64(&bytes), since)),
        content: Content::Bytes(bytes),
    };
    let sections = &site.identity.lexicon.sections;
    let section = || sections.iter().position(|section| path.trim_matches('/') == section.slug);
    match path {
        "/" => Page {
            status: StatusCode::OK,
            media: HTML,
            content: Content::Front,
            validators: Some((edition.front_tag, edition.since)),
        },
        "/feed.xml" => fixed("application/rss+xml; charset=utf-8", edition.feed.clone().into_bytes(), edition.since),
        "/admin/" => own(Content::Admin),
        "/api/users" => Page {
            status: StatusCode::OK,
            media: "application/json",
            content: Content::Bytes(admin::users(&edition.attacks).to_string().into_bytes()),
            validators: None,
        },
        "/style.css" => {
            let (style, since) = site.style(edition);
            fixed(CSS, style.into_bytes(), since)
        }
        "/app.js" => {
            let (script, since) = site.script(edition);
            fixed(SCRIPT, script.into_bytes(), since)
        }
        _ => {
            if let Some(section) = section() {
                own(Content::Section(section))
            } else if let Some(picture) = site.picture(edition, path) {
                fixed(PNG, picture, edition.since)
            } else if let Some(article) = site.article(edition, path) {
                fixed(HTML, article.into_bytes(), site.opened)
            } else {
                let page = article::draw_not_found(&site.identity, &site.base);
                Page { status: StatusCode::NOT_FOUND, ..own(Content::Bytes(page.into_bytes())) }
            }
        }
    }
}

/// Whether it is a file that pages load: those have validators at every outlet, as servers give them.
fn is_file(page: &Page) -> bool {
    matches!(page.media, CSS | SCRIPT | PNG)
}

/// A page of which each load is its own.
fn own(content: Content) -> Page {
    Page { status: StatusCode::OK, media: HTML, content, validators: None }
}

/// Adds `ETag`, and `Last-Modified` once a date can tell this edition from the one before (RFC 9110, 8.8.2.2).
fn validate(headers: &mut HeaderMap, tag: u64, since: Timestamp, packed: bool) {
    // The gzipped bytes are not those of the plain page, so only the plain tag may be strong.
    let tag = if packed { format!("W/\"{tag:016x}\"") } else { format!("\"{tag:016x}\"") };
    let settled = since.as_second() < Timestamp::now().as_second();
    let date = settled.then(|| (header::LAST_MODIFIED, feed::date(since)));
    for (name, text) in [(header::ETAG, tag)].into_iter().chain(date) {
        if let Ok(value) = HeaderValue::from_str(&text) {
            headers.insert(name, value);
        }
    }
}

/// Whether what the visitor holds is what is there; `If-None-Match` outweighs the date (RFC 9110, 13.2.2).
fn unchanged(asked: &HeaderMap, tag: u64, since: Timestamp) -> bool {
    if asked.contains_key(header::IF_NONE_MATCH) {
        let ours = format!("\"{tag:016x}\"");
        let theirs = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        return theirs
            .flat_map(|list| list.split(','))
            .map(str::trim)
            .any(|held| held == "*" || held.trim_start_matches("W/") == ours);
    }
    asked
        .get(header::IF_MODIFIED_SINCE)
        .and_then(|value| value.to_str().ok())
        .and_then(|date| DateTimeParser::new().parse_timestamp(date).ok())
        .is_some_and(|date| since.as_second() <= date.as_second())
}

fn accepts_gzip(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("gzip") && weight.is_none_or(|q| q > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_sent_only_where_it_is_accepted() {
        for (asked, expected) in [
            ("gzip", true),
            ("GZIP;q=0.5, br", true),
            ("br, gzip", true),
            ("gzip;q=0", false),
            ("br", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(asked));
            assert_eq!(accepts_gzip(&headers), expected, "{asked:?}");
        }
    }

    #[test]
    fn a_tag_outweighs_a_date() {
        let since = Timestamp::from_second(1_800_000_000).unwrap();
        let later = "Thu, 01 Jan 2032 00:00:00 GMT";
        for (none_match, modified, expected) in [
            (Some("\"000000000000002a\""), None, true),
            (Some("W/\"000000000000002a\""), None, true),
            (Some("\"0\", \"000000000000002a\""), None, true),
            (Some("*"), None, true),
            (Some("\"0\""), Some(later), false),
            (None, Some(later), true),
            (None, Some("Thu, 01 Jan 2026 00:00:00 GMT"), false),
            (None, Some("yesterday"), false),
            (None, None, false),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [(header::IF_NONE_MATCH, none_match), (header::IF_MODIFIED_SINCE, modified)] {
                if let Some(value) = value {
                    headers.insert(name, HeaderValue::from_static(value));
                }
            }
            assert_eq!(unchanged(&headers, 42, since), expected, "{none_match:?} {modified:?}");
        }
    }
}
