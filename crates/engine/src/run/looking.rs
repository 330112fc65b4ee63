//! The path of a look: ordered, come back, judged, and what follows from it.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::baseline::Learned;
use frontwatch_core::detect::elsewhere::OPENED;
use frontwatch_core::detect::unanswered;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::track::{Change, Others, Sighting, Step};
use frontwatch_core::incident::{Cause, Resolution, wait};
use frontwatch_core::observation::{Answer, Hop, Observation, Outcome as Seen};
use frontwatch_core::text::{Message, cli as words, words as terms};
use frontwatch_core::verdict::{Availability, Judgement, Verdict};
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::Timestamp;

use super::Loop;
use super::containing::bring;
use super::event::{Event, Purpose};
use super::judging::{Judgeable, Outcome, Panicked, new_version};
use super::normal::Normal;
use super::parts::PartLook;
use super::slot::Latest;
use super::unstored;
use crate::api::happening::{About, Happening, WatchVerdict};
use crate::ports::{Order, What};
use crate::store::{CaptureRole, HeldLook, Look, Write};

/// Writes that may wait together before they are stored.
const BATCH: usize = 256;

impl Loop {
    /// Orders a look, unless one is under way.
    pub(super) fn look(&mut self, id: &WatchId, purpose: Purpose, wait: Duration) {
        if self.is_group(id) {
            self.look_at_group(id, purpose);
            return;
        }
        let Some(slot) = self.slots.get_mut(id) else { return };
        if slot.under_way.is_some() {
            if matches!(purpose, Purpose::Recheck | Purpose::Approval) {
                slot.ask(purpose);
            }
            return;
        }
        if !self.may_look_at_story(id, purpose, self.ports.clock.now()) {
            return;
        }
        let reach = self.reach(id);
        let Some(slot) = self.slots.get_mut(id) else { return };
        slot.under_way = Some(purpose);
        let order = Order {
            url: slot.watch.url.clone(),
            freshness: slot.freshness(purpose),
            timeout: self.config.watching.timeout,
            what: What::of(&slot.watch),
            reach,
        };
        let errands = slot.shelf.due(purpose, self.ports.clock.now(), slot.interval);
        let (ports, watch) = (self.ports.clone(), id.clone());
        let (reading, timeout) = (self.reading.clone(), self.config.watching.timeout);
        let budget = self.budget.clone();
        let looked = async move {
            if !wait.is_zero() {
                ports.clock.sleep(wait).await;
            }
            let _place = budget.place(purpose).await;
            let beside = reading.fetch(&ports.fetch, errands, timeout);
            let (observation, beside) = tokio::join!(ports.fetch.look(order), beside);
            Event::Looked { watch, purpose, observation, parts: beside }
        };
        let watch = id.clone();
        bring(&self.events, looked, move || Event::Lost { watch, purpose });
    }

    pub(super) fn looked(&mut self, id: &WatchId, purpose: Purpose, observation: Observation, parts: Vec<PartLook>) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        // What was judged before with other parts is judged again, whether or not the page is the same.
        slot.shelf.take_in(parts);
        let Observation { at, took, chain, outcome, .. } = observation;
        if purpose == Purpose::Approval && !matches!(outcome, Seen::Answered(_)) {
            let outlet = slot.watch.outlet.clone();
            self.remark(About::Trouble, words::not_approved(&outlet));
        }
        if let Seen::Unchanged { from, .. } = &outcome {
            self.feed_unchanged(id, *from);
        }
        let Some(slot) = self.slots.get_mut(id) else { return };
        slot.took = took;
        slot.asks_to_wait = match &outcome {
            Seen::Answered(answer) => wait::asked(answer.status, &answer.headers, at),
            Seen::Unchanged { .. } | Seen::Failed(_) => None,
        };
        match outcome {
            Seen::Failed(failure) => {
                let (judgement, finding) = unanswered::of_watch(&failure, &slot.watch, &slot.normal.baseline());
                if finding == Finding::Well {
                    slot.answers(at);
                } else {
                    slot.is_silent(at);
                }
                tracing::info!(watch = %id, kind = ?failure.kind, stage = ?failure.stage, detail = failure.detail, "no answer");
                let told_at_pages = matches!(slot.watch.kind, WatchKind::Tls | WatchKind::Dns);
                // A host that can't be reached is what its pages' watches tell of.
                let finding = if told_at_pages { Finding::Blind } else { finding };
                self.conclude(id, purpose, at, &judgement, finding, None);
            }
            Seen::Unchanged { from, .. } => {
                slot.answers(at);
                slot.said_to_be_unchanged(from);
                if let Some(answer) = slot.latest.as_ref().filter(|_| slot.shelf.has_changed()).and_then(Latest::answer)
                {
                    self.send_to_judge(id, purpose, at, chain, answer);
                } else if let Some(Latest { judgement, digest, .. }) = slot.latest.clone() {
                    self.conclude(id, purpose, at, &judgement, Finding::of_judgement(&judgement), Some(digest));
                    self.keep_placed(id, at);
                } else {
                    // What it is unchanged from was let go meanwhile: the look says nothing, and the next one is full.
                    self.conclude(id, purpose, at, &unanswered::of_own_fault(), Finding::Blind, None);
                }
            }
            Seen::Answered(answer) => {
                slot.answers(at);
                if let Some(Latest { judgement, digest, .. }) =
                    slot.known(&answer).filter(|_| purpose != Purpose::Approval && !slot.shelf.has_changed()).cloned()
                {
                    slot.came_again(answer.from);
                    if judgement.verdict == Verdict::Normal {
                        self.feed_came_from(id, answer.from);
                    }
                    self.conclude(id, purpose, at, &judgement, Finding::of_judgement(&judgement), Some(digest));
                    self.keep_placed(id, at);
                } else {
                    self.send_to_judge(id, purpose, at, chain, answer);
                }
            }
        }
    }

    pub(super) fn send_to_judge(
        &mut self,
        id: &WatchId,
        purpose: Purpose,
        at: Timestamp,
        chain: Vec<Hop>,
        answer: Answer,
    ) {
        let honest = self.honest(id);
        let Some(slot) = self.slots.get(id) else { return };
        let baseline = Arc::new(self.normal_now(slot));
        let Some(slot) = self.slots.get_mut(id) else { return };
        let pictures = self.pictures.against(&slot.watch.outlet);
        self.workers.judge(Judgeable {
            watch: slot.watch.clone(),
            purpose,
            at,
            chain,
            answer,
            baseline,
            honest,
            learn: slot.track.may_learn(),
            asked_about: slot.asked_about.filter(|_| purpose == Purpose::Approval),
            parts: slot.shelf.hand_out(),
            pictures,
        });
    }

    pub(super) fn judged(&mut self, task: Judgeable, result: Result<Box<Outcome>, Panicked>) {
        let id = task.watch.id.clone();
        let Some(slot) = self.slots.get_mut(&id) else { return };
        let outcome = match result {
            Ok(outcome) => *outcome,
            Err(panic) => {
                tracing::error!(watch = %id, digest = %task.answer.digest, %panic, "judging this page failed");
                self.remark(About::Trouble, words::judging_trouble(&task.watch.outlet));
                self.writes.push(task.capture(CaptureRole::Suspect));
                let judgement = unanswered::of_own_fault();
                self.conclude(&id, task.purpose, task.at, &judgement, Finding::Hidden, Some(task.answer.digest));
                // Nobody has packed it: a large one holds its place until it is stored.
                self.flush();
                return;
            }
        };
        if task.baseline.version() != slot.normal.version() {
            // What is normal changed while this was judged (a person approved, or took something back): judge again.
            self.send_to_judge(&id, task.purpose, task.at, task.chain, task.answer);
            return;
        }
        let Outcome { judgement, learned, packed, wanted, stories, strange } = outcome;
        if slot.shelf.want(wanted, &task.answer) {
            // Without its parts it may look well when it is not: nothing is said of it before they came.
            self.fetch_parts_first(task);
            return;
        }
        let judgement = self.beside_other_hosts(&task, judgement);
        let opened = judgement.signals.first().is_some_and(|signal| signal.kind == OPENED);
        let learned = learned.filter(|_| !opened);
        let Some(slot) = self.slots.get_mut(&id) else { return };
        let learned_something = learned.is_some();
        if let Some((baseline, learned)) = learned {
            slot.normal = Normal::of(&baseline);
            if let Learned::Material(reason) = learned {
                self.writes.push(new_version(&id, &baseline, reason, task.at));
                self.keep_page(&task, CaptureRole::Baseline, &packed);
            }
        }
        if task.purpose == Purpose::Approval && learned_something {
            self.approved(&id, task.at);
            // It was judged by what was normal before; whoever approved must not be alarmed by the same page again.
            self.send_to_judge(&id, Purpose::Recheck, task.at, task.chain, task.answer);
            return;
        }
        let Some(slot) = self.slots.get_mut(&id) else { return };
        let latest = Latest {
            at: task.at,
            url: task.answer.url.clone(),
            from: task.answer.from,
            status: task.answer.status,
            headers: task.answer.headers.clone(),
            digest: task.answer.digest,
            judgement: judgement.clone(),
            version: slot.normal.version(),
            packed: packed.clone(),
        };
        // Of what a reader's browser is shown nothing is kept: it is compared with the honest look.
        let before = if slot.watch.reader.is_none() { slot.judged(latest) } else { None };
        if task.purpose == Purpose::Approval {
            let seen = judgement.availability == Availability::Up;
            let why = if seen { words::approval_changed } else { words::not_approved };
            self.remark(About::Trouble, why(&task.watch.outlet));
        }
        // What this computer does is no trouble of the site's.
        let finding = if opened { Finding::Blind } else { Finding::of_judgement(&judgement) };
        self.keep_evidence(&task, &judgement, before, &packed);
        if let Some(slot) = self.slots.get_mut(&id) {
            slot.strange.clone_from(&strange);
        }
        self.conclude(&id, task.purpose, task.at, &judgement, finding, Some(task.answer.digest));
        self.keep_placed(&id, task.at);
        self.keep_logos(&id, &judgement, task.at);
        if task.watch.kind == WatchKind::Feed {
            self.feed_names(&task, &stories, &judgement);
        }
    }

    /// Captures a look that is out of the ordinary with the one before it; otherwise one an hour.
    fn keep_evidence(&mut self, task: &Judgeable, judgement: &Judgement, before: Option<Latest>, packed: &Bytes) {
        let due = self.slots.get_mut(&task.watch.id).and_then(|slot| slot.capture_due(judgement.verdict, task.at));
        let Some(role) = due else { return };
        self.keep_page(task, role, packed);
        if role == CaptureRole::Hourly {
            return;
        }
        if let Some(before) = before.filter(|before| before.digest != task.answer.digest) {
            self.keep_latest(&task.watch.id, CaptureRole::Before, before);
        }
    }

    /// Has the page kept that an alarm is raised for, where it is not kept yet.
    fn keep_raised(&mut self, id: &WatchId, changes: &[Change]) {
        let opened = |change: &Change| match change {
            Change::Opened(incident) => incident.evidence,
            _ => None,
        };
        let Some(evidence) = changes.iter().find_map(opened) else { return };
        let page = self.slots.get_mut(id).and_then(|slot| slot.raised_for(evidence).cloned());
        if let Some(page) = page {
            self.keep_latest(id, CaptureRole::Alarm, page);
        }
    }

    fn keep_latest(&mut self, id: &WatchId, role: CaptureRole, page: Latest) {
        let Some(body) = self.room.keep(page.packed, unstored::left_by(role)) else { return Self::no_room(id) };
        let Latest { at, url, status, headers, digest, .. } = page;
        self.writes.push(Write::Capture { watch: id.clone(), role, at, digest, url, status, headers, body });
    }

    /// Has a page kept, packed as it is for the look before the next: as it came, a large one would hold its place among those that
    /// are looked at until the disk has taken it.
    fn keep_page(&mut self, task: &Judgeable, role: CaptureRole, packed: &Bytes) {
        match self.room.keep(packed.clone(), unstored::left_by(role)) {
            Some(body) => self.writes.push(task.captured(role, body)),
            None => Self::no_room(&task.watch.id),
        }
    }

    fn no_room(watch: &WatchId) {
        tracing::warn!(%watch, "a page is not kept: too many wait for the disk");
    }

    /// What follows from a look, whatever came of it.
    pub(super) fn conclude(
        &mut self,
        id: &WatchId,
        purpose: Purpose,
        at: Timestamp,
        judgement: &Judgement,
        finding: Finding,
        digest: Option<Digest>,
    ) {
        let planned = self.beside_plans(id, judgement, finding, at);
        let expected = planned.as_ref().is_some_and(|(_, finding)| *finding == Finding::Blind);
        let (judgement, finding) = planned.as_ref().map_or((judgement, finding), |(left, finding)| (left, *finding));
        // What other looks say matters to one that is not well; to ask them all each time would cost thousands of watches dear.
        let well = finding == Finding::Well;
        let others = if well { Others::Unknown } else { self.others(id, at) };
        let site_is_gone = !well && self.site_is_gone(id);
        let now = self.ports.clock.now();
        let sighting = Sighting {
            at,
            took: self.slots.get(id).map(|slot| slot.took).unwrap_or_default(),
            finding,
            availability: judgement.availability,
            summary: summary(judgement),
            severity: judgement.severity,
            score: judgement.score,
            signals: judgement.signals.clone(),
            digest,
            others,
            site_is_gone,
            asks_to_wait: self.slots.get(id).and_then(|slot| slot.asks_to_wait),
        };
        let sighting = self.beside_honest(id, sighting);
        let sighting = self.beside_stories(id, sighting);
        let Some(slot) = self.slots.get_mut(id) else { return };
        slot.conclude(at, judgement);
        if let Some(recheck) = &mut self.recheck {
            recheck.looked(id, at, judgement.verdict);
        }
        self.catch_up_with(id, at, judgement.verdict);
        let Some(slot) = self.slots.get_mut(id) else { return };
        let (of_a_story, honest) = (slot.told_by.is_some(), slot.watch.reader.is_none());
        let step = if of_a_story { Step::default() } else { slot.track.see(&slot.watch, &sighting, slot.interval) };
        let news = !step.changes.iter().all(|change| matches!(change, Change::SeenAgain(_)));
        if news {
            // First of all: where anything below breaks down, it is told all the same.
            self.take_note_of(&step.changes, now);
            self.keep_raised(id, &step.changes);
        }
        let Some(slot) = self.slots.get_mut(id) else { return };
        let verdict = WatchVerdict::new(&slot.watch, at, judgement, &self.speech);
        let there = (finding.saw_page() || finding == Finding::Down).then_some(finding.saw_page());
        let half =
            slot.is_row().then(|| slot.pace.looked(at, there.filter(|there| *there).map(|_| slot.took))).flatten();
        self.writes.push(Write::Look(Look {
            watch: id.clone(),
            at,
            verdict: judgement.verdict,
            availability: judgement.availability,
            digest,
            took: slot.took,
            there,
        }));
        self.writes.extend(half.map(|half| Write::HalfHour { watch: id.clone(), half }));
        // What is said of a front page is said of the honest look; as a reader, only a difference is.
        if honest {
            self.happen(Happening::Verdict(verdict));
        }
        self.notice_silence(id);
        if of_a_story {
            let step = self.conclude_story(id, &sighting, judgement);
            self.keep_held(id, &sighting, &step, expected);
            self.look_over(id, at, now, &step);
            self.conclude_outlets_stories(id);
            return;
        }
        self.keep_held(id, &sighting, &step, expected);
        self.look_over(id, at, now, &step);
        // One good look is not the end yet, and no news: the confirmation that follows it brings either.
        if purpose != Purpose::Routine && finding != Finding::Well {
            self.answer_owed(id, now);
        }
        if news {
            self.decide_all();
        } else if self.writes.len() >= BATCH || self.writes.iter().any(|write| matches!(write, Write::Baseline(_))) {
            // What was learned is not learned again, perhaps from a page that was attacked meanwhile, by who goes on after a crash.
            self.flush();
        }
    }

    /// Keeps why a troubling look opened nothing: "why was I not told?" is answered from there.
    fn keep_held(&mut self, id: &WatchId, sighting: &Sighting, step: &Step, expected: bool) {
        let reason = step.held.or_else(|| expected.then_some(Held::Planned));
        let (Some(reason), Some(slot)) = (reason, self.slots.get(id)) else { return };
        self.writes.push(Write::Held(Box::new(HeldLook {
            watch: id.clone(),
            outlet: slot.watch.outlet.clone(),
            reason,
            at: sighting.at,
            what: step.first_seen.as_ref().unwrap_or(&sighting.summary).clone(),
        })));
    }

    /// Plans the next look.
    fn look_over(&mut self, id: &WatchId, began: Timestamp, now: Timestamp, step: &Step) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        slot.under_way = None;
        // A confirmation is what a re-check asks for, and over a new connection.
        let asked = slot.asked.take().filter(|asked| *asked == Purpose::Approval || step.confirm_in.is_none());
        if let Some(purpose) = asked {
            self.look(id, purpose, Duration::ZERO);
        } else if let Some(wait) = step.confirm_in {
            self.look(id, Purpose::Confirmation, wait);
        } else {
            // A page that hangs takes its time each time: what is tried again is counted from when the look began.
            let took = Duration::try_from(now.duration_since(began)).unwrap_or_default();
            let retry = step.retry_in.map(|wait| wait.saturating_sub(took));
            let sooner = self.irregular(id, retry).or_else(|| self.while_learning(id));
            self.schedule.looked(id, now, sooner);
            if let Some(wait) = step.wait {
                self.schedule.rest(id, now, wait);
            }
        }
    }

    /// What is normal is learned at the pace of front pages, however seldom it is looked at later.
    fn while_learning(&self, id: &WatchId) -> Option<Duration> {
        let concluded = self.slots.get(id).filter(|slot| slot.is_row())?.concluded.as_ref()?;
        (concluded.judgement.verdict == Verdict::Learning).then_some(self.config.watching.interval)
    }

    /// A person said that what is there now is ours, and the baseline has learned it.
    pub(super) fn approved(&mut self, id: &WatchId, at: Timestamp) {
        let Some(slot) = self.slots.get_mut(id) else { return };
        let Some(incident) = slot.track.open(Cause::Content).map(|incident| incident.id.clone()) else { return };
        if let Some(change) = slot.track.resolve(&incident, Resolution::Ours, at) {
            self.announce(&[change], at);
        }
    }
}

/// What is said of a look in one sentence: its weightiest reason.
pub(super) fn summary(judgement: &Judgement) -> Message {
    judgement.signals.first().map_or_else(terms::as_it_should_be, |signal| signal.message.clone())
}
