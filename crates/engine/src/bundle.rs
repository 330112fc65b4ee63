//! One file for a report of a fault: plain text, which a person can read before they send it. What opens a door, what is private
//! and every text of a page are left out.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use frontwatch_core::config::redacted;
use frontwatch_core::text::discreet;
use jiff::Timestamp;

use crate::place::Place;
use crate::store::{Facts, facts};
use crate::{logs, store};

/// So much of each program's logs. Bytes.
const LOGS: usize = 256 << 10;

/// The longest configuration that is read. Bytes.
const CONFIGURATION: u64 = 4 << 20;

/// What the file is called where nobody says.
pub fn usual_name(now: Timestamp) -> PathBuf {
    PathBuf::from(format!("frontwatch-report-{}.txt", now.strftime("%Y%m%dT%H%M%SZ")))
}

/// Writes the file, which is not there yet, for its owner alone. `findings` are the lines of `frontwatch doctor`.
pub fn write(place: &Place, findings: &[String], file: &Path, now: Timestamp) -> io::Result<()> {
    let mut text = String::new();
    let mut part = |heading: &str, body: &str| {
        // A string takes whatever is written.
        let _ = writeln!(text, "== {heading}\n{}\n", body.trim_end());
    };
    part(
        "versions",
        &format!(
            "frontwatch {}\nmade {now:.0}\nsystem {} {}\nsqlite {}",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            store::sqlite_version()
        ),
    );
    part("frontwatch doctor", &lines(findings.iter().map(String::as_str)));
    part("configuration, without secrets", &configuration(&place.config));
    part("store", &facts(&place.data).map_or_else(|error| discreet(&error.to_string()), |facts| said(&facts)));
    for (program, log) in logs::latest(&place.data, LOGS) {
        part(&format!("logs of {program}, the latest"), &lines(log.lines()));
    }
    let text = homeless(&text, directories::BaseDirs::new().as_ref().map(directories::BaseDirs::home_dir));
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut written = tempfile::NamedTempFile::new_in(folder)?;
    written.write_all(text.as_bytes())?;
    written.persist_noclobber(file).map_err(|error| error.error)?;
    Ok(())
}

fn lines<'a>(all: impl Iterator<Item = &'a str>) -> String {
    all.flat_map(str::lines).map(discreet).collect::<Vec<_>>().join("\n")
}

fn configuration(file: &Path) -> String {
    let read = std::fs::File::open(file).and_then(|opened| {
        let mut text = String::new();
        io::Read::read_to_string(&mut io::Read::take(opened, CONFIGURATION), &mut text).map(|_| text)
    });
    match read {
        Ok(text) => redacted(&text).unwrap_or_else(|| "it is no TOML".to_owned()),
        Err(error) => error.to_string(),
    }
}

fn said(facts: &Facts) -> String {
    let Facts { format, supported, bytes, damage, rows } = facts;
    let whole = damage.as_deref().map_or("whole".to_owned(), |what| format!("damaged: {}", discreet(what)));
    let mut said = format!("format {format} (this version knows {supported})\n{bytes} bytes\n{whole}");
    for (table, rows) in rows {
        let _ = write!(said, "\n{rows} rows in {table}");
    }
    said
}

/// The text with `~` in the place of the folder that has a person's name.
fn homeless(text: &str, home: Option<&Path>) -> String {
    match home.map(|home| home.to_string_lossy().into_owned()).filter(|home| home.len() > 1) {
        Some(home) => text.replace(&home, "~"),
        None => text.to_owned(),
    }
}
