//! HTTP as it stands on the wire: the head of a request, an answer put together by hand, and bytes sent at any pace.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// A stream to a visitor, whatever it goes through.
pub(super) trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// The longest head of a request.
const HEAD: usize = 64 * 1024;

/// The page of an HTML answer.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// A request: its target and its whole head.
pub(super) struct Asked {
    /// The path, without the origin that a request to a proxy has before it.
    pub(super) path: String,
    /// Everything, in lower case.
    pub(super) head: String,
}

/// Reads the head of a request.
pub(super) async fn asked(wire: &mut impl Wire) -> io::Result<Asked> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() >= HEAD {
            return Err(io::ErrorKind::InvalidData.into());
        }
        head.push(wire.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let target = head.split(' ').nth(1).unwrap_or("/");
    let path = match target.strip_prefix("http://") {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => target,
    };
    Ok(Asked { path: path.to_owned(), head: head.to_ascii_lowercase() })
}

/// A whole answer that keeps the connection.
pub(super) async fn answer(
    wire: &mut impl Wire,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.push_str("\r\n");
    wire.write_all(head.as_bytes()).await?;
    wire.write_all(body).await?;
    wire.flush().await
}

/// A page.
pub(super) async fn page(wire: &mut impl Wire, body: &[u8]) -> io::Result<()> {
    answer(wire, "200 OK", &[("Content-Type", HTML)], body).await
}

/// Sends bytes as they are.
pub(super) async fn send(wire: &mut impl Wire, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    wire.write_all(bytes.as_ref()).await?;
    wire.flush().await
}

/// Sends the same until nobody listens.
pub(super) async fn without_end(wire: &mut impl Wire, bytes: &[u8]) -> io::Result<()> {
    loop {
        wire.write_all(bytes).await?;
        // Whoever reads as fast as this writes leaves no turn for anybody else.
        tokio::task::yield_now().await;
    }
}

/// Sends a byte a second.
pub(super) async fn dripping(wire: &mut impl Wire, bytes: &[u8]) -> io::Result<()> {
    for byte in bytes {
        send(wire, [*byte]).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Ok(())
}

/// Says nothing more, and does not close.
pub(super) async fn silence() -> io::Result<()> {
    std::future::pending().await
}
