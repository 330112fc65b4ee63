//! From a change of an incident to what is announced: decided and stored. How it is sent is in `sending`.
//!
//! **Architecture invariant:** what is announced was stored first.

use frontwatch_core::incident::track::Change;
use frontwatch_core::incident::{Incident, Resolution, State};
use frontwatch_core::notify::{Circumstances, Decision, Occasion, Resting, decide};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;

use super::Loop;
use super::containing::contained;
use super::event::Announcement;
use super::judging::Panicked;
use crate::api::happening::{Happening, IncidentState};
use crate::store::Write;

/// How often it is tried to decide what is told of a change, where that breaks down.
const TRIES: u8 = 5;

/// A change of an incident of which it is not decided yet what is told.
#[derive(Debug)]
pub(super) struct Undecided {
    change: Change,
    at: Timestamp,
    tried: u8,
}

impl Loop {
    /// Decides what is told of these changes, stores both, and announces them once they are stored.
    pub(super) fn announce(&mut self, changes: &[Change], now: Timestamp) {
        self.take_note_of(changes, now);
        self.decide_all();
    }

    /// Keeps changes of which it is to be decided what is told. Whatever breaks down from here on, it is decided then; with the
    /// next tick at the latest.
    pub(super) fn take_note_of(&mut self, changes: &[Change], at: Timestamp) {
        let undecided = changes.iter().cloned().map(|change| Undecided { change, at, tried: 0 });
        self.undecided.extend(undecided);
    }

    /// Decides what is told of all changes of which that is not decided yet, each by itself.
    pub(super) fn decide_all(&mut self) {
        if self.undecided.is_empty() {
            return;
        }
        let mut announcement = Announcement::default();
        let mut again = Vec::new();
        while let Some(mut undecided) = self.undecided.pop_front() {
            let Err(panic) = self.decide_on(&undecided, &mut announcement) else { continue };
            self.broke_down("alerts", &panic);
            undecided.tried += 1;
            if undecided.tried < TRIES {
                again.push(undecided);
            } else {
                tracing::error!(
                    incident = undecided.change.incident().id.as_str(),
                    "nobody could be told of this incident"
                );
            }
        }
        self.undecided.extend(again);
        self.store_and(announcement);
    }

    /// Decides what is told of a change. Where that breaks down, all is as it was before.
    fn decide_on(&mut self, undecided: &Undecided, announcement: &mut Announcement) -> Result<(), Panicked> {
        let (mut change, now) = (undecided.change.clone(), undecided.at);
        // What is placed is found in its place when it is tried again.
        let recruited = contained(|| self.place(&mut change, now))?;
        let alert = self.alerting.alerts.of(&change.incident().id).cloned();
        let told = alert.as_ref().and_then(|alert| self.alerting.told.get(&alert.lead).copied());
        let (writes, said) = (self.writes.len(), announcement.lengths());
        let decided = contained(|| self.announce_change(&change, now, announcement));
        if decided.is_err() {
            self.writes.truncate(writes);
            announcement.cut_back(said);
            if let Some(alert) = alert {
                match told {
                    Some(told) => drop(self.alerting.told.insert(alert.lead.clone(), told)),
                    None => drop(self.alerting.told.remove(&alert.lead)),
                }
                self.alerting.alerts.put_back(&change.incident().id, alert);
            }
        }
        // Of those that were told before it is kept that they belong to a campaign; nothing happened to them.
        self.writes.extend(recruited.into_iter().map(|incident| Write::Incident(Box::new(incident))));
        decided
    }

    fn announce_change(&mut self, change: &Change, now: Timestamp, announcement: &mut Announcement) {
        let incident = change.incident();
        if matches!(change, Change::Acknowledged(_) | Change::Snoozed(_) | Change::Resolved(_)) {
            self.held_back.remove(&incident.id);
        }
        if let State::Resolved { resolution: Resolution::Ours | Resolution::Dismissed, .. } = incident.state {
            self.pictures.forget(&incident.id, &mut self.writes);
        }
        // Other reasons for the same incident are stored; of what is said of it nothing is another.
        if matches!(change, Change::Developed(_)) {
            self.writes.push(Write::Incident(Box::new(incident.clone())));
        } else {
            self.write_incident(incident, announcement);
        }
        if matches!(change, Change::Snoozed(_)) {
            self.writes.push(Write::PutOff { incident: incident.id.clone(), at: now });
        }
        let alerts = &mut self.alerting.alerts;
        let over = matches!(change, Change::Resolved(_));
        let alert = if over { alerts.ended(&incident.id) } else { alerts.of(&incident.id).cloned() };
        let Some(alert) = alert else { return };
        let around = Circumstances {
            paused: self.pause.is_some(),
            resting: Resting::of(&incident.outlet, &alert, |outlet| self.outlet_pauses.contains_key(outlet)),
            quiet: self.is_quiet(now),
            alert: &alert,
            told: self.alerting.told.get(&alert.lead),
            in_hand: self.others_are_in_hand(&incident.id, now),
            now,
        };
        match decide(change, &around) {
            Decision::Tell(occasion) => {
                let notice = self.notice_of(&alert, incident, occasion, now);
                self.tell(notice, announcement);
            }
            Decision::Silent { reason, close } => {
                if close {
                    announcement.close.push_back(alert.lead.as_str().to_owned());
                }
                if by_hand(change) {
                    self.alerting.overnight.remove(&incident.id);
                }
                self.keep_silent(incident, reason, now);
                if over && alert.unresolved().next().is_none() {
                    self.alerting.told.remove(&alert.lead);
                }
            }
        }
    }

    fn write_incident(&mut self, incident: &Incident, announcement: &mut Announcement) {
        self.writes.push(Write::Incident(Box::new(incident.clone())));
        announcement.happenings.push_back(Happening::Incident(IncidentState::new(incident, &self.speech)));
    }

    /// A person re-checked by a notification, which has left the screen: if it is not over, it comes back. What is over
    /// is told of anyway.
    pub(super) fn answer_owed(&mut self, id: &WatchId, now: Timestamp) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        let Some(owed) = slot.owed.take() else { return };
        let Some(incident) = slot.track.unresolved().iter().find(|incident| incident.id == owed).cloned() else {
            return;
        };
        let alert = self.alerting.alerts.of(&owed).cloned();
        let Some(alert) = alert.filter(|_| !self.is_paused(&incident.outlet) && incident.is_open()) else { return };
        let notice = self.notice_of(&alert, &incident, Occasion::Again, now);
        let mut announcement = Announcement::default();
        self.tell_here(notice, &mut announcement);
        self.store_and(announcement);
    }
}

/// Whether a person did it: then it waits for no morning.
fn by_hand(change: &Change) -> bool {
    match change {
        Change::Acknowledged(_) | Change::Snoozed(_) => true,
        Change::Resolved(incident) => {
            !matches!(incident.state, State::Resolved { resolution: Resolution::Recovered, .. })
        }
        _ => false,
    }
}
