//! What a watch begins with where the disk takes nothing: what can be read of the store and nothing half; the reason for every
//! write; and nothing that is known is written over by who could not read it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use frontwatch_engine::store::{Access, DATABASE_FILE, LOCK_FILE, Store, StoreError, StoreNote, Write};
use rusqlite::Connection;

use super::durability::killed_now;
use super::given::{baseline, open, store, watch};
use super::still::in_its_way;

/// How soon after one try to open it the next may be.
const AGAIN: Duration = Duration::from_secs(5);

/// A store that knows one incident and what is normal for one watch; the process was killed, and the log is as it left it.
async fn left() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let first = store(home.path());
    first.commit(vec![open(1), Write::Baseline(Box::new(baseline(1, 1)))]).await.unwrap();
    let left = killed_now(home.path());
    first.close().await.unwrap();
    left
}

/// No lock can be made there, and none is held.
fn no_lock(dir: &Path) {
    let lock = dir.join(LOCK_FILE);
    let _ = fs::remove_file(&lock);
    fs::create_dir(lock).unwrap();
}

fn change(dir: &Path, sql: &str) {
    Connection::open(dir.join(DATABASE_FILE)).unwrap().execute_batch(sql).unwrap();
}

fn watched(dir: &Path) -> Store {
    let opened = Store::open_to_watch(dir).unwrap();
    assert_eq!(opened.notes, []);
    opened.store
}

/// What happens to the directory, and how much of it is known then.
type Case = (&'static str, fn(&Path), usize);

/// Tries to have it stored until it is.
async fn taken(store: &Store, writes: &[Write]) {
    let began = Instant::now();
    while let Err(error) = store.commit(writes.to_vec()).await {
        assert!(began.elapsed() < Duration::from_secs(60), "{error}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn what_can_be_read_is_known_and_what_only_half_can_be_is_not() {
    let table: [Case; 6] = [
        ("no lock can be made", no_lock, 1),
        ("no index to the log can be made", in_its_way, 1),
        (
            "in the middle of a restore",
            |dir| {
                fs::create_dir(dir.join("restoring")).unwrap();
                fs::write(dir.join("restoring/order.json"), "{}").unwrap();
                no_lock(dir);
            },
            0,
        ),
        (
            "a row that can't be read",
            |dir| {
                change(dir, "INSERT OR REPLACE INTO pause VALUES (1, 9223372036854775807, NULL)");
                no_lock(dir);
            },
            0,
        ),
        (
            "of a later version",
            |dir| {
                change(dir, "PRAGMA user_version = 999");
                no_lock(dir);
            },
            0,
        ),
        (
            "no database",
            |dir| {
                change(dir, "PRAGMA wal_checkpoint(TRUNCATE)");
                fs::write(dir.join(DATABASE_FILE), "a text").unwrap();
                no_lock(dir);
            },
            0,
        ),
    ];
    for (what, happens, known) in table {
        let dir = left().await;
        happens(dir.path());
        let store = watched(dir.path());
        let kept = store.load().await.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!((kept.incidents.len(), kept.baselines.len()), (known, known), "{what}");
        let refused = store.commit(vec![open(2)]).await.unwrap_err();
        assert!(refused.is_the_disks(), "{what}: {refused}");
        assert_eq!(store.incidents(9, None).await.unwrap().len(), known, "{what}");
        store.close().await.unwrap();
    }
    // What is no matter of the disk keeps it from beginning.
    let dir = left().await;
    change(dir.path(), "PRAGMA user_version = 999");
    assert_eq!(Store::open_to_watch(dir.path()).unwrap_err().code(), "store.newer");
}

#[tokio::test]
async fn it_is_tried_again_no_sooner_than_is_good_for_the_disk_and_kept_from_others_meanwhile() {
    let dir = left().await;
    in_its_way(dir.path());
    let store = watched(dir.path());
    let is_held = || matches!(Store::open(dir.path(), Access::Write), Err(StoreError::Held { .. }));
    assert!(is_held());
    tokio::time::sleep(AGAIN + Duration::from_millis(100)).await;
    assert!(store.commit(vec![open(2)]).await.is_err(), "tried again, in vain");
    assert!(is_held(), "and still nobody else may write there");
    assert_eq!(store.incidents(9, None).await.unwrap().len(), 1, "and what it holds is known as before");
    let tried = Instant::now();
    fs::remove_file(dir.path().join(format!("{DATABASE_FILE}-shm"))).unwrap();
    taken(&store, &[open(2)]).await;
    assert!(tried.elapsed() + Duration::from_millis(500) > AGAIN, "{:?}", tried.elapsed());
    assert_eq!(store.incidents(9, None).await.unwrap().len(), 2);
    store.close().await.unwrap();
}

/// A data directory that is not there when the watch begins: another file stands in its place.
struct Away {
    home: tempfile::TempDir,
}

impl Away {
    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// One that holds this, and a watch that begins without it.
    async fn holding(writes: Vec<Write>) -> (Self, Store) {
        let away = Self { home: tempfile::tempdir().unwrap() };
        let first = store(&away.data());
        first.commit(writes).await.unwrap();
        first.close().await.unwrap();
        fs::rename(away.data(), away.home.path().join("elsewhere")).unwrap();
        fs::write(away.data(), "in its place").unwrap();
        let store = watched(&away.data());
        (away, store)
    }

    fn is_back(&self) {
        fs::remove_file(self.data()).unwrap();
        fs::rename(self.home.path().join("elsewhere"), self.data()).unwrap();
    }
}

#[tokio::test]
async fn what_could_not_be_read_at_the_start_is_not_written_over_when_it_can_be() {
    let normal = |n, version| Write::Baseline(Box::new(baseline(n, version)));
    let state = |data: &str| Write::WatchState { watch: watch(1), state: data.to_owned() };
    // What it holds, and whether that is said: it would be gone on with.
    let table = [
        ("what is normal", vec![normal(1, 7)], true),
        ("an incident", vec![open(1)], true),
        ("neither", vec![state("{}")], false),
    ];
    let mut all = Vec::new();
    for (what, holds, said) in table {
        let (away, store) = Away::holding(holds.clone()).await;
        assert!(store.load().await.unwrap().baselines.is_empty(), "{what}");
        away.is_back();
        no_lock(&away.data());
        all.push((what, holds, said, away, store));
    }
    tokio::time::sleep(AGAIN + Duration::from_millis(100)).await;
    for (what, _, _, away, store) in &all {
        assert!(store.commit(vec![normal(1, 1)]).await.is_err(), "{what}: tried in vain");
        // The loop has begun without it, and would take half of it for all.
        assert_eq!(store.incidents(9, None).await.unwrap(), [], "{what}: nothing of it is known meanwhile");
        fs::remove_dir(away.data().join(LOCK_FILE)).unwrap();
    }
    tokio::time::sleep(AGAIN + Duration::from_millis(100)).await;
    for (what, holds, said, _, store) in all {
        taken(&store, &[normal(1, 1), normal(2, 1), open(2)]).await;
        let notes = store.take_notes();
        assert_eq!(matches!(notes.as_slice(), [StoreNote::Found { .. }]), said, "{what}: {notes:?}");
        assert_eq!(notes.len(), usize::from(said), "{what}: {notes:?}");
        let knew_it = matches!(holds[0], Write::Baseline(_));
        let versions =
            async |n| store.baseline_history(watch(n)).await.unwrap().iter().map(|it| it.version).collect::<Vec<_>>();
        assert_eq!(versions(1).await, [if knew_it { 7 } else { 1 }], "{what}");
        assert_eq!(versions(2).await, [1], "{what}: what was not known is");
        let incidents = store.incidents(9, None).await.unwrap().len();
        assert_eq!(incidents, 1 + usize::from(matches!(holds[0], Write::Incident(_))), "{what}");
        store.close().await.unwrap();
    }
}
