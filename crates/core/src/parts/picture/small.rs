//! A picture made safe to be shown to a person: unpacked within the same limits as for its fingerprint, made small, and packed
//! anew as a PNG by us. Nothing of the site's bytes is left but what they show.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbaImage};

/// The longest sides, pixels.
const WIDTH: u32 = 280;
/// See [`WIDTH`].
const HEIGHT: u32 = 200;
/// The most bytes of what is kept.
pub const MOST: usize = 256 * 1024;

/// The small picture; none where it can't be packed, or not within [`MOST`].
pub(super) fn small(picture: &DynamicImage) -> Option<Vec<u8>> {
    let fits = picture.width() <= WIDTH && picture.height() <= HEIGHT;
    let small = if fits { picture.to_rgba8() } else { picture.thumbnail(WIDTH, HEIGHT).to_rgba8() };
    packed(small)
}

/// The same of what was drawn, as it stands in memory.
pub(super) fn of_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Option<Vec<u8>> {
    packed(RgbaImage::from_raw(width, height, rgba)?)
}

fn packed(picture: RgbaImage) -> Option<Vec<u8>> {
    let picture = DynamicImage::ImageRgba8(picture);
    // One that can be seen through needs its fourth channel; of others it is a quarter for nothing.
    let opaque = picture.as_rgba8().is_some_and(|rgba| rgba.pixels().all(|pixel| pixel.0[3] == 255));
    let picture = if opaque { DynamicImage::ImageRgb8(picture.to_rgb8()) } else { picture };
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner()).filter(|png| png.len() <= MOST)
}
