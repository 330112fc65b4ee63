//! Tags and attributes that extraction knows by name, and the start tag that is being read.

use std::borrow::Cow;

use super::name::unbroken;

/// Tags that mean something here; all others are [`Tag::Other`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Html,
    Head,
    Body,
    Title,
    Meta,
    Link,
    Base,
    Script,
    Style,
    Template,
    Noscript,
    Textarea,
    Svg,
    A,
    Img,
    Frame,
    Object,
    Media,
    MediaSource,
    Form,
    Input,
    Button,
    Heading(u8),
    /// `p`
    Paragraph,
    /// Closed by the next of its kind: `li`, `option`…
    Item,
    Table,
    /// A table's rows together: `tbody`…
    Rows,
    Row,
    Cell,
    /// In a drawing or a formula, where a page's own elements stand: `foreignObject`…
    Inset,
    /// Flows within a text: `span`, `b`…
    Inline,
    /// Never has contents.
    Void,
    Other,
}

impl Tag {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"html" => Self::Html,
            b"head" => Self::Head,
            b"body" | b"frameset" => Self::Body,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"base" => Self::Base,
            b"script" => Self::Script,
            b"style" => Self::Style,
            b"template" => Self::Template,
            b"noscript" | b"noembed" | b"noframe" | b"xmp" => Self::Noscript,
            b"textarea" => Self::Textarea,
            b"svg" | b"math" => Self::Svg,
            b"a" => Self::A,
            b"img" | b"image" => Self::Img,
            b"iframe" | b"frame" => Self::Frame,
            b"object" | b"embed" | b"applet" => Self::Object,
            b"video" | b"audio" => Self::Media,
            b"source" => Self::MediaSource,
            b"form" => Self::Form,
            b"input" => Self::Input,
            b"button" => Self::Button,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            b"p" => Self::Paragraph,
            b"li" | b"dt" | b"dd" | b"option" => Self::Item,
            b"table" => Self::Table,
            b"tbody" | b"thead" | b"tfoot" => Self::Rows,
            b"tr" => Self::Row,
            b"td" | b"th" | b"caption" => Self::Cell,
            b"foreignobject" | b"desc" | b"mi" | b"mo" | b"mn" | b"ms" | b"mtext" | b"annotation-xml" => Self::Inset,
            b"span" | b"b" | b"i" | b"em" | b"strong" | b"font" | b"small" | b"u" | b"s" | b"sub" | b"sup"
            | b"abbr" | b"mark" | b"time" | b"code" | b"label" | b"bdi" | b"bdo" | b"big" | b"tt" | b"q" | b"cite"
            | b"kbd" => Self::Inline,
            b"br" | b"hr" | b"wbr" | b"area" | b"col" | b"colgroup" | b"param" | b"track" => Self::Void,
            _ => Self::Other,
        }
    }

    /// Whether it never has contents.
    pub(super) fn void(self, name: &[u8]) -> bool {
        match self {
            Self::Meta | Self::Link | Self::Base | Self::Img | Self::MediaSource | Self::Input | Self::Void => true,
            Self::Object => name == b"embed",
            Self::Frame => name == b"frame",
            _ => false,
        }
    }

    /// Whether a text goes on across it.
    pub(super) fn inline(self) -> bool {
        matches!(self, Self::Inline | Self::A | Self::Img | Self::Script | Self::Style | Self::Noscript | Self::Svg)
    }
}

/// Attributes that are read. Of two with one name the first counts, as in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Attr {
    Id,
    Class,
    Style,
    Src,
    Href,
    Alt,
    Width,
    Height,
    Rel,
    Type,
    Name,
    Content,
    Property,
    HttpEquiv,
    Action,
    Method,
    Lang,
    Dir,
    Hidden,
    LazySrc,
    Srcset,
    Autoplay,
    Muted,
    Background,
    Srcdoc,
    Open,
    Popover,
    Media,
    ShadowRoot,
    Charset,
    Autocomplete,
    Ping,
    Poster,
    /// An event handler that the reader's own hand sets off.
    ByHand,
    /// An event handler that runs by itself.
    Handler,
}

/// Events that a reader sets off by doing something to the element.
const BY_HAND: [&[u8]; 12] = [
    b"click",
    b"dblclick",
    b"change",
    b"submit",
    b"input",
    b"keydown",
    b"keyup",
    b"keypress",
    b"mousedown",
    b"mouseup",
    b"touchstart",
    b"touchend",
];

const ATTRS: usize = Attr::Handler as usize + 1;
/// The most that is kept of the names of a tag's attributes, bytes.
const NAMED: usize = 1024;
/// The most that is kept of one attribute, bytes; of a style all, as what it says last may be what holds.
const KEPT: usize = 4096;

impl Attr {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"id" => Self::Id,
            b"class" => Self::Class,
            b"style" => Self::Style,
            b"src" => Self::Src,
            b"href" | b"xlink:href" => Self::Href,
            b"alt" => Self::Alt,
            b"width" => Self::Width,
            b"height" => Self::Height,
            b"rel" => Self::Rel,
            b"type" => Self::Type,
            b"name" => Self::Name,
            b"content" => Self::Content,
            b"property" | b"itemprop" => Self::Property,
            b"http-equiv" => Self::HttpEquiv,
            b"action" | b"formaction" | b"data" => Self::Action,
            b"method" | b"formmethod" => Self::Method,
            b"lang" => Self::Lang,
            b"dir" => Self::Dir,
            b"hidden" => Self::Hidden,
            b"data-src" | b"data-original" | b"data-lazy-src" => Self::LazySrc,
            b"srcset" | b"data-srcset" => Self::Srcset,
            b"autoplay" => Self::Autoplay,
            b"muted" => Self::Muted,
            b"background" => Self::Background,
            b"srcdoc" => Self::Srcdoc,
            b"open" => Self::Open,
            b"popover" => Self::Popover,
            b"media" => Self::Media,
            b"shadowrootmode" => Self::ShadowRoot,
            b"charset" => Self::Charset,
            b"autocomplete" => Self::Autocomplete,
            b"ping" => Self::Ping,
            b"poster" => Self::Poster,
            // What a reader's own hand sets off is told from what runs by itself.
            [b'o', b'n', event @ ..] if BY_HAND.contains(&event) => Self::ByHand,
            [b'o', b'n', ..] => Self::Handler,
            _ => return None,
        })
    }
}

impl Attr {
    fn is_address(self) -> bool {
        matches!(
            self,
            Self::Src | Self::Href | Self::Action | Self::LazySrc | Self::Background | Self::Ping | Self::Poster
        )
    }
}

/// A start tag while it is read. Kept from tag to tag, so that its buffers are.
#[derive(Debug)]
pub(super) struct StartTag {
    pub(super) name: Vec<u8>,
    pub(super) tag: Tag,
    values: [Vec<u8>; ATTRS],
    present: u64,
    current: Option<Attr>,
    /// The names of all attributes, each ended by a blank.
    named: Vec<u8>,
}

impl Default for StartTag {
    fn default() -> Self {
        Self {
            name: Vec::new(),
            tag: Tag::Other,
            values: std::array::from_fn(|_| Vec::new()),
            present: 0,
            current: None,
            named: Vec::new(),
        }
    }
}

impl StartTag {
    pub(super) fn begin(&mut self, name: &[u8]) {
        self.name.clear();
        self.name.extend_from_slice(&name[..name.len().min(64)]);
        self.tag = Tag::of(name);
        self.present = 0;
        self.current = None;
        self.named.clear();
    }

    pub(super) fn attribute(&mut self, name: &[u8]) {
        if self.named.len() + name.len() < NAMED {
            self.named.extend_from_slice(name);
            self.named.push(b' ');
        }
        self.current = Attr::of(name).filter(|attr| self.present & (1_u64 << *attr as usize) == 0);
        if let Some(attr) = self.current {
            self.present |= 1_u64 << attr as usize;
            self.values[attr as usize].clear();
        }
    }

    pub(super) fn value(&mut self, value: &[u8]) {
        if let Some(attr) = self.current {
            let kept = &mut self.values[attr as usize];
            let most = if attr == Attr::Style { usize::MAX } else { KEPT };
            let room = most.saturating_sub(kept.len());
            kept.extend_from_slice(&value[..value.len().min(room)]);
        }
    }

    /// The names of its attributes as written, in lower case.
    pub(super) fn attributes(&self) -> impl Iterator<Item = &[u8]> {
        self.named.split(|byte| *byte == b' ').filter(|name| !name.is_empty())
    }

    /// Whether the attribute is there at all.
    pub(super) fn has(&self, attr: Attr) -> bool {
        self.present & (1_u64 << attr as usize) != 0
    }

    /// The attribute's value, an address as browsers read it; empty where it is not there.
    pub(super) fn get(&self, attr: Attr) -> Cow<'_, str> {
        if !self.has(attr) {
            return Cow::Borrowed("");
        }
        let value = super::tokens::utf8(&self.values[attr as usize]);
        if attr.is_address() { unbroken(value) } else { value }
    }

    /// The raw value, for names.
    pub(super) fn raw(&self, attr: Attr) -> &[u8] {
        if self.has(attr) { &self.values[attr as usize] } else { &[] }
    }

    /// A length in an attribute: the number, and whether it is per cent.
    pub(super) fn length(&self, attr: Attr) -> Option<(f64, bool)> {
        let value = self.get(attr);
        let value = value.trim();
        let end = value.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(value.len());
        Some((value[..end].parse().ok()?, value[end..].starts_with('%')))
    }
}
