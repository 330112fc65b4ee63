//! The page model: what extraction keeps of a page, compact enough to keep, complete enough to judge.
//!
//! Everything is bounded (see `html`); every text is the site's, an attacker's when it matters.

mod feed;

use serde::{Deserialize, Serialize};

use super::name::Key;
use super::served::Served;
pub use feed::{FeedKind, FeedModel, Item};

/// Index into [`PageModel::domains`]; 0 is the page's own.
pub type DomainId = u16;

/// What extraction keeps of a page.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageModel {
    /// `<title>`, at most 300 characters.
    pub title: String,
    /// The title holds markup: something was written into it that was meant to run.
    pub title_markup: bool,
    /// `lang` of the root element, lower case.
    pub lang: String,
    /// The root or the body is written from right to left.
    pub rtl: bool,
    /// `og:site_name` or the like.
    pub site_name: String,
    /// Registrable domains that the page names, the page's own first.
    pub domains: Vec<String>,
    /// The domain of `rel=canonical`, or of `og:url` where there is none.
    pub canonical: Option<DomainId>,
    /// What names the site whatever is published: canonical host, site name, analytics accounts.
    pub identity: Vec<Key>,
    /// What is counted.
    pub counts: Counts,
    /// Letters by writing system.
    pub writings: super::text::Letters,
    /// Distinct tags with their classes.
    pub tokens: Vec<Key>,
    /// Distinct tokens under their parents' tokens.
    pub paths: Vec<Key>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Text blocks in order.
    pub blocks: Vec<Block>,
    /// Where the page asks its reader for something: buttons and fields, by element.
    pub asks: Vec<u32>,
    /// Forms, and what they ask for.
    pub forms: Vec<super::login::LoginForm>,
    /// Links in order.
    pub links: Vec<Link>,
    /// Pictures in order.
    pub images: Vec<Image>,
    /// Pictures that a browser may show instead (`srcset`, `<source>`, a rule's `content`), with whose host each is on.
    pub offered: Vec<(Key, DomainId)>,
    /// Everything else that is loaded or that the page hands its reader to.
    pub sources: Vec<Source>,
    /// Inline scripts in order.
    pub scripts: Vec<Script>,
    /// Style sheets that the page carries itself, in order.
    pub sheets: Vec<PageSheet>,
    /// Elements and rules that cover the page or hide it.
    pub covers: Vec<Cover>,
    /// Blocks, headings and titles that make a defacer's claim.
    pub claims: Vec<Claim>,
    /// Blocks that name where to send crypto-currency, by element.
    pub wallets: Vec<u32>,
    /// The title that is shown where the page is shared, at most 300 characters.
    pub card: String,
    /// The words of HTML and CSS that the page is written with, each once.
    pub words: Vec<Word>,
    /// For a feed: its items in order.
    pub items: Vec<Item>,
    /// For a feed: what it is.
    pub feed: FeedModel,
    /// The first visible text, at most 400 characters.
    pub lead: String,
    /// The page asks not to be indexed.
    pub noindex: bool,
    /// The page has `<html>`, `<body>` or any tag at all: it is markup.
    pub markup: bool,
    /// Elements in all; the scale of every `at`.
    pub elements: u32,
    /// Where the body's first end tag stands, by element; `u32::MAX` where there is none.
    pub body_end: u32,
    /// How it was served; extraction does not know, judging does.
    pub served: Served,
}

/// What a word of a page's vocabulary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WordSort {
    /// An element's name.
    Tag = 1,
    /// An attribute of an element.
    Attribute,
    /// What a `<meta>`, a `<link>` or the root says to browsers and robots.
    Directive,
    /// The character set that a `<meta>` declares.
    Charset,
    /// A property in an element's style.
    Style,
    /// A property of the page itself: of `html` or `body`.
    Page,
    /// A rule of a style sheet that begins with `@`.
    AtRule,
    /// The scheme of an address in a role.
    Scheme,
}

/// A word of HTML or CSS that a page is written with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// What names it.
    pub key: Key,
    /// What it is.
    pub sort: WordSort,
    /// As it is written, in lower case, at most 60 characters.
    pub name: String,
    /// The element whose attribute or directive it is, or the role of an address; empty where it stands for itself.
    pub of: String,
    /// Where it is used first, by element.
    pub at: u32,
}

/// What is counted on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Characters of visible text.
    pub text: u32,
    /// Characters of text in hidden elements.
    pub hidden_text: u32,
    /// Links.
    pub links: u32,
    /// Links to other registrable domains.
    pub foreign_links: u32,
    /// Pictures.
    pub images: u32,
    /// Headings.
    pub headings: u32,
    /// Headings that are links: story cards.
    pub stories: u32,
    /// External and inline scripts.
    pub scripts: u32,
    /// Forms.
    pub forms: u32,
    /// Password fields.
    pub passwords: u32,
    /// Media that play by themselves with sound.
    pub autoplay: u32,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Key of its distinct words.
    pub key: Key,
    /// 1 to 6.
    pub level: u8,
    /// Text, at most 120 characters.
    pub text: String,
    /// It is or holds a link.
    pub linked: bool,
    /// By element.
    pub at: u32,
}

/// A text block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Key of its text, digits and blanks levelled.
    pub key: Key,
    /// By element.
    pub at: u32,
    /// Characters.
    pub len: u16,
    /// Letters among them.
    pub letters: u16,
    /// It asks for consent, a subscription or a login.
    pub asks: bool,
    /// It stands in a hidden element.
    pub hidden: bool,
    /// It is a link, or holds one.
    pub linked: bool,
    /// The place it stands in.
    pub path: Key,
}

/// A link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Key of host and location.
    pub key: Key,
    /// Whose it is.
    pub domain: DomainId,
    /// Key of its text; 0 where it has none.
    pub text: Key,
    /// Words of its text, at most 255: a story's headline has several, an entry of the navigation one or two.
    pub words: u8,
    /// It stands in a hidden element.
    pub hidden: bool,
    /// It leads to a file that a computer runs, not to a page.
    pub program: bool,
    /// The place it stands in.
    pub path: Key,
    /// By element.
    pub at: u32,
}

impl Link {
    /// Whether its text is a headline, rather than an entry of the navigation.
    pub fn is_headline(&self) -> bool {
        self.words >= 4
    }
}

/// A picture.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each read by its own detector")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Key of host and location.
    pub key: Key,
    /// Whose host it is.
    pub domain: DomainId,
    /// The place it stands in.
    pub path: Key,
    /// Key of the folder of its address, without numbers.
    pub folder: Key,
    /// Its address, at most 160 characters; of a picture that is carried along the beginning, and a digest of all of it.
    pub url: String,
    /// Key of the words that stand for it; 0 where it has none.
    pub alt: Key,
    /// By name or place it is the outlet's logo.
    pub logo: bool,
    /// It is a link to another site, or a part of one.
    pub leads_away: bool,
    /// It is, or may be, as wide as the page.
    pub wide: bool,
    /// It is a background.
    pub background: bool,
    /// It stands in a hidden element, or is itself hidden or a pixel.
    pub hidden: bool,
    /// By element.
    pub at: u32,
}

/// What a source is loaded as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// `<script src>`
    Script,
    /// `<iframe>`, `<frame>`
    Frame,
    /// `<object>`, `<embed>`, `<applet>`
    Object,
    /// `<link rel=stylesheet>`, `@import`
    Style,
    /// `<form action>`
    Form,
    /// `<base href>`
    Base,
    /// `<meta http-equiv=refresh>` or a `Refresh` header, with an address
    Refresh,
    /// `<video>`, `<audio>`, `<source>`
    Media,
    /// `rel=preconnect`, `preload`, `dns-prefetch`, `manifest`…
    Hint,
    /// `rel=canonical`
    Canonical,
    /// `rel=icon`
    Icon,
    /// Where else the page says that it is to be found: `og:url`, `rel=amphtml`, `rel=manifest`, another page for small screens
    Elsewhere,
}

/// Where on the page something stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In `<head>`.
    pub head: bool,
    /// In a title, a heading or a link.
    pub wedged: bool,
    /// In or as a hidden element, or a pixel in size.
    pub hidden: bool,
}

/// Something that is loaded, or that the reader is handed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// As what.
    pub role: Role,
    /// Key of host and location without numbers.
    pub key: Key,
    /// Key of role and folder of its address, without numbers.
    pub folder: Key,
    /// Whose host it is.
    pub domain: DomainId,
    /// The host as written, lower case; empty for the page's own.
    pub host: String,
    /// Its address, at most 160 characters.
    pub url: String,
    /// Where.
    pub place: Place,
    /// For a form: it has a password field, or one for a card. For a refresh: it happens within 30 s.
    pub strong: bool,
    /// By element.
    pub at: u32,
}

/// An inline script (or an event handler) by its shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// The smallest hashes of its identifiers, ascending: compared by how many are shared.
    pub sketch: Vec<u32>,
    /// Distinct identifiers, at most 65,535.
    pub identifiers: u16,
    /// What it does, as bits of [`super::script::Traits`].
    pub traits: super::script::Traits,
    /// Bytes.
    pub len: u32,
    /// Hosts that it names, lower case, at most 12.
    pub hosts: Vec<String>,
    /// Those that it loads from, sends to or leads to: named where code says so.
    pub aims: Vec<String>,
    /// It is an event handler that runs by itself.
    pub handler: bool,
    /// Its first 120 characters.
    pub text: String,
    /// Where.
    pub place: Place,
    /// By element.
    pub at: u32,
}

/// A style sheet in the page itself, by its shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSheet {
    /// The smallest hashes of its words, ascending: compared by how many are shared.
    pub sketch: Vec<u32>,
    /// It takes hold of the page itself or of every element of a kind: `body`, `a`, `h2`, `*`.
    pub sweeping: bool,
    /// Bytes.
    pub len: u32,
    /// Its first 120 characters.
    pub text: String,
    /// It stands in `<head>`.
    pub head: bool,
    /// By element.
    pub at: u32,
}

/// How something covers or hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Covering {
    /// An element laid over the whole view.
    Element,
    /// A frame laid over the whole view, or as large as the body.
    Frame,
    /// A style rule that hides the page itself, or an element that holds much of it.
    Hides,
    /// An element as high as the view that pushes the page down.
    Fills,
    /// A text or a picture that a style rule makes up before or after the whole page; or an element's shadow or edge, as large
    /// as the view.
    MadeUp,
    /// An element that stays at an edge of the view while the page is read.
    Bar,
    /// One that stays anywhere in view.
    Box,
}

/// An element or rule that covers the page or hides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// How.
    pub covering: Covering,
    /// Key of the element's path and style, or of the rule.
    pub key: Key,
    /// What it says or shows first, at most 120 characters.
    pub text: String,
    /// It holds a picture.
    pub picture: bool,
    /// It holds or is a frame.
    pub frame: bool,
    /// Its own `style` attribute lays it over the view, no style sheet.
    pub inline: bool,
    /// By element.
    pub at: u32,
}

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClaimAt {
    /// In a text block.
    Body,
    /// In a link, or a heading that is one: a story.
    Story,
    /// In a heading that is no link.
    Heading,
    /// In the title.
    Title,
}

/// A text that makes a defacer's claim ("hacked by …").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Where.
    pub place: ClaimAt,
    /// The text, at most 120 characters.
    pub text: String,
    /// Key of the block.
    pub key: Key,
    /// The phrase is said of the page itself and seldom by a newsroom.
    pub strong: bool,
    /// By element.
    pub at: u32,
}

impl PageModel {
    /// The logos of the masthead: above the first headline that leads to a story, and in the first quarter of the page.
    pub fn marks(&self) -> impl Iterator<Item = &Image> {
        let story = self.headings.iter().find(|heading| heading.linked).map_or(u32::MAX, |heading| heading.at);
        let end = story.min(self.elements / 4);
        self.images.iter().filter(move |image| image.logo && image.at < end)
    }

    /// Whether it has no style sheet, of its own or loaded.
    pub fn is_bare(&self) -> bool {
        self.sheets.is_empty() && !self.sources.iter().any(|source| source.role == Role::Style)
    }

    /// Whether the page goes on after its end: something stands behind the body's end tag.
    pub fn goes_on(&self) -> bool {
        self.elements > self.body_end.saturating_add(1)
    }
}

impl Role {
    /// The word that names the role in keys and signals.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Frame => "frame",
            Self::Object => "object",
            Self::Style => "style",
            Self::Form => "form",
            Self::Base => "base",
            Self::Refresh => "refresh",
            Self::Media => "media",
            Self::Hint => "hint",
            Self::Canonical => "canonical",
            Self::Icon => "icon",
            Self::Elsewhere => "elsewhere",
        }
    }
}
