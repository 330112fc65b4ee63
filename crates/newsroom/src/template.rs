//! A page that is made once and filled anew on every load, plain or gzipped, for little more than a copy.
//!
//! A gzip stream is a row of deflate blocks. The fixed text of a page is deflated once, each stretch on its own and
//! flushed to a whole byte (RFC 1951, 3.2.4); what changes on a load goes between them as stored blocks; and the
//! checksum of the whole is combined from the checksums of the pieces. So a load never compresses anything, and
//! thousands of them a second fit on one core.

use std::io::Write;
use std::sync::OnceLock;

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};

use crate::load::{Load, Slot};

/// Without a name, a time or an operating system (RFC 1952, 2.3).
const GZIP_HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// An empty stored block, the last one.
const LAST_BLOCK: [u8; 5] = [1, 0, 0, 0xff, 0xff];
/// The most that one stored block holds.
const STORED_BYTES: usize = 0xffff;

/// A page with places that change on every load.
#[derive(Debug, Default)]
pub(crate) struct Template {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text { plain: String, packed: OnceLock<Packed> },
    Slot(Slot),
}

/// A stretch of text as deflate blocks that refer to nothing outside it.
#[derive(Debug)]
struct Packed {
    blocks: Vec<u8>,
    crc: Crc,
}

impl Template {
    /// Adds fixed text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        if let Some(Part::Text { plain, packed }) = self.parts.last_mut() {
            plain.push_str(text);
            *packed = OnceLock::new();
        } else {
            self.parts.push(Part::Text { plain: text.to_owned(), packed: OnceLock::new() });
        }
        self
    }

    /// Adds a place that changes on every load.
    pub(crate) fn slot(&mut self, slot: Slot) -> &mut Self {
        self.parts.push(Part::Slot(slot));
        self
    }

    /// The page as this load sees it.
    pub(crate) fn plain(&self, load: &Load) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.fixed_bytes() + 4096);
        for part in &self.parts {
            match part {
                Part::Text { plain, .. } => out.extend_from_slice(plain.as_bytes()),
                Part::Slot(slot) => load.fill(*slot, &mut out),
            }
        }
        out
    }

    /// The same bytes as [`Template::plain`], as one gzip member.
    pub(crate) fn gzip(&self, load: &Load) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.fixed_bytes() / 4 + 8192);
        out.extend_from_slice(&GZIP_HEADER);
        let mut whole = Crc::new();
        let mut filled = Vec::with_capacity(1024);
        for part in &self.parts {
            match part {
                Part::Text { plain, packed } => {
                    let packed = packed.get_or_init(|| Packed::new(plain.as_bytes()));
                    out.extend_from_slice(&packed.blocks);
                    whole.combine(&packed.crc);
                }
                Part::Slot(slot) => {
                    filled.clear();
                    load.fill(*slot, &mut filled);
                    store(&filled, &mut out);
                    let mut crc = Crc::new();
                    crc.update(&filled);
                    whole.combine(&crc);
                }
            }
        }
        finish(&mut out, &whole);
        out
    }

    /// How many bytes of it never change.
    pub(crate) fn fixed_bytes(&self) -> usize {
        self.parts.iter().map(|part| if let Part::Text { plain, .. } = part { plain.len() } else { 0 }).sum()
    }
}

impl Packed {
    fn new(text: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(text);
        let mut deflate = DeflateEncoder::new(Vec::with_capacity(text.len() / 3), Compression::new(5));
        write_to_memory(&mut deflate, text);
        // A flush ends at a whole byte and leaves the stream open, which finishing would not.
        let blocks = deflate.get_ref().clone();
        Self { blocks, crc }
    }
}

/// `text` in a gzip member of its own.
pub(crate) fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 3), Compression::fast());
    write_to_memory(&mut encoder, text);
    encoder.finish().unwrap_or_default()
}

/// A gzip member of `text` over and over, `times` in all, for the price of deflating it once.
pub(crate) fn repeated_gzip(text: &[u8], times: usize) -> Vec<u8> {
    let packed = Packed::new(text);
    let mut out = GZIP_HEADER.to_vec();
    let mut whole = Crc::new();
    for _ in 0..times {
        out.extend_from_slice(&packed.blocks);
        whole.combine(&packed.crc);
    }
    finish(&mut out, &whole);
    out
}

#[expect(clippy::expect_used, reason = "a vector takes all that is written to it")]
fn write_to_memory(encoder: &mut impl Write, text: &[u8]) {
    encoder.write_all(text).and_then(|()| encoder.flush()).expect("memory is writable");
}

fn store(text: &[u8], out: &mut Vec<u8>) {
    for block in text.chunks(STORED_BYTES) {
        let length = block.len() as u16;
        out.push(0);
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
}

fn finish(out: &mut Vec<u8>, whole: &Crc) {
    out.extend_from_slice(&LAST_BLOCK);
    out.extend_from_slice(&whole.sum().to_le_bytes());
    out.extend_from_slice(&whole.amount().to_le_bytes());
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;
    use proptest::prelude::*;

    use super::*;

    fn unpacked(gzip: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        GzDecoder::new(gzip).read_to_end(&mut out).expect("a valid gzip member");
        out
    }

    proptest! {
        #[test]
        fn gzip_and_plain_are_the_same_page(texts in prop::collection::vec(".{0,300}", 0..8), number in any::<u64>()) {
            let mut template = Template::default();
            for (i, text) in texts.iter().enumerate() {
                template.text(text).slot(Slot::Token).slot(Slot::Ad(i as u8));
            }
            let load = Load::new(1, number, jiff::Timestamp::UNIX_EPOCH);
            prop_assert_eq!(unpacked(&template.gzip(&load)), template.plain(&load));
        }
    }

    #[test]
    fn a_repeated_stretch_unpacks_to_all_of_it() {
        assert_eq!(unpacked(&repeated_gzip(b"over and over ", 3)), b"over and over over and over over and over ");
    }
}
