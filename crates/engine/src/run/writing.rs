//! Into the store, batch after batch in the order decided; and what is told while the store does not answer.
//!
//! **Architecture invariants:**
//! - A store that fails, or hangs, keeps no alarm from a person. What was decided waits for the store for a while, is told then
//!   with a word that it is not stored, and is stored as soon as that can be.
//! - What could not be stored goes before what was decided after it: an older state of anything never comes last.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::event::{Announcement, Event};
use super::{Loop, unstored};
use crate::store::{Store, StoreError, Write};

/// How long an announcement waits for a store that does not answer, in real time, as the disk's is. A database that another
/// program has locked is given up as soon.
const PATIENCE: Duration = Duration::from_secs(5);

/// Batches that may wait for the store before looks are not kept any more, and the rest waits as what could not be stored does: a disk
/// that hangs costs those and not the memory.
const MOST_WAITING: usize = 64;

/// What goes into the store together, until it is taken there; and what is announced with it, until somebody announces it.
#[derive(Debug)]
pub(super) struct Batch {
    /// None once they are on their way.
    writes: Mutex<Option<Vec<Write>>>,
    announcement: Mutex<Option<Announcement>>,
}

impl Batch {
    fn writes(&self) -> MutexGuard<'_, Option<Vec<Write>>> {
        self.writes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the announcement, if nobody has.
    fn take_announcement(&self) -> Option<Announcement> {
        self.announcement.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What waits for the store, oldest first.
#[derive(Debug, Default)]
pub(super) struct Waiting(VecDeque<(Instant, Arc<Batch>)>);

impl Waiting {
    /// One more, to be handed to the writer; none where it has nothing to do but what waits already. Where so much waits that the
    /// disk must hang, all of it goes with the first that waits, and before what is announced of it.
    fn push(&mut self, mut writes: Vec<Write>, announcement: Announcement) -> Option<Arc<Batch>> {
        if self.is_long() && self.gather(&mut writes) && announcement.is_empty() {
            return None;
        }
        let batch = Arc::new(Batch { writes: Mutex::new(Some(writes)), announcement: Mutex::new(Some(announcement)) });
        self.0.push_back((Instant::now(), Arc::clone(&batch)));
        Some(batch)
    }

    /// Adds these to what waits, all of it in the first batch that the writer has not taken, and as much of it as may wait. Whether
    /// there is one.
    fn gather(&self, writes: &mut Vec<Write>) -> bool {
        // In their order, as the writer takes them: none of the later ones is taken before the first.
        let mut batches = self.0.iter().map(|(_, batch)| batch.writes());
        let Some((mut first, mut all)) = batches.find_map(|mut batch| batch.take().map(|all| (batch, all))) else {
            return false;
        };
        for mut batch in batches {
            all.append(batch.get_or_insert_default());
        }
        all.append(&mut unstored::tried_again(writes));
        writes.clear();
        *first = Some(unstored::bounded(all));
        true
    }

    /// Whether so much waits that the disk must hang.
    fn is_long(&self) -> bool {
        self.0.len() >= MOST_WAITING
    }

    /// Lets go of what is in the store, or is not and never will be; returns what has waited for too long.
    fn overdue(&mut self) -> Vec<Announcement> {
        let mut overdue = Vec::new();
        for (since, batch) in &self.0 {
            if since.elapsed() < PATIENCE {
                break;
            }
            overdue.extend(batch.take_announcement());
        }
        // The writer holds the other end until it is done.
        self.0.retain(|(_, batch)| Arc::strong_count(batch) > 1);
        overdue
    }
}

/// Stores batch after batch in the order decided, and says so. Two at once could overtake each other: an older state of
/// an incident would be the last one stored. So what could not be stored goes before the next batch, in one commit with it.
pub(super) async fn write(store: Store, mut queue: mpsc::UnboundedReceiver<Arc<Batch>>, events: mpsc::Sender<Event>) {
    let commit = |writes| store.commit(writes);
    let mut unstored = Vec::new();
    while let Some(batch) = queue.recv().await {
        let waited = !unstored.is_empty();
        let mut writes = std::mem::take(&mut unstored);
        writes.extend(batch.writes().take().unwrap_or_default());
        let (result, left) = if waited { in_parts(&commit, writes).await } else { together(&commit, writes).await };
        if let Err(error) = &result {
            tracing::error!(%error, "a batch could not be stored");
        }
        unstored = unstored::bounded(left);
        let announcement = batch.take_announcement().unwrap_or_default();
        drop(batch);
        // The loop is ending when this fails; what is left in the queue is stored all the same.
        let _ = events.send(Event::Stored { announcement, waits: !unstored.is_empty(), result }).await;
    }
    if unstored.is_empty() {
        return;
    }
    let tried = match store.try_at_once().await {
        Ok(()) => in_parts(&commit, unstored).await.0,
        Err(error) => Err(error),
    };
    if let Err(error) = tried {
        tracing::error!(%error, "what waited for the store to the end was not stored");
    }
}

/// How it went, and what has to be tried again.
type Tried = (Result<(), StoreError>, Vec<Write>);

/// Stores a batch in one commit. Where it has no room there, part of it may.
async fn together<F>(commit: &impl Fn(Vec<Write>) -> F, writes: Vec<Write>) -> Tried
where
    F: Future<Output = Result<(), StoreError>>,
{
    let again = unstored::tried_again(&writes);
    match commit(writes).await {
        Ok(()) => (Ok(()), Vec::new()),
        Err(StoreError::Full { .. } | StoreError::Failed { .. }) if again.iter().any(unstored::is_page) => {
            in_parts(commit, again).await
        }
        Err(error) => or_one_by_one(commit, error, again).await,
    }
}

/// Stores first what takes little room, and then page by page: what was told must not wait until there is room for all.
async fn in_parts<F>(commit: &impl Fn(Vec<Write>) -> F, writes: Vec<Write>) -> Tried
where
    F: Future<Output = Result<(), StoreError>>,
{
    let (pages, first): (Vec<_>, Vec<_>) = writes.into_iter().partition(unstored::is_page);
    let again = unstored::tried_again(&first);
    let (result, mut left) = match commit(first).await {
        Ok(()) => (Ok(()), Vec::new()),
        Err(error) => or_one_by_one(commit, error, again).await,
    };
    if !left.is_empty() {
        left.extend(pages);
        return (result, left);
    }
    let (of_pages, left) = one_by_one(commit, pages).await;
    (result.and(of_pages), left)
}

/// What was not stored for this reason is tried again later, or at once if the reason is one of its writes.
async fn or_one_by_one<F>(commit: &impl Fn(Vec<Write>) -> F, error: StoreError, again: Vec<Write>) -> Tried
where
    F: Future<Output = Result<(), StoreError>>,
{
    match &error {
        StoreError::Refused { .. } | StoreError::Broke { .. } => {
            let (_, left) = one_by_one(commit, again).await;
            (Err(error), left)
        }
        _ => (Err(error), again),
    }
}

/// Stores each by itself: one write that is a mistake must not keep the others out for ever. Where the disk does not take one, those
/// after it wait with it, or an older state of something would come last.
async fn one_by_one<F>(commit: &impl Fn(Vec<Write>) -> F, writes: Vec<Write>) -> Tried
where
    F: Future<Output = Result<(), StoreError>>,
{
    let mut writes = writes.into_iter();
    while let Some(write) = writes.next() {
        match commit(vec![write.clone()]).await {
            Ok(()) => {}
            Err(error @ (StoreError::Refused { .. } | StoreError::Broke { .. })) => {
                tracing::error!(%error, what = write.kind(), "this is not stored");
            }
            Err(error) => return (Err(error), std::iter::once(write).chain(writes).collect()),
        }
    }
    (Ok(()), Vec::new())
}

impl Loop {
    /// Stores what waits, with nothing to announce.
    pub(super) fn flush(&mut self) {
        if !self.writes.is_empty() || self.unstored && self.waiting.0.is_empty() {
            self.store_and(Announcement::default());
        }
    }

    /// Stores what waits, and then announces. What a person is told of, or not, is tried again if it can't be stored.
    pub(super) fn store_and(&mut self, announcement: Announcement) {
        let Some(batch) = self.waiting.push(std::mem::take(&mut self.writes), announcement) else { return };
        // The writer has ended when this fails: it is told all the same.
        if let Err(mpsc::error::SendError(batch)) = self.batches.send(batch) {
            let closed = StoreError::Closed { path: self.store.path().to_owned() };
            self.stored(batch.take_announcement().unwrap_or_default(), Err(closed));
        }
    }

    /// What has waited too long for the store is told without it.
    pub(super) fn tell_overdue(&mut self) {
        let overdue = self.waiting.overdue();
        if !overdue.is_empty() {
            self.announcing.extend(overdue);
            self.store_trouble(&StoreError::Slow { path: self.store.path().to_owned() });
            self.tell_announced();
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
