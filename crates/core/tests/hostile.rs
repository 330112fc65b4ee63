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

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use common::{HOST, Watch, article, at, feed, front, login};
use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::Judged;
use frontwatch_core::extract::{decode, extract, extract_feed, model::PageModel, story};
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

/// How a page comes to harm on its way.
#[derive(Debug, Clone)]
enum Harm {
    /// It ends here.
    Cut(prop::sample::Index),
    /// A stretch of it is gone.
    Gone(prop::sample::Index, usize),
    /// A stretch of it comes twice.
    Twice(prop::sample::Index, usize),
    /// One byte is another.
    Flipped(prop::sample::Index, u8),
    /// Something stands in the middle of it.
    Inserted(prop::sample::Index, &'static str),
}

fn harm() -> impl Strategy<Value = Harm> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        1 => index().prop_map(Harm::Cut),
        2 => (index(), 1..400_usize).prop_map(|(at, many)| Harm::Gone(at, many)),
        2 => (index(), 1..2000_usize).prop_map(|(at, many)| Harm::Twice(at, many)),
        4 => (index(), any::<u8>()).prop_map(|(at, with)| Harm::Flipped(at, with)),
        4 => (index(), prop::sample::select(PIECES)).prop_map(|(at, what)| Harm::Inserted(at, what)),
    ]
}

fn harmed(page: &str, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = page.as_bytes().to_vec();
    for harm in harms {
        if bytes.is_empty() {
            break;
        }
        let end = |at: usize, many: usize| (at + many).min(bytes.len());
        match harm {
            Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Harm::Gone(at, many) => {
                let at = at.index(bytes.len());
                let end = end(at, *many);
                bytes.drain(at..end);
            }
            Harm::Twice(at, many) => {
                let at = at.index(bytes.len());
                let stretch = bytes[at..end(at, *many)].to_vec();
                bytes.splice(at..at, stretch);
            }
            Harm::Flipped(at, with) => {
                let at = at.index(bytes.len());
                bytes[at] = *with;
            }
            Harm::Inserted(at, what) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, what.bytes());
            }
        }
    }
    bytes
}

/// A page of tags in any order, closed or not, with attributes that matter and those that do not.
fn soup() -> impl Strategy<Value = String> {
    const TAGS: &[&str] = &[
        "html", "head", "body", "title", "div", "p", "a", "h1", "h2", "img", "iframe", "script", "style", "form",
        "input", "table", "td", "svg", "template", "noscript", "textarea", "ul", "li", "video", "object", "meta",
        "link", "base", "dialog", "select", "option",
    ];
    const ATTRIBUTES: &[&str] = &[
        "",
        " class=a",
        " class='a1 b2'",
        " id=x",
        " href=/n/1",
        " href=//h.example/",
        " src=/p.png",
        " src=https://h.example/x",
        " hidden",
        " style='position:fixed;inset:0'",
        " style=display:none",
        " type=password",
        " autoplay",
        " rel=stylesheet",
        " dir=rtl",
        " lang=ar",
        " content='0;url=/x'",
        " http-equiv=refresh",
        " onload='top.name'",
        " width=100% height=100%",
        " srcset='/a 1x'",
        " =",
        " a=\"",
    ];
    let tag = (
        prop::sample::select(TAGS),
        prop::sample::select(ATTRIBUTES),
        prop::sample::select(ATTRIBUTES),
        0..4_u8,
        ".{0,12}",
    );
    prop::collection::vec(tag, 0..150).prop_map(|tags| {
        tags.into_iter()
            .map(|(tag, one, other, close, text)| match close {
                0 => format!("</{tag}>{text}"),
                1 => format!("<{tag}{one}{other}>{text}</{tag}>"),
                _ => format!("<{tag}{one}{other}>{text}"),
            })
            .collect()
    })
}

/// The bounds of a page model.
fn bounded(model: &PageModel) {
    assert!(model.title.chars().count() <= 300 && model.card.chars().count() <= 300);
    assert!(model.domains.len() <= 2000 && model.tokens.len() <= 3000 && model.paths.len() <= 4000);
    assert!(model.headings.len() <= 500 && model.blocks.len() <= 3000 && model.links.len() <= 3000);
    assert!(model.images.len() <= 1500 && model.offered.len() <= 1500 && model.sources.len() <= 1500);
    assert!(model.scripts.len() <= 500 && model.covers.len() <= 50 && model.claims.len() <= 81);
}

/// Judges and learns a page as every kind of watch, on nothing and on an ordinary history; says what it must always hold.
fn withstood(text: &str) {
    type Page = fn(usize) -> String;
    let ordinary = [
        (WatchKind::Homepage, front as Page),
        (WatchKind::Feed, feed),
        (WatchKind::Admin, login),
        (WatchKind::Article, article),
    ];
    for (kind, page) in ordinary {
        let mut watch = Watch::new(kind);
        for turn in 0..4 {
            holds(&watch.see(text));
            if turn % 2 == 1 {
                watch.see(&page(turn));
            }
        }
        let mut watch = Watch::learned(kind, page, 4);
        let judged = watch.see(text);
        holds(&judged);
        watch.baseline.approve(&judged, at(watch.looks));
        holds(&watch.see(&page(5)));
        let blob = watch.baseline.encode();
        assert!(blob.len() < 400_000, "{} bytes", blob.len());
        assert_eq!(Baseline::decode(Baseline::FORMAT, &blob).as_ref(), Ok(&watch.baseline));
    }
}

fn holds(judged: &Judged) {
    let judgement = &judged.judgement;
    assert!((0.0..=1.0).contains(&judgement.score), "{}", judgement.score);
    assert!(judgement.signals.iter().all(|signal| (0.0..=1.0).contains(&signal.weight)));
    let quiet = matches!(judgement.verdict, Verdict::Normal | Verdict::Learning);
    assert!(quiet || !judgement.signals.is_empty(), "{:?} without a reason", judgement.verdict);
    bounded(&judged.page);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_page_that_came_to_harm_is_judged_and_learned(harms in prop::collection::vec(harm(), 1..8), kind in 0..4_usize) {
        let page = [front(4), feed(4), login(4), article(4)][kind].clone();
        let bytes = harmed(&page, &harms);
        withstood(&decode(&bytes, &Headers::default()).text);
    }

    #[test]
    fn tags_in_any_order_are_judged_and_learned(page in soup()) {
        withstood(&page);
    }

    #[test]
    fn any_bytes_are_judged_and_learned(body in prop::collection::vec(any::<u8>(), 0..3000)) {
        withstood(&decode(&body, &Headers::default()).text);
    }

    #[test]
    fn no_bytes_are_a_baseline_by_chance_and_none_is_read_beyond_its_end(
        blob in prop::collection::vec(any::<u8>(), 0..600), cut in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>(), with in any::<u8>(),
    ) {
        // What can be read at all can be used: a damaged store must not bring the watch down.
        let mut kept = WATCH.baseline.encode();
        let at = flip.index(kept.len());
        kept[at] = with;
        for blob in [&blob[..], &kept[..cut.index(kept.len())], &kept] {
            if let Ok(baseline) = Baseline::decode(Baseline::FORMAT, blob) {
                let mut watch = Watch { baseline, ..WATCH.clone() };
                holds(&watch.see(&front(7)));
            }
        }
    }
}

static WATCH: LazyLock<Watch> = LazyLock::new(|| Watch::learned(WatchKind::Homepage, front, 6));

/// A page cut short at every hundredth byte of it, as a connection breaks.
#[test]
fn a_page_that_ends_anywhere_is_judged_and_learned() {
    for (kind, page) in [
        (WatchKind::Homepage, front(6)),
        (WatchKind::Feed, feed(6)),
        (WatchKind::Admin, login(6)),
        (WatchKind::Article, article(6)),
    ] {
        for end in (0..page.len()).step_by(100).filter(|end| page.is_char_boundary(*end)) {
            let mut watch = Watch { kind, ..WATCH.clone() };
            holds(&watch.see(&page[..end]));
        }
    }
}

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
        Watch::new(WatchKind::Article).judge(&page);
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
    let table = table.into_iter().chain([
        ("formatting that is never closed", {
            let open: String = (0..400).map(|n| format!("<b a{n}>")).collect();
            format!("{open}{}", "<p>x".repeat(200_000))
        }),
        ("paragraphs", format!("<article>{}</article>", "<p>Words of a story that is very long. ".repeat(60_000))),
        ("tables in tables", "<table><tr><td>".repeat(60_000)),
        ("binary", "\u{0}\u{fffd}<\u{1}>\u{7f}".repeat(400_000)),
        ("ten megabytes of words, two blanks behind each", "word  ".repeat((10 << 20) / 6)),
        ("ten megabytes of words", "word ".repeat(2 << 20)),
        ("ten megabytes without a blank", "w".repeat(10 << 20)),
    ]);
    for (what, page) in table {
        let began = Instant::now();
        let story = story(&page);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(12), "{what}, as a story: {took:?}");
        let kept: usize = story.passages.iter().map(|passage| passage.text().len()).sum();
        assert!(kept <= 60_000 && story.passages.len() <= 400, "{what}: {kept}");
        let began = Instant::now();
        let model = extract(&page, &url, &[]);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(6), "{what}: {took:?}");
        bounded(&model);
        bounded(&extract_feed(&page, &url));
    }
}

#[test]
fn what_covers_the_page_is_told_by_its_first_words() {
    let words = ["x".repeat(90), "ə".repeat(45), String::new()];
    let cover = |words: &str| format!("<div style='position:fixed;inset:0'><p>{words}<p>{}</div>", "y".repeat(300));
    for words in &words {
        let page = extract(&cover(words), &Url::parse(HOST).unwrap(), &[]);
        let texts: Vec<usize> = page.covers.iter().map(|cover| cover.text.chars().count()).collect();
        assert_eq!(texts, [120], "{:?}", page.covers);
    }
    frontwatch_proof::proven!(
        "page",
        "a cover of many words",
        format!("{} pages whose cover says more than 120 characters: the first 120 are evidence", words.len()),
        "nothing"
    );
}

#[test]
fn what_is_ignored_exempts_no_script() {
    let script = "<script src=//evil.example/x.js></script><script>var planted = document.title + 'x';</script>";
    let ignore = [".ad".to_owned()];
    let table = [
        format!("<div class=ad><a href=/a>{script}</a></div>"),
        format!("<a href=/a class=ad>{script}</a>"),
        format!("<div class=ad><h2>{script}</h2><a href=//b.example/>{script}"),
        // Of a page's many links some are not kept.
        format!("{}<a href=/a>{script}</a>", "<a href=/b>b</a>".repeat(4000)),
    ];
    for page in &table {
        let read = |ignore: &[String]| extract(page, &Url::parse(HOST).unwrap(), ignore);
        let (model, plain) = (read(&ignore), read(&[]));
        assert_eq!(model.scripts, plain.scripts);
        assert_eq!(model.sources, plain.sources);
        assert!(model.scripts.iter().all(|script| script.place.wedged), "{:?}", model.scripts);
    }
    frontwatch_proof::proven!(
        "page",
        "a script in a link that is ignored",
        format!("{} pages: it is seen where it stands", table.len()),
        "nothing"
    );
}

#[test]
fn what_is_ignored_exempts_no_heading() {
    let ignore = [".ad".to_owned()];
    let table = [
        "<div class=ad><h1>Hacked by nobody</h1></div>",
        "<h1 class=ad>Hacked by nobody</h1>",
        "<h1><span class=ad>Hacked by</span> nobody</h1>",
        "<h1><a class=ad href=/x>Hacked by nobody</a></h1>",
    ];
    for page in table {
        let read = |ignore: &[String]| extract(page, &Url::parse(HOST).unwrap(), ignore);
        let (model, plain) = (read(&ignore), read(&[]));
        assert_eq!(model.headings, plain.headings, "{page}");
        let claims =
            |model: &PageModel| model.claims.iter().map(|claim| (claim.place, claim.strong)).collect::<Vec<_>>();
        assert_eq!(claims(&model), claims(&plain), "{page}");
        assert!(claims(&model).iter().any(|(_, strong)| *strong), "{page}");
    }
    // Nothing else of the part is read.
    let beside = extract("<p class=ad>Hacked by nobody</p>", &Url::parse(HOST).unwrap(), &ignore);
    assert!(beside.claims.is_empty() && beside.blocks.is_empty());
    frontwatch_proof::proven!(
        "page",
        "a heading in a part that is ignored",
        format!("{} pages: what it claims is read", table.len()),
        "nothing"
    );
}

/// A JSON document of any shape, with the names that pointers have.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        prop::sample::select(&["1e400", "-0.0", "1e-9", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "\"x_admin\""][..])
            .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = prop::sample::select(&["id", "slug", "roles", "", "*", "a/b", "\u{202e}"][..]);
        let member = (name, inner.clone()).prop_map(|(name, value)| format!("\"{name}\":{value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(|all| format!("[{}]", all.join(","))),
            prop::collection::vec(member, 0..6).prop_map(|all| format!("{{{}}}", all.join(","))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Values are read, compared, learned and stored, whatever they are and whatever became of what was stored.
    #[test]
    fn any_json_is_judged_and_learned(
        documents in prop::collection::vec(json(), 1..5), cut in any::<prop::sample::Index>(),
        flip in any::<prop::sample::Index>(), with in any::<u8>(),
    ) {
        let pointers = ["/*/id", "/*/slug", "/*/roles/*", "", "/a~1b", "/*"];
        let mut watch = Watch::new(WatchKind::Admin);
        watch.expect = Some(frontwatch_core::watch::Expect::Json);
        watch.values = pointers.map(str::to_owned).to_vec();
        for document in &documents {
            let judged = watch.see(document);
            holds(&judged);
            watch.baseline.approve(&judged, at(watch.looks));
            prop_assert_ne!(watch.judge(document).judgement.verdict, Verdict::Alarm);
            let end = (0..=cut.index(document.len() + 1)).rev().find(|end| document.is_char_boundary(*end)).unwrap_or(0);
            holds(&watch.judge(&document[..end]));
            let mut blob = watch.baseline.encode();
            let place = flip.index(blob.len());
            blob[place] = with;
            if let Ok(baseline) = Baseline::decode(Baseline::FORMAT, &blob) {
                holds(&Watch { baseline, ..watch.clone() }.judge(document));
            }
        }
    }
}
