//! What a baseline remembers besides forms: hosts by role, how often something new comes, the links of the last look.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{Baseline, Novelty};
use crate::extract::PageModel;
use crate::extract::model::{ClaimAt, Item, Link, Role, Source};
use crate::extract::name::{Key, Sort, join, key};
use crate::extract::text::WRITINGS;

/// The most hosts that are remembered by name.
const HOSTS: usize = 400;
/// The most links of the last look that are remembered.
const LINKS: usize = 600;
/// Of how many links that stayed something is said at least.
const STAYED: usize = 6;
/// The most titles that are remembered.
const TITLES: usize = 30;
/// The most stories of a feed that are remembered.
const ITEMS: usize = 300;
/// The most contents that a person approved.
const APPROVED: usize = 500;

/// How often a look brings something new, from 0 (never) to 1 (always); young rates are pulled to a guess.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Rates {
    /// A script, frame or object from a domain that was never named.
    pub executing: f64,
    /// An inline script of a new shape.
    pub inline: f64,
    /// A picture from a new domain.
    pub pictures: f64,
    /// A link to a new domain.
    pub links: f64,
    /// A cover that was never there.
    pub covers: f64,
    /// A title that was never there.
    pub titles: f64,
    /// A title for sharing that was never there.
    pub cards: f64,
    /// Share of paths that are new.
    pub paths: f64,
    /// Words that always were the same and were changed.
    pub fixed_words: f64,
    /// Links elsewhere that always were the same and were changed.
    pub fixed_links: f64,
    /// Share of headlines, of those whose links stay, that are worded anew.
    pub headlines: f64,
    /// Share of short texts, of those whose links stay, that are worded anew.
    pub entries: f64,
}

impl Rates {
    /// Whether they could have come from looks at pages.
    pub(super) fn sound(self) -> bool {
        let Self { executing, inline, pictures, links, covers, titles, cards, paths, .. } = self;
        let Self { fixed_words, fixed_links, headlines, entries, .. } = self;
        [executing, inline, pictures, links, covers, titles, cards, paths]
            .iter()
            .chain(&[fixed_words, fixed_links, headlines, entries])
            .all(|rate| (0.0..=1.0).contains(rate))
    }
}

/// Whether a domain was ever named on the page in a role that loads something.
pub(super) fn known_domain(baseline: &Baseline, page: &PageModel, domain: u16) -> bool {
    baseline.known().has(role_key(page, domain, "load"))
}

/// The key of a domain in a role.
pub fn role_key(page: &PageModel, domain: u16, role: &str) -> Key {
    let name = page.domains.get(usize::from(domain)).map_or("", String::as_str);
    domain_key(name, role)
}

/// The key of a domain in a role, by its name.
pub fn domain_key(domain: &str, role: &str) -> Key {
    join(Sort::Domain, key(Sort::Domain, domain.as_bytes()), key(Sort::Domain, role.as_bytes()))
}

/// Every key of a page that is remembered beyond its form.
pub(super) fn keys(page: &PageModel) -> Vec<Key> {
    let mut keys = Vec::with_capacity(page.paths.len() + page.sources.len() * 2 + 64);
    keys.extend_from_slice(&page.paths);
    for source in &page.sources {
        keys.push(source.key);
        keys.push(source.folder);
        if !matches!(source.role, Role::Canonical | Role::Icon | Role::Elsewhere) {
            keys.push(role_key(page, source.domain, "load"));
        }
        keys.push(role_key(page, source.domain, source.role.as_str()));
    }
    for script in &page.scripts {
        for host in &script.hosts {
            let domain = crate::extract::name::registrable(host);
            keys.push(domain_key(&domain, "load"));
            keys.push(domain_key(&domain, "named"));
        }
    }
    keys.extend(page.images.iter().map(|image| role_key(page, image.domain, "picture")));
    keys.extend(page.images.iter().map(|image| image.folder));
    keys.extend(page.images.iter().filter(|image| image.logo).map(|image| logo_folder(image.folder)));
    keys.extend(page.images.iter().filter(|image| image.logo || image.background || image.wide).map(|image| image.key));
    keys.extend(page.links.iter().map(|link| role_key(page, link.domain, "link")));
    keys.extend(page.links.iter().map(|link| join(Sort::Link, link.path, 2)));
    keys.extend(page.links.iter().filter(|link| link.hidden).map(|link| join(Sort::Link, link.path, 1)));
    keys.extend(page.covers.iter().map(|cover| cover.key));
    keys.extend(page.claims.iter().filter(|claim| claim.place != ClaimAt::Story).map(|claim| claim.key));
    keys.extend(page.headings.iter().filter(|heading| !heading.linked).map(|heading| heading.key));
    keys.extend(page.items.iter().map(|item| role_key(page, item.domain, "item")));
    keys.extend(page.images.iter().filter(|image| image.background).map(|image| image.path));
    keys.extend(page.blocks.iter().filter(|block| !block.linked).map(|block| block.path));
    keys.extend(page.links.iter().filter(|link| link.program).map(|link| join(Sort::Link, link.path, 3)));
    keys.extend(page.scripts.iter().flat_map(|script| &script.aims).map(|host| domain_key(host, "aim")));
    keys.push(key(Sort::Title, page.title.as_bytes()));
    keys.push(key(Sort::Title, page.card.as_bytes()));
    // What stands for several pictures.
    let mut offered: Vec<Key> = page.offered.iter().map(|(image, _)| *image).collect();
    offered.sort_unstable();
    keys.extend(offered.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3).map(|run| join(Sort::Image, run[0], 2)));
    let mut words: Vec<Key> = page.images.iter().map(|image| image.alt).filter(|alt| *alt != 0).collect();
    words.sort_unstable();
    keys.extend(words.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3).map(|run| join(Sort::Image, run[0], 3)));
    keys.extend(page.words.iter().map(|word| word.key));
    keys.extend(traits(page));
    keys
}

/// What a page is like as a whole, as keys: whether it ever was like that is what counts.
pub(super) fn traits(page: &PageModel) -> impl Iterator<Item = Key> {
    let sounds = page.counts.autoplay > 0;
    let asks = page.counts.passwords > 0;
    let writings = page.writings.iter().zip(WRITINGS).map(|(letters, name)| (*letters >= PASSAGE, writing_key(name)));
    [
        (page.noindex, trait_key("noindex")),
        (page.goes_on(), trait_key("goes on")),
        (!page.wallets.is_empty(), trait_key("wallet")),
        (page.is_bare(), trait_key("bare")),
        (sounds, trait_key("sound")),
        (asks, trait_key("password")),
        (page.rtl, trait_key("right to left")),
        (!page.rtl, trait_key("left to right")),
        (true, trait_key(&format!("language {}", page.lang))),
    ]
    .into_iter()
    .chain(writings)
    .filter_map(|(holds, key)| holds.then_some(key))
}

/// The key of a folder as one that logos come from.
pub fn logo_folder(folder: Key) -> Key {
    join(Sort::Image, folder, key(Sort::Domain, b"logo"))
}

/// How many letters of a writing system make a passage in it.
pub const PASSAGE: u32 = 20;

/// The key of a writing system that a page has passages in.
pub fn writing_key(name: &str) -> Key {
    trait_key(&format!("writing {name}"))
}

/// The key of what a page is like as a whole.
pub fn trait_key(name: &str) -> Key {
    key(Sort::Identity, name.as_bytes())
}

/// A link of the last look: whether its text changes while it stays tells rewriting from publishing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Kept {
    link: Key,
    text: Key,
}

/// A story of the last look of a feed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// What names it.
    pub id: Key,
    /// Hashes of its title's words.
    pub words: Vec<u32>,
    /// Key of where it leads.
    pub place: Key,
}

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    rates: Rates,
    looks: u32,
    /// Registrable domains that load something, with the look in which each was last seen.
    hosts: BTreeMap<String, u32>,
    links: Vec<Kept>,
    titles: Vec<String>,
    /// The page's own domains: its address, its canonical one, the one that most of its links lead to.
    own: Vec<String>,
    approved: Vec<Key>,
    items: Vec<Story>,
    most_new: u16,
    most_gone: u16,
    /// Seconds between the last two looks.
    pub gap: i64,
    last: Option<Timestamp>,
}

impl Memory {
    /// How often something new comes.
    pub fn rates(&self) -> Rates {
        self.rates
    }

    /// Domains that load something, by name.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.hosts.keys().map(String::as_str)
    }

    /// The page's own domains.
    pub fn own(&self) -> &[String] {
        &self.own
    }

    /// Titles that were seen, latest last.
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// The stories of the last look, newest first where the feed is.
    pub fn items(&self) -> &[Story] {
        &self.items
    }

    /// The most stories that were new in one look.
    pub fn most_new_items(&self) -> usize {
        usize::from(self.most_new)
    }

    /// The most stories that were gone in one look although older ones were there.
    pub fn most_gone_items(&self) -> usize {
        usize::from(self.most_gone)
    }

    /// Whether a person approved exactly this.
    pub fn approved(&self, key: Key) -> bool {
        self.approved.contains(&key)
    }

    pub(super) fn approve(&mut self, page: &PageModel) {
        let claims = page.claims.iter().map(|claim| claim.key);
        let covers = page.covers.iter().map(|cover| cover.key);
        let sources = page.sources.iter().map(|source| source.key);
        let images = page.images.iter().map(|image| image.key);
        // A headline that stands over many stories; those that change by the hour need no approval.
        let mut headings: Vec<Key> = page.headings.iter().map(|heading| heading.key).collect();
        headings.sort_unstable();
        let repeated = headings.chunk_by(|a, b| a == b).filter(|run| run.len() >= 3).map(|run| run[0]);
        let keys: Vec<Key> = claims
            .chain(repeated)
            .chain(covers)
            .chain(sources)
            .chain(images)
            .chain([key(Sort::Title, page.title.as_bytes())])
            .collect();
        for key in keys {
            if !self.approved.contains(&key) {
                self.approved.push(key);
            }
        }
        let much = self.approved.len().saturating_sub(APPROVED);
        self.approved.drain(..much);
    }

    /// Whether a link of the last look had this text.
    pub fn said(&self, text: Key) -> bool {
        self.links.iter().any(|kept| kept.text == text)
    }

    /// Whether a link of the last look had this address and this text.
    pub fn led(&self, link: Key, text: Key) -> bool {
        self.links.binary_search_by_key(&(link, text), |kept| (kept.link, kept.text)).is_ok()
    }

    /// The share of links, of those that were there in the last look with a text, whose text is another now; `None` where
    /// too few stayed. Only of those that `counts` lets count.
    pub fn rewritten(&self, page: &PageModel, counts: impl Fn(&Link) -> bool) -> Option<f64> {
        let mut same = rustc_hash::FxHashMap::<Key, bool>::default();
        for link in page.links.iter().filter(|link| link.text != 0 && counts(link)) {
            let from = self.links.partition_point(|kept| kept.link < link.key);
            let before = || self.links[from..].iter().take_while(|kept| kept.link == link.key);
            if before().next().is_some() {
                *same.entry(link.key).or_insert(false) |= before().any(|kept| kept.text == link.text);
            }
        }
        let changed = same.values().filter(|same| !**same).count();
        (same.len() >= STAYED).then(|| changed as f64 / same.len() as f64)
    }

    pub(super) fn add(&mut self, page: &PageModel, novelty: &Novelty, at: Timestamp, look: u32) {
        if let Some(last) = self.last {
            self.gap = at.duration_since(last).as_secs();
            // A moving average over about 20 looks; the first looks count in full.
            self.looks = self.looks.saturating_add(1);
            let part = 1.0 / f64::from(self.looks.clamp(1, 20));
            let mix = |rate: &mut f64, value: f64| *rate += (value - *rate) * part;
            mix(&mut self.rates.executing, f64::from(u8::from(novelty.executing > 0)));
            mix(&mut self.rates.inline, f64::from(u8::from(novelty.inline > 0)));
            mix(&mut self.rates.pictures, f64::from(u8::from(novelty.pictures > 0)));
            mix(&mut self.rates.links, f64::from(u8::from(novelty.links > 0)));
            mix(&mut self.rates.covers, f64::from(u8::from(novelty.covers > 0)));
            mix(&mut self.rates.titles, f64::from(u8::from(novelty.title)));
            mix(&mut self.rates.cards, f64::from(u8::from(novelty.card)));
            mix(&mut self.rates.paths, novelty.paths);
            mix(&mut self.rates.fixed_words, f64::from(u8::from(novelty.fixed_words)));
            mix(&mut self.rates.fixed_links, f64::from(u8::from(novelty.fixed_links)));
            if let Some(headlines) = novelty.headlines {
                mix(&mut self.rates.headlines, headlines);
            }
            if let Some(entries) = novelty.entries {
                mix(&mut self.rates.entries, entries);
            }
        }
        self.last = Some(at);
        self.remember_hosts(page, look);
        self.remember_links(page);
        if !page.title.is_empty() && !self.titles.contains(&page.title) {
            self.titles.push(page.title.clone());
            if self.titles.len() > TITLES {
                self.titles.remove(0);
            }
        }
        self.remember_items(page);
        self.remember_own(page);
    }

    fn remember_items(&mut self, page: &PageModel) {
        if !self.items.is_empty() && !page.items.is_empty() {
            let known: FxHashSet<Key> = self.items.iter().map(|old| old.id).collect();
            let now: FxHashSet<Key> = page.items.iter().map(|item| item.id).collect();
            let new = now.difference(&known).count();
            let there = |old: &Story| now.contains(&old.id);
            let last = self.items.iter().rposition(there).unwrap_or_default();
            let gone = self.items[..last].iter().filter(|old| !there(old)).count();
            self.most_new = self.most_new.max(new.min(1000) as u16);
            self.most_gone = self.most_gone.max(gone.min(1000) as u16);
        }
        let story = |item: &Item| Story { id: item.id, words: item.words.clone(), place: item.place };
        self.items = page.items.iter().take(ITEMS).map(story).collect();
    }

    fn remember_hosts(&mut self, page: &PageModel, look: u32) {
        let loads = |source: &&Source| matches!(source.role, Role::Script | Role::Frame | Role::Object | Role::Form);
        for source in page.sources.iter().filter(loads) {
            if let Some(domain) = page.domains.get(usize::from(source.domain)).filter(|_| source.domain != 0) {
                self.hosts.insert(domain.clone(), look);
            }
        }
        if self.hosts.len() > HOSTS {
            let mut ages: Vec<(Reverse<u32>, &String)> =
                self.hosts.iter().map(|(host, last)| (Reverse(*last), host)).collect();
            ages.sort_unstable();
            let kept: BTreeSet<String> =
                ages.into_iter().take(HOSTS - HOSTS / 4).map(|(_, host)| host.clone()).collect();
            self.hosts.retain(|host, _| kept.contains(host));
        }
    }

    fn remember_links(&mut self, page: &PageModel) {
        self.links = page
            .links
            .iter()
            .filter(|link| link.text != 0)
            .take(LINKS)
            .map(|link| Kept { link: link.key, text: link.text })
            .collect();
        self.links.sort_unstable_by_key(|kept| (kept.link, kept.text));
        self.links.dedup();
    }

    fn remember_own(&mut self, page: &PageModel) {
        let mut counts = vec![0_u32; page.domains.len()];
        for link in &page.links {
            counts[usize::from(link.domain)] += 1;
        }
        let leading = counts
            .iter()
            .enumerate()
            .max_by_key(|(_, n)| **n)
            .filter(|(_, n)| **n as usize * 2 > page.links.len() && **n > 5)
            .map(|(at, _)| at);
        for at in [Some(0), page.canonical.map(usize::from), leading].into_iter().flatten() {
            if let Some(domain) = page.domains.get(at).filter(|domain| !domain.is_empty() && self.own.len() < 6)
                && !self.own.contains(domain)
            {
                self.own.push(domain.clone());
            }
        }
    }
}
