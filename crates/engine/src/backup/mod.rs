//! Backup and move: the store with its captures and all that was learned, and the configuration, in one file; and that file
//! put into the place of what is there. Secrets are in no such file: they stay in the keychain.
//!
//! **Architecture invariants:**
//! - A backup is one instant of the store, though another process writes in it.
//! - A file is anybody's until all of it was checked; until then nothing is changed. No name in it decides where anything goes.
//! - Killed at any instant, a restore leaves the old store or the new one, and the old one is kept.

mod manifest;
mod pack;
mod unpack;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use frontwatch_core::config::Config;
use frontwatch_core::digest::Digest;
use frontwatch_core::text::Message;
use frontwatch_core::text::backup::{self as words, Trick};
use jiff::Timestamp;
use serde::Serialize;

use crate::api::configuration::{self, Unusable};
use crate::place::{CONFIG_FILE, Place};
use crate::store::copy::copy;
use crate::store::{DATABASE_FILE, Replaced, Store, StoreError};

pub use unpack::{FLOOR, RATIO};

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Made {
    /// The file.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its digest, by which a copy of it can be checked.
    pub sha256: Digest,
    /// The format of the store in it; absent if nothing is stored yet.
    pub store: Option<u32>,
    /// Whether the configuration is in it.
    pub configuration: bool,
    /// The names of the secrets that the configuration wants and that are not in it.
    pub secrets: Vec<String>,
}

/// A backup that was put into place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restored {
    /// When the backup was made, UTC.
    pub made: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// Whether it held a store.
    pub store: bool,
    /// Whether it held a configuration.
    pub configuration: bool,
    /// Where what was there before is kept now.
    pub aside: Vec<PathBuf>,
    /// The names of the secrets that the configuration wants, which have to be set again on another computer.
    pub secrets: Vec<String>,
}

/// No backup was made, or none was put into place.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store failed, or another process holds it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The configuration that is there cannot be used: a backup of it could not be put back.
    #[error(transparent)]
    Configuration(#[from] Unusable),
    /// There is neither a store nor a configuration.
    #[error("there is nothing to back up in {} and {}", place.data.display(), place.config.display())]
    Nothing {
        /// Where it would be.
        place: Place,
    },
    /// The file is there already.
    #[error("{} is there already and was left as it is: name another file", file.display())]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// The file is no sound backup. Nothing was changed.
    #[error("{} was refused ({}): nothing was changed", file.display(), trick.code())]
    Refused {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        trick: Trick,
        /// In which of its entries: a name out of the file.
        entry: String,
    },
    /// The file can't be read.
    #[error("{} cannot be read: {source}; check its permissions", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// Something can't be written.
    #[error("{} cannot be written: {source}; check its permissions and the disk", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl BackupError {
    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Configuration(error) => error.code(),
            Self::Nothing { .. } => "backup.nothing",
            Self::Exists { .. } => "backup.exists",
            Self::Refused { .. } => "backup.refused",
            Self::Unreadable { .. } => "backup.unreadable",
            Self::Io { .. } => "backup.io",
        }
    }

    /// What happened and what to do.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::Store(error) => error.message(),
            Self::Configuration(error) => error.message(),
            Self::Nothing { place } => words::nothing(&shown(&place.data), &shown(&place.config)),
            Self::Exists { file } => words::exists(&shown(file)),
            Self::Refused { file, trick, entry } => words::refused(&shown(file), *trick, entry),
            Self::Unreadable { file, source } => words::unreadable(&shown(file), source),
            Self::Io { path, source } => words::unwritable(&shown(path), source),
        }
    }
}

/// What the files and folders of a backup are called while it is made.
const UNFINISHED: &str = ".frontwatch-backup-";

/// After this time nobody makes that backup any more: whoever did was killed.
const UNFINISHED_FOR: Duration = Duration::from_secs(24 * 3600);

/// Makes a backup of what is at this place, in a new file. Blocks for as long as that takes; whoever watches goes on meanwhile.
pub fn make(place: &Place, file: &Path, now: Timestamp) -> Result<Made, BackupError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| BackupError::Io { path, source }
    };
    if file.symlink_metadata().is_ok() {
        return Err(BackupError::Exists { file: file.to_owned() });
    }
    let folder = folder_of(file);
    tidy(folder, SystemTime::now());
    let work = tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(folder).map_err(failed(folder))?;
    let (database, text) = (work.path().join(DATABASE_FILE), work.path().join(CONFIG_FILE));
    let mut files: Vec<(&str, &Path)> = Vec::new();

    let stored = place.data.join(DATABASE_FILE);
    let has_store = fs::metadata(&stored).is_ok_and(|about| about.len() > 0);
    let store = if has_store { Some(copy(&stored, &database)?) } else { None };
    if has_store {
        files.push((DATABASE_FILE, &database));
    }
    let config = match fs::read(&place.config) {
        Ok(bytes) => {
            fs::write(&text, bytes).map_err(failed(&text))?;
            files.push((CONFIG_FILE, &text));
            // What was copied, not what stands there by now.
            Some(configuration::read(&text).map_err(|error| in_place(error, &place.config))?.config)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(source) => return Err(BackupError::Unreadable { file: place.config.clone(), source }),
    };
    if files.is_empty() {
        return Err(BackupError::Nothing { place: place.clone() });
    }
    put(&files, file, now)?;
    let (sha256, bytes) = File::open(file).and_then(pack::digest).map_err(failed(file))?;
    let (configuration, secrets) = (config.is_some(), config.as_ref().map(secrets).unwrap_or_default());
    Ok(Made { file: file.to_owned(), bytes, sha256, store, configuration, secrets })
}

/// Packs a copy of a database that nobody else has open.
pub(crate) fn pack(database: &Path, file: &Path) -> Result<(), BackupError> {
    put(&[(DATABASE_FILE, database)], file, Timestamp::now())
}

/// Writes the file, which is there as a whole or not at all, for its owner alone.
fn put(files: &[(&str, &Path)], file: &Path, now: Timestamp) -> Result<(), BackupError> {
    let failed = |source| BackupError::Io { path: file.to_owned(), source };
    let written = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder_of(file)).map_err(failed)?;
    pack::write(files, written.as_file(), now).map_err(failed)?;
    written.persist_noclobber(file).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists { file: file.to_owned() },
        _ => failed(error.error),
    })?;
    Ok(())
}

/// Removes what backups left in a folder that were killed a while ago: copies of what is still where it was.
fn tidy(folder: &Path, now: SystemTime) {
    for left in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !left.file_name().to_string_lossy().starts_with(UNFINISHED) {
            continue;
        }
        // Nothing is followed that is only a link.
        let Ok(about) = left.metadata() else { continue };
        let is_old = about.modified().is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age > UNFINISHED_FOR));
        let path = left.path();
        let removed = match is_old {
            false => continue,
            true if about.is_dir() => fs::remove_dir_all(&path),
            true => fs::remove_file(&path),
        };
        if let Err(error) = removed {
            tracing::warn!(path = %path.display(), %error, "what a backup left was not removed");
        }
    }
}

/// Whether something is at this place that a restore would replace.
pub fn would_replace(place: &Place) -> bool {
    place.data.join(DATABASE_FILE).exists() || place.config.exists()
}

/// Puts a backup into this place, once all of it was checked; a store of an earlier version is brought up to date before.
/// Refused while another process holds the store. Blocks for as long as that takes.
pub fn restore(place: &Place, file: &Path, now: Timestamp) -> Result<Restored, BackupError> {
    let refused = |trick, entry: &str| BackupError::Refused { file: file.to_owned(), trick, entry: entry.to_owned() };
    Store::replace(&place.data, &place.config, now, |staging| {
        let list = unpack::read(file, |name| match name {
            DATABASE_FILE => Some(staging.database()),
            CONFIG_FILE => Some(staging.configuration()),
            _ => None,
        })?;
        let store = staging.database().exists();
        if store {
            staging.try_database().map_err(|unfit| match unfit {
                Replaced::Newer => refused(Trick::Newer, DATABASE_FILE),
                Replaced::Foreign(part) => refused(Trick::Shape, &part),
                Replaced::Damaged => refused(Trick::Database, DATABASE_FILE),
                Replaced::Failed(error) => error.into(),
            })?;
        }
        let configuration = staging.configuration().exists();
        let secrets = if configuration {
            let read = configuration::read(&staging.configuration());
            secrets(&read.map_err(|_| refused(Trick::Configuration, CONFIG_FILE))?.config)
        } else {
            Vec::new()
        };
        Ok(Restored { made: list.made, program: list.program, store, configuration, aside: Vec::new(), secrets })
    })
    .map(|(restored, aside)| Restored { aside, ..restored })
}

/// The names of the secrets that a configuration wants.
fn secrets(config: &Config) -> Vec<String> {
    let watches = config.watches();
    let of_watches = watches.iter().filter_map(|watch| watch.credential.as_deref());
    let of_channels = config.channels.iter().filter_map(|channel| channel.credential());
    of_watches.chain(of_channels).map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The error of a copy, as that of the file that was copied.
fn in_place(error: Unusable, place: &Path) -> Unusable {
    let place = place.to_owned();
    match error {
        Unusable::Missing(_) => Unusable::Missing(place),
        Unusable::Unreadable { source, .. } => Unusable::Unreadable { path: place, source },
        Unusable::Wrong { errors, .. } => Unusable::Wrong { path: place, errors },
    }
}
