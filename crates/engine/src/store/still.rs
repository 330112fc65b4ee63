//! What can still be read of a database whose disk takes nothing: SQLite keeps an index beside its log, which it can't make there.
//!
//! May not change anything in the file, nor beside it.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::damage::{self, beside};
use super::lock::Lock;
use super::{error::StoreError, schema};

/// Connections that read without that index, one after the other: the last keeps others out. Nobody may write to the database.
pub(super) fn ways(path: &Path) -> impl Iterator<Item = Connection> {
    [as_it_lies, alone].into_iter().filter_map(|open| open(path).ok())
}

/// The first of these connections with which `read` succeeds, where the ordinary one failed for the sake of the disk and nobody
/// writes in the directory; otherwise why it failed.
pub(super) fn read<T>(
    dir: &Path,
    path: &Path,
    why: StoreError,
    read: impl Fn(&Connection) -> rusqlite::Result<T>,
) -> Result<(Connection, T), StoreError> {
    // Not held meanwhile: who begins to watch now finds the database locked, and tries again; who finds the lock held does not.
    let is_free = !matches!(why, StoreError::Busy { .. }) && Lock::hold(dir).is_ok();
    if !why.is_the_disks() || !is_free {
        return Err(why);
    }
    let read = |conn: Connection| read(&conn).ok().map(|it| (conn, it));
    ways(path).find_map(read).ok_or(why)
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
