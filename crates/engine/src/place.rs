//! Where the configuration and the data are: XDG directories on Linux, what is usual elsewhere.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The configuration's file name.
pub const CONFIG_FILE: &str = "frontwatch.toml";

/// The configuration file and the data directory of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The configuration file; it need not exist.
    pub config: PathBuf,
    /// The data directory; it need not exist.
    pub data: PathBuf,
}

/// The system names no home directory for this user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this user has no home directory: name the configuration with --config and the data directory with --data")]
pub struct Homeless;

impl Place {
    /// As given, and as is usual where it is not.
    pub fn new(config: Option<&Path>, data: Option<&Path>) -> Result<Self, Homeless> {
        if let (Some(config), Some(data)) = (config, data) {
            return Ok(Self { config: config.to_owned(), data: data.to_owned() });
        }
        let dirs = ProjectDirs::from("", "", "frontwatch").ok_or(Homeless)?;
        Ok(Self {
            config: config.map_or_else(|| dirs.config_dir().join(CONFIG_FILE), Path::to_owned),
            data: data.map_or_else(|| dirs.data_dir().to_owned(), Path::to_owned),
        })
    }
}
