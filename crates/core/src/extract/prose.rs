//! The passages of a page that can be read: its blocks of text as a reader reads them, with what each stands in; and what
//! the page says of itself as a story.
//!
//! One walk over the tokens, no tree: linear in the size of the page, however it nests. May not touch: baselines, verdicts.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::tokens::utf8;

/// The most blocks of a page that are kept.
const BLOCKS: usize = 4000;
/// The most bytes of text that are kept of a page.
const TEXT: usize = 400_000;
/// The longest text that is one block, bytes: what is longer goes on in a next one.
const LONGEST: usize = 8_000;
/// How many open elements are followed; what lies deeper belongs to the last of them.
const OPEN: usize = 400;
/// How far up an end tag looks for its start tag.
const LOOK_UP: usize = 48;

/// A block of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its text, blanks levelled.
    pub(crate) text: String,
    /// Letters and digits of it that are links.
    pub(crate) linked: usize,
    /// It stands in what goes with every page: navigation, footer, comments, recommendations.
    pub(crate) beside: bool,
    /// It is the page's first heading of the first order.
    pub(crate) heading: bool,
}

/// What a page says of itself, and its blocks of text in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    pub(crate) title: String,
    pub(crate) shared_title: String,
    pub(crate) heading: String,
    pub(crate) canonical: String,
    /// The picture that it is shared with.
    pub(crate) picture: String,
    /// The first large picture of the text.
    pub(crate) first_picture: String,
    pub(crate) published: String,
    pub(crate) modified: String,
    /// It calls itself a story.
    pub(crate) story: bool,
    pub(crate) blocks: Vec<Block>,
    /// How deep it nests at most, as far as it was followed; how many tags it has, and how many attributes one of them at most.
    pub(crate) deepest: usize,
    pub(crate) tags: usize,
    pub(crate) attributes: usize,
}

/// Reads a page.
pub(crate) fn read(page: &str) -> Prose {
    let mut reader = Reader::default();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&tag.name),
            Token::String(text) => reader.text(&utf8(&text)),
            _ => {}
        }
    }
    reader.flush();
    reader.prose
}

/// An open element.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each handed down to what is within")]
struct Open {
    name: Vec<u8>,
    beside: bool,
    unread: bool,
    link: bool,
    /// It is the first heading, or the title.
    named: bool,
}

#[derive(Default)]
struct Reader {
    prose: Prose,
    open: Vec<Open>,
    /// Start tags beyond what is followed.
    deeper: usize,
    block: String,
    linked: usize,
    breaks: u8,
    kept: usize,
}

impl Reader {
    fn open(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        self.prose.tags += 1;
        self.prose.attributes = self.prose.attributes.max(tag.attributes.len());
        match name {
            b"meta" => return self.meta(tag),
            b"link" => {
                if value(tag, b"rel").eq_ignore_ascii_case("canonical") && self.prose.canonical.is_empty() {
                    self.prose.canonical = cut(&value(tag, b"href"), 300);
                }
                return;
            }
            b"img" => return self.image(tag),
            b"br" => {
                self.breaks = self.breaks.saturating_add(1);
                if self.breaks >= 2 {
                    self.flush();
                }
                return self.word(" ");
            }
            _ => {}
        }
        if !is_inline(name) {
            self.flush();
        }
        if is_void(name) {
            return;
        }
        if ends_itself(name) && self.open.last().is_some_and(|open| open.name == name) {
            self.open.pop();
        }
        if self.open.len() >= OPEN {
            self.deeper += 1;
            self.prose.deepest = self.prose.deepest.max(OPEN + self.deeper);
            return;
        }
        let above = self.open.last();
        let heading = name == b"h1" && self.prose.heading.is_empty();
        let open = Open {
            beside: above.is_some_and(|open| open.beside) || stands_beside(tag),
            unread: above.is_some_and(|open| open.unread) || is_unread(name) || is_hidden(tag),
            link: above.is_some_and(|open| open.link) || name == b"a",
            named: heading || name == b"title" && self.prose.title.is_empty(),
            name: name.to_vec(),
        };
        self.open.push(open);
        self.prose.deepest = self.prose.deepest.max(self.open.len());
    }

    fn close(&mut self, name: &[u8]) {
        self.prose.tags += 1;
        if !is_inline(name) {
            self.flush();
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let from = self.open.len().saturating_sub(LOOK_UP);
        if let Some(at) = self.open[from..].iter().rposition(|open| open.name == name) {
            self.open.truncate(from + at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.open.last().is_some_and(|open| open.name == b"script") {
            // Structured data (schema.org): a story says so, and when it was published.
            if memchr::memmem::find(text.as_bytes(), b"NewsArticle\"").is_some() {
                self.prose.story = true;
            }
            for (name, kept) in
                [("\"datePublished\"", &mut self.prose.published), ("\"dateModified\"", &mut self.prose.modified)]
            {
                if kept.is_empty() {
                    *kept = cut(quoted_after(text, name).unwrap_or(""), 40);
                }
            }
            return;
        }
        if self.open.last().is_some_and(|open| open.name == b"title" && open.named) {
            self.prose.title = cut(&levelled(text), 300);
            return;
        }
        if self.open.last().is_some_and(|open| open.unread) {
            return;
        }
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        self.word(text);
    }

    fn word(&mut self, text: &str) {
        let link = self.open.last().is_some_and(|open| open.link);
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if !word.is_empty() {
                self.block.push_str(word);
                self.linked += if link { word.chars().count() } else { 0 };
            }
            if word.len() < part.len() && !self.block.is_empty() && !self.block.ends_with(' ') {
                self.block.push(' ');
                if self.block.len() >= LONGEST {
                    self.flush();
                }
            }
            if self.block.len() >= 4 * LONGEST {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let text = std::mem::take(&mut self.block);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim_end();
        if text.is_empty() {
            return;
        }
        let heading = self.open.iter().rev().take(8).any(|open| open.named && open.name == b"h1");
        if heading && self.prose.heading.is_empty() {
            self.prose.heading = cut(text, 300);
        }
        if self.prose.blocks.len() < BLOCKS && self.kept < TEXT {
            self.kept += text.len();
            let beside = self.open.last().is_some_and(|open| open.beside);
            self.prose.blocks.push(Block { text: text.to_owned(), linked, beside, heading });
        }
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let named = [value(tag, b"property"), value(tag, b"name"), value(tag, b"itemprop")];
        let Some(name) = named.iter().find(|name| !name.is_empty()).map(|name| name.to_lowercase()) else {
            return;
        };
        let content = value(tag, b"content");
        let prose = &mut self.prose;
        let (kept, most) = match name.as_str() {
            "og:title" => (&mut prose.shared_title, 300),
            "og:image" | "twitter:image" => (&mut prose.picture, 300),
            "article:published_time" | "datepublished" => {
                prose.story = true;
                (&mut prose.published, 40)
            }
            "article:modified_time" | "datemodified" => (&mut prose.modified, 40),
            "og:type" => {
                prose.story |= content.trim().eq_ignore_ascii_case("article");
                return;
            }
            _ => return,
        };
        if kept.is_empty() {
            *kept = cut(content.trim(), most);
        }
    }

    fn image(&mut self, tag: &StartTag<()>) {
        let beside = self.open.last().is_some_and(|open| open.beside || open.unread);
        let wide = value(tag, b"width").trim_end_matches("px").parse::<u32>().is_ok_and(|width| width >= 300);
        if self.prose.first_picture.is_empty() && wide && !beside {
            self.prose.first_picture = cut(&value(tag, b"src"), 300);
        }
    }
}

fn value(tag: &StartTag<()>, name: &[u8]) -> String {
    tag.attributes.get(name).map(|value| utf8(value).into_owned()).unwrap_or_default()
}

/// The first quoted text after a name in JSON, as it is written.
fn quoted_after<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let at = memchr::memmem::find(json.as_bytes(), name.as_bytes())? + name.len();
    let rest = json[at..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Some(&rest[..memchr::memchr(b'"', rest.as_bytes())?])
}

fn is_inline(name: &[u8]) -> bool {
    matches!(
        name,
        b"a" | b"abbr"
            | b"acronym"
            | b"b"
            | b"bdi"
            | b"bdo"
            | b"big"
            | b"cite"
            | b"code"
            | b"del"
            | b"dfn"
            | b"em"
            | b"font"
            | b"i"
            | b"ins"
            | b"kbd"
            | b"label"
            | b"mark"
            | b"q"
            | b"s"
            | b"samp"
            | b"script"
            | b"small"
            | b"span"
            | b"strike"
            | b"strong"
            | b"style"
            | b"sub"
            | b"sup"
            | b"time"
            | b"tt"
            | b"u"
            | b"var"
            | b"wbr"
            | b"svg"
            | b"noscript"
            | b"path"
    )
}

fn is_void(name: &[u8]) -> bool {
    matches!(name, b"area" | b"base" | b"col" | b"embed" | b"hr" | b"input" | b"param" | b"source" | b"track" | b"wbr")
}

/// Whether a start tag ends an element of the same name before it (HTML standard, optional tags).
fn ends_itself(name: &[u8]) -> bool {
    matches!(name, b"p" | b"li" | b"dt" | b"dd" | b"option" | b"tr" | b"td" | b"th")
}

/// What no reader reads as text.
fn is_unread(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"template"
            | b"noscript"
            | b"textarea"
            | b"select"
            | b"button"
            | b"svg"
            | b"iframe"
            | b"object"
            | b"video"
            | b"audio"
            | b"canvas"
            | b"xmp"
            | b"title"
    )
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    if tag.attributes.contains_key(&b"hidden"[..]) {
        return true;
    }
    let style: String = value(tag, b"style").chars().filter(|c| !c.is_whitespace()).take(400).collect();
    style.to_ascii_lowercase().contains("display:none")
}

/// What a class or an id calls that goes with every page, in the spelling of content systems.
const BESIDE: [&str; 24] = [
    "ad",
    "ads",
    "advert",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "footer",
    "menu",
    "nav",
    "newsletter",
    "popular",
    "promo",
    "recommended",
    "related",
    "share",
    "sidebar",
    "social",
    "trending",
    "mostread",
    "outbrain",
];
/// What a class calls that holds the text as well.
const HOLDS: [&str; 12] =
    ["article", "body", "content", "has", "layout", "main", "no", "page", "story", "text", "with", "wrapper"];

fn stands_beside(tag: &StartTag<()>) -> bool {
    let name: &[u8] = &tag.name;
    if matches!(name, b"nav" | b"footer" | b"aside" | b"menu") {
        return true;
    }
    if matches!(name, b"html" | b"body" | b"main" | b"article") {
        return false;
    }
    let called = [value(tag, b"class"), value(tag, b"id"), value(tag, b"role")];
    let mut names = called.iter().flat_map(|names| names.split_whitespace()).take(24);
    names.any(|name| {
        let name = name.to_ascii_lowercase();
        let mut words = name.split(['-', '_']).filter(|word| !word.is_empty()).take(8);
        let mut beside = false;
        let holds = words.any(|word| {
            beside |= BESIDE.contains(&word) || word == "navigation" || word == "complementary";
            HOLDS.contains(&word)
        });
        beside && !holds
    })
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn levelled(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_blocks_as_a_reader_reads_them() {
        let page = "<title>T  one</title><meta property=og:title content=Shared><meta property=og:type content=article>\
            <script>var x='<p>no</p>'</script><nav><a href=/>Home</a></nav><article><h1>Head <b>line</b></h1>\
            <p>One <a href=/x>two</a> three<p>Four<br>five<br><br>six<div hidden>none</div></article>\
            <div class=\"post-comments\">a comment</div><div class=\"content-with-sidebar\">seven</div>";
        let prose = read(page);
        let seen: Vec<_> = prose.blocks.iter().map(|b| (b.text.as_str(), b.linked, b.beside)).collect();
        assert_eq!(
            seen,
            [
                ("Home", 4, true),
                ("Head line", 0, false),
                ("One two three", 3, false),
                ("Four five", 0, false),
                ("six", 0, false),
                ("a comment", 0, true),
                ("seven", 0, false)
            ]
        );
        assert_eq!((prose.title.as_str(), prose.heading.as_str()), ("T one", "Head line"));
        assert!(prose.story && prose.blocks[1].heading && prose.shared_title == "Shared");
    }

    #[test]
    fn follows_a_deep_page_to_its_end() {
        let page = format!("{}text{}<p>after", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let prose = read(&page);
        assert_eq!(prose.blocks.len(), 2);
        assert!(prose.deepest > 256);
    }
}
