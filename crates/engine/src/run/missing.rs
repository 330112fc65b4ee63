//! What each site shows for a story that does not exist: by its likeness a story is known that was deleted from a site which
//! answers every address as if all were well.

use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::{Look, judge};
use frontwatch_core::digest::Digest;
use frontwatch_core::extract;
use frontwatch_core::facts::Facts;
use frontwatch_core::facts::story::Likeness;
use frontwatch_core::observation::{Answer, Observation, Outcome as Seen};
use frontwatch_core::parts::Parts;
use frontwatch_core::verdict::Availability;
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Loop;
use super::event::Event;
use super::slot::Slot;
use crate::hands;
use crate::ports::{Freshness, Order, What};

/// How often a site is asked for a story that does not exist.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
/// How soon it is asked again when that could not be seen.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// What came of asking for a story that does not exist.
#[derive(Debug)]
pub(super) enum Shown {
    /// Nothing that says anything of the site: no answer, a robot check, a maintenance page.
    Unseen,
    /// The site says by its status that there is no such page: no likeness is needed.
    Refused,
    /// A page like any other.
    Page(Likeness),
}

/// What is known of it for one outlet.
#[derive(Debug, Default)]
pub(super) struct Missing {
    due: Option<Timestamp>,
    likeness: Option<Likeness>,
}

impl Missing {
    /// What the site's page looks like for an address that does not exist, if it answers with a page.
    pub(super) fn likeness(&self) -> Option<&Likeness> {
        self.likeness.as_ref()
    }
}

impl Loop {
    /// Asks for a story that does not exist beside this one, if that is due.
    pub(super) fn ask_for_missing(&mut self, group: &WatchId, (id, beside): (&WatchId, &Url), now: Timestamp) {
        let reach = self.reach(id);
        let Some(missing) = self.stories.get_mut(group).map(|stories| &mut stories.missing) else { return };
        if missing.due.is_some_and(|due| now < due && due.duration_since(now) <= EVERY) {
            return;
        }
        missing.due = Some(now + AGAIN);
        let url = made_up(beside, now);
        let order = Order {
            url: url.clone(),
            freshness: Freshness::Full,
            timeout: self.config.watching.timeout,
            what: What::Page,
            reach,
        };
        let (ports, events, group) = (self.ports.clone(), self.events.clone(), group.clone());
        tokio::spawn(async move {
            let observation = ports.fetch.look(order).await;
            let read = hands::done(move || shown(&url, &observation)).await;
            let shown = read.unwrap_or_else(|error| {
                tracing::error!(watch = %group, %error, "reading the page for a story that does not exist failed");
                Shown::Unseen
            });
            // The loop is gone when this fails, and nobody is left to tell.
            let _ = events.send(Event::MissingSeen { group, shown }).await;
        });
    }

    pub(super) fn missing_seen(&mut self, group: &WatchId, shown: Shown) {
        let now = self.ports.clock.now();
        let Some(missing) = self.stories.get_mut(group).map(|stories| &mut stories.missing) else { return };
        let likeness = match shown {
            Shown::Unseen => return,
            Shown::Refused => None,
            Shown::Page(likeness) => Some(likeness),
        };
        *missing = Missing { due: Some(now + EVERY), likeness };
    }

    /// What is normal for a watch, with what the site shows for a story that does not exist: that goes with each of its
    /// stories.
    pub(super) fn normal_now(&self, slot: &Slot) -> Baseline {
        let mut baseline = slot.normal.baseline();
        let stories = slot.told_by.as_ref().and_then(|group| self.stories.get(group));
        if let Some(likeness) = stories.and_then(|stories| stories.missing.likeness()) {
            baseline.set_missing(Some(likeness.clone()));
        }
        baseline
    }
}

/// An address beside this one that does not exist: the same but for what names the story.
fn made_up(beside: &Url, now: Timestamp) -> Url {
    let digits: String = Digest::of(now.to_string().as_bytes()).to_string().chars().take(8).collect();
    let name = format!("no-such-story-{digits}");
    let mut url = beside.clone();
    url.set_fragment(None);
    if beside.query().is_some_and(|query| query.contains('=')) {
        let names: Vec<String> = beside.query_pairs().map(|(name, _)| name.into_owned()).collect();
        url.query_pairs_mut().clear().extend_pairs(names.iter().map(|field| (field, &name)));
        return url;
    }
    url.set_query(None);
    let path = beside.path();
    let (path, slash) = path.strip_suffix('/').map_or((path, ""), |path| (path, "/"));
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let ending = file.rfind('.').filter(|at| file.len() - at <= 6).map_or("", |at| &file[at..]);
    url.set_path(&format!("{folder}/{name}{ending}{slash}"));
    url
}

fn shown(asked: &Url, observation: &Observation) -> Shown {
    let Seen::Answered(answer) = &observation.outcome else { return Shown::Unseen };
    match answer.status {
        404 | 410 => Shown::Refused,
        200..300 => page(asked, answer, observation),
        _ => Shown::Unseen,
    }
}

fn page(asked: &Url, answer: &Answer, observation: &Observation) -> Shown {
    let decoded = extract::decode(&answer.body, &answer.headers);
    let look = Look {
        kind: WatchKind::Article,
        expect: None,
        values: &[],
        asked,
        url: &answer.url,
        chain: &observation.chain,
        status: answer.status,
        headers: &answer.headers,
        text: &decoded.text,
        at: observation.at,
        ignore: &[],
        parts: Parts { seen: &[], pictures: &[] },
    };
    let judged = judge(&look, &Baseline::default());
    match (judged.judgement.availability, judged.facts) {
        (Availability::Up | Availability::Error, Facts::Story(story)) => Shown::Page(story.likeness),
        _ => Shown::Unseen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_no_story_is_the_same_but_for_what_names_the_story() {
        let now = "2026-09-21T14:00:00Z".parse().unwrap();
        for (beside, made) in [
            ("https://paper.example/news/7.html", "https://paper.example/news/no-such-story-*.html"),
            ("https://paper.example/2026/09/the-council/", "https://paper.example/2026/09/no-such-story-*/"),
            ("https://paper.example/12345?utm#c", "https://paper.example/no-such-story-*"),
            ("https://paper.example/v1.2.the-long-name", "https://paper.example/no-such-story-*"),
            (
                "https://paper.example/news.php?id=7&lang=az",
                "https://paper.example/news.php?id=no-such-story-*&lang=no-such-story-*",
            ),
        ] {
            let url = made_up(&beside.parse().unwrap(), now).to_string();
            let at = url.find("no-such-story-").unwrap() + "no-such-story-".len();
            assert_eq!(url.replace(&url[at..at + 8], "*"), made, "{beside}");
        }
        let beside: Url = "https://paper.example/news/7".parse().unwrap();
        assert_ne!(made_up(&beside, now), made_up(&beside, now + EVERY), "another one each day");
    }
}
