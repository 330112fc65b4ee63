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
    let inset = value(style, b"inset").is_some_and(|v| matches!(number(v), Some((n, _)) if n == 0.0));
    let fixed = has(b"position:fixed");
    let absolute = has(b"position:absolute");
    let wide = inset || full(b"width", b"v") || full(b"min-width", b"v") || zero(b"left") && zero(b"right");
    let high = inset || full(b"height", b"v") || full(b"min-height", b"v") || zero(b"top") && zero(b"bottom");
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
        || zero(b"opacity")
        || zero(b"font-size")
        || off(b"text-indent")
        || (fixed || absolute) && (off(b"left") || off(b"top") || off(b"right"))
        || off(b"margin-left")
        || (tiny(b"height") || tiny(b"width")) && (has(b"overflow:hidden") || tiny(b"height") && tiny(b"width"))
        || zero(b"max-height") && has(b"overflow:hidden");
    Effect { covers: fixed && wide && high && !hides, full: wide && high, lifted: fixed || absolute, hides, wide }
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// Key of the class, the id or the tag that the selector ends in, as [`super::html`] names elements.
    pub target: Key,
    /// The target is the page itself: `html`, `body`.
    pub page: bool,
    /// The target is a bare tag that shows foreign content: a frame, a picture.
    pub frame: bool,
    /// What it does.
    pub effect: Effect,
    /// The address of a background picture.
    pub background: Option<String>,
}

/// Reads the rules that matter out of a `<style>`; linear in its size, at most 200 rules.
pub(super) fn rules(css: &str, mut each: impl FnMut(Rule)) {
    let mut scratch = Vec::new();
    let mut found = 0;
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
            // An at-rule around rules: its condition is not judged, its rules are.
            start = body;
            at = body;
            continue;
        }
        let (Some(selectors), Some(declarations)) = (css.get(start..brace), css.get(body..end)) else {
            return;
        };
        start = (end + 1).min(bytes.len());
        at = start;
        if !matters(declarations) {
            continue;
        }
        let effect = effect(declarations, &mut scratch);
        let background = background(declarations);
        for selector in selectors.rsplit("*/").next().unwrap_or(selectors).split(',').take(20) {
            let Some((target, page, frame)) = target(selector) else {
                continue;
            };
            if effect.covers || effect.full && frame || page && (effect.hides || background.is_some()) {
                found += 1;
                each(Rule { target, page, frame, effect, background: background.clone() });
                if found >= 200 {
                    return;
                }
            }
        }
    }
}

/// A quick look whether declarations could matter at all.
fn matters(declarations: &str) -> bool {
    let bytes = declarations.as_bytes();
    [&b"fixed"[..], b"none", b"hidden", b"opacity", b"100%", b"100v", b"url("]
        .iter()
        .any(|w| memchr::memmem::find(bytes, w).is_some())
}

/// The address of the first picture in a style's background.
pub(super) fn background(declarations: &str) -> Option<String> {
    let at = declarations.find("background")?;
    let rest = &declarations[at..];
    let url = rest.find("url(")? + 4;
    let rest = rest[url..].trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(['"', '\'', ')']).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].chars().take(300).collect())
}

/// Whom a selector's last part names.
fn target(selector: &str) -> Option<(Key, bool, bool)> {
    let last = selector.split_ascii_whitespace().next_back()?;
    if last.contains(':') {
        return None;
    }
    let tag = last.split(['.', '#', '[']).next().unwrap_or("").to_ascii_lowercase();
    let page = matches!(last.to_ascii_lowercase().as_str(), "body" | "html");
    let frame =
        last.len() == tag.len() && matches!(tag.as_str(), "iframe" | "img" | "object" | "embed" | "video" | "frame");
    let name = match last.rfind(['.', '#']) {
        Some(at) => last[at + 1..].split('[').next().unwrap_or(""),
        None => tag.as_str(),
    };
    if name.is_empty() {
        return None;
    }
    Some((name_key(name), page, frame))
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
