//! What always says or leads to the same in its place: the motto beneath the masthead, the lines of the footer, the outlet's
//! accounts elsewhere, the page's canonical address. News comes and goes around it.
//!
//! Only places that a page has once count: in a list every entry stands in the same place.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::extract::PageModel;
use crate::extract::model::Role;
use crate::extract::name::{Key, Sort, join};

/// The most places that are remembered.
const PLACES: usize = 400;
/// A text is at least this long, characters: less is a label or a number.
const TEXT: u16 = 8;
/// After how many looks without it a place is forgotten.
const FORGOTTEN: u32 = 60;

/// From how many looks on that a place was the same it is fixed.
pub const FOUNDED: u32 = 5;

/// What stands in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Holds {
    /// Words that lead nowhere.
    Words,
    /// A link to another site.
    Link,
    /// An address that the page gives for itself.
    Address,
}

/// A place with what always stood in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Place {
    /// Where.
    key: Key,
    holds: Holds,
    what: Key,
    /// The look in which it was first there.
    since: u32,
    /// The last look that had the place.
    last: u32,
}

/// What stands fixed on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    /// Ascending by place.
    places: Vec<Place>,
}

/// A place that says something else now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// What stands in it.
    pub holds: Holds,
    /// For how many looks it was the same.
    pub looks: u32,
    /// By element, where it is on the page now.
    pub at: u32,
}

impl Fixed {
    /// Whether it could have come from `looks` looks at pages: what was stored and came to harm may be anything.
    pub(super) fn sound(&self, looks: u32) -> bool {
        self.places.is_sorted_by_key(|place| place.key)
            && self.places.iter().all(|place| place.since <= place.last && place.last <= looks)
    }

    /// Remembers what a page has in its places.
    pub fn add(&mut self, look: u32, page: &PageModel) {
        for (place, holds, what, _) in places(page) {
            match self.places.binary_search_by_key(&place, |known| known.key) {
                Ok(at) => {
                    let known = &mut self.places[at];
                    if known.what != what {
                        known.what = what;
                        known.since = look;
                    }
                    known.last = look;
                }
                Err(at) if self.places.len() < PLACES => {
                    self.places.insert(at, Place { key: place, holds, what, since: look, last: look });
                }
                Err(_) => {}
            }
        }
        self.places.retain(|known| look - known.last < FORGOTTEN);
    }

    /// The places that said the same for at least `looks` looks and say something else now; and how many still say it.
    pub fn changed(&self, page: &PageModel, looks: u32) -> (Vec<Changed>, usize) {
        let (mut changed, mut same) = (Vec::new(), 0);
        for (place, holds, what, at) in places(page) {
            let known = self.places.binary_search_by_key(&place, |known| known.key).map(|at| self.places[at]);
            let Ok(known) = known else { continue };
            let age = known.last - known.since + 1;
            if age < looks {
                continue;
            }
            if known.what == what {
                same += 1;
            } else {
                changed.push(Changed { holds, looks: age, at });
            }
        }
        (changed, same)
    }
}

/// The places that a page has once, with what stands in them.
fn places(page: &PageModel) -> Vec<(Key, Holds, Key, u32)> {
    let mut all: Vec<(Key, Holds, Key, u32)> = Vec::with_capacity(page.blocks.len() + 32);
    let words = page.blocks.iter().filter(|block| !block.linked && !block.hidden && block.len >= TEXT);
    all.extend(words.map(|block| (block.path, Holds::Words, block.key, block.at)));
    let links = page.links.iter().filter(|link| link.domain != 0 && !link.hidden);
    all.extend(links.map(|link| {
        let domain = page.domains.get(usize::from(link.domain)).map_or("", String::as_str);
        let place = join(Sort::Link, link.path, super::domain_key(domain, "place"));
        (place, Holds::Link, link.key, link.at)
    }));
    let addresses = page.sources.iter().filter(|source| matches!(source.role, Role::Canonical | Role::Elsewhere));
    all.extend(
        addresses.map(|source| (join(Sort::Source, source.role as u64, 0), Holds::Address, source.key, source.at)),
    );
    let mut times = FxHashMap::<Key, u32>::default();
    for (place, ..) in &all {
        *times.entry(*place).or_default() += 1;
    }
    all.retain(|(place, ..)| times[place] == 1);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_look_could_have_left_is_not_sound() {
        let place = |key, since, last| Place { key, holds: Holds::Words, what: 1, since, last };
        let table = [
            (vec![], true),
            (vec![place(1, 1, 4), place(2, 4, 4)], true),
            (vec![place(1, 4, 1)], false),
            (vec![place(1, 1, 5)], false),
            (vec![place(2, 1, 4), place(1, 1, 4)], false),
        ];
        for (places, sound) in table {
            assert_eq!(Fixed { places: places.clone() }.sound(4), sound, "{places:?}");
        }
    }
}
