//! Importing a list of outlets in the window: what it would add, what is watched already, what was refused and why; then,
//! after a yes, writing.

use std::path::Path;

use frontwatch_core::config::{Config, Outlet};
use frontwatch_core::exchange::{self, Format, Plan};
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{Speech, add, inert};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::configuration::{self, Unusable};

/// The most lines of each kind that the window lists.
const LISTED: usize = 200;
/// The longest quotation, in characters.
const QUOTE: usize = 120;

/// What a list of outlets comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ListView {
    /// All of it in a sentence.
    pub says: String,
    /// How many outlets are new.
    pub count: u32,
    /// The first of those that are new.
    pub add: Vec<ListedOutlet>,
    /// Addresses that are watched already, a sentence each; the first of them.
    pub known: Vec<String>,
    /// Lines that name no outlet, and why, a sentence each; the first of them.
    pub refused: Vec<String>,
}

/// An outlet of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ListedOutlet {
    /// Its name.
    pub name: String,
    /// Its first front page.
    pub homepage: String,
}

/// A form in which the outlets are given away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum ListForm {
    /// OPML, as feed readers keep it.
    Opml,
    /// Comma-separated values.
    Csv,
    /// The addresses of the front pages, one on each line, as changedetection.io reads them.
    Addresses,
}

/// The outlets of a configuration as a list.
pub fn export(config: &Config, form: ListForm) -> String {
    exchange::write(
        config,
        match form {
            ListForm::Opml => Format::Opml,
            ListForm::Csv => Format::Csv,
            ListForm::Addresses => Format::Addresses,
        },
    )
}

/// Reads a list against the configuration in a file.
pub fn read(text: &str, file: &Path) -> Result<Plan, Trouble> {
    let config = match configuration::read(file) {
        Ok(parsed) => parsed.config,
        Err(Unusable::Missing(_)) => Config::default(),
        Err(error) => return Err(Trouble::NotWritten(error.message())),
    };
    Ok(exchange::plan(exchange::read(text).map_err(Trouble::NoList)?, &config))
}

/// Reads a list and writes what is new of it. Returns the configuration as it is then.
pub fn write(text: &str, file: &Path) -> Result<Config, Trouble> {
    let outlets: Vec<Outlet> = read(text, file)?.add;
    configuration::add_all(file, &outlets).map_err(|error| Trouble::NotWritten(error.message()))?;
    let read = configuration::read(file).map_err(|error| Trouble::NotWritten(error.message()));
    Ok(read?.config)
}

impl ListView {
    /// In the words of `speech`.
    pub fn of(plan: &Plan, speech: &Speech) -> Self {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let outlet = |outlet: &Outlet| ListedOutlet {
            name: inert(&outlet.name, QUOTE),
            homepage: outlet.homepages.first().map(ToString::to_string).unwrap_or_default(),
        };
        let known = plan.known.iter().map(|(url, outlet)| add::left_out(url.as_str(), outlet));
        let refused = plan.refused.iter().map(|refused| add::list_line(refused.line, &refused.what, refused.why));
        Self {
            says: speech.say(&add::list(count(plan.add.len()), count(plan.known.len()), count(plan.refused.len()))),
            count: count(plan.add.len()),
            add: plan.add.iter().take(LISTED).map(outlet).collect(),
            known: known.take(LISTED).map(|sentence| speech.say(&sentence)).collect(),
            refused: refused.take(LISTED).map(|sentence| speech.say(&sentence)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_written_once() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("frontwatch.toml");
        let text = "https://a.example/\nhttps://b.example/\nhttps://me:secret@c.example/\n";
        let said = |trouble: Trouble| format!("{trouble:?}");
        let speech = Speech::new(&["en".to_owned()], jiff::tz::TimeZone::UTC);
        let view = ListView::of(&read(text, &file).map_err(said)?, &speech);
        assert_eq!(view.says, "2 outlets are new; no address is watched already; 1 line was refused.");
        assert_eq!((view.count, view.add.len(), view.known.len(), view.refused.len()), (2, 2, 0, 1));
        assert!(!file.exists(), "nothing is written before a yes");
        assert_eq!(write(text, &file).map_err(said)?.outlets.len(), 2);
        let again = ListView::of(&read(text, &file).map_err(said)?, &speech);
        assert_eq!((again.count, again.known.len()), (0, 2));
        assert!(again.known[0].contains("https://a.example/"), "{:?}", again.known);
        assert!(matches!(read("nothing", &folder.path().join("none")), Ok(plan) if plan.add.is_empty()));
        Ok(())
    }
}
