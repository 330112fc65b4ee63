//! The looks as a reader's browser: whoever hides an attack from monitors shows it to readers.
//!
//! What they are shown is compared with what is normal at the honest look; where a telephone is given another layout, that
//! is learned by itself. They say nothing that the honest look says as well, and nothing where they are refused.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::Cause;
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::Sighting;
use frontwatch_core::text::words;
use frontwatch_core::verdict::{Severity, Signal, Verdict};
use frontwatch_core::watch::WatchId;

use super::event::Purpose;
use super::{Honest, Loop, schedule};
use crate::run::slot::Slot;

/// How many looks that show the same make sure that there is no other layout for readers.
const SAME: usize = 3;
/// Of how many looks it is said how many differed.
const LOOKS: usize = 6;

impl Loop {
    /// What a look as a reader's browser comes to, beside the honest look at the same page.
    pub(super) fn beside_honest(&mut self, id: &WatchId, sighting: Sighting) -> Sighting {
        let Some(slot) = self.slots.get_mut(id).filter(|slot| slot.watch.reader.is_some()) else { return sighting };
        if !sighting.finding.saw_page() {
            return Sighting { finding: Finding::Blind, ..sighting };
        }
        slot.differed.push_back(sighting.finding == Finding::Alarming);
        if slot.differed.len() > LOOKS {
            slot.differed.pop_front();
        }
        if sighting.finding != Finding::Alarming {
            return sighting;
        }
        let (differed, looks) = (slot.differed.iter().filter(|differed| **differed).count(), slot.differed.len());
        let url = slot.watch.url.clone();
        let honest = WatchId::new(slot.watch.kind, &url);
        if self.slots.get(&honest).is_none_or(|honest| sees_it(honest, &sighting)) {
            return Sighting { finding: Finding::Blind, ..sighting };
        }
        // The honest look of this very moment decides: it comes before this one is confirmed.
        self.look(&honest, Purpose::Recheck, Duration::ZERO);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let message = words::readers_differ(count(differed), count(looks));
        let first = sighting.signals.first();
        let differ = Signal {
            kind: "readers.differ".to_owned(),
            weight: first.map_or(0.0, |signal| signal.weight),
            message: message.clone(),
            before: first.map(|signal| signal.before.clone()).unwrap_or_default(),
            after: first.map(|signal| signal.after.clone()).unwrap_or_default(),
        };
        let signals = std::iter::once(differ).chain(sighting.signals).collect();
        Sighting { severity: Severity::Warning, summary: message, signals, ..sighting }
    }

    /// The honest look at the same page, for a look as a reader's browser.
    pub(super) fn honest(&self, id: &WatchId) -> Option<Honest> {
        let slot = self.slots.get(id).filter(|slot| slot.watch.reader.is_some())?;
        let honest = self.slots.get(&WatchId::new(slot.watch.kind, &slot.watch.url))?;
        let calm = slot.differed.iter().filter(|differed| !**differed).count();
        Some(Honest { baseline: Arc::new(honest.normal.baseline()), same_so_far: calm >= SAME })
    }

    /// When a look as a reader's browser is made next: at no regular moment.
    pub(super) fn irregular(&self, id: &WatchId, sooner: Option<Duration>) -> Option<Duration> {
        let slot = self.slots.get(id).filter(|slot| slot.watch.reader.is_some());
        slot.map_or(sooner, |slot| Some(schedule::irregular(id, self.ports.clock.now(), slot.interval)))
    }
}

/// Whether the honest look sees an attack as well, or waits to have it confirmed: then it is told there. Where it sees what a person
/// set aside, nothing is told there, and readers may be shown more than that.
fn sees_it(honest: &Slot, sighting: &Sighting) -> bool {
    if honest.track.shows_set_aside() {
        return honest.track.is_set_aside(sighting);
    }
    let alarming = honest.concluded.as_ref().is_some_and(|latest| latest.judgement.verdict == Verdict::Alarm);
    alarming || honest.track.open(Cause::Content).is_some()
}
