//! A database that the disk does not let us open to write: the disk is full, may only be read, or permission was lost. The watch
//! goes on all the same. What the file holds is read as long as that can be; every write is refused with the reason, so that
//! whoever asked for it keeps it and tries it again; and the opening is tried again, seldom enough not to wear out the disk.
//!
//! May not write anywhere but through `open`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::damage::{self, Care};
use super::error::{Fault, StoreError};
use super::lock::Lock;
use super::thread::Db;
use super::{DATABASE_FILE, StoreNote, open, read, schema, still, swap};

/// Between two tries to open it, at least.
const AGAIN: Duration = Duration::from_secs(5);
/// What a try takes is at most this part of the time: a large database is looked through from end to end at each.
const SHARE: u32 = 20;

/// Why and since when it is shut.
pub(super) struct Shut {
    dir: PathBuf,
    why: StoreError,
    tried: Instant,
    pause: Duration,
    /// Whether nothing of what the file holds could be read when the watch began.
    pub(super) blank: bool,
}

impl Shut {
    /// Why nothing can be written, as long as it is too early to try again.
    pub(super) fn holds(&self) -> Option<StoreError> {
        (self.tried.elapsed() < self.pause).then(|| self.why.again())
    }

    /// Has the next write try again, however early it is.
    pub(super) fn is_due(&mut self) {
        self.pause = Duration::ZERO;
    }

    /// Tries to open it to write. Nothing else may have it open meanwhile.
    pub(super) fn try_again(&mut self) -> Result<(Db, Vec<StoreNote>), StoreError> {
        let began = Instant::now();
        let opened = open::open_to_write(&self.dir);
        (self.tried, self.pause) = (Instant::now(), AGAIN.max(began.elapsed() * SHARE));
        opened.map_err(|error| {
            let why = error.again();
            self.why = error;
            why
        })
    }

    /// The lock as far as it can be had: of a disk that may only be read nobody else can write either.
    pub(super) fn lock(&self) -> Option<Lock> {
        Lock::hold(&self.dir).ok().flatten()
    }

    /// What can be read of it meanwhile.
    pub(super) fn reader(&self) -> Result<Connection, StoreError> {
        let path = self.dir.join(DATABASE_FILE);
        let read = if self.blank { None } else { reading(&self.dir, &path) };
        read.map_or_else(|| empty(&path), Ok)
    }
}

/// Opens what the directory holds to write, or where the disk does not let us, to go on without it until it does.
pub(super) fn open_to_watch(dir: &Path) -> Result<(Db, Vec<StoreNote>), StoreError> {
    match open::open_to_write(dir) {
        Err(why) if why.is_the_disks() => {
            let lock = Lock::hold(dir)?;
            let path = dir.join(DATABASE_FILE);
            let read = reading(dir, &path);
            let blank = read.is_none();
            let conn = read.map_or_else(|| empty(&path), Ok)?;
            let shut = Shut { dir: dir.to_owned(), why, tried: Instant::now(), pause: AGAIN, blank };
            Ok((Db::shut(conn, path, lock, shut), Vec::new()))
        }
        opened => opened,
    }
}

/// A connection that reads what the file holds, if a watch can go on with that.
fn reading(dir: &Path, path: &Path) -> Option<Connection> {
    // In the middle of being replaced it is neither the old nor the new.
    if swap::is_ordered(dir) {
        return None;
    }
    let ordinary = damage::reading(path, Care::Header).ok();
    ordinary.into_iter().chain(still::ways(path)).find(|conn| {
        let known = schema::version(conn).is_ok_and(|format| format == schema::SUPPORTED);
        known && read::load(conn).is_ok()
    })
}

/// Nothing, in the shape of a database.
fn empty(path: &Path) -> Result<Connection, StoreError> {
    let made = Connection::open_in_memory().and_then(|mut conn| {
        // In memory there is no log to write ahead.
        schema::settle_writer(&mut conn)?;
        conn.pragma_update(None, "query_only", true)?;
        Ok(conn)
    });
    made.map_err(|error| StoreError::sqlite(path, "opening", error))
}

/// Whether a database holds what a watch that began without it must not write over.
pub(super) fn holds_anything(conn: &Connection) -> Result<bool, Fault> {
    let asked = "SELECT EXISTS (SELECT 1 FROM baseline) OR EXISTS (SELECT 1 FROM incident)";
    Ok(conn.query_row(asked, [], |row| row.get(0))?)
}
