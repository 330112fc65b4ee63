//! The pages that were kept of an incident: the look before it, and every capture of its watch while it lasted. Reads only.

use frontwatch_core::incident::{Incident, State};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::error::Fault;
use super::kept::CaptureRecord;
use super::read::{self, rows};

/// The captures of an incident, oldest first: where there are more than `limit`, the first half, the latest, and in any case the one
/// that the alarm was raised for. That is another watch's only where the incident's own has no such capture: where it speaks for its
/// outlet's stories.
pub(super) fn read(db: &Connection, incident: &Incident, limit: u32) -> Result<Vec<CaptureRecord>, Fault> {
    let over = match &incident.state {
        State::Resolved { at, .. } => *at,
        State::Open | State::Acknowledged { .. } => Timestamp::MAX,
    };
    let began = incident.began.as_millisecond();
    let evidence = incident.evidence.as_ref().map(frontwatch_core::digest::Digest::as_bytes);
    rows(
        db,
        "WITH
         look_before AS (
             SELECT max(at) AS at FROM capture WHERE watch = ?1 AND role IN ('before', 'baseline', 'hourly') AND at < ?2
         ),
         kept AS (
             SELECT role, at, capture.digest, size, headers, url, status, id FROM capture JOIN body USING (digest)
             WHERE watch = ?1 AND at BETWEEN coalesce((SELECT at FROM look_before), ?2) AND ?3
                 OR capture.digest = ?4 AND at BETWEEN ?2 AND ?3
                     AND NOT EXISTS (SELECT 1 FROM capture WHERE watch = ?1 AND digest = ?4)
         ),
         numbered AS (
             SELECT *, row_number() OVER (ORDER BY at, id) AS nth, row_number() OVER (ORDER BY at DESC, id DESC) AS nth_last,
                 row_number() OVER (PARTITION BY digest ORDER BY at, id) AS nth_alike
             FROM kept
         )
         SELECT role, at, digest, size, headers, url, status FROM numbered
         WHERE nth <= (?5 + 1) / 2 OR nth_last <= ?5 / 2 OR digest = ?4 AND nth_alike = 1 ORDER BY at, id",
        params![incident.watch.as_str(), began, over.as_millisecond(), evidence, limit],
        read::capture,
    )
}
