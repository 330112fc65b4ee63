//! One writer: the lock in the data directory. May not touch the database.
//!
//! The lock is the operating system's on an open file, so it goes with the process that holds it, however that ends.
//! What the file says is only for the message: who holds it.

use std::fmt;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use frontwatch_core::text::{Message, cli};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::private;

/// The lock's file in the data directory.
pub const LOCK_FILE: &str = "frontwatch.lock";

/// More than any holder's line is long: what is beyond it was not written by this program.
const HOLDER_BYTES: u64 = 4096;

/// Who holds the lock of a data directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Its process id.
    pub pid: u32,
    /// The name of its program, e.g. `frontwatch-desktop`.
    pub program: String,
    /// Since when, UTC.
    pub since: Timestamp,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} (process {}, since {:.0})", self.program, self.pid, self.since)
    }
}

impl Holder {
    /// Who it is, as a person is told.
    pub fn message(&self) -> Message {
        cli::holder(&self.program, self.pid, self.since)
    }

    /// This process, from now on.
    fn this() -> Self {
        let program = std::env::current_exe()
            .ok()
            .and_then(|path| path.file_stem().map(|name| name.to_string_lossy().into_owned()))
            .unwrap_or_else(|| "frontwatch".to_owned());
        Self { pid: std::process::id(), program, since: Timestamp::now() }
    }
}

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    /// Whether it says who holds it.
    signed: bool,
}

impl Lock {
    /// Takes the lock of this directory, at once or not at all.
    pub(super) fn take(dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(LOCK_FILE);
        let mut file = private::open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Held { dir: dir.to_owned(), holder: read_holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => {
                return Err(StoreError::io(&path, "could not lock", error));
            }
        }
        let lock = Self { file, path, signed: true };
        lock.sign()?;
        Ok(lock)
    }

    /// Takes the lock where the disk takes no word of who holds it. None where there is no lock to take, or it can't be had: then
    /// nobody writes there.
    pub(super) fn hold(dir: &Path) -> Result<Option<Self>, StoreError> {
        let path = dir.join(LOCK_FILE);
        let Ok(mut file) = File::open(&path) else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { file, path, signed: false })),
            Err(TryLockError::WouldBlock) => {
                Err(StoreError::Held { dir: dir.to_owned(), holder: read_holder(&mut file) })
            }
            Err(TryLockError::Error(_)) => Ok(None),
        }
    }

    /// Writes who holds it.
    fn sign(&self) -> Result<(), StoreError> {
        let line = serde_json::to_string(&Holder::this()).map_err(std::io::Error::from);
        line.and_then(|line| {
            let mut file = &self.file;
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(line.as_bytes())
        })
        .map_err(|error| StoreError::io(&self.path, "could not write", error))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Emptied first, so that nobody reads a holder that is gone; and unlocked whatever came of that. Unlocked by hand because a child process that is just
        // being started shares the open file, and with it the lock, until it runs its own program.
        let emptied = if self.signed { self.file.set_len(0) } else { Ok(()) };
        let left = self.file.unlock().and(emptied);
        if let Err(error) = left {
            tracing::warn!(path = %self.path.display(), %error, "the lock of the data directory was not left cleanly");
        }
    }
}

/// Who says to hold the lock. Absent where a locked file cannot be read (Windows), and in the instant before it is signed.
fn read_holder(file: &mut File) -> Option<Holder> {
    let mut line = String::new();
    file.take(HOLDER_BYTES).read_to_string(&mut line).ok()?;
    serde_json::from_str(&line).ok()
}
