//! Headers without end, too many of them, and answers that are no HTTP.

use std::io;

use super::wire::{HTML, Wire, dripping, send, silence, without_end};
use super::{family, ordinary, wire};

family! {
    /// What comes before a body.
    Header {
        /// The request is read and never answered.
        Silent = "never-answers",
        /// A byte of the headers a second.
        Dripping = "headers-byte-a-second",
        /// Headers without end.
        Endless = "endless-headers",
        /// 100,000 headers, and then a page.
        Many = "many-headers",
        /// One header without an end.
        OneEndless = "endless-header",
        /// Interim answers without end.
        Interim = "endless-interim-answers",
        /// The status line never ends.
        Status = "endless-status",
        /// Something else answers: SSH.
        Ssh = "not-http",
        /// Noise.
        Noise = "noise",
        /// 100,000 cookies.
        Cookies = "cookies-without-end",
        /// 400 cookies, new ones with each look, beside a page that is as ever.
        NewCookies = "new-cookies",
    }
}

const OK: &str = "HTTP/1.1 200 OK\r\n";

/// Answers one request; the connection ends with it, but for a whole page.
pub(super) async fn answer(header: Header, wire: &mut impl Wire) -> io::Result<()> {
    let page = ordinary::page();
    match header {
        Header::Silent => silence().await,
        Header::Dripping => dripping(wire, format!("{OK}X-Slow: {}", "x".repeat(4000)).as_bytes()).await,
        Header::Endless => {
            send(wire, OK).await?;
            without_end(wire, &b"X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(100)).await
        }
        Header::Many => many(wire, |n| format!("X-Number-{n}: {n}\r\n"), &page).await,
        Header::OneEndless => {
            send(wire, format!("{OK}X-Long: ")).await?;
            without_end(wire, &[b'x'; 4096]).await
        }
        Header::Interim => without_end(wire, b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n").await,
        Header::Status => {
            send(wire, "HTTP/1.1 200 ").await?;
            without_end(wire, &[b'O'; 4096]).await
        }
        Header::Ssh => send(wire, "SSH-2.0-OpenSSH_9.2\r\n").await,
        Header::Noise => send(wire, [0xa5; 4000]).await,
        Header::Cookies => many(wire, |n| format!("Set-Cookie: c{n}={n}; Max-Age=31536000\r\n"), &page).await,
        Header::NewCookies => {
            let cookies: Vec<String> =
                (0..400).map(|n| format!("c{n}={}; Path=/; Max-Age=31536000", fastrand::u64(..))).collect();
            let mut headers = vec![("Content-Type", HTML)];
            headers.extend(cookies.iter().map(|cookie| ("Set-Cookie", cookie.as_str())));
            wire::answer(wire, "200 OK", &headers, page.as_bytes()).await
        }
    }
}

async fn many(wire: &mut impl Wire, header: impl Fn(usize) -> String, page: &str) -> io::Result<()> {
    send(wire, OK).await?;
    let headers: String = (0..100_000).map(header).collect();
    send(wire, headers).await?;
    send(wire, format!("Content-Length: {}\r\n\r\n{page}", page.len())).await
}
