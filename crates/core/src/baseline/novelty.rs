//! What one look brings that was never there: told once, for detectors that ask whether a change came alone.

use rustc_hash::FxHashSet;

use super::Baseline;
use super::fixed::{FOUNDED, Holds};
use super::memory::{known_domain, role_key};
use crate::extract::PageModel;
use crate::extract::model::{Link, Role};
use crate::extract::name::{Key, Sort, key};

/// What is new about one look.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Novelty {
    /// Scripts, frames and objects from domains that were never named.
    pub executing: u32,
    /// Scripts and styles of the page's own, or of known domains, that were never there.
    pub own_sources: u32,
    /// Inline scripts of new shapes.
    pub inline: u32,
    /// Pictures from new domains.
    pub pictures: u32,
    /// Distinct new domains that are linked.
    pub links: u32,
    /// Covers that were never there.
    pub covers: u32,
    /// The title is new.
    pub title: bool,
    /// The title for sharing is new.
    pub card: bool,
    /// Share of paths that are new, 0 to 1.
    pub paths: f64,
    /// Places that are new, of those in which readers see words, a link or a picture: `(new, of)`.
    pub seen: (u32, u32),
    /// Words that always were the same are others.
    pub fixed_words: bool,
    /// Links elsewhere that always were the same are others.
    pub fixed_links: bool,
    /// Share of headlines, of those whose links stay, that are worded anew; `None` where too few stay.
    pub headlines: Option<f64>,
    /// The same of short texts: entries of the navigation.
    pub entries: Option<f64>,
}

impl Novelty {
    /// What is new about a page.
    pub fn of(page: &PageModel, baseline: &Baseline) -> Self {
        let known = baseline.known();
        let mut novelty = Self::default();
        let mut domains = vec![false; page.domains.len()];
        for source in &page.sources {
            if known.has(source.key) {
                continue;
            }
            let strange = source.domain != 0 && !known_domain(baseline, page, source.domain);
            match source.role {
                Role::Script | Role::Frame | Role::Object if strange => novelty.executing += 1,
                Role::Script | Role::Style if !strange => novelty.own_sources += 1,
                _ => {}
            }
        }
        novelty.inline = page.scripts.iter().filter(|script| !known.knows(script)).count() as u32;
        for image in &page.images {
            let at = usize::from(image.domain);
            if at != 0 && !domains[at] && !known.has(role_key(page, image.domain, "picture")) {
                domains[at] = true;
                novelty.pictures += 1;
            }
        }
        domains.fill(false);
        for link in &page.links {
            let at = usize::from(link.domain);
            if at != 0 && !domains[at] && !known.has(role_key(page, link.domain, "link")) {
                domains[at] = true;
                novelty.links += 1;
            }
        }
        novelty.covers = page.covers.iter().filter(|cover| !known.has(cover.key)).count() as u32;
        novelty.title = !known.has(key(Sort::Title, page.title.as_bytes()));
        novelty.card = !known.has(key(Sort::Title, page.card.as_bytes()));
        let new = page.paths.iter().filter(|path| !known.has(**path)).count();
        novelty.paths = new as f64 / page.paths.len().max(1) as f64;
        let seen = seen(page);
        novelty.seen = (seen.iter().filter(|path| !known.has(**path)).count() as u32, seen.len() as u32);
        let (changed, _) = baseline.fixed().changed(page, FOUNDED);
        novelty.fixed_words = changed.iter().any(|changed| changed.holds == Holds::Words);
        novelty.fixed_links = changed.iter().any(|changed| changed.holds == Holds::Link);
        novelty.headlines = baseline.memory().rewritten(page, Link::is_headline);
        novelty.entries = baseline.memory().rewritten(page, |link| !link.is_headline());
        novelty
    }

    /// Whether learning this is worth a version in the store.
    pub fn material(&self) -> bool {
        self.executing > 0 || self.own_sources > 0 || self.inline > 0 || self.covers > 0 || self.paths > 0.05
    }
}

/// The places in which readers see words, a link or a picture, each once.
fn seen(page: &PageModel) -> FxHashSet<Key> {
    let words = page.blocks.iter().filter(|block| !block.hidden && !block.linked).map(|block| block.path);
    let links = page.links.iter().filter(|link| !link.hidden).map(|link| link.path);
    let pictures = page.images.iter().filter(|image| !image.hidden && !image.background).map(|image| image.path);
    words.chain(links).chain(pictures).collect()
}
