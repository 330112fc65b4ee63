//! What the two programs say stands in the catalogues: no sentence is written where it is printed.
//!
//! A string of the source that has a word beside a space is a sentence, unless it is for the log (`tracing`), or one of the few below.
//! Help and usage are clap's, which takes them from comments, and are English (`docs/architecture.md`).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::path::{Path, PathBuf};

/// Strings that are no sentence, and why.
const NO_SENTENCES: [&str; 11] = [
    // The program's name before what it says.
    "frontwatch: {}",
    "frontwatch-desktop: {}",
    // Templates of progress lines: what they show is given.
    "{bar:30} {pos}/{len} {wide_msg}",
    "! {prefix:.bold} {wide_msg:.red.bold}",
    "? {prefix:.bold} {wide_msg:.yellow}",
    "  {prefix:.bold} {wide_msg}",
    // A checksum as the tools that compare it name it.
    "sha256 {}",
    // What the shell has the page do.
    "dispatchEvent(new Event('frontwatch:{name}'))",
    // Why a constant address is one: said by nobody.
    "an address",
    // The desktop entry of autostart, by its specification.
    "[Desktop Entry]\\nType=Application\\nVersion=1.5\\nName=Frontwatch\\n",
    "Comment=Watches your outlets' front pages\\nTerminal=false\\nX-GNOME-Autostart-enabled=true\\n",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
    all
}

/// The strings of a source, without those of its tests, its comments, its attributes and its log.
fn strings(source: &str) -> Vec<String> {
    let shipped = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut attribute = false;
    let mut log = false;
    for line in shipped.lines().map(str::trim) {
        attribute |= line.starts_with("#[") || line.starts_with("#![");
        log |= line.contains("tracing::");
        if !attribute && !log && !line.starts_with("//") {
            found.extend(of_line(line));
        }
        attribute &= !line.ends_with(']');
        log &= !line.ends_with(';') && !line.ends_with("),") && !line.ends_with('}');
    }
    found
}

fn of_line(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => break,
            // A character, and no lifetime.
            '\'' => {
                let rest: String = chars.clone().take(3).collect();
                let skipped = if rest.starts_with('\\') { 3 } else { 2 };
                if rest.chars().nth(skipped - 1) == Some('\'') {
                    chars.by_ref().take(skipped).for_each(drop);
                }
            }
            '"' => {
                let mut text = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => text.extend(['\\', chars.next().unwrap_or_default()]),
                        c => text.push(c),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

/// Whether a person would read it as words: a word of letters beside a space, places for arguments left out.
fn is_sentence(text: &str) -> bool {
    let mut plain = String::new();
    let mut within = false;
    for c in text.chars() {
        match c {
            '{' => within = true,
            '}' => within = false,
            c if !within => plain.push(c),
            _ => {}
        }
    }
    let word = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
    plain.contains(char::is_whitespace) && plain.split_whitespace().any(word)
}

#[test]
fn no_sentence_is_written_where_it_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut written = Vec::new();
    let mut read = 0;
    for folder in [root.join("src"), root.join("../../src-tauri/src")] {
        for file in sources(&folder) {
            let source = std::fs::read_to_string(&file).unwrap();
            let strings = strings(&source);
            read += strings.len();
            let sentences =
                strings.into_iter().filter(|text| is_sentence(text) && !NO_SENTENCES.contains(&text.as_str()));
            written.extend(sentences.map(|text| format!("{}: {text}", file.display())));
        }
    }
    assert!(read > 200, "only {read} strings were found");
    assert!(written.is_empty(), "{written:#?}");
}

#[test]
fn what_a_sentence_is() {
    for sentence in ["the watch ended", "{outlet} was attacked", "NOT SEEN: {}", "learned {}", "removed: {name} "] {
        assert!(is_sentence(sentence), "{sentence}");
    }
    for other in ["{}  {}", "demo-word", "  {:>5}  {:.0}  {reason}", "resolved", "%H:%M:%S", "\\n", "--hidden", ""] {
        assert!(!is_sentence(other), "{other}");
    }
    let source = "// \"a comment here\"\n#[arg(long, help = \"an attribute here\")]\nlet a = '\"'; f(\"a \\\"b\\\" c\"); // \"no\"\n\
                  tracing::warn!(\"a log line\");\ng(\"end\");\n#[cfg(test)]\nmod tests {\n\"in a test\"";
    assert_eq!(strings(source), ["a \\\"b\\\" c", "end"]);
}
