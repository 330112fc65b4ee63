//! What was staged against what was seen: every act must be reported, told to the desktop, and nothing else may be.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use frontwatch_core::text::{Message, Speech, errors, words};
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

/// What a line begins with, after the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Staged,
    Learned,
    Seen,
    Told,
    Taken,
    Again,
    Unstaged,
}

impl Word {
    /// Those that stand in a column; the last one breaks out of it, and is meant to.
    const COLUMN: [Self; 6] = [Self::Staged, Self::Learned, Self::Seen, Self::Told, Self::Taken, Self::Again];

    fn message(self) -> Message {
        Message::new("demo-word").own(
            "word",
            match self {
                Self::Staged => "staged",
                Self::Learned => "learned",
                Self::Seen => "seen",
                Self::Told => "told",
                Self::Taken => "taken",
                Self::Again => "again",
                Self::Unstaged => "unstaged",
            },
        )
    }
}

/// The account of the demonstration.
#[derive(Debug)]
pub(super) struct Tally {
    speech: Speech,
    unlearned: BTreeSet<String>,
    /// By the outlet and the kind of the watch that is to see it.
    expected: BTreeMap<(String, WatchKind), (Expected, Instant)>,
    /// What was staged at each outlet and not taken back.
    staged: BTreeSet<(String, WatchKind)>,
    /// Incidents whose notice has not been heard of, with their campaigns: one notice tells of all of a campaign.
    untold: BTreeMap<String, (String, Option<String>)>,
    told: BTreeSet<String>,
    undelivered: usize,
    unexpected: Vec<Message>,
}

impl Tally {
    pub(super) fn new(outlets: Vec<String>, speech: Speech) -> Self {
        Self {
            speech,
            unlearned: outlets.into_iter().collect(),
            expected: BTreeMap::new(),
            staged: BTreeSet::new(),
            untold: BTreeMap::new(),
            told: BTreeSet::new(),
            undelivered: 0,
            unexpected: Vec::new(),
        }
    }

    /// A line of the account: the time on the person's own clock, what it is, what happened.
    pub(super) fn line(&self, word: Word, what: &Message) -> String {
        let widest = Word::COLUMN.map(|word| self.speech.say(&word.message()).chars().count()).into_iter().max();
        let width = widest.unwrap_or_default();
        let (word, what) = (self.speech.say(&word.message()), self.speech.say(what));
        format!("{}  {word:width$} {what}", clock_time())
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
        let learned = self.unlearned.remove(&verdict.outlet);
        learned.then(|| self.line(Word::Learned, &errors::as_said(&verdict.outlet)))
    }

    fn incident(&mut self, incident: &IncidentState) -> String {
        let wanted = match incident.state {
            "open" => Some(Expected::Open),
            "resolved" => Some(Expected::Resolved),
            _ => None,
        };
        let what = Message::new("demo-incident")
            .own("outlet", &incident.outlet)
            .own("what", &incident.summary)
            .own("state", incident.state);
        let key = format!("{} {}", incident.id.as_str(), incident.state);
        let what_for = (incident.outlet.clone(), incident.watch);
        match self.expected.get(&what_for).copied() {
            Some((expected, since)) if Some(expected) == wanted => {
                self.expected.remove(&what_for);
                self.untold.insert(key, (incident.id.as_str().to_owned(), incident.campaign.clone()));
                let seconds = format!("{:.1}", since.elapsed().as_secs_f64());
                let later = Message::new("demo-later").with("what", what.into()).own("seconds", seconds);
                self.line(Word::Seen, &later)
            }
            // A person answered the notification: that is theirs to do.
            _ if incident.state == "acknowledged" => self.line(Word::Taken, &what),
            // A growing incident says so again in the same state.
            _ if self.untold.contains_key(&key)
                || self.told.contains(incident.id.as_str()) && wanted == Some(Expected::Open) =>
            {
                self.line(Word::Again, &what)
            }
            _ => {
                let line = self.line(Word::Unstaged, &what);
                self.unexpected.push(what);
                line
            }
        }
    }

    fn notice(&mut self, notice: &NoticeSent) -> String {
        let id = notice.incident.as_str().to_owned();
        let campaign = &notice.campaign;
        self.untold.retain(|_, (incident, of)| *incident != id && (of.is_none() || of != campaign));
        self.told.insert(id);
        if notice.delivered {
            self.line(Word::Told, &errors::as_said(&notice.body))
        } else {
            self.undelivered += 1;
            self.line(Word::Told, &Message::new("demo-told-here").own("body", &notice.body))
        }
    }

    /// What went otherwise than staged; empty if nothing did.
    pub(super) fn complaints(&self) -> Vec<Message> {
        let missed = self.expected.iter().map(|((outlet, kind), (expected, _))| {
            Message::new(match expected {
                Expected::Open => "demo-missed-attack",
                Expected::Resolved => "demo-missed-end",
            })
            .own("outlet", outlet)
            .with("kind", words::kind(*kind).into())
        });
        let unlearned = self.unlearned.iter().map(|outlet| Message::new("demo-unlearned").own("outlet", outlet));
        let unexpected = self.unexpected.iter();
        let unexpected = unexpected.map(|what| Message::new("demo-unexpected").with("what", what.clone().into()));
        let untold = self.untold.keys().map(|incident| Message::new("demo-untold").own("incident", incident));
        missed.chain(unlearned).chain(unexpected).chain(untold).collect()
    }

    /// Notices that no server took.
    pub(super) fn undelivered(&self) -> usize {
        self.undelivered
    }
}

/// The time on the person's own clock.
fn clock_time() -> String {
    ZonedDateTime::now().strftime("%H:%M:%S").to_string()
}
