//! What is kept of an outlet's stories from run to run: which are held, and which of them are in trouble.

use std::collections::{BTreeMap, BTreeSet};

use frontwatch_core::incident::stories::Published;
use frontwatch_core::verdict::Judgement;
use frontwatch_core::watch::{WatchId, WatchKind};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::run::Loop;
use crate::store::Write;

/// What is kept of an outlet's stories from run to run.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::run) struct KeptStories {
    pub(super) held: Vec<Kept>,
    pub(super) taken_down: BTreeSet<WatchId>,
}

/// One of them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) address: Url,
    pub(super) published: Published,
    pub(super) trouble: Option<Judgement>,
}

impl Loop {
    /// What the store kept of each group's stories.
    pub(in crate::run) fn read_kept_stories(states: Vec<(WatchId, String)>) -> BTreeMap<WatchId, KeptStories> {
        let read = |(watch, state): (WatchId, String)| match serde_json::from_str(&state) {
            Ok(kept) => Some((watch, kept)),
            Err(error) => {
                tracing::error!(%watch, %error, "the stories that were watched are not known any more");
                None
            }
        };
        states.into_iter().filter(|(watch, _)| watch.is_of(WatchKind::Article)).filter_map(read).collect()
    }

    /// Keeps which stories are held, and which of them are in trouble.
    pub(super) fn keep_stories(&mut self, group: &WatchId) {
        let Some(stories) = self.stories.get(group) else { return };
        let held: Vec<Kept> = stories
            .held
            .iter()
            .filter_map(|(id, held)| {
                let address = self.slots.get(id)?.watch.url.clone();
                Some(Kept { address, published: held.published.clone(), trouble: held.trouble.clone() })
            })
            .collect();
        let kept = KeptStories { held, taken_down: stories.taken_down.clone() };
        match serde_json::to_string(&kept) {
            Ok(state) => self.writes.push(Write::WatchState { watch: group.clone(), state }),
            Err(error) => tracing::error!(%error, watch = %group, "which stories are watched could not be kept"),
        }
    }
}
