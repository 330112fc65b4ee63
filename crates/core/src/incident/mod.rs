//! Incidents: a confirmed alarm with a life, `open → acknowledged → resolved`.

pub mod alert;
pub mod dismissal;
pub mod finding;
pub mod kin;
pub mod planned;
pub mod step;
pub mod stories;
pub mod track;
pub mod wait;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use crate::digest::Digest;
use crate::text::Message;
use crate::verdict::{Availability, Severity, Signal};
use crate::watch::{WatchId, WatchKind};

/// Names an incident for ever: 16 hexadecimal digits of the SHA-256 of its watch, cause and beginning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(export_to = "types.ts")]
pub struct IncidentId(String);

impl IncidentId {
    /// The id of the incident of this watch and cause that began at this moment. The same incident, worked out again
    /// after a crash, has the same id.
    pub fn new(watch: &WatchId, cause: Cause, began: Timestamp) -> Self {
        let name = format!("{watch}\n{}\n{}", cause.as_str(), began.as_millisecond());
        let mut digest = Digest::of(name.as_bytes()).to_string();
        digest.truncate(16);
        Self(digest)
    }

    /// An id as the store or a person gave it.
    pub fn from_stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The 16 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What kind of trouble an incident is. A watch has at most one unresolved incident of each cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The page is there, and it is not what the newsroom published.
    Content,
    /// The page does not answer, or answers with an error.
    Outage,
    /// It cannot be seen whether all is well: refused, challenged, too large.
    Unseen,
    /// A person said that something there was not published.
    Reported,
}

impl Cause {
    /// The word that the store uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Outage => "outage",
            Self::Unseen => "unseen",
            Self::Reported => "reported",
        }
    }
}

/// How an incident ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum Resolution {
    /// A person said: this was us.
    Ours,
    /// What was normal is back.
    Recovered,
    /// A person said: this is nothing.
    Dismissed,
}

/// Where an incident is in its life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum State {
    /// Nobody has it yet.
    Open,
    /// Somebody has it.
    Acknowledged {
        /// When.
        at: Timestamp,
        /// Who, as the desktop names its user.
        by: String,
    },
    /// Over.
    Resolved {
        /// When.
        at: Timestamp,
        /// How.
        #[serde(rename = "as")]
        resolution: Resolution,
    },
}

/// What an incident rests on. What is not confirmed by two looks in a row is a warning, until it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Two looks in a row saw it; of an outage, several failed.
    #[default]
    Confirmed,
    /// Some looks saw it, and others in between did not: so may readers.
    NowAndThen,
    /// A suspicion, not an alarm by itself, that stood for five minutes.
    Lasting,
}

/// A confirmed alarm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incident {
    /// Its name for ever.
    pub id: IncidentId,
    /// The outlet's name when it opened.
    pub outlet: String,
    /// The outlet's group when it opened.
    pub group: Option<String>,
    /// The watch that saw it.
    pub watch: WatchId,
    /// The watch's kind.
    pub kind: WatchKind,
    /// The watch's address.
    pub url: Url,
    /// What kind of trouble it is.
    pub cause: Cause,
    /// How urgent; rises, never falls.
    pub severity: Severity,
    /// Where it is in its life.
    #[serde(flatten)]
    pub state: State,
    /// What happened, without the outlet's name.
    pub summary: Message,
    /// The reasons of the latest alarming look, weightiest first.
    pub signals: Vec<Signal>,
    /// The last look that was well.
    pub last_good: Option<Timestamp>,
    /// The first look that was not: "since".
    pub began: Timestamp,
    /// When it was confirmed and opened; opened again, where it came back.
    pub opened: Timestamp,
    /// The latest look that saw it.
    pub last_seen: Timestamp,
    /// How many looks saw it.
    pub seen: u32,
    /// How the page was there at the latest look that saw the trouble.
    pub availability: Availability,
    /// Whether other hosts answered when it opened.
    pub others_answer: bool,
    /// The body that was seen first, where there was one: the name of its capture.
    pub evidence: Option<Digest>,
    /// The incident whose notice tells of it as well; none before it was told, and where that is its own.
    #[serde(default)]
    pub alert: Option<IncidentId>,
    /// The campaign it belongs to.
    pub campaign: Option<String>,
    /// Until when a person does not want to be reminded of it.
    #[serde(default)]
    pub snoozed: Option<Timestamp>,
    /// What it rests on.
    #[serde(default)]
    pub grounds: Grounds,
    /// How often it went away and came back.
    #[serde(default)]
    pub flaps: u32,
    /// How often it was over, and came back so soon that it is the same.
    #[serde(default)]
    pub reopened: u32,
    /// Since when what was there is hidden behind an error, a refusal or the like; `availability` says behind what.
    #[serde(default)]
    pub hidden: Option<Timestamp>,
    /// How often it was hidden: of the first time a person is told.
    #[serde(default)]
    pub hidings: u32,
    /// What came to it that is told whoever has it; none in what was stored by earlier versions, until it is seen again.
    #[serde(default)]
    pub joined: Option<track::Joined>,
}
