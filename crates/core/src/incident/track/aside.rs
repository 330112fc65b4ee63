//! What is on the page and was set aside by a person: it is not told again while it stands there and nothing is added to it.
//!
//! It is kept in mind for as long as the watch runs: after a start it is told once more. Nothing is learned from it.

use super::{AMONG, SUCCESSES, Sighting, Track};
use crate::detect::SUSPECT;
use crate::incident::finding::Finding;
use crate::incident::{Grounds, Incident};
use crate::verdict::Signal;

impl Track {
    /// What went away is not set aside any more: if it comes again, that is news. It went when an incident that rests on as much
    /// would be over; where only some looks saw it, when as many as would have shown it did not.
    pub(super) fn forget_set_aside(&mut self) {
        let well = self.well.looks;
        self.set_aside.take_if(|aside| {
            well >= match aside.grounds {
                Grounds::Confirmed => SUCCESSES,
                Grounds::NowAndThen => AMONG,
                Grounds::Lasting => 1,
            }
        });
    }

    /// Whether a look alarms by what a person set aside, and by nothing besides.
    pub fn is_set_aside(&self, sighting: &Sighting) -> bool {
        let aside = self.set_aside.as_ref().filter(|aside| aside.grounds != Grounds::Lasting);
        sighting.finding == Finding::Alarming && aside.is_some_and(|aside| shows_no_more(aside, sighting))
    }
}

/// Nothing more urgent, and no reason that is new or shows something else. Light reasons come and go with the news beside it: one
/// that is no suspicion by itself does not count, unless it leads.
fn shows_no_more(aside: &Incident, sighting: &Sighting) -> bool {
    let known = |now: &Signal| aside.signals.iter().any(|then| then.kind == now.kind && then.after == now.after);
    let leading = sighting.signals.first().is_none_or(known);
    leading
        && sighting.severity <= aside.severity
        && sighting.signals.iter().filter(|it| it.weight >= SUSPECT).all(known)
}

/// Whether it was this that led what was set aside.
pub(super) fn is_led_by(aside: &Incident, kind: &str) -> bool {
    aside.signals.first().is_some_and(|signal| signal.kind == kind)
}
