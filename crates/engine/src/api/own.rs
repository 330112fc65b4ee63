//! The configuration as somebody who looks at it now finds it: read anew each time, so that a change in a text editor is seen at
//! once; and changed by the window, comments kept.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use frontwatch_core::config::Config;
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{Speech, errors, report};

use super::configuration::{self, NotWritten};
use super::incident::Runbook;

pub(super) struct Own {
    /// The configuration's file; none in a demonstration.
    file: Option<PathBuf>,
    /// What could be read last: a mistake in the file must not take the steps from somebody who needs them.
    last: Mutex<Config>,
}

impl Own {
    pub(super) fn new(file: Option<PathBuf>, config: Config) -> Self {
        Self { file, last: Mutex::new(config) }
    }

    /// The configuration.
    pub(super) async fn config(&self) -> Config {
        if let Some(file) = self.file.clone() {
            let read = tokio::task::spawn_blocking(move || configuration::read(&file)).await;
            if let Ok(Ok(parsed)) = read {
                self.keep(parsed.config);
            }
        }
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What its people are told to do: the newsroom's own steps, else what the program says.
    pub(super) fn runbook(&self, config: &Config, speech: &Speech) -> Runbook {
        let editable = self.file.is_some();
        Runbook { steps: steps(config, speech), own: !config.newsroom.runbook.is_empty(), editable }
    }

    /// Writes the steps, one a line. Returns the configuration with them.
    pub(super) async fn set_runbook(&self, text: String) -> Result<Config, Trouble> {
        self.write(move |file| configuration::set_runbook(file, &text)).await
    }

    /// Leaves a part of an outlet's pages out. Returns the configuration with that.
    pub(super) async fn leave_out(&self, outlet: String, selector: String) -> Result<Config, Trouble> {
        self.write(move |file| configuration::ignore_part(file, &outlet, &selector)).await
    }

    /// Watches a part of an outlet's pages again. Returns the configuration with that.
    pub(super) async fn watch_part(&self, outlet: String, selector: String) -> Result<Config, Trouble> {
        self.write(move |file| configuration::watch_part(file, &outlet, &selector)).await
    }

    async fn write<F>(&self, change: F) -> Result<Config, Trouble>
    where
        F: FnOnce(&Path) -> Result<(), NotWritten> + Send + 'static,
    {
        let file = self.file.clone().ok_or(Trouble::Demonstration)?;
        let written = tokio::task::spawn_blocking(move || {
            change(&file).map_err(|error| error.message())?;
            configuration::read(&file).map_err(|error| error.message())
        });
        let written = written.await.map_err(errors::own_fault).and_then(|written| written);
        let config = written.map_err(Trouble::NotWritten)?.config;
        self.keep(config.clone());
        Ok(config)
    }

    fn keep(&self, config: Config) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = config;
    }
}

/// What people do now: the newsroom's own steps, else what the program says.
pub(crate) fn steps(config: &Config, speech: &Speech) -> Vec<String> {
    match config.newsroom.runbook.as_slice() {
        [] => report::runbook().iter().map(|step| speech.say(step)).collect(),
        own => own.to_vec(),
    }
}
