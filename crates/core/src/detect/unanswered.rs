//! Looks that brought no answer to judge. They are never `normal` and never, alone, an alarm: whether a site is down
//! is decided over several of them, in `incident`.

use crate::observation::{Failure, FailureKind, Stage};
use crate::text::{Arg, Message};
use crate::verdict::{Availability, Judgement, Severity, Signal, Verdict};

/// What a failed look says.
pub fn of_failure(failure: &Failure) -> Judgement {
    let kind = kind_word(failure.kind);
    let message = Message::new(format!("failure-{kind}"));
    let availability = match failure.kind {
        FailureKind::TooLarge | FailureKind::BadEncoding => Availability::Refused,
        _ => Availability::Unreachable,
    };
    inconclusive(&format!("unanswered.{kind}"), message, stage_word(failure.stage), availability)
}

/// What a look says whose judging failed by a fault of this program: that nobody knows.
pub fn of_own_fault() -> Judgement {
    inconclusive("unanswered.judging", Message::new("failure-judging"), "judging", Availability::Refused)
}

fn inconclusive(kind: &str, message: Message, stage: &str, availability: Availability) -> Judgement {
    let signal = Signal {
        kind: kind.to_owned(),
        weight: 0.5,
        message: message.with("stage", Arg::Own(stage.to_owned())),
        before: "the page answered".to_owned(),
        after: format!("no answer that can be judged ({stage})"),
    };
    Judgement {
        verdict: Verdict::Inconclusive,
        severity: Severity::Warning,
        score: 0.0,
        signals: vec![signal],
        availability,
    }
}

/// The kind of a failure as message ids and signal kinds spell it.
fn kind_word(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::NoSuchName => "no-such-name",
        FailureKind::DnsFailed => "dns-failed",
        FailureKind::TimedOut => "timed-out",
        FailureKind::Refused => "refused",
        FailureKind::Dropped => "dropped",
        FailureKind::Unreachable => "unreachable",
        FailureKind::Untrusted => "untrusted",
        FailureKind::Tls => "tls",
        FailureKind::NotHttp => "not-http",
        FailureKind::TooManyRedirects => "too-many-redirects",
        FailureKind::BadRedirect => "bad-redirect",
        FailureKind::TooLarge => "too-large",
        FailureKind::BadEncoding => "bad-encoding",
        FailureKind::Proxy => "proxy",
        FailureKind::Local => "local",
    }
}

fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Dns => "dns",
        Stage::Connect => "connect",
        Stage::Headers => "headers",
        Stage::Body => "body",
        Stage::Decode => "decode",
        Stage::Redirect => "redirect",
    }
}
