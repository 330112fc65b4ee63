//! A clock that runs as fast as there is nothing to do: tokio's paused time.
//!
//! Time stands still while anything is under way in the runtime or on its blocking workers, and goes on to the next moment
//! that somebody waits for as soon as nothing is. The store has a thread of its own, which tokio does not know of: whoever
//! sleeps waits for it first.

use std::sync::Mutex;
use std::time::Duration;

use frontwatch_engine::ports::{Clock, Later};
use frontwatch_engine::store::Store;
use jiff::{SignedDuration, Timestamp};
use tokio::runtime::Handle;
use tokio::time::Instant;

/// When every run begins, seconds.
const BEGINNING: i64 = 1_790_000_000;

pub(crate) struct Wall {
    began: Instant,
    store: Mutex<Option<Store>>,
}

impl Wall {
    /// Begins now, inside of a runtime whose time is paused.
    pub(crate) fn new() -> Self {
        Self { began: Instant::now(), store: Mutex::default() }
    }

    /// What whoever sleeps waits for; nothing before this and after a `None`.
    pub(crate) fn waits_for(&self, store: Option<Store>) {
        *super::locked(&self.store) = store;
    }

    /// How much of its time has passed.
    pub(crate) fn passed(&self) -> Duration {
        self.began.elapsed()
    }
}

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap_or(SignedDuration::MAX);
        Timestamp::from_second(BEGINNING).unwrap_or_default().saturating_add(passed).unwrap_or(Timestamp::MAX)
    }

    fn sleep(&self, time: Duration) -> Later<()> {
        let store = super::locked(&self.store).clone();
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
