//! Which published stories one round looks at: those that are known, and the newest that a feed names, to know them.

use std::collections::BTreeMap;
use std::sync::Arc;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::config::Config;
use frontwatch_core::incident::stories::{Published, Standing};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::Timestamp;
use url::Url;

use super::Checked;
use crate::run::{is_own, story};
use crate::store::Write;

/// The most known stories of an outlet that one round looks at, besides the pinned ones; and as many that are new.
const A_ROUND: usize = 20;

/// The stories of one round.
#[derive(Debug, Default)]
pub struct Stories {
    /// Those to look at.
    pub watches: Vec<Watch>,
    /// Lets go of those that nobody looks at any more.
    pub writes: Vec<Write>,
}

/// The stories to look at after a round over everything else; `known` is what is normal for every watch that was looked at
/// before. Of outlets that were not in the round, none.
pub fn stories(
    config: &Config,
    checked: &[Checked],
    known: &BTreeMap<WatchId, Arc<Baseline>>,
    now: Timestamp,
) -> Stories {
    let mut stories = Stories::default();
    for (feed, pinned) in config.story_feeds() {
        if checked.iter().any(|checked| checked.watch.outlet == feed.outlet) {
            for address in &pinned {
                stories.add(story(&feed, address));
            }
            if config.outlets.iter().any(|outlet| outlet.name == feed.outlet && outlet.article) {
                stories.of_feed(&feed, checked, known, now);
            }
        }
    }
    stories
}

impl Stories {
    fn of_feed(&mut self, feed: &Watch, checked: &[Checked], known: &BTreeMap<WatchId, Arc<Baseline>>, now: Timestamp) {
        let mut held: Vec<(Standing, Timestamp, Url)> = Vec::new();
        for (id, baseline) in known.iter().filter(|(id, _)| id.is_of(WatchKind::Article)) {
            let Some(address) = id.url().filter(|address| is_own(feed, address)) else { continue };
            let Some(since) = baseline.story().since() else { continue };
            let published = Published { title: String::new(), since, pinned: false };
            match published.standing(address.as_str(), now) {
                Standing::Retired => self.writes.push(Write::Forget { watch: id.clone() }),
                standing => held.push((standing, since, address)),
            }
        }
        held.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        for (_, _, address) in held.into_iter().take(A_ROUND) {
            self.add(story(feed, &address));
        }
        let named = checked.iter().filter(|checked| checked.watch.id == feed.id).flat_map(|checked| &checked.names);
        let new = named
            .map(|listed| &listed.address)
            .filter(|address| is_own(feed, address) && !known.contains_key(&WatchId::new(WatchKind::Article, address)));
        for address in new.take(A_ROUND) {
            self.add(story(feed, address));
        }
    }

    fn add(&mut self, watch: Watch) {
        if !self.watches.iter().any(|other| other.id == watch.id) {
            self.watches.push(watch);
        }
    }
}
