//! The state machine of one watch: looks go in, the births, growth and ends of its incidents come out.
//!
//! Three kinds of trouble run side by side, because they hide each other: a defacement that turns into an error page is
//! still a defacement. Each has its own rule:
//!
//! | cause | opens | ends |
//! | --- | --- | --- |
//! | content | an alarming look, confirmed by a second over a new connection, or two among five looks | two looks in a row at the approved page |
//! | outage | three failures over one and a half intervals (45 s at the default) | two looks in a row at the page |
//! | unseen | ten minutes in which every look was refused, challenged or too large | one look at the page |

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::finding::Finding;
use super::{Cause, Incident, IncidentId, Resolution, State};
use crate::detect::EXPIRY_STAGES;
use crate::digest::Digest;
use crate::text::Message;
use crate::verdict::{Availability, Severity, Signal};
use crate::watch::{Watch, WatchKind};

/// Failures in a row before an outage opens.
const FAILURES: u32 = 3;
/// Successes in a row before an outage or a defacement is over.
const SUCCESSES: u32 = 2;
/// How long a watch may be refused or challenged before that is a notice of its own.
const UNSEEN_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// From an alarming look to the one that confirms it. Within 5 s; not at once, so that one bad backend of several, or
/// a page caught in the middle of a deployment, has a chance to be told from an attack.
const CONFIRM_AFTER: Duration = Duration::from_millis(1500);
/// Looks at the page among which two alarming ones open an incident, confirmed at once or not: where one server of
/// several is hacked, only some readers see it.
const AMONG: u32 = 5;
/// Confirmations that could not see the page before the watch goes back to its ordinary rhythm.
const CONFIRM_TRIES: u32 = 3;

/// One look, as the state machine needs it.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// When the look began.
    pub at: Timestamp,
    /// What it came to.
    pub finding: Finding,
    /// How the page was there.
    pub availability: Availability,
    /// What is said of it, without the outlet's name.
    pub summary: Message,
    /// How urgent that is.
    pub severity: Severity,
    /// The reasons.
    pub signals: Vec<Signal>,
    /// The body that was seen, where there was one.
    pub digest: Option<Digest>,
    /// Whether other hosts answer: no outlet is blamed for this computer's own network.
    pub others: Others,
    /// Whether the outlet's front page can't be reached or seen either: it is told there, once.
    pub site_is_gone: bool,
}

/// What the looks at other hosts say about this computer's network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// At least one other host answered lately.
    Answer,
    /// There are other hosts, and none of them answered lately.
    Fail,
    /// There is nothing to compare with, or the watch is on loopback, which needs no network.
    Unknown,
}

/// A birth, a growth or an end.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A new incident.
    Opened(Incident),
    /// It became more urgent.
    Escalated(Incident),
    /// It was seen again, with other reasons than before.
    Developed(Incident),
    /// It was seen again.
    SeenAgain(Incident),
    /// Somebody has it.
    Acknowledged(Incident),
    /// A person does not want to be reminded of it for a while.
    Snoozed(Incident),
    /// It is over.
    Resolved(Incident),
}

impl Change {
    /// The incident as it is after the change.
    pub fn incident(&self) -> &Incident {
        match self {
            Self::Opened(incident)
            | Self::Escalated(incident)
            | Self::Developed(incident)
            | Self::SeenAgain(incident)
            | Self::Acknowledged(incident)
            | Self::Snoozed(incident)
            | Self::Resolved(incident) => incident,
        }
    }

    /// The same, to be changed.
    pub fn incident_mut(&mut self) -> &mut Incident {
        match self {
            Self::Opened(incident)
            | Self::Escalated(incident)
            | Self::Developed(incident)
            | Self::SeenAgain(incident)
            | Self::Acknowledged(incident)
            | Self::Snoozed(incident)
            | Self::Resolved(incident) => incident,
        }
    }
}

/// Why a troubling look opened nothing, yet or at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A second look has to confirm it.
    Unconfirmed,
    /// The second look did not see it.
    Differed,
    /// Too few failures, or over too short a time.
    TooFewFailures,
    /// Refused or challenged for less than ten minutes.
    NotYetUnseen,
    /// No other host answers either: it is this computer's network.
    OwnNetwork,
    /// The outlet's front page is in the same trouble, and that is told.
    SiteIsGone,
}

/// What follows from a look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// What changed, in order.
    pub changes: Vec<Change>,
    /// Look again this soon, over a new connection, before the ordinary time.
    pub confirm_in: Option<Duration>,
    /// Look again this soon, in the ordinary way.
    pub retry_in: Option<Duration>,
    /// Why nothing opened, where something could have.
    pub held: Option<Held>,
}

/// A bad look that waits for confirmation.
#[derive(Debug, Clone)]
struct Pending {
    began: Timestamp,
    digest: Option<Digest>,
    tries: u32,
    /// Looks at the page since then that did not see it.
    calm: u32,
}

/// Failures in a row.
#[derive(Debug, Clone)]
struct Streak {
    since: Timestamp,
    count: u32,
}

/// What is remembered of one watch between its looks.
#[derive(Debug, Clone, Default)]
pub struct Track {
    pending: Option<Pending>,
    failures: Option<Streak>,
    hidden_since: Option<Timestamp>,
    well_in_a_row: u32,
    seen_in_a_row: u32,
    last_good: Option<Timestamp>,
    incidents: Vec<Incident>,
}

impl Track {
    /// A track that goes on with the unresolved incidents of the store.
    pub fn resume(unresolved: Vec<Incident>) -> Self {
        let last_good = unresolved.iter().filter_map(|incident| incident.last_good).max();
        Self { incidents: unresolved, last_good, ..Self::default() }
    }

    /// The unresolved incidents, in the order they opened.
    pub fn unresolved(&self) -> &[Incident] {
        &self.incidents
    }

    /// The unresolved incident of this cause.
    pub fn open(&self, cause: Cause) -> Option<&Incident> {
        self.incidents.iter().find(|incident| incident.cause == cause)
    }

    /// Whether the baseline may learn from a look at this watch: not while what is there is in question.
    pub fn may_learn(&self) -> bool {
        self.pending.is_none() && self.open(Cause::Content).is_none()
    }

    /// One look. `interval` is the watch's own, from which the pace of retries follows.
    pub fn see(&mut self, watch: &Watch, sighting: &Sighting, interval: Duration) -> Step {
        let mut step = Step::default();
        if sighting.finding == Finding::Blind {
            return step;
        }
        self.count(sighting.finding);
        self.content(watch, sighting, &mut step);
        self.outage(watch, sighting, interval, &mut step);
        self.unseen(watch, sighting, &mut step);
        if sighting.finding == Finding::Well {
            self.last_good = Some(sighting.at);
        }
        step
    }

    /// Whether a bad look waits for the one that confirms it.
    pub fn is_confirming(&self) -> bool {
        self.pending.is_some()
    }

    /// An incident that speaks for many things speaks of others now, or of more: its words are those of its latest sighting.
    pub fn revise(&mut self, cause: Cause, sighting: &Sighting) -> Option<Change> {
        let incident = self.incidents.iter_mut().find(|incident| incident.cause == cause)?;
        if incident.signals == sighting.signals {
            return None;
        }
        incident.signals.clone_from(&sighting.signals);
        incident.summary = sighting.summary.clone();
        Some(Change::Developed(incident.clone()))
    }

    /// Changes what is known of an unresolved incident besides its life; none where it is not here.
    pub fn amend(&mut self, id: &IncidentId, amend: impl FnOnce(&mut Incident)) -> Option<Incident> {
        let incident = self.incidents.iter_mut().find(|incident| incident.id == *id)?;
        amend(incident);
        Some(incident.clone())
    }

    /// Somebody took an incident on. Nothing if it is not open here.
    pub fn acknowledge(&mut self, id: &IncidentId, by: &str, at: Timestamp) -> Option<Change> {
        let incident = self.incidents.iter_mut().find(|i| i.id == *id && i.state == State::Open)?;
        incident.state = State::Acknowledged { at, by: by.to_owned() };
        Some(Change::Acknowledged(incident.clone()))
    }

    /// A person ended an incident. Nothing if it is not unresolved here.
    pub fn resolve(&mut self, id: &IncidentId, resolution: Resolution, at: Timestamp) -> Option<Change> {
        let position = self.incidents.iter().position(|incident| incident.id == *id)?;
        self.pending = None;
        Some(self.end(position, resolution, at))
    }

    fn count(&mut self, finding: Finding) {
        self.well_in_a_row = if finding == Finding::Well { self.well_in_a_row + 1 } else { 0 };
        self.seen_in_a_row = if finding.saw_page() { self.seen_in_a_row + 1 } else { 0 };
    }

    fn content(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        if let Some(position) = self.position(Cause::Content) {
            match sighting.finding {
                Finding::Alarming => step.changes.push(grow(&mut self.incidents[position], sighting)),
                Finding::Well if self.well_in_a_row >= SUCCESSES => {
                    step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                }
                Finding::Well => step.confirm_in = Some(CONFIRM_AFTER),
                // An error, a challenge or another odd page in its place is not the approved page.
                Finding::Doubtful | Finding::Down | Finding::Hidden | Finding::Blind => {}
            }
            return;
        }
        match (sighting.finding, self.pending.take()) {
            (Finding::Alarming, None) => {
                self.pending = Some(Pending { began: sighting.at, digest: sighting.digest, tries: 1, calm: 0 });
                step.confirm_in = Some(CONFIRM_AFTER);
                step.held = Some(Held::Unconfirmed);
            }
            (Finding::Alarming, Some(pending)) => {
                let mut incident = self.incident(watch, Cause::Content, pending.began, sighting);
                incident.seen = 2;
                incident.evidence = pending.digest.or(sighting.digest);
                self.incidents.push(incident.clone());
                step.changes.push(Change::Opened(incident));
            }
            (Finding::Well | Finding::Doubtful, Some(mut pending)) => {
                step.held = Some(Held::Differed);
                pending.calm += 1;
                if pending.calm < AMONG - 1 {
                    self.pending = Some(pending);
                }
            }
            (Finding::Down | Finding::Hidden | Finding::Blind, Some(mut pending)) => {
                if pending.tries < CONFIRM_TRIES {
                    pending.tries += 1;
                    step.confirm_in = Some(CONFIRM_AFTER);
                }
                step.held = Some(Held::Unconfirmed);
                self.pending = Some(pending);
            }
            (_, None) => {}
        }
    }

    fn outage(&mut self, watch: &Watch, sighting: &Sighting, interval: Duration, step: &mut Step) {
        // Every certificate that is watched is that of a page's host: its outage is told once, by the page's own watch.
        if watch.kind == WatchKind::Tls {
            return;
        }
        let retry = interval.mul_f64(0.75);
        match sighting.finding {
            Finding::Down => {
                let streak = self.failures.get_or_insert(Streak { since: sighting.at, count: 0 });
                streak.count += 1;
                let (since, count) = (streak.since, streak.count);
                if let Some(position) = self.position(Cause::Outage) {
                    step.changes.push(grow(&mut self.incidents[position], sighting));
                    return;
                }
                // Two retries at three quarters of the interval; a tenth is left for jitter.
                let long_enough = sighting.at.duration_since(since) >= signed(interval.mul_f64(1.35));
                if count < FAILURES || !long_enough {
                    step.held = step.held.or(Some(Held::TooFewFailures));
                    step.retry_in = Some(retry);
                } else if sighting.others == Others::Fail {
                    step.held = Some(Held::OwnNetwork);
                    step.retry_in = Some(retry);
                } else if sighting.site_is_gone {
                    step.held = Some(Held::SiteIsGone);
                } else {
                    let mut incident = self.incident(watch, Cause::Outage, since, sighting);
                    incident.seen = count;
                    self.incidents.push(incident.clone());
                    step.changes.push(Change::Opened(incident));
                }
            }
            Finding::Well | Finding::Doubtful | Finding::Alarming => {
                self.failures = None;
                if let Some(position) = self.position(Cause::Outage) {
                    if self.seen_in_a_row >= SUCCESSES {
                        step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                    } else {
                        step.retry_in = Some(retry);
                    }
                }
            }
            Finding::Hidden | Finding::Blind => {}
        }
    }

    fn unseen(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        match sighting.finding {
            Finding::Hidden => {
                let since = *self.hidden_since.get_or_insert(sighting.at);
                if let Some(position) = self.position(Cause::Unseen) {
                    step.changes.push(grow(&mut self.incidents[position], sighting));
                } else if sighting.site_is_gone {
                    step.held = step.held.or(Some(Held::SiteIsGone));
                } else if sighting.at.duration_since(since) >= UNSEEN_AFTER {
                    let incident = self.incident(watch, Cause::Unseen, since, sighting);
                    self.incidents.push(incident.clone());
                    step.changes.push(Change::Opened(incident));
                } else {
                    step.held = step.held.or(Some(Held::NotYetUnseen));
                }
            }
            Finding::Well | Finding::Doubtful | Finding::Alarming => {
                self.hidden_since = None;
                if let Some(position) = self.position(Cause::Unseen) {
                    step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                }
            }
            Finding::Down | Finding::Blind => {}
        }
    }

    fn position(&self, cause: Cause) -> Option<usize> {
        self.incidents.iter().position(|incident| incident.cause == cause)
    }

    fn end(&mut self, position: usize, resolution: Resolution, at: Timestamp) -> Change {
        let mut incident = self.incidents.remove(position);
        incident.state = State::Resolved { at, resolution };
        Change::Resolved(incident)
    }

    fn incident(&self, watch: &Watch, cause: Cause, began: Timestamp, sighting: &Sighting) -> Incident {
        Incident {
            id: IncidentId::new(&watch.id, cause, began),
            outlet: watch.outlet.clone(),
            group: watch.group.clone(),
            watch: watch.id.clone(),
            kind: watch.kind,
            url: watch.url.clone(),
            cause,
            severity: match cause {
                Cause::Content => sighting.severity,
                Cause::Outage | Cause::Unseen => Severity::Warning,
                Cause::Reported => Severity::Critical,
            },
            state: State::Open,
            summary: sighting.summary.clone(),
            signals: sighting.signals.clone(),
            last_good: self.last_good,
            began,
            opened: sighting.at,
            last_seen: sighting.at,
            seen: 1,
            availability: sighting.availability,
            others_answer: sighting.others == Others::Answer,
            evidence: sighting.digest,
            alert: None,
            campaign: None,
            snoozed: None,
        }
    }
}

/// Another look at trouble that is known.
fn grow(incident: &mut Incident, sighting: &Sighting) -> Change {
    let escalated = sighting.severity > incident.severity || nearer(&incident.signals, &sighting.signals);
    let kinds = |signals: &[Signal]| signals.iter().map(|signal| signal.kind.clone()).collect::<Vec<_>>();
    let developed = kinds(&incident.signals) != kinds(&sighting.signals);
    incident.severity = incident.severity.max(sighting.severity);
    incident.availability = sighting.availability;
    incident.last_seen = sighting.at;
    incident.seen = incident.seen.saturating_add(1);
    if escalated || developed {
        incident.signals.clone_from(&sighting.signals);
    }
    if escalated {
        incident.summary = sighting.summary.clone();
        Change::Escalated(incident.clone())
    } else if developed {
        Change::Developed(incident.clone())
    } else {
        Change::SeenAgain(incident.clone())
    }
}

/// Whether a certificate came to a later stage of running out: as urgent as before by its severity, and told again.
fn nearer(before: &[Signal], now: &[Signal]) -> bool {
    let stage = |signals: &[Signal]| {
        signals.iter().filter_map(|signal| EXPIRY_STAGES.iter().position(|kind| *kind == signal.kind)).max()
    };
    stage(now).is_some_and(|now| stage(before).is_none_or(|before| now > before))
}

fn signed(time: Duration) -> SignedDuration {
    SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX)
}
