//! Which connections are made, and how many at once.

use std::sync::atomic::Ordering;
use std::time::Duration;

use frontwatch_engine::fetch::Settings;
use frontwatch_engine::ports::Freshness;
use tokio::task::JoinSet;

use crate::site::{Act, Site, respond};
use crate::{AMPLE, answer, fetch, fetch_with, look};

#[tokio::test]
async fn routine_looks_share_a_connection_and_confirmations_never_do() {
    let site = Site::start(|_| respond("200 OK", &[], b"page")).await;
    let fetch = fetch();
    let connections = || site.seen.connections.load(Ordering::SeqCst);
    for _ in 0..4 {
        answer(look(&fetch, &site.url("/"), Freshness::Full, AMPLE).await);
    }
    assert_eq!(connections(), 1);
    for n in 2..=5 {
        answer(look(&fetch, &site.url("/"), Freshness::Confirmation, AMPLE).await);
        assert_eq!(connections(), n);
    }
    answer(look(&fetch, &site.url("/"), Freshness::Full, AMPLE).await);
    assert_eq!(connections(), 5, "the shared one is still there");
}

#[tokio::test]
async fn no_connection_is_kept_where_there_are_too_many_hosts_for_that() {
    let site = Site::start(|_| respond("200 OK", &[], b"page")).await;
    let fetch = fetch_with(&Settings { keep_connections: false, ..Settings::default() });
    for n in 1..=3 {
        answer(look(&fetch, &site.url("/"), Freshness::Full, AMPLE).await);
        assert_eq!(site.seen.connections.load(Ordering::SeqCst), n);
    }
}

#[tokio::test]
async fn a_connection_that_the_site_closed_is_replaced() {
    let site = Site::start(|_| [respond("200 OK", &[], b"page"), vec![Act::Close]].concat()).await;
    let fetch = fetch();
    for _ in 0..3 {
        answer(look(&fetch, &site.url("/"), Freshness::Full, AMPLE).await);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(site.seen.connections.load(Ordering::SeqCst), 3);
}

/// Looks at `sites` many times at once, and gives the most that each had at once.
async fn crowd(settings: &Settings, sites: &[Site], freshness: &Freshness) -> Vec<usize> {
    let fetch = fetch_with(settings);
    let mut looks = JoinSet::new();
    for n in 0..12 {
        for site in sites {
            let (fetch, url, freshness) = (fetch.clone(), site.url(&format!("/{n}")), freshness.clone());
            looks.spawn(async move { answer(look(&fetch, &url, freshness, AMPLE).await) });
        }
    }
    looks.join_all().await;
    sites.iter().map(|site| site.seen.most_open.load(Ordering::SeqCst)).collect()
}

async fn slow_site() -> Site {
    Site::start(|_| [vec![Act::Pause(Duration::from_millis(20))], respond("200 OK", &[], b"")].concat()).await
}

#[tokio::test]
async fn a_host_gets_no_more_looks_at_once_than_the_limit() {
    let settings = Settings { per_host: 2, ..Settings::default() };
    for freshness in [Freshness::Full, Freshness::Confirmation] {
        assert_eq!(crowd(&settings, &[slow_site().await, slow_site().await], &freshness).await, [2, 2]);
    }
}

#[tokio::test]
async fn all_hosts_together_get_no_more_than_the_limit() {
    let settings = Settings { per_host: 4, concurrency: 1, ..Settings::default() };
    assert_eq!(crowd(&settings, &[slow_site().await, slow_site().await], &Freshness::Full).await, [1, 1]);
}

#[tokio::test]
async fn redirects_between_full_hosts_do_not_block_each_other() {
    // Who is sent on waits for the other host, whose looks wait for the places that those hold who are sent on.
    let settings = Settings { per_host: 2, concurrency: 2, ..Settings::default() };
    let there = slow_site().await;
    let to = there.url("/x");
    let here = Site::start(move |_| respond("302 Found", &[("Location", &to)], b"")).await;
    let most = crowd(&settings, &[here, there], &Freshness::Full).await;
    assert!(most.iter().all(|most| *most <= 2), "{most:?}");
}

#[tokio::test]
async fn a_confirmation_does_not_queue_behind_routine_looks() {
    let site = Site::start(|path| match path {
        "/slow" => vec![Act::Pause(Duration::from_secs(60))],
        _ => respond("200 OK", &[], b""),
    })
    .await;
    let fetch = fetch_with(&Settings { per_host: 1, concurrency: 1, ..Settings::default() });
    let (routine, slow) = (fetch.clone(), site.url("/slow"));
    let stuck = tokio::spawn(async move { look(&routine, &slow, Freshness::Full, AMPLE).await });
    tokio::time::sleep(Duration::from_millis(20)).await;
    answer(look(&fetch, &site.url("/"), Freshness::Confirmation, AMPLE).await);
    assert!(!stuck.is_finished());
    stuck.abort();
}
