//! A sitemap that lists other sitemaps: the look goes on to the one that names the latest stories.

use frontwatch_core::extract::{decode, extract_feed, next_sitemap};
use frontwatch_core::observation::{Answer, Headers, Observation, Outcome};
use frontwatch_core::parts::{Reach, reach};
use url::Url;

use super::client::Clients;
use super::limits::Limits;
use super::look::{self, Errand};
use crate::ports::{Clock, Freshness, Order, What};

/// The largest sitemap that an index leads to, bytes on the wire.
const MOST_BYTES: usize = 4_000_000;

/// What a look at a feed comes to. Where it answered with an index, the sitemaps behind it are asked for, as many as
/// [`frontwatch_core::extract::FOLLOWED`] says: what answers is the sitemap's text under the index's address. Where none can be
/// read it is the index itself, which says nothing of stories.
pub(super) async fn follow(
    clients: &Clients,
    limits: &Limits,
    clock: &dyn Clock,
    order: &Order,
    seen: Observation,
) -> Observation {
    let mut followed = vec![order.url.clone()];
    let mut latest = seen.clone();
    while let Outcome::Answered(answer) = &latest.outcome {
        let (answer, before) = (answer.clone(), followed.clone());
        let read = tokio::task::spawn_blocking(move || next(&answer, &before)).await;
        let Some(url) = read.unwrap_or_default() else { break };
        let Some(reach) = reach(&url, &order.url) else { break };
        followed.push(url.clone());
        let order = Order { url, freshness: Freshness::Full, timeout: order.timeout, what: What::Page };
        let errand = Errand { most_bytes: MOST_BYTES, public: reach == Reach::Public, credential: None };
        latest = look::look(clients, limits, clock, order, errand).await;
    }
    match (seen.outcome, latest.outcome) {
        (Outcome::Answered(index), Outcome::Answered(sitemap)) if followed.len() > 1 && sitemap.status == 200 => {
            // The index's validators name the index: the sitemap behind it may change while they stay.
            let names_it = |name: &str| matches!(name, "etag" | "last-modified");
            let headers = sitemap.headers.iter().filter(|(name, _)| !names_it(name));
            let headers = Headers::new(headers.map(|(name, value)| (name.to_owned(), value.to_owned())));
            let answer = Answer { url: index.url, headers, ..sitemap };
            Observation { outcome: Outcome::Answered(answer), took: seen.took + latest.took, ..seen }
        }
        (outcome, _) => Observation { outcome, ..seen },
    }
}

/// Where the look goes on, if this is an index.
fn next(answer: &Answer, followed: &[Url]) -> Option<Url> {
    if answer.status != 200 {
        return None;
    }
    let text = decode(&answer.body, &answer.headers).text;
    next_sitemap(&extract_feed(&text, &answer.url), &answer.url, followed)
}
