//! What a release of the page excuses, and what only looks like one.

use crate::common::{Change, Watch, at, both, by, front, head, swap, tail, told, top};
use crate::front_page;
use crate::table::Say::{Alarm, Normal};
use crate::table::hold;
use frontwatch_core::baseline::Learned;
use frontwatch_core::verdict::Verdict;

/// Forty new places at the page's end, in each of which stands this.
fn places(around: &'static str, within: &'static str) -> Change {
    let places: String = (0..40).map(|n| format!("<i class=\"{}{}\">{within}</i>", letter(n / 7), letter(n))).collect();
    swap("</body>", format!("<div {around}>{places}</div></body>"))
}

/// A letter, the same every 26.
fn letter(n: u8) -> char {
    char::from(b'a' + n % 26)
}

/// Six new files of the page's own.
fn files() -> Change {
    let files: String = (0..6).map(|n| format!("<script src=\"/js/{}.js\"></script>", letter(n))).collect();
    swap("</head>", format!("{files}</head>"))
}

fn title() -> Change {
    swap("Outlet Daily - news of the day</title>", "Remember this day</title>")
}

fn script() -> Change {
    head("<script src=\"https://evil.example/x.js\"></script>")
}

fn message() -> Change {
    top("<p>The truth will come to light soon</p>")
}

fn ransom() -> Change {
    top("<p>Pay to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq</p>")
}

fn cover() -> Change {
    tail("<div style=\"position:fixed;inset:0\"><img src=\"/uploads/x.jpg\"></div>")
}

/// Another layout with the same stories.
fn redesigned(page: &str) -> String {
    let rename = |page: String, name| page.replace(&format!("class=\"{name}\""), &format!("class=\"new-{name}\""));
    let names = ["front", "top", "card", "thumb", "stories", "menu", "clock", "foot", "search"];
    let renamed = names.into_iter().fold(page.to_owned(), rename);
    renamed.replace("<article", "<section").replace("</article", "</section").replace("h2>", "h3>")
}

#[test]
fn what_only_adds_or_what_nobody_sees_excuses_nothing() {
    let (watch, page) = front_page();
    let hidden = || places("hidden", "");
    let empty = || places("", "");
    let seen = || places("", "x");
    hold(
        &watch,
        &page,
        vec![
            ("hidden places alone", hidden(), Normal),
            ("a title beside hidden places", both(title(), hidden()), Alarm("title.replaced")),
            ("a title beside empty places", both(title(), empty()), Alarm("title.replaced")),
            ("a title beside added places", both(title(), seen()), Alarm("title.replaced")),
            ("a script beside hidden places", both(script(), hidden()), Alarm("source.script")),
            ("a script beside added places", both(script(), seen()), Alarm("source.script")),
            ("a script beside files of the page's own", both(script(), files()), Alarm("source.script")),
            ("a message beside hidden places", both(message(), hidden()), Alarm("text.placed")),
            ("a message beside added places", both(message(), seen()), Alarm("text.placed")),
            ("a ransom beside hidden places", both(ransom(), hidden()), Alarm("wallet.placed")),
            ("a cover beside hidden places", both(cover(), hidden()), Alarm("cover.picture")),
            ("a cover beside files of the page's own", both(cover(), both(files(), seen())), Alarm("cover.picture")),
        ],
    );
}

#[test]
fn what_only_a_release_excuses_is_asked_about_for_as_long_as_it_stands_and_never_learned() {
    type Attack = fn() -> Change;
    for (what, attack) in [("title", title as Attack), ("script", script), ("cover", cover), ("message", message)] {
        let (mut watch, _) = front_page();
        for n in 9..20 {
            let page = attack()(&redesigned(&front(n)));
            let judged = watch.judge(&page);
            let verdict = judged.judgement.verdict;
            assert!(matches!(verdict, Verdict::Suspect | Verdict::Alarm), "{what}, look {n}: {}", told(&judged));
            assert_eq!(watch.baseline.learn(&judged, at(n)), Learned::Nothing, "{what}, look {n}: {}", told(&judged));
            watch.looks += 1;
        }
    }
}

#[test]
fn a_release_alone_is_learned_when_it_stands_and_an_attack_on_it_alarms() {
    let (mut watch, _): (Watch, String) = front_page();
    let mut learned = 0;
    for n in 9..20 {
        let judged = watch.judge(&redesigned(&front(n)));
        assert_ne!(judged.judgement.verdict, Verdict::Alarm, "look {n}: {}", told(&judged));
        learned += usize::from(watch.baseline.learn(&judged, at(n)) != Learned::Nothing);
        watch.looks += 1;
    }
    assert!(learned > 3, "{learned}");
    let page = redesigned(&front(20));
    let on_it = |attack: Change| by(move |page| attack(page));
    hold(
        &watch,
        &page,
        vec![
            ("a title", on_it(title()), Alarm("title.replaced")),
            ("a script", on_it(script()), Alarm("source.script")),
            ("a cover", on_it(cover()), Alarm("cover.picture")),
        ],
    );
}
