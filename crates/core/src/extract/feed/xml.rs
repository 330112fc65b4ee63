//! RSS, Atom, RDF and sitemaps, with a tokenizer for XML that expands no entity and builds no tree.
//!
//! Tolerant: names in any case and with any prefix, end tags that are missing or too many, text that should have been escaped,
//! markup that is none. Where the tokenizer gives up it is set on again behind that place, a few times.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{ENTRIES, Entry, Found};
use crate::extract::model::FeedKind;

/// How often reading goes on behind what is no markup at all. Bounded, because each attempt may read to the end.
const RESUMED: usize = 32;
/// How deep elements are followed.
const DEEPEST: usize = 64;
/// The most bytes of one field.
const FIELD: usize = 4096;

pub(super) fn read(text: &str) -> Found {
    let mut scan = Scan::default();
    let mut rest = text;
    for _ in 0..RESUMED {
        let Some(after) = scan.run(rest) else { break };
        rest = after;
    }
    scan.found
}

/// A field of an entry, or of the feed itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Link,
    Id,
    Published,
    Updated,
}

#[derive(Default)]
struct Scan {
    found: Found,
    root: String,
    /// Elements that are open within the root, by local name.
    open: Vec<String>,
    /// Elements open beyond those that are followed.
    deeper: usize,
    /// The entry that is being read, and how many elements were open when it began.
    entry: Option<(Entry, usize)>,
    /// The field that is being read, how many elements were open when it began, and its text so far.
    field: Option<(Field, usize, String)>,
}

impl Scan {
    /// Reads on; what follows the place where the tokenizer gave up, if it did.
    fn run<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let before = reader.buffer_position() as usize;
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag, false),
                Ok(Event::Empty(tag)) => self.start(&tag, true),
                Ok(Event::End(tag)) => self.end(&tag.local_name().as_ref().to_ascii_lowercase()),
                Ok(Event::Text(text)) => self.text(&text),
                Ok(Event::CData(text)) => {
                    // Content systems escape within it as well.
                    let text = unescaped(&text);
                    self.text(&text);
                }
                Ok(Event::GeneralRef(name)) => {
                    let resolved = name.resolve_char_ref().ok().flatten();
                    match resolved.or_else(|| predefined(&name)) {
                        Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
                        None => self.text(" "),
                    }
                }
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    let next = text.get(before..)?.char_indices().skip(1).find(|(_, c)| *c == '<')?.0;
                    return text.get(before + next..);
                }
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let qualified = tag.name().as_ref().to_ascii_lowercase();
        let (prefix, name) = qualified.split_once(':').unwrap_or(("", &qualified));
        if self.root.is_empty() {
            name.clone_into(&mut self.root);
            self.found.kind = match name {
                "rss" => FeedKind::Rss,
                "feed" => FeedKind::Atom,
                "rdf" => FeedKind::Rdf,
                "urlset" => FeedKind::Sitemap,
                "sitemapindex" => FeedKind::Index,
                _ => FeedKind::None,
            };
            return;
        }
        if self.begins_entry(name) {
            self.finish();
            self.found.count = self.found.count.saturating_add(1);
            if !empty {
                self.entry = Some((Entry::default(), self.open.len()));
                self.push(name);
            }
            return;
        }
        if name == "link" && self.field.is_none() && self.within_entry() {
            self.link(tag);
        }
        if !empty {
            if self.field.is_none()
                && let Some(field) = self.field_of(prefix, name)
            {
                self.field = Some((field, self.open.len(), String::new()));
            }
            self.push(name);
        }
    }

    fn begins_entry(&self, name: &str) -> bool {
        match self.found.kind {
            FeedKind::Rss | FeedKind::Rdf => name == "item",
            FeedKind::Atom => name == "entry",
            FeedKind::Sitemap => name == "url",
            FeedKind::Index => name == "sitemap",
            FeedKind::Json | FeedKind::None => false,
        }
    }

    /// Whether what begins now belongs to the entry itself, not to something within it (a picture's title, a source's).
    fn within_entry(&self) -> bool {
        self.entry.as_ref().is_some_and(|(_, began)| {
            let inside = self.open.get(began + 1..).unwrap_or_default();
            inside.is_empty() || inside.len() == 1 && inside[0] == "news"
        })
    }

    fn field_of(&self, prefix: &str, name: &str) -> Option<Field> {
        if matches!(prefix, "media" | "itunes" | "image" | "video" | "slash") {
            return None;
        }
        if self.entry.is_none() {
            let outer = self.open.len() <= 1 && self.open.iter().all(|open| open == "channel");
            return (outer && name == "title" && self.found.title.is_empty()).then_some(Field::Title);
        }
        if !self.within_entry() {
            return None;
        }
        match name {
            "title" => Some(Field::Title),
            "link" | "loc" => Some(Field::Link),
            "guid" | "id" => Some(Field::Id),
            "pubdate" | "published" | "date" | "issued" | "publication_date" => Some(Field::Published),
            "updated" | "modified" | "lastmod" => Some(Field::Updated),
            _ => None,
        }
    }

    /// A link whose address is an attribute (RFC 4287, 4.2.7): the story itself, not its picture or its comments.
    fn link(&mut self, tag: &BytesStart<'_>) {
        let (mut href, mut rel) = (String::new(), String::new());
        for attribute in tag.html_attributes().with_checks(false).flatten().take(20) {
            let value = || unescaped(&attribute.value).chars().take(FIELD).collect();
            match attribute.key.as_ref().to_ascii_lowercase().as_str() {
                "href" => href = value(),
                "rel" => rel = value(),
                _ => {}
            }
        }
        if let Some((entry, _)) = &mut self.entry
            && entry.link.is_empty()
            && (rel.is_empty() || rel.eq_ignore_ascii_case("alternate"))
        {
            entry.link = href;
        }
    }

    fn push(&mut self, name: &str) {
        if self.open.len() < DEEPEST { self.open.push(name.to_owned()) } else { self.deeper += 1 }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, _, field)) = &mut self.field
            && field.len() < FIELD
        {
            field.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        if name == self.root {
            self.finish();
            self.found.whole = true;
            return;
        }
        if self.begins_entry(name) {
            return self.finish();
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
        self.open.truncate(at);
        if self.field.as_ref().is_some_and(|(_, began, _)| at <= *began) {
            self.keep();
        }
    }

    /// The field that was read is one of the entry, or of the feed.
    fn keep(&mut self) {
        let Some((field, _, mut text)) = self.field.take() else { return };
        if text.len() > FIELD {
            text = text.chars().take(FIELD / 4).collect();
        }
        let kept = match (&mut self.entry, field) {
            (Some((entry, _)), Field::Title) => &mut entry.title,
            (Some((entry, _)), Field::Link) => &mut entry.link,
            (Some((entry, _)), Field::Id) => &mut entry.id,
            (Some((entry, _)), Field::Published) => &mut entry.published,
            (Some((entry, _)), Field::Updated) => &mut entry.updated,
            (None, _) => &mut self.found.title,
        };
        if kept.is_empty() {
            text.trim().clone_into(kept);
        }
    }

    /// The entry ends, whether it was ended or not.
    fn finish(&mut self) {
        self.keep();
        let Some((mut entry, began)) = self.entry.take() else { return };
        self.open.truncate(began);
        self.deeper = 0;
        if entry.link.is_empty() && entry.id.starts_with("http") {
            entry.link.clone_from(&entry.id);
        }
        if self.found.entries.len() < ENTRIES {
            self.found.entries.push(entry);
        }
    }
}

/// The five references that XML knows (XML 1.0, 4.6), and the blank of HTML.
fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => return None,
    })
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
