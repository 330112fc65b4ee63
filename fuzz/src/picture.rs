//! A picture has bounded sides, and what a person is shown of it is a small picture of our own that reads as itself.

use std::io::Cursor;

use frontwatch_core::parts::{MOST_SMALL, Picture, Print};
use image::ImageFormat;

/// Reads bytes as a picture.
pub fn holds(bytes: &[u8]) {
    let read = Picture::read_shown(bytes, true);
    assert_eq!(read.as_ref().map(|(picture, _)| *picture), Picture::read(bytes), "it depends on who looks");
    let Some((picture, small)) = read else { return };
    // A pixel takes a byte at least, and 40 MiB are given to all of them.
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    assert!(pixels <= 40 * 1024 * 1024 || small.is_none() || is_drawing(bytes), "{pixels} pixels");
    if let Some(print) = picture.print {
        assert!(!picture.flat, "of one colour, and yet it shows something");
        assert_eq!(Print::from_bytes(&print.to_bytes()), Some(print));
        assert_eq!(print.distance(print), 0);
    }
    let Some(small) = small else { return };
    assert!(small.len() <= MOST_SMALL);
    let shown = image::load_from_memory_with_format(&small, ImageFormat::Png).expect("a picture of our own");
    assert!(shown.width() <= 280 && shown.height() <= 200, "{} × {}", shown.width(), shown.height());
    let again = Picture::read_shown(&small, true).expect("a picture of our own");
    // What was small already was only packed anew: it shows the same, to the last bit.
    if (shown.width(), shown.height()) == (picture.width, picture.height) && !is_drawing(bytes) && is_plain(bytes) {
        assert_eq!((again.0.print, again.0.flat), (picture.print, picture.flat));
    }
    assert_eq!(again.1.as_deref(), Some(small.as_slice()), "made small twice, it is another");
}

fn is_drawing(bytes: &[u8]) -> bool {
    image::guess_format(bytes).is_err()
}

/// A picture of eight bits a channel: packing others anew rounds them.
fn is_plain(bytes: &[u8]) -> bool {
    let decoded = image::ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let color = decoded.ok().and_then(|reader| reader.decode().ok()).map(|picture| picture.color());
    color.is_some_and(|color| color.bits_per_pixel() == u16::from(color.channel_count()) * 8)
}
