//! Addresses and names taken apart: whose an address is, and what stays of a name when its random part is taken out.

use std::borrow::Cow;

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A 64-bit name of something on a page: a text, an address, a place.
pub type Key = u64;

/// What a key names, mixed into it so that a link and an image at one address stay two things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Sort {
    /// A tag with its classes.
    Token = 1,
    /// An element's token under its parent's.
    Path,
    /// An address that is linked.
    Link,
    /// An address of a picture.
    Image,
    /// A text block.
    Block,
    /// The address of a script, frame, style, form…
    Source,
    /// The identifiers of an inline script.
    Code,
    /// An analytics account, the canonical host, the site's name.
    Identity,
    /// A registrable domain in a role.
    Domain,
    /// A covering or hiding element.
    Cover,
    /// A heading's text.
    Heading,
    /// A title.
    Title,
    /// A word of the page's vocabulary.
    Word,
}

/// The key of bytes.
pub fn key(sort: Sort, bytes: &[u8]) -> Key {
    xxh3_64_with_seed(bytes, sort as u64)
}

/// Two keys as one.
pub fn join(sort: Sort, a: Key, b: Key) -> Key {
    let mut both = [0; 16];
    both[..8].copy_from_slice(&a.to_le_bytes());
    both[8..].copy_from_slice(&b.to_le_bytes());
    key(sort, &both)
}

/// An address as a page writes it, taken apart without resolving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address<'a> {
    /// On the page's own host.
    Local(&'a str),
    /// On a host that is named.
    Host {
        /// The host in the page's spelling, without user or port.
        host: &'a str,
        /// What follows the host.
        rest: &'a str,
    },
    /// `data:`, with what follows it.
    Data(&'a str),
    /// `javascript:`, with the code.
    Code(&'a str),
    /// Empty, a fragment, `mailto:` and other schemes that load nothing.
    Nothing,
}

/// An address without the tabs and line ends that browsers leave out wherever they stand in it.
pub(super) fn unbroken(address: Cow<'_, str>) -> Cow<'_, str> {
    match memchr::memchr3(b'\t', b'\n', b'\r', address.as_bytes()) {
        Some(_) => Cow::Owned(address.replace(['\t', '\n', '\r'], "")),
        None => address,
    }
}

/// Takes an address apart as browsers do: blanks around it, `\` for `/` and any case of the scheme are accepted.
pub fn address(text: &str) -> Address<'_> {
    // Nearly every address begins and ends with a visible letter of ASCII, and then there is nothing to take off.
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let text = if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        text
    } else {
        text.trim_matches(|c: char| c.is_whitespace() || c.is_control())
    };
    if text.is_empty() || text.starts_with('#') {
        return Address::Nothing;
    }
    let slash = |c: char| c == '/' || c == '\\';
    let scheme = text.bytes().take(12).position(|byte| byte == b':').filter(|&at| {
        at > 1 && text.as_bytes()[..at].iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.'))
    });
    let rest = match scheme {
        Some(at) => {
            let rest = &text[at + 1..];
            let name = &text[..at];
            if name.eq_ignore_ascii_case("data") {
                return Address::Data(rest);
            }
            if name.eq_ignore_ascii_case("javascript") {
                return Address::Code(rest);
            }
            let loads = ["http", "https", "ws", "wss", "ftp"].iter().any(|known| name.eq_ignore_ascii_case(known));
            if !loads {
                // "localhost:80/x" and the like are no addresses that a page can load from itself.
                return Address::Nothing;
            }
            rest.trim_start_matches(slash)
        }
        None if text.starts_with(slash) && text[1..].starts_with(slash) => text.trim_start_matches(slash),
        None => return Address::Local(text),
    };
    let ends = |byte: u8| matches!(byte, b'/' | b'\\' | b'?' | b'#');
    let end = rest.bytes().position(ends).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or(host) };
    let host = host.trim_end_matches('.');
    if host.is_empty() { Address::Nothing } else { Address::Host { host, rest } }
}

/// The registrable domain of a host ("news.bbc.co.uk" → "bbc.co.uk"), in lower case; the host itself where there is
/// none (addresses in numbers, names of one label).
pub fn registrable(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    if host.rsplit('.').next().is_none_or(|last| last.bytes().all(|b| b.is_ascii_digit())) || host.starts_with('[') {
        return host;
    }
    match psl::domain_str(&host) {
        Some(domain) => domain.to_owned(),
        None => host,
    }
}

/// The label that names whom a registrable domain belongs to: "bbc" of "bbc.co.uk".
pub fn brand(domain: &str) -> &str {
    domain.split('.').next().unwrap_or(domain)
}

/// Appends a class, an id or a path with every alphanumeric word that has a digit replaced by `#`: what a build or a
/// content system numbers is not what a thing is called.
pub fn without_numbers(text: &str, out: &mut Vec<u8>) {
    let mut word = out.len();
    let mut digits = false;
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            digits |= byte.is_ascii_digit();
            out.push(byte);
            continue;
        }
        if digits {
            out.truncate(word);
            out.push(b'#');
        }
        out.push(byte);
        word = out.len();
        digits = false;
    }
    if digits {
        out.truncate(word);
        out.push(b'#');
    }
}

/// The part of `host` + `rest` that names a document or a file: the query is kept only where the path names no file.
pub fn location(rest: &str) -> &str {
    let rest = &rest[..memchr::memchr(b'#', rest.as_bytes()).unwrap_or(rest.len())];
    match memchr::memchr(b'?', rest.as_bytes()) {
        Some(at) => {
            let file = rest[..at].rsplit(['/', '\\']).next().unwrap_or("");
            let program = [".php", ".asp", ".aspx", ".jsp", ".cgi", ".do", ".cfm"];
            let names_a_file = file.contains('.') && !program.iter().any(|ending| file.ends_with(ending));
            if names_a_file { &rest[..at] } else { rest }
        }
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_addresses_apart_as_browsers_do() {
        let host = |host, rest| Address::Host { host, rest };
        let table = [
            ("/news/1", Address::Local("/news/1")),
            ("index.html", Address::Local("index.html")),
            ("//cdn.example/x.js", host("cdn.example", "/x.js")),
            (" HTTPS://user:pw@evil.example:8443/a?b#c ", host("evil.example", "/a?b#c")),
            ("http:\\\\evil.example\\x", host("evil.example", "\\x")),
            ("https:evil.example/x", host("evil.example", "/x")),
            ("\\\\evil.example/x", host("evil.example", "/x")),
            ("data:text/html,x", Address::Data("text/html,x")),
            ("javascript:alert(1)", Address::Code("alert(1)")),
            ("mailto:a@b.example", Address::Nothing),
            ("#top", Address::Nothing),
            ("http://", Address::Nothing),
            ("", Address::Nothing),
        ];
        for (text, expected) in table {
            assert_eq!(address(text), expected, "{text}");
        }
    }

    #[test]
    fn names_the_owner_of_a_host() {
        for (host, domain) in [
            ("News.BBC.co.uk", "bbc.co.uk"),
            ("report.az", "report.az"),
            ("203.0.113.7", "203.0.113.7"),
            ("localhost", "localhost"),
        ] {
            assert_eq!(registrable(host), domain);
        }
    }

    #[test]
    fn takes_numbers_out_of_names_and_queries_off_files() {
        let mut out = Vec::new();
        without_numbers("/js/app-3f2a1c.min.v12.js", &mut out);
        assert_eq!(String::from_utf8_lossy(&out), "/js/app-#.min.#.js");
        assert_eq!(location("/a.css?v=3#x"), "/a.css");
        assert_eq!(location("/Document?documentID=7"), "/Document?documentID=7");
    }
}
