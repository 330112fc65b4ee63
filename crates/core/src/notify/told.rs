//! What was told of an alert, and when it is told again.

use jiff::{SignedDuration, Timestamp};

use super::stages::Reason;
use crate::incident::alert::Alert;
use crate::verdict::Severity;

/// From telling of something critical to the first reminder, while nobody has it; and between the next ones.
const FIRST_REMINDER: SignedDuration = SignedDuration::from_mins(3);
const NEXT_REMINDER: SignedDuration = SignedDuration::from_mins(30);
/// An alert that grew by less than is told at once is told as it is after this time.
const SETTLED: SignedDuration = SignedDuration::from_secs(15);

/// What was told of an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// When last, reminders among it.
    pub at: Timestamp,
    /// How many reminders there were since there was news.
    pub reminders: u32,
    /// How many outlets had joined the alert.
    pub arrivals: u32,
    /// How urgent it was.
    pub severity: Severity,
}

/// When an alert is told again by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A reminder is due at this moment.
    Reminder(Timestamp),
    /// Never, for this reason.
    Never(Reason),
}

impl Told {
    /// When the next reminder of the alert is due. `open`: nobody has one of its incidents; `snoozed`: until when each
    /// of those was put off; none where one was not.
    pub fn next(&self, alert: &Alert, open: bool, snoozed: Option<Timestamp>) -> Next {
        if alert.severity < Severity::Critical {
            return Next::Never(Reason::NotUrgent);
        }
        if !open {
            return Next::Never(Reason::DoneByAPerson);
        }
        let wait = if self.reminders == 0 { FIRST_REMINDER } else { NEXT_REMINDER };
        let due = self.at.saturating_add(wait).unwrap_or(Timestamp::MAX);
        Next::Reminder(snoozed.map_or(due, |until| due.max(until)))
    }

    /// Whether more outlets have joined than were told of, the latest some time ago.
    pub fn is_behind(&self, alert: &Alert, now: Timestamp) -> bool {
        alert.arrivals > self.arrivals && now.duration_since(alert.latest) >= SETTLED
    }
}
