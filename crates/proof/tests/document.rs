//! Every row of `docs/reliability.md` is said by a test that is there, that runs, and that says it.

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
