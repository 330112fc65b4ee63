//! changedetection.io's lists: one address on each line, with tags after it; or JSON, in which everything that has an address
//! is a watch. For it, addresses are written without tags.

use serde_json::Value;

use super::{Line, Listed, Refused, Why};
use crate::config::Outlet;

/// The deepest that JSON is searched.
const DEEPEST: usize = 6;

/// An address on each line; what stands after it are tags. Lines that begin with `#` are comments.
pub(super) fn read(text: &str) -> Listed {
    let mut listed = Listed::default();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        listed.take(number, &Line { homepages: vec![address(line).to_owned()], ..Line::default() }, line);
    }
    listed
}

/// The address that a line begins with. A comma or semicolon ends it in its host alone, or before a blank: in its path or
/// query they are part of it.
fn address(line: &str) -> &str {
    let (word, followed) = line.split_once([' ', '\t']).map_or((line, false), |(word, _)| (word, true));
    let host = word.find("://").map_or(0, |at| at + 3);
    let path = word[host..].find(['/', '?']).map_or(word.len(), |at| host + at);
    match word[..path].find([',', ';']) {
        Some(end) => &word[..end],
        None if followed => word.trim_end_matches([',', ';']),
        None => word,
    }
}

/// Every front page on a line of its own.
pub(super) fn write(outlets: &[Outlet]) -> String {
    outlets.iter().flat_map(|outlet| &outlet.homepages).flat_map(|homepage| [homepage.as_str(), "\n"]).collect()
}

/// Every object that has a `url`. Lines are not known, so watches are counted in their place.
pub(super) fn read_json(text: &str) -> Listed {
    let mut listed = Listed::default();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => search(&value, 0, &mut 0, &mut listed),
        Err(error) => {
            let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
            listed.refused.push(Refused::of(line, &error.to_string(), Why::Broken));
        }
    }
    listed
}

fn search(value: &Value, depth: usize, count: &mut u32, listed: &mut Listed) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let url = text("url");
            if url.is_empty() {
                fields.values().for_each(|value| search(value, depth + 1, count, listed));
            } else {
                *count += 1;
                listed.take(
                    *count,
                    &Line { name: text("title"), homepages: vec![url.clone()], ..Line::default() },
                    &url,
                );
            }
        }
        Value::Array(values) => values.iter().for_each(|value| search(value, depth + 1, count, listed)),
        Value::String(address) if address.contains("://") => {
            *count += 1;
            listed.take(*count, &Line { homepages: vec![address.clone()], ..Line::default() }, address);
        }
        _ => {}
    }
}
