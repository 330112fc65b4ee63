//! Whether front pages are looked at when they are due, by what the newsroom was asked.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use frontwatch_newsroom::Visit;
use jiff::Timestamp;

/// By how much of the interval a look may come later than after it.
const JITTER: f64 = 0.1;
/// A look that comes this much later than it may is late.
const LATE: f64 = 1.0;
/// How the program calls itself; readers' looks, which are rarer, do not.
const OWN_NAME: &str = "Frontwatch/";

/// Looks at front pages so far.
#[derive(Debug)]
pub(crate) struct Looks {
    interval: f64,
    seen_until: Timestamp,
    latest: BTreeMap<String, Timestamp>,
    /// Outlets with a fault now: how long a look takes there is the fault's.
    pub(crate) excused: BTreeSet<String>,
    /// How many.
    pub(crate) looks: u64,
    /// How many came more than a second later than they may.
    pub(crate) late: u64,
    /// How many came so late that the next one was due.
    pub(crate) missed: u64,
    /// The most that one was late by, seconds.
    pub(crate) latest_by: f64,
}

impl Looks {
    /// None yet, of watches with this interval. What came before now does not count.
    pub(crate) fn new(interval: Duration) -> Self {
        Self {
            interval: interval.as_secs_f64(),
            seen_until: Timestamp::now(),
            latest: BTreeMap::new(),
            excused: BTreeSet::new(),
            looks: 0,
            late: 0,
            missed: 0,
            latest_by: 0.0,
        }
    }

    /// Takes in what is new in the newsroom's log.
    pub(crate) fn see(&mut self, visits: &[Visit]) {
        let before = self.seen_until;
        for visit in visits.iter().filter(|visit| visit.at > before) {
            self.seen_until = self.seen_until.max(visit.at);
            if visit.path == "/" && visit.user_agent.starts_with(OWN_NAME) {
                self.looked(&visit.outlet, visit.at);
            }
        }
    }

    fn looked(&mut self, outlet: &str, at: Timestamp) {
        self.looks += 1;
        let previous = self.latest.insert(outlet.to_owned(), at);
        if self.excused.contains(outlet) {
            self.latest.remove(outlet);
            return;
        }
        let Some(previous) = previous else { return };
        let gap = at.duration_since(previous).as_secs_f64();
        let by = gap - self.interval * (1.0 + JITTER);
        self.late += u64::from(by > LATE);
        self.missed += u64::from(gap > 2.0 * self.interval);
        self.latest_by = self.latest_by.max(by);
    }
}
