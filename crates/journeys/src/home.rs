//! The directories of one editor, kept over several starts of the program.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

/// A home directory with a configuration and a data directory, gone when it is dropped.
#[derive(Debug)]
pub struct Home {
    dir: TempDir,
}

impl Home {
    /// An empty one.
    ///
    /// # Errors
    /// The directories can't be made.
    pub fn new() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("frontwatch-home-").tempdir()?;
        let home = Self { dir };
        for part in [home.data(), home.path().join("config"), home.path().join("runtime")] {
            std::fs::create_dir_all(&part).with_context(|| part.display().to_string())?;
        }
        Ok(home)
    }

    /// The home directory itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The configuration file, which is there after [`Home::configure`].
    #[must_use]
    pub fn config(&self) -> PathBuf {
        self.path().join("config").join("frontwatch.toml")
    }

    /// The data directory.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Writes the configuration, in the place of an earlier one and all at once, as an editor does.
    ///
    /// # Errors
    /// It can't be written.
    pub fn configure(&self, toml: &str) -> Result<()> {
        let new = self.config().with_extension("toml.new");
        std::fs::write(&new, toml).with_context(|| new.display().to_string())?;
        std::fs::rename(&new, self.config()).with_context(|| self.config().display().to_string())
    }
}
