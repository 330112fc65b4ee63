//! What the loop holds of one watch.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::baseline::Baseline;
use frontwatch_core::digest::Digest;
use frontwatch_core::extract::served;
use frontwatch_core::incident::track::Track;
use frontwatch_core::incident::{Cause, IncidentId};
use frontwatch_core::network::{Route, domain};
use frontwatch_core::observation::{Answer, Headers, Validators};
use frontwatch_core::parts::{Print, Reach};
use frontwatch_core::schedule;
use frontwatch_core::standing::Standing;
use frontwatch_core::verdict::{Judgement, Verdict};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use url::{Host, Url};

use super::event::Purpose;
use super::normal::Normal;
use super::pace::Pace;
use super::parts::Shelf;
use crate::ports::Freshness;
use crate::store::CaptureRole;

/// Between two captures of a page that is as it should be.
const CAPTURE_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Between two captures of a page that goes on to be out of the ordinary: one that is different at every look must not
/// fill the disk.
const CAPTURE_AGAIN: SignedDuration = SignedDuration::from_mins(10);

/// One watch, between its looks.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) watch: Watch,
    pub(super) interval: Duration,
    pub(super) normal: Normal,
    pub(super) track: Track,
    /// The look that is under way.
    pub(super) under_way: Option<Purpose>,
    /// A person asked while a look was under way: look again when it is over.
    pub(super) asked: Option<Purpose>,
    /// What a person was asked about when they approved what is there.
    pub(super) asked_about: Option<Digest>,
    /// The incident whose notification a person re-checked by: what came of it is told.
    pub(super) owed: Option<IncidentId>,
    /// The latest answer that was judged.
    pub(super) latest: Option<Latest>,
    /// When the latest look began, where it brought an answer, well or not: the host can be reached.
    pub(super) answered: Option<Timestamp>,
    /// By which way the latest look went.
    pub(super) route: Route,
    /// When the first of the looks in a row began that brought no answer.
    pub(super) silent_since: Option<Timestamp>,
    /// How long the latest look took.
    pub(super) took: Duration,
    /// How long the site asked in its latest answer to be left alone.
    pub(super) asks_to_wait: Option<Duration>,
    /// What the latest look came to.
    pub(super) concluded: Option<Concluded>,
    /// Of a story: the watch that speaks for all stories of its outlet, and holds the incident.
    pub(super) told_by: Option<WatchId>,
    /// Of looks as a reader's browser: whether each of the latest was alarming, latest last.
    pub(super) differed: VecDeque<bool>,
    /// Pictures that the latest look saw where none of its kind belongs.
    pub(super) strange: Vec<Print>,
    /// The parts of its page.
    pub(super) shelf: Shelf,
    /// How long it took to answer in this half hour.
    pub(super) pace: Pace,
    validators: Validators,
    full_next: bool,
    /// When a capture of each role was last made.
    captured: Vec<(CaptureRole, Timestamp)>,
    /// The page that was captured last.
    kept: Option<Digest>,
    latest_verdict: Option<Verdict>,
}

/// What the latest look came to, an answer or none.
#[derive(Debug, Clone)]
pub(super) struct Concluded {
    pub(super) at: Timestamp,
    pub(super) judgement: Judgement,
    /// Since when looks in a row have had this verdict, and how many.
    pub(super) since: Timestamp,
    pub(super) looks: u32,
}

/// The latest answer that was judged: what an unchanged look stands for, and the look before the next.
#[derive(Debug, Clone)]
pub(super) struct Latest {
    pub(super) at: Timestamp,
    pub(super) url: Url,
    /// How far in it came from.
    pub(super) from: Reach,
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) digest: Digest,
    pub(super) judgement: Judgement,
    /// The version of the baseline that it was judged against.
    pub(super) version: u64,
    /// The body, packed with zstd: 200 front pages unpacked would be 40 MB.
    pub(super) packed: Bytes,
}

impl Latest {
    /// The body, unpacked: some tenths of a millisecond for a front page.
    pub(super) fn body(&self) -> std::io::Result<Bytes> {
        zstd::bulk::decompress(&self.packed, crate::fetch::decode::LARGEST_BODY).map(Bytes::from)
    }

    /// The answer that it was judged by; none where it was not kept.
    pub(super) fn answer(&self) -> Option<Answer> {
        let body =
            self.body().inspect_err(|error| tracing::error!(%error, url = %self.url, "a kept page was lost")).ok()?;
        Some(Answer {
            url: self.url.clone(),
            from: self.from,
            status: self.status,
            headers: self.headers.clone(),
            wire_bytes: body.len() as u64,
            body,
            digest: self.digest,
        })
    }
}

impl Slot {
    pub(super) fn new(watch: Watch, interval: Duration, baseline: &Baseline, track: Track) -> Self {
        Self {
            watch,
            interval,
            normal: Normal::of(baseline),
            track,
            under_way: None,
            asked: None,
            asked_about: None,
            owed: None,
            latest: None,
            answered: None,
            route: Route::Direct,
            silent_since: None,
            took: Duration::ZERO,
            asks_to_wait: None,
            concluded: None,
            told_by: None,
            differed: VecDeque::new(),
            strange: Vec::new(),
            shelf: Shelf::default(),
            pace: Pace::default(),
            validators: Validators::default(),
            full_next: true,
            captured: Vec::new(),
            kept: None,
            latest_verdict: None,
        }
    }

    /// How fresh the next look must be. Every second routine look passes all caches: an attacker who answers 304, or
    /// a cache that holds the page of yesterday, hides a page for one look at most.
    pub(super) fn freshness(&mut self, purpose: Purpose) -> Freshness {
        match purpose {
            Purpose::Confirmation => Freshness::Confirmation,
            Purpose::Alerted | Purpose::Recheck | Purpose::Approval => Freshness::Full,
            // Now what a cache gives readers, now what the site itself gives them.
            Purpose::Routine if self.watch.reader.is_some() => {
                self.full_next = !self.full_next;
                if self.full_next { Freshness::Full } else { Freshness::Conditional(Validators::default()) }
            }
            Purpose::Routine => {
                let full = self.full_next || self.validators.is_empty() || self.latest.is_none();
                self.full_next = !full;
                if full { Freshness::Full } else { Freshness::Conditional(self.validators.clone()) }
            }
        }
    }

    /// A person asks for a look while one is under way. What they approve is not forgotten for a re-check.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        if self.asked != Some(Purpose::Approval) {
            self.asked = Some(purpose);
        }
    }

    /// A look that began at this moment brought an answer, whatever it says.
    pub(super) fn answers(&mut self, at: Timestamp) {
        self.answered = Some(at);
        self.silent_since = None;
    }

    /// A look that began at this moment brought no answer of the site's.
    pub(super) fn is_silent(&mut self, at: Timestamp) {
        self.answered = None;
        self.silent_since.get_or_insert(at);
    }

    /// The registrable domain at which looks ordinarily end, where one was judged and was no alarm.
    pub(super) fn usual_domain(&self) -> Option<String> {
        let calm = |latest: &&Latest| matches!(latest.judgement.verdict, Verdict::Normal | Verdict::Learning);
        self.latest.as_ref().filter(calm).map(|latest| domain(&latest.url))
    }

    /// A look came to this.
    pub(super) fn conclude(&mut self, at: Timestamp, judgement: &Judgement) {
        let same = self.concluded.as_ref().filter(|before| before.judgement.verdict == judgement.verdict);
        let (since, looks) = same.map_or((at, 1), |before| (before.since, before.looks.saturating_add(1)));
        self.concluded = Some(Concluded { at, judgement: judgement.clone(), since, looks });
    }

    /// Whether it is a row of its own for a person: a story is told of with the others, and what a reader's browser is
    /// shown beside the honest look.
    pub(super) fn is_row(&self) -> bool {
        self.told_by.is_none() && self.watch.reader.is_none()
    }

    /// How it stands.
    pub(super) fn standing(&self) -> Standing {
        let latest = self.concluded.as_ref().map(|concluded| concluded.judgement.verdict);
        Standing::of_watch(latest, self.track.unresolved())
    }

    /// Is configured otherwise: what was judged before has to be judged again.
    pub(super) fn reconfigured(&mut self, watch: Watch, homepages: Duration) {
        if watch != self.watch {
            self.latest = None;
        }
        self.interval = schedule::interval(&watch, homepages);
        self.watch = watch;
    }

    /// Whether an answer is the one that was judged last, against the same baseline, with nothing left to learn from
    /// it: then it need not be read again.
    pub(super) fn known(&self, answer: &Answer) -> Option<&Latest> {
        self.latest.as_ref().filter(|latest| {
            latest.digest == answer.digest
                && latest.status == answer.status
                && latest.url == answer.url
                && served::alike(&answer.url, &latest.headers, &answer.headers)
                && latest.version == self.normal.version()
                && matches!(latest.judgement.verdict, Verdict::Normal | Verdict::Alarm)
                // The same certificate runs out one day.
                && self.watch.kind != WatchKind::Tls
        })
    }

    /// The page that is known came again, from as far in as this: so far may lead what it names.
    pub(super) fn came_again(&mut self, from: Reach) {
        if let Some(latest) = &mut self.latest {
            latest.from = from;
        }
        self.shelf.bound = from;
    }

    /// Somebody says that the page is as it was: that makes no way further in than it was known to come from.
    pub(super) fn said_to_be_unchanged(&mut self, from: Reach) {
        if let Some(known) = self.latest.as_ref().map(|latest| latest.from) {
            self.came_again(from.min(known));
        }
    }

    /// An answer was judged: it is the latest now. Returns the one before.
    pub(super) fn judged(&mut self, latest: Latest) -> Option<Latest> {
        self.validators = Validators::of(&latest.headers);
        self.latest.replace(latest)
    }

    /// Whether its host is this computer, for which no network is needed.
    pub(super) fn is_on_loopback(&self) -> bool {
        match self.watch.url.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            None => false,
        }
    }

    /// Why a look that was judged `verdict` is to be captured, if it is; it is then taken to have been. The first of a
    /// kind always is.
    pub(super) fn capture_due(&mut self, verdict: Verdict, now: Timestamp) -> Option<CaptureRole> {
        let (role, every) = match verdict {
            Verdict::Alarm => (CaptureRole::Alarm, CAPTURE_AGAIN),
            Verdict::Suspect => (CaptureRole::Suspect, CAPTURE_AGAIN),
            Verdict::Normal | Verdict::Learning | Verdict::Inconclusive => (CaptureRole::Hourly, CAPTURE_EVERY),
        };
        let in_question = self.track.open(Cause::Content).is_some();
        let last = self.captured.iter().find(|(known, _)| *known == role).map(|(_, at)| *at);
        let changed = role != CaptureRole::Hourly && !in_question && self.latest_verdict != Some(verdict);
        let due = changed || last.is_none_or(|at| now.duration_since(at).abs() >= every);
        self.latest_verdict = Some(verdict);
        if !due {
            return None;
        }
        self.captured.retain(|(known, _)| *known != role);
        self.captured.push((role, now));
        self.kept = self.latest.as_ref().map(|latest| latest.digest);
        Some(role)
    }

    /// The page that an alarm was raised for, if it is to be captured; it is then taken to have been. An alarm that was set aside
    /// may have stood until now, of which a page in ten minutes is kept.
    pub(super) fn raised_for(&mut self, evidence: Digest) -> Option<&Latest> {
        let raised = self.latest.as_ref().filter(|latest| latest.digest == evidence && self.kept != Some(evidence))?;
        self.kept = Some(evidence);
        Some(raised)
    }
}
