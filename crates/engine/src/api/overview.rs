//! How everything stands now, as the window shows it. One value holds all of the truth and its version: a window that
//! is opened late, or was rebuilt, shows the same as one that has been there all along.
//!
//! **Architecture invariant:** every text from a watched site has been made inert and short here; the window inserts it
//! as text and nothing else. TypeScript types are generated from these (`ui/src/host/types.ts`).

use frontwatch_core::incident::{IncidentId, Resolution, State};
use frontwatch_core::standing::Standing;
use frontwatch_core::verdict::Severity;
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use super::happening::{About, milliseconds};

/// Everything that the window shows.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Overview {
    /// Grows with every change. Another run of the watch begins anew.
    #[ts(type = "number")]
    pub version: u64,
    /// Grows whenever the configuration was read again: its settings, and the language, may be others. Another run of the watch
    /// begins anew.
    #[ts(type = "number")]
    pub configured: u64,
    /// Whether this is the demonstration, and no real outlet.
    pub demonstration: bool,
    /// What has just been staged in the demonstration.
    pub narration: Option<String>,
    /// How all outlets stand together.
    pub standing: Standing,
    /// The sentence on top.
    pub sentence: String,
    /// When the latest look began.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub last_look: Option<Timestamp>,
    /// The pause of the alerts, while there is one.
    pub pause: Option<PauseView>,
    /// The latest re-check that a person asked for.
    pub recheck: Option<RecheckView>,
    /// Incidents and suspicions, worst first; then what is over, for a day.
    pub anomalies: Vec<Anomaly>,
    /// How many more there are that are not over, less urgent than these.
    pub unlisted: u32,
    /// What people do now, where a front page is not theirs: the first steps of those that stand with each incident.
    pub first_aid: Vec<String>,
    /// The outlets in the order of the configuration.
    pub outlets: Vec<OutletView>,
    /// Words about the watch itself, latest first.
    pub remarks: Vec<RemarkView>,
    /// Whether what happens can't be written down: among the remarks is why. For the tray, which has one line.
    #[serde(skip)]
    pub unwritten: bool,
}

impl Overview {
    /// The page of a watch, as the configuration names it: what may be opened in a browser.
    pub fn page_of(&self, watch: &WatchId) -> Option<&Url> {
        let mut watches = self.outlets.iter().flat_map(|outlet| &outlet.watches);
        let address = watches.find(|it| it.id == *watch).map(|it| &it.address)?;
        matches!(address.scheme(), "http" | "https").then_some(address)
    }
}

/// A pause of the alerts.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct PauseView {
    /// Until when; none: until a person resumes.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub until: Option<Timestamp>,
}

/// A re-check: how far it is, and what came of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct RecheckView {
    /// When it was asked for.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub asked: Timestamp,
    /// How many addresses are looked at.
    pub total: u32,
    /// How many of them have been.
    pub done: u32,
    /// What came of it, once all have been.
    pub outcome: Option<String>,
}

/// Where an anomaly is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum AnomalyState {
    /// A suspicion: no incident.
    Suspect,
    /// An incident that nobody has yet.
    Open,
    /// Somebody has it.
    Acknowledged,
    /// It is over.
    Resolved,
}

impl AnomalyState {
    /// That of an incident.
    pub(crate) fn of(state: &State) -> Self {
        match state {
            State::Open => Self::Open,
            State::Acknowledged { .. } => Self::Acknowledged,
            State::Resolved { .. } => Self::Resolved,
        }
    }
}

/// A suspect or an incident, as the window lists it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Anomaly {
    /// Names its row: the incident's id, or the watch of a suspicion.
    pub key: String,
    /// The incident; none for a suspicion.
    pub incident: Option<IncidentId>,
    /// The incident whose notification tells of it as well; none where it has its own.
    pub told_with: Option<IncidentId>,
    /// The campaign it belongs to.
    pub campaign: Option<String>,
    /// What is said of all outlets that are told together with this one, in a sentence without a full stop; none where there
    /// are none.
    pub together: Option<String>,
    /// Until when a person put it off.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub snoozed: Option<Timestamp>,
    /// The watch that sees it.
    pub watch: WatchId,
    /// The outlet's name.
    pub outlet: String,
    /// The outlet's group.
    pub group: Option<String>,
    /// The watch's kind.
    pub kind: WatchKind,
    /// The watch's kind, in words.
    pub place: String,
    /// The watch's address.
    #[ts(type = "string")]
    pub address: Url,
    /// How urgent.
    pub severity: Severity,
    /// Where it is in its life.
    pub state: AnomalyState,
    /// The state, in words: with who has it, or how it ended.
    pub state_says: String,
    /// How it ended.
    pub resolution: Option<Resolution>,
    /// What happened, in a sentence without a full stop.
    pub summary: String,
    /// The first look that saw it.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub since: Timestamp,
    /// The latest look that saw it.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub last_seen: Timestamp,
    /// How many looks saw it.
    pub seen: u32,
    /// When it was over.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub over: Option<Timestamp>,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
    /// How it is drawn: as the outlet stands by it.
    pub standing: Standing,
    /// What a person is asked when they say that this was them; none where they can't: the page is not there, or not in
    /// question. It goes with the answer, which counts for exactly this and nothing that came meanwhile.
    pub question: Option<String>,
}

/// One reason of an anomaly.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Reason {
    /// Its stable kind.
    pub kind: String,
    /// The sentence.
    pub summary: String,
    /// What was there before; may be empty.
    pub before: String,
    /// What is there now; may be empty.
    pub after: String,
}

/// An outlet with its watches.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct OutletView {
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: Option<String>,
    /// The pause of its alerts, while there is one of its own.
    pub pause: Option<PauseView>,
    /// How it stands: as its worst watch does.
    pub standing: Standing,
    /// Its watches.
    pub watches: Vec<WatchView>,
}

/// One watch.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct WatchView {
    /// Its stable name.
    pub id: WatchId,
    /// Its kind, in words.
    pub place: String,
    /// Its address.
    #[ts(type = "string")]
    pub address: Url,
    /// How it stands; none where this version does not look at watches of this kind.
    pub standing: Option<Standing>,
    /// What its latest look said, in words.
    pub says: String,
    /// When the latest look began; none before the first since the start.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub last_look: Option<Timestamp>,
    /// How far its first looks are, while what is normal is learned by them.
    pub learning: Option<LearningView>,
}

/// How far the first looks are, by which a watch learns what is normal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct LearningView {
    /// How many were made.
    pub looks: u32,
    /// How many it takes.
    pub of: u32,
}

/// A word about the watch itself.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct RemarkView {
    /// What it is about.
    pub about: About,
    /// What is said.
    pub says: String,
    /// When.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub at: Timestamp,
}

/// RFC 3339 in UTC with milliseconds, or null.
#[expect(clippy::ref_option, reason = "serde's own shape")]
pub(super) fn moment<S: serde::Serializer>(at: &Option<Timestamp>, to: S) -> Result<S::Ok, S::Error> {
    match at {
        Some(at) => milliseconds(at, to),
        None => to.serialize_none(),
    }
}
