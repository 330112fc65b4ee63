//! Words of HTML and CSS that the page was never written with, by what can be done with them.
//!
//! Ordinary pages seldom bring a new word, and nearly all of these are typesetting (`<hr>`, `align`…) or what editors embed:
//! docs/accuracy.md has the counts.

use super::scene::{Scene, shows_count, signal, size};
use crate::extract::model::{Word, WordSort};
use crate::text::Arg;
use crate::verdict::Signal;

/// What words that do something weigh where editors place things: amid the page.
const WITHIN: f64 = 0.5;
/// And at its edges: in its head, above all that never changes, or after it.
const AT_EDGE: f64 = 0.68;
/// What words weigh that take hold of the whole page.
const WHOLE: f64 = 0.88;
/// What words weigh that show something, as editors do.
const SHOWS: f64 = 0.25;
/// How much less they count that came with much else.
const WITH_A_RELEASE: f64 = 0.8;

/// What can be done with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Power {
    /// Sets type, or says what something is.
    None,
    /// Shows or asks something in its place: a film, a frame, a field.
    Shows,
    /// Runs, leads or covers where nobody looks for it.
    Acts,
    /// Makes words run or blink, as nobody writes any more.
    Shouts,
    /// Takes hold of the whole page: turns it, forbids it to load, swallows what follows.
    Whole,
}

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let (first, last) = scene.anchors();
    let weigh = |word: &Word| {
        let edge = word.at < first || word.at > last;
        match power(word) {
            Power::None => 0.0,
            Power::Shows => SHOWS,
            Power::Shouts => AT_EDGE,
            Power::Acts if edge => AT_EDGE,
            Power::Acts => WITHIN,
            Power::Whole => WHOLE,
        }
    };
    let new = || scene.page.words.iter().filter(|word| !scene.known(word.key));
    let Some((weight, word)) = new().map(|word| (weigh(word), word)).max_by(|(a, _), (b, _)| a.total_cmp(b)) else {
        return;
    };
    let weight = weight * (1.0 - WITH_A_RELEASE * scene.stir);
    if weight < 0.2 {
        return;
    }
    let args = vec![("word", Arg::Foreign(spelled(word)))];
    let before = shows_count("no-markup-like", size(scene.page.words.len()));
    let all: Vec<String> = new().take(8).map(spelled).collect();
    out.push(signal("markup.new", weight, args, before, all.join(" ")));
}

/// A word as a person reads it.
fn spelled(word: &Word) -> String {
    let Word { name, of, .. } = word;
    match word.sort {
        WordSort::Tag => format!("<{name}>"),
        WordSort::Attribute | WordSort::Directive | WordSort::Charset => format!("<{of} {name}>"),
        WordSort::Style | WordSort::Page => format!("{name}:"),
        WordSort::AtRule => format!("@{name}"),
        WordSort::Scheme => format!("{name}: ({of})"),
    }
}

/// What can be done with which words, by sort, by what they belong to (`""`: to anything) and by power: from the lists of
/// elements, attributes and directives of the HTML standard, and CSS. Words that are in none of these set type, or another
/// detector weighs what they bring: a frame, a refresh, a sound.
const POWERS: [(WordSort, &str, Power, &str); 18] = [
    (WordSort::Tag, "", Power::Whole, "plaintext xmp frameset noframes base"),
    (WordSort::Tag, "", Power::Acts, "dialog object embed applet map area template math portal fencedframe frame"),
    (WordSort::Tag, "", Power::Shouts, "marquee blink"),
    (WordSort::Tag, "", Power::Acts, "noembed bgsound slot canvas foreignobject animate set use"),
    (WordSort::Tag, "", Power::Shows, "video audio form input textarea select details svg"),
    (WordSort::Attribute, "", Power::Acts, "srcdoc formaction ping popover popovertarget usemap inert contenteditable"),
    (WordSort::Attribute, "", Power::Acts, "shadowrootmode"),
    (WordSort::Attribute, "body", Power::Whole, "inert"),
    (WordSort::Attribute, "body", Power::Acts, "hidden background"),
    (WordSort::Attribute, "html", Power::Acts, "hidden background"),
    (WordSort::Attribute, "script", Power::Acts, "speculationrules importmap"),
    (WordSort::Directive, "", Power::Whole, "content-security-policy rtl set-cookie clear-site-data"),
    (WordSort::Directive, "", Power::Acts, "import serviceworker prerender"),
    (WordSort::Page, "", Power::Whole, TURNS),
    (WordSort::Page, "", Power::Acts, "pointer-events display content mix-blend-mode user-select cursor"),
    (WordSort::Style, "", Power::Acts, "transform animation clip-path mask mix-blend-mode pointer-events"),
    (WordSort::Style, "", Power::Shows, "inset position z-index"),
    (WordSort::AtRule, "", Power::Acts, "import font-face layer namespace"),
];
/// Properties that turn, move, hide or cut the whole page where they are the page's own.
const TURNS: &str = "transform rotate scale translate direction writing-mode zoom clip-path clip mask mask-image opacity \
                     visibility animation perspective content-visibility unicode-bidi";
/// Schemes by which pages offer ways to write, call and share.
const OFFERED: [&str; 9] = ["http", "https", "mailto", "tel", "sms", "whatsapp", "fb-messenger", "viber", "geo"];

/// What can be done with a word.
fn power(word: &Word) -> Power {
    let name = word.name.as_str();
    let of = |listed: &str| listed.is_empty() || listed == word.of;
    let listed = POWERS.iter().filter(|(sort, element, _, names)| {
        *sort == word.sort && of(element) && names.split_ascii_whitespace().any(|listed| listed == name)
    });
    let listed = listed.map(|(_, _, power, _)| *power).max();
    match word.sort {
        WordSort::Attribute if name.starts_with("on") => Power::Acts,
        WordSort::Scheme if !OFFERED.contains(&name) => Power::Acts,
        // A picture behind the page.
        WordSort::Page if name == "background-image" => Power::Shows,
        _ => listed.unwrap_or(Power::None),
    }
}
