//! What is done to a text so that a far end shows that very text. May not touch: what the text says.

/// One line of plain text: every control character is a space. The bus refuses a NUL outright, and a line break in a
/// title would let a page's own words look like ours.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Plain text of several lines: every control character but the line break is a space.
pub(super) fn lines(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// The text as markup that shows it unchanged, by numbers and names that both XML and HTML readers know.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn escape_markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
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

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn markup_is_shown_and_not_obeyed() {
        assert_eq!(
            escape_markup(r#"<a href="x">Tom & Jerry's</a>"#),
            "&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&#39;s&lt;/a&gt;"
        );
        assert_eq!(escape_markup("&amp;"), "&amp;amp;", "escaped once, shown as written");
    }
}
