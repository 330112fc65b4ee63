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
    excused: BTreeSet<String>,
    /// How many.
    pub(crate) seen: u64,
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
            seen: 0,
            late: 0,
            missed: 0,
            latest_by: 0.0,
        }
    }

    /// From now on how late looks at this outlet are is a fault's doing.
    pub(crate) fn excuse(&mut self, outlet: &str) {
        self.excused.insert(outlet.to_owned());
    }

    /// The fault is over; what was not seen meanwhile, because nobody was at the door, counts as little as what was.
    pub(crate) fn count_again(&mut self, outlet: &str) {
        self.excused.remove(outlet);
        self.latest.remove(outlet);
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
        self.seen += 1;
        if self.excused.contains(outlet) {
            return;
        }
        let Some(previous) = self.latest.insert(outlet.to_owned(), at) else { return };
        let gap = at.duration_since(previous).as_secs_f64();
        let by = gap - self.interval * (1.0 + JITTER);
        self.late += u64::from(by > LATE);
        self.missed += u64::from(gap > 2.0 * self.interval);
        self.latest_by = self.latest_by.max(by);
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn a_look_that_comes_late_is_counted_unless_a_fault_is_to_blame() {
        let mut looks = Looks::new(Duration::from_secs(10));
        let began = looks.seen_until;
        let visit = |seconds: i64, outlet: &str, agent: &str| Visit {
            at: began + SignedDuration::from_secs(seconds),
            outlet: outlet.into(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            status: Some(200),
            conditional: false,
            accept_encoding: String::new(),
            user_agent: agent.to_owned(),
        };
        let own = "Frontwatch/0.1";
        let visits = [visit(1, "A", own), visit(5, "A", "Mozilla/5.0"), visit(12, "A", own), visit(25, "A", own)];
        looks.see(&visits);
        assert_eq!((looks.seen, looks.late, looks.missed, looks.latest_by), (3, 1, 0, 2.0), "{looks:?}");
        // The same log once more, and an outlet that fails meanwhile.
        looks.excuse("A");
        let more = [visits.to_vec(), vec![visit(50, "A", own)]].concat();
        looks.see(&more);
        looks.count_again("A");
        looks.see(&[visit(100, "A", own), visit(130, "A", own)]);
        assert_eq!((looks.seen, looks.late, looks.missed), (6, 2, 1), "{looks:?}");
        // Nobody was at the door: no look was seen at all.
        looks.excuse("A");
        looks.count_again("A");
        looks.see(&[visit(300, "A", own)]);
        assert_eq!((looks.seen, looks.late, looks.missed), (7, 2, 1), "{looks:?}");
    }
}
