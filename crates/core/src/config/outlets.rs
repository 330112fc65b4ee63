//! Takes an outlet out of the text of a configuration, and puts it back where it was. The rest of the text, comments among it,
//! is left as a person wrote it. Each change is read again before it counts.

use toml_edit::{DocumentMut, Item};

use super::changing::Misfit;
use super::error::{does_not_fit, to_correct};
use super::{Config, ConfigError, parse};
use crate::text::{Message, english};

/// The outlet was not changed. The text is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotChanged {
    /// The text as it is is no configuration.
    Invalid(Vec<ConfigError>),
    /// No outlet of the text has this name.
    NoSuchOutlet(String),
    /// The changed text would be no configuration. Positions are those of the changed text.
    DoesNotFit(Vec<Misfit>),
    /// What was to be changed of the outlet is not there: somebody else has changed the file.
    Gone(String),
    /// The change would change something else, too.
    NotTheSame(String),
}

impl NotChanged {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid(errors) => to_correct(errors),
            Self::NoSuchOutlet(outlet) => Message::new("config-no-such-outlet").own("outlet", outlet),
            Self::DoesNotFit(misfits) => does_not_fit(misfits.iter().map(|misfit| &misfit.error)),
            Self::Gone(what) => Message::new("config-gone").own("what", what),
            Self::NotTheSame(outlet) => Message::new("config-outlet-by-hand").own("outlet", outlet),
        }
    }
}

/// An outlet that was removed, with where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    name: String,
    before: String,
    after: String,
    /// Its own lines, where it had some.
    block: Option<String>,
}

impl Removed {
    /// The outlet's name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Takes an outlet out of the text. A comment directly above it goes with it, unless it is the first line of the file.
///
/// # Errors
///
/// Where the text is not valid, has no such outlet, or would not be valid with the change.
pub fn remove_outlet(text: &str, name: &str) -> Result<(String, Removed), NotChanged> {
    let mut expected = before(text)?;
    let at = position(&expected, name).ok_or_else(|| NotChanged::NoSuchOutlet(name.to_owned()))?;
    expected.outlets.remove(at);
    let (after, block) = match text.parse::<DocumentMut>() {
        Ok(mut document) if document.get("outlet").is_some_and(Item::is_value) => {
            if let Some(outlets) = document.get_mut("outlet").and_then(Item::as_array_mut) {
                outlets.remove(at);
            }
            (document.to_string(), None)
        }
        _ => {
            let lines = lines_of(text, at).ok_or_else(|| NotChanged::NotTheSame(name.to_owned()))?;
            let block = text.get(lines.clone()).unwrap_or_default().to_owned();
            let rest = [text.get(..lines.start), text.get(lines.end..)].map(Option::unwrap_or_default);
            (rest.concat(), Some(block))
        }
    };
    verified(&after, name, &expected)?;
    Ok((after.clone(), Removed { name: name.to_owned(), before: text.to_owned(), after, block }))
}

/// Puts back what was removed: where it was, or at the end where the text has changed meanwhile.
///
/// # Errors
///
/// Where the text is not valid, has no such outlet, or would not be valid with the change.
pub fn put_back(text: &str, removed: &Removed) -> Result<String, NotChanged> {
    if text == removed.after {
        return Ok(removed.before.clone());
    }
    let name = || removed.name.clone();
    let mut expected = before(text)?;
    let was = parse(&removed.before).map_err(NotChanged::Invalid)?.config;
    let outlet = was.outlets.into_iter().find(|outlet| outlet.name == removed.name);
    expected.outlets.push(outlet.ok_or_else(|| NotChanged::NoSuchOutlet(name()))?);
    let block = removed.block.as_deref().ok_or_else(|| NotChanged::NotTheSame(name()))?;
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    let longer = format!("{text}{gap}{}\n", block.trim_end());
    verified(&longer, &removed.name, &expected)?;
    Ok(longer)
}

fn before(text: &str) -> Result<Config, NotChanged> {
    Ok(parse(text).map_err(NotChanged::Invalid)?.config)
}

pub(super) fn position(config: &Config, name: &str) -> Option<usize> {
    config.outlets.iter().position(|outlet| outlet.name == name)
}

fn verified(text: &str, name: &str, expected: &Config) -> Result<(), NotChanged> {
    let misfit = |error: ConfigError| Misfit { field: error.subject.clone(), error };
    let refused = |errors: Vec<ConfigError>| NotChanged::DoesNotFit(errors.into_iter().map(misfit).collect());
    let after = parse(text).map_err(refused)?.config;
    if after == *expected { Ok(()) } else { Err(NotChanged::NotTheSame(name.to_owned())) }
}

/// Where the lines of an outlet stand: from the comment directly above it to its last line that is no comment, with the blank
/// line after it. What is found is read again before it counts.
fn lines_of(text: &str, nth: usize) -> Option<std::ops::Range<usize>> {
    let mut start = None;
    let mut end = 0;
    let (mut outlets, mut comment, mut at) = (0, None, 0);
    let mut quoted: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let (from, to) = (at, at + line.len());
        at = to;
        let trimmed = line.trim();
        let within = quoted.is_some();
        for mark in ["\"\"\"", "'''"] {
            if quoted.is_none_or(|open| open == mark) && trimmed.matches(mark).count() % 2 == 1 {
                quoted = if quoted.is_some() { None } else { Some(mark) };
            }
        }
        let header = if within { None } else { header(trimmed) };
        match header {
            Some("[outlet]") if outlets == nth && start.is_none() => {
                // What stands at the very top is said of the file.
                start = Some(comment.filter(|from| *from > 0).unwrap_or(from));
                end = to;
            }
            Some("[outlet]") if start.is_none() => outlets += 1,
            Some("outlet.") => {}
            Some(_) if start.is_some() => break,
            _ => {}
        }
        let is_comment = !within && trimmed.starts_with('#');
        comment = if is_comment { comment.or(Some(from)) } else { None };
        if start.is_some() && !trimmed.is_empty() && !is_comment {
            end = to;
        }
    }
    let start = start?;
    let rest = text.get(end..).unwrap_or_default();
    let blank = rest.split_inclusive('\n').next().filter(|line| line.trim().is_empty()).map_or(0, str::len);
    Some(start..end + blank)
}

/// What a header heads: an outlet, something of an outlet, or something else.
fn header(line: &str) -> Option<&'static str> {
    let inner = line.strip_prefix('[')?;
    let several = inner.strip_prefix('[');
    let name = several.unwrap_or(inner).split([']', '#']).next().unwrap_or_default();
    let first = name.split('.').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    match (first == "outlet", name.contains('.'), several.is_some()) {
        (true, false, true) => Some("[outlet]"),
        (true, true, _) => Some("outlet."),
        _ => Some("something else"),
    }
}
