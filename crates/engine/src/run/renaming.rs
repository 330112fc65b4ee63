//! An outlet gets another name, or goes and comes back. It is the same outlet where it has one of the same front pages: what
//! is known of it, what is open and the pause of its alerts go with it.

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::config::{Config, Outlet, renamed};
use frontwatch_core::incident::Incident;
use frontwatch_core::watch::WatchId;
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
        let renamed = renamed(before, &self.config);
        // One that is no more leaves its pause to none that takes its name.
        let replaced = renamed.iter().map(|(_, to)| to).filter(|to| {
            before.outlets.iter().any(|outlet| outlet.name == **to) && !renamed.iter().any(|(from, _)| from == *to)
        });
        for name in replaced {
            if self.outlet_pauses.remove(name).is_some() {
                self.writes.push(Write::OutletPause { outlet: name.clone(), pause: None });
            }
        }
        self.rename_all(&renamed);
        self.give_over();
        let named = |name: &String| self.config.outlets.iter().any(|outlet| outlet.name == *name);
        let gone: Vec<String> = self.outlet_pauses.keys().filter(|name| !named(name)).cloned().collect();
        for name in gone.into_iter().filter(|name| !self.paused_away.contains_key(name)).collect::<Vec<_>>() {
            let was = before.outlets.iter().find(|outlet| outlet.name == name);
            let homepages = was.map(|outlet| outlet.homepages.iter().cloned().collect()).unwrap_or_default();
            self.writes.push(Write::OutletAway { outlet: name.clone(), since: Some(now) });
            self.paused_away.insert(name, Away { since: now, homepages });
        }
        let mut over = Vec::new();
        for (name, away) in std::mem::take(&mut self.paused_away) {
            let back = self.config.outlets.iter().find(|outlet| away.is(&name, outlet));
            if let Some(back) = back.map(|outlet| outlet.name.clone()) {
                self.writes.push(Write::OutletAway { outlet: name.clone(), since: None });
                self.rename(&name, &back);
            } else if self.config.outlets.iter().any(|outlet| outlet.name == name) {
                // Another outlet of the same name was never paused.
                over.push(name);
            } else {
                self.paused_away.insert(name, away);
            }
        }
        self.flush();
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

    /// What is open of outlets that got another name while nobody watched; and the paused ones that the configuration does not
    /// name, which were `away` when it was last watched, and since when.
    pub(super) fn renamed_meanwhile(&mut self, away: Vec<(String, Timestamp)>, now: Timestamp) {
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
        self.give_over();
        let mut away: BTreeMap<String, Timestamp> = away.into_iter().collect();
        let gone: Vec<String> = self.outlet_pauses.keys().filter(|name| !names.contains(*name)).cloned().collect();
        for name in gone {
            let since = away.remove(&name).unwrap_or_else(|| {
                self.writes.push(Write::OutletAway { outlet: name.clone(), since: Some(now) });
                now
            });
            self.paused_away.insert(name, Away { since, homepages: BTreeSet::new() });
        }
        // Those are back, and some too late.
        away.retain(|name, _| self.outlet_pauses.contains_key(name));
        let (late, back): (BTreeMap<_, _>, _) =
            away.into_iter().partition(|(_, since)| now.duration_since(*since) > WAITS);
        self.writes.extend(back.into_keys().map(|outlet| Write::OutletAway { outlet, since: None }));
        self.flush();
        self.resume_outlets(&late.into_keys().collect::<Vec<_>>());
    }

    /// What is open at a watch bears the name of the outlet that has the watch now. By the watch alone: the name that it bore
    /// may be another outlet's by now, and so may be whatever else bears it.
    fn give_over(&mut self) {
        let reported = self.alerting.reported.values();
        let of_slots = self.slots.values().flat_map(|slot| slot.track.unresolved());
        let bears = reported.chain(of_slots).filter_map(|incident| {
            let now = &self.slots.get(&incident.watch)?.watch.outlet;
            (incident.outlet != *now).then(|| (incident.watch.clone(), now.clone()))
        });
        for (watch, to) in bears.collect::<BTreeMap<WatchId, String>>() {
            let mut incidents = Vec::new();
            let mut name = |incident: &mut Incident| {
                if incident.watch == watch {
                    to.clone_into(&mut incident.outlet);
                    incidents.push(incident.id.clone());
                }
            };
            if let Some(slot) = self.slots.get_mut(&watch) {
                slot.track.amend_all(&mut name);
            }
            self.alerting.reported.values_mut().chain(self.alerting.overnight.values_mut()).for_each(name);
            self.alerting.alerts.moved(&watch, &to);
            self.pictures.moved(&incidents, &to);
            self.writes.push(Write::Moved { watch, to });
        }
    }

    /// Gives outlets other names, each what it was called and is called now, all at the same time: where one takes the name that
    /// another had, neither is taken for the other.
    fn rename_all(&mut self, renamed: &[(String, String)]) {
        let is_passed_on = |to: &String| renamed.iter().any(|(from, _)| from == to);
        if renamed.iter().any(|(_, to)| is_passed_on(to)) {
            // Names that nobody gives an outlet; they never stay.
            let between = |place: usize| format!("\u{e000}{place}");
            renamed.iter().enumerate().for_each(|(place, (from, _))| self.rename(from, &between(place)));
            renamed.iter().enumerate().for_each(|(place, (_, to))| self.rename(&between(place), to));
        } else {
            for (from, to) in renamed {
                self.rename(from, to);
            }
        }
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
        let configured: BTreeSet<WatchId> =
            self.config.watches().into_iter().chain(self.config.reader_watches()).map(|watch| watch.id).collect();
        for slot in self.slots.values_mut() {
            slot.track.amend_all(name);
            // Of a story, say, which the configuration does not name. What it names has its name already: another outlet may
            // have taken the old one.
            if slot.watch.outlet == from && !configured.contains(&slot.watch.id) {
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
    }
}
