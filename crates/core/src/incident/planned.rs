//! Changes that a newsroom has planned: for a time, what was announced for an outlet is no alarm.
//!
//! A plan names what is expected, and ends by itself. What attacks need is never expected: an emptied or replaced page, a
//! panel or a login that changed, names, certificates, a script that nobody knows. What is expected opens no incident; it
//! is judged, shown and kept as ever, and nothing is learned of it.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::kin::foreign_host;
use crate::detect;
use crate::verdict::{Availability, Judgement, Signal, Verdict};

/// What a plan may name: the first part of a signal's kind.
pub const SIGNALS: [&str; 21] = [
    "charset",
    "cover",
    "feed",
    "fixed",
    "headline",
    "image",
    "language",
    "link",
    "lost",
    "missing",
    "outage",
    "painted",
    "picture",
    "redirect",
    "robots",
    "sheet",
    "sound",
    "source",
    "text",
    "title",
    "vocabulary",
];

/// The word by which a plan names that the outlet is away.
const OUTAGE: &str = "outage";

/// `[[outlet.planned]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// From when on, by the clocks of its zone.
    pub from: DateTime,
    /// Until when.
    pub until: DateTime,
    /// The zone's name in the IANA database; none: this computer's own.
    pub zone: Option<String>,
    /// What is expected: words of [`SIGNALS`].
    pub signals: Vec<String>,
    /// From which hosts: signals that name a host are expected of these alone, and of these whatever the list says.
    pub hosts: Vec<String>,
}

impl Planned {
    /// Whether it holds now. Where clocks are put back within it, it is the longer of the two that it could mean.
    pub fn holds(&self, zone: &TimeZone, now: Timestamp) -> bool {
        let from = zone.to_ambiguous_timestamp(self.from).earlier();
        let until = zone.to_ambiguous_timestamp(self.until).later();
        from.is_ok_and(|from| from <= now) && until.is_ok_and(|until| now < until)
    }

    /// Whether it expects this signal of a page at this address's domain.
    fn expects(&self, signal: &Signal, own: &str) -> bool {
        let group = signal.kind.split('.').next().unwrap_or_default();
        if !SIGNALS.contains(&group) || group == OUTAGE {
            return false;
        }
        match foreign_host(signal, own) {
            Some(host) => self.hosts.iter().any(|known| host == *known || host.ends_with(&format!(".{known}"))),
            None => self.signals.iter().any(|known| known == group) && !signal.kind.starts_with("source."),
        }
    }
}

/// What a judgement comes to without what these plans expect; none where they expect nothing of it, and nothing changes.
pub fn beside(judgement: &Judgement, own: &str, plans: &[&Planned]) -> Option<Judgement> {
    let away =
        matches!(judgement.availability, Availability::Error | Availability::Maintenance | Availability::Unreachable);
    if away && judgement.verdict != Verdict::Alarm {
        let expected = plans.iter().any(|plan| plan.signals.iter().any(|word| word == OUTAGE));
        return expected.then(|| judgement.clone());
    }
    let expected = |signal: &Signal| plans.iter().any(|plan| plan.expects(signal, own));
    if judgement.verdict != Verdict::Alarm || !judgement.signals.iter().any(expected) {
        return None;
    }
    let left = judgement.signals.iter().filter(|signal| !expected(signal)).cloned().collect();
    Some(detect::verdict_of(left, judgement.availability))
}
