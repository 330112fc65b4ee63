//! How a page was served: what its answer says besides the page. Kept small: whether, and of which family, never versions.

use serde::{Deserialize, Serialize};
use url::Url;

use super::charset;
use crate::observation::Headers;

/// The most characters that are kept of a host or a server's name.
const LONGEST: usize = 60;

/// How a page was served.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// The host that answered, after redirects.
    pub host: String,
    /// Over TLS.
    pub https: bool,
    /// It came with headers at all: stored snapshots may have none, which says nothing.
    pub headers: bool,
    /// It tells browsers to insist on TLS (`Strict-Transport-Security`, RFC 6797).
    pub hsts: bool,
    /// It tells browsers what the page may load (`Content-Security-Policy`).
    pub csp: bool,
    /// It tells search engines not to keep the page (`X-Robots-Tag`).
    pub noindex: bool,
    /// The family of what answered (`Server`) and of what made the page (`X-Powered-By`), without versions, in lower case;
    /// empty where it does not say.
    pub server: String,
    /// See `server`.
    pub powered: String,
    /// The encoding that `Content-Type` names, as the Encoding Standard spells it; empty where it names none.
    pub charset: String,
    /// What a header says by which browsers do not show the page, but save it as a file or show its source: `Content-Disposition:
    /// attachment` (RFC 6266), or a `Content-Type` that is none of a page's (MIME Sniffing standard).
    pub unshown: Option<String>,
    /// A header says what it is sent as.
    pub typed: bool,
}

impl Served {
    /// Of an answer.
    pub fn of(url: &Url, headers: &Headers) -> Self {
        Self {
            host: url.host_str().unwrap_or_default().chars().take(LONGEST).collect(),
            https: url.scheme() == "https",
            headers: headers.iter().any(|(name, _)| !name.starts_with("content-")),
            hsts: headers.all("strict-transport-security").any(insists),
            csp: headers.get("content-security-policy").is_some_and(|policy| !policy.trim().is_empty()),
            noindex: headers.all("x-robots-tag").any(unwanted),
            server: headers.get("server").map(family).unwrap_or_default(),
            powered: headers.get("x-powered-by").map(family).unwrap_or_default(),
            charset: headers.get("content-type").and_then(charset::named).unwrap_or_default().to_owned(),
            unshown: unshown(headers).map(|said| said.chars().take(LONGEST).collect()),
            typed: headers.get("content-type").is_some_and(|kind| !kind.trim().is_empty()),
        }
    }
}

/// Whether the headers of two answers of one address do the same to one body.
pub fn alike(url: &Url, one: &Headers, other: &Headers) -> bool {
    let same = |name| one.get(name) == other.get(name);
    same("refresh") && same("cf-mitigated") && Served::of(url, one) == Served::of(url, other)
}

/// The header's value that keeps browsers from showing a page.
fn unshown(headers: &Headers) -> Option<&str> {
    let saved = |value: &&str| first_word(value).eq_ignore_ascii_case("attachment");
    let no_page = |value: &&str| {
        let kind = first_word(value).to_ascii_lowercase();
        // What is no type, or says that nobody knows, is guessed from what comes.
        let guessed = !kind.contains('/') || matches!(&*kind, "unknown/unknown" | "application/unknown" | "*/*");
        !guessed && !kind.contains("html") && !kind.contains("xml")
    };
    headers.all("content-disposition").map(str::trim).find(saved).or_else(|| {
        let mut kinds = headers.all("content-type").map(str::trim);
        kinds.find(no_page)
    })
}

/// What stands before the parameters.
fn first_word(value: &str) -> &str {
    value.split(';').next().unwrap_or_default().trim()
}

/// Whether a policy holds for any time at all: `max-age=0` takes it back (RFC 6797, section 6.1.1).
fn insists(policy: &str) -> bool {
    let age = policy
        .split(';')
        .filter_map(|part| part.trim().split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("max-age"));
    age.is_some_and(|(_, seconds)| seconds.trim().trim_matches('"').bytes().any(|digit| (b'1'..=b'9').contains(&digit)))
}

/// Whether a robots' tag asks all of them, or one by name, to forget the page.
fn unwanted(tag: &str) -> bool {
    let words = tag.split([',', ':', ';', ' ']).map(str::trim);
    words.into_iter().any(|word| word.eq_ignore_ascii_case("noindex") || word.eq_ignore_ascii_case("none"))
}

/// "nginx" of "nginx/1.24.0 (Ubuntu)".
fn family(product: &str) -> String {
    let name = product.trim().split(['/', ' ', '(', ';', ',']).next().unwrap_or_default();
    name.chars().take(LONGEST).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_headers_say_is_read() {
        let of = |pairs: &[(&str, &str)]| {
            let headers = Headers::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
            Served::of(&Url::parse("https://outlet.example/").unwrap(), &headers)
        };
        for (policy, insists) in [
            ("max-age=31536000; includeSubDomains", true),
            ("includeSubDomains; Max-Age = \"600\"", true),
            ("max-age=0", false),
            ("preload", false),
            ("", false),
        ] {
            assert_eq!(of(&[("Strict-Transport-Security", policy)]).hsts, insists, "{policy}");
        }
        for (tag, noindex) in [
            ("noindex, nofollow", true),
            ("googlebot: NOINDEX", true),
            ("none", true),
            ("noarchive", false),
            ("index, max-image-preview:large", false),
        ] {
            assert_eq!(of(&[("X-Robots-Tag", tag)]).noindex, noindex, "{tag}");
        }
        for (server, family) in [("nginx/1.24.0 (Ubuntu)", "nginx"), ("Apache", "apache"), (" ", ""), ("/", "")] {
            assert_eq!(of(&[("Server", server)]).server, family, "{server}");
        }
        for (kind, charset) in [
            ("text/html; charset=utf8", "UTF-8"),
            ("text/html;Charset=\"latin1\"", "windows-1252"),
            ("text/html", ""),
            ("text/html; charset=klingon", ""),
        ] {
            assert_eq!(of(&[("Content-Type", kind)]).charset, charset, "{kind}");
        }
        let (kind, disposition) = ("Content-Type", "Content-Disposition");
        for (pairs, unshown) in [
            (&[(kind, "text/html; charset=utf-8")][..], None),
            (&[(kind, "application/xhtml+xml")], None),
            (&[(kind, " ")], None),
            (&[(kind, "unknown/unknown")], None),
            (&[(kind, "Text/Plain; charset=utf-8")], Some("Text/Plain; charset=utf-8")),
            (&[(kind, "text/html"), (kind, "application/octet-stream")], Some("application/octet-stream")),
            (&[(kind, "text/html"), (disposition, "inline")], None),
            (&[(kind, "text/html"), (disposition, "Attachment; filename=a.exe")], Some("Attachment; filename=a.exe")),
        ] {
            assert_eq!(of(pairs).unshown.as_deref(), unshown, "{pairs:?}");
        }
        assert!(of(&[(kind, "text/html")]).typed && !of(&[(kind, "")]).typed && !of(&[]).typed);
        assert!(!of(&[("Content-Type", "text/html")]).headers && !of(&[]).headers);
        assert!(of(&[("Date", "x")]).headers);
        assert!(of(&[("Server", &"x".repeat(10_000))]).server.len() <= LONGEST);
    }
}
