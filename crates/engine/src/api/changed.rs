//! Which parts of an outlet's pages changed lately, for a person who picks one that is to be ignored. Told from what was
//! captured of its front pages; never from a page that was an alarm: nobody is offered to overlook what an intruder placed.

use frontwatch_core::extract::changed::{ChangedPart, changed_parts, without_repeats};
use frontwatch_core::extract::decode;
use frontwatch_core::observation::Headers;
use frontwatch_core::text::inert;
use frontwatch_core::watch::{WatchId, WatchKind};
use serde::Serialize;
use ts_rs::TS;

use super::outlet::NotKnown;
use crate::hands;
use crate::run::Handle;
use crate::store::{CaptureRecord, CaptureRole, Store, StoreError};

/// The latest captures of a page that are looked through.
const CAPTURES: u32 = 40;
/// How many pages are compared, each with the one before it.
const COMPARED: usize = 4;
/// The longest quotation of a part, in characters.
const QUOTE: usize = 80;

/// A part of an outlet's pages that changed lately and can be ignored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct PartView {
    /// What names it, as a CSS selector.
    pub selector: String,
    /// Its text before, inert and cut.
    pub before: String,
    /// Its text after that, inert and cut.
    pub after: String,
}

/// The parts of an outlet's front pages that changed lately and are not ignored yet.
pub async fn changed(outlet: String, handle: &Handle, store: &Store) -> Result<Vec<PartView>, NotKnown> {
    let known = handle.outlet(outlet).await?;
    let pages = known.watches.iter().filter(|watch| watch.kind == WatchKind::Homepage);
    let mut changed = Vec::new();
    for id in pages.map(|watch| watch.view.id.clone()).collect::<Vec<_>>() {
        let bodies = bodies(store, id).await?;
        let ignore = known.outlet.ignore.clone();
        // Pages are large: they are read away from whoever else asks.
        let compared = hands::done(move || compare(&bodies, &ignore)).await;
        changed.extend(compared.unwrap_or_default());
    }
    let view = |part: ChangedPart| PartView {
        before: inert(&part.before, QUOTE),
        after: inert(&part.after, QUOTE),
        selector: part.selector,
    };
    Ok(without_repeats(changed).into_iter().map(view).collect())
}

/// The latest pages that were no alarm, each another than the next, latest first.
async fn bodies(store: &Store, watch: WatchId) -> Result<Vec<(Vec<u8>, Headers)>, StoreError> {
    let mut captures = store.captures(watch, CAPTURES).await?;
    captures.retain(|capture| matches!(capture.role, CaptureRole::Hourly | CaptureRole::Baseline));
    captures.dedup_by_key(|capture| capture.digest);
    let mut bodies = Vec::new();
    for CaptureRecord { digest, headers, .. } in captures.into_iter().take(COMPARED) {
        bodies.extend(store.capture(digest).await?.map(|body| (body, headers)));
    }
    Ok(bodies)
}

fn compare(bodies: &[(Vec<u8>, Headers)], ignore: &[String]) -> Vec<ChangedPart> {
    let texts: Vec<_> = bodies.iter().map(|(body, headers)| decode(body, headers).text).collect();
    texts.windows(2).flat_map(|pair| changed_parts(&pair[1], &pair[0], ignore)).collect()
}
