//! How long a watch takes to answer, half hour by half hour: the looks of the one that goes on, until it is over.

use std::time::Duration;

use jiff::Timestamp;

use super::Loop;
use crate::store::{HalfHour, Write};

const HALF_HOUR_MS: i64 = 30 * 60 * 1000;
/// The most looks of one half hour that are remembered: ten times as many as are made of a front page.
const MOST: usize = 600;

/// The half hour that goes on.
#[derive(Debug, Clone, Default)]
pub(super) struct Pace {
    began: Option<Timestamp>,
    looks: u32,
    /// How long each look took that brought the page, in milliseconds.
    took: Vec<u32>,
}

impl Pace {
    /// A look began at this moment, and took so long where it brought the page. Gives the half hour before, if this is the
    /// first look after it.
    pub(super) fn looked(&mut self, at: Timestamp, took: Option<Duration>) -> Option<HalfHour> {
        let half = half_hour(at);
        let before = if self.began == Some(half) { None } else { std::mem::take(self).so_far() };
        self.began = Some(half);
        self.looks = self.looks.saturating_add(1);
        let took = took.map(|took| u32::try_from(took.as_millis()).unwrap_or(u32::MAX));
        if self.took.len() < MOST {
            self.took.extend(took);
        }
        before
    }

    /// The half hour that goes on, as far as it is known; none before its first look.
    pub(super) fn so_far(&self) -> Option<HalfHour> {
        let mut took = self.took.clone();
        took.sort_unstable();
        let median = took.get(took.len() / 2).map(|took| Duration::from_millis((*took).into()));
        Some(HalfHour { half: self.began?, looks: self.looks, median })
    }
}

/// When the half hour began that holds this moment.
pub(crate) fn half_hour(at: Timestamp) -> Timestamp {
    let at = at.as_millisecond();
    Timestamp::from_millisecond(at - at.rem_euclid(HALF_HOUR_MS)).unwrap_or(Timestamp::MIN)
}

impl Loop {
    /// Keeps what is known of the half hour that goes on: the watch ends.
    pub(super) fn keep_half_hours(&mut self) {
        let halves = self.slots.iter().filter_map(|(id, slot)| Some((id.clone(), slot.pace.so_far()?)));
        self.writes.extend(halves.map(|(watch, half)| Write::HalfHour { watch, half }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-10-01T{text}Z").parse().unwrap_or_default()
    }

    #[test]
    fn a_half_hour_is_given_once_it_is_over_with_the_look_in_the_middle() {
        let mut pace = Pace::default();
        assert_eq!(pace.so_far(), None);
        for (moment, took) in
            [("14:00:00", Some(90)), ("14:10:00", None), ("14:20:00", Some(40)), ("14:29:59", Some(5000))]
        {
            assert_eq!(pace.looked(at(moment), took.map(Duration::from_millis)), None, "{moment}");
        }
        let expected = HalfHour { half: at("14:00:00"), looks: 4, median: Some(Duration::from_millis(90)) };
        assert_eq!(pace.so_far(), Some(expected));
        assert_eq!(pace.looked(at("15:30:01"), None), Some(expected), "the next look may be much later");
        assert_eq!(pace.so_far(), Some(HalfHour { half: at("15:30:00"), looks: 1, median: None }));
    }
}
