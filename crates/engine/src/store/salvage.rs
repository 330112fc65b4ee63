//! What a damaged database still says is carried into a new one: row by row, from both ends of every table, and only what
//! reads back as what it was written as. May not write into the damaged file.

use frontwatch_core::incident::{Incident, Resolution};
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Headers;
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Verdict};
use jiff::Timestamp;
use rusqlite::types::{FromSql, Value, ValueRef};
use rusqlite::{Connection, ErrorCode, params_from_iter};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

/// Every table: what others refer to before them, and what the watch can't go on without before what it can.
const TABLES: [&str; 19] = [
    "incident",
    "incident_event",
    "silence",
    "outbox",
    "pause",
    "outlet_pause",
    "baseline",
    "watch_state",
    "alive",
    "blind",
    "dismissal",
    "incident_picture",
    "held",
    "look_last",
    "look_hour",
    "look_half",
    "body",
    "capture",
    "shown",
];

/// What may stay behind where there is no room for it: evidence and counts, which the damaged file still has.
const MAY_STAY: [&str; 7] = ["held", "look_last", "look_hour", "look_half", "body", "capture", "shown"];

/// What was carried over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Salvaged {
    /// Incidents, over or not.
    pub incidents: u64,
    /// Versions of what is normal for a watch.
    pub baselines: u64,
    /// Rows of every kind.
    pub rows: u64,
}

/// Carries over what can be read; what can't be is left behind. `to` has every table, empty. It fails where `to` can't be
/// written.
pub(super) fn salvage(from: &Connection, to: &mut Connection) -> rusqlite::Result<Salvaged> {
    let mut salvaged = Salvaged::default();
    for table in TABLES {
        match carry(from, to, table) {
            Ok(rows) => {
                salvaged.rows += rows;
                match table {
                    "incident" => salvaged.incidents = rows,
                    "baseline" => salvaged.baselines = rows,
                    _ => {}
                }
            }
            Err(error) if MAY_STAY.contains(&table) => {
                tracing::error!(%error, table, "rows of a damaged database were left behind");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(salvaged)
}

/// Carries over one table in one transaction, and says how many rows.
fn carry(from: &Connection, to: &mut Connection, table: &str) -> rusqlite::Result<u64> {
    let columns: Vec<String> = columns(to, table)?;
    let known = self::columns(from, table).unwrap_or_default();
    // A format before the last lacks some: they come out as if they were made by the step that adds them.
    let columns: Vec<&str> = columns.iter().filter(|name| known.contains(name)).map(String::as_str).collect();
    if columns.is_empty() {
        return Ok(0);
    }
    let list = columns.join(", ");
    let places = vec!["?"; columns.len()].join(", ");
    let keyed = has_rowid(table);
    let tx = to.transaction()?;
    {
        let mut insert = tx.prepare(&format!("INSERT OR IGNORE INTO {table} ({list}) VALUES ({places})"))?;
        let mut keep = |row: Vec<Value>| -> rusqlite::Result<()> {
            if !is_readable(table, &columns, &row) {
                return Ok(());
            }
            match insert.execute(params_from_iter(row)) {
                // What refers to an incident that is lost says nothing without it.
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(()),
                inserted => inserted.map(drop),
            }
        };
        let order = |word: &str| if keyed { format!("ORDER BY rowid {word}") } else { String::new() };
        let select = |word: &str| format!("SELECT {list} FROM {table} {}", order(word));
        let whole = read_until_broken(from, &select("ASC"), &mut keep)?;
        if !whole && keyed {
            read_until_broken(from, &select("DESC"), &mut keep)?;
        }
    }
    let orphans = orphans(&tx, table)?;
    for rowid in orphans {
        tx.execute(&format!("DELETE FROM {table} WHERE rowid = ?"), [rowid])?;
    }
    let rows: i64 = tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
    tx.commit()?;
    Ok(rows.unsigned_abs())
}

/// Tables of times are kept by their keys alone.
fn has_rowid(table: &str) -> bool {
    !matches!(table, "look_hour" | "look_half" | "blind")
}

fn columns(db: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = db.prepare("SELECT name FROM pragma_table_info(?)")?;
    statement.query_map([table], |row| row.get(0))?.collect()
}

/// Hands on row after row; whether it came to the end. It fails where `keep` does.
fn read_until_broken(
    db: &Connection,
    sql: &str,
    keep: &mut impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
) -> rusqlite::Result<bool> {
    let Ok(mut statement) = db.prepare(sql) else { return Ok(false) };
    let count = statement.column_count();
    let Ok(mut rows) = statement.query([]) else { return Ok(false) };
    loop {
        match rows.next() {
            Err(_) => return Ok(false),
            Ok(None) => return Ok(true),
            Ok(Some(row)) => {
                let values = (0..count).map(|place| row.get(place)).collect::<rusqlite::Result<Vec<Value>>>();
                // Text that is none any more.
                let Ok(values) = values else { continue };
                keep(values)?;
            }
        }
    }
}

/// Rows that refer to what is not there.
fn orphans(db: &Connection, table: &str) -> rusqlite::Result<Vec<i64>> {
    let mut statement = db.prepare(&format!("PRAGMA foreign_key_check({table})"))?;
    statement.query_map([], |row| row.get(1))?.collect()
}

/// Whether a row reads back as what was written: what it can't be read as would fail whoever asks for it.
fn is_readable(table: &str, columns: &[&str], row: &[Value]) -> bool {
    let column =
        |name: &str| columns.iter().position(|column| *column == name).map_or(&Value::Null, |place| &row[place]);
    let text = |name: &str| if let Value::Text(text) = column(name) { Some(text.as_str()) } else { None };
    let time = |name: &str| match column(name) {
        Value::Integer(ms) => Timestamp::from_millisecond(*ms).is_ok(),
        Value::Null => true,
        _ => false,
    };
    let times = [
        "at", "opened", "changed", "next", "since", "until", "away", "began", "ended", "first", "last", "hour", "half",
    ];
    let count = |name: &str| !matches!(column(name), Value::Integer(count) if *count < 0);
    times.into_iter().all(time)
        && ["took_ms", "median_ms", "looks", "attempts", "version", "size"].into_iter().all(count)
        && match table {
            "incident" => text("data").is_some_and(|data| {
                // What is in the columns and what is in the incident itself must be of one mind.
                let read: Option<Incident> = json(data);
                read.is_some_and(|incident| Some(incident.id.as_str()) == text("id"))
            }),
            "incident_event" => text("resolution").is_none_or(is_word::<Resolution>),
            "outbox" => text("data").is_some_and(|data| {
                let read: Option<Notice> = json(data);
                read.is_some_and(|notice| Some(notice.id.as_str()) == text("notice"))
            }),
            "baseline" => text("reason").is_some_and(|reason| json::<Message>(reason).is_some()),
            "held" => text("what").is_some_and(|what| json::<Message>(what).is_some()),
            "look_last" => {
                text("verdict").is_some_and(is_word::<Verdict>)
                    && text("availability").is_some_and(is_word::<Availability>)
                    && <Option<[u8; 32]>>::column_result(ValueRef::from(column("digest"))).is_ok()
            }
            "capture" => {
                text("url").is_some_and(|url| url.parse::<Url>().is_ok())
                    && text("headers").is_some_and(|headers| json::<Headers>(headers).is_some())
            }
            _ => true,
        }
}

fn json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn is_word<T: DeserializeOwned>(word: &str) -> bool {
    serde_json::from_value::<T>(serde_json::Value::from(word)).is_ok()
}
