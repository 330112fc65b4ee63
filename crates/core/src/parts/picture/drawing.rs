//! Logos that are drawings (SVG): drawn small, with nothing loaded and no text set. One that could be made to take long is
//! not drawn, and is known by its digest alone.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::Cells;

mod work;

/// The largest drawing, bytes.
const LARGEST: usize = 256 * 1024;
/// The deepest nesting.
const DEEPEST: usize = 48;
/// The most elements that draw others again: each may multiply the work.
const REPEATS: usize = 8;
/// The most elements.
const ELEMENTS: usize = 5_000;
/// The longer side of what is drawn, pixels.
const DRAWN: f32 = 128.0;

/// A drawing.
pub(super) struct Drawing {
    pub(super) width: u32,
    pub(super) height: u32,
    /// None where it is not drawn: it is broken, or could be made to take long.
    pub(super) cells: Option<Cells>,
    /// What was drawn: width, height and RGBA.
    pub(super) drawn: Option<(u32, u32, Vec<u8>)>,
}

/// Reads a drawing; none where the bytes are none.
pub(super) fn read(bytes: &[u8]) -> Option<Drawing> {
    let text = std::str::from_utf8(bytes).ok()?;
    if !text.get(..text.len().min(4096)).unwrap_or(text).contains("<svg") && !text.contains("<svg") {
        return None;
    }
    let undrawn = Drawing { width: 0, height: 0, cells: None, drawn: None };
    if !is_simple(text) {
        return Some(undrawn);
    }
    let nothing =
        || ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options { image_href_resolver: nothing(), resources_dir: None, ..Options::default() };
    let reading = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, reading);
    let Ok(document) = document else { return Some(undrawn) };
    if !work::is_bounded(&document) {
        return Some(undrawn);
    }
    let Ok(tree) = Tree::from_xmltree(&document, &options) else {
        return Some(undrawn);
    };
    let size = tree.size();
    let scale = DRAWN / size.width().max(size.height());
    let pixels = |length: f32| ((length * scale).round() as u32).clamp(1, DRAWN as u32);
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let Some(mut canvas) = Pixmap::new(width, height) else {
        return Some(undrawn);
    };
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let cells = Cells::from_pixels(width, height, canvas.pixels(), |pixel| {
        let plain = pixel.demultiply();
        [plain.red(), plain.green(), plain.blue(), plain.alpha()]
    });
    let plain = canvas.pixels().iter().map(PremultipliedColorU8::demultiply);
    let rgba = plain.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    let drawn = Some((width, height, rgba));
    Some(Drawing { width: size.width() as u32, height: size.height() as u32, cells: Some(cells), drawn })
}

/// Whether it is small enough to be looked at at all: few elements, not deep, and few that draw others again. How much is then
/// drawn is for [`work`].
fn is_simple(text: &str) -> bool {
    if text.len() > LARGEST || text.contains("<!ENTITY") {
        return false;
    }
    let count = |word: &str| memchr::memmem::find_iter(text.as_bytes(), word).take(ELEMENTS).count();
    let again =
        ["<use", "<mask", "<pattern", "<marker", "<filter", "<fe", "<image", "<clipPath", "<switch", "<foreign"];
    // Prefixed names too.
    let prefixed = [":use", ":mask", ":pattern", ":marker", ":filter", ":fe", ":image", ":clipPath"];
    let repeats: usize = again.iter().chain(&prefixed).map(|word| count(word)).sum();
    let (mut depth, mut elements) = (0_usize, 0_usize);
    let bytes = text.as_bytes();
    for at in memchr::memchr_iter(b'<', bytes) {
        match bytes.get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!' | b'?') | None => {}
            Some(_) => {
                elements += 1;
                let end = memchr::memchr(b'>', &bytes[at..]).map_or(bytes.len(), |end| at + end);
                if end.checked_sub(1).and_then(|before| bytes.get(before)) != Some(&b'/') {
                    depth += 1;
                }
                if depth > DEEPEST {
                    return false;
                }
            }
        }
    }
    repeats <= REPEATS && elements <= ELEMENTS
}
