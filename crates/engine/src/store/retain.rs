//! Retention: incidents and what was told stay, the rest is bounded. May not touch what an unresolved incident needs.
//!
//! Captures go one by one until the database is within its bound: the least telling first, and among those the oldest.
//! Never the evidence of an unresolved incident, the look before it, or the pages that a baseline could be learned from
//! anew, for as long as there is one: outlets publish without end, and a story that was let go of is forgotten.
//!
//! The bound holds all the time: what is too old goes once an hour, but captures go as soon as a batch has brought the
//! database near what it may keep. They go in small portions, for nothing else is stored meanwhile.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};

use super::error::Fault;
use super::kept::Retained;
use super::{halves, held, shown};

/// How long the hourly counts of looks are kept, and the latest look of a watch that nobody looks at any more.
const LOOKS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How long settled notices and times that were not watched are kept.
const SETTLED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How many versions of what is normal are kept for each watch.
const BASELINE_VERSIONS: i64 = 20;

/// How many of the pages that it was learned from are kept for each watch: as many as make a first baseline.
const BASELINE_CAPTURES: i64 = 3;

/// Captures that go between two measurements; so many too many may go at the most.
const STEP: usize = 8;

/// The room that is left below the bound, bytes: as much as the log holds before it is taken into the database. As much
/// again is made when captures have to go, so that they do not have to with each batch.
const ROOM: u64 = 8 * 1024 * 1024;

/// The least part of the bound that is room, where that is less.
const ROOM_OF: u64 = 16;

/// Pages given back to the file system at a time, so that the log stays short. 4 kB each.
const VACUUM_PAGES: u32 = 1000;

/// What the database may have between two rounds of retention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    /// What it may keep, bytes.
    keep: u64,
    /// From how many bytes on room is made.
    from: u64,
}

impl Bound {
    /// For a database of `size` bytes in which there was just made room, or tried to be. Where what is left may not go, it
    /// is tried again when there is something new that may.
    pub(super) fn of(keep: u64, size: u64) -> Self {
        let least = keep - room(keep);
        Self { keep, from: if size <= least { least } else { size.saturating_add(room(keep)) } }
    }

    /// Makes room if there is none, and says what is the bound from then on.
    pub(super) fn hold(self, db: &mut Connection) -> Result<Self, Fault> {
        if file_bytes(db)? <= self.from {
            return Ok(self);
        }
        make_room(db, self.keep)?;
        shrink(db)?;
        Ok(Self::of(self.keep, file_bytes(db)?))
    }

    /// The same, when nothing could be done: not with each batch again.
    pub(super) fn given_up(self) -> Self {
        Self { from: self.from.saturating_add(room(self.keep)), ..self }
    }
}

/// How much room is left below the bound.
fn room(keep: u64) -> u64 {
    (keep / ROOM_OF).min(ROOM)
}

/// Lets go what is too old or too much. `now` is the wall clock; `keep_bytes` bounds the database file.
pub(super) fn retain(db: &mut Connection, now: Timestamp, keep_bytes: u64) -> Result<Retained, Fault> {
    let before = file_bytes(db)?;
    drop_old_rows(db, now)?;
    let captures = make_room(db, keep_bytes)?;
    shrink(db)?;
    let after = file_bytes(db)?;
    Ok(Retained { captures, before, after, over: used_bytes(db)? > keep_bytes })
}

/// Lets go of captures where there is less than the room below the bound, until there is twice as much. Says how many went.
fn make_room(db: &mut Connection, keep_bytes: u64) -> Result<u64, Fault> {
    let room = room(keep_bytes);
    let mut captures = 0;
    if used_bytes(db)? <= keep_bytes - room {
        return Ok(captures);
    }
    for step in droppable(db)?.chunks(STEP) {
        let tx = db.transaction()?;
        for (id, digest) in step {
            captures += tx.prepare_cached("DELETE FROM capture WHERE id = ?")?.execute([id])? as u64;
            tx.prepare_cached(
                "DELETE FROM body WHERE digest = ?1 AND NOT EXISTS (SELECT 1 FROM capture WHERE digest = ?1)",
            )?
            .execute([digest])?;
        }
        tx.commit()?;
        if used_bytes(db)? <= keep_bytes - 2 * room {
            break;
        }
    }
    Ok(captures)
}

/// What is bounded by age or number.
fn drop_old_rows(db: &mut Connection, now: Timestamp) -> Result<(), Fault> {
    let before = |age: SignedDuration| now.saturating_sub(age).unwrap_or(Timestamp::MIN).as_millisecond();
    let tx = db.transaction()?;
    tx.execute("DELETE FROM look_hour WHERE hour < ?", [before(LOOKS)])?;
    tx.execute("DELETE FROM look_last WHERE at < ?", [before(LOOKS)])?;
    tx.execute("DELETE FROM outbox WHERE at < ? AND delivery <> 'pending'", [before(SETTLED)])?;
    held::retain(&tx, now)?;
    shown::retain(&tx)?;
    halves::retain(&tx, now)?;
    tx.execute("DELETE FROM blind WHERE ended < ?", [before(SETTLED)])?;
    tx.execute(
        "DELETE FROM baseline WHERE (watch, version) IN (
             SELECT watch, version FROM (
                 SELECT watch, version, row_number() OVER (PARTITION BY watch ORDER BY version DESC) AS nth FROM baseline
             ) WHERE nth > ?
         )",
        [BASELINE_VERSIONS],
    )?;
    tx.commit()?;
    Ok(())
}

/// The captures that may go, in the order in which they go: id and digest.
fn droppable(db: &Connection) -> Result<Vec<(i64, [u8; 32])>, Fault> {
    let mut statement = db.prepare_cached(
        "WITH
         unresolved AS (SELECT watch, opened, evidence FROM incident WHERE state <> 'resolved'),
         look_before AS (
             SELECT (
                 SELECT id FROM capture WHERE watch = unresolved.watch AND role = 'before' AND at <= unresolved.opened
                 ORDER BY at DESC, id DESC LIMIT 1
             ) AS id FROM unresolved
         ),
         learned_from AS (
             SELECT id FROM (
                 SELECT id, row_number() OVER (PARTITION BY watch ORDER BY at DESC, id DESC) AS nth
                 FROM capture WHERE role = 'baseline' AND watch IN (SELECT watch FROM baseline)
             ) WHERE nth <= ?
         )
         SELECT id, digest FROM capture
         WHERE digest NOT IN (SELECT evidence FROM unresolved WHERE evidence IS NOT NULL)
             AND id NOT IN (SELECT id FROM look_before WHERE id IS NOT NULL)
             AND id NOT IN learned_from
         ORDER BY
             CASE
                 WHEN digest IN (SELECT evidence FROM incident WHERE evidence IS NOT NULL) THEN 5
                 WHEN role = 'hourly' THEN 0
                 WHEN role = 'suspect' THEN 1
                 WHEN role = 'before' THEN 2
                 WHEN role = 'baseline' THEN 3
                 ELSE 4
             END,
             at, id",
    )?;
    let found = statement.query_map(params![BASELINE_CAPTURES], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Gives free pages back to the file system.
fn shrink(db: &Connection) -> Result<(), Fault> {
    while pragma(db, "freelist_count")? > 0 {
        // Each row of the answer is a page given back.
        let mut statement = db.prepare(&format!("PRAGMA incremental_vacuum({VACUUM_PAGES})"))?;
        let mut freed = statement.query([])?;
        while freed.next()?.is_some() {}
    }
    // The file is cut when the log is taken into it. With a reader in the way that waits for a later time.
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Bytes of the database that hold something.
fn used_bytes(db: &Connection) -> Result<u64, Fault> {
    let pages = pragma(db, "page_count")?.saturating_sub(pragma(db, "freelist_count")?);
    Ok(pages * pragma(db, "page_size")?)
}

/// Bytes of the database.
fn file_bytes(db: &Connection) -> Result<u64, Fault> {
    Ok(pragma(db, "page_count")? * pragma(db, "page_size")?)
}

fn pragma(db: &Connection, name: &str) -> Result<u64, Fault> {
    let value: i64 = db.pragma_query_value(None, name, |row| row.get(0))?;
    Ok(value.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_below_the_bound_unless_what_is_left_may_not_go() {
        const KEEP: u64 = 1600;
        assert_eq!(room(KEEP), 100);
        for (size, from) in [(0, 1500), (1400, 1500), (1450, 1500), (1500, 1500), (1501, 1601), (2000, 2100)] {
            assert_eq!(Bound::of(KEEP, size), Bound { keep: KEEP, from }, "with {size} bytes");
        }
        assert_eq!(Bound::of(u64::MAX, 0).from, u64::MAX - ROOM);
    }
}
