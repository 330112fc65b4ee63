//! From a change of an incident to a notice on the screen: decided, stored, sent, and tried again until it is.
//!
//! **Architecture invariant:** what is announced was stored first. Sending is at least once under a stable id: a
//! process killed between sending and noting it sends again, and the screen shows it once, in the same place.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::track::Change;
use frontwatch_core::notify::{Decision, Notice, decide};
use frontwatch_core::text::cli as words;
use jiff::{SignedDuration, Timestamp};

use super::Loop;
use super::event::{Announcement, Event};
use crate::api::happening::{Happening, IncidentState, NoticeSent};
use crate::ports::NotDelivered;
use crate::store::{OutboxRow, SendFailure, StoreError, Write};

/// The channel that is always there.
const DESKTOP: &str = "desktop";
/// Between the first failure of a notice and its next try; doubled with each.
const RETRY_FIRST: Duration = Duration::from_secs(1);
/// The longest between two tries: a notification server that appears is used within half a minute.
const RETRY_MOST: Duration = Duration::from_secs(30);

/// The notices that wait to be sent, in the order decided; one at a time is under way.
#[derive(Debug, Default)]
pub(super) struct Telling {
    waiting: VecDeque<Waiting>,
    sending: bool,
}

#[derive(Debug)]
struct Waiting {
    notice: Notice,
    tries: u32,
    next: Timestamp,
}

impl Telling {
    /// Goes on with what an earlier run decided and could not send, or did not live to note as sent.
    pub(super) fn resume(pending: Vec<OutboxRow>) -> Self {
        let waiting = pending.into_iter().map(|row| Waiting {
            notice: row.notice,
            tries: 0,
            next: Timestamp::MIN,
        });
        Self {
            waiting: waiting.collect(),
            sending: false,
        }
    }

    /// When the next try is due.
    pub(super) fn next(&self) -> Option<Timestamp> {
        if self.sending {
            None
        } else {
            self.waiting.front().map(|waiting| waiting.next)
        }
    }
}

impl Loop {
    /// Decides what is told of these changes, stores both, and announces them once they are stored.
    pub(super) fn announce(&mut self, changes: &[Change], now: Timestamp) {
        let mut announcement = Announcement::default();
        for change in changes {
            let incident = change.incident();
            self.writes.push(Write::Incident(Box::new(incident.clone())));
            announcement
                .happenings
                .push(Happening::Incident(IncidentState::new(incident, &self.speech)));
            match decide(change, &self.speech, now) {
                Decision::Tell(notice) => {
                    self.writes.push(Write::Outbox {
                        notice: Box::new(notice.clone()),
                        channel: DESKTOP.to_owned(),
                    });
                    announcement.notices.push(notice);
                }
                Decision::Silent { reason, close } => {
                    if close {
                        announcement.close.push(incident.id.as_str().to_owned());
                    }
                    self.writes.push(Write::Silence {
                        incident: incident.id.clone(),
                        at: now,
                        reason: reason.as_str().to_owned(),
                    });
                }
            }
        }
        self.store_and(announcement);
    }

    /// It is stored: now it is said.
    pub(super) fn stored(&mut self, announcement: Announcement, unstored: Vec<Write>, result: Result<(), StoreError>) {
        if let Err(error) = result {
            // A full disk must not keep an alarm from an editor: it is said, and so is that it could not be stored.
            self.store_trouble(&error);
            self.writes.splice(0..0, unstored);
        }
        for happening in announcement.happenings {
            self.happen(happening);
        }
        let now = self.ports.clock.now();
        for key in announcement.close {
            self.withdraw(&key, now);
            let desktop = Arc::clone(&self.ports.desktop);
            tokio::task::spawn_blocking(move || desktop.close(&key));
        }
        for notice in announcement.notices {
            self.withdraw(&notice.key, now);
            self.telling.waiting.push_back(Waiting {
                notice,
                tries: 0,
                next: now,
            });
        }
        self.send_due(now);
    }

    /// A notice that still waits is not sent any more once a later one takes its place.
    fn withdraw(&mut self, key: &str, now: Timestamp) {
        let first = usize::from(self.telling.sending);
        let mut place = 0;
        let writes = &mut self.writes;
        self.telling.waiting.retain(|waiting| {
            place += 1;
            let keep = place <= first || waiting.notice.key != key;
            if !keep {
                writes.push(Write::Withdrawn {
                    notice: waiting.notice.id.clone(),
                    channel: DESKTOP.to_owned(),
                    at: now,
                    reason: "superseded".to_owned(),
                });
            }
            keep
        });
    }

    /// Sends the first notice that waits, if its time has come and none is under way.
    pub(super) fn send_due(&mut self, now: Timestamp) {
        if self.telling.sending {
            return;
        }
        let Some(waiting) = self.telling.waiting.front().filter(|waiting| waiting.next <= now) else {
            return;
        };
        self.telling.sending = true;
        let (notice, desktop, events) = (
            Box::new(waiting.notice.clone()),
            Arc::clone(&self.ports.desktop),
            self.events.clone(),
        );
        tokio::spawn(async move {
            let raised = tokio::task::spawn_blocking(move || {
                let result = desktop.raise(&notice);
                Event::Sent { notice, result }
            });
            if let Ok(event) = raised.await {
                // The loop is gone when this fails, and nobody is left to tell.
                let _ = events.send(event).await;
            }
        });
    }

    /// A notice was sent, or was not.
    pub(super) fn sent(&mut self, notice: &Notice, result: Result<(), NotDelivered>) {
        self.telling.sending = false;
        let Some(mut waiting) = self.telling.waiting.pop_front() else {
            return;
        };
        let now = self.ports.clock.now();
        let sent = NoticeSent::new(notice, DESKTOP, result.is_ok(), now);
        match result {
            Ok(()) => {
                self.writes.push(Write::Delivered {
                    notice: notice.id.clone(),
                    channel: DESKTOP.to_owned(),
                    at: now,
                });
                self.happen(Happening::Notice(sent));
            }
            Err(error) => {
                let wait = RETRY_FIRST.saturating_mul(1 << waiting.tries.min(8)).min(RETRY_MOST);
                waiting.next = now
                    .saturating_add(SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX))
                    .unwrap_or(Timestamp::MAX);
                waiting.tries += 1;
                self.writes.push(Write::Failed {
                    notice: notice.id.clone(),
                    channel: DESKTOP.to_owned(),
                    failure: SendFailure {
                        at: now,
                        reason: error.to_string(),
                        next: waiting.next,
                    },
                });
                if waiting.tries == 1 {
                    self.happen(Happening::Notice(sent));
                    let message = words::notice_not_delivered(&notice.title, &error.to_string());
                    self.remark(true, message);
                }
                match error {
                    // Nothing gets through: the order is kept.
                    NotDelivered::NoServer(_) => self.telling.waiting.push_front(waiting),
                    // It may be this notice alone: it does not hold the others up.
                    NotDelivered::Refused(_) => self.telling.waiting.push_back(waiting),
                }
            }
        }
        self.flush();
        self.send_due(now);
    }
}
