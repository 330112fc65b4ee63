//! What may stand in a log or in a report that is handed on: hosts and outlets' names, but nothing that opens a door, and no
//! text of a page. May not be the only guard: what is secret is not logged in the first place.

use super::is_disruptive;

/// The longest line, in characters.
const LONGEST: usize = 2000;

/// What ends an address within a sentence.
const ENDS: [char; 8] = ['"', '\'', '<', '>', '`', ')', ']', '}'];

/// One line of a log as it may be kept: in place of what was in them, addresses have `…` before an `@`, after `?` and after `#`,
/// mail addresses before the `@`, and what follows a word that names a secret is `…`, as is what stands between backquotes
/// (which is how Rust quotes a text that it stumbled over). What would control a terminal or cannot be seen is written as its
/// number.
pub fn discreet(line: &str) -> String {
    // Every other part stands between backquotes; without the second one, to the end.
    let unquoted: Vec<&str> =
        line.split('`').enumerate().map(|(n, part)| if n % 2 == 0 { part } else { "…" }).collect();
    let mut kept: Vec<String> = Vec::new();
    let mut secret = 0_u8;
    for word in unquoted.join("`").split(' ') {
        if secret > 0 && !word.is_empty() {
            kept.push("…".to_owned());
            secret -= 1;
            continue;
        }
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let following = names_secret(name);
        match (following, value.is_empty()) {
            (0, _) => kept.push(address(word)),
            (_, true) => kept.push(word.to_owned()),
            (_, false) => kept.push(format!("{name}=…")),
        }
        secret = if value.is_empty() { following } else { following.saturating_sub(1) };
    }
    let mut shown = String::new();
    for c in kept.join(" ").chars().take(LONGEST) {
        if is_disruptive(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// How many of the words after this one are a secret.
fn names_secret(word: &str) -> u8 {
    let word: String = word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    match word.to_ascii_lowercase().as_str() {
        // With the manner before it: `authorization: Bearer …`.
        "authorization" | "proxy-authorization" => 2,
        "bearer" | "basic" | "cookie" | "set-cookie" | "password" | "token" | "secret" => 1,
        _ => 0,
    }
}

/// A word with what is private of an address in it left out.
fn address(word: &str) -> String {
    let Some(begin) = word.find("://") else { return mail(word) };
    let (before, rest) = word.split_at(begin + 3);
    let end = rest.find(ENDS).unwrap_or(rest.len());
    let (rest, after) = rest.split_at(end);
    let authority_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(authority_ends);
    let host = authority.rsplit_once('@').map(|(_, host)| host);
    let path_ends = path.find(['?', '#']).unwrap_or(path.len());
    let mut shown = before.to_owned();
    if host.is_some() {
        shown.push_str("…@");
    }
    shown.push_str(host.unwrap_or(authority));
    shown.push_str(&path[..path_ends]);
    if path_ends < path.len() {
        shown.push_str(&path[path_ends..=path_ends]);
        shown.push('…');
    }
    if after.is_empty() {
        return shown;
    }
    let mut parts = after.chars();
    // What ended it, and then perhaps another one.
    shown.extend(parts.next());
    shown.push_str(&address(parts.as_str()));
    shown
}

fn mail(word: &str) -> String {
    let Some(at) = word.find('@') else { return word.to_owned() };
    let (name, host) = word.split_at(at);
    let from = name.trim_end_matches(|c: char| c.is_alphanumeric() || "._%+-".contains(c)).len();
    if from == name.len() { word.to_owned() } else { format!("{}…{host}", &name[..from]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_a_door_is_left_out_and_the_rest_stays() {
        let table = [
            (
                "no answer watch=homepage https://report.az/en/ stage=Connect",
                "no answer watch=homepage https://report.az/en/ stage=Connect",
            ),
            ("https://a.example/p?token=hunter2&b=1 next", "https://a.example/p?… next"),
            ("url=\"https://a.example/p#hunter2\" next", "url=\"https://a.example/p#…\" next"),
            ("(https://aygun:hunter2@a.example/p?hunter2)", "(https://…@a.example/p?…)"),
            ("wss://aygun@a.example", "wss://…@a.example"),
            ("https://a.example?x=hunter2\",https://b.example/?hunter2", "https://a.example?…\",https://b.example/?…"),
            ("mail to <aygun.h@report.example> failed", "mail to <…@report.example> failed"),
            ("authorization: Bearer hunter2 sent", "authorization: … … sent"),
            ("token hunter2", "token …"),
            ("password=hunter2 next", "password=… next"),
            ("authorization=\"Basic hunter2\" next", "authorization=… … next"),
            (
                "it is inside 'ə' (bytes 4..6) of `the page says hunter2` here",
                "it is inside 'ə' (bytes 4..6) of `…` here",
            ),
            ("out of bounds of `the page says hunter2[...]", "out of bounds of `…"),
            ("a\u{1b}[2Jb\u{202e}c\nd", "a\\u{1b}[2Jb\\u{202e}c\\u{a}d"),
            ("a lone @ and an @name", "a lone @ and an @name"),
        ];
        for (line, wanted) in table {
            assert_eq!(discreet(line), wanted);
        }
        assert_eq!(discreet(&"x".repeat(3 * LONGEST)).chars().count(), LONGEST);
    }
}
