//! From the tokenizer's calls to whole start tags, end tags and texts, without an allocation for each.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::{Emitter, Error, State, naive_next_state};

use super::element::StartTag;
use super::html::Reader;

/// A text as far as it is one; what is not UTF-8 is replaced.
pub(super) fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    End,
}

/// Hands tags and texts to a [`Reader`].
pub(super) struct Tokens<'r> {
    reader: &'r mut Reader,
    text: Vec<u8>,
    name: Vec<u8>,
    last_start: Vec<u8>,
    kind: Kind,
    start: StartTag,
    /// The start tag's name has been handed on.
    begun: bool,
    attribute: Vec<u8>,
    /// An attribute's name is complete but not handed on yet.
    pending: bool,
}

impl<'r> Tokens<'r> {
    pub(super) fn new(reader: &'r mut Reader) -> Self {
        Self {
            reader,
            text: Vec::new(),
            name: Vec::new(),
            last_start: Vec::new(),
            kind: Kind::Start,
            start: StartTag::default(),
            begun: false,
            attribute: Vec::new(),
            pending: false,
        }
    }

    fn flush_text(&mut self) {
        if !self.text.is_empty() {
            self.reader.text(&utf8(&self.text));
            self.text.clear();
        }
    }

    fn begin(&mut self) {
        if !self.begun {
            self.start.begin(&self.name);
            self.begun = true;
        }
    }

    fn name_attribute(&mut self) {
        if self.pending {
            self.start.attribute(&self.attribute);
            self.pending = false;
        }
    }
}

impl Emitter for Tokens<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        self.flush_text();
    }

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.kind = Kind::Start;
        self.begun = false;
        self.pending = false;
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.kind = Kind::End;
        self.begun = false;
        self.pending = false;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_text();
        match self.kind {
            Kind::Start => {
                self.begin();
                self.name_attribute();
                self.reader.open(&self.start);
                self.last_start.clone_from(&self.name);
                naive_next_state(&self.name)
            }
            Kind::End => {
                self.reader.close(&self.name);
                self.last_start.clear();
                None
            }
        }
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        if self.kind == Kind::Start {
            self.begin();
            self.name_attribute();
            self.pending = true;
        }
        self.attribute.clear();
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        self.attribute.extend_from_slice(part);
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if self.kind == Kind::Start {
            self.name_attribute();
            self.start.value(part);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.kind == Kind::End && !self.last_start.is_empty() && self.last_start == self.name
    }
}
