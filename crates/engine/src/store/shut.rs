//! A database that the disk does not let us open to write: the disk is full, may only be read, or permission was lost. The watch
//! goes on all the same. What the file holds is read as long as that can be; every write is refused with the reason, so that
//! whoever asked for it keeps it and tries it again; and the opening is tried again, seldom enough not to wear out the disk.
//!
//! May not write anywhere but through `open`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use super::damage::{self, Care, beside};
use super::error::{Fault, StoreError};
use super::lock::Lock;
use super::thread::Db;
use super::{DATABASE_FILE, StoreNote, open, read, schema, swap};

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
        Err(why) if why.may_pass() => {
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
    // One after the other: the last keeps others out.
    let ways = [|path: &Path| damage::reading(path, Care::Header), as_it_lies, alone];
    ways.into_iter().filter_map(|open| open(path).ok()).find(|conn| {
        let known = schema::version(conn).is_ok_and(|format| format == schema::SUPPORTED);
        known && read::load(conn).is_ok()
    })
}

/// The file alone, where the disk has no room for what SQLite keeps beside it. Only where nothing is kept there already: that
/// is part of the database.
fn as_it_lies(path: &Path) -> rusqlite::Result<Connection> {
    let log = fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len());
    let whole = std::path::absolute(path).ok().filter(|_| log == 0);
    let url = whole.and_then(|path| url::Url::from_file_path(path).ok());
    let url = url.ok_or(rusqlite::Error::InvalidPath(path.to_owned()))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(format!("{url}?immutable=1"), flags)?;
    schema::settle_reader(&conn)?;
    Ok(conn)
}

/// With what SQLite keeps beside it in memory: where a killed process left its log, and the disk has no room for the index to it.
/// Others can't read it meanwhile; nor could they without this.
fn alone(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    let _: String = conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |row| row.get(0))?;
    schema::settle_reader(&conn)?;
    damage::leave_as_it_is(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
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
