//! What stood on a page before, or stands there now: beside a signal, so that a person can see both.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::text::{Message, english};

/// Text of the site itself, an attacker's like everything from a page; or words of this program, which can be said in every
/// language.
///
/// It reads as text: the site's, or what the program says in English. By that it is compared, and that is what `--json` has.
/// A person is shown what [`Speech::evidence`](crate::text::Speech::evidence) says. In a store it is a plain string where it is the site's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Evidence {
    text: String,
    message: Option<Message>,
}

/// What is said in the place of a before or an after that is empty.
pub fn nothing() -> Message {
    Message::new("shown-nothing")
}

/// Evidence as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    Text(String),
    Said { text: String, message: Message },
}

impl Evidence {
    /// The site's text, or what the program says in English.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the program says; none where it is the site's text.
    pub fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }
}

impl From<Message> for Evidence {
    fn from(message: Message) -> Self {
        Self { text: english(&message), message: Some(message) }
    }
}

impl From<String> for Evidence {
    fn from(text: String) -> Self {
        Self { text, message: None }
    }
}

impl From<&str> for Evidence {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Kept> for Evidence {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Text(text) => text.into(),
            Kept::Said { text, message } => Self { text, message: Some(message) },
        }
    }
}

impl From<Evidence> for Kept {
    fn from(Evidence { text, message }: Evidence) -> Self {
        match message {
            Some(message) => Self::Said { text, message },
            None => Self::Text(text),
        }
    }
}

impl Deref for Evidence {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::text::{Arg, Speech};

    fn signed() -> Evidence {
        let issuer = Arg::Whole("An Authority with a Name Longer than a Sentence Repeats".to_owned());
        Message::new("shown-signed-by").with("issuer", issuer).into()
    }

    #[test]
    fn a_plain_string_is_read_as_the_site_s_text() {
        let read: Evidence = serde_json::from_str(r#""no words stood there""#).unwrap();
        assert_eq!(read, "no words stood there".into());
        assert_eq!(serde_json::to_string(&read).unwrap(), r#""no words stood there""#);
    }

    #[test]
    fn the_program_s_words_come_back_from_the_store_and_are_said_in_every_language() {
        let kept = serde_json::to_string(&signed()).unwrap();
        let read: Evidence = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, signed());
        let name = "An Authority with a Name Longer than a Sentence Repeats";
        assert_eq!(read.as_str(), format!("signed by {name}"));
        for (language, said) in
            [("en", "signed by "), ("az", "imzalayan: "), ("ru", "издатель — "), ("tr", "imzalayan: ")]
        {
            let speech = Speech::new(&[language.to_owned()], TimeZone::UTC);
            assert_eq!(speech.evidence(&read), format!("{said}{name}"));
            assert_eq!(speech.evidence(&"a title".into()), "a title");
        }
    }
}
