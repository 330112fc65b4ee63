//! The system's proxy. It is read from the environment of the process, so that these tests start themselves again in
//! an environment of their own.

use std::process::Stdio;

use frontwatch_core::observation::{FailureKind, Stage, Vantage};
use tokio::process::Command;

use crate::site::{Act, Site, respond};
use crate::{answer, assert_failed, full};

/// Set in the process that looks: the address of a site on loopback that no proxy may see.
const LOCAL: &str = "FRONTWATCH_TEST_LOCAL_SITE";

#[tokio::test]
async fn addresses_go_through_the_systems_proxy_and_loopback_does_not() {
    let proxy = Site::start(|path| match path {
        "http://site.test/" => respond("200 OK", &[], b"by proxy"),
        "http://locked.test/" => respond("407 Proxy Authentication Required", &[], b""),
        // CONNECT for the https address.
        _ => vec![Act::Send(b"HTTP/1.1 502 Bad Gateway\r\n\r\n".to_vec()), Act::Close],
    })
    .await;
    let local = Site::start(|_| respond("200 OK", &[], b"local")).await;
    let looked = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "proxy::looks_in_an_environment_with_a_proxy", "--ignored", "--nocapture"])
        .envs([("http_proxy", &proxy.base), ("https_proxy", &proxy.base), (LOCAL, &local.url("/"))])
        .env_remove("no_proxy")
        .env_remove("NO_PROXY")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    assert!(looked.status.success(), "{}", String::from_utf8_lossy(&looked.stdout));
    let asked: Vec<String> = proxy.seen.requests().iter().map(|head| head.lines().next().unwrap().to_owned()).collect();
    let expected =
        ["get http://site.test/ http/1.1", "connect site.test:443 http/1.1", "get http://locked.test/ http/1.1"];
    assert_eq!(asked, expected);
    assert_eq!(local.seen.requests().len(), 1);
}

#[tokio::test]
#[ignore = "started by the test above"]
async fn looks_in_an_environment_with_a_proxy() {
    let seen = full("http://site.test/").await;
    assert_eq!(seen.vantage, Vantage::Proxy);
    assert_eq!(&answer(seen).body[..], b"by proxy");

    let seen = full("https://site.test/").await;
    assert_eq!(seen.vantage, Vantage::Proxy);
    assert_failed(&seen, FailureKind::Proxy, Stage::Connect);
    assert_failed(&full("http://locked.test/").await, FailureKind::Proxy, Stage::Headers);

    let seen = full(&std::env::var(LOCAL).unwrap()).await;
    assert_eq!(seen.vantage, Vantage::Direct);
    assert_eq!(&answer(seen).body[..], b"local");
}
