//! Inline styles and `<style>` rules that cover the page or hide it: only what changes whether a reader sees the page.

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
    let style = scratch.as_slice();
    let has = |what: &[u8]| memchr::memmem::find(style, what).is_some();
    // Only values that begin right after the property count: `left:0` is no `left:0.5em`.
    let zero = |property: &[u8]| value(style, property).is_some_and(|v| matches!(number(v), Some((n, _)) if n == 0.0));
    let full = |property: &[u8], unit: &[u8]| {
        value(style, property).is_some_and(|v| match number(v) {
            Some((n, rest)) => {
                n >= 95.0 && (rest.starts_with(b"%") || rest.starts_with(unit))
                    || n >= 1200.0 && rest.starts_with(b"px")
            }
            None => false,
        })
    };
    // In units of the view; a share of what holds it says nothing of the view.
    let tall = [&b"height"[..], b"min-height"].iter().any(|property| {
        value(style, property).and_then(number).is_some_and(|(n, rest)| {
            n >= 90.0
                && (rest.starts_with(b"v")
                    || rest.starts_with(b"d")
                    || rest.starts_with(b"l")
                    || rest.starts_with(b"s"))
                || n >= 1200.0 && rest.starts_with(b"px")
        })
    });
    let inset = value(style, b"inset").is_some_and(|v| matches!(number(v), Some((n, _)) if n == 0.0));
    let fixed = has(b"position:fixed");
    let absolute = has(b"position:absolute");
    let wide = inset || full(b"width", b"v") || full(b"min-width", b"v") || zero(b"left") && zero(b"right");
    let high = inset || full(b"height", b"v") || full(b"min-height", b"v") || zero(b"top") && zero(b"bottom");
    // Pulled up over what stands before it.
    let pulled = value(style, b"margin-top")
        .and_then(number)
        .is_some_and(|(n, rest)| n <= -300.0 && rest.starts_with(b"px") || n <= -50.0 && rest.starts_with(b"v"));
    let off = |property: &[u8]| {
        value(style, property).and_then(number).is_some_and(|(n, rest)| {
            n <= -500.0 && (rest.starts_with(b"px") || rest.is_empty()) || n <= -60.0 && rest.starts_with(b"em")
        })
    };
    let tiny = |property: &[u8]| {
        value(style, property)
            .and_then(number)
            .is_some_and(|(n, rest)| n <= 1.0 && !rest.starts_with(b"%") && !rest.starts_with(b"em"))
    };
    let hides = has(b"display:none")
        || has(b"visibility:hidden")
        || value(style, b"opacity").and_then(number).is_some_and(|(n, rest)| n <= 0.02 && !rest.starts_with(b"%"))
        || vanishes(style)
        || zero(b"font-size")
        || off(b"text-indent")
        || (fixed || absolute) && (off(b"left") || off(b"top") || off(b"right"))
        || off(b"margin-left")
        || (tiny(b"height") || tiny(b"width")) && (has(b"overflow:hidden") || tiny(b"height") && tiny(b"width"))
        || zero(b"max-height") && has(b"overflow:hidden");
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
fn vanishes(style: &[u8]) -> bool {
    let is = |property: &[u8], values: &[&[u8]]| {
        value(style, property).is_some_and(|v| values.iter().any(|gone| memchr::memmem::find(v, gone).is_some()))
    };
    is(b"clip-path", &[b"circle(0", b"ellipse(0", b"inset(50%", b"inset(100%"])
        || is(b"transform", &[b"scale(0)", b"scale(0,", b"scalex(0)", b"scaley(0)"])
        || is(b"filter", &[b"brightness(0)", b"opacity(0)", b"brightness(0%", b"opacity(0%"])
        || is(b"content-visibility", &[b"hidden"])
        || is(b"color", &[b"transparent"]) && is(b"background", &[b"none", b"transparent"])
}

/// The value of a property, to its semicolon; `style` begins with one.
fn value<'a>(style: &'a [u8], property: &[u8]) -> Option<&'a [u8]> {
    memchr::memmem::find_iter(style, property).find_map(|at| {
        let before = style.get(at.wrapping_sub(1));
        let rest = style[at + property.len()..].strip_prefix(b":")?;
        matches!(before, Some(b';' | b'{')).then(|| &rest[..memchr::memchr2(b';', b'!', rest).unwrap_or(rest.len())])
    })
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
pub(super) fn rules(css: &str, mut each: impl FnMut(Rule)) {
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

/// A quick look whether declarations could matter at all.
fn matters(declarations: &str) -> bool {
    let bytes = declarations.as_bytes();
    [
        &b"fixed"[..],
        b"none",
        b"hidden",
        b"opacity",
        b"100%",
        b"00v",
        b"url(",
        b"clip-path",
        b"scale",
        b"brightness",
        b"transparent",
    ]
    .iter()
    .any(|w| memchr::memmem::find(bytes, w).is_some())
}

/// The text or the address that a rule puts in an element's place or beside it; none where it is an icon or empty.
fn content(declarations: &str) -> Option<String> {
    let bytes = declarations.as_bytes();
    let at = memchr::memmem::find_iter(bytes, b"content").find(|at| {
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
    let bare = low.len() == tag.len();
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
