//! The desk of an outlet: writes stories, moves them down the page and takes them off, as a real one does in a day.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::words::Lexicon;

/// How many stories of an outlet that left its front page can still be read.
pub const ARCHIVE_LIMIT: usize = 400;
/// One story in this many is replaced by a publication.
const TURNOVER: usize = 25;
/// One publication in this many is a breaking-news layout.
const BREAKING_EVERY: u8 = 6;
/// How many pictures there are to choose from.
const PICTURES: u32 = 500;

/// A published story.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    /// Unique in its outlet.
    pub(crate) id: u32,
    /// Which of the lexicon's sections it is in.
    pub(crate) section: usize,
    /// One line.
    pub(crate) headline: String,
    /// One or two sentences.
    pub(crate) lead: String,
    /// The number of its picture.
    pub(crate) picture: u32,
    /// When it was published.
    pub(crate) at: Timestamp,
    /// How often it had been read when it was published, so that some are read more than others.
    pub(crate) reads: u32,
}

/// What an outlet has published, newest first.
#[derive(Debug)]
pub(crate) struct Desk {
    lexicon: &'static Lexicon,
    chance: fastrand::Rng,
    next_id: u32,
    /// On the front page.
    pub(crate) stories: VecDeque<Arc<Story>>,
    /// Off the front page, still readable.
    pub(crate) archive: VecDeque<Arc<Story>>,
    /// How often it has published.
    pub(crate) number: u64,
    /// Whether the top story is news that cannot wait.
    pub(crate) breaking: bool,
    /// The outlet's clock.
    pub(crate) at: Timestamp,
}

impl Desk {
    /// A desk with `count` stories on its front page, the last of them published at `at`.
    pub(crate) fn new(lexicon: &'static Lexicon, seed: u64, count: usize, at: Timestamp) -> Self {
        let mut desk = Self {
            lexicon,
            chance: fastrand::Rng::with_seed(seed),
            next_id: 40_000 + (seed % 9000) as u32,
            stories: VecDeque::with_capacity(count),
            archive: VecDeque::new(),
            number: 0,
            breaking: false,
            at,
        };
        for age in (0..count as u32).rev() {
            let story = desk.write(at - SignedDuration::from_mins(i64::from(age) * 7));
            desk.stories.push_front(story);
        }
        desk
    }

    /// Publishes: new stories at the top, old ones into the archive, sometimes as breaking news.
    pub(crate) fn publish(&mut self) {
        self.number += 1;
        self.at += SignedDuration::from_mins(1);
        for _ in 0..self.stories.len().div_ceil(TURNOVER) {
            let story = self.write(self.at);
            self.stories.push_front(story);
            self.archive.extend(self.stories.pop_back());
        }
        while self.archive.len() > ARCHIVE_LIMIT {
            self.archive.pop_front();
        }
        self.breaking = self.chance.u8(..BREAKING_EVERY) == 0;
    }

    fn write(&mut self, at: Timestamp) -> Arc<Story> {
        self.next_id += self.chance.u32(1..9);
        let chance = &mut self.chance;
        let mut lead = self.lexicon.sentence(chance);
        if chance.bool() {
            lead = format!("{lead} {}", self.lexicon.sentence(chance));
        }
        Arc::new(Story {
            id: self.next_id,
            section: chance.usize(..self.lexicon.sections.len()),
            headline: self.lexicon.headline(chance),
            lead,
            picture: chance.u32(..PICTURES),
            at,
            reads: chance.u32(40..9000),
        })
    }
}

impl Story {
    /// Its path on the outlet's host.
    pub(crate) fn path(&self, lexicon: &Lexicon) -> String {
        format!("/story/{}-{}", lexicon.sections[self.section].slug, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn publishing_moves_a_few_stories_and_keeps_the_rest_in_order() {
        let mut desk = Desk::new(words::of("tr"), 9, 60, Timestamp::UNIX_EPOCH);
        let before: Vec<_> = desk.stories.iter().map(|story| story.id).collect();
        desk.publish();
        let after: Vec<_> = desk.stories.iter().map(|story| story.id).collect();
        assert_eq!(after.len(), before.len());
        assert_eq!(after[3..], before[..57], "three new ones at the top, the others follow");
        assert_eq!(desk.archive.iter().map(|story| story.id).collect::<Vec<_>>(), [before[59], before[58], before[57]]);
    }

    #[test]
    fn breaking_news_happens_but_seldom() {
        let mut desk = Desk::new(words::of("en"), 3, 10, Timestamp::UNIX_EPOCH);
        let breaking = (0..120)
            .filter(|_| {
                desk.publish();
                desk.breaking
            })
            .count();
        assert!((8..40).contains(&breaking), "{breaking} of 120");
    }
}
