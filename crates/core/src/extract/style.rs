//! Inline styles and `<style>` rules that cover the page or hide it: only what changes whether a reader sees the page.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use memchr::memmem::Finder;

use super::name::{Key, Sort, key};

/// What an inline style does, as far as seeing the page goes.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Effect {
    /// Laid over the view: fixed, and as large as it.
    pub covers: bool,
    /// As large as what holds it: full width and full height.
    pub full: bool,
    /// Taken out of the flow (absolute or fixed).
    pub lifted: bool,
    /// Not seen: no display, no size, no opacity, far outside.
    pub hides: bool,
    /// As wide as what holds it.
    pub wide: bool,
    /// As high as the view, wherever it stands.
    pub tall: bool,
}

/// Reads declarations. `scratch` spares an allocation.
pub(super) fn effect(declarations: &str, scratch: &mut Vec<u8>) -> Effect {
    scratch.clear();
    scratch.push(b';');
    let mut rest = &declarations.as_bytes()[..declarations.len().min(4096)];
    while !rest.is_empty() {
        let comment = memchr::memmem::find(rest, b"/*").unwrap_or(rest.len());
        scratch.extend(rest[..comment].iter().filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase));
        rest = &rest[comment..];
        let end = memchr::memmem::find(rest, b"*/").map_or(rest.len(), |end| end + 2);
        rest = &rest[end..];
    }
    let style = Declarations::read(scratch);
    let zero = |property| style.number(property).is_some_and(|(n, _)| n == 0.0);
    let full = |property, unit: &[u8]| {
        style.number(property).is_some_and(|(n, rest)| {
            n >= 95.0 && (rest.starts_with(b"%") || rest.starts_with(unit)) || n >= 1200.0 && rest.starts_with(b"px")
        })
    };
    // In units of the view; a share of what holds it says nothing of the view.
    let tall = [Property::Height, Property::MinHeight].into_iter().any(|property| {
        style.number(property).is_some_and(|(n, rest)| {
            n >= 90.0
                && (rest.starts_with(b"v")
                    || rest.starts_with(b"d")
                    || rest.starts_with(b"l")
                    || rest.starts_with(b"s"))
                || n >= 1200.0 && rest.starts_with(b"px")
        })
    });
    let inset = zero(Property::Inset);
    let (fixed, absolute) = (style.says[0], style.says[1]);
    let wide = inset
        || full(Property::Width, b"v")
        || full(Property::MinWidth, b"v")
        || zero(Property::Left) && zero(Property::Right);
    let high = inset
        || full(Property::Height, b"v")
        || full(Property::MinHeight, b"v")
        || zero(Property::Top) && zero(Property::Bottom);
    // Pulled up over what stands before it.
    let pulled = style
        .number(Property::MarginTop)
        .is_some_and(|(n, rest)| n <= -300.0 && rest.starts_with(b"px") || n <= -50.0 && rest.starts_with(b"v"));
    let off = |property| {
        style.number(property).is_some_and(|(n, rest)| {
            n <= -500.0 && (rest.starts_with(b"px") || rest.is_empty()) || n <= -60.0 && rest.starts_with(b"em")
        })
    };
    let tiny = |property| {
        style.number(property).is_some_and(|(n, rest)| n <= 1.0 && !rest.starts_with(b"%") && !rest.starts_with(b"em"))
    };
    let (none, invisible, clipped) = (style.says[2], style.says[3], style.says[4]);
    let hides = none
        || invisible
        || style.number(Property::Opacity).is_some_and(|(n, rest)| n <= 0.02 && !rest.starts_with(b"%"))
        || vanishes(&style)
        || zero(Property::FontSize)
        || off(Property::TextIndent)
        || (fixed || absolute) && (off(Property::Left) || off(Property::Top) || off(Property::Right))
        || off(Property::MarginLeft)
        || (tiny(Property::Height) || tiny(Property::Width))
            && (clipped || tiny(Property::Height) && tiny(Property::Width))
        || zero(Property::MaxHeight) && clipped;
    Effect {
        covers: fixed && wide && high && !hides,
        full: wide && high || pulled && wide && tall,
        lifted: fixed || absolute || pulled,
        hides,
        wide,
        tall: tall && !hides,
    }
}

/// Whether a style leaves nothing to see by the newer ways: clipped away, shrunk to nothing, darkened, rendered not at all.
fn vanishes(style: &Declarations<'_>) -> bool {
    let is = |property, values: &[&[u8]]| {
        style.get(property).is_some_and(|v| values.iter().any(|gone| memchr::memmem::find(v, gone).is_some()))
    };
    is(Property::ClipPath, &[b"circle(0", b"ellipse(0", b"inset(50%", b"inset(100%"])
        || is(Property::Transform, &[b"scale(0)", b"scale(0,", b"scalex(0)", b"scaley(0)"])
        || is(Property::Filter, &[b"brightness(0)", b"opacity(0)", b"brightness(0%", b"opacity(0%"])
        || is(Property::ContentVisibility, &[b"hidden"])
        || is(Property::Color, &[b"transparent"]) && is(Property::Background, &[b"none", b"transparent"])
}

/// The properties whose values are read.
#[derive(Debug, Clone, Copy)]
#[repr(usize)]
enum Property {
    Width,
    Height,
    MinWidth,
    MinHeight,
    MaxHeight,
    Inset,
    Left,
    Right,
    Top,
    Bottom,
    MarginTop,
    MarginLeft,
    TextIndent,
    Opacity,
    FontSize,
    ClipPath,
    Transform,
    Filter,
    ContentVisibility,
    Color,
    Background,
}

impl Property {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"width" => Self::Width,
            b"height" => Self::Height,
            b"min-width" => Self::MinWidth,
            b"min-height" => Self::MinHeight,
            b"max-height" => Self::MaxHeight,
            b"inset" => Self::Inset,
            b"left" => Self::Left,
            b"right" => Self::Right,
            b"top" => Self::Top,
            b"bottom" => Self::Bottom,
            b"margin-top" => Self::MarginTop,
            b"margin-left" => Self::MarginLeft,
            b"text-indent" => Self::TextIndent,
            b"opacity" => Self::Opacity,
            b"font-size" => Self::FontSize,
            b"clip-path" => Self::ClipPath,
            b"transform" => Self::Transform,
            b"filter" => Self::Filter,
            b"content-visibility" => Self::ContentVisibility,
            b"color" => Self::Color,
            b"background" => Self::Background,
            _ => return None,
        })
    }
}

/// Words that count wherever they stand, as end of what is before a colon and beginning of what follows it.
const SAYS: [(&[u8], &[u8]); 5] = [
    (b"position", b"fixed"),
    (b"position", b"absolute"),
    (b"display", b"none"),
    (b"visibility", b"hidden"),
    (b"overflow", b"hidden"),
];

/// Declarations taken apart in one pass: a search for each property anew is what style sheets spent most of their time on.
struct Declarations<'a> {
    /// The first value of each property. Only values that begin right after the property count: `left:0` is no
    /// `left:0.5em`.
    values: [Option<&'a [u8]>; Property::Background as usize + 1],
    /// Which of [`SAYS`] are there.
    says: [bool; SAYS.len()],
}

impl<'a> Declarations<'a> {
    /// Reads a style without blanks, in lower case.
    fn read(style: &'a [u8]) -> Self {
        let mut all = Self { values: [None; Property::Background as usize + 1], says: [false; SAYS.len()] };
        // Where a property's name may begin.
        let mut begin = None;
        for at in memchr::memchr3_iter(b':', b';', b'{', style) {
            if style[at] != b':' {
                begin = Some(at + 1);
                continue;
            }
            let rest = &style[at + 1..];
            if let Some(property) = begin.take().and_then(|begin| Property::of(&style[begin..at])) {
                let value = &mut all.values[property as usize];
                if value.is_none() {
                    *value = Some(&rest[..memchr::memchr2(b';', b'!', rest).unwrap_or(rest.len())]);
                }
            }
            for (there, (before, after)) in all.says.iter_mut().zip(SAYS) {
                *there |= rest.starts_with(after) && style[..at].ends_with(before);
            }
        }
        all
    }

    /// The value of a property.
    fn get(&self, property: Property) -> Option<&'a [u8]> {
        self.values[property as usize]
    }

    /// The number that a property's value begins with, and what follows it.
    fn number(&self, property: Property) -> Option<(f64, &'a [u8])> {
        self.get(property).and_then(number)
    }
}

/// A number with what follows it.
fn number(value: &[u8]) -> Option<(f64, &[u8])> {
    let end =
        value.iter().position(|b| !(b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'+'))).unwrap_or(value.len());
    let n = std::str::from_utf8(&value[..end.min(16)]).ok()?.parse().ok()?;
    Some((n, &value[end..]))
}

/// What a rule of a `<style>` does to whom.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// Key of the class, the id or the tag that the selector ends in, as [`super::html`] names elements.
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
pub(super) fn rules(css: &str, each: impl FnMut(Rule)) {
    rules_and_page(css, each, |_| {});
}

/// The same; and `of_page` is given the declarations for the page itself, whatever they do.
pub(super) fn rules_and_page(css: &str, mut each: impl FnMut(Rule), mut of_page: impl FnMut(&str)) {
    let mut scratch = Vec::new();
    let (mut found, mut hiders) = (0, 0);
    let mut start = 0;
    let bytes = css.as_bytes();
    let mut at = 0;
    while let Some(brace) = memchr::memchr2(b'{', b'}', &bytes[at..]).map(|n| n + at) {
        if bytes[brace] == b'}' {
            start = brace + 1;
            at = brace + 1;
            continue;
        }
        let body = brace + 1;
        let end = memchr::memchr2(b'{', b'}', &bytes[body..]).map_or(bytes.len(), |n| n + body);
        if bytes.get(end) == Some(&b'{') {
            // An at-rule around rules: what is for paper is not seen; any other condition is not judged, its rules are.
            let print = memchr::memmem::find(&bytes[start..brace], b"print").is_some()
                && memchr::memmem::find(&bytes[start..brace], b"screen").is_none();
            let next = if print { after_block(bytes, body) } else { body };
            start = next;
            at = next;
            continue;
        }
        let (Some(selectors), Some(declarations)) = (css.get(start..brace), css.get(body..end)) else {
            return;
        };
        start = (end + 1).min(bytes.len());
        at = start;
        if names_page(selectors) {
            of_page(declarations);
        }
        let content = content(declarations);
        if !matters(declarations) && content.is_none() {
            continue;
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
    }
}

/// What declarations have that change more than colours and type.
const TAKES_HOLD: [&str; 16] = [
    "url(",
    "content",
    "display:none",
    "visibility",
    "opacity",
    "transform",
    "blur(",
    "position",
    "pointer-events",
    "font-size:0",
    "animation",
    "clip",
    "direction",
    "blend",
    "transparent",
    "-indent",
];

/// Whether a style sheet takes hold of the page, or of every element of a kind: by more than colours and type, as for night or
/// for mourning. What is for paper is not seen. At most its first 400 rules are read.
pub(super) fn sweeping(css: &str) -> bool {
    let plain = css.split("@media print").next().unwrap_or("");
    plain.split('}').take(400).any(|rule| {
        let mut parts = rule.rsplit('{');
        let (declarations, selectors) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let selectors = selectors.rsplit("*/").next().unwrap_or("");
        let everyone = selectors.len() < 400
            && selectors.split(',').any(|selector| {
                let selector = selector.trim();
                let plain = |part: &str| {
                    let name = part.split([':', '[']).next().unwrap_or("");
                    name == "*" || !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
                };
                selector == ":root"
                    || !selector.is_empty() && selector.split([' ', '>']).filter(|part| !part.is_empty()).all(plain)
            });
        everyone && {
            let low: String =
                declarations.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
            TAKES_HOLD.iter().any(|word| low.contains(word))
        }
    })
}

/// Whether a style sheet shows again what it hides: by a class that a script sets, or by an animation.
pub(super) fn shows(css: &str) -> bool {
    let plain: Vec<u8> = css.bytes().take(64 * 1024).filter(|byte| !byte.is_ascii_whitespace()).collect();
    [&b"opacity:1}"[..], b"opacity:1;", b"visibility:visible"]
        .iter()
        .any(|shows| memchr::memmem::find(&plain, shows).is_some())
}

/// Whether one of these selectors, by itself, is the page.
fn names_page(selectors: &str) -> bool {
    let words = selectors.rsplit("*/").next().unwrap_or(selectors);
    words.len() < 200
        && words.split(',').any(|selector| {
            ["html", "body", ":root", "*"].iter().any(|page| selector.trim().eq_ignore_ascii_case(page))
        })
}

/// Where the block ends that begins at `at`, or the style sheet.
pub(super) fn after_block(css: &[u8], mut at: usize) -> usize {
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
pub(super) fn imports(css: &str) -> impl Iterator<Item = &str> {
    memchr::memmem::find_iter(css.as_bytes(), b"@import").take(10).filter_map(|at| {
        let rest = css.get(at + 7..)?.trim_start();
        let rest = rest.strip_prefix("url(").unwrap_or(rest).trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        let end = rest.find(['"', '\'', ')', ';', ' '])?;
        (end > 0).then(|| &rest[..end])
    })
}

/// What shows that declarations could matter at all.
#[expect(clippy::expect_used, reason = "the words are constants: building fails in the first test or never")]
static MATTERS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .build([
            "fixed",
            "none",
            "hidden",
            "opacity",
            "100%",
            "00v",
            "url(",
            "clip-path",
            "scale",
            "brightness",
            "transparent",
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
pub(super) fn background(declarations: &str) -> Option<String> {
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
pub(super) fn name_key(name: &str) -> Key {
    key(Sort::Token, name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_cover_from_an_ordinary_wrapper() {
        let table = [
            ("position:fixed;top:0;left:0;width:100%;height:100%;z-index:9", true, false),
            ("POSITION: fixed; inset: 0", true, false),
            ("position:fixed; top:0; bottom:0; left:0; right:0", true, false),
            ("position:fixed;width:100vw;height:100vh", true, false),
            ("position:absolute;width:100%;height:100%", false, false),
            ("position:fixed;bottom:0;width:100%;height:60px", false, false),
            ("position:fixed;inset:0;display:none", false, true),
            ("display : none", false, true),
            ("position:absolute;left:-9999px", false, true),
            ("text-indent:-9999px", false, true),
            ("margin-left:-20px", false, false),
            ("line-height:100%;width:100%", false, false),
            ("opacity:0.9", false, false),
            ("height:1px;width:1px", false, true),
            ("clip-path: circle(0)", false, true),
            ("transform:scale(0)", false, true),
            ("filter:brightness(0)", false, true),
            ("filter:grayscale(1)", false, false),
            ("opacity:.01", false, true),
        ];
        for (style, covers, hides) in table {
            let found = effect(style, &mut Vec::new());
            assert_eq!((found.covers, found.hides), (covers, hides), "{style}");
        }
    }

    #[test]
    fn finds_the_rules_that_matter() {
        let css = "/* x */ .a{color:red} @media screen{ #over{position:fixed;inset:0} } body{display:none} \
                   p{margin:0} body{background:#000 url('//evil.example/x.jpg')} iframe{width:100%;height:100%} unclosed{";
        let mut found = Vec::new();
        rules(css, |rule| found.push(rule));
        assert_eq!(found.len(), 4);
        assert!(found[0].effect.covers && found[0].target == name_key("over"));
        assert!(found[1].page && found[1].effect.hides);
        assert_eq!(found[2].background.as_deref(), Some("//evil.example/x.jpg"));
        assert!(found[3].frame && found[3].effect.full);
    }
}
