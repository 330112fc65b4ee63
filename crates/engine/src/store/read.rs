//! Reads rows back into what was written. May not write; a row that cannot be read is damage, and is said to be.

use std::time::Duration;

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::notify::Reason;
use frontwatch_core::parts::Print;
use frontwatch_core::standing::Pause;
use frontwatch_core::text::errors;
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::de::DeserializeOwned;

use super::dismissal;
use super::error::Fault;
use super::kept::{
    BaselineVersion, CaptureRecord, IncidentCursor, IncidentEvent, IncidentRecord, Loaded, LookHour, OutboxRow,
};
use super::record::{CaptureRole, Delivery, IncidentPicture, Look, SendFailure, StoredBaseline};
use super::write::{self, BODY_BYTES};

/// How many incidents that recovered are read: they come back within minutes, or are others.
const RECOVERED: u32 = 200;

/// All that a watch needs to go on.
pub(super) fn load(db: &Connection) -> Result<Loaded, Fault> {
    // One transaction: a reader beside a watch sees one moment, not several.
    let tx = db.unchecked_transaction()?;
    let loaded = Loaded {
        baselines: rows(
            &tx,
            "SELECT watch, version, format, blob, at, reason FROM baseline AS b
             WHERE version = (SELECT max(version) FROM baseline WHERE watch = b.watch) ORDER BY watch",
            [],
            stored_baseline,
        )?,
        incidents: rows(&tx, "SELECT data FROM incident WHERE state <> 'resolved' ORDER BY opened, id", [], |row| {
            json(row, 0)
        })?,
        recovered: rows(
            &tx,
            "SELECT data FROM (
                 SELECT max(event.at) AS over, data FROM incident_event AS event JOIN incident ON incident.id = event.incident
                 WHERE event.state = 'resolved' AND incident.state = 'resolved' AND event.resolution = 'recovered'
                 GROUP BY event.incident ORDER BY over DESC LIMIT ?
             ) ORDER BY over",
            [RECOVERED],
            |row| json(row, 0),
        )?,
        outbox: rows(
            &tx,
            "SELECT data, channel, attempts, delivery, changed, next, reason FROM outbox
             WHERE delivery = 'pending' ORDER BY at, notice, channel",
            [],
            outbox_row,
        )?,
        states: rows(&tx, "SELECT watch, data FROM watch_state ORDER BY watch", [], |row| {
            Ok((watch(row, 0)?, row.get(1)?))
        })?,
        looks: rows(
            &tx,
            "SELECT watch, at, verdict, availability, digest, took_ms, there FROM look_last ORDER BY watch",
            [],
            look,
        )?,
        last_alive: rows(&tx, "SELECT at FROM alive", [], |row| time(row, 0))?.pop(),
        pause: rows(&tx, "SELECT since, until FROM pause", [], |row| pause(row, 0))?.pop(),
        outlet_pauses: rows(&tx, "SELECT outlet, since, until FROM outlet_pause ORDER BY outlet", [], |row| {
            Ok((row.get(0)?, pause(row, 1)?))
        })?,
        outlets_away: rows(&tx, "SELECT outlet, away FROM outlet_pause WHERE away IS NOT NULL", [], |row| {
            Ok((row.get(0)?, time(row, 1)?))
        })?,
        held_back: rows(
            &tx,
            "SELECT id FROM incident WHERE state <> 'resolved' AND EXISTS (
                 SELECT 1 FROM silence WHERE silence.incident = incident.id AND reason IN (?, ?)
                 AND NOT EXISTS (
                     SELECT 1 FROM outbox WHERE outbox.incident = silence.incident AND outbox.at >= silence.at)
                 AND NOT EXISTS (
                     SELECT 1 FROM incident_event AS event WHERE event.incident = silence.incident
                     AND event.state IN ('acknowledged', 'put-off') AND event.at >= silence.at))
             ORDER BY opened, id",
            [Reason::PAUSED, Reason::OUTLET_PAUSED],
            |row| Ok(IncidentId::from_stored(row.get::<_, String>(0)?)),
        )?,
        told: rows(
            &tx,
            "SELECT outbox.data FROM outbox JOIN incident ON incident.id = outbox.incident
             WHERE incident.state <> 'resolved' AND channel = 'desktop' ORDER BY outbox.at, notice",
            [],
            |row| json(row, 0),
        )?,
        overnight: rows(
            &tx,
            "SELECT data FROM incident WHERE id IN (SELECT incident FROM silence WHERE reason = ?1)
             AND NOT EXISTS (
                 SELECT 1 FROM outbox WHERE outbox.at >= (
                     SELECT max(at) FROM silence WHERE silence.incident = incident.id AND reason = ?1)
                 AND (outbox.incident = incident.id OR notice LIKE 'morning/%'))
             AND NOT EXISTS (
                 SELECT 1 FROM incident_event AS event WHERE event.incident = incident.id
                 AND (event.state = 'acknowledged' OR event.resolution IN ('ours', 'dismissed')
                     OR (event.state = 'put-off' AND event.at >= (
                         SELECT max(at) FROM silence WHERE silence.incident = incident.id AND reason = ?1))))
             ORDER BY opened, id",
            [Reason::QUIET_HOURS],
            |row| json(row, 0),
        )?,
        pictures: rows(&tx, "SELECT incident, outlet, at, print FROM incident_picture ORDER BY id", [], |row| {
            let print = Print::from_bytes(&row.get::<_, Vec<u8>>(3)?);
            Ok(IncidentPicture {
                incident: IncidentId::from_stored(row.get::<_, String>(0)?),
                outlet: row.get(1)?,
                at: time(row, 2)?,
                print: print.ok_or_else(|| Fault::Damaged("a fingerprint is not 32 bytes".to_owned()))?,
            })
        })?,
    };
    tx.finish()?;
    Ok(loaded)
}

/// The versions of what is normal for a watch, newest first.
pub(super) fn baseline_history(db: &Connection, watch: &WatchId) -> Result<Vec<BaselineVersion>, Fault> {
    rows(
        db,
        "SELECT version, format, length(blob), at, reason FROM baseline WHERE watch = ? ORDER BY version DESC",
        [watch.as_str()],
        |row| {
            Ok(BaselineVersion {
                version: number(row, 0)?,
                format: row.get(1)?,
                bytes: number(row, 2)?,
                at: time(row, 3)?,
                reason: json(row, 4)?,
            })
        },
    )
}

/// One version of what is normal for a watch.
pub(super) fn baseline(db: &Connection, watch: &WatchId, version: u64) -> Result<Option<StoredBaseline>, Fault> {
    let found = rows(
        db,
        "SELECT watch, version, format, blob, at, reason FROM baseline WHERE watch = ? AND version = ?",
        params![watch.as_str(), write::version(version)?],
        stored_baseline,
    );
    Ok(found?.pop())
}

/// The captures of a watch, newest first.
pub(super) fn captures(db: &Connection, watch: &WatchId, limit: u32) -> Result<Vec<CaptureRecord>, Fault> {
    rows(
        db,
        "SELECT role, at, capture.digest, size, headers, url, status FROM capture JOIN body USING (digest)
         WHERE watch = ? ORDER BY at DESC, id DESC LIMIT ?",
        params![watch.as_str(), limit],
        capture,
    )
}

/// A capture, of the columns that [`captures`] asks for.
pub(super) fn capture(row: &Row<'_>) -> Result<CaptureRecord, Fault> {
    let role: String = row.get(0)?;
    Ok(CaptureRecord {
        role: CaptureRole::ALL
            .into_iter()
            .find(|known| known.as_str() == role)
            .ok_or_else(|| Fault::Damaged(format!("a capture has the unknown role {role:?}")))?,
        at: time(row, 1)?,
        digest: Digest::from_bytes(row.get(2)?),
        bytes: number(row, 3)?,
        headers: json(row, 4)?,
        url: row
            .get::<_, String>(5)?
            .parse()
            .map_err(|error| Fault::Damaged(format!("a capture has an address that is none: {error}")))?,
        status: row.get(6)?,
    })
}

/// A captured body, proved to be what its name says.
pub(super) fn body(db: &Connection, digest: &Digest) -> Result<Option<Vec<u8>>, Fault> {
    let zstd: Option<Vec<u8>> = db
        .prepare_cached("SELECT zstd FROM body WHERE digest = ?")?
        .query_row([digest.as_bytes()], |row| row.get(0))
        .optional()?;
    let Some(zstd) = zstd else { return Ok(None) };
    let body = zstd::bulk::decompress(&zstd, BODY_BYTES)
        .map_err(|error| Fault::Damaged(format!("the capture {digest} does not decompress: {error}")))?;
    if Digest::of(&body) != *digest {
        return Err(Fault::Damaged(format!("the capture {digest} is not what was captured")));
    }
    Ok(Some(body))
}

/// Incidents, newest first, from where a page ended.
pub(super) fn incidents(db: &Connection, limit: u32, after: Option<&IncidentCursor>) -> Result<Vec<Incident>, Fault> {
    let (opened, id) = after.map_or((i64::MAX, ""), |cursor| (cursor.opened.as_millisecond(), cursor.id.as_str()));
    rows(
        db,
        "SELECT data FROM incident WHERE (opened, id) < (?, ?) ORDER BY opened DESC, id DESC LIMIT ?",
        params![opened, id, limit],
        |row| json(row, 0),
    )
}

/// One incident with its history.
pub(super) fn incident(db: &Connection, id: &IncidentId) -> Result<Option<IncidentRecord>, Fault> {
    let tx = db.unchecked_transaction()?;
    let found: Option<Incident> =
        rows(&tx, "SELECT data FROM incident WHERE id = ?", [id.as_str()], |row| json(row, 0))?.pop();
    let Some(incident) = found else {
        return Ok(None);
    };
    let history = rows(
        &tx,
        "SELECT at, state, resolution, by FROM incident_event WHERE incident = ? ORDER BY id",
        [id.as_str()],
        |row| {
            let resolution: Option<String> = row.get(2)?;
            Ok(IncidentEvent {
                at: time(row, 0)?,
                state: row.get(1)?,
                resolution: resolution.map(|text| variant(&text)).transpose()?,
                by: row.get(3)?,
            })
        },
    )?;
    let silences =
        rows(&tx, "SELECT at, reason FROM silence WHERE incident = ? ORDER BY at, id", [id.as_str()], |row| {
            Ok((time(row, 0)?, row.get(1)?))
        })?;
    let lead = incident.alert.as_ref().unwrap_or(&incident.id);
    let notices = rows(
        &tx,
        "SELECT data, channel, attempts, delivery, changed, next, reason FROM outbox
         WHERE incident = ?1 OR data ->> '$.key' = ?2 ORDER BY at, notice, channel",
        [id.as_str(), lead.as_str()],
        outbox_row,
    )?;
    let dismissed = dismissal::of(&tx, id)?;
    tx.finish()?;
    Ok(Some(IncidentRecord { incident, history, silences, notices, dismissed }))
}

/// The outbox, newest first.
pub(super) fn outbox(db: &Connection, limit: u32) -> Result<Vec<OutboxRow>, Fault> {
    rows(
        db,
        "SELECT data, channel, attempts, delivery, changed, next, reason FROM outbox
         ORDER BY at DESC, notice DESC, channel DESC LIMIT ?",
        [limit],
        outbox_row,
    )
}

/// The looks at a watch by hour, oldest first, since the hour that holds this moment.
pub(super) fn look_hours(db: &Connection, watch: &WatchId, since: Timestamp) -> Result<Vec<LookHour>, Fault> {
    rows(
        db,
        "SELECT hour, learning, normal, suspect, alarm, inconclusive, took_ms, telling, there FROM look_hour
         WHERE watch = ? AND hour > ? ORDER BY hour",
        params![watch.as_str(), since.as_millisecond() - write::HOUR_MS],
        |row| {
            Ok(LookHour {
                hour: time(row, 0)?,
                learning: row.get(1)?,
                normal: row.get(2)?,
                suspect: row.get(3)?,
                alarm: row.get(4)?,
                inconclusive: row.get(5)?,
                took: Duration::from_millis(number(row, 6)?),
                telling: row.get(7)?,
                there: row.get(8)?,
            })
        },
    )
}

/// The times that were not watched and ended after this moment, oldest first.
pub(super) fn blind(db: &Connection, since: Timestamp) -> Result<Vec<(Timestamp, Timestamp)>, Fault> {
    rows(db, "SELECT began, ended FROM blind WHERE ended > ? ORDER BY began", [since.as_millisecond()], |row| {
        Ok((time(row, 0)?, time(row, 1)?))
    })
}

fn stored_baseline(row: &Row<'_>) -> Result<StoredBaseline, Fault> {
    Ok(StoredBaseline {
        watch: watch(row, 0)?,
        version: number(row, 1)?,
        format: row.get(2)?,
        blob: row.get(3)?,
        at: time(row, 4)?,
        reason: json(row, 5)?,
    })
}

fn outbox_row(row: &Row<'_>) -> Result<OutboxRow, Fault> {
    let delivery: String = row.get(3)?;
    let reason: Option<String> = row.get(6)?;
    Ok(OutboxRow {
        notice: json(row, 0)?,
        channel: row.get(1)?,
        attempts: row.get(2)?,
        delivery: match delivery.as_str() {
            "delivered" => Delivery::Delivered { at: time(row, 4)? },
            "withdrawn" => Delivery::Withdrawn { at: time(row, 4)?, reason: reason.unwrap_or_default() },
            _ => Delivery::Pending {
                failure: match reason {
                    Some(reason) => {
                        // Before it was a message, it was stored as it was said.
                        let reason = serde_json::from_str(&reason).unwrap_or_else(|_| errors::as_said(&reason));
                        Some(SendFailure { at: time(row, 4)?, reason, next: time(row, 5)? })
                    }
                    None => None,
                },
            },
        },
    })
}

fn look(row: &Row<'_>) -> Result<Look, Fault> {
    Ok(Look {
        watch: watch(row, 0)?,
        at: time(row, 1)?,
        verdict: variant(&row.get::<_, String>(2)?)?,
        availability: variant(&row.get::<_, String>(3)?)?,
        digest: row.get::<_, Option<[u8; 32]>>(4)?.map(Digest::from_bytes),
        took: Duration::from_millis(number(row, 5)?),
        there: row.get(6)?,
    })
}

/// Every row of a query, read by `read`.
pub(super) fn rows<T>(
    db: &Connection,
    sql: &str,
    with: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let mut statement = db.prepare_cached(sql)?;
    let mut found = statement.query(with)?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        all.push(read(row)?);
    }
    Ok(all)
}

fn pause(row: &Row<'_>, column: usize) -> Result<Pause, Fault> {
    let until: Option<i64> = row.get(column + 1)?;
    Ok(Pause { since: time(row, column)?, until: until.map(moment).transpose()? })
}

fn watch(row: &Row<'_>, column: usize) -> Result<WatchId, Fault> {
    Ok(WatchId::from_stored(row.get::<_, String>(column)?))
}

pub(super) fn time(row: &Row<'_>, column: usize) -> Result<Timestamp, Fault> {
    moment(row.get(column)?)
}

fn moment(ms: i64) -> Result<Timestamp, Fault> {
    Timestamp::from_millisecond(ms).map_err(|_| Fault::Damaged(format!("{ms} is no time")))
}

/// A count; never negative, unless the row is damaged.
pub(super) fn number(row: &Row<'_>, column: usize) -> Result<u64, Fault> {
    let stored: i64 = row.get(column)?;
    u64::try_from(stored).map_err(|_| Fault::Damaged(format!("{stored} is no count")))
}

pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T, Fault> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| Fault::Damaged(format!("a row cannot be read: {error}")))
}

/// The variant that JSON calls by this word.
fn variant<T: DeserializeOwned>(word: &str) -> Result<T, Fault> {
    serde_json::from_value(serde_json::Value::from(word))
        .map_err(|error| Fault::Damaged(format!("a row cannot be read: {error}")))
}
