//! Every sentence for people, by message id.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
    /// A count or an amount.
    Number(f64),
    /// A moment, said in the reader's time zone.
    Time(Timestamp),
    /// Another message, said first.
    Message(Box<Message>),
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            args: BTreeMap::new(),
        }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }
}
