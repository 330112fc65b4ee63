//! An outlet gets another name, or goes and comes back. It is the same outlet where it has one of the same front pages: what
//! is known of it, what is open and the pause of its alerts go with it.

use std::collections::BTreeSet;

use frontwatch_core::config::{Config, Outlet, renamed};
use frontwatch_core::incident::Incident;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Loop;
use crate::store::Write;

/// For how long the pause of an outlet that was removed waits for it to be put back. Later it would silence one that somebody
/// added without thinking of it.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// A paused outlet that the configuration does not name at the moment.
#[derive(Debug)]
pub(super) struct Away {
    since: Timestamp,
    /// Where it was; none where that is not known any more.
    homepages: BTreeSet<Url>,
}

impl Away {
    /// Whether this is the outlet that was called `name`.
    fn is(&self, name: &str, outlet: &Outlet) -> bool {
        let known = !self.homepages.is_empty();
        if known { outlet.homepages.iter().any(|page| self.homepages.contains(page)) } else { outlet.name == name }
    }
}

impl Loop {
    /// The configuration was `before`, and is another one now.
    pub(super) fn outlets_configured(&mut self, before: &Config, now: Timestamp) {
        for (from, to) in renamed(before, &self.config) {
            self.rename(&from, &to);
        }
        let named = |name: &String| self.config.outlets.iter().any(|outlet| outlet.name == *name);
        for name in self.outlet_pauses.keys().filter(|name| !named(name)) {
            let was = before.outlets.iter().find(|outlet| outlet.name == *name);
            let homepages = was.map(|outlet| outlet.homepages.iter().cloned().collect()).unwrap_or_default();
            self.paused_away.entry(name.clone()).or_insert(Away { since: now, homepages });
        }
        let mut over = Vec::new();
        for (name, away) in std::mem::take(&mut self.paused_away) {
            let back = self.config.outlets.iter().find(|outlet| away.is(&name, outlet));
            if let Some(back) = back.map(|outlet| outlet.name.clone()) {
                self.rename(&name, &back);
            } else if self.config.outlets.iter().any(|outlet| outlet.name == name) {
                // Another outlet of the same name was never paused.
                over.push(name);
            } else {
                self.paused_away.insert(name, away);
            }
        }
        self.resume_outlets(&over);
    }

    /// Paused outlets that did not come back in time.
    pub(super) fn stayed_away(&mut self, now: Timestamp) -> Vec<String> {
        let waited = |away: &Away| now.duration_since(away.since) > WAITS;
        let over: Vec<String> =
            self.paused_away.iter().filter(|(_, away)| waited(away)).map(|(name, _)| name.clone()).collect();
        self.paused_away.retain(|name, _| !over.contains(name));
        over
    }

    /// What is open of outlets that got another name while nobody watched.
    pub(super) fn renamed_meanwhile(&mut self, now: Timestamp) {
        let names: BTreeSet<String> = self.config.outlets.iter().map(|outlet| outlet.name.clone()).collect();
        let other = |slot: &super::slot::Slot| {
            let from = slot.track.unresolved().iter().map(|incident| incident.outlet.clone());
            let to = slot.watch.outlet.clone();
            from.filter(|from| !names.contains(from)).map(|from| (from, to.clone())).collect::<Vec<_>>()
        };
        let renamed: BTreeSet<(String, String)> = self.slots.values().flat_map(other).collect();
        for (from, to) in renamed {
            self.rename(&from, &to);
        }
        let gone = self.outlet_pauses.keys().filter(|name| !names.contains(*name)).cloned();
        self.paused_away = gone.map(|name| (name, Away { since: now, homepages: BTreeSet::new() })).collect();
    }

    /// Whatever bears the one name bears the other from now on.
    fn rename(&mut self, from: &str, to: &str) {
        if from == to {
            return;
        }
        let name = |incident: &mut Incident| {
            if incident.outlet == from {
                to.clone_into(&mut incident.outlet);
            }
        };
        for slot in self.slots.values_mut() {
            slot.track.amend_all(name);
            // Of a story, which the configuration does not name.
            if slot.watch.outlet == from {
                to.clone_into(&mut slot.watch.outlet);
            }
        }
        let rested = self.rested.values_mut().flat_map(|rested| &mut rested.incidents);
        rested.chain(self.alerting.reported.values_mut()).chain(self.alerting.overnight.values_mut()).for_each(name);
        self.alerting.alerts.renamed(from, to);
        self.pictures.renamed(from, to);
        // A pause that a person gave the new name counts.
        if let Some(pause) = self.outlet_pauses.remove(from) {
            self.writes.push(Write::OutletPause { outlet: from.to_owned(), pause: None });
            let pause = *self.outlet_pauses.entry(to.to_owned()).or_insert(pause);
            self.writes.push(Write::OutletPause { outlet: to.to_owned(), pause: Some(pause) });
        }
        self.writes.push(Write::Renamed { from: from.to_owned(), to: to.to_owned() });
        self.flush();
    }
}
