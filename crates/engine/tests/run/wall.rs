//! A clock that runs as fast as the test has nothing to do: tokio's paused time, with a wall clock on top that can jump.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use frontwatch_engine::ports::{Clock, Later};
use frontwatch_engine::store::Store;
use jiff::{SignedDuration, Timestamp};
use tokio::runtime::Handle;
use tokio::time::Instant;

/// When every test begins.
const BEGINNING: i64 = 1_790_000_000;

pub(crate) struct Wall {
    began: Instant,
    jumped: Mutex<SignedDuration>,
    store: Mutex<Option<Store>>,
    breaks_every: AtomicU32,
    breaks_in: AtomicU32,
    asked: AtomicU32,
}

impl Wall {
    pub(crate) fn new() -> Self {
        Self {
            began: Instant::now(),
            jumped: Mutex::default(),
            store: Mutex::default(),
            breaks_every: AtomicU32::new(0),
            breaks_in: AtomicU32::new(0),
            asked: AtomicU32::new(0),
        }
    }

    /// What the clock waits for: paused time stands still for tokio's workers, but would run away from the store's thread.
    pub(crate) fn waits_for(&self, store: Option<Store>) {
        *self.store.lock().unwrap() = store;
    }

    /// From now on one in so many times that it is asked, whoever asks breaks down; 0: never.
    pub(crate) fn breaks_every(&self, times: u32) {
        self.breaks_every.store(times, Ordering::SeqCst);
    }

    /// Whoever asks it this many times from now, counted from 1, breaks down, and nobody after that; 0: nobody.
    pub(crate) fn breaks_once(&self, place: u32) {
        self.breaks_in.store(place, Ordering::SeqCst);
    }

    /// The wall clock jumps, as over a sleep of the laptop.
    pub(crate) fn jump(&self, by: SignedDuration) {
        *self.jumped.lock().unwrap() += by;
    }
}

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        let every = self.breaks_every.load(Ordering::SeqCst);
        assert!(
            every == 0 || !self.asked.fetch_add(1, Ordering::SeqCst).is_multiple_of(every),
            "the clock breaks, as the test wants it"
        );
        let before = self.breaks_in.load(Ordering::SeqCst);
        self.breaks_in.store(before.saturating_sub(1), Ordering::SeqCst);
        assert!(before != 1, "the clock breaks, as the test wants it");
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap();
        Timestamp::from_second(BEGINNING).unwrap() + passed + *self.jumped.lock().unwrap()
    }

    fn sleep(&self, time: Duration) -> Later<()> {
        let store = self.store.lock().unwrap().clone();
        Box::pin(async move {
            if let Some(store) = store {
                // Time stands still while a worker is busy, and this one is until the store has done what was asked before.
                let asked = tokio::task::spawn_blocking(move || Handle::current().block_on(store.outbox(0)).is_ok());
                drop(asked.await);
            }
            tokio::time::sleep(time).await;
        })
    }
}
