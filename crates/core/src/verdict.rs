//! What a judgement says: verdict, severity, and the signals that it rests on.
//!
//! **Architecture invariant:** a verdict names its reasons. There is no score without signals, and no signal without a
//! sentence that an editor understands and a before and an after.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::Evidence;
use crate::text::Message;

/// What one look says about a watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Too little is known yet to call anything new a deviation.
    Learning,
    /// As it should be.
    Normal,
    /// Out of the ordinary, not enough for an alarm.
    Suspect,
    /// Something is there that the newsroom did not publish, or something that it did publish is gone.
    Alarm,
    /// This look can't tell: never "all is well", and never "it is down".
    Inconclusive,
}

/// How urgently a person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum Severity {
    /// Worth a line in the list.
    Info,
    /// Worth a look today.
    Warning,
    /// Wake somebody.
    Critical,
}

/// How a page is there, or is not: told apart from what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// The page itself answered.
    Up,
    /// The site says that it is being worked on.
    Maintenance,
    /// A check whether we are a robot stands in front of the page.
    RobotCheck,
    /// The site refuses us (401, 403, 429, 451) or sends us to a page that says so.
    Refused,
    /// An error page: 5xx, or 404 and 410 where the page used to be.
    Error,
    /// No usable response.
    Unreachable,
}

/// One deviation from the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// What deviated, dotted: `title.replaced`, `cover.element`. Stable; the list is in `detect`.
    pub kind: String,
    /// How much it counts, 0 to 1. An excuse lowers this inside its detector, never the sum.
    pub weight: f64,
    /// The sentence, by id with arguments, so that it can be said in every language.
    pub message: Message,
    /// What was there before; attacker-controlled like everything from a page.
    pub before: Evidence,
    /// What is there now; attacker-controlled.
    pub after: Evidence,
}

/// A verdict with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// How urgent.
    pub severity: Severity,
    /// How sure, 0 to 1: what the signals add up to.
    pub score: f64,
    /// The reasons, weightiest first, a cover before all others; empty only for `normal`, `learning` and `inconclusive`.
    pub signals: Vec<Signal>,
    /// How the page was there.
    pub availability: Availability,
}
