//! Two short texts side by side, with the words that differ marked: what was there before, and what is there now.
//!
//! Both are made inert here, and cut: what comes out is plain, short text in pieces, whatever a site wrote. The length bounds
//! the time as well: the words of both are compared, a few hundred at the most, and no clock is asked.

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation as _;

use super::inert;

/// The most of one text that is compared and shown, in characters as a reader counts them.
pub const LONGEST: usize = 600;
/// Below this share of words that stayed, nothing is left to find one's way by: then all of it is another text.
const RELATED: f64 = 0.2;

/// A piece of a text, as it stands on one of the two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Piece {
    /// Its text: inert.
    pub text: String,
    /// Whether the other side has something else there, or nothing.
    pub differs: bool,
}

/// A text before and now, in pieces; without any where it was empty.
pub fn marked(before: &str, now: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (before, now) = (inert(before, LONGEST), inert(now, LONGEST));
    let (old, new): (Vec<&str>, Vec<&str>) = (words(&before), words(&now));
    let changes = capture_diff_slices(Algorithm::Myers, &old, &new);
    let letters = |word: &&&str| word.chars().any(char::is_alphanumeric);
    let stayed = changes.iter().filter(|change| change.tag() == DiffTag::Equal);
    let stayed: usize = stayed.map(|change| old[change.old_range()].iter().filter(letters).count()).sum();
    let most = old.iter().filter(letters).count().max(new.iter().filter(letters).count());
    if before == now {
        return (whole(before, false), whole(now, false));
    }
    if (stayed as f64) < RELATED * most as f64 || stayed == 0 {
        return (whole(before, true), whole(now, true));
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for change in &changes {
        let differs = change.tag() != DiffTag::Equal;
        add(&mut left, &old[change.old_range()], differs);
        add(&mut right, &new[change.new_range()], differs);
    }
    (left, right)
}

/// Words, and what stands between them, each for itself.
fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

fn whole(text: String, differs: bool) -> Vec<Piece> {
    if text.is_empty() { Vec::new() } else { vec![Piece { text, differs }] }
}

fn add(side: &mut Vec<Piece>, words: &[&str], differs: bool) {
    let text = words.concat();
    match side.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.differs == differs => last.text.push_str(&text),
        _ => side.push(Piece { text, differs }),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    /// As a person would write it down: what differs stands in brackets.
    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn what_differs_is_marked_by_word() {
        for (before, now, left, right) in [
            (
                "Report: news of the day",
                "Report: news of the day",
                "Report: news of the day",
                "Report: news of the day",
            ),
            ("news of the day", "news of the night", "news of the [day]", "news of the [night]"),
            ("news of the day", "the news of the day", "news of the day", "[the ]news of the day"),
            ("the council meets today", "the council today", "the council [meets ]today", "the council today"),
            ("Report: news of the day", "Owned by nobody", "[Report: news of the day]", "[Owned by nobody]"),
            ("", "Owned", "", "[Owned]"),
            ("gone", "", "[gone]", ""),
            ("", "", "", ""),
            ("Gündəm xəbərləri", "Gündəm şəkilləri", "Gündəm [xəbərləri]", "Gündəm [şəkilləri]"),
        ] {
            let (old, new) = marked(before, now);
            assert_eq!((shown(&old).as_str(), shown(&new).as_str()), (left, right), "{before:?} and {now:?}");
        }
    }

    #[test]
    fn a_megabyte_that_nothing_is_alike_in_is_compared_at_once() {
        let long =
            |salt: usize| (0..200_000).map(|n| ((n * 7919 + salt) % 9973).to_string()).collect::<Vec<_>>().join(" ");
        let started = Instant::now();
        let (before, now) = marked(&long(1), &long(4));
        // Measured at under 20 ms in a debug build; the bound only tells a few hundred words from all of them.
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        let length = |side: &[Piece]| side.iter().map(|piece| piece.text.graphemes(true).count()).sum::<usize>();
        assert!(length(&before) <= LONGEST && length(&now) <= LONGEST);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_added(before in any::<String>(), now in any::<String>()) {
            let (old, new) = marked(&before, &now);
            let text = |side: &[Piece]| side.iter().map(|piece| piece.text.as_str()).collect::<String>();
            prop_assert_eq!(text(&old), inert(&before, LONGEST));
            prop_assert_eq!(text(&new), inert(&now, LONGEST));
            prop_assert!(old.iter().chain(&new).all(|piece| !piece.text.is_empty()));
            prop_assert!(old.windows(2).chain(new.windows(2)).all(|two| two[0].differs != two[1].differs));
            prop_assert_eq!(old.iter().any(|it| it.differs) || new.iter().any(|it| it.differs), text(&old) != text(&new));
        }
    }
}
