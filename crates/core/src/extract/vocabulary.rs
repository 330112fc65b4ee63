//! The page's vocabulary: which elements, attributes, directives, properties and schemes of the languages of the web it is
//! written with.
//!
//! A page is written by one hand, or by one system: over years it uses the same few hundred words of HTML and CSS, whatever
//! is published in it. Who works something into it seldom keeps to them. Names that pages make up themselves (`data-*`,
//! elements with a hyphen, custom properties) are no words of these languages and are left out.

use rustc_hash::FxHashSet;

use super::element::{Attr, StartTag, Tag};
use super::model::{Word, WordSort};
use super::name::{Key, Sort, join, key};
use super::tokens::utf8;

/// The most words of one page.
const WORDS: usize = 1500;
/// The most characters of a word as it is shown.
const SHOWN: usize = 60;

/// Collects the words of a page.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    heard: FxHashSet<Key>,
    words: Vec<Word>,
}

impl Vocabulary {
    /// The words in the order in which they were first used.
    pub(super) fn finish(self) -> Vec<Word> {
        self.words
    }

    /// Hears what a start tag is written with. `name` is the key of its name; `drawn` that it stands within a drawing,
    /// whose attributes are coordinates and colours.
    pub(super) fn tag(&mut self, start: &StartTag, name: Key, drawn: bool, at: u32) {
        if start.name.contains(&b'-') {
            return;
        }
        let tag = start.name.as_slice();
        self.hear(WordSort::Tag, name, at, tag, b"");
        for attribute in start.attributes().filter(|name| standard(name)) {
            if drawn && !attribute.starts_with(b"on") && !attribute.ends_with(b"href") {
                continue;
            }
            let key = join(Sort::Word, name, key(Sort::Word, attribute));
            self.hear(WordSort::Attribute, key, at, attribute, tag);
        }
        match start.tag {
            Tag::Meta => {
                for attr in [Attr::HttpEquiv, Attr::Property, Attr::Name] {
                    self.value(start, name, attr, WordSort::Directive, at);
                }
                self.value(start, name, Attr::Charset, WordSort::Charset, at);
            }
            Tag::Link => self.value(start, name, Attr::Rel, WordSort::Directive, at),
            Tag::Script | Tag::Input => self.value(start, name, Attr::Type, WordSort::Attribute, at),
            Tag::Html | Tag::Body => self.value(start, name, Attr::Dir, WordSort::Directive, at),
            _ => {}
        }
        if start.has(Attr::Style) {
            let page = matches!(start.tag, Tag::Html | Tag::Body);
            self.declarations(start.raw(Attr::Style), page, at);
        }
    }

    fn value(&mut self, start: &StartTag, name: Key, attr: Attr, sort: WordSort, at: u32) {
        let value = start.raw(attr).trim_ascii();
        if value.is_empty() || value.len() > 60 {
            return;
        }
        let low = value.to_ascii_lowercase();
        let key = join(Sort::Word, name ^ attr as u64, key(Sort::Word, &low));
        self.hear(sort, key, at, &low, &start.name);
    }

    /// Hears the properties of declarations: of the page itself (`html`, `body`), or of some element.
    pub(super) fn declarations(&mut self, style: &[u8], page: bool, at: u32) {
        for declaration in style.split(|byte| *byte == b';').take(60) {
            let Some(colon) = declaration.iter().position(|byte| *byte == b':') else { continue };
            let property = declaration[..colon].trim_ascii();
            let fits = property.len() < 40 && property.iter().all(|byte| byte.is_ascii_alphabetic() || *byte == b'-');
            if property.is_empty() || !fits || property.starts_with(b"-") {
                continue;
            }
            let low = property.to_ascii_lowercase();
            let sort = if page { WordSort::Page } else { WordSort::Style };
            let key = join(Sort::Word, sort as u64, key(Sort::Word, &low));
            self.hear(sort, key, at, &low, b"");
        }
    }

    /// Hears which at-rules a style sheet has.
    pub(super) fn at_rules(&mut self, css: &str, at: u32) {
        for start in memchr::memchr_iter(b'@', css.as_bytes()).take(2000) {
            let rest = &css.as_bytes()[start + 1..];
            let end = rest.iter().take(20).position(|byte| !(byte.is_ascii_alphabetic() || *byte == b'-'));
            let before = css.as_bytes()[..start].trim_ascii_end().last();
            let Some(end) =
                end.filter(|end| *end > 2 && matches!(before, None | Some(b'}' | b'{' | b';' | b'/' | b'>')))
            else {
                continue;
            };
            let low = rest[..end].to_ascii_lowercase();
            let key = join(Sort::Word, b'@'.into(), key(Sort::Word, &low));
            self.hear(WordSort::AtRule, key, at, &low, b"");
        }
    }

    /// Hears a scheme that an address begins with, and in what role.
    pub(super) fn scheme(&mut self, role: &str, address: &str, at: u32) {
        let Some((scheme, _)) = address.trim_start().split_once(':') else { return };
        if scheme.len() < 2 || scheme.len() > 12 || !scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return;
        }
        let low = scheme.to_ascii_lowercase();
        let key = join(Sort::Word, key(Sort::Word, role.as_bytes()), key(Sort::Word, low.as_bytes()));
        self.hear(WordSort::Scheme, key, at, low.as_bytes(), role.as_bytes());
    }

    fn hear(&mut self, sort: WordSort, key: Key, at: u32, name: &[u8], of: &[u8]) {
        if self.words.len() < WORDS && self.heard.insert(key) {
            let shown = |text: &[u8]| utf8(text).chars().take(SHOWN).collect();
            self.words.push(Word { key, sort, name: shown(name), of: shown(of), at });
        }
    }
}

/// Whether an attribute's name could be one of the standard, none that frameworks or pages made up.
fn standard(name: &[u8]) -> bool {
    const MADE_UP: [&[u8]; 4] = [b"data-", b"aria-", b"ng-", b"v-"];
    name.len() < 30
        && name.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b':'))
        && !name.starts_with(b":")
        && !MADE_UP.iter().any(|prefix| name.starts_with(prefix))
}
