//! The thread that owns the connection: it does one job after another, and nothing else touches the database.
//!
//! **Durability.** The database is in WAL mode. A commit is in the operating system's hands when it returns, so that
//! killing the process loses nothing. A batch that holds an incident, a notice or a decision about one is also synced to
//! the disk before its commit returns (`synchronous=FULL`), and everything committed earlier with it, since all share one
//! log; the rest is synced at checkpoints (`NORMAL`): losing the last minutes of looks to a power cut costs nothing.
//!
//! **Shut.** Where the disk did not let us open the database to write, every write fails with its reason, and tries to open it
//! first (`shut`).
//!
//! **Damage.** Where SQLite finds the file broken in the middle of the work, it is moved aside as at the opening, what it
//! still says is carried into a new one, and the work is done there.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::damage::Care;
use super::error::{Fault, StoreError};
use super::kept::Retained;
use super::lock::Lock;
use super::record::Write;
use super::retain::{self, Bound};
use super::shut::{self, Shut};
use super::{StoreNote, damage, open, write};

/// Between two tries to renew a damaged database, where there is no room for it.
const RENEW_AGAIN: Duration = Duration::from_secs(60);

/// What the thread is asked.
pub(super) enum Job {
    /// Do this with the database.
    Do(Box<dyn FnOnce(&mut Db) + Send>),
    /// Do nothing more; say how the end went, when the lock is free again.
    Close(oneshot::Sender<Result<(), StoreError>>),
}

/// The database, as the thread has it.
pub(super) struct Db {
    conn: Connection,
    path: PathBuf,
    /// Whether the connection's commits are synced now.
    synced: bool,
    /// What SQLite said was broken in the file, which was not renewed yet.
    broken: RefCell<Option<String>>,
    /// When it was last tried to renew it.
    tried: Option<Instant>,
    /// What bounds the database, since retention first said so.
    bound: Option<Bound>,
    /// Whether something was stored since the bound was last held.
    grown: bool,
    /// Why it could not be opened to write, as long as it can't.
    shut: Option<Shut>,
    /// Whether it holds what the watch that writes now could not read when it began.
    unread: bool,
    /// What a person should know.
    notes: Arc<Mutex<Vec<StoreNote>>>,
    /// Declared after the connection, so that the lock goes after it.
    lock: Option<Lock>,
}

impl Db {
    /// Takes over an open connection, with the lock if it may write.
    pub(super) fn new(conn: Connection, path: PathBuf, lock: Option<Lock>) -> Self {
        // FULL is SQLite's default.
        Self {
            conn,
            path,
            synced: true,
            broken: RefCell::default(),
            tried: None,
            bound: None,
            grown: false,
            shut: None,
            unread: false,
            notes: Arc::default(),
            lock,
        }
    }

    /// One that can't be written yet; `conn` reads what can be read of it.
    pub(super) fn shut(conn: Connection, path: PathBuf, lock: Option<Lock>, shut: Shut) -> Self {
        Self { shut: Some(shut), ..Self::new(conn, path, lock) }
    }

    /// Where it is put what a person should know.
    pub(super) fn notes(&self) -> Arc<Mutex<Vec<StoreNote>>> {
        Arc::clone(&self.notes)
    }

    /// Where the database is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Applies the whole batch, or nothing of it.
    pub(super) fn commit(&mut self, batch: &[Write]) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let synced = batch.iter().any(Write::must_last);
        self.reach()?;
        let over_unread = self.unread;
        self.transact(synced, |tx| {
            batch.iter().try_for_each(|write| match write {
                // What was learned by who knew nothing does not take the place of what is known.
                Write::Baseline(it) if over_unread && write::is_learned(tx, &it.watch)? => Ok(()),
                write => write::apply(tx, std::slice::from_ref(write)),
            })
        })
    }

    /// Has the next write try at once, if it can't be written yet.
    pub(super) fn try_at_once(&mut self) {
        if let Some(shut) = &mut self.shut {
            shut.is_due();
        }
    }

    /// Opens it to write, where that could not be done before.
    fn reach(&mut self) -> Result<(), StoreError> {
        let Some(shut) = &mut self.shut else { return Ok(()) };
        if let Some(why) = shut.holds() {
            return Err(why);
        }
        // Nothing of it is open meanwhile, and its lock is free to be taken.
        let failed = |error| StoreError::sqlite(&self.path, "opening", error);
        self.conn = Connection::open_in_memory().map_err(failed)?;
        self.lock = None;
        match shut.try_again() {
            Ok((db, notes)) => {
                let blank = shut.blank;
                (self.conn, self.lock, self.shut, self.synced) = (db.conn, db.lock, None, true);
                *self.broken.borrow_mut() = None;
                let mut said = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
                said.extend(notes);
                if blank && shut::holds_anything(&self.conn).map_err(|fault| fault.at(&self.path, "reading"))? {
                    self.unread = true;
                    said.push(StoreNote::Found { path: self.path.clone() });
                }
                Ok(())
            }
            Err(why) => {
                self.conn = shut.reader()?;
                self.lock = shut.lock();
                Err(why)
            }
        }
    }

    /// Notes that the watch is alive.
    pub(super) fn alive(&mut self, at: Timestamp) -> Result<(), StoreError> {
        self.transact(false, |tx| write::alive(tx, at))
    }

    /// Reads.
    pub(super) fn read<T>(&self, what: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        what(&self.conn).map_err(|fault| self.failed(fault, "reading"))
    }

    /// Lets go what is too old or too much, and from now on what is too much.
    pub(super) fn retain(&mut self, now: Timestamp, keep_bytes: u64) -> Result<Retained, StoreError> {
        let retained = self.tidy(|conn| retain::retain(conn, now, keep_bytes))?;
        self.bound = Some(Bound::of(keep_bytes, retained.after));
        Ok(retained)
    }

    /// Makes room where what was stored leaves none. What was stored stays so if that fails.
    fn hold_bound(&mut self, hold: impl FnOnce(Bound, &mut Connection) -> Result<Bound, Fault>) {
        let Some(bound) = self.bound.filter(|_| std::mem::take(&mut self.grown)) else { return };
        // As with a job: a transaction that is left is rolled back, and the thread lives on.
        let done = catch_unwind(AssertUnwindSafe(|| self.tidy(|conn| hold(bound, conn))));
        self.bound = Some(match done {
            Ok(Ok(bound)) => bound,
            Ok(Err(error)) => {
                tracing::warn!(%error, "no room could be made in the store");
                bound.given_up()
            }
            Err(_) => {
                tracing::error!("the store broke down at making room");
                bound.given_up()
            }
        });
    }

    /// Works on the connection outside of one transaction.
    fn tidy<T>(&mut self, what: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        self.reach()?;
        self.sync_commits(false)
            .map_err(Fault::from)
            .and_then(|()| what(&mut self.conn))
            .map_err(|fault| self.failed(fault, "tidying up"))
    }

    /// Writes; where the file proves to be broken, in a new one.
    fn transact(&mut self, synced: bool, what: impl Fn(&Connection) -> Result<(), Fault>) -> Result<(), StoreError> {
        self.reach()?;
        self.renew()?;
        let done = self.transact_once(synced, &what);
        if self.broken.borrow().is_none() {
            return done;
        }
        self.renew()?;
        self.transact_once(synced, &what)
    }

    fn transact_once(
        &mut self,
        synced: bool,
        what: &impl Fn(&Connection) -> Result<(), Fault>,
    ) -> Result<(), StoreError> {
        self.sync_commits(synced)
            .map_err(Fault::from)
            .and_then(|()| {
                let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
                what(&tx)?;
                Ok(tx.commit()?)
            })
            .map_err(|fault| self.failed(fault, "storing"))?;
        self.grown = true;
        Ok(())
    }

    /// Takes note where it is the file that is broken. A row that says nothing is no reason to renew it.
    fn failed(&self, fault: Fault, doing: &'static str) -> StoreError {
        if let Fault::Sqlite(error) = &fault
            && let Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) = error.sqlite_error_code()
        {
            self.broken.replace(Some(error.to_string()));
        }
        fault.at(&self.path, doing)
    }

    /// Renews a broken file. Whoever only reads leaves it to whoever writes.
    fn renew(&mut self) -> Result<(), StoreError> {
        let (Some(what), Some(lock)) = (self.broken.borrow().clone(), &self.lock) else { return Ok(()) };
        if self.tried.is_some_and(|at| at.elapsed() < RENEW_AGAIN) {
            return Err(StoreError::Damaged { path: self.path.clone(), what });
        }
        self.tried = Some(Instant::now());
        let failed = |error| StoreError::sqlite(&self.path, "renewing", error);
        damage::leave_as_it_is(&self.conn).map_err(failed)?;
        // Closed, so that nothing of it is open while it is moved.
        drop(std::mem::replace(&mut self.conn, Connection::open_in_memory().map_err(failed)?));
        self.synced = true;
        let note = match damage::renew(&self.path, what, lock) {
            Ok(note) => note,
            Err(error) => {
                // As a rule it is as it was, and can still be read.
                if let Ok(conn) = damage::reading(&self.path, Care::Whole) {
                    self.conn = conn;
                }
                return Err(error);
            }
        };
        self.conn = open::connect(&self.path)?;
        (self.tried, *self.broken.borrow_mut()) = (None, None);
        if let Some(note) = &note {
            tracing::error!(%note, "the database was renewed");
        }
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).extend(note);
        Ok(())
    }

    /// Whether commits from now on wait for the disk.
    fn sync_commits(&mut self, synced: bool) -> rusqlite::Result<()> {
        if self.synced != synced {
            self.conn.pragma_update(None, "synchronous", if synced { "FULL" } else { "NORMAL" })?;
            self.synced = synced;
        }
        Ok(())
    }

    /// Breaks down in the middle of a transaction.
    #[cfg(test)]
    pub(super) fn break_down(&mut self) -> Result<(), StoreError> {
        self.transact(true, |tx| {
            write::alive(tx, Timestamp::UNIX_EPOCH)?;
            panic!("as the test wants it")
        })
    }

    /// Closes the connection, which takes the log into the database, and then frees the lock.
    fn close(self) -> Result<(), StoreError> {
        let Self { conn, path, lock, .. } = self;
        let closed = conn.close().map_err(|(_, error)| StoreError::sqlite(&path, "closing", error));
        drop(lock);
        closed
    }
}

/// The thread: works until it is told to close or every handle is gone.
pub(super) fn run(mut db: Db, mut jobs: mpsc::Receiver<Job>) {
    while let Some(job) = jobs.blocking_recv() {
        match job {
            Job::Do(work) => {
                // A transaction that is left is rolled back, and whoever asked hears that nobody answers.
                if catch_unwind(AssertUnwindSafe(|| work(&mut db))).is_err() {
                    tracing::error!("the store broke down at a job");
                }
                // Whoever asked has the answer by now.
                db.hold_bound(Bound::hold);
            }
            Job::Close(closed) => {
                jobs.close();
                // Nobody need wait for the answer.
                drop(closed.send(db.close()));
                return;
            }
        }
    }
    if let Err(error) = db.close() {
        tracing::warn!(%error, "the store did not close cleanly");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, open, read};
    use frontwatch_core::watch::WatchId;

    fn synchronous(db: &Db) -> i64 {
        db.conn.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    }

    #[test]
    fn incidents_and_decisions_are_synced_and_looks_are_not() {
        let dir = tempfile::tempdir().unwrap();
        let (mut db, _) = open::open(dir.path(), Access::Write).unwrap();
        let at = Timestamp::UNIX_EPOCH;
        let state = Write::WatchState { watch: WatchId::from_stored("w"), state: "{}".into() };
        db.commit(std::slice::from_ref(&state)).unwrap();
        assert_eq!(synchronous(&db), 1, "NORMAL");
        // Refused for want of its notice, but by then the setting stands.
        let withdrawn = Write::Withdrawn { notice: "n".into(), channel: "desktop".into(), at, reason: "over".into() };
        assert_eq!(db.commit(&[state, withdrawn]).unwrap_err().code(), "store.refused");
        assert_eq!(synchronous(&db), 2, "FULL");
        db.alive(at).unwrap();
        assert_eq!(synchronous(&db), 1, "NORMAL again");
    }

    #[test]
    fn what_breaks_down_at_making_room_leaves_the_store_to_go_on() {
        let dir = tempfile::tempdir().unwrap();
        let (mut db, _) = open::open(dir.path(), Access::Write).unwrap();
        db.retain(Timestamp::UNIX_EPOCH, 1_000_000).unwrap();
        let bound = db.bound.unwrap();
        db.alive(Timestamp::UNIX_EPOCH).unwrap();
        db.hold_bound(|_, conn| {
            let tx = conn.transaction()?;
            tx.execute("DELETE FROM alive", [])?;
            panic!("as the test wants it")
        });
        assert_eq!(db.bound, Some(bound.given_up()), "not with each batch again");
        assert!(db.read(read::load).unwrap().last_alive.is_some(), "what it had begun is not there");
        db.alive(Timestamp::UNIX_EPOCH).unwrap();
    }

    #[test]
    fn a_full_disk_and_a_disk_that_cannot_be_written_have_codes_of_their_own() {
        let dir = tempfile::tempdir().unwrap();
        let (mut db, _) = open::open(dir.path(), Access::Write).unwrap();
        let large =
            |name: &str| [Write::WatchState { watch: WatchId::from_stored(name), state: "x".repeat(1_000_000) }];
        let pages: i64 = db.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        db.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
        let error = db.commit(&large("a")).unwrap_err();
        assert_eq!(error.code(), "store.full");
        assert!(error.to_string().contains(&dir.path().display().to_string()), "{error}");
        db.conn.query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(())).unwrap();
        db.commit(&large("a")).expect("with space again, it goes on");

        db.conn.pragma_update(None, "query_only", true).unwrap();
        assert_eq!(db.commit(&large("b")).unwrap_err().code(), "store.read-only");
    }
}
