//! The loopback newsroom, for tests that are not asynchronous themselves.

use anyhow::{Context, Result};
use frontwatch_newsroom::{Attack, Fault, Intruders, Newsroom, Options, Outlet, Visit};
use tokio::runtime::Runtime;

/// A newsroom that publishes when it is told to. It closes when this is dropped.
#[derive(Debug)]
pub struct Paper {
    runtime: Runtime,
    newsroom: Newsroom,
}

impl Paper {
    /// Opens the newsroom of the demonstration, with an intruder for each outlet: what befalls several of them is no campaign.
    ///
    /// # Errors
    /// No address can be listened on.
    pub fn open() -> Result<Self> {
        Self::with(Options { intruders: Intruders::EachItsOwn, ..Options::default() })
    }

    /// Opens a newsroom.
    ///
    /// # Errors
    /// No address can be listened on, or an outlet that is to be attacked does not exist.
    pub fn with(options: Options) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let newsroom = runtime.block_on(Newsroom::start(options))?;
        Ok(Self { runtime, newsroom })
    }

    /// The outlet at this place.
    ///
    /// # Errors
    /// There are fewer.
    pub fn outlet(&self, place: usize) -> Result<Outlet> {
        self.newsroom.outlets().into_iter().nth(place).with_context(|| format!("there is no outlet {place}"))
    }

    /// All outlets, in order.
    #[must_use]
    pub fn outlets(&self) -> Vec<Outlet> {
        self.newsroom.outlets()
    }

    /// A configuration that watches the front pages of all outlets, none in a group. Without an interval, at the program's
    /// default.
    pub fn config(&self, interval: Option<&str>) -> String {
        use std::fmt::Write as _;
        let mut toml = String::new();
        if let Some(interval) = interval {
            let _ = writeln!(toml, "[watching]\ninterval = {interval:?}\n");
        }
        for outlet in self.newsroom.outlets() {
            let (name, homepage) = (&outlet.name, outlet.homepage.as_str());
            let _ = writeln!(toml, "[[outlet]]\nname = {name:?}\nhomepage = {homepage:?}\n");
        }
        toml
    }

    /// A configuration that watches front page, feed and login page of all outlets, in their groups.
    #[must_use]
    pub fn config_of_everything(&self, interval: &str) -> String {
        self.newsroom.config(interval)
    }

    /// The last requests to all outlets, oldest first; at most [`frontwatch_newsroom::LOG_LIMIT`].
    #[must_use]
    pub fn visits(&self) -> Vec<Visit> {
        self.newsroom.log()
    }

    /// Every outlet publishes.
    pub fn publish(&self) {
        self.runtime.block_on(self.newsroom.publish());
    }

    /// The outlet at this place publishes.
    ///
    /// # Errors
    /// There are fewer.
    pub fn publish_at(&self, place: usize) -> Result<()> {
        Ok(self.runtime.block_on(self.newsroom.publish_at(&self.outlet(place)?.slug))?)
    }

    /// Attacks the outlet at this place.
    ///
    /// # Errors
    /// There are fewer.
    pub fn attack(&self, place: usize, attack: Attack) -> Result<()> {
        Ok(self.runtime.block_on(self.newsroom.attack(&self.outlet(place)?.slug, attack))?)
    }

    /// Makes the outlet at this place fail.
    ///
    /// # Errors
    /// There are fewer.
    pub fn fault(&self, place: usize, fault: Fault) -> Result<()> {
        Ok(self.runtime.block_on(self.newsroom.fault(&self.outlet(place)?.slug, fault))?)
    }

    /// Takes back all that was done to the outlet at this place.
    ///
    /// # Errors
    /// There are fewer, or its address was taken meanwhile.
    pub fn restore(&self, place: usize) -> Result<()> {
        Ok(self.runtime.block_on(self.newsroom.restore(&self.outlet(place)?.slug))?)
    }
}
