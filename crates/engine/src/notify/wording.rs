//! What is done to a text so that a far end shows that very text. May not touch: what the text says.

use unicode_segmentation::UnicodeSegmentation as _;

/// One line of plain text: every control character is a space. The bus refuses a NUL outright, and a line break in a
/// title would let a page's own words look like ours.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Plain text of several lines: every control character but the line break is a space.
pub(super) fn lines(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// The longest title and body on a screen, in characters as a reader counts them: servers show one line of the first and
/// a few of the second, and cut them without saying so.
const LONGEST_TITLE: usize = 80;
const LONGEST_BODY: usize = 300;

/// A title as a screen takes it.
pub(super) fn title(text: &str) -> String {
    cut(&one_line(text), LONGEST_TITLE)
}

/// A body as a screen takes it.
pub(super) fn body(text: &str) -> String {
    cut(&lines(text), LONGEST_BODY)
}

/// Text of at most so many characters: what is longer ends in `…`, after a whole word where there is one nearby.
fn cut(text: &str, most: usize) -> String {
    let mut graphemes = text.grapheme_indices(true);
    let Some((keep, _)) = graphemes.nth(most.saturating_sub(1)).filter(|_| graphemes.next().is_some()) else {
        return text.to_owned();
    };
    let kept = &text[..keep];
    if text[keep..].starts_with(char::is_whitespace) {
        return format!("{}…", kept.trim_end());
    }
    let word = kept.rfind(char::is_whitespace).filter(|at| kept[*at..].chars().count() <= LONGEST_WORD);
    format!("{}…", kept[..word.unwrap_or(keep)].trim_end())
}

/// Longer words are cut where the room ends: not every script parts its words.
const LONGEST_WORD: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_spaces() {
        for (text, line, several) in [
            ("Report: all well", "Report: all well", "Report: all well"),
            ("a\0b", "a b", "a b"),
            ("a\nb", "a b", "a\nb"),
            ("a\r\nb\u{1b}[31m", "a  b [31m", "a \nb [31m"),
            ("ə ü 日本", "ə ü 日本", "ə ü 日本"),
        ] {
            assert_eq!(one_line(text), line);
            assert_eq!(lines(text), several);
        }
    }

    #[test]
    fn what_is_too_long_ends_after_a_word_and_says_so() {
        for (text, most, wanted) in [
            ("", 5, ""),
            ("12345", 5, "12345"),
            ("123456", 5, "1234…"),
            ("a word more", 9, "a word…"),
            ("a word more", 7, "a word…"),
            ("a word more", 11, "a word more"),
            ("日本語の文章は続く", 5, "日本語の…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("one\ntwo three", 8, "one\ntwo…"),
        ] {
            assert_eq!(cut(text, most), wanted, "{text:?} {most}");
        }
        let long = format!("short {}", "x".repeat(400));
        assert_eq!(body(&long).chars().count(), LONGEST_BODY, "no word is given up for one without an end");
        assert_eq!(title(&"word ".repeat(40)).chars().count(), 80);
    }
}
