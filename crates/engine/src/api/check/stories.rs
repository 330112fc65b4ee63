//! Which published stories one round looks at: those that are known, and the newest that a feed names, to know them.

use std::collections::BTreeMap;
use std::sync::Arc;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::config::Config;
use frontwatch_core::incident::stories::{Published, Standing};
use frontwatch_core::parts::{self, Reach};
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
    /// Those to look at, and how far in the name of each host may lead.
    pub watches: Vec<(Watch, Reach)>,
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
    let feeds = config.story_feeds();
    let pinned: Vec<&Url> = feeds.iter().flat_map(|(_, pinned)| pinned).collect();
    let mut stories = Stories::default();
    for (feed, own) in feeds.iter().filter(|(feed, _)| checked.iter().any(|it| it.watch.outlet == feed.outlet)) {
        for address in own {
            stories.add(story(feed, address), Reach::Loopback);
        }
        if !config.outlets.iter().any(|outlet| outlet.name == feed.outlet && outlet.article) {
            continue;
        }
        let mut held: Vec<(Standing, Timestamp, Url)> = Vec::new();
        for (id, baseline) in known.iter().filter(|(id, _)| id.is_of(WatchKind::Article)) {
            let Some(address) = id.url().filter(|address| is_own(feed, address)) else { continue };
            let Some(since) = baseline.story().since().filter(|_| !pinned.contains(&&address)) else { continue };
            let published = Published { title: String::new(), since, pinned: false };
            match published.standing(address.as_str(), now) {
                Standing::Retired => stories.writes.push(Write::Forget { watch: id.clone() }),
                standing => held.push((standing, since, address)),
            }
        }
        held.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let feeds_own = || checked.iter().filter(|it| it.watch.id == feed.id);
        let came = feeds_own().find_map(|it| it.came);
        let named = feeds_own().flat_map(|it| &it.names);
        let is_new = |address: &&Url| !known.contains_key(&WatchId::new(WatchKind::Article, address));
        let new = named.map(|listed| &listed.address).filter(|address| is_own(feed, address)).filter(is_new);
        for address in held.iter().map(|(_, _, address)| address).take(A_ROUND).chain(new.take(A_ROUND)) {
            // One that stands for itself is the feed's own. What the feed does not vouch for now, everybody can reach.
            let own = parts::address(address).map(|_| Reach::Loopback);
            stories.add(story(feed, address), own.or(came).unwrap_or(Reach::Public));
        }
    }
    stories
}

impl Stories {
    fn add(&mut self, watch: Watch, reach: Reach) {
        if !self.watches.iter().any(|(other, _)| other.id == watch.id) {
            self.watches.push((watch, reach));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use frontwatch_core::config;
    use frontwatch_core::detect::{Look, judge};
    use frontwatch_core::observation::Headers;
    use frontwatch_core::parts::Parts;
    use frontwatch_core::verdict::{Availability, Judgement, Severity, Verdict};

    use super::*;

    const CONFIG: &str = "[[outlet]]\nname = \"Paper\"\nhomepage = \"https://paper.example/\"\n\
                          feed = \"https://paper.example/feed\"\npinned = [\"https://paper.example/news/pinned\"]\n";

    /// What is normal for a story that was first seen then.
    fn baseline(url: &Url, at: Timestamp) -> Arc<Baseline> {
        let look = Look {
            kind: WatchKind::Article,
            expect: None,
            values: &[],
            asked: url,
            url,
            chain: &[],
            status: 200,
            headers: &Headers::default(),
            text: "<title>A story</title><article><h1>A story</h1><p>The council met in the old town hall.</article>",
            at,
            ignore: &[],
            parts: Parts { seen: &[], pictures: &[] },
        };
        let mut baseline = Baseline::default();
        baseline.learn(&judge(&look, &Baseline::default()), at);
        Arc::new(baseline)
    }

    #[test]
    fn what_is_retired_is_let_go_of_and_what_is_pinned_never_is() {
        let config = config::parse(CONFIG).unwrap().config;
        let now: Timestamp = "2026-09-21T14:00:00Z".parse().unwrap();
        let days = |days: u64| now - Duration::from_hours(24 * days);
        let address = |name: &str| -> Url { format!("https://paper.example/news/{name}").parse().unwrap() };
        let known: BTreeMap<WatchId, Arc<Baseline>> = [("pinned", 90), ("old", 90), ("new", 1)]
            .map(|(name, age)| (address(name), days(age)))
            .map(|(url, since)| (WatchId::new(WatchKind::Article, &url), baseline(&url, since)))
            .into();
        let judgement = Judgement {
            verdict: Verdict::Normal,
            severity: Severity::Info,
            score: 0.0,
            signals: Vec::new(),
            availability: Availability::Up,
        };
        let watches = config.watches().into_iter();
        let checked: Vec<Checked> = watches
            .map(|watch| Checked {
                watch,
                at: now,
                judgement: judgement.clone(),
                writes: Vec::new(),
                names: Vec::new(),
                came: None,
                shown: None,
            })
            .collect();
        let stories = stories(&config, &checked, &known, now);
        let looked: Vec<&str> = stories.watches.iter().map(|(watch, _)| watch.url.path()).collect();
        assert_eq!(looked, ["/news/pinned", "/news/new"]);
        let let_go: Vec<String> = stories.writes.iter().map(|write| format!("{write:?}")).collect();
        assert!(let_go.len() == 1 && let_go[0].contains("/news/old"), "{let_go:?}");
        assert!(super::stories(&config, &[], &known, now).watches.is_empty(), "of outlets in the round alone");

        // What a person pinned may lead anywhere, and what the feed names no further in than that came from.
        for (came, expected) in [(None, Reach::Public), (Some(Reach::Private), Reach::Private)] {
            let of_feed = |it: &Checked| it.watch.kind == WatchKind::Feed;
            let checked: Vec<Checked> =
                checked.iter().cloned().map(|it| if of_feed(&it) { Checked { came, ..it } } else { it }).collect();
            let reached = super::stories(&config, &checked, &known, now).watches;
            let reached: Vec<Reach> = reached.into_iter().map(|(_, reach)| reach).collect();
            assert_eq!(reached, [Reach::Loopback, expected]);
        }
    }
}
