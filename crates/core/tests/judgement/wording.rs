//! A defacer's claim, by where it stands.

use crate::common::{Watch, article, by, head, swap, swap_all, tail, top};
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;
use crate::{front_page, headlines};
use frontwatch_core::watch::WatchKind;

#[test]
fn a_claim_alarms_and_a_story_about_one_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a claim in the title",
                swap("<title>Outlet Daily - news of the day", "<title>H4cked  by Gh0st"),
                Alarm("wording.title"),
            ),
            (
                "a claim beside the outlet's name",
                swap("<title>Outlet Daily - news of the day", "<title>Outlet Daily hacked by Gh0st"),
                Alarm("wording.title"),
            ),
            ("a claim above the page", top("<h1>Sayt hack olundu!</h1>"), Alarm("wording.heading")),
            ("a claim above the page, in Russian", top("<h2>Сайт взломан группой</h2>"), Alarm("wording.heading")),
            ("a claim above the page, in Arabic", top("<h1>تم اختراق الموقع</h1>"), Alarm("wording.heading")),
            ("a claim above the page, in Persian", top("<h1>این سایت هک شد</h1>"), Alarm("wording.heading")),
            ("a claim above the page, in Turkish", top("<h1>Siteniz ele geçirildi</h1>"), Alarm("wording.heading")),
            (
                "a claim in plain text above the page",
                top("<b>p w n e d</b> <b>Pwned by nobody</b>"),
                Alarm("wording.text"),
            ),
            (
                "a claim with letters that nobody sees between",
                top("<h1>Hac\u{200b}ked b\u{200b}y nobody</h1>"),
                Alarm("wording.heading"),
            ),
            ("a story about a hack", swap("<h2>", "<h2>Ministry site hacked by unknown group: </h2><h2>"), Normal),
            (
                "a day full of such stories",
                by(|page| {
                    headlines(page, |at, headline| match at {
                        0 => "Bank hacked by a gang, says police".to_owned(),
                        2 => "We were hacked by amateurs: the minister".to_owned(),
                        5 => "Sites defaced by strangers are back".to_owned(),
                        7 => "How a school got hacked".to_owned(),
                        _ => headline.to_owned(),
                    })
                }),
                Normal,
            ),
            (
                "the words of such a story under its headline",
                swap("was the talk of the day", "was hacked by a group that nobody knows"),
                Normal,
            ),
            (
                "a quotation as a heading of its own",
                swap("</main>", "<h3>We got hacked: an inside story</h3></main>"),
                NoAlarm,
            ),
            (
                "the description for search engines",
                head("<meta name=description content=\"Who was hacked by whom\">"),
                Normal,
            ),
            ("a comment in the source", tail("<!-- hacked by nobody -->"), Normal),
            (
                "a poll",
                swap(
                    "</main>",
                    "<div class=poll>Has your account ever been hacked? <a href=/poll>Vote</a></div></main>",
                ),
                NoAlarm,
            ),
            ("an ordinary word like it", swap_all("market", "landowned by farmers"), Normal),
        ],
    );
}

#[test]
fn a_published_story_about_a_hack_stays_what_it_is() {
    let watch = Watch::learned(WatchKind::Article, article, 5);
    hold(
        &watch,
        &article(5),
        vec![
            (
                "another story's headline in the list beside it",
                swap("</aside>", "<a href=\"/news/99\">Ministry site hacked by unknown group</a></aside>"),
                Normal,
            ),
            ("a claim in its title", swap("<title>", "<title>Hacked by nobody - "), Alarm("wording.title")),
            (
                "its text replaced by a claim",
                by(|page| {
                    let (start, rest) = page.split_once("<article>").unwrap();
                    let (_, end) = rest.split_once("</article>").unwrap();
                    format!("{start}<article><h1>Hacked by nobody</h1></article>{end}")
                }),
                Alarm("wording.heading"),
            ),
        ],
    );
}
