//! A host's certificate chain: who vouches for it, for whom, until when, and how well the connection is kept.
//!
//! Weights: what a reader's browser warns of is an alarm by itself, and critical. What browsers accept and never was so (another
//! authority, a time that runs out) is an alarm that is only worth a warning: outlets do change authorities, and whoever
//! took over a name or stands in between looks the same. A renewal by the same authority says nothing.

use jiff::{SignedDuration, Timestamp};

use super::scene::{shows, shows_count, signal, size, whole};
use super::{Look, Special};
use crate::baseline::Baseline;
use crate::baseline::chain::{Current, Known};
use crate::facts::Facts;
use crate::facts::chain::{Certificate, Chain, Protocol, Trust};
use crate::text::{Arg, Message};
use crate::verdict::{Availability, Signal};

/// Browsers warn every reader.
const WARNED: f64 = 0.92;
/// An alarm by itself, at the severity of a warning.
const NOTED: f64 = 0.8;
/// What is worth a line; it is learned when it stands.
const ODD: f64 = 0.6;
/// A downgrade of the connection.
const OLDER: f64 = 0.5;

/// How long before its end a certificate may be renewed with another authority without that being odd: what clients of
/// automatic authorities take as the time to renew one of 90 days (a third of its life).
const RENEWAL: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The stages of a certificate that runs out: how many days are left, and what is said then. Each is told once.
const STAGES: [(i64, &str, f64); 4] = [
    (1, EXPIRY_STAGES[3], 0.86),
    (7, EXPIRY_STAGES[2], 0.84),
    (14, EXPIRY_STAGES[1], 0.82),
    (21, EXPIRY_STAGES[0], 0.8),
];

/// The kinds of the stages of a certificate that runs out, first first.
pub const EXPIRY_STAGES: [&str; 4] =
    ["certificate.expiry", "certificate.expiry-fortnight", "certificate.expiry-week", "certificate.expiry-day"];

/// Kinds that are worth a look today and wake nobody.
pub(super) const WARNINGS: [&str; 7] = [
    EXPIRY_STAGES[0],
    EXPIRY_STAGES[1],
    EXPIRY_STAGES[2],
    EXPIRY_STAGES[3],
    "certificate.issuer",
    "certificate.key",
    "certificate.incomplete",
];

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(look: &Look<'_>, baseline: &Baseline) -> Special {
    let known = baseline.chain();
    let mut signals = Vec::new();
    let chain = Chain::read(look.text);
    let leaf = chain.as_ref().and_then(|chain| chain.leaf.as_deref());
    let mut unavailable = None;
    match (&chain, leaf) {
        (Some(chain), Some(leaf)) if !known.accepted(leaf) => {
            time(leaf, look.at, &mut signals);
            if known.ready() {
                trust(chain, leaf, known, &mut signals);
                signer(chain, leaf, known, look.at, &mut signals);
            }
        }
        (Some(_), Some(_)) => {}
        // Readers' browsers cannot read it either.
        (Some(_), None) if known.ready() => {
            signals.push(signal("certificate.unread", WARNED, Vec::new(), used(known), shows("no-certificate")));
        }
        _ => {
            let unread = signal("certificate.unread", 0.5, Vec::new(), shows("certificate"), shows("no-certificate"));
            unavailable = Some(unread);
        }
    }
    if chain.as_ref().and_then(|chain| chain.protocol) == Some(Protocol::Tls12) && known.always_newest() {
        let (before, after) = (Protocol::Tls13.as_str(), Protocol::Tls12.as_str());
        signals.push(signal("certificate.protocol", OLDER, Vec::new(), before, after));
    }
    Special {
        facts: Facts::Chain(chain.unwrap_or_default()),
        signals,
        availability: Availability::Up,
        unavailable,
        ready: known.ready(),
    }
}

/// Whether its time has come, or runs out.
fn time(leaf: &Certificate, at: Timestamp, out: &mut Vec<Signal>) {
    let until = shows("valid-until").with("day", whole(day(leaf.until)));
    if at >= leaf.until {
        let args = vec![("until", Arg::Time(leaf.until))];
        out.push(signal("certificate.expired", WARNED, args, until, shows("run-out")));
        return;
    }
    if at < leaf.from {
        let args = vec![("from", Arg::Time(leaf.from))];
        let after = shows("valid-from").with("day", whole(day(leaf.from)));
        out.push(signal("certificate.early", WARNED, args, shows("certificate-valid"), after));
        return;
    }
    let left = leaf.until.duration_since(at);
    // Automatic renewal comes at a third of a life or half of a short one (RFC 9773 and the clients that follow it): what
    // lives for days or weeks is no matter before three quarters are over.
    let last_quarter = leaf.until.duration_since(leaf.from) / 4;
    let stage = STAGES.into_iter().find(|(days, _, _)| left <= SignedDuration::from_hours(days * 24).min(last_quarter));
    if let Some((_, kind, weight)) = stage {
        out.push(signal(kind, weight, vec![("until", Arg::Time(leaf.until))], shows("certificate-lasting"), until));
    }
}

/// What a reader's browser says of it now, where it did not always say so.
fn trust(chain: &Chain, leaf: &Certificate, known: &Known, out: &mut Vec<Signal>) {
    if chain.trust == Trust::Trusted || known.knows_trust(chain.trust) {
        return;
    }
    let by = |id| shows(id).with("issuer", issuer(leaf, Arg::Whole));
    let signer = || vec![("issuer", issuer(leaf, Arg::Foreign))];
    let before = used(known);
    out.push(match chain.trust {
        // Who holds the key is the host itself: it only forgot to send who vouches for it.
        Trust::UnknownIssuer if !leaf.self_signed && known.knows_key(&leaf.key) && known.knows_issuer(&leaf.issuer) => {
            let after = shows_count("chain-incomplete", size(chain.sent));
            signal("certificate.incomplete", NOTED, Vec::new(), before, after)
        }
        Trust::UnknownIssuer | Trust::Other if leaf.self_signed => {
            signal("certificate.self-signed", WARNED, Vec::new(), before, shows("self-signed"))
        }
        Trust::WrongName => {
            let name = leaf.names.first().unwrap_or(&leaf.subject).clone();
            let after = by("signed-for").with("name", whole(&name));
            signal("certificate.name", WARNED, vec![("name", Arg::Foreign(name))], before, after)
        }
        Trust::Revoked => signal("certificate.revoked", WARNED, signer(), before, by("taken-back")),
        // Said by its time.
        Trust::Expired | Trust::NotYetValid if !out.is_empty() => return,
        _ => signal("certificate.untrusted", WARNED, signer(), before, by("not-trusted")),
    });
}

/// Who signed it, and for which key.
fn signer(chain: &Chain, leaf: &Certificate, known: &Known, at: Timestamp, out: &mut Vec<Signal>) {
    let new_key = !known.knows_key(&leaf.key);
    if chain.trust != Trust::Trusted {
        // Where nobody ever vouched for the host, its key is all that tells it from another.
        if known.knows_trust(chain.trust) && new_key {
            out.push(signal("certificate.key", NOTED, Vec::new(), used(known), shows("another-key")));
        }
        return;
    }
    if known.knows_issuer(&leaf.issuer) || !known.knows_trust(Trust::Trusted) {
        return;
    }
    let due = known.current().is_none_or(|current| is_due(current, at));
    let weight = match (new_key, due) {
        // Who shows a known key is who had it.
        (false, _) => 0.3,
        (true, true) => ODD,
        (true, false) => NOTED,
    };
    let before = known.current().map(|current| current.issuer.clone()).unwrap_or_default();
    let args = vec![("issuer", issuer(leaf, Arg::Foreign)), ("before", Arg::Foreign(before.clone()))];
    let signed = |by| shows("signed-by").with("issuer", by);
    out.push(signal("certificate.issuer", weight, args, signed(whole(before)), signed(issuer(leaf, Arg::Whole))));
}

/// Whether a certificate is old enough to be renewed.
fn is_due(current: &Current, at: Timestamp) -> bool {
    let life = current.until.duration_since(current.from);
    current.until.duration_since(at) <= RENEWAL.max(life / 3)
}

/// What was in use before.
fn used(known: &Known) -> Message {
    let signed = |by: &str| shows("signed-by").with("issuer", whole(by));
    known.current().map_or_else(|| shows("certificate"), |current| signed(&current.issuer))
}

/// Who signed it, as `text` has it.
fn issuer(leaf: &Certificate, text: fn(String) -> Arg) -> Arg {
    if leaf.issuer.is_empty() { shows("nameless").into() } else { text(leaf.issuer.clone()) }
}

/// The day of a moment, UTC.
fn day(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%d").to_string()
}
