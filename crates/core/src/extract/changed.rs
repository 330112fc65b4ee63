//! Which named parts of a page differ between two of its looks, for a person who picks one that is to be ignored. What can
//! be ignored is named by one simple selector, an id or a class; titles, headings, scripts and styles never are, so they are
//! not read here.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::alternates::beginning;
use super::ignore::Selector;

/// The most of a page that is read, in bytes.
const READ: usize = 2 << 20;
/// The deepest that elements are followed into each other.
const DEEPEST: usize = 200;
/// The most parts of a page that are told apart.
const PARTS: usize = 4000;
/// The most text of one part that is compared, in bytes.
const TEXT: usize = 20_000;
/// The longest name of a part, in characters.
const NAME: usize = 40;
/// The most parts that are offered.
const OFFERED: usize = 12;

/// Elements that are never ignored, whatever they are named.
const NEVER: [&[u8]; 10] = [b"title", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"script", b"style", b"template"];
/// Elements that hold nothing.
const EMPTY: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source",
    b"track", b"wbr",
];

/// A part of a page whose text is another than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPart {
    /// What names it: `#weather`, `.ticker`.
    pub selector: String,
    /// Its text before; from the page.
    pub before: String,
    /// Its text now; from the page.
    pub after: String,
}

/// The named parts that both pages have with another text, those with the least text first, at most a dozen. A text belongs
/// to the innermost named part around it. What is ignored already is left out.
pub fn changed_parts(before: &str, after: &str, ignore: &[String]) -> Vec<ChangedPart> {
    let (before, after) = (parts(before, ignore), parts(after, ignore));
    let differs = |(selector, now): (String, String)| {
        let was = before.get(&selector).filter(|was| **was != now)?.clone();
        Some(ChangedPart { selector, before: was, after: now })
    };
    let mut changed: Vec<ChangedPart> = after.into_iter().filter_map(differs).collect();
    changed.sort_by_key(|part| part.before.len() + part.after.len());
    changed.truncate(OFFERED);
    changed
}

/// An element that is open.
struct Open {
    name: Vec<u8>,
    /// What names the part that its text belongs to.
    part: Option<String>,
    /// Nothing in it is a part.
    skipped: bool,
}

/// The text of every named part.
fn parts(text: &str, ignore: &[String]) -> BTreeMap<String, String> {
    let ignore: Vec<Selector> = ignore.iter().filter_map(|selector| Selector::parse(selector)).collect();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut open: Vec<Open> = Vec::new();
    let mut found = BTreeMap::<String, String>::new();
    for Ok(token) in Tokenizer::new_with_emitter(beginning(text, READ), emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = tag.name.as_slice();
                if EMPTY.contains(&name) || tag.self_closing || open.len() >= DEEPEST {
                    continue;
                }
                let read = |key: &str| {
                    let value = tag.attributes.get(key.as_bytes());
                    value.map(|value| String::from_utf8_lossy(&value.value).into_owned()).unwrap_or_default()
                };
                let (id, class) = (read("id"), read("class"));
                let around = open.last();
                let tagged = String::from_utf8_lossy(name);
                let skipped = around.is_some_and(|around| around.skipped)
                    || NEVER.contains(&name)
                    || ignore.iter().any(|selector| selector.matches(&tagged, &id, &class));
                let part = named(&id, &class).or_else(|| around.and_then(|around| around.part.clone()));
                open.push(Open { name: name.to_vec(), part, skipped });
            }
            Token::EndTag(tag) => {
                if let Some(at) = open.iter().rposition(|open| open.name == tag.name.as_slice()) {
                    open.truncate(at);
                }
            }
            Token::String(text) => {
                let Some(Open { part: Some(part), skipped: false, .. }) = open.last() else { continue };
                if found.len() >= PARTS && !found.contains_key(part) {
                    continue;
                }
                let known = found.entry(part.clone()).or_default();
                for word in String::from_utf8_lossy(&text).split_whitespace() {
                    if known.len() + word.len() < TEXT {
                        if !known.is_empty() {
                            known.push(' ');
                        }
                        known.push_str(word);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// What names an element: its id, or else the first of its classes that looks like a name.
fn named(id: &str, class: &str) -> Option<String> {
    let plain = |name: &&str| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_alphabetic)
            && letters.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
            && name.chars().count() <= NAME
            // What a program numbers is numbered otherwise the next time.
            && name.chars().filter(char::is_ascii_digit).count() <= 3
    };
    let of_id = Some(id.trim()).filter(plain).map(|id| format!("#{id}"));
    of_id.or_else(|| class.split_ascii_whitespace().find(plain).map(|class| format!(".{class}")))
}

/// What is offered of several looks, each part once.
pub fn without_repeats(parts: impl IntoIterator<Item = ChangedPart>) -> Vec<ChangedPart> {
    let mut seen = BTreeSet::new();
    parts.into_iter().filter(|part| seen.insert(part.selector.clone())).take(OFFERED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;

    fn page(weather: &str, headline: &str, ticker: &str) -> String {
        format!(
            "<title>Paper</title><body><div id=top><p id=weather>Baku {weather}<br>today</p>\
             <h1 class=lead>{headline}</h1></div><ul class='ticker x1234567'><li>{ticker}<li>Still</ul>\
             <script id=code>{headline}</script><p class='1 a]b'>{headline}</p></body>"
        )
    }

    fn selectors(parts: &[ChangedPart]) -> Vec<&str> {
        parts.iter().map(|part| part.selector.as_str()).collect()
    }

    #[test]
    fn what_changed_is_named_by_its_innermost_part_and_headings_and_scripts_are_not_offered() {
        let parts = changed_parts(&page("12°", "Harbour opens", "A"), &page("14°", "Taken over", "B"), &[]);
        assert_eq!(selectors(&parts), [".ticker", "#weather"]);
        assert_eq!((parts[1].before.as_str(), parts[1].after.as_str()), ("Baku 12° today", "Baku 14° today"));
        let ignored = ["#weather".to_owned()];
        let parts = changed_parts(&page("12°", "A", "A"), &page("14°", "B", "B"), &ignored);
        assert_eq!(selectors(&parts), [".ticker"], "what is ignored already is not offered");
        assert_eq!(changed_parts(&page("1", "2", "3"), &page("1", "9", "3"), &[]), []);
    }

    #[test]
    fn what_is_offered_is_ignored_once_it_is_picked() {
        let url = "https://paper.example/".parse().unwrap();
        let (before, after) = (page("cold", "A", "A"), page("warm", "A", "A"));
        let picked: Vec<String> = changed_parts(&before, &after, &[]).into_iter().map(|part| part.selector).collect();
        assert_eq!(picked, ["#weather"]);
        let text = |page: &str, ignore: &[String]| format!("{:?}", extract(page, &url, ignore).blocks);
        assert_ne!(text(&before, &[]), text(&after, &[]));
        assert_eq!(text(&before, &picked), text(&after, &picked));
    }

    #[test]
    fn a_page_that_never_ends_is_read_to_a_bound() {
        let deep = "<div class=a>x".repeat(300_000);
        assert_eq!(selectors(&changed_parts(&deep, &deep.replacen('x', "y", 1), &[])), [".a"]);
        let wide = (0..9000).map(|n| format!("<p class=a{}>x</p>", letters(n))).collect::<Vec<_>>().concat();
        assert_eq!(changed_parts(&wide, &wide.replace('x', "y"), &[]).len(), OFFERED);
    }

    fn letters(n: usize) -> String {
        n.to_string().chars().map(|digit| char::from(digit as u8 - b'0' + b'b')).collect()
    }

    #[test]
    fn each_part_is_offered_once() {
        let part = |selector: &str| ChangedPart { selector: selector.into(), before: String::new(), after: "1".into() };
        assert_eq!(selectors(&without_repeats([part("#a"), part("#b"), part("#a")])), ["#a", "#b"]);
    }
}
