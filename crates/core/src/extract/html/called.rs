//! What a start tag is called: by its name, its id and its classes, with numbers taken out.

use super::{Reader, Ruled, most, pictures};
use crate::extract::element::{Attr, StartTag};
use crate::extract::name::{Key, Sort, join, key, without_numbers};
use crate::extract::tokens::utf8;

/// What a start tag is called by its name, its id and its classes alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Called {
    /// See [`Reader::token`]; the tag's name where it has neither id nor class.
    pub(super) token: Key,
    /// Id and first classes.
    pub(super) named: [Key; 3],
    /// Its id or its classes say that it is the logo.
    pub(super) logo: bool,
    /// What the rules read so far do to it, and how many those were.
    pub(super) ruled: Ruled,
    pub(super) known_rules: usize,
}

impl Reader {
    /// What a start tag is called, from memory where one like it was there before.
    pub(super) fn called(&mut self, start: &StartTag, name: Key) -> Called {
        let (id, class) = (start.raw(Attr::Id), start.raw(Attr::Class));
        let hashed = |words: &[u8]| if words.is_empty() { 0 } else { key(Sort::Token, words) };
        let like = (name, hashed(id), hashed(class));
        let known = self.called.get(&like).copied();
        if let Some(called) = known.filter(|called| called.known_rules == self.rules.len()) {
            return called;
        }
        let ruled = self.ruled(start);
        let known_rules = self.rules.len();
        let called = match known {
            Some(called) => Called { ruled, known_rules, ..called },
            None => Called {
                token: self.token(start, name),
                named: names(start),
                logo: pictures::says_logo(id) || pictures::says_logo(class),
                ruled,
                known_rules,
            },
        };
        if known.is_some() || self.called.len() < most::CALLED {
            self.called.insert(like, called);
        }
        called
    }

    /// The key of a tag with its id and classes, numbers taken out.
    fn token(&mut self, start: &StartTag, name: Key) -> Key {
        self.scratch.clear();
        let mut token = name;
        let id = start.raw(Attr::Id);
        let class = start.raw(Attr::Class);
        for (mark, word) in
            std::iter::once((b'#', id)).chain(class.split(u8::is_ascii_whitespace).take(5).map(|c| (b'.', c)))
        {
            if word.is_empty() {
                continue;
            }
            let raw = key(Sort::Token, word);
            self.names.insert(raw);
            if word.iter().any(u8::is_ascii_digit) {
                self.scratch.clear();
                without_numbers(&utf8(word), &mut self.scratch);
                token = join(Sort::Token, token, key(Sort::Token, &self.scratch));
            } else {
                token = join(Sort::Token, token ^ u64::from(mark), raw);
            }
        }
        if token == name {
            self.names.insert(name);
        }
        token
    }
}

/// Keys of an element's id and first classes, as rules name them.
fn names(start: &StartTag) -> [Key; 3] {
    let classes = start.raw(Attr::Class).split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let mut names = [0; 3];
    let words = std::iter::once(start.raw(Attr::Id)).filter(|id| !id.is_empty()).chain(classes);
    for (slot, word) in names.iter_mut().zip(words) {
        *slot = key(Sort::Token, word);
    }
    names
}
