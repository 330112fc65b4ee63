//! The incidents that are in the store before the program starts.

use std::path::Path;

use anyhow::Result;
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, Resolution, State};
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::store::{Access, Store, Write};
use frontwatch_newsroom::Outlet;
use jiff::{SignedDuration, Timestamp};

/// How many are stored in one go.
const BATCH: usize = 500;
/// One of this many is open: somebody reported it, so that no look ends it.
const OPEN_EACH: usize = 10;

/// Stores this many incidents of these outlets, one each minute until now.
pub(crate) fn incidents(data: &Path, outlets: &[Outlet], count: usize) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let store = Store::open(data, Access::Write)?.store;
    let now = Timestamp::now();
    let all = outlets.iter().cycle().take(count).enumerate();
    let writes: Vec<Write> = all
        .map(|(n, outlet)| {
            let ago = SignedDuration::from_mins(i64::try_from(count - n)?);
            Ok(Write::Incident(Box::new(incident(outlet, n % OPEN_EACH == 0, now.checked_sub(ago)?))))
        })
        .collect::<Result<_>>()?;
    runtime.block_on(async {
        for batch in writes.chunks(BATCH) {
            store.commit(batch.to_vec()).await?;
        }
        Ok(store.close().await?)
    })
}

fn incident(outlet: &Outlet, open: bool, at: Timestamp) -> Incident {
    let watch = WatchId::new(WatchKind::Homepage, &outlet.homepage);
    let cause = if open { Cause::Reported } else { Cause::Content };
    let signal = |kind: &str, message: Message, before: &str, after: &str| Signal {
        kind: kind.to_owned(),
        weight: 0.5,
        message,
        before: before.into(),
        after: after.into(),
    };
    let covered = Message::new("signal-cover-picture");
    Incident {
        id: IncidentId::new(&watch, cause, at),
        outlet: outlet.name.clone(),
        group: None,
        watch,
        kind: WatchKind::Homepage,
        url: outlet.homepage.clone(),
        cause,
        severity: Severity::Critical,
        state: if open { State::Open } else { State::Resolved { at, resolution: Resolution::Recovered } },
        summary: covered.clone(),
        signals: vec![signal("cover.picture", covered, "nothing covered the page", "an element as large as the view")],
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
        joined: None,
    }
}
