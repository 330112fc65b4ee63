//! The template of a webhook: JSON with places for a notice in it.
//!
//! `{{title}}` where a value may stand becomes that value as JSON; within a JSON string it becomes the text, escaped for
//! that place. Whether the result is JSON depends on the template alone and not on what is put in: that is found out once,
//! when the configuration is read.

use std::fmt;

use serde_json::Value;

use super::message;
use crate::notify::Notice;
use crate::verdict::Severity;

/// The longest template, in bytes.
const LONGEST: usize = 16 * 1024;

/// A template that makes JSON of any notice.
#[derive(Clone, PartialEq, Eq)]
pub struct Template {
    text: String,
    pieces: Vec<Piece>,
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.text).finish()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// As it stands.
    Text(String),
    /// A place for a value; within a string or not.
    Place { field: Field, within: bool },
}

/// Why a text is no template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    /// It has more bytes than this.
    #[error("{0} bytes")]
    TooLong(usize),
    /// A `{{` without a `}}`.
    #[error("a {{{{ without a }}}}")]
    Unclosed,
    /// There is no such place.
    #[error("a place for {0:?}, which a notice does not have")]
    Unknown(String),
    /// What comes of it is not JSON.
    #[error("no JSON: {0}")]
    NotJson(String),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, TemplateFault> {
        if text.len() > LONGEST {
            return Err(TemplateFault::TooLong(text.len()));
        }
        let mut pieces = Vec::new();
        let mut within = false;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            within = ends_within(before, within);
            let (name, after) = after.split_once("}}").ok_or(TemplateFault::Unclosed)?;
            let name = name.trim();
            let field = Field::named(name).ok_or_else(|| TemplateFault::Unknown(name.to_owned()))?;
            pieces.extend([Piece::Text(before.to_owned()), Piece::Place { field, within }]);
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        let template = Self { text: text.to_owned(), pieces };
        // `null` may stand wherever any value may, and only there; `x` goes on with a string, and ends no escape.
        let sample = template.fill(|_, within| if within { "x".to_owned() } else { "null".to_owned() });
        match serde_json::from_str::<Value>(&sample) {
            Ok(_) => Ok(template),
            Err(error) => {
                // Its place would be one in the sample.
                let said = error.to_string();
                Err(TemplateFault::NotJson(said.split(" at line ").next().unwrap_or_default().to_owned()))
            }
        }
    }

    /// The JSON of this notice.
    pub fn render(&self, notice: &Notice) -> String {
        self.fill(|field, within| {
            let value = field.of(notice);
            if within { inner(&plain(&value)) } else { value.to_string() }
        })
    }

    /// The names of the places that a template may have.
    pub fn places() -> Vec<&'static str> {
        Field::ALL.iter().map(|(name, _)| *name).collect()
    }

    fn fill(&self, value: impl Fn(Field, bool) -> String) -> String {
        let mut filled = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Place { field, within } => filled.push_str(&value(*field, *within)),
            }
        }
        filled
    }
}

/// Whether a JSON string is open at the end of this text, when one was or was not at its beginning.
fn ends_within(text: &str, mut within: bool) -> bool {
    let mut escaped = false;
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if within => escaped = true,
            '"' => within = !within,
            _ => {}
        }
    }
    within
}

/// A value as the part of a sentence.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// A text as it stands within a JSON string.
fn inner(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned()
}

/// What a template can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// A field of [`message::json`].
    Of(&'static str),
    /// 1 to 5, as ntfy counts: 5 wakes somebody.
    Priority,
}

impl Field {
    const ALL: [(&'static str, Self); 14] = [
        ("id", Self::Of("id")),
        ("incident", Self::Of("incident")),
        ("campaign", Self::Of("campaign")),
        ("outlet", Self::Of("outlet")),
        ("title", Self::Of("title")),
        ("body", Self::Of("body")),
        ("text", Self::Of("text")),
        ("severity", Self::Of("severity")),
        ("priority", Self::Priority),
        ("over", Self::Of("over")),
        ("address", Self::Of("address")),
        ("since", Self::Of("since")),
        ("reasons", Self::Of("reasons")),
        ("at", Self::Of("at")),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    fn of(self, notice: &Notice) -> Value {
        match self {
            Self::Of(name) => message::json(notice).get(name).cloned().unwrap_or(Value::Null),
            Self::Priority => Value::from(match notice.severity {
                Severity::Critical => 5,
                Severity::Warning => 4,
                Severity::Info => 3,
            }),
        }
    }
}
