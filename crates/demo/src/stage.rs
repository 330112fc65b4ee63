//! The newsroom of the demonstration and its temporary data directory.

use std::path::Path;
use std::time::Duration;

use frontwatch_core::config::{self, Config};
use frontwatch_core::text::{Message, errors};
use frontwatch_newsroom::{Newsroom, Options};
use tempfile::TempDir;

use super::script::{Act, Staged};

/// The demonstration looks this often: a front page on loopback bears it.
const INTERVAL: &str = "2s";
/// The newsroom publishes this often, as a busy one would in a quarter of an hour.
const PUBLISH_EVERY: Duration = Duration::from_millis(1700);

/// The demonstration can't be staged.
#[derive(Debug, thiserror::Error)]
pub enum NotStaged {
    /// There is no room for its data.
    #[error("no temporary directory could be made: {0}; check the disk")]
    Home(#[from] std::io::Error),
    /// The newsroom could not open, or not do what was staged.
    #[error("the newsroom: {0}")]
    Newsroom(#[from] frontwatch_newsroom::Error),
    /// The newsroom's configuration is refused: a fault of this program.
    #[error("the newsroom's configuration is refused: {0}")]
    Config(String),
}

impl NotStaged {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Home(error) => Message::new("demo-no-folder").with("why", errors::system(error).into()),
            Self::Newsroom(error) => Message::new("demo-no-newsroom").own("detail", error),
            Self::Config(detail) => errors::own_fault(detail),
        }
    }
}

/// The newsroom. What it staged is gone when it is closed or dropped, and so is what was kept of it.
#[derive(Debug)]
pub struct Stage {
    newsroom: Newsroom,
    home: TempDir,
}

impl Stage {
    /// Opens a newsroom with six outlets, which publish; and the configuration that watches them.
    pub async fn open() -> Result<(Self, Config), NotStaged> {
        let home = tempfile::Builder::new().prefix("frontwatch-demo-").tempdir()?;
        let newsroom = Newsroom::start(Options { publish_every: Some(PUBLISH_EVERY), ..Options::default() }).await?;
        let parsed = config::parse(&newsroom.config(INTERVAL));
        let parsed = parsed.map_err(|errors| NotStaged::Config(format!("{errors:?}")))?;
        Ok((Self { newsroom, home }, parsed.config))
    }

    /// The data directory.
    pub fn data(&self) -> &Path {
        self.home.path()
    }

    /// What an act does, by the outlets' names.
    pub fn targets(&self, act: &Act) -> Vec<(String, Staged)> {
        let outlets = self.newsroom.outlets();
        let named = act.staged.iter().filter_map(|staged| Some((outlets.get(staged.outlet())?.name.clone(), *staged)));
        named.collect()
    }

    /// Does it.
    pub async fn perform(&self, act: &Act) -> Result<(), NotStaged> {
        let outlets = self.newsroom.outlets();
        for staged in act.staged {
            let Some(outlet) = outlets.get(staged.outlet()) else { continue };
            match staged {
                Staged::Attack { attack, .. } => self.newsroom.attack(&outlet.slug, *attack).await,
                Staged::Down { fault, .. } => self.newsroom.fault(&outlet.slug, *fault).await,
                Staged::Restored { .. } => self.newsroom.restore(&outlet.slug).await,
            }?;
        }
        Ok(())
    }

    /// The outlets' names.
    pub fn outlets(&self) -> Vec<String> {
        self.newsroom.outlets().into_iter().map(|outlet| outlet.name).collect()
    }

    /// Closes the newsroom.
    pub async fn close(self) {
        self.newsroom.stop().await;
    }
}
