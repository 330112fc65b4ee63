//! A picture: its size, and a fingerprint that stays near while it is scaled or packed anew, and differs where it shows
//! something else.
//!
//! The fingerprint is the sign of the 128 lowest frequencies (discrete cosine transform of 32 × 32 cells of brightness)
//! against their median, as in pHash (Zauner, 2010), once over white and once over black: a logo is often white or black
//! on nothing, and on one of the two it would not be seen.

use std::io::Cursor;
use std::sync::LazyLock;

use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use serde::{Deserialize, Serialize};

use crate::digest::Digest;

mod drawing;
mod small;

pub use small::MOST as MOST_SMALL;

/// The most pixels that are unpacked: 16 million. What claims more is not read.
const PIXELS: u64 = 16_000_000;
/// The most memory that unpacking may take, bytes.
const MEMORY: u64 = 160 * 1024 * 1024;
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
}

impl Picture {
    /// Reads a PNG, JPEG, GIF (its first picture), WebP or SVG. None where it is none of these, is damaged, or claims more
    /// than 16 million pixels.
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
            };
            let drawn = drawing.drawn.filter(|_| shown);
            return Some((picture, drawn.and_then(|(width, height, rgba)| small::of_pixels(width, height, rgba))));
        };
        let reader = || ImageReader::with_format(Cursor::new(bytes), format);
        let (width, height) = reader().into_dimensions().ok()?;
        if u64::from(width) * u64::from(height) > PIXELS || width == 0 || height == 0 {
            return None;
        }
        let mut reader = reader();
        let mut limits = Limits::default();
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let decoded = reader.decode().ok()?;
        let cells = Cells::of(&decoded);
        let picture = Self { digest, width, height, print: cells.print(), flat: cells.is_flat() };
        Some((picture, shown.then(|| small::small(&decoded)).flatten()))
    }
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
