//! What is there is not what the newsroom published: confirmed, escalated, hidden, over.

use jiff::Timestamp;

use super::joining::{Adds, adds};
use super::lasting::is_same;
use super::{AMONG, CONFIRM_AFTER, Change, Held, Others, SUCCESSES, Sighting, Step, Streak, Track, grow, see_again};
use crate::digest::Digest;
use crate::incident::finding::Finding;
use crate::incident::{Cause, Grounds, Incident, Resolution};
use crate::text::{Message, words};
use crate::verdict::Severity;
use crate::watch::Watch;

/// Confirmations that could not see the page before the watch goes back to its ordinary rhythm.
const CONFIRM_TRIES: u32 = 3;
/// Alarming looks in a row that make an alarm of what was a warning.
const CONFIRMED: u32 = 2;
/// Looks in a row that can't see what an alarm showed before it is said to be hidden: one may be a hiccup.
const VEILED: u32 = 2;

/// A bad look that waits for confirmation.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    began: Timestamp,
    digest: Option<Digest>,
    summary: Message,
    tries: u32,
    /// Looks at the page since then that did not see it.
    calm: u32,
    /// Of these, those at a page that was as it should be.
    well: u32,
}

impl Track {
    pub(super) fn content(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        if let Some(position) = self.position(Cause::Content) {
            self.goes_on(position, sighting, step);
            return;
        }
        self.veiled = None;
        self.forget_set_aside();
        self.may_begin(watch, sighting, step);
        if self.position(Cause::Content).is_none() {
            self.suspect(watch, sighting, step);
        } else {
            (self.suspicion, self.set_aside) = (None, None);
        }
    }

    fn may_begin(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        let mut finding = sighting.finding;
        if self.is_set_aside(sighting) {
            // Nothing new is seen in it.
            finding = Finding::Doubtful;
            step.held = Some(Held::SetAside);
        }
        match (finding, self.pending.take()) {
            (Finding::Alarming, None) => {
                self.pending = Some(Pending {
                    began: sighting.at,
                    digest: sighting.digest,
                    summary: sighting.summary.clone(),
                    tries: 1,
                    calm: 0,
                    well: 0,
                });
                step.confirm_in = Some(CONFIRM_AFTER);
                step.held = Some(Held::Unconfirmed);
            }
            (Finding::Alarming, Some(pending)) => {
                let change = self.confirmed(watch, &pending, sighting, step);
                step.changes.push(change);
            }
            (Finding::Well | Finding::Doubtful, Some(mut pending)) => {
                if pending.calm == 0 {
                    step.held = Some(Held::Differed);
                    step.first_seen = Some(pending.summary.clone());
                }
                pending.calm += 1;
                pending.well += u32::from(sighting.finding == Finding::Well);
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

    /// A second alarming look. Where the page was as it should be in between, some readers may see it and others not: a warning,
    /// until two in a row see it. A look as a reader's browser has words of its own for that.
    fn confirmed(&mut self, watch: &Watch, pending: &Pending, sighting: &Sighting, step: &mut Step) -> Change {
        let was_confirmed = |ended: &Incident| ended.grounds == Grounds::Confirmed;
        let comes_back = self.was_over(Cause::Content, pending.began).is_some_and(was_confirmed);
        let mut sighting = Sighting { digest: pending.digest.or(sighting.digest), ..sighting.clone() };
        let mut grounds = Grounds::Confirmed;
        if pending.well > 0 && watch.reader.is_none() && !comes_back {
            let differed = self.lately.iter().filter(|alarming| **alarming).count();
            let count = |looks: usize| u32::try_from(looks).unwrap_or(u32::MAX);
            grounds = Grounds::NowAndThen;
            sighting.severity = sighting.severity.min(Severity::Warning);
            sighting.summary = words::looks_differ(watch.kind, count(differed), count(self.lately.len()));
            step.confirm_in = Some(CONFIRM_AFTER);
        }
        let incident = self.begin(watch, Cause::Content, (grounds, pending.began, 2), &sighting);
        self.add(incident)
    }

    /// A look while an incident is open.
    fn goes_on(&mut self, position: usize, sighting: &Sighting, step: &mut Step) {
        if matches!(sighting.finding, Finding::Down | Finding::Hidden | Finding::Blind) {
            // An error, a challenge or another odd page in its place is not the approved page.
            self.hide(position, sighting, step);
            return;
        }
        self.veiled = None;
        let (well, alarming) = (self.well, self.alarming);
        let incident = &mut self.incidents[position];
        let uncovered = incident.hidden.take().is_some();
        let returned = sighting.finding == Finding::Alarming && well.broken >= SUCCESSES;
        incident.flaps = incident.flaps.saturating_add(u32::from(returned));
        let change = match sighting.finding {
            Finding::Alarming if incident.grounds == Grounds::Confirmed => {
                match adds(incident, sighting, alarming >= CONFIRMED) {
                    Adds::Nothing => grow(incident, sighting),
                    Adds::Unconfirmed => {
                        step.confirm_in = Some(CONFIRM_AFTER);
                        grow(incident, sighting)
                    }
                    Adds::Grave(says) => {
                        drop(grow(incident, sighting));
                        incident.summary = says;
                        Change::Escalated(incident.clone())
                    }
                }
            }
            Finding::Alarming if alarming >= CONFIRMED => confirm(incident, sighting),
            Finding::Alarming => {
                step.confirm_in = Some(CONFIRM_AFTER);
                see_again(incident, sighting);
                Change::SeenAgain(incident.clone())
            }
            Finding::Well if well.is_enough(SUCCESSES, incident.reopened, sighting.at) => {
                step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                return;
            }
            Finding::Well => {
                // Whatever comes back is over only after a while: more than one confirmation tells nothing new.
                step.confirm_in = (well.looks < SUCCESSES).then_some(CONFIRM_AFTER);
                Change::SeenAgain(incident.clone())
            }
            _ if is_same(incident, sighting) => {
                see_again(incident, sighting);
                Change::SeenAgain(incident.clone())
            }
            _ => Change::SeenAgain(incident.clone()),
        };
        match change {
            // It is stored that it is to be seen again, and how often it came back.
            Change::SeenAgain(incident) if uncovered || returned => step.changes.push(Change::Developed(incident)),
            Change::SeenAgain(_) if sighting.finding == Finding::Well => {}
            change => step.changes.push(change),
        }
    }

    /// What was there can't be seen. Said once, and not while it is this computer's network that fails.
    fn hide(&mut self, position: usize, sighting: &Sighting, step: &mut Step) {
        let incident = &mut self.incidents[position];
        if incident.hidden.is_some() || sighting.finding == Finding::Down && sighting.others == Others::Fail {
            return;
        }
        let veiled = Streak::count(&mut self.veiled, sighting);
        if veiled.count < VEILED {
            step.confirm_in = Some(CONFIRM_AFTER);
            return;
        }
        incident.hidden = Some(veiled.since);
        incident.availability = sighting.availability;
        incident.hidings = incident.hidings.saturating_add(1);
        let again = incident.hidings > 1;
        let incident = incident.clone();
        step.changes.push(if again { Change::Developed(incident) } else { Change::Hidden(incident) });
    }
}

/// What rested on less is confirmed now: it has the words and the urgency of what was seen.
fn confirm(incident: &mut Incident, sighting: &Sighting) -> Change {
    see_again(incident, sighting);
    incident.grounds = Grounds::Confirmed;
    incident.severity = incident.severity.max(sighting.severity);
    incident.summary = sighting.summary.clone();
    Change::Escalated(incident.clone())
}
