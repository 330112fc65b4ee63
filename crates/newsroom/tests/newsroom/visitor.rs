//! A visitor who speaks HTTP/1.1 over a plain socket, so that a test sees what was really sent.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a visitor that cannot ask fails its test")]

use std::io::{self, Read as _};
use std::time::Duration;

use frontwatch_newsroom::{Newsroom, Options, Outlet};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use url::Url;

/// What was sent back.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    /// As it came over the wire.
    pub(crate) raw: Vec<u8>,
}

impl Reply {
    /// A header's value; empty where it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    /// The decoded body as text.
    pub(crate) fn text(&self) -> String {
        let mut bytes = Vec::new();
        if self.header("content-encoding") == "gzip" {
            flate2::read::GzDecoder::new(&self.raw[..]).read_to_end(&mut bytes).expect("whole gzip");
        } else {
            bytes.clone_from(&self.raw);
        }
        String::from_utf8(bytes).expect("UTF-8")
    }
}

/// A small newsroom whose clock stands at a fixed time.
pub(crate) async fn open(change: impl FnOnce(&mut Options)) -> Newsroom {
    let mut options =
        Options { page_kb: 25, opens_at: Timestamp::from_second(1_800_000_000).unwrap(), ..Options::default() };
    change(&mut options);
    Newsroom::start(options).await.expect("a newsroom on loopback")
}

/// Sends one request and reads until the connection ends, at most five seconds.
pub(crate) async fn ask(method: &str, url: &Url, headers: &[(&str, &str)]) -> io::Result<Reply> {
    let talk = async {
        let mut wire = TcpStream::connect(url.socket_addrs(|| None)?[0]).await?;
        let path = &url[url::Position::BeforePath..];
        let more = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{more}\r\n", url.authority());
        wire.write_all(request.as_bytes()).await?;
        let mut all = Vec::new();
        wire.read_to_end(&mut all).await?;
        io::Result::Ok(all)
    };
    let all = tokio::time::timeout(Duration::from_secs(5), talk).await??;
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let status = head[9..12].parse().expect("a status");
    Ok(Reply { status, head, raw: all[end + 4..].to_vec() })
}

pub(crate) async fn get(url: &Url) -> Reply {
    ask("GET", url, &[]).await.expect("an answer")
}

pub(crate) async fn text(url: &Url) -> String {
    get(url).await.text()
}

/// Another address of the same outlet.
pub(crate) fn at(outlet: &Outlet, path: &str) -> Url {
    outlet.homepage.join(path).unwrap()
}

/// What stands between `from` and the next `to`, for every `from`.
pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split_once(to)).map(|(found, _)| found).collect()
}

/// The headlines of a front page's cards.
pub(crate) fn headlines(page: &str) -> Vec<&str> {
    between(page, "-card__title\">", "</h")
}
