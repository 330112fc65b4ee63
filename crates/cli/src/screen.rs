//! What a person at the terminal sees of the running watch: a line a watch that changes in place, and above it what
//! happened. In a pipe, plain lines; with `--json`, objects.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use frontwatch_core::text::{Arg, Message, Speech, cli as words, inert, words as terms};
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::{Watch, WatchKind};
use frontwatch_engine::api::happening::{Happening, IncidentState, Remark, WatchVerdict};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::output;

/// Lines that change in place; with more watches than this only those out of the ordinary get one.
const LINES: usize = 24;
/// The longest address on a line, in characters.
const ADDRESS: usize = 44;

/// The terminal, the pipe or the reader of JSON.
pub(crate) struct Screen {
    speech: Speech,
    zone: TimeZone,
    way: Way,
    /// The latest verdict of each watch, so that a pipe is told of changes only.
    latest: Mutex<BTreeMap<(WatchKind, String), Verdict>>,
}

enum Way {
    Json,
    Plain,
    Live { lines: MultiProgress, watches: BTreeMap<(WatchKind, String), ProgressBar> },
}

impl Screen {
    /// For these watches.
    pub(crate) fn new(speech: Speech, json: bool, watches: &[Watch]) -> Self {
        let way = if json {
            Way::Json
        } else if output::is_terminal() && watches.len() <= LINES {
            live(&speech, watches)
        } else {
            Way::Plain
        };
        Self { speech, zone: TimeZone::system(), way, latest: Mutex::default() }
    }

    /// A word to the person, not to a program that reads.
    pub(crate) fn say(&self, text: &str) {
        match &self.way {
            // Where the terminal is gone there is nobody to tell.
            Way::Live { lines, .. } => drop(lines.println(text)),
            Way::Json | Way::Plain => output::note(text),
        }
    }

    /// So many happenings came too fast.
    pub(crate) fn missed(&self, count: u64) {
        self.say(&self.speech.say(&missed(count)));
    }

    /// Something happened.
    pub(crate) fn show(&self, happening: &Happening) {
        if let Happening::Remark(Remark { message, at, .. }) = happening {
            self.say(&self.speech.say_at(message, *at));
            return;
        }
        if let Happening::Open(_) = happening {
            // There is no window here to open it in.
            return;
        }
        if let Way::Json = self.way {
            output::json(happening);
            return;
        }
        match happening {
            Happening::Verdict(verdict) => self.verdict(verdict),
            Happening::Incident(incident) => self.incident(incident),
            Happening::Network(network) => self.say(&self.speech.say(&words::network(network.state))),
            Happening::Notice(_) | Happening::Remark(_) | Happening::Open(_) => {}
        }
    }

    fn verdict(&self, verdict: &WatchVerdict) {
        let key = (verdict.watch, verdict.url.to_string());
        let word = self.speech.say(&terms::verdict(verdict.said.verdict));
        let why = verdict.said.signals.first().map_or("", |signal| &signal.summary);
        if let Way::Live { watches, .. } = &self.way {
            if let Some(line) = watches.get(&key) {
                line.set_style(style(verdict.said.verdict));
                line.set_message(format!("{}  {word}  {why}", self.clock(verdict.at)));
            }
            return;
        }
        let before = self.latest.lock().ok().and_then(|mut latest| latest.insert(key, verdict.said.verdict));
        if before != Some(verdict.said.verdict) {
            let address = inert(verdict.url.as_str(), ADDRESS);
            self.out(format!("{:.0}  {}  {address}  {word}  {why}", verdict.at, verdict.outlet).trim_end());
        }
    }

    fn incident(&self, incident: &IncidentState) {
        let mark = match (incident.state, incident.severity) {
            ("resolved", _) => "over",
            (_, Severity::Critical) => "alarm",
            _ => "warning",
        };
        let mark = self.speech.say(&Message::new("terminal-mark").own("mark", mark));
        let state = self.speech.say(&Message::new("terminal-state").own("state", incident.state));
        self.out(&format!("{:.0}  {mark}  {}: {}  ({state})", incident.at, incident.outlet, incident.summary));
    }

    /// The time of day on the person's own clock.
    fn clock(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%H:%M:%S").to_string()
    }

    fn out(&self, text: &str) {
        match &self.way {
            Way::Live { lines, .. } => drop(lines.println(text)),
            Way::Json | Way::Plain => output::line(text),
        }
    }
}

/// So many happenings came too fast to be shown.
pub(crate) fn missed(count: u64) -> Message {
    Message::new("terminal-missed").with("count", Arg::Number(count as f64))
}

fn live(speech: &Speech, watches: &[Watch]) -> Way {
    let lines = MultiProgress::new();
    let widest = watches.iter().map(|watch| watch.outlet.chars().count()).max().unwrap_or(0);
    let waiting = speech.say(&words::never_looked());
    let bars = watches.iter().map(|watch| {
        let bar = lines.add(ProgressBar::new_spinner().with_style(style(Verdict::Learning)));
        let address = inert(watch.url.as_str(), ADDRESS);
        bar.set_prefix(format!("{:widest$}  {address:ADDRESS$}", watch.outlet));
        bar.set_message(waiting.clone());
        bar.enable_steady_tick(Duration::from_secs(1));
        ((watch.kind, watch.url.to_string()), bar)
    });
    let watches = bars.collect();
    Way::Live { lines, watches }
}

/// A line of the terminal: an alarm stands out by its mark as well as by its colour.
fn style(verdict: Verdict) -> ProgressStyle {
    let template = match verdict {
        Verdict::Alarm => "! {prefix:.bold} {wide_msg:.red.bold}",
        Verdict::Suspect | Verdict::Inconclusive => "? {prefix:.bold} {wide_msg:.yellow}",
        Verdict::Learning | Verdict::Normal => "  {prefix:.bold} {wide_msg}",
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
