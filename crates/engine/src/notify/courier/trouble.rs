//! Why a far end did not take a notice, in words that hold nothing of what it said.

use std::error::Error;
use std::time::Duration;

use frontwatch_core::observation::FailureKind;

use super::PATIENCE;
use crate::fetch::recognise;
use crate::ports::NotDelivered;

/// It took too long.
pub(super) fn silent() -> NotDelivered {
    let why = format!("it has not answered within {} s", PATIENCE.as_secs());
    NotDelivered::Away { why, rest: Duration::ZERO }
}

/// Nothing came back: what the connection says of it. Known by type alone, as texts quote addresses.
pub(super) fn unreached(error: &(dyn Error + 'static)) -> NotDelivered {
    let why = match recognise(error) {
        Some(FailureKind::NoSuchName) => "its name does not exist",
        Some(FailureKind::DnsFailed) => "its name could not be looked up",
        Some(FailureKind::TimedOut) => "it has not answered in time",
        Some(FailureKind::Refused) => "it refuses connections",
        Some(FailureKind::Dropped) => "it ended the connection without an answer",
        Some(FailureKind::Unreachable) => "there is no way to it from here",
        Some(FailureKind::Untrusted) => "its certificate is not trusted",
        Some(FailureKind::Tls) => "no encrypted connection to it could be agreed on",
        Some(FailureKind::NotHttp) => "it answers something that is not HTTP",
        Some(FailureKind::Local) => "this computer did not let the connection be made",
        _ => "it cannot be reached",
    };
    NotDelivered::Away { why: why.to_owned(), rest: Duration::ZERO }
}
