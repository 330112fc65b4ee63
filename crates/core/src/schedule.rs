//! What is due at a given wall-clock time; jitter; and what to do when the clock jumps.
//!
//! Due times are wall-clock times, because timers differ by system over a sleep of the laptop. A jump forward is a
//! wake-up: what came due meanwhile is spread out, not fired at once. A jump backward must not put the next look
//! hours away. Part of `core`: the time is always an argument.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::digest::Digest;
use crate::watch::{Watch, WatchId, WatchKind};

/// The share of the interval by which a look may come earlier or later.
const JITTER: f64 = 0.1;
/// Between two looks of a spread backlog, where there is time enough for all of them within an interval.
const SPREAD: Duration = Duration::from_millis(100);
/// By how much ordinary looks are further apart on a connection that is paid for by what passes.
const SLOWER: u32 = 2;
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
    /// Those that wait, by the moment they are due: with thousands of watches, none of the others is asked.
    order: BTreeSet<(Timestamp, WatchId)>,
    last_tick: Option<Timestamp>,
    /// Whether ordinary looks are made half as often.
    slower: bool,
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
    /// Whether the clock was set back: times that were noted before say nothing now.
    pub set_back: bool,
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
        self.order = kept.iter().filter_map(|(id, entry)| Some((entry.at?, id.clone()))).collect();
        self.due = kept;
        let spread = self.spread(&new, now);
        for (id, moment) in spread {
            self.plan(&id, Some(moment));
        }
    }

    /// Takes a watch on besides the others, due after `wait`.
    pub fn add(&mut self, id: &WatchId, interval: Duration, now: Timestamp, wait: Duration) {
        self.remove(id);
        self.due.insert(id.clone(), Entry { interval, at: None, looks: 0 });
        self.plan(id, Some(after(now, wait)));
    }

    /// Lets go of a watch.
    pub fn remove(&mut self, id: &WatchId) {
        self.plan(id, None);
        self.due.remove(id);
    }

    /// Whether ordinary looks are made half as often from their next on: on a connection that is paid for by what passes.
    pub fn slow_down(&mut self, slower: bool) {
        self.slower = slower;
    }

    /// A watch that was due is put off until then.
    pub fn put_off(&mut self, id: &WatchId, until: Timestamp) {
        self.plan(id, Some(until));
    }

    /// None of these is due before `until`: there is no network to look through yet.
    pub fn hold(&mut self, ids: &[WatchId], until: Timestamp) {
        for id in ids {
            if let Some(at) = self.due_at(id).filter(|at| *at < until) {
                self.plan(id, Some(at.max(until)));
            }
        }
    }

    /// A round over these from `now` on in this order, spread as after a sleep, whenever they were due. What is under way is not
    /// looked at twice.
    pub fn again(&mut self, ids: &[WatchId], now: Timestamp) {
        let waiting: Vec<WatchId> = ids.iter().filter(|id| self.due_at(id).is_some()).cloned().collect();
        for (id, moment) in self.spread(&waiting, now) {
            self.plan(&id, Some(moment));
        }
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
                for (id, moment) in self.spread(&overdue, now) {
                    self.plan(&id, Some(moment));
                }
            } else if now < last {
                tick.set_back = true;
                self.pull_back(last, now);
            }
        }
        tick.due = self.overdue(now);
        for id in &tick.due {
            self.plan(id, None);
        }
        tick
    }

    /// A look is over: the watch is due again after its interval, or sooner if asked for.
    pub fn looked(&mut self, id: &WatchId, now: Timestamp, sooner: Option<Duration>) {
        let pace = self.pace_factor();
        let Some(entry) = self.due.get_mut(id) else { return };
        entry.looks += 1;
        let wait = jittered(id, entry.looks, entry.interval * pace);
        let at = after(now, sooner.map_or(wait, |sooner| sooner.min(wait)));
        self.plan(id, Some(at));
    }

    /// A watch is left alone: it is due no sooner than after `wait`.
    pub fn rest(&mut self, id: &WatchId, now: Timestamp, wait: Duration) {
        self.hold(std::slice::from_ref(id), after(now, wait));
    }

    /// When the next watch is due, if any waits.
    pub fn next(&self) -> Option<Timestamp> {
        self.order.first().map(|(at, _)| *at)
    }

    /// When this watch is due, if it waits.
    pub fn due_at(&self, id: &WatchId) -> Option<Timestamp> {
        self.due.get(id)?.at
    }

    fn overdue(&self, now: Timestamp) -> Vec<WatchId> {
        self.order.iter().take_while(|(at, _)| *at <= now).map(|(_, id)| id.clone()).collect()
    }

    /// When a watch is due; `None` while a look at it is under way.
    fn plan(&mut self, id: &WatchId, at: Option<Timestamp>) {
        let Some(entry) = self.due.get_mut(id) else { return };
        if let Some(before) = std::mem::replace(&mut entry.at, at) {
            self.order.remove(&(before, id.clone()));
        }
        self.order.extend(at.map(|at| (at, id.clone())));
    }

    fn pace_factor(&self) -> u32 {
        if self.slower { SLOWER } else { 1 }
    }

    /// A moment of its own for each from `now` on, all within the shortest interval among them.
    fn spread(&self, ids: &[WatchId], now: Timestamp) -> Vec<(WatchId, Timestamp)> {
        let shortest = ids.iter().filter_map(|id| self.due.get(id)).map(|entry| entry.interval).min();
        let (Some(shortest), Ok(count)) = (shortest, u32::try_from(ids.len())) else {
            return Vec::new();
        };
        let step = SPREAD.min(shortest / count.max(1));
        (0u32..).zip(ids).map(|(place, id)| (id.clone(), after(now, step * place))).collect()
    }

    /// After the clock was set back, everything waits for as long as it would have, and nothing longer than its interval: no
    /// look is lost, and none is made twice.
    fn pull_back(&mut self, last: Timestamp, now: Timestamp) {
        let (back, pace) = (last.duration_since(now), self.pace_factor());
        let moved = self.due.iter().filter_map(|(id, entry)| {
            let latest = after(now, jittered(id, entry.looks, entry.interval * pace));
            let at = entry.at?.saturating_sub(back).unwrap_or(Timestamp::MIN);
            Some((id.clone(), at.min(latest)))
        });
        for (id, at) in moved.collect::<Vec<_>>() {
            self.plan(&id, Some(at));
        }
    }
}

/// From a look at this watch to the next, where it is the look with this number: the interval, moved by up to a tenth; the same
/// for the same watch and look, so that a replay repeats it.
pub fn jittered(id: &WatchId, looks: u64, interval: Duration) -> Duration {
    let digest = Digest::of(format!("{id} {looks}").as_bytes());
    let share = f64::from(u16::from_be_bytes([digest.as_bytes()[0], digest.as_bytes()[1]])) / f64::from(u16::MAX);
    interval.mul_f64(1.0 - JITTER + 2.0 * JITTER * share)
}

fn after(now: Timestamp, wait: Duration) -> Timestamp {
    now.saturating_add(SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX)).unwrap_or(Timestamp::MAX)
}
