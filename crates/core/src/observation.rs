//! What one look saw: immutable, timed, with the vantage it was seen from.
//!
//! The engine's fetch makes observations, `frontwatch replay` makes them from stored snapshots, and everything after
//! that cannot tell the difference.

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::digest::Digest;
use crate::parts::Reach;

/// Where a look was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vantage {
    /// This computer, straight to the site.
    Direct,
    /// This computer, through the system's proxy.
    Proxy,
    /// A stored snapshot.
    Stored,
}

/// What one look saw.
#[derive(Debug, Clone)]
pub struct Observation {
    /// When the look began, UTC.
    pub at: Timestamp,
    /// How long it took in all.
    pub took: Duration,
    /// Where it was seen from.
    pub vantage: Vantage,
    /// The redirects that were followed, first first; empty when the first address answered.
    pub chain: Vec<Hop>,
    /// What came of it.
    pub outcome: Outcome,
}

/// One redirect that was followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The address that answered with a redirect.
    pub from: Url,
    /// Its HTTP status.
    pub status: u16,
}

/// What came of a look.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A response with a body, whatever its status.
    Answered(Answer),
    /// 304 to our validators: what we hold is what is there.
    Unchanged {
        /// How far in the 304 came from.
        from: Reach,
        /// The headers of the 304.
        headers: Headers,
    },
    /// No usable response.
    Failed(Failure),
}

/// A complete response.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The address that gave it, after redirects.
    pub url: Url,
    /// How far in it came from: what it names may lead no further in. Of what came through a proxy, from where nobody here knows,
    /// and of what is no page, [`Reach::Public`].
    pub from: Reach,
    /// HTTP status.
    pub status: u16,
    /// Headers as received, `Content-Encoding` and `Content-Length` among them.
    pub headers: Headers,
    /// The body after content decoding, before charset decoding. At most 10 MiB.
    pub body: Bytes,
    /// SHA-256 of `body`.
    pub digest: Digest,
    /// Bytes of the body on the wire.
    pub wire_bytes: u64,
}

/// Headers as received: names in lower case, in order, repeated names kept. Bytes outside of UTF-8 are replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// From pairs; names are lowered.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect())
    }

    /// The first value of a header, by its name in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// Every value of a header, by its name in lower case.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// All pairs in the order received.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The validators of the last full answer, for a conditional request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validators {
    /// `ETag`, quoted as received.
    pub etag: Option<String>,
    /// `Last-Modified`, as received.
    pub last_modified: Option<String>,
}

impl Validators {
    /// What an answer offers for the next request.
    pub fn of(headers: &Headers) -> Self {
        Self {
            etag: headers.get("etag").map(str::to_owned),
            last_modified: headers.get("last-modified").map(str::to_owned),
        }
    }

    /// Whether a request with these could be answered by 304 at all.
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }
}

/// The step of a look that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Getting the secret that the address is asked with.
    Credential,
    /// Finding the host's addresses.
    Dns,
    /// Reaching the host, with the TLS handshake.
    Connect,
    /// Waiting for the status and the headers.
    Headers,
    /// Receiving the body.
    Body,
    /// Content decoding.
    Decode,
    /// Following redirects.
    Redirect,
}

/// Why there was no usable response: a kind, never a string to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The name does not exist.
    NoSuchName,
    /// The name could not be looked up.
    DnsFailed,
    /// The stage's time ran out.
    TimedOut,
    /// The connection was refused.
    Refused,
    /// The connection was reset or closed before the answer was complete.
    Dropped,
    /// No route to the host.
    Unreachable,
    /// The certificate is not trusted, or carries another name, or has expired.
    Untrusted,
    /// The TLS handshake failed otherwise.
    Tls,
    /// Something answered that is not HTTP.
    NotHttp,
    /// More than 10 redirects, or a circle of them.
    TooManyRedirects,
    /// A redirect without a target, or to something that is not http or https or carries a password.
    BadRedirect,
    /// More than 10 MiB on the wire or decoded.
    TooLarge,
    /// A content coding that is unknown, nested more than twice, or broken.
    BadEncoding,
    /// The system's proxy failed.
    Proxy,
    /// A fault of this program or this computer (no descriptors, no memory).
    Local,
    /// The desktop's keychain holds no credential of the configured name, or not one that can be sent.
    NoCredential,
    /// The credential belongs to another scheme, host or port than the address.
    ForeignCredential,
    /// There is no keychain, it is locked, or it does not answer in time.
    NoKeychain,
}

/// A look that gave no usable response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Why.
    pub kind: FailureKind,
    /// Where.
    pub stage: Stage,
    /// For the log and `doctor`, in English; never matched, never shown in a notice.
    pub detail: String,
}
