//! What `docs/reliability.md` says, and what the tests show, are one thing: a test that did something to the program says so
//! at its end with [`proven!`], and fails where the table does not have that row in those words. The counts in a row come
//! from the constants that the test ran with, so that a smaller test makes another row.
//!
//! `FRONTWATCH_WRITE_RELIABILITY=1` before a run of tests writes their rows. Rows that no test says any more are found by this
//! crate's own test.

use std::fs::File;
use std::path::{Path, PathBuf};

/// The table's head, as it stands in the document.
pub const HEAD: &str =
    "| where | fault or input | what was done | what was lost | test |\n| --- | --- | --- | --- | --- |\n";

/// One row of the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// What it strikes: one word of the table's first column ("server", "network", "store", "process", …).
    pub place: String,
    /// The fault or the hostile input.
    pub fault: String,
    /// What the test did, with its counts and bounds.
    pub done: String,
    /// What was lost by it: nearly always "nothing".
    pub lost: String,
    /// The test's file, from the root of the project.
    pub file: String,
    /// The test's function.
    pub test: String,
}

impl Row {
    /// The row as it stands in the document, without a line's end.
    pub fn line(&self) -> String {
        let Self { place, fault, done, lost, file, test } = self;
        format!("| {place} | {fault} | {done} | {lost} | `{file}`: `{test}` |")
    }

    /// The row that a line of the document is; none where it is none.
    pub fn read(line: &str) -> Option<Self> {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").map(str::to_owned);
        let (place, fault, done, lost) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let shown = cells.next()?;
        let (file, test) = shown.strip_prefix('`')?.strip_suffix('`')?.split_once("`: `")?;
        Some(Self { place, fault, done, lost, file: file.to_owned(), test: test.to_owned() })
    }

    /// Whether both say the same fault shown by the same test: such rows take each other's place.
    fn same_case(&self, other: &Self) -> bool {
        (&self.place, &self.fault, &self.test) == (&other.place, &other.fault, &other.test)
    }
}

/// Says a row of `docs/reliability.md`, at the end of the test that has just shown it: where it strikes, the fault, what was
/// done (with the constants of the test), what was lost.
///
/// # Panics
/// If the document does not have this row.
#[macro_export]
macro_rules! proven {
    ($place:expr, $fault:expr, $done:expr, $lost:expr) => {{
        fn here() {}
        $crate::prove(&$crate::Row {
            place: String::from($place),
            fault: String::from($fault),
            done: String::from($done),
            lost: String::from($lost),
            file: file!().replace('\\', "/"),
            test: $crate::function(std::any::type_name_of_val(&here)),
        })
    }};
}

/// The test's name, of the path of a function inside it.
#[doc(hidden)]
pub fn function(path: &str) -> String {
    let names = path.split("::").filter(|name| !name.starts_with("{{"));
    let names: Vec<_> = names.collect();
    names.iter().rev().nth(1).copied().unwrap_or_default().to_owned()
}

/// Where the document is.
pub fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reliability.md")
}

/// Holds the document to a row, or writes it there; see [`proven!`].
#[doc(hidden)]
#[expect(clippy::panic, reason = "this is what fails a test")]
pub fn prove(row: &Row) {
    let told = if std::env::var_os("FRONTWATCH_WRITE_RELIABILITY").is_some() {
        write(&document(), row)
    } else {
        hold(&document(), row)
    };
    if let Err(error) = told {
        panic!("{error}");
    }
}

fn hold(document: &Path, row: &Row) -> Result<(), String> {
    let text = std::fs::read_to_string(document).map_err(|error| format!("{}: {error}", document.display()))?;
    if text.lines().any(|line| line == row.line()) {
        return Ok(());
    }
    let now = text.lines().filter_map(Row::read).find(|known| known.same_case(row));
    let now = now.map_or_else(|| String::from("nothing of it"), |known| known.line());
    Err(format!(
        "docs/reliability.md does not say what this test has shown. It should say\n  {}\nand says\n  {now}\nRun the test with FRONTWATCH_WRITE_RELIABILITY=1 to write it.",
        row.line()
    ))
}

/// Puts a row into the document, in the place of what it said of the same; rows are in order of their words.
fn write(document: &Path, row: &Row) -> Result<(), String> {
    let words = [&row.place, &row.fault, &row.done, &row.lost, &row.test];
    if words.iter().any(|cell| cell.is_empty() || cell.contains(['|', '\n', '`'])) {
        return Err(format!("a row's cells are words, without a bar, a backquote or a line's end: {row:?}"));
    }
    let failed = |error: std::io::Error| format!("{}: {error}", document.display());
    // Tests run beside each other, in several processes.
    let guard = File::open(document).map_err(failed)?;
    guard.lock().map_err(failed)?;
    let text = std::fs::read_to_string(document).map_err(failed)?;
    let (before, after) =
        text.split_once(HEAD).ok_or_else(|| format!("{}: the table's head is missing", document.display()))?;
    let mut rows: Vec<Row> = after.lines().map_while(Row::read).collect();
    let rest: Vec<&str> = after.lines().skip(rows.len()).collect();
    rows.retain(|known| !known.same_case(row));
    rows.push(row.clone());
    rows.sort_by_key(Row::line);
    let mut written = format!("{before}{HEAD}");
    for line in rows.iter().map(Row::line).chain(rest.into_iter().map(str::to_owned)) {
        written.push_str(&line);
        written.push('\n');
    }
    std::fs::write(document, written).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Row, function, hold, write};

    fn row(fault: &str, done: &str) -> Row {
        let [place, fault, done, lost, file, test] =
            ["store", fault, done, "nothing", "crates/a/tests/b.rs", "it_holds"].map(str::to_owned);
        Row { place, fault, done, lost, file, test }
    }

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let row = row("killed", "200 times");
        assert_eq!(Row::read(&row.line()), Some(row));
        assert_eq!(Row::read("| --- | --- | --- | --- | --- |"), None);
        assert_eq!(Row::read("A sentence."), None);
    }

    #[test]
    fn the_test_is_named_by_the_function_around() {
        assert_eq!(function("main::codings::bombs_burst::here"), "bombs_burst");
        assert_eq!(function("main::codings::bombs_burst::{{closure}}::here"), "bombs_burst");
    }

    #[test]
    fn a_document_that_says_something_else_fails() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let document = folder.path().join("reliability.md");
        std::fs::write(&document, format!("# Words\n\n{HEAD}\nAfter it.\n"))?;
        assert!(hold(&document, &row("killed", "200 times")).is_err());
        write(&document, &row("killed", "200 times"))?;
        write(&document, &row("a full disk", "3 sizes"))?;
        hold(&document, &row("killed", "200 times"))?;
        assert!(hold(&document, &row("killed", "100 times")).is_err());
        write(&document, &row("killed", "100 times"))?;
        assert!(hold(&document, &row("killed", "200 times")).is_err());
        let text = std::fs::read_to_string(&document)?;
        let rows: Vec<Row> = text.lines().filter_map(Row::read).collect();
        assert_eq!(rows, [row("a full disk", "3 sizes"), row("killed", "100 times")]);
        assert!(text.starts_with("# Words\n\n") && text.ends_with("\nAfter it.\n"), "{text}");
        Ok(())
    }
}
