//! What reading the parts of a page costs: once for each version of a part, never for one that is unchanged.
//! `cargo bench -p frontwatch-core --bench parts`

use std::io::Cursor;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use frontwatch_core::parts::{Facts, PartKind};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

fn main() {
    divan::main();
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |x: u32, y: u32| (x * 255 / width) as u8 ^ (y * 255 / height) as u8 ^ ((x * y) >> 9) as u8 & 31;
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x, y), shade(y % width, x % height), 90]));
    let mut bytes = Vec::new();
    // Writing into memory does not fail; a picture that is none would show as no facts below.
    let _ = DynamicImage::ImageRgb8(picture).write_to(&mut Cursor::new(&mut bytes), format);
    bytes
}

fn read(bencher: Bencher<'_, '_>, kind: PartKind, bytes: &[u8]) {
    assert!(Facts::read(kind, bytes).is_some(), "{} bytes are read", bytes.len());
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| Facts::read(kind, black_box(bytes)));
}

#[divan::bench]
fn photograph_1200_by_800(bencher: Bencher<'_, '_>) {
    read(bencher, PartKind::Picture, &picture(1200, 800, ImageFormat::Jpeg));
}

#[divan::bench]
fn photograph_of_13_million_pixels(bencher: Bencher<'_, '_>) {
    let flat =
        DynamicImage::ImageRgb8(RgbImage::from_fn(4400, 3000, |x, y| Rgb([(x / 600 * 30) as u8, (y / 600) as u8, 9])));
    let mut bytes = Vec::new();
    let _ = flat.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg);
    read(bencher, PartKind::Picture, &bytes);
}

#[divan::bench]
fn logo_320_by_80_png(bencher: Bencher<'_, '_>) {
    read(bencher, PartKind::Logo, &picture(320, 80, ImageFormat::Png));
}

#[divan::bench]
fn logo_svg(bencher: Bencher<'_, '_>) {
    let shapes =
        "<path d='M4 8 C20 2 40 60 64 52 L90 20 Z' fill='#123'/><rect x='80' y='20' width='90' height='8'/>".repeat(20);
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'>{shapes}</svg>");
    read(bencher, PartKind::Logo, svg.as_bytes());
}

#[divan::bench]
fn style_sheet_200_kb(bencher: Bencher<'_, '_>) {
    let rules = ".card .title{margin:0;padding:1rem;color:#333;font:1rem/1.4 serif}.card.open>.menu{display:none}";
    read(bencher, PartKind::Sheet, rules.repeat(2000).as_bytes());
}

#[divan::bench]
fn script_300_kb(bencher: Bencher<'_, '_>) {
    let line =
        |n: u32| format!("function f{n}(a,b){{return a.map(function(x){{return x*{n}+b}}).join('{}')}}\n", n * 7 % 991);
    read(bencher, PartKind::Script, (0..4400).map(line).collect::<String>().as_bytes());
}
