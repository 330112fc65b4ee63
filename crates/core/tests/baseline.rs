//! What is learned, what is never learned, and that it does not grow without bound.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of pages, put together as text; a test may panic"
)]

mod common;

use common::{HOST, Watch, at, feed, front};
use frontwatch_core::baseline::{Baseline, Learned};
use frontwatch_core::detect::Judged;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use jiff::{SignedDuration, Timestamp};

const COVER: &str = "<div style=\"position:fixed;inset:0\"><img src=\"/uploads/x.jpg\"></div>";

fn covered(n: usize) -> String {
    front(n).replacen("<body class=\"front\">", &format!("<body class=\"front\">{COVER}"), 1)
}

/// A page with a change that is suspect and no more: a visible frame of a stranger among the stories.
fn framed(n: usize) -> String {
    front(n).replacen("</article>", "</article><div class=\"map\"><iframe src=\"https://maps.stranger.example/m\" width=600 height=400></iframe></div>", 1)
}

fn learn(watch: &mut Watch, page: &str, when: Timestamp) -> (Judged, Learned) {
    let judged = watch.judge(page);
    let learned = watch.baseline.learn(&judged, when);
    (judged, learned)
}

#[test]
fn three_looks_are_learned_before_anything_is_judged() {
    let mut watch = Watch::new(WatchKind::Homepage);
    for n in 0..3 {
        assert_eq!(watch.see(&front(0)).judgement.verdict, Verdict::Learning, "look {n}");
    }
    assert_eq!(watch.see(&front(0)).judgement.verdict, Verdict::Normal);
}

#[test]
fn alarms_and_what_could_not_be_seen_are_never_learned() {
    let mut watch = Watch::learned(WatchKind::Homepage, front, 5);
    let before = watch.baseline.encode();
    for hour in 0..50_i32 {
        let when = at(5) + SignedDuration::from_hours(1) * hour;
        let (judged, learned) = learn(&mut watch, &covered(5), when);
        assert_eq!((judged.judgement.verdict, learned), (Verdict::Alarm, Learned::Nothing));
        let refused = watch.judge_with("<title>403 Forbidden</title>", 403, &Headers::default(), HOST);
        assert_eq!(watch.baseline.learn(&refused, when), Learned::Nothing);
    }
    assert_eq!(watch.baseline.encode(), before);
}

#[test]
fn a_soft_suspect_is_learned_when_its_cause_has_stood_for_half_an_hour() {
    let mut watch = Watch::learned(WatchKind::Homepage, front, 5);
    let began = at(5);
    for (minutes, verdict, material) in [
        (0, Verdict::Suspect, false),
        (29, Verdict::Suspect, false),
        (31, Verdict::Suspect, true),
        (41, Verdict::Normal, false),
    ] {
        let (judged, learned) = learn(&mut watch, &framed(5), began + SignedDuration::from_mins(minutes));
        assert_eq!(judged.judgement.verdict, verdict, "{minutes}: {:?}", judged.judgement.signals);
        assert_eq!(matches!(learned, Learned::Material(_)), material, "{minutes}: {learned:?}");
    }
}

#[test]
fn one_look_however_late_is_no_standing_cause() {
    let mut watch = Watch::learned(WatchKind::Homepage, front, 5);
    let began = at(5);
    learn(&mut watch, &framed(5), began);
    learn(&mut watch, &front(5), began + SignedDuration::from_mins(10));
    let (_, learned) = learn(&mut watch, &framed(6), began + SignedDuration::from_hours(2));
    assert_eq!(learned, Learned::Nothing, "what went away in between begins anew");
}

#[test]
fn what_was_approved_is_normal_and_a_further_attack_is_not() {
    let mut watch = Watch::learned(WatchKind::Homepage, front, 5);
    let judged = watch.judge(&covered(5));
    assert_eq!(judged.judgement.verdict, Verdict::Alarm);
    let version = watch.baseline.version();
    watch.baseline.approve(&judged, at(5));
    assert!(watch.baseline.version() > version);
    let again = watch.judge(&covered(6));
    assert_eq!(again.judgement.verdict, Verdict::Normal, "{:?}", again.judgement.signals);
    let further = covered(6).replace("</body>", "<script src=\"https://evil.example/x.js\"></script></body>");
    assert_eq!(watch.judge(&further).judgement.verdict, Verdict::Alarm);
    let other = covered(6).replace("/uploads/x.jpg", "/uploads/x.jpg\"><h1>Hacked by nobody</h1><img src=\"y.jpg");
    assert_eq!(watch.judge(&other).judgement.verdict, Verdict::Alarm);
}

#[test]
fn two_layouts_that_take_turns_are_both_normal() {
    let other = |n: usize| {
        front(n)
            .replace("class=\"card\"", "class=\"tile\"")
            .replace("<main class=\"stories\">", "<main class=\"mosaic\"><div class=\"lead\"><div class=\"inner\">")
            .replace("class=\"thumb\"", "class=\"cut\"")
    };
    let mut watch = Watch::new(WatchKind::Homepage);
    for n in 0..6 {
        watch.see(&if n % 2 == 0 { front(n) } else { other(n) });
    }
    for n in 6..20 {
        let judged = watch.see(&if n % 2 == 0 { front(n) } else { other(n) });
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{n}: {:?}", judged.judgement.signals);
    }
}

#[test]
fn is_kept_in_a_blob_and_read_back() {
    for (kind, page) in [(WatchKind::Homepage, front as fn(usize) -> String), (WatchKind::Feed, feed)] {
        let watch = Watch::learned(kind, page, 6);
        let blob = watch.baseline.encode();
        assert_eq!(Baseline::decode(Baseline::FORMAT, &blob).unwrap(), watch.baseline);
        assert!(Baseline::decode(Baseline::FORMAT + 1, &blob).is_err());
        assert!(Baseline::decode(Baseline::FORMAT, &blob[..blob.len() / 2]).is_err());
    }
}

#[test]
fn stays_small_however_long_it_learns() {
    let mut watch = Watch::new(WatchKind::Homepage);
    let noisy = |n: usize| {
        let blocks: String = (0..300).map(|m| format!("<div class=\"a{}x b{}\"><a href=\"//h{n}x{m}.example/{m}\">story {n} {m}</a><script>var v{n}w{m}x='{m}'</script></div>", letters(n * 300 + m), letters(m))).collect();
        front(n).replace("</main>", &format!("{blocks}</main>"))
    };
    for n in 0..60 {
        watch.see(&noisy(n));
    }
    let size = watch.baseline.encode().len();
    assert!(size < 400_000, "{size} bytes");
}

fn letters(mut n: usize) -> String {
    let mut text = String::new();
    while n > 0 {
        text.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
    }
    text
}

#[test]
fn says_what_differs_between_two_versions() {
    use frontwatch_core::text::Arg;
    let mut watch = Watch::learned(WatchKind::Homepage, front, 6);
    let earlier = watch.baseline.clone();
    assert_eq!(earlier.compare(&earlier), []);
    let widget = |n| front(n).replace("</body>", "<script src=\"https://widgets.example.net/w.js\"></script></body>");
    for n in 6..9 {
        let judged = watch.judge(&widget(n));
        watch.baseline.approve(&judged, common::at(n));
    }
    let differences = earlier.compare(&watch.baseline);
    let looks = differences.iter().find(|it| it.after.as_ref().is_some_and(|it| it.id == "baseline-looks")).unwrap();
    let counted = |message: &Option<frontwatch_core::text::Message>| message.as_ref().unwrap().args["looks"].clone();
    assert_eq!((counted(&looks.before), counted(&looks.after)), (Arg::Number(6.0), Arg::Number(9.0)));
    let hosts: Vec<_> = differences
        .iter()
        .filter_map(|it| it.after.as_ref().filter(|it| it.id == "baseline-host").map(|after| (&it.before, after)))
        .collect();
    assert!(
        matches!(hosts[..], [(None, host)] if host.args["host"] == Arg::Foreign("example.net".to_owned())),
        "{hosts:?}"
    );
    let back = watch.baseline.compare(&earlier);
    assert!(back.iter().any(|it| it.after.is_none() && it.before.as_ref().is_some_and(|it| it.id == "baseline-host")));
}

#[test]
fn a_person_knows_a_page_again_by_its_first_look() {
    assert_eq!(Baseline::default().portrait(), []);
    let watch = Watch::learned(WatchKind::Homepage, front, 1);
    let ids: Vec<String> = watch.baseline.portrait().into_iter().map(|message| message.id).collect();
    assert_eq!(ids[..2], ["baseline-title", "portrait-counts"]);
    assert!(ids[2..].iter().all(|id| id == "baseline-host") || ids[2..] == ["portrait-alone"], "{ids:?}");
}

#[test]
fn says_what_is_normal() {
    assert_eq!(Baseline::default().describe()[0].id, "baseline-empty");
    let watch = Watch::learned(WatchKind::Homepage, front, 6);
    let said = watch.baseline.describe();
    let never = said.iter().find(|message| message.id == "baseline-never-changes").unwrap();
    assert_eq!(never.args["logos"], frontwatch_core::text::Arg::Number(1.0));
    assert!(watch.baseline.confidence() > 0.2 && watch.baseline.confidence() < 0.9);
    let mut still = Watch::new(WatchKind::Homepage);
    for _ in 0..6 {
        still.see(&front(0));
    }
    assert!(still.baseline.confidence() < watch.baseline.confidence(), "looks at the same contents teach little");
}

#[test]
fn says_how_well_a_page_is_known_and_when_it_will_be() {
    assert_eq!(Baseline::default().sharpness(), None);
    let mut watch = Watch::learned(WatchKind::Homepage, front, 6);
    let young = watch.baseline.sharpness().unwrap();
    assert!(young.share > 0.2 && young.share < 1.0, "{young:?}");
    let promised = young.well_at.unwrap();
    assert!(promised > watch.baseline.last().unwrap(), "{young:?}");
    let mut n = 6;
    while watch.baseline.last().unwrap() < promised {
        let judged = watch.judge(&front(n));
        watch.baseline.approve(&judged, common::at(n));
        n += 1;
    }
    let well = watch.baseline.sharpness().unwrap();
    assert!(well.share > 0.98, "what was promised came about: {well:?}");

    let mut still = Watch::new(WatchKind::Homepage);
    for _ in 0..6 {
        still.see(&front(0));
    }
    let still = still.baseline.sharpness().unwrap();
    assert!(still.share < 0.5 && still.well_at.is_none(), "a page that does not change is never known well: {still:?}");
}
