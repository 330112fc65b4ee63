//! Changing an outlet in the window: what it is called and where it is, and whether it is watched at all. What was removed
//! is kept until something else is removed or the program ends, so that it can be put back.

use std::path::{Path, PathBuf};

use frontwatch_core::config::{self, Config, Edited, NotChanged, Removed};
use frontwatch_core::exchange::Plan;
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{errors, inert};
use tokio::sync::Mutex;
use url::Url;

use super::configuration::{self, NotWritten};
use super::{importing, propose};

/// The longest name of an outlet that is typed, in characters.
const NAME: usize = 80;

/// Changes the outlets of a configuration file, one change after the other.
pub struct Editing {
    /// The configuration; none in a demonstration, which is not changed.
    file: Option<PathBuf>,
    /// What was removed last.
    removed: Mutex<Option<Removed>>,
}

/// How an outlet is to be, as a person typed it.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Its name.
    pub name: String,
    /// Its group; none or empty: it has none.
    pub group: Option<String>,
    /// Its front pages; empty ones are left out.
    pub homepages: Vec<String>,
    /// Its feed; none or empty: it has none.
    pub feed: Option<String>,
}

impl Editing {
    /// Of this file; of none in a demonstration.
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file, removed: Mutex::new(None) }
    }

    /// Changes an outlet. Returns the configuration as it is then.
    pub async fn change(&self, outlet: String, typed: Typed) -> Result<Config, Trouble> {
        let address = |typed: &String| propose::address(typed).map_err(|error| trouble_of(&error));
        let said = |text: Option<String>| text.map(|text| inert(&text, NAME)).filter(|text| !text.is_empty());
        let homepages = typed.homepages.iter().filter(|typed| !typed.trim().is_empty());
        let feed = typed.feed.filter(|feed| !feed.trim().is_empty());
        let edited = Edited {
            name: inert(&typed.name, NAME),
            group: said(typed.group),
            homepages: homepages.map(address).collect::<Result<Vec<Url>, _>>()?,
            feed: feed.as_ref().map(address).transpose()?,
        };
        let _one_at_a_time = self.removed.lock().await;
        self.write(move |text| config::change_outlet(text, &outlet, &edited)).await
    }

    /// Removes an outlet, and keeps it to be put back.
    pub async fn remove(&self, outlet: String) -> Result<Config, Trouble> {
        let mut kept = self.removed.lock().await;
        let (removed, taken) = std::sync::mpsc::channel();
        let config = self
            .write(move |text| {
                let (after, gone) = config::remove_outlet(text, &outlet)?;
                // Nobody waits where this fails.
                let _ = removed.send(gone);
                Ok(after)
            })
            .await?;
        *kept = taken.try_recv().ok();
        Ok(config)
    }

    /// Puts back the outlet of this name, if it was the last to be removed.
    pub async fn put_back(&self, outlet: &str) -> Result<Config, Trouble> {
        let mut kept = self.removed.lock().await;
        let removed = kept.clone().filter(|removed| removed.name() == outlet).ok_or(Trouble::NoSuchOutlet)?;
        let config = self.write(move |text| config::put_back(text, &removed)).await?;
        *kept = None;
        Ok(config)
    }

    /// What a list of outlets comes to.
    pub async fn read_list(&self, text: String) -> Result<Plan, Trouble> {
        let file = self.file.clone().ok_or(Trouble::Demonstration)?;
        let read = tokio::task::spawn_blocking(move || importing::read(&text, &file)).await;
        read.unwrap_or_else(|error| Err(Trouble::NotWritten(errors::own_fault(error))))
    }

    /// Adds what is new of a list.
    pub async fn add_list(&self, text: String) -> Result<Config, Trouble> {
        let _one_at_a_time = self.removed.lock().await;
        let file = self.file.clone().ok_or(Trouble::Demonstration)?;
        let written = tokio::task::spawn_blocking(move || importing::write(&text, &file)).await;
        written.unwrap_or_else(|error| Err(Trouble::NotWritten(errors::own_fault(error))))
    }

    async fn write(
        &self,
        change: impl FnOnce(&str) -> Result<String, NotChanged> + Send + 'static,
    ) -> Result<Config, Trouble> {
        let file = self.file.clone().ok_or(Trouble::Demonstration)?;
        let written = tokio::task::spawn_blocking(move || write(&file, change)).await;
        written.unwrap_or_else(|error| Err(Trouble::NotWritten(errors::own_fault(error))))
    }
}

fn write(file: &Path, change: impl FnOnce(&str) -> Result<String, NotChanged>) -> Result<Config, Trouble> {
    let written = configuration::edit(file, |text| {
        change(text).map_err(|source| NotWritten::NotChanged { path: file.to_owned(), source })
    });
    match written {
        Ok(()) => {}
        Err(NotWritten::NotChanged { source: NotChanged::NoSuchOutlet(_), .. }) => return Err(Trouble::NoSuchOutlet),
        Err(error) => return Err(Trouble::NotWritten(error.message())),
    }
    let read = configuration::read(file).map_err(|error| Trouble::NotWritten(error.message()));
    Ok(read?.config)
}

fn trouble_of(error: &propose::NoProposal) -> Trouble {
    match error {
        propose::NoProposal::Address(trouble) => trouble.clone(),
        propose::NoProposal::NoPage(_) => Trouble::NoAddress,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# ours\n[[outlet]]\nname = \"Paper\"\nhomepage = \"https://paper.example/\" # front\n";

    fn typed(name: &str, homepages: &[&str]) -> Typed {
        Typed {
            name: name.to_owned(),
            group: Some(" ".to_owned()),
            homepages: homepages.iter().map(|&homepage| homepage.to_owned()).collect(),
            feed: None,
        }
    }

    fn names(config: &Config) -> Vec<&str> {
        config.outlets.iter().map(|outlet| outlet.name.as_str()).collect()
    }

    #[tokio::test]
    async fn what_is_typed_is_written_and_what_is_removed_is_put_back() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("frontwatch.toml");
        std::fs::write(&file, TEXT)?;
        let editing = Editing::new(Some(file.clone()));
        let text = || std::fs::read_to_string(&file);
        let said = |trouble: Trouble| format!("{trouble:?}");

        let changed = editing.change("Paper".to_owned(), typed("Post\u{202e}", &["post.example", ""])).await;
        assert_eq!(names(&changed.map_err(said)?), ["Post"]);
        assert!(text()?.contains("homepage = \"https://post.example/\" # front\n"), "{}", text()?);
        for (address, trouble) in
            [("ftp://a.example/", Trouble::OtherScheme), ("https://me:secret@a.example/", Trouble::Password)]
        {
            let refused = editing.change("Post".to_owned(), typed("Post", &[address])).await;
            assert_eq!(refused, Err(trouble), "{address}");
        }
        let before = text()?;
        assert_eq!(editing.put_back("Post").await, Err(Trouble::NoSuchOutlet), "nothing was removed");
        assert_eq!(names(&editing.remove("Post".to_owned()).await.map_err(said)?), [""; 0]);
        assert_eq!(editing.remove("Post".to_owned()).await, Err(Trouble::NoSuchOutlet));
        assert_eq!(names(&editing.put_back("Post").await.map_err(said)?), ["Post"]);
        assert_eq!(text()?, before);
        assert_eq!(editing.put_back("Post").await, Err(Trouble::NoSuchOutlet), "it was put back");
        Ok(())
    }

    #[tokio::test]
    async fn a_demonstration_is_not_changed() {
        assert_eq!(Editing::new(None).remove("Paper".to_owned()).await, Err(Trouble::Demonstration));
    }
}
