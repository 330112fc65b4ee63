//! What comes out of the store: what went in, with what the store adds to it. Only shapes: how it is read is in `read`.

use std::time::Duration;

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Incident, IncidentId, Resolution};
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Headers;
use frontwatch_core::standing::Pause;
use frontwatch_core::text::Message;
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use url::Url;

use super::record::{CaptureRole, Delivery, Dismissal, IncidentPicture, Look, StoredBaseline};

/// A version of what is normal, without the blob.
#[derive(Debug, Clone, PartialEq)]
pub struct BaselineVersion {
    /// Its number.
    pub version: u64,
    /// The format of its blob.
    pub format: u16,
    /// The size of its blob, bytes.
    pub bytes: u64,
    /// When it was learned.
    pub at: Timestamp,
    /// What changed, for a person.
    pub reason: Message,
}

/// Troubling looks at a watch that opened no incident for the same reason, none more than an hour after the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRow {
    /// The watch.
    pub watch: WatchId,
    /// The outlet's name.
    pub outlet: String,
    /// Why nobody was told.
    pub reason: Held,
    /// The first of the looks.
    pub first: Timestamp,
    /// The last of them.
    pub last: Timestamp,
    /// How many.
    pub looks: u32,
    /// What the last of them saw, without the outlet's name.
    pub what: Message,
}

/// Of what the held looks are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeldOf {
    /// Of everything.
    All,
    /// Of an outlet, by its name.
    Outlet(String),
    /// Of one watch.
    Watch(WatchId),
}

/// The looks at a watch in one hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookHour {
    /// When the hour began, UTC.
    pub hour: Timestamp,
    /// Looks that were learning.
    pub learning: u32,
    /// Looks that were normal.
    pub normal: u32,
    /// Looks that were suspect.
    pub suspect: u32,
    /// Looks that were alarming.
    pub alarm: u32,
    /// Looks that could not tell.
    pub inconclusive: u32,
    /// The time that all of them took.
    pub took: Duration,
    /// Looks that say whether the page was there.
    pub telling: u32,
    /// Looks that say that it was.
    pub there: u32,
}

/// A notice in the outbox.
#[derive(Debug, Clone, PartialEq)]
pub struct OutboxRow {
    /// The notice.
    pub notice: Notice,
    /// The channel.
    pub channel: String,
    /// How often sending was tried.
    pub attempts: u32,
    /// What became of it.
    pub delivery: Delivery,
}

/// All that a watch needs to go on where it stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The latest of every watch.
    pub baselines: Vec<StoredBaseline>,
    /// Those not resolved, oldest first.
    pub incidents: Vec<Incident>,
    /// The latest that recovered, at most 200, oldest first: they may come back.
    pub recovered: Vec<Incident>,
    /// Those still to be sent, oldest first.
    pub outbox: Vec<OutboxRow>,
    /// The state of every watch: JSON.
    pub states: Vec<(WatchId, String)>,
    /// The last look at every watch.
    pub looks: Vec<Look>,
    /// When the watch last said that it was alive.
    pub last_alive: Option<Timestamp>,
    /// The pause of the alerts.
    pub pause: Option<Pause>,
    /// The pauses of the alerts of single outlets, by their names.
    pub outlet_pauses: Vec<(String, Pause)>,
    /// Those of them that the configuration does not name, and since when.
    pub outlets_away: Vec<(String, Timestamp)>,
    /// Unresolved incidents that were not told because of a pause, nor since, and that nobody has taken or put off since.
    pub held_back: Vec<IncidentId>,
    /// What was told of unresolved incidents, sent or still to be sent, oldest first.
    pub told: Vec<Notice>,
    /// Incidents that wait for the morning: nobody was told of them because of quiet hours, nor since, and
    /// nobody has decided on them.
    pub overnight: Vec<Incident>,
    /// Pictures that intruders placed, oldest first.
    pub pictures: Vec<IncidentPicture>,
}

/// A change in the life of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentEvent {
    /// When.
    pub at: Timestamp,
    /// The state from then on: `open`, `acknowledged`, `resolved`; or [`Self::PUT_OFF`], which changes no state.
    pub state: String,
    /// For `resolved`: how.
    pub resolution: Option<Resolution>,
    /// For `acknowledged`: who.
    pub by: Option<String>,
}

impl IncidentEvent {
    /// A person put it off.
    pub const PUT_OFF: &str = "put-off";
}

/// An incident with its history.
#[derive(Debug, Clone, PartialEq)]
pub struct IncidentRecord {
    /// As it is now.
    pub incident: Incident,
    /// How it came to that, oldest first.
    pub history: Vec<IncidentEvent>,
    /// When it was decided to tell nobody, and why; oldest first.
    pub silences: Vec<(Timestamp, String)>,
    /// What was told of it and of those told together with it, on every channel, oldest first.
    pub notices: Vec<OutboxRow>,
    /// Why a person set it aside, if one did and said so.
    pub dismissed: Option<Dismissal>,
}

/// Where a page of the list of incidents ended: the next one begins after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentCursor {
    /// When the last incident opened.
    pub opened: Timestamp,
    /// The last incident.
    pub id: IncidentId,
}

/// A capture, without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureRecord {
    /// Why it is kept.
    pub role: CaptureRole,
    /// When it was seen.
    pub at: Timestamp,
    /// SHA-256 of the body, its name.
    pub digest: Digest,
    /// The size of the body, bytes.
    pub bytes: u64,
    /// Headers as received.
    pub headers: Headers,
    /// The address that gave it.
    pub url: Url,
    /// HTTP status.
    pub status: u16,
}

/// What retention did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retained {
    /// Captures that went.
    pub captures: u64,
    /// The database before, bytes.
    pub before: u64,
    /// The database after, bytes.
    pub after: u64,
    /// Whether the database is still over the bound, since what is left may not go.
    pub over: bool,
}
