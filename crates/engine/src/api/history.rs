//! What has happened: incidents that are in the store, found by a person's words and filters.

use std::collections::BTreeSet;

use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::notify::headline;
use frontwatch_core::text::{Speech, words};
use frontwatch_core::verdict::Severity;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use super::happening::milliseconds;
use super::overview::{Anomaly, AnomalyState};
use crate::run::anomaly;
use crate::store::{IncidentCursor, Store, StoreError};

/// The most rows of one answer.
const ROWS: usize = 100;
/// Incidents that are read at once.
const AT_ONCE: u32 = 500;
/// The most incidents that one question reads: what is found so far is answered then, with where to go on.
const READ_MOST: usize = 10_000;
/// The most words that are looked for; further ones are left out.
const WORDS_MOST: usize = 8;

/// Which incidents a person wants to see. Without anything, all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub struct Find {
    /// Words that stand in its outlet, group, address, place or sentence: each of them, in any order, in either case.
    pub words: String,
    /// Of this outlet.
    pub outlet: Option<String>,
    /// As urgent as this.
    pub severity: Option<Severity>,
    /// In this state of its life.
    pub state: Option<AnomalyState>,
    /// Where the answer before this one ended.
    pub after: Option<Place>,
}

/// Where an answer ended: the next one begins after this incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Place {
    /// When it opened.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub opened: Timestamp,
    /// The incident.
    pub incident: IncidentId,
}

/// Incidents that were found, the latest to open first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct History {
    /// These.
    pub rows: Vec<HistoryRow>,
    /// Where there may be more; none where this is all.
    pub next: Option<Place>,
}

/// An incident in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct HistoryRow {
    /// The incident.
    pub incident: IncidentId,
    /// The outlet's name.
    pub outlet: String,
    /// The watch's kind, in words.
    pub place: String,
    /// The watch's address.
    #[ts(type = "string")]
    pub address: Url,
    /// How urgent.
    pub severity: Severity,
    /// Where it is in its life.
    pub state: AnomalyState,
    /// The state, in words.
    pub state_says: String,
    /// What happened, in a sentence without a full stop.
    pub summary: String,
    /// The first look that saw it.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub since: Timestamp,
    /// When it was over.
    #[serde(serialize_with = "super::overview::moment")]
    #[ts(type = "string | null")]
    pub over: Option<Timestamp>,
}

impl From<Anomaly> for HistoryRow {
    fn from(anomaly: Anomaly) -> Self {
        let Anomaly { outlet, place, address, severity, state, state_says, summary, since, over, .. } = anomaly;
        let incident = anomaly.incident.unwrap_or_else(|| IncidentId::from_stored(anomaly.key));
        Self { incident, outlet, place, address, severity, state, state_says, summary, since, over }
    }
}

/// Finds incidents.
pub async fn find(store: &Store, find: Find, speech: &Speech, now: Timestamp) -> Result<History, StoreError> {
    let mut after =
        find.after.as_ref().map(|place| IncidentCursor { opened: place.opened, id: place.incident.clone() });
    let wanted = Wanted::of(&find);
    let (mut rows, mut read) = (Vec::new(), 0);
    loop {
        let incidents = store.incidents(AT_ONCE, after.clone()).await?;
        let last_page = incidents.len() < AT_ONCE as usize;
        for incident in &incidents {
            read += 1;
            after = Some(IncidentCursor { opened: incident.opened, id: incident.id.clone() });
            rows.extend(wanted.row(incident, speech, now));
            if rows.len() == ROWS {
                break;
            }
        }
        if rows.len() == ROWS || read >= READ_MOST || last_page {
            let all_read = last_page && incidents.last().map(|last| &last.id) == after.as_ref().map(|at| &at.id);
            let ended = incidents.is_empty() || all_read;
            let next = after.filter(|_| !ended).map(|at| Place { opened: at.opened, incident: at.id });
            return Ok(History { rows, next });
        }
    }
}

/// What a person wants, ready to be compared.
struct Wanted<'f> {
    words: BTreeSet<String>,
    find: &'f Find,
}

impl<'f> Wanted<'f> {
    fn of(find: &'f Find) -> Self {
        let words = find.words.split_whitespace().take(WORDS_MOST).map(str::to_lowercase).collect();
        Self { words, find }
    }

    fn row(&self, incident: &Incident, speech: &Speech, now: Timestamp) -> Option<HistoryRow> {
        let said = || [speech.say(&words::kind(incident.kind)), speech.say_at(&headline(incident), now)].join(" ");
        self.fits(incident, said).then(|| anomaly(incident, speech, now).into())
    }

    /// Whether it is one of those. What is `said` of it is asked for only where nothing else tells: to say thousands of sentences
    /// takes longer than to read them.
    fn fits(&self, incident: &Incident, said: impl FnOnce() -> String) -> bool {
        let Find { outlet, severity, state, .. } = self.find;
        if outlet.as_ref().is_some_and(|outlet| *outlet != incident.outlet)
            || severity.is_some_and(|severity| severity != incident.severity)
            || state.is_some_and(|state| state != AnomalyState::of(&incident.state))
        {
            return false;
        }
        let group = incident.group.as_deref().unwrap_or_default();
        let known = [&incident.outlet, group, incident.url.as_str()].join(" ").to_lowercase();
        let left: Vec<&String> = self.words.iter().filter(|word| !known.contains(*word)).collect();
        if left.is_empty() {
            return true;
        }
        let said = said().to_lowercase();
        left.iter().all(|word| said.contains(*word))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use frontwatch_core::incident::{Cause, Grounds, State};
    use frontwatch_core::text::Message;
    use frontwatch_core::verdict::Availability;
    use frontwatch_core::watch::{WatchId, WatchKind};

    use super::*;

    fn incident(outlet: &str, severity: Severity) -> Incident {
        let url: Url = format!("https://{}.example/", outlet.to_lowercase()).parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let began = Timestamp::UNIX_EPOCH;
        Incident {
            id: IncidentId::new(&watch, Cause::Content, began),
            outlet: outlet.to_owned(),
            group: Some("Media Group".to_owned()),
            watch,
            kind: WatchKind::Homepage,
            url,
            cause: Cause::Content,
            severity,
            state: State::Open,
            summary: Message::new("signal-cover-picture"),
            signals: Vec::new(),
            last_good: None,
            began,
            opened: began,
            last_seen: began,
            seen: 2,
            availability: Availability::Up,
            others_answer: true,
            evidence: None,
            alert: None,
            campaign: None,
            snoozed: None,
            grounds: Grounds::Confirmed,
            flaps: 0,
            reopened: 0,
            hidden: None,
            hidings: 0,
            joined: None,
        }
    }

    #[test]
    fn a_sentence_is_said_only_where_nothing_else_tells() {
        let all = ["Report", "Media", "Caliber", "Oxu"];
        let find = |words: &str| Find { words: words.to_owned(), ..Find::default() };
        let state = Find { state: Some(AnomalyState::Resolved), ..find("covers") };
        let severity = Find { severity: Some(Severity::Critical), ..find("covers") };
        for (find, found, said) in [
            (find(""), 4, 0),
            (find("media group"), 4, 0),
            (find("caliber.example"), 1, 3),
            (find("oxu covers"), 1, 4),
            (find("covers nowhere"), 0, 4),
            (state, 0, 0),
            (severity, 1, 1),
            (Find { outlet: Some("Oxu".to_owned()), ..find("covers") }, 1, 1),
        ] {
            let count = Cell::new(0);
            let wanted = Wanted::of(&find);
            let fits = |outlet: &str| {
                let severity = if outlet == "Report" { Severity::Critical } else { Severity::Warning };
                wanted.fits(&incident(outlet, severity), || {
                    count.set(count.get() + 1);
                    "front page a picture never seen there before covers the front page".to_owned()
                })
            };
            assert_eq!((all.iter().filter(|outlet| fits(outlet)).count(), count.get()), (found, said), "{find:?}");
        }
    }
}
