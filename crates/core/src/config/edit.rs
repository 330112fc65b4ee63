//! Changes the text of a configuration and leaves alone what a person wrote in it.

pub(super) mod cut;
mod settings;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::error::{does_not_fit, to_correct};
use super::{ConfigError, Outlet, parse};
use crate::text::{Message, english};
use crate::watch::Expect;

pub use cut::Written;
pub(super) use settings::unmarked;
pub use settings::{
    ChannelKind, ChannelWritten, NotApplied, PlanWritten, Setting, Settings, add_plan, change_plan, put_channel,
    remove_channel, remove_plan, set_setting, settings,
};

/// An outlet was not added. The text is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotAdded {
    /// The text as it is is no configuration.
    Invalid(Vec<ConfigError>),
    /// The text with the outlet would be none: a name or a watch that is there already, for example. Positions are
    /// those of the text with the outlet.
    DoesNotFit(Vec<ConfigError>),
    /// The outlet has something that no configuration can say.
    NotTheSame(String),
}

impl NotAdded {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid(errors) => to_correct(errors),
            Self::DoesNotFit(errors) => does_not_fit(errors),
            Self::NotTheSame(outlet) => Message::new("config-add-by-hand").own("outlet", outlet),
        }
    }
}

/// Takes a key out of a section, and not a byte besides. None where it is written in a form that can't be cut.
pub(super) fn without_key(text: &str, section: &str, key: &str) -> Option<String> {
    cut::set(text, cut::Place::Section(section), &(key, None))
}

/// Adds an outlet to the text of a configuration, after those that are there. Whatever stood in the text stands there
/// still, byte for byte; a list of outlets in one pair of brackets alone is written into.
///
/// # Errors
///
/// Where the text or the outlet is not valid, or the two together are not.
pub fn add_outlet(text: &str, outlet: &Outlet) -> Result<String, NotAdded> {
    add_outlets(text, std::slice::from_ref(outlet))
}

/// Adds several outlets, as [`add_outlet`] adds one: all of them or none.
///
/// # Errors
///
/// As [`add_outlet`].
pub fn add_outlets(text: &str, outlets: &[Outlet]) -> Result<String, NotAdded> {
    let before = parse(text).map_err(NotAdded::Invalid)?.config;
    let longer = match text.parse::<DocumentMut>() {
        Ok(mut document) if document.get("outlet").is_some_and(Item::is_value) => {
            if let Some(known) = document.get_mut("outlet").and_then(Item::as_array_mut) {
                known.extend(outlets.iter().map(|outlet| table(outlet).into_inline_table()));
            }
            document.to_string()
        }
        _ => appended(text, outlets),
    };
    let after = parse(&longer).map_err(NotAdded::DoesNotFit)?.config;
    let was_kept = after.watching == before.watching && after.outlets.starts_with(&before.outlets);
    let added = after.outlets.get(before.outlets.len()..).unwrap_or_default();
    let another = outlets.iter().zip(added).find(|(wanted, added)| wanted != added).map(|(wanted, _)| wanted);
    match another.or(outlets.last().filter(|_| !was_kept || added.len() != outlets.len())) {
        None => Ok(longer),
        Some(outlet) => Err(NotAdded::NotTheSame(outlet.name.clone())),
    }
}

/// The text with each `[[outlet]]` at its end, which TOML allows wherever the text stops.
fn appended(text: &str, added: &[Outlet]) -> String {
    if added.is_empty() {
        return text.to_owned();
    }
    let mut outlets = ArrayOfTables::new();
    for outlet in added {
        outlets.push(table(outlet));
    }
    let mut block = DocumentMut::new();
    block.insert("outlet", Item::ArrayOfTables(outlets));
    cut::appended(text, &block.to_string())
}

fn table(outlet: &Outlet) -> Table {
    let mut table = Table::new();
    table.insert("name", value(&outlet.name));
    if let Some(group) = &outlet.group {
        table.insert("group", value(group));
    }
    table.insert(
        "homepage",
        match outlet.homepages.as_slice() {
            [only] => value(only.as_str()),
            several => value(several.iter().map(url::Url::as_str).collect::<Array>()),
        },
    );
    if let Some(feed) = &outlet.feed {
        table.insert("feed", value(feed.as_str()));
    }
    for (key, wanted) in [("article", outlet.article), ("reader_look", outlet.reader_look)] {
        if !wanted {
            table.insert(key, value(false));
        }
    }
    if !outlet.pinned.is_empty() {
        table.insert("pinned", value(outlet.pinned.iter().map(url::Url::as_str).collect::<Array>()));
    }
    if !outlet.admin.is_empty() {
        let mut endpoints = ArrayOfTables::new();
        for admin in &outlet.admin {
            let mut endpoint = Table::new();
            endpoint.insert("url", value(admin.url.as_str()));
            endpoint.insert("expect", value(word(admin.expect)));
            if !admin.values.is_empty() {
                endpoint.insert("values", value(admin.values.iter().collect::<Array>()));
            }
            if let Some(credential) = &admin.credential {
                endpoint.insert("credential", value(credential));
            }
            endpoints.push(endpoint);
        }
        table.insert("admin", Item::ArrayOfTables(endpoints));
    }
    if !outlet.ignore.is_empty() {
        let mut ignore = Table::new();
        ignore.insert("selectors", value(outlet.ignore.iter().collect::<Array>()));
        table.insert("ignore", Item::Table(ignore));
    }
    table
}

pub(super) fn word(expect: Expect) -> &'static str {
    match expect {
        Expect::Login => "login",
        Expect::Denied => "denied",
        Expect::Gone => "gone",
        Expect::Json => "json",
    }
}
