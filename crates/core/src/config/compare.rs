//! What a reloaded configuration means for a running watch.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::{Config, Outlet};
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

/// The outlets that have another name in `new` than in `old`: of one that is no more by its old name and one that is new by its
/// new name, both have a front page in common. The old name may be another outlet's now, with other front pages.
pub fn renamed(old: &Config, new: &Config) -> Vec<(String, String)> {
    let by_name = |config: &Config| -> HashMap<String, HashSet<Url>> {
        config.outlets.iter().map(|it| (it.name.clone(), it.homepages.iter().cloned().collect())).collect()
    };
    let (before, after) = (by_name(old), by_name(new));
    let stays = |outlet: &Outlet, other: &HashMap<String, HashSet<Url>>| {
        let namesake = other.get(&outlet.name);
        namesake.is_some_and(|pages| outlet.homepages.iter().any(|page| pages.contains(page)))
    };
    let gone = old.outlets.iter().filter(|outlet| !stays(outlet, &after));
    let was: HashMap<&Url, &str> =
        gone.flat_map(|outlet| outlet.homepages.iter().map(|page| (page, outlet.name.as_str()))).collect();
    let come = new.outlets.iter().filter(|outlet| !stays(outlet, &before));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;

    /// Names, and a letter for each front page.
    type Outlets<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn an_outlet_is_known_by_its_front_pages_whatever_names_are_passed_on() {
        let config = |outlets: &[(&str, &str)]| {
            let outlets = outlets.iter().map(|(name, pages)| {
                let pages: Vec<String> = pages.chars().map(|page| format!("\"https://{page}.example/\"")).collect();
                format!("[[outlet]]\nname = \"{name}\"\nhomepage = [{}]\n", pages.join(","))
            });
            parse(&outlets.collect::<String>()).unwrap().config
        };
        let table: [(&str, Outlets<'_>, Outlets<'_>, Outlets<'_>); 8] = [
            ("another name", &[("A", "a")], &[("B", "a")], &[("A", "B")]),
            ("another page", &[("A", "a")], &[("A", "b")], &[]),
            ("one page more", &[("A", "a")], &[("A", "ab")], &[]),
            ("divided", &[("A", "ab")], &[("B", "a"), ("C", "b")], &[("A", "B")]),
            ("a part of it goes", &[("A", "ab")], &[("A", "a"), ("B", "b")], &[]),
            ("another takes the name", &[("A", "a")], &[("B", "a"), ("A", "b")], &[("A", "B")]),
            ("names exchanged", &[("A", "a"), ("B", "b")], &[("A", "b"), ("B", "a")], &[("B", "A"), ("A", "B")]),
            ("one after the other", &[("A", "a"), ("B", "b")], &[("B", "a"), ("C", "b")], &[("A", "B"), ("B", "C")]),
        ];
        for (what, old, new, expected) in table {
            let found = renamed(&config(old), &config(new));
            let found: Vec<(&str, &str)> = found.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
            assert_eq!(found, expected, "{what}");
        }
    }
}
