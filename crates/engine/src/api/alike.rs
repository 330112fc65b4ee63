//! Alarms alike that were set aside, one after the other: what could be done so that there is no next one. A rule is proposed,
//! never made by itself; it names a narrow part of the page, and none for what an attack needs.

use frontwatch_core::config::Config;
use frontwatch_core::extract;
use frontwatch_core::incident::dismissal::{self, ALIKE};
use frontwatch_core::text::{Message, Speech, report};
use serde::Serialize;
use ts_rs::TS;

use crate::store::{Dismissal, IncidentRecord, Store, StoreError};

/// What could be done about alarms alike that were set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Alike {
    /// What is proposed, or why nothing is.
    pub says: String,
    /// The part of the page that can be left out, as `[outlet.ignore]` names it.
    pub selector: Option<String>,
}

/// What is to be said of the alarms that are alike to this one; none before the third, nor where a person could not tell.
pub(super) async fn alike(
    store: &Store,
    record: &IncidentRecord,
    dismissed: &Dismissal,
    config: &Config,
    speech: &Speech,
) -> Result<Option<Alike>, StoreError> {
    if !dismissed.why.makes_rules() {
        return Ok(None);
    }
    let times = store.dismissed_alike(dismissed.clone()).await?;
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    if times < ALIKE {
        return Ok(None);
    }
    let (outlet, why) = (dismissed.outlet.as_str(), dismissed.why);
    let says = |message: &Message, selector| Some(Alike { says: speech.say(message), selector });
    if !dismissal::may_be_left_out(&dismissed.kind) {
        return Ok(says(&report::never_left_out(times, outlet, why), None));
    }
    let known = config.outlets.iter().find(|it| it.name == outlet);
    let Some(selector) = part(store, record).await?.filter(|_| known.is_some()) else {
        return Ok(says(&report::no_part(times, outlet, why), None));
    };
    if known.is_some_and(|it| it.ignore.contains(&selector)) {
        return Ok(says(&report::left_out(&selector), None));
    }
    Ok(says(&report::leave_out(times, outlet, why, &selector), Some(selector)))
}

/// The part of the page that was kept which holds what the weightiest signal is about.
async fn part(store: &Store, record: &IncidentRecord) -> Result<Option<String>, StoreError> {
    let Some(held) = record.incident.signals.first().map(|signal| signal.after.clone()) else { return Ok(None) };
    let Some(evidence) = record.incident.evidence else { return Ok(None) };
    let Some(body) = store.capture(evidence).await? else { return Ok(None) };
    let found = tokio::task::spawn_blocking(move || extract::holder(&String::from_utf8_lossy(&body), &held)).await;
    Ok(found.ok().flatten())
}
