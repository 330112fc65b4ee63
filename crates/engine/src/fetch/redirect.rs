//! Where a redirect leads, and whether it may be followed. We follow redirects ourselves: each is evidence, and a
//! hacked site may point anywhere, also into the newsroom's own network.

use frontwatch_core::observation::{Failure, FailureKind, Hop, Stage};
use frontwatch_core::parts::{self, Reach};
use reqwest::header::{HeaderMap, LOCATION};
use url::{Host, Url};

use super::failure::failure;

/// Redirects that are followed, in all.
const MOST_REDIRECTS: usize = 10;

/// The longest `Location`, in bytes: what RFC 9110, 4.1 asks every recipient to take.
const LONGEST_LOCATION: usize = 8000;

/// Where the answer with this status and these headers sends on to; `None` when it is an answer by itself.
///
/// `from` gave the answer, and `chain` was followed to get there.
pub(super) fn target(from: &Url, status: u16, headers: &HeaderMap, chain: &[Hop]) -> Result<Option<Url>, Failure> {
    // 300 offers a choice and 304 is no redirect: browsers follow neither.
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let target = resolved(from, headers)?;
    if chain.len() == MOST_REDIRECTS {
        return Err(too_many(format!("more than {MOST_REDIRECTS} redirects")));
    }
    if target == *from || chain.iter().any(|hop| hop.from == target) {
        return Err(too_many(format!("the redirects go in a circle, to {target}")));
    }
    Ok(Some(target))
}

fn too_many(detail: String) -> Failure {
    failure(FailureKind::TooManyRedirects, Stage::Redirect, detail)
}

fn bad(detail: String) -> Failure {
    failure(FailureKind::BadRedirect, Stage::Redirect, detail)
}

/// The address that `Location` names, without its fragment, if it is one that may be asked.
fn resolved(from: &Url, headers: &HeaderMap) -> Result<Url, Failure> {
    let mut locations = headers.get_all(LOCATION).iter();
    let location = locations.next().ok_or_else(|| bad("a redirect without a Location".to_owned()))?.as_bytes();
    if locations.any(|other| other.as_bytes() != location) {
        return Err(bad("a redirect with two different Locations".to_owned()));
    }
    if location.is_empty() || location.len() > LONGEST_LOCATION {
        return Err(bad(format!("a Location of {} bytes", location.len())));
    }
    let location = text(location);
    let mut target = from.join(&location).map_err(|error| bad(format!("the Location {location:?}: {error}")))?;
    target.set_fragment(None);
    if !matches!(target.scheme(), "http" | "https") {
        return Err(bad(format!("a redirect to the scheme {:?}", target.scheme())));
    }
    if !target.username().is_empty() || target.password().is_some() {
        return Err(bad("a redirect to an address with a user or a password".to_owned()));
    }
    if target.as_str().parse::<http::Uri>().is_err() {
        return Err(bad(format!("a redirect to an address that cannot be asked: {target}")));
    }
    if reach(&target) > reach(from) {
        return Err(bad(format!("a redirect into a private network: {target}")));
    }
    Ok(target)
}

/// A header's bytes as text: UTF-8, which many servers send raw, or else each byte past ASCII percent-encoded, as
/// browsers do.
fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            let encode = |&byte: &u8| {
                if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            };
            bytes.iter().map(encode).collect()
        },
        str::to_owned,
    )
}

/// How close to this computer an address literal is. A redirect may lead out, never further in. Names are taken for
/// public: where they point is not known here, but by whoever connects, who holds them to [`super::look`]'s bound.
fn reach(url: &Url) -> Reach {
    match parts::address(url) {
        Some(ip) => Reach::of(ip),
        None if is_loopback(url) => Reach::Loopback,
        None => Reach::Public,
    }
}

/// Whether an address names this computer by itself: a loopback literal, or `localhost` and what is under it
/// (RFC 6761, 6.3).
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case("localhost"))
        }
        Some(_) => reach(url) == Reach::Loopback,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    fn follow(from: &str, location: &[u8]) -> Result<String, FailureKind> {
        let mut headers = HeaderMap::new();
        headers.append(LOCATION, HeaderValue::from_bytes(location).unwrap());
        let from = Url::parse(from).unwrap();
        match target(&from, 302, &headers, &[]) {
            Ok(target) => Ok(target.unwrap().into()),
            Err(failure) => Err(failure.kind),
        }
    }

    #[test]
    fn targets_resolve_as_in_a_browser() {
        for (location, target) in [
            (&b"/az/"[..], "https://a.test/az/"),
            (b"az", "https://a.test/dir/az"),
            (b"?x=1", "https://a.test/dir/page?x=1"),
            (b"//b.test", "https://b.test/"),
            (b"http://a.test/#top", "http://a.test/"),
            ("/xəbər".as_bytes(), "https://a.test/x%C9%99b%C9%99r"),
            (b"/caf\xe9", "https://a.test/caf%E9"),
            (b"https://93.184.215.14/", "https://93.184.215.14/"),
        ] {
            assert_eq!(follow("https://a.test/dir/page", location).as_deref(), Ok(target), "{location:?}");
        }
    }

    #[test]
    fn hostile_targets_are_refused() {
        for location in [
            "",
            "http://",
            "http://[::1",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://b.test/",
            "https://user@b.test/",
            "https://user:secret@b.test/",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://localhost:631/",
            "http://x.localhost./",
            "http://10.0.0.1/",
            "http://192.168.1.1/admin",
            "http://172.16.0.1/",
            "http://100.100.100.100/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
        ] {
            assert_eq!(follow("https://a.test/", location.as_bytes()), Err(FailureKind::BadRedirect), "{location}");
        }
        let long = format!("/{}", "x".repeat(LONGEST_LOCATION));
        assert_eq!(follow("https://a.test/", long.as_bytes()), Err(FailureKind::BadRedirect));
    }

    #[test]
    fn a_redirect_may_lead_out_but_not_further_in() {
        let hosts = ["a.test", "10.0.0.1", "169.254.0.1", "127.0.0.1"];
        for (i, from) in hosts.iter().enumerate() {
            for (j, to) in hosts.iter().enumerate() {
                let followed = follow(&format!("http://{from}/"), format!("http://{to}/x").as_bytes());
                assert_eq!(followed.is_ok(), j <= i, "{from} to {to}");
            }
        }
    }

    #[test]
    fn only_redirects_are_followed() {
        let from = Url::parse("https://a.test/").unwrap();
        let mut headers = HeaderMap::new();
        headers.append(LOCATION, HeaderValue::from_static("/x"));
        for status in [200, 201, 300, 304, 305, 306, 404] {
            assert_eq!(target(&from, status, &headers, &[]), Ok(None), "{status}");
        }
        for status in [301, 302, 303, 307, 308] {
            assert!(target(&from, status, &headers, &[]).unwrap().is_some(), "{status}");
            assert_eq!(target(&from, status, &HeaderMap::new(), &[]).unwrap_err().kind, FailureKind::BadRedirect);
        }
        headers.append(LOCATION, HeaderValue::from_static("/x"));
        assert!(target(&from, 302, &headers, &[]).is_ok(), "the same twice");
        headers.append(LOCATION, HeaderValue::from_static("/y"));
        assert_eq!(target(&from, 302, &headers, &[]).unwrap_err().kind, FailureKind::BadRedirect);
    }
}
