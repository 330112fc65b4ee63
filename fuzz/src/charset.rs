//! A body becomes text by the order of the HTML standard, whatever its labels say; the text is at most four times as long.

use std::borrow::Cow;

use frontwatch_core::extract::decode;
use frontwatch_core::observation::Headers;

/// Reads a line as a `Content-Type` and the rest as a body.
pub fn holds(bytes: &[u8]) {
    let (content_type, body) = crate::first_line(bytes);
    let headers = Headers::new([("Content-Type".to_owned(), content_type)]);
    let decoded = decode(body, &headers);
    assert_eq!(decoded, decode(body, &headers));
    assert!(decoded.text.len() <= body.len() * 4 + 3, "{} of {}", decoded.text.len(), body.len());
    assert!(decoded.charset != "UTF-7", "no browser reads it");
    if decoded.charset == "UTF-8"
        && let Ok(text) = std::str::from_utf8(body)
    {
        assert_eq!(decoded.text, text.strip_prefix('\u{feff}').unwrap_or(text));
        assert!(matches!(decoded.text, Cow::Borrowed(_)), "copied for nothing");
    }
    // What was decoded once is text: read again as what it is now, it stays.
    let plain = Headers::new([("content-type".to_owned(), "text/html; charset=utf-8".to_owned())]);
    if !decoded.text.starts_with('\u{feff}') {
        assert_eq!(decode(decoded.text.as_bytes(), &plain).text, decoded.text);
    }
}
