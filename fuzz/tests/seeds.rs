//! Every seed holds, and everything that once did not.

use std::path::{Path, PathBuf};

use frontwatch_fuzz::TARGETS;

/// The files of a target's folder, in order of their names.
fn files(folder: &str, target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(target);
    let listed = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.expect("a folder").path()).collect();
    files.sort();
    files
}

#[test]
fn whatever_was_a_seed_or_a_finding_holds() {
    let mut failed = Vec::new();
    for (target, holds) in TARGETS {
        let seeds = files("seeds", target);
        assert!(!seeds.is_empty(), "{target} has no seeds");
        for file in seeds.into_iter().chain(files("found", target)) {
            let bytes = std::fs::read(&file).expect("a seed");
            assert!(bytes.len() <= 64 * 1024, "{}: a seed is small", file.display());
            if std::panic::catch_unwind(|| holds(&bytes)).is_err() {
                failed.push(file);
            }
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
