//! What is done to a text so that a far end shows that very text. May not touch: what the text says.

/// One line of plain text: every control character is a space. The bus refuses a NUL outright, and a line break in a
/// title would let a page's own words look like ours.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Plain text of several lines: every control character but the line break is a space.
pub(super) fn lines(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

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
}
