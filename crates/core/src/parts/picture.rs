//! A picture: its size, and a fingerprint that stays near while it is scaled or packed anew, and differs where it shows
//! something else.
//!
//! The fingerprint is the sign of the 128 lowest frequencies (discrete cosine transform of 32 × 32 cells of brightness)
//! against their median, as in pHash (Zauner, 2010), once over white and once over black: a logo is often white or black
//! on nothing, and on one of the two it would not be seen.

use std::io::Cursor;
use std::sync::LazyLock;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use serde::{Deserialize, Serialize};

use crate::digest::Digest;

mod drawing;
mod small;

pub use small::MOST as MOST_SMALL;

/// The most memory that unpacking may take, bytes, with what the decoders need besides: 13 million pixels of an ordinary
/// JPEG, 10 million of a PNG that can be seen through. What would take more is not read.
const MEMORY: u64 = 40 * 1024 * 1024;
/// The most memory that is given to what stands before a picture's pixels, as a colour profile does, bytes.
const BEFORE: u64 = 4 * 1024 * 1024;
/// Cells in a row and in a column.
const SIDE: usize = 32;
/// Frequencies in the fingerprint.
const BITS: usize = 128;
/// A picture whose brightness differs by less than this, of 255, shows nothing.
const FLAT: f32 = 12.0;

/// The fingerprint of what a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Print {
    white: u128,
    black: u128,
}

impl Print {
    /// Up to this distance two pictures show the same.
    pub const NEAR: u32 = 14;
    /// From this distance on they show something else.
    pub const FAR: u32 = 30;

    /// In how many of 128 frequencies two pictures differ; of unlike ones about 64.
    pub fn distance(self, other: Self) -> u32 {
        (self.white ^ other.white).count_ones().max((self.black ^ other.black).count_ones())
    }

    /// Whether two pictures show the same.
    pub fn near(self, other: Self) -> bool {
        self.distance(other) <= Self::NEAR
    }

    /// As the store keeps it: 32 bytes.
    pub fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&self.white.to_be_bytes());
        bytes[16..].copy_from_slice(&self.black.to_be_bytes());
        bytes
    }

    /// From the store; none where it is not 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (white, black) = bytes.split_at_checked(16)?;
        Some(Self {
            white: u128::from_be_bytes(white.try_into().ok()?),
            black: u128::from_be_bytes(black.try_into().ok()?),
        })
    }
}

/// What is known of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Pixels; of a drawing, its own units.
    pub width: u32,
    /// Pixels; of a drawing, its own units.
    pub height: u32,
    /// What it shows; none where it is of one colour, or can't be drawn and is known by its digest alone.
    pub print: Option<Print>,
    /// It is of one colour.
    pub flat: bool,
    /// It is a picture or a drawing by its bytes, and is broken, or too large or too intricate to be read: nobody here knows what
    /// it shows.
    pub unread: bool,
}

impl Picture {
    /// Reads a PNG, JPEG, GIF (its first picture), WebP or SVG. None where it is none of these. What is damaged, or would take more
    /// than 40 MiB to unpack, is known by its digest alone.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        Self::read_shown(bytes, false).map(|(picture, _)| picture)
    }

    /// The same, and where it is wanted what it shows as a small PNG of our own: at most 280 × 200, at most [`MOST_SMALL`] bytes.
    pub fn read_shown(bytes: &[u8], shown: bool) -> Option<(Self, Option<Vec<u8>>)> {
        let digest = Digest::of(bytes);
        let formats = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
        let guessed = image::guess_format(bytes).ok().filter(|format| formats.contains(format));
        let Some(format) = guessed else {
            let drawing = drawing::read(bytes)?;
            let picture = Self {
                digest,
                width: drawing.width,
                height: drawing.height,
                print: drawing.cells.as_ref().and_then(Cells::print),
                flat: drawing.cells.as_ref().is_some_and(Cells::is_flat),
                unread: drawing.cells.is_none(),
            };
            let drawn = drawing.drawn.filter(|_| shown);
            return Some((picture, drawn.and_then(|(width, height, rgba)| small::of_pixels(width, height, rgba))));
        };
        let Some(decoded) = unpacked(bytes, format) else {
            return Some((Self { digest, width: 0, height: 0, print: None, flat: false, unread: true }, None));
        };
        let cells = Cells::of(&decoded);
        let (width, height) = (decoded.width(), decoded.height());
        let picture = Self { digest, width, height, print: cells.print(), flat: cells.is_flat(), unread: false };
        Some((picture, shown.then(|| small::small(&decoded)).flatten()))
    }
}

/// Unpacks a picture; none where it is damaged, or would take more than [`MEMORY`] altogether.
fn unpacked(bytes: &[u8], format: ImageFormat) -> Option<DynamicImage> {
    let limits = |most| {
        let mut limits = Limits::default();
        limits.max_alloc = Some(most);
        limits
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits(BEFORE));
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // What the decoders hold besides what they give: of a lossless WebP its pixels once more, of a GIF its colours' numbers,
    // of a progressive JPEG two bytes for each coefficient until the last scan.
    let besides = match format {
        ImageFormat::WebP => 4,
        ImageFormat::Gif => 1,
        ImageFormat::Jpeg if is_progressive(bytes) => 6,
        _ => 0,
    };
    if pixels == 0 || decoder.total_bytes().saturating_add(pixels.saturating_mul(besides)) > MEMORY {
        return None;
    }
    decoder.set_limits(limits(MEMORY)).ok()?;
    DynamicImage::from_decoder(decoder).ok()
}

/// Whether a JPEG comes in several scans, all of which are held until the last: its frame says so (ITU-T T.81, B.1.1.3).
fn is_progressive(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, after @ ..] = rest {
        match (marker, after) {
            (0xc2 | 0xc6 | 0xca | 0xce, _) => return true,
            // Another frame, or the first scan without one.
            (0xc0 | 0xc1 | 0xda, _) => return false,
            (0xff, _) => rest = &rest[1..],
            (_, [high, low, ..]) => {
                rest = after.get(usize::from(u16::from_be_bytes([*high, *low]))..).unwrap_or_default();
            }
            _ => return false,
        }
    }
    // Whatever stands where a marker should: the dearer is taken for true.
    true
}

/// Brightness by cell, 0 to 255.
struct Cells {
    white: [f32; SIDE * SIDE],
    black: [f32; SIDE * SIDE],
}

impl Cells {
    fn of(picture: &DynamicImage) -> Self {
        match picture {
            DynamicImage::ImageRgb8(rgb) => {
                Self::from_pixels(rgb.width(), rgb.height(), rgb.as_raw().as_chunks().0, |[r, g, b]| [*r, *g, *b, 255])
            }
            DynamicImage::ImageLuma8(grey) => {
                Self::from_pixels(grey.width(), grey.height(), grey.as_raw().as_chunks().0, |[l]| [*l, *l, *l, 255])
            }
            DynamicImage::ImageRgba8(rgba) => {
                Self::from_pixels(rgba.width(), rgba.height(), rgba.as_raw().as_chunks().0, |pixel| *pixel)
            }
            DynamicImage::ImageLumaA8(grey) => {
                Self::from_pixels(grey.width(), grey.height(), grey.as_raw().as_chunks().0, |[l, a]| [*l, *l, *l, *a])
            }
            // Two bytes a channel, of which the first is enough. Nothing is copied: it may be as large as is allowed at all.
            DynamicImage::ImageRgba16(rgba) => {
                Self::from_pixels(rgba.width(), rgba.height(), rgba.as_raw().as_chunks().0, |pixel: &[u16; 4]| {
                    pixel.map(|channel| (channel >> 8) as u8)
                })
            }
            DynamicImage::ImageRgb16(rgb) => {
                Self::from_pixels(rgb.width(), rgb.height(), rgb.as_raw().as_chunks().0, |[r, g, b]: &[u16; 3]| {
                    [(r >> 8) as u8, (g >> 8) as u8, (b >> 8) as u8, 255]
                })
            }
            other => {
                let rgba = other.to_rgba8();
                Self::from_pixels(rgba.width(), rgba.height(), rgba.as_raw().as_chunks().0, |pixel| *pixel)
            }
        }
    }

    /// The mean of each cell. A picture smaller than the cells fills several with one pixel.
    fn from_pixels<P>(width: u32, height: u32, pixels: &[P], rgba: impl Fn(&P) -> [u8; 4]) -> Self {
        let (width, height) = (width as usize, height as usize);
        let mut cells = Self { white: [0.0; SIDE * SIDE], black: [0.0; SIDE * SIDE] };
        for row in 0..SIDE {
            let rows = span(row, height);
            for column in 0..SIDE {
                let columns = span(column, width);
                let (mut light, mut through, mut count) = (0_u64, 0_u64, 0_u64);
                for y in rows.clone() {
                    let line = pixels.get(y * width + columns.start..y * width + columns.end).unwrap_or(&[]);
                    for pixel in line {
                        let [r, g, b, a] = rgba(pixel).map(u64::from);
                        light += (r * 299 + g * 587 + b * 114) * a;
                        through += 255 - a;
                        count += 1;
                    }
                }
                let count = count.max(1) as f32;
                let black = light as f32 / (255_000.0 * count);
                cells.black[row * SIDE + column] = black;
                cells.white[row * SIDE + column] = black + through as f32 / count;
            }
        }
        cells
    }

    fn is_flat(&self) -> bool {
        [&self.white, &self.black].into_iter().all(|cells| range(cells) < FLAT)
    }

    fn print(&self) -> Option<Print> {
        (!self.is_flat()).then(|| Print { white: frequencies(&self.white), black: frequencies(&self.black) })
    }
}

/// The pixels of one cell along one side.
fn span(cell: usize, of: usize) -> std::ops::Range<usize> {
    let start = cell * of / SIDE;
    start..((cell + 1) * of / SIDE).max(start + 1)
}

fn range(cells: &[f32]) -> f32 {
    let (least, most) = cells.iter().fold((f32::MAX, f32::MIN), |(least, most), v| (least.min(*v), most.max(*v)));
    most - least
}

static COSINES: LazyLock<[[f32; SIDE]; SIDE]> = LazyLock::new(|| {
    std::array::from_fn(|frequency| {
        std::array::from_fn(|at| (std::f32::consts::PI / SIDE as f32 * (at as f32 + 0.5) * frequency as f32).cos())
    })
});

/// The lowest frequencies against their median, a bit each. Of a flat side (white on white) all bits are 0.
fn frequencies(cells: &[f32; SIDE * SIDE]) -> u128 {
    if range(cells) < FLAT {
        return 0;
    }
    let mut rows = [[0.0_f32; SIDE]; SIDE];
    for (row, out) in cells.chunks_exact(SIDE).zip(&mut rows) {
        for (value, cosines) in out.iter_mut().zip(COSINES.iter()) {
            *value = row.iter().zip(cosines).map(|(cell, cosine)| cell * cosine).sum();
        }
    }
    // By rising frequency, both directions together; the mean brightness (0, 0) says nothing of what is shown.
    let mut all = Vec::with_capacity(BITS);
    'all: for sum in 1..SIDE {
        for v in 0..=sum {
            let u = sum - v;
            all.push(rows.iter().zip(&COSINES[v]).map(|(row, cosine)| row[u] * cosine).sum::<f32>());
            if all.len() == BITS {
                break 'all;
            }
        }
    }
    let mut sorted = all.clone();
    sorted.sort_by(f32::total_cmp);
    let median = sorted[BITS / 2];
    all.iter().enumerate().fold(0, |bits, (at, value)| bits | u128::from(*value > median) << at)
}
