//! What is asked, and how.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use frontwatch_core::observation::{FailureKind, Outcome, Stage, Validators, Vantage};
use frontwatch_core::parts::Reach;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::fetch::{FetchSetup, HttpFetch, Settings};
use frontwatch_engine::ports::{Clock, Fetch, Freshness, Later, Order, What};
use jiff::Timestamp;

use crate::site::{Site, respond};
use crate::{AMPLE, answer, assert_failed, fetch, fetch_with, look};

async fn request_of(fetch: &HttpFetch, freshness: Freshness) -> String {
    let site = Site::start(|_| respond("200 OK", &[("Set-Cookie", "a=b")], b"")).await;
    look(fetch, &site.url("/"), freshness.clone(), AMPLE).await;
    look(fetch, &site.url("/second"), freshness, AMPLE).await;
    site.seen.requests().remove(1)
}

#[tokio::test]
async fn a_request_is_honest_and_carries_nothing_over() {
    for freshness in [Freshness::Full, Freshness::Confirmation, Freshness::Conditional(Validators::default())] {
        let fresh = !matches!(freshness, Freshness::Conditional(_));
        let head = request_of(&fetch(), freshness).await;
        assert!(head.starts_with("get /second http/1.1\r\n"), "{head}");
        assert!(head.contains("\r\nuser-agent: frontwatch/"), "{head}");
        assert!(head.contains("\r\naccept: text/html,"), "{head}");
        assert!(head.contains("\r\naccept-encoding: gzip, br, zstd, deflate\r\n"), "{head}");
        assert_eq!(head.contains("\r\ncache-control: no-cache\r\n"), fresh, "{head}");
        assert_eq!(head.contains("\r\npragma: no-cache\r\n"), fresh, "{head}");
        for absent in ["cookie:", "referer:", "authorization:", "if-none-match:", "if-modified-since:"] {
            assert!(!head.contains(absent), "{head}");
        }
    }
}

#[tokio::test]
async fn the_user_agent_can_be_another() {
    let settings = Settings { user_agent: Some("Newsroom/1".to_owned()), ..Settings::default() };
    assert!(request_of(&fetch_with(&settings), Freshness::Full).await.contains("\r\nuser-agent: newsroom/1\r\n"));
    let settings = Settings { user_agent: Some("two\nlines".to_owned()), ..Settings::default() };
    let refused = HttpFetch::new(&settings, Arc::new(SystemClock)).err().unwrap();
    assert!(matches!(refused, FetchSetup::UserAgent(_)), "{refused}");
}

#[tokio::test]
async fn not_modified_is_an_answer_to_validators_only() {
    let site = Site::start(|_| respond("304 Not Modified", &[("ETag", "\"v1\"")], b"")).await;
    let etag = |value: &str| Freshness::Conditional(Validators { etag: Some(value.to_owned()), last_modified: None });
    let seen = look(&fetch(), &site.url("/"), etag("\"v1\""), AMPLE).await;
    let Outcome::Unchanged { headers, .. } = seen.outcome else { panic!("{seen:?}") };
    assert_eq!(headers.get("etag"), Some("\"v1\""));
    // The last validator cannot stand in a header, and is not sent.
    for freshness in [Freshness::Full, Freshness::Confirmation, etag("a\nb")] {
        let seen = look(&fetch(), &site.url("/"), freshness, AMPLE).await;
        assert_failed(&seen, FailureKind::NotHttp, Stage::Headers);
    }
}

#[tokio::test]
async fn a_changed_page_answers_a_conditional_request_in_full() {
    let site = Site::start(|_| respond("200 OK", &[("ETag", "\"v2\"")], b"new")).await;
    let old = Validators { etag: Some("\"v1\"".to_owned()), last_modified: None };
    let answer = answer(look(&fetch(), &site.url("/"), Freshness::Conditional(old), AMPLE).await);
    assert_eq!(Validators::of(&answer.headers).etag.as_deref(), Some("\"v2\""));
}

/// A clock that stands still.
struct Stopped(Timestamp);

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        self.0
    }

    fn sleep(&self, _: std::time::Duration) -> Later<()> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn an_observation_is_timed_by_the_clock_given() {
    let site = Site::start(|_| respond("200 OK", &[], b"")).await;
    let at: Timestamp = "2026-06-01T12:00:00Z".parse().unwrap();
    let fetch = HttpFetch::new(&Settings::default(), Arc::new(Stopped(at))).unwrap();
    let order = Order {
        url: site.url("/").parse().unwrap(),
        freshness: Freshness::Full,
        timeout: AMPLE,
        what: What::Page,
        reach: Reach::Loopback,
    };
    let seen = fetch.look(order).await;
    assert_eq!((seen.at, seen.vantage), (at, Vantage::Direct));
    assert!(!seen.took.is_zero() && seen.took < AMPLE);
}

#[test]
fn a_bad_authority_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let not_der = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let cut = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    let files: [PathBuf; 4] = [
        dir.path().join("absent.pem"),
        put("text.pem", "no certificate"),
        put("der.pem", not_der),
        put("cut.pem", cut),
    ];
    for path in files {
        let settings = Settings { certificate_authorities: vec![path.clone()], ..Settings::default() };
        let error = HttpFetch::new(&settings, Arc::new(SystemClock)).err().unwrap().to_string();
        assert!(error.contains(path.to_str().unwrap()), "{error}");
        assert!(error.contains("certificate_authorities"), "{error}");
    }
}

/// A page must not send us into the network of whoever watches it, nor fill their memory.
#[tokio::test]
async fn a_part_is_bounded_and_comes_from_no_private_network() {
    let site = Site::start(|_| respond("200 OK", &[], &[b'a'; 5000])).await;
    let fetch = fetch();
    let port = site.base.rsplit(':').next().unwrap().trim_end_matches('/').to_owned();
    let order = |host: &str, reach| Order {
        url: format!("http://{host}:{port}/x.css").parse().unwrap(),
        freshness: Freshness::Full,
        timeout: AMPLE,
        what: What::Page,
        reach,
    };
    let fetched = async |host, most, reach| fetch.look_at_part(order(host, reach), most).await;
    assert_eq!(answer(fetched("127.0.0.1", 5000, Reach::Loopback).await).body.len(), 5000);
    assert_failed(&fetched("127.0.0.1", 4999, Reach::Loopback).await, FailureKind::TooLarge, Stage::Body);
    // The name is public by its form; it leads to this computer.
    let before = site.seen.requests().len();
    for reach in [Reach::Public, Reach::Private, Reach::LinkLocal] {
        assert_failed(&fetched("localhost", 5000, reach).await, FailureKind::BadRedirect, Stage::Dns);
        assert_failed(&fetch.look(order("localhost", reach)).await, FailureKind::BadRedirect, Stage::Dns);
        // It says itself where it is.
        assert_failed(&fetch.look(order("127.0.0.1", reach)).await, FailureKind::BadRedirect, Stage::Dns);
    }
    assert_eq!(site.seen.requests().len(), before);
    let seen = answer(fetch.look(order("localhost", Reach::Loopback)).await);
    assert_eq!(seen.from, Reach::Loopback, "it says how far in it came from");
}
