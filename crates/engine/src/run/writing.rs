//! Into the store, batch after batch in the order decided; and what is told while the store does not answer.
//!
//! **Architecture invariants:**
//! - A store that fails, or hangs, keeps no alarm from a person. What was decided waits for the store for a while, is told then
//!   with a word that it is not stored, and is stored as soon as that can be.
//! - What could not be stored goes before what was decided after it: an older state of anything never comes last.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use frontwatch_core::watch::WatchId;
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

/// What goes into the store together, until it is taken there; and what is announced with it, until somebody announces it.
#[derive(Debug)]
pub(super) struct Batch {
    writes: Mutex<Vec<Write>>,
    announcement: Mutex<Option<Announcement>>,
}

impl Batch {
    fn take_writes(&self) -> Vec<Write> {
        std::mem::take(&mut *self.writes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes the announcement, if nobody has.
    fn take_announcement(&self) -> Option<Announcement> {
        self.announcement.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Lets go of what is normal for these watches: a later version waits.
    fn forget_versions(&self, of: &BTreeSet<WatchId>) {
        let mut writes = self.writes.lock().unwrap_or_else(PoisonError::into_inner);
        writes.retain(|write| !matches!(write, Write::Baseline(version) if of.contains(&version.watch)));
    }
}

/// What waits for the store, oldest first.
#[derive(Debug, Default)]
pub(super) struct Waiting(VecDeque<(Instant, Arc<Batch>)>);

impl Waiting {
    /// One more. Where so much waits that the disk must hang, what may be lost is, and of what is normal for a watch the latest
    /// version is kept.
    fn push(&mut self, mut writes: Vec<Write>, announcement: Announcement) -> Arc<Batch> {
        if self.is_long() {
            writes.retain(Write::is_tried_again);
            keep_latest_versions(&mut writes);
            let newer = |write: &Write| match write {
                Write::Baseline(version) => Some(version.watch.clone()),
                _ => None,
            };
            let newer: BTreeSet<WatchId> = writes.iter().filter_map(newer).collect();
            if !newer.is_empty() {
                self.0.iter().for_each(|(_, batch)| batch.forget_versions(&newer));
            }
        }
        let batch = Arc::new(Batch { writes: Mutex::new(writes), announcement: Mutex::new(Some(announcement)) });
        self.0.push_back((Instant::now(), Arc::clone(&batch)));
        batch
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
    let mut unstored = Vec::new();
    while let Some(batch) = queue.recv().await {
        let mut writes = std::mem::take(&mut unstored);
        writes.extend(batch.take_writes());
        let again: Vec<Write> = writes.iter().filter(|write| write.is_tried_again()).cloned().collect();
        let result = store.commit(writes).await;
        if let Err(error) = &result {
            tracing::error!(%error, "a batch could not be stored");
        }
        unstored = match &result {
            Ok(()) => Vec::new(),
            Err(StoreError::Refused { .. } | StoreError::Broke { .. }) => one_by_one(&store, again).await,
            Err(_) => again,
        };
        keep_latest_versions(&mut unstored);
        let announcement = batch.take_announcement().unwrap_or_default();
        drop(batch);
        // The loop is ending when this fails; what is left in the queue is stored all the same.
        let _ = events.send(Event::Stored { announcement, waits: !unstored.is_empty(), result }).await;
    }
    if unstored.is_empty() {
        return;
    }
    if let Err(error) = store.commit_last(unstored).await {
        tracing::error!(%error, "what waited for the store to the end was not stored");
    }
}

/// Of what is normal for a watch only the latest version waits for a store that fails.
fn keep_latest_versions(writes: &mut Vec<Write>) {
    let mut latest = BTreeSet::new();
    let mut keep: Vec<bool> = writes
        .iter()
        .rev()
        .map(|write| match write {
            Write::Baseline(version) => latest.insert(version.watch.clone()),
            _ => true,
        })
        .collect();
    writes.retain(|_| keep.pop().unwrap_or(true));
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
        if !self.writes.is_empty() || self.unstored && self.waiting.0.is_empty() {
            self.store_and(Announcement::default());
        }
    }

    /// Stores what waits, and then announces. What a person is told of, or not, is tried again if it can't be stored.
    pub(super) fn store_and(&mut self, announcement: Announcement) {
        let batch = self.waiting.push(std::mem::take(&mut self.writes), announcement);
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
mod tests {
    use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, State};
    use frontwatch_core::text::Message;
    use frontwatch_core::verdict::{Availability, Severity};
    use frontwatch_core::watch::WatchKind;
    use jiff::Timestamp;
    use rusqlite::Connection;

    use super::*;
    use crate::store::{Access, DATABASE_FILE, StoredBaseline};

    fn incident(state: State) -> Write {
        let (url, at) = ("https://paper.example/".parse().unwrap(), Timestamp::UNIX_EPOCH);
        let watch = WatchId::new(WatchKind::Homepage, &url);
        Write::Incident(Box::new(Incident {
            id: IncidentId::new(&watch, Cause::Content, at),
            outlet: "Paper".to_owned(),
            group: None,
            watch,
            kind: WatchKind::Homepage,
            url,
            cause: Cause::Content,
            severity: Severity::Critical,
            state,
            summary: Message::new("x"),
            signals: Vec::new(),
            last_good: None,
            began: at,
            opened: at,
            last_seen: at,
            seen: 2,
            availability: Availability::Up,
            others_answer: true,
            evidence: None,
            alert: None,
            campaign: None,
            snoozed: None,
            grounds: Grounds::Confirmed,
            flaps: 0,
            reopened: 0,
            hidden: None,
            hidings: 0,
        }))
    }

    #[tokio::test]
    async fn what_could_not_be_stored_goes_before_what_was_decided_after_it() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap().store;
        let (batches, queue) = mpsc::unbounded_channel();
        let (events, mut inbox) = mpsc::channel(8);
        let writer = tokio::spawn(write(store.clone(), queue, events));
        let mut waiting = Waiting::default();
        let mut decide = |state| batches.send(waiting.push(vec![incident(state)], Announcement::default())).unwrap();
        let other = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        decide(State::Open);
        decide(State::Acknowledged { at: Timestamp::UNIX_EPOCH, by: "nino".to_owned() });
        let first = inbox.recv().await.unwrap();
        assert!(matches!(first, Event::Stored { waits: true, result: Err(StoreError::Busy { .. }), .. }), "{first:?}");
        other.execute_batch("ROLLBACK").unwrap();
        let second = inbox.recv().await.unwrap();
        assert!(matches!(second, Event::Stored { waits: false, result: Ok(()), .. }), "{second:?}");
        drop(batches);
        writer.await.unwrap();
        let kept = store.incidents(9, None).await.unwrap();
        assert!(matches!(kept[0].state, State::Acknowledged { .. }), "{kept:?}");
        let history = store.incident(kept[0].id.clone()).await.unwrap().unwrap().history;
        assert_eq!(history.iter().map(|event| event.state.as_str()).collect::<Vec<_>>(), ["open", "acknowledged"]);
        frontwatch_proof::proven!(
            "store",
            "a database locked while an incident changes twice",
            "once: the first state could not be stored, and the second could; the later one counts",
            "nothing"
        );
    }

    #[tokio::test]
    async fn at_the_end_it_is_tried_once_more() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Access::Write).unwrap().store;
        let (batches, queue) = mpsc::unbounded_channel();
        let (events, mut inbox) = mpsc::channel(8);
        let writer = tokio::spawn(write(store.clone(), queue, events));
        let other = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        batches.send(Waiting::default().push(vec![incident(State::Open)], Announcement::default())).unwrap();
        assert!(matches!(inbox.recv().await, Some(Event::Stored { waits: true, .. })));
        other.execute_batch("ROLLBACK").unwrap();
        drop(batches);
        writer.await.unwrap();
        assert_eq!(store.incidents(9, None).await.unwrap().len(), 1);
    }

    fn version(watch: &str, version: u64) -> Write {
        Write::Baseline(Box::new(StoredBaseline {
            watch: WatchId::from_stored(watch),
            version,
            format: 1,
            blob: vec![0; 1000],
            at: Timestamp::UNIX_EPOCH,
            reason: Message::new("x"),
        }))
    }

    #[test]
    fn while_the_disk_hangs_the_latest_version_of_each_watch_waits_and_no_page() {
        const VERSIONS: u64 = 2_000;
        let mut waiting = Waiting::default();
        // The writer has taken the first batch, and does not come back.
        let held: Vec<Arc<Batch>> = (0..VERSIONS)
            .map(|n| {
                let names = ["a", "b", "c"].map(|watch| version(watch, n));
                let blind = Write::Blind { from: Timestamp::UNIX_EPOCH, to: Timestamp::UNIX_EPOCH };
                let look = Write::WatchState { watch: WatchId::from_stored("a"), state: String::new() };
                waiting.push(names.into_iter().chain([blind, look]).collect(), Announcement::default())
            })
            .collect();
        let all: Vec<Write> = held.iter().flat_map(|batch| batch.take_writes()).collect();
        let of = |kind: &str| all.iter().filter(|write| write.kind() == kind).count();
        let newest = |watch: &str| {
            let version = |write: &Write| match write {
                Write::Baseline(it) if it.watch == WatchId::from_stored(watch) => Some(it.version),
                _ => None,
            };
            all.iter().filter_map(version).collect::<Vec<_>>()
        };
        assert_eq!(["a", "b", "c"].map(newest), [[VERSIONS - 1]; 3]);
        assert_eq!(of("state of a watch"), MOST_WAITING, "of the time before it was seen to hang");
        assert_eq!(of("blind time") as u64, VERSIONS, "what is tried again waits, all of it");
        frontwatch_proof::proven!(
            "store",
            "a disk that hangs while pages change",
            format!("{VERSIONS} versions of what is normal for each of 3 watches: the latest of each waits"),
            "earlier versions, and looks of that time"
        );
    }
}
