//! Who the outlets are: made-up names in their own languages, and what sets one template from another.

use std::sync::Arc;

use crate::options::Roster;
use crate::words::{self, LANGUAGES, Lexicon};

/// The group of the demonstration.
const DEMO_GROUP: &str = "Demo Media Group";
/// Slug, language and name of its outlets.
const DEMO: [(&str, &str, &str); 6] = [
    ("ledger", "en", "Quarry Lane Ledger"),
    ("cinar", "az", "Çinarlı Dəftəri"),
    ("kavak", "tr", "Kavaklıdüz Postası"),
    ("ivovy", "ru", "Ивовый листок"),
    ("marfa", "ar", "دفتر المرفأ القديم"),
    ("narbag", "az", "Narbağ Çırağı"),
];
/// How many generated outlets share a group.
const GROUP_SIZE: usize = 6;

/// Who an outlet is: what never changes while it is open.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    /// Shown to people.
    pub(crate) name: Arc<str>,
    /// Names it on the command line and in addresses: ASCII.
    pub(crate) slug: String,
    /// Its publisher.
    pub(crate) group: String,
    /// Its language.
    pub(crate) lexicon: &'static Lexicon,
    /// What everything made up about it follows from.
    pub(crate) seed: u64,
    /// What sets its template from those of its group.
    pub(crate) style: Style,
}

/// What sets an outlet's template from those of its group.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    /// In front of the names of its classes.
    pub(crate) prefix: &'static str,
    /// Of headings and links, `#rrggbb`.
    pub(crate) accent: &'static str,
    /// Whether a card's picture comes before its headline.
    pub(crate) picture_first: bool,
    /// Whether the sidebar comes before the sections.
    pub(crate) sidebar_first: bool,
    /// By which section the front page begins.
    pub(crate) first_section: usize,
    /// Its number with the analytics company.
    pub(crate) analytics: String,
}

/// The outlets of a roster, in order.
pub(crate) fn identities(roster: Roster, seed: u64) -> Vec<Identity> {
    match roster {
        Roster::DemoGroup => DEMO
            .iter()
            .enumerate()
            .map(|(i, (slug, tag, name))| {
                identity(i, (*slug).to_owned(), name, DEMO_GROUP.to_owned(), words::of(tag), seed)
            })
            .collect(),
        Roster::Generated(count) => (0..count)
            .map(|i| {
                let (lexicon, turn) = (LANGUAGES[i % LANGUAGES.len()], i / LANGUAGES.len());
                let group = format!("Made-up Media Group {}", i / GROUP_SIZE + 1);
                identity(i, format!("{}-{}", lexicon.tag, turn + 1), &name(lexicon, turn), group, lexicon, seed)
            })
            .collect(),
    }
}

/// The `turn`-th name in a language; no two are the same.
fn name(lexicon: &Lexicon, turn: usize) -> String {
    let place = lexicon.places[turn % lexicon.places.len()];
    let round = turn / lexicon.places.len();
    let paper = lexicon.papers[(turn + round) % lexicon.papers.len()];
    let name = if lexicon.rtl { format!("{paper} {place}") } else { format!("{place} {paper}") };
    match round / lexicon.papers.len() {
        0 => name,
        again => format!("{name} {}", again + 1),
    }
}

fn identity(i: usize, slug: String, name: &str, group: String, lexicon: &'static Lexicon, seed: u64) -> Identity {
    const PREFIXES: [&str; 4] = ["nw", "dm", "pg", "fr"];
    const ACCENTS: [&str; 6] = ["#8c1c13", "#1d4e6b", "#2f5d3a", "#5a3d7a", "#8a5a00", "#0f5c5c"];
    let seed = seed.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(i as u64 + 1);
    let mut chance = fastrand::Rng::with_seed(seed);
    let style = Style {
        prefix: PREFIXES[i / GROUP_SIZE % PREFIXES.len()],
        accent: ACCENTS[i % ACCENTS.len()],
        picture_first: chance.bool(),
        sidebar_first: chance.bool(),
        first_section: chance.usize(..lexicon.sections.len()),
        analytics: format!("G-{}", (0..10).map(|_| chance.alphanumeric().to_ascii_uppercase()).collect::<String>()),
    };
    Identity { name: name.into(), slug, group, lexicon, seed, style }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_and_slugs_are_each_outlets_own() {
        for roster in [Roster::DemoGroup, Roster::Generated(1200)] {
            let all = identities(roster, 1);
            let names: HashSet<_> = all.iter().map(|identity| identity.name.clone()).collect();
            let slugs: HashSet<_> = all.iter().map(|identity| identity.slug.clone()).collect();
            assert_eq!((names.len(), slugs.len()), (all.len(), all.len()), "{roster:?}");
            assert!(slugs.iter().all(|slug| slug.is_ascii()));
        }
    }
}
