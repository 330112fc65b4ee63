//! What waits to be sent: a queue for each channel, none of which knows of another. Decides nothing but when the next try
//! is; sends nothing and stores nothing.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use frontwatch_core::channel::ChannelId;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::{Arg, Message};
use jiff::{SignedDuration, Timestamp};

use crate::ports::NotDelivered;
use crate::store::OutboxRow;

/// Between the first failure and the next try; doubled with each.
const RETRY_FIRST: Duration = Duration::from_secs(1);
/// The longest between two tries on the desktop: a notification server that appears is used within half a minute.
const RETRY_MOST_DESKTOP: Duration = Duration::from_secs(30);
/// The longest between two tries elsewhere: somebody else's server.
const RETRY_MOST: Duration = Duration::from_secs(300);
/// The shortest until a notice is tried again that a far end elsewhere did not take: it is likely not to take it again.
const UNWANTED: Duration = Duration::from_secs(30);

/// The queues, by the channel.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    queues: BTreeMap<ChannelId, Queue>,
}

impl Outbox {
    /// Goes on with what an earlier run decided and could not send, or did not live to note as sent. Returns the rows of
    /// channels that this version does not know.
    pub(super) fn resume(pending: Vec<OutboxRow>) -> (Self, Vec<OutboxRow>) {
        let (mut outbox, mut unknown) = (Self::default(), Vec::new());
        for row in pending {
            match ChannelId::from_stored(&row.channel) {
                Some(channel) => outbox.queue(&channel).push(row.notice, Timestamp::MIN),
                None => unknown.push(row),
            }
        }
        (outbox, unknown)
    }

    /// The queue of a channel, made where there is none.
    pub(super) fn queue(&mut self, channel: &ChannelId) -> &mut Queue {
        self.queues.entry(channel.clone()).or_insert_with(|| Queue::of(channel))
    }

    /// The queue of a channel, where there is one.
    pub(super) fn known(&mut self, channel: &ChannelId) -> Option<&mut Queue> {
        self.queues.get_mut(channel)
    }

    /// Every queue with its channel.
    pub(super) fn queues(&mut self) -> impl Iterator<Item = (&ChannelId, &mut Queue)> {
        self.queues.iter_mut()
    }

    /// What is wrong with channels, and since when.
    pub(super) fn troubles(&self) -> impl Iterator<Item = &(Message, Timestamp)> {
        self.queues.values().filter_map(|queue| queue.trouble.as_ref())
    }

    /// Lets go of queues that nothing waits in and nothing can be sent from.
    pub(super) fn tidy(&mut self) {
        self.queues.retain(|_, queue| queue.open || !queue.is_empty());
    }

    /// Whether a notice with this key still waits for a channel.
    pub(super) fn holds(&self, channel: &ChannelId, key: &str) -> bool {
        let queue = self.queues.get(channel);
        queue.is_some_and(|queue| queue.waiting.iter().any(|waiting| waiting.notice.key == key))
    }

    /// Whether a notice is under way.
    pub(super) fn is_sending(&self) -> bool {
        self.queues.values().any(|queue| queue.sending.is_some())
    }

    /// When the next try is due.
    pub(super) fn next(&self) -> Option<Timestamp> {
        self.queues.values().filter_map(Queue::next).min()
    }
}

/// The notices that wait for one channel, in the order decided; one at a time is under way.
#[derive(Debug)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    /// The id of the notice that is under way.
    sending: Option<String>,
    /// The far end is not there: until when nothing is tried, and why.
    away: Option<Away>,
    /// Whether the configuration has the channel. What waits for one that it has not, while it can't be read, goes nowhere.
    open: bool,
    /// What a person is shown of a channel that fails, and since when. Of the desktop every notice is said by itself.
    pub(super) trouble: Option<(Message, Timestamp)>,
    most: Duration,
}

#[derive(Debug)]
struct Waiting {
    notice: Notice,
    tries: u32,
    next: Timestamp,
    /// Whether it was said that it could not be delivered.
    told: bool,
    /// It has lost its meaning while it was under way, for this reason: it is not tried again.
    withdrawn: Option<&'static str>,
}

#[derive(Debug)]
struct Away {
    tries: u32,
    next: Timestamp,
    why: Message,
}

/// What came of a try that failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failed {
    /// When it is tried again, or something else is.
    pub(super) next: Timestamp,
    /// Why it is not tried again.
    pub(super) withdrawn: Option<&'static str>,
    /// Whether the whole channel is affected, and not this notice alone.
    pub(super) away: bool,
}

impl Queue {
    fn of(channel: &ChannelId) -> Self {
        let desktop = *channel == ChannelId::Desktop;
        let most = if desktop { RETRY_MOST_DESKTOP } else { RETRY_MOST };
        Self { waiting: VecDeque::new(), sending: None, away: None, open: desktop, trouble: None, most }
    }

    /// One more notice.
    pub(super) fn push(&mut self, notice: Notice, next: Timestamp) {
        self.waiting.push_back(Waiting { notice, tries: 0, next, told: false, withdrawn: None });
    }

    /// The configuration has the channel, or has it otherwise: whatever was wrong with it may be right now.
    pub(super) fn open(&mut self, now: Timestamp) {
        self.open = true;
        self.away = None;
        for waiting in &mut self.waiting {
            waiting.next = waiting.next.min(now);
        }
    }

    /// The configuration has the channel no more.
    pub(super) fn close(&mut self) {
        self.open = false;
        self.trouble = None;
    }

    /// When the next try is due.
    fn next(&self) -> Option<Timestamp> {
        if self.sending.is_some() || !self.open {
            return None;
        }
        let first = self.waiting.iter().map(|waiting| waiting.next).min()?;
        Some(self.away.as_ref().map_or(first, |away| first.max(away.next)))
    }

    /// Takes the first notice whose time has come, to be sent; a notice that was refused does not hold up those behind it.
    pub(super) fn take_due(&mut self, now: Timestamp) -> Option<Notice> {
        // A clock that was set back must not make a pause of it.
        let latest = after(now, self.most);
        for next in
            self.waiting.iter_mut().map(|waiting| &mut waiting.next).chain(self.away.as_mut().map(|it| &mut it.next))
        {
            *next = latest.min(*next);
        }
        if self.sending.is_some() || !self.open || self.away.as_ref().is_some_and(|away| away.next > now) {
            return None;
        }
        let due = self.waiting.iter().find(|waiting| waiting.next <= now)?.notice.clone();
        self.sending = Some(due.id.clone());
        Some(due)
    }

    /// Notices that a later one replaces, or that have lost their meaning, are not sent any more. Returns the ids of those
    /// that are gone; one that is under way goes when it comes back.
    pub(super) fn withdraw(&mut self, reason: &'static str, which: impl Fn(&Notice) -> bool) -> Vec<String> {
        let mut gone = Vec::new();
        let sending = self.sending.as_ref();
        self.waiting.retain_mut(|waiting| {
            if !which(&waiting.notice) {
                return true;
            }
            if sending == Some(&waiting.notice.id) {
                waiting.withdrawn = Some(reason);
                return true;
            }
            gone.push(waiting.notice.id.clone());
            false
        });
        self.settle();
        gone
    }

    /// The titles of what waits, as sentences have them.
    pub(super) fn titles(&self) -> Vec<Arg> {
        self.waiting.iter().map(|waiting| Arg::Own(waiting.notice.title.clone())).collect()
    }

    /// A notice has arrived.
    pub(super) fn delivered(&mut self, id: &str) {
        (self.sending, self.away, self.trouble) = (None, None, None);
        self.waiting.retain(|waiting| waiting.notice.id != id);
    }

    /// A notice has not arrived.
    pub(super) fn failed(&mut self, id: &str, error: &NotDelivered, now: Timestamp) -> Failed {
        self.sending = None;
        let place = self.waiting.iter().position(|waiting| waiting.notice.id == id);
        let alone = match error {
            // Nothing gets through: all wait, and the order is kept.
            NotDelivered::NoServer(_) | NotDelivered::Away { .. } => None,
            // It may be this notice alone: it does not hold the others up.
            NotDelivered::Refused(_) => Some(Duration::ZERO),
            NotDelivered::Unwanted(_) => Some(UNWANTED),
        };
        let next = if let Some(rest) = alone {
            self.away = None;
            self.pause(now, place.map_or(0, |place| self.waiting[place].tries), rest)
        } else {
            let tries = self.away.as_ref().map_or(0, |away| away.tries);
            let rest = if let NotDelivered::Away { rest, .. } = error { *rest } else { Duration::ZERO };
            let next = self.pause(now, tries, rest);
            self.away = Some(Away { tries: tries + 1, next, why: error.message() });
            next
        };
        let withdrawn = place.and_then(|place| self.waiting[place].withdrawn);
        if let Some(place) = place {
            if withdrawn.is_some() {
                self.waiting.remove(place);
                self.settle();
            } else if alone.is_some() {
                self.waiting[place].tries += 1;
                self.waiting[place].next = next;
            }
        }
        Failed { next, withdrawn, away: alone.is_none() }
    }

    /// Where nothing waits nothing is tried, and nothing is known to be wrong any more.
    fn settle(&mut self) {
        if self.waiting.is_empty() {
            self.trouble = None;
        }
    }

    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Why nothing gets through, while nothing does.
    pub(super) fn away(&self) -> Option<Message> {
        self.away.as_ref().map(|away| away.why.clone())
    }

    /// The notices of which it was not said yet that they could not be delivered; now it was. With an id that one alone.
    pub(super) fn untold(&mut self, id: Option<&str>) -> Vec<Notice> {
        let asked = self.waiting.iter_mut().filter(|waiting| id.is_none_or(|id| waiting.notice.id == id));
        let untold = asked.filter(|waiting| !waiting.told);
        let told = |waiting: &mut Waiting| {
            waiting.told = true;
            waiting.notice.clone()
        };
        untold.map(told).collect()
    }

    /// How long to wait after this many failures before: at least as long as the far end wants.
    fn pause(&self, now: Timestamp, tries: u32, rest: Duration) -> Timestamp {
        let wait = RETRY_FIRST.saturating_mul(1 << tries.min(9)).min(self.most).max(rest.min(RETRY_MOST));
        after(now, wait)
    }
}

/// The moment this long after another.
fn after(moment: Timestamp, wait: Duration) -> Timestamp {
    moment.saturating_add(SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
