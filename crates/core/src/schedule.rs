//! What is due at a given wall-clock time; jitter; and what to do when the clock jumps.
//!
//! Due times are wall-clock times, because timers differ by system over a sleep of the laptop. A jump forward is a
//! wake-up: what came due meanwhile is spread out, not fired at once. A jump backward must not put the next look
//! hours away. Part of `core`: the time is always an argument.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::digest::Digest;
use crate::watch::{Watch, WatchId, WatchKind};

/// The share of the interval by which a look may come earlier or later.
const JITTER: f64 = 0.1;
/// Between two looks of a spread backlog, where there is time enough for all of them within an interval.
const SPREAD: Duration = Duration::from_millis(100);
/// A tick that comes this much later than the latest before it is a wake-up, not a slow machine.
const JUMP: SignedDuration = SignedDuration::from_secs(10);

/// Between two looks at a watch, where `homepages` is the interval of front pages. An open panel must be told
/// as soon as a covered front page; a feed is published by the minute, names change within the hour, certificates by the
/// month.
pub fn interval(watch: &Watch, homepages: Duration) -> Duration {
    homepages
        * match watch.kind {
            WatchKind::Homepage if watch.reader.is_some() => 20,
            WatchKind::Homepage | WatchKind::Admin => 1,
            WatchKind::Feed => 2,
            WatchKind::Article | WatchKind::Dns => 10,
            WatchKind::Tls => 30,
        }
}

/// A moment within the interval that whoever hides something from a watch can't foresee: from a fifth of it on.
pub fn irregular(id: &WatchId, now: Timestamp, interval: Duration) -> Duration {
    let digest = Digest::of(format!("{id} at {}", now.as_nanosecond()).as_bytes());
    interval.mul_f64(0.2 + 0.8 * f64::from(digest.as_bytes()[0]) / 255.0)
}

/// When each watch is due.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    due: BTreeMap<WatchId, Entry>,
    last_tick: Option<Timestamp>,
}

#[derive(Debug, Clone)]
struct Entry {
    interval: Duration,
    /// `None` while a look is under way.
    at: Option<Timestamp>,
    looks: u64,
}

/// What a tick found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tick {
    /// The watches to look at now. They are not due again before [`Schedule::looked`].
    pub due: Vec<WatchId>,
    /// The time that was slept through, if the clock jumped forward.
    pub slept: Option<(Timestamp, Timestamp)>,
}

impl Schedule {
    /// Takes these watches on and lets go of all others. New ones are spread from `now` on.
    pub fn set(&mut self, watches: impl IntoIterator<Item = (WatchId, Duration)>, now: Timestamp) {
        let mut kept = BTreeMap::new();
        let mut new = Vec::new();
        for (id, interval) in watches {
            let entry = if let Some(known) = self.due.remove(&id) {
                // A shorter interval counts from now on, not only after the look that was planned by the longer one.
                let latest = after(now, jittered(&id, known.looks, interval));
                Entry { interval, at: known.at.map(|at| at.min(latest)), looks: known.looks }
            } else {
                new.push(id.clone());
                Entry { interval, at: Some(now), looks: 0 }
            };
            kept.insert(id, entry);
        }
        self.due = kept;
        self.spread(&new, now);
    }

    /// Takes a watch on besides the others, due after `wait`.
    pub fn add(&mut self, id: &WatchId, interval: Duration, now: Timestamp, wait: Duration) {
        self.due.insert(id.clone(), Entry { interval, at: Some(after(now, wait)), looks: 0 });
    }

    /// Lets go of a watch.
    pub fn remove(&mut self, id: &WatchId) {
        self.due.remove(id);
    }

    /// Looks at a watch at another pace from its next look on.
    pub fn pace(&mut self, id: &WatchId, interval: Duration) {
        if let Some(entry) = self.due.get_mut(id) {
            entry.interval = interval;
        }
    }

    /// What is due at `now`.
    pub fn tick(&mut self, now: Timestamp) -> Tick {
        let mut tick = Tick::default();
        if let Some(last) = self.last_tick.replace(now) {
            if now.duration_since(last) > JUMP {
                tick.slept = Some((last, now));
                let overdue: Vec<WatchId> = self.overdue(now);
                self.spread(&overdue, now);
            } else if now < last {
                self.pull_back(now);
            }
        }
        tick.due = self.overdue(now);
        for id in &tick.due {
            if let Some(entry) = self.due.get_mut(id) {
                entry.at = None;
            }
        }
        tick
    }

    /// A look is over: the watch is due again after its interval, or sooner if asked for.
    pub fn looked(&mut self, id: &WatchId, now: Timestamp, sooner: Option<Duration>) {
        if let Some(entry) = self.due.get_mut(id) {
            entry.looks += 1;
            let wait = jittered(id, entry.looks, entry.interval);
            entry.at = Some(after(now, sooner.map_or(wait, |sooner| sooner.min(wait))));
        }
    }

    /// A watch is left alone: it is due no sooner than after `wait`.
    pub fn rest(&mut self, id: &WatchId, now: Timestamp, wait: Duration) {
        if let Some(entry) = self.due.get_mut(id) {
            entry.at = entry.at.map(|at| at.max(after(now, wait)));
        }
    }

    /// When the next watch is due, if any waits.
    pub fn next(&self) -> Option<Timestamp> {
        self.due.values().filter_map(|entry| entry.at).min()
    }

    /// When this watch is due, if it waits.
    pub fn due_at(&self, id: &WatchId) -> Option<Timestamp> {
        self.due.get(id)?.at
    }

    fn overdue(&self, now: Timestamp) -> Vec<WatchId> {
        let mut overdue: Vec<(Timestamp, &WatchId)> =
            self.due.iter().filter_map(|(id, entry)| Some((entry.at.filter(|at| *at <= now)?, id))).collect();
        overdue.sort_unstable();
        overdue.into_iter().map(|(_, id)| id.clone()).collect()
    }

    /// Gives each its own moment from `now` on, all within the shortest interval among them.
    fn spread(&mut self, ids: &[WatchId], now: Timestamp) {
        let shortest = ids.iter().filter_map(|id| self.due.get(id)).map(|entry| entry.interval).min();
        let (Some(shortest), Ok(count)) = (shortest, u32::try_from(ids.len())) else {
            return;
        };
        let step = SPREAD.min(shortest / count.max(1));
        for (place, id) in (0u32..).zip(ids) {
            if let Some(entry) = self.due.get_mut(id) {
                entry.at = Some(after(now, step * place));
            }
        }
    }

    /// After the clock was set back, nothing waits longer than its interval.
    fn pull_back(&mut self, now: Timestamp) {
        for (id, entry) in &mut self.due {
            let latest = after(now, jittered(id, entry.looks, entry.interval));
            entry.at = entry.at.map(|at| at.min(latest));
        }
    }
}

/// The interval, moved by up to a tenth; the same for the same watch and look, so that a replay repeats it.
fn jittered(id: &WatchId, looks: u64, interval: Duration) -> Duration {
    let digest = Digest::of(format!("{id} {looks}").as_bytes());
    let share = f64::from(u16::from_be_bytes([digest.as_bytes()[0], digest.as_bytes()[1]])) / f64::from(u16::MAX);
    interval.mul_f64(1.0 - JITTER + 2.0 * JITTER * share)
}

fn after(now: Timestamp, wait: Duration) -> Timestamp {
    now.saturating_add(SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX)).unwrap_or(Timestamp::MAX)
}
