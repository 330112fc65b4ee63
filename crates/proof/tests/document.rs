//! Every row of `docs/reliability.md` is said by a test that is there, that runs, and that says it; and every test that
//! `docs/threat-model.md` names is there and runs.

use std::path::Path;

use frontwatch_proof::{Row, document};

/// The source of one function: from its attributes to the next line that closes it.
fn source_of<'a>(source: &'a str, test: &str) -> Option<(&'a str, &'a str)> {
    let at = source.find(&format!("fn {test}("))?;
    let before = &source[..at];
    let attributes = &before[before.rfind("\n\n").map_or(0, |end| end + 2)..];
    let body = &source[at..];
    // A function in a module is closed where it was indented.
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let indent: String = source[line..].chars().take_while(|&letter| letter == ' ').collect();
    let end = body.find(&format!("\n{indent}}}\n")).unwrap_or(body.len());
    Some((attributes, &body[..end]))
}

#[test]
fn every_row_is_said_by_a_test_that_runs() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(document())?;
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).skip(2).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for line in table {
        let row = Row::read(line).unwrap_or_else(|| panic!("not a row of this table: {line}"));
        let source = std::fs::read_to_string(root.join(&row.file))?;
        let (attributes, body) =
            source_of(&source, &row.test).unwrap_or_else(|| panic!("{} has no test {}: {line}", row.file, row.test));
        assert!(attributes.contains("test"), "{} in {} is no test", row.test, row.file);
        assert!(!attributes.contains("#[ignore"), "{} in {} does not run", row.test, row.file);
        assert!(body.contains("proven!("), "{} in {} does not say what it has shown", row.test, row.file);
        // What the test did not say fails in the test itself; here only a row that it says no more is found.
        assert!(source.contains(&row.fault), "{} does not speak of {:?}", row.file, row.fault);
    }
    Ok(())
}

/// What stands in backquotes that is a file, and the test that is named after it, where one is.
fn named(text: &str) -> Vec<(String, Option<String>)> {
    let mut pieces = text.split('`');
    pieces.next();
    let quoted: Vec<(&str, &str)> = pieces.clone().step_by(2).zip(pieces.skip(1).step_by(2)).collect();
    let is_file = |piece: &str| piece.contains('/') && matches!(piece.rsplit('.').next(), Some("rs" | "ts"));
    let of = |at: usize| {
        let (file, between) = quoted[at];
        let next = quoted.get(at + 1).filter(|_| between == ": ");
        (file.to_owned(), next.map(|(name, _)| (*name).to_owned()))
    };
    (0..quoted.len()).filter(|&at| is_file(quoted[at].0)).map(of).collect()
}

#[test]
fn every_test_that_the_threat_model_names_is_there() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let model = std::fs::read_to_string(root.join("docs/threat-model.md"))?;
    let all = named(&model);
    assert!(all.iter().filter(|(_, name)| name.is_some()).count() > 20, "{all:?}");
    for (file, name) in all {
        let source = std::fs::read_to_string(root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        let Some(name) = name else { continue };
        let (attributes, _) = source_of(&source, &name).unwrap_or_else(|| panic!("{file} has no test {name}"));
        let in_a_macro = source.contains("proptest! {");
        assert!((attributes.contains("test") || in_a_macro) && !attributes.contains("#[ignore"), "{name} in {file}");
    }
    Ok(())
}
