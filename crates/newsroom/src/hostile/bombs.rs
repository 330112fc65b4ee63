//! Bodies that are small on the wire and huge when decoded, and those that are coded in ways that nobody honest uses.

use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::wire::{self, HTML, Wire};
use super::{family, ordinary};
use crate::template::{gzip, repeated_gzip};

family! {
    /// Compression bombs.
    Bomb {
        /// 1 GiB of blanks, gzipped.
        Gzip = "gzip-bomb",
        /// 64 MiB of blanks, in Brotli.
        Brotli = "brotli-bomb",
        /// 256 MiB of blanks, in zstd.
        Zstd = "zstd-bomb",
        /// 256 MiB of blanks, deflated.
        Deflate = "deflate-bomb",
        /// 1 GiB of blanks, gzipped twice: a few hundred bytes for a megabyte.
        Twice = "nested-bomb",
        /// A page gzipped five times.
        Nested = "nested-codings",
        /// A hundred thousand gzip members that hold nothing.
        Members = "empty-members",
        /// A zstd frame that asks for a window of 2 GiB.
        Window = "zstd-window",
        /// A coding that does not exist.
        Unknown = "unknown-coding",
        /// Text that says it is gzip.
        NotCoded = "coding-that-is-none",
    }
}

const MIB: usize = 1 << 20;

/// Its body and the coding it claims. Takes seconds to make in a debug build.
pub(super) fn made(bomb: Bomb) -> io::Result<(Vec<u8>, &'static str)> {
    let blanks = vec![b' '; MIB];
    Ok(match bomb {
        Bomb::Gzip => (repeated_gzip(&blanks, 1024), "gzip"),
        Bomb::Brotli => (brotli(&blanks, 64)?, "br"),
        Bomb::Zstd => (zstd(&blanks, 256)?, "zstd"),
        Bomb::Deflate => {
            let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
            for _ in 0..256 {
                zlib.write_all(&blanks)?;
            }
            (zlib.finish()?, "deflate")
        }
        Bomb::Twice => (gzip(&repeated_gzip(&blanks, 1024)), "gzip, gzip"),
        Bomb::Nested => (gzip(&gzip(&gzip(&gzip(&gzip(ordinary::page().as_bytes()))))), "gzip, gzip, gzip, gzip, gzip"),
        Bomb::Members => (gzip(b"").repeat(100_000), "gzip"),
        Bomb::Window => {
            // RFC 8878, 3.1.1: magic, a frame header without a single segment, window exponent 21: 2 GiB, one empty last block.
            (vec![0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3, 1, 0, 0], "zstd")
        }
        Bomb::Unknown => (ordinary::page().into_bytes(), "sdch"),
        Bomb::NotCoded => (ordinary::page().into_bytes(), "gzip"),
    })
}

/// Sends what was made.
pub(super) async fn send(wire: &mut impl Wire, body: &[u8], coding: &str) -> io::Result<()> {
    wire::answer(wire, "200 OK", &[("Content-Type", HTML), ("Content-Encoding", coding)], body).await
}

fn brotli(piece: &[u8], times: usize) -> io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
    let mut encoder = brotli::CompressorWriter::with_params(Vec::new(), MIB, &settings);
    for _ in 0..times {
        encoder.write_all(piece)?;
    }
    Ok(encoder.into_inner())
}

fn zstd(piece: &[u8], times: usize) -> io::Result<Vec<u8>> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 1)?;
    for _ in 0..times {
        encoder.write_all(piece)?;
    }
    encoder.finish()
}
