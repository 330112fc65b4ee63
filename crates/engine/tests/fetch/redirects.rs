//! Redirects that are followed, and those that are not.

use std::time::Duration;

use frontwatch_core::observation::{FailureKind, Outcome, Stage, Validators};
use frontwatch_engine::ports::Freshness;

use crate::site::{Act, Site, respond};
use crate::{AMPLE, SHORT, answer, assert_failed, fetch, full, look};

/// `/N` redirects to `/N-1`, and `/0` answers.
async fn stairs() -> Site {
    Site::start(|path| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) => respond("200 OK", &[], b"ground"),
        Ok(n) => respond("302 Found", &[("Location", &format!("/{}", n - 1))], b"moved"),
        Err(_) if path == "/circle" => respond("301 Moved Permanently", &[("Location", "/circle#again")], b""),
        Err(_) if path == "/ping" => respond("307 Temporary Redirect", &[("Location", "/pong")], b""),
        Err(_) if path == "/pong" => respond("308 Permanent Redirect", &[("Location", "/ping")], b""),
        Err(_) if path == "/nowhere" => respond("302 Found", &[], b""),
        Err(_) if path == "/script" => respond("302 Found", &[("Location", "javascript:alert(1)")], b""),
        Err(_) if path == "/user" => respond("302 Found", &[("Location", "http://a:b@127.0.0.1/")], b""),
        Err(_) => respond("300 Multiple Choices", &[("Location", "/0")], b"choose"),
    })
    .await
}

#[tokio::test]
async fn ten_are_followed_and_eleven_are_not() {
    let site = stairs().await;
    let seen = full(&site.url("/10")).await;
    let chain: Vec<(String, u16)> = seen.chain.iter().map(|hop| (hop.from.to_string(), hop.status)).collect();
    let expected: Vec<(String, u16)> = (1..=10).rev().map(|n| (site.url(&format!("/{n}")), 302)).collect();
    assert_eq!(chain, expected);
    let answer = answer(seen);
    assert_eq!((answer.url.as_str(), &answer.body[..]), (site.url("/0").as_str(), &b"ground"[..]));

    let seen = full(&site.url("/11")).await;
    assert_failed(&seen, FailureKind::TooManyRedirects, Stage::Redirect);
    assert_eq!(seen.chain.len(), 10);
}

#[tokio::test]
async fn circles_and_bad_targets_fail() {
    let site = stairs().await;
    for (path, kind, followed) in [
        ("/circle", FailureKind::TooManyRedirects, 0),
        ("/ping", FailureKind::TooManyRedirects, 1),
        ("/nowhere", FailureKind::BadRedirect, 0),
        ("/script", FailureKind::BadRedirect, 0),
        ("/user", FailureKind::BadRedirect, 0),
    ] {
        let seen = full(&site.url(path)).await;
        assert_failed(&seen, kind, Stage::Redirect);
        assert_eq!(seen.chain.len(), followed, "{path}");
    }
    let choice = answer(full(&site.url("/choice")).await);
    assert_eq!((choice.status, &choice.body[..]), (300, &b"choose"[..]));
}

#[tokio::test]
async fn redirects_lead_to_other_hosts() {
    let other = Site::start(|_| respond("200 OK", &[], b"there")).await;
    let to = other.url("/there");
    let site = Site::start(move |_| respond("303 See Other", &[("Location", &to)], b"")).await;
    let seen = full(&site.url("/")).await;
    assert_eq!((seen.chain.len(), seen.chain[0].status), (1, 303));
    assert_eq!(&answer(seen).body[..], b"there");
}

#[tokio::test]
async fn all_redirects_together_have_the_time_of_one_stage() {
    let site = Site::start(|path| {
        let n: u32 = path.trim_start_matches('/').parse().unwrap();
        let mut acts = vec![Act::Pause(SHORT / 3)];
        acts.extend(respond("302 Found", &[("Location", &format!("/{}", n + 1))], b""));
        acts
    })
    .await;
    let seen = look(&fetch(), &site.url("/0"), Freshness::Full, SHORT).await;
    assert_failed(&seen, FailureKind::TimedOut, Stage::Redirect);
    assert!(seen.took < Duration::from_secs(1), "{:?}", seen.took);
}

#[tokio::test]
async fn validators_go_to_the_first_address_only() {
    let site = Site::start(|path| match path {
        "/" => respond("302 Found", &[("Location", "/az/")], b""),
        _ => respond("304 Not Modified", &[], b""),
    })
    .await;
    let validators =
        Validators { etag: Some("\"v1\"".to_owned()), last_modified: Some("Mon, 01 Jun 2026 00:00:00 GMT".to_owned()) };
    let seen = look(&fetch(), &site.url("/"), Freshness::Conditional(validators.clone()), AMPLE).await;
    // A 304 that nothing asked for says nothing.
    assert_failed(&seen, FailureKind::NotHttp, Stage::Headers);
    let requests = site.seen.requests();
    assert!(requests[0].contains("if-none-match: \"v1\"\r\n"), "{requests:?}");
    assert!(requests[0].contains("if-modified-since: mon, 01 jun 2026 00:00:00 gmt\r\n"), "{requests:?}");
    assert!(!requests[1].contains("if-"), "{requests:?}");

    let seen = look(&fetch(), &site.url("/az/"), Freshness::Conditional(validators), AMPLE).await;
    assert!(matches!(seen.outcome, Outcome::Unchanged { .. }), "{seen:?}");
}
