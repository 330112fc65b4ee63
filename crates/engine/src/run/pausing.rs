//! A pause of the alerts. The watch goes on and incidents are kept as always; nobody is told of them. When the pause
//! ends, by itself or by a person, what is still open and was not told is told.

use frontwatch_core::incident::track::Change;
use frontwatch_core::standing::Pause;
use jiff::Timestamp;

use super::Loop;
use crate::store::Write;

impl Loop {
    /// Pauses the alerts; a pause that is there is replaced.
    pub(super) fn pause(&mut self, until: Option<Timestamp>) {
        let since = self.pause.map_or_else(|| self.ports.clock.now(), |pause| pause.since);
        self.pause = Some(Pause { since, until });
        self.writes.push(Write::Pause(self.pause));
        self.flush();
    }

    /// Ends the pause and tells what was held back.
    pub(super) fn resume(&mut self) {
        if self.pause.take().is_none() {
            return;
        }
        self.writes.push(Write::Pause(None));
        self.tell_held_back();
        let now = self.ports.clock.now();
        self.send_due(now);
    }

    /// Tells what a pause held back, unless there still is one. What is not in the configuration now waits for its outlet.
    pub(super) fn tell_held_back(&mut self) {
        if self.pause.is_some() {
            return;
        }
        let unresolved =
            self.slots.values().flat_map(|slot| slot.track.unresolved()).chain(self.alerting.reported.values());
        let untold = unresolved.filter(|incident| self.held_back.contains(&incident.id));
        let changes: Vec<Change> = untold.cloned().map(Change::Opened).collect();
        for change in &changes {
            self.held_back.remove(&change.incident().id);
        }
        // Those that are told together are told once: the first of them tells of all.
        self.announce(&changes, self.ports.clock.now());
    }
}
