//! Starting at login, hidden in the tray, with the same files. Off until a person chooses it.
//!
//! On Linux and the BSDs the desktop's own entry is written here (`xdg`); a registry key or a login item writes the crate
//! `auto-launch`, whose desktop entries don't quote what they start.

#[cfg(all(unix, not(target_os = "macos")))]
mod xdg;

use std::path::PathBuf;

#[cfg(not(all(unix, not(target_os = "macos"))))]
use frontwatch_core::text::{Message, errors};
use frontwatch_engine::place::Place;

use crate::arguments::Arguments;

/// What starts at login, if it does.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name among the desktop's: another data directory is another entry.
    name: String,
    /// The program and its words.
    words: Vec<String>,
}

impl Entry {
    /// The entry of this program with these words.
    pub(crate) fn new(place: &Place, arguments: &Arguments) -> Self {
        let name = match &arguments.data {
            None => "frontwatch".to_owned(),
            Some(_) => format!("frontwatch-{}", place.name()),
        };
        let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("frontwatch-desktop"));
        let mut words = vec![program.to_string_lossy().into_owned(), "--hidden".to_owned()];
        for (option, given, path) in
            [("--config", &arguments.config, &place.config), ("--data", &arguments.data, &place.data)]
        {
            if given.is_some() {
                words.extend([option.to_owned(), path.to_string_lossy().into_owned()]);
            }
        }
        Self { name, words }
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
impl Entry {
    /// Whether Frontwatch starts at login; none where the system can't say.
    pub(crate) fn is_on(&self) -> Option<bool> {
        self.launch().ok()?.is_enabled().ok()
    }

    /// Chooses whether it does.
    pub(crate) fn set(&self, on: bool) -> Result<(), Message> {
        let launch = self.launch().map_err(|detail| errors::as_said(&detail))?;
        let done = if on { launch.enable() } else { launch.disable() };
        done.map_err(|error| errors::as_said(&error.to_string()))
    }

    fn launch(&self) -> Result<auto_launch::AutoLaunch, String> {
        let (program, words) = self.words.split_first().ok_or_else(String::new)?;
        let mut launch = auto_launch::AutoLaunchBuilder::new();
        launch.set_app_name(&self.name).set_app_path(program).set_args(words);
        launch.build().map_err(|error| error.to_string())
    }
}
