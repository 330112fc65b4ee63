//! Words of HTML and CSS that the page was never written with.

use crate::common::{head, swap, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;

#[test]
fn words_that_take_hold_of_the_page_alarm_and_typesetting_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a policy that forbids the page everything",
                head("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"),
                Alarm("markup.new"),
            ),
            ("a page turned around", head("<style>html{transform:rotate(180deg)}</style>"), Alarm("markup.new")),
            ("all the rest is no markup any more", top("<xmp>"), Alarm("markup.new")),
            (
                "a form's button that leads to a stranger",
                swap(
                    "<input name=\"q\">",
                    "<input name=\"q\"><button formaction=\"https://collect.example/\">Go</button>",
                ),
                Alarm("markup.new"),
            ),
            ("words that run", top("<marquee>Remember this day</marquee>"), Alarm("markup.new")),
            ("a map laid over a picture", swap("<h2>", "<map name=m><area href=/x></map><h2>"), Suspect("markup.new")),
            ("a rule and bold words in a story", swap("</article>", "<hr><b>More</b> <i>soon</i></article>"), Normal),
            (
                "a list and a quotation",
                swap("</p></article>", "</p><blockquote cite=/x><ul><li>One</ul></blockquote></article>"),
                Normal,
            ),
            (
                "a table of results",
                swap("</p></article>", "</p><table border=1><tr><th>A<td align=right>1</table></article>"),
                Normal,
            ),
            (
                "names that frameworks make up",
                swap("<article ", "<article data-id=7 aria-label=story v-cloak ng-if=x "),
                Normal,
            ),
            (
                "an element of the outlet's own",
                swap("</article>", "<share-bar network=all></share-bar></article>"),
                Normal,
            ),
            (
                "addresses to write and to call",
                swap("</footer>", "<a href=\"mailto:a@outlet.example\">@</a> <a href=\"tel:+1\">1</a></footer>"),
                Normal,
            ),
            (
                "a drawing",
                swap("</nav>", "</nav><svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9\" fill=none /></svg>"),
                NoAlarm,
            ),
        ],
    );
}
