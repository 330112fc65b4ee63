//! Another store in the place of the one that is there: all of it or nothing, whenever the process is killed.
//!
//! What is to come is laid out in a folder of its own, where it is tried; until its order is there, nothing has happened. The
//! order is the instant of change: from then on, whoever opens the store next does what is left of it, step by step, and each
//! step can be seen to be done. What was there before is moved aside, never overwritten. Only the holder of the lock is here.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use super::damage::{self, Care, Finding, beside, with_beside};
use super::error::StoreError;
use super::lock::Lock;
use super::salvage::Salvaged;
use super::{DATABASE_FILE, StoreNote, copy, private, schema};

/// Where what is to come is laid out, in the data directory.
const FOLDER: &str = "restoring";
/// The order, in that folder.
const ORDER: &str = "order.json";
/// The configuration, in that folder.
const CONFIGURATION: &str = "configuration.toml";

/// How many of those that were moved aside for the same reason are kept, the latest.
pub(super) const KEPT: usize = 3;

/// What is to be done with what was laid out.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    /// Where the database goes that is there.
    database_aside: PathBuf,
    /// Where the configuration belongs, if one was laid out.
    configuration: Option<PathBuf>,
    /// Where a copy of the configuration that is there is kept, if there is one.
    configuration_aside: Option<PathBuf>,
    /// What there is to say where the database that is there is a damaged one.
    damaged: Option<Damaged>,
}

/// What was wrong with a database, and what of it stands in the one that takes its place.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Damaged {
    what: String,
    kept: Salvaged,
}

impl Order {
    /// What a person should know when it is done.
    fn note(self, data: &Path) -> Option<StoreNote> {
        let Damaged { what, kept } = self.damaged?;
        Some(StoreNote::Damaged { path: data.join(DATABASE_FILE), moved_to: self.database_aside, what, kept })
    }
}

/// One step of an order.
#[derive(Debug)]
enum Step {
    /// Keep a copy of the configuration.
    Keep { from: PathBuf, to: PathBuf },
    /// Put a configuration into its place, in the place of what is there.
    Put { from: PathBuf, to: PathBuf },
    /// Give a file another name, where there is none.
    Rename { from: PathBuf, to: PathBuf },
    /// Nothing is left but the folder.
    Clear,
}

/// A place to lay out another store. What is not committed goes with it.
#[derive(Debug)]
pub(crate) struct Staging {
    data: PathBuf,
}

impl Staging {
    /// An empty one, in a data directory whose lock is held.
    pub(super) fn new(data: &Path, _held: &Lock) -> Result<Self, StoreError> {
        clear(data)?;
        private::dir(&data.join(FOLDER))?;
        Ok(Self { data: data.to_owned() })
    }

    /// Where the database is to be laid out.
    pub(crate) fn database(&self) -> PathBuf {
        self.data.join(FOLDER).join(DATABASE_FILE)
    }

    /// Where the configuration is to be laid out.
    pub(crate) fn configuration(&self) -> PathBuf {
        self.data.join(FOLDER).join(CONFIGURATION)
    }

    /// Tries the database that was laid out, which may be anybody's, and brings it up to date: whole, of this program's own
    /// shape, and of no later version.
    pub(crate) fn try_database(&self) -> Result<(), Replaced> {
        let path = self.database();
        match damage::examine(&path, Care::Header).map_err(Replaced::Failed)? {
            Finding::Sound(1..=schema::SUPPORTED) => {}
            Finding::Sound(0) | Finding::Damaged(_) => return Err(Replaced::Damaged),
            Finding::Sound(_) => return Err(Replaced::Newer),
        }
        settled(&path)
    }

    /// Puts what was laid out into its place. What was there is kept beside it, named with `word` and the time: the files, the
    /// database's first.
    pub(crate) fn commit(self, configuration: &Path, word: &str, now: Timestamp) -> Result<Vec<PathBuf>, StoreError> {
        let laid_out = [self.database(), self.configuration()];
        for file in laid_out.iter().filter(|file| file.exists()) {
            File::open(file).and_then(|file| file.sync_all()).map_err(|error| failed(file, error))?;
        }
        let place = self.data.join(DATABASE_FILE);
        let replaced = self.configuration().exists();
        let order = Order {
            database_aside: aside(&place, word, now),
            configuration: replaced.then(|| configuration.to_owned()),
            configuration_aside: (replaced && configuration.exists()).then(|| aside(configuration, word, now)),
            damaged: None,
        };
        let mut kept = Vec::new();
        if self.database().exists() && place.exists() {
            kept.push(order.database_aside.clone());
        }
        kept.extend(order.configuration_aside.clone());
        write_order(&self.data, &order)?;
        finish(&self.data)?;
        Ok(kept)
    }

    /// Puts the database that was laid out in the place of a damaged one, which is moved aside with all that is beside it. Says
    /// what was `kept` of it.
    pub(super) fn renew(self, what: String, kept: Salvaged, now: Timestamp) -> Result<Option<StoreNote>, StoreError> {
        self.order_renewal(what, kept, now)?;
        finish(&self.data)
    }

    fn order_renewal(&self, what: String, kept: Salvaged, now: Timestamp) -> Result<(), StoreError> {
        let laid_out = self.database();
        File::open(&laid_out).and_then(|file| file.sync_all()).map_err(|error| failed(&laid_out, error))?;
        let order = Order {
            database_aside: aside(&self.data.join(DATABASE_FILE), "damaged", now),
            configuration: None,
            configuration_aside: None,
            damaged: Some(Damaged { what, kept }),
        };
        write_order(&self.data, &order)
    }
}

/// Why a database is not put into place.
#[derive(Debug)]
pub(crate) enum Replaced {
    /// A later version wrote it.
    Newer,
    /// This is in it, and this program never makes it; or it is missing.
    Foreign(String),
    /// It is damaged.
    Damaged,
    /// It could not be tried.
    Failed(StoreError),
}

fn settled(path: &Path) -> Result<(), Replaced> {
    let failed = |error: rusqlite::Error| match StoreError::sqlite(path, "trying", error) {
        StoreError::Damaged { .. } => Replaced::Damaged,
        error => Replaced::Failed(error),
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags).map_err(failed)?;
    schema::settle_reader(&db).map_err(failed)?;
    let version = schema::version(&db).map_err(failed)?;
    // Before anything is looked up in it, which could run what is foreign.
    if let Some(part) = schema::foreign(&db, version).map_err(failed)? {
        return Err(Replaced::Foreign(part));
    }
    if copy::whole(&db).map_err(failed)?.is_some() {
        return Err(Replaced::Damaged);
    }
    schema::settle_writer(&mut db).map_err(failed)?;
    // One file again: what is beside it would stay behind.
    db.pragma_update(None, "journal_mode", "DELETE").map_err(failed)?;
    db.close().map_err(|(_, error)| failed(error))
}

impl Drop for Staging {
    fn drop(&mut self) {
        if is_ordered(&self.data) {
            return;
        }
        if let Err(error) = clear(&self.data) {
            tracing::warn!(%error, "what was laid out for a restore was left behind; the next one removes it");
        }
    }
}

/// Whether an order waits to be done.
pub(super) fn is_ordered(data: &Path) -> bool {
    data.join(FOLDER).join(ORDER).exists()
}

/// Whether it is a restore that waits to be done.
pub(super) fn is_restore_ordered(data: &Path) -> Result<bool, StoreError> {
    Ok(is_ordered(data) && read_order(data)?.damaged.is_none())
}

/// What is wrong with the database, where the order that waits is to renew it.
pub(super) fn damage_ordered(data: &Path) -> Option<String> {
    Some(read_order(data).ok()?.damaged?.what)
}

/// Does what is left of an order, or clears away what was laid out without one. The lock is held. Returns what a person should
/// know of it.
pub(super) fn finish(data: &Path) -> Result<Option<StoreNote>, StoreError> {
    if !is_ordered(data) {
        return clear(data).map(|()| None);
    }
    let order = read_order(data)?;
    while let Some(step) = next(data, &order) {
        take(data, &step)?;
    }
    Ok(order.note(data))
}

/// The next step, by what is seen on the disk.
fn next(data: &Path, order: &Order) -> Option<Step> {
    let folder = data.join(FOLDER);
    let laid_out = folder.join(CONFIGURATION);
    if let Some(place) = order.configuration.clone().filter(|_| laid_out.exists()) {
        // Where there is none any more, there is nothing to keep.
        return Some(match order.configuration_aside.clone().filter(|to| place.exists() && !to.exists()) {
            Some(to) => Step::Keep { from: place, to },
            None => Step::Put { from: laid_out, to: place },
        });
    }
    let laid_out = folder.join(DATABASE_FILE);
    if laid_out.exists() {
        let place = data.join(DATABASE_FILE);
        // What is beside the database first: a log that is left would be taken for the new one's.
        let old = with_beside(&place).zip(with_beside(&order.database_aside)).collect::<Vec<_>>();
        let old = old.into_iter().rev().find(|(from, _)| from.exists());
        return Some(match old {
            Some((from, to)) => Step::Rename { from, to },
            None => Step::Rename { from: laid_out, to: place },
        });
    }
    folder.exists().then_some(Step::Clear)
}

fn take(data: &Path, step: &Step) -> Result<(), StoreError> {
    match step {
        Step::Keep { from, to } => replace(from, to),
        Step::Put { from, to } => {
            replace(from, to)?;
            fs::remove_file(from).map_err(|error| failed(from, error))
        }
        Step::Rename { from, to } => {
            fs::rename(from, to).map_err(|error| failed(from, error))?;
            sync(data)
        }
        Step::Clear => clear(data),
    }
}

/// Puts a copy of a file into its place at once, for its owner alone.
fn replace(from: &Path, to: &Path) -> Result<(), StoreError> {
    let folder = to.parent().unwrap_or(Path::new("."));
    private::dir(folder)?;
    let copied = fs::read(from).and_then(|bytes| {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&bytes)?;
        file.as_file().sync_all()?;
        file.persist(to).map_err(|error| error.error)
    });
    copied.map_err(|error| failed(to, error))?;
    sync(folder)
}

fn write_order(data: &Path, order: &Order) -> Result<(), StoreError> {
    let folder = data.join(FOLDER);
    let path = folder.join(ORDER);
    let written = serde_json::to_vec(order).map_err(std::io::Error::from).and_then(|bytes| {
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        file.write_all(&bytes)?;
        file.as_file().sync_all()?;
        file.persist(&path).map_err(|error| error.error)
    });
    written.map_err(|error| failed(&path, error))?;
    sync(&folder)?;
    sync(data)
}

fn read_order(data: &Path) -> Result<Order, StoreError> {
    let path = data.join(FOLDER).join(ORDER);
    let read = fs::read(&path).and_then(|bytes| serde_json::from_slice(&bytes).map_err(std::io::Error::from));
    read.map_err(|error| failed(&path, error))
}

/// Removes the folder, its order last: what is left of it would be done again.
fn clear(data: &Path) -> Result<(), StoreError> {
    let folder = data.join(FOLDER);
    let removed = fs::remove_dir_all(&folder);
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(&folder, error)),
        _ => Ok(()),
    }
}

/// `path` with a word and the time after its whole name, where there is nothing yet.
pub(super) fn aside(path: &Path, word: &str, now: Timestamp) -> PathBuf {
    let stamp = now.strftime("%Y%m%dT%H%M%SZ");
    let mut aside = beside(path, &format!(".{word}-{stamp}"));
    let mut more = 1_u32;
    while with_beside(&aside).any(|file| file.exists()) {
        more += 1;
        aside = beside(path, &format!(".{word}-{stamp}-{more}"));
    }
    aside
}

/// Keeps the latest of what was moved aside from `path` with this word, each with what is beside it: first of all those of
/// `just_now`, which by their names are not the latest where the clock was set back. What can't be removed is left.
pub(super) fn forget_old(path: &Path, word: &str, just_now: &[PathBuf]) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else { return };
    let begins = format!("{name}.{word}-");
    // A name alone stands in the folder that the program runs in.
    let read = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let all = fs::read_dir(read).into_iter().flatten().flatten();
    let names = all.filter_map(|file| file.file_name().into_string().ok()).filter(|name| name.starts_with(&begins));
    let without_beside = |name: String| name.trim_end_matches("-wal").trim_end_matches("-shm").to_owned();
    let there: BTreeSet<PathBuf> = names.map(|name| folder.join(without_beside(name))).collect();
    let (spared, older): (Vec<_>, Vec<_>) = there.iter().partition(|aside| just_now.contains(aside));
    let may_stay = KEPT.saturating_sub(spared.len());
    older.into_iter().rev().skip(may_stay).flat_map(|old| with_beside(old)).for_each(|old| forget(&old));
}

/// Removes a file that nobody needs any more, where it is.
pub(super) fn forget(file: &Path) {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(path = %file.display(), %error, "what nobody needs any more was not removed");
        }
        _ => {}
    }
}

fn failed(path: &Path, error: std::io::Error) -> StoreError {
    StoreError::io(path, "could not put into its place", error)
}

/// Has the disk keep the names in a folder.
#[cfg(unix)]
fn sync(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| failed(folder, error))
}

/// Elsewhere a folder can't be synced, and need not be.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail where there is something to do")]
fn sync(_folder: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, Opened, Store, open};

    const OLD: [(&str, &str); 3] =
        [("frontwatch.db", "old"), ("frontwatch.db-shm", "old index"), ("frontwatch.db-wal", "old log")];

    fn contents(folder: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
            .filter(|(name, _)| name != "frontwatch.lock")
            .collect();
        all.sort();
        all
    }

    /// Lays out another store and configuration, and writes their order without doing it.
    fn ordered(data: &Path, configuration: &Path) -> Order {
        fs::create_dir_all(data).unwrap();
        for (name, text) in OLD {
            fs::write(data.join(name), text).unwrap();
        }
        fs::write(configuration, "old configuration").unwrap();
        let staging = Staging::new(data, &Lock::take(data).unwrap()).unwrap();
        fs::write(staging.database(), "new").unwrap();
        fs::write(staging.configuration(), "new configuration").unwrap();
        let order = Order {
            database_aside: data.join("frontwatch.db.before-1"),
            configuration: Some(configuration.to_owned()),
            configuration_aside: Some(beside(configuration, ".before-1")),
            damaged: None,
        };
        write_order(data, &order).unwrap();
        order
    }

    #[test]
    fn cut_after_any_step_the_next_start_does_the_rest() {
        let mut steps = 0;
        loop {
            let home = tempfile::tempdir().unwrap();
            let (data, configuration) = (home.path().join("data"), home.path().join("a.toml"));
            let order = ordered(&data, &configuration);
            let mut taken = 0;
            while taken < steps {
                let Some(step) = next(&data, &order) else { break };
                take(&data, &step).unwrap();
                taken += 1;
            }
            assert!(fs::read_to_string(&configuration).is_ok(), "after {taken} steps there is a configuration");
            if is_ordered(&data) {
                assert_eq!(Store::open(&data, Access::Read).unwrap_err().code(), "store.restoring");
            }
            finish(&data).unwrap();
            let there = |name: &str, text: &str| (name.to_owned(), text.to_owned());
            assert_eq!(
                contents(&data),
                [
                    there("frontwatch.db", "new"),
                    there("frontwatch.db.before-1", "old"),
                    there("frontwatch.db.before-1-shm", "old index"),
                    there("frontwatch.db.before-1-wal", "old log"),
                ],
                "cut after {taken} steps"
            );
            let kept = contents(home.path());
            assert_eq!(kept, [there("a.toml", "new configuration"), there("a.toml.before-1", "old configuration")]);
            assert!(!data.join(FOLDER).exists());
            if taken < steps {
                break;
            }
            steps += 1;
        }
        assert!(steps > 6, "{steps}");
    }

    /// A database as a process that was killed left it: one state of a watch in the file, and one in the log.
    fn left_behind(data: &Path) {
        let whole = tempfile::tempdir().unwrap();
        let path = whole.path().join(DATABASE_FILE);
        private::make(&path).unwrap();
        let put = |db: &Connection, watch: &str| {
            db.execute("INSERT INTO watch_state (watch, data) VALUES (?, 'kept')", [watch]).unwrap();
        };
        let db = open::connect(&path).unwrap();
        put(&db, "in the file");
        db.close().unwrap();
        let db = open::connect(&path).unwrap();
        put(&db, "in the log");
        for file in with_beside(&path) {
            fs::copy(&file, data.join(file.file_name().unwrap())).unwrap();
        }
        let in_the_file = data.join("alone");
        fs::copy(&path, &in_the_file).unwrap();
        assert_eq!(watches(&in_the_file), ["in the file"]);
        fs::remove_file(in_the_file).unwrap();
    }

    fn watches(database: &Path) -> Vec<String> {
        let db = Connection::open(database).unwrap();
        let mut all = db.prepare("SELECT watch FROM watch_state ORDER BY watch").unwrap();
        all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[tokio::test]
    async fn cut_at_any_step_a_damaged_database_is_renewed_with_its_log_and_kept_with_it() {
        // The log, its index, the database, the new one, and what is left.
        const STEPS: usize = 5;
        for steps in 0..=STEPS {
            let home = tempfile::tempdir().unwrap();
            let (data, path) = (home.path(), home.path().join(DATABASE_FILE));
            left_behind(data);
            let lock = Lock::take(data).unwrap();
            let staging = Staging::new(data, &lock).unwrap();
            let kept = damage::carry_over(&path, &staging.database()).unwrap();
            staging.order_renewal("it is broken".to_owned(), kept, Timestamp::UNIX_EPOCH).unwrap();
            let order = read_order(data).unwrap();
            for _ in 0..steps {
                take(data, &next(data, &order).unwrap()).unwrap();
            }
            drop((staging, lock));
            assert!(!is_restore_ordered(data).unwrap(), "it is left to whoever says so");
            if steps < STEPS {
                let met = Store::open(data, Access::Read).unwrap_err();
                assert_eq!(met.code(), "store.damaged", "a reader is told of no restore");
                assert!(met.to_string().contains("it is broken"), "{met}");
            }
            let Opened { store, notes } = Store::open(data, Access::Write).unwrap();
            let moved_to = order.database_aside;
            if steps < STEPS {
                let what = "it is broken".to_owned();
                assert_eq!(notes, [StoreNote::Damaged { path, moved_to: moved_to.clone(), what, kept }]);
            }
            let states = store.load().await.unwrap().states;
            assert_eq!(states.len(), 2, "cut after {steps} steps: {states:?}");
            store.close().await.unwrap();
            assert_eq!(watches(&moved_to), ["in the file", "in the log"], "cut after {steps} steps");
            assert!(!data.join(FOLDER).exists());
        }
        frontwatch_proof::proven!(
            "store",
            "a kill while a damaged database is renewed",
            format!("after each of its {STEPS} steps, with a part of it in the write-ahead log alone"),
            "nothing"
        );
    }

    #[tokio::test]
    async fn cut_before_its_order_a_damaged_database_is_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        left_behind(home.path());
        let lock = Lock::take(home.path()).unwrap();
        let staging = Staging::new(home.path(), &lock).unwrap();
        damage::carry_over(&home.path().join(DATABASE_FILE), &staging.database()).unwrap();
        std::mem::forget(staging);
        drop(lock);
        let Opened { store, notes } = Store::open(home.path(), Access::Write).unwrap();
        assert_eq!((notes.len(), store.load().await.unwrap().states.len()), (0, 2));
        assert!(!home.path().join(FOLDER).exists());
    }

    #[test]
    fn without_an_order_nothing_has_happened() {
        let home = tempfile::tempdir().unwrap();
        let (data, configuration) = (home.path().join("data"), home.path().join("a.toml"));
        ordered(&data, &configuration);
        fs::remove_file(data.join(FOLDER).join(ORDER)).unwrap();
        finish(&data).unwrap();
        assert_eq!(
            contents(&data),
            OLD.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect::<Vec<_>>()
        );
        assert_eq!(fs::read_to_string(&configuration).unwrap(), "old configuration");
        assert!(!data.join(FOLDER).exists());
    }
}
