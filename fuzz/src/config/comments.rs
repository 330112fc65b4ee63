//! The comments of a TOML text, found without its parsers: what an edit may not lose.

/// The comments of a TOML text, in order. It knows strings of all four kinds, and nothing else of TOML.
pub fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let from = &rest[at..];
        let string = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| from.starts_with(mark));
        let Some(mark) = string else {
            let end = from.find('\n').unwrap_or(from.len());
            found.push(from[..end].trim_end().to_owned());
            rest = &from[end..];
            continue;
        };
        rest = after_string(&from[mark.len()..], mark);
    }
    found
}

/// What follows a string whose opening mark is passed.
fn after_string<'t>(text: &'t str, mark: &str) -> &'t str {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if mark.starts_with('"') && rest.starts_with('\\') {
            at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        } else if rest.starts_with(mark) {
            at += mark.len();
            // Up to two more quotes belong to a string of three.
            let quote = &mark[..1];
            let more = text[at..].chars().take_while(|c| quote.starts_with(*c)).count();
            return &text[at + if mark.len() == 3 { more.min(2) } else { 0 }..];
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    ""
}
