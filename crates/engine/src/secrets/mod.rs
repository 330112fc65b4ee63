//! The credentials that admin endpoints, webhooks and mail servers are asked with, and the keychain that keeps them: the port [`Secrets`].
//!
//! **Architecture invariant:** a secret is sent to the one origin that it belongs to and to nobody else, and reaches no log, no
//! capture, no error and no window. Here alone it becomes a header; everything else knows its name.
//!
//! [`Secrets`]: crate::ports::Secrets

mod keychain;

use std::fmt;

use frontwatch_core::channel::MailServer;
use frontwatch_core::text::Message;
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};
use reqwest::RequestBuilder;
use serde::{Deserialize, Serialize};
use url::{Host, Url};
use zeroize::Zeroizing;

pub use keychain::Keychain;

/// The most bytes of a secret: keychains and servers take little more than this.
const LONGEST: usize = 2000;

/// The scheme of mail servers' origins.
const SMTP: &str = "smtp";

/// Headers by which a request is understood: a secret in one of these would make it another request.
const RESERVED: [&str; 9] = [
    "host",
    "connection",
    "content-length",
    "transfer-encoding",
    "upgrade",
    "te",
    "trailer",
    "accept-encoding",
    "proxy-authorization",
];

/// How a secret is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// `Authorization: Basic` (RFC 7617): the secret is `user:password`. Application passwords of WordPress are sent so.
    Basic,
    /// `Authorization: Bearer` (RFC 6750).
    Bearer,
    /// A header of this name.
    Header(String),
}

impl Manner {
    /// What it is called.
    pub fn message(&self) -> Message {
        match self {
            Self::Basic => Message::new("credential-basic"),
            Self::Bearer => Message::new("credential-bearer"),
            Self::Header(name) => Message::new("credential-header").own("name", name),
        }
    }
}

/// A secret, how it is sent, and to whom. What it is stands in no output: it has no `Display`, and `Debug` leaves it out.
#[derive(Clone)]
pub struct Credential {
    origin: Url,
    manner: Manner,
    secret: Zeroizing<String>,
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential")
            .field("origin", &self.origin())
            .field("manner", &self.manner)
            .finish_non_exhaustive()
    }
}

/// Why something is no credential. Never holds the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Not an origin.
    #[error(
        "this is no origin: write scheme and host, and a port where it is unusual, such as https://report.example or smtp://smtp.example:465"
    )]
    Origin,
    /// It would be sent so that everybody on the way can read it.
    #[error("a secret is sent over https only: over http everybody on the way could read it")]
    InTheClear,
    /// Nothing, or too much.
    #[error("the secret must have from 1 to {LONGEST} bytes")]
    Length,
    /// A token for a mail server.
    #[error("a mail server takes a user and a password: write user:password, without --bearer or --header")]
    Mail,
    /// `user:password` has no colon.
    #[error("for a user and a password write user:password; for a token say --bearer or --header NAME")]
    NoColon,
    /// Control characters, or letters that a header can't hold.
    #[error("the secret holds characters that cannot be sent, such as a line end")]
    Characters,
    /// The header's name is none, or is one by which a request is understood.
    #[error("a secret cannot be sent in a header of this name")]
    Header,
}

impl Unusable {
    /// What is wrong and what to do.
    pub fn message(self) -> Message {
        match self {
            Self::Origin => Message::new("secret-origin"),
            Self::InTheClear => Message::new("secret-in-the-clear"),
            Self::Length => Message::new("secret-length").own("longest", LONGEST),
            Self::Mail => Message::new("secret-mail"),
            Self::NoColon => Message::new("secret-no-colon"),
            Self::Characters => Message::new("secret-characters"),
            Self::Header => Message::new("secret-header"),
        }
    }
}

impl Credential {
    /// A credential for the origin of this address.
    pub fn new(origin: &str, manner: Manner, secret: Zeroizing<String>) -> Result<Self, Unusable> {
        let origin = self::origin(origin)?;
        if secret.is_empty() || secret.len() > LONGEST {
            return Err(Unusable::Length);
        }
        match &manner {
            Manner::Bearer | Manner::Header(_) if origin.scheme() == SMTP => return Err(Unusable::Mail),
            Manner::Basic if !secret.contains(':') => return Err(Unusable::NoColon),
            Manner::Basic if secret.chars().any(char::is_control) => return Err(Unusable::Characters),
            Manner::Bearer if !secret.bytes().all(|byte| byte.is_ascii_graphic()) => return Err(Unusable::Characters),
            Manner::Header(name) => {
                let name: HeaderName = name.parse().map_err(|_| Unusable::Header)?;
                if RESERVED.contains(&name.as_str()) {
                    return Err(Unusable::Header);
                }
                HeaderValue::from_str(&secret).map_err(|_| Unusable::Characters)?;
            }
            Manner::Basic | Manner::Bearer => {}
        }
        Ok(Self { origin, manner, secret })
    }

    /// The origin that it belongs to: `https://report.example`, `smtp://smtp.example:465`.
    pub fn origin(&self) -> String {
        if self.origin.scheme() == SMTP {
            return self.origin.to_string();
        }
        self.origin.origin().ascii_serialization()
    }

    /// What a mail server is given; none where it is a token.
    pub(crate) fn user_and_password(&self) -> Option<(&str, &str)> {
        if self.manner == Manner::Basic { self.secret.split_once(':') } else { None }
    }

    /// How it is sent.
    pub fn manner(&self) -> &Manner {
        &self.manner
    }

    /// Whether it may be sent there: the same scheme, host and port (RFC 6454, 5).
    pub fn belongs_to(&self, url: &Url) -> bool {
        self.origin.origin() == url.origin()
    }

    /// A request with it. The header is marked as one that is not to be logged or kept in tables of headers.
    pub(crate) fn put_on(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.manner {
            Manner::Basic => {
                let (user, password) = self.secret.split_once(':').unwrap_or((&self.secret, ""));
                request.basic_auth(user, Some(password))
            }
            Manner::Bearer => request.bearer_auth(self.secret.as_str()),
            Manner::Header(name) => match (name.parse::<HeaderName>(), HeaderValue::from_str(&self.secret)) {
                (Ok(name), Ok(mut value)) => {
                    value.set_sensitive(true);
                    request.header(name, value)
                }
                // It was looked at when it was made.
                _ => request,
            },
        }
    }

    /// The name of the header that it is sent in, lower case.
    pub fn header(&self) -> &str {
        match &self.manner {
            Manner::Basic | Manner::Bearer => AUTHORIZATION.as_str(),
            Manner::Header(name) => name,
        }
    }
}

/// The origin of an address that holds nothing else.
fn origin(text: &str) -> Result<Url, Unusable> {
    if let Some(server) = mail_server(text.trim()) {
        let server = MailServer::parse(server.trim_end_matches('/')).map_err(|_| Unusable::Origin)?;
        return Url::parse(&server.origin()).map_err(|_| Unusable::Origin);
    }
    let url = Url::parse(text.trim()).map_err(|_| Unusable::Origin)?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() || url.host().is_none() {
        return Err(Unusable::Origin);
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => Err(Unusable::InTheClear),
        _ => Err(Unusable::Origin),
    }
}

/// What follows the scheme of a mail server: `smtp://`, or `smtps://`, which says the same here. Whether it is spoken to in
/// the clear its address decides ([`MailServer::security`]).
fn mail_server(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    [SMTP, "smtps"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(rest)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

/// Why there is no credential. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSecret {
    /// Nothing is kept under this name.
    #[error("the keychain holds no credential {0:?}: keep one with `frontwatch credential set {0} --origin https://…`")]
    Missing(String),
    /// What is kept under this name is not what this program kept there.
    #[error("what the keychain holds as {0:?} was not written by this program: remove it, and set it anew")]
    Strange(String),
    /// The keychain is locked, or a person said no.
    #[error("the keychain is locked: unlock it (log in to the desktop, or answer its question), then try again")]
    Locked,
    /// It did not answer in time.
    #[error("the keychain does not answer: it may be waiting for you to unlock it")]
    Silent,
    /// There is none, or it failed.
    #[error("no keychain can be used: {0}. On Linux one is kept by gnome-keyring, KWallet or KeePassXC")]
    Unavailable(String),
}

impl NoSecret {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(name) => Message::new("keychain-missing").own("name", name),
            Self::Strange(name) => Message::new("keychain-strange").own("name", name),
            Self::Locked => Message::new("keychain-locked"),
            Self::Silent => Message::new("keychain-silent"),
            Self::Unavailable(detail) => Message::new("keychain-unavailable").own("detail", detail),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credential(origin: &str, manner: Manner, secret: &str) -> Result<Credential, Unusable> {
        Credential::new(origin, manner, Zeroizing::new(secret.to_owned()))
    }

    #[test]
    fn what_cannot_be_sent_safely_is_refused() {
        let header = |name: &str| Manner::Header(name.to_owned());
        let long = "x".repeat(LONGEST + 1);
        for (origin, manner, secret, wanted) in [
            ("https://report.example", Manner::Basic, "desk:abcd efgh", Ok("https://report.example")),
            ("https://report.example:8443/", Manner::Bearer, "t", Ok("https://report.example:8443")),
            (" HTTPS://Report.Example:443 ", header("X-Api-Key"), "k", Ok("https://report.example")),
            ("http://127.0.0.1:8080", Manner::Bearer, "t", Ok("http://127.0.0.1:8080")),
            ("http://[::1]:8080", Manner::Bearer, "t", Ok("http://[::1]:8080")),
            ("http://report.example", Manner::Bearer, "t", Err(Unusable::InTheClear)),
            ("http://localhost", Manner::Bearer, "t", Err(Unusable::InTheClear)),
            ("report.example", Manner::Bearer, "t", Err(Unusable::Origin)),
            ("https://report.example/admin", Manner::Bearer, "t", Err(Unusable::Origin)),
            ("https://a@report.example", Manner::Bearer, "t", Err(Unusable::Origin)),
            ("ftp://report.example", Manner::Bearer, "t", Err(Unusable::Origin)),
            ("https://report.example", Manner::Basic, "token", Err(Unusable::NoColon)),
            ("https://report.example", Manner::Basic, "a:b\nc", Err(Unusable::Characters)),
            ("https://report.example", Manner::Bearer, "", Err(Unusable::Length)),
            ("https://report.example", Manner::Bearer, &long, Err(Unusable::Length)),
            ("https://report.example", Manner::Bearer, "a b", Err(Unusable::Characters)),
            ("https://report.example", header("X-Key"), "a\r\nHost: evil.example", Err(Unusable::Characters)),
            ("https://report.example", header("X Key"), "k", Err(Unusable::Header)),
            ("https://report.example", header("Host"), "k", Err(Unusable::Header)),
            ("smtp://smtp.example:587", Manner::Basic, "desk:a", Ok("smtp://smtp.example:587")),
            (" SMTPS://SMTP.Example/ ", Manner::Basic, "desk:a", Ok("smtp://smtp.example:465")),
            ("smtp://[::1]:2525", Manner::Basic, "desk:a", Ok("smtp://[::1]:2525")),
            ("smtp://desk@smtp.example:587", Manner::Basic, "desk:a", Err(Unusable::Origin)),
            ("smtp://smtp.example:587/x", Manner::Basic, "desk:a", Err(Unusable::Origin)),
            ("smtp://smtp.example:587", Manner::Basic, "a", Err(Unusable::NoColon)),
            ("smtp://smtp.example:587", Manner::Bearer, "t", Err(Unusable::Mail)),
            ("smtp://smtp.example:587", header("X-Key"), "t", Err(Unusable::Mail)),
        ] {
            let made = credential(origin, manner, secret).map(|credential| credential.origin());
            assert_eq!(made.as_deref(), wanted.as_deref(), "{origin} {secret:?}");
        }
    }

    #[test]
    fn it_belongs_to_one_origin_exactly() {
        let credential = credential("https://report.example", Manner::Bearer, "t").unwrap();
        for (url, belongs) in [
            ("https://report.example/wp-json/", true),
            ("https://report.example:443/", true),
            ("http://report.example/", false),
            ("https://report.example:8443/", false),
            ("https://www.report.example/", false),
            ("https://report.example.evil.example/", false),
            ("smtp://report.example:465", false),
        ] {
            assert_eq!(credential.belongs_to(&Url::parse(url).unwrap()), belongs, "{url}");
        }
    }

    #[test]
    fn debug_output_and_errors_leave_the_secret_out() {
        let secret = "desk:hunter2";
        let credential = credential("https://report.example", Manner::Basic, secret).unwrap();
        let request = credential.put_on(reqwest::Client::new().get("https://report.example/")).build().unwrap();
        let value = request.headers().get("authorization").unwrap();
        assert_eq!(value.to_str().unwrap(), "Basic ZGVzazpodW50ZXIy");
        assert!(value.is_sensitive());
        let shown = format!("{credential:?} {credential:#?} {request:?}");
        assert!(!shown.contains("hunter2") && !shown.contains("ZGVzaz"), "{shown}");
        for unusable in [Unusable::Characters, Unusable::NoColon, Unusable::Length] {
            assert!(!unusable.to_string().contains("hunter2"));
        }
    }
}
