//! A pause of the alerts. The watch goes on and incidents are kept as always; nobody is told of them. When the pause
//! ends, by itself or by a person, what is still open and was not told is told.

use frontwatch_core::incident::track::Change;
use frontwatch_core::standing::Pause;
use jiff::Timestamp;

use super::Loop;
use super::event::Refusal;
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

    /// Whether nothing is told of an outlet.
    pub(super) fn is_paused(&self, outlet: &str) -> bool {
        self.pause.is_some() || self.outlet_pauses.contains_key(outlet)
    }

    /// Pauses the alerts of an outlet; a pause of it that is there is replaced.
    pub(super) fn pause_outlet(&mut self, outlet: &str, until: Option<Timestamp>) -> Result<(), Refusal> {
        if !self.config.outlets.iter().any(|known| known.name == outlet) {
            return Err(Refusal::NoSuchOutlet);
        }
        let since = self.outlet_pauses.get(outlet).map_or_else(|| self.ports.clock.now(), |pause| pause.since);
        let pause = Pause { since, until };
        self.outlet_pauses.insert(outlet.to_owned(), pause);
        self.writes.push(Write::OutletPause { outlet: outlet.to_owned(), pause: Some(pause) });
        self.flush();
        Ok(())
    }

    /// Ends the pauses of these outlets, and tells what they held back.
    pub(super) fn resume_outlets(&mut self, outlets: &[String]) {
        if outlets.is_empty() {
            return;
        }
        for outlet in outlets {
            self.paused_away.remove(outlet);
            if self.outlet_pauses.remove(outlet).is_some() {
                self.writes.push(Write::OutletPause { outlet: outlet.clone(), pause: None });
            }
        }
        self.tell_held_back();
        let now = self.ports.clock.now();
        self.send_due(now);
    }

    /// The outlets whose pauses are over by themselves: in time, or as they were not put back.
    pub(super) fn outlets_to_resume(&mut self, now: Timestamp) -> Vec<String> {
        let mut outlets = self.stayed_away(now);
        let over = |(_, pause): &(&String, &Pause)| pause.is_over(now);
        outlets.extend(self.outlet_pauses.iter().filter(over).map(|(outlet, _)| outlet.clone()));
        outlets
    }

    /// Tells what a pause held back, unless there still is one. What is not in the configuration now waits for its outlet.
    pub(super) fn tell_held_back(&mut self) {
        if self.pause.is_some() {
            return;
        }
        let unresolved =
            self.slots.values().flat_map(|slot| slot.track.unresolved()).chain(self.alerting.reported.values());
        let untold = unresolved.filter(|incident| {
            self.held_back.contains(&incident.id) && !self.outlet_pauses.contains_key(&incident.outlet)
        });
        let changes: Vec<Change> = untold.cloned().map(Change::Opened).collect();
        for change in &changes {
            self.held_back.remove(&change.incident().id);
        }
        // Those that are told together are told once: the first of them tells of all.
        self.announce(&changes, self.ports.clock.now());
    }
}
