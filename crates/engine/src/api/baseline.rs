//! What was learned, seen and taken back by a person.

use std::sync::Arc;

use frontwatch_core::baseline::{Baseline, Difference, Learned, Unreadable};
use frontwatch_core::incident::track::{Change, Track};
use frontwatch_core::incident::{Cause, Incident, Resolution};
use frontwatch_core::text::{Message, words};
use frontwatch_core::watch::{Watch, WatchId};
use jiff::Timestamp;

use super::check::{Judged, Looker};
use crate::run::{Purpose, new_version};
use crate::store::{BaselineVersion, CaptureRole, Store, StoreError, Write};

/// Why a baseline was not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// Nothing was learned of this watch.
    #[error("nothing has been learned yet of {0}")]
    NothingLearned(WatchId),
    /// There is no such version.
    #[error("{watch} has no version {version}; `frontwatch baseline history` lists them")]
    NoSuchVersion {
        /// The watch.
        watch: WatchId,
        /// The version that was asked for.
        version: u64,
    },
    /// The version is of a format that this version does not read.
    #[error("{watch}: {source}; choose a later one")]
    Unreadable {
        /// The watch.
        watch: WatchId,
        /// Why.
        source: Unreadable,
    },
    /// There is no answer, or an error page or a robot check in the place of the page: nothing to approve.
    #[error("{0} gives no page that could be approved: try again when it is there")]
    NoPage(WatchId),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl NotDone {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NothingLearned(watch) => Message::new("baseline-none").own("watch", watch),
            Self::NoSuchVersion { watch, version } => {
                Message::new("baseline-no-version").own("watch", watch).own("version", version)
            }
            Self::Unreadable { watch, .. } => unreadable(watch),
            Self::NoPage(watch) => Message::new("baseline-no-page").own("watch", watch),
            Self::Store(error) => error.message(),
        }
    }
}

/// What was learned of a watch is of a format that this version does not read.
pub fn unreadable(watch: &WatchId) -> Message {
    Message::new("baseline-unreadable").own("watch", watch)
}

/// What is normal for a watch, in its latest version.
pub async fn latest(store: &Store, watch: &WatchId) -> Result<Baseline, NotDone> {
    let version = history(store, watch).await?.iter().map(|version| version.version).max();
    let version = version.ok_or_else(|| NotDone::NothingLearned(watch.clone()))?;
    self::version(store, watch, version).await
}

/// The versions that are kept, newest first.
pub async fn history(store: &Store, watch: &WatchId) -> Result<Vec<BaselineVersion>, StoreError> {
    let mut versions = store.baseline_history(watch.clone()).await?;
    versions.sort_by_key(|version| std::cmp::Reverse(version.version));
    Ok(versions)
}

/// What differs between a version and a later one, in the order that is given: the earlier first.
pub async fn compare(store: &Store, watch: &WatchId, [before, after]: [u64; 2]) -> Result<Vec<Difference>, NotDone> {
    Ok(version(store, watch, before).await?.compare(&version(store, watch, after).await?))
}

/// What was normal for a watch in one of the versions that are kept.
pub async fn version(store: &Store, watch: &WatchId, version: u64) -> Result<Baseline, NotDone> {
    let stored = store.baseline(watch.clone(), version).await?;
    let stored = stored.ok_or(NotDone::NoSuchVersion { watch: watch.clone(), version })?;
    Baseline::decode(stored.format, &stored.blob).map_err(|source| NotDone::Unreadable { watch: watch.clone(), source })
}

/// Makes an earlier version the latest. Nothing is deleted: what is taken back stays in the history.
pub async fn roll_back(store: &Store, watch: &WatchId, version: u64, now: Timestamp) -> Result<u64, NotDone> {
    let newest = history(store, watch).await?.first().map_or(0, |version| version.version);
    let mut baseline = self::version(store, watch, version).await?;
    baseline.restored_as(newest + 1);
    let reason = words::version_rolled_back(version);
    store.commit(vec![new_version(watch, &baseline, reason, now)]).await?;
    Ok(newest + 1)
}

/// Forgets all that was learned of a watch: it learns anew. Nothing is deleted: what was forgotten stays in the history, and
/// can be taken back.
pub async fn forget(store: &Store, watch: &WatchId, now: Timestamp) -> Result<(), NotDone> {
    let Some(newest) = history(store, watch).await?.first().map(|version| version.version) else { return Ok(()) };
    let mut nothing = Baseline::default();
    nothing.restored_as(newest + 1);
    Ok(store.commit(vec![new_version(watch, &nothing, words::version_forgotten(), now)]).await?)
}

/// A page that a person can approve: what was seen, and what is said of it.
#[derive(Debug)]
pub struct Proposal {
    watch: Watch,
    /// The look.
    pub judged: Judged,
}

/// Looks at what is there now, for a person to say whether it is theirs.
pub async fn propose(looker: &Looker, store: &Store, watch: Watch) -> Result<Proposal, NotDone> {
    let baseline = match latest(store, &watch.id).await {
        Ok(baseline) => baseline,
        Err(NotDone::NothingLearned(_)) => Baseline::default(),
        Err(error) => return Err(error),
    };
    let judged = looker.look(&watch, &Arc::new(baseline), Purpose::Approval).await;
    if judged.learned.is_none() {
        return Err(NotDone::NoPage(watch.id));
    }
    Ok(Proposal { watch, judged })
}

/// The page of the proposal, as it was seen then, is ours: it becomes normal, and the incident that it raised is over.
pub async fn approve(store: &Store, proposal: Proposal, now: Timestamp) -> Result<Option<Incident>, NotDone> {
    let Proposal { watch, judged } = proposal;
    let mut writes = Vec::new();
    if let (Some((baseline, Learned::Material(reason))), Some(answered)) = (judged.learned, &judged.answered) {
        writes.push(new_version(&watch.id, &baseline, reason, now));
        writes.push(answered.capture(CaptureRole::Baseline));
    }
    let kept = store.load().await?;
    let content = kept.incidents.into_iter().find(|i| i.watch == watch.id && i.cause == Cause::Content);
    let resolved = content.and_then(|incident| {
        let id = incident.id.clone();
        Track::resume(vec![incident]).resolve(&id, Resolution::Ours, now)
    });
    let resolved = resolved.as_ref().map(Change::incident).cloned();
    if let Some(incident) = &resolved {
        writes.push(Write::Incident(Box::new(incident.clone())));
        // What was not told yet need not be told any more: this was the person who would be.
        let untold = kept.outbox.into_iter().filter(|row| row.notice.incident == incident.id);
        writes.extend(untold.map(|row| Write::Withdrawn {
            notice: row.notice.id,
            channel: row.channel,
            at: now,
            reason: "approved".to_owned(),
        }));
    }
    store.commit(writes).await?;
    Ok(resolved)
}
