//! What can be read where SQLite can't make what it keeps beside a database, as on a full disk. A link that leads nowhere stands
//! there in its place.

use std::fs;
use std::path::Path;

use frontwatch_engine::backup;
use frontwatch_engine::place::Place;
use frontwatch_engine::store::{Access, DATABASE_FILE, LOCK_FILE, Store, StoreError};
use frontwatch_proof::proven;

use super::durability::killed_now;
use super::given::{at, open, post, store};

fn log(dir: &Path) -> std::path::PathBuf {
    dir.join(format!("{DATABASE_FILE}-wal"))
}

/// Leaves no place for the index to the log.
pub(crate) fn in_its_way(dir: &Path) {
    std::os::unix::fs::symlink(dir.join("nowhere/at all"), dir.join(format!("{DATABASE_FILE}-shm"))).unwrap();
}

/// How many incidents a command that reads finds.
async fn found(dir: &Path) -> Result<usize, StoreError> {
    let store = Store::open(dir, Access::Read)?.store;
    let found = store.load().await?.incidents.len();
    assert_eq!(store.commit(vec![open(9)]).await.unwrap_err().code(), "store.read-only");
    store.close().await?;
    Ok(found)
}

#[tokio::test]
async fn what_was_stored_is_read_and_backed_up_though_nothing_can_be_written() {
    for killed in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let first = store(home.path());
        first.commit(vec![open(1), post(1, "desktop")]).await.unwrap();
        let left = killed_now(home.path());
        first.close().await.unwrap();
        let data = if killed { left.path() } else { home.path() };
        assert_eq!(fs::metadata(log(data)).is_ok_and(|log| log.len() > 0), killed);
        in_its_way(data);
        let files = || (fs::read(data.join(DATABASE_FILE)).unwrap(), fs::read(log(data)).unwrap_or_default());
        let before = files();

        assert!(Store::open(data, Access::Write).unwrap_err().is_the_disks());
        assert_eq!(found(data).await.unwrap(), 1, "killed: {killed}");
        let elsewhere = tempfile::tempdir().unwrap();
        let file = elsewhere.path().join("a.backup");
        let place = |dir: &Path| Place { config: dir.join("none.toml"), data: dir.to_owned() };
        backup::make(&place(data), &file, at(1)).unwrap();
        backup::restore(&place(&elsewhere.path().join("data")), &file, at(2)).unwrap();
        assert_eq!(found(&elsewhere.path().join("data")).await.unwrap(), 1);
        assert!(files() == before, "reading changes nothing");
    }
    proven!(
        "store",
        "a full disk, to those that only read",
        "after a kill and after a good end, the index to the log in the way: read and backed up, the database as it was",
        "nothing"
    );
}

#[tokio::test]
async fn beside_one_that_writes_nothing_is_read_past_it() {
    let home = tempfile::tempdir().unwrap();
    let first = store(home.path());
    first.commit(vec![open(1)]).await.unwrap();
    let left = killed_now(home.path());
    first.close().await.unwrap();
    in_its_way(left.path());
    let lock = fs::File::create(left.path().join(LOCK_FILE)).unwrap();
    lock.try_lock().unwrap();
    assert_eq!(found(left.path()).await.unwrap_err().code(), "store.failed");
    lock.unlock().unwrap();
    assert_eq!(found(left.path()).await.unwrap(), 1);
}
