//! Styles that cover the page or hide it: only what changes whether a reader sees the page. Declarations here, the rules of
//! style sheets in `rules`.

mod declarations;
mod rules;

use declarations::{Declarations, Length, Property, number};

pub(super) use rules::{
    Rule, background, each_rule, fonts, imports, names_page, rules, rules_and_all, shows, takes_hold,
};

/// What of an element is not seen, and by what: what shows a part of it again depends on that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Unseen(u8);

impl Unseen {
    /// All of it, whatever is in it: no display, no opacity, clipped away.
    pub(super) const ALL: Self = Self(1);
    /// Far outside, or cut off at an edge: what is fixed to the view is not.
    const OUTSIDE: Self = Self(2);
    /// By `visibility`, which anything in it may have otherwise.
    const INVISIBLE: Self = Self(4);
    /// Its words, by an indent, by their size, by their colour; pictures in it are seen.
    const WORDS: [Self; 3] = [Self(8), Self(16), Self(32)];

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Self, there: bool) {
        self.0 |= if there { other.0 } else { 0 };
    }

    /// What of an element is not seen that stands in one of which `self` is not, and by itself shows and hides this.
    pub(super) fn within(self, seen: Self, unseen: Self) -> Self {
        Self(self.0 & !seen.0 | unseen.0)
    }

    /// With all of it, if so.
    pub(super) fn or_all(mut self, gone: bool) -> Self {
        self.add(Self::ALL, gone);
        self
    }

    /// Nothing in it is seen that does not show itself again.
    pub(super) fn hidden(self) -> bool {
        self.0 & 7 != 0
    }

    /// Nothing in it can be read.
    pub(super) fn unread(self) -> bool {
        self.0 != 0
    }
}

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
    /// Not seen, or not to be read: no display, no size, no opacity, far outside.
    pub hides: bool,
    /// What of it is not seen.
    pub unseen: Unseen,
    /// By what it is seen again in an element that is not.
    pub seen: Unseen,
    /// It says itself how it is displayed, which is stronger than the attribute that hides it.
    pub displayed: bool,
    /// Laid over the view, and seen where something in it is made visible again.
    pub veil: bool,
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

impl Effect {
    /// As what is laid over the view without being seen, seen again.
    pub(super) fn unveiled(self) -> Self {
        Self { covers: true, full: true, lifted: true, ..self }
    }
}

/// Reads declarations. `scratch` spares an allocation.
pub(super) fn effect(declarations: &str, scratch: &mut Vec<u8>) -> Effect {
    declarations::plain(declarations, scratch);
    let style = Declarations::read(scratch);
    let is = |property, words: &[&[u8]]| style.get(property).is_some_and(|value| words.contains(&value));
    let zero = |property| style.number(property).is_some_and(|(n, _)| n == 0.0);
    let fixed = is(Property::Position, &[b"fixed"]);
    let absolute = is(Property::Position, &[b"absolute"]);
    let sticky = is(Property::Position, &[b"sticky", b"-webkit-sticky"]);
    // What has to be worked out may be as large as the view, and is of no use in a thing that is fixed if it is not.
    let worked_out = |property| fixed && matches!(style.length(property), Some(Length::WorkedOut));
    let full = |property| {
        worked_out(property)
            || match style.length(property) {
                Some(Length::Share(n) | Length::View(n)) => n >= 95.0,
                Some(Length::Pixels(n)) => n >= 1200.0,
                _ => false,
            }
    };
    // In units of the view; a share of what holds it says nothing of the view.
    let tall = [Property::Height, Property::MinHeight].into_iter().any(|property| match style.length(property) {
        Some(Length::View(n)) => n >= 90.0,
        Some(Length::Pixels(n)) => n >= 1200.0,
        _ => false,
    });
    let broad = [Property::Width, Property::MinWidth]
        .into_iter()
        .any(|property| matches!(style.length(property), Some(Length::Pixels(n)) if n >= 400.0));
    let at = |property| {
        worked_out(property)
            || match style.length(property) {
                Some(Length::Share(n) | Length::View(n)) => n <= 1.0,
                Some(Length::Pixels(n)) => n <= 4.0,
                _ => false,
            }
    };
    let between = |one, other| at(one) && at(other);
    let wide = full(Property::Width) || full(Property::MinWidth) || between(Property::Left, Property::Right);
    let high = full(Property::Height) || full(Property::MinHeight) || between(Property::Top, Property::Bottom);
    // Pulled up over what stands before it.
    let pulled = match style.length(Property::MarginTop) {
        Some(Length::Pixels(n)) => n <= -300.0,
        Some(Length::View(n)) => n <= -50.0,
        _ => false,
    };
    let none = is(Property::Display, &[b"none"]);
    let invisible = is(Property::Visibility, &[b"hidden", b"collapse"]);
    let faint = style.number(Property::Opacity).is_some_and(|(n, unit)| n <= if unit == b"%" { 2.0 } else { 0.02 });
    let lifted = fixed || absolute;
    let outside = outside(&style, lifted);
    let mut unseen = Unseen::default();
    unseen.add(Unseen::ALL, none || faint || vanishes(&style));
    unseen.add(Unseen::INVISIBLE, invisible);
    unseen.add(Unseen::OUTSIDE, outside || cut_off(&style));
    let mut seen = Unseen::default();
    seen.add(
        Unseen::INVISIBLE,
        style.get(Property::Visibility).is_some_and(|value| !invisible && !matches!(value, b"inherit" | b"unset")),
    );
    seen.add(Unseen::OUTSIDE, fixed && !outside || shift(&style, &[Property::Left, Property::MarginLeft]) >= 500.0);
    let indent = shift(&style, &[Property::TextIndent, Property::PaddingLeft]) <= -500.0;
    let pale = is(Property::Color, &[b"transparent"]);
    let painted = [Property::TextFill, Property::TextShadow].into_iter().any(|by| style.get(by).is_some());
    let bare = style.get(Property::Background).is_some_and(|value| matches!(value, b"none" | b"transparent"));
    let told = [
        (Property::TextIndent, indent),
        (Property::FontSize, zero(Property::FontSize)),
        (Property::Color, pale && bare && !painted),
    ];
    // What is taken from around it, or a share of that, is as little seen as that is.
    let own = |value: &[u8]| {
        !matches!(value, b"inherit" | b"unset" | b"transparent" | b"currentcolor")
            && !matches!(number(value), Some((_, b"em" | b"%" | b"ex" | b"ch")))
    };
    for (by, (property, gone)) in Unseen::WORDS.into_iter().zip(told) {
        unseen.add(by, gone);
        seen.add(by, !gone && style.get(property).is_some_and(own));
    }
    seen.add(Unseen::WORDS[2], painted);
    let hides = unseen.unread();
    let laid = fixed && wide && high;
    let edges = lifted
        && [Property::BoxShadow, Property::Outline, Property::Border]
            .into_iter()
            .any(|property| style.get(property).is_some_and(is_vast));
    let at_edge = zero(Property::Top) || zero(Property::Bottom);
    let gone = unseen.hidden();
    Effect {
        covers: laid && !gone,
        full: wide && high || pulled && wide && tall,
        lifted: lifted || pulled,
        hides,
        unseen,
        seen,
        displayed: !none && style.get(Property::Display).is_some()
            || is(Property::ContentVisibility, &[b"visible", b"auto"]),
        veil: laid && unseen.hidden() && !unseen.has(Unseen::ALL) && !unseen.has(Unseen::OUTSIDE),
        wide,
        tall: tall && !gone,
        broad,
        edges: edges && !none && !invisible && !faint,
        glass: laid && faint && !none && !invisible,
        bar: (fixed || sticky) && wide && !high && at_edge && !gone,
        floats: (fixed || sticky) && !gone,
    }
}

/// About how many pixels properties move something to the right or down, taken together.
fn shift(style: &Declarations<'_>, properties: &[Property]) -> f64 {
    let one = |property: &Property| match style.length(*property) {
        Some(Length::Pixels(n)) => n,
        Some(Length::View(n)) => n * 12.0,
        // A slide of a slideshow stands a share of it beside it.
        Some(Length::Share(n)) => (n * 12.0).max(0.0),
        Some(Length::WorkedOut) => 10_000.0,
        None => 0.0,
    };
    properties.iter().map(one).sum()
}

/// Whether a style moves something far out of the view, and nothing of it is as large that it reaches back.
fn outside(style: &Declarations<'_>, lifted: bool) -> bool {
    use Property::{Bottom, Height, Left, MarginLeft, MarginTop, PaddingLeft, Position, Right, Top, Width};
    let moved = |by: &[Property], size: Property, other: Property| {
        let by = shift(style, by);
        let stretched = lifted && style.length(other).is_some() && style.length(size).is_none();
        by <= -500.0 && by + shift(style, &[size]) < 300.0 && !stretched
    };
    let carried = [Property::Transform, Property::Translate].into_iter().any(|it| style.get(it).is_some_and(is_vast));
    if carried {
        return false;
    }
    let below = matches!(style.length(MarginTop), Some(Length::View(n)) if n >= 200.0)
        || matches!(style.length(MarginTop), Some(Length::Pixels(n)) if n >= 3000.0);
    let placed = style.get(Position).is_some_and(|value| value != b"static");
    let beside: &[Property] = if placed { &[Left, MarginLeft, PaddingLeft] } else { &[MarginLeft, PaddingLeft] };
    below
        || (lifted || shift(style, &[MarginLeft]) <= -500.0) && moved(beside, Width, Right)
        || lifted && (moved(&[Top, MarginTop], Height, Bottom) || moved(&[Right], Width, Left))
}

/// Whether a style leaves something no room, and cuts off what is larger.
fn cut_off(style: &Declarations<'_>) -> bool {
    let tiny = |property| matches!(style.length(property), Some(Length::Pixels(n)) if n <= 1.0);
    let clipped = style
        .get(Property::Overflow)
        .is_some_and(|value| value.split(|byte| *byte == b' ').any(|word| matches!(word, b"hidden" | b"clip")));
    // Room within its edges is room.
    let roomy = shift(style, &[Property::PaddingTop, Property::PaddingBottom, Property::MinHeight]) > 1.0;
    let low = tiny(Property::Height) && !roomy;
    let narrow = tiny(Property::Width) && shift(style, &[Property::PaddingLeft, Property::MinWidth]) <= 1.0;
    (low || narrow) && (clipped || low && narrow)
        || style.number(Property::MaxHeight).is_some_and(|(n, _)| n == 0.0) && clipped && !roomy
}

/// Whether a shadow or an edge is as large as a view.
fn is_vast(value: &[u8]) -> bool {
    let units: [(&[u8], f64); 4] = [(b"px", 1000.0), (b"vmax", 80.0), (b"vw", 80.0), (b"vh", 80.0)];
    units.into_iter().any(|(unit, least)| {
        memchr::memmem::find_iter(value, unit).any(|at| {
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
        || style.number(Property::Zoom).is_some_and(|(n, unit)| n > 0.0 && n <= if unit == b"%" { 5.0 } else { 0.05 })
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
