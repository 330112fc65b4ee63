//! A pause of the alerts. The watch goes on and incidents are kept as always; nobody is told of them. When the pause
//! ends, by itself or by a person, what is still open and was not told is told.

use frontwatch_core::incident::State;
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
        let held_back = std::mem::take(&mut self.held_back);
        let unresolved = self.slots.values().flat_map(|slot| slot.track.unresolved());
        let untold = unresolved.filter(|incident| incident.state == State::Open && held_back.contains(&incident.id));
        let changes: Vec<Change> = untold.cloned().map(Change::Opened).collect();
        self.announce(&changes, self.ports.clock.now());
    }
}
