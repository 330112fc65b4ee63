//! "Why was I not told?": looks that saw something out of the ordinary and opened no incident, and why.

use frontwatch_core::text::{Speech, words};
use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use ts_rs::TS;

use super::happening::milliseconds;
use crate::store::{HeldOf, HeldRow, Store, StoreError};

/// How far back it goes.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Looks at one watch that saw something and told nobody, all for the same reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Untold {
    /// The watch.
    pub watch: WatchId,
    /// The outlet's name.
    pub outlet: String,
    /// The first of them.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub first: Timestamp,
    /// The last of them.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub last: Timestamp,
    /// How many.
    pub looks: u32,
    /// Why nobody was told: a stable word.
    pub reason: String,
    /// What the last of them saw, and why nobody was told, in words.
    pub says: String,
}

impl Untold {
    fn of(row: HeldRow, speech: &Speech) -> Self {
        Self {
            says: speech.say(&words::untold(row.what, row.looks, row.reason)),
            watch: row.watch,
            outlet: row.outlet,
            first: row.first,
            last: row.last,
            looks: row.looks,
            reason: row.reason.as_str().to_owned(),
        }
    }
}

/// What was not told of these in the last seven days, latest first, at most `limit`.
pub async fn untold(
    store: &Store,
    of: HeldOf,
    limit: u32,
    speech: &Speech,
    now: Timestamp,
) -> Result<Vec<Untold>, StoreError> {
    let since = now.saturating_sub(WITHIN).unwrap_or(Timestamp::MIN);
    let rows = store.held(of, since, limit).await?;
    Ok(rows.into_iter().map(|row| Untold::of(row, speech)).collect())
}
