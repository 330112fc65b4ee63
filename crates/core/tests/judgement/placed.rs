//! Words that stand where none ever stood, and lead nowhere; and words that are hidden from readers.

use crate::common::{by, swap, tail, told, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::{agrees, hold};

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
                "a message that is a button",
                top("<button>The truth will come to light soon, and all of you will have to read it</button>"),
                Alarm("text.placed"),
            ),
            (
                "a message that is a link to nowhere",
                top("<a href=\"#\">The truth will come to light soon, and all of you will have to read it</a>"),
                Alarm("text.placed"),
            ),
            (
                "a message of which each word stands by itself",
                top("<p>The</p><p>truth</p><p>will</p><p>come</p><p>to</p><p>light</p>"),
                Alarm("text.placed"),
            ),
            ("two short labels", top("<p>Baku</p><p>Today</p>"), Normal),
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

#[test]
fn words_that_a_style_shows_again_are_a_message_and_words_that_none_shows_are_not() {
    let (watch, page) = front_page();
    let words = "The truth will come to light soon, all of you";
    for shown in [
        format!("<p style=\"opacity:0;opacity:1\">{words}</p>"),
        format!("<div style=\"visibility:hidden\"><p style=\"visibility:visible\">{words}</p></div>"),
        format!("<div style=\"font-size:0\"><p style=\"font-size:40px\">{words}</p></div>"),
        format!("<div style=\"font-size:0;font:40px serif\">{words}</div>"),
        format!("<div style=\"text-indent:-9999px\"><p style=\"text-indent:0\">{words}</p></div>"),
        format!("<div style=\"color:transparent;background:none\"><p style=\"color:red\">{words}</p></div>"),
        format!("<div style=\"color:transparent;background:none;text-shadow:0 0 red\">{words}</div>"),
        format!("<div style=\"margin-left:-600px;padding-left:600px\">{words}</div>"),
        format!("<div style=\"position:absolute;left:-600px;width:3000px\">{words}</div>"),
        format!("<div style=\"height:0;overflow:hidden;padding-top:30vh\">{words}</div>"),
        // Words that are hidden behind it do not hide it.
        format!("<div>{words}<span hidden></div>"),
    ] {
        let judged = watch.judge(&page.replacen("<header", &format!("{shown}<header"), 1));
        assert!(agrees(&judged, Alarm("text.placed")), "{shown}: {}", told(&judged));
    }
    for unseen in [
        format!("<div style=\"opacity:1;opacity:0\">{words}</div>"),
        format!("<div style=\"visibility:hidden\"><p style=\"visibility:inherit\">{words}</p></div>"),
        format!("<div style=\"display:none\"><p style=\"visibility:visible;display:block\">{words}</p></div>"),
        format!("<div style=\"font-size:0\"><p style=\"font-size:2em\">{words}</p></div>"),
        format!("<div style=\"opacity:1%\">{words}</div>"),
        format!("<div style=\"zoom:.001\">{words}</div>"),
    ] {
        let judged = watch.judge(&page.replacen("<header", &format!("{unseen}<header"), 1));
        assert!(agrees(&judged, Normal), "{unseen}: {}", told(&judged));
    }
}

#[test]
fn what_the_next_tag_ends_hides_nothing_after_it() {
    let (watch, page) = front_page();
    let words = "The truth will come to light soon, all of you";
    for shown in [
        format!("<p hidden>x<div>{words}</div>"),
        format!("<p hidden><b>x<section>{words}</section>"),
        format!("<table hidden><div>{words}</div></table>"),
        format!("<table hidden><tr><p>{words}</p></table>"),
        format!("<table hidden>{words}</table>"),
        format!("<table hidden><tr><table><tr><td>{words}</table>"),
        format!("<table><tr><td hidden><b>x<td>{words}</table>"),
        format!("<ul><li hidden><span>x<li><div>{words}</div></ul>"),
        format!("<table><caption hidden>x<tr><td>{words}</table>"),
        format!("<table><colgroup hidden><tr><td>{words}</table>"),
        format!("<table><form hidden><tr><td>{words}</table>"),
        format!("<div><tr hidden>{words}</div>"),
        format!("<svg hidden><p>{words}</p></svg>"),
        format!("<svg style=\"display:none\"><g><div>{words}</div></svg>"),
        format!("<form hidden><form></form><div>{words}</div>"),
        format!("<h2 hidden>x</h3><div>{words}</div>"),
        format!("<h2 hidden>x<h3></h3><div>{words}</div>"),
        format!("<a href=\"/x\" hidden><a></a><div>{words}</div>"),
        format!("<a href=\"/x\" hidden><div><a name=x></a>{words}</div>"),
    ] {
        let judged = watch.judge(&page.replacen("<header", &format!("{shown}<header"), 1));
        assert!(agrees(&judged, Alarm("text.placed")), "{shown}: {}", told(&judged));
    }
    for unseen in [
        format!("<div hidden><p>x<div>{words}</div></div>"),
        format!("<table hidden><tr><td><div>{words}</div></table>"),
        format!("<div hidden><table><div>{words}</div></table></div>"),
        format!("<svg hidden><foreignObject><p>{words}</p></foreignObject></svg>"),
        format!("<form hidden><div>{words}</div></form>"),
    ] {
        let judged = watch.judge(&page.replacen("<header", &format!("{unseen}<header"), 1));
        assert!(agrees(&judged, NoAlarm), "{unseen}: {}", told(&judged));
    }
}
