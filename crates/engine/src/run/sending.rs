//! From a stored announcement to a notice on the screen: sent, and tried again until it is.
//!
//! **Architecture invariant:** sending is at least once under a stable id: a process killed between sending and noting it
//! sends again, and the screen shows it once, in the same place.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::State;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::cli as words;
use jiff::{SignedDuration, Timestamp};

use super::Loop;
use super::event::{Announcement, Event};
use crate::api::happening::{Happening, NoticeSent};
use crate::ports::NotDelivered;
use crate::store::{OutboxRow, SendFailure, StoreError, Write};

/// The channel that is always there.
pub(super) const DESKTOP: &str = "desktop";
/// Between the first failure of a notice and its next try; doubled with each.
const RETRY_FIRST: Duration = Duration::from_secs(1);
/// The longest between two tries: a notification server that appears is used within half a minute.
const RETRY_MOST: Duration = Duration::from_secs(30);

/// The notices that wait to be sent, in the order decided; one at a time is under way.
#[derive(Debug, Default)]
pub(super) struct Telling {
    waiting: VecDeque<Waiting>,
    /// The id of the notice that is under way.
    sending: Option<String>,
    /// The far end is not there: until when nothing is tried, and why.
    away: Option<Away>,
}

#[derive(Debug)]
struct Waiting {
    notice: Notice,
    tries: u32,
    next: Timestamp,
    /// Whether it was said that it could not be delivered.
    told: bool,
    /// A later notice takes its place, or it lost its meaning, while it was under way: it is not tried again.
    withdrawn: bool,
}

#[derive(Debug)]
struct Away {
    tries: u32,
    next: Timestamp,
    why: String,
}

impl Waiting {
    fn new(notice: Notice, next: Timestamp) -> Self {
        Self { notice, tries: 0, next, told: false, withdrawn: false }
    }
}

impl Telling {
    /// Goes on with what an earlier run decided and could not send, or did not live to note as sent.
    pub(super) fn resume(pending: Vec<OutboxRow>) -> Self {
        let waiting = pending.into_iter().map(|row| Waiting::new(row.notice, Timestamp::MIN));
        Self { waiting: waiting.collect(), sending: None, away: None }
    }

    /// When the next try is due.
    pub(super) fn next(&self) -> Option<Timestamp> {
        if self.sending.is_some() {
            return None;
        }
        let first = self.waiting.iter().map(|waiting| waiting.next).min()?;
        Some(self.away.as_ref().map_or(first, |away| first.max(away.next)))
    }

    /// The first notice whose time has come; a notice that was refused does not hold up those behind it.
    fn due(&self, now: Timestamp) -> Option<&Waiting> {
        if self.sending.is_some() || self.away.as_ref().is_some_and(|away| away.next > now) {
            return None;
        }
        self.waiting.iter().find(|waiting| waiting.next <= now)
    }
}

/// How long to wait after this many failures before.
fn pause(now: Timestamp, tries: u32) -> Timestamp {
    let wait = RETRY_FIRST.saturating_mul(1 << tries.min(8)).min(RETRY_MOST);
    now.saturating_add(SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX)).unwrap_or(Timestamp::MAX)
}

impl Loop {
    /// It is stored: now it is said.
    pub(super) fn stored(&mut self, announcement: Announcement, unstored: Vec<Write>, result: Result<(), StoreError>) {
        if let Err(error) = result {
            // A full disk must not keep an alarm from an editor: it is said, and so is that it could not be stored.
            self.store_trouble(&error);
            // What ended meanwhile was stored as ended: its earlier state must not be stored after that.
            let stale = |write: &Write| match write {
                Write::Incident(incident) => {
                    !matches!(incident.state, State::Resolved { .. })
                        && self.incident_of(incident.id.as_str()).is_none()
                }
                // A pause that has ended meanwhile, stored after its end, would silence the next start.
                Write::Pause(pause) => *pause != self.pause,
                _ => false,
            };
            let still: Vec<Write> = unstored.into_iter().filter(|write| !stale(write)).collect();
            self.writes.splice(0..0, still);
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
            self.telling.waiting.push_back(Waiting::new(notice, now));
        }
        self.tell_undelivered(now);
        self.send_due(now);
    }

    /// A notice that still waits is not sent any more once a later one takes its place.
    fn withdraw(&mut self, key: &str, now: Timestamp) {
        let Telling { waiting, sending, .. } = &mut self.telling;
        let writes = &mut self.writes;
        waiting.retain_mut(|waiting| {
            if waiting.notice.key != key {
                return true;
            }
            if sending.as_ref() == Some(&waiting.notice.id) {
                waiting.withdrawn = true;
                return true;
            }
            writes.push(withdrawn(&waiting.notice, now));
            false
        });
    }

    /// Sends the first notice whose time has come, if none is under way. A pause holds back what waits from before it too.
    pub(super) fn send_due(&mut self, now: Timestamp) {
        if self.pause.is_some() {
            return;
        }
        let Some(notice) = self.telling.due(now).map(|waiting| Box::new(waiting.notice.clone())) else { return };
        self.telling.sending = Some(notice.id.clone());
        let (desktop, events) = (Arc::clone(&self.ports.desktop), self.events.clone());
        tokio::spawn(async move {
            let raised = notice.clone();
            let raised = tokio::task::spawn_blocking(move || desktop.raise(&raised)).await;
            // A far end that panics has not accepted it; the other notices must not wait for it for ever.
            let result = raised.unwrap_or_else(|error| Err(NotDelivered::Refused(error.to_string())));
            // The loop is gone when this fails, and nobody is left to tell.
            let _ = events.send(Event::Sent { notice, result }).await;
        });
    }

    /// A notice was sent, or was not.
    pub(super) fn sent(&mut self, notice: &Notice, result: Result<(), NotDelivered>) {
        self.telling.sending = None;
        let now = self.ports.clock.now();
        let place = self.telling.waiting.iter().position(|waiting| waiting.notice.id == notice.id);
        match result {
            Ok(()) => {
                self.telling.away = None;
                self.mended(&["notice-not-delivered"]);
                if let Some(place) = place {
                    self.telling.waiting.remove(place);
                }
                self.writes.push(Write::Delivered { notice: notice.id.clone(), channel: DESKTOP.to_owned(), at: now });
                self.happen(Happening::Notice(NoticeSent::new(notice, DESKTOP, true, now)));
            }
            Err(error) => self.not_sent(notice, place, &error, now),
        }
        self.flush();
        self.send_due(now);
    }

    fn not_sent(&mut self, notice: &Notice, place: Option<usize>, error: &NotDelivered, now: Timestamp) {
        let next = match error {
            // Nothing gets through: all wait, and the order is kept.
            NotDelivered::NoServer(_) => {
                let tries = self.telling.away.as_ref().map_or(0, |away| away.tries);
                let next = pause(now, tries);
                self.telling.away = Some(Away { tries: tries + 1, next, why: error.to_string() });
                next
            }
            // It may be this notice alone: it does not hold the others up.
            NotDelivered::Refused(_) => {
                self.telling.away = None;
                pause(now, place.map_or(0, |place| self.telling.waiting[place].tries))
            }
        };
        self.writes.push(Write::Failed {
            notice: notice.id.clone(),
            channel: DESKTOP.to_owned(),
            failure: SendFailure { at: now, reason: error.to_string(), next },
        });
        if let Some(place) = place {
            let waiting = &mut self.telling.waiting[place];
            if waiting.withdrawn {
                self.telling.waiting.remove(place);
                self.writes.push(withdrawn(notice, now));
            } else if matches!(error, NotDelivered::Refused(_)) {
                waiting.tries += 1;
                waiting.next = next;
                let first = !std::mem::replace(&mut waiting.told, true);
                if first {
                    self.say_undelivered(notice, &error.to_string(), now);
                }
            }
        }
        self.tell_undelivered(now);
    }

    /// While the far end is away, says once of each notice that waits that it could not be delivered.
    fn tell_undelivered(&mut self, now: Timestamp) {
        let Some(why) = self.telling.away.as_ref().map(|away| away.why.clone()) else { return };
        let mut untold = Vec::new();
        for waiting in self.telling.waiting.iter_mut().filter(|waiting| !waiting.told) {
            waiting.told = true;
            untold.push(waiting.notice.clone());
        }
        for notice in untold {
            self.say_undelivered(&notice, &why, now);
        }
    }

    fn say_undelivered(&mut self, notice: &Notice, why: &str, now: Timestamp) {
        self.happen(Happening::Notice(NoticeSent::new(notice, DESKTOP, false, now)));
        self.remark(true, words::notice_not_delivered(&notice.title, why));
    }
}

fn withdrawn(notice: &Notice, at: Timestamp) -> Write {
    Write::Withdrawn { notice: notice.id.clone(), channel: DESKTOP.to_owned(), at, reason: "superseded".to_owned() }
}
