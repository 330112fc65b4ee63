//! What a reloaded configuration means for a running watch.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::Config;
use crate::watch::{Watch, WatchId};

/// How the watches of two configurations differ, by their ids. Each list is in the order of its configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Watches that are new.
    pub added: Vec<Watch>,
    /// Watches that are no more, as they were.
    pub removed: Vec<Watch>,
    /// Watches that stay and are judged or named differently, as they are now. What was learned about them holds.
    pub changed: Vec<Watch>,
}

impl Changes {
    /// Whether nothing about the watches differs. `[watching]` may.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// How the watches of `new` differ from those of `old`.
pub fn compare(old: &Config, new: &Config) -> Changes {
    let before = by_id(old);
    let after = by_id(new);
    let mut changes = Changes::default();
    for watch in new.watches() {
        match before.get(&watch.id) {
            None => changes.added.push(watch),
            Some(was) if *was != watch => changes.changed.push(watch),
            Some(_) => {}
        }
    }
    changes.removed = old.watches().into_iter().filter(|watch| !after.contains_key(&watch.id)).collect();
    changes
}

/// The outlets that have another name in `new` than in `old`: one that is no more by its old name, and one that is new by its
/// new name, have a front page in common.
pub fn renamed(old: &Config, new: &Config) -> Vec<(String, String)> {
    let names = |config: &Config| config.outlets.iter().map(|outlet| outlet.name.clone()).collect::<HashSet<String>>();
    let (before, after) = (names(old), names(new));
    let gone = old.outlets.iter().filter(|outlet| !after.contains(&outlet.name));
    let was: HashMap<&Url, &str> =
        gone.flat_map(|outlet| outlet.homepages.iter().map(|page| (page, outlet.name.as_str()))).collect();
    let come = new.outlets.iter().filter(|outlet| !before.contains(&outlet.name));
    let pairs = come.filter_map(|outlet| {
        let from = outlet.homepages.iter().find_map(|page| was.get(page))?;
        Some(((*from).to_owned(), outlet.name.clone()))
    });
    let mut taken = HashSet::new();
    // One that was divided goes on as the first of its parts.
    pairs.filter(|(from, _)| taken.insert(from.clone())).collect()
}

fn by_id(config: &Config) -> HashMap<WatchId, Watch> {
    config.watches().into_iter().map(|watch| (watch.id.clone(), watch)).collect()
}
