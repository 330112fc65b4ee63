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

#[test]
fn every_version_stands_in_the_one_table() {
    for member in members() {
        let manifest = manifest(&member);
        let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
        let of =
            |table: &Table| tables.iter().filter_map(|kind| table.get(*kind)?.as_table().cloned()).collect::<Vec<_>>();
        let targets = manifest.get("target").and_then(Value::as_table).cloned().unwrap_or_default();
        let by_target = targets.values().filter_map(Value::as_table).flat_map(of);
        for (name, dependency) in of(&manifest).into_iter().chain(by_target).flatten() {
            let inherited = dependency.get("workspace").and_then(Value::as_bool);
            assert_eq!(inherited, Some(true), "{name} in {}", member.display());
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
