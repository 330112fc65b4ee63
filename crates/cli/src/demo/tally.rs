//! What was staged against what was seen: every act must be reported, told to the desktop, and nothing else may be.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use frontwatch_engine::api::happening::{Happening, IncidentState, NoticeSent, WatchVerdict};
use jiff::ZonedDateTime;

use frontwatch_demo::Staged;

/// What is expected of an outlet next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Open,
    Resolved,
}

/// The account of the demonstration.
#[derive(Debug)]
pub(super) struct Tally {
    unlearned: BTreeSet<String>,
    /// By the outlet and the kind of the watch that is to see it.
    expected: BTreeMap<(String, WatchKind), (Expected, Instant)>,
    /// What was staged at each outlet and not taken back.
    staged: BTreeSet<(String, WatchKind)>,
    /// Incidents whose notice has not been heard of, with their campaigns: one notice tells of all of a campaign.
    untold: BTreeMap<String, (String, Option<String>)>,
    told: BTreeSet<String>,
    undelivered: usize,
    unexpected: Vec<String>,
}

impl Tally {
    pub(super) fn new(outlets: Vec<String>) -> Self {
        Self {
            unlearned: outlets.into_iter().collect(),
            expected: BTreeMap::new(),
            staged: BTreeSet::new(),
            untold: BTreeMap::new(),
            told: BTreeSet::new(),
            undelivered: 0,
            unexpected: Vec::new(),
        }
    }

    pub(super) fn staged(&mut self, outlet: &str, staged: Staged) {
        let now = Instant::now();
        if let Some(kind) = staged.kind() {
            self.staged.insert((outlet.to_owned(), kind));
            self.expected.insert((outlet.to_owned(), kind), (Expected::Open, now));
        } else {
            let (taken_back, left) = std::mem::take(&mut self.staged).into_iter().partition(|(at, _)| at == outlet);
            self.staged = left;
            let taken_back: BTreeSet<(String, WatchKind)> = taken_back;
            self.expected.extend(taken_back.into_iter().map(|what| (what, (Expected::Resolved, now))));
        }
    }

    pub(super) fn all_learned(&self) -> bool {
        self.unlearned.is_empty()
    }

    /// Whether everything staged so far was reported and told.
    pub(super) fn all_seen(&self) -> bool {
        self.expected.is_empty() && self.untold.is_empty()
    }

    /// Takes note; returns what a person is shown.
    pub(super) fn heard(&mut self, happening: &Happening) -> Option<String> {
        match happening {
            Happening::Verdict(verdict) => self.verdict(verdict),
            Happening::Incident(incident) => Some(self.incident(incident)),
            Happening::Notice(notice) => Some(self.notice(notice)),
            Happening::Network(_) | Happening::Remark(_) | Happening::Open(_) => None,
        }
    }

    fn verdict(&mut self, verdict: &WatchVerdict) -> Option<String> {
        if verdict.said.verdict != Verdict::Normal {
            return None;
        }
        self.unlearned.remove(&verdict.outlet).then(|| format!("{}  learned {}", clock_time(), verdict.outlet))
    }

    fn incident(&mut self, incident: &IncidentState) -> String {
        let wanted = match incident.state {
            "open" => Some(Expected::Open),
            "resolved" => Some(Expected::Resolved),
            _ => None,
        };
        let what = format!("{}: {} ({})", incident.outlet, incident.summary, incident.state);
        let key = format!("{} {}", incident.id.as_str(), incident.state);
        let what_for = (incident.outlet.clone(), incident.watch);
        match self.expected.get(&what_for).copied() {
            Some((expected, since)) if Some(expected) == wanted => {
                self.expected.remove(&what_for);
                self.untold.insert(key, (incident.id.as_str().to_owned(), incident.campaign.clone()));
                format!("{}  SEEN    {what}, {:.1} s later", clock_time(), since.elapsed().as_secs_f64())
            }
            // A person answered the notification: that is theirs to do.
            _ if incident.state == "acknowledged" => format!("{}  taken   {what}", clock_time()),
            // A growing incident says so again in the same state.
            _ if self.untold.contains_key(&key)
                || self.told.contains(incident.id.as_str()) && wanted == Some(Expected::Open) =>
            {
                format!("{}  again   {what}", clock_time())
            }
            _ => {
                self.unexpected.push(what.clone());
                format!("{}  NOT STAGED  {what}", clock_time())
            }
        }
    }

    fn notice(&mut self, notice: &NoticeSent) -> String {
        let id = notice.incident.as_str().to_owned();
        let campaign = &notice.campaign;
        self.untold.retain(|_, (incident, of)| *incident != id && (of.is_none() || of != campaign));
        self.told.insert(id);
        if notice.delivered {
            format!("{}  TOLD    {}", clock_time(), notice.body)
        } else {
            self.undelivered += 1;
            format!("{}  TOLD here only, no notification server answers: {}", clock_time(), notice.body)
        }
    }

    /// What went otherwise than staged; empty if nothing did.
    pub(super) fn complaints(&self) -> Vec<String> {
        let missed = self.expected.iter().map(|((outlet, kind), (expected, _))| {
            let what = match expected {
                Expected::Open => "attacked",
                Expected::Resolved => "restored",
            };
            format!("NOT SEEN: {outlet} ({kind}) was {what}, and it was not reported")
        });
        let unlearned = self.unlearned.iter().map(|outlet| format!("NOT LEARNED: {outlet}"));
        let unexpected = self.unexpected.iter().map(|what| format!("REPORTED, BUT NOT STAGED: {what}"));
        let untold = self.untold.keys().map(|id| format!("NOT TOLD: incident {id}"));
        missed.chain(unlearned).chain(unexpected).chain(untold).collect()
    }

    /// Notices that no server took.
    pub(super) fn undelivered(&self) -> usize {
        self.undelivered
    }
}

/// The time on the person's own clock.
pub(super) fn clock_time() -> String {
    ZonedDateTime::now().strftime("%H:%M:%S").to_string()
}
