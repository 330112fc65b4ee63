//! Which part of a page holds something, named as `[outlet.ignore]` names parts: for a rule that is proposed to a person.
//!
//! A rule must be narrow. So the part has a class or an id that few elements have, it holds little of the page's text, and it is
//! no element that the page is made of.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use rustc_hash::FxHashMap;

use super::alternates::beginning;
use super::ignore::Selector;
use super::tokens::utf8;

/// How much of a page is read, bytes, and the most elements of it.
const READ: usize = 2 * 1024 * 1024;
/// See [`READ`].
const ELEMENTS: usize = 20_000;
/// How far up from what was found a part is looked for.
const UP: usize = 4;
/// The most elements that a selector may mean.
const MEANT: usize = 6;
/// The largest share of the page's text that the part may hold.
const SHARE: f64 = 0.1;
/// The most classes by which one element may be called: each is looked for on the whole page.
const CLASSES: usize = 16;
/// What is looked for is told by its beginning, in bytes.
const TOLD: usize = 120;
/// What a page is made of.
const FRAME: [&str; 12] =
    ["html", "head", "body", "main", "header", "footer", "nav", "title", "script", "style", "form", "article"];
/// Elements without an end.
const VOID: [&str; 10] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"];

#[derive(Debug, Default)]
struct Element {
    tag: String,
    id: String,
    class: String,
    parent: Option<usize>,
    /// Bytes of text that the page had before it, and at its end.
    text: (usize, usize),
    holds: bool,
}

/// The selector of the part of a page that holds this address or this text; none where no narrow one is to be had.
pub fn holder(page: &str, held: &str) -> Option<String> {
    let told = told(held)?;
    let (elements, text) = elements(page, &told);
    let found = elements.iter().position(|it| it.holds)?;
    let up = std::iter::successors(Some(found), |at| elements[*at].parent).take(UP);
    up.flat_map(|at| names(&elements[at]).map(move |name| (at, name))).find_map(|(at, name)| {
        let selector = Selector::parse(&name)?;
        let meant = elements.iter().filter(|it| selector.matches(&it.tag, &it.id, &it.class));
        let (count, size) = meant.fold((0, 0), |(count, size), it| (count + 1, size + it.text.1 - it.text.0));
        let narrow =
            count <= MEANT && (size as f64) <= SHARE * text as f64 && !FRAME.contains(&elements[at].tag.as_str());
        narrow.then_some(name)
    })
}

/// By what it is found: an address without its scheme, a text by its beginning.
fn told(held: &str) -> Option<String> {
    let plain = held.split_once("://").map_or(held, |(_, rest)| rest).trim();
    let plain = beginning(plain, TOLD);
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (plain.len() >= 6).then_some(plain)
}

/// How a part can be called: by its classes one after the other, then by its id.
fn names(element: &Element) -> impl Iterator<Item = String> + use<> {
    let plain = |name: &&str| {
        !name.is_empty() && name.len() <= 60 && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let classes = element
        .class
        .split_ascii_whitespace()
        .filter(plain)
        .take(CLASSES)
        .map(|class| format!("{}.{class}", element.tag));
    let id = Some(element.id.as_str()).filter(plain).map(|id| format!("{}#{id}", element.tag));
    classes.chain(id).collect::<Vec<_>>().into_iter()
}

/// The page's elements in their order, and how much text it has.
fn elements(page: &str, told: &str) -> (Vec<Element>, usize) {
    let page = beginning(page, READ);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut elements, mut open, mut text) = (Vec::<Element>::new(), Vec::<usize>::new(), 0);
    // How many of each name are open: an end tag of none is not looked for among all that are.
    let mut opened = FxHashMap::<String, usize>::default();
    let Ok(tokens) = Tokenizer::new_with_emitter(page, emitter).collect::<Result<Vec<_>, _>>();
    for token in tokens {
        match token {
            Token::StartTag(tag) if elements.len() < ELEMENTS => {
                let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| utf8(value).into_owned());
                let holds = [&b"src"[..], b"href", b"data", b"srcset"]
                    .iter()
                    .filter_map(|name| attribute(name))
                    .any(|it| it.contains(told));
                let name = utf8(&tag.name).into_owned();
                let stays = !tag.self_closing && !VOID.contains(&name.as_str());
                elements.push(Element {
                    tag: name,
                    id: attribute(b"id").unwrap_or_default(),
                    class: attribute(b"class").unwrap_or_default(),
                    parent: open.last().copied(),
                    text: (text, text),
                    holds,
                });
                if stays {
                    open.push(elements.len() - 1);
                    *opened.entry(elements[elements.len() - 1].tag.clone()).or_default() += 1;
                }
            }
            Token::EndTag(tag) => {
                let name = utf8(&tag.name);
                if opened.get(&*name).is_none_or(|many| *many == 0) {
                    continue;
                }
                if let Some(at) = open.iter().rposition(|at| elements[*at].tag == *name) {
                    for closed in open.drain(at..) {
                        elements[closed].text.1 = text;
                        if let Some(many) = opened.get_mut(&elements[closed].tag) {
                            *many -= 1;
                        }
                    }
                }
            }
            Token::String(said) => {
                let said = utf8(&said);
                text += said.trim().len();
                if let Some(at) =
                    open.last().filter(|_| said.split_whitespace().collect::<Vec<_>>().join(" ").contains(told))
                {
                    elements[*at].holds = true;
                }
            }
            _ => {}
        }
    }
    for at in open {
        elements[at].text.1 = text;
    }
    (elements, text)
}

#[cfg(test)]
#[allow(clippy::format_collect, reason = "pages are put together as text")]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_if_it_can_be_named_narrowly() {
        let stories =
            "<article class=\"card\"><h3>Story</h3><p>Some words of a story that is told here at length</p></article>"
                .repeat(20);
        let page =
            |part: &str| format!("<html><body class=home><main class=cards>{stories}</main>{part}</body></html>");
        for (part, held, selector) in [
            (
                "<div class='ad-slot wide'><iframe src='https://ads.example/f.html'></iframe></div>",
                "https://ads.example/f.html",
                Some("div.ad-slot"),
            ),
            (
                "<iframe class=widget src='//ads.example/f.html?x=1'></iframe>",
                "https://ads.example/f.html",
                Some("iframe.widget"),
            ),
            (
                "<aside id=partner><p>Buy this <b>now</b> from a partner</p></aside>",
                "from a partner",
                Some("aside#partner"),
            ),
            // Nothing to call it by, and what stands around it is the page.
            ("<div><iframe src='https://ads.example/f.html'></iframe></div>", "https://ads.example/f.html", None),
            // Every story is called so.
            (
                "<article class=card><iframe src='https://ads.example/f.html'></iframe></article>",
                "https://ads.example/f.html",
                None,
            ),
            ("<div class=ad></div>", "https://ads.example/f.html", None),
            (
                "<div class='a:b'><iframe src='https://ads.example/f.html'></iframe></div>",
                "https://ads.example/f.html",
                None,
            ),
            ("<div class=ad>x</div>", "x", None),
        ] {
            assert_eq!(holder(&page(part), held).as_deref(), selector, "{part}");
        }
        let most = format!("<div class=all>{stories}<iframe src='https://ads.example/f.html'></iframe></div>");
        assert_eq!(holder(&most, "https://ads.example/f.html"), None, "it would leave the whole page out");
    }

    #[test]
    fn whatever_the_bytes_it_comes_to_an_end() {
        let classes: String = (0..30_000).map(|n| format!("c{n} ")).collect();
        let named = format!(
            "<p class='{classes}'><img src=https://ads.example/f.html></p>{}",
            format!("<p class='{}'>", &classes[..60]).repeat(2_000)
        );
        let unopened = format!("{}{}", "<a>".repeat(20_000), "</b>".repeat(60_000));
        for page in ["<div class=ad>".repeat(200_000), "\u{0}<".repeat(900_000), String::new(), named, unopened] {
            let started = std::time::Instant::now();
            assert_eq!(holder(&page, "https://ads.example/f.html"), None);
            let took = started.elapsed();
            assert!(took < std::time::Duration::from_secs(20), "{}…: {took:?}", &page[..page.len().min(20)]);
        }
    }
}
