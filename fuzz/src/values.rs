//! What stands at the pointers of a JSON endpoint is bounded, does not depend on the order of a list, and is judged.

use frontwatch_core::config::parse;
use frontwatch_core::facts::values::{LONGEST, MOST, ROOM, Values, read};
use frontwatch_core::text::is_disruptive;
use frontwatch_core::watch::{Expect, WatchKind};
use serde_json::Value;

use crate::common::Watch;
use crate::cut;
use crate::judged::judged;

/// Reads a line as pointers, with blanks between, and the rest as a document.
pub fn holds(bytes: &[u8]) {
    let (line, body) = crate::first_line(bytes);
    let text = String::from_utf8_lossy(body);
    let pointers: Vec<String> = line.split(' ').take(8).map(str::to_owned).collect();
    let found = read(&text, &pointers);
    assert_eq!(found, read(&text, &pointers));
    if let Ok(values) = &found {
        bounded(values);
    }
    // A reader that builds the whole document agrees on what is one, except for what nobody points at.
    if let Ok(document) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) {
        in_any_order(document, &pointers);
    }
    if configured(&pointers) {
        let mut watch = Watch::new(WatchKind::Admin);
        (watch.expect, watch.values) = (Some(Expect::Json), pointers);
        (0..2).for_each(|_| judged(&mut watch, &text));
    }
}

fn bounded(values: &Values) {
    let fields = values.elements.iter().flat_map(|element| element.fields.iter().map(move |field| (element, field)));
    let (mut kept, mut room) = (0, 0);
    for (element, field) in fields {
        for text in [&element.key, &field.path, &field.text] {
            cut(text, LONGEST);
        }
        kept += 1;
        room += field.path.len() + field.text.len();
        assert!(usize::from(field.pointer) < values.pointers.len());
    }
    assert!(kept <= MOST && room <= ROOM, "{kept} values of {room} bytes");
}

/// A list that is turned round says the same, unless a pointer counts its elements.
fn in_any_order(document: Value, pointers: &[String]) {
    let counts = |pointer: &String| pointer.split('/').any(|step| step.parse::<usize>().is_ok());
    let Value::Array(mut list) = document else { return };
    if pointers.iter().any(counts) {
        return;
    }
    let one = read(&Value::from(list.clone()).to_string(), pointers);
    list.reverse();
    let other = read(&Value::from(list).to_string(), pointers);
    match (one, other) {
        // Of more than is kept, which is kept depends on where it stands; what was counted does not.
        (Ok(one), Ok(other)) if one.more > 0 => assert_eq!(one.pointers, other.pointers),
        (one, other) => assert_eq!(one, other),
    }
}

/// Whether a configuration may name these pointers, and they can be seen: they are the newsroom's own, and are said as they are.
fn configured(pointers: &[String]) -> bool {
    if pointers.iter().any(|pointer| pointer.contains(is_disruptive)) {
        return false;
    }
    let listed = pointers.iter().map(|pointer| toml::Value::from(pointer.as_str()).to_string());
    let text = format!(
        "[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n[[outlet.admin]]\nurl = \"https://a.example/api\"\n\
         expect = \"json\"\nvalues = [{}]\n",
        listed.collect::<Vec<_>>().join(", ")
    );
    parse(&text).is_ok()
}
