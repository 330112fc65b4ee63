//! What can go wrong in the store: each error says what happened, where, and what to do; [`StoreError::code`] is what
//! programs match. People are told [`StoreError::message`]; displayed, an error is for the log. May not decide anything: whether
//! to go on is the caller's.

use std::io;
use std::path::{Path, PathBuf};

use frontwatch_core::text::{Message, cli, errors};
use rusqlite::ErrorCode;

use super::lock::Holder;

/// An operation on the store did not happen. A commit that failed has stored nothing of its batch.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process writes in this directory.
    #[error(
        "{} is in use by {}: stop it first, or name another directory with --data",
        dir.display(),
        name_of(holder.as_ref())
    )]
    Held {
        /// The data directory.
        dir: PathBuf,
        /// Who holds it; absent where the system does not let us read a locked file, or it has only just been locked.
        holder: Option<Holder>,
    },
    /// A later version of Frontwatch wrote the database. It is left as it is.
    #[error(
        "{} was written by a newer Frontwatch (format {found}; this one reads up to {supported}): \
         update Frontwatch, or name another directory with --data",
        path.display()
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The latest format that this version knows.
        supported: u32,
    },
    /// An earlier version wrote the database, and it was opened only for reading.
    #[error(
        "{} was written by an older Frontwatch (format {found}; this one reads {supported}): \
         start `frontwatch watch` of this version once, which brings it up to date",
        path.display()
    )]
    Outdated {
        /// The database.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The format that this version reads.
        supported: u32,
    },
    /// There is no database yet, and it was to be opened only for reading.
    #[error("nothing is stored in {} yet: start `frontwatch watch` first, or name its directory with --data", path.display())]
    Missing {
        /// Where the database would be.
        path: PathBuf,
    },
    /// A restore was cut short, and the store was to be opened only for reading.
    #[error(
        "a restore of {} was cut short: start `frontwatch watch` once, or the restore again, which does the rest of it",
        path.display()
    )]
    Restoring {
        /// Where the database will be.
        path: PathBuf,
    },
    /// The database, or something in it, is not as it was written.
    #[error(
        "{} is damaged ({what}): it is moved aside, never overwritten, as soon as the watch can; \
         stop Frontwatch and start it again if this goes on",
        path.display()
    )]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The database was opened for reading, or its file or disk cannot be written.
    #[error("{} cannot be written, only read: check its permissions and the disk, and who else holds it", path.display())]
    ReadOnly {
        /// The database.
        path: PathBuf,
    },
    /// No space is left.
    #[error("the disk is full: nothing more can be stored in {}; free some space on it", path.display())]
    Full {
        /// The database.
        path: PathBuf,
    },
    /// Another program kept the database locked for longer than five seconds.
    #[error("{} is kept locked by another program (a backup, a database browser?): close it there", path.display())]
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// The file system cannot share memory between processes, which the write-ahead log needs: a network drive, say.
    #[error("{} lies on a file system that cannot share memory (a network drive?): use a data directory on a local disk", path.display())]
    NoSharedMemory {
        /// The database.
        path: PathBuf,
    },
    /// The disk has not answered for long. What was to be stored is stored when it does.
    #[error("the disk does not answer: what is told now is not yet stored in {}; check the disk", path.display())]
    Slow {
        /// The database.
        path: PathBuf,
    },
    /// The batch contradicts itself or what is stored. A mistake of the program, not of a person.
    #[error("nothing was stored in {}: {why}. This is a mistake in Frontwatch, please report it", path.display())]
    Refused {
        /// The database.
        path: PathBuf,
        /// The contradiction.
        why: String,
    },
    /// The file system refused.
    #[error("{doing} {}: {source}; check its permissions and the disk", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What was tried: a phrase that ends before the path, e.g. `could not create`.
        doing: &'static str,
        /// The system's reason.
        source: io::Error,
    },
    /// SQLite failed otherwise.
    #[error("{doing} failed in {}: {source}; check the disk, then see `frontwatch doctor`", path.display())]
    Failed {
        /// The database.
        path: PathBuf,
        /// What was tried, e.g. `storing`.
        doing: &'static str,
        /// SQLite's reason.
        source: rusqlite::Error,
    },
    /// The program broke down at it. Nothing of it was stored.
    #[error("the store in {} broke down at what it was asked. This is a mistake in Frontwatch, please report it", path.display())]
    Broke {
        /// The database.
        path: PathBuf,
    },
    /// The store was closed.
    #[error("the store in {} is closed: start Frontwatch again", path.display())]
    Closed {
        /// The database.
        path: PathBuf,
    },
}

impl StoreError {
    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Held { .. } => "store.held",
            Self::Newer { .. } => "store.newer",
            Self::Outdated { .. } => "store.outdated",
            Self::Missing { .. } => "store.missing",
            Self::Restoring { .. } => "store.restoring",
            Self::Damaged { .. } => "store.damaged",
            Self::ReadOnly { .. } => "store.read-only",
            Self::Full { .. } => "store.full",
            Self::Busy { .. } => "store.busy",
            Self::NoSharedMemory { .. } => "store.no-shared-memory",
            Self::Slow { .. } => "store.slow",
            Self::Refused { .. } => "store.refused",
            Self::Io { .. } => "store.io",
            Self::Failed { .. } => "store.failed",
            Self::Broke { .. } => "store.broke",
            Self::Closed { .. } => "store.closed",
        }
    }

    /// What happened, where, and what to do.
    pub fn message(&self) -> Message {
        let of = |id: &str, path: &Path| Message::new(id).own("path", path.display());
        match self {
            Self::Held { dir, holder } => {
                let holder = holder.as_ref().map_or_else(cli::another_holder, Holder::message);
                Message::new("store-held").own("dir", dir.display()).with("holder", holder.into())
            }
            Self::Newer { path, found, supported } => {
                of("store-newer", path).own("found", found).own("supported", supported)
            }
            Self::Outdated { path, found, supported } => {
                of("store-outdated", path).own("found", found).own("supported", supported)
            }
            Self::Missing { path } => of("store-missing", path),
            Self::Restoring { path } => of("store-restoring", path),
            Self::Damaged { path, what } => of("store-damaged", path).own("detail", what),
            Self::ReadOnly { path } => of("store-read-only", path),
            Self::Full { path } => of("store-full", path),
            Self::Busy { path } => of("store-busy", path),
            Self::NoSharedMemory { path } => of("store-no-shared-memory", path),
            Self::Slow { path } => of("store-slow", path),
            Self::Refused { path, why } => of("store-refused", path).own("detail", why),
            Self::Io { path, source, .. } => of("store-io", path).with("why", errors::system(source).into()),
            Self::Failed { path, source, .. } => of("store-failed", path).own("detail", source),
            Self::Broke { path } => of("store-broke", path),
            Self::Closed { path } => of("store-closed", path),
        }
    }

    /// Whether it is the disk's, and may pass: then the opening is tried again. A person has to do something about the others.
    pub fn is_the_disks(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly { .. } | Self::Full { .. } | Self::Busy { .. } | Self::Io { .. } | Self::Failed { .. }
        )
    }

    /// The same once more, for whoever asks next: of the errors that may pass.
    pub(super) fn again(&self) -> Self {
        let other = |path: &Path, what: String| Self::Io {
            path: path.to_owned(),
            doing: "could not open",
            source: io::Error::other(what),
        };
        match self {
            Self::ReadOnly { path } => Self::ReadOnly { path: path.clone() },
            Self::Full { path } => Self::Full { path: path.clone() },
            Self::Busy { path } => Self::Busy { path: path.clone() },
            Self::Io { path, doing, source } => {
                let known = source.raw_os_error().map(io::Error::from_raw_os_error);
                let source = known.unwrap_or_else(|| io::Error::new(source.kind(), source.to_string()));
                Self::Io { path: path.clone(), doing, source }
            }
            Self::Failed { path, doing, source: rusqlite::Error::SqliteFailure(code, said) } => {
                let source = rusqlite::Error::SqliteFailure(*code, said.clone());
                Self::Failed { path: path.clone(), doing, source }
            }
            Self::Held { dir, holder } => Self::Held { dir: dir.clone(), holder: holder.clone() },
            error => other(error.path(), error.to_string()),
        }
    }

    /// The file or directory that it is about.
    fn path(&self) -> &Path {
        match self {
            Self::Held { dir: path, .. }
            | Self::Newer { path, .. }
            | Self::Outdated { path, .. }
            | Self::Missing { path }
            | Self::Restoring { path }
            | Self::Damaged { path, .. }
            | Self::ReadOnly { path }
            | Self::Full { path }
            | Self::Busy { path }
            | Self::NoSharedMemory { path }
            | Self::Slow { path }
            | Self::Refused { path, .. }
            | Self::Io { path, .. }
            | Self::Failed { path, .. }
            | Self::Broke { path }
            | Self::Closed { path } => path,
        }
    }

    /// From an error of the file system.
    pub(super) fn io(path: &Path, doing: &'static str, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            _ => Self::Io { path, doing, source },
        }
    }

    /// From an error of SQLite.
    pub(super) fn sqlite(path: &Path, doing: &'static str, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, what: source.to_string() }
            }
            Some(ErrorCode::ConstraintViolation) => Self::Refused { path, why: source.to_string() },
            _ => Self::Failed { path, doing, source },
        }
    }
}

/// How a holder is named in a message.
fn name_of(holder: Option<&Holder>) -> String {
    holder.map_or_else(|| "another Frontwatch".to_owned(), Holder::to_string)
}

/// What reading and writing rows can meet, before it is known in which file.
#[derive(Debug)]
pub(super) enum Fault {
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// A row is not as it was written.
    Damaged(String),
    /// A write contradicts what is stored.
    Refused(String),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl Fault {
    /// In this database, while doing this.
    pub(super) fn at(self, path: &Path, doing: &'static str) -> StoreError {
        match self {
            Self::Sqlite(error) => StoreError::sqlite(path, doing, error),
            Self::Damaged(what) => StoreError::Damaged { path: path.to_owned(), what },
            Self::Refused(why) => StoreError::Refused { path: path.to_owned(), why },
        }
    }
}
