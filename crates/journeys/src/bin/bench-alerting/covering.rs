//! Which `Notify` told of which attack.
//!
//! The rule: an attack is told of by the first `Notify` after it that
//!
//! 1. names the outlet, in full, in what a person reads of it; or
//! 2. is what a `notice` event says (same title, same text) of an incident of that outlet, or of a campaign that holds one;
//!
//! provided that the program reported an incident at that outlet which opened after the attack. What counts is when
//! `Notify` came over the bus.

use std::time::{Duration, Instant};

use crate::heard::{Heard, Noticed, Opened};

/// A `Notify`, as a person reads it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// When it came.
    pub(crate) at: Instant,
    /// The title.
    pub(crate) title: String,
    /// The text.
    pub(crate) body: String,
}

impl Shown {
    /// What came over the bus, without markup and without the marks that keep directions of writing apart.
    pub(crate) fn new(at: Instant, title: &str, body: &str) -> Self {
        Self { at, title: plain(title), body: plain(body) }
    }

    fn is(&self, noticed: &Noticed) -> bool {
        self.title == plain(&noticed.title) && self.body == plain(&noticed.body)
    }
}

/// How long after `attacked` the editor was told of what was done to `outlet`; `names` are those of all outlets.
pub(crate) fn told_after(
    outlet: &str,
    attacked: Instant,
    shown: &[Shown],
    heard: &Heard,
    names: &[String],
) -> Option<Duration> {
    let incidents: Vec<_> =
        heard.opened.iter().filter(|opened| opened.outlet == outlet && opened.at >= attacked).collect();
    if incidents.is_empty() {
        return None;
    }
    let first = shown
        .iter()
        .filter(|shown| shown.at >= attacked && concerns(shown, outlet, &incidents, heard, names))
        .map(|shown| shown.at)
        .min()?;
    Some(first.duration_since(attacked))
}

/// Whether a `Notify` tells of `outlet`, which has these incidents.
pub(crate) fn concerns(shown: &Shown, outlet: &str, incidents: &[&Opened], heard: &Heard, names: &[String]) -> bool {
    if names_outlet(shown, outlet, names) {
        return true;
    }
    heard.noticed.iter().filter(|noticed| shown.is(noticed)).any(|noticed| {
        incidents.iter().any(|incident| {
            incident.id == noticed.incident || incident.campaign.is_some() && incident.campaign == noticed.campaign
        })
    })
}

/// Whether it names this outlet, and not one whose name begins or ends with this one's.
fn names_outlet(shown: &Shown, outlet: &str, names: &[String]) -> bool {
    let longer = || names.iter().filter(|name| name.len() > outlet.len() && name.contains(outlet));
    [&shown.title, &shown.body].into_iter().any(|text| {
        let mut rest = text.clone();
        for name in longer() {
            rest = rest.replace(name.as_str(), "");
        }
        rest.contains(outlet)
    })
}

/// A text without markup and marks of direction.
fn plain(text: &str) -> String {
    let unmarked: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    // The ampersand last: what was escaped once is to be read once.
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(unmarked, |text, (escaped, letter)| text.replace(escaped, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTLET: &str = "Quarry Lane Ledger";

    /// An attack at second 10, an incident heard of at 30, and a `Notify` at 31; each may be changed.
    struct Case {
        why: &'static str,
        incident: Option<(&'static str, u64)>,
        campaign: Option<&'static str>,
        notice: Option<(&'static str, Option<&'static str>)>,
        shown: Vec<(u64, &'static str, &'static str)>,
        told: Option<u64>,
    }

    impl Default for Case {
        fn default() -> Self {
            Self {
                why: "an alert",
                incident: Some((OUTLET, 30)),
                campaign: None,
                notice: Some(("1", None)),
                shown: vec![(31, "Quarry Lane Ledger: a picture covers the front page", "Since 14:02.")],
                told: Some(21),
            }
        }
    }

    #[test]
    fn what_covers_an_attack() {
        let gathered = || vec![(31, "12 outlets are attacked", "Look at the window.")];
        let cases = [
            Case::default(),
            Case { why: "no incident", incident: None, told: None, ..Case::default() },
            Case { why: "an older incident", incident: Some((OUTLET, 9)), told: None, ..Case::default() },
            Case { why: "another's incident", incident: Some(("Millrace Signal", 30)), told: None, ..Case::default() },
            Case {
                why: "told before it was done, then of it",
                shown: vec![(9, OUTLET, "earlier"), (40, OUTLET, "now"), (50, OUTLET, "again")],
                told: Some(30),
                ..Case::default()
            },
            Case {
                why: "named in the text",
                shown: vec![(31, "Two outlets", "Quarry Lane Ledger, Oxu")],
                ..Case::default()
            },
            Case {
                why: "between marks of direction",
                shown: vec![(31, "\u{2068}Quarry Lane Ledger\u{2069}: covered", "")],
                ..Case::default()
            },
            Case {
                why: "an outlet of a longer name",
                notice: None,
                shown: vec![(31, "Quarry Lane Ledger 2: covered", "")],
                told: None,
                ..Case::default()
            },
            Case {
                why: "both are named",
                notice: None,
                shown: vec![(31, "Two outlets", "Quarry Lane Ledger 2, Quarry Lane Ledger")],
                ..Case::default()
            },
            Case { why: "nothing names it", notice: None, shown: gathered(), told: None, ..Case::default() },
            Case { why: "a notice says so", shown: gathered(), ..Case::default() },
            Case {
                why: "a notice of another incident",
                notice: Some(("2", None)),
                shown: gathered(),
                told: None,
                ..Case::default()
            },
            Case {
                why: "a notice of its campaign",
                campaign: Some("c"),
                notice: Some(("2", Some("c"))),
                shown: gathered(),
                ..Case::default()
            },
            Case {
                why: "a notice of another campaign",
                campaign: Some("c"),
                notice: Some(("2", Some("d"))),
                shown: gathered(),
                told: None,
                ..Case::default()
            },
        ];
        let begun = Instant::now();
        let at = |seconds| begun + Duration::from_secs(seconds);
        let names = [OUTLET, "Quarry Lane Ledger 2", "Millrace Signal"].map(str::to_owned);
        for case in cases {
            let mut heard = Heard::default();
            heard.opened.extend(case.incident.map(|(outlet, heard_at)| Opened {
                id: "1".to_owned(),
                outlet: outlet.to_owned(),
                campaign: case.campaign.map(str::to_owned),
                summary: String::new(),
                at: at(heard_at),
            }));
            heard.noticed.extend(case.notice.map(|(incident, campaign)| Noticed {
                incident: incident.to_owned(),
                campaign: campaign.map(str::to_owned),
                title: "12 outlets are attacked".to_owned(),
                body: "Look at the window.".to_owned(),
            }));
            let shown: Vec<_> =
                case.shown.iter().map(|(second, title, body)| Shown::new(at(*second), title, body)).collect();
            let told = told_after(OUTLET, at(10), &shown, &heard, &names);
            assert_eq!(told, case.told.map(Duration::from_secs), "{}", case.why);
        }
    }

    #[test]
    fn markup_is_read_once() {
        assert_eq!(plain("a &lt;b&gt; &amp;lt; &quot;c&quot;"), "a <b> &lt; \"c\"");
    }
}
