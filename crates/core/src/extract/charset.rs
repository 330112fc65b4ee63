//! Bytes and headers → text: byte order mark, `Content-Type`, the page's own `<meta>`, then detection.
//!
//! The order is the one of the HTML standard. Labels come from the site: one that names no encoding is passed over.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memmem;

use crate::observation::Headers;

/// How far into a page its own declaration is looked for, bytes: the HTML standard's 1024, with room for a long comment.
const PRESCAN: usize = 4096;
/// How many bytes detection reads.
const DETECTED: usize = 64 * 1024;

/// A body as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text; borrowed where the body was UTF-8 already. Malformed sequences are U+FFFD.
    pub text: Cow<'a, str>,
    /// The encoding's name as the Encoding Standard spells it, e.g. `windows-1251`.
    pub charset: &'static str,
}

/// Decodes a body as a browser would. Never fails.
pub fn decode<'a>(body: &'a [u8], headers: &Headers) -> Decoded<'a> {
    let (text, used, _) = encoding(body, headers).decode(body);
    Decoded { text, charset: used.name() }
}

/// How many bytes the text of a body takes, without making it: up to three times as many as the body.
pub fn text_bytes(body: &[u8], headers: &Headers) -> usize {
    let mut decoder = encoding(body, headers).new_decoder();
    let (mut rest, mut bytes, mut piece) = (body, 0, [0; 4096]);
    loop {
        let (result, read, written, _) = decoder.decode_to_utf8(rest, &mut piece, true);
        bytes += written;
        rest = &rest[read..];
        if result == CoderResult::InputEmpty {
            return bytes;
        }
    }
}

/// The encoding of a body: what it begins with, what the server says, what the page says, or what it looks like.
fn encoding(body: &[u8], headers: &Headers) -> &'static Encoding {
    Encoding::for_bom(body)
        .map(|(encoding, _)| encoding)
        .or_else(|| headers.get("content-type").and_then(declared))
        .or_else(|| prescan(body))
        .unwrap_or_else(|| detect(body))
}

/// The name of the encoding that `charset=…` names in a header, as the Encoding Standard spells it.
pub(crate) fn named(header: &str) -> Option<&'static str> {
    declared(header).map(Encoding::name)
}

/// The name of the encoding that a label names, as the Encoding Standard spells it.
pub(crate) fn of_label(label: &str) -> Option<&'static str> {
    Encoding::for_label(label.as_bytes()).map(Encoding::name)
}

/// The encoding that `charset=…` names in a header or a `<meta>`.
fn declared(value: &str) -> Option<&'static Encoding> {
    let at = find_ignoring_case(value.as_bytes(), b"charset")?;
    let label = value[at + 7..].trim_start().strip_prefix('=')?.trim_start();
    let label = label.trim_start_matches(['"', '\'']);
    let end =
        label.find(|c: char| matches!(c, '"' | '\'' | ';' | '>' | '/') || c.is_whitespace()).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// What the page says of itself in a `<meta>` near its beginning.
fn prescan(body: &[u8]) -> Option<&'static Encoding> {
    let head = &body[..body.len().min(PRESCAN)];
    memmem::find_iter(head, b"<").find_map(|at| {
        let tag = &head[at + 1..];
        if !tag.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"meta")) {
            return None;
        }
        let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
        let said = declared(&String::from_utf8_lossy(&tag[..end]))?;
        // The standard: a page that was read as ASCII so far cannot be UTF-16.
        Some(if said == UTF_16LE || said == UTF_16BE { UTF_8 } else { said })
    })
}

fn detect(body: &[u8]) -> &'static Encoding {
    if body.is_ascii() {
        return WINDOWS_1252;
    }
    if std::str::from_utf8(body).is_ok() {
        return UTF_8;
    }
    let part = &body[..body.len().min(DETECTED)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(part, true);
    detector.guess(None, Utf8Detection::Allow)
}

fn find_ignoring_case(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(content_type: &str) -> Headers {
        Headers::new([("Content-Type".to_owned(), content_type.to_owned())])
    }

    #[test]
    fn reads_the_charset_in_the_order_of_the_standard() {
        let cyrillic: &[u8] =
            b"<p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0! \xdd\xf2\xee \xed\xee\xe2\xee\xf1\xf2\xe8 \xe4\xed\xff.";
        let meta = [b"<meta charset='windows-1251'>", cyrillic].concat();
        let table: &[(&str, &[u8], &str, &str, &str)] = &[
            ("bom over header", b"\xef\xbb\xbf\xc9\x99", "text/html; charset=windows-1254", "\u{259}", "UTF-8"),
            ("header over meta", &meta, "text/html; Charset = \"windows-1252\"", "\u{cf}", "windows-1252"),
            ("meta", &meta, "text/html", "Привет", "windows-1251"),
            ("detected", cyrillic, "", "Привет", "windows-1251"),
            ("hostile label", "salam ə".as_bytes(), "text/html; charset=\u{0}%n%n'<script>", "salam ə", "UTF-8"),
            ("label without a value", b"plain", "text/html; charset", "plain", "windows-1252"),
            ("empty", b"", "", "", "windows-1252"),
        ];
        for (what, body, content_type, has, charset) in table {
            let decoded = decode(body, &headers(content_type));
            assert_eq!(decoded.charset, *charset, "{what}");
            assert!(decoded.text.contains(has), "{what}: {}", decoded.text);
        }
    }

    #[test]
    fn the_size_of_a_text_is_known_before_it_is_made() {
        for (body, media, times) in [
            (vec![b'a'; 9000], "text/html; charset=utf-8", 1),
            (vec![0xff; 9000], "text/html; charset=utf-8", 3),
            (vec![0xe0; 9000], "text/html; charset=windows-1251", 2),
            (vec![0x80; 9000], "text/html; charset=windows-1252", 3),
            (Vec::new(), "", 1),
        ] {
            let headers = headers(media);
            assert_eq!(text_bytes(&body, &headers), body.len() * times, "{media}");
            assert_eq!(text_bytes(&body, &headers), decode(&body, &headers).text.len(), "{media}");
        }
    }
}
