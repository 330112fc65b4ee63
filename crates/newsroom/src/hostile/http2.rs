//! HTTP/2 in frames written by hand (RFC 9113): floods of those that cost the sender nothing, and connections that are taken
//! away.

use std::io;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::wire::{Wire, silence};
use super::{family, ordinary};

family! {
    /// What is sent over HTTP/2 once something was asked.
    Http2 {
        /// Pings without end, whose echoes nobody reads.
        Pings = "http2-ping-flood",
        /// Settings without end, each of which is to be acknowledged.
        Settings = "http2-settings-flood",
        /// Windows that are widened without end.
        Windows = "http2-window-flood",
        /// A window that is widened beyond what there can be.
        WindowOverflow = "http2-window-overflow",
        /// Headers that are continued without end.
        Continuation = "http2-continuation-flood",
        /// Headers that refer to one large header 16,000 times.
        Hpack = "http2-hpack-bomb",
        /// Data without bytes, without end.
        EmptyData = "http2-empty-data-flood",
        /// Data without end.
        EndlessData = "http2-endless-data",
        /// Each request is reset at once.
        Reset = "http2-rapid-reset",
        /// Resets without end.
        ResetFlood = "http2-reset-flood",
        /// Each request is refused, so that it may be sent again.
        Refused = "http2-refused-stream",
        /// The connection is taken away before an answer.
        GoAway = "http2-goaway",
        /// The same, over and over.
        GoAwayFlood = "http2-goaway-flood",
        /// Answers to what nobody asked for.
        Promises = "http2-push-flood",
        /// Frames of a kind that nobody knows, without end.
        Unknown = "http2-unknown-flood",
        /// A frame larger than may be.
        LargeFrame = "http2-large-frame",
        /// The headers come, and then nothing.
        Silent = "http2-silent",
    }
}

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RESET: u8 = 3;
const SETTINGS: u8 = 4;
const PROMISE: u8 = 5;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW: u8 = 8;
const CONTINUATION: u8 = 9;
const END_HEADERS: u8 = 4;
/// `:status: 200` by its place in the table that every connection has.
const STATUS_200: u8 = 0x88;

fn frame(kind: u8, flags: u8, stream: u32, holds: &[u8]) -> Vec<u8> {
    let mut out = (holds.len() as u32).to_be_bytes()[1..].to_vec();
    out.extend([kind, flags]);
    out.extend(stream.to_be_bytes());
    out.extend(holds);
    out
}

/// Waits for the first request, then does it.
pub(super) async fn serve(http2: Http2, wire: &mut impl Wire) -> io::Result<()> {
    wire.read_exact(&mut [0; 24]).await?;
    wire.write_all(&frame(SETTINGS, 0, 0, &[])).await?;
    wire.flush().await?;
    let stream = loop {
        let mut head = [0; 9];
        wire.read_exact(&mut head).await?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
        let mut holds = vec![0; length];
        wire.read_exact(&mut holds).await?;
        if head[3] == HEADERS {
            break u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        }
    };
    let (mut from, mut to) = tokio::io::split(wire);
    let mut sink = tokio::io::sink();
    if http2 == Http2::Pings {
        return act(http2, &mut to, stream).await;
    }
    tokio::select! {
        done = act(http2, &mut to, stream) => done,
        gone = tokio::io::copy(&mut from, &mut sink) => gone.map(|_| ()),
    }
}

async fn act(http2: Http2, to: &mut (impl tokio::io::AsyncWrite + Unpin), stream: u32) -> io::Result<()> {
    let answered = frame(HEADERS, END_HEADERS, stream, &[STATUS_200]);
    let (before, over_and_over): (Vec<u8>, Vec<u8>) = match http2 {
        Http2::Pings => (Vec::new(), frame(PING, 0, 0, &[7; 8])),
        Http2::Settings => (Vec::new(), frame(SETTINGS, 0, 0, &[0, 4, 0, 1, 0, 0])),
        Http2::Windows => (Vec::new(), frame(WINDOW, 0, stream, &1_u32.to_be_bytes())),
        Http2::WindowOverflow => (Vec::new(), frame(WINDOW, 0, 0, &0x7fff_ffff_u32.to_be_bytes())),
        Http2::Continuation => {
            // Literal, not kept: `x: yyyy…`, again and again.
            let field = [&[0, 1, b'x', 100][..], &[b'y'; 100]].concat();
            (frame(HEADERS, 0, stream, &[STATUS_200]), frame(CONTINUATION, 0, stream, &field.repeat(100)))
        }
        Http2::Hpack => {
            // A field of 4,000 bytes that is kept in the table, and then the newest of the table (62) again and again.
            let mut fields = vec![STATUS_200, 0x40, 1, b'x', 0x7f, 0xa1, 0x1e];
            fields.resize(fields.len() + 4000, b'y');
            fields.resize(fields.len() + 12_000, 0xbe);
            (frame(HEADERS, END_HEADERS, stream, &fields), Vec::new())
        }
        Http2::EmptyData => (answered, frame(DATA, 0, stream, &[])),
        Http2::EndlessData => (answered, frame(DATA, 0, stream, &[b'x'; 16_000])),
        Http2::Reset => (frame(RESET, 0, stream, &8_u32.to_be_bytes()), Vec::new()),
        Http2::ResetFlood => (answered, frame(RESET, 0, stream, &8_u32.to_be_bytes())),
        Http2::Refused => (frame(RESET, 0, stream, &7_u32.to_be_bytes()), Vec::new()),
        Http2::GoAway => (frame(GOAWAY, 0, 0, &[0; 8]), Vec::new()),
        Http2::GoAwayFlood => (Vec::new(), frame(GOAWAY, 0, 0, &[0; 8])),
        Http2::Promises => {
            (Vec::new(), frame(PROMISE, END_HEADERS, stream, &[0, 0, 0, 2, 0x82, 0x86, 0x84, 0x41, 1, b'x']))
        }
        Http2::Unknown => (Vec::new(), frame(0xfa, 0, 0, &[0; 64])),
        Http2::LargeFrame => (answered, frame(DATA, 0, stream, &vec![b'x'; 1 << 20])),
        Http2::Silent => {
            let mut begun = answered;
            begun.extend(frame(DATA, 0, stream, ordinary::TITLE.as_bytes()));
            (begun, Vec::new())
        }
    };
    to.write_all(&before).await?;
    to.flush().await?;
    if over_and_over.is_empty() {
        if http2 == Http2::GoAway {
            return to.shutdown().await;
        }
        return silence().await;
    }
    // Small frames go out by the hundred: one write for each would be slower than whoever reads them.
    let many = over_and_over.repeat((16_384 / over_and_over.len()).max(1));
    loop {
        to.write_all(&many).await?;
        tokio::task::yield_now().await;
    }
}
