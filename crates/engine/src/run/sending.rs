//! From a stored announcement to notices at their far ends: sent, and tried again until they are.
//!
//! **Architecture invariant:** sending is at least once under a stable id: a process killed between sending and noting it
//! sends again, and the far end shows it once: the screen in the same place, a mailbox under the same Message-ID, a
//! webhook by its Idempotency-Key. And no channel waits for another.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::channel::{Channel, ChannelId};
use frontwatch_core::notify::Notice;
use frontwatch_core::text::{Message, cli as words, errors};
use jiff::Timestamp;

use super::Loop;
use super::event::{Announcement, Event};
use crate::api::happening::{About, Happening, NoticeSent, Remark};
use crate::notify::{Tested, send_test};
use crate::ports::NotDelivered;
use crate::store::{OutboxRow, SendFailure, StoreError, Write};

/// The longest that a far end besides the desktop is waited for; it should give up by itself long before.
const LONGEST_SENDING: Duration = Duration::from_secs(60);
/// A later notice takes its place, or there is nothing left to tell.
const SUPERSEDED: &str = "superseded";
/// The id of the words that an alert could not be shown on the desktop.
const NOT_DELIVERED: &str = "notice-not-delivered";
/// The configuration names its channel no more.
const CHANNEL_REMOVED: &str = "channel-removed";

/// A notice and the channels that it goes to.
#[derive(Debug)]
pub(super) struct Addressed {
    notice: Notice,
    channels: Vec<ChannelId>,
}

impl Loop {
    /// Puts a notice into the outbox of every channel that takes it, to be sent once it is stored.
    pub(super) fn tell(&mut self, notice: Notice, announcement: &mut Announcement) {
        let others = self.config.channels.iter().filter(|channel| channel.takes(&notice)).map(Channel::id);
        let channels = std::iter::once(ChannelId::Desktop).chain(others);
        // What has not come through yet needs no reminder.
        let first = |channel: &ChannelId| notice.is_reminder() && self.outbox.holds(channel, &notice.key);
        let channels: Vec<ChannelId> = channels.filter(|channel| !first(channel)).collect();
        self.address(notice, channels, announcement);
    }

    /// The same for the desktop alone: what concerns nobody but whoever sits before it.
    pub(super) fn tell_here(&mut self, notice: Notice, announcement: &mut Announcement) {
        self.address(notice, vec![ChannelId::Desktop], announcement);
    }

    fn address(&mut self, notice: Notice, channels: Vec<ChannelId>, announcement: &mut Announcement) {
        for channel in &channels {
            self.writes.push(Write::Outbox { notice: Box::new(notice.clone()), channel: channel.to_string() });
        }
        announcement.notices.push_back(Addressed { notice, channels });
    }

    /// It is stored: now it is said. A full disk must not keep an alarm from an editor: where it could not be stored it is said,
    /// and so is that.
    pub(super) fn stored(&mut self, announcement: Announcement, result: Result<(), StoreError>) {
        // First of all: where anything below breaks down, what is left of it is told with the next tick.
        self.announcing.push_back(announcement);
        match result {
            Ok(()) => self.store_works(),
            Err(error) => self.store_trouble(&error),
        }
        self.tell_announced();
    }

    /// Says what is to be said, piece by piece: what breaks down costs no other its turn, and no notice is lost.
    pub(super) fn tell_announced(&mut self) {
        if self.announcing.is_empty() {
            return;
        }
        let now = self.ports.clock.now();
        while let Some(announcement) = self.announcing.front_mut() {
            if let Some(happening) = announcement.happenings.pop_front() {
                self.happen(happening);
            } else if let Some(key) = announcement.close.pop_front() {
                let queues: Vec<ChannelId> = self.outbox.queues().map(|(channel, _)| channel.clone()).collect();
                for channel in queues {
                    self.withdraw(&channel, SUPERSEDED, now, |notice| notice.key == key);
                }
                let desktop = Arc::clone(&self.ports.desktop);
                tokio::task::spawn_blocking(move || desktop.close(&key));
            } else if let Some(Addressed { notice, channels }) = announcement.notices.pop_front() {
                // In every queue before anything else is done with it.
                for channel in &channels {
                    self.outbox.queue(channel).push(notice.clone(), now);
                }
                for channel in channels {
                    let earlier = |other: &Notice| other.key == notice.key && other.id != notice.id;
                    self.withdraw(&channel, SUPERSEDED, now, earlier);
                    self.tell_undelivered(&channel, now);
                }
            } else {
                self.announcing.pop_front();
            }
        }
        self.send_due(now);
    }

    /// Notices that still wait are not sent by this channel any more.
    fn withdraw(&mut self, channel: &ChannelId, reason: &'static str, at: Timestamp, which: impl Fn(&Notice) -> bool) {
        let Some(queue) = self.outbox.known(channel) else { return };
        for notice in queue.withdraw(reason, which) {
            self.writes.push(withdrawn(notice, channel.to_string(), at, reason));
        }
        self.forget_undelivered();
    }

    /// That an alert could not be shown and is tried again is said for as long as it is.
    fn forget_undelivered(&mut self) {
        let waits = self.outbox.known(&ChannelId::Desktop).map(|queue| queue.titles()).unwrap_or_default();
        self.remarks.retain(|remark| {
            remark.message.id != NOT_DELIVERED
                || waits.iter().any(|title| remark.message.args.get("title") == Some(title))
        });
    }

    /// Takes on what waits from an earlier run.
    pub(super) fn resume_outbox(&mut self, unknown: Vec<OutboxRow>, now: Timestamp) {
        for row in unknown {
            self.writes.push(withdrawn(row.notice.id, row.channel, now, CHANNEL_REMOVED));
        }
        self.channels_configured(now);
    }

    /// The configuration was read. What waits for a channel that it does not name is withdrawn, unless it could not be read.
    pub(super) fn channels_configured(&mut self, now: Timestamp) {
        let named: Vec<ChannelId> = self.config.channels.iter().map(Channel::id).collect();
        for channel in &named {
            self.outbox.queue(channel).open(now);
        }
        if self.file_refused {
            return;
        }
        let gone = |channel: &ChannelId| *channel != ChannelId::Desktop && !named.contains(channel);
        let gone: Vec<ChannelId> =
            self.outbox.queues().map(|(channel, _)| channel).filter(|channel| gone(channel)).cloned().collect();
        for channel in gone {
            self.outbox.queue(&channel).close();
            self.withdraw(&channel, CHANNEL_REMOVED, now, |_| true);
        }
        self.outbox.tidy();
    }

    /// Sends of each channel the first notice whose time has come, if none is under way there. A pause holds back what
    /// waits from before it too.
    pub(super) fn send_due(&mut self, now: Timestamp) {
        if self.pause.is_some() {
            return;
        }
        for (channel, queue) in self.outbox.queues() {
            let known = self.config.channels.iter().find(|known| known.id() == *channel);
            if known.is_none() && *channel != ChannelId::Desktop {
                continue;
            }
            let Some(notice) = queue.take_due(now) else { continue };
            let (channel, events) = (channel.clone(), self.events.clone());
            let raised = notice.clone();
            let sending = match known {
                None => {
                    let desktop = Arc::clone(&self.ports.desktop);
                    tokio::task::spawn_blocking(move || desktop.raise(&raised))
                }
                Some(known) => {
                    let (post, known) = (Arc::clone(&self.ports.post), known.clone());
                    tokio::spawn(async move {
                        let sending = tokio::time::timeout(LONGEST_SENDING, post.send(known, raised));
                        sending.await.unwrap_or_else(|_| Err(hangs()))
                    })
                }
            };
            tokio::spawn(async move {
                // A far end that panics has not accepted it; the other notices must not wait for it for ever.
                let result = sending.await.unwrap_or_else(|error| Err(NotDelivered::Refused(errors::own_fault(error))));
                // The loop is gone when this fails, and nobody is left to tell.
                let _ = events.send(Event::Sent { channel, notice: Box::new(notice), result }).await;
            });
        }
    }

    /// A notice was sent, or was not: the next one's turn.
    pub(super) fn sent(&mut self, channel: &ChannelId, notice: &Notice, result: Result<(), NotDelivered>) {
        self.note_sent(channel, notice, result);
        self.outbox.tidy();
        self.flush();
        self.send_due(self.ports.clock.now());
    }

    /// Keeps and says what became of a notice.
    pub(super) fn note_sent(&mut self, channel: &ChannelId, notice: &Notice, result: Result<(), NotDelivered>) {
        let now = self.ports.clock.now();
        match result {
            Ok(()) => {
                if let Some(queue) = self.outbox.known(channel) {
                    queue.delivered(&notice.id);
                }
                if *channel == ChannelId::Desktop {
                    self.mended(&[NOT_DELIVERED]);
                }
                self.writes.push(Write::Delivered { notice: notice.id.clone(), channel: channel.to_string(), at: now });
                self.happen(Happening::Notice(NoticeSent::new(notice, channel, true, now)));
            }
            Err(error) => self.not_sent(channel, notice, &error, now),
        }
    }

    fn not_sent(&mut self, channel: &ChannelId, notice: &Notice, error: &NotDelivered, now: Timestamp) {
        let Some(queue) = self.outbox.known(channel) else { return };
        let failed = queue.failed(&notice.id, error, now);
        self.writes.push(Write::Failed {
            notice: notice.id.clone(),
            channel: channel.to_string(),
            failure: SendFailure { at: now, reason: error.message(), next: failed.next },
        });
        if let Some(reason) = failed.withdrawn {
            self.writes.push(withdrawn(notice.id.clone(), channel.to_string(), now, reason));
            self.forget_undelivered();
        } else if !failed.away {
            self.say_undelivered(channel, Some(&notice.id), &error.message(), now);
        }
        self.tell_undelivered(channel, now);
    }

    /// While the far end is away, says once of each notice that waits that it could not be delivered.
    fn tell_undelivered(&mut self, channel: &ChannelId, now: Timestamp) {
        let Some(why) = self.outbox.known(channel).and_then(|queue| queue.away()) else { return };
        self.say_undelivered(channel, None, &why, now);
    }

    /// Says it of the notice with this id, or of every one that waits for this channel. On the desktop each is remarked
    /// by itself: nothing else shows it. A channel that fails is remarked once, and shown for as long as it does.
    fn say_undelivered(&mut self, channel: &ChannelId, id: Option<&str>, why: &Message, now: Timestamp) {
        let Some(queue) = self.outbox.known(channel).filter(|queue| !queue.is_empty()) else { return };
        let untold = queue.untold(id);
        if *channel != ChannelId::Desktop {
            let message = words::channel_fails(channel, why.clone());
            let before = queue.trouble.take();
            let since = before.as_ref().map_or(now, |(_, since)| *since);
            queue.trouble = Some((message.clone(), since));
            if before.is_none() {
                self.happen(Happening::Remark(Remark { about: About::Trouble, message, at: now }));
            }
        }
        for notice in untold {
            self.happen(Happening::Notice(NoticeSent::new(&notice, channel, false, now)));
            if *channel == ChannelId::Desktop {
                self.remark(About::Trouble, words::notice_not_delivered(&notice.title, why.clone()));
            }
        }
    }

    /// Sends a test alert by every channel; the answer comes when all have answered.
    pub(super) fn send_test(&self, reply: tokio::sync::oneshot::Sender<Vec<Tested>>) {
        let (desktop, post) = (Arc::clone(&self.ports.desktop), Arc::clone(&self.ports.post));
        let (channels, speech) = (self.config.channels.clone(), Arc::clone(&self.speech));
        let now = self.ports.clock.now();
        tokio::spawn(async move {
            // Whoever asked may be gone by now.
            let _ = reply.send(send_test(desktop, post, channels, &speech, now).await);
        });
    }
}

fn hangs() -> NotDelivered {
    NotDelivered::Away {
        why: Message::new("far-silent").own("seconds", LONGEST_SENDING.as_secs()),
        rest: Duration::ZERO,
    }
}

fn withdrawn(notice: String, channel: String, at: Timestamp, reason: &'static str) -> Write {
    Write::Withdrawn { notice, channel, at, reason: reason.to_owned() }
}
