//! What goes wrong between an outlet and its readers, by name; and how each is done on the wire.

use std::fmt;
use std::io;
use std::str::FromStr;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use http::header::{self, HeaderValue};
use http::{Response, StatusCode};
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::Frame;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::serve::Body;
use crate::template::repeated_gzip;

/// Something that goes wrong for every address of an outlet. One holds at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Fault {
    /// 500 with a short error page.
    Error500,
    /// 502 with a short error page.
    Error502,
    /// 503 with `Retry-After` and a maintenance page.
    Maintenance,
    /// 403 with `cf-mitigated: challenge`: a robot check.
    Challenge,
    /// 403 and nothing else to say.
    Refused,
    /// The request is read and never answered.
    Hang,
    /// The page comes after this time.
    Slow(Duration),
    /// The connection is reset (RST) in the place of an answer.
    Reset,
    /// Nobody listens: connections are refused, open ones are closed.
    Closed,
    /// The connection ends in the middle of the body.
    Truncated,
    /// The body is whole, but `Content-Length` promises 1,000 bytes more before the connection ends.
    WrongLength,
    /// 302 to a portal's sign-in page on another host.
    Captive,
    /// A body of 12 MiB, streamed.
    Oversize,
    /// About 260 kB that are 256 MiB when decoded.
    GzipBomb,
    /// A redirect to one more address of the outlet, for ever.
    RedirectLoop,
}

const MIB: usize = 1 << 20;
const OVERSIZE_BYTES: usize = 12 * MIB;
const BOMB_MIB: usize = 256;
/// What `Fault::WrongLength` promises too much.
const MISSING_BYTES: usize = 1000;

/// The name of each fault, and the fault; `slow` stands for every duration.
const NAMES: [(&str, Fault); 15] = [
    ("error-500", Fault::Error500),
    ("error-502", Fault::Error502),
    ("maintenance", Fault::Maintenance),
    ("challenge", Fault::Challenge),
    ("refused", Fault::Refused),
    ("hang", Fault::Hang),
    ("slow", Fault::Slow(Duration::from_secs(8))),
    ("reset", Fault::Reset),
    ("closed", Fault::Closed),
    ("truncated", Fault::Truncated),
    ("wrong-length", Fault::WrongLength),
    ("captive", Fault::Captive),
    ("oversize", Fault::Oversize),
    ("gzip-bomb", Fault::GzipBomb),
    ("redirect-loop", Fault::RedirectLoop),
];

impl Fault {
    /// Every fault; `slow` with 8 seconds.
    pub const ALL: [Self; NAMES.len()] = {
        let mut all = [Self::Hang; NAMES.len()];
        let mut i = 0;
        while i < NAMES.len() {
            all[i] = NAMES[i].1;
            i += 1;
        }
        all
    };
}

impl fmt::Display for Fault {
    /// Its name on the command line, in addresses and in JSON; `slow:2.5` with its seconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Slow(time) = self {
            return write!(f, "slow:{}", time.as_secs_f64());
        }
        NAMES.iter().find(|(_, fault)| fault == self).map_or(Ok(()), |(name, _)| f.write_str(name))
    }
}

/// No fault has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no fault is called {0:?}; there are: {names} (slow may have seconds: slow:2.5)", names = NAMES.map(|(name, _)| name).join(", "))]
pub struct NotAFault(pub String);

impl FromStr for Fault {
    type Err = NotAFault;

    fn from_str(name: &str) -> Result<Self, NotAFault> {
        let unknown = || NotAFault(name.to_owned());
        if let Some(seconds) = name.strip_prefix("slow:") {
            let seconds = seconds.parse().map_err(|_| unknown())?;
            return Duration::try_from_secs_f64(seconds).map(Self::Slow).map_err(|_| unknown());
        }
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, fault)| *fault).ok_or_else(unknown)
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        fault.to_string()
    }
}

impl TryFrom<String> for Fault {
    type Error = NotAFault;

    fn try_from(name: String) -> Result<Self, NotAFault> {
        name.parse()
    }
}

/// What a fault does to a request.
pub(crate) enum Effect {
    /// This in the place of an answer.
    Instead(Box<Response<Body>>),
    /// The outlet's own answer after this time.
    After(Duration),
    /// The outlet's own answer, of which this many bytes are sent and that many promised.
    Cut(fn(usize) -> Promise),
    /// No answer, ever.
    Silence,
    /// The connection is reset.
    Reset,
}

/// How a body is sent that does not keep its word, in bytes.
pub(crate) struct Promise {
    sent: usize,
    promised: usize,
}

/// What `fault` does to a request for `path`, where `portal` is the sign-in page of a captive network.
pub(crate) fn effect(fault: Fault, path: &str, portal: &Url) -> Effect {
    match fault {
        Fault::Error500 => short(StatusCode::INTERNAL_SERVER_ERROR, "500 Internal Server Error"),
        Fault::Error502 => short(StatusCode::BAD_GATEWAY, "502 Bad Gateway"),
        Fault::Refused => short(StatusCode::FORBIDDEN, "403 Forbidden"),
        Fault::Maintenance => {
            let page = document("Scheduled maintenance", "<p>We will be back soon. Thank you for your patience.</p>");
            instead(StatusCode::SERVICE_UNAVAILABLE, &[("retry-after", "120")], page)
        }
        Fault::Challenge => {
            let page = document(
                "Just a moment...",
                "<p>Checking that you are not a robot. Enable JavaScript and cookies to continue.</p>",
            );
            instead(StatusCode::FORBIDDEN, &[("cf-mitigated", "challenge"), ("server", "cloudflare")], page)
        }
        Fault::Captive => instead(StatusCode::FOUND, &[("location", portal.as_str())], String::new()),
        Fault::RedirectLoop => {
            let turn = path.strip_prefix("/turn/").and_then(|n| n.parse::<u64>().ok()).unwrap_or(0);
            instead(StatusCode::FOUND, &[("location", &format!("/turn/{}", turn.wrapping_add(1)))], String::new())
        }
        Fault::Oversize => Effect::Instead(Box::new(oversize())),
        Fault::GzipBomb => Effect::Instead(Box::new(bomb())),
        Fault::Slow(time) => Effect::After(time),
        Fault::Truncated => Effect::Cut(|whole| Promise { sent: whole / 2, promised: whole }),
        Fault::WrongLength => Effect::Cut(|whole| Promise { sent: whole, promised: whole + MISSING_BYTES }),
        Fault::Hang => Effect::Silence,
        // A request that was on its way when the door was closed.
        Fault::Reset | Fault::Closed => Effect::Reset,
    }
}

/// `parts` with a body that breaks its promise: `cut` of `whole`, then the end of the connection.
pub(crate) fn broken(mut parts: http::response::Parts, whole: &Bytes, cut: fn(usize) -> Promise) -> Response<Body> {
    let Promise { sent, promised } = cut(whole.len());
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(promised));
    let first = whole.slice(..sent);
    // The pause lets the first part reach the wire: an error at once would take it along.
    let body = stream::unfold(Some(first), |part| async move {
        if let Some(part) = part {
            return Some((Ok(Frame::data(part)), None));
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
        Some((Err(io::Error::from(io::ErrorKind::BrokenPipe)), None))
    });
    Response::from_parts(parts, StreamBody::new(body).boxed_unsync())
}

fn short(status: StatusCode, text: &str) -> Effect {
    instead(status, &[], document(text, "<hr><center>nginx</center>"))
}

fn document(title: &str, body: &str) -> String {
    format!(
        "<html>\n<head><title>{title}</title></head>\n<body>\n<center><h1>{title}</h1></center>\n{body}\n</body>\n</html>\n"
    )
}

fn instead(status: StatusCode, headers: &[(&'static str, &str)], page: String) -> Effect {
    let mut response = Response::new(Full::from(page).map_err(|never| match never {}).boxed_unsync());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(*name, value);
        }
    }
    Effect::Instead(Box::new(response))
}

fn oversize() -> Response<Body> {
    const LINE: &[u8] = b"<p>The same sentence, over and over, until nobody wants to read it.</p>\n";
    let chunk = Bytes::from(LINE.repeat(64 * 1024 / LINE.len()));
    let body = stream::unfold(0, move |sent| {
        let chunk = chunk.clone();
        async move { (sent < OVERSIZE_BYTES).then(|| (Ok(Frame::data(chunk.clone())), sent + chunk.len())) }
    });
    let mut response = Response::new(StreamBody::new(body).boxed_unsync());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

fn bomb() -> Response<Body> {
    let body = repeated_gzip(&vec![b' '; MIB], BOMB_MIB);
    let mut response = Response::new(Full::from(body).map_err(|never| match never {}).boxed_unsync());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_back_as_its_fault() {
        for fault in Fault::ALL {
            assert_eq!(fault.to_string().parse(), Ok(fault));
            assert_eq!(serde_json::to_string(&fault).unwrap(), format!("\"{fault}\""));
        }
        assert_eq!("slow:2.5".parse(), Ok(Fault::Slow(Duration::from_millis(2500))));
        assert_eq!("slow".parse(), Ok(Fault::Slow(Duration::from_secs(8))));
    }

    #[test]
    fn refuses_what_is_no_fault() {
        for bad in ["", "slow:", "slow:-1", "slow:NaN", "slow:1e300", "Hang"] {
            assert!(bad.parse::<Fault>().is_err(), "{bad}");
        }
    }
}
