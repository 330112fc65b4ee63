//! Who may come in: the one who brings the token that was printed at the start, once; from then on a cookie says so.

use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use frontwatch_core::digest::Digest;

/// The cookie's name.
const COOKIE: &str = "frontwatch";

/// The way in.
#[derive(Debug)]
pub struct Door {
    /// `127.0.0.1:PORT`: what a browser calls us when nobody has rebound a name.
    host: String,
    /// Digest of the token; taken by its first use.
    token: Mutex<Option<Digest>>,
    /// Digest of the cookie's value.
    cookie: Digest,
}

/// What whoever opens the door is given: both are secrets.
#[derive(Debug)]
pub struct Keys {
    /// For the address, once.
    pub token: String,
    /// For the cookie.
    pub cookie: String,
}

impl Door {
    /// A door for a server at this loopback port, and its keys.
    ///
    /// # Errors
    /// The system gives no randomness.
    pub fn new(port: u16) -> anyhow::Result<(Self, Keys)> {
        let keys = Keys { token: secret()?, cookie: secret()? };
        let door = Self {
            host: format!("127.0.0.1:{port}"),
            token: Mutex::new(Some(Digest::of(keys.token.as_bytes()))),
            cookie: Digest::of(keys.cookie.as_bytes()),
        };
        Ok((door, keys))
    }

    /// Takes the token; it opens once. Only to a request for our own address.
    pub fn admits(&self, headers: &HeaderMap, token: &str) -> bool {
        let mut known = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let right = self.is_ours(headers) && *known == Some(Digest::of(token.as_bytes()));
        if right {
            *known = None;
        }
        right
    }

    /// The header that lets a browser in from now on; a page of another site can't send it.
    ///
    /// # Errors
    /// Never: a secret is hexadecimal.
    pub fn cookie(value: &str) -> anyhow::Result<HeaderValue> {
        Ok(format!("{COOKIE}={value}; HttpOnly; SameSite=Strict; Path=/").parse()?)
    }

    /// Why a request is refused; none if it may pass.
    pub fn refuses(&self, method: &Method, headers: &HeaderMap) -> Option<StatusCode> {
        if !self.is_ours(headers) {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let known = cookies.flat_map(|value| value.split("; ")).any(|pair| {
            pair.strip_prefix(COOKIE)
                .and_then(|rest| rest.strip_prefix('='))
                .is_some_and(|value| Digest::of(value.as_bytes()) == self.cookie)
        });
        if !known {
            return Some(StatusCode::UNAUTHORIZED);
        }
        let origin = headers.get(header::ORIGIN).map(HeaderValue::as_bytes);
        let own = format!("http://{}", self.host);
        match (method, origin) {
            (&Method::GET | &Method::HEAD, None) => None,
            (_, Some(origin)) if origin == own.as_bytes() => None,
            _ => Some(StatusCode::FORBIDDEN),
        }
    }

    fn is_ours(&self, headers: &HeaderMap) -> bool {
        headers.get(header::HOST).is_some_and(|host| host.as_bytes() == self.host.as_bytes())
    }
}

/// 256 bits from the system, in hexadecimal.
fn secret() -> anyhow::Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("the system gives no randomness: {error}"))?;
    Ok(Digest::from_bytes(bytes).to_string())
}
