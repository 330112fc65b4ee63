//! What a page says: text blocks, the words of links and of headings, and claims in them.

use crate::extract::element::Tag;
use crate::extract::model::{Block, Claim, ClaimAt, Heading};
use crate::extract::name::{Key, Sort, join, key};
use crate::extract::text::{self, Letters};

use super::{Reader, cut, first, most};

impl Reader {
    pub(super) fn visible(&mut self, value: &str, hidden: bool, ignored: bool) {
        let count = if hidden { &mut self.page.counts.hidden_text } else { &mut self.page.counts.text };
        let mut blank = self.block.is_empty() || self.block.ends_with(' ');
        let mut rest = value;
        // Asked once for all of it: asked again behind every blank, it would be read as often as it has blanks.
        let mut whole = plain(value.as_bytes()).filter(|_| !(ignored || blank && value.starts_with(' ')));
        while !rest.is_empty() {
            let (run, letters) = if let Some(letters) = whole.take() {
                blank = rest.ends_with(' ');
                (rest.len(), letters)
            } else {
                run(rest, &mut blank, ignored)
            };
            let (run, after) = rest.split_at(run);
            *count = count.saturating_add(letters);
            if !ignored {
                push_within(&mut self.block, run, most::BLOCK_BYTES);
            }
            rest = after;
            if let Some(c) = rest.chars().next() {
                if !blank && self.block.len() < most::BLOCK_BYTES {
                    self.block.push(' ');
                }
                blank = true;
                rest = &rest[c.len_utf8()..];
            }
        }
        let value = value.trim();
        // An address within the page (`#main`) is no link that is kept, but what it is called is no message either; nor is what
        // a button is.
        let labels = self.stack.iter().rev().take(3).any(|open| matches!(open.tag, Tag::A | Tag::Button));
        self.block_linked |= self.link.is_some() && !value.is_empty();
        self.block_labels |= labels && !value.is_empty();
        if self.link.is_none() && self.heading.is_none() && self.cover.is_none() {
            return;
        }
        if self.link.is_some() && self.link_text.len() < 256 {
            self.link_text.push_str(first(value, 128));
        }
        if self.heading.is_some() && self.heading_text.len() < 400 {
            self.heading_text.push(' ');
            self.heading_text.push_str(first(value, 200));
            self.heading_ignored |= ignored && !hidden && !value.is_empty();
        }
        if self.cover.is_some() && !value.is_empty() {
            self.mark_cover(|cover| {
                if cover.text.len() < 100 {
                    cover.text.push_str(first(value, 120 - cover.text.chars().count()));
                }
            });
        }
    }

    pub(super) fn flush_block(&mut self) {
        let linked = std::mem::take(&mut self.block_linked);
        let labels = std::mem::take(&mut self.block_labels);
        if self.block.len() < 2 {
            self.block.clear();
            return;
        }
        let block = std::mem::take(&mut self.block);
        let words = block.trim();
        if !words.is_empty() {
            let linked = linked || labels && words.chars().nth(most::LABEL).is_none();
            let before: u32 = self.page.writings.iter().sum();
            text::fold(words, &mut self.folded, &mut self.page.writings);
            let letters = self.page.writings.iter().sum::<u32>() - before;
            self.scratch.clear();
            self.scratch.extend(words.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b }));
            let key = key(Sort::Block, &self.scratch);
            let hidden = self.around(None).unread();
            let at = self.page.elements;
            if self.page.blocks.len() < most::BLOCKS {
                let len = words.chars().count().min(usize::from(u16::MAX)) as u16;
                let path = join(Sort::Block, self.top().map_or(0, |open| open.path), 0);
                let letters = letters.min(u32::from(u16::MAX)) as u16;
                let asks = !hidden && !linked && words.len() <= most::ASKING && text::asks_folded(&self.folded);
                self.page.blocks.push(Block { key, at, len, letters, asks, hidden, linked, path });
            }
            if !hidden && self.page.lead.len() < 200 {
                if !self.page.lead.is_empty() {
                    self.page.lead.push(' ');
                }
                self.page.lead.push_str(first(words, 200));
            }
            let story = self.link.is_some() || self.heading.is_some_and(|(_, linked, _)| linked);
            let place = match (story, self.heading.is_some()) {
                (true, _) => ClaimAt::Story,
                (false, true) => ClaimAt::Heading,
                (false, false) => ClaimAt::Body,
            };
            if !hidden && !linked && self.page.wallets.len() < most::CLAIMS && text::names_wallet(words) {
                self.page.wallets.push(at);
            }
            self.claim(words, place, key, at);
        }
        self.block = block;
        self.block.clear();
    }

    /// Keeps the claim of words that are in `folded`, if they make one.
    pub(super) fn claim(&mut self, words: &str, place: ClaimAt, key: Key, at: u32) {
        if self.page.claims.len() < 2 * most::CLAIMS
            && let Some(strong) = text::claim_folded(&self.folded)
        {
            // A flood of weak ones, or of stories about others, must not push out the one that counts.
            let weighty = strong && place != ClaimAt::Story;
            if weighty || self.page.claims.len() < most::CLAIMS {
                self.page.claims.push(Claim { place, text: cut(words, 120), key, strong, at });
            }
        }
    }

    pub(super) fn end_link(&mut self) {
        self.linking = false;
        let Some(link) = self.link.take() else { return };
        let words = self.link_text.trim();
        if words.len() > 2 {
            self.page.links[link].text = key(Sort::Block, words.as_bytes());
            self.page.links[link].words = words.split_whitespace().take(255).count() as u8;
        }
    }

    pub(super) fn end_heading(&mut self) {
        self.flush_block();
        let ignored = std::mem::take(&mut self.heading_ignored);
        let Some((level, linked, at)) = self.heading.take() else {
            return;
        };
        let text = self.heading_text.trim();
        if text.is_empty() {
            return;
        }
        self.page.counts.headings += 1;
        if linked {
            self.page.counts.stories += 1;
        }
        if self.page.headings.len() < most::HEADINGS {
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.sort_unstable();
            words.dedup();
            let key = key(Sort::Heading, words.join(" ").as_bytes());
            self.page.headings.push(Heading { key, level, text: cut(text, 120), linked, at });
            if ignored {
                // What it claims is read for all that; how it is written is not counted.
                let text = text.to_owned();
                text::fold(&text, &mut self.folded, &mut Letters::default());
                let place = if linked { ClaimAt::Story } else { ClaimAt::Heading };
                self.claim(&text, place, key, at);
            }
        }
    }
}

/// How many bytes of a text are words with single blanks between them, and how many characters of these are no blanks.
/// `blank`: whether a blank stands before, and afterwards whether one does at the end. `ignored`: any blank ends a run.
fn run(text: &str, blank: &mut bool, ignored: bool) -> (usize, u32) {
    let (mut at, mut letters) = (0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        match byte {
            b' ' if !*blank && !ignored => *blank = true,
            b' ' | b'\t'..=b'\r' => break,
            // The rest of a character.
            0x80..=0xbf => {}
            byte if may_begin_blank(byte) && text[at..].starts_with(char::is_whitespace) => break,
            _ => {
                letters += 1;
                *blank = false;
            }
        }
        at += 1;
    }
    (at, letters)
}

/// What the blanks that are not ASCII begin with.
fn may_begin_blank(byte: u8) -> bool {
    matches!(byte, 0xc2 | 0xe1..=0xe3)
}

/// How many characters of a text are no blanks, if it is plainly one run, as most are. Without a branch for each byte,
/// which makes it several times as fast as looking at one after another.
fn plain(text: &[u8]) -> Option<u32> {
    let (mut letters, mut unclear) = (0, false);
    for &byte in text {
        letters += u32::from(byte & 0xc0 != 0x80 && byte != b' ');
        unclear |= byte < b' ' || may_begin_blank(byte);
    }
    (!unclear && memchr::memmem::find(text, b"  ").is_none()).then_some(letters)
}

/// Appends to what is shorter than `most` bytes, character by character until it no longer is.
fn push_within(to: &mut String, text: &str, most: usize) {
    if to.len() + text.len() <= most {
        to.push_str(text);
    } else {
        let room = most.saturating_sub(to.len());
        let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= room).unwrap_or(text.len());
        to.push_str(&text[..end]);
    }
}
