//! What pictures show, as small ones of our own: how a page's logos usually look, and what an intruder placed. Bounded in size and
//! number.

use bytes::Bytes;
use frontwatch_core::incident::IncidentId;
use frontwatch_core::parts::MOST_SMALL;
use frontwatch_core::watch::WatchId;
use rusqlite::{Connection, Row, params};
use url::Url;

use super::error::Fault;
use super::read::{rows, time};
use super::record::{ShownPicture, ShownSide};

/// The most usual pictures of one watch, the most pictures of one incident on each side, and of all incidents.
const USUAL: u32 = 4;
/// The most usual pictures of all watches.
const ALL_USUAL: u32 = 10_000;
/// See [`USUAL`].
const OF_ONE: u32 = 8;
/// See [`USUAL`].
const OF_INCIDENTS: u32 = 400;

/// Keeps one. With what stands in a place now the usual pictures of the page are kept for the incident: they may be others by
/// the time that somebody looks.
pub(super) fn keep(tx: &Connection, it: &ShownPicture) -> Result<(), Fault> {
    if it.png.len() > MOST_SMALL {
        return Err(Fault::Refused(format!("a small picture has {} bytes, more than {MOST_SMALL}", it.png.len())));
    }
    let (watch, url, at, png) = (it.watch.as_str(), it.url.as_str(), it.at.as_millisecond(), it.png.as_ref());
    match &it.side {
        ShownSide::Usual => {
            put(tx, watch, "", "usual", (url, at, png))?;
            trim(tx, "watch = ?1 AND incident = '' AND side = 'usual'", watch, USUAL)
        }
        ShownSide::Before(incident) => put(tx, watch, incident.as_str(), "before", (url, at, png)),
        ShownSide::Now(incident) => {
            tx.prepare_cached(
                "INSERT INTO shown (watch, incident, side, url, at, png)
                 SELECT watch, ?2, 'before', url, at, png FROM shown WHERE watch = ?1 AND side = 'usual'
                 ON CONFLICT DO NOTHING",
            )?
            .execute(params![watch, incident.as_str()])?;
            put(tx, watch, incident.as_str(), "now", (url, at, png))?;
            trim(tx, "incident = ?1 AND side = 'now'", incident.as_str(), OF_ONE)?;
            trim(tx, "?1 = '' AND side <> 'usual'", "", OF_INCIDENTS)
        }
    }
}

fn put(tx: &Connection, watch: &str, incident: &str, side: &str, it: (&str, i64, &[u8])) -> Result<(), Fault> {
    tx.prepare_cached(
        "INSERT INTO shown (watch, incident, side, url, at, png) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (watch, incident, side, url) DO UPDATE SET at = excluded.at, png = excluded.png
             WHERE png <> excluded.png",
    )?
    .execute(params![watch, incident, side, it.0, it.1, it.2])?;
    Ok(())
}

/// The latest of these stay.
fn trim(tx: &Connection, which: &str, of: &str, most: u32) -> Result<(), Fault> {
    let sql = format!(
        "DELETE FROM shown WHERE {which} AND id NOT IN (SELECT id FROM shown WHERE {which} ORDER BY at DESC, id DESC LIMIT ?2)"
    );
    tx.prepare_cached(&sql)?.execute(params![of, most])?;
    Ok(())
}

/// Lets go of the usual pictures of pages, the oldest first, beyond what is kept of all of them together.
pub(super) fn retain(tx: &Connection) -> Result<(), Fault> {
    trim(tx, "?1 = '' AND side = 'usual'", "", ALL_USUAL)
}

/// The usual pictures of a watch are gone, but for those at these addresses.
pub(super) fn forget(tx: &Connection, watch: &WatchId, but: &[Url]) -> Result<(), Fault> {
    let gone = usual(tx, watch)?.into_iter().filter(|known| !but.contains(&known.url));
    let sql = "DELETE FROM shown WHERE watch = ? AND incident = '' AND side = 'usual' AND url = ?";
    for known in gone {
        tx.prepare_cached(sql)?.execute(params![watch.as_str(), known.url.as_str()])?;
    }
    Ok(())
}

/// The usual pictures of a watch, the latest first.
pub(super) fn usual(db: &Connection, watch: &WatchId) -> Result<Vec<ShownPicture>, Fault> {
    rows(
        db,
        "SELECT watch, side, url, at, png FROM shown WHERE watch = ? AND incident = '' AND side = 'usual'
         ORDER BY at DESC, id DESC",
        [watch.as_str()],
        |row| picture(row, |_| ShownSide::Usual),
    )
}

/// Those of an incident, what was before first.
pub(super) fn of(db: &Connection, incident: &IncidentId) -> Result<Vec<ShownPicture>, Fault> {
    let side = |now| if now { ShownSide::Now(incident.clone()) } else { ShownSide::Before(incident.clone()) };
    rows(
        db,
        "SELECT watch, side, url, at, png FROM shown WHERE incident = ? ORDER BY side, id",
        [incident.as_str()],
        |row| picture(row, side),
    )
}

/// A picture; `side` is told whether it stands there now.
fn picture(row: &Row<'_>, side: impl Fn(bool) -> ShownSide) -> Result<ShownPicture, Fault> {
    Ok(ShownPicture {
        watch: WatchId::from_stored(row.get::<_, String>(0)?),
        side: side(row.get::<_, String>(1)? == "now"),
        url: row
            .get::<_, String>(2)?
            .parse()
            .map_err(|error| Fault::Damaged(format!("a picture has an address that is none: {error}")))?,
        at: time(row, 3)?,
        png: Bytes::from(row.get::<_, Vec<u8>>(4)?),
    })
}
