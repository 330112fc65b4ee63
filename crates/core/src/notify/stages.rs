//! The stages: who needs no telling, and why. Each looks at one thing and returns its reason.

use jiff::Timestamp;

use super::Told;
use crate::incident::alert::Alert;
use crate::incident::track::Change;
use crate::incident::{Resolution, State};
use crate::verdict::Severity;

/// What was decided of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Tell.
    Tell(Occasion),
    /// Don't.
    Silent {
        /// Why not.
        reason: Reason,
        /// Whether what is on the screen has lost its meaning and is taken away.
        close: bool,
    },
}

/// Why a person is told now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// It is new, or more urgent than it was.
    News,
    /// More outlets have the same trouble, or another page while all that was told is in somebody's hands or put off.
    Grown,
    /// Nobody has taken it yet: which reminder it is, from 1.
    Reminder(u32),
    /// It was put off, or re-checked by its notification, and is still there.
    Again,
    /// It is over.
    Over,
}

/// Why nobody is told. Kept, so that "why was I not told?" has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Worth a line in the list, not a notification.
    NotUrgent,
    /// One incident has one notice, and it is there.
    AlreadyTold,
    /// The person who did it knows.
    DoneByAPerson,
    /// It is told together with others, in a notice that is there.
    Gathered,
    /// Others that are told with it are not over.
    OthersOpen,
    /// A person has paused the alerts; what is still open when the pause ends is told then.
    Paused,
    /// A person has paused the alerts of this outlet; what is still open when the pause ends is told then.
    OutletPaused,
    /// A person has put it off.
    Snoozed,
    /// It waits for the morning.
    QuietHours,
    /// This computer is offline: whether it is still so cannot be seen.
    Offline,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::NotUrgent,
        Self::AlreadyTold,
        Self::DoneByAPerson,
        Self::Gathered,
        Self::OthersOpen,
        Self::Paused,
        Self::OutletPaused,
        Self::Snoozed,
        Self::QuietHours,
        Self::Offline,
    ];
    /// The word for [`Reason::Paused`], by which the store finds what is still to be told.
    pub const PAUSED: &'static str = "paused";
    /// The word for [`Reason::OutletPaused`], by which the store finds what is still to be told.
    pub const OUTLET_PAUSED: &'static str = "outlet-paused";
    /// The word for [`Reason::QuietHours`], by which the store finds what waits for the morning.
    pub const QUIET_HOURS: &'static str = "quiet-hours";

    /// The word that the store keeps.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotUrgent => "not-urgent",
            Self::AlreadyTold => "already-told",
            Self::DoneByAPerson => "done-by-a-person",
            Self::Gathered => "gathered",
            Self::OthersOpen => "others-open",
            Self::Paused => Self::PAUSED,
            Self::OutletPaused => Self::OUTLET_PAUSED,
            Self::Snoozed => "snoozed",
            Self::QuietHours => Self::QUIET_HOURS,
            Self::Offline => "offline",
        }
    }

    /// The reason that the store keeps under this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// Of which outlets of an alert a person has paused the alerts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resting {
    /// Not of the incident's; perhaps of others.
    Others,
    /// Of the incident's, but not of all.
    Outlet,
    /// Of every one.
    All,
}

impl Resting {
    /// For an incident of this outlet.
    pub fn of(outlet: &str, alert: &Alert, is_paused: impl Fn(&str) -> bool) -> Self {
        if !is_paused(outlet) {
            Self::Others
        } else if alert.all_outlets().into_iter().all(is_paused) {
            Self::All
        } else {
            Self::Outlet
        }
    }
}

/// What a decision depends on besides the change.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// A person has paused the alerts.
    pub paused: bool,
    /// Of whom a person has paused the alerts.
    pub resting: Resting,
    /// It is quiet now.
    pub quiet: bool,
    /// The alert of the incident, as it is after the change.
    pub alert: &'a Alert,
    /// What was told of that alert.
    pub told: Option<&'a Told>,
    /// Whether the alert has other incidents that are not over, and each of them is in somebody's hands or put off.
    pub in_hand: bool,
    /// Now.
    pub now: Timestamp,
}

/// Decides what is told of a change.
pub fn decide(change: &Change, around: &Circumstances<'_>) -> Decision {
    for stage in STAGES {
        if let Some(reason) = stage(change, around) {
            return Decision::Silent { reason, close: closes(change, reason, around) };
        }
    }
    Decision::Tell(match change {
        Change::Resolved(_) => Occasion::Over,
        change if change.begins() && around.told.is_some_and(|told| !is_worse(around.alert, told)) => Occasion::Grown,
        _ => Occasion::News,
    })
}

/// In order: the first that speaks is the reason.
const STAGES: [fn(&Change, &Circumstances<'_>) -> Option<Reason>; 9] =
    [not_urgent, done_by_a_person, already_told, others_open, gathered, paused, outlet_paused, snoozed, quiet];

fn not_urgent(change: &Change, _: &Circumstances<'_>) -> Option<Reason> {
    (change.incident().severity == Severity::Info).then_some(Reason::NotUrgent)
}

fn done_by_a_person(change: &Change, _: &Circumstances<'_>) -> Option<Reason> {
    let by_a_person = match &change.incident().state {
        State::Open => matches!(change, Change::Snoozed(_)),
        State::Acknowledged { .. } => matches!(change, Change::Acknowledged(_) | Change::Snoozed(_)),
        State::Resolved { resolution, .. } => *resolution != Resolution::Recovered,
    };
    by_a_person.then_some(Reason::DoneByAPerson)
}

fn already_told(change: &Change, _: &Circumstances<'_>) -> Option<Reason> {
    matches!(change, Change::SeenAgain(_) | Change::Developed(_)).then_some(Reason::AlreadyTold)
}

fn others_open(change: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    let others = matches!(change, Change::Resolved(_)) && around.alert.unresolved().next().is_some();
    others.then_some(Reason::OthersOpen)
}

/// It joined an alert that was told, which has not grown enough since. What was decided of the others was not decided of it: where
/// all of them are in somebody's hands or put off, nothing reminds of it, and it is told.
fn gathered(change: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    // Of several outlets it is not told that one of them is hidden.
    let hidden = matches!(change, Change::Hidden(_)) && around.alert.outlets().len() > 1;
    if hidden {
        return Some(Reason::Gathered);
    }
    let told = around.told.filter(|_| change.begins() && !around.in_hand)?;
    (!is_worse(around.alert, told) && !has_grown(around.alert, told)).then_some(Reason::Gathered)
}

fn paused(_: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    around.paused.then_some(Reason::Paused)
}

/// Whoever was told of outlets together hears of the end, whichever of them it came to last.
fn outlet_paused(change: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    let end = matches!(change, Change::Resolved(_)) && around.told.is_some();
    match around.resting {
        Resting::Others => None,
        Resting::Outlet if end => None,
        Resting::Outlet | Resting::All => Some(Reason::OutletPaused),
    }
}

/// What became more urgent, and what grew, is told of whatever was put off.
fn snoozed(change: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    let put_off = change.incident().snoozed.is_some_and(|until| around.now < until);
    (put_off && !matches!(change, Change::Escalated(_))).then_some(Reason::Snoozed)
}

fn quiet(_: &Change, around: &Circumstances<'_>) -> Option<Reason> {
    (around.quiet && around.alert.severity < Severity::Critical).then_some(Reason::QuietHours)
}

/// What was told is not left standing when it is over, or in somebody's hands.
fn closes(change: &Change, reason: Reason, around: &Circumstances<'_>) -> bool {
    let over = matches!(change, Change::Resolved(_));
    match reason {
        Reason::DoneByAPerson => !over || around.alert.unresolved().next().is_none(),
        Reason::Paused | Reason::OutletPaused | Reason::QuietHours | Reason::Snoozed => over,
        _ => false,
    }
}

fn is_worse(alert: &Alert, told: &Told) -> bool {
    alert.severity > told.severity
}

/// Up to this many outlets, each further one is told of.
const EACH: u32 = 8;

/// Whether an alert has grown by so much that it is told again: each outlet of a group is; of a storm, when there are half as
/// many again, so that 5,000 outlets are told of some twenty times.
pub fn has_grown(alert: &Alert, told: &Told) -> bool {
    let (now, then) = (alert.arrivals, told.arrivals);
    now > then && (now <= EACH || now >= then.saturating_add(then / 2))
}
