//! The shape of the database, step by step, and the settings of a connection. May not read or write rows.
//!
//! A step that was released is never edited: a change of shape is a new step at the end. `user_version` counts the steps
//! that a file has seen. Times are integers: milliseconds since 1970, UTC. Digests are blobs of 32 bytes. What only the
//! program reads is JSON in a column `data`; a column of its own has what is searched for.

use std::collections::BTreeSet;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

/// What marks a file as ours in SQLite's header: `FWst`.
pub(super) const APPLICATION_ID: i32 = 0x4657_7374;

/// Room for the longest list of statements that are used again and again.
const STATEMENTS: usize = 64;

/// How long to wait for another program that has the database locked.
const BUSY: Duration = Duration::from_secs(5);

const STEPS: &[&str] = &[
    "
    CREATE TABLE incident (
        id       TEXT PRIMARY KEY,
        watch    TEXT NOT NULL,
        state    TEXT NOT NULL,
        opened   INTEGER NOT NULL,
        evidence BLOB,
        data     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX incident_opened ON incident (opened, id);
    CREATE INDEX incident_unresolved ON incident (watch) WHERE state <> 'resolved';

    CREATE TABLE incident_event (
        id         INTEGER PRIMARY KEY,
        incident   TEXT NOT NULL REFERENCES incident (id),
        at         INTEGER NOT NULL,
        state      TEXT NOT NULL,
        resolution TEXT,
        by         TEXT
    ) STRICT;
    CREATE INDEX incident_event_incident ON incident_event (incident, id);

    CREATE TABLE silence (
        id       INTEGER PRIMARY KEY,
        incident TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
        at       INTEGER NOT NULL,
        reason   TEXT NOT NULL,
        UNIQUE (incident, at, reason)
    ) STRICT;

    -- What is announced was stored first: a notice of an incident that is not stored is refused at commit.
    CREATE TABLE outbox (
        notice   TEXT NOT NULL,
        channel  TEXT NOT NULL,
        incident TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
        at       INTEGER NOT NULL,
        delivery TEXT NOT NULL CHECK (delivery IN ('pending', 'delivered', 'withdrawn')),
        changed  INTEGER,
        attempts INTEGER NOT NULL,
        next     INTEGER,
        reason   TEXT,
        data     TEXT NOT NULL,
        PRIMARY KEY (notice, channel)
    ) STRICT;
    CREATE INDEX outbox_pending ON outbox (at) WHERE delivery = 'pending';
    CREATE INDEX outbox_at ON outbox (at);
    CREATE INDEX outbox_incident ON outbox (incident);

    CREATE TABLE baseline (
        watch   TEXT NOT NULL,
        version INTEGER NOT NULL,
        format  INTEGER NOT NULL,
        at      INTEGER NOT NULL,
        reason  TEXT NOT NULL,
        blob    BLOB NOT NULL,
        PRIMARY KEY (watch, version)
    ) STRICT;

    CREATE TABLE body (
        digest BLOB PRIMARY KEY,
        size   INTEGER NOT NULL,
        zstd   BLOB NOT NULL
    ) STRICT;

    CREATE TABLE capture (
        id      INTEGER PRIMARY KEY,
        watch   TEXT NOT NULL,
        role    TEXT NOT NULL,
        at      INTEGER NOT NULL,
        digest  BLOB NOT NULL REFERENCES body (digest),
        url     TEXT NOT NULL,
        status  INTEGER NOT NULL,
        headers TEXT NOT NULL,
        UNIQUE (watch, role, at, digest)
    ) STRICT;
    CREATE INDEX capture_digest ON capture (digest);
    CREATE INDEX capture_watch ON capture (watch, at);

    CREATE TABLE look_last (
        watch        TEXT PRIMARY KEY,
        at           INTEGER NOT NULL,
        verdict      TEXT NOT NULL,
        availability TEXT NOT NULL,
        digest       BLOB,
        took_ms      INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE look_hour (
        watch        TEXT NOT NULL,
        hour         INTEGER NOT NULL,
        learning     INTEGER NOT NULL,
        normal       INTEGER NOT NULL,
        suspect      INTEGER NOT NULL,
        alarm        INTEGER NOT NULL,
        inconclusive INTEGER NOT NULL,
        took_ms      INTEGER NOT NULL,
        PRIMARY KEY (watch, hour)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX look_hour_hour ON look_hour (hour);

    CREATE TABLE watch_state (
        watch TEXT PRIMARY KEY,
        data  TEXT NOT NULL
    ) STRICT;

    CREATE TABLE blind (
        began INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        PRIMARY KEY (began, ended)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE alive (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        at   INTEGER NOT NULL
    ) STRICT;
",
    // The pause of the alerts, while there is one; `until` is null where a person has to resume.
    "
    CREATE TABLE pause (
        only  INTEGER PRIMARY KEY CHECK (only = 1),
        since INTEGER NOT NULL,
        until INTEGER
    ) STRICT;
",
    // What intruders placed on front pages, by what it shows. Goes with its incident when that was none.
    "
    CREATE TABLE incident_picture (
        id       INTEGER PRIMARY KEY,
        incident TEXT NOT NULL,
        outlet   TEXT NOT NULL,
        at       INTEGER NOT NULL,
        print    BLOB NOT NULL CHECK (length(print) = 32),
        UNIQUE (incident, print)
    ) STRICT;
",
    // Troubling looks that opened no incident, and why: those of one watch and reason within an hour are one row.
    "
    CREATE TABLE held (
        id     INTEGER PRIMARY KEY,
        watch  TEXT NOT NULL,
        outlet TEXT NOT NULL,
        reason TEXT NOT NULL,
        first  INTEGER NOT NULL,
        last   INTEGER NOT NULL,
        looks  INTEGER NOT NULL,
        what   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX held_watch ON held (watch, last);
    CREATE INDEX held_last ON held (last);
    CREATE INDEX incident_event_resolved ON incident_event (at) WHERE state = 'resolved';
",
    // Why a person set an alarm aside. `kind` is that of its weightiest signal.
    "
    CREATE TABLE dismissal (
        incident TEXT PRIMARY KEY REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
        outlet   TEXT NOT NULL,
        kind     TEXT NOT NULL,
        at       INTEGER NOT NULL,
        why      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX dismissal_alike ON dismissal (outlet, kind, why);
",
    // What pictures show, small. `incident` is empty for how a page's logos usually look.
    "
    CREATE TABLE shown (
        id       INTEGER PRIMARY KEY,
        watch    TEXT NOT NULL,
        incident TEXT NOT NULL,
        side     TEXT NOT NULL CHECK (side IN ('usual', 'before', 'now')),
        url      TEXT NOT NULL,
        at       INTEGER NOT NULL,
        png      BLOB NOT NULL,
        UNIQUE (watch, incident, side, url)
    ) STRICT;
    CREATE INDEX shown_incident ON shown (incident);
",
    // How long a watch took to answer in each half hour, and in which of its looks the page was there at all. Of looks that
    // were made before this step it is not known.
    "
    CREATE TABLE look_half (
        watch     TEXT NOT NULL,
        half      INTEGER NOT NULL,
        looks     INTEGER NOT NULL,
        median_ms INTEGER,
        PRIMARY KEY (watch, half)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX look_half_half ON look_half (half);
    ALTER TABLE look_last ADD COLUMN there INTEGER;
    ALTER TABLE look_hour ADD COLUMN telling INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE look_hour ADD COLUMN there INTEGER NOT NULL DEFAULT 0;
",
    // The pauses of the alerts of single outlets, by their names; `until` as in `pause`.
    "
    CREATE TABLE outlet_pause (
        outlet TEXT PRIMARY KEY,
        since  INTEGER NOT NULL,
        until  INTEGER
    ) STRICT;
",
    // Since when the configuration does not name a paused outlet; NULL: it does.
    "
    ALTER TABLE outlet_pause ADD COLUMN away INTEGER;
",
];

/// The latest format that this version reads and writes.
pub(super) const SUPPORTED: u32 = STEPS.len() as u32;

/// The format of a file: how many steps it has seen.
pub(super) fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The name of something in a database of this format that its steps never make, or of something that they make and that is not
/// there. A trigger or a view of somebody else's would be run with every write.
pub(super) fn foreign(db: &Connection, version: u32) -> rusqlite::Result<Option<String>> {
    let mut own = Connection::open_in_memory()?;
    migrate(&mut own, STEPS.get(..version as usize).unwrap_or(STEPS))?;
    let (own, found) = (shape(&own)?, shape(db)?);
    Ok(own.symmetric_difference(&found).next().map(|part| part.split(' ').nth(1).unwrap_or_default().to_owned()))
}

/// The names of the tables of the latest format.
pub(super) fn tables() -> rusqlite::Result<Vec<String>> {
    let mut own = Connection::open_in_memory()?;
    migrate(&mut own, STEPS)?;
    let mut names = own.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    names.query_map([], |row| row.get(0))?.collect()
}

/// The parts of a database with the statements that made them. What SQLite makes for itself is not among them: its indexes
/// have no statement.
fn shape(db: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let mut parts = db.prepare(
        "SELECT type || ' ' || name || ' of ' || tbl_name || ' by ' || coalesce(sql, '') FROM sqlite_schema
         WHERE NOT (type = 'index' AND sql IS NULL) AND NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1'))",
    )?;
    let parts = parts.query_map([], |row| row.get::<_, String>(0))?;
    parts.map(|part| Ok(part?.split_whitespace().collect::<Vec<_>>().join(" "))).collect()
}

/// Brings a database to an earlier format.
#[cfg(test)]
pub(super) fn up_to(db: &mut Connection, format: u32) -> rusqlite::Result<()> {
    migrate(db, &STEPS[..format as usize])
}

/// Settles a connection that will write and brings its file to [`SUPPORTED`]; the file's format is not newer. Whether the
/// file system can do WAL is the answer.
pub(super) fn settle_writer(db: &mut Connection) -> rusqlite::Result<bool> {
    settle_reader(db)?;
    if version(db)? == 0 {
        // Only before the first table, and before WAL writes the first page: later it would need a VACUUM.
        db.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    }
    let journal: String = db.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    // Cut back to this after a checkpoint, so that one large batch does not stay on the disk twice. Bytes.
    db.pragma_update(None, "journal_size_limit", 8 * 1024 * 1024)?;
    // On macOS alone: without it the disk may keep what it was told to write in a cache of its own.
    db.pragma_update(None, "fullfsync", true)?;
    migrate(db, STEPS)?;
    Ok(journal == "wal")
}

/// Settles a connection that only reads.
pub(super) fn settle_reader(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(BUSY)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "trusted_schema", false)
}

/// Takes the steps that the file has not seen, each in a transaction of its own together with its number.
fn migrate(db: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    let seen = version(db)?;
    for (number, step) in (1_u32..).zip(steps).skip(seen as usize) {
        let step_done = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step_done.execute_batch(step)?;
        step_done.pragma_update(None, "application_id", APPLICATION_ID)?;
        step_done.pragma_update(None, "user_version", number)?;
        step_done.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_empty_to_the_latest_with_a_file_that_can_shrink() {
        let dir = tempfile::tempdir().unwrap();
        let mut db = Connection::open(dir.path().join("new.db")).unwrap();
        assert!(settle_writer(&mut db).unwrap());
        assert_eq!(version(&db).unwrap(), SUPPORTED);
        let pragma = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(pragma("auto_vacuum"), 2, "incremental");
        assert_eq!(pragma("application_id"), i64::from(APPLICATION_ID));
        assert_eq!(pragma("foreign_keys"), 1);
        settle_writer(&mut db).expect("a second time changes nothing");
    }

    #[test]
    fn only_steps_not_seen_are_taken_and_one_that_fails_leaves_no_trace() {
        let mut db = Connection::open_in_memory().unwrap();
        assert!(migrate(&mut db, &["CREATE TABLE a (x TEXT) STRICT; CREATE TABLE b (y"]).is_err());
        assert_eq!(version(&db).unwrap(), 0);
        migrate(&mut db, &["CREATE TABLE a (x TEXT) STRICT"]).expect("the failed step left no table behind");
        assert_eq!(version(&db).unwrap(), 1);
        migrate(&mut db, &["CREATE TABLE a (x TEXT) STRICT", "ALTER TABLE a ADD COLUMN y TEXT"]).unwrap();
        assert_eq!(version(&db).unwrap(), 2);
        db.execute("INSERT INTO a (x, y) VALUES ('1', '2')", []).unwrap();
    }
}
