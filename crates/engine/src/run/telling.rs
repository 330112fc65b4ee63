//! From a change of an incident to what is announced: decided and stored. How it is sent is in `sending`.
//!
//! **Architecture invariant:** what is announced was stored first.

use frontwatch_core::incident::track::Change;
use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::notify::{Decision, Notice, Reason, compose, decide};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;

use super::Loop;
use super::event::Announcement;
use super::sending::DESKTOP;
use crate::api::happening::{Happening, IncidentState};
use crate::store::Write;

impl Loop {
    /// Decides what is told of these changes, stores both, and announces them once they are stored.
    pub(super) fn announce(&mut self, changes: &[Change], now: Timestamp) {
        let mut announcement = Announcement::default();
        for change in changes {
            let incident = change.incident();
            if matches!(change, Change::Acknowledged(_) | Change::Resolved(_)) {
                self.held_back.remove(&incident.id);
            }
            if let State::Resolved { resolution: Resolution::Ours | Resolution::Dismissed, .. } = incident.state {
                self.pictures.forget(&incident.id, &mut self.writes);
            }
            self.writes.push(Write::Incident(Box::new(incident.clone())));
            // Other reasons for the same incident are stored; of what is said of it nothing is another.
            if !matches!(change, Change::Developed(_)) {
                announcement.happenings.push(Happening::Incident(IncidentState::new(incident, &self.speech)));
            }
            match decide(change, self.pause.is_some(), &self.speech, now) {
                Decision::Tell(notice) => {
                    self.writes.push(Write::Outbox { notice: Box::new(notice.clone()), channel: DESKTOP.to_owned() });
                    announcement.notices.push(notice);
                }
                Decision::Silent { reason, close } => {
                    if reason == Reason::Paused {
                        self.held_back.insert(incident.id.clone());
                    }
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

    /// A person re-checked by a notification, which has left the screen: if it is not over, it comes back. What is over
    /// is told of anyway.
    pub(super) fn answer_owed(&mut self, id: &WatchId, now: Timestamp) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        let Some(owed) = slot.owed.take() else { return };
        let Some(incident) = slot.track.unresolved().iter().find(|incident| incident.id == owed) else { return };
        if self.pause.is_some() || incident.state != State::Open {
            return;
        }
        let notice = compose(incident, &self.speech, now);
        let notice = Notice { id: format!("{}/again/{}", owed.as_str(), now.as_millisecond()), ..notice };
        self.writes.push(Write::Outbox { notice: Box::new(notice.clone()), channel: DESKTOP.to_owned() });
        self.store_and(Announcement { notices: vec![notice], ..Announcement::default() });
    }
}
