//! The two ways out: stdout for what was asked for, stderr for everything else. A reader that went away (`| head`) is
//! no failure.

use std::io::{IsTerminal, Write, stderr, stdout};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

/// One line to stdout.
pub(crate) fn line(text: &str) {
    // The reader has gone when this fails; there is nobody to tell.
    let _ = writeln!(stdout().lock(), "{text}");
}

/// One JSON object on a line of stdout.
pub(crate) fn json(object: &impl Serialize) {
    match serde_json::to_string(object) {
        Ok(text) => line(&text),
        Err(error) => tracing::error!(%error, "a line of JSON could not be made"),
    }
}

/// One line to stderr.
pub(crate) fn note(text: &str) {
    // As above.
    let _ = writeln!(stderr().lock(), "{text}");
}

/// Whether a person looks at stdout as it comes.
pub(crate) fn is_terminal() -> bool {
    stdout().is_terminal()
}

/// A table as wide as the terminal; without lines in a pipe, so that each row is one line.
pub(crate) fn table<S: Into<String>>(head: impl IntoIterator<Item = S>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(head.into_iter().map(Into::into));
    table.set_content_arrangement(if is_terminal() {
        ContentArrangement::Dynamic
    } else {
        ContentArrangement::Disabled
    });
    table
}
