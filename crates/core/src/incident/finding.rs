//! What one look came to, in the few words that the life of an incident depends on.

use crate::observation::{Failure, FailureKind};
use crate::verdict::{Availability, Judgement, Verdict};

/// What one look came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// The page is there and as it should be, or nothing is known yet that it could deviate from.
    Well,
    /// The page is there and out of the ordinary, not enough for an alarm.
    Doubtful,
    /// The page is there and not what the newsroom published.
    Alarming,
    /// The page does not answer, or answers with an error or a maintenance page.
    Down,
    /// Something stands in front of the page: a refusal, a robot check, a size we will not read.
    Hidden,
    /// The look says nothing of the site: this computer failed.
    Blind,
}

impl Finding {
    /// What a judged answer comes to.
    ///
    /// An alarm is an alarm whatever its status: a defacement may be served with 503.
    pub fn of_judgement(judgement: &Judgement) -> Self {
        match (judgement.verdict, judgement.availability) {
            (Verdict::Alarm, _) => Self::Alarming,
            (_, Availability::Error | Availability::Maintenance | Availability::Unreachable) => Self::Down,
            (_, Availability::RobotCheck | Availability::Refused) | (Verdict::Inconclusive, _) => Self::Hidden,
            (Verdict::Suspect, Availability::Up) => Self::Doubtful,
            (Verdict::Normal | Verdict::Learning, Availability::Up) => Self::Well,
        }
    }

    /// What a failed look comes to.
    pub fn of_failure(failure: &Failure) -> Self {
        match failure.kind {
            FailureKind::Local | FailureKind::Proxy => Self::Blind,
            // Without its credential an address is not seen, which is said after a while as a refusal is.
            FailureKind::TooLarge
            | FailureKind::BadEncoding
            | FailureKind::NoCredential
            | FailureKind::ForeignCredential
            | FailureKind::NoKeychain => Self::Hidden,
            FailureKind::NoSuchName
            | FailureKind::DnsFailed
            | FailureKind::TimedOut
            | FailureKind::Refused
            | FailureKind::Dropped
            | FailureKind::Unreachable
            | FailureKind::Untrusted
            | FailureKind::Tls
            | FailureKind::NotHttp
            | FailureKind::TooManyRedirects
            | FailureKind::BadRedirect => Self::Down,
        }
    }

    /// Whether the look saw the page itself.
    pub fn saw_page(self) -> bool {
        matches!(self, Self::Well | Self::Doubtful | Self::Alarming)
    }
}
