//! Where the configuration and the data are: XDG directories on Linux, what is usual elsewhere.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use frontwatch_core::digest::Digest;
use frontwatch_core::text::Message;

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

impl Homeless {
    /// What happened and what to do.
    pub fn message(self) -> Message {
        Message::new("homeless")
    }
}

impl Place {
    /// As given, and as is usual where it is not; absolute, as whoever keeps it may change the working directory.
    pub fn new(config: Option<&Path>, data: Option<&Path>) -> Result<Self, Homeless> {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if let (Some(config), Some(data)) = (config, data) {
            return Ok(Self { config: absolute(config), data: absolute(data) });
        }
        let dirs = ProjectDirs::from("", "", "frontwatch").ok_or(Homeless)?;
        Ok(Self {
            config: config.map_or_else(|| dirs.config_dir().join(CONFIG_FILE), absolute),
            data: data.map_or_else(|| dirs.data_dir().to_owned(), absolute),
        })
    }

    /// A short name for the data directory, the same however its path is written: 16 hexadecimal digits.
    pub fn name(&self) -> String {
        // What is not there yet has no links in it; what is above it may.
        let there = self.data.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
        let real = there.map_or_else(
            || self.data.clone(),
            |(part, real)| real.join(self.data.strip_prefix(part).unwrap_or(Path::new(""))),
        );
        let mut name = Digest::of(real.to_string_lossy().trim_end_matches('/').as_bytes()).to_string();
        name.truncate(16);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_data_directory_has_one_name_however_it_is_written() {
        let home = tempfile::tempdir().unwrap();
        let (real, link) = (home.path().join("real"), home.path().join("link"));
        std::fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let name = |data: &Path| Place::new(Some(Path::new("a.toml")), Some(data)).unwrap().name();
        let before = name(&real.join("data"));
        assert_eq!(before, name(&link.join("data")), "before it is there");
        std::fs::create_dir(real.join("data")).unwrap();
        assert_eq!(before, name(&link.join("data/")), "and when it is");
        assert_eq!(before, name(&home.path().join("real/../real/data")));
        assert_ne!(before, name(&real.join("other")));
    }
}
