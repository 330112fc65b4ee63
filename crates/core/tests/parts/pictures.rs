//! What pictures show.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Cursor;
use std::sync::Mutex;

use frontwatch_core::parts::{Facts, KnownFrom, KnownPicture, MOST_SMALL, PartKind, Picture, Print};
use frontwatch_core::verdict::Verdict;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use crate::common::front;
use crate::site::Site;

/// A logo as a drawing: the outlet's, or somebody else's.
pub(crate) fn logo(other: bool) -> Vec<u8> {
    let inside = if other {
        "<circle cx='100' cy='30' r='26' fill='#080'/><path d='M20 50 L60 8 L90 50 Z' fill='#000'/>"
    } else {
        "<rect x='4' y='8' width='60' height='44' fill='#123'/><rect x='80' y='20' width='100' height='8' fill='#123'/>\
         <rect x='80' y='36' width='70' height='6' fill='#123'/>"
    };
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'>{inside}</svg>").into_bytes()
}

/// Something like a photograph: soft shapes of its own for each number.
pub(crate) fn photo(number: u32) -> RgbImage {
    scaled(number, 1)
}

/// The same in other pixels.
fn scaled(number: u32, times: u32) -> RgbImage {
    let mut state = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / 16_777_216.0
    };
    let blobs: Vec<[f32; 5]> = (0..24)
        .map(|_| [random() * 96.0, random() * 64.0, 4.0 + random() * 22.0, random() * 220.0 - 110.0, random()])
        .collect();
    RgbImage::from_fn(96 * times, 64 * times, |x, y| {
        let light: f32 = blobs
            .iter()
            .map(|[at_x, at_y, size, light, _]| {
                let far = ((x as f32 / times as f32 - at_x).powi(2) + (y as f32 / times as f32 - at_y).powi(2))
                    / (size * size);
                light * (-far).exp()
            })
            .sum();
        let grain = ((x * 7 + y * 13) % 5) as f32;
        let l = (128.0 + light + grain).clamp(0.0, 255.0);
        Rgb([l as u8, (l * 0.9) as u8, (l * 0.7) as u8])
    })
}

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).unwrap();
    bytes
}

/// The same for a number whenever it is asked for; drawing them takes most of the time of these tests.
pub(crate) fn photograph(number: u32) -> Vec<u8> {
    static DRAWN: Mutex<BTreeMap<u32, Vec<u8>>> = Mutex::new(BTreeMap::new());
    DRAWN.lock().unwrap().entry(number).or_insert_with(|| jpeg(&photo(number), 80)).clone()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn print(bytes: &[u8]) -> Print {
    Picture::read(bytes).unwrap().print.unwrap()
}

#[test]
fn a_fingerprint_stays_near_while_a_picture_is_scaled_or_packed_anew() {
    let mut most = 0;
    for number in 0..12 {
        let original = scaled(number, 3);
        let of = print(&jpeg(&original, 80));
        let whole = DynamicImage::ImageRgb8(original.clone());
        let half = whole.resize_exact(150, 100, image::imageops::FilterType::Triangle);
        let wide = whole.resize_exact(640, 360, image::imageops::FilterType::CatmullRom);
        let lighter = whole.brighten(18);
        for (how, bytes) in [
            ("jpeg 40", jpeg(&original, 40)),
            ("png", encoded(&whole, ImageFormat::Png)),
            ("webp", encoded(&whole, ImageFormat::WebP)),
            ("half", jpeg(&half.to_rgb8(), 70)),
            ("wide", jpeg(&wide.to_rgb8(), 70)),
            ("lighter", jpeg(&lighter.to_rgb8(), 80)),
            ("gif", encoded(&whole, ImageFormat::Gif)),
        ] {
            let distance = of.distance(print(&bytes));
            assert!(distance <= Print::NEAR, "{number} {how}: {distance}");
            most = most.max(distance);
        }
    }
    println!("the most: {most}");
}

#[test]
fn pictures_of_other_things_are_far() {
    let prints: Vec<Print> = (0..60).map(|number| print(&photograph(number))).collect();
    let mut least = u32::MAX;
    for (at, one) in prints.iter().enumerate() {
        for other in &prints[at + 1..] {
            least = least.min(one.distance(*other));
        }
    }
    println!("the least: {least}");
    assert!(least >= Print::FAR, "{least}");
}

#[test]
fn a_logo_on_nothing_is_seen_whatever_its_colour() {
    let drawn = |colour: [u8; 3], second: bool| {
        let picture = RgbaImage::from_fn(200, 60, |x, y| {
            let inside =
                if second { (x / 20 + y / 15) % 2 == 0 } else { (20..80).contains(&x) && (10..50).contains(&y) };
            if inside { Rgba([colour[0], colour[1], colour[2], 255]) } else { Rgba([0, 0, 0, 0]) }
        });
        encoded(&DynamicImage::ImageRgba8(picture), ImageFormat::Png)
    };
    for colour in [[0, 0, 0], [255, 255, 255], [128, 128, 128], [200, 20, 20]] {
        let (one, other) = (print(&drawn(colour, false)), print(&drawn(colour, true)));
        assert!(one.distance(other) >= Print::FAR, "{colour:?}: {}", one.distance(other));
    }
    let nothing = encoded(&DynamicImage::ImageRgba8(RgbaImage::new(20, 20)), ImageFormat::Png);
    let nothing = Picture::read(&nothing).unwrap();
    assert!(nothing.flat && nothing.print.is_none());
}

#[test]
fn a_logo_that_shows_something_else_under_its_address_is_an_alarm() {
    let near = String::from_utf8(logo(false)).unwrap().replace("#123", "#154");
    let season = near.replace("</svg>", "<circle cx='190' cy='8' r='5' fill='#c00'/></svg>");
    let blank = b"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'></svg>".to_vec();
    let raster = encoded(&DynamicImage::ImageRgb8(photo(77)), ImageFormat::Png);
    let table = [
        (logo(true), Verdict::Alarm, "picture.repainted"),
        (raster, Verdict::Alarm, "picture.repainted"),
        (near.into_bytes(), Verdict::Normal, ""),
        (season.into_bytes(), Verdict::Normal, ""),
        (blank, Verdict::Suspect, "picture.repainted"),
        (b"<html>404</html>".to_vec(), Verdict::Normal, ""),
    ];
    for (bytes, verdict, kind) in table {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        let mut site = Site::learned();
        site.put("/img/logo.svg", bytes);
        let (said, kinds) = site.judge(&front(5));
        assert_eq!(said, verdict, "{kinds:?} {shown}");
        assert!(
            kind.is_empty() == kinds.is_empty() && kinds.iter().all(|said| said.starts_with(kind)),
            "{kinds:?} {shown}"
        );
    }
}

#[test]
fn a_logo_that_was_approved_is_the_logo() {
    let mut site = Site::learned();
    site.put("/img/logo.svg", logo(true));
    assert_eq!(site.judge(&front(6)).0, Verdict::Alarm);
    let judged = site.watch.judge(&front(6));
    site.watch.baseline.approve(&judged, crate::common::at(6));
    assert_eq!(site.judge(&front(7)).0, Verdict::Normal);
    site.put("/img/logo.svg", logo(false));
    assert_eq!(site.judge(&front(7)).0, Verdict::Normal, "and so is the one before it");
}

#[test]
fn another_logo_at_another_address_adds_to_what_the_page_says() {
    let alone = |moved: bool| {
        let mut site = Site::learned();
        site.put("/uploads/mark.svg", logo(!moved));
        site.judge(&front(5).replace("/img/logo.svg", "/uploads/mark.svg"))
    };
    let (replaced, kinds) = alone(false);
    assert_eq!(replaced, Verdict::Alarm, "{kinds:?}");
    let (moved, kinds) = alone(true);
    assert!(moved != Verdict::Alarm, "{kinds:?}");
}

#[test]
fn pictures_that_differed_and_now_show_the_same_are_an_alarm() {
    let mut site = Site::learned();
    let before = std::mem::replace(&mut site.files, Box::new(|_| None));
    site.files = Box::new(move |part| {
        if part.kind == PartKind::Picture { Some(jpeg(&photo(4242), 70 + (part.key % 20) as u8)) } else { before(part) }
    });
    let (verdict, kinds) = site.judge(&front(5));
    assert_eq!(verdict, Verdict::Alarm, "{kinds:?}");
    assert!(kinds[0].starts_with("picture.same"), "{kinds:?}");
}

#[test]
fn a_known_picture_is_an_alarm_wherever_it_stands_and_from_the_first_look() {
    let known = |from| KnownPicture { from, print: print(&jpeg(&photo(99), 90)) };
    let file = || known(KnownFrom::File("banner.png".to_owned()));
    let outlet = || known(KnownFrom::Outlet("Harbour".to_owned()));
    for (pictures, kind) in [(vec![file()], "picture.unwanted"), (vec![outlet()], "picture.elsewhere"), (vec![], "")] {
        for mut site in [Site::learned(), Site::new()] {
            let newest = "/img/18.jpg";
            site.put(newest, jpeg(&photo(99), 55));
            site.watch.pictures = pictures.clone();
            let (verdict, kinds) = site.judge(&front(5));
            assert_eq!(verdict == Verdict::Alarm, !kind.is_empty(), "{kinds:?}");
            assert!(kinds.iter().any(|said| said.starts_with(kind)) || kind.is_empty(), "{kinds:?}");
        }
    }
}

#[test]
fn what_was_normal_long_before_or_was_approved_is_nobodys_attack() {
    let mut site = Site::learned();
    let listed = |bytes: &[u8]| vec![KnownPicture { from: KnownFrom::File("x".into()), print: print(bytes) }];
    site.watch.pictures = listed(&logo(false));
    assert_eq!(site.judge(&front(5)).0, Verdict::Alarm, "for an hour only");
    site.watch.pictures.clear();
    for n in 6..20 {
        site.see(&front(n));
    }
    site.watch.pictures = listed(&logo(false));
    assert_eq!(site.judge(&front(20)).0, Verdict::Normal);

    site.put("/img/33.jpg", jpeg(&photo(99), 55));
    site.watch.pictures = listed(&jpeg(&photo(99), 90));
    assert_eq!(site.judge(&front(20)).0, Verdict::Alarm);
    let judged = site.watch.judge(&front(20));
    site.watch.baseline.approve(&judged, crate::common::at(20));
    assert_eq!(site.judge(&front(20)).0, Verdict::Normal);
}

#[test]
fn only_what_an_intruder_placed_is_kept_of_an_incident() {
    let mut site = Site::learned();
    site.put("/uploads/big.png", jpeg(&photo(500), 80));
    let cover = "<body class=\"front\"><div style=\"position:fixed;inset:0\"><img src=\"/uploads/big.png\"></div>";
    // A story's picture, too, stands where none ever stood; the next outlet may have bought the same one.
    site.put("/img/33.jpg", jpeg(&photo(99), 80));
    let story = "<main class=\"stories\"><section class=\"wide\"><a href=\"/news/33\"><img src=\"/img/33.jpg\" width=\"300\" height=\"200\"><h2>A story</h2></a></section>";
    let page = front(6).replace("<body class=\"front\">", cover).replace("<main class=\"stories\">", story);
    site.watch.parts = site.parts(&page);
    let judged = site.watch.judge(&page);
    assert_eq!(judged.judgement.verdict, Verdict::Alarm);
    let strange = frontwatch_core::detect::strange_pictures(&judged, &site.watch.baseline);
    assert!(strange.len() == 1 && strange[0].near(print(&jpeg(&photo(500), 80))), "{}", strange.len());
}

#[test]
fn bombs_and_riddles_are_not_read() {
    // A PNG header that claims 60,000 × 60,000 pixels.
    let mut bomb = encoded(&DynamicImage::ImageRgb8(photo(1)), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let large = encoded(&DynamicImage::ImageLuma8(image::GrayImage::new(7000, 6000)), ImageFormat::Png);
    let deep = encoded(&DynamicImage::ImageRgba16(image::ImageBuffer::new(2500, 2200)), ImageFormat::Png);
    let wide = encoded(&DynamicImage::ImageRgba8(image::RgbaImage::new(2500, 2200)), ImageFormat::WebP);
    let half = encoded(&DynamicImage::ImageRgb8(photo(1)), ImageFormat::Png);
    for unread in [bomb, large, deep, wide, half[..half.len() / 2].to_vec()] {
        let picture = Picture::read(&unread).unwrap();
        assert!(picture.unread && picture.print.is_none() && !picture.flat, "{picture:?}");
    }
    let deep = encoded(&DynamicImage::ImageRgba16(image::ImageBuffer::new(2000, 2000)), ImageFormat::Png);
    assert!(Picture::read(&deep).is_some_and(|picture| picture.flat && !picture.unread));
    let svg = |inside: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>{inside}</svg>"
        )
    };
    let deep = svg(&format!("{}{}", "<g>".repeat(3000), "</g>".repeat(3000)));
    let mut laughs = String::from("<rect id='a0' width='9' height='9'/>");
    for n in 1..30 {
        write!(laughs, "<g id='a{n}'><use xlink:href='#a{0}'/><use xlink:href='#a{0}'/></g>", n - 1).unwrap();
    }
    let entity =
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>&a;</svg>";
    for text in [deep, svg(&laughs), entity.to_owned()] {
        let picture = Picture::read(text.as_bytes()).unwrap();
        assert!(picture.print.is_none() && !picture.flat, "known by its digest alone");
    }
    // Nothing is loaded for a drawing, from this computer or another.
    let file = std::env::temp_dir().join(format!("frontwatch-{}.png", std::process::id()));
    std::fs::write(&file, encoded(&DynamicImage::ImageRgb8(photo(3)), ImageFormat::Png)).unwrap();
    let loads =
        Picture::read(svg(&format!("<image xlink:href='{}' width='9' height='9'/>", file.display())).as_bytes())
            .unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(loads.flat, "{loads:?}");
}

#[test]
fn a_logo_that_cannot_be_read_any_more_is_said_and_not_taken_for_the_old_one() {
    let mut site = Site::learned();
    let mut enormous = encoded(&DynamicImage::ImageRgb8(photo(1)), ImageFormat::Png);
    enormous[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    site.put("/img/logo.svg", enormous);
    let (verdict, kinds) = site.judge(&front(6));
    assert_eq!(
        (verdict, kinds.first().map(String::as_str)),
        (Verdict::Suspect, Some("picture.unread 0.50")),
        "{kinds:?}"
    );
}

#[test]
fn facts_are_of_the_kind_that_was_asked_for() {
    assert!(matches!(Facts::read(PartKind::Logo, &logo(false)), Some(Facts::Picture(_))));
    assert_eq!(Facts::read(PartKind::Sheet, b"<!DOCTYPE html><title>Not found</title>"), None);
    assert_eq!(Facts::read(PartKind::Script, &vec![b' '; 1024 * 1024 + 1]), None);
}

#[test]
fn what_a_person_is_shown_is_small_and_packed_by_us_alone() {
    let noisy = |width: u32, height: u32| {
        let pixel = |x: u32, y: u32| Rgb([(x * 7 + y * 3) as u8, (x ^ y) as u8, (x * y / 5) as u8]);
        let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, pixel));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        // What a picture can carry along behind its end.
        [bytes.into_inner(), b"<script>alert(1)</script>".to_vec()].concat()
    };
    for (width, height) in [(1, 1), (280, 200), (1280, 720), (60, 2000)] {
        let (_, small) = Picture::read_shown(&noisy(width, height), true).unwrap();
        let small = small.unwrap();
        assert!(small.starts_with(b"\x89PNG") && small.len() <= MOST_SMALL, "{width} × {height}: {}", small.len());
        assert!(!small.windows(7).any(|bytes| bytes == b"<script"), "nothing of the site's own bytes");
        let shown = image::load_from_memory(&small).unwrap();
        assert!(shown.width() <= 280 && shown.height() <= 200, "{width} × {height}");
    }
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'><rect width='90' height='40'/></svg>";
    assert!(Picture::read_shown(svg, true).unwrap().1.unwrap().starts_with(b"\x89PNG"), "a drawing is drawn");
    assert!(Picture::read_shown(svg, false).unwrap().1.is_none(), "none that nobody wants");
    assert!(Picture::read_shown(b"<html>", true).is_none());
}
