//! Speech as a reader hears it: [`catalogues`] holds the texts against what makes messages, [`languages`] against the
//! English ones, [`plurals`] against the numbers in them, [`sentences`] against the words that they should say.

mod catalogues;
mod commands;
mod ids;
mod languages;
mod plurals;
mod sentences;

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};

use super::Speech;

fn speech() -> Speech {
    Speech::new(&[], baku())
}

/// Where it is 14:02 at 10:02 UTC.
fn baku() -> TimeZone {
    TimeZone::fixed(offset(4))
}

/// A time of 3 May 2026 in Baku.
fn at(clock: &str) -> Timestamp {
    format!("2026-05-03T{clock}:00+04:00").parse().expect("a moment")
}
