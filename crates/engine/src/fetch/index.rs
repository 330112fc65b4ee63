//! A sitemap that lists other sitemaps: the look goes on to the one that names the latest stories.

use frontwatch_core::extract::model::FeedKind;
use frontwatch_core::extract::{decode, extract_feed, next_sitemap};
use frontwatch_core::observation::{Answer, Headers, Observation, Outcome};
use frontwatch_core::parts::reach;
use url::Url;

use super::client::Clients;
use super::limits::{LARGE, Limits};
use super::look::{self, Errand};
use crate::hands;
use crate::ports::{Clock, Freshness, Order, What};

/// The largest sitemap that an index leads to, bytes on the wire.
const MOST_BYTES: usize = 4_000_000;
/// Where an index says what it is: within its first bytes, after a declaration and comments.
const HEAD: usize = 4096;

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
    loop {
        let answer = match &latest.outcome {
            Outcome::Answered(answer) if answer.status == 200 => answer.clone(),
            _ => return seen,
        };
        // A large index would hold its place among the large bodies while it waits for another.
        if followed.len() == 1 && answer.body.len() > LARGE {
            return seen;
        }
        if !may_be_index(&answer) {
            return if followed.len() > 1 { in_its_place(seen, latest) } else { seen };
        }
        let before = followed.clone();
        let from = answer.from;
        let read = hands::done(move || next(&answer, &before)).await;
        let next = match read {
            Ok(Next::Stories) if followed.len() > 1 => return in_its_place(seen, latest),
            Ok(Next::Stories | Next::End) => return seen,
            Ok(Next::Index(next)) => next,
            Err(error) => {
                tracing::error!(%error, url = %order.url, "reading a list of sitemaps failed");
                return seen;
            }
        };
        let Some(reach) = reach(&next, &order.url, from) else { return seen };
        followed.push(next.clone());
        // What was read has given its place back before the next one may need it.
        drop(latest);
        let order = Order { url: next, freshness: Freshness::Full, timeout: order.timeout, what: What::Page, reach };
        let errand = Errand { most_bytes: MOST_BYTES, credential: None };
        latest = look::look(clients, limits, clock, order, errand).await;
    }
}

/// The sitemap's text under the index's address.
fn in_its_place(index: Observation, sitemap: Observation) -> Observation {
    let took = index.took + sitemap.took;
    let outcome = match (index.outcome, sitemap.outcome) {
        (Outcome::Answered(index), Outcome::Answered(sitemap)) => {
            // Validators would be sent to the index, which may stay while the sitemap behind it changes.
            let names_it = |name: &str| matches!(name, "etag" | "last-modified");
            let headers = sitemap.headers.iter().filter(|(name, _)| !names_it(name));
            let headers = Headers::new(headers.map(|(name, value)| (name.to_owned(), value.to_owned())));
            Outcome::Answered(Answer { url: index.url, headers, ..sitemap })
        }
        (index, _) => index,
    };
    Observation { outcome, took, ..index }
}

/// Whether it is worth reading for that: a feed is else read once, by whoever judges it, and only if it changed.
fn may_be_index(answer: &Answer) -> bool {
    let head = &answer.body[..answer.body.len().min(HEAD)];
    memchr::memmem::find(head, b"sitemapindex").is_some()
}

/// What an answer leads to.
enum Next {
    /// It is no index.
    Stories,
    /// It is one, and the look goes on here.
    Index(Url),
    /// It is one, and leads nowhere that was not asked.
    End,
}

fn next(answer: &Answer, followed: &[Url]) -> Next {
    let text = decode(&answer.body, &answer.headers).text;
    let page = extract_feed(&text, &answer.url);
    if page.feed.kind != FeedKind::Index {
        return Next::Stories;
    }
    next_sitemap(&page, &answer.url, followed).map_or(Next::End, Next::Index)
}
