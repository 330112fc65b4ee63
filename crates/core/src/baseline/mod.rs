//! What normal is for a watch: learned, versioned, seen and revocable by a person.
//!
//! **Architecture invariant:** it learns from `normal`; from a `suspect` only when it is soft and the same cause has
//! stood for 30 minutes over at least two judgements; never from `alarm` or `inconclusive`. A release of the page makes no
//! strong signal soft.
//!
//! Bounded: a handful of forms of a few thousand keys each, one memory of keys and script shapes, one memory of the
//! links of the last look. May not touch: verdicts (it is told them), sentences (it gives message ids).

pub mod chain;
pub mod closed;
mod compare;
mod describe;
pub mod fixed;
pub mod form;
pub mod known;
pub mod login;
mod memory;
pub mod names;
mod novelty;
pub mod parts;
mod sharpness;
pub mod story;
pub mod transport;
pub mod values;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::detect::Judged;
use crate::extract::PageModel;
use crate::extract::name::{Key, Sort, key};
use crate::facts::Facts;
use crate::facts::story::Likeness;
use crate::text::{Arg, Message};
use crate::verdict::{Judgement, Signal, Verdict};
use fixed::Fixed;
use form::{Class, Form};
use known::Known;
use memory::Memory;
use parts::Parts;

pub use compare::Difference;
pub use memory::{PASSAGE, Rates, Story, domain_key, logo_folder, role_key, trait_key, writing_key};
pub use novelty::Novelty;
pub use sharpness::Sharpness;

/// How many looks are learned before anything is judged against them.
pub const FIRST_LOOKS: u32 = 3;
/// How long the cause of a soft suspect must stand before it is learned (design, invariant 4).
const STANDING: SignedDuration = SignedDuration::from_mins(30);
/// The most forms of one page.
const FORMS: usize = 5;
/// From what weight on a signal is strong: a suspect that has one is never learned.
pub const STRONG: f64 = 0.75;

/// What is normal for one watch.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    version: u64,
    /// Looks learned.
    looks: u32,
    /// The caller said that what was learned so far is enough.
    closed: bool,
    /// Distinct contents learned, as far as the last 16 tell them apart.
    contents: u32,
    recent: Vec<Key>,
    began: Option<Timestamp>,
    last: Option<Timestamp>,
    forms: Vec<Form>,
    known: Known,
    memory: Memory,
    fixed: Fixed,
    standing: Option<Standing>,
    parts: Parts,
    values: values::Known,
    shut: closed::Known,
    login: login::Known,
    chain: chain::Known,
    names: names::Known,
    story: story::Known,
    transport: transport::Known,
}

/// A soft suspect that may yet be learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Standing {
    causes: Vec<Key>,
    since: Timestamp,
    judged: u32,
}

/// What learning from a judgement did to the baseline.
#[derive(Debug, Clone, PartialEq)]
pub enum Learned {
    /// Nothing: the verdict forbids it, or the contents are known.
    Nothing,
    /// Counters only: worth keeping in memory, not worth a version in the store.
    Counted,
    /// What is normal changed materially: worth a version in the store, for this reason.
    Material(Message),
}

/// A blob that is no baseline of a format this version reads. Relearn from kept captures.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored baseline (format {format}) cannot be read by this version")]
pub struct Unreadable {
    /// The format that the store named.
    pub format: u16,
}

impl Baseline {
    /// The format of [`Baseline::encode`]; raised when the meaning or the layout of the blob changes.
    pub const FORMAT: u16 = 6;

    /// Grows by one with every change that is material.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Whether enough is known to judge against: [`FIRST_LOOKS`] looks, or [`Baseline::close`].
    pub fn ready(&self) -> bool {
        self.looks >= FIRST_LOOKS || self.closed && self.looks > 0
    }

    /// Says that what was learned so far is enough: for stored histories, whose beginning is named by a person.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// How much this baseline is to be trusted, 0 to 1: distinct contents and elapsed time, not looks.
    pub fn confidence(&self) -> f64 {
        let elapsed = self.began.zip(self.last).map(|(began, last)| last.duration_since(began));
        certainty(f64::from(self.contents), elapsed.unwrap_or_default())
    }

    /// How well the page is known and when it will be known well; none where nothing is known, or it is no page that changes.
    pub fn sharpness(&self) -> Option<Sharpness> {
        sharpness::sharpness(self)
    }

    /// Looks learned.
    pub fn looks(&self) -> u32 {
        self.looks
    }

    /// The known forms, most looks first is not promised.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// What has been seen before.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// Rates, hosts and links of earlier looks.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// What always stood the same in its place.
    pub fn fixed(&self) -> &Fixed {
        &self.fixed
    }

    /// What is known of the page's style sheets, scripts and pictures.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// What is known of the values that a JSON endpoint answers with.
    pub fn values(&self) -> &values::Known {
        &self.values
    }

    /// What is known of how something is closed.
    pub fn closed(&self) -> &closed::Known {
        &self.shut
    }

    /// What is known of the page's login form.
    pub fn login(&self) -> &login::Known {
        &self.login
    }

    /// What is known of a host's certificates.
    pub fn chain(&self) -> &chain::Known {
        &self.chain
    }

    /// What is known of a host's names.
    pub fn names(&self) -> &names::Known {
        &self.names
    }

    /// What is known of a published story.
    pub fn story(&self) -> &story::Known {
        &self.story
    }

    /// Says what the site's page looks like for an address that does not exist, so that a story which gives way to that page
    /// with status 200 is known to be gone.
    pub fn set_missing(&mut self, missing: Option<Likeness>) {
        self.story.set_missing(missing);
    }

    /// What is known of how the page is served.
    pub fn transport(&self) -> &transport::Known {
        &self.transport
    }

    /// When learning began; none before the first look.
    pub fn began(&self) -> Option<Timestamp> {
        self.began
    }

    /// When something was last learned.
    pub fn last(&self) -> Option<Timestamp> {
        self.last
    }

    /// Learns from a judged look, by the invariant of this module.
    pub fn learn(&mut self, judged: &Judged, at: Timestamp) -> Learned {
        match judged.judgement.verdict {
            Verdict::Alarm => {
                // What stood until now did not stand alone.
                self.standing = None;
                Learned::Nothing
            }
            Verdict::Inconclusive => Learned::Nothing,
            _ if judged.excused => {
                self.standing = None;
                Learned::Nothing
            }
            Verdict::Suspect if !self.stands(&judged.judgement, at) => Learned::Nothing,
            Verdict::Suspect => {
                self.standing = None;
                let cause = judged.judgement.signals.first().map(|signal| signal.message.clone());
                self.take(judged, at, true);
                self.parts.add(&judged.parts, at);
                self.version += 1;
                Learned::Material(match cause {
                    Some(cause) => {
                        Message::new("baseline-learned-standing").with("cause", Arg::Message(Box::new(cause)))
                    }
                    None => Message::new("baseline-learned"),
                })
            }
            Verdict::Normal | Verdict::Learning => {
                self.standing = None;
                let parts = self.parts.add(&judged.parts, at);
                let corrected = self.story.corrected();
                if self.take(judged, at, false) | parts {
                    self.version += 1;
                    Learned::Material(match &judged.facts {
                        Facts::Chain(_) => self.chain.reason(),
                        Facts::Story(_) if self.story.corrected() > corrected => {
                            Message::new("baseline-learned-correction")
                        }
                        _ => Message::new("baseline-learned"),
                    })
                } else {
                    Learned::Counted
                }
            }
        }
    }

    /// Whether the cause of a soft suspect has stood for long enough, counting this judgement.
    fn stands(&mut self, judgement: &Judgement, at: Timestamp) -> bool {
        if judgement.signals.iter().any(|signal| signal.weight >= STRONG) {
            self.standing = None;
            return false;
        }
        let causes: Vec<Key> = judgement.signals.iter().map(cause).collect();
        match &mut self.standing {
            Some(standing) if standing.causes.iter().any(|cause| causes.contains(cause)) => {
                standing.judged += 1;
                standing.causes.retain(|cause| causes.contains(cause));
                standing.judged >= 2 && at.duration_since(standing.since) >= STANDING
            }
            standing => {
                *standing = Some(Standing { causes, since: at, judged: 1 });
                false
            }
        }
    }

    /// Makes a look part of what is normal; whether that changed anything material.
    fn take(&mut self, judged: &Judged, at: Timestamp, provisional: bool) -> bool {
        self.began.get_or_insert(at);
        let material = match &judged.facts {
            Facts::Page => return self.take_page(&judged.page, at, provisional),
            Facts::Values(values) => self.values.add(values, at),
            Facts::Closed(way) => self.shut.add(*way, at),
            Facts::Chain(chain) => self.chain.add(chain, at),
            Facts::Names(names) => self.names.add(names, at),
            // A story stands on a page: what covers or paints that is judged as on any other.
            Facts::Story(story) => {
                let corrected = self.story.add(story, at);
                return self.take_page(&judged.page, at, provisional) | corrected;
            }
        };
        self.looks = self.looks.saturating_add(1);
        self.last = Some(at);
        material || provisional
    }

    fn take_page(&mut self, page: &PageModel, at: Timestamp, provisional: bool) -> bool {
        let features = form::features(page);
        let content = contents(&features);
        let repeated = self.recent.contains(&content);
        if !repeated {
            self.contents = self.contents.saturating_add(1);
            self.recent.push(content);
            if self.recent.len() > 16 {
                self.recent.remove(0);
            }
        }
        self.login.add(page);
        let novelty = Novelty::of(page, self);
        let material = !self.ready() || provisional || novelty.material();
        self.looks = self.looks.saturating_add(1);
        let look = self.looks;
        self.memory.add(page, &novelty, at, look);
        self.fixed.add(look, page);
        self.transport.add(&page.served);
        self.known.add(look, memory::keys(page));
        self.known.add_scripts(look, &page.scripts);
        self.known.add_sheets(look, &page.sheets);
        match self.nearest(&features) {
            Some((at_form, likeness)) if likeness >= 0.45 => self.forms[at_form].add(page, at),
            _ => {
                if self.forms.len() >= FORMS
                    && let Some(oldest) = (0..self.forms.len()).min_by_key(|&form| self.forms[form].last)
                {
                    self.forms.swap_remove(oldest);
                }
                self.forms.push(Form::new(page, at, provisional));
            }
        }
        self.last = Some(at);
        material
    }

    /// The form that a page with these features is nearest to, and how near, 0 to 1.
    pub fn nearest(&self, features: &[(Class, Key)]) -> Option<(usize, f64)> {
        self.forms
            .iter()
            .enumerate()
            .map(|(at, form)| (at, nearness(&form.kept(features))))
            .max_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    /// A person said that this page is ours: whatever its verdict, it is normal from now on.
    pub fn approve(&mut self, judged: &Judged, at: Timestamp) -> Learned {
        self.standing = None;
        match &judged.facts {
            Facts::Page => self.login.approve(&judged.page),
            // It is learned by name below.
            Facts::Closed(_) => {}
            Facts::Values(values) => self.values.approve(values, at),
            Facts::Chain(chain) => self.chain.approve(chain, at),
            Facts::Names(names) => self.names.approve(names, at),
            Facts::Story(story) => self.story.approve(story, at),
        }
        self.take(judged, at, false);
        self.parts.approve(&judged.parts, at);
        self.memory.approve(&judged.page);
        self.version += 1;
        Learned::Material(Message::new("baseline-approved"))
    }

    /// Becomes the latest version: a person took back what came after it.
    pub fn restored_as(&mut self, version: u64) {
        self.version = version;
    }

    /// What is normal, in words for a person, most telling first.
    pub fn describe(&self) -> Vec<Message> {
        describe::describe(self)
    }

    /// What a person knows a page again by: its title, how much stands on it, and who else has a hand in it. Nothing before the
    /// first look.
    pub fn portrait(&self) -> Vec<Message> {
        describe::portrait(self)
    }

    /// What differs in a later version, in words for a person.
    pub fn compare(&self, later: &Self) -> Vec<Difference> {
        compare::compare(self, later)
    }

    /// The blob for the store.
    pub fn encode(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and every field has a known length.
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// From a blob of the store.
    pub fn decode(format: u16, blob: &[u8]) -> Result<Self, Unreadable> {
        if format != Self::FORMAT {
            return Err(Unreadable { format });
        }
        let baseline: Self = postcard::from_bytes(blob).map_err(|_| Unreadable { format })?;
        if baseline.sound() { Ok(baseline) } else { Err(Unreadable { format }) }
    }

    /// Whether it could have been learned: a blob that came to harm may still be read, and judging must not fail on it.
    fn sound(&self) -> bool {
        self.forms.iter().all(Form::sound)
            && self.memory.rates().sound()
            && self.fixed.sound(self.looks)
            && self.story.sound()
    }
}

/// How much is known after so many distinct contents over such a time, 0 to 1.
fn certainty(contents: f64, elapsed: SignedDuration) -> f64 {
    let contents = 1.0 - (-contents / 4.0).exp();
    let time = 1.0 - (-elapsed.as_secs_f64() / 3600.0 / 12.0).exp();
    contents * (0.5 + 0.5 * time)
}

/// Whether the domain of a host was ever named on the page in a role that loads something, or linked.
pub fn domain_known(baseline: &Baseline, host: &str) -> bool {
    let domain = crate::extract::name::registrable(host);
    ["load", "link", "picture"].iter().any(|role| baseline.known.has(memory::domain_key(&domain, role)))
}

/// The cause of a signal: its kind, with what it points at where that stays the same from look to look.
fn cause(signal: &Signal) -> Key {
    let pointed = signal.kind.starts_with("source.") || signal.kind.starts_with("script.");
    let text = if pointed { format!("{}\n{}", signal.kind, signal.after) } else { signal.kind.clone() };
    key(Sort::Code, text.as_bytes())
}

/// The key of a page's contents.
fn contents(features: &[(Class, Key)]) -> Key {
    features.iter().fold(0, |sum: u64, (_, key)| sum.wrapping_add(key.rotate_left(7)))
}

/// How near a page is to a form by what it keeps of it: tags count most, they are what a layout is.
pub fn nearness(kept: &form::Kept) -> f64 {
    let weights =
        [(Class::Token, 5.0), (Class::Source, 2.0), (Class::Link, 2.0), (Class::Block, 1.0), (Class::Identity, 1.0)];
    let mut sum = 0.0;
    let mut all = 0.0;
    for (class, weight) in weights {
        let (there, of) = kept[class as usize];
        if of > 0 {
            sum += weight * f64::from(there) / f64::from(of);
            all += weight;
        }
    }
    if all > 0.0 { sum / all } else { 0.0 }
}
