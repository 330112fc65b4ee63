//! How everything stands, worked out from the state of the loop whenever somebody asks. Changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::baseline::FIRST_LOOKS;
use frontwatch_core::incident::alert::Alert;
use frontwatch_core::incident::{Cause, Incident, IncidentId, State};
use frontwatch_core::notify::headline;
use frontwatch_core::standing::{Alarm, Part, Standing, Whole};
use frontwatch_core::text::cli::{self, Round};
use frontwatch_core::text::{Message, Speech, desktop, inert, words};
use frontwatch_core::verdict::{Availability, Judgement, Severity, Signal, Verdict};
use frontwatch_core::watch::{Watch, WatchId};
use jiff::Timestamp;

use super::Loop;
use super::judging::question;
use super::slot::{Concluded, Slot};
use crate::api::happening::About;
use crate::api::overview::{
    Anomaly, AnomalyState, LearningView, OutletView, Overview, PauseView, Reason, RecheckView, RemarkView, WatchView,
};
use crate::api::steps;

/// The longest quotation of a page in the window, in characters.
const QUOTE: usize = 280;
/// The most incidents and suspicions that are listed, the worst; nobody reads more of them in a row, and a window that is told of a
/// storm must not stand still. All incidents are found in the history.
const LISTED: usize = 200;
/// The most steps that are listed beside an alarm; all of them stand on its page.
const FIRST_AID: usize = 4;
/// The most reasons that are listed of one anomaly: the weightiest.
const REASONS: usize = 12;

/// A re-check that a person asked for.
#[derive(Debug)]
pub(super) struct Recheck {
    asked: Timestamp,
    round: Round,
    /// The watches that were not looked at since.
    waiting: BTreeSet<WatchId>,
}

impl Recheck {
    pub(super) fn new(watches: &[WatchId], asked: Timestamp) -> Self {
        let total = u32::try_from(watches.len()).unwrap_or(u32::MAX);
        Self { asked, round: Round { total, ..Round::default() }, waiting: watches.iter().cloned().collect() }
    }

    /// A look that began at this moment came to this. One that began before the re-check was asked for says nothing.
    pub(super) fn looked(&mut self, watch: &WatchId, began: Timestamp, verdict: Verdict) {
        if began < self.asked || !self.waiting.remove(watch) {
            return;
        }
        match verdict {
            Verdict::Alarm => self.round.alarms += 1,
            Verdict::Suspect => self.round.suspects += 1,
            Verdict::Inconclusive => self.round.unseen += 1,
            Verdict::Normal | Verdict::Learning => {}
        }
    }

    /// What came of all of them, once every one was looked at.
    pub(super) fn outcome(&self) -> Option<Round> {
        self.waiting.is_empty().then_some(self.round)
    }

    /// What is not watched any more is not waited for.
    pub(super) fn forget(&mut self, gone: impl Fn(&WatchId) -> bool) {
        self.waiting.retain(|watch| !gone(watch));
    }

    fn view(&self, speech: &Speech) -> RecheckView {
        let waiting = u32::try_from(self.waiting.len()).unwrap_or(u32::MAX);
        RecheckView {
            asked: self.asked,
            total: self.round.total,
            done: self.round.total.saturating_sub(waiting),
            outcome: (waiting == 0).then(|| speech.say(&desktop::rechecked(self.round))),
        }
    }
}

impl Loop {
    pub(super) fn overview(&self) -> Overview {
        let now = self.ports.clock.now();
        let of_slots = self.slots.values().flat_map(|slot| slot.track.unresolved());
        let mut alarms: Vec<&Incident> = of_slots.chain(self.alerting.reported.values()).collect();
        alarms.sort_by_key(|incident| (rank(incident), incident.began));
        let together = self.alerting.alerts.iter().filter_map(|alert| Some((&alert.lead, self.said_together(alert)?)));
        let together: BTreeMap<&IncidentId, Message> = together.collect();
        let current = |incident: &Incident| self.slots.get(&incident.watch).and_then(|slot| slot.concluded.as_ref());
        let in_all = alarms.len();
        let incidents = alarms.iter().take(LISTED).map(|incident| Anomaly {
            together: together.get(self.alert_of(incident)).map(|several| self.speech.say_at(several, now)),
            ..live(incident, current(incident), &self.speech, now)
        });
        let mut anomalies: Vec<Anomaly> = incidents.collect();
        let mut told = BTreeSet::new();
        alarms.retain(|incident| told.insert(self.alert_of(incident)));
        let alarm = |first| Alarm {
            first,
            together: together.get(self.alert_of(first)).cloned(),
            began: self.alerting.alerts.of(&first.id).map_or(first.began, Alert::began),
        };
        let whole = Whole {
            parts: self.parts(),
            alarms: alarms.into_iter().map(alarm).collect(),
            network: self.network,
            pause: self.pause,
            refused: self.file_refused,
        };
        let mut suspicions = self.slots.values().filter_map(|slot| suspicion(slot, &self.speech, now));
        let room = LISTED - anomalies.len();
        anomalies.extend(suspicions.by_ref().take(room));
        let unlisted = in_all.saturating_sub(LISTED) + suspicions.count();
        Overview {
            version: *self.version.borrow(),
            configured: self.configured,
            demonstration: false,
            narration: None,
            standing: whole.standing(),
            sentence: self.speech.say_at(&whole.sentence(), now),
            last_look: self.slots.values().filter_map(|slot| slot.concluded.as_ref()).map(|it| it.at).max(),
            pause: self.pause.map(|pause| PauseView { until: pause.until }),
            recheck: self.recheck.as_ref().map(|recheck| recheck.view(&self.speech)),
            anomalies,
            unlisted: u32::try_from(unlisted).unwrap_or(u32::MAX),
            first_aid: steps(&self.config, &self.speech).into_iter().take(FIRST_AID).collect(),
            outlets: self.outlets(now),
            remarks: self.remark_views(now),
            unwritten: self.unwritten,
        }
    }

    /// The name of the alert that tells of an incident.
    fn alert_of<'a>(&'a self, incident: &'a Incident) -> &'a IncidentId {
        self.alerting.alerts.of(&incident.id).map_or(&incident.id, |alert| &alert.lead)
    }

    /// What is wrong with channels, for as long as it is; then the latest words.
    fn remark_views(&self, now: Timestamp) -> Vec<RemarkView> {
        let view = |about, message, at| RemarkView { about, says: self.speech.say_at(message, now), at };
        let troubles = self.outbox.troubles().map(|(message, since)| view(About::Trouble, message, *since));
        let remarks = self.remarks.iter().map(|remark| view(remark.about, &remark.message, remark.at));
        troubles.chain(remarks).collect()
    }

    /// The slots of each outlet, by its name.
    fn by_outlet(&self) -> BTreeMap<&str, Vec<&Slot>> {
        let mut by_outlet = BTreeMap::<&str, Vec<&Slot>>::new();
        for slot in self.slots.values() {
            if slot.is_row() || !slot.track.unresolved().is_empty() {
                by_outlet.entry(slot.watch.outlet.as_str()).or_default().push(slot);
            }
        }
        by_outlet
    }

    /// Every outlet that has something that is watched.
    fn parts(&self) -> Vec<Part<'_>> {
        let by_outlet = self.by_outlet();
        let outlets = self.config.outlets.iter().filter_map(|outlet| {
            let slots = by_outlet.get(outlet.name.as_str())?;
            let suspicion = slots.iter().filter(|slot| slot.standing() == Standing::Suspect).find_map(|slot| {
                let concluded = slot.concluded.as_ref()?;
                concluded.judgement.signals.first().map(|signal| &signal.message)
            });
            Some(Part {
                outlet: &outlet.name,
                standing: worst(slots).max(self.reported_at(&outlet.name)),
                looked_at: slots.iter().all(|slot| slot.concluded.is_some()),
                suspicion,
                confirming: slots.iter().any(|slot| is_confirming(slot)),
            })
        });
        outlets.collect()
    }

    /// How an outlet stands by what a person reported of it.
    fn reported_at(&self, outlet: &str) -> Standing {
        let reported = self.alerting.reported.values().any(|incident| incident.outlet == outlet);
        if reported { Standing::Alarm } else { Standing::Normal }
    }

    /// The watches of each outlet, by its name: those of the configuration, and the one that speaks for its stories.
    pub(super) fn watches_by_outlet(&self) -> BTreeMap<String, Vec<Watch>> {
        let mut watches = BTreeMap::<String, Vec<Watch>>::new();
        let groups = self.slots.values().filter(|slot| self.is_group(&slot.watch.id)).map(|slot| slot.watch.clone());
        for watch in self.config.watches().into_iter().chain(groups) {
            watches.entry(watch.outlet.clone()).or_default().push(watch);
        }
        watches
    }

    fn outlets(&self, now: Timestamp) -> Vec<OutletView> {
        let (by_outlet, watches) = (self.by_outlet(), self.watches_by_outlet());
        let view = |outlet: &frontwatch_core::config::Outlet| OutletView {
            name: outlet.name.clone(),
            group: outlet.group.clone(),
            pause: self.outlet_pauses.get(&outlet.name).map(|pause| PauseView { until: pause.until }),
            standing: by_outlet
                .get(outlet.name.as_str())
                .map_or(Standing::Learning, |slots| worst(slots))
                .max(self.reported_at(&outlet.name)),
            watches: watches.get(&outlet.name).into_iter().flatten().map(|watch| self.watch_view(watch, now)).collect(),
        };
        self.config.outlets.iter().map(view).collect()
    }

    pub(super) fn watch_view(&self, watch: &Watch, now: Timestamp) -> WatchView {
        let slot = self.slots.get(&watch.id);
        let concluded = slot.and_then(|slot| slot.concluded.as_ref());
        WatchView {
            id: watch.id.clone(),
            place: self.speech.say(&words::kind(watch.kind)),
            address: watch.url.clone(),
            standing: slot.map(Slot::standing),
            says: match (slot, concluded) {
                (None, _) => self.speech.say(&cli::not_watched_by_this_version()),
                (Some(_), None) => self.speech.say(&cli::never_looked()),
                (Some(slot), Some(concluded)) => {
                    let well = concluded.judgement.verdict == Verdict::Normal;
                    if well && slot.standing() == Standing::Alarm {
                        self.speech.say(&cli::almost_over())
                    } else {
                        said(concluded, &self.speech, now)
                    }
                }
            },
            last_look: concluded.map(|concluded| concluded.at),
            learning: slot.and_then(learning),
        }
    }
}

/// How far the first looks are; asked only of those that learn, as what is normal has to be unpacked for it.
fn learning(slot: &Slot) -> Option<LearningView> {
    (slot.standing() == Standing::Learning).then(|| {
        let looks = slot.normal.baseline().looks().min(FIRST_LOOKS);
        LearningView { looks, of: FIRST_LOOKS }
    })
}

/// What the latest look said, in a few words.
fn said(concluded: &Concluded, speech: &Speech, now: Timestamp) -> String {
    let judgement = &concluded.judgement;
    match (judgement.verdict, judgement.signals.first()) {
        (Verdict::Normal, _) => speech.say(&cli::nothing_unusual()),
        (Verdict::Learning, _) => speech.say(&cli::learning_so_far()),
        (Verdict::Inconclusive, None) => speech.say(&cli::no_judgement()),
        (_, Some(signal)) => speech.say_at(&signal.message, now),
        (verdict, None) => speech.say(&words::verdict(verdict)),
    }
}

/// Whether an alarm waits for its second look.
fn is_confirming(slot: &Slot) -> bool {
    let alarming = slot.concluded.as_ref().is_some_and(|latest| latest.judgement.verdict == Verdict::Alarm);
    alarming && slot.is_row() && slot.track.open(Cause::Content).is_none() && !slot.track.shows_set_aside()
}

fn worst(slots: &[&Slot]) -> Standing {
    slots.iter().map(|slot| slot.standing()).max().unwrap_or(Standing::Learning)
}

/// Worst first: what nobody has before what somebody has, critical before less, what is seen before what is not.
fn rank(incident: &Incident) -> (bool, std::cmp::Reverse<Severity>, bool) {
    (incident.state != State::Open, std::cmp::Reverse(incident.severity), incident.cause == Cause::Unseen)
}

/// An unresolved incident as the window lists it, with what its latest look saw: a person decides on what is there now.
fn live(incident: &Incident, latest: Option<&Concluded>, speech: &Speech, now: Timestamp) -> Anomaly {
    let mut anomaly = anomaly(incident, speech, now);
    let latest = latest.map(|latest| &latest.judgement).filter(|latest| latest.verdict == Verdict::Alarm);
    if let Some(latest) = latest.filter(|_| incident.cause == Cause::Content) {
        anomaly.reasons = reasons(&latest.signals, speech, now);
        anomaly.question = asked(latest);
    }
    anomaly
}

/// What a person is asked who says that what is there is theirs.
fn asked(judgement: &Judgement) -> Option<String> {
    (judgement.availability == Availability::Up).then(|| question(judgement).to_string())
}

/// An incident as the window lists it.
pub(crate) fn anomaly(incident: &Incident, speech: &Speech, now: Timestamp) -> Anomaly {
    let put_off = incident.snoozed.filter(|until| now < *until && incident.is_open());
    let state_says = match put_off {
        Some(until) => speech.say_at(&words::put_off(until), now),
        None => speech.say(&words::state(&incident.state)),
    };
    let (state, says, over, resolution) = match &incident.state {
        State::Open if incident.hidden.is_some() => (AnomalyState::Open, hidden(incident, speech, now), None, None),
        State::Open => (AnomalyState::Open, state_says, None, None),
        State::Acknowledged { by, .. } => (AnomalyState::Acknowledged, speech.say(&words::taken_by(by)), None, None),
        State::Resolved { at, resolution } => (AnomalyState::Resolved, state_says, Some(*at), Some(*resolution)),
    };
    Anomaly {
        key: incident.id.as_str().to_owned(),
        incident: Some(incident.id.clone()),
        told_with: incident.alert.clone().filter(|lead| *lead != incident.id),
        campaign: incident.campaign.clone(),
        together: None,
        snoozed: put_off,
        watch: incident.watch.clone(),
        outlet: incident.outlet.clone(),
        group: incident.group.clone(),
        kind: incident.kind,
        place: speech.say(&words::kind(incident.kind)),
        address: incident.url.clone(),
        severity: incident.severity,
        state,
        state_says: says,
        resolution,
        summary: speech.say_at(&headline(incident), now),
        since: incident.began,
        last_seen: incident.last_seen,
        seen: incident.seen,
        over,
        reasons: reasons(&incident.signals, speech, now),
        standing: if incident.cause == Cause::Unseen { Standing::Unseen } else { Standing::Alarm },
        question: None,
    }
}

/// That what was there is hidden, and behind what.
fn hidden(incident: &Incident, speech: &Speech, now: Timestamp) -> String {
    incident.hidden.map_or_else(String::new, |since| speech.say_at(&words::hidden(incident.availability, since), now))
}

/// A watch that is out of the ordinary without an incident of its own.
fn suspicion(slot: &Slot, speech: &Speech, now: Timestamp) -> Option<Anomaly> {
    let concluded = slot.concluded.as_ref()?;
    let Slot { watch, .. } = slot;
    // What waits for its second look is told of after that.
    if slot.standing() != Standing::Suspect || is_confirming(slot) || !slot.is_row() {
        return None;
    }
    let summary = concluded
        .judgement
        .signals
        .first()
        .map_or_else(|| words::verdict(concluded.judgement.verdict), |signal| signal.message.clone());
    let set_aside = slot.track.shows_set_aside();
    let state = if set_aside { words::set_aside() } else { words::verdict(Verdict::Suspect) };
    Some(Anomaly {
        key: watch.id.as_str().to_owned(),
        incident: None,
        told_with: None,
        campaign: None,
        together: None,
        snoozed: None,
        watch: watch.id.clone(),
        outlet: watch.outlet.clone(),
        group: watch.group.clone(),
        kind: watch.kind,
        place: speech.say(&words::kind(watch.kind)),
        address: watch.url.clone(),
        severity: Severity::Info,
        state: AnomalyState::Suspect,
        state_says: speech.say(&state),
        resolution: None,
        summary: speech.say_at(&summary, now),
        since: concluded.since,
        last_seen: concluded.at,
        seen: concluded.looks,
        over: None,
        reasons: reasons(&concluded.judgement.signals, speech, now),
        standing: Standing::Suspect,
        question: asked(&concluded.judgement),
    })
}

fn reasons(signals: &[Signal], speech: &Speech, now: Timestamp) -> Vec<Reason> {
    let said = signals.iter().take(REASONS).map(|signal| Reason {
        kind: signal.kind.clone(),
        summary: speech.say_at(&signal.message, now),
        before: inert(&speech.evidence(&signal.before), QUOTE),
        after: inert(&speech.evidence(&signal.after), QUOTE),
    });
    said.collect()
}
