//! A published story's main text, with what names it.
//!
//! Two looks at a story are compared by passages: a passage is still there if at least half of its runs of three words
//! stand anywhere on the page, however it was corrected, moved or joined with others.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::extract::name::{Sort, key};

/// The most bytes of a story's text that are kept.
const TEXT: usize = 60_000;
/// The most passages of a story that are kept.
const PASSAGES: usize = 400;
/// The most runs of words that are kept of a whole page.
const RUNS: usize = 12_000;
/// How many runs of words are kept of a page to know it again.
const SKETCH: usize = 64;
/// The fewest words of a text beside a story that is kept: shorter ones are captions and buttons.
const LONG: usize = 25;
/// How many characters of it are kept.
const LONGEST_BESIDE: usize = 2_000;
/// The most of them.
const MOST_BESIDE: usize = 12;
/// How many characters of a passage are its beginning.
const BEGINNING: usize = 120;
/// How many words a run has.
const RUN: usize = 3;

/// What a look at a published story saw.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// `<title>`, at most 300 characters.
    pub title: String,
    /// The title that it is shared under (`og:title`), at most 300 characters.
    pub shared_title: String,
    /// The page's first heading of the first order, at most 300 characters.
    pub heading: String,
    /// The address that it calls its own, at most 300 characters; empty where it names none.
    pub canonical: String,
    /// The address of its main picture (`og:image`, else the first wide one in the text), at most 300 characters.
    pub picture: String,
    /// When it says that it was published.
    pub published: Option<Timestamp>,
    /// When it says that it was changed.
    pub modified: Option<Timestamp>,
    /// Its text.
    pub passages: Vec<Passage>,
    /// What else can be read on the page and is no navigation: what took a passage's place may stand there.
    pub rest: Vec<Passage>,
    /// Longer texts beside it: boxes, teasers, notices.
    pub beside: Vec<Beside>,
    /// Every run of words of the page, as hashes, ascending.
    pub runs: Vec<u32>,
    /// What the page as a whole is like.
    pub likeness: Likeness,
}

/// One passage of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passage(String);

impl Passage {
    /// The passage of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// How many words it has; letters of scripts that put no blanks between words are half a word each.
    pub fn words(&self) -> usize {
        let (mut words, mut letters) = (0, 0);
        for word in self.0.unicode_words() {
            if word.chars().next().is_some_and(unspaced) { letters += 1 } else { words += 1 }
        }
        words + letters / 2
    }

    /// How much of it stands among `runs` (ascending), 0 to 1.
    pub fn kept(&self, runs: &[u32]) -> f64 {
        let own = runs_of(&self.0);
        let there = own.iter().filter(|run| runs.binary_search(run).is_ok()).count();
        if own.is_empty() { 1.0 } else { there as f64 / own.len() as f64 }
    }
}

/// A text beside a story, and between what it stands: a box that turns brings its own headline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// The text.
    pub passage: Passage,
    /// What the texts before and after it begin with; empty at the ends of the page.
    pub between: [Passage; 2],
}

impl Beside {
    /// Those of a page whose texts are these, in order; `could` says of each whether it could be one.
    pub(crate) fn of<'a>(texts: &[&'a str], could: impl Fn(usize) -> bool) -> Vec<Self> {
        let text = |at: Option<usize>| at.and_then(|at| texts.get(at)).copied().unwrap_or_default();
        let beginning = |text: &'a str| Passage(text.chars().take(BEGINNING).collect());
        let beside = |at: usize| Self {
            passage: Passage::new(texts[at].chars().take(LONGEST_BESIDE).collect::<String>()),
            between: [beginning(text(at.checked_sub(1))), beginning(text(Some(at + 1)))],
        };
        let long = |at: &usize| texts[*at].len() >= LONG * 2 && could(*at) && Passage::new(texts[*at]).words() >= LONG;
        (0..texts.len()).filter(long).take(MOST_BESIDE).map(beside).collect()
    }
}

/// Scripts that are written without blanks between words: Thai, Lao, Khmer, Burmese, Han, Kana.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}')
}

/// What a page as a whole is like: the smallest hashes of its runs of words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness(Vec<u32>);

impl Likeness {
    /// Of a page with these runs of words, ascending and each once.
    pub(crate) fn of_runs(runs: &[u32]) -> Self {
        Self(runs.iter().take(SKETCH).copied().collect())
    }

    /// How alike two pages are, 0 to 1: the share of the smallest hashes that both have. Nothing is like nothing.
    pub fn with(&self, other: &Self) -> f64 {
        let mut all: Vec<u32> = self.0.iter().chain(&other.0).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.truncate(SKETCH);
        let both = all.iter().filter(|run| self.0.contains(run) && other.0.contains(run)).count();
        if all.is_empty() { 0.0 } else { both as f64 / all.len() as f64 }
    }
}

/// The runs of three words of a text as hashes; of fewer words all of them as one.
fn runs_of(text: &str) -> Vec<u32> {
    let words: Vec<u64> = text.unicode_words().map(|word| key(Sort::Word, word.to_lowercase().as_bytes())).collect();
    let run = |words: &[u64]| words.iter().fold(0_u64, |sum, word| sum.rotate_left(21) ^ word);
    let hash = |words: &[u64]| key(Sort::Block, &run(words).to_le_bytes()) as u32;
    match words.len() {
        0 => Vec::new(),
        1..RUN => vec![hash(&words)],
        _ => words.windows(RUN).map(hash).collect(),
    }
}

impl Story {
    /// Puts together what was read: `passages` are the story's text, `rest` what else can be read, `page` every text of it.
    pub(crate) fn filled<'a>(
        mut self,
        passages: impl Iterator<Item = String>,
        rest: impl Iterator<Item = String>,
        page: impl Iterator<Item = &'a str>,
    ) -> Self {
        let bounded = |texts: &mut dyn Iterator<Item = String>| -> Vec<Passage> {
            let mut left = TEXT;
            let fits = |text: &String| {
                left = left.saturating_sub(text.len());
                left > 0
            };
            texts.take_while(fits).take(PASSAGES).map(Passage).collect()
        };
        self.passages = bounded(&mut { passages });
        self.rest = bounded(&mut { rest });
        let mut runs: Vec<u32> = page.flat_map(runs_of).collect();
        runs.sort_unstable();
        runs.dedup();
        self.likeness = Likeness::of_runs(&runs);
        self.runs = runs;
        self
    }

    /// Its runs of words as they are kept.
    pub(crate) fn kept_runs(&self) -> Vec<u32> {
        self.runs.iter().take(RUNS).copied().collect()
    }

    /// Words of its text.
    pub fn words(&self) -> usize {
        self.passages.iter().map(Passage::words).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<u32> {
        let mut runs = runs_of(text);
        runs.sort_unstable();
        runs
    }

    #[test]
    fn a_passage_stays_when_it_is_corrected_and_not_when_it_is_another() {
        let text = "The council has forty seats of which nineteen are for districts on the other side of the river.";
        let passage = Passage::new(text);
        for (now, least, most) in [
            (text.to_owned(), 1.0, 1.0),
            (text.replace("forty", "fifty"), 0.7, 0.99),
            (format!("{text} A count is expected before midnight."), 1.0, 1.0),
            (format!("Before it. {text}"), 1.0, 1.0),
            ("Somebody else wrote this and says something that has nothing to do with it.".to_owned(), 0.0, 0.1),
            (String::new(), 0.0, 0.0),
        ] {
            let kept = passage.kept(&runs(&now));
            assert!((least..=most).contains(&kept), "{now}: {kept}");
        }
    }

    #[test]
    fn counts_words_in_every_script() {
        for (text, words) in [("one two, three", 3), ("", 0), ("议会有四十个席位", 4), ("Şəhər şurası 40 yerdir", 4)]
        {
            assert_eq!(Passage::new(text).words(), words, "{text}");
        }
    }

    #[test]
    fn pages_are_alike_by_their_words() {
        let story = |text: &str| Story::default().filled(std::iter::empty(), std::iter::empty(), [text].into_iter());
        let missing = "This page does not exist. It may have moved. Go to the front page or search for what you seek";
        let one = story(missing).likeness;
        assert!(one.with(&story(&format!("{missing} /news/7")).likeness) > 0.8);
        assert!(one.with(&story("Voters choose a council of forty seats in the city on the river").likeness) < 0.1);
        assert!(Likeness::default().with(&Likeness::default()) == 0.0);
    }
}
