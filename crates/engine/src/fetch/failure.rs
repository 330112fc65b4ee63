//! From an error of the HTTP client to the kind of failure. By type alone: an error's text is for the log, and it
//! changes with every release of a library.

use std::error::Error;
use std::fmt::Display;
use std::io;

use frontwatch_core::observation::{Failure, FailureKind, Stage};

use rustls::InvalidMessage;

use super::resolve::NotResolved;

/// The most characters of a detail. Parts of it come from the site.
const LONGEST_DETAIL: usize = 300;

/// Error codes of a system that ran out of something: files, buffers. The standard library has no kinds for these.
#[cfg(unix)]
const OUT_OF_RESOURCES: [i32; 2] = [23, 24]; // ENFILE, EMFILE: the same on every Unix
#[cfg(windows)]
const OUT_OF_RESOURCES: [i32; 2] = [10_024, 10_055]; // WSAEMFILE, WSAENOBUFS
#[cfg(not(any(unix, windows)))]
const OUT_OF_RESOURCES: [i32; 0] = [];

/// A failure, with its detail made harmless: short, on one line, without control characters.
pub(super) fn failure(kind: FailureKind, stage: Stage, detail: impl Display) -> Failure {
    let detail = detail.to_string();
    let detail = detail.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_DETAIL).collect();
    Failure { kind, stage, detail }
}

/// The failure of a request that ended in `stage`.
///
/// Through a proxy everything before the headers is the proxy's doing, but for the TLS handshake with the site.
pub(super) fn of_request(error: reqwest::Error, stage: Stage, through_proxy: bool) -> Failure {
    let known = recognise(&error);
    let kind = match known {
        Some(kind @ (FailureKind::Untrusted | FailureKind::Tls | FailureKind::Local)) => kind,
        _ if through_proxy && matches!(stage, Stage::Dns | Stage::Connect) => FailureKind::Proxy,
        Some(kind) => kind,
        None if error.is_timeout() => FailureKind::TimedOut,
        None if stage == Stage::Dns => FailureKind::DnsFailed,
        None if stage == Stage::Body && is_malformed(&error) => FailureKind::NotHttp,
        // Once connected, what cannot be understood came from the other end.
        None if matches!(stage, Stage::Headers | Stage::Body) => FailureKind::NotHttp,
        // Not understood is not the site's fault.
        None => FailureKind::Local,
    };
    failure(kind, stage, chain(&error.without_url()))
}

/// The failure of a handshake that ended in `stage`. Through a proxy everything before TLS is the proxy's doing.
pub(super) fn of_error(error: &(dyn Error + 'static), stage: Stage, through_proxy: bool) -> Failure {
    let kind = match recognise(error) {
        Some(kind @ (FailureKind::Untrusted | FailureKind::Tls | FailureKind::TooLarge | FailureKind::Local)) => kind,
        _ if through_proxy => FailureKind::Proxy,
        Some(kind) => kind,
        None => FailureKind::Local,
    };
    failure(kind, stage, chain(error))
}

/// The message of an error and of all that caused it.
pub(super) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

/// The first cause that says what happened.
pub(crate) fn recognise(error: &(dyn Error + 'static)) -> Option<FailureKind> {
    causes(error).find_map(kind_of)
}

/// An error and what caused it, outermost first.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        // An io::Error that wraps another gives that one's cause as its own: it must be unwrapped by hand.
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        }
    })
}

/// Whether the client gave up on bytes that it could not read, as on broken chunks: then hyper's body gives a bare
/// `io::Error`.
fn is_malformed(error: &(dyn Error + 'static)) -> bool {
    causes(error)
        .filter_map(<dyn Error>::downcast_ref::<io::Error>)
        .any(|error| matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData))
}

fn kind_of(error: &(dyn Error + 'static)) -> Option<FailureKind> {
    if let Some(error) = error.downcast_ref::<NotResolved>() {
        return Some(error.kind);
    }
    if let Some(error) = error.downcast_ref::<rustls::Error>() {
        return Some(match error {
            rustls::Error::InvalidCertificate(_) => FailureKind::Untrusted,
            rustls::Error::InvalidMessage(
                InvalidMessage::CertificatePayloadTooLarge | InvalidMessage::HandshakePayloadTooLarge,
            ) => FailureKind::TooLarge,
            _ => FailureKind::Tls,
        });
    }
    if let Some(error) = error.downcast_ref::<h2::Error>() {
        return match error.get_io() {
            Some(error) => of_io(error),
            None if error.is_library() => Some(FailureKind::NotHttp), // we gave up on it: it broke the protocol
            None => Some(FailureKind::Dropped),
        };
    }
    if let Some(error) = error.downcast_ref::<hyper::Error>() {
        return if error.is_parse() {
            Some(FailureKind::NotHttp)
        } else if error.is_incomplete_message() || error.is_closed() || error.is_canceled() {
            Some(FailureKind::Dropped)
        } else if error.is_timeout() {
            Some(FailureKind::TimedOut)
        } else {
            None
        };
    }
    error.downcast_ref::<io::Error>().and_then(of_io)
}

fn of_io(error: &io::Error) -> Option<FailureKind> {
    use io::ErrorKind as Io;
    if error.raw_os_error().is_some_and(|code| OUT_OF_RESOURCES.contains(&code)) {
        return Some(FailureKind::Local);
    }
    match error.kind() {
        Io::ConnectionRefused => Some(FailureKind::Refused),
        Io::ConnectionReset | Io::ConnectionAborted | Io::BrokenPipe | Io::NotConnected | Io::UnexpectedEof => {
            Some(FailureKind::Dropped)
        }
        Io::HostUnreachable | Io::NetworkUnreachable | Io::NetworkDown => Some(FailureKind::Unreachable),
        Io::TimedOut => Some(FailureKind::TimedOut),
        // Denied is what a firewall on this computer says; not available, that its ports are used up.
        Io::OutOfMemory | Io::PermissionDenied | Io::AddrNotAvailable | Io::AddrInUse => Some(FailureKind::Local),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_known_by_their_type_however_deep() {
        let wrapped = |inner: io::Error| io::Error::other(inner);
        let certificate = rustls::Error::InvalidCertificate(rustls::CertificateError::Expired);
        let cases: [(io::Error, Option<FailureKind>); 9] = [
            (io::ErrorKind::ConnectionRefused.into(), Some(FailureKind::Refused)),
            (wrapped(io::ErrorKind::ConnectionReset.into()), Some(FailureKind::Dropped)),
            (wrapped(wrapped(io::ErrorKind::NetworkUnreachable.into())), Some(FailureKind::Unreachable)),
            (io::Error::new(io::ErrorKind::InvalidData, certificate), Some(FailureKind::Untrusted)),
            (wrapped(io::Error::other(rustls::Error::DecryptError)), Some(FailureKind::Tls)),
            (io::Error::new(io::ErrorKind::UnexpectedEof, "tls handshake eof"), Some(FailureKind::Dropped)),
            (io::Error::from_raw_os_error(OUT_OF_RESOURCES[1]), Some(FailureKind::Local)),
            (io::Error::other(h2::Error::from(h2::Reason::INTERNAL_ERROR)), Some(FailureKind::Dropped)),
            (io::Error::other("connection refused"), None),
        ];
        for (error, kind) in cases {
            assert_eq!(recognise(&error), kind, "{error:?}");
        }
    }

    #[test]
    fn a_detail_is_short_and_on_one_line() {
        let failure =
            failure(FailureKind::BadRedirect, Stage::Redirect, format!("a\r\nb\u{1b}[31m{}", "x".repeat(999)));
        assert_eq!(failure.detail.chars().count(), LONGEST_DETAIL);
        assert!(!failure.detail.chars().any(char::is_control));
    }
}
