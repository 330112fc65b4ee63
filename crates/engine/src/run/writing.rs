//! Into the store, batch after batch in the order decided; and what is told while the store does not answer.
//!
//! **Architecture invariant:** a store that fails, or hangs, keeps no alarm from a person. What was decided waits for the store
//! for a while, is told then with a word that it is not stored, and is stored as soon as that can be.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::Loop;
use super::event::{Announcement, Event};
use crate::store::{Store, StoreError, Write};

/// How long an announcement waits for a store that does not answer, in real time, as the disk's is. A database that another
/// program has locked is given up as soon.
const PATIENCE: Duration = Duration::from_secs(5);

/// Batches that may wait for the store before looks and pages are not kept any more: a disk that hangs costs those and not
/// the memory.
const MOST_WAITING: usize = 64;

/// What is announced with a batch, until somebody announces it.
pub(super) type Awaited = Arc<Mutex<Option<Announcement>>>;

/// What waits for the store, oldest first.
#[derive(Debug, Default)]
pub(super) struct Waiting(VecDeque<(Instant, Awaited)>);

impl Waiting {
    /// One more.
    fn push(&mut self, announcement: Announcement) -> Awaited {
        let awaited = Arc::new(Mutex::new(Some(announcement)));
        self.0.push_back((Instant::now(), Arc::clone(&awaited)));
        awaited
    }

    /// Whether so much waits that the disk must hang.
    fn is_long(&self) -> bool {
        self.0.len() >= MOST_WAITING
    }

    /// Lets go of what is in the store, or is not and never will be; returns what has waited for too long.
    fn overdue(&mut self) -> Vec<Announcement> {
        let mut overdue = Vec::new();
        for (since, awaited) in &self.0 {
            if since.elapsed() < PATIENCE {
                break;
            }
            overdue.extend(take(awaited));
        }
        // The writer holds the other end until it is done.
        self.0.retain(|(_, awaited)| Arc::strong_count(awaited) > 1);
        overdue
    }
}

/// Takes the announcement, if nobody has.
fn take(awaited: &Awaited) -> Option<Announcement> {
    awaited.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Stores batch after batch in the order decided, and says so. Two at once could overtake each other: an older state of
/// an incident would be the last one stored.
pub(super) async fn write(
    store: Store,
    mut queue: mpsc::UnboundedReceiver<(Vec<Write>, Awaited)>,
    events: mpsc::Sender<Event>,
) {
    while let Some((batch, awaited)) = queue.recv().await {
        let again: Vec<Write> = batch.iter().filter(|write| write.is_tried_again()).cloned().collect();
        let result = store.commit(batch).await;
        if let Err(error) = &result {
            tracing::error!(%error, "a batch could not be stored");
        }
        let unstored = match &result {
            Ok(()) => Vec::new(),
            Err(StoreError::Refused { .. } | StoreError::Broke { .. }) => one_by_one(&store, again).await,
            Err(_) => again,
        };
        let announcement = take(&awaited).unwrap_or_default();
        drop(awaited);
        // The loop is ending when this fails; what is left in the queue is stored all the same.
        let _ = events.send(Event::Stored { announcement, unstored, result }).await;
    }
}

/// Stores by itself what was refused together: one write that is a mistake must not keep the others out for ever.
async fn one_by_one(store: &Store, batch: Vec<Write>) -> Vec<Write> {
    let mut unstored = Vec::new();
    for write in batch {
        match store.commit(vec![write.clone()]).await {
            Ok(()) => {}
            Err(error @ (StoreError::Refused { .. } | StoreError::Broke { .. })) => {
                tracing::error!(%error, what = write.kind(), "this is not stored");
            }
            Err(_) => unstored.push(write),
        }
    }
    unstored
}

impl Loop {
    /// Stores what waits, with nothing to announce.
    pub(super) fn flush(&mut self) {
        if !self.writes.is_empty() {
            self.store_and(Announcement::default());
        }
    }

    /// Stores what waits, and then announces. What a person is told of, or not, is tried again if it can't be stored.
    pub(super) fn store_and(&mut self, announcement: Announcement) {
        if self.waiting.is_long() {
            self.writes.retain(Write::is_tried_again);
        }
        let batch = std::mem::take(&mut self.writes);
        let awaited = self.waiting.push(announcement);
        // The writer has ended when this fails: it is told all the same.
        if let Err(mpsc::error::SendError((batch, awaited))) = self.batches.send((batch, awaited)) {
            let again = batch.into_iter().filter(Write::is_tried_again).collect();
            let closed = StoreError::Closed { path: self.store.path().to_owned() };
            self.stored(take(&awaited).unwrap_or_default(), again, Err(closed));
        }
    }

    /// What has waited too long for the store is told without it.
    pub(super) fn tell_overdue(&mut self) {
        for announcement in self.waiting.overdue() {
            let slow = StoreError::Slow { path: self.store.path().to_owned() };
            self.stored(announcement, Vec::new(), Err(slow));
        }
    }
}
