//! A database of every earlier format, as that version wrote it, is brought up to date when it is opened, and nothing of it is
//! lost. Its steps stand in `formats/`, copied when they were made: a step that is edited later makes another database here
//! than out there.

use std::path::Path;

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{IncidentId, Resolution, State};
use frontwatch_engine::store::{Access, DATABASE_FILE, Delivery, HeldOf, Opened, ShownSide, Store, StoreNote};
use frontwatch_proof::proven;
use jiff::Timestamp;
use rusqlite::Connection;

use super::given::{open, store};

/// What each step makes, and rows as that version wrote them.
const FORMATS: [&str; 9] = [
    include_str!("formats/1.sql"),
    include_str!("formats/2.sql"),
    include_str!("formats/3.sql"),
    include_str!("formats/4.sql"),
    include_str!("formats/5.sql"),
    include_str!("formats/6.sql"),
    include_str!("formats/7.sql"),
    include_str!("formats/8.sql"),
    include_str!("formats/9.sql"),
];
/// `FWst`, which marks the file as ours.
const OURS: i32 = 0x4657_7374;

/// A database that has seen this many steps; `killed`: as a process that was killed left it, with everything in its log.
fn written_by(format: usize, dir: &Path, killed: bool) {
    let path = dir.join(DATABASE_FILE);
    let db = Connection::open(&path).unwrap();
    db.pragma_update(None, "auto_vacuum", "INCREMENTAL").unwrap();
    let _: String = db.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0)).unwrap();
    db.pragma_update(None, "foreign_keys", true).unwrap();
    for (number, sql) in (1..=format).zip(FORMATS) {
        db.execute_batch(&format!("BEGIN; {sql} COMMIT;")).unwrap();
        db.pragma_update(None, "application_id", OURS).unwrap();
        db.pragma_update(None, "user_version", number as i64).unwrap();
    }
    if killed {
        let log = dir.join("frontwatch.db-wal");
        let (database, log_bytes) = (std::fs::read(&path).unwrap(), std::fs::read(&log).unwrap());
        db.close().unwrap();
        std::fs::write(&path, database).unwrap();
        std::fs::write(&log, log_bytes).unwrap();
    } else {
        db.close().unwrap();
    }
}

fn tables(db: &Connection) -> Vec<String> {
    let mut tables =
        db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").unwrap();
    tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Everything in it, row by row, of the tables and columns that it has.
fn rows(path: &Path) -> Vec<String> {
    let db = Connection::open(path).unwrap();
    let tables = tables(&db);
    let mut all = Vec::new();
    for table in tables {
        let mut select = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let mut found = select.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            for (place, column) in columns.iter().enumerate() {
                let value: rusqlite::types::Value = row.get(place).unwrap();
                all.push(format!("{table}.{column}: {value:?}"));
            }
        }
    }
    all
}

#[tokio::test]
async fn a_database_of_every_earlier_format_is_brought_up_to_date_and_nothing_of_it_is_lost() {
    let latest = FORMATS.len();
    let dir = tempfile::tempdir().unwrap();
    store(dir.path()).close().await.unwrap();
    let db = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    let now: u16 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(usize::from(now), latest, "a new format comes with its step and its rows in formats/");
    let shape = |db: &Connection| -> Vec<(String, String)> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        let words = |sql: String| sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut statement = db.prepare(sql).unwrap();
        let found = statement.query_map([], |row| Ok((row.get(0)?, words(row.get(1)?)))).unwrap();
        found.map(Result::unwrap).collect()
    };
    let made_now = shape(&db);

    for (format, killed) in (1..=latest).flat_map(|format| [(format, false), (format, true)]) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        written_by(format, dir.path(), killed);
        if format < latest {
            let refused = Store::open(dir.path(), Access::Read).unwrap_err();
            assert_eq!(refused.code(), "store.outdated", "format {format}");
        }
        let before = rows(&path);
        assert!(before.len() > 60, "format {format}: {before:#?}");

        let Opened { store, notes } = Store::open(dir.path(), Access::Write).unwrap();
        let upgraded = matches!(notes.as_slice(), [StoreNote::Upgraded { from, .. }] if *from as usize == format);
        assert!(if format < latest { upgraded } else { notes.is_empty() }, "format {format}: {notes:?}");
        let kept = store.load().await.unwrap();
        assert_eq!(kept.incidents.len(), 1, "format {format}");
        assert_eq!(kept.incidents[0].id.as_str(), "open-1");
        assert_eq!((kept.recovered.len(), kept.outbox.len(), kept.baselines.len()), (1, 1, 1), "format {format}");
        assert!(matches!(kept.outbox[0].delivery, Delivery::Pending { .. }) && kept.outbox[0].attempts == 2);
        assert_eq!((kept.states.len(), kept.looks.len()), (1, 1));
        assert_eq!(kept.last_alive, Some("2026-09-20T10:00:02Z".parse().unwrap()));
        assert_eq!(kept.pause.is_some(), format >= 2);
        assert_eq!(kept.pictures.len(), usize::from(format >= 3));
        assert_eq!(store.held(HeldOf::All, Timestamp::UNIX_EPOCH, 9).await.unwrap().len(), usize::from(format >= 4));
        let over = store.incident(IncidentId::from_stored("over-1")).await.unwrap().unwrap();
        assert!(
            matches!(over.incident.state, State::Resolved { resolution: Resolution::Recovered, .. }),
            "{:?}",
            over.incident
        );
        assert_eq!((over.history.len(), over.silences.len(), over.dismissed.is_some()), (2, 1, format >= 5));
        let shown = store.shown(IncidentId::from_stored("open-1")).await.unwrap();
        assert_eq!(
            shown.iter().filter(|picture| matches!(picture.side, ShownSide::Now(_))).count(),
            usize::from(format >= 6)
        );
        assert_eq!(kept.outlet_pauses.len(), usize::from(format >= 8) + usize::from(format >= 9));
        assert_eq!(kept.outlets_away.len(), usize::from(format >= 9));
        let watch = kept.looks[0].watch.clone();
        assert_eq!(store.captures(watch.clone(), 9).await.unwrap().len(), 1);
        assert_eq!(store.capture(Digest::of(b"test")).await.unwrap().unwrap(), b"test");
        assert_eq!(store.look_hours(watch.clone(), Timestamp::UNIX_EPOCH).await.unwrap()[0].normal, 110);
        assert_eq!(store.half_hours(watch, Timestamp::UNIX_EPOCH).await.unwrap().len(), usize::from(format >= 7));
        assert_eq!(store.blind(Timestamp::UNIX_EPOCH).await.unwrap().len(), 1);
        store.clone().close().await.unwrap();

        let after = rows(&path);
        for row in before {
            assert!(after.contains(&row), "format {format}, killed {killed}: {row} is lost");
        }
        let db = Connection::open(&path).unwrap();
        assert_eq!(shape(&db), made_now, "format {format}: it is what a new database is");
        let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(verdict, "ok");
        drop(db);
        let again = Store::open(dir.path(), Access::Write).unwrap().store;
        again.commit(vec![open(1)]).await.unwrap();
        again.close().await.unwrap();
    }
    proven!(
        "store",
        "an upgrade from every earlier schema",
        format!("each of the {} earlier formats, and the present one, as it was, closed well and killed", latest - 1),
        "nothing"
    );
}

#[tokio::test]
async fn a_damaged_database_of_an_earlier_format_is_carried_into_a_new_one() {
    for format in 1..=FORMATS.len() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        written_by(format, dir.path(), false);
        let db = Connection::open(&path).unwrap();
        let root: u16 = db
            .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'capture_watch'", [], |row| row.get(0))
            .unwrap();
        let tables = tables(&db);
        db.close().unwrap();
        let before = rows(&path);
        let is_filled = |table: &String| before.iter().any(|row| row.starts_with(&format!("{table}.")));
        assert!(tables.iter().all(is_filled), "format {format}: of every table it is seen whether it is carried over");
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[usize::from(root - 1) * 4096..usize::from(root) * 4096].fill(0xa5);
        std::fs::write(&path, bytes).unwrap();
        let Opened { store, notes } = Store::open(dir.path(), Access::Write).unwrap();
        assert_eq!(notes.len(), 1, "format {format}");
        let kept = store.load().await.unwrap();
        assert_eq!((kept.incidents.len(), kept.outbox.len(), kept.baselines.len()), (1, 1, 1), "format {format}");
        assert_eq!(store.captures(kept.looks[0].watch.clone(), 9).await.unwrap().len(), 1, "format {format}");
        store.close().await.unwrap();
        let after = rows(&path);
        for row in before {
            assert!(after.contains(&row), "format {format}: {row} is lost");
        }
    }
}
