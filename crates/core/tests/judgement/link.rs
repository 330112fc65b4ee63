//! Links that lead elsewhere.

use crate::common::{by, swap, swap_all, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

#[test]
fn links_that_lead_astray_alarm_and_a_partners_do_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("all links elsewhere", swap_all("href=\"/", "href=\"https://evil.example/"), Alarm("link.hijacked")),
            (
                "hidden links",
                tail(
                    "<div style=\"position:absolute;left:-9999px\"><a href=https://pills.example>a</a><a href=https://bets.example>b</a></div>",
                ),
                Alarm("link.hidden"),
            ),
            (
                "links where no scripts run",
                tail("<noscript><a href=https://pills.example>a</a><a href=https://bets.example>b</a></noscript>"),
                Alarm("link.hidden"),
            ),
            (
                "a block of links",
                tail(
                    "<a href=https://pills.example/a>cheap</a> <a href=https://bets.example/b>win</a> <a href=https://loans.example/c>now</a>",
                ),
                Alarm("link.block"),
            ),
            (
                "hidden links of its own",
                by(|page| {
                    let links: String = (0..12).map(|n| format!("<a href=/x/?casino={n}>casino {n}</a> ")).collect();
                    page.replace("</footer>", &format!("<div style=display:none>{links}</div></footer>"))
                }),
                Alarm("link.buried"),
            ),
            (
                "the sections' words lead elsewhere",
                by(|page| {
                    ["politics", "economy", "world", "culture"].iter().fold(page.to_owned(), |page, section| {
                        page.replace(
                            &format!("href=\"/{section}\""),
                            &format!("href=\"https://evil.example/{section}\""),
                        )
                    })
                }),
                Alarm("link.redirected"),
            ),
            (
                "a program to download",
                top("<div class=bar>Out of date? <a href=\"https://evil.example/update.exe\">Update</a></div>"),
                Alarm("link.program"),
            ),
            (
                "a new partner behind one link",
                swap("href=\"/imprint\"", "href=\"https://partner.example/imprint\""),
                Normal,
            ),
            (
                "a source named under a story",
                swap(
                    "was the talk of the day",
                    "was, <a href=\"https://ministry.example/r\">says a report</a>, the talk of the day",
                ),
                Normal,
            ),
            (
                "its page on another network",
                swap("Facebook</a>", "Facebook</a> <a href=\"https://t.me/outlet\">Telegram</a>"),
                Normal,
            ),
            (
                "the app in the footer",
                swap("Facebook</a>", "Facebook</a> <a href=\"https://apps.apple.com/app/id1\">Our app</a>"),
                Normal,
            ),
            (
                "a story led to the outlet's other host",
                swap("href=\"/news/20\"", "href=\"https://live.outlet.example/20\""),
                Normal,
            ),
            (
                "a block of links to its own archive",
                tail(
                    "<div class=archive><a href=\"/archive/2023\">2023</a> <a href=\"/archive/2024\">2024</a> <a href=\"/archive/2025\">2025</a></div>",
                ),
                Normal,
            ),
            (
                "a menu of its own that is not shown yet",
                swap(
                    "</nav>",
                    "<div style=display:none><a href=\"/about\">about</a><a href=\"/jobs\">jobs</a><a href=\"/shop\">shop</a></div></nav>",
                ),
                Normal,
            ),
            (
                "a document to download",
                swap("was the talk of the day", "is <a href=\"/files/budget.pdf\">the whole budget</a>"),
                Normal,
            ),
            (
                "four partners among the stories",
                swap(
                    "</article>",
                    "</article><div class=partners><a href=https://one.example>One</a><a href=https://two.example>Two</a><a href=https://three.example>Three</a><a href=https://four.example>Four</a></div>",
                ),
                NoAlarm,
            ),
        ],
    );
}
