//! A person takes back what was learned: all of it, or what came after an earlier version. No version is deleted: what
//! counts from then on is the latest, and what it takes back can be taken again.
//!
//! **Invariant:** never while what stands on the page is in question. What an intruder put there would be what is learned
//! anew, and its alarm would seem to be over.

use frontwatch_core::baseline::Baseline;
use frontwatch_core::text::{Message, words};
use frontwatch_core::watch::WatchId;

use super::Loop;
use super::event::{Purpose, Refusal};
use super::judging::new_version;
use super::normal::Normal;

impl Loop {
    /// Forgets what was learned of these watches, of all or of none: each learns anew, from a look that is made now.
    pub(super) fn forget(&mut self, ids: &[WatchId]) -> Result<(), Refusal> {
        for id in ids {
            self.may_take_back(id)?;
        }
        for id in ids {
            for of_page in self.shown_to_readers(id) {
                self.count_from_now(&of_page, Baseline::default(), words::version_forgotten());
            }
            self.count_from_now(id, Baseline::default(), words::version_forgotten());
        }
        Ok(())
    }

    /// Lets an earlier version count again. `latest` is the version that counted when the person chose.
    pub(super) fn count_again(&mut self, id: &WatchId, earlier: Baseline, latest: u64) -> Result<(), Refusal> {
        self.may_take_back(id)?;
        let counts = self.slots.get(id).map(|slot| slot.normal.version());
        if counts != Some(latest) {
            return Err(Refusal::Changed);
        }
        let version = earlier.version();
        self.count_from_now(id, earlier, words::version_rolled_back(version));
        Ok(())
    }

    fn may_take_back(&self, id: &WatchId) -> Result<(), Refusal> {
        let slot = self.slots.get(id).filter(|slot| slot.is_row()).ok_or(Refusal::NoSuchWatch)?;
        // What readers are shown at the same address is judged against it too.
        let of_readers = self.shown_to_readers(id);
        let calm = of_readers.iter().all(|of_page| self.slots.get(of_page).is_none_or(|slot| slot.track.may_learn()));
        let reported = self.alerting.reported.values().any(|incident| incident.watch == *id);
        if slot.track.may_learn() && calm && !reported { Ok(()) } else { Err(Refusal::InQuestion) }
    }

    /// The watches of what readers' browsers are shown at the same address.
    fn shown_to_readers(&self, id: &WatchId) -> Vec<WatchId> {
        let Some(honest) = self.slots.get(id).map(|slot| &slot.watch) else { return Vec::new() };
        let same = |watch: &frontwatch_core::watch::Watch| {
            watch.reader.is_some() && watch.kind == honest.kind && watch.url == honest.url
        };
        self.slots.values().filter(|slot| same(&slot.watch)).map(|slot| slot.watch.id.clone()).collect()
    }

    /// What is judged from now on is judged against this; also what is under way, which was given another version.
    fn count_from_now(&mut self, id: &WatchId, mut normal: Baseline, reason: Message) {
        let now = self.ports.clock.now();
        let Some(slot) = self.slots.get_mut(id) else { return };
        normal.restored_as(slot.normal.version() + 1);
        slot.normal = Normal::of(&normal);
        slot.latest = None;
        self.writes.push(new_version(id, &normal, reason, now));
        self.flush();
        self.look(id, Purpose::Recheck, std::time::Duration::ZERO);
    }
}
