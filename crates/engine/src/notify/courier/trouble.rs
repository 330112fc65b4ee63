//! Why a far end did not take a notice, in words that hold nothing of what it said.

use std::error::Error;
use std::time::Duration;

use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::Message;

use super::PATIENCE;
use crate::fetch::recognise;
use crate::ports::NotDelivered;

/// It took too long.
pub(super) fn silent() -> NotDelivered {
    let why = Message::new("far-silent").own("seconds", PATIENCE.as_secs());
    NotDelivered::Away { why, rest: Duration::ZERO }
}

/// Nothing came back: what the connection says of it. Known by type alone, as texts quote addresses.
pub(super) fn unreached(error: &(dyn Error + 'static)) -> NotDelivered {
    let why = match recognise(error) {
        Some(FailureKind::NoSuchName) => "far-no-name",
        Some(FailureKind::DnsFailed) => "far-no-answer-of-name",
        Some(FailureKind::TimedOut) => "far-timed-out",
        Some(FailureKind::Refused) => "far-refuses",
        Some(FailureKind::Dropped) => "far-dropped",
        Some(FailureKind::Unreachable) => "far-unreachable",
        Some(FailureKind::Untrusted) => "far-untrusted",
        Some(FailureKind::Tls) => "far-unencrypted",
        Some(FailureKind::NotHttp) => "far-not-http",
        Some(FailureKind::Local) => "far-local",
        _ => "far-unreached",
    };
    NotDelivered::Away { why: Message::new(why), rest: Duration::ZERO }
}
