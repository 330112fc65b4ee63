//! What of a list comes into a configuration: what is new, what is watched already, and what cannot be taken.

use std::collections::BTreeSet;

use url::Url;

use super::{Listed, Refused};
use crate::config::{Config, Outlet, leave_out_watched};

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
    let mut names: BTreeSet<String> = config.outlets.iter().map(|outlet| outlet.name.to_lowercase()).collect();
    let mut homes: BTreeSet<Url> = BTreeSet::new();
    for (_, mut outlet) in listed.outlets {
        let again: Vec<Url> = outlet.homepages.iter().filter(|home| homes.contains(*home)).cloned().collect();
        outlet.homepages.retain(|home| !again.contains(home));
        plan.known.extend(leave_out_watched(&mut outlet, config));
        let feed_is_new = outlet.feed.as_ref().is_none_or(|feed| homes.insert(feed.clone()));
        if !feed_is_new {
            outlet.feed = None;
        }
        if outlet.homepages.is_empty() {
            continue;
        }
        homes.extend(outlet.homepages.iter().cloned());
        outlet.name = unused(&outlet.name, &names);
        names.insert(outlet.name.to_lowercase());
        plan.add.push(outlet);
    }
    plan
}

/// A name that no outlet has: with a number behind it where it is taken.
fn unused(name: &str, names: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    all.find(|name| !names.contains(&name.to_lowercase())).unwrap_or_default()
}
