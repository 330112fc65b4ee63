//! A person takes back what was learned: all of it, or what came after an earlier version. No version is deleted: what
//! counts from then on is the latest, and what it takes back can be taken again.
//!
//! **Invariant:** never while what stands on the page is in question. What an intruder put there would be what is learned
//! anew, and its alarm would seem to be over.

use frontwatch_core::baseline::Baseline;
use frontwatch_core::incident::{Cause, Incident};
use frontwatch_core::text::{Message, words};
use frontwatch_core::watch::{Reader, WatchId, WatchKind};
use url::Url;

use super::Loop;
use super::event::{Purpose, Refusal};
use super::judging::new_version;
use super::normal::Normal;
use super::parts::Shelf;
use crate::store::Write;

/// The watches of what readers' browsers are shown at an address.
pub(crate) fn shown_to_readers(kind: WatchKind, url: &Url) -> Vec<WatchId> {
    if kind != WatchKind::Homepage {
        return Vec::new();
    }
    [Reader::Desktop, Reader::Mobile].map(|reader| WatchId::of_reader(reader, url)).into()
}

/// Whether an alarm of a watch is not over: what stands there now must not be what is learned anew. What readers are shown at
/// the same address is judged against it too.
pub(crate) fn is_in_question<'a>(
    unresolved: impl IntoIterator<Item = &'a Incident>,
    watch: &WatchId,
    of_readers: &[WatchId],
) -> bool {
    unresolved.into_iter().any(|incident| match incident.cause {
        Cause::Content => incident.watch == *watch || of_readers.contains(&incident.watch),
        Cause::Reported => incident.watch == *watch,
        _ => false,
    })
}

impl Loop {
    /// Forgets what was learned of these watches, of all or of none: each learns anew, from a look that is made now.
    pub(super) fn forget(&mut self, ids: &[WatchId]) -> Result<(), Refusal> {
        for id in ids {
            self.may_take_back(id)?;
        }
        for id in ids {
            let of_readers = self.slots.get(id).map(|slot| shown_to_readers(slot.watch.kind, &slot.watch.url));
            for of_page in of_readers.unwrap_or_default() {
                self.learn_anew(&of_page);
            }
            self.learn_anew(id);
        }
        Ok(())
    }

    /// With what was normal goes what its logos looked like: they are fetched anew with the look that is made now.
    fn learn_anew(&mut self, id: &WatchId) {
        if let Some(slot) = self.slots.get_mut(id) {
            slot.shelf = Shelf::default();
            self.writes.push(Write::ForgetLogos { watch: id.clone(), but: Vec::new() });
        }
        self.count_from_now(id, Baseline::default(), words::version_forgotten());
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
        let of_readers = shown_to_readers(slot.watch.kind, &slot.watch.url);
        let slots = || of_readers.iter().chain([id]).filter_map(|of_page| self.slots.get(of_page));
        let unresolved = slots().flat_map(|slot| slot.track.unresolved()).chain(self.alerting.reported.values());
        let confirming = slots().any(|slot| slot.track.is_confirming());
        if confirming || is_in_question(unresolved, id, &of_readers) { Err(Refusal::InQuestion) } else { Ok(()) }
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
