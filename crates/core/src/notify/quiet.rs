//! Quiet hours: what is not critical waits for the morning.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

/// `quiet_hours` of `[alerts]`: every night from one time of day to another, by the clocks of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// When they begin.
    pub from: Time,
    /// When they end; before they begin, it is the next morning.
    pub until: Time,
}

impl QuietHours {
    /// Whether it is quiet now. Where clocks are put forward or back, it is what they show that counts.
    pub fn hold(&self, zone: &TimeZone, now: Timestamp) -> bool {
        let clock = zone.to_datetime(now).time();
        if self.from <= self.until {
            self.from <= clock && clock < self.until
        } else {
            self.from <= clock || clock < self.until
        }
    }
}
