//! Published stories: gone, rewritten, emptied, retitled; corrected and grown.

use std::fmt::Write as _;

use crate::common::{Answer, Watch, at as time, both, by, kinds, swap, told};
use crate::table::Say::{Alarm, NoAlarm, Normal, Suspect};
use crate::table::hold;
use frontwatch_core::extract;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::WatchKind;

const PASSAGES: [&str; 5] = [
    "Polling places in the city opened at eight in the morning and will close at seven in the evening, the commission said, \
     and people who stand in line by then will still be let in to vote for a council of their own.",
    "The council has forty seats, of which nineteen are for the districts on the other side of the river; for the first time \
     since the flood those districts have lists of their own, and two of them have three.",
    "A count is expected before midnight. Those who will do it were trained for two weeks in the school by the bridge, said \
     Maria Keller, who leads the commission and has done so for eleven years.",
    "Last time the town voted, fewer than half of those who could took part. This time the lines at noon were longer than they \
     had been in the evening four years ago, and in some places forms had to be brought from the town hall.",
    "The first figures will be read out in the town hall, where everybody may listen, and will be printed in full tomorrow.",
];

const OTHER: &str = "This whole newspaper has been lying to you for years and we have the letters that prove it, every one of them \
     signed by those who sit in the town hall and take money from people whom nobody elected and nobody will ever see.";

/// A story at its `n`th load: beside it other stories, and clocks.
fn story(n: usize) -> String {
    let mut beside = String::new();
    for other in n + 30..n + 36 {
        let _ = write!(beside, "<li><a href=\"/news/{other}\">What the day brought, number {other}</a></li>");
    }
    let text: String = PASSAGES.map(|passage| format!("<p>{passage}</p>")).concat();
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Voters choose a council - Outlet Daily</title>\
         <meta property=\"og:title\" content=\"Voters choose a council\"><meta property=\"og:type\" content=\"article\">\
         <meta property=\"og:image\" content=\"https://outlet.example/img/800/council.jpg\">\
         <meta property=\"article:published_time\" content=\"2025-02-20T08:00:00Z\">\
         <link rel=\"canonical\" href=\"https://outlet.example/news/7\"><link rel=\"stylesheet\" href=\"/css/site.css\">\
         <script src=\"/js/site.js\"></script></head><body class=\"story\">\
         <header><a href=\"/\"><img class=\"logo\" src=\"/img/logo.svg\" alt=\"Outlet Daily logo\"></a><nav><a href=\"/politics\">politics</a>\
         <a href=\"/economy\">economy</a><a href=\"/world\">world</a></nav><p>12:{:02}</p></header><main><article>\
         <h1>Voters choose a council</h1><p class=\"by\">By our reporter, 08:00</p>{text}</article>\
         <aside><ul>{beside}</ul></aside></main><footer><p>Outlet Daily, founded 1921. All rights reserved.</p>\
         <a href=\"/imprint\">Imprint</a></footer></body></html>",
        n % 60
    )
}

fn passage(at: usize, with: &'static str) -> crate::common::Change {
    swap(PASSAGES[at], with)
}

fn missing() -> &'static str {
    "<html><head><title>Page not found - Outlet Daily</title></head><body><h1>We are sorry</h1>\
     <p>The page that you asked for does not exist. It may have moved. Go to the front page.</p></body></html>"
}

#[test]
fn what_is_put_to_a_story_that_is_known_for_a_while() {
    let watch = Watch::learned(WatchKind::Article, story, 5);
    hold(
        &watch,
        &story(5),
        vec![
            (
                "a payment asked for at its end",
                swap(
                    "</article>",
                    "<p>Who wants to read on pays 0.1 to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq</p></article>",
                ),
                Alarm("wallet.placed"),
            ),
            (
                "not to be found any more",
                swap("</head>", "<meta name=\"robots\" content=\"noindex\"></head>"),
                Suspect("robots.noindex"),
            ),
        ],
    );
}

#[test]
fn a_story_that_is_rewritten_is_told_from_one_that_is_corrected() {
    let watch = Watch::learned(WatchKind::Article, story, 1);
    let text = |with: &'static str| {
        by(move |page: &str| {
            let (start, rest) = page.split_once("</p><p>").unwrap();
            let (_, end) = rest.rsplit_once("</p></article>").unwrap();
            format!("{start}</p><p>{with}</p></article>{end}")
        })
    };
    hold(
        &watch,
        &story(1),
        vec![
            ("one passage replaced", passage(3, OTHER), Alarm("story.rewritten")),
            ("the first passage replaced", passage(0, OTHER), Alarm("story.rewritten")),
            ("all of it replaced", text(OTHER), Alarm("story.rewritten")),
            (
                "all of it gone",
                by(|page| PASSAGES.iter().fold(page.to_owned(), |page, p| page.replace(p, ""))),
                Alarm("story.emptied"),
            ),
            (
                "replaced and retitled",
                both(passage(2, OTHER), swap("<h1>Voters choose a council", "<h1>They lie to you")),
                Alarm("story.rewritten"),
            ),
            (
                "most of a passage",
                swap(
                    "This time the lines at noon were longer than they had been in the evening four years ago, and in some places forms had to be brought from the town hall.",
                    "Nobody should believe any of those figures, wherever they come from and whoever reads them out, because they were made up long before anybody stood in line at all.",
                ),
                Alarm("story.rewritten"),
            ),
            ("a passage taken out", passage(3, ""), Suspect("story.shortened")),
            (
                "another heading",
                swap("<h1>Voters choose a council", "<h1>Nobody will ever know who won"),
                Suspect("story.retitled"),
            ),
            (
                "another title for sharing",
                swap("content=\"Voters choose a council\"", "content=\"Nobody will ever know\""),
                Suspect("story.retitled"),
            ),
            (
                "a heading that claims",
                swap("<h1>Voters choose a council", "<h1>Hacked by nobody"),
                Alarm("story.retitled"),
            ),
            ("another picture", swap("/img/800/council.jpg", "/img/800/skull.jpg"), Suspect("story.picture")),
            (
                "a stranger's picture and another heading",
                both(
                    swap("https://outlet.example/img/800/council.jpg", "https://evil.example/x.jpg"),
                    swap("<h1>Voters choose a council", "<h1>They lie to you"),
                ),
                Alarm("story.retitled"),
            ),
            (
                "a message laid over it",
                swap("<main>", "<div style=\"position:fixed;inset:0\"><h1>hacked by nobody</h1></div><main>"),
                Alarm("cover.element"),
            ),
            (
                "it sends its readers away",
                swap("<head>", "<head><meta http-equiv=refresh content=\"0;url=https://evil.example/\">"),
                Alarm("source.refresh"),
            ),
            // What editors do.
            ("a typo", swap("Polling places", "Poling places"), Normal),
            ("a number", swap("forty seats", "fifty seats"), Normal),
            ("a name", swap("Maria Keller", "Martha Kellermann"), Normal),
            (
                "a sentence more",
                swap("for eleven years.", "for eleven years. She would not say who trained them."),
                Normal,
            ),
            (
                "an update at the end",
                swap(
                    "</article>",
                    "<p>UPDATE: The commission said at nine that all polling places had closed in time and that the count has begun in all of the districts, on both sides of the river.</p></article>",
                ),
                Normal,
            ),
            (
                "an update at the beginning",
                swap(
                    "<p class=\"by\">",
                    "<p>The count has begun in all of the districts, the commission said, and the first figures are expected within the hour in the town hall.</p><p class=\"by\">",
                ),
                Normal,
            ),
            ("another time", swap("By our reporter, 08:00", "By our reporters, updated 11:40"), Normal),
            ("a sentence less", swap("A count is expected before midnight. ", ""), NoAlarm),
            (
                "the passages in another order",
                by(|page| page.replace(PASSAGES[1], "@").replace(PASSAGES[3], PASSAGES[1]).replace('@', PASSAGES[3])),
                Normal,
            ),
            ("two passages joined", swap("</p><p>The council", " The council"), Normal),
            ("the picture in another size", swap("/img/800/council.jpg", "/img/1200/council.jpg?w=9"), Normal),
            (
                "the headline sharpened",
                swap("<h1>Voters choose a council", "<h1>Voters choose a new council today"),
                Normal,
            ),
            (
                "a comment",
                swap(
                    "</main>",
                    "<div class=\"comments\"><p>I was there and what they say of the lines is true, I stood for an hour and so did all the others.</p></div></main>",
                ),
                Normal,
            ),
        ],
    );
}

#[test]
fn a_live_blog_grows_and_what_was_there_stays() {
    let mut watch = Watch::learned(WatchKind::Article, story, 1);
    let mut page = story(1);
    for hour in 9..15 {
        let entry = format!(
            "<p>{hour}:00 The line at the school is now {hour} people long and the helpers have brought {hour} more tables, as we saw ourselves.</p>"
        );
        page = page.replacen("<p class=\"by\">", &format!("{entry}<p class=\"by\">"), 1);
        let judged = watch.see(&page);
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{hour}: {}", told(&judged));
    }
    let judged = watch.judge(&page.replace("The line at the school is now 12", OTHER).replace(PASSAGES[0], OTHER));
    assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{}", told(&judged));
}

#[test]
fn a_story_that_is_gone_is_a_warning_however_it_went() {
    let watch = Watch::learned(WatchKind::Article, story, 1);
    let own = "https://outlet.example/news/7";
    let front = crate::common::front(1);
    let soft = "<html><head><title>Outlet Daily</title></head><body><p>Nothing to read at this address, dear reader; \
                why not have a look at the pages of today or look for it by its name</p></body></html>";
    let settled = Watch::learned(WatchKind::Article, story, 5);
    let unfound = missing().replace("<head>", "<head><meta name=\"robots\" content=\"noindex\">");
    let mut taught = watch.clone();
    taught.baseline.set_missing(Some(extract::story(soft).likeness));
    // (what, watch, status, where it answers, page, verdict)
    for (what, watch, status, at, page, verdict) in [
        ("404", &watch, 404, own, missing(), Verdict::Alarm),
        ("404 that asks not to be found", &settled, 404, own, &unfound, Verdict::Alarm),
        ("410", &watch, 410, own, "", Verdict::Alarm),
        ("a page that says so", &watch, 200, own, missing(), Verdict::Alarm),
        ("sent to the front page", &watch, 200, "https://outlet.example/", &front, Verdict::Alarm),
        ("sent to its section", &watch, 200, "https://outlet.example/news/", &front, Verdict::Alarm),
        ("the site's page for what is missing", &taught, 200, own, soft, Verdict::Alarm),
        ("under another address", &watch, 200, "https://outlet.example/news/7-voters", &story(1), Verdict::Normal),
        ("an error", &watch, 500, own, "<h1>Internal Server Error</h1>", Verdict::Inconclusive),
        ("refused", &watch, 403, own, "<h1>Forbidden</h1>", Verdict::Inconclusive),
    ] {
        let answer = Answer { status, headers: &Headers::default(), asked: own, url: at };
        let judged = watch.judge_answer(page, answer, time(9));
        assert_eq!(judged.judgement.verdict, verdict, "{what}: {}", told(&judged));
        if verdict == Verdict::Alarm {
            assert_eq!(kinds(&judged), ["story.deleted"], "{what}");
            assert_eq!(judged.judgement.severity, Severity::Warning, "{what}");
        }
    }
}

#[test]
fn a_story_about_what_is_missing_is_there() {
    let about = |n: usize| story(n).replace("Voters choose a council", "404: the page that does not exist");
    let watch = Watch::learned(WatchKind::Article, about, 2);
    assert_eq!(watch.judge(&about(3)).judgement.verdict, Verdict::Normal);
}

#[test]
fn both_texts_are_shown_and_a_correction_is_learned_with_its_reason() {
    let mut watch = Watch::learned(WatchKind::Article, story, 1);
    let judged = watch.judge(&story(1).replace(PASSAGES[3], OTHER));
    let signal = judged.judgement.signals.iter().find(|signal| signal.kind == "story.rewritten").unwrap();
    assert_eq!((signal.before.as_str(), signal.after.as_str()), (PASSAGES[3], OTHER));
    let corrected = story(1).replace("forty seats", "fifty seats");
    let judged = watch.judge(&corrected);
    let learned = watch.baseline.learn(&judged, time(9));
    let frontwatch_core::baseline::Learned::Material(reason) = learned else { panic!("{learned:?}") };
    assert_eq!(reason.id, "baseline-learned-correction");
    let said: Vec<_> = watch.baseline.describe().into_iter().map(|message| message.id).collect();
    assert_eq!(said, ["baseline-story", "baseline-story-corrected"]);
}

#[test]
fn a_long_passage_that_is_half_another_is_a_suspicion() {
    let long = |n: usize| {
        story(n).replace(&format!("{}</p><p>{}", PASSAGES[2], PASSAGES[3]), &format!("{} {}", PASSAGES[2], PASSAGES[3]))
    };
    let watch = Watch::learned(WatchKind::Article, long, 1);
    let judged = watch.judge(&long(1).replace(PASSAGES[2], OTHER));
    assert_eq!(
        (judged.judgement.verdict, kinds(&judged)),
        (Verdict::Suspect, vec!["story.reworded"]),
        "{}",
        told(&judged)
    );
    // A name that was wrong throughout is one correction.
    let name = |name: &str| story(1).replace("the town", name);
    let judged = watch.judge(&name("the borough"));
    assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}", told(&judged));
}

const NOTICE: &str = "Quotes are delayed by fifteen minutes. What is said here is no advice, and whoever acts on it does so on their \
     own account; the paper is liable for nothing that follows from it, as the terms say.";
const TEASER: &str = "Six months before the flood two sisters opened a bakery by the bridge, and for all that time nobody knew that the \
     house had no cellar; now it has one, and it is full of flour and of water.";

/// The story with a box beside it and a notice below.
fn with_boxes(n: usize, headline: &str, teaser: &str, notice: &str) -> String {
    let page = story(n).replace("<aside>", &format!("<aside><h3><a href=\"/x\">{headline}</a></h3><p>{teaser}</p>"));
    page.replace("<footer>", &format!("<footer><p>Terms of use</p><p>{notice}</p>"))
}

#[test]
fn a_text_beside_the_story_that_is_replaced_in_its_place_is_suspect_and_a_box_that_turns_is_not() {
    let usual = |n: usize| with_boxes(n, "The bakery by the bridge", TEASER, NOTICE);
    let watch = Watch::learned(WatchKind::Article, usual, 3);
    for (what, page, verdict) in [
        ("as ever", usual(4), Verdict::Normal),
        ("another box", with_boxes(4, "What the river left behind", OTHER, NOTICE), Verdict::Normal),
        ("a box without its text", with_boxes(4, "The bakery by the bridge", "", NOTICE), Verdict::Normal),
        (
            "another text under the same headline",
            with_boxes(4, "The bakery by the bridge", OTHER, NOTICE),
            Verdict::Suspect,
        ),
        ("another notice", with_boxes(4, "The bakery by the bridge", TEASER, OTHER), Verdict::Suspect),
    ] {
        let judged = watch.judge(&page);
        assert_eq!(judged.judgement.verdict, verdict, "{what}: {}", told(&judged));
        assert_eq!(kinds(&judged).contains(&"story.beside"), verdict == Verdict::Suspect, "{what}: {}", told(&judged));
    }
}
