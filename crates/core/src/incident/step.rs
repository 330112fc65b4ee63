//! What goes into the state machine of a watch, and what comes out of it.

use std::time::Duration;

use jiff::Timestamp;

use super::Incident;
use super::finding::Finding;
use crate::digest::Digest;
use crate::text::Message;
use crate::verdict::{Availability, Severity, Signal};

/// One look, as the state machine needs it.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// When the look began.
    pub at: Timestamp,
    /// How long it took, without waiting for its turn.
    pub took: Duration,
    /// What it came to.
    pub finding: Finding,
    /// How the page was there.
    pub availability: Availability,
    /// What is said of it, without the outlet's name.
    pub summary: Message,
    /// How urgent that is.
    pub severity: Severity,
    /// What its reasons add up to, 0 to 1.
    pub score: f64,
    /// The reasons.
    pub signals: Vec<Signal>,
    /// The body that was seen, where there was one.
    pub digest: Option<Digest>,
    /// Whether other hosts answer: no outlet is blamed for this computer's own network.
    pub others: Others,
    /// Whether the outlet's front page can't be reached or seen either: it is told there, once.
    pub site_is_gone: bool,
    /// How long the site asks to be left alone, see [`super::wait`].
    pub asks_to_wait: Option<Duration>,
}

/// What the looks at other hosts say about this computer's network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// At least one other host answered lately.
    Answer,
    /// There are other hosts, and none of them answered lately.
    Fail,
    /// There is nothing to compare with, or the watch is on loopback, which needs no network.
    Unknown,
}

/// A birth, a growth or an end.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A new incident.
    Opened(Incident),
    /// It had recovered, and is there again within a quarter of an hour: the same incident.
    Reopened(Incident),
    /// It became more urgent.
    Escalated(Incident),
    /// What was there is hidden behind an error, a refusal or the like, for the first time. It is not over.
    Hidden(Incident),
    /// It was seen again, with other reasons than before.
    Developed(Incident),
    /// It was seen again.
    SeenAgain(Incident),
    /// Somebody has it.
    Acknowledged(Incident),
    /// A person does not want to be reminded of it for a while.
    Snoozed(Incident),
    /// It is over.
    Resolved(Incident),
}

impl Change {
    /// The incident as it is after the change.
    pub fn incident(&self) -> &Incident {
        match self {
            Self::Opened(incident)
            | Self::Reopened(incident)
            | Self::Escalated(incident)
            | Self::Hidden(incident)
            | Self::Developed(incident)
            | Self::SeenAgain(incident)
            | Self::Acknowledged(incident)
            | Self::Snoozed(incident)
            | Self::Resolved(incident) => incident,
        }
    }

    /// The same, to be changed.
    pub fn incident_mut(&mut self) -> &mut Incident {
        match self {
            Self::Opened(incident)
            | Self::Reopened(incident)
            | Self::Escalated(incident)
            | Self::Hidden(incident)
            | Self::Developed(incident)
            | Self::SeenAgain(incident)
            | Self::Acknowledged(incident)
            | Self::Snoozed(incident)
            | Self::Resolved(incident) => incident,
        }
    }

    /// Whether an incident begins with it, for the first time or again.
    pub fn begins(&self) -> bool {
        matches!(self, Self::Opened(_) | Self::Reopened(_))
    }
}

/// Why a troubling look opened nothing, yet or at all. Kept, so that "why was I not told?" has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A second look has to confirm it.
    Unconfirmed,
    /// The second look did not see it.
    Differed,
    /// A suspicion that has not stood for five minutes.
    NotYetLasting,
    /// It goes on unchanged since a person set it aside.
    SetAside,
    /// Too few failures, or over too short a time.
    TooFewFailures,
    /// Refused or challenged for less than ten minutes.
    NotYetUnseen,
    /// No other host answers either: it is this computer's network.
    OwnNetwork,
    /// The outlet's front page is in the same trouble, and that is told.
    SiteIsGone,
    /// An alarm on this page is not over, and what was there is hidden: that is told.
    HiddenAlarm,
    /// The page is told to be down.
    OutageTold,
    /// What a newsroom had planned.
    Planned,
}

impl Held {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::Unconfirmed,
        Self::Differed,
        Self::NotYetLasting,
        Self::SetAside,
        Self::TooFewFailures,
        Self::NotYetUnseen,
        Self::OwnNetwork,
        Self::SiteIsGone,
        Self::HiddenAlarm,
        Self::OutageTold,
        Self::Planned,
    ];

    /// The word that the store keeps.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Differed => "differed",
            Self::NotYetLasting => "not-yet-lasting",
            Self::SetAside => "set-aside",
            Self::TooFewFailures => "too-few-failures",
            Self::NotYetUnseen => "not-yet-unseen",
            Self::OwnNetwork => "own-network",
            Self::SiteIsGone => "site-is-gone",
            Self::HiddenAlarm => "hidden-alarm",
            Self::OutageTold => "outage-told",
            Self::Planned => "planned",
        }
    }

    /// The reason that the store keeps by this word.
    pub fn of_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.as_str() == word)
    }
}

/// What follows from a look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// What changed, in order.
    pub changes: Vec<Change>,
    /// Look again this soon, over a new connection, before the ordinary time.
    pub confirm_in: Option<Duration>,
    /// Look again this soon, in the ordinary way.
    pub retry_in: Option<Duration>,
    /// Leave the site alone for this long, as it asks, unless something else asks for a look.
    pub wait: Option<Duration>,
    /// Why nothing opened, where something could have.
    pub held: Option<Held>,
    /// Of [`Held::Differed`]: what the first look saw, and the second did not.
    pub first_seen: Option<Message>,
}
