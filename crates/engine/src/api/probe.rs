//! Asking a site that its owner wants watched for what it does not name itself: its login pages and its feed, at the
//! places where content systems have them. Only after a yes of a person who may.
//!
//! Polite: one request after the other, half a second apart, at most [`MOST`]. The first "too many requests" (RFC 6585, 4) ends
//! it, and so does the second refusal of any kind: who is refused goes away.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::{Admin, Config};
use frontwatch_core::observation::{Answer, Outcome};
use frontwatch_core::parts::Reach;
use frontwatch_core::survey::{FEEDS, Feed, Place, Shown, System, feed_in, places, shown};
use frontwatch_core::text::{Message, add};
use url::Url;

use super::propose::{PAUSE, Proposed};
use crate::hands;
use crate::ports::{Clock, Fetch, Freshness, Order, What};

/// The most requests.
pub const MOST: u32 = 12;
/// The refusals after which nothing more is asked.
const REFUSALS: u32 = 2;

/// Asks at the well-known places, and puts what is found into the proposal, but for what the configuration has already.
/// Returns what came of it, for the person who allowed it.
pub async fn probe(
    fetch: &Arc<dyn Fetch>,
    clock: &Arc<dyn Clock>,
    proposed: &mut Proposed,
    config: &Config,
    timeout: Duration,
) -> Vec<Message> {
    let mut words = ask_at_places(fetch, clock, proposed, timeout).await;
    words.extend(proposed.leave_out_watched(config));
    words
}

async fn ask_at_places(
    fetch: &Arc<dyn Fetch>,
    clock: &Arc<dyn Clock>,
    proposed: &mut Proposed,
    timeout: Duration,
) -> Vec<Message> {
    let Some(home) = proposed.outlet.homepages.first().cloned() else { return Vec::new() };
    let from = proposed.from;
    let mut questions = Questions { fetch, clock, timeout, home: &home, from, asked: 0, refusals: 0, over: false };
    let mut words = Vec::new();
    let mut found = 0;
    // Nobody publishes under a name that was just thrown: what the site says of it, it says of nothing.
    let unknown = format!("/frontwatch-{:016x}", RandomState::new().hash_one(home.as_str()));
    if let Some(nothing) = questions.ask(&unknown).await {
        let admin = ways_in(&mut questions, proposed.generator.as_deref(), &Arc::new(nothing)).await;
        found += admin.len();
        words.extend(
            admin.iter().filter(|(_, shown)| *shown == Shown::Users).map(|(url, _)| add::users_open(url.path())),
        );
        proposed.outlet.admin.extend(admin.into_iter().map(|(url, shown)| Admin {
            url,
            expect: shown.expect(),
            values: shown.values(),
            credential: None,
        }));
        if proposed.outlet.feed.is_none()
            && let Some((url, feed)) = feed(&mut questions).await
        {
            found += 1;
            proposed.outlet.feed = Some(url);
            words.push(add::feed(Some(feed)));
        }
    }
    words.push(add::probe_done(u32::try_from(found).unwrap_or(u32::MAX), questions.asked));
    if questions.over {
        words.push(add::probe_stopped());
    }
    words
}

/// The login pages, closed panels and lists of users at their places.
async fn ways_in(questions: &mut Questions<'_>, generator: Option<&str>, nothing: &Arc<Answer>) -> Vec<(Url, Shown)> {
    let mut found: Vec<(Url, Shown)> = Vec::new();
    let mut seen: Vec<Url> = Vec::new();
    let mut system = generator.and_then(System::of);
    let mut absent: Vec<System> = Vec::new();
    for place in places(generator) {
        let others = place.system.is_some() && system.is_some() && place.system != system;
        if others || place.system.is_some_and(|its| absent.contains(&its)) {
            continue;
        }
        let Some(answer) = questions.ask(place.path).await else { continue };
        let url = answer.url.clone();
        match judged(place, answer, nothing, questions.home).await {
            Some(shown) if !seen.contains(&url) => {
                system = system.or(place.system);
                seen.push(url);
                found.extend(questions.home.join(place.path).map(|url| (url, shown)));
            }
            // A system that was only guessed and is not at its first place is not there.
            None if system.is_none() => absent.extend(place.system),
            // Nothing, or a page that was found already.
            _ => {}
        }
    }
    found
}

async fn judged(place: Place, answer: Answer, nothing: &Arc<Answer>, home: &Url) -> Option<Shown> {
    let (nothing, home) = (Arc::clone(nothing), home.clone());
    hands::done(move || shown(place, &answer, &nothing, &home)).await.ok().flatten()
}

/// The feed at its usual places, with what it names.
async fn feed(questions: &mut Questions<'_>) -> Option<(Url, Feed)> {
    for path in FEEDS {
        let Some(answer) = questions.ask(path).await else { continue };
        let judged = hands::done(move || feed_in(&answer)).await;
        if let Ok(Some(feed)) = judged {
            return Some((questions.home.join(path).ok()?, feed));
        }
    }
    None
}

/// The questions to one site.
struct Questions<'a> {
    fetch: &'a Arc<dyn Fetch>,
    clock: &'a Arc<dyn Clock>,
    timeout: Duration,
    home: &'a Url,
    /// How far in the front page came from.
    from: Reach,
    asked: u32,
    refusals: u32,
    /// The site wants no more of them.
    over: bool,
}

impl Questions<'_> {
    /// What is at a path; none where there was no answer, or where nothing more may be asked.
    async fn ask(&mut self, path: &str) -> Option<Answer> {
        if self.over || self.asked == MOST {
            return None;
        }
        let url = self.home.join(path).ok()?;
        self.clock.sleep(PAUSE).await;
        self.asked += 1;
        let order =
            Order { url, freshness: Freshness::Full, timeout: self.timeout, what: What::Page, reach: self.from };
        let answer = match self.fetch.look(order).await.outcome {
            Outcome::Answered(answer) => Some(answer),
            Outcome::Unchanged { .. } | Outcome::Failed(_) => None,
        };
        let status = answer.as_ref().map(|answer| answer.status);
        // 401 asks for a name and a password: that is an answer.
        if matches!(status, None | Some(403 | 429 | 451 | 503)) {
            self.refusals += 1;
        }
        self.over = status == Some(429) || self.refusals == REFUSALS;
        // The refusal that ends it may be meant for whoever asks, and shows nothing of the place.
        answer.filter(|_| !self.over)
    }
}
