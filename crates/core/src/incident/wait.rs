//! How long a site may ask to be left alone.
//!
//! **Architecture invariant:** what a site answers can't silence the watch. Its wish is obeyed up to a bound, and only in place of
//! the page: whatever alarms, confirms, or was asked for by a person is not slowed down.

use std::time::Duration;

use jiff::Timestamp;

use crate::observation::Headers;

/// The longest wait that is obeyed.
pub const LONGEST: Duration = Duration::from_secs(5 * 60);

/// The longest text that is read as a moment: longer than any that HTTP writes.
const LONGEST_TEXT: usize = 60;

/// What an answer asks for by `Retry-After` (RFC 9110, 10.2.3), in seconds or as a date, with a status that means it: 429 (too
/// many requests) or 503. At most [`LONGEST`]; none where it asks for nothing, or for what is past or can't be read.
pub fn asked(status: u16, headers: &Headers, now: Timestamp) -> Option<Duration> {
    if !matches!(status, 429 | 503) {
        return None;
    }
    let text = headers.get("retry-after")?.trim();
    if text.is_empty() || text.len() > LONGEST_TEXT {
        return None;
    }
    let wait = if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number has room for are more than the bound.
        text.parse().map_or(LONGEST, Duration::from_secs)
    } else {
        let until = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
        Duration::try_from(until.duration_since(now)).ok()?
    };
    (!wait.is_zero()).then(|| wait.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_read_and_bounded() {
        let now: Timestamp = "2026-02-20T10:00:00Z".parse().unwrap();
        for (status, text, expected) in [
            (503, "120", Some(120)),
            (429, " 7 ", Some(7)),
            (503, "86400", Some(300)),
            (503, "99999999999999999999999999", Some(300)),
            (503, "Fri, 20 Feb 2026 10:02:00 GMT", Some(120)),
            (429, "Sat, 21 Feb 2026 10:02:00 GMT", Some(300)),
            (503, "Fri, 20 Feb 2026 09:59:00 GMT", None),
            (503, "Sunday, 06-Nov-94 08:49:37 GMT", None),
            (503, "0", None),
            (503, "-5", None),
            (503, "1.5", None),
            (503, "soon", None),
            (503, "", None),
            (200, "120", None),
            (403, "120", None),
            (500, "120", None),
        ] {
            let headers = Headers::new([("Retry-After".to_owned(), text.to_owned())]);
            assert_eq!(asked(status, &headers, now).map(|wait| wait.as_secs()), expected, "{status} {text:?}");
        }
        let endless = Headers::new([("retry-after".to_owned(), "9".repeat(1 << 20))]);
        assert_eq!(asked(503, &endless, now), None);
        assert_eq!(asked(503, &Headers::default(), now), None);
    }
}
