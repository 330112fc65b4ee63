//! Everything that can go wrong on the way, each with its kind and stage.

use std::time::{Duration, Instant};

use frontwatch_core::observation::{FailureKind, Stage};
use frontwatch_engine::ports::Freshness;
use tokio::net::TcpListener;

use crate::site::{Act, Site, respond};
use crate::{AMPLE, SHORT, answer, assert_failed, failure, fetch, full, look};

fn send(text: &str) -> Act {
    Act::Send(text.as_bytes().to_vec())
}

const OK: &str = "HTTP/1.1 200 OK\r\n";

/// What a site does, in words and in acts, and what becomes of a look at it.
type Row = (&'static str, Vec<Act>, FailureKind);

async fn each_fails(rows: Vec<Row>, stage: Stage) {
    let fetch = fetch();
    for (what, acts, kind) in rows {
        println!("a site that {what}");
        let site = Site::start(move |_| acts.clone()).await;
        let timeout = if kind == FailureKind::TimedOut { SHORT } else { AMPLE };
        assert_failed(&look(&fetch, &site.url("/"), Freshness::Full, timeout).await, kind, stage);
    }
}

fn long() -> Act {
    Act::Pause(Duration::from_secs(60))
}

#[tokio::test]
async fn each_failure_before_the_body_has_its_kind() {
    let rows = vec![
        ("never answers", vec![long()], FailureKind::TimedOut),
        ("stops in its headers", vec![send(OK), long()], FailureKind::TimedOut),
        ("closes", vec![Act::Close], FailureKind::Dropped),
        ("resets", vec![Act::Reset], FailureKind::Dropped),
        ("closes in its headers", vec![send(OK), Act::Close], FailureKind::Dropped),
        ("is SSH", vec![send("SSH-2.0-OpenSSH_9.2\r\n"), Act::Close], FailureKind::NotHttp),
        ("is noise", vec![Act::Send(vec![0xa5; 400]), Act::Close], FailureKind::NotHttp),
        ("switches", vec![send("HTTP/1.1 101 Switching Protocols\r\n\r\n")], FailureKind::NotHttp),
        (
            "has endless headers",
            vec![send(OK), Act::SendForever(b"X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".to_vec())],
            FailureKind::NotHttp,
        ),
        (
            "has two lengths",
            vec![send(OK), send("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"), Act::Close],
            FailureKind::NotHttp,
        ),
    ];
    each_fails(rows, Stage::Headers).await;
}

#[tokio::test]
async fn each_failure_in_the_body_has_its_kind() {
    let rows = vec![
        ("stops in its body", vec![send(OK), send("Content-Length: 9\r\n\r\nhalf"), long()], FailureKind::TimedOut),
        ("closes in its body", vec![send(OK), send("Content-Length: 9\r\n\r\nhalf"), Act::Close], FailureKind::Dropped),
        (
            "resets in its body",
            vec![send(OK), send("Content-Length: 9\r\n\r\nhalf"), Act::Pause(Duration::from_millis(50)), Act::Reset],
            FailureKind::Dropped,
        ),
        (
            "closes in its chunks",
            vec![send(OK), send("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"), Act::Close],
            FailureKind::Dropped,
        ),
        (
            "has broken chunks",
            vec![send(OK), send("Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"), long()],
            FailureKind::NotHttp,
        ),
        ("announces too much", vec![send(OK), send("Content-Length: 10485761\r\n\r\n"), long()], FailureKind::TooLarge),
        ("never ends", vec![send(OK), send("\r\n"), Act::SendForever(vec![b'x'; 64 * 1024])], FailureKind::TooLarge),
    ];
    each_fails(rows, Stage::Body).await;
}

#[tokio::test]
async fn a_body_that_drips_is_slow_however_steadily() {
    let drip = |n: usize| (0..n).flat_map(|_| [send("x"), Act::Pause(Duration::from_millis(20))]).collect::<Vec<_>>();
    let site = Site::start(move |path| {
        let n = if path == "/long" { 1000 } else { 3 };
        [vec![send(&format!("HTTP/1.1 200 OK\r\nContent-Length: {n}\r\n\r\n"))], drip(n)].concat()
    })
    .await;
    let began = Instant::now();
    assert_failed(
        &look(&fetch(), &site.url("/long"), Freshness::Full, SHORT).await,
        FailureKind::TimedOut,
        Stage::Body,
    );
    assert!(began.elapsed() < 5 * SHORT);
    assert_eq!(&answer(look(&fetch(), &site.url("/"), Freshness::Full, SHORT).await).body[..], b"xxx");
}

#[tokio::test]
async fn a_closed_port_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_failed(&full(&format!("http://{address}/")).await, FailureKind::Refused, Stage::Connect);
}

#[tokio::test]
async fn a_handshake_that_never_comes_times_out_in_connecting() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let began = Instant::now();
    let seen = look(&fetch(), &url, Freshness::Full, SHORT).await;
    assert_failed(&seen, FailureKind::TimedOut, Stage::Connect);
    assert!(began.elapsed() < 5 * SHORT && seen.took >= SHORT, "{:?}", seen.took);
}

#[tokio::test]
async fn each_stage_has_its_own_time() {
    // Headers and body take 300 ms each: more than the limit together, less each.
    let site = Site::start(|_| {
        let pause = || Act::Pause(Duration::from_millis(300));
        vec![pause(), send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"), pause(), send("ok")]
    })
    .await;
    let seen = look(&fetch(), &site.url("/"), Freshness::Full, Duration::from_millis(500)).await;
    assert!(seen.took >= Duration::from_millis(600), "{:?}", seen.took);
    assert_eq!(&answer(seen).body[..], b"ok");
}

#[tokio::test]
async fn sloppy_answers_that_browsers_take_are_answers() {
    let site = Site::start(|path| match path {
        "/no-length" => vec![send("HTTP/1.1 200 OK\r\n\r\nuntil the end"), Act::Close],
        "/http10" => vec![send("HTTP/1.0 200 OK\r\nX: y\r\n\r\nold"), Act::Close],
        "/bare-lf" => vec![send("HTTP/1.1 200 OK\nContent-Length: 2\n\nlf")],
        "/space" => vec![send("HTTP/1.1 200 OK\r\nContent-Length : 5\r\nBad Name: x\r\n\r\nspace")],
        "/interim" => {
            vec![send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), send("HTTP/1.1 204 No Content\r\n\r\n")]
        }
        "/bytes" => vec![Act::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Name: caf\xe9\r\n\r\n".to_vec())],
        "/many" => {
            let many: Vec<(String, String)> = (0..300).map(|n| (format!("x-{n}"), "v".to_owned())).collect();
            let many: Vec<(&str, &str)> = many.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            respond("503 Service Unavailable", &many, b"busy")
        }
        _ => respond("404 Not Found", &[], b"none"),
    })
    .await;
    let fetch = fetch();
    for (path, status, body) in [
        ("/no-length", 200, &b"until the end"[..]),
        ("/http10", 200, b"old"),
        ("/bare-lf", 200, b"lf"),
        ("/space", 200, b"space"),
        ("/interim", 204, b""),
        ("/bytes", 200, b""),
        ("/many", 503, b"busy"),
        ("/x", 404, b"none"),
    ] {
        let answer = answer(look(&fetch, &site.url(path), Freshness::Full, AMPLE).await);
        assert_eq!((answer.status, &answer.body[..]), (status, body), "{path}");
    }
    let bytes = answer(full(&site.url("/bytes")).await);
    assert_eq!(bytes.headers.get("x-name"), Some("caf\u{fffd}"));
}

#[tokio::test]
async fn a_failure_names_no_address_and_no_secret() {
    let url = "http://127.0.0.1:1/?token=secret";
    assert!(!failure(&full(url).await).detail.contains("secret"));
}
