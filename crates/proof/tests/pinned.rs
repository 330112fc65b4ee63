//! What the program is built from is pinned: one table of versions, and builds by what the lock files say.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn manifest(folder: &Path) -> Table {
    fs::read_to_string(folder.join("Cargo.toml")).unwrap().parse().unwrap()
}

fn members() -> Vec<PathBuf> {
    let workspace = manifest(&root());
    let members = workspace["workspace"]["members"].as_array().unwrap();
    members.iter().map(|member| root().join(member.as_str().unwrap())).collect()
}

/// What a member's manifest names, for whichever target and purpose.
fn named(manifest: &Table) -> impl Iterator<Item = (String, Value)> {
    let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
    let of = |table: &Table| tables.iter().filter_map(|kind| table.get(*kind)?.as_table().cloned()).collect::<Vec<_>>();
    let targets = manifest.get("target").and_then(Value::as_table).cloned().unwrap_or_default();
    let by_target: Vec<_> = targets.values().filter_map(Value::as_table).flat_map(of).collect();
    of(manifest).into_iter().chain(by_target).flatten()
}

#[test]
fn every_version_stands_in_the_one_table() {
    for member in members() {
        for (name, dependency) in named(&manifest(&member)) {
            let inherited = dependency.get("workspace").and_then(Value::as_bool);
            assert_eq!(inherited, Some(true), "{name} in {}", member.display());
        }
    }
}

/// What its makers switch on for everybody is code that nobody here chose: each crate says what is needed of it, also one that
/// switches nothing on today.
#[test]
fn every_dependency_says_which_of_its_features_are_needed() {
    let workspace = manifest(&root());
    let table = workspace["workspace"]["dependencies"].as_table().unwrap();
    let foreign = table.iter().filter(|(_, said)| said.get("path").is_none());
    let takes_all = foreign.filter(|(_, said)| said.get("default-features").and_then(Value::as_bool) != Some(false));
    let names: Vec<_> = takes_all.map(|(name, _)| name).collect();
    assert_eq!(names, [""; 0], "without `default-features = false` in Cargo.toml");

    let members = members();
    let fuzzed = [root().join("fuzz")];
    for member in members.iter().chain(&fuzzed) {
        for (name, said) in named(&manifest(member)) {
            let own = said.get("path").is_some() || said.get("workspace").is_some();
            let defaults = said.get("default-features").and_then(Value::as_bool);
            let minimal = if own { defaults.is_none() } else { defaults == Some(false) };
            assert!(minimal, "{name} in {}: its features are not said, or said otherwise", member.display());
        }
    }
}

#[test]
fn what_builds_in_a_script_is_locked() {
    let mut loose = Vec::new();
    for entry in fs::read_dir(root().join("script")).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let text = text.replace("\\\n", " ");
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let builds =
                ["cargo build", "cargo run", "cargo test", "cargo clippy", "cargo doc", "cargo install", "cargo bench"];
            if builds.iter().any(|build| line.contains(build))
                && !line.contains("--locked")
                && !line.contains("--version")
            {
                loose.push(format!("{}: {line}", path.display()));
            }
            if line.contains("npm install") || line.contains("npm i ") {
                loose.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert_eq!(loose, Vec::<String>::new());
}
