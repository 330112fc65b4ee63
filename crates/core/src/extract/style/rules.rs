//! Rules of style sheets: whom they name and what they do, as far as seeing the page goes.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use memchr::memmem::Finder;

use super::{Effect, effect, number};
use crate::extract::name::{Key, Sort, key};

/// What a rule of a `<style>` does to whom.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Rule {
    /// Key of the class, the id or the tag that the selector ends in, as [`crate::extract::html`] names elements.
    pub target: Key,
    /// The target is the page itself: `html`, `body`.
    pub page: bool,
    /// The target is a bare tag that shows foreign content: a frame, a picture.
    pub frame: bool,
    /// The target is a bare tag.
    pub bare: bool,
    /// The target is what is generated before or after an element.
    pub generated: bool,
    /// The text that a rule makes up.
    pub content: String,
    /// What it does.
    pub effect: Effect,
    /// The address of a background picture.
    pub background: Option<String>,
}

/// Reads the rules that matter out of a `<style>`; linear in its size. At most 200 rules that cover, and 1,000 that hide
/// something less than the page: most style sheets have many, and which of them matter is known when the page is read.
pub(in crate::extract) fn rules(css: &str, each: impl FnMut(Rule)) {
    rules_and_all(css, each, |_, _| {});
}

/// The same; and `all` is given the selectors and the declarations of every rule that is seen on a screen.
pub(in crate::extract) fn rules_and_all(css: &str, mut each: impl FnMut(Rule), mut all: impl FnMut(&str, &str)) {
    let mut scratch = Vec::new();
    let (mut found, mut hiders) = (0, 0);
    // What is for paper is not seen; any other condition is not judged, its rules are.
    let seen = |condition: &str| !condition.contains("print") || condition.contains("screen");
    each_rule(css, seen, |selectors, declarations| {
        all(selectors, declarations);
        let content = content(declarations);
        if !matters(declarations) && content.is_none() {
            return;
        }
        let effect = effect(declarations, &mut scratch);
        let background = background(declarations).or_else(|| content.as_ref().and_then(|content| url(content)));
        let selectors = without_arguments(selectors.rsplit("*/").next().unwrap_or(selectors));
        for selector in selectors.split(',').take(20) {
            let Some(aim) = target(selector) else {
                continue;
            };
            let makes = aim.generated && aim.page && (content.is_some() || background.is_some());
            let shows = aim.frame && content.is_some() && background.is_some();
            let weighty = effect.covers
                || effect.full && aim.frame
                || effect.tall && !aim.generated
                || aim.page && !aim.generated && (effect.hides || background.is_some())
                || makes
                || shows;
            if !weighty && (!effect.hides || aim.generated || hiders >= 1000) || weighty && found >= 200 {
                continue;
            }
            let count = if weighty { &mut found } else { &mut hiders };
            *count += 1;
            let content = if makes { content.as_deref().map(|text| text.chars().take(120).collect()) } else { None };
            each(Rule { effect, background: background.clone(), content: content.unwrap_or_default(), ..aim });
        }
    });
}

/// What declarations have that change more than colours and type.
const TAKES_HOLD: [&str; 18] = [
    "url(",
    "content",
    "display:none",
    "visibility",
    "opacity",
    "transform",
    "blur(",
    "position",
    "pointer-events",
    "animation",
    "clip",
    "direction",
    "blend",
    "transparent",
    "-indent",
    "scale:",
    "rotate:",
    "translate:",
];

/// Whether a rule takes hold of the page, or of every element of a kind: by more than colours and type, as for night or for
/// mourning.
pub(in crate::extract) fn takes_hold(selectors: &str, declarations: &str) -> bool {
    let plain = |part: &str| {
        let name = part.split([':', '[']).next().unwrap_or("");
        name == "*" || !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let everyone = |selector: &str| {
        let mut parts = selector.split([' ', '>', '\n', '\t']).filter(|part| !part.is_empty()).peekable();
        selector == ":root" || parts.peek().is_some() && parts.all(plain)
    };
    selectors.split(',').take(20).any(|selector| everyone(selector.trim())) && {
        let low: String = declarations.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        TAKES_HOLD.iter().any(|word| low.contains(word)) || vanishing(&low)
    }
}

/// Whether declarations leave type no size or push what they are for far outside: in lower case, without blanks.
fn vanishing(declarations: &str) -> bool {
    declarations.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let Some((n, unit)) = number(value.as_bytes()) else { return false };
        match property {
            // Shares of the font's size are as large as that.
            "font-size" | "line-height" => n == 0.0 || n < 1.0 && unit.starts_with(b"px"),
            "margin-top" | "margin-left" => n <= -300.0,
            _ => false,
        }
    })
}

/// Whether a style sheet shows again what it hides: by a class that a script sets, or by an animation.
pub(in crate::extract) fn shows(css: &str) -> bool {
    let plain: Vec<u8> = css.bytes().take(64 * 1024).filter(|byte| !byte.is_ascii_whitespace()).collect();
    [&b"opacity:1}"[..], b"opacity:1;", b"visibility:visible"]
        .iter()
        .any(|shows| memchr::memmem::find(&plain, shows).is_some())
}

/// Whether one of these selectors, by itself, is the page.
pub(in crate::extract) fn names_page(selectors: &str) -> bool {
    let page = |selector: &str| ["html", "body", ":root", "*"].iter().any(|page| selector.eq_ignore_ascii_case(page));
    selectors.split(',').take(20).any(|selector| page(selector.trim()))
}

/// Each rule with its selectors and its declarations, linear in the size. `enters` is asked whether the rules within `@media`
/// and the like count, by what stands after the `@`, in lower case; what other at-rules hold are no rules.
pub(in crate::extract) fn each_rule(css: &str, enters: impl Fn(&str) -> bool, mut each: impl FnMut(&str, &str)) {
    let bytes = css.as_bytes();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = memchr::memchr3(b'{', b'}', b';', &bytes[at..]).map(|found| at + found) {
        at = found + 1;
        if bytes[found] != b'{' {
            start = at;
            continue;
        }
        let prelude = css[start..found].rsplit("*/").next().unwrap_or("").trim();
        if let Some(condition) = prelude.strip_prefix('@') {
            let condition = condition.to_ascii_lowercase();
            if !HOLD_RULES.iter().any(|word| condition.starts_with(word)) || !enters(&condition) {
                at = after_block(bytes, at);
            }
        } else {
            let end = after_block(bytes, at);
            let close = if bytes[end - 1] == b'}' && end > at { end - 1 } else { end };
            each(prelude, &css[at..close]);
            at = end;
        }
        start = at;
    }
}

/// At-rules that hold rules.
const HOLD_RULES: [&str; 6] = ["media", "supports", "layer", "container", "scope", "document"];

/// Where the block ends that begins at `at`, or the style sheet.
fn after_block(css: &[u8], mut at: usize) -> usize {
    let mut depth = 1;
    while let Some(brace) = memchr::memchr2(b'{', b'}', &css[at..]) {
        at += brace + 1;
        depth += if css[at - 1] == b'{' { 1 } else { -1 };
        if depth == 0 {
            break;
        }
    }
    if depth == 0 { at } else { css.len() }
}

/// The style sheets that a style sheet takes in from elsewhere, at most 10.
pub(in crate::extract) fn imports(css: &str) -> impl Iterator<Item = &str> {
    memchr::memmem::find_iter(css.as_bytes(), b"@import").take(10).filter_map(|at| {
        let rest = css.get(at + 7..)?.trim_start();
        let rest = rest.strip_prefix("url(").unwrap_or(rest).trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        let end = rest.find(['"', '\'', ')', ';', ' '])?;
        (end > 0).then(|| &rest[..end])
    })
}

/// The addresses of the fonts that a style sheet declares, at most 20: the first of each.
pub(in crate::extract) fn fonts(css: &str) -> impl Iterator<Item = &str> {
    memchr::memmem::find_iter(css.as_bytes(), b"@font-face").take(20).filter_map(|at| {
        let rest = css.get(at..)?;
        let rule = &rest[..rest.find('}').unwrap_or(rest.len())];
        let address = rule[rule.find("url(")? + 4..].trim_start().trim_start_matches(['"', '\'']);
        let end = address.find(['"', '\'', ')']).unwrap_or(address.len());
        (end > 0).then(|| &address[..end])
    })
}

/// What shows that declarations could matter at all.
#[expect(clippy::expect_used, reason = "the words are constants: building fails in the first test or never")]
static MATTERS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .ascii_case_insensitive(true)
        .build([
            "fixed",
            "none",
            "hidden",
            "opacity",
            "100%",
            "00v",
            "url(",
            "clip",
            "scale",
            "brightness",
            "transparent",
            "zoom",
            // What is written in escapes may be anything.
            "\\",
        ])
        .expect("the words fit")
});

/// A quick look whether declarations could matter at all.
fn matters(declarations: &str) -> bool {
    MATTERS.is_match(declarations)
}

static CONTENT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("content"));

/// The text or the address that a rule puts in an element's place or beside it; none where it is an icon or empty.
fn content(declarations: &str) -> Option<String> {
    let bytes = declarations.as_bytes();
    let at = CONTENT.find_iter(bytes).find(|at| {
        !matches!(at.checked_sub(1).and_then(|before| bytes.get(before)), Some(b'-'))
            && bytes[at + 7..].trim_ascii_start().first() == Some(&b':')
    })?;
    let value = declarations[at + 7..].trim_start().trim_start_matches(':').trim_start();
    let end = value.find([';', '}']).unwrap_or(value.len());
    let value = &value[..end];
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    (value.starts_with("url(") || value.starts_with(['"', '\'']) && letters >= 8)
        .then(|| value.trim_matches(['"', '\'', ' ']).chars().take(300).collect())
}

/// The address of the first picture in a style's background.
pub(in crate::extract) fn background(declarations: &str) -> Option<String> {
    let at = declarations.find("background")?;
    url(&declarations[at..])
}

/// The first address in a value.
fn url(value: &str) -> Option<String> {
    let rest = &value[value.find("url(")? + 4..];
    let rest = rest.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(['"', '\'', ')']).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].chars().take(300).collect())
}

/// Selectors without what stands in round brackets: of `:not(…)` and `:has(…)` it is not judged whom they spare.
fn without_arguments(selectors: &str) -> String {
    let mut depth = 0_u32;
    selectors
        .chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// What narrows a selector without asking what a reader does or which state an element is in.
const STRUCTURAL: [&str; 16] = [
    "not",
    "has",
    "is",
    "where",
    "root",
    "first-child",
    "last-child",
    "only-child",
    "first-of-type",
    "last-of-type",
    "only-of-type",
    "nth-child",
    "nth-last-child",
    "nth-of-type",
    "nth-last-of-type",
    "lang",
];

/// Whom a selector's last part names, as a rule that does nothing yet.
fn target(selector: &str) -> Option<Rule> {
    let mut parts = selector.split(|c: char| c.is_ascii_whitespace() || c == '>').filter(|part| !part.is_empty());
    let last = parts.next_back()?;
    let (name, states) = last.split_once(':').unwrap_or((last, ""));
    let mut generated = false;
    let mut root = false;
    for state in states.split(':').filter(|state| !state.is_empty()) {
        let state = state.to_ascii_lowercase();
        match state.as_str() {
            "before" | "after" => generated = true,
            "root" => root = true,
            _ if STRUCTURAL.contains(&state.as_str()) => {}
            _ => return None,
        }
    }
    let low = name.to_ascii_lowercase();
    let tag = low.split(['.', '#', '[']).next().unwrap_or("");
    let everything = low == "*"
        && parts.all(|part| {
            matches!(
                part.split([':', '.', '#']).next().unwrap_or("").to_ascii_lowercase().as_str(),
                "html" | "body" | "*"
            )
        });
    let page = matches!(low.as_str(), "body" | "html") || root && low.is_empty() || everything;
    // An attribute narrows a tag without naming another thing: `dialog[open]`.
    let bare = low.split('[').next() == Some(tag);
    let frame = bare && matches!(tag, "iframe" | "img" | "object" | "embed" | "video" | "frame");
    let named = match name.rfind(['.', '#']) {
        Some(at) => name[at + 1..].split('[').next().unwrap_or(""),
        None if root => "html",
        None => tag,
    };
    if named.is_empty() {
        return None;
    }
    let target = name_key(named);
    let effect = Effect::default();
    Some(Rule { target, page, frame, bare, generated, content: String::new(), effect, background: None })
}

/// The key by which elements and rules find each other.
pub(in crate::extract) fn name_key(name: &str) -> Key {
    key(Sort::Token, name.as_bytes())
}
