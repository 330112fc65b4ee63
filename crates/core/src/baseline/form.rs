//! One known form of a page: what is always on it, and between what bounds its measures move.
//!
//! Sites alternate layouts from look to look, so a baseline holds several forms and a look is compared with the nearest.

use std::cmp::Reverse;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::extract::PageModel;
use crate::extract::model::Block;
use crate::extract::name::Key;
use crate::extract::text::WRITINGS;

/// What sort of thing a staple is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// A tag with its classes.
    Token,
    /// A link's address.
    Link,
    /// A text block.
    Block,
    /// A picture.
    Image,
    /// A logo.
    Logo,
    /// A script, frame, style or form.
    Source,
    /// Canonical host, site name, analytics accounts.
    Identity,
    /// A logo in the masthead.
    Mark,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Token, Self::Link, Self::Block, Self::Image, Self::Logo, Self::Source, Self::Identity, Self::Mark];
}

/// Something that was on the page at least once since the form is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Staple {
    key: Key,
    class: Class,
    /// The look of this form in which it was first there.
    born: u16,
    /// In how many looks since it was there.
    seen: u16,
}

/// The least and the most that a measure was, widened slowly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Least seen.
    pub least: f64,
    /// Most seen.
    pub most: f64,
}

impl Range {
    fn add(&mut self, value: f64, first: bool) {
        if first {
            *self = Self { least: value, most: value };
        } else {
            // What was seen long ago is forgotten slowly, so that one odd look does not widen the range for good.
            self.least = if value < self.least { value } else { self.least + (value - self.least) * 0.01 };
            self.most = if value > self.most { value } else { self.most - (self.most - value) * 0.01 };
        }
    }
}

/// The measures of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// Characters of visible text.
    pub text: Range,
    /// Links.
    pub links: Range,
    /// Elements.
    pub elements: Range,
    /// Headings.
    pub headings: Range,
    /// Pictures.
    pub images: Range,
    /// Scripts, in files and inline.
    pub scripts: Range,
    /// Share of links that lead to the domain that most foreign links lead to.
    pub foreign: Range,
    /// Share of headings that say the same.
    pub repeated: Range,
    /// Password fields.
    pub passwords: Range,
    /// Share of visible characters in all text.
    pub visible: Range,
    /// Share of letters in the form's leading writing system.
    pub writing: Range,
}

/// How much of a form's staples a page has, by class: (there, of).
pub type Kept = [(u32, u32); Class::ALL.len()];

/// One known form of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    looks: u16,
    /// The last time this form was seen.
    pub last: Timestamp,
    /// Learned from a suspect that stood; a person may take it back.
    pub provisional: bool,
    staples: Vec<Staple>,
    /// Between what bounds it moves.
    pub measures: Measures,
    /// The writing system that most letters are of.
    pub writing: u8,
}

/// The most staples of one form.
const STAPLES: usize = 4000;
/// After how many looks it is said what was there from the beginning.
const FOUNDED: u16 = 5;
/// After how many looks something that comes and goes is dropped.
const TRIAL: u16 = 5;

impl Measures {
    fn all(&self) -> [Range; 11] {
        let Self { text, links, elements, headings, images, scripts, foreign, repeated, passwords, visible, writing } =
            *self;
        [text, links, elements, headings, images, scripts, foreign, repeated, passwords, visible, writing]
    }
}

impl Form {
    /// Whether it could have come from looks at pages: what was stored and came to harm may be anything.
    pub(super) fn sound(&self) -> bool {
        usize::from(self.writing) < WRITINGS.len()
            && self.looks > 0
            && self.staples.iter().all(|staple| staple.born < self.looks)
            && self.staples.is_sorted_by_key(|staple| (staple.class, staple.key))
            && self.measures.all().iter().all(|range| range.least.is_finite() && range.most.is_finite())
    }

    /// A form that was seen once.
    pub fn new(page: &PageModel, at: Timestamp, provisional: bool) -> Self {
        let mut form =
            Self { looks: 0, last: at, provisional, staples: Vec::new(), measures: Measures::default(), writing: 0 };
        form.add(page, at);
        form
    }

    /// How many looks it is made of.
    pub fn looks(&self) -> u32 {
        u32::from(self.looks)
    }

    /// One more look of this form.
    pub fn add(&mut self, page: &PageModel, at: Timestamp) {
        let first = self.looks == 0;
        if self.looks == u16::MAX {
            self.age();
        }
        self.looks += 1;
        self.last = at;
        let features = features(page);
        self.merge(&features);
        self.measure(page, first);
    }

    /// Halves all counts.
    fn age(&mut self) {
        self.looks /= 2;
        for staple in &mut self.staples {
            staple.born /= 2;
            staple.seen /= 2;
        }
    }

    fn merge(&mut self, features: &[(Class, Key)]) {
        let looks = self.looks;
        let mut merged = Vec::with_capacity(self.staples.len() + 64);
        let mut old = self.staples.iter().copied().peekable();
        let mut new = features.iter().copied().peekable();
        loop {
            match (old.peek().copied(), new.peek().copied()) {
                (Some(staple), Some(feature)) if (staple.class, staple.key) == feature => {
                    merged.push(Staple { seen: staple.seen.saturating_add(1), ..staple });
                    old.next();
                    new.next();
                }
                (Some(staple), feature) if feature.is_none_or(|feature| (staple.class, staple.key) < feature) => {
                    let age = looks - staple.born;
                    // What comes and goes is no staple; what was one and is gone for as long as it was there has left.
                    if age < TRIAL || f64::from(staple.seen) >= 0.7 * f64::from(age) {
                        merged.push(staple);
                    }
                    old.next();
                }
                (_, Some((class, key))) => {
                    merged.push(Staple { key, class, born: looks - 1, seen: 1 });
                    new.next();
                }
                (_, None) => break,
            }
        }
        if merged.len() > STAPLES {
            // The longest seen stay; among equals the order of their keys decides, so that a huge page has staples at all.
            let mut ranked: Vec<_> =
                merged.iter().map(|staple| (Reverse(staple.seen), staple.class, staple.key)).collect();
            ranked.sort_unstable();
            let last = ranked[STAPLES - 1];
            merged.retain(|staple| (Reverse(staple.seen), staple.class, staple.key) <= last);
        }
        self.staples = merged;
    }

    fn measure(&mut self, page: &PageModel, first: bool) {
        let measured = measures(page);
        if first {
            self.writing = measured.writing;
        }
        let m = &mut self.measures;
        for (range, value) in [
            (&mut m.text, f64::from(page.counts.text)),
            (&mut m.links, f64::from(page.counts.links)),
            (&mut m.elements, f64::from(page.elements)),
            (&mut m.headings, f64::from(page.counts.headings)),
            (&mut m.images, page.images.len() as f64),
            (&mut m.scripts, f64::from(page.counts.scripts)),
            (&mut m.foreign, measured.foreign),
            (&mut m.repeated, measured.repeated),
            (&mut m.passwords, f64::from(page.counts.passwords)),
            (&mut m.visible, measured.visible),
            (&mut m.writing, share(page.writings[usize::from(self.writing)], page.writings.iter().sum())),
        ] {
            range.add(value, first);
        }
    }

    /// How much of what never changed in this form a page has. `features` are the page's, sorted.
    pub fn kept(&self, features: &[(Class, Key)]) -> Kept {
        let mut kept = Kept::default();
        // A young form has nothing that never changed yet: what was there so far stands in for it.
        let least = self.looks.min(3);
        // Both are sorted: they are gone through side by side.
        let mut features = features.iter().peekable();
        for staple in &self.staples {
            while features.next_if(|feature| **feature < (staple.class, staple.key)).is_some() {}
            let age = self.looks - staple.born;
            if age < least || f64::from(staple.seen) < 0.95 * f64::from(age) {
                continue;
            }
            let (there, of) = &mut kept[staple.class as usize];
            *of += 1;
            *there += u32::from(features.peek() == Some(&&(staple.class, staple.key)));
        }
        kept
    }

    /// Where the first and the last text of a page stand that never change; none where none of it is left.
    pub fn anchors(&self, page: &PageModel) -> Option<(u32, u32)> {
        let always = |block: &&Block| block.len > 1 && self.always(Class::Block, block.key);
        let mut steady = page.blocks.iter().filter(always).map(|block| block.at);
        let first = steady.next()?;
        Some((first, steady.next_back().unwrap_or(first)))
    }

    /// How many of a class were there from the beginning, or nearly, and in every look since: `(of these still there, of)`.
    /// `there` says whether something is on the page.
    pub fn founding(&self, class: Class, there: impl Fn(Key) -> bool) -> (u32, u32) {
        let founding = self.staples.iter().filter(|staple| {
            staple.class == class
                && staple.seen >= self.looks - staple.born
                && u32::from(self.looks - staple.born) * 5 >= u32::from(self.looks) * 4
        });
        founding
            .filter(|_| self.looks >= FOUNDED)
            .fold((0, 0), |(kept, of), staple| (kept + u32::from(there(staple.key)), of + 1))
    }

    /// Whether something was on the page lately, in whatever look of this form.
    pub fn seen(&self, class: Class, key: Key) -> bool {
        self.staples.binary_search_by(|staple| (staple.class, staple.key).cmp(&(class, key))).is_ok()
    }

    /// Whether something is a staple of this form: there in every look of at least three.
    pub fn always(&self, class: Class, key: Key) -> bool {
        self.staples
            .binary_search_by(|staple| (staple.class, staple.key).cmp(&(class, key)))
            .is_ok_and(|at| self.steady(&self.staples[at]))
    }

    fn steady(&self, staple: &Staple) -> bool {
        let age = self.looks - staple.born;
        age >= 3 && f64::from(staple.seen) >= 0.95 * f64::from(age)
    }

    /// How many staples there are of a class.
    pub fn staples(&self, class: Class) -> usize {
        self.staples.iter().filter(|staple| staple.class == class && self.steady(staple)).count()
    }
}

/// Everything of a page that could be a staple, sorted and distinct.
pub fn features(page: &PageModel) -> Vec<(Class, Key)> {
    let mut all = Vec::with_capacity(
        page.tokens.len() + page.links.len() + page.blocks.len() + page.images.len() + page.sources.len(),
    );
    all.extend(page.tokens.iter().map(|key| (Class::Token, *key)));
    all.extend(page.links.iter().map(|link| (Class::Link, link.key)));
    all.extend(page.blocks.iter().filter(|block| block.len < 200).map(|block| (Class::Block, block.key)));
    all.extend(page.images.iter().map(|image| (Class::Image, image.key)));
    all.extend(page.images.iter().filter(|image| image.logo).map(|image| (Class::Logo, image.key)));
    all.extend(page.marks().map(|image| (Class::Mark, image.key)));
    all.extend(page.sources.iter().map(|source| (Class::Source, source.key)));
    all.extend(page.identity.iter().map(|key| (Class::Identity, *key)));
    all.sort_unstable();
    all.dedup();
    all
}

/// Measures of one page that are shares.
#[derive(Debug, Clone, Copy)]
pub struct Shares {
    /// See [`Measures::foreign`].
    pub foreign: f64,
    /// The domain that most foreign links lead to.
    pub foreign_domain: u16,
    /// See [`Measures::repeated`].
    pub repeated: f64,
    /// The writing system that most letters are of.
    pub writing: u8,
    /// See [`Measures::visible`].
    pub visible: f64,
}

/// The shares of a page.
pub fn measures(page: &PageModel) -> Shares {
    let mut domains = vec![0_u32; page.domains.len()];
    for link in &page.links {
        domains[usize::from(link.domain)] += 1;
    }
    let (foreign_domain, most) =
        domains.iter().enumerate().skip(1).max_by_key(|(_, n)| **n).map_or((0, 0), |(at, n)| (at as u16, *n));
    let mut headings: Vec<Key> = page.headings.iter().map(|heading| heading.key).collect();
    headings.sort_unstable();
    let repeated = headings.chunk_by(|a, b| a == b).map(<[Key]>::len).max().unwrap_or(0) as u32;
    let writing = page.writings.iter().enumerate().max_by_key(|(_, n)| **n).map_or(0, |(at, _)| at as u8);
    Shares {
        foreign: share(most, page.links.len() as u32),
        foreign_domain,
        repeated: if headings.len() < 3 { 0.0 } else { share(repeated, headings.len() as u32) },
        writing,
        visible: share(page.counts.text, page.counts.text + page.counts.hidden_text),
    }
}

fn share(part: u32, of: u32) -> f64 {
    if of == 0 { 0.0 } else { f64::from(part) / f64::from(of) }
}
