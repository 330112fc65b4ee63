//! Looks that brought no answer to judge. They are never `normal` and never, alone, an alarm: whether a site is down
//! is decided over several of them, in `incident`.

use super::scene::shows;
use crate::baseline::Baseline;
use crate::facts::closed::Way;
use crate::incident::finding::Finding;
use crate::observation::{Failure, FailureKind};
use crate::text::{Message, words};
use crate::verdict::{Availability, Judgement, Severity, Signal, Verdict};
use crate::watch::{Expect, Watch, WatchKind};

/// What a failed look says.
pub fn of_failure(failure: &Failure) -> Judgement {
    let availability = match failure.kind {
        FailureKind::TooLarge
        | FailureKind::BadEncoding
        | FailureKind::NoCredential
        | FailureKind::ForeignCredential
        | FailureKind::NoKeychain => Availability::Refused,
        _ => Availability::Unreachable,
    };
    let message = words::failed_look(failure.kind, failure.stage);
    inconclusive(kind(failure.kind), message, words::stage(failure.stage), availability)
}

/// What a failed look at this watch comes to. A refused connection is as good as 404 where nothing should be there; where
/// 404 or 410 was the answer before, something happened to the server.
pub fn of_watch(failure: &Failure, watch: &Watch, baseline: &Baseline) -> (Judgement, Finding) {
    let gone = (watch.kind, watch.expect, failure.kind) == (WatchKind::Admin, Some(Expect::Gone), FailureKind::Refused);
    if gone && !baseline.closed().has(Way::Gone) {
        let judgement = Judgement {
            verdict: Verdict::Normal,
            severity: Severity::Info,
            score: 0.0,
            signals: Vec::new(),
            availability: Availability::Up,
        };
        return (judgement, Finding::Well);
    }
    (of_failure(failure), Finding::of_failure(failure))
}

/// What a look says whose judging failed by a fault of this program: that nobody knows.
pub fn of_own_fault() -> Judgement {
    inconclusive(JUDGING_FAILED, words::judging_failed(), shows("stage-judging"), Availability::Refused)
}

/// What a look says that was made while this computer's own network was away: nothing, of the outlet.
pub fn of_own_network() -> Judgement {
    Judgement {
        severity: Severity::Info,
        ..inconclusive(OWN_NETWORK, words::own_network(), shows("stage-own-network"), Availability::Unreachable)
    }
}

fn inconclusive(kind: &str, message: Message, stage: Message, availability: Availability) -> Judgement {
    let signal = Signal {
        kind: kind.to_owned(),
        weight: 0.5,
        message,
        before: shows("answered").into(),
        after: shows("no-answer").with("stage", stage.into()).into(),
    };
    Judgement {
        verdict: Verdict::Inconclusive,
        severity: Severity::Warning,
        score: 0.0,
        signals: vec![signal],
        availability,
    }
}

/// The signal of a look whose judging failed.
pub const JUDGING_FAILED: &str = "unanswered.judging";

/// The signal of a look that ended on this computer's own network.
pub const OWN_NETWORK: &str = "unanswered.own-network";

/// The stable kind of the signal that a failure gives.
pub fn kind(failure: FailureKind) -> &'static str {
    match failure {
        FailureKind::NoSuchName => "unanswered.no-such-name",
        FailureKind::DnsFailed => "unanswered.dns-failed",
        FailureKind::TimedOut => "unanswered.timed-out",
        FailureKind::Refused => "unanswered.refused",
        FailureKind::Dropped => "unanswered.dropped",
        FailureKind::Unreachable => "unanswered.unreachable",
        FailureKind::Untrusted => "unanswered.untrusted",
        FailureKind::Tls => "unanswered.tls",
        FailureKind::NotHttp => "unanswered.not-http",
        FailureKind::TooManyRedirects => "unanswered.too-many-redirects",
        FailureKind::BadRedirect => "unanswered.bad-redirect",
        FailureKind::TooLarge => "unanswered.too-large",
        FailureKind::BadEncoding => "unanswered.bad-encoding",
        FailureKind::Proxy => "unanswered.proxy",
        FailureKind::Local => "unanswered.local",
        FailureKind::NoCredential => "unanswered.no-credential",
        FailureKind::ForeignCredential => "unanswered.foreign-credential",
        FailureKind::NoKeychain => "unanswered.no-keychain",
    }
}
