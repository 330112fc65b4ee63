//! Who is told what, and when: a change of an incident goes through small stages, each of which lets it pass or says
//! why nobody is told.

mod compose;
mod quiet;
mod stages;
mod told;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

pub use compose::{Telling, compose, headline, morning, together};
pub use quiet::QuietHours;
pub use stages::{Circumstances, Decision, Occasion, Reason, Resting, decide, has_grown};
pub use told::{Next, Told};

use crate::incident::IncidentId;
use crate::verdict::Severity;

/// A button of a notification. "This was us" is never among them: a frightened thumb would teach the attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Button {
    /// "I've got it".
    Acknowledge,
    /// "Open": the incident, in the window.
    Open,
    /// "Re-check".
    Recheck,
}

/// What reaches a person by one channel: said in their language, made inert, stored before it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Stable over retries: sending is at least once under this id.
    pub id: String,
    /// What replaces what: a later notice with the same key takes the place of the earlier one on the screen.
    pub key: String,
    /// The incident it tells of.
    pub incident: IncidentId,
    /// The campaign it tells of.
    pub campaign: Option<String>,
    /// Plain text, one line.
    pub title: String,
    /// Plain text. A channel escapes it by what its far end understands.
    pub body: String,
    /// How urgently.
    pub severity: Severity,
    /// Said once the trouble is over: it may fade by itself.
    pub over: bool,
    /// In the order shown.
    pub buttons: Vec<Button>,
    /// When it was decided.
    pub at: Timestamp,
    /// What it is about, for channels with more room than a screen.
    #[serde(default)]
    pub about: Box<About>,
}

/// What a notice is about. Empty in notices that were stored by earlier versions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The outlet's name.
    pub outlet: Option<String>,
    /// The address that was looked at.
    pub address: Option<Url>,
    /// Since when it is not as it should be.
    pub since: Option<Timestamp>,
    /// How urgent the trouble is, or was before it was over.
    pub severity: Option<Severity>,
    /// The weightiest reasons, a sentence each, said and inert; none once it is over.
    pub reasons: Vec<String>,
}
