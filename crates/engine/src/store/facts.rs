//! What can be said of a store without saying anything of what is in it. Beside whoever writes; changes nothing.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{DATABASE_FILE, schema};

/// Facts for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The format of the file.
    pub format: u32,
    /// The latest format that this version knows.
    pub supported: u32,
    /// The size of the file, bytes.
    pub bytes: u64,
    /// What is wrong with it; nothing where it is whole.
    pub damage: Option<String>,
    /// How many rows each table has.
    pub rows: Vec<(String, u64)>,
}

/// Looks a store through.
pub fn facts(data: &Path) -> Result<Facts, StoreError> {
    let path = data.join(DATABASE_FILE);
    let bytes = match std::fs::metadata(&path) {
        Ok(about) => about.len(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::Missing { path }),
        Err(error) => return Err(StoreError::io(&path, "could not look at", error)),
    };
    look(&path, bytes).map_err(|error| StoreError::sqlite(&path, "looking through", error))
}

fn look(path: &Path, bytes: u64) -> rusqlite::Result<Facts> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::settle_reader(&db)?;
    let damage = super::copy::whole(&db)?;
    // Tables of this program only: what others are called is not known to be harmless.
    let rows = schema::tables()?.into_iter().map(|table| {
        let rows = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
        (table, rows.map_or(0, |rows| u64::try_from(rows).unwrap_or_default()))
    });
    let rows = rows.collect();
    Ok(Facts { format: schema::version(&db)?, supported: schema::SUPPORTED, bytes, damage, rows })
}
