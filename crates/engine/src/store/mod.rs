//! The store: SQLite on a thread of its own. What is learned, what happened, what was told and the evidence outlive the
//! process here. It decides nothing; only its thread touches the database, and every read and write is a job for it.
//!
//! **Architecture invariants:**
//! - What is announced was stored first: a notice is accepted only with its incident, and both are on the disk when the
//!   commit returns. Killing the process at any instant loses nothing that was committed.
//! - One writer: opening for writing takes the lock of the data directory. Reading goes on beside it.
//! - What is there is never overwritten: a damaged database is moved aside, and what it still says is carried into a new
//!   one; a newer one is refused.
//! - A disk that takes nothing keeps nobody from watching: what it holds is read, and writes fail until it does.
//! - A job that fails, or breaks down, fails alone: the thread lives on.
//! - Its files can be read by their owner alone.

pub(crate) mod copy;
mod damage;
mod dismissal;
mod error;
mod evidence;
mod facts;
mod halves;
mod held;
mod kept;
mod lock;
mod open;
pub(crate) mod private;
mod read;
mod record;
mod retain;
mod salvage;
mod schema;
mod shown;
mod shut;
mod still;
mod swap;
mod thread;
mod upgrade;
mod write;

use std::fmt;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::text::{Arg, Message, english};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};

pub use error::StoreError;
pub use facts::{Facts, facts};
pub use halves::HalfHour;
pub use kept::{
    BaselineVersion, CaptureRecord, HeldOf, HeldRow, IncidentCursor, IncidentEvent, IncidentRecord, Loaded, LookHour,
    OutboxRow, Retained,
};
pub use lock::{Holder, LOCK_FILE};
pub use salvage::Salvaged;

pub use record::{
    CaptureRole, Delivery, Dismissal, HeldLook, IncidentPicture, KeptBody, Look, Room, SendFailure, ShownPicture,
    ShownSide, StoredBaseline, Taken, Write,
};

pub(crate) use swap::{Replaced, Staging};
use thread::{Db, Job};

/// What a restore moved aside is called after its own name.
const BEFORE_RESTORE: &str = "before-restore";

/// The database's file in the data directory.
pub const DATABASE_FILE: &str = "frontwatch.db";

/// Jobs that may wait for the thread. Beyond it callers wait, so that a slow disk costs time and not memory.
const WAITING_JOBS: usize = 32;

/// The version of SQLite.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// What a store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing, as the only writer.
    Write,
    /// Reading, beside whoever writes. Writes are refused.
    Read,
}

/// An open store and what there is to say about its opening.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// What a person should know; mostly empty.
    pub notes: Vec<StoreNote>,
}

/// Something that a person should know about how the store opened.
#[derive(Debug, Clone, PartialEq)]
pub enum StoreNote {
    /// The database was damaged, and a new one was started.
    Damaged {
        /// Where the database is.
        path: PathBuf,
        /// Where the damaged one is now.
        moved_to: PathBuf,
        /// What was wrong with it.
        what: String,
        /// What of it stands in the new one.
        kept: Salvaged,
    },
    /// The database of an earlier version was brought up to date.
    Upgraded {
        /// Where the database is.
        path: PathBuf,
        /// The format that it had.
        from: u32,
        /// The format that it has.
        to: u32,
        /// The backup of what it was, which `frontwatch restore` takes.
        kept: PathBuf,
    },
    /// The database of an earlier version was brought up to date, and could not be backed up before.
    NotBackedUp {
        /// Where the database is.
        path: PathBuf,
        /// The format that it had.
        from: u32,
        /// The format that it has.
        to: u32,
        /// Why there is no backup.
        why: Message,
    },
    /// What the database holds could not be read when the watch began, and can be now.
    Found {
        /// Where the database is.
        path: PathBuf,
    },
}

impl StoreNote {
    /// What happened and what was done.
    pub fn message(&self) -> Message {
        match self {
            Self::Damaged { path, moved_to, what, kept } => Message::new("store-moved-aside")
                .own("path", path.display())
                .own("moved", moved_to.display())
                .own("detail", what)
                .with("incidents", Arg::Number(kept.incidents as f64))
                .with("baselines", Arg::Number(kept.baselines as f64)),
            Self::Upgraded { path, from, to, kept } => Message::new("store-upgraded")
                .own("path", path.display())
                .own("from", from)
                .own("to", to)
                .own("kept", kept.display()),
            Self::NotBackedUp { path, from, to, why } => Message::new("store-not-backed-up")
                .own("path", path.display())
                .own("from", from)
                .own("to", to)
                .with("why", why.clone().into()),
            Self::Found { path } => Message::new("store-found").own("path", path.display()),
        }
    }
}

impl fmt::Display for StoreNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

/// A handle to the store. Its clones share one thread, which ends when the store is closed or the last handle is dropped.
///
/// Every operation is sent when its future is first polled, and done even if the future is dropped after that; those
/// awaited one after the other are done in that order.
#[derive(Clone)]
pub struct Store {
    jobs: mpsc::Sender<Job>,
    path: Arc<Path>,
    notes: Arc<Mutex<Vec<StoreNote>>>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the store in a data directory. For writing, the directory and the database are made where they are missing,
    /// the lock is taken, and the whole database is looked through for damage. Blocks for as long as that takes.
    pub fn open(dir: &Path, access: Access) -> Result<Opened, StoreError> {
        Self::with(open::open(dir, access)?)
    }

    /// Opens the store to write, as [`Store::open`] does; but where the disk does not let us (it is full, may only be read, or
    /// permission was lost), it is opened to be watched with all the same. What the file holds is read as long as that can be,
    /// each write fails with the disk's reason, and tries again to open it; until then nobody has written anything.
    pub fn open_to_watch(dir: &Path) -> Result<Opened, StoreError> {
        Self::with(shut::open_to_watch(dir)?)
    }

    fn with((db, notes): (Db, Vec<StoreNote>)) -> Result<Opened, StoreError> {
        let path: Arc<Path> = db.path().into();
        let later = db.notes();
        let (jobs, waiting) = mpsc::channel(WAITING_JOBS);
        std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || thread::run(db, waiting))
            .map_err(|error| StoreError::io(&path, "could not start the thread for", error))?;
        Ok(Opened { store: Self { jobs, path, notes: later }, notes })
    }

    /// Does the rest of a restore that was cut short, before anything of it is read. Nothing is done where there was none.
    pub fn settle(dir: &Path) -> Result<(), StoreError> {
        open::settle(dir)
    }

    /// Puts another store into a data directory, and a configuration into its place: what `lay_out` lays out, or nothing if it
    /// fails. The lock is held meanwhile. Returns with its answer where what was there is kept now.
    pub(crate) fn replace<T, E: From<StoreError>>(
        dir: &Path,
        configuration: &Path,
        now: Timestamp,
        lay_out: impl FnOnce(&Staging) -> Result<T, E>,
    ) -> Result<(T, Vec<PathBuf>), E> {
        private::dir(dir)?;
        let lock = lock::Lock::take(dir)?;
        if let Some(note) = swap::finish(dir)? {
            tracing::error!(%note, "the database was renewed");
        }
        let staging = Staging::new(dir, &lock)?;
        let answer = lay_out(&staging)?;
        let kept = staging.commit(configuration, BEFORE_RESTORE, now)?;
        for place in [&dir.join(DATABASE_FILE), configuration] {
            swap::forget_old(place, BEFORE_RESTORE, &kept);
        }
        Ok((answer, kept))
    }

    /// Where the database is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What a person should know of what happened since the store was opened, or since this was last asked.
    pub fn take_notes(&self) -> Vec<StoreNote> {
        std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Stores the whole batch, or nothing of it. What a person is told because of it may be told when this returns.
    pub fn commit(&self, batch: Vec<Write>) -> impl Future<Output = Result<(), StoreError>> + Send + use<> {
        self.ask(move |db| db.commit(&batch))
    }

    /// Has the next write try the disk at once, if it can't be written yet: nobody comes after this.
    pub(crate) fn try_at_once(&self) -> impl Future<Output = Result<(), StoreError>> + Send + use<> {
        self.ask(|db| {
            db.try_at_once();
            Ok(())
        })
    }

    /// Notes that the watch is alive, so that the time not watched is known after a crash.
    pub fn alive(&self, at: Timestamp) -> impl Future<Output = Result<(), StoreError>> + Send + use<> {
        self.ask(move |db| db.alive(at))
    }

    /// All that a watch needs to go on where it stopped.
    pub fn load(&self) -> impl Future<Output = Result<Loaded, StoreError>> + Send + use<> {
        self.ask(|db| db.read(read::load))
    }

    /// The versions of what is normal for a watch, newest first.
    pub fn baseline_history(
        &self,
        watch: WatchId,
    ) -> impl Future<Output = Result<Vec<BaselineVersion>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::baseline_history(conn, &watch)))
    }

    /// One version of what is normal for a watch.
    pub fn baseline(
        &self,
        watch: WatchId,
        version: u64,
    ) -> impl Future<Output = Result<Option<StoredBaseline>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::baseline(conn, &watch, version)))
    }

    /// The latest captures of a watch, newest first, at most `limit`.
    pub fn captures(
        &self,
        watch: WatchId,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<CaptureRecord>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::captures(conn, &watch, limit)))
    }

    /// The pages that were kept of an incident, oldest first, at most `limit`: the look before it, and those of the time that
    /// it lasted; where there are more, the first half and the latest.
    pub fn evidence(
        &self,
        incident: Incident,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<CaptureRecord>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| evidence::read(conn, &incident, limit)))
    }

    /// A captured body, at most 10 MiB, proved to be what its name says; absent if it is not kept (any more).
    pub fn capture(&self, digest: Digest) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::body(conn, &digest)))
    }

    /// Incidents, the latest to open first, at most `limit`; `after` is where the page before ended.
    pub fn incidents(
        &self,
        limit: u32,
        after: Option<IncidentCursor>,
    ) -> impl Future<Output = Result<Vec<Incident>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::incidents(conn, limit, after.as_ref())))
    }

    /// One incident with its history.
    pub fn incident(
        &self,
        id: IncidentId,
    ) -> impl Future<Output = Result<Option<IncidentRecord>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::incident(conn, &id)))
    }

    /// How the logos of a watch's page usually look, the latest first.
    pub fn logos(&self, watch: WatchId) -> impl Future<Output = Result<Vec<ShownPicture>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| shown::usual(conn, &watch)))
    }

    /// What the pictures of an incident show, what was before first.
    pub fn shown(
        &self,
        incident: IncidentId,
    ) -> impl Future<Output = Result<Vec<ShownPicture>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| shown::of(conn, &incident)))
    }

    /// How many alarms of the same outlet were set aside for the same reason and of the same kind, this one among them.
    pub fn dismissed_alike(
        &self,
        dismissal: Dismissal,
    ) -> impl Future<Output = Result<u64, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| dismissal::alike(conn, &dismissal)))
    }

    /// The latest notices with what became of them, newest first, at most `limit`.
    pub fn outbox(&self, limit: u32) -> impl Future<Output = Result<Vec<OutboxRow>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::outbox(conn, limit)))
    }

    /// The looks at a watch by hour, oldest first, from the hour that holds `since`.
    pub fn look_hours(
        &self,
        watch: WatchId,
        since: Timestamp,
    ) -> impl Future<Output = Result<Vec<LookHour>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::look_hours(conn, &watch, since)))
    }

    /// How long a watch took to answer in the half hours that began at `since` or later, oldest first.
    pub fn half_hours(
        &self,
        watch: WatchId,
        since: Timestamp,
    ) -> impl Future<Output = Result<Vec<HalfHour>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| halves::read(conn, &watch, since)))
    }

    /// Troubling looks that opened no incident and why, those since `since`, latest first, at most `limit`.
    pub fn held(
        &self,
        of: HeldOf,
        since: Timestamp,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<HeldRow>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| held::read(conn, &of, since, limit)))
    }

    /// The times that were not watched and ended after `since`, oldest first: from and to.
    pub fn blind(
        &self,
        since: Timestamp,
    ) -> impl Future<Output = Result<Vec<(Timestamp, Timestamp)>, StoreError>> + Send + use<> {
        self.ask(move |db| db.read(|conn| read::blind(conn, since)))
    }

    /// Lets go what is too old, and captures until the database holds at most `keep_bytes`; then gives the space back to
    /// the file system. Incidents stay. Meant to run about once an hour; captures go also between, when the database comes
    /// near as much.
    pub fn retain(
        &self,
        now: Timestamp,
        keep_bytes: u64,
    ) -> impl Future<Output = Result<Retained, StoreError>> + Send + use<> {
        self.ask(move |db| db.retain(now, keep_bytes))
    }

    /// Does what was asked before, closes the database and frees the lock. Later operations find the store closed;
    /// closing it again does nothing.
    pub async fn close(self) -> Result<(), StoreError> {
        let (closed, outcome) = oneshot::channel();
        if self.jobs.send(Job::Close(closed)).await.is_err() {
            return Ok(());
        }
        outcome.await.unwrap_or(Ok(()))
    }

    /// Has the thread do something, once there is room for it to wait.
    fn ask<T, F>(&self, work: F) -> impl Future<Output = Result<T, StoreError>> + Send + use<T, F>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        let jobs = self.jobs.clone();
        let path = Arc::clone(&self.path);
        async move {
            let closed = || StoreError::Closed { path: path.to_path_buf() };
            let (done, outcome) = oneshot::channel();
            let job = Box::new(move |db: &mut Db| {
                // Nobody need wait for the answer.
                drop(done.send(work(db)));
            });
            jobs.send(Job::Do(job)).await.map_err(|_| closed())?;
            // The thread lives on where a job has broken down.
            let broke = || StoreError::Broke { path: path.to_path_buf() };
            outcome.await.map_err(|_| if jobs.is_closed() { closed() } else { broke() })?
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontwatch_proof::proven;

    #[tokio::test]
    async fn a_job_that_breaks_down_fails_alone_and_leaves_no_half_of_itself() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap().store;
        for _ in 0..3 {
            let broken: Result<(), _> = store.ask(Db::break_down).await;
            assert_eq!(broken.unwrap_err().code(), "store.broke");
        }
        assert!(store.load().await.unwrap().last_alive.is_none(), "what it had begun to write is not there");
        store.alive(Timestamp::UNIX_EPOCH).await.unwrap();
        assert!(store.load().await.unwrap().last_alive.is_some(), "the thread lives on");
        store.clone().close().await.unwrap();
        assert_eq!(store.alive(Timestamp::UNIX_EPOCH).await.unwrap_err().code(), "store.closed");
        proven!("store", "a panic in the store's thread", "3 in the middle of a transaction", "nothing");
    }

    #[tokio::test]
    async fn a_blocked_thread_makes_callers_wait_and_loses_none() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap().store;
        let (release, gate) = std::sync::mpsc::channel::<()>();
        let blocked = tokio::spawn(store.ask(move |_| {
            gate.recv().unwrap();
            Ok(())
        }));
        let asked: Vec<_> = (1..=4 * WAITING_JOBS).map(|_| tokio::spawn(store.alive(Timestamp::UNIX_EPOCH))).collect();
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert_eq!((store.jobs.max_capacity(), store.jobs.capacity()), (WAITING_JOBS, 0));
        assert!(asked.iter().all(|one| !one.is_finished()));
        release.send(()).unwrap();
        blocked.await.unwrap().unwrap();
        for one in asked {
            one.await.unwrap().unwrap();
        }
        assert!(store.load().await.unwrap().last_alive.is_some());
    }
}
