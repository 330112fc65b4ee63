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

/// From the beginning of a look that failed to that of the next, of an interval: three failures lie over 45 s at the default, and a
/// page that hangs for 15 s each time is told of within 95 s of its last good look.
const RETRY: f64 = 0.75;

impl Track {
    pub(super) fn outage(&mut self, watch: &Watch, sighting: &Sighting, interval: Duration, step: &mut Step) {
        // Every certificate that is watched is that of a page's host: its outage is told once, by the page's own watch.
        if watch.kind == WatchKind::Tls {
            return;
        }
        let retry = interval.mul_f64(RETRY);
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
                    step.retry_in = Some(retry);
                } else if sighting.others == Others::Fail {
                    step.held = Some(Held::OwnNetwork);
                    step.retry_in = Some(retry);
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
                        step.retry_in = Some(retry);
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
    // Two retries; a tenth is left for jitter.
    let by_number = streak.count >= FAILURES && over >= signed(interval.mul_f64(1.35));
    by_number || streak.asked && streak.count >= FAILURES_ASKED && over >= ASKED_OVER
}
