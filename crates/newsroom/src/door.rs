//! A listening address: accepts, serves HTTP/1.1, and can be shut at once, with everything that went through it.

use std::convert::Infallible;
use std::future::Future;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::serve::Body;

/// Shown in the place of a response: the connection is reset.
#[derive(Debug, thiserror::Error)]
#[error("the connection is reset on command")]
pub(crate) struct Severed;

/// An open listening address. Dropping it shuts it; [`Door::shut`] also waits until it is.
#[derive(Debug)]
pub(crate) struct Door {
    task: JoinHandle<Infallible>,
}

impl Door {
    /// Serves whoever comes to `listener`.
    pub(crate) fn open<S, F>(listener: TcpListener, serve: S) -> Self
    where
        S: Fn(Request<Incoming>) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<Response<Body>, Severed>> + Send + 'static,
    {
        Self { task: tokio::spawn(accept(listener, serve)) }
    }

    /// Stops listening and closes every connection, and returns when that is done.
    pub(crate) async fn shut(mut self) {
        self.task.abort();
        // Ends by being aborted, which is what was asked for.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept<S, F>(listener: TcpListener, serve: S) -> Infallible
where
    S: Fn(Request<Incoming>) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<Response<Body>, Severed>> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.spawn(converse(stream, serve.clone()));
            }
            // Out of descriptors, or the visitor is gone already: the next one may fare better.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn converse<S, F>(stream: TcpStream, serve: S)
where
    S: Fn(Request<Incoming>) -> F,
    F: Future<Output = Result<Response<Body>, Severed>>,
{
    // Without it an answer in two pieces would wait for the visitor's acknowledgement; where it fails, it waits.
    let _ = stream.set_nodelay(true);
    let severed = Arc::new(AtomicBool::new(false));
    let wire = Wire { stream, severed: Arc::clone(&severed) };
    let answer = service_fn(|request| {
        let (answer, severed) = (serve(request), Arc::clone(&severed));
        async move {
            let answer = answer.await;
            severed.store(answer.is_err(), Ordering::Relaxed);
            answer
        }
    });
    // A visitor that leaves, or a fault that breaks the answer, is no error of the newsroom's.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(wire), answer).await;
}

/// A connection that ends with a reset instead of a farewell when it was severed.
struct Wire {
    stream: TcpStream,
    severed: Arc<AtomicBool>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.severed.load(Ordering::Relaxed) {
            // Where it fails the connection just ends, which to a visitor is hardly different.
            let _ = self.stream.set_zero_linger();
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.severed.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
