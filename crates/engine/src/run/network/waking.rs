//! A laptop that sleeps, travels and is paid for by the megabyte: what waits for the network after waking, the round that
//! catches up with a time that was not watched, and the pace of looks.

use frontwatch_core::config::Metered;
use frontwatch_core::text::cli::{self as words, Network};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};

use super::super::Loop;
use super::super::overview::Recheck;
use super::super::slot::Slot;
use super::Way;
use crate::api::happening::About;
use crate::store::Write;

/// How long looks wait for the network after waking, at most.
const WAKE_WITHIN: SignedDuration = SignedDuration::from_secs(20);
/// Between two times that the system is asked whether the connection is metered, where it does not say so by itself.
const WORD_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// The id of the sentence that says that looks are made half as often.
const SLOWER: &str = "metered-slower";

impl Loop {
    /// What is to be done about the network by the clock alone.
    pub(in super::super) fn tend_network(&mut self, now: Timestamp) {
        self.weigh(now);
        if self.own.waking.is_some_and(|until| until <= now) {
            // Whatever it is by now: it is not waited for any longer, and found out as at any other time. What was asked
            // while it came up says nothing of it.
            self.own.asked = None;
            self.awake(now);
        }
        let unknown = |way: &Way| way.network != Network::Online || !way.held.is_empty();
        if self.own.waking.is_some() || self.own.ways.values().any(unknown) {
            self.ask(now);
        }
        if self.own.word_asked.is_none_or(|asked| now.duration_since(asked).abs() >= WORD_EVERY) {
            self.read_word(now);
        }
    }

    /// The clock jumped forward: this computer slept.
    pub(in super::super) fn woke(&mut self, from: Timestamp, to: Timestamp) {
        // What is away since before is said when it is back, the sleep with it.
        if self.network == Network::Online {
            self.blind(from, to);
        }
        self.own.forget_times();
        self.begin_to_catch_up(to);
        let elsewhere = self.away_from_here();
        if elsewhere.is_empty() {
            return;
        }
        let until = to.saturating_add(WAKE_WITHIN).unwrap_or(Timestamp::MAX);
        self.own.waking = Some(until);
        self.schedule.hold(&elsewhere, until);
        self.ask(to);
    }

    /// Whether a watch that is due has to wait for the network after waking; it is put off then.
    pub(in super::super) fn waits_for_network(&mut self, id: &WatchId) -> bool {
        let Some(until) = self.own.waking else { return false };
        if self.slots.get(id).is_none_or(Slot::is_on_loopback) {
            return false;
        }
        self.schedule.put_off(id, until);
        true
    }

    /// The network is there after waking, or is not waited for any longer.
    pub(super) fn awake(&mut self, now: Timestamp) {
        self.own.waking = None;
        self.look_again(now);
    }

    /// Looks soon at everything that is not on this computer, spread, never a burst.
    pub(super) fn look_again(&mut self, now: Timestamp) {
        let elsewhere = self.away_from_here();
        self.schedule.again(&elsewhere, now);
    }

    /// A round over everything that is not on this computer, said together once it was made. Looks that began from `from` on
    /// count.
    pub(super) fn catch_up(&mut self, from: Timestamp, now: Timestamp) {
        self.look_again(now);
        self.count_round(from, |slot| !slot.is_on_loopback());
    }

    /// From now on the first look at each row is counted, to be said together once all were made.
    pub(in super::super) fn begin_to_catch_up(&mut self, now: Timestamp) {
        self.count_round(now, |_| true);
    }

    fn count_round(&mut self, now: Timestamp, belongs: impl Fn(&Slot) -> bool) {
        let rows = self.slots.values().filter(|slot| slot.is_row() && !self.is_group(&slot.watch.id) && belongs(slot));
        let rows: Vec<WatchId> = rows.map(|slot| slot.watch.id.clone()).collect();
        self.catching_up = (!rows.is_empty()).then(|| Recheck::new(&rows, now));
    }

    /// A look that began at this moment came to this: perhaps it was the last of the round.
    pub(in super::super) fn catch_up_with(&mut self, id: &WatchId, at: Timestamp, verdict: Verdict) {
        // Just awake, a look that needs the network only tells whether it is there.
        let only_asked = self.own.waking.is_some() && self.slots.get(id).is_none_or(|slot| !slot.is_on_loopback());
        let Some(round) = self.catching_up.as_mut().filter(|_| !only_asked) else { return };
        round.looked(id, at, verdict);
        if let Some(outcome) = round.outcome() {
            self.catching_up = None;
            self.remark(About::BlindTime, words::caught_up(outcome));
        }
    }

    /// The watch ends while the network is away: what was not seen until then is kept.
    pub(in super::super) fn end_in_the_dark(&mut self) {
        let now = self.ports.clock.now();
        let since = self.own.ways.values().filter(|way| way.network != Network::Online).map(|way| way.since).min();
        if let Some(from) = since.filter(|from| *from < now) {
            self.writes.push(Write::Blind { from, to: now });
        }
    }

    /// Looks are made half as often where each is paid for, unless a person wants them as ever.
    pub(in super::super) fn keep_pace(&mut self) {
        let slower = self.own.word.metered == Some(true) && self.config.watching.metered == Metered::Slower;
        if std::mem::replace(&mut self.own.slower, slower) == slower {
            return;
        }
        self.schedule.slow_down(slower);
        if slower {
            self.remark(About::Course, words::metered_slower());
        } else {
            self.mended(&[SLOWER]);
        }
    }

    /// The watches that need a network, those first that are looked at most often.
    fn away_from_here(&self) -> Vec<WatchId> {
        let mut slots: Vec<_> = self.slots.values().filter(|slot| !slot.is_on_loopback()).collect();
        slots.sort_by_key(|slot| slot.interval);
        slots.into_iter().map(|slot| slot.watch.id.clone()).collect()
    }
}
