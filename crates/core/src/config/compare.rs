//! What a reloaded configuration means for a running watch.

use std::collections::HashMap;

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

fn by_id(config: &Config) -> HashMap<WatchId, Watch> {
    config.watches().into_iter().map(|watch| (watch.id.clone(), watch)).collect()
}
