//! Judging one answer away from the loop: on a bounded number of workers that may block, each against the version of
//! the baseline that it was given. A panic is contained to the watch that it happened to.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bytes::Bytes;
use frontwatch_core::baseline::{Baseline, Learned};
use frontwatch_core::detect::{Judged, Look, judge, strange_pictures};
use frontwatch_core::digest::Digest;
use frontwatch_core::extract::{self, Listed};
use frontwatch_core::observation::{Answer, Hop};
use frontwatch_core::parts::{self, KnownPicture, Part, PartSeen, Parts, Print};
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Judgement, Verdict};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::Timestamp;
use tokio::sync::{Semaphore, mpsc};

use super::containing::bring;
use super::event::{Event, Purpose};
use crate::fetch::LARGE;
use crate::hands;
use crate::store::{CaptureRole, KeptBody, StoredBaseline, Write};

/// How hard kept bodies are packed: level 1 costs half a millisecond for a front page and saves four fifths of it.
const PACK_LEVEL: i32 = 1;

/// An answer to judge.
#[derive(Debug, Clone)]
pub struct Judgeable {
    /// The watch that was looked at.
    pub watch: Watch,
    /// Why.
    pub purpose: Purpose,
    /// When the look began.
    pub at: Timestamp,
    /// The redirects.
    pub chain: Vec<Hop>,
    /// The answer.
    pub answer: Answer,
    /// What is normal, as it was when the look came back.
    pub baseline: Arc<Baseline>,
    /// Of a look as a reader's browser: the honest look at the same page.
    pub honest: Option<Honest>,
    /// Whether the baseline may learn from this look.
    pub learn: bool,
    /// For an approval: what the person was asked about, as a digest. Something else is not approved.
    pub asked_about: Option<Digest>,
    /// The parts of the page, as far as they are known.
    pub parts: Vec<PartSeen>,
    /// Pictures that nobody wants on a front page.
    pub pictures: Arc<[KnownPicture]>,
}

/// The honest look, for a look as a reader's browser.
#[derive(Debug, Clone)]
pub struct Honest {
    /// What is normal there.
    pub baseline: Arc<Baseline>,
    /// Whether readers were shown the same so far, look after look: then there is no other layout to learn.
    pub same_so_far: bool,
}

/// What came of judging.
#[derive(Debug)]
pub struct Outcome {
    /// What is said of the look.
    pub judgement: Judgement,
    /// The baseline afterwards, where it was let learn.
    pub learned: Option<(Arc<Baseline>, Learned)>,
    /// The body, packed, to be kept as the look before the next.
    pub packed: Bytes,
    /// The parts of the page that are to be looked at.
    pub wanted: Vec<Part>,
    /// Of a feed: the stories that it names, in its order.
    pub stories: Vec<Listed>,
    /// Of an alarm: pictures that an intruder placed.
    pub strange: Vec<Print>,
}

/// Judging a page panicked: a fault of this program, which the page provoked.
#[derive(Debug, Clone, thiserror::Error)]
#[error("judging failed: {0}")]
pub struct Panicked(pub String);

impl Judgeable {
    /// The answer as a capture.
    pub fn capture(&self, role: CaptureRole) -> Write {
        self.captured(role, self.answer.body.clone().into())
    }

    /// The answer as a capture, with its body as it is kept.
    pub(super) fn captured(&self, role: CaptureRole, body: KeptBody) -> Write {
        Write::Capture {
            watch: self.watch.id.clone(),
            role,
            at: self.at,
            digest: self.answer.digest,
            url: self.answer.url.clone(),
            status: self.answer.status,
            headers: self.answer.headers.clone(),
            body,
        }
    }
}

/// What a person is asked about when they say that a page is theirs: its deviations, with what was there before and is
/// there now.
pub(super) fn question(judgement: &Judgement) -> Digest {
    let mut all = String::new();
    for signal in &judgement.signals {
        // No part can pass for another: a control character is in none of them as it is shown.
        for part in [signal.kind.as_str(), signal.before.as_str(), signal.after.as_str()] {
            all.extend(part.chars().filter(|c| *c != '\0').chain(['\0']));
        }
    }
    Digest::of(all.as_bytes())
}

/// A version of what is normal, for the store.
pub fn new_version(watch: &WatchId, baseline: &Baseline, reason: Message, at: Timestamp) -> Write {
    Write::Baseline(Box::new(StoredBaseline {
        watch: watch.clone(),
        version: baseline.version(),
        format: Baseline::FORMAT,
        blob: baseline.encode(),
        at,
        reason,
    }))
}

/// Judges one answer and lets the baseline learn. Blocks for about two milliseconds for an ordinary front page.
pub fn judge_answer(task: &Judgeable) -> Result<Outcome, Panicked> {
    catch_unwind(AssertUnwindSafe(|| {
        let decoded = extract::decode(&task.answer.body, &task.answer.headers);
        let look = Look {
            kind: task.watch.kind,
            expect: task.watch.expect,
            values: &task.watch.values,
            asked: &task.watch.url,
            url: &task.answer.url,
            chain: &task.chain,
            status: task.answer.status,
            headers: &task.answer.headers,
            text: &decoded.text,
            at: task.at,
            ignore: &task.watch.ignore,
            parts: Parts { seen: &task.parts, pictures: &task.pictures },
        };
        let (judged, learns) = match &task.honest {
            None => (judge(&look, &task.baseline), true),
            Some(honest) => as_reader(&look, honest, &task.baseline),
        };
        let learned = if learns { learn(task, &judged) } else { None };
        let packed = zstd::bulk::compress(&task.answer.body, PACK_LEVEL).unwrap_or_default();
        let no_parts = task.watch.reader.is_some();
        let wanted = if no_parts {
            Vec::new()
        } else {
            parts::wanted(task.watch.kind, &judged.page, &task.answer.url, &task.parts)
        };
        let alarm = judged.judgement.verdict == Verdict::Alarm;
        let strange = if alarm { strange_pictures(&judged, &task.baseline) } else { Vec::new() };
        let feed = task.watch.kind == WatchKind::Feed && judged.judgement.availability == Availability::Up;
        let stories = if feed { extract::stories(&judged.page, &task.answer.url) } else { Vec::new() };
        // Room was made for a body that can't be packed at all: kept for every watch, five times what is needed.
        Outcome {
            judgement: judged.judgement,
            learned,
            packed: packed.into_boxed_slice().into(),
            wanted,
            stories,
            strange,
        }
    }))
    .map_err(|panic| Panicked(said(&*panic)))
}

/// Judges what a reader's browser is shown. What is normal at the honest look is nothing else; what is not may be another
/// layout, for which there is a baseline of its own. Whether that is to learn, too.
fn as_reader(look: &Look<'_>, honest: &Honest, own: &Baseline) -> (Judged, bool) {
    let judged = judge(look, &honest.baseline);
    let another_layout = own.looks() > 0 || !honest.same_so_far;
    if judged.judgement.verdict == Verdict::Alarm && another_layout {
        (judge(look, own), true)
    } else {
        (judged, false)
    }
}

/// Lets the baseline learn. Even where it learns nothing it may take note, of a suspicion that stands and for how long.
fn learn(task: &Judgeable, judged: &Judged) -> Option<(Arc<Baseline>, Learned)> {
    let mut baseline = Arc::clone(&task.baseline);
    let learned = match task.purpose {
        // An error page or a robot check in the place of the page is nobody's to approve.
        Purpose::Approval if judged.judgement.availability != Availability::Up => return None,
        // Nor is what came while the person was thinking.
        Purpose::Approval if task.asked_about.is_some_and(|asked| asked != question(&judged.judgement)) => return None,
        Purpose::Approval => Arc::make_mut(&mut baseline).approve(judged, task.at),
        _ if task.learn => Arc::make_mut(&mut baseline).learn(judged, task.at),
        _ => return None,
    };
    Some((baseline, learned))
}

pub(super) fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a word".to_owned())
}

/// The workers.
#[derive(Debug, Clone)]
pub(super) struct Workers {
    places: Arc<Semaphore>,
    /// The place that a large page needs besides: the text of one may take ten megabytes, and so may packing it.
    large: Arc<Semaphore>,
    events: mpsc::Sender<Event>,
}

impl Workers {
    /// As many at once as there are threads for it: judging must leave the computer to its owner.
    pub(super) fn new(events: mpsc::Sender<Event>) -> Self {
        Self { places: Arc::new(Semaphore::new(hands::judges())), large: Arc::new(Semaphore::new(1)), events }
    }

    /// Judges when a worker is free; the result comes back as an event.
    pub(super) fn judge(&self, task: Judgeable) {
        let (places, large) = (Arc::clone(&self.places), Arc::clone(&self.large));
        let (watch, purpose) = (task.watch.id.clone(), task.purpose);
        let lost = Event::Lost { watch: watch.clone(), purpose };
        let judged = async move {
            // The semaphores are never closed.
            let _alone = if task.answer.body.len() > LARGE { large.acquire_owned().await.ok() } else { None };
            let _place = places.acquire_owned().await;
            let judged = hands::done(move || {
                let result = judge_answer(&task).map(Box::new);
                Event::Judged { task: Box::new(task), result }
            });
            judged.await.unwrap_or(lost)
        };
        bring(&self.events, judged, move || Event::Lost { watch, purpose });
    }
}
