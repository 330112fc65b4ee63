//! Makes text from outside harmless to read: what a page calls itself may not reorder, hide or flood what stands
//! around it in a notification, a terminal or a log.

use unicode_segmentation::UnicodeSegmentation as _;

/// The most characters of one grapheme that are kept. Real writing needs up to about six; more is a tower of
/// combining marks.
const LONGEST_GRAPHEME: usize = 8;

/// Text from outside as one short, plain line.
///
/// Control and bidi formatting characters and characters without a width are removed, white space and line ends become
/// single spaces, none at the ends; what is longer than `max_graphemes` characters as a reader counts them is cut, and
/// ends in `…` within that length. Nothing is escaped: [`escape_markup`] does that where it is needed.
///
/// Takes time linear in `text` and space linear in `max_graphemes`.
pub fn inert(text: &str, max_graphemes: usize) -> String {
    // Enough characters for one grapheme more than wanted, however tall each is; what lies beyond is cut anyway.
    let enough = (max_graphemes + 1) * (LONGEST_GRAPHEME + 1);
    let mut plain = String::new();
    let mut kept = 0;
    let mut space_before = false;
    let mut unread = false;
    for c in text.chars() {
        if is_blank(c) {
            space_before = !plain.is_empty();
        } else if !is_disruptive(c) {
            if kept >= enough {
                unread = true;
                break;
            }
            if space_before {
                plain.push(' ');
                kept += 1;
                space_before = false;
            }
            plain.push(c);
            kept += 1;
        }
    }

    let mut graphemes: Vec<&str> = plain.graphemes(true).take(max_graphemes + 1).collect();
    let cut = unread || graphemes.len() > max_graphemes;
    if cut {
        graphemes.truncate(max_graphemes.saturating_sub(1));
    }
    let mut inert: String = graphemes.iter().flat_map(|grapheme| grapheme.chars().take(LONGEST_GRAPHEME)).collect();
    if cut && max_graphemes > 0 {
        inert.truncate(inert.trim_end().len());
        inert.push('…');
    }
    inert
}

/// Whether a character has no place in one line of text: it controls something, or cannot be seen.
///
/// These are the control characters, and of Unicode 16 `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`) with the
/// interlinear annotation marks: bidi embeddings, overrides and isolates, joiners and other characters without a
/// width, variation selectors, Hangul fillers, tags.
pub fn is_disruptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// White space, line ends, and the Braille pattern without dots, which looks like one.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Text for a far end that reads markup in it, as notification servers with `body-markup` do: `&`, `<`, `>` and both
/// quotes become entities that every such reader knows.
pub fn escape_markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_hostile_title_is_inert() {
        let tower = format!("a{}", "\u{301}".repeat(100_000));
        for (hostile, inert_text) in [
            ("Report", "Report"),
            ("", ""),
            ("\u{202e}kcah\u{202c}", "kcah"),
            ("\u{2066}x\u{2069}\u{200f}\u{200b}\u{feff}y\u{ad}", "xy"),
            ("a\0b\u{1b}[31mc\u{7f}\u{9b}d", "ab[31mcd"),
            ("  two\r\n\r\nlines\u{2028}and\u{2029}more \u{a0}\t", "two lines and more"),
            ("\u{2800}\u{3164}\u{e0041}", ""),
            ("<b>bold</b> & \"said\"", "<b>bold</b> & \"said\""),
            ("123456789012345678901234", "123456789012345678901234"),
            ("1234567890123456789012345", "12345678901234567890123…"),
            ("Xəbərlər: bu gün dünyada nə baş verdi", "Xəbərlər: bu gün dünyad…"),
            ("1234567890123456789012 4567", "1234567890123456789012…"),
            (&tower, "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}…"),
            ("👩‍🚀🇦🇿", "👩🚀🇦🇿"),
        ] {
            assert_eq!(inert(hostile, 24), inert_text, "{:?}", hostile.chars().take(40).collect::<String>());
        }
        assert_eq!(inert("anything", 0), "");
        assert_eq!(inert("anything", 1), "…");
    }

    #[test]
    fn a_megabyte_of_title_is_cut_fast() {
        for unit in ["x", "\u{301}", "\u{200b}", " ", "\n", "👩‍🚀", "\u{202e}<"] {
            let title = unit.repeat(1_000_000 / unit.len());
            let started = Instant::now();
            let cut = inert(&title, 24);
            // Measured at under 10 ms each in a debug build; the bound only tells linear from worse.
            assert!(started.elapsed() < Duration::from_secs(1), "{unit:?} took {:?}", started.elapsed());
            assert!(cut.len() <= 24 * 8 * 4, "{unit:?}: {} bytes", cut.len());
        }
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape_markup("<a href=\"x\">R&D's</a>"), "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;");
        assert_eq!(escape_markup("plain ə"), "plain ə");
    }

    proptest! {
        #[test]
        fn inert_text_is_short_plain_and_stays_as_it_is(text in any::<String>(), most in 0_usize..40) {
            let once = inert(&text, most);
            prop_assert!(once.graphemes(true).count() <= most);
            prop_assert!(!once.chars().any(is_disruptive));
            prop_assert!(!once.contains("  ") && once.trim() == once);
            prop_assert_eq!(inert(&once, most), once);
        }
    }
}
