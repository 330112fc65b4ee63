//! Is the file a sound database of ours? One that is not is moved aside, never overwritten: it may still be read by hand,
//! and it is evidence. What it still says stands in the new one. May not write into the file that it looks at.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;
use super::lock::Lock;
use super::salvage::{Salvaged, salvage};
use super::swap::{self, Staging};
use super::{StoreNote, copy, open, private, schema};

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
    match reading(path, care).and_then(|db| look(&db, care)) {
        Ok(finding) => Ok(finding),
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Ok(Finding::Damaged(error.to_string())),
            _ => Err(StoreError::sqlite(path, "looking at the database", error)),
        },
    }
}

/// A connection that changes nothing in the file.
pub(super) fn reading(path: &Path, care: Care) -> rusqlite::Result<Connection> {
    let flags = match care {
        Care::Header => OpenFlags::SQLITE_OPEN_READ_ONLY,
        // What a killed process left in the WAL is part of the database: reading it needs the right to write beside it.
        Care::Whole => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::settle_reader(&db)?;
    leave_as_it_is(&db)?;
    Ok(db)
}

/// Closing would otherwise write the WAL into a file that may be damaged or newer.
pub(super) fn leave_as_it_is(db: &Connection) -> rusqlite::Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map(drop)
}

/// Looks at an open database.
pub(super) fn look(db: &Connection, care: Care) -> rusqlite::Result<Finding> {
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = schema::version(db)?;
    if application != schema::APPLICATION_ID {
        let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return Ok(if tables == 0 && version == 0 {
            Finding::Sound(0)
        } else {
            Finding::Damaged(format!("application_id {application}"))
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

/// Makes a new database of what a damaged one still says, and puts it in the place of that one, which is moved aside with what
/// is beside it: all of it or nothing, whenever the process is killed (`swap`). Where it fails, whoever opens the database next
/// tries it again, or does what is left to do.
pub(super) fn renew(path: &Path, what: String, lock: &Lock) -> Result<Option<StoreNote>, StoreError> {
    let data = path.parent().unwrap_or(Path::new("."));
    if let Some(done) = swap::finish(data)? {
        return Ok(Some(done));
    }
    let staging = Staging::new(data, lock)?;
    let kept = carry_over(path, &staging.database())?;
    staging.renew(what, kept, Timestamp::now())
}

/// Carries what a database still says over into a new one.
pub(super) fn carry_over(path: &Path, new: &Path) -> Result<Salvaged, StoreError> {
    private::make(new)?;
    let failed = |error| StoreError::sqlite(new, "carrying over what a damaged database still says", error);
    let mut to = open::connect(new)?;
    let kept = match reading(path, Care::Whole) {
        Ok(from) if is_ours(&from) => salvage(&from, &mut to).map_err(failed)?,
        _ => Salvaged::default(),
    };
    // One file: what is beside it would stay behind.
    copy::as_one_file(&to).map_err(failed)?;
    to.close().map_err(|(_, error)| failed(error))?;
    Ok(kept)
}

fn is_ours(db: &Connection) -> bool {
    db.pragma_query_value(None, "application_id", |row| row.get(0)).is_ok_and(|id: i32| id == schema::APPLICATION_ID)
}

/// The database's file and those that SQLite may keep beside it.
pub(super) fn with_beside(path: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let path = path.to_owned();
    [""].into_iter().chain(BESIDE).map(move |suffix| beside(&path, suffix))
}

/// `path` with `suffix` after its whole name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
