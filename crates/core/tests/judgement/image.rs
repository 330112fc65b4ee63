//! Pictures that were never there: at the top of the page, in the logo's place, everywhere at once.

use crate::common::{by, swap, swap_all, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;

/// The page with another address for each picture of a story but the first one.
fn pictures(page: &str, address: impl Fn(usize) -> String) -> String {
    let mut parts = page.split("<img class=\"thumb\" src=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        let (_, rest) = part.split_once('"').unwrap();
        out.push_str(&format!("<img class=\"thumb\" src=\"{}\"{rest}", address(at)));
    }
    out
}

#[test]
fn a_picture_that_was_never_there_alarms_and_the_days_pictures_do_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a picture above the page, own host",
                top("<center><img src=\"/img/p1.png\" width=\"100%\"></center>"),
                Alarm("image.top"),
            ),
            (
                "a picture above the page, foreign host",
                top("<p><img src=\"https://evil.example/p1.png\" width=\"900\"></p>"),
                Alarm("image.top"),
            ),
            (
                "a picture behind the page, foreign host",
                swap(
                    "<body class=\"front\">",
                    "<body class=\"front\" style=\"background:url(https://evil.example/b.jpg)\">",
                ),
                Alarm("image.top"),
            ),
            ("another logo", swap_all("/img/logo.svg", "https://evil.example/logo.png"), Alarm("image.logo")),
            (
                "one picture on all cards",
                by(|page| pictures(page, |_| "https://evil.example/flag.jpg".to_owned())),
                Alarm("image.everywhere"),
            ),
            (
                "one picture of its own host on all cards",
                by(|page| pictures(page, |_| "/uploads/flag.jpg".to_owned())),
                Alarm("image.everywhere"),
            ),
            (
                "one picture offered instead of all",
                swap_all("<img class=\"thumb\"", "<img class=\"thumb\" srcset=\"/img/flag.png 2x\""),
                Alarm("image.everywhere"),
            ),
            ("one text for all pictures", swap_all("alt=\"\"", "alt=\"Remember this day\""), Alarm("image.words")),
            (
                "all pictures from one stranger",
                swap_all("src=\"/img/", "src=\"https://evil.example/img/"),
                Alarm("image.exchanged"),
            ),
            (
                "a picture of the outlet's own host above it, linked to the outlet itself",
                top("<a href=\"/x\"><img src=\"/uploads/flag.jpg\" width=\"100%\"></a>"),
                Alarm("image.top"),
            ),
            (
                "a picture that anybody can put there, from a company that many sites use",
                top("<img src=\"https://pbs.twimg.com/media/x.jpg\" width=\"100%\">"),
                Alarm("image.top"),
            ),
            (
                "a banner that the outlet sold itself",
                top("<a href=\"https://bank.example/offer\"><img src=\"/ads/bank.png\" width=970 height=250></a>"),
                NoAlarm,
            ),
            (
                "a banner of a known company",
                top(
                    "<a href=\"https://ad.doubleclick.net/x\"><img src=\"https://s0.2mdn.net/b.png\" width=970 height=250></a>",
                ),
                Normal,
            ),
            (
                "an advertising skin behind the page",
                swap("<body class=\"front\">", "<body class=\"front\" style=\"background:url(/ads/skin.jpg)\">"),
                Suspect("image.top"),
            ),
            ("a festive logo of its own", swap_all("/img/logo.svg", "/img/logo-spring.svg"), NoAlarm),
            ("the logo's new version", swap_all("/img/logo.svg", "/img/logo.svg?v=2"), Normal),
            ("a tracking pixel", tail("<img src=\"https://pixel.example/p.gif\" width=1 height=1>"), Normal),
            ("all the day's pictures new", by(|page| pictures(page, |at| format!("/img/2026/{at}/b.jpg"))), Normal),
            (
                "three stories without a picture",
                by(|page| {
                    pictures(page, |at| {
                        if at < 3 { "/img/placeholder.png".to_owned() } else { format!("/img/{}.jpg", 22 - at) }
                    })
                }),
                Normal,
            ),
            (
                "a picture of an agency among the stories",
                swap("src=\"/img/20.jpg\"", "src=\"https://agency.example/p/20.jpg\""),
                NoAlarm,
            ),
            (
                "a large picture over the first story",
                swap(
                    "<main class=\"stories\">",
                    "<main class=\"stories\"><figure><img src=\"/img/big.jpg\" width=\"1200\" alt=\"\"></figure>",
                ),
                NoAlarm,
            ),
        ],
    );
}
