//! The parts of a watched page between its looks: which are due, how they are fetched beside the page, and what is known
//! of each.
//!
//! A part can never delay its page by more than [`AT_MOST`]. One that fails is absent evidence: what was last known of it
//! stands for a while, and it is asked less and less often. Bytes are read on workers that may block, pictures one at a
//! time: one may take 40 MB while it is unpacked.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::observation::{Answer, Outcome as Seen, Validators};
use frontwatch_core::parts::{Facts, Part, PartKind, PartSeen, Print, Reach, reach};
use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use url::Url;

use super::Loop;
use super::containing::bring;
use super::event::{Event, Purpose};
use super::judging::Judgeable;
use crate::hands;
use crate::ports::{Fetch, Freshness, Order, What};

/// The most parts that are asked for beside one look.
const A_LOOK: usize = 12;
/// The longest that a look waits for the parts of its page.
const AT_MOST: Duration = Duration::from_secs(5);
/// The longest stage of a request for a part.
const STAGE: Duration = Duration::from_secs(4);
/// Every so many checks a part is asked for past all caches.
const FULL_EVERY: u32 = 5;
/// The longest between two tries of a part that fails.
const RETRY_MOST: SignedDuration = SignedDuration::from_mins(30);
/// How long what was known of a part stands when it can't be fetched any more.
const STANDS: SignedDuration = SignedDuration::from_hours(1);

/// A part to be fetched.
#[derive(Debug, Clone)]
pub(crate) struct Errand {
    part: Part,
    reach: Reach,
    freshness: Freshness,
    /// The digest that is known: bytes that have it need not be read.
    digest: Option<Digest>,
    /// When it was ordered.
    at: Timestamp,
}

/// What came of fetching a part.
#[derive(Debug)]
pub(crate) struct PartLook {
    url: Url,
    at: Timestamp,
    came: Came,
}

impl PartLook {
    /// It came from somebody who stands between: what came says nothing of the part.
    pub(super) fn not_to_be_trusted(self) -> Self {
        Self { came: Came::Failed, ..self }
    }
}

#[derive(Debug)]
enum Came {
    /// What is known of it is still so.
    Same(Option<Validators>),
    /// Other bytes.
    Read(Arc<Facts>, Validators, Option<Bytes>),
    /// The site says that it is not there.
    Gone,
    /// It could not be fetched, or not be read.
    Failed,
}

/// What is known of the parts of one page.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    wanted: Vec<Part>,
    /// The page that names them.
    page: Option<Url>,
    /// How far in that came from.
    pub(super) bound: Reach,
    held: HashMap<Url, Held>,
    /// What pictures show that are new since the page was well: small ones of our own, until it is known what they are.
    small: HashMap<Url, Bytes>,
    /// Since the page was judged, something else became known.
    changed: bool,
    /// The parts were asked for once.
    begun: bool,
}

#[derive(Debug, Default)]
struct Held {
    facts: Option<Arc<Facts>>,
    validators: Validators,
    tried: Option<Timestamp>,
    good: Option<Timestamp>,
    checks: u32,
    failures: u32,
    /// It was another one in the latest look: the confirmation asks for it.
    fresh: bool,
}

impl Shelf {
    /// What is to be fetched beside a look: what was never fetched first, then the most overdue.
    pub(crate) fn due(&mut self, purpose: Purpose, now: Timestamp, interval: Duration) -> Vec<Errand> {
        let mut due: Vec<(f64, &Part, Reach)> = Vec::new();
        for part in &self.wanted {
            let Some(reach) = self.page.as_ref().and_then(|page| reach(&part.url, page, self.bound)) else { continue };
            let held = self.held.entry(part.url.clone()).or_default();
            let Some(tried) = held.tried else {
                due.push((f64::MAX, part, reach));
                continue;
            };
            let since = now.duration_since(tried).abs();
            let asked = purpose != Purpose::Routine && (every(part.kind, interval).is_zero() || held.fresh);
            let wait = match held.failures {
                0 => every(part.kind, interval),
                failures => backoff(interval, failures),
            };
            if asked || since >= wait {
                due.push((since.as_secs_f64() / wait.as_secs_f64().max(0.001), part, reach));
            }
        }
        // Among equals the order in which they matter, which is that of the list.
        due.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        due.truncate(A_LOOK);
        let errand = |(_, part, reach): (f64, &Part, Reach)| {
            let held = self.held.get(&part.url);
            let freshness = match (purpose, held) {
                (Purpose::Confirmation, _) => Freshness::Confirmation,
                (Purpose::Routine, Some(held))
                    if held.facts.is_some() && !held.validators.is_empty() && held.checks % FULL_EVERY != 0 =>
                {
                    Freshness::Conditional(held.validators.clone())
                }
                _ => Freshness::Full,
            };
            let digest = held.and_then(|held| held.facts.as_ref()).map(|facts| facts.digest());
            Errand { part: part.clone(), reach, freshness, digest, at: now }
        };
        due.into_iter().map(errand).collect()
    }

    /// Takes in what was fetched.
    pub(crate) fn take_in(&mut self, looks: Vec<PartLook>) {
        for PartLook { url, at, came } in looks {
            let Some(held) = self.held.get_mut(&url) else { continue };
            held.tried = Some(at);
            held.checks = held.checks.wrapping_add(1);
            held.fresh = false;
            match came {
                Came::Same(validators) => {
                    held.validators = validators.unwrap_or_else(|| std::mem::take(&mut held.validators));
                    held.good = Some(at);
                    held.failures = 0;
                }
                Came::Read(facts, validators, small) => {
                    if let Some(small) = small {
                        self.small.insert(url.clone(), small);
                    }
                    self.changed |= held.facts.as_ref() != Some(&facts);
                    held.fresh = true;
                    *held =
                        Held { facts: Some(facts), validators, good: Some(at), failures: 0, ..std::mem::take(held) };
                }
                Came::Gone => {
                    self.changed |= held.facts.take().is_some();
                    held.failures = held.failures.saturating_add(1);
                }
                Came::Failed => {
                    held.failures = held.failures.saturating_add(1);
                    if held.good.is_none_or(|good| at.duration_since(good) >= STANDS) {
                        self.changed |= held.facts.take().is_some();
                    }
                }
            }
        }
    }

    /// The page names these parts now. Whether they are to be fetched before anything is said of it: the first time.
    pub(crate) fn want(&mut self, wanted: Vec<Part>, page: &Answer) -> bool {
        self.wanted = wanted.into_iter().filter(|part| reach(&part.url, &page.url, page.from).is_some()).collect();
        (self.page, self.bound) = (Some(page.url.clone()), page.from);
        self.held.retain(|url, _| self.wanted.iter().any(|part| part.url == *url));
        self.small.retain(|url, _| self.held.contains_key(url));
        !self.wanted.is_empty() && !std::mem::replace(&mut self.begun, true)
    }

    /// Whether something became known since the page was judged.
    pub(crate) fn has_changed(&self) -> bool {
        self.changed
    }

    /// What is known from elsewhere changed: the page is to be judged again.
    pub(super) fn judge_again(&mut self) {
        self.changed = true;
    }

    /// Where the logos of the page are.
    pub(super) fn logos(&self) -> Vec<Url> {
        let logos = self.wanted.iter().filter(|part| part.kind == PartKind::Logo);
        logos.map(|part| part.url.clone()).collect()
    }

    /// The page is well: what its logos look like, where that is new. What other new pictures show need not be kept.
    pub(super) fn usual_logos(&mut self) -> Vec<(Url, Bytes)> {
        let small = std::mem::take(&mut self.small);
        let logos = self.logos();
        small.into_iter().filter(|(url, _)| logos.contains(url)).collect()
    }

    /// What the pictures show that an intruder placed, once.
    pub(super) fn strange_pictures(&mut self, strange: &[Print]) -> Vec<(Url, Bytes)> {
        let near = |facts: &Facts| match facts {
            Facts::Picture(picture) => picture.print.is_some_and(|print| strange.iter().any(|it| it.near(print))),
            Facts::Sheet(_) | Facts::Script(_) => false,
        };
        let held = self.held.iter().filter(|(_, held)| held.facts.as_deref().is_some_and(near));
        let urls: Vec<Url> = held.map(|(url, _)| url.clone()).collect();
        urls.into_iter().filter_map(|url| self.small.remove_entry(&url)).collect()
    }

    /// What is known, for a judgement.
    pub(crate) fn hand_out(&mut self) -> Vec<PartSeen> {
        self.changed = false;
        let seen = |part: &Part| {
            let facts = self.held.get(&part.url)?.facts.clone()?;
            Some(PartSeen { part: part.clone(), facts })
        };
        self.wanted.iter().filter_map(seen).collect()
    }
}

/// How often a part is checked. What can cover a page at once is looked at beside every look.
fn every(kind: PartKind, interval: Duration) -> SignedDuration {
    let looks = match kind {
        PartKind::Sheet | PartKind::Logo => 0,
        PartKind::Script => 2,
        PartKind::Picture => 8,
    };
    // A routine look comes up to a tenth early.
    SignedDuration::try_from(interval.saturating_mul(looks).mul_f64(0.85)).unwrap_or(SignedDuration::MAX)
}

fn backoff(interval: Duration, failures: u32) -> SignedDuration {
    let wait = interval.saturating_mul(1 << failures.min(6));
    SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX).min(RETRY_MOST)
}

/// Fetches parts and reads them, few at a time whoever asks. Clones share that limit.
#[derive(Debug, Clone)]
pub struct Reading {
    texts: Arc<Semaphore>,
    pictures: Arc<Semaphore>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { texts: Arc::new(Semaphore::new(hands::TEXTS)), pictures: Arc::new(Semaphore::new(hands::PICTURES)) }
    }
}

impl Reading {
    /// Fetches these parts, all at once within the limits of the fetch. What did not come in time failed.
    pub(crate) async fn fetch(&self, fetch: &Arc<dyn Fetch>, errands: Vec<Errand>, timeout: Duration) -> Vec<PartLook> {
        let mut under_way = JoinSet::new();
        let ordered: Vec<(Url, Timestamp)> =
            errands.iter().map(|errand| (errand.part.url.clone(), errand.at)).collect();
        for errand in errands {
            let (fetch, reading) = (Arc::clone(fetch), self.clone());
            under_way.spawn(async move { reading.run(&*fetch, errand, timeout).await });
        }
        let mut looks = Vec::new();
        let all = async {
            while let Some(done) = under_way.join_next().await {
                match done {
                    Ok(look) => looks.push(look),
                    Err(error) => tracing::error!(%error, "reading a part of a page failed"),
                }
            }
        };
        // What is still under way is given up with the set, and has failed; so has what made reading it panic.
        if tokio::time::timeout(AT_MOST, all).await.is_err() {
            tracing::debug!("some parts of a page did not come in time");
        }
        for (url, at) in ordered {
            if !looks.iter().any(|look| look.url == url) {
                looks.push(PartLook { url, at, came: Came::Failed });
            }
        }
        looks
    }

    async fn run(&self, fetch: &dyn Fetch, errand: Errand, timeout: Duration) -> PartLook {
        let Errand { part, reach, freshness, digest, .. } = errand;
        let order = Order { url: part.url.clone(), freshness, timeout: timeout.min(STAGE), what: What::Page, reach };
        let observation = fetch.look_at_part(order, part.kind.most_bytes()).await;
        let came = match observation.outcome {
            Seen::Unchanged { .. } => Came::Same(None),
            Seen::Answered(answer) => self.answered(part.kind, answer, digest).await,
            Seen::Failed(_) => Came::Failed,
        };
        PartLook { url: part.url, at: observation.at, came }
    }

    /// What came counts as it does for a browser: it applies a style sheet or a script that comes with any status of success, and
    /// shows a picture whatever its status.
    async fn answered(&self, kind: PartKind, answer: Answer, held: Option<Digest>) -> Came {
        let success = (200..300).contains(&answer.status);
        let lost = if matches!(answer.status, 404 | 410) { Came::Gone } else { Came::Failed };
        if !success && !matches!(kind, PartKind::Logo | PartKind::Picture) {
            return lost;
        }
        if held == Some(answer.digest) {
            return Came::Same(Some(Validators::of(&answer.headers)));
        }
        match self.read(kind, answer).await {
            // An error page is no picture, and a damaged one in its place is not shown.
            Came::Failed if !success => lost,
            Came::Read(facts, ..) if !success && matches!(&*facts, Facts::Picture(picture) if picture.unread) => lost,
            came => came,
        }
    }

    async fn read(&self, kind: PartKind, answer: Answer) -> Came {
        let places = match kind {
            PartKind::Sheet | PartKind::Script => &self.texts,
            PartKind::Logo | PartKind::Picture => &self.pictures,
        };
        let Ok(place) = Arc::clone(places).acquire_owned().await else { return Came::Failed };
        let (url, validators) = (answer.url.clone(), Validators::of(&answer.headers));
        let read = hands::done(move || {
            let facts = Facts::read_shown(kind, &answer.body, true);
            drop(place); // held by the thread: a look that gave up leaves its thread behind
            facts
        });
        match read.await {
            Ok(Some((facts, small))) => Came::Read(Arc::new(facts), validators, small.map(Bytes::from)),
            Ok(None) => Came::Failed,
            Err(panic) => {
                tracing::error!(%url, %panic, "reading a part of a page panicked");
                Came::Failed
            }
        }
    }
}

impl Loop {
    /// Fetches the parts of a page that was looked at for the first time since the watch began, and judges it again.
    pub(super) fn fetch_parts_first(&mut self, task: Judgeable) {
        let Some(slot) = self.slots.get_mut(&task.watch.id) else { return };
        let errands = slot.shelf.due(task.purpose, self.ports.clock.now(), slot.interval);
        let (reading, fetch) = (self.reading.clone(), Arc::clone(&self.ports.fetch));
        let timeout = self.config.watching.timeout;
        let (watch, purpose) = (task.watch.id.clone(), task.purpose);
        let came = async move {
            let parts = reading.fetch(&fetch, errands, timeout).await;
            Event::PartsCame { task: Box::new(task), parts }
        };
        bring(&self.events, came, move || Event::Lost { watch, purpose });
    }

    pub(super) fn parts_came(&mut self, task: Judgeable, parts: Vec<PartLook>) {
        let id: WatchId = task.watch.id.clone();
        let Some(slot) = self.slots.get_mut(&id) else { return };
        slot.shelf.take_in(parts);
        self.send_to_judge(&id, task.purpose, task.at, task.chain, task.answer);
    }
}
