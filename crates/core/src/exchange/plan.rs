//! What of a list comes into a configuration: what is new, what is watched already, and what cannot be taken.

use std::collections::{BTreeSet, HashMap, HashSet};

use url::Url;

use super::{Listed, NAME, Refused};
use crate::config::{Config, Outlet, Watched};

/// What would be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Outlets that are new, each named as no other is.
    pub add: Vec<Outlet>,
    /// Addresses that are watched already, with the outlet that watches each.
    pub known: Vec<(Url, String)>,
    /// Lines that name no outlet.
    pub refused: Vec<Refused>,
}

/// Compares a list with a configuration. Of an address that the list names twice, the first counts.
pub fn plan(listed: Listed, config: &Config) -> Plan {
    let mut plan = Plan { refused: listed.refused, ..Plan::default() };
    let watched = Watched::of(config);
    let mut names = Names::of(config);
    let mut homes: BTreeSet<Url> = BTreeSet::new();
    for (_, mut outlet) in listed.outlets {
        outlet.homepages.retain(|home| !homes.contains(home));
        plan.known.extend(watched.leave_out(&mut outlet));
        let feed_is_new = outlet.feed.as_ref().is_none_or(|feed| homes.insert(feed.clone()));
        if !feed_is_new {
            outlet.feed = None;
        }
        if outlet.homepages.is_empty() {
            continue;
        }
        homes.extend(outlet.homepages.iter().cloned());
        outlet.name = names.unused(&outlet.name);
        plan.add.push(outlet);
    }
    plan
}

/// The names that are taken, in small letters.
struct Names {
    taken: HashSet<String>,
    /// Up to which number each was taken when it was last asked for: thousands of one name must not be counted through anew.
    numbers: HashMap<String, u32>,
}

impl Names {
    fn of(config: &Config) -> Self {
        let taken = config.outlets.iter().map(|outlet| outlet.name.to_lowercase()).collect();
        Self { taken, numbers: HashMap::new() }
    }

    /// A name that no outlet has, which is taken then: with a number behind it where it was taken before.
    fn unused(&mut self, name: &str) -> String {
        if self.taken.insert(name.to_lowercase()) {
            return name.to_owned();
        }
        let number = self.numbers.entry(name.to_lowercase()).or_insert(1);
        loop {
            *number = number.saturating_add(1);
            let end = format!(" {number}");
            let start: String = name.chars().take(NAME - end.len()).collect();
            let numbered = format!("{}{end}", start.trim_end());
            if self.taken.insert(numbered.to_lowercase()) {
                return numbered;
            }
        }
    }
}
