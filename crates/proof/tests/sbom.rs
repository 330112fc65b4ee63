//! What `script/sbom` holds its lists to, on small ones: a list that lacks something that is built in is none, and the same lock
//! files make the same bytes.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// A crate's list as cargo-cyclonedx writes it, with this computer's path, and the window's as npm does.
const CRATES: &str = r#"{"serialNumber":"urn:uuid:RUN","metadata":{"timestamp":"RUN","component":{"bom-ref":"path+file:///ROOT/crates/cli","name":"frontwatch","version":"0.1.0","components":[{"name":"bin","version":"0.1.0"}]}},"components":[{"bom-ref":"b","name":"serde","version":"1.0.229"},{"bom-ref":"a","name":"ring","version":"0.17.14"}],"dependencies":[{"ref":"b"},{"ref":"a"}]}"#;
const WINDOW: &str = r#"{"serialNumber":"urn:uuid:RUN","metadata":{"timestamp":"RUN","component":{"bom-ref":"w","name":"ui","version":"0.0.0"}},"components":[{"bom-ref":"d","name":"@a/b","version":"1.0.0"},{"bom-ref":"c","name":"svelte","version":"5.0.0"}]}"#;
const LOCK: &str = r#"{"packages":{"":{"name":"frontwatch-window"},"node_modules/@a/b":{"version":"1.0.0"},"node_modules/@a/b/node_modules/svelte":{"version":"5.0.0"}}}"#;

/// What comes of them: the exit status, what is said, both lists.
fn check(root: &str, run: &str, tree: &str, lock: &str) -> (Option<i32>, String, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let of_run = |text: &str| text.replace("RUN", run).replace("ROOT", root);
    for (name, text) in [
        ("crates.json", of_run(CRATES)),
        ("tree", tree.into()),
        ("window.json", of_run(WINDOW)),
        ("package-lock.json", lock.into()),
    ] {
        fs::write(path(name), text).unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../script/lib/sbom.mjs");
    let files = ["crates.json", "tree", "window.json", "package-lock.json"].map(path);
    let output = Command::new("node").arg(script).arg(root).args(files).output().unwrap();
    let read = |name: &str| fs::read_to_string(path(name)).unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap(), [read("crates.json"), read("window.json")])
}

#[test]
fn a_list_that_lacks_what_is_built_in_is_none() {
    let tree = "frontwatch v0.1.0 (/somewhere)\nserde v1.0.229\nring v0.17.14 (*)\n\n[build-dependencies]\nserde v1.0.229 (*)\n";
    for (tree, lock, good, said) in [
        (tree, LOCK, true, "3 of 3"),
        (tree, LOCK, true, "2 of 2"),
        (&tree.replace("1.0.229", "1.0.228"), LOCK, false, "lacks serde@1.0.228"),
        (&format!("{tree}gtk v0.18.2\n"), LOCK, false, "3 of 4 that are built in\n  lacks gtk@0.18.2"),
        (tree, &LOCK.replace("5.0.0", "5.0.1"), false, "lacks svelte@5.0.1"),
        (tree, &LOCK.replace("@a/b\":", "@c/b\":"), false, "lacks @c/b@1.0.0"),
        ("error: no such package", LOCK, false, "nothing is built in?"),
    ] {
        let (status, text, _) = check("/ROOT", "1", tree, lock);
        assert_eq!(status, Some(i32::from(!good)), "{text}");
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn the_same_lock_files_make_the_same_list_wherever_and_whenever() {
    let tree = "serde v1.0.229";
    let (one, other) = (check("/home/one", "1", tree, LOCK), check("/srv/other", "2", tree, LOCK));
    assert_eq!(one.2, other.2);
    for (list, first) in one.2.iter().zip(["\"a\"", "\"c\""]) {
        let components = list.split("\"components\"").last().unwrap();
        assert!(components.contains(&format!("\"bom-ref\": {first}")), "in order: {list}");
        assert!(components.find(first) < components.find("\"b\"").or(components.find("\"d\"")), "in order: {list}");
        assert!(!list.contains("home") && !list.contains("uuid") && !list.contains("timestamp"), "{list}");
    }
}
