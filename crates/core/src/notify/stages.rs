//! The stages: who needs no telling, and why. Each looks at one thing and returns its reason.

use jiff::Timestamp;

use super::{Notice, compose};
use crate::incident::track::Change;
use crate::incident::{Resolution, State};
use crate::text::Speech;
use crate::verdict::Severity;

/// What was decided of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// Tell.
    Tell(Notice),
    /// Don't.
    Silent {
        /// Why not.
        reason: Reason,
        /// Whether what is on the screen has lost its meaning and is taken away.
        close: bool,
    },
}

/// Why nobody is told. Kept, so that "why was I not told?" has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Worth a line in the list, not a notification.
    NotUrgent,
    /// One incident has one notice, and it is there.
    AlreadyTold,
    /// The person who did it knows.
    DoneByAPerson,
    /// A person has paused the alerts; what is still open when the pause ends is told then.
    Paused,
}

impl Reason {
    /// The word for [`Reason::Paused`], by which the store finds what is still to be told.
    pub const PAUSED: &'static str = "paused";

    /// The word that the store keeps.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotUrgent => "not-urgent",
            Self::AlreadyTold => "already-told",
            Self::DoneByAPerson => "done-by-a-person",
            Self::Paused => Self::PAUSED,
        }
    }
}

/// Decides what is told of a change. `paused`: a person has paused the alerts.
pub fn decide(change: &Change, paused: bool, speech: &Speech, now: Timestamp) -> Decision {
    for stage in [not_urgent, already_told, done_by_a_person] {
        if let Some(reason) = stage(change) {
            return Decision::Silent { reason, close: reason == Reason::DoneByAPerson };
        }
    }
    if paused {
        // What was told before the pause is not left standing when it is over.
        return Decision::Silent { reason: Reason::Paused, close: matches!(change, Change::Resolved(_)) };
    }
    Decision::Tell(compose(change.incident(), speech, now))
}

fn not_urgent(change: &Change) -> Option<Reason> {
    (change.incident().severity == Severity::Info).then_some(Reason::NotUrgent)
}

fn already_told(change: &Change) -> Option<Reason> {
    matches!(change, Change::SeenAgain(_) | Change::Developed(_)).then_some(Reason::AlreadyTold)
}

fn done_by_a_person(change: &Change) -> Option<Reason> {
    let by_a_person = match &change.incident().state {
        State::Open => false,
        State::Acknowledged { .. } => matches!(change, Change::Acknowledged(_)),
        State::Resolved { resolution, .. } => *resolution != Resolution::Recovered,
    };
    by_a_person.then_some(Reason::DoneByAPerson)
}
