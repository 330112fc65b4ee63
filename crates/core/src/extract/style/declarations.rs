//! Declarations taken apart as browsers do it: what is no comment and no string, and of each property the last value that is
//! one, or the last that is `!important`.

/// The properties whose values are read. Logical ones are those of a page that is written from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Property {
    Position,
    Display,
    Visibility,
    Overflow,
    Width,
    Height,
    MinWidth,
    MinHeight,
    MaxHeight,
    Left,
    Right,
    Top,
    Bottom,
    MarginTop,
    MarginLeft,
    PaddingTop,
    PaddingBottom,
    PaddingLeft,
    TextIndent,
    FontSize,
    Opacity,
    Zoom,
    ClipPath,
    Transform,
    Translate,
    Filter,
    ContentVisibility,
    Color,
    TextFill,
    TextShadow,
    BoxShadow,
    Outline,
    Border,
    Background,
}

const PROPERTIES: usize = Property::Background as usize + 1;

/// What a shorthand sets, each with which of its values it has, the later only if there are fewer: `margin:1px 2px 3px 4px`.
type Sides = &'static [(Property, &'static [usize])];

impl Property {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"position" => Self::Position,
            b"display" => Self::Display,
            b"visibility" => Self::Visibility,
            b"overflow" => Self::Overflow,
            b"width" | b"inline-size" => Self::Width,
            b"height" | b"block-size" => Self::Height,
            b"min-width" | b"min-inline-size" => Self::MinWidth,
            b"min-height" | b"min-block-size" => Self::MinHeight,
            b"max-height" | b"max-block-size" => Self::MaxHeight,
            b"left" | b"inset-inline-start" => Self::Left,
            b"right" | b"inset-inline-end" => Self::Right,
            b"top" | b"inset-block-start" => Self::Top,
            b"bottom" | b"inset-block-end" => Self::Bottom,
            b"margin-top" | b"margin-block-start" => Self::MarginTop,
            b"margin-left" | b"margin-inline-start" => Self::MarginLeft,
            b"padding-top" | b"padding-block-start" => Self::PaddingTop,
            b"padding-bottom" | b"padding-block-end" => Self::PaddingBottom,
            b"padding-left" | b"padding-inline-start" => Self::PaddingLeft,
            b"text-indent" => Self::TextIndent,
            b"opacity" => Self::Opacity,
            b"zoom" => Self::Zoom,
            b"font-size" => Self::FontSize,
            b"clip-path" => Self::ClipPath,
            b"transform" => Self::Transform,
            b"translate" => Self::Translate,
            b"filter" => Self::Filter,
            b"content-visibility" => Self::ContentVisibility,
            b"color" => Self::Color,
            b"-webkit-text-fill-color" => Self::TextFill,
            b"text-shadow" => Self::TextShadow,
            b"box-shadow" => Self::BoxShadow,
            b"outline" => Self::Outline,
            b"border" => Self::Border,
            b"background" => Self::Background,
            _ => return None,
        })
    }

    fn sides(name: &[u8]) -> Option<Sides> {
        Some(match name {
            b"inset" => &[(Self::Top, &[0]), (Self::Right, &[1, 0]), (Self::Bottom, &[2, 0]), (Self::Left, &[3, 1, 0])],
            b"inset-block" => &[(Self::Top, &[0]), (Self::Bottom, &[1, 0])],
            b"inset-inline" => &[(Self::Left, &[0]), (Self::Right, &[1, 0])],
            b"margin" => &[(Self::MarginTop, &[0]), (Self::MarginLeft, &[3, 1, 0])],
            b"margin-block" => &[(Self::MarginTop, &[0])],
            b"margin-inline" => &[(Self::MarginLeft, &[0])],
            b"padding" => &[(Self::PaddingTop, &[0]), (Self::PaddingBottom, &[2, 0]), (Self::PaddingLeft, &[3, 1, 0])],
            b"padding-block" => &[(Self::PaddingTop, &[0]), (Self::PaddingBottom, &[1, 0])],
            b"padding-inline" => &[(Self::PaddingLeft, &[0])],
            _ => return None,
        })
    }

    /// Whether a browser takes a value for one of this property; where it does not, the one before it stays.
    fn takes(self, value: &[u8]) -> bool {
        let wide: [&[u8]; 5] = [b"initial", b"inherit", b"unset", b"revert", b"revert-layer"];
        if wide.contains(&value) || value.starts_with(b"var(") || value.starts_with(b"env(") {
            return true;
        }
        let among = |words: &[&[u8]]| value.split(|byte| *byte == b' ').all(|word| words.contains(&word));
        match self {
            Self::Position => among(&[b"static", b"relative", b"absolute", b"fixed", b"sticky", b"-webkit-sticky"]),
            Self::Visibility => among(&[b"visible", b"hidden", b"collapse"]),
            Self::Overflow => among(&[b"visible", b"hidden", b"clip", b"scroll", b"auto", b"overlay"]),
            Self::ContentVisibility => among(&[b"visible", b"hidden", b"auto"]),
            Self::Display => DISPLAYS.iter().any(|word| value == word.as_bytes()) || value.contains(&b' '),
            Self::Opacity | Self::Zoom => {
                matches!(number(value), Some((_, b"" | b"%")))
                    || function(value)
                    || self == Self::Zoom && value == b"normal"
            }
            Self::Left | Self::Right | Self::Top | Self::Bottom | Self::MarginTop | Self::MarginLeft => {
                length(value).is_some() || value == b"auto"
            }
            Self::TextIndent => length(value).is_some(),
            Self::Width | Self::Height | Self::MinWidth | Self::MinHeight | Self::MaxHeight => {
                length(value).is_some_and(|it| !it.negative()) || SIZES.iter().any(|word| value == word.as_bytes())
            }
            Self::PaddingTop | Self::PaddingBottom | Self::PaddingLeft => {
                length(value).is_some_and(|it| !it.negative())
            }
            Self::FontSize => {
                length(value).is_some_and(|it| !it.negative()) || TYPE_SIZES.iter().any(|word| value == word.as_bytes())
            }
            Self::ClipPath | Self::Transform | Self::Translate | Self::Filter => {
                value == b"none" || value.contains(&b'(') || number(value).is_some()
            }
            _ => !value.is_empty(),
        }
    }
}

const DISPLAYS: [&str; 28] = [
    "none",
    "block",
    "inline",
    "inline-block",
    "flex",
    "inline-flex",
    "grid",
    "inline-grid",
    "contents",
    "flow-root",
    "list-item",
    "table",
    "inline-table",
    "table-row",
    "table-cell",
    "table-caption",
    "table-row-group",
    "table-header-group",
    "table-footer-group",
    "table-column",
    "table-column-group",
    "flow",
    "ruby",
    "math",
    "-webkit-box",
    "-webkit-flex",
    "-webkit-inline-box",
    "-ms-flexbox",
];
const SIZES: [&str; 10] = [
    "auto",
    "none",
    "max-content",
    "min-content",
    "fit-content",
    "stretch",
    "-webkit-fill-available",
    "-moz-available",
    "-webkit-fit-content",
    "-moz-fit-content",
];
const TYPE_SIZES: [&str; 10] =
    ["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large", "smaller", "larger"];

/// A length, as far as it says something of what is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Length {
    /// About so many pixels.
    Pixels(f64),
    /// Hundredths of the view.
    View(f64),
    /// Hundredths of what holds it.
    Share(f64),
    /// By a formula or a variable.
    WorkedOut,
}

impl Length {
    fn negative(self) -> bool {
        matches!(self, Self::Pixels(n) | Self::View(n) | Self::Share(n) if n < 0.0)
    }
}

/// What begins a value that is worked out.
const FUNCTIONS: [&[u8]; 12] = [
    b"calc(",
    b"min(",
    b"max(",
    b"clamp(",
    b"var(",
    b"env(",
    b"round(",
    b"abs(",
    b"sign(",
    b"hypot(",
    b"attr(",
    b"calc-size(",
];

fn function(value: &[u8]) -> bool {
    let value = value.strip_prefix(b"-webkit-").or_else(|| value.strip_prefix(b"-moz-")).unwrap_or(value);
    FUNCTIONS.iter().any(|name| value.starts_with(name))
}

fn length(value: &[u8]) -> Option<Length> {
    let Some((n, unit)) = number(value) else { return function(value).then_some(Length::WorkedOut) };
    let pixels = match unit {
        // Pages in the old mode have lengths without a unit.
        b"" | b"px" => 1.0,
        b"%" | b"cqw" | b"cqh" | b"cqi" | b"cqb" | b"cqmin" | b"cqmax" => return Some(Length::Share(n)),
        b"in" => 96.0,
        b"cm" => 37.8,
        b"mm" => 3.78,
        b"q" => 0.945,
        b"pt" => 1.333,
        b"pc" | b"em" | b"rem" | b"ic" | b"ric" | b"lh" | b"rlh" => 16.0,
        b"ex" | b"ch" | b"rex" | b"rch" | b"cap" | b"rcap" => 8.0,
        unit => {
            let unit = unit
                .strip_prefix(b"d")
                .or_else(|| unit.strip_prefix(b"l"))
                .or_else(|| unit.strip_prefix(b"s"))
                .unwrap_or(unit);
            let view = matches!(unit, b"vw" | b"vh" | b"vi" | b"vb" | b"vmin" | b"vmax");
            return view.then_some(Length::View(n));
        }
    };
    Some(Length::Pixels(n * pixels))
}

/// A number with what follows it.
pub(super) fn number(value: &[u8]) -> Option<(f64, &[u8])> {
    let figures = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'+');
    let mut end = value.iter().position(|byte| !figures(byte)).unwrap_or(value.len());
    // `1e3`, but not `1em`.
    let power = value[end..].strip_prefix(b"e").filter(|rest| rest.first().is_some_and(figures));
    end += power.map_or(0, |rest| 1 + rest.iter().position(|byte| !figures(byte)).unwrap_or(rest.len()));
    let n: f64 = std::str::from_utf8(&value[..end]).ok().filter(|it| it.len() <= 64)?.parse().ok()?;
    Some((n, &value[end..]))
}

/// Of each property the value that holds.
pub(super) struct Declarations<'a> {
    /// The value, and whether it is important.
    values: [Option<(&'a [u8], bool)>; PROPERTIES],
}

impl<'a> Declarations<'a> {
    /// Reads a style as [`plain`] leaves it.
    pub(super) fn read(style: &'a [u8]) -> Self {
        let mut all = Self { values: [None; PROPERTIES] };
        for declaration in style.split(|byte| *byte == b';') {
            let Some(colon) = memchr::memchr(b':', declaration) else { continue };
            let (name, value) = (&declaration[..colon], &declaration[colon + 1..]);
            let (value, important) = match memchr::memchr(b'!', value) {
                Some(at) if &value[at..] == b"!important" => (&value[..at], true),
                Some(_) => continue,
                None => (value, false),
            };
            if let Some(property) = Property::of(name) {
                all.set(property, value, important);
            } else if let Some(sides) = Property::sides(name) {
                let values: Vec<&[u8]> = value.split(|byte| *byte == b' ').take(4).collect();
                for (side, which) in sides {
                    if let Some(value) = which.iter().find_map(|at| values.get(*at)) {
                        all.set(*side, value, important);
                    }
                }
            } else if name == b"font" {
                // Nothing but `0/0 a` and the like leaves it no size.
                all.set(Property::FontSize, if value.starts_with(b"0") { b"0" } else { b"medium" }, important);
            } else if name == b"all" && value.is_ascii() {
                all.values
                    .iter_mut()
                    .filter(|it| it.is_none_or(|(_, kept)| important || !kept))
                    .for_each(|it| *it = None);
            }
        }
        all
    }

    fn set(&mut self, property: Property, value: &'a [u8], important: bool) {
        let slot = &mut self.values[property as usize];
        if property.takes(value) && (important || !matches!(slot, Some((_, true)))) {
            *slot = Some((value, important));
        }
    }

    /// The value of a property.
    pub(super) fn get(&self, property: Property) -> Option<&'a [u8]> {
        self.values[property as usize].map(|(value, _)| value)
    }

    /// The number that a property's value begins with, and what follows it.
    pub(super) fn number(&self, property: Property) -> Option<(f64, &'a [u8])> {
        self.get(property).and_then(number)
    }

    /// The length that a property's value is.
    pub(super) fn length(&self, property: Property) -> Option<Length> {
        self.get(property).and_then(length)
    }
}

/// Writes declarations in lower case, with single blanks and those only between words of a value, and without what is none of
/// them: comments, what stands in strings and addresses, rules within the rule. Escapes are written out. Linear in its size.
pub(super) fn plain(style: &str, out: &mut Vec<u8>) {
    out.clear();
    let style = style.as_bytes();
    let (mut at, mut brackets, mut braces, mut blank) = (0, 0_u32, 0_u32, false);
    while let Some(&byte) = style.get(at) {
        at += 1;
        let written = match byte {
            b'/' if style.get(at) == Some(&b'*') => {
                at = memchr::memmem::find(&style[at + 1..], b"*/").map_or(style.len(), |end| at + 1 + end + 2);
                blank = true;
                continue;
            }
            b'"' | b'\'' => {
                at = after_string(style, at, byte);
                b'"'
            }
            b'\\' => escaped(style, &mut at),
            byte if byte.is_ascii_whitespace() => {
                blank = true;
                continue;
            }
            b'{' if brackets == 0 => {
                // What stands before it are selectors.
                braces += 1;
                let end = out.iter().rposition(|byte| *byte == b';').map_or(0, |end| end + 1);
                out.truncate(end);
                continue;
            }
            b'}' if brackets == 0 => {
                braces = braces.saturating_sub(1);
                continue;
            }
            b'(' | b'[' => {
                brackets += 1;
                byte
            }
            b')' | b']' => {
                brackets = brackets.saturating_sub(1);
                byte
            }
            b';' if brackets > 0 => b',',
            _ => byte.to_ascii_lowercase(),
        };
        if braces > 0 {
            continue;
        }
        let joins = |byte: u8| matches!(byte, b';' | b':' | b'(' | b')' | b',' | b'/' | b'!');
        if std::mem::take(&mut blank)
            && brackets == 0
            && !joins(written)
            && out.last().is_some_and(|last| !joins(*last) || *last == b')')
        {
            out.push(b' ');
        }
        out.push(written);
        if written == b'(' && out.ends_with(b"url(") {
            let open = style[at..].iter().position(|byte| !byte.is_ascii_whitespace()).map_or(style.len(), |n| at + n);
            if !matches!(style.get(open), Some(b'"' | b'\'')) {
                at = memchr::memchr(b')', &style[at..]).map_or(style.len(), |end| at + end);
            }
        }
    }
}

/// Where a string ends that this quotation mark began; at the line's end, if it has none.
fn after_string(style: &[u8], mut at: usize, mark: u8) -> usize {
    while let Some(&byte) = style.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'\n' => break,
            byte if byte == mark => break,
            _ => {}
        }
    }
    at.min(style.len())
}

/// The letter that an escape stands for, of those that names and words of ASCII are made of; any other for the rest.
fn escaped(style: &[u8], at: &mut usize) -> u8 {
    let figures = style[*at..].iter().take(6).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let code = if figures > 0 {
        let code =
            std::str::from_utf8(&style[*at..*at + figures]).ok().and_then(|hex| u32::from_str_radix(hex, 16).ok());
        *at += figures;
        *at += usize::from(style.get(*at).is_some_and(u8::is_ascii_whitespace));
        code.and_then(|code| u8::try_from(code).ok())
    } else {
        *at += 1;
        style.get(*at - 1).copied()
    };
    code.filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').map_or(b'_', |byte| byte.to_ascii_lowercase())
}
