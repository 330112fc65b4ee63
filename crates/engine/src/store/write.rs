//! Applies a batch, within the transaction of the thread. May not read what it does not need to write.

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, IncidentId, State};
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Headers;
use frontwatch_core::standing::Pause;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, named_params, params};
use serde::Serialize;
use url::Url;

use super::error::Fault;
use super::kept::IncidentEvent;
use super::record::{CaptureRole, IncidentPicture, KeptBody, Look, SendFailure, StoredBaseline, Write};
use super::{dismissal, halves, held, shown};

/// The most that a body may be, decoded: 10 MiB, as fetching bounds it.
pub(super) const BODY_BYTES: usize = 10 * 1024 * 1024;

/// zstd's own default: a page of 190 kB takes about half a millisecond.
const ZSTD_LEVEL: i32 = 3;

pub(super) const HOUR_MS: i64 = 3_600_000;

/// Applies every write, in order.
pub(super) fn apply(tx: &Connection, batch: &[Write]) -> Result<(), Fault> {
    batch.iter().try_for_each(|write| apply_one(tx, write))
}

fn apply_one(tx: &Connection, write: &Write) -> Result<(), Fault> {
    match write {
        Write::Incident(it) => incident(tx, it),
        Write::PutOff { incident, at } => event(tx, incident, *at, IncidentEvent::PUT_OFF, None, None),
        Write::Outbox { notice, channel } => outbox(tx, notice, channel),
        Write::Delivered { notice, channel, at } => delivered(tx, notice, channel, *at),
        Write::Failed { notice, channel, failure } => failed(tx, notice, channel, failure),
        Write::Withdrawn { notice, channel, at, reason } => withdrawn(tx, notice, channel, *at, reason),
        Write::Silence { incident, at, reason } => silence(tx, incident, *at, reason),
        Write::Baseline(it) => baseline(tx, it),
        Write::Forget { watch } => forget(tx, watch),
        Write::Capture { watch, role, at, digest, body, headers, url, status } => {
            keep_body(tx, digest, body)?;
            capture(tx, watch, *role, *at, digest, (url, *status, headers))
        }
        Write::Look(it) => look(tx, it),
        Write::HalfHour { watch, half } => halves::keep(tx, watch, half),
        Write::Held(it) => held::keep(tx, it),
        Write::WatchState { watch, state } => watch_state(tx, watch, state),
        Write::Blind { from, to } => blind(tx, *from, *to),
        Write::Pause(it) => pause(tx, *it),
        Write::Dismissal(it) => dismissal::keep(tx, it),
        Write::Shown(it) => shown::keep(tx, it),
        Write::ForgetLogos { watch, but } => shown::forget(tx, watch, but),
        Write::OutletPause { outlet, pause } => outlet_pause(tx, outlet, *pause),
        Write::OutletAway { outlet, since } => outlet_away(tx, outlet, *since),
        Write::Moved { watch, to } => moved(tx, watch, to),
        Write::Renamed { from, to } => renamed(tx, from, to),
        Write::Picture(it) => picture(tx, it),
        Write::ForgetPictures(incident) => forget_pictures(tx, incident),
    }
}

fn incident(tx: &Connection, it: &Incident) -> Result<(), Fault> {
    let (state, at, resolution, by) = match &it.state {
        State::Open => ("open", it.opened, None, None),
        State::Acknowledged { at, by } => ("acknowledged", *at, None, Some(by)),
        State::Resolved { at, resolution } => ("resolved", *at, Some(word(resolution)?), None),
    };
    tx.prepare_cached(
        "INSERT INTO incident (id, watch, state, opened, evidence, data)
         VALUES (:id, :watch, :state, :opened, :evidence, :data)
         ON CONFLICT (id) DO UPDATE SET watch = excluded.watch, state = excluded.state, opened = excluded.opened,
             evidence = excluded.evidence, data = excluded.data",
    )?
    .execute(named_params! {
        ":id": it.id.as_str(),
        ":watch": it.watch.as_str(),
        ":state": state,
        ":opened": it.opened.as_millisecond(),
        ":evidence": it.evidence.as_ref().map(Digest::as_bytes),
        ":data": json(it)?,
    })?;
    let latest: Option<(String, Option<String>)> = tx
        .prepare_cached(
            "SELECT state, resolution FROM incident_event WHERE incident = ? AND state <> ? ORDER BY id DESC LIMIT 1",
        )?
        .query_row([it.id.as_str(), IncidentEvent::PUT_OFF], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if latest.is_none_or(|latest| latest.0 != state || latest.1 != resolution) {
        event(tx, &it.id, at, state, resolution.as_deref(), by.map(String::as_str))?;
    }
    Ok(())
}

fn event(
    tx: &Connection,
    incident: &IncidentId,
    at: Timestamp,
    state: &str,
    resolution: Option<&str>,
    by: Option<&str>,
) -> Result<(), Fault> {
    tx.prepare_cached("INSERT INTO incident_event (incident, at, state, resolution, by) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![incident.as_str(), at.as_millisecond(), state, resolution, by])?;
    Ok(())
}

fn outbox(tx: &Connection, notice: &Notice, channel: &str) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO outbox (notice, channel, incident, at, delivery, attempts, data)
         VALUES (?, ?, ?, ?, 'pending', 0, ?) ON CONFLICT (notice, channel) DO NOTHING",
    )?
    .execute(params![notice.id, channel, notice.incident.as_str(), notice.at.as_millisecond(), json(notice)?])?;
    Ok(())
}

fn delivered(tx: &Connection, notice: &str, channel: &str, at: Timestamp) -> Result<(), Fault> {
    let changed = tx
        .prepare_cached(
            "UPDATE outbox SET delivery = 'delivered', changed = ?, attempts = attempts + 1, next = NULL, reason = NULL
             WHERE notice = ? AND channel = ? AND delivery <> 'delivered'",
        )?
        .execute(params![at.as_millisecond(), notice, channel])?;
    known(tx, notice, channel, changed)
}

fn failed(tx: &Connection, notice: &str, channel: &str, failure: &SendFailure) -> Result<(), Fault> {
    let changed = tx
        .prepare_cached(
            "UPDATE outbox SET attempts = attempts + 1, changed = ?, next = ?, reason = ?
             WHERE notice = ? AND channel = ? AND delivery = 'pending'",
        )?
        .execute(params![
            failure.at.as_millisecond(),
            failure.next.as_millisecond(),
            json(&failure.reason)?,
            notice,
            channel
        ])?;
    known(tx, notice, channel, changed)
}

fn withdrawn(tx: &Connection, notice: &str, channel: &str, at: Timestamp, reason: &str) -> Result<(), Fault> {
    let changed = tx
        .prepare_cached(
            "UPDATE outbox SET delivery = 'withdrawn', changed = ?, next = NULL, reason = ?
             WHERE notice = ? AND channel = ? AND delivery = 'pending'",
        )?
        .execute(params![at.as_millisecond(), reason, notice, channel])?;
    known(tx, notice, channel, changed)
}

/// A notice that was not changed may have been settled before; one that is not there at all is a contradiction.
fn known(tx: &Connection, notice: &str, channel: &str, changed: usize) -> Result<(), Fault> {
    let there = changed > 0
        || tx.prepare_cached("SELECT 1 FROM outbox WHERE notice = ? AND channel = ?")?.exists([notice, channel])?;
    if there { Ok(()) } else { Err(Fault::Refused(format!("the outbox has no notice {notice} for {channel}"))) }
}

/// One row for each reason, of the latest time: a page whose reasons alternate would add one with every look, for as long as its
/// incident is open.
fn silence(tx: &Connection, incident: &IncidentId, at: Timestamp, reason: &str) -> Result<(), Fault> {
    tx.prepare_cached("DELETE FROM silence WHERE incident = ? AND reason = ?")?.execute([incident.as_str(), reason])?;
    tx.prepare_cached("INSERT INTO silence (incident, at, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")?
        .execute(params![incident.as_str(), at.as_millisecond(), reason])?;
    Ok(())
}

fn baseline(tx: &Connection, it: &StoredBaseline) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO baseline (watch, version, format, at, reason, blob) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (watch, version) DO UPDATE SET format = excluded.format, at = excluded.at,
             reason = excluded.reason, blob = excluded.blob",
    )?
    .execute(params![
        it.watch.as_str(),
        version(it.version)?,
        it.format,
        it.at.as_millisecond(),
        json(&it.reason)?,
        it.blob
    ])?;
    Ok(())
}

/// Whether anything is known of what is normal for a watch.
pub(super) fn is_learned(tx: &Connection, watch: &WatchId) -> Result<bool, Fault> {
    Ok(tx.prepare_cached("SELECT 1 FROM baseline WHERE watch = ?")?.exists([watch.as_str()])?)
}

fn forget(tx: &Connection, watch: &WatchId) -> Result<(), Fault> {
    tx.prepare_cached("DELETE FROM baseline WHERE watch = ?")?.execute([watch.as_str()])?;
    Ok(())
}

/// Keeps the body under its digest, unless it is there.
fn keep_body(tx: &Connection, digest: &Digest, body: &KeptBody) -> Result<(), Fault> {
    if tx.prepare_cached("SELECT 1 FROM body WHERE digest = ?")?.exists([digest.as_bytes()])? {
        return Ok(());
    }
    // One at a time, and packed anew for the disk, where it stays for long: while it waited, it was to be done quickly.
    let body = match body {
        KeptBody::Plain(body) => body.clone(),
        KeptBody::Packed(packed, _) => zstd::bulk::decompress(packed, BODY_BYTES)
            .map_err(|error| Fault::Refused(format!("the body {digest} could not be unpacked: {error}")))?
            .into(),
    };
    if body.len() > BODY_BYTES {
        return Err(Fault::Refused(format!("the body {digest} has {} bytes, more than {BODY_BYTES}", body.len())));
    }
    if Digest::of(&body) != *digest {
        return Err(Fault::Refused(format!("the digest {digest} is not that of its body")));
    }
    let zstd = zstd::bulk::compress(&body, ZSTD_LEVEL)
        .map_err(|error| Fault::Refused(format!("the body {digest} could not be compressed: {error}")))?;
    tx.prepare_cached("INSERT INTO body (digest, size, zstd) VALUES (?, ?, ?)")?.execute(params![
        digest.as_bytes(),
        i64::try_from(body.len()).unwrap_or(i64::MAX),
        zstd
    ])?;
    Ok(())
}

fn capture(
    tx: &Connection,
    watch: &WatchId,
    role: CaptureRole,
    at: Timestamp,
    digest: &Digest,
    (url, status, headers): (&Url, u16, &Headers),
) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO capture (watch, role, at, digest, url, status, headers) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (watch, role, at, digest) DO NOTHING",
    )?
    .execute(params![
        watch.as_str(),
        role.as_str(),
        at.as_millisecond(),
        digest.as_bytes(),
        url.as_str(),
        status,
        json(headers)?
    ])?;
    Ok(())
}

fn look(tx: &Connection, it: &Look) -> Result<(), Fault> {
    let at = it.at.as_millisecond();
    let took_ms = i64::try_from(it.took.as_millis()).unwrap_or(i64::MAX);
    tx.prepare_cached(
        "INSERT INTO look_last (watch, at, verdict, availability, digest, took_ms, there) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (watch) DO UPDATE SET at = excluded.at, verdict = excluded.verdict,
             availability = excluded.availability, digest = excluded.digest, took_ms = excluded.took_ms,
             there = excluded.there",
    )?
    .execute(params![
        it.watch.as_str(),
        at,
        word(&it.verdict)?,
        word(&it.availability)?,
        it.digest.as_ref().map(Digest::as_bytes),
        took_ms,
        it.there
    ])?;
    tx.prepare_cached(
        "INSERT INTO look_hour
             (watch, hour, learning, normal, suspect, alarm, inconclusive, took_ms, telling, there)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (watch, hour) DO UPDATE SET learning = learning + excluded.learning,
             normal = normal + excluded.normal, suspect = suspect + excluded.suspect, alarm = alarm + excluded.alarm,
             inconclusive = inconclusive + excluded.inconclusive, took_ms = took_ms + excluded.took_ms,
             telling = telling + excluded.telling, there = there + excluded.there",
    )?
    .execute(params![
        it.watch.as_str(),
        at - at.rem_euclid(HOUR_MS),
        it.verdict == Verdict::Learning,
        it.verdict == Verdict::Normal,
        it.verdict == Verdict::Suspect,
        it.verdict == Verdict::Alarm,
        it.verdict == Verdict::Inconclusive,
        took_ms,
        it.there.is_some(),
        it.there == Some(true)
    ])?;
    Ok(())
}

fn watch_state(tx: &Connection, watch: &WatchId, state: &str) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO watch_state (watch, data) VALUES (?, ?) ON CONFLICT (watch) DO UPDATE SET data = excluded.data",
    )?
    .execute([watch.as_str(), state])?;
    Ok(())
}

fn blind(tx: &Connection, from: Timestamp, to: Timestamp) -> Result<(), Fault> {
    tx.prepare_cached("INSERT INTO blind (began, ended) VALUES (?, ?) ON CONFLICT DO NOTHING")?
        .execute([from.as_millisecond(), to.as_millisecond()])?;
    Ok(())
}

fn pause(tx: &Connection, it: Option<Pause>) -> Result<(), Fault> {
    tx.prepare_cached("DELETE FROM pause")?.execute([])?;
    if let Some(Pause { since, until }) = it {
        tx.prepare_cached("INSERT INTO pause (only, since, until) VALUES (1, ?, ?)")?
            .execute(params![since.as_millisecond(), until.map(Timestamp::as_millisecond)])?;
    }
    Ok(())
}

/// What was told stays as it was told.
fn renamed(tx: &Connection, from: &str, to: &str) -> Result<(), Fault> {
    for change in [
        "UPDATE incident SET data = json_set(data, '$.outlet', ?2) WHERE json_extract(data, '$.outlet') = ?1",
        "UPDATE held SET outlet = ?2 WHERE outlet = ?1",
        "UPDATE dismissal SET outlet = ?2 WHERE outlet = ?1",
        "UPDATE incident_picture SET outlet = ?2 WHERE outlet = ?1",
    ] {
        tx.prepare_cached(change)?.execute([from, to])?;
    }
    Ok(())
}

/// As with a renaming, of one watch alone.
fn moved(tx: &Connection, watch: &WatchId, to: &str) -> Result<(), Fault> {
    for change in [
        "UPDATE incident SET data = json_set(data, '$.outlet', ?2) WHERE watch = ?1",
        "UPDATE held SET outlet = ?2 WHERE watch = ?1",
        "UPDATE dismissal SET outlet = ?2 WHERE incident IN (SELECT id FROM incident WHERE watch = ?1)",
        "UPDATE incident_picture SET outlet = ?2 WHERE incident IN (SELECT id FROM incident WHERE watch = ?1)",
    ] {
        tx.prepare_cached(change)?.execute([watch.as_str(), to])?;
    }
    Ok(())
}

fn outlet_pause(tx: &Connection, outlet: &str, it: Option<Pause>) -> Result<(), Fault> {
    tx.prepare_cached("DELETE FROM outlet_pause WHERE outlet = ?")?.execute([outlet])?;
    if let Some(Pause { since, until }) = it {
        tx.prepare_cached("INSERT INTO outlet_pause (outlet, since, until) VALUES (?, ?, ?)")?.execute(params![
            outlet,
            since.as_millisecond(),
            until.map(Timestamp::as_millisecond)
        ])?;
    }
    Ok(())
}

fn outlet_away(tx: &Connection, outlet: &str, since: Option<Timestamp>) -> Result<(), Fault> {
    tx.prepare_cached("UPDATE outlet_pause SET away = ? WHERE outlet = ?")?
        .execute(params![since.map(Timestamp::as_millisecond), outlet])?;
    Ok(())
}

/// The most pictures of incidents that are kept.
const PICTURES: u32 = 200;

fn picture(tx: &Connection, it: &IncidentPicture) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO incident_picture (incident, outlet, at, print) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )?
    .execute(params![it.incident.as_str(), it.outlet, it.at.as_millisecond(), it.print.to_bytes()])?;
    tx.prepare_cached(
        "DELETE FROM incident_picture WHERE id NOT IN (SELECT id FROM incident_picture ORDER BY id DESC LIMIT ?)",
    )?
    .execute([PICTURES])?;
    Ok(())
}

fn forget_pictures(tx: &Connection, incident: &IncidentId) -> Result<(), Fault> {
    tx.prepare_cached("DELETE FROM incident_picture WHERE incident = ?")?.execute([incident.as_str()])?;
    Ok(())
}

/// Notes that the watch is alive.
pub(super) fn alive(tx: &Connection, at: Timestamp) -> Result<(), Fault> {
    tx.prepare_cached("INSERT INTO alive (only, at) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET at = excluded.at")?
        .execute([at.as_millisecond()])?;
    Ok(())
}

/// A version number as SQLite counts.
pub(super) fn version(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Refused(format!("a baseline cannot have the version {number}")))
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Refused(error.to_string()))
}

/// The word that JSON uses for a variant, without its quotes.
fn word<T: Serialize>(variant: &T) -> Result<String, Fault> {
    Ok(json(variant)?.trim_matches('"').to_owned())
}
