//! The thread that owns the connection: it does one job after another, and nothing else touches the database.
//!
//! **Durability.** The database is in WAL mode. A commit is in the operating system's hands when it returns, so that
//! killing the process loses nothing. A batch that holds an incident, a notice or a decision about one is also synced to
//! the disk before its commit returns (`synchronous=FULL`), and everything committed earlier with it, since all share one
//! log; the rest is synced at checkpoints (`NORMAL`): losing the last minutes of looks to a power cut costs nothing.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::error::{Fault, StoreError};
use super::lock::Lock;
use super::record::Write;
use super::write;

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
    /// Declared after the connection, so that the lock goes after it.
    lock: Option<Lock>,
}

impl Db {
    /// Takes over an open connection, with the lock if it may write.
    pub(super) fn new(conn: Connection, path: PathBuf, lock: Option<Lock>) -> Self {
        // FULL is SQLite's default.
        Self { conn, path, synced: true, lock }
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
        self.transact(synced, "storing", |tx| write::apply(tx, batch))
    }

    /// Notes that the watch is alive.
    pub(super) fn alive(&mut self, at: Timestamp) -> Result<(), StoreError> {
        self.transact(false, "storing", |tx| write::alive(tx, at))
    }

    /// Reads.
    pub(super) fn read<T>(&self, what: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        what(&self.conn).map_err(|fault| fault.at(&self.path, "reading"))
    }

    /// Works on the connection outside of one transaction.
    pub(super) fn maintain<T>(
        &mut self,
        what: impl FnOnce(&mut Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.sync_commits(false)
            .map_err(Fault::from)
            .and_then(|()| what(&mut self.conn))
            .map_err(|fault| fault.at(&self.path, "tidying up"))
    }

    fn transact(
        &mut self,
        synced: bool,
        doing: &'static str,
        what: impl FnOnce(&Connection) -> Result<(), Fault>,
    ) -> Result<(), StoreError> {
        self.sync_commits(synced)
            .map_err(Fault::from)
            .and_then(|()| {
                let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
                what(&tx)?;
                Ok(tx.commit()?)
            })
            .map_err(|fault| fault.at(&self.path, doing))
    }

    /// Whether commits from now on wait for the disk.
    fn sync_commits(&mut self, synced: bool) -> rusqlite::Result<()> {
        if self.synced != synced {
            self.conn.pragma_update(None, "synchronous", if synced { "FULL" } else { "NORMAL" })?;
            self.synced = synced;
        }
        Ok(())
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
            Job::Do(work) => work(&mut db),
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
    use crate::store::{Access, open};
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
