//! The page falls short of its own history.

use crate::common::{by, front, swap_all};
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use crate::{front_page, headlines};

/// The page without what stands from one mark to another, with something in its place.
fn cut(page: &str, from: &str, to: &str, with: &str) -> String {
    let (start, rest) = page.split_once(from).unwrap();
    let (_, end) = rest.split_once(to).unwrap();
    format!("{start}{with}{end}")
}

/// The front page with only so many of its stories.
fn stories(page: &str, many: usize) -> String {
    let (start, rest) = page.split_once("<article").unwrap();
    let (cards, end) = rest.split_once("</main>").unwrap();
    let kept: String = cards.split("<article").take(many).map(|card| format!("<article{card}")).collect();
    format!("{start}{kept}</main>{end}")
}

#[test]
fn a_wiped_page_alarms_and_a_short_day_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "most of the page wiped",
                by(|page| cut(page, "<nav>", "</footer>", "<p>nothing here any more</p>")),
                Alarm("collapse.page"),
            ),
            (
                "navigation and stories wiped, the footer left",
                by(|page| cut(page, "<nav>", "</main>", "<p>We will speak of this another time</p>")),
                Alarm("collapse.page"),
            ),
            (
                "an empty body under the page's own head",
                by(|page| format!("{}<body class=\"front\"></body></html>", page.split_once("<body").unwrap().0)),
                Alarm("collapse.page"),
            ),
            ("the headlines emptied", by(|page| headlines(page, |_, _| String::new())), Alarm("lost.headings")),
            ("ten stories instead of fourteen, at night", by(|page| stories(page, 10)), Normal),
            ("eight stories, at the weekend", by(|page| stories(page, 8)), NoAlarm),
            ("headlines one level lower", by(|page| page.replace("<h2>", "<h3>").replace("</h2>", "</h3>")), Normal),
            (
                "the stories without their first words",
                by(|page| {
                    let mut parts = page.split("<p>");
                    let mut out = parts.next().unwrap_or_default().to_owned();
                    for part in parts {
                        match part.split_once("</p></article>") {
                            Some((_, rest)) => out.push_str(&format!("</article>{rest}")),
                            None => out.push_str(&format!("<p>{part}")),
                        }
                    }
                    out
                }),
                NoAlarm,
            ),
            (
                "the pictures not shown, to save data",
                swap_all("<img class=\"thumb\"", "<img class=\"thumb\" hidden"),
                NoAlarm,
            ),
            (
                "twice as many stories",
                by(|_| {
                    front(9).replace(
                        "</main>",
                        &format!(
                            "{}</main>",
                            front(40)
                                .split_once("<main class=\"stories\">")
                                .unwrap()
                                .1
                                .split_once("</main>")
                                .unwrap()
                                .0
                        ),
                    )
                }),
                Normal,
            ),
        ],
    );
}
