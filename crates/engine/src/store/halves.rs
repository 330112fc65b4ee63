//! How long a watch took to answer, by half hour: the chart of a day is drawn from here. Written once for each half hour, when
//! it is over, and kept for little more than a day.

use std::time::Duration;

use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};

use super::error::Fault;
use super::read::{number, rows, time};

/// A half hour of looks at a watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalfHour {
    /// When it began.
    pub half: Timestamp,
    /// How many looks were made.
    pub looks: u32,
    /// How long those took that brought the page, the one in the middle; none where none did. Kept to the millisecond.
    pub median: Option<Duration>,
}

/// How long the half hours are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(26);

/// Keeps a half hour. Where it began in an earlier run, the run with more looks says how long they took.
pub(super) fn keep(tx: &Connection, watch: &WatchId, it: &HalfHour) -> Result<(), Fault> {
    let median = it.median.map(|took| i64::try_from(took.as_millis()).unwrap_or(i64::MAX));
    tx.prepare_cached(
        "INSERT INTO look_half (watch, half, looks, median_ms) VALUES (?, ?, ?, ?)
         ON CONFLICT (watch, half) DO UPDATE SET looks = looks + excluded.looks, median_ms = CASE
             WHEN excluded.looks > looks THEN coalesce(excluded.median_ms, median_ms)
             ELSE coalesce(median_ms, excluded.median_ms) END",
    )?
    .execute(params![watch.as_str(), it.half.as_millisecond(), it.looks, median])?;
    Ok(())
}

/// The half hours of a watch that began at `since` or later, oldest first.
pub(super) fn read(db: &Connection, watch: &WatchId, since: Timestamp) -> Result<Vec<HalfHour>, Fault> {
    rows(
        db,
        "SELECT half, looks, median_ms FROM look_half WHERE watch = ? AND half >= ? ORDER BY half",
        params![watch.as_str(), since.as_millisecond()],
        |row| {
            let median: Option<i64> = row.get(2)?;
            Ok(HalfHour {
                half: time(row, 0)?,
                looks: u32::try_from(number(row, 1)?).unwrap_or(u32::MAX),
                median: median.map(|_| number(row, 2)).transpose()?.map(Duration::from_millis),
            })
        },
    )
}

/// Lets go of what is too old.
pub(super) fn retain(tx: &Connection, now: Timestamp) -> Result<(), Fault> {
    let before = now.saturating_sub(KEPT).unwrap_or(Timestamp::MIN).as_millisecond();
    tx.execute("DELETE FROM look_half WHERE half < ?", [before])?;
    Ok(())
}
