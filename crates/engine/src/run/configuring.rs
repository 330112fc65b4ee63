//! The configuration file is re-read when it changes. A file that is refused changes nothing: the running watch keeps
//! the last good one, and says so. Its languages hold at once, for whatever is said from then on.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use frontwatch_core::config::{Config, compare};
use frontwatch_core::text::{Message, cli as words, errors};
use frontwatch_core::watch::Watch;
use tokio::sync::mpsc;

use super::event::Event;
use super::{Loop, Rested, is_watched};
use crate::api::configuration::{self, Unusable};
use crate::api::happening::About;
use crate::api::session;
use crate::ports::Clock;

/// Between two looks at the file.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Sends an event whenever the contents of the file change, until the loop is gone.
///
/// What the watch began with was read some time before: the file may say something else by now, so it is read once in any case.
/// `unusable`: what was wrong with it then. That is no news where it is still so; anything else is.
///
/// `anew`: another configuration was taken on than the one that was read here last. The window hands on what it wrote; where
/// somebody else wrote after it, what it handed on may come later than what was read. So the file is read once more each time.
pub(super) fn follow(
    file: PathBuf,
    unusable: Option<Unusable>,
    clock: Arc<dyn Clock>,
    anew: Arc<AtomicBool>,
    events: mpsc::Sender<Event>,
) {
    tokio::spawn(async move {
        let mut known = None;
        let mut begun_with = unusable.map(|why| why.message());
        while !events.is_closed() {
            clock.sleep(LOOK_EVERY).await;
            let now = contents(file.clone()).await;
            if !anew.swap(false, Ordering::Relaxed) && known.as_ref() == Some(&now) {
                continue;
            }
            known = Some(now);
            let path = file.clone();
            let read = tokio::task::spawn_blocking(move || configuration::read(&path)).await;
            let read = match read {
                Ok(read) => read.map(|parsed| Arc::new(parsed.config)).map_err(|error| error.message()),
                Err(error) => Err(errors::own_fault(error)),
            };
            if begun_with.take().is_some_and(|why| read.as_ref().err() == Some(&why)) {
                continue;
            }
            if events.send(Event::Configured(read)).await.is_err() {
                return;
            }
        }
    });
}

async fn contents(file: PathBuf) -> Option<Vec<u8>> {
    tokio::task::spawn_blocking(move || std::fs::read(file).ok()).await.ok().flatten()
}

impl Loop {
    pub(super) fn configured(&mut self, read: Result<Arc<Config>, Message>) {
        let config = match read {
            Ok(config) => config,
            Err(why) => {
                self.file_refused = true;
                self.configured += 1;
                self.remark(About::Trouble, words::configuration_kept(&self.file_name(), why));
                return;
            }
        };
        let was_refused = std::mem::take(&mut self.file_refused);
        if *config == self.config && !was_refused {
            // The window wrote it and had it taken on at once: nothing is different.
            return;
        }
        self.configured += 1;
        let now = self.ports.clock.now();
        if config.watching.languages != self.config.watching.languages {
            self.speech.change(&session::spoken(&config.watching.languages));
        }
        let changes = compare(&self.config, &config);
        let mut old = std::mem::take(&mut self.slots);
        let watches = config.watches().into_iter().chain(config.reader_watches());
        for watch in watches.filter(|watch| is_watched(watch.kind)) {
            if let Some(mut slot) = old.remove(&watch.id) {
                slot.reconfigured(watch, config.watching.interval);
                self.slots.insert(slot.watch.id.clone(), slot);
            } else {
                self.take_on(watch, config.watching.interval);
            }
        }
        let (stories, old): (BTreeMap<_, _>, BTreeMap<_, _>) =
            old.into_iter().partition(|(id, slot)| slot.told_by.is_some() || self.stories.contains_key(id));
        self.slots.extend(stories);
        for (id, slot) in old {
            let incidents = slot.track.kept();
            self.rested.insert(id, Rested { baseline: slot.normal.baseline(), incidents });
        }
        if let Some(recheck) = &mut self.recheck {
            recheck.forget(|watch| !self.slots.contains_key(watch));
        }
        if let Some(round) = &mut self.catching_up {
            round.forget(|watch| !self.slots.contains_key(watch));
        }
        self.mended(&["configuration-kept", "configuration-unusable"]);
        let before = std::mem::replace(&mut self.config, Arc::unwrap_or_clone(config));
        self.outlets_configured(&before, now);
        self.tell_held_back();
        self.channels_configured(now);
        self.keep_pace();
        self.take_on_stories(now);
        self.part_from_rested();
        self.reschedule(now);
        self.read_pictures();
        let count = |watches: &[Watch]| u32::try_from(watches.len()).unwrap_or(u32::MAX);
        self.remark(
            About::Course,
            words::configuration_reloaded(
                &self.file_name(),
                count(&changes.added),
                count(&changes.changed),
                count(&changes.removed),
            ),
        );
    }

    fn file_name(&self) -> String {
        self.config_file.as_ref().map(|file| file.display().to_string()).unwrap_or_default()
    }
}
