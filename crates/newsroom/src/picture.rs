//! Small generated pictures: a logo that is an outlet's own, pictures for stories, and those that intruders upload.
//!
//! All of it is arithmetic on coordinates, from a seed, so that a picture is the same whenever it is asked for and no
//! picture of anything real is needed.

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Motif {
    /// An outlet's mark: coloured blocks, 160 by 40.
    Logo,
    /// A soft field of two colours with a horizon, 120 by 80.
    Story,
    /// A dark field with a bright ring of eight points, 480 by 320.
    Cover,
    /// The same ring in the size of a logo.
    Mark,
    /// Blocks of two colours in a pattern of its own, 480 by 320.
    Banner,
    /// The same in the size of a logo.
    Badge,
}

impl Motif {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Logo | Self::Mark | Self::Badge => (160, 40),
            Self::Story => (120, 80),
            Self::Cover | Self::Banner => (480, 320),
        }
    }
}

/// The motif as a PNG, drawn from `seed`.
pub(crate) fn png(motif: Motif, seed: u64) -> Vec<u8> {
    let (width, height) = motif.size();
    let mut chance = fastrand::Rng::with_seed(seed);
    let colours = [colour(&mut chance), colour(&mut chance), colour(&mut chance)];
    let blocks = chance.u32(..);
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            pixels.extend_from_slice(&match motif {
                Motif::Logo => logo(x, y, blocks, colours),
                Motif::Story => story(x, y, width, height, blocks, colours),
                Motif::Cover | Motif::Mark => cover(x, y, width, height, colours[0]),
                Motif::Banner | Motif::Badge => banner(x, y, width, height, blocks, colours),
            });
        }
    }
    encoded(width, height, &pixels)
}

fn logo(x: u32, y: u32, blocks: u32, [ink, accent, _]: [[u8; 3]; 3]) -> [u8; 3] {
    let (column, row) = (x / 10, y / 10);
    if x < 40 && (column + row) % 2 == blocks % 2 {
        accent
    } else if x >= 50 && (1..3).contains(&row) && blocks >> ((column * 2 + row) % 32) & 1 == 1 {
        ink
    } else {
        [255, 255, 255]
    }
}

fn story(x: u32, y: u32, width: u32, height: u32, blocks: u32, [sky, ground, thing]: [[u8; 3]; 3]) -> [u8; 3] {
    let horizon = height / 3 + blocks % (height / 3);
    let (left, top) = ((blocks >> 8) % (width / 2), horizon - (blocks >> 16) % (height / 4));
    let in_thing = (left..left + width / 4).contains(&x) && (top..horizon + height / 6).contains(&y);
    let base = if in_thing {
        thing
    } else if y < horizon {
        sky
    } else {
        ground
    };
    base.map(|part| part.saturating_add((y * 40 / height) as u8))
}

fn cover(x: u32, y: u32, width: u32, height: u32, glow: [u8; 3]) -> [u8; 3] {
    let (dx, dy) = (f64::from(x) - f64::from(width) / 2.0, f64::from(y) - f64::from(height) / 2.0);
    let (radius, angle) = (dx.hypot(dy) / f64::from(height), dy.atan2(dx));
    let ring = 0.34 + 0.05 * (angle * 8.0).cos();
    let light = (1.0 - (radius - ring).abs() * 14.0).max(0.0);
    glow.map(|part| 8 + (f64::from(part) * light * 0.95) as u8)
}

/// Eight columns by four rows, each block bright or dark.
fn banner(x: u32, y: u32, width: u32, height: u32, blocks: u32, [one, other, _]: [[u8; 3]; 3]) -> [u8; 3] {
    let (column, row) = (x * 8 / width, y * 4 / height);
    if blocks >> (row * 8 + column) & 1 == 1 { one.map(|part| 255 - part / 4) } else { other.map(|part| part / 4) }
}

/// Neither black nor white.
fn colour(chance: &mut fastrand::Rng) -> [u8; 3] {
    [chance.u8(40..210), chance.u8(40..210), chance.u8(40..210)]
}

#[expect(clippy::expect_used, reason = "the size and the number of bytes agree, and a vector takes all of them")]
fn encoded(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels)).expect("a picture in memory");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_can_be_read_and_is_the_same_again() {
        for motif in [Motif::Logo, Motif::Story, Motif::Cover, Motif::Mark, Motif::Banner, Motif::Badge] {
            for seed in 0..4 {
                let bytes = png(motif, seed);
                let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
                assert_eq!((reader.info().width, reader.info().height), motif.size());
                assert_eq!(bytes, png(motif, seed));
                assert_ne!(bytes, png(motif, seed + 1), "{motif:?} {seed}");
                assert!(bytes.len() < 64 * 1024, "{motif:?}: {} bytes", bytes.len());
            }
        }
    }
}
