//! The state machine of one watch: looks go in, the births, growth and ends of its incidents come out.
//!
//! Three kinds of trouble run side by side, because they hide each other: a defacement that turns into an error page is
//! still a defacement. Each has its own rule:
//!
//! | cause | opens | ends |
//! | --- | --- | --- |
//! | content | an alarming look, confirmed by a second over a new connection; two among five looks (a warning); a suspicion near an alarm that stands for five minutes (a warning) | two looks in a row at the approved page |
//! | outage | three failures over one and a half intervals (45 s at the default); two over 45 s where the site asks to be left alone | two looks in a row at the page |
//! | unseen | ten minutes in which every look was refused, challenged or too large | one look at the page |
//!
//! What a person set aside is not told again while it goes on unchanged (`aside` for what is on the page).
//!
//! What takes the page and comes to an alarm that somebody has is told (`joining`).
//!
//! What is back within a quarter of an hour after it was over is the same incident again, and is over only after ten quiet
//! minutes (`returning`). While an alarm is open, an error or a refusal in its place hides it, and is no trouble of its own.

mod aside;
mod away;
mod content;
mod joining;
mod lasting;
mod returning;

use std::collections::VecDeque;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::finding::Finding;
pub use super::step::{Change, Held, Others, Sighting, Step};
use super::{Cause, Grounds, Incident, IncidentId, Resolution, State, wait};
use crate::detect::EXPIRY_STAGES;
use crate::verdict::{Severity, Signal};
use crate::watch::Watch;
use content::Pending;
pub use joining::Joined;
use lasting::Suspicion;
use returning::Run;

/// Successes in a row before an outage or a defacement is over.
const SUCCESSES: u32 = 2;
/// From an alarming look to the one that confirms it. Within 5 s; not at once, so that one bad backend of several, or
/// a page caught in the middle of a deployment, has a chance to be told from an attack.
const CONFIRM_AFTER: Duration = Duration::from_millis(1500);
/// Looks at the page among which two alarming ones open an incident, confirmed at once or not: where one server of
/// several is hacked, only some readers see it.
const AMONG: u32 = 5;
/// Looks in a row are in a row if no more than this many intervals lie between, besides the longest wait that a site may ask
/// for: over a longer gap (sleep, a suspended machine) nothing was seen, and nothing lasted.
const MOST_INTERVALS: u32 = 3;
/// A clock that goes back by more than this was set; by less it is being kept right.
const SET_BACK: SignedDuration = SignedDuration::from_secs(-10);

/// Looks in a row that failed in the same way.
#[derive(Debug, Clone)]
struct Streak {
    since: Timestamp,
    count: u32,
    /// Whether the site asked to be left alone in one of them.
    asked: bool,
    /// Whether a person ended what was told of them: while they go on, it is not told again.
    set_aside: bool,
}

impl Streak {
    /// One more look of the streak that began at `at` if there was none.
    fn count(streak: &mut Option<Self>, sighting: &Sighting) -> Self {
        let streak = streak.get_or_insert(Self { since: sighting.at, count: 0, asked: false, set_aside: false });
        streak.count = streak.count.saturating_add(1);
        streak.asked |= sighting.asks_to_wait.is_some();
        streak.clone()
    }
}

/// What an incident rests on, the first look that saw it, and how many have.
type Beginning = (Grounds, Timestamp, u32);

/// What is remembered of one watch between its looks.
#[derive(Debug, Clone, Default)]
pub struct Track {
    pending: Option<Pending>,
    suspicion: Option<Suspicion>,
    /// What a person set aside last of what is on the page, until it is gone.
    set_aside: Option<Incident>,
    /// Whether the latest look that says anything saw just that.
    aside: bool,
    failures: Option<Streak>,
    /// Whether the latest look that says anything was one of them.
    down: bool,
    /// Looks that were refused or challenged, or brought too much, since the page was last seen.
    refusals: Option<Streak>,
    /// Looks in a row that could not see what an open alarm showed.
    veiled: Option<Streak>,
    well: Run,
    seen: Run,
    /// Alarming looks in a row, of those that saw the page.
    alarming: u32,
    /// Whether each of the latest looks at the page was alarming, latest last.
    lately: VecDeque<bool>,
    /// When the latest look began that says anything.
    latest: Option<Timestamp>,
    last_good: Option<Timestamp>,
    incidents: Vec<Incident>,
    /// Incidents that recovered, the latest of each cause: they may come back.
    ended: Vec<Incident>,
}

impl Track {
    /// A track that goes on with the incidents of the store: those that are unresolved, and those that recovered lately.
    pub fn resume(incidents: Vec<Incident>) -> Self {
        let (over, unresolved): (Vec<Incident>, _) =
            incidents.into_iter().partition(|incident| matches!(incident.state, State::Resolved { .. }));
        let last_good = unresolved.iter().filter_map(|incident| incident.last_good).max();
        let mut track = Self { incidents: unresolved, last_good, ..Self::default() };
        for incident in over {
            track.keep_ended(incident);
        }
        track
    }

    /// The unresolved incidents, in the order they opened.
    pub fn unresolved(&self) -> &[Incident] {
        &self.incidents
    }

    /// All that [`Track::resume`] goes on with.
    pub fn kept(&self) -> Vec<Incident> {
        self.incidents.iter().chain(&self.ended).cloned().collect()
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
        self.notice_gap(sighting.at, interval);
        self.count(sighting);
        self.down = sighting.finding == Finding::Down;
        self.content(watch, sighting, &mut step);
        self.aside = step.held == Some(Held::SetAside);
        self.outage(watch, sighting, interval, &mut step);
        self.unseen(watch, sighting, &mut step);
        if sighting.finding == Finding::Well {
            self.last_good = Some(sighting.at);
        }
        step.wait = self.wait(sighting);
        step
    }

    /// Whether a bad look waits for the one that confirms it.
    pub fn is_confirming(&self) -> bool {
        self.pending.is_some()
    }

    /// Whether the page shows what a person set aside, and nothing besides.
    pub fn shows_set_aside(&self) -> bool {
        self.aside
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

    /// Changes what is known of all its incidents, over or not, besides their life.
    pub fn amend_all(&mut self, amend: impl FnMut(&mut Incident)) {
        self.incidents.iter_mut().chain(&mut self.ended).for_each(amend);
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
        self.suspicion = None;
        let incident = &self.incidents[position];
        let streak = match incident.cause {
            Cause::Content | Cause::Reported => &mut None,
            Cause::Outage => &mut self.failures,
            Cause::Unseen => &mut self.refusals,
        };
        if let Some(streak) = streak {
            streak.set_aside = true;
        }
        if incident.cause == Cause::Content {
            self.aside = resolution == Resolution::Dismissed;
            self.set_aside = self.aside.then(|| incident.clone());
        }
        Some(self.end(position, resolution, at))
    }

    /// What was counted before a gap in the looks, or before the clock was set back, says nothing of the time since.
    fn notice_gap(&mut self, at: Timestamp, interval: Duration) {
        let Some(latest) = self.latest.replace(at) else { return };
        let gap = at.duration_since(latest);
        if gap <= signed(interval.saturating_mul(MOST_INTERVALS) + wait::LONGEST) && gap >= SET_BACK {
            return;
        }
        (self.failures, self.refusals, self.veiled, self.suspicion) = (None, None, None, None);
        (self.well, self.seen, self.alarming) = (Run::default(), Run::default(), 0);
        self.lately.clear();
    }

    fn count(&mut self, sighting: &Sighting) {
        let finding = sighting.finding;
        self.well.count(finding == Finding::Well, sighting.at);
        self.seen.count(finding.saw_page(), sighting.at);
        if finding.saw_page() {
            let alarming = finding == Finding::Alarming;
            self.alarming = if alarming { self.alarming.saturating_add(1) } else { 0 };
            self.lately.push_back(alarming);
            if self.lately.len() > AMONG as usize {
                self.lately.pop_front();
            }
        }
    }

    fn position(&self, cause: Cause) -> Option<usize> {
        self.incidents.iter().position(|incident| incident.cause == cause)
    }

    fn end(&mut self, position: usize, resolution: Resolution, at: Timestamp) -> Change {
        let mut incident = self.incidents.remove(position);
        // The clock may have been set back meanwhile.
        incident.state = State::Resolved { at: at.max(incident.last_seen), resolution };
        incident.hidden = None;
        self.keep_ended(incident.clone());
        Change::Resolved(incident)
    }

    /// An incident of this sighting, or the one that came back with it.
    fn begin(
        &mut self,
        watch: &Watch,
        cause: Cause,
        (grounds, began, seen): Beginning,
        sighting: &Sighting,
    ) -> Incident {
        let incident = Incident {
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
            opened: sighting.at.max(began),
            last_seen: sighting.at.max(began),
            seen,
            availability: sighting.availability,
            others_answer: sighting.others == Others::Answer,
            evidence: sighting.digest,
            alert: None,
            campaign: None,
            snoozed: None,
            grounds,
            flaps: 0,
            reopened: 0,
            hidden: None,
            hidings: 0,
            joined: (cause == Cause::Content).then(|| Joined::at_first(&sighting.signals)),
        };
        self.came_back(incident)
    }

    /// Adds an incident that [`Track::begin`] made.
    fn add(&mut self, incident: Incident) -> Change {
        self.incidents.push(incident.clone());
        if incident.reopened == 0 { Change::Opened(incident) } else { Change::Reopened(incident) }
    }
}

/// Another look at trouble that is known.
fn grow(incident: &mut Incident, sighting: &Sighting) -> Change {
    let escalated = sighting.severity > incident.severity || nearer(&incident.signals, &sighting.signals);
    let developed = kinds(&incident.signals) != kinds(&sighting.signals);
    incident.severity = incident.severity.max(sighting.severity);
    see_again(incident, sighting);
    if escalated {
        incident.summary = sighting.summary.clone();
        Change::Escalated(incident.clone())
    } else if developed {
        Change::Developed(incident.clone())
    } else {
        Change::SeenAgain(incident.clone())
    }
}

/// Counts a look that saw it, and has its reasons: what a person sets aside is what stands there. A clock that was set back does not
/// take it into the past.
fn see_again(incident: &mut Incident, sighting: &Sighting) {
    incident.signals.clone_from(&sighting.signals);
    incident.availability = sighting.availability;
    incident.last_seen = incident.last_seen.max(sighting.at);
    incident.seen = incident.seen.saturating_add(1);
}

fn kinds(signals: &[Signal]) -> Vec<&str> {
    signals.iter().map(|signal| signal.kind.as_str()).collect()
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
