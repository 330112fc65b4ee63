//! What happened, as the command line prints it and the window shows it: one JSON object each, told apart by `event`.
//!
//! These shapes are called from outside; fields are added, never changed.

use frontwatch_core::channel::ChannelId;
use frontwatch_core::incident::{Incident, IncidentId, Resolution, State};
use frontwatch_core::notify::Notice;
use frontwatch_core::text::cli::Network;
use frontwatch_core::text::{Message, Speech, inert};
use frontwatch_core::verdict::{Judgement, Severity, Verdict};
use frontwatch_core::watch::{Watch, WatchKind};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use ts_rs::TS;
use url::Url;

/// The most characters of what was there before or is now.
const EVIDENCE: usize = 500;

/// Something that happened.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Happening {
    /// A look was judged.
    Verdict(WatchVerdict),
    /// An incident was born, grew or ended.
    Incident(IncidentState),
    /// A notice was sent, or could not be.
    Notice(NoticeSent),
    /// This computer's own network changed.
    Network(NetworkState),
    /// A word about the watch itself: a configuration that was refused, time that was not watched. Never on stdout.
    #[serde(skip)]
    Remark(Remark),
    /// A person wants to see this incident: they clicked on its notification. Never on stdout.
    #[serde(skip)]
    Open(IncidentId),
}

/// A verdict with its reasons, in words.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// The verdict.
    pub verdict: Verdict,
    /// How urgent.
    pub severity: Severity,
    /// How sure, 0 to 1.
    pub score: f64,
    /// The reasons, weightiest first.
    pub signals: Vec<SaidSignal>,
}

/// One reason, in words.
#[derive(Debug, Clone, Serialize)]
pub struct SaidSignal {
    /// Its stable kind.
    pub kind: String,
    /// How much it counts, 0 to 1.
    pub weight: f64,
    /// The sentence.
    pub summary: String,
    /// What was there before: the site's text as one plain line, or in English.
    pub before: String,
    /// What is there now, likewise.
    pub after: String,
}

impl Said {
    /// A judgement in the words of `speech`.
    pub fn new(judgement: &Judgement, speech: &Speech, now: Timestamp) -> Self {
        let signals = judgement.signals.iter().map(|signal| SaidSignal {
            kind: signal.kind.clone(),
            weight: rounded(signal.weight),
            summary: speech.say_at(&signal.message, now),
            before: inert(&signal.before.to_string(), EVIDENCE),
            after: inert(&signal.after.to_string(), EVIDENCE),
        });
        Self {
            verdict: judgement.verdict,
            severity: judgement.severity,
            score: rounded(judgement.score),
            signals: signals.collect(),
        }
    }
}

/// To a thousandth: more is not known.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// The verdict of a look at a watch.
#[derive(Debug, Clone, Serialize)]
pub struct WatchVerdict {
    /// The outlet's name.
    pub outlet: String,
    /// The kind of the watch.
    pub watch: WatchKind,
    /// The watch's address.
    pub url: Url,
    /// When the look began.
    #[serde(serialize_with = "milliseconds")]
    pub at: Timestamp,
    /// What is said of it.
    #[serde(flatten)]
    pub said: Said,
}

impl WatchVerdict {
    /// The verdict of a look at `watch` that began at `at`.
    pub fn new(watch: &Watch, at: Timestamp, judgement: &Judgement, speech: &Speech) -> Self {
        Self {
            outlet: watch.outlet.clone(),
            watch: watch.kind,
            url: watch.url.clone(),
            at,
            said: Said::new(judgement, speech, at),
        }
    }
}

/// An incident as it is now.
#[derive(Debug, Clone, Serialize)]
pub struct IncidentState {
    /// Its name for ever.
    pub id: IncidentId,
    /// The outlet's name.
    pub outlet: String,
    /// The kind of the watch that saw it.
    pub watch: WatchKind,
    /// `open`, `acknowledged` or `resolved`.
    pub state: &'static str,
    /// How it ended, once it has.
    #[serde(rename = "as")]
    pub resolution: Option<Resolution>,
    /// How urgent.
    pub severity: Severity,
    /// The campaign it belongs to.
    pub campaign: Option<String>,
    /// What happened, in a sentence.
    pub summary: String,
    /// When this state began.
    #[serde(serialize_with = "milliseconds")]
    pub at: Timestamp,
    /// The first look that saw it.
    #[serde(serialize_with = "milliseconds")]
    pub since: Timestamp,
}

impl IncidentState {
    /// The state of `incident` in the words of `speech`.
    pub fn new(incident: &Incident, speech: &Speech) -> Self {
        let (state, resolution, at) = match &incident.state {
            State::Open => ("open", None, incident.opened),
            State::Acknowledged { at, .. } => ("acknowledged", None, *at),
            State::Resolved { at, resolution } => ("resolved", Some(*resolution), *at),
        };
        Self {
            id: incident.id.clone(),
            outlet: incident.outlet.clone(),
            watch: incident.kind,
            state,
            resolution,
            severity: incident.severity,
            campaign: incident.campaign.clone(),
            summary: speech.say_at(&incident.summary, at),
            at,
            since: incident.began,
        }
    }
}

/// A notice that was sent on a channel, or could not be.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeSent {
    /// The incident it tells of.
    pub incident: IncidentId,
    /// The campaign it tells of.
    pub campaign: Option<String>,
    /// `desktop`, `webhook` or `email`.
    pub channel: &'static str,
    /// The channel's name in the configuration; none for the desktop.
    pub name: Option<String>,
    /// As shown.
    pub title: String,
    /// As shown.
    pub body: String,
    /// Whether it was accepted at the far end.
    pub delivered: bool,
    /// When it was, or was tried.
    #[serde(serialize_with = "milliseconds")]
    pub at: Timestamp,
}

impl NoticeSent {
    /// What came of sending `notice` on `channel`.
    pub fn new(notice: &Notice, channel: &ChannelId, delivered: bool, at: Timestamp) -> Self {
        Self {
            incident: notice.incident.clone(),
            campaign: notice.campaign.clone(),
            channel: channel.kind(),
            name: channel.name().map(str::to_owned),
            title: notice.title.clone(),
            body: notice.body.clone(),
            delivered,
            at,
        }
    }
}

/// A change of this computer's own network.
#[derive(Debug, Clone, Serialize)]
pub struct NetworkState {
    /// What it is now.
    pub state: Network,
    /// Since when.
    #[serde(serialize_with = "milliseconds")]
    pub at: Timestamp,
}

/// What a word about the watch itself is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum About {
    /// Something is wrong that the person at the keyboard should mend.
    Trouble,
    /// A time that was not watched, and what was found on catching up with it.
    BlindTime,
    /// How the watch goes on.
    Course,
}

/// A word about the watch itself.
#[derive(Debug, Clone)]
pub struct Remark {
    /// What it is about.
    pub about: About,
    /// What is said.
    pub message: Message,
    /// When.
    pub at: Timestamp,
}

/// RFC 3339 in UTC with milliseconds, as the command line prints every time.
pub fn milliseconds<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&format_args!("{at:.3}"))
}
