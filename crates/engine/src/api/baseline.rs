//! What was learned, seen and taken back by a person.

use std::sync::Arc;

use frontwatch_core::baseline::{Baseline, Difference, Learned, Unreadable};
use frontwatch_core::incident::track::{Change, Track};
use frontwatch_core::incident::{Cause, Incident, Resolution};
use frontwatch_core::parts::Reach;
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, words};
use frontwatch_core::watch::{Watch, WatchId};
use jiff::Timestamp;

use super::check::{Due, Judged, Looker};
use crate::run::{Purpose, is_in_question, new_version, shown_to_readers};
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
    /// What stands on the page is in question: an alarm is not over.
    #[error("an alarm of {0} is not over: what is learned now could be what an intruder put there; end it first")]
    InQuestion(WatchId),
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
            Self::InQuestion(_) => desktop::trouble(&Trouble::InQuestion),
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

/// What may be taken back of a watch with nobody watching, by the rule of the running watch: nothing while an alarm of its page
/// is not over.
async fn may_take_back(store: &Store, watches: &[&Watch]) -> Result<(), NotDone> {
    let unresolved = store.load().await?.incidents;
    let in_question = |watch: &Watch| {
        let of_readers = shown_to_readers(watch.kind, &watch.url);
        is_in_question(&unresolved, &watch.id, &of_readers)
    };
    let found = watches.iter().find(|watch| in_question(watch));
    found.map_or(Ok(()), |watch| Err(NotDone::InQuestion(watch.id.clone())))
}

/// Makes an earlier version the latest, unless an alarm of the page is not over. Nothing is deleted: what is taken back stays in
/// the history.
pub async fn roll_back(store: &Store, watch: &Watch, version: u64, now: Timestamp) -> Result<u64, NotDone> {
    may_take_back(store, &[watch]).await?;
    let watch = &watch.id;
    let newest = history(store, watch).await?.first().map_or(0, |version| version.version);
    let mut baseline = self::version(store, watch, version).await?;
    baseline.restored_as(newest + 1);
    let reason = words::version_rolled_back(version);
    store.commit(vec![new_version(watch, &baseline, reason, now)]).await?;
    Ok(newest + 1)
}

/// Forgets all that was learned of these watches, and of what readers are shown there, of all or of none: they learn anew.
/// Nothing is deleted: what was forgotten stays in the history, and can be taken back. Not while an alarm of one of them is not
/// over.
pub async fn forget(store: &Store, watches: &[Watch], now: Timestamp) -> Result<(), NotDone> {
    may_take_back(store, &watches.iter().collect::<Vec<_>>()).await?;
    let with_readers = |watch: &Watch| [vec![watch.id.clone()], shown_to_readers(watch.kind, &watch.url)].concat();
    let mut forgotten = Vec::new();
    for watch in watches.iter().flat_map(with_readers) {
        let Some(newest) = history(store, &watch).await?.first().map(|version| version.version) else { continue };
        let mut nothing = Baseline::default();
        nothing.restored_as(newest + 1);
        forgotten.push(new_version(&watch, &nothing, words::version_forgotten(), now));
        forgotten.push(Write::ForgetLogos { watch, but: Vec::new() });
    }
    Ok(store.commit(forgotten).await?)
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
    let due = Due { watch: watch.clone(), baseline: Arc::new(baseline), reach: Reach::Loopback };
    let judged = looker.look(&due, Purpose::Approval).await;
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
