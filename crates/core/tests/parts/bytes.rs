//! Whatever the bytes: reading ends, without a panic, within its bounds.

use frontwatch_core::parts::{Facts, PartKind};
use proptest::prelude::*;

const KINDS: [PartKind; 4] = [PartKind::Sheet, PartKind::Script, PartKind::Logo, PartKind::Picture];

fn read(bytes: &[u8]) {
    for kind in KINDS {
        match Facts::read(kind, bytes) {
            Some(Facts::Sheet(sheet)) => {
                assert!(sheet.rules().len() <= 1200 && sheet.imports.len() <= 10 && sheet.backgrounds.len() <= 4);
            }
            Some(Facts::Script(script)) => {
                assert!(script.pieces.len() <= bytes.len() * 3 / 512 + 1, "{}", script.pieces.len());
                assert!(script.aims.len() <= 40 && script.hosts.len() <= 40);
            }
            Some(Facts::Picture(picture)) => assert!(!(picture.flat && picture.print.is_some())),
            None => {}
        }
    }
}

/// Something that begins like a file of some format and goes on anyhow.
fn like_a_file() -> impl Strategy<Value = Vec<u8>> {
    let photo = crate::pictures::photograph(1);
    let logo = crate::pictures::logo(false);
    let sheet = b".a{position:fixed;inset:0}@media x{body::after{content:\"words of it\"}} @import url(//a.example/x);"
        .to_vec();
    let script = b"eval(atob('x'));s.src='https://a.example/'".to_vec();
    let gif = b"GIF89a\x05\x00\x05\x00\x80\x00\x00".to_vec();
    let webp = b"RIFF\x40\x00\x00\x00WEBPVP8L".to_vec();
    let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".to_vec();
    let files = prop::sample::select(vec![photo, logo, sheet, script, gif, webp, png]);
    (
        files,
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        prop::collection::vec(any::<u8>(), 0..300),
    )
        .prop_map(|(mut file, changes, tail)| {
            for (at, byte) in changes {
                let at = at.index(file.len());
                file[at] = byte;
            }
            file.extend(tail);
            file
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        read(&bytes);
    }

    #[test]
    fn bytes_like_a_file(bytes in like_a_file()) {
        read(&bytes);
    }

    #[test]
    fn any_style_sheet(css in "([.#]?[a-c]{1,2}|\\{|\\}|;|,|@media |@import |body|:before|content:'words words'|position:fixed|inset:0|display:none|url\\(|\\)|/\\*|\\*/|é| ){0,60}") {
        read(css.as_bytes());
    }

    #[test]
    fn any_drawing(inside in "(<g>|</g>|<rect width='9' height='9'/>|<use href='#a'/>|<path d='M1 1 L9 9'/>|<mask id='a'>|</mask>|<|>|&#x41;|'| ){0,40}") {
        read(format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>").as_bytes());
    }
}

#[test]
fn the_longest_part_takes_a_moment() {
    let rules = ".a .b.c,body.d::before{position:fixed;inset:0;content:\"words of it\"}".repeat(5_000);
    let code = "function a(b){return eval(atob(b))};x.src='https://a.example/';".repeat(5_000);
    for (kind, text) in [
        (PartKind::Sheet, rules),
        (PartKind::Script, code),
        (PartKind::Sheet, "{".repeat(1 << 18)),
        (PartKind::Sheet, "a,".repeat(1 << 17)),
        (PartKind::Script, "/".repeat(1 << 18)),
    ] {
        let began = std::time::Instant::now();
        Facts::read(kind, text.as_bytes());
        let took = began.elapsed();
        println!("{kind:?}: {took:?}");
        assert!(took.as_secs() < 20, "{kind:?}: {took:?}");
    }
}
