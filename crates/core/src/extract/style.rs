//! Styles that cover the page or hide it: only what changes whether a reader sees the page. Declarations here, the rules of
//! style sheets in `rules`.

mod rules;

pub(super) use rules::{
    Rule, background, each_rule, fonts, imports, names_page, rules, rules_and_all, shows, takes_hold,
};

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
    /// At least as wide as a column of text.
    pub broad: bool,
    /// Laid over the view by its shadow or its edge alone.
    pub edges: bool,
    /// Laid over the view, and not seen: a click hits it.
    pub glass: bool,
    /// Stays at an edge of the view, as wide as it.
    pub bar: bool,
    /// Stays in view, wherever the page is scrolled to.
    pub floats: bool,
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
    let broad = [Property::Width, Property::MinWidth]
        .into_iter()
        .any(|property| style.number(property).is_some_and(|(n, rest)| n >= 400.0 && rest.starts_with(b"px")));
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
    let edges = (fixed || absolute)
        && [Property::BoxShadow, Property::Outline, Property::Border]
            .into_iter()
            .any(|property| style.get(property).is_some_and(is_vast));
    let faint = style.number(Property::Opacity).is_some_and(|(n, rest)| n <= 0.02 && !rest.starts_with(b"%"));
    let at_edge = zero(Property::Top) || zero(Property::Bottom);
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
        broad,
        edges: edges && !none && !invisible && !faint,
        glass: fixed && wide && high && faint && !none && !invisible,
        bar: (fixed || style.says[5]) && wide && !high && at_edge && !hides,
        floats: (fixed || style.says[5]) && !hides,
    }
}

/// Whether a shadow or an edge is as large as a view.
fn is_vast(value: &[u8]) -> bool {
    let units: [(&[u8], f64); 4] = [(b"px", 1000.0), (b"vmax", 80.0), (b"vw", 80.0), (b"vh", 80.0)];
    units.into_iter().any(|(unit, least)| {
        memchr::memmem::find_iter(value, unit).any(|at| {
            // Blanks are gone: lengths of nothing run together with the one that follows them.
            let start = value[..at].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |before| before + 1);
            std::str::from_utf8(&value[start..at]).ok().and_then(|n| n.parse::<f64>().ok()).is_some_and(|n| n >= least)
        })
    })
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
    BoxShadow,
    Outline,
    Border,
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
            b"box-shadow" => Self::BoxShadow,
            b"outline" => Self::Outline,
            b"border" => Self::Border,
            b"background" => Self::Background,
            _ => return None,
        })
    }
}

/// Words that count wherever they stand, as end of what is before a colon and beginning of what follows it.
const SAYS: [(&[u8], &[u8]); 6] = [
    (b"position", b"fixed"),
    (b"position", b"absolute"),
    (b"display", b"none"),
    (b"visibility", b"hidden"),
    (b"overflow", b"hidden"),
    (b"position", b"sticky"),
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

#[cfg(test)]
mod tests {
    use super::rules::name_key;
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
