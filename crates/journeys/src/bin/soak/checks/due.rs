//! Whether each watch is looked at when it is due, by the clock of the run.

use std::collections::HashMap;
use std::time::Duration;

use frontwatch_engine::ports::{Order, What};
use jiff::Timestamp;
use url::Url;

/// By how much of its interval a look may come later than after it.
const JITTER: f64 = 0.1;
/// Besides that: a look that waits for its timeout, and the second that the loop sleeps at the most.
const ALLOWED: f64 = 17.0;

/// A watch, as whoever is looked at can tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A page, a login page or a feed of a configuration: how many intervals lie between two looks.
    Page(u32),
    /// Certificates of a host.
    Chain,
    /// A story, or a look as a reader's browser: they have a pace of their own.
    Other,
}

impl Kind {
    /// What is looked at by this order.
    pub(crate) fn of(order: &Order) -> Self {
        match order.what {
            What::Chain => Self::Chain,
            What::AsReader(_) | What::Names => Self::Other,
            What::Page | What::WithCredential(_) | What::Feed => match order.url.path() {
                "/" | "/admin/" => Self::Page(1),
                "/feed.xml" => Self::Page(2),
                _ => Self::Other,
            },
        }
    }

    /// Intervals between two looks; none for what has a pace of its own.
    fn intervals(self) -> Option<u32> {
        match self {
            Self::Page(intervals) => Some(intervals),
            Self::Chain => Some(30),
            Self::Other => None,
        }
    }
}

/// Looks at what the configuration names so far, and at the rest.
#[derive(Debug)]
pub(crate) struct Due {
    interval: Duration,
    latest: HashMap<(Url, Kind), Timestamp>,
    /// Looks at watches that the configuration names.
    pub(crate) checks: u64,
    /// Looks at stories and as readers' browsers, and at parts of pages.
    pub(crate) others: u64,
    /// Checks that came later than they may.
    pub(crate) late: u64,
    /// The most that one was late by beyond its jitter, seconds.
    pub(crate) latest_by: f64,
}

impl Due {
    pub(crate) fn new(interval: Duration) -> Self {
        Self { interval, latest: HashMap::new(), checks: 0, others: 0, late: 0, latest_by: 0.0 }
    }

    /// How many watches were looked at.
    pub(crate) fn watches(&self) -> usize {
        self.latest.len()
    }

    /// A look begins.
    pub(crate) fn looked(&mut self, order: &Order, at: Timestamp) {
        let kind = Kind::of(order);
        let Some(intervals) = kind.intervals() else {
            self.others += 1;
            return;
        };
        self.checks += 1;
        if let Some(previous) = self.latest.insert((order.url.clone(), kind), at) {
            let due = self.interval.as_secs_f64() * f64::from(intervals) * (1.0 + JITTER);
            self.missed_by(at.duration_since(previous).as_secs_f64() - due);
        }
    }

    /// The end of the run: a watch that nobody looks at any more is late as well.
    pub(crate) fn ends(&mut self, at: Timestamp) {
        let waits: Vec<f64> = self
            .latest
            .iter()
            .filter_map(|((_, kind), previous)| {
                let due = self.interval.as_secs_f64() * f64::from(kind.intervals()?) * (1.0 + JITTER);
                Some(at.duration_since(*previous).as_secs_f64() - due)
            })
            .collect();
        for by in waits {
            self.missed_by(by);
        }
    }

    fn missed_by(&mut self, by: f64) {
        self.late += u64::from(by > ALLOWED);
        self.latest_by = self.latest_by.max(by);
    }
}

#[cfg(test)]
mod tests {
    use frontwatch_core::parts::Reach;
    use frontwatch_engine::ports::Freshness;
    use jiff::SignedDuration;

    use super::*;

    fn order(path: &str, what: What) -> Order {
        let url = format!("https://paper.example{path}").parse().unwrap();
        Order { url, freshness: Freshness::Full, timeout: Duration::from_secs(15), what, reach: Reach::Loopback }
    }

    #[test]
    fn a_watch_that_is_looked_at_too_late_or_never_again_is_late() {
        let mut due = Due::new(Duration::from_secs(30));
        let at = |seconds: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
        for (seconds, path, what) in [
            (0, "/", What::Page),
            (0, "/feed.xml", What::Feed),
            (0, "/", What::Chain),
            (5, "/story/1", What::Page),
            // Within its jitter and what a look may take; of a feed within twice as much.
            (50, "/", What::Page),
            (80, "/feed.xml", What::Feed),
        ] {
            due.looked(&order(path, what), at(seconds));
        }
        assert_eq!((due.checks, due.others, due.watches(), due.late), (5, 1, 3, 0), "{due:?}");
        due.looked(&order("/", What::Page), at(101));
        assert_eq!((due.late, due.latest_by.round()), (1, 18.0), "{due:?}");
        due.ends(at(1000));
        assert_eq!(due.late, 3, "the page and the feed, not the certificate: {due:?}");
    }
}
