//! Looks that brought no answer to judge.

use frontwatch_core::detect::unanswered::{JUDGING_FAILED, kind, of_failure, of_own_fault};
use frontwatch_core::observation::{Failure, FailureKind, Stage};
use frontwatch_core::verdict::{Availability, Verdict};

const KINDS: [FailureKind; 18] = [
    FailureKind::NoSuchName,
    FailureKind::DnsFailed,
    FailureKind::TimedOut,
    FailureKind::Refused,
    FailureKind::Dropped,
    FailureKind::Unreachable,
    FailureKind::Untrusted,
    FailureKind::Tls,
    FailureKind::NotHttp,
    FailureKind::TooManyRedirects,
    FailureKind::BadRedirect,
    FailureKind::TooLarge,
    FailureKind::BadEncoding,
    FailureKind::Proxy,
    FailureKind::Local,
    FailureKind::NoCredential,
    FailureKind::ForeignCredential,
    FailureKind::NoKeychain,
];

#[test]
fn no_answer_is_neither_well_nor_an_alarm_and_says_why() {
    for failure in KINDS {
        for stage in
            [Stage::Credential, Stage::Dns, Stage::Connect, Stage::Headers, Stage::Body, Stage::Decode, Stage::Redirect]
        {
            let judgement = of_failure(&Failure { kind: failure, stage, detail: "as the system says it".to_owned() });
            assert_eq!(judgement.verdict, Verdict::Inconclusive, "{failure:?} {stage:?}");
            assert_eq!(judgement.signals.len(), 1, "{failure:?} {stage:?}");
            assert_eq!(judgement.signals[0].kind, kind(failure));
            // What is too large or cannot be unpacked did answer, and what was not asked is not down: that is no outage.
            let asked = !matches!(
                failure,
                FailureKind::NoCredential | FailureKind::ForeignCredential | FailureKind::NoKeychain
            );
            let refused = !asked || matches!(failure, FailureKind::TooLarge | FailureKind::BadEncoding);
            assert_eq!(judgement.availability == Availability::Refused, refused, "{failure:?} {stage:?}");
        }
    }
    let mut kinds: Vec<_> = KINDS.into_iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), KINDS.len(), "each failure has a kind of its own");
}

#[test]
fn a_fault_of_this_program_blames_nobody() {
    let judgement = of_own_fault();
    assert_eq!(judgement.verdict, Verdict::Inconclusive);
    assert_eq!(judgement.signals[0].kind, JUDGING_FAILED);
    assert_eq!(judgement.availability, Availability::Refused);
}
