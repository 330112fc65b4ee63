//! The form that a login page asks in: where it sends what is typed, how, and what it asks for.
//!
//! Only what a reader fills in counts: hidden fields carry tokens that are others at every load. Bounded: `FORMS` forms of
//! `FIELDS` fields of `NAME` bytes.

use serde::{Deserialize, Serialize};

use super::element::{Attr, StartTag};
use super::name::{Address, address, location, without_numbers};

/// The most forms that are kept.
pub(super) const FORMS: usize = 50;
/// The most fields of one.
const FIELDS: usize = 40;
/// The longest name of a field, in bytes.
const NAME: usize = 60;

/// A form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a form")]
pub struct LoginForm {
    /// The host that it is sent to, lower case, empty for the page's own; then the path, without query and numbers.
    pub target: String,
    /// It is sent over http: the target says so, or the page came over http and the target does not say otherwise.
    pub plain: bool,
    /// The target says https.
    pub encrypted: bool,
    /// It is sent by POST; else what is typed stands in the address.
    pub post: bool,
    /// It has a password field.
    pub password: bool,
    /// Names of the fields that a reader fills in, numbers taken out, lower case, sorted.
    pub fields: Vec<String>,
}

impl LoginForm {
    pub(super) fn new(start: &StartTag) -> Self {
        let action = start.get(Attr::Action);
        let (host, rest) = match address(&action) {
            Address::Host { host, rest } => (host.to_ascii_lowercase(), rest),
            Address::Local(rest) => (String::new(), rest),
            _ => (String::new(), ""),
        };
        // A session's name may stand behind a semicolon.
        let path = location(rest).split(['?', ';']).next().unwrap_or_default();
        let begins =
            |scheme: &str| action.trim_start().get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
        let target = format!("{host}/{}", plain_name(path.trim_start_matches('/').as_bytes(), 200));
        Self {
            target,
            plain: begins("http:"),
            encrypted: begins("https:"),
            post: start.get(Attr::Method).trim().eq_ignore_ascii_case("post"),
            password: false,
            fields: Vec::new(),
        }
    }

    /// Takes in a field.
    pub(super) fn field(&mut self, start: &StartTag) {
        let kind = start.get(Attr::Type).trim().to_ascii_lowercase();
        if matches!(kind.as_str(), "hidden" | "submit" | "button" | "image" | "reset") {
            return;
        }
        self.password |= kind == "password";
        let name = if start.has(Attr::Name) { start.raw(Attr::Name) } else { start.raw(Attr::Id) };
        if name.is_empty() || self.fields.len() >= FIELDS {
            return;
        }
        let name = plain_name(name, NAME);
        if let Err(at) = self.fields.binary_search(&name) {
            self.fields.insert(at, name);
        }
    }
}

fn plain_name(name: &[u8], most: usize) -> String {
    let mut plain = Vec::new();
    without_numbers(&String::from_utf8_lossy(&name[..name.len().min(most)]), &mut plain);
    String::from_utf8_lossy(&plain).to_lowercase()
}
