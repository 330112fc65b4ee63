//! Bodies that do not end, do not come, or are not as long as was said.

use std::io;

use super::wire::{Wire, dripping, send, silence, without_end};
use super::{family, ordinary};

family! {
    /// How a body is sent.
    Body {
        /// Chunks without end.
        Endless = "endless-chunks",
        /// No length, and no end.
        EndlessPlain = "endless-body",
        /// A byte a second.
        Dripping = "byte-a-second",
        /// Half of it, and then nothing.
        Stalled = "half-a-body",
        /// 1,000 bytes fewer than were promised.
        TooShort = "length-too-long",
        /// More bytes than were promised: what follows is none of the answer.
        TooLong = "length-too-short",
        /// A length of minus one.
        Negative = "length-negative",
        /// Two lengths that differ.
        TwoLengths = "two-lengths",
        /// A length that no number of 64 bits holds.
        Overflow = "length-overflow",
        /// A length of 16 EiB.
        Enormous = "length-enormous",
        /// A length and chunks, which say different things.
        Both = "length-and-chunks",
        /// Chunks that end before the last.
        TruncatedChunks = "truncated-chunks",
        /// A chunk whose length is no number.
        BrokenChunk = "broken-chunk",
        /// A chunk of 16 EiB.
        EnormousChunk = "enormous-chunk",
        /// A chunk with an extension that does not end.
        EndlessExtension = "endless-extension",
        /// Trailers without end.
        EndlessTrailers = "endless-trailers",
    }
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
const CHUNKED: &str = "Transfer-Encoding: chunked\r\n\r\n";

/// Answers one request; the connection ends with it.
pub(super) async fn answer(body: Body, wire: &mut impl Wire) -> io::Result<()> {
    let page = ordinary::page();
    let whole = page.len();
    let head = |length: &str| format!("{OK}Content-Length: {length}\r\n\r\n");
    let chunk = format!("{whole:x}\r\n{page}\r\n");
    let text = match body {
        Body::Endless => {
            send(wire, format!("{OK}{CHUNKED}")).await?;
            let words = "<p>The same sentence, over and over.</p>\n".repeat(400);
            return without_end(wire, format!("{:x}\r\n{words}\r\n", words.len()).as_bytes()).await;
        }
        Body::EndlessPlain => {
            send(wire, format!("{OK}Connection: close\r\n\r\n")).await?;
            return without_end(wire, &[b'x'; 16 * 1024]).await;
        }
        Body::Dripping => {
            send(wire, head(&whole.to_string())).await?;
            return dripping(wire, page.as_bytes()).await;
        }
        Body::Stalled => {
            send(wire, head(&whole.to_string()) + &page[..whole / 2]).await?;
            return silence().await;
        }
        Body::TooShort => head(&(whole + 1000).to_string()) + &page,
        Body::TooLong => head(&(whole / 2).to_string()) + &page,
        Body::Negative => head("-1") + &page,
        Body::TwoLengths => format!("{OK}Content-Length: {whole}\r\nContent-Length: {}\r\n\r\n{page}", whole / 2),
        Body::Overflow => head("99999999999999999999999") + &page,
        Body::Enormous => head("18446744073709551614") + &page,
        Body::Both => format!("{OK}Content-Length: {}\r\n{CHUNKED}{chunk}0\r\n\r\n", whole / 2),
        Body::TruncatedChunks => format!("{OK}{CHUNKED}{chunk}"),
        Body::BrokenChunk => format!("{OK}{CHUNKED}zz\r\n{page}\r\n0\r\n\r\n"),
        Body::EnormousChunk => format!("{OK}{CHUNKED}ffffffffffffffff\r\n{page}"),
        Body::EndlessExtension => {
            send(wire, format!("{OK}{CHUNKED}5;x=")).await?;
            return without_end(wire, &[b'x'; 4096]).await;
        }
        Body::EndlessTrailers => {
            send(wire, format!("{OK}{CHUNKED}{chunk}0\r\n")).await?;
            return without_end(wire, &b"X-After: all\r\n".repeat(300)).await;
        }
    };
    send(wire, text).await
}
