//! What holds for every member of the workspace: the lints of the workspace, which forbid `unsafe`, and nothing that allows it.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let skipped = ["target", "node_modules", "gen"].iter().any(|name| entry.file_name() == *name);
        if path.is_dir() && !skipped {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

#[test]
fn every_member_forbids_unsafe() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(workspace.contains("unsafe_code = \"forbid\""), "the workspace's lints forbid unsafe");
    let members = workspace.lines().find_map(|line| line.strip_prefix("members = [")).unwrap();
    let members: Vec<&str> = members.split('"').skip(1).step_by(2).collect();
    assert!(members.len() > 5, "{members:?}");
    for member in &members {
        let manifest = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true\n"), "{member} has lints of its own");
    }
    let mut all = Vec::new();
    for member in &members {
        sources(&root().join(member), &mut all).unwrap();
    }
    assert!(all.len() > 300, "{} sources", all.len());
    let here = Path::new(file!()).file_name().unwrap();
    for file in all.iter().filter(|file| file.file_name() != Some(here)) {
        let text = fs::read_to_string(file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            let word = ["unsafe ", "unsafe{", "unsafe_code", "unsafe("].iter().find(|word| line.contains(**word));
            assert!(word.is_none(), "{}: {line}", file.display());
        }
    }
}

/// The members that no package holds: tests, and the window in a browser.
const NEVER_SHIPPED: [&str; 3] = ["frontwatch-browser-host", "frontwatch-journeys", "frontwatch-proof"];

#[test]
fn what_is_for_tests_is_in_no_program() {
    let folders = ["crates/core", "crates/engine", "crates/newsroom", "crates/demo", "crates/cli", "src-tauri"];
    for folder in folders {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        // What a build of the program takes; `dev-dependencies` are of its tests.
        let sections = manifest.split("\n[").filter(|section| !section.starts_with("dev-dependencies"));
        for section in sections {
            let named = NEVER_SHIPPED.iter().find(|name| section.contains(**name));
            assert!(named.is_none(), "{folder} takes {named:?}");
        }
    }
    let bundle = fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap();
    assert!(!bundle.contains("externalBin") && !bundle.contains("resources"), "a package holds one program");
}
