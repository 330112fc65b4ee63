//! The database of an earlier version is brought up to date, and is backed up beside itself before that. If a step fails, the
//! store is as it was.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::damage::with_beside;
use super::error::StoreError;
use super::lock::Lock;
use super::swap::{self, Staging};
use super::{StoreNote, copy, schema};
use crate::backup;

/// What such a backup is called after the database's own name.
const WORD: &str = "before-upgrade";

/// What was made before an upgrade.
pub(super) struct Before {
    staging: Staging,
    note: StoreNote,
}

/// Backs up the database, of the format `found`. A disk that has no room for it does not keep the watch from going on: each
/// step of an upgrade is done as a whole or not at all.
pub(super) fn prepare(data: &Path, path: &Path, found: u32, lock: &Lock) -> Result<Before, StoreError> {
    let staging = Staging::new(data, lock)?;
    let kept = kept_at(path);
    let made = copy::copy(path, &staging.database()).map_err(|error| error.message()).and_then(|_| {
        backup::pack(&staging.database(), &kept).map_err(|error| error.message())?;
        swap::forget_old(path, WORD, std::slice::from_ref(&kept));
        Ok(kept)
    });
    let note = match made {
        Ok(kept) => StoreNote::Upgraded { path: path.to_owned(), from: found, to: schema::SUPPORTED, kept },
        Err(why) => {
            // Half a copy is none.
            let _ = fs::remove_file(staging.database());
            StoreNote::NotBackedUp { path: path.to_owned(), from: found, to: schema::SUPPORTED, why }
        }
    };
    Ok(Before { staging, note })
}

impl Before {
    /// What there is to say of an upgrade that went well.
    pub(super) fn note(self) -> StoreNote {
        self.note
    }

    /// An upgrade failed, and the database is closed: puts what was there before back into its place.
    pub(super) fn put_back(self, path: &Path, failed: StoreError) -> StoreError {
        if !self.staging.database().exists() {
            return failed;
        }
        // What failed is nothing that anybody wants, and the backup is what is there again: tried over and over, they would
        // fill the disk, and push out the backups of earlier upgrades.
        match self.staging.commit(path, "failed-upgrade", Timestamp::now()) {
            Ok(aside) => aside.iter().flat_map(|database| with_beside(database)).for_each(|file| swap::forget(&file)),
            Err(error) => return error,
        }
        if let StoreNote::Upgraded { kept, .. } = &self.note {
            swap::forget(kept);
        }
        failed
    }
}

fn kept_at(path: &Path) -> PathBuf {
    swap::aside(path, WORD, Timestamp::now())
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, TransactionBehavior};

    use super::swap::KEPT;
    use super::*;
    use crate::place::Place;
    use crate::store::{Access, DATABASE_FILE, Opened, Store};

    /// A store as a version of this format left it, with a look of it.
    fn earlier(data: &Path, format: u32) -> PathBuf {
        fs::create_dir_all(data).unwrap();
        let path = data.join(DATABASE_FILE);
        let mut db = Connection::open(&path).unwrap();
        db.pragma_update(None, "auto_vacuum", "INCREMENTAL").unwrap();
        db.pragma_update(None, "journal_mode", "WAL").unwrap();
        schema::up_to(&mut db, format).unwrap();
        let one = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        one.execute("INSERT INTO watch_state (watch, data) VALUES ('w', 'kept')", []).unwrap();
        one.execute(
            "INSERT INTO look_last (watch, at, verdict, availability, took_ms) VALUES ('w', 1, 'normal', 'up', 2)",
            [],
        )
        .unwrap();
        one.commit().unwrap();
        path
    }

    fn asked(path: &Path, question: &str) -> String {
        Connection::open(path).unwrap().query_row(question, [], |row| row.get(0)).unwrap()
    }

    fn format(path: &Path) -> u32 {
        schema::version(&Connection::open(path).unwrap()).unwrap()
    }

    #[tokio::test]
    async fn every_earlier_format_is_backed_up_and_brought_up_to_date_and_its_backup_can_be_restored() {
        for earlier_format in 1..schema::SUPPORTED {
            let home = tempfile::tempdir().unwrap();
            let data = home.path().join("data");
            let path = earlier(&data, earlier_format);
            let Opened { store, notes } = Store::open(&data, Access::Write).unwrap();
            let [StoreNote::Upgraded { from, to, kept, .. }] = notes.as_slice() else { panic!("{notes:?}") };
            assert_eq!((*from, *to), (earlier_format, schema::SUPPORTED));
            assert!(store.load().await.unwrap().states.iter().any(|(_, state)| state == "kept"));
            store.close().await.unwrap();
            assert_eq!(schema::foreign(&Connection::open(&path).unwrap(), schema::SUPPORTED).unwrap(), None);
            assert_eq!(Store::open(&data, Access::Write).unwrap().notes, [], "once");

            // What was kept is a backup like any other, of the earlier format.
            let elsewhere = Place { config: home.path().join("a.toml"), data: home.path().join("elsewhere") };
            let restored = backup::restore(&elsewhere, kept, Timestamp::UNIX_EPOCH).unwrap();
            assert!(restored.store && !restored.configuration);
            let path = elsewhere.data.join(DATABASE_FILE);
            assert_eq!(format(&path), schema::SUPPORTED, "an older backup is brought up to date");
            assert_eq!(asked(&path, "SELECT data FROM watch_state"), "kept");
            assert_eq!(Store::open(&elsewhere.data, Access::Write).unwrap().notes, []);
        }
        let earlier = schema::SUPPORTED - 1;
        frontwatch_proof::proven!(
            "store",
            "the format of an earlier version",
            format!("each of {earlier} backed up, brought up to date, and its backup restored elsewhere"),
            "nothing"
        );
    }

    #[test]
    fn an_upgrade_that_fails_leaves_the_store_as_it_was() {
        for earlier_format in 1..schema::SUPPORTED {
            let home = tempfile::tempdir().unwrap();
            let path = earlier(home.path(), earlier_format);
            // In the way of the last steps.
            let in_the_way = "CREATE TABLE IF NOT EXISTS outlet_pause (mine TEXT);
                ALTER TABLE outlet_pause ADD COLUMN away TEXT";
            Connection::open(&path).unwrap().execute_batch(in_the_way).unwrap();
            let error = Store::open(home.path(), Access::Write).unwrap_err();
            assert_eq!(error.code(), "store.failed", "{error}");
            assert_eq!(format(&path), earlier_format);
            assert_eq!(asked(&path, "SELECT data FROM watch_state"), "kept");
            let error = Store::open(home.path(), Access::Write).unwrap_err();
            assert_eq!(error.code(), "store.failed", "and again: {error}");
            let left: Vec<_> = fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
            assert!(left.len() <= 4, "the database with what is beside it, and the lock: {left:?}");
        }
        let earlier = schema::SUPPORTED - 1;
        frontwatch_proof::proven!(
            "store",
            "an upgrade that fails",
            format!("each of {earlier} earlier formats with something in the way of the last step"),
            "nothing"
        );
    }

    #[test]
    fn of_many_upgrades_the_latest_backups_are_kept() {
        let home = tempfile::tempdir().unwrap();
        for _ in 0..KEPT + 3 {
            let path = earlier(home.path(), 1);
            drop(Store::open(home.path(), Access::Write).unwrap());
            // The thread closes it when it has nothing to do any more.
            drop(lock_once_free(home.path()));
            fs::remove_file(path).unwrap();
        }
        let names = fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let kept: Vec<String> = names.filter(|name| name.contains(WORD)).collect();
        assert_eq!(kept.len(), KEPT, "{kept:?}");
    }

    fn lock_once_free(data: &Path) -> Lock {
        loop {
            if let Ok(lock) = Lock::take(data) {
                return lock;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}
