//! What covers the page or hides it, and was never there.

use crate::common::{Watch, both, front, head, swap, tail, told, top};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::{agrees, hold};
use frontwatch_core::watch::WatchKind;

#[test]
fn what_lies_over_the_page_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a picture over everything",
                top(
                    "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\"><img src=\"/uploads/x.jpg\"></div>",
                ),
                Alarm("cover.picture"),
            ),
            (
                "a text over everything",
                top("<section style=\"position:fixed;inset:0;z-index:9\"><h1>Hacked by nobody</h1></section>"),
                Alarm("cover.element"),
            ),
            (
                "a cover by a style rule",
                top(
                    "<style>#x9{position:fixed;top:0;bottom:0;left:0;right:0}</style><div id=x9><img src=//evil.example/a.png></div>",
                ),
                Alarm("cover.picture"),
            ),
            (
                "a frame as large as the page",
                top(
                    "<iframe src=\"//evil.example/d\" style=\"position:fixed;width:100vw;height:100vh;top:0;left:0\"></iframe>",
                ),
                Alarm("cover.frame"),
            ),
            (
                "a dialogue over everything",
                top("<dialog open style=\"width:100%;height:100%\"><h2>Remember this day, all of you</h2></dialog>"),
                Alarm("cover.element"),
            ),
            (
                "a box as high as the view",
                top("<div style=\"height:100vh;background:#a00\">Remember this day</div>"),
                Alarm("cover.pushed"),
            ),
            (
                "words that a rule makes up",
                tail("<style>body::before{content:\"Remember this day\";display:block}</style>"),
                Alarm("cover.made-up"),
            ),
            (
                "one picture in the place of all by a rule",
                tail("<style>img{content:url(/img/flag.png)!important}</style>"),
                Alarm("cover.made-up"),
            ),
            (
                "all but one thing hidden",
                tail("<style>body > *:not(#z){visibility:hidden}</style><b id=z>x</b>"),
                Alarm("cover.hidden"),
            ),
            (
                "the part with the stories hidden",
                tail("<style>.stories{clip-path:circle(0)}</style>"),
                Alarm("cover.hidden"),
            ),
            (
                "the body hidden by its own style",
                swap("<body class=\"front\">", "<body class=\"front\" style=\"display:none\">"),
                Alarm("cover.hidden"),
            ),
            (
                "a style sheet carried along",
                tail("<link rel=stylesheet href=\"data:text/css,body{display:none}\">"),
                Alarm("cover.hidden"),
            ),
            (
                "a sheet of glass that leads elsewhere",
                tail("<a href=\"https://evil.example/\" style=\"position:fixed;inset:0\"></a>"),
                Alarm("cover.element"),
            ),
            (
                "a frame of the page's own over everything",
                top("<iframe src=\"/uploads/a.html\" style=\"position:fixed;inset:0\"></iframe>"),
                Alarm("cover.frame"),
            ),
            (
                "a drawing over everything",
                tail("<canvas style=\"position:fixed;inset:0\"></canvas>"),
                Alarm("cover.picture"),
            ),
        ],
    );
}

/// The front page with a notice over it that always was there.
fn noticed(n: usize) -> String {
    let notice = "<div id=\"hello\" style=\"position:fixed;inset:0\"><p>Welcome to Outlet Daily, the paper of the town</p></div>";
    front(n).replacen("</body>", &format!("{notice}</body>"), 1)
}

#[test]
fn a_cover_that_always_was_there_is_another_when_it_makes_a_claim() {
    let watch = Watch::learned(WatchKind::Homepage, noticed, 9);
    let words = |words: &'static str| swap("Welcome to Outlet Daily, the paper of the town", words);
    hold(
        &watch,
        &noticed(9),
        vec![
            ("a claim in its place", words("Hacked by nobody. We own your system"), Alarm("cover.element")),
            ("other words of the outlet's", words("Welcome to Outlet Daily, the voice of the town"), NoAlarm),
        ],
    );
}

#[test]
fn what_lies_beside_the_page_or_is_for_paper_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "a mourning day in grey",
                swap("<body class=\"front\">", "<body class=\"front\" style=\"filter:grayscale(1)\">"),
                Normal,
            ),
            (
                "a mourning day in grey by a rule",
                head("<style>html{filter:grayscale(100%);-webkit-filter:grayscale(100%)}</style>"),
                Normal,
            ),
            (
                "night mode",
                swap(
                    "<html lang=\"en\">",
                    "<html lang=\"en\" data-theme=\"dark\" style=\"background:#111;color:#eee\">",
                ),
                Normal,
            ),
            (
                "a rule for paper",
                tail("<style>@media print{body > *{display:none}.stories{display:none}}</style>"),
                Normal,
            ),
            (
                "a rule that hides a small part",
                tail("<style>.clock{display:none}.modal{position:fixed;display:none}</style>"),
                Normal,
            ),
            ("an icon made up by a rule", tail("<style>.menu::before{content:\"\\e900\"}</style>"), Normal),
            (
                "a notice on cookies at the foot of the view",
                tail(
                    "<div class=\"cookies\" style=\"position:fixed;bottom:0;left:0;right:0\">We use cookies to measure our reach. <button>Accept</button></div>",
                ),
                Normal,
            ),
            (
                "a button back to the top",
                tail("<a href=\"#\" class=\"up\" style=\"position:fixed;right:1em;bottom:1em\">up</a>"),
                Normal,
            ),
            (
                "a menu that stays",
                swap("<nav>", "<nav style=\"position:fixed;top:0;left:0;right:0;height:48px\">"),
                Normal,
            ),
            (
                "a menu that opens over the page, closed",
                tail(
                    "<div class=\"drawer\" style=\"position:fixed;inset:0;display:none\"><a href=\"/politics\">politics</a></div>",
                ),
                Normal,
            ),
            (
                "a veil under the menu, without a word",
                both(
                    head("<style>.veil{position:fixed;inset:0;opacity:0;visibility:hidden}</style>"),
                    tail("<div class=veil></div>"),
                ),
                Normal,
            ),
            (
                "a video as wide as its column",
                swap(
                    "</article>",
                    "<div style=\"position:relative;padding-top:56%\"><iframe style=\"position:absolute;width:100%;height:100%\" src=\"https://www.youtube.com/embed/x\"></iframe></div></article>",
                ),
                NoAlarm,
            ),
            (
                "a veil over the page, without a word",
                tail("<div class=veil style=\"position:fixed;inset:0\"></div>"),
                NoAlarm,
            ),
        ],
    );
}

#[test]
fn a_cover_shows_its_words_or_its_picture_so_that_another_in_its_place_is_another() {
    let (watch, page) = front_page();
    for (within, shown) in [
        ("<img src=\"/uploads/one.jpg\">", "/uploads/one.jpg"),
        ("<p></p><img src=\"https://pix.example/two.jpg\">", "https://pix.example/two.jpg"),
        ("<img src=\"/uploads/one.jpg\"><b>Remember this day</b>", "Remember this day"),
        ("<img src=\"/pixel.gif\" width=1 height=1><img src=\"/uploads/one.jpg\">", "/uploads/one.jpg"),
        ("<canvas></canvas>", "an element as large as the view"),
    ] {
        let cover = format!("<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">{within}</div>");
        let judged = watch.judge(&page.replacen("<header", &format!("{cover}<header"), 1));
        let covers = judged.judgement.signals.iter().find(|signal| signal.kind.starts_with("cover."));
        assert_eq!(covers.map(|signal| signal.after.as_str()), Some(shown), "{within}: {}", told(&judged));
    }
    // Pictures of one size begin alike.
    let carried = |end: &str| {
        let picture = format!("data:image/jpeg;base64,{}{end}", "/9j/4AAQSkZJRgABAQAAAQABAAD".repeat(80));
        let cover = format!("<div style=\"position:fixed;inset:0\"><img src=\"{picture}\"></div>");
        let judged = watch.judge(&page.replacen("<header", &format!("{cover}<header"), 1));
        judged.judgement.signals.iter().filter(|it| it.kind == "cover.picture").map(|it| it.after.clone()).collect()
    };
    let (one, other): (Vec<_>, Vec<_>) = (carried("one"), carried("other"));
    assert!(one.len() == 1 && other.len() == 1 && one != other, "{one:?} {other:?}");
    for cover in [
        "<img src=\"/uploads/one.jpg\" style=\"position:fixed;inset:0\">",
        "<div style=\"position:fixed;inset:0;background:url(/uploads/one.jpg)\"></div>",
    ] {
        let judged = watch.judge(&page.replacen("<header", &format!("{cover}<header"), 1));
        let covers = judged.judgement.signals.iter().find(|signal| signal.kind == "cover.picture");
        assert_eq!(covers.map(|signal| signal.after.as_str()), Some("/uploads/one.jpg"), "{cover}: {}", told(&judged));
    }
}

/// What lies over the page, holding a picture.
const LAID: &str = "position:fixed;top:0;left:0;width:100%;height:100%";

#[test]
fn what_a_style_shows_again_is_not_hidden() {
    let (watch, page) = front_page();
    let picture = "<img src=\"/uploads/x.jpg\">";
    let covers = [
        format!("<div style=\"{LAID};opacity:0;opacity:1\">{picture}</div>"),
        format!("<div style=\"display:none;{LAID};display:block\">{picture}</div>"),
        format!("<div style=\"display:none;{LAID};display:block!important;display:none\">{picture}</div>"),
        format!("<div style=\"opacity:0;all:unset;{LAID}\">{picture}</div>"),
        format!("<div style=\"visibility:hidden\"><div style=\"visibility:visible;{LAID}\">{picture}</div></div>"),
        format!("<div style=\"visibility:hidden;{LAID}\"><div style=\"visibility:visible\">{picture}</div></div>"),
        format!("<div hidden style=\"display:block;{LAID}\">{picture}</div>"),
        format!("<div style=\"filter:brightness(0);{LAID};filter:none\">{picture}</div>"),
        format!("<div style=\"{LAID};text-indent:-9999px\">{picture}</div>"),
        format!("<div style=\"{LAID};font-size:0\">{picture}</div>"),
        format!("<div style=\"{LAID};background:none;color:transparent\">{picture}</div>"),
        // What is no value changes nothing, nor does what stands in a string, in an address or in a comment.
        format!("<div style=\"{LAID};position:nowhere;width:-1px;display:gone\">{picture}</div>"),
        format!("<div style=\"{LAID};--a:';display:none;';--b:url(x;opacity:0;)\">{picture}</div>"),
        format!("<div style=\"--a:'/*';{LAID};--b:'*/'\">{picture}</div>"),
        format!("<div style=\"/*{}*/{LAID}\">{picture}</div>", "x".repeat(100_000)),
        // What is fixed to the view does not move with what holds it.
        format!("<div style=\"position:absolute;left:-9999px\"><div style=\"{LAID}\">{picture}</div></div>"),
        format!("<div style=\"height:0;overflow:hidden\"><div style=\"{LAID}\">{picture}</div></div>"),
    ];
    for cover in covers {
        let judged = watch.judge(&page.replacen("</body>", &format!("{cover}</body>"), 1));
        assert!(agrees(&judged, Alarm("cover.picture")), "{}: {}", &cover[..cover.len().min(160)], told(&judged));
    }
    hold(
        &watch,
        &page,
        vec![
            (
                "a rule that shows again what it hid",
                tail(
                    "<style>.x9{position:fixed;opacity:0;inset:0;opacity:1}</style><div class=x9><img src=/uploads/x.jpg></div>",
                ),
                Alarm("cover.picture"),
            ),
            (
                "a rule in which a rule for another state hides",
                tail(
                    "<style>.x9{position:fixed;inset:0;&.off{display:none}}</style><div class=x9><img src=/uploads/x.jpg></div>",
                ),
                Alarm("cover.picture"),
            ),
            (
                "a stranger's picture where words are indented",
                swap(
                    "<header",
                    "<div style=\"text-indent:-9999px\"><img src=\"//evil.example/a.png\" width=1200></div><header",
                ),
                Alarm("image.top"),
            ),
            (
                "a drawer that is shown before it is hidden",
                tail(
                    "<div style=\"display:block;position:fixed;inset:0;display:none\"><a href=\"/politics\">politics</a></div>",
                ),
                Normal,
            ),
            (
                "a dialogue that is hidden above all else",
                tail(
                    "<div style=\"position:fixed;inset:0;visibility:hidden!important;visibility:visible\"><p>Sign in</p></div>",
                ),
                Normal,
            ),
            (
                "a drawer far outside",
                tail("<div style=\"position:fixed;top:0;left:-600px;width:300px;height:100%\"><p>Politics</p></div>"),
                Normal,
            ),
        ],
    );
}

#[test]
fn copies_of_the_pages_own_cover_push_no_other_out_of_sight() {
    const OWN: &str = "<div class=menu style=\"position:fixed;inset:0\"><p>All sections of the paper</p></div>";
    let page = |n: usize| front(n).replace("</body>", &format!("{OWN}</body>"));
    let mut watch = Watch::new(WatchKind::Homepage);
    for n in 0..6 {
        watch.see(&page(n));
    }
    assert!(watch.judge(&page(6)).judgement.signals.is_empty(), "{}", told(&watch.judge(&page(6))));
    let another = "<section style=\"position:fixed;inset:0;z-index:9\"><img src=\"/uploads/x.jpg\"></section>";
    let flooded = page(6).replace(OWN, &format!("{}{another}", OWN.repeat(60)));
    let judged = watch.judge(&flooded);
    assert!(agrees(&judged, Alarm("cover.picture")), "{}", told(&judged));
}
