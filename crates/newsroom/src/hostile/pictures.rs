//! Pictures whose headers claim more than memory holds, that move without end, or that are broken off.

use std::fmt::Write as _;

use super::family;
use crate::template::repeated_gzip;

family! {
    /// What stands in the place of a page's logo and of its largest picture.
    Picture {
        /// A PNG of 60,000 × 60,000 pixels.
        PngEnormous = "png-60000",
        /// A GIF of 60,000 × 60,000 pixels.
        GifEnormous = "gif-60000",
        /// A WebP of 60,000 × 60,000 pixels.
        WebpEnormous = "webp-60000",
        /// A JPEG of 60,000 × 60,000 pixels.
        JpegEnormous = "jpeg-60000",
        /// A PNG of 16 million pixels, of eight bytes each: 128 MB of nothing.
        PngDeep = "png-deep",
        /// A PNG of 16 million pixels, of four bytes each.
        PngLarge = "png-large",
        /// A WebP of 16 million pixels, in 40 bytes.
        WebpLarge = "webp-large",
        /// A progressive JPEG of 16 million pixels, of which nothing is there.
        JpegProgressive = "jpeg-progressive",
        /// A GIF of 20,000 pictures.
        GifAnimated = "gif-animated",
        /// A PNG of four thousand million pictures, says its header.
        PngAnimated = "png-animated",
        /// A PNG with 1 GiB of text in it.
        PngText = "png-text-bomb",
        /// A PNG with a colour profile of 1 GiB.
        PngProfile = "png-profile-bomb",
        /// A PNG that ends in the middle.
        PngBroken = "png-broken",
        /// A GIF that ends in the middle.
        GifBroken = "gif-broken",
        /// A drawing of entities within entities.
        SvgEntities = "svg-entity-bomb",
        /// A drawing that is a hundred thousand groups within each other.
        SvgDeep = "svg-deep",
        /// A drawing with a script, and with files and addresses of the visitor's computer in it.
        SvgInward = "svg-inward",
    }
}

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
/// The side of a picture of 16 million pixels.
const SIDE: u32 = 4000;
const ENORMOUS: u32 = 60_000;

/// The picture as it should be.
pub(super) fn ordinary() -> Vec<u8> {
    let rows: Vec<u8> =
        (0..64_u8).flat_map(|y| std::iter::once(0).chain((0..64).map(move |x| (x * 2) ^ (y * 3)))).collect();
    png(64, 64, 8, 0, &[], &zlib_stored(&rows))
}

/// Its bytes; `inside` is a port of the visitor's computer that must never be asked.
pub(super) fn made(picture: Picture, inside: u16) -> Vec<u8> {
    match picture {
        Picture::PngEnormous => png(ENORMOUS, ENORMOUS, 8, 6, &[], &zlib_of_zeros(4096, 1024)),
        Picture::GifEnormous => {
            let side = (ENORMOUS as u16).to_le_bytes();
            let mut gif = gif_head(side);
            gif_frame(&mut gif, side);
            gif.push(0x3b);
            gif
        }
        Picture::WebpEnormous => {
            let side = (ENORMOUS - 1).to_le_bytes();
            let mut extended = vec![0, 0, 0, 0];
            extended.extend(&side[..3]);
            extended.extend(&side[..3]);
            let mut chunks = riff(*b"VP8X", &extended);
            chunks.extend(riff(*b"VP8L", &lossless(16_383, 16_383)));
            webp(&chunks)
        }
        Picture::JpegEnormous => jpeg(0xc0, ENORMOUS as u16),
        Picture::PngDeep => png(SIDE, SIDE, 16, 6, &[], &zlib_of_zeros(SIDE as usize * 8 + 1, SIDE as usize)),
        Picture::PngLarge => png(SIDE, SIDE, 8, 6, &[], &zlib_of_zeros(SIDE as usize * 4 + 1, SIDE as usize)),
        Picture::WebpLarge => webp(&riff(*b"VP8L", &lossless(SIDE, SIDE))),
        Picture::JpegProgressive => jpeg(0xc2, SIDE as u16),
        Picture::GifAnimated => {
            let side = 8_u16.to_le_bytes();
            let mut gif = gif_head(side);
            for _ in 0..20_000 {
                // A pause of a hundredth of a second before the next one.
                gif.extend([0x21, 0xf9, 4, 0, 1, 0, 0, 0]);
                gif_frame(&mut gif, side);
            }
            gif.push(0x3b);
            gif
        }
        Picture::PngAnimated => {
            let mut control = u32::MAX.to_be_bytes().to_vec();
            control.extend([0; 4]);
            png(64, 64, 8, 0, &chunk(*b"acTL", &control), &zlib_of_zeros(65, 64))
        }
        Picture::PngText => {
            let mut text = b"Comment\0\0".to_vec();
            text.extend(zlib_of_zeros(1 << 20, 1024));
            png(64, 64, 8, 0, &chunk(*b"zTXt", &text), &zlib_of_zeros(65, 64))
        }
        Picture::PngProfile => {
            let mut profile = b"profile\0\0".to_vec();
            profile.extend(zlib_of_zeros(1 << 20, 1024));
            png(64, 64, 8, 0, &chunk(*b"iCCP", &profile), &zlib_of_zeros(65, 64))
        }
        Picture::PngBroken => {
            let mut whole = ordinary();
            whole.truncate(whole.len() / 2);
            whole
        }
        Picture::GifBroken => {
            let side = 8_u16.to_le_bytes();
            let mut gif = gif_head(side);
            gif_frame(&mut gif, side);
            gif.truncate(gif.len() - 30);
            gif
        }
        Picture::SvgEntities => {
            let mut svg = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY l0 \"<rect width='1' height='1'/>\">".to_owned();
            for n in 1..=30 {
                let _ = write!(svg, "<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
            }
            (svg + "]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\">&l30;</svg>").into_bytes()
        }
        Picture::SvgDeep => {
            let open = "<g>".repeat(100_000);
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\">{open}").into_bytes()
        }
        Picture::SvgInward => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><script>fetch('http://127.0.0.1:{inside}/')</script>\
             <image href=\"file:///etc/passwd\" width=\"64\" height=\"64\"/>\
             <image href=\"http://127.0.0.1:{inside}/\" width=\"64\" height=\"64\"/></svg>"
        )
        .into_bytes(),
    }
}

/// A PNG of these dimensions with more chunks before its content, which is a zlib stream.
fn png(width: u32, height: u32, bits: u8, colour: u8, more: &[u8], content: &[u8]) -> Vec<u8> {
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([bits, colour, 0, 0, 0]);
    let mut out = SIGNATURE.to_vec();
    out.extend(chunk(*b"IHDR", &header));
    out.extend(more);
    out.extend(chunk(*b"IDAT", content));
    out.extend(chunk(*b"IEND", &[]));
    out
}

/// A chunk of a PNG: its length, its kind, what it holds, and the sum of both.
fn chunk(kind: [u8; 4], holds: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(&kind);
    sum.update(holds);
    let mut out = (holds.len() as u32).to_be_bytes().to_vec();
    out.extend(kind);
    out.extend(holds);
    out.extend(sum.sum().to_be_bytes());
    out
}

/// A zlib stream of so many rows of zeros, for the price of one.
fn zlib_of_zeros(row: usize, rows: usize) -> Vec<u8> {
    let gzip = repeated_gzip(&vec![0; row], rows);
    let mut out = vec![0x78, 1];
    // Between gzip's header and its sum stands the same deflate stream.
    out.extend(&gzip[10..gzip.len() - 8]);
    // Adler-32 of zeros: the low half stays 1, the high half is their number (RFC 1950, 8.2).
    let sum = (((row * rows) % 65_521) as u32) << 16 | 1;
    out.extend(sum.to_be_bytes());
    out
}

/// A zlib stream of a few bytes.
fn zlib_stored(bytes: &[u8]) -> Vec<u8> {
    let gzip = repeated_gzip(bytes, 1);
    let mut out = vec![0x78, 1];
    out.extend(&gzip[10..gzip.len() - 8]);
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend((high << 16 | low).to_be_bytes());
    out
}

fn gif_head(side: [u8; 2]) -> Vec<u8> {
    let mut gif = b"GIF89a".to_vec();
    gif.extend(side);
    gif.extend(side);
    // A table of two colours.
    gif.extend([0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
    gif
}

/// One picture of 8 × 8 pixels, whatever size it claims.
fn gif_frame(gif: &mut Vec<u8>, side: [u8; 2]) {
    gif.extend([0x2c, 0, 0, 0, 0]);
    gif.extend(side);
    gif.extend(side);
    // Codes of three bits each: a clear code before every pixel, so that they stay at three; and the end.
    let codes = (0..64_u64).flat_map(|pixel| [4, (pixel / 4 + pixel) % 2]).chain([5]);
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u64, 0);
    for code in codes {
        held |= code << bits;
        bits += 3;
        while bits >= 8 {
            bytes.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    }
    bytes.push(held as u8);
    // No table of its own; then the size of its codes, and how many bytes of them follow.
    gif.extend([0, 2, bytes.len() as u8]);
    gif.extend(bytes);
    gif.push(0);
}

/// A JPEG whose frame begins with this marker, without anything in it.
fn jpeg(frame: u8, side: u16) -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    let mut segment = |marker: u8, holds: &[u8]| {
        out.extend([0xff, marker]);
        out.extend((holds.len() as u16 + 2).to_be_bytes());
        out.extend(holds);
    };
    segment(0xdb, &[[0].as_slice(), &[1; 64]].concat());
    let [high, low] = side.to_be_bytes();
    segment(frame, &[8, high, low, high, low, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    // One code in each table: a single bit for the value 0.
    let table = |class: u8| [[class].as_slice(), &[1], &[0; 15], &[0]].concat();
    segment(0xc4, &table(0));
    segment(0xc4, &table(0x10));
    let end = if frame == 0xc2 { 0 } else { 63 };
    segment(0xda, &[3, 1, 0, 2, 0, 3, 0, 0, end, 0]);
    out.extend([0; 4096]);
    out.extend([0xff, 0xd9]);
    out
}

fn riff(kind: [u8; 4], holds: &[u8]) -> Vec<u8> {
    let mut out = kind.to_vec();
    out.extend((holds.len() as u32).to_le_bytes());
    out.extend(holds);
    if holds.len() % 2 == 1 {
        out.push(0);
    }
    out
}

fn webp(chunks: &[u8]) -> Vec<u8> {
    riff(*b"RIFF", &[b"WEBP", chunks].concat())
}

/// A lossless picture of one colour: each of its five codes has one symbol, which takes no bit for each pixel.
fn lossless(width: u32, height: u32) -> Vec<u8> {
    let head = u64::from(width - 1) | u64::from(height - 1) << 14;
    // Neither a transform, nor a cache, nor several groups of codes: three bits of 0; then five times 1, 0, 0, 0.
    let codes = [0b0001_u64; 5].iter().enumerate().fold(0, |all, (place, code)| all | code << (4 * place));
    let mut out = vec![0x2f];
    out.extend((head | codes << 35).to_le_bytes());
    out.extend([0; 16]);
    out
}
