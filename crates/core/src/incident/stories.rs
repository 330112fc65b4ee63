//! The published stories of one outlet together: which of them are looked at, how often, and what is said of them all.
//!
//! Each story is judged by itself. But whoever deletes stories deletes many, and an editor is to be told once: so one
//! incident speaks for all stories of an outlet. May not touch: how a story is judged.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::text::words;
use crate::verdict::{Availability, Judgement, Severity, Signal, Verdict};

/// A story is young this long: it is looked at as often as names are.
const YOUNG: SignedDuration = SignedDuration::from_hours(2);
/// A story is of today this long: it is looked at about every hour.
const TODAY: SignedDuration = SignedDuration::from_hours(24);
/// A story is recent this long; after that a sample of the archive stays.
const RECENT: SignedDuration = SignedDuration::from_hours(48);
/// How long a story stays in the sample of the archive.
const SAMPLED: SignedDuration = SignedDuration::from_hours(24 * 60);
/// The most recent stories of an outlet that are looked at, newest first.
pub const MOST_RECENT: usize = 60;
/// One of this many older stories stays in the sample.
const ONE_OF: u8 = 16;
/// The most older stories that stay in the sample.
pub const MOST_SAMPLED: usize = 20;
/// The most ordinary looks at an outlet's stories within [`MOST_LOOKS_WITHIN`], and as many again where something happened to
/// one of them; besides those that confirm or that a person asked for.
pub const MOST_LOOKS: usize = 240;
/// In intervals of the front pages: an hour at the 30 seconds that are the default.
pub const MOST_LOOKS_WITHIN: u32 = 120;
/// From how many deleted stories on somebody is woken.
const MANY: usize = 3;
/// How many stories are named as reasons.
const NAMED: usize = 12;

/// A story that a feed named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// What the feed calls it; an attacker's text.
    pub title: String,
    /// When it was first seen in the feed, or published as the feed says, whichever is earlier.
    pub since: Timestamp,
    /// A person wants it looked at always.
    pub pinned: bool,
}

/// Why a story is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A person wants it.
    Pinned,
    /// It was published lately.
    Recent,
    /// It is one of the sample of the archive.
    Sampled,
    /// It is not looked at any more.
    Retired,
}

impl Published {
    /// Why the story at `address` is looked at at `now`.
    pub fn standing(&self, address: &str, now: Timestamp) -> Standing {
        let age = now.duration_since(self.since);
        let lot = || Digest::of(address.as_bytes()).as_bytes()[0].is_multiple_of(ONE_OF);
        match () {
            () if self.pinned => Standing::Pinned,
            () if age < RECENT => Standing::Recent,
            () if age < SAMPLED && lot() => Standing::Sampled,
            () => Standing::Retired,
        }
    }

    /// Between two looks at it, where front pages are looked at every `homepages`: minutes, then hours, then a day.
    pub fn pace(&self, homepages: Duration, now: Timestamp) -> Duration {
        let age = now.duration_since(self.since);
        homepages
            * match () {
                () if self.pinned || age < YOUNG => 10,
                () if age < TODAY => 120,
                () => 2_880,
            }
    }
}

/// A story that is not as it was published, confirmed by a second look.
#[derive(Debug, Clone, PartialEq)]
pub struct Troubled {
    /// Its address.
    pub address: String,
    /// What the feed calls it.
    pub title: String,
    /// Whether it was published within a day of the look that saw it.
    pub of_today: bool,
    /// What was judged of it.
    pub judgement: Judgement,
}

impl Troubled {
    /// Whether it no longer opens.
    pub fn is_deleted(&self) -> bool {
        self.judgement.signals.iter().any(|signal| signal.kind == "story.deleted")
    }
}

/// What is said of all stories of an outlet: those that no longer open as one reason, each other one by its own.
pub fn together(troubled: &[Troubled]) -> Judgement {
    let (deleted, others): (Vec<&Troubled>, Vec<&Troubled>) = troubled.iter().partition(|story| story.is_deleted());
    let mut signals = Vec::new();
    if let Some(first) = deleted.first() {
        let today = deleted.iter().all(|story| story.of_today);
        signals.push(Signal {
            kind: "stories.deleted".to_owned(),
            weight: 0.9,
            message: words::stories_deleted(count(deleted.len()), today, &first.title),
            before: named(&deleted).into(),
            after: first.judgement.signals.first().map(|signal| signal.after.clone()).unwrap_or_default(),
        });
    }
    for story in others.iter().take(NAMED) {
        // The story's own first reason, with the story that it is of.
        signals.extend(story.judgement.signals.first().map(|signal| Signal {
            kind: signal.kind.clone(),
            weight: signal.weight,
            message: words::story_in_trouble(&story.title, signal.message.clone(), count(others.len())),
            before: signal.before.clone(),
            after: signal.after.clone(),
        }));
    }
    let critical = deleted.len() >= MANY || others.iter().any(|story| story.judgement.severity == Severity::Critical);
    let (verdict, severity) = match (troubled.is_empty(), critical) {
        (true, _) => (Verdict::Normal, Severity::Info),
        (false, true) => (Verdict::Alarm, Severity::Critical),
        (false, false) => (Verdict::Alarm, Severity::Warning),
    };
    let score = signals.iter().map(|signal| signal.weight).fold(0.0, f64::max);
    if others.iter().any(|story| story.judgement.severity == Severity::Critical) && deleted.len() < MANY {
        // What was rewritten is worse than one story that was taken down.
        signals.sort_by_key(|signal| signal.kind == "stories.deleted");
    }
    Judgement { verdict, severity, score, signals, availability: Availability::Up }
}

fn count(stories: usize) -> u32 {
    u32::try_from(stories).unwrap_or(u32::MAX)
}

/// The titles and addresses of stories, one a line.
fn named(stories: &[&Troubled]) -> String {
    let lines = stories.iter().take(NAMED).map(|story| format!("{} ({})", story.title, story.address));
    lines.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn story(title: &str, kind: &str, severity: Severity) -> Troubled {
        let signal = Signal {
            kind: kind.to_owned(),
            weight: 0.85,
            message: Message::new("x"),
            before: "b".into(),
            after: "404".into(),
        };
        Troubled {
            address: format!("https://paper.example/{title}"),
            title: title.to_owned(),
            of_today: true,
            judgement: Judgement {
                verdict: Verdict::Alarm,
                severity,
                score: 0.85,
                signals: vec![signal],
                availability: Availability::Up,
            },
        }
    }

    #[test]
    fn a_story_is_looked_at_by_the_minute_then_by_the_hour_then_by_the_day_and_let_go() {
        let half_a_minute = Duration::from_secs(30);
        let mut story = Published { title: "T".into(), since: at(0), pinned: false };
        let pace = |story: &Published, hours| story.pace(half_a_minute, at(hours)).as_secs();
        assert_eq!([0, 1, 2, 23, 24, 47].map(|hours| pace(&story, hours)), [300, 300, 3600, 3600, 86_400, 86_400]);
        let addresses: Vec<String> = (0..400).map(|n| format!("https://paper.example/{n}")).collect();
        let sampled = |hours| addresses.iter().filter(|a| story.standing(a, at(hours)) == Standing::Sampled).count();
        assert_eq!((sampled(47), sampled(24 * 61)), (0, 0));
        assert!((10..50).contains(&sampled(48)), "{}", sampled(48));
        assert_eq!(story.standing(&addresses[0], at(47)), Standing::Recent);
        assert_eq!(story.standing(&addresses[0], at(24 * 61)), Standing::Retired);
        story.pinned = true;
        assert_eq!((story.standing(&addresses[0], at(9_999)), pace(&story, 9_999)), (Standing::Pinned, 300));
    }

    #[test]
    fn many_deleted_stories_are_one_reason_and_wake_somebody() {
        let deleted = |n: usize| {
            let all: Vec<Troubled> =
                (0..n).map(|i| story(&i.to_string(), "story.deleted", Severity::Warning)).collect();
            together(&all)
        };
        assert_eq!(together(&[]).verdict, Verdict::Normal);
        assert_eq!(deleted(1).severity, Severity::Warning);
        let many = deleted(37);
        assert_eq!((many.verdict, many.severity, many.signals.len()), (Verdict::Alarm, Severity::Critical, 1));
        assert!(many.signals[0].before.contains("https://paper.example/0"));
    }

    #[test]
    fn a_rewritten_story_comes_before_one_that_was_taken_down() {
        let both =
            [story("gone", "story.deleted", Severity::Warning), story("forged", "story.rewritten", Severity::Critical)];
        let said = together(&both);
        let kinds: Vec<&str> = said.signals.iter().map(|signal| signal.kind.as_str()).collect();
        assert_eq!((said.severity, kinds), (Severity::Critical, vec!["story.rewritten", "stories.deleted"]));
    }
}
