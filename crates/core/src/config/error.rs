//! What is wrong with a configuration, and where: said so that the person who wrote it can put it right.

use std::fmt;
use std::ops::Range;

use crate::text::{Arg, Message, english};

/// A place in the text: what an editor shows in its corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters; a tab is one.
    pub column: usize,
}

impl Position {
    /// What there is to say of this place.
    fn of(self, what: Message) -> Message {
        Message::new("config-at").own("line", self.line).own("column", self.column).with("what", what.into())
    }
}

/// The kind of an error. Stable: match on this, never on the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The text is not TOML.
    Syntax,
    /// A key that this version does not know.
    UnknownKey,
    /// A value of another type than the key has.
    WrongType,
    /// A key that must be there and is not.
    Missing,
    /// A value that the key cannot have.
    BadValue,
    /// The same name, or the same watch, a second time.
    Duplicate,
}

/// One reason why a text is no configuration.
///
/// A person is told [`ConfigError::placed`]; displayed it is that in English: `line 2, column 12: interval: found …, expected …;
/// write …`. A password is never part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigError {
    /// Where what was found begins.
    pub position: Position,
    /// The kind of the error.
    pub fault: Fault,
    /// What it is about: the key as written, or `TOML` for a fault of syntax.
    pub subject: String,
    /// What was found there.
    pub found: Message,
    /// What was expected there.
    pub expected: Message,
    /// What to do about it.
    pub remedy: Message,
}

impl ConfigError {
    /// What is wrong, without the position.
    pub fn message(&self) -> Message {
        Message::new("config-mistake")
            .own("subject", &self.subject)
            .with("found", self.found.clone().into())
            .with("expected", self.expected.clone().into())
            .with("remedy", self.remedy.clone().into())
    }

    /// What is wrong, and where.
    pub fn placed(&self) -> Message {
        self.position.of(self.message())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.placed()))
    }
}

impl std::error::Error for ConfigError {}

/// Something in a valid configuration that its author should know. Displayed like [`ConfigError`].
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigWarning {
    /// Where it is.
    pub position: Position,
    /// What it is and what to do.
    pub message: Message,
}

impl ConfigWarning {
    /// What it is, what to do, and where.
    pub fn placed(&self) -> Message {
        self.position.of(self.message.clone())
    }
}

impl fmt::Display for ConfigWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.placed()))
    }
}

/// A configuration has to be corrected before it can be changed.
pub(super) fn to_correct(errors: &[ConfigError]) -> Message {
    Message::new("config-to-correct").with("mistake", first(errors))
}

/// What was to be written would make a text that is no configuration.
pub(super) fn does_not_fit<'e>(errors: impl IntoIterator<Item = &'e ConfigError>) -> Message {
    Message::new("config-does-not-fit").with("mistake", first(errors))
}

/// The first mistake: the others often follow from it.
fn first<'e>(errors: impl IntoIterator<Item = &'e ConfigError>) -> Arg {
    errors.into_iter().next().map_or_else(|| Arg::Own(String::new()), |error| error.placed().into())
}

/// Turns byte offsets of a text into positions.
#[derive(Debug)]
pub(super) struct Places<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, line_starts: std::iter::once(0).chain(after_newlines).collect() }
    }

    /// The position of a byte offset; an offset past the end is the end, one inside a character is that character.
    pub(super) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1];
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// The position where a span begins.
    pub(super) fn start(&self, span: &Range<usize>) -> Position {
        self.position(span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let places = Places::new("a = 1\r\nə = \"ü\"\n");
        for (offset, line, column) in [(0, 1, 1), (4, 1, 5), (7, 2, 1), (8, 2, 1), (9, 2, 2), (15, 2, 7), (99, 3, 1)] {
            assert_eq!(places.position(offset), Position { line, column }, "offset {offset}");
        }
        assert_eq!(Places::new("").position(0), Position { line: 1, column: 1 });
    }
}
