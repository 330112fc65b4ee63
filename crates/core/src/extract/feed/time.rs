//! When something was published, in whatever a feed or a page writes it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A moment as RFC 3339 (Atom, JSON Feed, sitemaps), RFC 2822 (RSS) or a bare date (W3C-DTF, in sitemaps), which is taken as its
/// first moment in UTC. `None` for all else: a wrong date is no date.
pub(in crate::extract) fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| jiff::fmt::rfc2822::parse(text).ok().map(|zoned| zoned.timestamp()))
        .or_else(|| civil(text).and_then(|moment| TimeZone::UTC.to_timestamp(moment).ok()))
}

fn civil(text: &str) -> Option<DateTime> {
    text.parse::<DateTime>().ok().or_else(|| text.parse::<Date>().ok().map(|date| date.at(0, 0, 0, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_times_that_feeds_write() {
        for (text, is) in [
            ("2025-02-20T10:00:00+04:00", Some("2025-02-20T06:00:00Z")),
            (" 2025-02-20T10:00:00Z\n", Some("2025-02-20T10:00:00Z")),
            ("Thu, 20 Feb 2025 10:00:00 +0400", Some("2025-02-20T06:00:00Z")),
            ("Thu, 20 Feb 2025 10:00:00 GMT", Some("2025-02-20T10:00:00Z")),
            ("2025-02-20", Some("2025-02-20T00:00:00Z")),
            ("2025-02-20T10:00:00", Some("2025-02-20T10:00:00Z")),
            ("2025-13-45", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(time(text), is.map(|is| is.parse().unwrap()), "{text}");
        }
        assert_eq!(time(&"9".repeat(1 << 20)), None);
    }
}
