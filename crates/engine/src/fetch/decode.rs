//! Content decoding (RFC 9110, 8.4) with limits of its own: what a reader's browser would show, from what came over
//! the wire. Bytes in, bytes out; no network, no clock.
//!
//! The HTTP client's decoding is not used: it knows three exact spellings, deletes the headers that are evidence, and
//! never stops a stream that yields nothing. What is decided here where the standards leave room:
//!
//! - Labels that name no coding (`identity`, `none`, a charset, a media type, a transfer coding) are ignored.
//! - At most two codings are undone, in reverse. More, or an unknown one, is refused even when the body is empty.
//! - An empty body is empty under every coding: `gzip` on a body without a byte is common and harmless.
//! - gzip: all members count. Bytes after the last one are ignored, and so is a missing or cut trailer, because by
//!   then the whole content is there; browsers show such a page. A whole trailer with a wrong sum is an error.
//! - A body that is labelled gzip and is not gzip is an error, even when it looks like text: browsers refuse it too,
//!   so that a reader does not see that page.
//! - deflate: zlib (what the standard means) or a bare deflate stream (what some servers send), told apart by the
//!   zlib header's own check sum.
//! - br: the standard's windows only (16 MiB at most); the large-window extension could ask for a gigabyte.
//! - zstd: a window of 8 MiB at most, as RFC 9659 requires of this content coding.
//! - A stream that ends before its content does is an error: half a page must not be judged as the page.

use std::io::Read;

use brotli::enc::StandardAlloc;
use brotli::{BrotliDecompressStream, BrotliResult, BrotliState};
use bytes::Bytes;
use flate2::{Crc, Decompress, FlushDecompress, Status};

/// The most bytes of one body, on the wire and after each step of decoding: 10 MiB.
pub const LARGEST_BODY: usize = 10 * 1024 * 1024;

/// Codings that may be nested. A server and a proxy in front of it make two; nothing honest makes three.
const MOST_CODINGS: usize = 2;

/// Members of one gzip body. An empty member takes 20 bytes on the wire and a whole reset of the decoder.
const MOST_MEMBERS: usize = 4096;

/// The base-2 logarithm of the largest zstd window, 8 MiB (RFC 9659, 3).
const ZSTD_WINDOW_LOG: u32 = 23;

/// Decoded bytes of one turn of a decoder.
const TURN: usize = 16 * 1024;

/// Why a body could not be decoded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDecoded {
    /// A coding that browsers don't undo.
    #[error("the content coding {0:?} is unknown")]
    Unknown(String),
    /// More codings than a server and a proxy together would apply.
    #[error("{0} content codings are nested; at most {MOST_CODINGS} are undone")]
    Nested(usize),
    /// The body is not what its coding says, or it is cut or damaged.
    #[error("the body is not a whole {coding} stream: {reason}")]
    Broken {
        /// The coding.
        coding: &'static str,
        /// What was wrong, in English, from this program or its decoders.
        reason: String,
    },
    /// More than may be after a step: [`LARGEST_BODY`], where no less was asked for.
    #[error("the decoded body is larger than may be")]
    TooLarge,
}

/// Undoes the codings that the `Content-Encoding` values name, in the order received.
///
/// `wire` is what came over the wire, at most [`LARGEST_BODY`] bytes (more is refused); so is what comes back.
pub fn decode<'a>(content_encoding: impl IntoIterator<Item = &'a str>, wire: Bytes) -> Result<Bytes, NotDecoded> {
    decode_within(content_encoding, wire, LARGEST_BODY)
}

/// The same, where no coding may yield more than `most` bytes. What has no coding comes back as it is.
pub(super) fn decode_within<'a>(
    content_encoding: impl IntoIterator<Item = &'a str>,
    wire: Bytes,
    most: usize,
) -> Result<Bytes, NotDecoded> {
    let codings = codings(content_encoding)?;
    if wire.len() > LARGEST_BODY {
        return Err(NotDecoded::TooLarge);
    }
    codings.into_iter().rev().try_fold(wire, |body, coding| {
        if body.is_empty() { Ok(body) } else { coding.undo(&body, most).map(Bytes::from) }
    })
}

/// Unpacks a gzip file: a sitemap is often one (`sitemap.xml.gz`), which is a file and no content coding. Whatever does not begin
/// as one comes back as it is. At most [`LARGEST_BODY`] bytes come back; one file within another is left packed.
pub fn unpacked(body: Bytes) -> Result<Bytes, NotDecoded> {
    unpacked_within(body, LARGEST_BODY)
}

/// The same, where no more than `most` bytes may come of it.
pub(super) fn unpacked_within(body: Bytes, most: usize) -> Result<Bytes, NotDecoded> {
    // RFC 1952, 2.3.1: ID1, ID2, and deflate, the only method that there is.
    if body.starts_with(&[0x1f, 0x8b, 8]) { Coding::Gzip.undo(&body, most).map(Bytes::from) } else { Ok(body) }
}

/// Whether a body of this `Content-Type` may be a gzip file that is to be read for what is in it. A page is not: a browser
/// would not show it.
pub fn may_be_packed(content_type: &str) -> bool {
    let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media.contains("gzip") || media.ends_with("xml") || media == "application/octet-stream"
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

/// The codings named, in the order applied by the sender.
fn codings<'a>(values: impl IntoIterator<Item = &'a str>) -> Result<Vec<Coding>, NotDecoded> {
    let labels = values.into_iter().flat_map(|value| value.split(','));
    let named: Vec<Option<Coding>> = labels.map(Coding::of).collect::<Result<_, _>>()?;
    let codings: Vec<Coding> = named.into_iter().flatten().collect();
    if codings.len() > MOST_CODINGS { Err(NotDecoded::Nested(codings.len())) } else { Ok(codings) }
}

impl Coding {
    /// The coding that a label names; `None` for a label that names no coding at all.
    fn of(label: &str) -> Result<Option<Self>, NotDecoded> {
        let label = label.trim().trim_matches('"').to_ascii_lowercase();
        Ok(match label.as_str() {
            "gzip" | "x-gzip" => Some(Self::Gzip),
            "deflate" => Some(Self::Deflate),
            "br" => Some(Self::Brotli),
            "zstd" => Some(Self::Zstd),
            "" | "identity" | "none" | "plain" | "binary" | "7bit" | "8bit" | "chunked" | "aws-chunked" | "utf-8"
            | "utf8" | "utf-16" | "us-ascii" => None,
            charset if charset.starts_with("iso-8859-") || charset.starts_with("windows-125") => None,
            media if media.starts_with("text/") || media.starts_with("application/") => None,
            _ => return Err(NotDecoded::Unknown(label.chars().take(40).collect())),
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::Brotli => "br",
            Self::Zstd => "zstd",
        }
    }

    fn undo(self, body: &[u8], most: usize) -> Result<Vec<u8>, NotDecoded> {
        let mut decoded = Decoded { bytes: Vec::new(), most };
        let done = match self {
            Self::Gzip => gzip(body, &mut decoded),
            Self::Deflate => deflate(body, &mut decoded),
            Self::Brotli => brotli(body, &mut decoded),
            Self::Zstd => zstd(body, &mut decoded),
        };
        match done {
            Ok(()) => Ok(decoded.bytes),
            Err(Fault::TooLarge) => Err(NotDecoded::TooLarge),
            Err(Fault::Broken(reason)) => Err(NotDecoded::Broken { coding: self.name(), reason }),
        }
    }
}

/// Why a step stopped.
enum Fault {
    Broken(String),
    TooLarge,
}

impl Fault {
    fn broken(reason: impl Into<String>) -> Self {
        Self::Broken(reason.into())
    }

    fn cut() -> Self {
        Self::broken("it ends too early")
    }
}

/// What a step has yielded so far, never more than `most` bytes.
struct Decoded {
    bytes: Vec<u8>,
    most: usize,
}

impl Decoded {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        if bytes.len() > self.most - self.bytes.len() {
            return Err(Fault::TooLarge);
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}

/// gzip (RFC 1952). The framing is read here because the sum and the end are treated as browsers do.
fn gzip(body: &[u8], decoded: &mut Decoded) -> Result<(), Fault> {
    const MAGIC: [u8; 2] = [0x1f, 0x8b];
    let mut rest = body;
    let mut inflater = Decompress::new(false);
    for _ in 0..MOST_MEMBERS {
        rest = after_gzip_header(rest).ok_or_else(|| Fault::broken("it has no whole gzip header"))?;
        inflater.reset(false);
        let start = decoded.bytes.len();
        rest = &rest[inflate(&mut inflater, rest, decoded)?..];

        let Some((trailer, after)) = rest.split_first_chunk::<8>() else {
            return Ok(());
        };
        let mut crc = Crc::new();
        crc.update(&decoded.bytes[start..]);
        let mut expected = [0; 8];
        expected[..4].copy_from_slice(&crc.sum().to_le_bytes());
        expected[4..].copy_from_slice(&crc.amount().to_le_bytes());
        if *trailer != expected {
            return Err(Fault::broken("its check sum is wrong"));
        }
        if !after.starts_with(&MAGIC) {
            return Ok(());
        }
        rest = after;
    }
    Err(Fault::broken("it has too many members"))
}

/// What follows a member's header; `None` when it is none or is cut.
fn after_gzip_header(body: &[u8]) -> Option<&[u8]> {
    const RESERVED: u8 = 0b1110_0000;
    const HEADER_SUM: u8 = 0b0000_0010;
    const EXTRA: u8 = 0b0000_0100;
    const NAME: u8 = 0b0000_1000;
    const COMMENT: u8 = 0b0001_0000;

    let (fixed, mut rest) = body.split_first_chunk::<10>()?;
    let [0x1f, 0x8b, 8, flags, ..] = *fixed else {
        return None;
    };
    if flags & RESERVED != 0 {
        return None;
    }
    if flags & EXTRA != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    for text in [NAME, COMMENT] {
        if flags & text != 0 {
            let end = rest.iter().position(|&byte| byte == 0)?;
            rest = &rest[end + 1..];
        }
    }
    if flags & HEADER_SUM != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

/// deflate: zlib (RFC 1950) or, from some servers, bare deflate (RFC 1951).
fn deflate(body: &[u8], decoded: &mut Decoded) -> Result<(), Fault> {
    let zlib = body.split_first_chunk::<2>().is_some_and(|(header, _)| {
        header[0] & 0x0f == 8 && u16::from_be_bytes(*header) % 31 == 0 // RFC 1950, 2.2: CM and FCHECK
    });
    inflate(&mut Decompress::new(zlib), body, decoded).map(|_| ())
}

/// Runs one deflate stream to its end and says how much of `body` it took.
fn inflate(inflater: &mut Decompress, body: &[u8], decoded: &mut Decoded) -> Result<usize, Fault> {
    let mut turn = [0; TURN];
    let mut taken = 0;
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let status = inflater
            .decompress(&body[taken..], &mut turn, FlushDecompress::None)
            .map_err(|error| Fault::broken(error.to_string()))?;
        let read = (inflater.total_in() - read) as usize;
        let written = (inflater.total_out() - written) as usize;
        taken += read;
        decoded.push(&turn[..written])?;
        match status {
            Status::StreamEnd => return Ok(taken),
            Status::Ok | Status::BufError if read == 0 && written == 0 => return Err(Fault::cut()),
            Status::Ok | Status::BufError => {}
        }
    }
}

/// br (RFC 7932). What follows the end of the stream is ignored.
fn brotli(body: &[u8], decoded: &mut Decoded) -> Result<(), Fault> {
    let allocator = StandardAlloc::default();
    let mut state = BrotliState::new_strict(allocator, allocator, allocator);
    let mut turn = [0; TURN];
    let (mut left, mut taken, mut total) = (body.len(), 0, 0);
    loop {
        let (mut room, mut written) = (turn.len(), 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut taken,
            body,
            &mut room,
            &mut written,
            &mut turn,
            &mut total,
            &mut state,
        );
        decoded.push(&turn[..written])?;
        match result {
            BrotliResult::ResultSuccess => return Ok(()),
            BrotliResult::NeedsMoreOutput => {}
            BrotliResult::NeedsMoreInput => return Err(Fault::cut()),
            BrotliResult::ResultFailure => return Err(Fault::broken("its data are damaged")),
        }
    }
}

/// zstd (RFC 8878), one frame or several.
fn zstd(body: &[u8], decoded: &mut Decoded) -> Result<(), Fault> {
    let mut frames =
        zstd::stream::read::Decoder::with_buffer(body).map_err(|error| Fault::broken(error.to_string()))?;
    frames.window_log_max(ZSTD_WINDOW_LOG).map_err(|error| Fault::broken(error.to_string()))?;
    let mut turn = [0; TURN];
    loop {
        match frames.read(&mut turn).map_err(|error| Fault::broken(error.to_string()))? {
            0 => return Ok(()),
            written => decoded.push(&turn[..written])?,
        }
    }
}
