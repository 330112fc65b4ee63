//! Troubling looks that opened no incident, and why: "why was I not told?" is answered from here. Bounded, as a page can make as
//! many as it likes.

use frontwatch_core::incident::step::Held;
use frontwatch_core::watch::WatchId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Params, params};

use super::error::Fault;
use super::kept::{HeldOf, HeldRow};
use super::read::{json, number, rows, time};
use super::record::HeldLook;
use super::write;

/// Looks at one watch for one reason, each no longer than this after the one before, are one row.
const SAME: SignedDuration = SignedDuration::from_hours(1);

/// The most rows of one watch; the oldest go.
const ROWS: u32 = 200;

/// How long rows are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Counts a look in its row, or begins one.
pub(super) fn keep(tx: &Connection, it: &HeldLook) -> Result<(), Fault> {
    let (watch, reason, at) = (it.watch.as_str(), it.reason.as_str(), it.at.as_millisecond());
    let what = write::json(&it.what)?;
    let within = i64::try_from(SAME.as_millis()).unwrap_or(i64::MAX);
    // Either way: a clock that was set back must not begin a row a look.
    let counted = tx
        .prepare_cached(
            "UPDATE held SET first = min(first, ?3), last = max(last, ?3), looks = looks + 1, what = ?4
             WHERE id = (SELECT id FROM held WHERE watch = ?1 AND reason = ?2 ORDER BY id DESC LIMIT 1)
                 AND abs(last - ?3) <= ?5",
        )?
        .execute(params![watch, reason, at, what, within])?;
    if counted > 0 {
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO held (watch, outlet, reason, first, last, looks, what) VALUES (?1, ?2, ?3, ?4, ?4, 1, ?5)",
    )?
    .execute(params![watch, it.outlet, reason, at, what])?;
    tx.prepare_cached(
        "DELETE FROM held WHERE watch = ?1
         AND id NOT IN (SELECT id FROM held WHERE watch = ?1 ORDER BY id DESC LIMIT ?2)",
    )?
    .execute(params![watch, ROWS])?;
    Ok(())
}

/// The rows whose last look is not before `since`, latest first.
pub(super) fn read(db: &Connection, of: &HeldOf, since: Timestamp, limit: u32) -> Result<Vec<HeldRow>, Fault> {
    let since = since.as_millisecond();
    match of {
        HeldOf::All => select(db, "last >= ?1", params![since, limit]),
        HeldOf::Outlet(name) => select(db, "last >= ?1 AND outlet = ?3", params![since, limit, name]),
        HeldOf::Watch(watch) => select(db, "last >= ?1 AND watch = ?3", params![since, limit, watch.as_str()]),
    }
}

fn select(db: &Connection, which: &str, with: impl Params) -> Result<Vec<HeldRow>, Fault> {
    let sql = format!(
        "SELECT watch, outlet, reason, first, last, looks, what FROM held WHERE {which} ORDER BY last DESC, id DESC LIMIT ?2"
    );
    rows(db, &sql, with, |row| {
        let reason: String = row.get(2)?;
        Ok(HeldRow {
            watch: WatchId::from_stored(row.get::<_, String>(0)?),
            outlet: row.get(1)?,
            reason: Held::of_stored(&reason)
                .ok_or_else(|| Fault::Damaged(format!("a held look has the unknown reason {reason:?}")))?,
            first: time(row, 3)?,
            last: time(row, 4)?,
            looks: u32::try_from(number(row, 5)?).unwrap_or(u32::MAX),
            what: json(row, 6)?,
        })
    })
}

/// Lets go of what is too old.
pub(super) fn retain(tx: &Connection, now: Timestamp) -> Result<(), Fault> {
    let before = now.saturating_sub(KEPT).unwrap_or(Timestamp::MIN).as_millisecond();
    tx.execute("DELETE FROM held WHERE last < ?", [before])?;
    Ok(())
}
