//! Everything that a detector looks at: the look, its page, and the nearest known form of that page.

use std::cell::OnceCell;

use super::Look;
use super::who::{Who, who};
use crate::baseline::form::{self, Class, Form, Kept, Shares};
use crate::baseline::{Baseline, Novelty};
use crate::evidence::{self, Evidence};
use crate::extract::PageModel;
use crate::extract::name::{Key, registrable};
use crate::text::{Arg, Message};
use crate::verdict::Signal;

/// How many places one insertion may bring, or take away, however small the page.
const HANDFUL: f64 = 6.0;
/// Which share of its places a release changes at least.
const MUCH: f64 = 0.12;
/// How many files of its own a page gets without a release of it.
const FILES: u32 = 2;

/// What a detector looks at.
pub(super) struct Scene<'a> {
    pub(super) look: &'a Look<'a>,
    pub(super) page: &'a PageModel,
    pub(super) baseline: &'a Baseline,
    /// Everything of the page that could be a staple, sorted.
    features: Vec<(Class, Key)>,
    /// The nearest known form; none before the baseline is ready.
    pub(super) form: Option<&'a Form>,
    /// What the page keeps of it.
    pub(super) kept: Kept,
    pub(super) shares: Shares,
    pub(super) novelty: Novelty,
    /// How much of the ordinary stirs: 0 a page that stands still, 1 a new release or weeks unwatched.
    pub(super) stir: f64,
    /// The same, but for what would be strong by itself; and where no release excuses anything, only time.
    stirs: [f64; 2],
    /// How lately the page was looked at: 1 just now, half a day or more ago. Who edits a page takes parts out, too.
    pub(super) fresh: f64,
    /// Where the first and the last text stand that never change; the whole page where none is known.
    anchors: OnceCell<(u32, u32)>,
    own: Vec<&'a str>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(look: &'a Look<'a>, page: &'a PageModel, baseline: &'a Baseline) -> Self {
        let features = form::features(page);
        let form = baseline.nearest(&features).filter(|_| baseline.ready()).map(|(at, _)| &baseline.forms()[at]);
        let kept = form.map(|form| form.kept(&features)).unwrap_or_default();
        let novelty = Novelty::of(page, baseline);
        let days = baseline.last().map_or(0.0, |last| look.at.duration_since(last).as_secs_f64() / 86_400.0).max(0.0);
        let fresh = 1.0 - 0.5 * days.min(1.0);
        // A page changes by itself while nobody looks: half of what stirs a release after about six days.
        let unwatched = 1.0 - (-days / 8.0).exp();
        let anything = anything_new(&novelty, page.paths.len());
        let release = release(&novelty, &kept);
        let stir = |share: f64| 1.0 - (1.0 - unwatched) * (1.0 - share);
        let mut own: Vec<&str> = baseline.memory().own().iter().map(String::as_str).collect();
        own.extend(page.domains.first().map(String::as_str).filter(|domain| !domain.is_empty()));
        Self {
            look,
            page,
            baseline,
            features,
            form,
            kept,
            shares: form::measures(page),
            novelty,
            stir: stir(anything),
            stirs: [release.min(anything), 0.0].map(stir),
            fresh,
            anchors: OnceCell::new(),
            own,
        }
    }

    /// Whether anything is excused by what else is new.
    pub(super) fn excuses(&self) -> bool {
        self.stir > self.stirs[1]
    }

    /// Excuses only what a release does, which takes old places away as well.
    pub(super) fn excuse_by_release(&mut self) {
        self.stir = self.stirs[0];
    }

    /// Excuses nothing but what the page may have changed while nobody looked.
    pub(super) fn excuse_by_time(&mut self) {
        self.stir = self.stirs[1];
    }

    /// Whether something is known, or a person approved it.
    pub(super) fn known(&self, key: Key) -> bool {
        self.baseline.known().has(key) || self.baseline.memory().approved(key)
    }

    /// How much of a change at the page's edges counts by how lately it was looked at, 0.9 to 1.
    pub(super) fn lately(&self) -> f64 {
        0.8 + 0.2 * self.fresh
    }

    /// Whose a host is.
    pub(super) fn who(&self, host: &str, domain: u16) -> Who {
        who(host, self.domain(domain), &self.own)
    }

    /// Whose a host is that is only named.
    pub(super) fn who_named(&self, host: &str) -> Who {
        who(host, &registrable(host), &self.own)
    }

    pub(super) fn domain(&self, domain: u16) -> &str {
        self.page.domains.get(usize::from(domain)).map_or("", String::as_str)
    }

    /// Whether a domain is known in a role.
    pub(super) fn knows_domain(&self, domain: u16, role: &str) -> bool {
        domain == 0 || self.baseline.known().has(crate::baseline::role_key(self.page, domain, role))
    }

    /// The share of a class of staples that is lost, 0 to 1, where there are at least `least` of them.
    pub(super) fn lost(&self, class: Class, least: u32) -> Option<f64> {
        let (there, of) = self.kept[class as usize];
        (of >= least).then(|| 1.0 - f64::from(there) / f64::from(of))
    }

    /// Whether the page has something that could be a staple.
    pub(super) fn has(&self, class: Class, key: Key) -> bool {
        self.features.binary_search(&(class, key)).is_ok()
    }

    /// Where the first and the last text stand that never change.
    pub(super) fn anchors(&self) -> (u32, u32) {
        *self.anchors.get_or_init(|| {
            let Some(form) = self.form else {
                return (0, u32::MAX);
            };
            form.anchors(self.page).unwrap_or((0, u32::MAX))
        })
    }
}

/// How much is new on a page that holds so many places, 0 to 1, whatever it is.
fn anything_new(novelty: &Novelty, places: usize) -> f64 {
    let new = novelty.paths - HANDFUL / places.max(1) as f64;
    (new / MUCH).clamp(0.0, 1.0).max(files(novelty.own_sources))
}

/// How much a look is a release of the page, 0 to 1: it brings places in which readers see something and takes old ones away, or
/// does so with the page's own files. Whoever attacks could add whatever else excuses them.
fn release(novelty: &Novelty, kept: &Kept) -> f64 {
    let gone = |class: Class| {
        let (there, of) = kept[class as usize];
        (of.saturating_sub(there), of)
    };
    let share = |(part, of): (u32, u32)| {
        // Another page altogether may be a small one.
        let most = of > 0 && part * 2 >= of;
        if most { 1.0 } else { ((f64::from(part) - HANDFUL) / f64::from(of.max(1)) / MUCH).clamp(0.0, 1.0) }
    };
    let places = share(novelty.seen).min(share(gone(Class::Token)));
    places.max(files(novelty.own_sources.min(gone(Class::Source).0 + FILES)))
}

/// How much so many new files of the page's own make a release.
fn files(new: u32) -> f64 {
    (f64::from(new.saturating_sub(1)) / 4.0).min(1.0)
}

/// A signal with its sentence: `title.replaced` is said by `signal-title-replaced`.
pub(super) fn signal(
    kind: &str,
    weight: f64,
    args: Vec<(&str, Arg)>,
    before: impl Into<Evidence>,
    after: impl Into<Evidence>,
) -> Signal {
    let mut message = Message::new(format!("signal-{}", kind.replace('.', "-")));
    for (name, arg) in args {
        message = message.with(name, arg);
    }
    // Never empty: a reason without a before and an after explains nothing.
    let shown = |shown: Evidence| if shown.trim().is_empty() { evidence::nothing().into() } else { shown };
    Signal {
        kind: kind.to_owned(),
        weight: weight.clamp(0.0, 1.0),
        message,
        before: shown(before.into()),
        after: shown(after.into()),
    }
}

/// Evidence in words of this program: `no-words` is said by `shown-no-words`.
pub(super) fn shows(id: &str) -> Message {
    Message::new(format!("shown-{id}"))
}

/// Evidence that counts something.
pub(super) fn shows_count(id: &str, count: impl Into<f64>) -> Message {
    shows(id).with("count", number(count))
}

/// Text of the site within evidence.
pub(super) fn whole(text: impl Into<String>) -> Arg {
    Arg::Whole(text.into())
}

/// An amount without a fraction.
pub(super) fn number(amount: impl Into<f64>) -> Arg {
    Arg::Number(amount.into().round_ties_even())
}

/// How many there are.
pub(super) fn size(many: usize) -> f64 {
    many as f64
}
