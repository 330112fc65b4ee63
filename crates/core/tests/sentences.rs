//! Every signal and every word on the baseline has its sentence in the English catalogue.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn ids(catalogue: &str) -> BTreeSet<String> {
    catalogue
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, _)| id.to_owned())
        .filter(|id| !id.starts_with('#'))
        .collect()
}

/// The ids of every catalogue of signals and baselines that begin so.
fn said(begin: &str) -> BTreeSet<String> {
    let catalogues = [
        include_str!("../src/text/en/admin.ftl"),
        include_str!("../src/text/en/articles.ftl"),
        include_str!("../src/text/en/baseline.ftl"),
        include_str!("../src/text/en/signals.ftl"),
        include_str!("../src/text/en/tls.ftl"),
    ];
    catalogues.into_iter().flat_map(ids).filter(|id| id.starts_with(begin)).collect()
}

/// Quoted words in the sources of a folder that begin with one of these.
fn quoted(folder: &str, begins: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder)).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for word in source.split('"').skip(1).step_by(2) {
            let plain = word.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'.' | b'-'));
            if plain && begins.iter().any(|begin| word.starts_with(begin)) {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_signal_has_a_sentence() {
    let catalogue = said("signal-");
    let groups = [
        "availability.",
        "certificate.",
        "charset.",
        "collapse.",
        "cover.",
        "feed.",
        "fixed.",
        "grown.",
        "headline.",
        "image.",
        "language.",
        "link.",
        "login.",
        "lost.",
        "painted.",
        "markup.",
        "panel.",
        "picture.",
        "planted.",
        "redirect.",
        "robots.",
        "script.",
        "sound.",
        "story.",
        "style.",
        "takeover.",
        "text.",
        "title.",
        "values.",
        "wallet.",
        "transport.",
        "wording.",
    ];
    let used: BTreeSet<_> =
        quoted("detect", &groups).into_iter().map(|kind| format!("signal-{}", kind.replace('.', "-"))).collect();
    assert!(used.len() > 30, "{used:?}");
    let missing: Vec<_> = used.difference(&catalogue).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unused: Vec<_> = catalogue.difference(&used).filter(|id| !id.starts_with("signal-source-")).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_before_and_after_has_its_words() {
    let mut used = BTreeSet::new();
    for folder in ["src/detect", "src"] {
        for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let file = file.unwrap().path();
            let source = if file.is_file() { fs::read_to_string(file).unwrap() } else { String::new() };
            used.extend(
                source.split('"').skip(1).step_by(2).map(|word| format!("shown-{}", word.trim_start_matches("shown-"))),
            );
        }
    }
    let catalogue = ids(include_str!("../src/text/en/evidence.ftl"));
    let unused: Vec<_> = catalogue.difference(&used).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_word_on_the_baseline_has_a_sentence() {
    assert_eq!(quoted("baseline", &["baseline-"]), said("baseline-"));
}

#[test]
fn every_signal_of_names_has_a_sentence() {
    let catalogue = ids(include_str!("../src/text/en/dns.ftl"));
    let used = quoted("detect", &["names."]);
    let used: BTreeSet<_> = used.into_iter().map(|kind| format!("signal-{}", kind.replace('.', "-"))).collect();
    assert_eq!(used, catalogue);
}
