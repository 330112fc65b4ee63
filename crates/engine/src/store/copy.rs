//! A copy of the database as it is at one instant, made while others read and write it. May not change what it copies.

use std::path::Path;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{damage, private, schema, still};

const WRITING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Copies the database at `from` to the new file `to`, which is its owner's alone, one file, and was found whole. Returns its
/// format.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<u32, StoreError> {
    private::make(to)?;
    let reading = |error| StoreError::sqlite(from, "copying", error);
    let writing = |error| StoreError::sqlite(to, "copying", error);
    let mut source = match open(from) {
        Ok(source) => source,
        Err(error) => {
            let data = from.parent().unwrap_or(Path::new("."));
            still::read(data, from, reading(error), schema::version)?.0
        }
    };
    // Held open, this reads one instant to its end, whatever is committed meanwhile; without it, every commit of another
    // process would begin the copy anew.
    let instant = source.transaction().map_err(reading)?;
    schema::version(&instant).map_err(reading)?;
    let mut target = Connection::open_with_flags(to, WRITING).map_err(writing)?;
    Backup::new(&instant, &mut target).and_then(|backup| backup.step(-1)).map_err(writing)?;
    drop(instant);
    as_one_file(&target).map_err(writing)?;
    whole(&target).map_err(writing)?.map_or(Ok(()), |what| Err(StoreError::Damaged { path: from.to_owned(), what }))?;
    let version = schema::version(&target).map_err(writing)?;
    target.close().map_err(|(_, error)| writing(error))?;
    Ok(version)
}

/// What a killed process left in the log is part of the database: reading it needs the right to write beside it.
fn open(from: &Path) -> rusqlite::Result<Connection> {
    let source = Connection::open_with_flags(from, WRITING)?;
    schema::settle_reader(&source)?;
    damage::leave_as_it_is(&source)?;
    schema::version(&source)?;
    Ok(source)
}

/// Takes all that stands beside a database into its file.
pub(super) fn as_one_file(db: &Connection) -> rusqlite::Result<()> {
    let journal: String = db.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    // SQLite changes it, or fails.
    debug_assert_eq!(journal, "delete");
    Ok(())
}

/// What is wrong in a database, looked through from end to end.
pub(super) fn whole(db: &Connection) -> rusqlite::Result<Option<String>> {
    let verdict: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok((verdict != "ok").then(|| verdict.replace('\n', " ")))
}
