//! Looks at a loopback site that answers what the test tells it to, byte by byte.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "what a test cannot do without fails it, and a table says which row it is at"
)]

mod certificates;
mod codings;
mod connections;
mod credentials;
mod failures;
mod index;
mod proxy;
mod redirects;
mod requests;
mod site;
mod tls;

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::observation::{Answer, Failure, FailureKind, Observation, Outcome, Stage};
use frontwatch_core::parts::Reach;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::fetch::{HttpFetch, Settings};
use frontwatch_engine::ports::{Fetch, Freshness, Order, What};
use url::Url;

/// Long enough for everything on loopback that is meant to come.
const AMPLE: Duration = Duration::from_secs(5);
/// Short enough to wait for in a test.
const SHORT: Duration = Duration::from_millis(200);

fn fetch_with(settings: &Settings) -> HttpFetch {
    HttpFetch::new(settings, Arc::new(SystemClock)).expect("a client")
}

fn fetch() -> HttpFetch {
    fetch_with(&Settings::default())
}

async fn look(fetch: &HttpFetch, url: &str, freshness: Freshness, timeout: Duration) -> Observation {
    let url = Url::parse(url).expect("an address");
    let looking = fetch.look(Order { url, freshness, timeout, what: What::Page, reach: Reach::Loopback });
    tokio::time::timeout(Duration::from_secs(20), looking).await.expect("a look that ends")
}

async fn full(url: &str) -> Observation {
    look(&fetch(), url, Freshness::Full, AMPLE).await
}

#[track_caller]
fn answer(seen: Observation) -> Answer {
    match seen.outcome {
        Outcome::Answered(answer) => answer,
        other => panic!("no answer but {other:?}"),
    }
}

#[track_caller]
fn failure(seen: &Observation) -> Failure {
    match &seen.outcome {
        Outcome::Failed(failure) => failure.clone(),
        other => panic!("no failure but {other:?}"),
    }
}

#[track_caller]
fn assert_failed(seen: &Observation, kind: FailureKind, stage: Stage) {
    let failure = failure(seen);
    assert_eq!((failure.kind, failure.stage), (kind, stage), "{}", failure.detail);
    assert!(!failure.detail.is_empty());
}
