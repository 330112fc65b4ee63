//! What is known of watches that are not looked at: when the loop starts, and while the configuration does not name them. Their
//! alarms take in no other. A baseline of a format that this version no longer reads is relearnt from the captures that were
//! kept of what was normal.

use std::collections::BTreeMap;

use frontwatch_core::baseline::{Baseline, Unreadable};
use frontwatch_core::detect::{Look, judge};
use frontwatch_core::extract;
use frontwatch_core::incident::{Incident, State};
use frontwatch_core::parts::Parts;
use frontwatch_core::text::words;
use frontwatch_core::watch::{WatchId, WatchKind};

use super::Loop;
use super::judging::new_version;
use crate::store::{CaptureRole, Store, StoreError, StoredBaseline};

/// What is known of a watch that is not looked at (yet).
#[derive(Debug, Default)]
pub(super) struct Rested {
    pub(super) baseline: Baseline,
    /// The unresolved, and those that recovered lately: they may come back.
    pub(super) incidents: Vec<Incident>,
}

impl Loop {
    /// What is known of a watch that is looked at from now on. What is open there is told with others again.
    pub(super) fn wake(&mut self, watch: &WatchId) -> Rested {
        let rested = self.rested.remove(watch).unwrap_or_default();
        for incident in rested.incidents.iter().filter(|it| !matches!(it.state, State::Resolved { .. })) {
            self.alerting.alerts.place(incident, &[], incident.opened);
        }
        rested
    }

    /// Nobody looks at what rests: it takes in no alarm of what is looked at.
    pub(super) fn part_from_rested(&mut self) {
        for incident in self.rested.values().flat_map(|rested| &rested.incidents) {
            self.alerting.alerts.ended(&incident.id);
        }
    }
}

pub(super) async fn restore(
    store: &Store,
    baselines: Vec<StoredBaseline>,
    unresolved: Vec<Incident>,
    recovered: Vec<Incident>,
) -> Result<BTreeMap<WatchId, Rested>, StoreError> {
    let mut rested = BTreeMap::<WatchId, Rested>::new();
    for stored in baselines {
        let baseline = match Baseline::decode(stored.format, &stored.blob) {
            Ok(baseline) => baseline,
            Err(error) => relearn(store, &stored, &error).await?,
        };
        rested.entry(stored.watch).or_default().baseline = baseline;
    }
    for incident in unresolved.into_iter().chain(recovered) {
        rested.entry(incident.watch.clone()).or_default().incidents.push(incident);
    }
    Ok(rested)
}

/// Learns again from what was captured as normal, oldest first, and stores what came of it as the latest version. What is
/// known of other things than front pages and feeds hangs on the configuration: it is learned anew by their first looks.
async fn relearn(store: &Store, stored: &StoredBaseline, why: &Unreadable) -> Result<Baseline, StoreError> {
    let watch = &stored.watch;
    let mut baseline = Baseline::default();
    let kind = if watch.is_of(WatchKind::Feed) { WatchKind::Feed } else { WatchKind::Homepage };
    let mut kept = store.captures(watch.clone(), RELEARN_FROM).await?;
    kept.retain(|_| watch.is_of(kind));
    kept.retain(|capture| matches!(capture.role, CaptureRole::Baseline | CaptureRole::Hourly));
    kept.sort_by_key(|capture| capture.at);
    // What a person had forgotten is not learned again.
    let history = store.baseline_history(watch.clone()).await?;
    let forgotten =
        history.iter().filter(|version| version.reason.id == words::FORGOTTEN).map(|version| version.at).max();
    kept.retain(|capture| forgotten.is_none_or(|at| capture.at > at));
    let count = kept.len();
    for capture in kept {
        let body = match store.capture(capture.digest).await {
            Ok(Some(body)) => body,
            Ok(None) => continue,
            Err(error) => {
                tracing::warn!(%error, %watch, "a page that was kept can't be read");
                continue;
            }
        };
        let decoded = extract::decode(&body, &capture.headers);
        let judged = judge(
            &Look {
                kind,
                expect: None,
                values: &[],
                asked: &capture.url,
                url: &capture.url,
                chain: &[],
                status: capture.status,
                headers: &capture.headers,
                text: &decoded.text,
                at: capture.at,
                ignore: &[],
                parts: Parts::default(),
            },
            &baseline,
        );
        baseline.learn(&judged, capture.at);
    }
    baseline.restored_as(stored.version + 1);
    store.commit(vec![new_version(watch, &baseline, words::version_relearned(), stored.at)]).await?;
    tracing::warn!(%watch, %why, captures = count, "what is normal was learned again from what was kept");
    Ok(baseline)
}

/// Captures that are read for relearning, newest kept: more than a baseline holds forms.
const RELEARN_FROM: u32 = 64;
