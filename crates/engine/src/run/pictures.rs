//! Pictures that nobody wants on a front page: those of the person's own folder, and those that intruders placed in
//! incidents of other outlets.

use std::path::Path;
use std::sync::Arc;

use frontwatch_core::incident::{Cause, IncidentId};
use frontwatch_core::parts::{KnownFrom, KnownPicture, PartKind, Picture, Print};
use frontwatch_core::text::{Message, cli as words};
use frontwatch_core::verdict::{Judgement, Verdict};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;

use super::Loop;
use super::event::Event;
use crate::api::happening::About;
use crate::store::{IncidentPicture, ShownPicture, ShownSide, Write};

/// The most files of the folder that are read.
const FILES: usize = 500;
/// The most pictures of incidents that are remembered.
const REMEMBERED: usize = 200;

/// What was read of the folder.
#[derive(Debug, Default)]
pub(crate) struct Unwanted {
    /// What its pictures show.
    pub(crate) pictures: Vec<KnownPicture>,
    /// Files that could not be read, and the folder where it could not be.
    pub(crate) unread: Vec<String>,
    /// There were more than are read.
    pub(crate) more: bool,
}

impl Unwanted {
    /// What a person is told of it: files that could not be read, and that there are more than are read.
    pub(crate) fn troubles(&self) -> Vec<Message> {
        let unread = (!self.unread.is_empty()).then(|| words::pictures_unread(&self.unread));
        unread.into_iter().chain(self.more.then(|| words::pictures_too_many(FILES))).collect()
    }
}

/// Reads the folder; blocks. What is no file, and what is hidden, is passed over.
pub(crate) fn read_folder(folder: &Path) -> Unwanted {
    let mut unwanted = Unwanted::default();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            unwanted.unread.push(format!("{} ({error})", folder.display()));
            return unwanted;
        }
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    files.retain(|path| !name(path).starts_with('.'));
    unwanted.more = files.len() > FILES;
    for path in files.into_iter().take(FILES) {
        match print(&path) {
            Some(print) => unwanted.pictures.push(KnownPicture { from: KnownFrom::File(name(&path)), print }),
            None => unwanted.unread.push(name(&path)),
        }
    }
    unwanted
}

fn print(path: &Path) -> Option<Print> {
    let most = PartKind::Picture.most_bytes();
    if std::fs::metadata(path).ok()?.len() > most as u64 {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    // A file that makes reading it fail is one that can't be read.
    std::panic::catch_unwind(|| Picture::read(&bytes)).ok().flatten()?.print
}

/// All that is known.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    unwanted: Vec<KnownPicture>,
    /// Oldest first.
    incidents: Vec<IncidentPicture>,
}

impl Pictures {
    pub(super) fn resume(incidents: Vec<IncidentPicture>) -> Self {
        Self { unwanted: Vec::new(), incidents }
    }

    /// What the looks at an outlet are compared with: the folder, and the incidents of others.
    pub(super) fn against(&self, outlet: &str) -> Arc<[KnownPicture]> {
        let others = self.incidents.iter().filter(|known| known.outlet != outlet);
        let others =
            others.map(|known| KnownPicture { from: KnownFrom::Outlet(known.outlet.clone()), print: known.print });
        self.unwanted.iter().cloned().chain(others).collect()
    }

    /// An outlet has another name.
    pub(super) fn renamed(&mut self, from: &str, to: &str) {
        for known in self.incidents.iter_mut().filter(|known| known.outlet == from) {
            to.clone_into(&mut known.outlet);
        }
    }

    /// These incidents are another outlet's now.
    pub(super) fn moved(&mut self, incidents: &[IncidentId], to: &str) {
        for known in self.incidents.iter_mut().filter(|known| incidents.contains(&known.incident)) {
            to.clone_into(&mut known.outlet);
        }
    }

    /// An incident was none: what it showed is not unwanted.
    pub(super) fn forget(&mut self, incident: &IncidentId, writes: &mut Vec<Write>) {
        let before = self.incidents.len();
        self.incidents.retain(|known| known.incident != *incident);
        if self.incidents.len() != before {
            writes.push(Write::ForgetPictures(incident.clone()));
        }
    }
}

impl Loop {
    /// Reads the folder of unwanted pictures, if one is named, away from the loop.
    pub(super) fn read_pictures(&mut self) {
        let Some(folder) = self.config.watching.unwanted_pictures.clone() else {
            self.pictures.unwanted.clear();
            return;
        };
        let events = self.events.clone();
        tokio::spawn(async move {
            let name = folder.clone();
            let read = tokio::task::spawn_blocking(move || read_folder(Path::new(&folder))).await;
            let read = read.unwrap_or_else(|error| {
                tracing::error!(%error, folder = name, "reading the unwanted pictures failed");
                Unwanted { unread: vec![name], ..Unwanted::default() }
            });
            // The loop is gone when this fails, and nobody is left to tell.
            let _ = events.send(Event::PicturesRead(read)).await;
        });
    }

    pub(super) fn pictures_read(&mut self, unwanted: Unwanted) {
        self.mended(&["pictures-unread", "pictures-too-many"]);
        for trouble in unwanted.troubles() {
            self.remark(About::Trouble, trouble);
        }
        self.pictures.unwanted = unwanted.pictures;
        for slot in self.slots.values_mut() {
            slot.shelf.judge_again();
        }
    }

    /// What the logos of a page that is well look like, where that is new: shown to a person as what is normal, and beside what
    /// stands in their place one day. Others that it had before are none of it any more.
    pub(super) fn keep_logos(&mut self, id: &WatchId, judgement: &Judgement, at: Timestamp) {
        if !matches!(judgement.verdict, Verdict::Normal | Verdict::Learning) {
            return;
        }
        // A look as a reader's browser sees the same logos.
        let Some(slot) = self.slots.get_mut(id).filter(|slot| slot.watch.reader.is_none()) else { return };
        let logos = slot.shelf.usual_logos();
        if !logos.is_empty() {
            self.writes.push(Write::ForgetLogos { watch: id.clone(), but: slot.shelf.logos() });
        }
        for (url, png) in logos {
            let shown = ShownPicture { watch: id.clone(), side: ShownSide::Usual, url, at, png };
            self.writes.push(Write::Shown(shown));
        }
    }

    /// What an intruder placed is kept once its incident is open: the look that confirms it may have seen no other bytes than the
    /// one before.
    pub(super) fn keep_placed(&mut self, id: &WatchId, at: Timestamp) {
        self.keep_pictures(id, at);
        self.keep_shown(id, at);
    }

    /// What the pictures show that an intruder placed.
    fn keep_shown(&mut self, id: &WatchId, at: Timestamp) {
        let Some(slot) = self.slots.get_mut(id).filter(|slot| !slot.strange.is_empty()) else { return };
        let Some(incident) = slot.track.open(Cause::Content).map(|incident| incident.id.clone()) else { return };
        for (url, png) in slot.shelf.strange_pictures(&slot.strange) {
            let side = ShownSide::Now(incident.clone());
            self.writes.push(Write::Shown(ShownPicture { watch: id.clone(), side, url, at, png }));
        }
    }

    /// Remembers what an intruder placed on a page whose incident is open. The pages of others are compared with it.
    fn keep_pictures(&mut self, id: &WatchId, at: Timestamp) {
        let Some(slot) = self.slots.get(id).filter(|slot| !slot.strange.is_empty()) else { return };
        let Some(incident) = slot.track.open(Cause::Content) else { return };
        let (incident, outlet) = (incident.id.clone(), slot.watch.outlet.clone());
        let known = &mut self.pictures.incidents;
        let before = known.len();
        for print in &slot.strange {
            if !known.iter().any(|known| known.incident == incident && known.print.near(*print)) {
                let picture = IncidentPicture { incident: incident.clone(), outlet: outlet.clone(), at, print: *print };
                self.writes.push(Write::Picture(picture.clone()));
                known.push(picture);
            }
        }
        if known.len() == before {
            return;
        }
        let much = known.len().saturating_sub(REMEMBERED);
        known.drain(..much);
        for slot in self.slots.values_mut().filter(|slot| slot.watch.outlet != outlet) {
            slot.shelf.judge_again();
        }
    }
}
