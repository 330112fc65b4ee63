//! What is normal for a published story: its text as it was last approved or corrected, its title and its picture.
//!
//! Known after the first look: a story is published once, and what is added to it later leaves what was there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::facts::story::{Beside, Likeness, Passage, Story};
use crate::text::{Arg, Message};

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The latest text that was as it should be; nothing before the first look.
    story: Option<Kept>,
    /// What the site's page looks like for an address that does not exist.
    missing: Option<Likeness>,
    /// How often it was corrected.
    corrected: u32,
    since: Option<Timestamp>,
}

/// What is kept of a story.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// `<title>`.
    pub title: String,
    /// The title that it is shared under.
    pub shared_title: String,
    /// Its heading.
    pub heading: String,
    /// The address of its main picture.
    pub picture: String,
    /// When it says that it was published.
    pub published: Option<Timestamp>,
    /// Its text.
    pub passages: Vec<Passage>,
    /// Every run of words of the page, as hashes, ascending.
    pub runs: Vec<u32>,
    /// Longer texts of the page beside it: boxes, teasers, notices.
    pub beside: Vec<Beside>,
}

impl Kept {
    fn of(story: &Story) -> Self {
        Self {
            title: story.title.clone(),
            shared_title: story.shared_title.clone(),
            heading: story.heading.clone(),
            picture: story.picture.clone(),
            published: story.published,
            passages: story.passages.clone(),
            runs: story.kept_runs(),
            beside: story.beside.clone(),
        }
    }

    /// Whether it reads otherwise than `other` to a reader.
    fn reads_otherwise(&self, other: &Self) -> bool {
        self.passages != other.passages || self.heading != other.heading || self.title != other.title
    }
}

impl Known {
    /// Whether enough is known to judge against.
    pub fn ready(&self) -> bool {
        self.story.is_some()
    }

    /// The text that is normal.
    pub fn story(&self) -> Option<&Kept> {
        self.story.as_ref()
    }

    /// When it was first seen.
    pub fn since(&self) -> Option<Timestamp> {
        self.since
    }

    /// How often it was corrected.
    pub(super) fn corrected(&self) -> u32 {
        self.corrected
    }

    /// What the site's page looks like for an address that does not exist.
    pub fn missing(&self) -> Option<&Likeness> {
        self.missing.as_ref()
    }

    /// Says what the site's page looks like for an address that does not exist: [`Story::likeness`] of a look at one.
    pub fn set_missing(&mut self, missing: Option<Likeness>) {
        self.missing = missing;
    }

    /// Whether it could have been learned.
    pub(super) fn sound(&self) -> bool {
        self.story.as_ref().is_none_or(|kept| kept.runs.is_sorted())
    }

    /// Learns from a look that was as it should be; whether that changed anything material.
    pub(super) fn add(&mut self, facts: &Story, at: Timestamp) -> bool {
        self.since.get_or_insert(at);
        let new = Kept::of(facts);
        let changed = self.story.as_ref().is_none_or(|known| known.reads_otherwise(&new));
        if changed && self.story.is_some() {
            self.corrected = self.corrected.saturating_add(1);
        }
        self.story = Some(new);
        changed
    }

    /// A person said that this is theirs.
    pub(super) fn approve(&mut self, facts: &Story, at: Timestamp) {
        self.add(facts, at);
    }

    /// What is normal, in words.
    pub(super) fn describe(&self) -> Vec<Message> {
        let Some(story) = &self.story else { return Vec::new() };
        let words: usize = story.passages.iter().map(Passage::words).sum();
        let since = self.since.unwrap_or(Timestamp::UNIX_EPOCH);
        let said = Message::new("baseline-story")
            .with("title", Arg::Foreign(shown_title(story).to_owned()))
            .with("words", Arg::Number(words as f64))
            .with("since", Arg::Time(since));
        let corrected = Message::new("baseline-story-corrected").with("times", Arg::Number(f64::from(self.corrected)));
        if self.corrected == 0 { vec![said] } else { vec![said, corrected] }
    }
}

/// The title that a reader sees.
fn shown_title(story: &Kept) -> &str {
    [&story.heading, &story.shared_title, &story.title].into_iter().find(|title| !title.is_empty()).map_or("", |t| t)
}
