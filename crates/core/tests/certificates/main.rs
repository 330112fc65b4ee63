//! A host's certificate: what is a renewal, what is a change that somebody should look at, and what warns readers away. The
//! certificates are made here; every look is judged after an ordinary history.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tables of looks; a test may panic")]

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod make;
mod others;

use common::{Watch, kinds, told};
use frontwatch_core::detect::Judged;
use frontwatch_core::facts::chain::{Protocol, Trust};
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::WatchKind;
use jiff::{SignedDuration, Timestamp};
use make::{Leaf, seen};
use rcgen::KeyPair;

/// What should be said of a look.
#[derive(Debug, Clone, Copy)]
enum Say {
    Normal,
    Suspect(&'static str),
    /// An alarm that is worth a look today.
    Warning(&'static str),
    /// An alarm that wakes somebody.
    Critical(&'static str),
}

use Say::{Critical, Normal, Suspect, Warning};

fn agrees(judged: &Judged, say: Say) -> bool {
    let (verdict, severity) = (judged.judgement.verdict, judged.judgement.severity);
    let first = kinds(judged).first().copied();
    match say {
        Normal => verdict == Verdict::Normal,
        Suspect(kind) => verdict == Verdict::Suspect && first == Some(kind),
        Warning(kind) => (verdict, severity, first) == (Verdict::Alarm, Severity::Warning, Some(kind)),
        Critical(kind) => (verdict, severity, first) == (Verdict::Alarm, Severity::Critical, Some(kind)),
    }
}

fn day(text: &str) -> Timestamp {
    format!("{text}T12:00:00Z").parse().unwrap()
}

/// A host that was looked at six times with this certificate.
fn learned(leaf: &Leaf<'_>, trust: Trust) -> Watch {
    let mut watch = Watch::new(WatchKind::Tls);
    for n in 0..6 {
        let judged =
            watch.see_at(&seen(leaf, Some(Protocol::Tls13), trust), day("2025-01-20") + SignedDuration::from_mins(n));
        assert!(judged.judgement.signals.is_empty(), "{}", told(&judged));
    }
    watch
}

/// Each case on the same history, judged at its own time.
fn hold(watch: &Watch, table: Vec<(&str, String, &str, Say)>) {
    let mut wrong = Vec::new();
    for (what, document, at, say) in table {
        let judged = watch.judge_at(&document, day(at));
        if !agrees(&judged, say) {
            wrong.push(format!("{what}: {say:?} was wanted, not {:?} {}", judged.judgement.severity, told(&judged)));
        }
        for signal in &judged.judgement.signals {
            assert!(!signal.before.is_empty() && !signal.after.is_empty(), "{what}: {signal:?}");
            let said = frontwatch_core::text::Speech::new(&[], jiff::tz::TimeZone::UTC);
            assert_eq!(said.flaws(&signal.message), [], "{what}");
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_renewal_is_normal_and_what_readers_are_warned_of_is_an_alarm() {
    let (key, other) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let old = Leaf::new(&key).signed_by("DigiCert Inc", "TLS RSA CA 1");
    let watch = learned(&old, Trust::Trusted);
    let new = || Leaf::new(&other).signed_by("DigiCert Inc", "TLS RSA CA 1").lasting((2025, 2, 1), (2025, 5, 1));
    let tls13 = |leaf: &Leaf<'_>, trust| seen(leaf, Some(Protocol::Tls13), trust);
    let elsewhere = |org: &'static str| new().signed_by(org, "CA");
    hold(
        &watch,
        vec![
            ("the same again", tls13(&old, Trust::Trusted), "2025-02-10", Normal),
            ("a new key by the same authority", tls13(&new(), Trust::Trusted), "2025-02-10", Normal),
            (
                "by another intermediate of it",
                tls13(&new().signed_by("DigiCert Inc", "TLS ECC CA 7"), Trust::Trusted),
                "2025-02-10",
                Normal,
            ),
            (
                "the authority's name written otherwise",
                tls13(&elsewhere("DIGICERT, Inc."), Trust::Trusted),
                "2025-02-10",
                Normal,
            ),
            (
                "another authority, out of the blue",
                tls13(&elsewhere("Let's Encrypt"), Trust::Trusted),
                "2025-02-10",
                Warning("certificate.issuer"),
            ),
            (
                "another authority, when renewal is due",
                tls13(&elsewhere("Let's Encrypt"), Trust::Trusted),
                "2025-03-12",
                Suspect("certificate.issuer"),
            ),
            (
                "another authority for the same key",
                tls13(&old.clone().signed_by("Let's Encrypt", "R11"), Trust::Trusted),
                "2025-02-10",
                Normal,
            ),
            (
                "nobody's",
                tls13(&elsewhere("Some Box"), Trust::UnknownIssuer),
                "2025-02-10",
                Critical("certificate.untrusted"),
            ),
            (
                "a forged name of the authority",
                tls13(&new(), Trust::UnknownIssuer),
                "2025-02-10",
                Critical("certificate.untrusted"),
            ),
            (
                "its own",
                tls13(&new().by_itself(), Trust::UnknownIssuer),
                "2025-02-10",
                Critical("certificate.self-signed"),
            ),
            (
                "its own, as an authority",
                tls13(&new().by_itself(), Trust::Other),
                "2025-02-10",
                Critical("certificate.self-signed"),
            ),
            (
                "for another name",
                tls13(&new().named("other.example"), Trust::WrongName),
                "2025-02-10",
                Critical("certificate.name"),
            ),
            ("taken back", tls13(&old, Trust::Revoked), "2025-02-10", Critical("certificate.revoked")),
            ("refused for another reason", tls13(&old, Trust::Other), "2025-02-10", Critical("certificate.untrusted")),
            (
                "without who vouches for it",
                tls13(&old, Trust::UnknownIssuer),
                "2025-02-10",
                Warning("certificate.incomplete"),
            ),
            ("no certificate at all", make::garbage(Trust::Unreadable), "2025-02-10", Critical("certificate.unread")),
            ("ended after the chain", seen(&old, None, Trust::Trusted), "2025-02-10", Normal),
            (
                "an older protocol",
                seen(&old, Some(Protocol::Tls12), Trust::Trusted),
                "2025-02-10",
                Suspect("certificate.protocol"),
            ),
        ],
    );
}

#[test]
fn a_certificate_that_runs_out_is_told_in_stages_and_wakes_when_it_has() {
    let key = KeyPair::generate().unwrap();
    let leaf = Leaf::new(&key).lasting((2025, 1, 1), (2025, 4, 1));
    let look = seen(&leaf, Some(Protocol::Tls13), Trust::Trusted);
    let expired = seen(&leaf, Some(Protocol::Tls13), Trust::Expired);
    let early = seen(&leaf.clone().lasting((2025, 3, 1), (2025, 6, 1)), Some(Protocol::Tls13), Trust::NotYetValid);
    let watch = learned(&leaf, Trust::Trusted);
    hold(
        &watch,
        vec![
            ("22 days", look.clone(), "2025-03-10", Normal),
            ("20 days", look.clone(), "2025-03-12", Warning("certificate.expiry")),
            ("13 days", look.clone(), "2025-03-19", Warning("certificate.expiry-fortnight")),
            ("6 days", look.clone(), "2025-03-26", Warning("certificate.expiry-week")),
            ("half a day", look.clone(), "2025-03-31", Warning("certificate.expiry-day")),
            ("over", expired.clone(), "2025-04-01", Critical("certificate.expired")),
            ("over, whatever the verifier says", look, "2025-04-01", Critical("certificate.expired")),
            ("not begun", early, "2025-02-10", Critical("certificate.early")),
        ],
    );
    // What lives for six days is renewed after three or four.
    let short = Leaf::new(&key).lasting((2025, 2, 1), (2025, 2, 7));
    let short = seen(&short, Some(Protocol::Tls13), Trust::Trusted);
    hold(
        &watch,
        vec![
            ("two days of six", short.clone(), "2025-02-04", Normal),
            ("a day and a half of six", short.clone(), "2025-02-05", Warning("certificate.expiry-week")),
            ("half a day of six", short, "2025-02-06", Warning("certificate.expiry-day")),
        ],
    );
    // It is said from the first look, too: time needs no history.
    let judged = Watch::new(WatchKind::Tls).judge_at(&expired, day("2025-04-02"));
    assert!(agrees(&judged, Critical("certificate.expired")), "{}", told(&judged));
}

#[test]
fn a_host_that_always_vouched_for_itself_is_as_it_should_be_until_its_key_is_another() {
    let (key, other) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let own = Leaf::new(&key).by_itself();
    let watch = learned(&own, Trust::UnknownIssuer);
    let look = |leaf: &Leaf<'_>, trust| seen(leaf, Some(Protocol::Tls13), trust);
    hold(
        &watch,
        vec![
            ("the same", look(&own, Trust::UnknownIssuer), "2025-02-10", Normal),
            (
                "signed anew with the same key",
                look(&own.clone().lasting((2025, 2, 1), (2025, 9, 1)), Trust::UnknownIssuer),
                "2025-02-10",
                Normal,
            ),
            (
                "another key",
                look(&Leaf::new(&other).by_itself(), Trust::UnknownIssuer),
                "2025-02-10",
                Warning("certificate.key"),
            ),
            ("an authority's at last", look(&Leaf::new(&other), Trust::Trusted), "2025-02-10", Normal),
            (
                "for another name",
                look(&own.clone().named("x.example"), Trust::WrongName),
                "2025-02-10",
                Critical("certificate.name"),
            ),
        ],
    );
    let said = watch.baseline.describe();
    assert!(said.iter().any(|message| message.id == "baseline-certificate-untrusted"), "{said:?}");
}

#[test]
fn what_a_renewal_taught_is_said_and_what_a_person_approved_stays_approved_alone() {
    let keys: Vec<KeyPair> = (0..4).map(|_| KeyPair::generate().unwrap()).collect();
    let look = |leaf: &Leaf<'_>, trust| seen(leaf, Some(Protocol::Tls13), trust);
    let mut watch = learned(&Leaf::new(&keys[0]), Trust::Trusted);
    let version = watch.baseline.version();
    let renewed = look(&Leaf::new(&keys[1]).lasting((2025, 2, 1), (2025, 5, 1)), Trust::Trusted);
    let judged = watch.judge_at(&renewed, day("2025-02-10"));
    let learned = watch.baseline.learn(&judged, day("2025-02-10"));
    assert!(
        matches!(&learned, frontwatch_core::baseline::Learned::Material(reason) if reason.id == "baseline-certificate-taken"),
        "{learned:?}"
    );
    assert_eq!(watch.baseline.version(), version + 1);
    let again = watch.judge_at(&renewed, day("2025-02-11"));
    assert_eq!(watch.baseline.learn(&again, day("2025-02-11")), frontwatch_core::baseline::Learned::Counted);

    // Servers that take turns teach nothing new.
    let old = look(&Leaf::new(&keys[0]), Trust::Trusted);
    for minute in 0..4 {
        let at = day("2025-02-11") + SignedDuration::from_mins(minute);
        let judged = watch.judge_at(if minute % 2 == 0 { &old } else { &renewed }, at);
        assert_eq!(watch.baseline.learn(&judged, at), frontwatch_core::baseline::Learned::Counted, "{}", told(&judged));
    }

    // Its own certificate, approved: this one and no other.
    let own = look(&Leaf::new(&keys[2]).by_itself(), Trust::UnknownIssuer);
    let judged = watch.judge_at(&own, day("2025-02-12"));
    assert!(agrees(&judged, Critical("certificate.self-signed")));
    watch.baseline.approve(&judged, day("2025-02-12"));
    hold(
        &watch,
        vec![
            ("approved", own, "2025-02-13", Normal),
            (
                "another of that sort",
                look(&Leaf::new(&keys[3]).by_itself(), Trust::UnknownIssuer),
                "2025-02-13",
                Critical("certificate.self-signed"),
            ),
            ("the authority's again", renewed, "2025-02-13", Normal),
        ],
    );
}

#[test]
fn another_authority_when_renewal_was_due_is_learned_after_it_stood() {
    let (key, other) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
    let mut watch = learned(&Leaf::new(&key), Trust::Trusted);
    let moved = Leaf::new(&other).signed_by("Google Trust Services", "WE1").lasting((2025, 3, 10), (2025, 6, 8));
    let moved = seen(&moved, Some(Protocol::Tls13), Trust::Trusted);
    let at = |minutes| day("2025-03-12") + SignedDuration::from_mins(minutes);
    for (minutes, say) in [
        (0, Suspect("certificate.issuer")),
        (20, Suspect("certificate.issuer")),
        (31, Suspect("certificate.issuer")),
        (32, Normal),
    ] {
        let judged = watch.see_at(&moved, at(minutes));
        assert!(agrees(&judged, say), "after {minutes} minutes: {}", told(&judged));
    }
}
