//! Faults as they are on the wire.

use std::io::{ErrorKind, Read as _};
use std::time::{Duration, Instant};

use crate::visitor::{ask, at, get, open, text};
use frontwatch_newsroom::Fault;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

#[tokio::test]
async fn answers_that_say_what_is_wrong() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    for (fault, status, header, value) in [
        (Fault::Error500, 500, "content-type", "text/html"),
        (Fault::Error502, 502, "content-type", "text/html"),
        (Fault::Maintenance, 503, "retry-after", "120"),
        (Fault::Challenge, 403, "cf-mitigated", "challenge"),
        (Fault::Refused, 403, "cf-mitigated", ""),
        (Fault::RedirectLoop, 302, "location", "/turn/1"),
    ] {
        newsroom.fault(&outlet.slug, fault).await.unwrap();
        for url in [&outlet.homepage, &outlet.feed, &outlet.admin] {
            let reply = get(url).await;
            assert_eq!((reply.status, reply.header(header)), (status, value), "{fault} at {url}");
        }
        newsroom.restore(&outlet.slug).await.unwrap();
        assert_eq!(get(&outlet.homepage).await.status, 200, "{fault} outlives its end");
    }
}

#[tokio::test]
async fn redirects_lead_on_and_on_or_to_a_portal() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    newsroom.fault(&outlet.slug, Fault::RedirectLoop).await.unwrap();
    let mut url = outlet.homepage.clone();
    for turn in 1..30 {
        url = url.join(get(&url).await.header("location")).unwrap();
        assert_eq!(url.path(), format!("/turn/{turn}"));
    }
    newsroom.fault(&outlet.slug, Fault::Captive).await.unwrap();
    let portal = outlet.homepage.join(get(&outlet.homepage).await.header("location")).unwrap();
    assert_ne!(portal.authority(), outlet.homepage.authority());
    assert!(text(&portal).await.contains("sign in"));
}

#[tokio::test]
async fn a_hanging_outlet_takes_the_request_and_never_answers() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    newsroom.fault(&outlet.slug, Fault::Hang).await.unwrap();
    let waited = tokio::time::timeout(Duration::from_millis(400), ask("GET", &outlet.homepage, &[])).await;
    assert!(waited.is_err(), "{waited:?}");
    assert_eq!(newsroom.log().last().map(|visit| visit.status), Some(None));
}

#[tokio::test]
async fn a_slow_outlet_answers_late() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    newsroom.fault(&outlet.slug, Fault::Slow(Duration::from_millis(300))).await.unwrap();
    let asked = Instant::now();
    assert_eq!(get(&outlet.homepage).await.status, 200);
    assert!(asked.elapsed() >= Duration::from_millis(300), "{:?}", asked.elapsed());
}

#[tokio::test]
async fn a_reset_is_a_reset_on_new_and_on_open_connections() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    let mut open_one = TcpStream::connect(outlet.homepage.socket_addrs(|| None).unwrap()[0]).await.unwrap();
    let request = format!("HEAD / HTTP/1.1\r\nHost: {}\r\n\r\n", outlet.homepage.authority());
    open_one.write_all(request.as_bytes()).await.unwrap();
    let mut some = [0; 2048];
    assert!(open_one.read(&mut some).await.unwrap() > 0);

    newsroom.fault(&outlet.slug, Fault::Reset).await.unwrap();
    open_one.write_all(request.as_bytes()).await.unwrap();
    assert_eq!(open_one.read(&mut some).await.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(ask("GET", &outlet.homepage, &[]).await.unwrap_err().kind(), ErrorKind::ConnectionReset);
}

#[tokio::test]
async fn a_closed_outlet_refuses_and_can_be_opened_again_at_the_same_address() {
    let newsroom = open(|_| ()).await;
    let outlets = newsroom.outlets();
    for _ in 0..3 {
        newsroom.fault(&outlets[0].slug, Fault::Closed).await.unwrap();
        let refused = ask("GET", &outlets[0].homepage, &[]).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
        assert_eq!(get(&outlets[1].homepage).await.status, 200, "its neighbour stays open");
        newsroom.restore(&outlets[0].slug).await.unwrap();
        assert_eq!(get(&outlets[0].homepage).await.status, 200);
    }
}

#[tokio::test]
async fn bodies_that_end_too_early() {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = &newsroom.outlets()[0];
    let whole = get(&outlet.homepage).await.raw;
    for (fault, sent, promised) in
        [(Fault::Truncated, whole.len() / 2, whole.len()), (Fault::WrongLength, whole.len(), whole.len() + 1000)]
    {
        newsroom.fault(&outlet.slug, fault).await.unwrap();
        let reply = get(&outlet.homepage).await;
        assert_eq!(reply.header("content-length"), promised.to_string(), "{fault}");
        assert_eq!(reply.raw, whole[..sent], "{fault}");
    }
}

#[tokio::test]
async fn bodies_that_are_too_large() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    newsroom.fault(&outlet.slug, Fault::Oversize).await.unwrap();
    assert!(get(&outlet.homepage).await.raw.len() > 10 << 20);

    newsroom.fault(&outlet.slug, Fault::GzipBomb).await.unwrap();
    let bomb = get(&outlet.homepage).await;
    assert_eq!(bomb.header("content-encoding"), "gzip");
    assert!(bomb.raw.len() < 1 << 20, "{} bytes on the wire", bomb.raw.len());
    let mut decoder = flate2::read::GzDecoder::new(&bomb.raw[..]);
    let past_the_limit = std::io::copy(&mut decoder.by_ref().take(11 << 20), &mut std::io::sink()).unwrap();
    assert_eq!(past_the_limit, 11 << 20);
}

#[tokio::test]
async fn an_attack_and_a_fault_can_hold_together() {
    let newsroom = open(|_| ()).await;
    let outlet = &newsroom.outlets()[0];
    newsroom.attack(&outlet.slug, frontwatch_newsroom::Attack::Cover).await.unwrap();
    newsroom.fault(&outlet.slug, Fault::Slow(Duration::from_millis(1))).await.unwrap();
    assert!(text(&at(outlet, "/")).await.contains("banner-full.png"));
}
