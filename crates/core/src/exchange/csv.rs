//! Comma-separated values (RFC 4180). The first row may name the columns; without, the columns are those that are written.
//! A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read without.

use super::{Line, Listed};
use crate::config::Outlet;

const COLUMNS: [&str; 4] = ["name", "group", "homepage", "feed"];
/// What other programs call the column of front pages.
const ALSO_HOMEPAGE: [&str; 5] = ["url", "address", "link", "website", "site"];
/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// The most cells of one row that are read.
const CELLS: usize = 100;

/// Whether a text is a table: its first line names a homepage, or has several cells with an address among them.
pub(super) fn has_columns(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let named = first.split([',', ';']).any(|cell| column(cell.trim().trim_matches('"')) == "homepage");
    // changedetection.io separates an address from its tags by a blank.
    let address_first = first.trim_start().split([',', ';', ' ']).next().is_some_and(|cell| cell.contains("://"));
    !address_first && (named || first.contains([',', ';']) && first.contains("://"))
}

pub(super) fn read(text: &str) -> Listed {
    let separator = if text.lines().next().unwrap_or_default().contains(',') { ',' } else { ';' };
    let mut rows = rows(text, separator).into_iter();
    let mut listed = Listed::default();
    let mut columns: Vec<String> = COLUMNS.map(str::to_owned).to_vec();
    let first = rows.next();
    let titles = |cells: &[String]| cells.iter().map(|cell| column(cell)).collect::<Vec<_>>();
    let names =
        first.as_ref().map(|(_, cells)| titles(cells)).filter(|names| names.iter().any(|name| name == "homepage"));
    let first = if let Some(names) = names {
        columns = names;
        None
    } else {
        first
    };
    for (line, cells) in first.into_iter().chain(rows) {
        let cell = |name: &str| {
            let at = columns.iter().position(|column| column == name);
            at.and_then(|at| cells.get(at)).map(|cell| plain(cell)).unwrap_or_default()
        };
        let homepages = cell("homepage").split_whitespace().map(str::to_owned).collect();
        let said = Line { name: cell("name"), group: cell("group"), homepages, feed: cell("feed") };
        listed.take(line, &said, &cells.join(", "));
    }
    listed
}

/// What a column is called here.
fn column(cell: &str) -> String {
    let name = cell.trim().to_lowercase();
    if ALSO_HOMEPAGE.contains(&name.as_str()) { "homepage".to_owned() } else { name }
}

/// The rows that are not empty, each with the line where it begins.
fn rows(text: &str, separator: char) -> Vec<(u32, Vec<String>)> {
    let mut rows = Vec::new();
    let (mut line, mut began) = (1, 1);
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' | '\r' if !quoted => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                line += 1;
                row.push(std::mem::take(&mut cell));
                rows.push((began, std::mem::take(&mut row)));
                began = line;
            }
            _ if character == separator && !quoted => {
                if row.len() < CELLS {
                    row.push(std::mem::take(&mut cell));
                }
                cell.clear();
            }
            _ => {
                line += u32::from(character == '\n');
                cell.push(character);
            }
        }
    }
    row.push(cell);
    rows.push((began, row));
    rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

pub(super) fn write(outlets: &[Outlet]) -> String {
    let mut text = COLUMNS.join(",") + "\r\n";
    for outlet in outlets {
        let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
        let feed = outlet.feed.as_ref().map(url::Url::as_str).unwrap_or_default();
        let cells = [outlet.name.as_str(), outlet.group.as_deref().unwrap_or_default(), &homepages.join(" "), feed];
        text.push_str(&cells.map(written).join(","));
        text.push_str("\r\n");
    }
    text
}

fn written(cell: &str) -> String {
    // One that begins with an apostrophe before a formula would be read without it.
    let mark = if is_formula(cell.trim_start_matches('\'')) { "'" } else { "" };
    if cell.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    } else {
        format!("{mark}{cell}")
    }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(FORMULA)
}

/// A cell without the apostrophe that kept it from being a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let rest = cell.strip_prefix('\'').filter(|rest| is_formula(rest.trim_start_matches('\'')));
    rest.unwrap_or(cell).to_owned()
}
