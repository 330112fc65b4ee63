//! Reading the configuration file.

use std::io;
use std::path::{Path, PathBuf};

use frontwatch_core::config::{self, ConfigError, Parsed};

/// The configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// There is no such file.
    #[error(
        "there is no configuration at {}: put into it, for each outlet, three lines: \
         [[outlet]], name = \"Your paper\", homepage = \"https://your-paper.example/\"; \
         `frontwatch demo` needs none and shows the watch at work",
        .0.display()
    )]
    Missing(PathBuf),
    /// The file can't be read.
    #[error("{} cannot be read: {source}; check its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// What stands in it is wrong.
    #[error("{}", in_file(path, errors))]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Every mistake, with its line and column.
        errors: Vec<ConfigError>,
    },
}

impl Unusable {
    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "configuration.missing",
            Self::Unreadable { .. } => "configuration.unreadable",
            Self::Wrong { .. } => "configuration.wrong",
        }
    }
}

fn in_file(path: &Path, errors: &[ConfigError]) -> String {
    let lines: Vec<String> = errors.iter().map(|error| format!("{}: {error}", path.display())).collect();
    lines.join("\n")
}

/// Reads and checks a configuration file.
pub fn read(path: &Path) -> Result<Parsed, Unusable> {
    let text = std::fs::read_to_string(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Unusable::Missing(path.to_owned()),
        _ => Unusable::Unreadable { path: path.to_owned(), source },
    })?;
    config::parse(&text).map_err(|errors| Unusable::Wrong { path: path.to_owned(), errors })
}
