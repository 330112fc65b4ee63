//! Ids in the sources and ids in the catalogues are the same: errors and the programs make their messages where they are, by a
//! literal id.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::catalogues::ids;
use crate::text::catalogues::ENGLISH;

/// Catalogues whose messages are made by literal ids, wherever in the workspace.
const BY_ID: [&str; 3] = ["config.ftl", "errors.ftl", "terminal.ftl"];

/// Every Rust source that ships.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all = Vec::new();
    for path in entries.map(|entry| entry.expect("the workspace can be read").path()) {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            all.push(path);
        }
    }
    all
}

fn shipped() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let crates = ["core", "engine", "demo", "cli"].map(|name| root.join("crates").join(name).join("src"));
    let folders = crates.into_iter().chain([root.join("src-tauri/src")]);
    folders.flat_map(|folder| sources(&folder)).map(|file| std::fs::read_to_string(file).expect("a source")).collect()
}

/// The strings of a source that may be ids.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').filter(|text| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    })
}

#[test]
fn every_text_that_is_said_by_its_id_is_said_somewhere() {
    let sources = shipped();
    let known: BTreeSet<&str> = sources.iter().flat_map(|source| literals(source)).collect();
    for (file, text) in ENGLISH.catalogues.iter().filter(|(file, _)| BY_ID.contains(file)) {
        let inner = |id: &str| text.contains(&format!("{{ {id} }}"));
        let unused: Vec<String> =
            ids(text).into_keys().filter(|id| !known.contains(id.as_str()) && !inner(id)).collect();
        assert!(unused.is_empty(), "{file}: {unused:?}");
    }
}

#[test]
fn every_id_that_a_message_is_made_of_has_a_text() {
    let texts: BTreeSet<String> = ENGLISH.catalogues.iter().flat_map(|(_, text)| ids(text).into_keys()).collect();
    let mut made = 0;
    for source in shipped() {
        let shipped = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for id in shipped.split("Message::new(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            made += 1;
            assert!(texts.contains(id), "no catalogue has a text for {id}");
        }
    }
    assert!(made > 300, "only {made} messages are made");
}
