//! A title that is another one altogether, or that carries markup.

use crate::common::{head, swap};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

const TITLE: &str = "<title>Outlet Daily - news of the day";

#[test]
fn another_title_alarms_and_the_outlets_own_words_do_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("a title that names nobody", swap(TITLE, "<title>Remember this"), Alarm("title.replaced")),
            (
                "a message in another language",
                swap(TITLE, "<title>Hər kəs bunu yadda saxlasın"),
                Alarm("title.replaced"),
            ),
            (
                "a script in the title",
                swap("</title>", "<script src=//evil.example/j.js></script></title>"),
                Alarm("title.markup"),
            ),
            ("a picture in the title", swap("</title>", "<img src=x onerror=alert(1)></title>"), Alarm("title.markup")),
            (
                "another title where the page is shared",
                head("<meta property=\"og:title\" content=\"Remember this\">"),
                Alarm("title.card"),
            ),
            ("another title of its own", swap(TITLE, "<title>OUTLET: election night"), Normal),
            ("a count before the title", swap(TITLE, "<title>(3) Outlet Daily - news of the day"), Normal),
            ("the day in the title", swap(TITLE, "<title>Outlet Daily | Saturday, 22 February"), Normal),
            ("breaking news after the name", swap(TITLE, "<title>Bridge closed - Outlet Daily"), Normal),
            (
                "no title, from a broken cache",
                swap("<title>Outlet Daily - news of the day</title>", "<title></title>"),
                NoAlarm,
            ),
            (
                "the outlet's name where the page is shared",
                head("<meta property=\"og:title\" content=\"Outlet Daily\">"),
                Normal,
            ),
            (
                "the day's motto of the outlet where it is shared",
                head("<meta property=\"og:title\" content=\"All the news of the day\">"),
                Normal,
            ),
        ],
    );
}
