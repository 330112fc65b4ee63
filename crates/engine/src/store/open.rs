//! Opening the database: the directory, the lock, the look at what is there, the settings. What is opened belongs to the
//! store's thread from then on.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::damage::{self, Care, Finding};
use super::error::{Fault, StoreError};
use super::lock::Lock;
use super::thread::Db;
use super::{Access, DATABASE_FILE, StoreNote, private, read, schema, still, swap, upgrade};

/// Opens what the directory holds.
pub(super) fn open(dir: &Path, access: Access) -> Result<(Db, Vec<StoreNote>), StoreError> {
    match access {
        Access::Write => open_to_write(dir),
        Access::Read => open_to_read(dir),
    }
}

pub(super) fn open_to_write(dir: &Path) -> Result<(Db, Vec<StoreNote>), StoreError> {
    private::dir(dir)?;
    let lock = Lock::take(dir)?;
    let path = dir.join(DATABASE_FILE);
    let mut notes = Vec::from_iter(swap::finish(dir)?);
    let mut before = None;
    if holds_something(&path)? {
        // Before anything is made beside it: what SQLite makes there takes its permissions.
        damage::with_beside(&path).filter(|file| file.exists()).try_for_each(|file| private::tighten(&file))?;
        match damage::examine(&path, Care::Whole)? {
            Finding::Sound(found) if found > schema::SUPPORTED => return Err(newer(&path, found)),
            Finding::Sound(0 | schema::SUPPORTED) => {}
            Finding::Sound(found) => before = Some(upgrade::prepare(dir, &path, found, &lock)?),
            Finding::Damaged(what) => notes.extend(damage::renew(&path, what, &lock)?),
        }
    }
    private::make(&path)?;
    let mut conn = match (connect(&path), before) {
        (Ok(conn), before) => {
            notes.extend(before.map(upgrade::Before::note));
            conn
        }
        (Err(error), Some(before)) => return Err(before.put_back(&path, error)),
        (Err(error), None) => return Err(error),
    };
    // A sound file may hold rows that are not: the watch could not go on with them.
    if let Err(Fault::Damaged(what)) = read::load(&conn) {
        damage::leave_as_it_is(&conn).map_err(|error| StoreError::sqlite(&path, "closing", error))?;
        drop(conn);
        notes.extend(damage::renew(&path, what, &lock)?);
        conn = connect(&path)?;
    }
    Ok((Db::new(conn, path, Some(lock)), notes))
}

/// A connection that writes, on a file in the latest format.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::sqlite(path, "opening", error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags).map_err(failed)?;
    if !schema::settle_writer(&mut conn).map_err(failed)? {
        return Err(StoreError::NoSharedMemory { path: path.to_owned() });
    }
    Ok(conn)
}

fn open_to_read(dir: &Path) -> Result<(Db, Vec<StoreNote>), StoreError> {
    let path = dir.join(DATABASE_FILE);
    if swap::is_ordered(dir) {
        return Err(match swap::damage_ordered(dir) {
            Some(what) => StoreError::Damaged { path, what },
            None => StoreError::Restoring { path },
        });
    }
    if !holds_something(&path)? {
        return Err(StoreError::Missing { path });
    }
    let (found, still) = match damage::examine(&path, Care::Header) {
        Ok(found) => (found, None),
        Err(why) => {
            let (conn, found) = still::read(dir, &path, why, |conn| damage::look(conn, Care::Header))?;
            (found, Some(conn))
        }
    };
    match found {
        Finding::Sound(0) => return Err(StoreError::Missing { path }),
        Finding::Sound(found) if found > schema::SUPPORTED => return Err(newer(&path, found)),
        Finding::Sound(found) if found < schema::SUPPORTED => {
            return Err(StoreError::Outdated { path, found, supported: schema::SUPPORTED });
        }
        Finding::Sound(_) => {}
        Finding::Damaged(what) => return Err(StoreError::Damaged { path, what }),
    }
    let conn = match still {
        Some(conn) => conn,
        None => damage::reading(&path, Care::Header).map_err(|error| StoreError::sqlite(&path, "opening", error))?,
    };
    Ok((Db::new(conn, path, None), Vec::new()))
}

/// Another store is being restored into this directory: does the rest of it. Without that, nothing is done; and whoever holds
/// the lock does it alone. A damaged database is left to whoever opens it to write, and says so.
pub(super) fn settle(dir: &Path) -> Result<(), StoreError> {
    if !swap::is_restore_ordered(dir)? {
        return Ok(());
    }
    let _lock = Lock::take(dir)?;
    swap::finish(dir).map(drop)
}

fn newer(path: &Path, found: u32) -> StoreError {
    StoreError::Newer { path: path.to_owned(), found, supported: schema::SUPPORTED }
}

/// Whether there is a file with anything in it: SQLite takes an empty one for a new database.
fn holds_something(path: &Path) -> Result<bool, StoreError> {
    match fs::metadata(path) {
        Ok(about) => Ok(about.len() > 0),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::io(path, "could not look at", error)),
    }
}
