//! A site on loopback. Each request is recorded and answered by a function of the test; what it returns is written to
//! the connection as it is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// What a site does after a request.
#[derive(Clone)]
pub(crate) enum Act {
    /// Writes bytes.
    Send(Vec<u8>),
    /// Waits.
    Pause(Duration),
    /// Writes the same bytes until nobody listens.
    SendForever(Vec<u8>),
    /// Closes the connection; with a reset when bytes of the request were not read.
    Close,
    /// Closes the connection by a reset.
    Reset,
}

/// A complete answer that keeps the connection.
pub(crate) fn respond(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<Act> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.push_str("\r\n");
    vec![Act::Send([head.as_bytes(), body].concat())]
}

/// What a site has seen.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) connections: AtomicUsize,
    open: AtomicUsize,
    pub(crate) most_open: AtomicUsize,
    requests: Mutex<Vec<String>>,
}

impl Seen {
    /// The heads of the requests, in lower case.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

/// Stops when dropped.
pub(crate) struct Site {
    pub(crate) base: String,
    pub(crate) seen: Arc<Seen>,
    _serving: JoinSet<()>,
}

impl Site {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Serves; `answer` gets the path.
    pub(crate) async fn start(answer: impl Fn(&str) -> Vec<Act> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (seen, answer) = (Arc::new(Seen::default()), Arc::new(answer));
        let mut serving = JoinSet::new();
        let shared = Arc::clone(&seen);
        serving.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                shared.connections.fetch_add(1, Ordering::SeqCst);
                let (seen, answer) = (Arc::clone(&shared), Arc::clone(&answer));
                connections.spawn(async move {
                    let mut stream = stream;
                    if serve(&mut stream, &seen, answer.as_ref()).await == Some(Act::Reset) {
                        stream.set_zero_linger().unwrap();
                    }
                });
            }
        });
        Self { base, seen, _serving: serving }
    }
}

impl PartialEq for Act {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Serves one connection, and says by what it ended if by an act.
pub(crate) async fn serve(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    seen: &Seen,
    answer: &(impl Fn(&str) -> Vec<Act> + ?Sized),
) -> Option<Act> {
    loop {
        let head = read_head(stream).await?;
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        seen.requests.lock().unwrap().push(head.to_ascii_lowercase());
        let open = seen.open.fetch_add(1, Ordering::SeqCst) + 1;
        seen.most_open.fetch_max(open, Ordering::SeqCst);
        let ended = act(stream, answer(&path)).await;
        seen.open.fetch_sub(1, Ordering::SeqCst);
        if ended.is_some() {
            return ended;
        }
    }
}

async fn act(stream: &mut (impl AsyncWrite + Unpin), acts: Vec<Act>) -> Option<Act> {
    for act in acts {
        match act {
            Act::Send(bytes) => stream.write_all(&bytes).await.ok().or(None)?,
            Act::Pause(time) => tokio::time::sleep(time).await,
            Act::SendForever(bytes) => while stream.write_all(&bytes).await.is_ok() {},
            Act::Close | Act::Reset => return Some(act),
        }
    }
    None
}

async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    String::from_utf8(head).ok()
}
