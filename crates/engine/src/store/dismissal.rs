//! Alarms that a person set aside, and why; and how many alike there were.

use frontwatch_core::incident::IncidentId;
use frontwatch_core::incident::dismissal::Why;
use rusqlite::{Connection, params};

use super::error::Fault;
use super::read::{number, rows, time};
use super::record::Dismissal;

/// Keeps it; another answer to the same alarm takes the place of the first.
pub(super) fn keep(tx: &Connection, it: &Dismissal) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO dismissal (incident, outlet, kind, at, why) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (incident) DO UPDATE SET at = excluded.at, why = excluded.why",
    )?
    .execute(params![it.incident.as_str(), it.outlet, it.kind, it.at.as_millisecond(), it.why.as_str()])?;
    Ok(())
}

/// That of an incident, if a person said why.
pub(super) fn of(db: &Connection, incident: &IncidentId) -> Result<Option<Dismissal>, Fault> {
    let found =
        rows(db, "SELECT outlet, kind, at, why FROM dismissal WHERE incident = ?", [incident.as_str()], |row| {
            let why: String = row.get(3)?;
            Ok(Dismissal {
                incident: incident.clone(),
                outlet: row.get(0)?,
                kind: row.get(1)?,
                at: time(row, 2)?,
                // A word of a later version: that it was set aside is known all the same.
                why: Why::of_stored(&why).unwrap_or(Why::Other),
            })
        });
    Ok(found?.pop())
}

/// How many of the same outlet were set aside for the same reason and of the same kind, this one among them.
pub(super) fn alike(db: &Connection, it: &Dismissal) -> Result<u64, Fault> {
    let found = rows(
        db,
        "SELECT count(*) FROM dismissal WHERE outlet = ? AND kind = ? AND why = ?",
        params![it.outlet, it.kind, it.why.as_str()],
        |row| number(row, 0),
    );
    Ok(found?.pop().unwrap_or(0))
}
