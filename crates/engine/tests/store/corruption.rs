//! A broken page anywhere in the database, a broken row, a broken log: what can be read stands in a new one, and the watch
//! goes on, at the next start and in the middle of the work.

use std::fs;
use std::path::{Path, PathBuf};

use frontwatch_core::digest::Digest;
use frontwatch_core::watch::WatchId;
use frontwatch_engine::store::{Access, CaptureRole, DATABASE_FILE, Opened, Store, StoreNote, Write};
use frontwatch_proof::proven;
use jiff::Timestamp;
use rusqlite::Connection;

use super::given::{at, baseline, capture, noise, open, post, store};

const INCIDENTS: usize = 40;
const PAGE: usize = 4096;

/// A data directory with a database of some size, closed.
async fn filled() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let mut batch: Vec<_> = (0..INCIDENTS).flat_map(|n| [open(n), post(n, "desktop")]).collect();
    batch.extend((0..INCIDENTS).map(|n| Write::Baseline(Box::new(baseline(n, 1)))));
    batch.push(capture(1, CaptureRole::Alarm, 0, &noise(1, 50_000)));
    store.commit(batch).await.unwrap();
    store.close().await.unwrap();
    let path = dir.path().join(DATABASE_FILE);
    (dir, path)
}

fn broken(bytes: &mut [u8]) {
    bytes.fill(0xa5);
}

/// That the watch can go on with it, and that what it stores is sound; how many incidents are known.
async fn goes_on(dir: &Path, opened: Opened) -> usize {
    let Opened { store, .. } = opened;
    let kept = store.load().await.unwrap();
    store.commit(vec![open(INCIDENTS + 1), post(INCIDENTS + 1, "desktop")]).await.unwrap();
    assert_eq!(store.load().await.unwrap().incidents.len(), kept.incidents.len() + 1);
    store.close().await.unwrap();
    let db = Connection::open(dir.join(DATABASE_FILE)).unwrap();
    let verdict: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
    let lost: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(lost, 0, "nothing refers to what is lost");
    kept.incidents.len()
}

#[tokio::test]
async fn whichever_page_is_broken_what_can_be_read_is_kept_and_the_watch_goes_on() {
    let (source, path) = filled().await;
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / PAGE;
    assert!(pages > 60, "{pages} pages");
    let (mut moved, mut none, mut few) = (0, 0, 0);
    for page in 0..pages {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        let mut bytes = whole.clone();
        broken(&mut bytes[page * PAGE..(page + 1) * PAGE]);
        fs::write(&path, &bytes).unwrap();
        let opened = Store::open(dir.path(), Access::Write).unwrap_or_else(|error| panic!("page {page}: {error}"));
        if let [StoreNote::Damaged { moved_to, .. }] = opened.notes.as_slice() {
            moved += 1;
            assert_eq!(fs::read(moved_to).unwrap(), bytes, "page {page}: it is as it was");
            assert!(opened.notes[0].to_string().contains(&moved_to.display().to_string()));
        } else {
            assert_eq!(opened.notes, [], "page {page}");
        }
        match goes_on(dir.path(), opened).await {
            INCIDENTS => {}
            0 => none += 1,
            kept => {
                few += 1;
                assert!(kept + 4 >= INCIDENTS, "page {page}: of {INCIDENTS} incidents {kept} are kept");
            }
        }
    }
    drop(source);
    assert!(moved + 3 >= pages, "a broken page is seen: {moved} of {pages}");
    // The header, the list of tables (two pages), and the root of the incidents.
    assert!(none <= 4, "nothing is left after {none} of {pages}");
    assert!(few <= pages / 3, "some are lost with {few} of {pages}");
    proven!(
        "store",
        "a broken page in the database",
        format!(
            "each page of a database with {INCIDENTS} open incidents in turn, overwritten while nothing ran: moved aside, what can be read carried over"
        ),
        "what stood on the broken page; all where that is the list of tables or the root of a table"
    );
}

#[tokio::test]
async fn a_row_that_says_nothing_is_left_behind_and_keeps_nobody_from_starting() {
    let broken = [
        ("an incident", "UPDATE incident SET data = substr(data, 1, 100) WHERE rowid = 3", INCIDENTS - 1),
        (
            "an incident under another name",
            "UPDATE incident SET data = replace(data, '\"id\":\"', '\"id\":\"x') WHERE rowid = 3",
            INCIDENTS,
        ),
        ("a notice", "UPDATE outbox SET data = '{' WHERE rowid = 3", INCIDENTS),
        ("a time", "UPDATE outbox SET reason = 'x', changed = 9223372036854775807 WHERE rowid = 3", INCIDENTS),
        ("the reason of a version", "UPDATE baseline SET reason = '' WHERE rowid = 3", INCIDENTS),
        ("the verdict of a look", "INSERT INTO look_last VALUES ('w', 1, 'fine', 'up', NULL, 1, NULL)", INCIDENTS),
        ("a pause", "INSERT INTO pause VALUES (1, 9223372036854775807, NULL)", INCIDENTS),
        (
            "an outlet that was removed",
            "INSERT INTO outlet_pause VALUES ('Paper', 1, NULL, 9223372036854775807)",
            INCIDENTS,
        ),
        ("a sign of life", "INSERT OR REPLACE INTO alive VALUES (1, -9223372036854775807)", INCIDENTS),
    ];
    for (what, sql, left) in broken {
        let (dir, path) = filled().await;
        let db = Connection::open(&path).unwrap();
        assert_eq!(db.execute(sql, []).unwrap(), 1, "{what}");
        db.close().unwrap();
        let opened = Store::open(dir.path(), Access::Write).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(goes_on(dir.path(), opened).await, left, "{what}");
    }
    proven!("store", "a row that can't be read", format!("{} kinds of rows", broken.len()), "the row");
}

#[tokio::test]
async fn an_hour_that_never_was_is_not_carried_over() {
    // What the watch does not ask for when it begins: it would fail whoever asks for it later.
    let hour = "INSERT INTO look_hour (watch, hour, learning, normal, suspect, alarm, inconclusive, took_ms) VALUES ('w', ?, 0, 1, 0, 0, 0, 1)";
    let half = "INSERT INTO look_half (watch, half, looks, median_ms) VALUES ('w', ?, 1, 1)";
    let (dir, path) = filled().await;
    let db = Connection::open(&path).unwrap();
    for time in [i64::MAX, 3_600_000] {
        for row in [hour, half] {
            assert_eq!(db.execute(row, [time]).unwrap(), 1);
        }
    }
    // And a row without which it does not begin.
    db.execute("INSERT INTO pause VALUES (1, 9223372036854775807, NULL)", []).unwrap();
    db.close().unwrap();
    let opened = Store::open(dir.path(), Access::Write).unwrap();
    let (watch, since) = (WatchId::from_stored("w"), Timestamp::UNIX_EPOCH);
    assert_eq!(opened.store.look_hours(watch.clone(), since).await.unwrap().len(), 1);
    assert_eq!(opened.store.half_hours(watch, since).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_broken_log_brings_back_the_last_sound_state() {
    const COMMITS: usize = 20;
    let mut kept_most = 0;
    for place in 0..COMMITS {
        let dir = tempfile::tempdir().unwrap();
        let live = store(dir.path());
        for n in 0..COMMITS {
            live.commit(vec![open(n), post(n, "desktop")]).await.unwrap();
        }
        let left = tempfile::tempdir().unwrap();
        for name in [DATABASE_FILE, "frontwatch.db-wal"] {
            fs::copy(dir.path().join(name), left.path().join(name)).unwrap();
        }
        live.close().await.unwrap();
        let log = left.path().join("frontwatch.db-wal");
        let mut bytes = fs::read(&log).unwrap();
        let from = bytes.len() * place / COMMITS;
        let to = (from + 100).min(bytes.len());
        broken(&mut bytes[from..to]);
        fs::write(&log, bytes).unwrap();
        let opened = Store::open(left.path(), Access::Write).unwrap();
        let kept = goes_on(left.path(), opened).await;
        assert!(kept >= kept_most, "the later it is broken, the more is left: {kept_most}, {kept}");
        kept_most = kept;
    }
    assert!(kept_most > COMMITS / 2, "{kept_most}");
    proven!(
        "store",
        "a broken write-ahead log",
        format!("{COMMITS} places of it, after a kill"),
        "what was stored after the broken place"
    );
}

#[tokio::test]
async fn a_page_that_breaks_while_it_is_in_use_is_met_there_and_the_batch_is_stored_all_the_same() {
    let (dir, path) = filled().await;
    let live = store(dir.path());
    // Another connection has written: what was read before is read anew, from the file.
    let other = Connection::open(&path).unwrap();
    other.execute("INSERT OR REPLACE INTO alive VALUES (1, 5)", []).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let root: i64 = other
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'outbox_pending'", [], |row| row.get(0))
        .unwrap();
    let root = usize::try_from(root).unwrap();
    broken(&mut bytes[(root - 1) * PAGE..root * PAGE]);
    fs::write(&path, bytes).unwrap();

    live.commit(vec![open(INCIDENTS), post(INCIDENTS, "desktop")]).await.expect("stored in a new database");
    let notes = live.take_notes();
    let [StoreNote::Damaged { moved_to, kept, .. }] = notes.as_slice() else { panic!("{notes:?}") };
    assert!(moved_to.exists());
    assert_eq!(kept.incidents, INCIDENTS as u64);
    assert_eq!(live.take_notes(), [], "it is said once");
    let loaded = live.load().await.unwrap();
    assert_eq!((loaded.incidents.len(), loaded.outbox.len()), (INCIDENTS + 1, INCIDENTS + 1));
    assert_eq!(live.capture(Digest::of(&noise(1, 50_000))).await.unwrap().unwrap(), noise(1, 50_000));
    live.alive(Timestamp::UNIX_EPOCH).await.unwrap();
    live.close().await.unwrap();
    drop(other);
    let Opened { store, notes } = Store::open(dir.path(), Access::Write).unwrap();
    assert_eq!(notes, [], "and the new one is sound");
    assert_eq!(store.blind(at(0)).await.unwrap(), []);
    proven!(
        "store",
        "a page that breaks while the database is in use",
        "an index that every notice is written into",
        "nothing"
    );
}

#[tokio::test]
async fn where_there_is_no_way_to_renew_it_everything_stays_as_it_is() {
    let (dir, path) = filled().await;
    let mut bytes = fs::read(&path).unwrap();
    broken(&mut bytes[5 * PAGE..6 * PAGE]);
    fs::write(&path, &bytes).unwrap();
    // Nothing can be made there.
    let in_the_way = dir.path().join("restoring");
    fs::write(&in_the_way, "").unwrap();
    for _ in 0..2 {
        assert_eq!(Store::open(dir.path(), Access::Write).unwrap_err().code(), "store.io");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    fs::remove_file(&in_the_way).unwrap();
    let opened = Store::open(dir.path(), Access::Write).unwrap();
    assert_eq!(opened.notes.len(), 1);
    assert!(goes_on(dir.path(), opened).await >= INCIDENTS - 4);
}
