//! Is the file a sound database of ours? One that is not is moved aside, never overwritten: it may still be read by hand,
//! and it is evidence. May not write into the file that it looks at.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;
use super::{schema, swap};

/// What SQLite keeps beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// A sound database of this format; 0 is an empty one.
    Sound(u32),
    /// Something else, and what is wrong with it.
    Damaged(String),
}

/// How closely to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// The header only: a reader meets damage further in when it gets there.
    Header,
    /// Every page, which reads the whole file.
    Whole,
}

/// Looks at a database that exists, without changing it. A newer one is only asked for its format.
pub(super) fn examine(path: &Path, care: Care) -> Result<Finding, StoreError> {
    let looked = look(path, care);
    match looked {
        Ok(finding) => Ok(finding),
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Ok(Finding::Damaged(error.to_string())),
            _ => Err(StoreError::sqlite(path, "looking at the database", error)),
        },
    }
}

fn look(path: &Path, care: Care) -> rusqlite::Result<Finding> {
    let flags = match care {
        Care::Header => OpenFlags::SQLITE_OPEN_READ_ONLY,
        // What a killed process left in the WAL is part of the database: reading it needs the right to write beside it.
        Care::Whole => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::settle_reader(&db)?;
    // Closing would otherwise write the WAL into a file that may be damaged or newer.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;

    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = schema::version(&db)?;
    if application != schema::APPLICATION_ID {
        let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return Ok(if tables == 0 && version == 0 {
            Finding::Sound(0)
        } else {
            Finding::Damaged("it is the database of another program".to_owned())
        });
    }
    if care == Care::Whole && version <= schema::SUPPORTED {
        let verdict: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Ok(Finding::Damaged(verdict.replace('\n', " ")));
        }
    }
    Ok(Finding::Sound(version))
}

/// Renames the database and what is beside it to `….damaged-<UTC>`; returns the database's new name.
pub(super) fn move_aside(path: &Path, now: Timestamp) -> Result<PathBuf, StoreError> {
    let aside = swap::aside(path, "damaged", now);
    // The database last: were this cut short, what is left is still found damaged, and no WAL of the old database is left
    // for a new one to read.
    for suffix in BESIDE {
        let from = beside(path, suffix);
        if from.exists() {
            rename(&from, &beside(&aside, suffix))?;
        }
    }
    rename(path, &aside)?;
    Ok(aside)
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::io(from, "could not move aside the damaged", error))
}

/// The database's file and those that SQLite may keep beside it.
pub(super) fn with_beside(path: &Path) -> impl Iterator<Item = PathBuf> {
    [""].into_iter().chain(BESIDE).map(|suffix| beside(path, suffix))
}

/// `path` with `suffix` after its whole name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
