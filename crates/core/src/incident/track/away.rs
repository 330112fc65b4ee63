//! The page is not there, or can't be seen: outages, refusals, and how long a site is left alone that asks for it.

use std::time::Duration;

use jiff::SignedDuration;

use super::{Change, Held, Others, SUCCESSES, Sighting, Step, Streak, Track, grow, signed};
use crate::incident::finding::Finding;
use crate::incident::{Cause, Grounds, Resolution};
use crate::watch::{Watch, WatchKind};

/// Failures in a row before an outage opens.
const FAILURES: u32 = 3;
/// Where the site asks to be left alone, so many.
const FAILURES_ASKED: u32 = 2;
/// How much time must lie between these.
const ASKED_OVER: SignedDuration = SignedDuration::from_secs(45);
/// The longest that a site is left alone before its outage is told: so that it is told within 95 seconds, a routine look of at most
/// 33 among them.
const WAIT_UNTOLD: Duration = Duration::from_secs(50);
/// How long a watch may be refused or challenged before that is a notice of its own.
const UNSEEN_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// Over how much time the three failures lie, of an interval, from the beginning of the first to the end of the last: 45 s at the
/// default. A page that hangs until our patience ends was away for that time, too.
const OVER: f64 = 1.5;
/// The same, less a tenth for jitter.
const OVER_AT_LEAST: f64 = 0.9 * OVER;

impl Track {
    /// Whether the next look decides if the page is away: it has failed, and nothing is said of that yet.
    pub fn doubts_it_is_there(&self) -> bool {
        // Refused or challenged since, it answers: the failures before still count, but a routine look is enough to tell.
        self.down
            && self.failures.as_ref().is_some_and(|streak| !streak.set_aside)
            && self.position(Cause::Outage).is_none()
            && self.position(Cause::Content).is_none()
    }

    pub(super) fn outage(&mut self, watch: &Watch, sighting: &Sighting, interval: Duration, step: &mut Step) {
        // Every certificate that is watched is that of a page's host: its outage is told once, by the page's own watch.
        if watch.kind == WatchKind::Tls {
            return;
        }
        let halfway = interval.mul_f64(OVER / 2.0);
        match sighting.finding {
            Finding::Down => {
                let streak = Streak::count(&mut self.failures, sighting);
                if let Some(position) = self.position(Cause::Outage) {
                    self.back_again(position, SUCCESSES, sighting, step);
                } else if self.position(Cause::Content).is_some() {
                    step.held = step.held.or(Some(Held::HiddenAlarm));
                } else if streak.set_aside {
                    step.held = step.held.or(Some(Held::SetAside));
                } else if !lasted(&streak, sighting, interval) {
                    step.held = step.held.or(Some(Held::TooFewFailures));
                    step.retry_in = Some(until_next(&streak, sighting, interval));
                } else if sighting.others == Others::Fail {
                    step.held = Some(Held::OwnNetwork);
                    step.retry_in = Some(halfway);
                } else if sighting.site_is_gone {
                    step.held = Some(Held::SiteIsGone);
                } else {
                    let incident =
                        self.begin(watch, Cause::Outage, (Grounds::Confirmed, streak.since, streak.count), sighting);
                    step.changes.push(self.add(incident));
                }
            }
            Finding::Well | Finding::Doubtful | Finding::Alarming => {
                self.failures = None;
                if let Some(position) = self.position(Cause::Outage) {
                    if self.seen.is_enough(SUCCESSES, self.incidents[position].reopened, sighting.at) {
                        step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                    } else if self.seen.looks < SUCCESSES {
                        step.retry_in = Some(halfway);
                    }
                }
            }
            Finding::Hidden | Finding::Blind => {}
        }
    }

    pub(super) fn unseen(&mut self, watch: &Watch, sighting: &Sighting, step: &mut Step) {
        match sighting.finding {
            Finding::Hidden => {
                let Streak { since, set_aside, .. } = Streak::count(&mut self.refusals, sighting);
                if let Some(position) = self.position(Cause::Unseen) {
                    self.back_again(position, 1, sighting, step);
                } else if self.position(Cause::Content).is_some() {
                    step.held = step.held.or(Some(Held::HiddenAlarm));
                } else if set_aside {
                    step.held = step.held.or(Some(Held::SetAside));
                } else if self.position(Cause::Outage).is_some() {
                    step.held = step.held.or(Some(Held::OutageTold));
                } else if sighting.site_is_gone {
                    step.held = step.held.or(Some(Held::SiteIsGone));
                } else if sighting.at.duration_since(since) >= UNSEEN_AFTER {
                    let incident = self.begin(watch, Cause::Unseen, (Grounds::Confirmed, since, 1), sighting);
                    step.changes.push(self.add(incident));
                } else {
                    step.held = step.held.or(Some(Held::NotYetUnseen));
                }
            }
            Finding::Well | Finding::Doubtful | Finding::Alarming => {
                self.refusals = None;
                if let Some(position) = self.position(Cause::Unseen)
                    && self.seen.is_enough(1, self.incidents[position].reopened, sighting.at)
                {
                    step.changes.push(self.end(position, Resolution::Recovered, sighting.at));
                }
            }
            // It is not seen either: a site that flips between refusals and errors is not seen all the same.
            Finding::Down | Finding::Blind => {}
        }
    }

    /// Trouble that is open is seen again, or is back: `away` looks in a row at the page are what counts as having been away.
    fn back_again(&mut self, position: usize, away: u32, sighting: &Sighting, step: &mut Step) {
        let incident = &mut self.incidents[position];
        let returned = self.seen.broken >= away;
        incident.flaps = incident.flaps.saturating_add(u32::from(returned));
        let change = grow(incident, sighting);
        step.changes.push(match change {
            Change::SeenAgain(incident) if returned => Change::Developed(incident),
            change => change,
        });
    }

    /// How long the site is left alone, as it asks. Never in place of an alarm, confirmed or not: whoever put it there would slow
    /// the watch down.
    pub(super) fn wait(&self, sighting: &Sighting) -> Option<Duration> {
        let in_its_place = matches!(sighting.finding, Finding::Down | Finding::Hidden);
        if !in_its_place || self.pending.is_some() || self.position(Cause::Content).is_some() {
            return None;
        }
        let untold = sighting.finding == Finding::Down && self.position(Cause::Outage).is_none();
        sighting.asks_to_wait.map(|wait| if untold { wait.min(WAIT_UNTOLD) } else { wait })
    }
}

/// Whether failures were so many over so much time that they are an outage.
fn lasted(streak: &Streak, sighting: &Sighting, interval: Duration) -> bool {
    let over = sighting.at.duration_since(streak.since);
    let by_number = streak.count >= FAILURES
        && over.saturating_add(signed(sighting.took)) >= signed(interval.mul_f64(OVER_AT_LEAST));
    by_number || streak.asked && streak.count >= FAILURES_ASKED && over >= ASKED_OVER
}

/// From the beginning of a look that failed to that of the next, so that what is left of the failures ends with what is left of
/// the time, where the next takes as long as this one.
fn until_next(streak: &Streak, sighting: &Sighting, interval: Duration) -> Duration {
    let over = Duration::try_from(sighting.at.duration_since(streak.since)).unwrap_or_default();
    let left = interval.mul_f64(OVER).saturating_sub(over).saturating_sub(sighting.took);
    left / FAILURES.saturating_sub(streak.count).max(1)
}
