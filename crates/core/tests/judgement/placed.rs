//! Words that stand where none ever stood, and lead nowhere; and words that are hidden from readers.

use crate::common::{by, swap, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

#[test]
fn a_message_above_the_page_alarms_and_an_announcement_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("words above the page", top("<p>The truth will come to light soon</p>"), Alarm("text.placed")),
            (
                "words above the page, right to left",
                top("<div dir=rtl>الحقيقة ستظهر قريبا للجميع</div>"),
                Alarm("text.placed"),
            ),
            (
                "words that run across the page",
                top("<marquee>The truth will come to light soon</marquee>"),
                Alarm("text.placed"),
            ),
            (
                "a message with a button beside it",
                top("<div>The truth will come to light soon, all of you</div><button>OK</button>"),
                Alarm("text.placed"),
            ),
            (
                "a message in a class that styles call hidden",
                top("<div class=\"sr-only\">The truth will come to light soon, all of you</div>"),
                Alarm("text.placed"),
            ),
            (
                "a message after all else",
                tail("<p>The truth will come to light soon, all of you</p>"),
                Alarm("text.added"),
            ),
            (
                "a notice on cookies after all else",
                tail("<div><p>We use cookies to improve this site.</p><button>Accept</button></div>"),
                Normal,
            ),
            ("exchange rates in the masthead", swap("</nav>", "</nav><p>USD 1.7012 EUR 1.8421</p>"), Normal),
            ("a way past the navigation", top("<a href=\"#main\">Skip to the main stories</a>"), Normal),
            (
                "hidden words for robots",
                by(|page| {
                    let words = "cheap watches and pills ".repeat(30);
                    page.replace(
                        "</footer>",
                        &format!("<div style=\"height:0;overflow:hidden\">{words}</div></footer>"),
                    )
                }),
                Alarm("text.buried"),
            ),
            (
                "a breaking-news box",
                top("<div class=\"breaking\"><a href=\"/live\">Breaking: bridge closed, live</a></div>"),
                Normal,
            ),
            (
                "breaking news with its label before the link",
                top("<div class=\"breaking\"><strong>Breaking news</strong> <a href=\"/live\">Bridge closed</a></div>"),
                Normal,
            ),
            (
                "a note with a link above the page",
                top("<div class=note>Our offices are closed today. <a href=\"/closed\">More</a></div>"),
                Normal,
            ),
            ("a new section", swap("</ul></nav>", "<li><a href=\"/elections\">elections</a></li></ul></nav>"), Normal),
            ("the weather in the masthead", swap("</nav>", "</nav><p class=weather>+7</p>"), Normal),
            (
                "words of mourning within the masthead",
                swap("</nav>", "</nav><p class=mourning>Today is a day of mourning for the whole country</p>"),
                NoAlarm,
            ),
            (
                "a summary that is not shown yet",
                by(|page| {
                    page.replacen(
                        "</article>",
                        &format!("<div hidden>{}</div></article>", "More of this story. ".repeat(10)),
                        1,
                    )
                }),
                NoAlarm,
            ),
        ],
    );
}
