//! Changing an outlet in the window: what it is called, where it is, what of it is watched, and whether it is watched at all.
//! What is wrong with a change is said for the field that it was typed into. What was removed is kept until something else is
//! removed or the program ends, so that it can be put back.

use std::path::{Path, PathBuf};

use frontwatch_core::config::{self, Config, Edited, EditedAdmin, NotChanged, Removed};
use frontwatch_core::exchange::Plan;
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Speech, errors, inert};
use frontwatch_core::watch::Expect;
use serde::Deserialize;
use tokio::sync::Mutex;
use ts_rs::TS;
use url::Url;

use super::configuration::{self, NotWritten};
use super::settings::Fault;
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub struct OutletDraft {
    /// Its name.
    pub name: String,
    /// Its group; none or empty: it has none.
    pub group: Option<String>,
    /// Its front pages; empty ones are left out.
    pub homepages: Vec<String>,
    /// Its feed; none or empty: it has none.
    pub feed: Option<String>,
    /// Stories that are looked at always; empty ones are left out.
    pub pinned: Vec<String>,
    /// Admin endpoints that are new, or are to be changed. Others stay as they are.
    pub admin: Vec<AdminDraft>,
    /// Admin endpoints that go, by their addresses as they were shown.
    pub gone: Vec<String>,
}

/// How an admin endpoint is to be, as a person typed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub struct AdminDraft {
    /// The address of the one that is changed, as it was shown; none: it is new.
    pub was: Option<String>,
    /// Where.
    pub url: String,
    /// What should be there.
    pub expect: Expect,
    /// JSON pointers; empty ones are left out.
    pub values: Vec<String>,
    /// The name of a secret in the keychain; none or empty: it needs none.
    pub credential: Option<String>,
}

impl Editing {
    /// Of this file; of none in a demonstration.
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file, removed: Mutex::new(None) }
    }

    /// Changes an outlet. Returns the configuration as it is then, or what is wrong with which field.
    pub async fn change(
        &self,
        outlet: String,
        draft: OutletDraft,
        speech: &Speech,
    ) -> Result<Result<Config, Vec<Fault>>, Trouble> {
        let edited = match edited(draft, speech) {
            Ok(edited) => edited,
            Err(faults) => return Ok(Err(faults)),
        };
        let _one_at_a_time = self.removed.lock().await;
        let (misfits, found) = std::sync::mpsc::channel();
        let written = self.write(move |text| {
            config::change_outlet(text, &outlet, &edited).inspect_err(|why| {
                if let NotChanged::DoesNotFit(wrong) = why {
                    // Nobody waits where this fails.
                    let _ = misfits.send(wrong.clone());
                }
            })
        });
        match (written.await, found.try_recv()) {
            (Err(_), Ok(wrong)) => {
                let fault = |it: &config::Misfit| Fault { field: it.field.clone(), ..Fault::of(&it.error, speech) };
                Ok(Err(wrong.iter().map(fault).collect()))
            }
            (written, _) => written.map(Ok),
        }
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

/// What a person typed, or what of it is no address: all of it at once.
fn edited(draft: OutletDraft, speech: &Speech) -> Result<Edited, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut address = |field: &str, typed: &str| match propose::address(typed) {
        Ok(url) => Some(url),
        Err(error) => {
            faults.push(Fault::at(field, &desktop::trouble(&trouble_of(&error)), speech));
            None
        }
    };
    let filled = |typed: &String| !typed.trim().is_empty();
    let said = |text: Option<String>| text.map(|text| inert(&text, NAME)).filter(|text| !text.is_empty());
    let trimmed = |texts: Vec<String>| texts.iter().map(|text| text.trim().to_owned()).filter(filled).collect();
    let mut list = |field: &str, typed: &[String]| -> Vec<Url> {
        typed.iter().filter(|typed| filled(typed)).filter_map(|typed| address(field, typed)).collect()
    };
    let homepages = list("homepage", &draft.homepages);
    let feed = list("feed", draft.feed.as_slice()).pop();
    let pinned = list("pinned", &draft.pinned);
    let admin = draft.admin.into_iter().enumerate().filter_map(|(which, typed)| {
        Some(EditedAdmin {
            url: address(&format!("admin.{which}.url"), &typed.url)?,
            was: typed.was.as_deref().and_then(|was| was.parse().ok()),
            expect: typed.expect,
            values: trimmed(typed.values),
            credential: typed.credential.map(|name| name.trim().to_owned()).filter(filled),
        })
    });
    let admin = admin.collect();
    // One that is written so that it can't be read is not there.
    let gone = draft.gone.iter().filter_map(|gone| gone.parse().ok()).collect();
    let edited =
        Edited { name: inert(&draft.name, NAME), group: said(draft.group), homepages, feed, pinned, admin, gone };
    if faults.is_empty() { Ok(edited) } else { Err(faults) }
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

    fn typed(name: &str, homepages: &[&str]) -> OutletDraft {
        OutletDraft {
            name: name.to_owned(),
            group: Some(" ".to_owned()),
            homepages: homepages.iter().map(|&homepage| homepage.to_owned()).collect(),
            feed: None,
            pinned: Vec::new(),
            admin: Vec::new(),
            gone: Vec::new(),
        }
    }

    fn door(was: Option<&str>, address: &str) -> AdminDraft {
        let values = vec![" /*/id ".to_owned(), " ".to_owned()];
        let (was, url) = (was.map(str::to_owned), address.to_owned());
        AdminDraft { was, url, expect: Expect::Json, values, credential: Some(" ".to_owned()) }
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

        let speech = Speech::new(&["en".to_owned()], jiff::tz::TimeZone::UTC);
        let changed = editing.change("Paper".to_owned(), typed("Post\u{202e}", &["post.example", ""]), &speech).await;
        assert_eq!(changed.map_err(said)?.map(|config| names(&config).concat()), Ok("Post".to_owned()));
        assert!(text()?.contains("homepage = \"https://post.example/\" # front\n"), "{}", text()?);
        let fields = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>();
        for (draft, wrong) in [
            (typed("Post", &["ftp://a.example/"]), vec!["homepage"]),
            (
                OutletDraft {
                    feed: Some("https://me:secret@a.example/".to_owned()),
                    pinned: vec!["post.example/story".to_owned(), "http://".to_owned()],
                    admin: vec![door(None, "post.example/users"), door(None, "")],
                    ..typed("Post", &["post.example"])
                },
                vec!["feed", "pinned", "admin.1.url"],
            ),
            (
                OutletDraft {
                    admin: vec![door(None, "post.example/users"), door(None, "post.example/users")],
                    ..typed("Post", &["post.example"])
                },
                vec!["admin.1.url"],
            ),
        ] {
            let refused = editing.change("Post".to_owned(), draft, &speech).await.map_err(said)?;
            assert_eq!(refused.map_err(fields), Err(wrong.into_iter().map(str::to_owned).collect()));
        }
        let more = OutletDraft {
            pinned: vec!["post.example/story".to_owned()],
            admin: vec![door(None, "post.example/users")],
            ..typed("Post", &["post.example"])
        };
        let changed = editing.change("Post".to_owned(), more, &speech).await.map_err(said)?;
        let outlet = changed.map_err(|faults| format!("{faults:?}"))?.outlets.remove(0);
        let admin = outlet.admin.first().ok_or("no endpoint")?;
        assert_eq!((admin.values.as_slice(), admin.credential.as_deref()), (["/*/id".to_owned()].as_slice(), None));
        assert_eq!(outlet.pinned.first().map(Url::as_str), Some("https://post.example/story"));
        let other = OutletDraft {
            admin: vec![door(Some("https://post.example/x"), "post.example/y")],
            ..typed("Post", &["post.example"])
        };
        assert!(matches!(editing.change("Post".to_owned(), other, &speech).await, Err(Trouble::NotWritten(_))));
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
