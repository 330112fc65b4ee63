//! What the program said on its standard output, as far as it is needed: incidents, notices, and verdicts counted.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::Value;

/// An incident that opened.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    /// Its name.
    pub(crate) id: String,
    /// The outlet's name.
    pub(crate) outlet: String,
    /// The campaign that it belonged to when it was last heard of.
    pub(crate) campaign: Option<String>,
    /// What happened, in a sentence.
    pub(crate) summary: String,
    /// When this was heard.
    pub(crate) at: Instant,
}

/// A notice that was accepted by the desktop.
#[derive(Debug, Clone)]
pub(crate) struct Noticed {
    /// The incident it tells of.
    pub(crate) incident: String,
    /// The campaign it tells of.
    pub(crate) campaign: Option<String>,
    /// As shown.
    pub(crate) title: String,
    /// As shown.
    pub(crate) body: String,
}

/// A watch of an outlet: the outlet's name and the kind of the watch.
pub(crate) type Watched = (String, String);

/// Everything that was heard.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    /// Incidents, each once, in the order of opening.
    pub(crate) opened: Vec<Opened>,
    /// Notices, in the order of sending.
    pub(crate) noticed: Vec<Noticed>,
    /// How often each verdict was given.
    pub(crate) verdicts: BTreeMap<String, usize>,
    /// How often each watch was judged normal.
    pub(crate) normal: BTreeMap<Watched, usize>,
    /// Looks at front pages.
    pub(crate) fronts: usize,
    /// Suspect verdicts by the kinds of their signals.
    pub(crate) suspects: BTreeMap<String, usize>,
}

impl Heard {
    /// One more line, heard at `at`.
    pub(crate) fn hear(&mut self, line: &Value, at: Instant) {
        match line["event"].as_str() {
            Some("verdict") => self.verdict(line),
            Some("incident") => self.incident(line, at),
            Some("notice") if line["channel"] == "desktop" && line["delivered"] == true => {
                self.noticed.push(Noticed {
                    incident: text(line, "incident"),
                    campaign: some(line, "campaign"),
                    title: text(line, "title"),
                    body: text(line, "body"),
                });
            }
            _ => {}
        }
    }

    fn verdict(&mut self, line: &Value) {
        let (outlet, watch, verdict) = (text(line, "outlet"), text(line, "watch"), text(line, "verdict"));
        if watch == "homepage" {
            self.fronts += 1;
        }
        match verdict.as_str() {
            "normal" => *self.normal.entry((outlet, watch)).or_default() += 1,
            "suspect" => {
                let signals = line["signals"].as_array().map(Vec::as_slice).unwrap_or_default();
                let kinds: Vec<_> = signals.iter().filter_map(|signal| signal["kind"].as_str()).collect();
                *self.suspects.entry(kinds.join(" + ")).or_default() += 1;
            }
            _ => {}
        }
        *self.verdicts.entry(verdict).or_default() += 1;
    }

    fn incident(&mut self, line: &Value, at: Instant) {
        let (id, campaign) = (text(line, "id"), some(line, "campaign"));
        if let Some(known) = self.opened.iter_mut().find(|opened| opened.id == id) {
            known.campaign = campaign.or_else(|| known.campaign.take());
        } else {
            self.opened.push(Opened { id, outlet: text(line, "outlet"), campaign, summary: text(line, "summary"), at });
        }
    }
}

fn text(line: &Value, key: &str) -> String {
    some(line, key).unwrap_or_default()
}

fn some(line: &Value, key: &str) -> Option<String> {
    line[key].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn hear(lines: &[Value]) -> Heard {
        let mut heard = Heard::default();
        for line in lines {
            heard.hear(line, Instant::now());
        }
        heard
    }

    #[test]
    fn an_incident_is_kept_once_and_its_campaign_when_it_joins_one() {
        let heard = hear(&[
            json!({"event": "incident", "id": "1", "outlet": "Ledger", "state": "open", "campaign": null, "summary": "covered"}),
            json!({"event": "incident", "id": "1", "outlet": "Ledger", "state": "open", "campaign": "c", "summary": "covered"}),
            json!({"event": "incident", "id": "1", "outlet": "Ledger", "state": "resolved", "campaign": null}),
        ]);
        assert_eq!(heard.opened.len(), 1);
        assert_eq!((heard.opened[0].campaign.as_deref(), heard.opened[0].summary.as_str()), (Some("c"), "covered"));
    }

    #[test]
    fn only_notices_that_the_desktop_accepted_count() {
        let notice = |channel: &str, delivered: bool| json!({"event": "notice", "incident": "1", "channel": channel, "delivered": delivered, "title": "T", "body": "B"});
        let heard = hear(&[notice("email", true), notice("desktop", false), notice("desktop", true)]);
        assert_eq!(heard.noticed.len(), 1);
    }

    #[test]
    fn verdicts_are_counted_and_suspects_by_their_reasons() {
        let verdict = |watch: &str, verdict: &str, kinds: &[&str]| {
            let signals: Vec<_> = kinds.iter().map(|kind| json!({"kind": kind})).collect();
            json!({"event": "verdict", "outlet": "Ledger", "watch": watch, "verdict": verdict, "signals": signals})
        };
        let heard = hear(&[
            verdict("homepage", "normal", &[]),
            verdict("homepage", "suspect", &["a", "b"]),
            verdict("admin", "normal", &[]),
        ]);
        assert_eq!((heard.fronts, heard.verdicts["normal"], heard.suspects["a + b"]), (2, 2, 1));
        assert_eq!(heard.normal[&("Ledger".to_owned(), "homepage".to_owned())], 1);
    }
}
