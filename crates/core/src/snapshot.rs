//! A stored snapshot of a page, as `frontwatch replay` reads it: what stands beside its body in `<stem>.meta.json`, and the
//! time in its name. A folder of snapshots may come from anybody; what cannot be read is an error, and no time makes another
//! one impossible.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use url::Url;

use crate::observation::Headers;

/// Between snapshots that say nothing of their time.
const ASSUMED_INTERVAL: SignedDuration = SignedDuration::from_mins(10);

/// What is known of a snapshot besides its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The address that gave it.
    pub url: Option<Url>,
    /// HTTP status.
    pub status: Option<u16>,
    /// Headers as received.
    pub headers: Headers,
    /// When it was fetched.
    pub fetched_at: Option<Timestamp>,
}

/// `<stem>.meta.json` as it is written.
#[derive(Debug, Default, Deserialize)]
struct Meta {
    url: Option<Url>,
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    fetched_at: Option<Timestamp>,
}

impl Beside {
    /// Reads a `.meta.json`.
    ///
    /// # Errors
    ///
    /// It is no JSON, or a value is not what its name says.
    pub fn read(json: &[u8]) -> Result<Self, serde_json::Error> {
        let Meta { url, status, headers, fetched_at } = serde_json::from_slice(json)?;
        Ok(Self { url, status, headers: Headers::new(headers), fetched_at })
    }

    /// When a snapshot of this file name was fetched: as it says itself, else as its name says, else ten minutes after the one
    /// before it, else at the beginning of time. Behind the last moment that there is stands none.
    pub fn fetched(&self, name: &str, before: Option<Timestamp>) -> Timestamp {
        let after = |before: Timestamp| before.checked_add(ASSUMED_INTERVAL).unwrap_or(Timestamp::MAX);
        let assumed = before.map_or(Timestamp::UNIX_EPOCH, after);
        self.fetched_at.or_else(|| time_in(name)).unwrap_or(assumed)
    }
}

/// A time `YYYYMMDDTHHMMSSZ` in a name.
fn time_in(name: &str) -> Option<Timestamp> {
    name.as_bytes().windows(16).find_map(|window| {
        let digits = |range: std::ops::Range<usize>| window[range].iter().all(u8::is_ascii_digit);
        if !(digits(0..8) && window[8] == b'T' && digits(9..15) && window[15] == b'Z') {
            return None;
        }
        let text = std::str::from_utf8(window).ok()?;
        let (date, time) = (&text[..8], &text[9..15]);
        let spelled =
            format!("{}-{}-{}T{}:{}:{}Z", &date[..4], &date[4..6], &date[6..], &time[..2], &time[2..4], &time[4..]);
        spelled.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_at_the_end_of_all_times_makes_the_next_one_not_impossible() {
        let table = ["9999-12-30T22:00:00Z", "9999-12-30T21:59:59Z", "-009999-01-02T01:59:59Z"];
        for last in table {
            let beside = Beside::read(format!("{{\"fetched_at\":\"{last}\"}}").as_bytes()).unwrap();
            let at = beside.fetched("a.html", None);
            assert_eq!(at.to_string(), last);
            let next = Beside::default().fetched("b.html", Some(at));
            assert!(next > at, "{next}");
        }
        frontwatch_proof::proven!(
            "file",
            "a snapshot fetched at the end of time",
            format!("{} snapshots at the first and the last moment that there is: the next one is judged", table.len()),
            "nothing"
        );
    }

    #[test]
    fn reads_the_time_in_a_name() {
        let at = time_in("20250220T140259Z-attack.html").map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2025-02-20T14:02:59Z"));
        for bad in ["", "0.html", "20251320T140259Z.html", "20250220-140259.html"] {
            assert_eq!(time_in(bad), None, "{bad}");
        }
    }
}
