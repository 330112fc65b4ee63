//! A part of the page is gone while the rest stands; or far more is there than ever was.

use crate::common::{Watch, by, front};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use frontwatch_core::watch::WatchKind;

/// The page without what stands between two marks, wherever they do.
fn without(page: &str, begin: &str, end: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(begin) {
        out.push_str(before);
        rest = after.split_once(end).map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[test]
fn a_part_that_is_gone_alarms_and_a_quiet_day_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("no pictures", by(|page| without(page, "<img", ">")), Alarm("collapse.pictures")),
            (
                "no masthead and no foot",
                by(|page| without(&without(page, "<header", "</header>"), "<footer", "</footer>")),
                Alarm("collapse.links"),
            ),
            ("no headlines", by(|page| without(page, "<h2>", "</h2>")), Alarm("collapse.headings")),
            (
                "pages of words behind its end",
                by(|page| format!("{page}<div>{}</div>", "Remember this day, all of you who read. ".repeat(80))),
                Alarm("grown.text"),
            ),
            (
                "something behind its end",
                by(|page| format!("{page}<div><p>Remember this day, all of you</p></div>")),
                Alarm("grown.end"),
            ),
            (
                "a third of the stories less",
                by(|page| {
                    page.split("<article")
                        .enumerate()
                        .filter(|(at, _)| at % 3 != 1)
                        .map(|(at, part)| if at == 0 { part.to_owned() } else { format!("<article{part}") })
                        .collect()
                }),
                NoAlarm,
            ),
            (
                "two stories less",
                by(|page| {
                    page.split("<article")
                        .enumerate()
                        .filter(|(at, _)| *at != 2 && *at != 3)
                        .map(|(at, part)| if at == 0 { part.to_owned() } else { format!("<article{part}") })
                        .collect()
                }),
                Normal,
            ),
            (
                "the stories without their pictures",
                by(|page| page.replace("<img class=\"thumb\"", "<i class=\"thumb\"")),
                Alarm("collapse.pictures"),
            ),
        ],
    );
}

/// A page with scripts of its own and of known companies.
fn busy(n: usize) -> String {
    let more: String = ["ads", "poll", "player", "share", "log"]
        .map(|name| format!("<script src=\"/js/{name}.js\"></script>"))
        .concat();
    front(n).replace("</head>", &format!("{more}</head>"))
}

#[test]
fn a_page_that_loads_nothing_any_more_alarms() {
    let watch = Watch::learned(WatchKind::Homepage, busy, 9);
    hold(
        &watch,
        &busy(9),
        vec![
            ("no scripts", by(|page| without(page, "<script", "</script>")), Alarm("collapse.scripts")),
            (
                "only what the page itself needs",
                by(|page| without(page, "<script src=\"/js", "</script>")),
                Alarm("collapse.scripts"),
            ),
            ("no poll today", by(|page| page.replace("<script src=\"/js/poll.js\"></script>", "")), Normal),
        ],
    );
}

/// The same with places that are filled by chance, each with a script in a file and one that calls it.
fn sold(n: usize) -> String {
    let ads: String = (0..6 + n % 6)
        .map(|at| format!("<script src=\"/ads/{at}.js\"></script><script>ads.push({{line:{}}})</script>", n + at))
        .collect();
    busy(n).replace("</body>", &format!("{ads}</body>"))
}

/// A page with few scripts, some of them by turns.
fn sparse(n: usize) -> String {
    let more: String = (0..2 + n % 4).map(|at| format!("<script src=\"/ads/{at}.js\"></script>")).collect();
    front(n).replace("</head>", &format!("{more}</head>"))
}

#[test]
fn few_scripts_that_come_by_turns_are_missed_when_all_are_gone() {
    let watch = Watch::learned(WatchKind::Homepage, sparse, 9);
    hold(
        &watch,
        &sparse(9),
        vec![("no scripts", by(|page| without(page, "<script", "</script>")), Alarm("collapse.scripts"))],
    );
}

#[test]
fn advertising_that_stays_away_once_does_not() {
    let watch = Watch::learned(WatchKind::Homepage, sold, 9);
    hold(
        &watch,
        &sold(9),
        vec![
            ("none is shown", by(|page| without(page, "<script src=\"/ads", "})</script>")), Normal),
            ("no scripts", by(|page| without(page, "<script", "</script>")), Alarm("collapse.scripts")),
        ],
    );
}
