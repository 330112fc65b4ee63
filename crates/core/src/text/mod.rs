//! Every sentence for people, by message id.
//!
//! A decision makes a [`Message`]; [`Speech`] says it, in the reader's language, where it is shown. The sentences are
//! Fluent catalogues, one folder a language; [`alerts`], [`words`], [`cli`], [`doctor`], [`desktop`], [`backup`], [`add`] and [`errors`] make
//! messages of them with the arguments that they need. Nothing here decides what is said to whom.

pub mod add;
pub mod alerts;
pub mod backup;
mod catalogues;
pub mod cli;
pub mod desktop;
mod discreet;
pub mod doctor;
pub mod errors;
mod inert;
mod languages;
pub mod marked;
pub mod report;
mod speech;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

use std::fmt::Display;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use discreet::discreet;
pub use inert::{escape_markup, inert, is_disruptive};
pub use languages::{LanguageName, languages};
pub use speech::{Flaw, Speech, WindowText};

/// A sentence that has not been said yet: the id of a text in the catalogues with its arguments.
///
/// Keeping this instead of a string lets one incident be told in the language of the window, of the alert and of the
/// command line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Id in the Fluent catalogues, e.g. `signal-title-replaced`.
    pub id: String,
    /// Arguments by name.
    pub args: BTreeMap<String, Arg>,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Text from the configuration or from this program.
    Own(String),
    /// Text from a watched site: an attacker's. Made inert and cut to 24 characters when it is said.
    Foreign(String),
    /// Text from a watched site within [evidence](crate::evidence::Evidence), said as it is: whoever shows that makes it
    /// inert and cuts it, as they do with evidence that is all the site's.
    Whole(String),
    /// A count or an amount.
    Number(f64),
    /// A moment, said in the reader's time zone.
    Time(Timestamp),
    /// Another message, said first, without its full stop.
    Message(Box<Message>),
    /// Other messages, each said as [`Arg::Message`] is, with a semicolon between them.
    Several(Vec<Message>),
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    /// With one more argument: text from the configuration or from this program, never from a watched site. A name, a path, a
    /// number; or what another program says, in its own words. No words of this program: those are messages themselves.
    #[must_use]
    pub fn own(self, name: &str, text: impl Display) -> Self {
        self.with(name, Arg::Own(text.to_string()))
    }
}

/// A message in English, whatever the reader speaks: for logs, and for whoever reads an error as a developer does. Moments are in
/// UTC.
pub fn english(message: &Message) -> String {
    static ENGLISH: LazyLock<Speech> = LazyLock::new(|| Speech::new(&[], TimeZone::UTC));
    ENGLISH.say(message)
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<Timestamp> for Arg {
    fn from(moment: Timestamp) -> Self {
        Self::Time(moment)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Number(f64::from(count))
    }
}

/// Text of this program's or of the configuration's, never of a watched site's.
fn own(text: &str) -> Arg {
    Arg::Own(text.to_owned())
}
