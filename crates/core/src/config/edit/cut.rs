//! Cuts into the text of a configuration: one value or one table, and not a byte besides.
//!
//! A cut is made by the places that the parser gives. Where what is there is written in a form that can't be cut (an inline
//! table, a dotted key), the document is edited as a whole, which keeps its comments, too. Either way the result is read
//! again, and is given only if it says what it said before and the change, and nothing else.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::{Array, DocumentMut, InlineTable, Item, TableLike, Value};

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Written {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) => None,
        }
    }

    /// Its texts: one, or those of the list.
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::List(texts) => texts,
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Text(text) => Value::from(text.as_str()),
            Self::List(texts) => Value::Array(texts.iter().collect::<Array>()),
        }
    }

    fn plain(&self) -> Plain {
        match self {
            Self::Text(text) => Plain::Text(text.clone()),
            Self::List(texts) => Plain::List(texts.iter().cloned().map(Plain::Text).collect()),
        }
    }
}

/// A key of a table with what is to be written there; none: it goes.
pub(in crate::config) type Field<'f> = (&'f str, Option<Written>);

/// A table of the document: one under a key, or one of a list of them; the same within such a row.
#[derive(Debug, Clone, Copy)]
pub(in crate::config) enum Place<'p> {
    /// `[key]`.
    Section(&'p str),
    /// The so manieth `[[key]]`.
    Row(&'p str, usize),
    /// `[key.part]` of the so manieth `[[key]]`.
    Part(&'p str, usize, &'p str),
    /// The so manieth `[[key.rows]]` of the so manieth `[[key]]`.
    RowOf(&'p str, usize, &'p str, usize),
}

impl Place<'_> {
    /// What its header says.
    fn header(self) -> String {
        match self {
            Self::Section(key) | Self::Row(key, _) => key.to_owned(),
            Self::Part(key, _, within) | Self::RowOf(key, _, within, _) => format!("{key}.{within}"),
        }
    }
}

/// What a document says, without how it is written.
#[derive(Debug, Clone, PartialEq)]
enum Plain {
    Text(String),
    /// Its type and its value.
    Other(String),
    List(Vec<Plain>),
    Table(BTreeMap<String, Plain>),
}

impl Plain {
    fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.to_string()),
            DeValue::Array(items) => Self::List(items.iter().map(|item| Self::of(item.get_ref())).collect()),
            DeValue::Table(table) => Self::of_table(table),
            other => Self::Other(format!("{other:?}")),
        }
    }

    fn of_table(table: &DeTable<'_>) -> Self {
        Self::Table(table.iter().map(|(key, value)| (key.get_ref().to_string(), Self::of(value.get_ref()))).collect())
    }

    fn table(&mut self) -> Option<&mut BTreeMap<String, Plain>> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }

    /// The table at a place; a section that is not there is made.
    fn at(&mut self, place: Place<'_>) -> Option<&mut BTreeMap<String, Plain>> {
        let root = self.table()?;
        match place {
            Place::Section(key) => root.entry(key.to_owned()).or_insert_with(|| Self::Table(BTreeMap::new())).table(),
            Place::Row(key, at) => root.get_mut(key)?.row(at),
            Place::Part(key, at, part) => root.get_mut(key)?.row(at)?.get_mut(part)?.table(),
            Place::RowOf(key, at, rows, row) => root.get_mut(key)?.row(at)?.get_mut(rows)?.row(row),
        }
    }

    fn row(&mut self, at: usize) -> Option<&mut BTreeMap<String, Plain>> {
        if let Self::List(rows) = self { rows.get_mut(at)?.table() } else { None }
    }
}

/// What a text says; none where it is not TOML.
fn says(text: &str) -> Option<Plain> {
    DeTable::parse(text).ok().map(|document| Plain::of_table(document.get_ref()))
}

/// The first of these texts that says what is wanted.
fn right<const N: usize>(texts: [Option<String>; N], wanted: &Plain) -> Option<String> {
    texts.into_iter().flatten().find(|text| says(text).as_ref() == Some(wanted))
}

/// What is written under a key of a table.
pub(in crate::config) fn written(value: &DeValue<'_>) -> Option<Written> {
    match value {
        DeValue::String(text) => Some(Written::Text(text.to_string())),
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned));
            texts.collect::<Option<_>>().map(Written::List)
        }
        _ => None,
    }
}

/// Writes a value under a key of a table, or takes the key out.
pub(in crate::config) fn set(text: &str, place: Place<'_>, (key, wanted): &Field<'_>) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let there = table_at(&document, place).and_then(|table| entry(table.table, key));
    let mut result = Plain::of_table(document.get_ref());
    match wanted {
        None if there.is_none() => return Some(text.to_owned()),
        None => drop(result.at(place)?.remove(*key)),
        Some(wanted) => drop(result.at(place)?.insert((*key).to_owned(), wanted.plain())),
    }
    let cut = match (wanted, there) {
        (None, there) => there.map(|(key, value)| without(text, key.start..value.span().end)),
        (Some(wanted), Some((_, value))) => Some(replaced(text, value.span(), &rendered(text, wanted, value))),
        (Some(wanted), None) => inserted(text, &document, place, &line(key, wanted)),
    };
    right([cut, edited(text, place, key, wanted.as_ref())], &result)
}

/// Whether a person's words may stand within the list under a key: where it goes, they would go with it.
pub(in crate::config) fn has_words_within(text: &str, place: Place<'_>, key: &str) -> bool {
    let Ok(document) = DeTable::parse(text) else { return false };
    let list = table_at(&document, place).and_then(|table| entry(table.table, key));
    list.is_some_and(|(_, list)| list.get_ref().is_array() && text[list.span()].contains('#'))
}

/// As [`set`]; but a list that is to go is emptied where a person's words may stand within it.
pub(in crate::config) fn set_and_keep_words(text: &str, place: Place<'_>, (key, wanted): &Field<'_>) -> Option<String> {
    let emptied = || has_words_within(text, place, key).then(|| Written::List(Vec::new()));
    set(text, place, &(key, wanted.clone().or_else(emptied)))
}

/// Adds a table to a list of them: to one of the document, or to one within a row.
pub(in crate::config) fn push(
    text: &str,
    within: Option<Place<'_>>,
    key: &str,
    fields: &[Field<'_>],
) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let mut result = Plain::of_table(document.get_ref());
    let present = || fields.iter().filter_map(|(key, written)| Some((*key, written.as_ref()?)));
    let row = Plain::Table(present().map(|(key, written)| (key.to_owned(), written.plain())).collect());
    let parent = match within {
        None => result.table()?,
        Some(place) => result.at(place)?,
    };
    match parent.entry(key.to_owned()).or_insert_with(|| Plain::List(Vec::new())) {
        Plain::List(rows) => rows.push(row),
        _ => return None,
    }
    let block = |header: &str, indent: &str| {
        let lines = present().map(|(key, written)| format!("\n{indent}{}", line(key, written)));
        format!("{indent}[[{header}]]{}\n", lines.collect::<String>())
    };
    let cut = match within {
        None => Some(appended(text, &block(key, ""))),
        Some(place) => {
            let parent = place.header();
            table_at(&document, place).map(|table| {
                let indent = format!("{}  ", indent(text, table.span.start));
                let block = format!("\n{}", block(&format!("{parent}.{key}"), &indent));
                let at = line_end(text, ends(table.table, table.span.end));
                below(text, at, &block)
            })
        }
    };
    let edited = text.parse::<DocumentMut>().ok().and_then(|mut document| {
        let parent: &mut dyn TableLike = match within {
            None => document.as_table_mut(),
            Some(place) => item_at(&mut document, place)?,
        };
        let rows = parent.get_mut(key)?.as_array_mut()?;
        rows.push(present().map(|(key, written)| (key, written.value())).collect::<InlineTable>());
        Some(whole(text, &document))
    });
    right([cut, edited], &result)
}

/// Takes a table out of a list of them, with the comments inside it.
pub(in crate::config) fn remove(text: &str, within: Option<Place<'_>>, key: &str, at: usize) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let mut result = Plain::of_table(document.get_ref());
    let parent = match within {
        None => result.table()?,
        Some(place) => result.at(place)?,
    };
    let Some(Plain::List(rows)) = parent.get_mut(key) else { return None };
    (at < rows.len()).then(|| rows.remove(at))?;
    // A list without rows is not written as one.
    let empty = result.clone();
    let parent = match within {
        None => result.table()?,
        Some(place) => result.at(place)?,
    };
    if parent.get(key) == Some(&Plain::List(Vec::new())) {
        parent.remove(key);
    }
    let parent = match within {
        None => Some(document.get_ref()),
        Some(place) => table_at(&document, place).map(|table| table.table),
    };
    let row = parent.and_then(|parent| entry(parent, key)).and_then(|(_, rows)| rows.get_ref().as_array()?.get(at));
    let cut = row.filter(|row| text[row.span().start..].starts_with("[[")).and_then(|row| {
        let start = line_start(text, row.span().start);
        let end = line_end(text, ends(row.get_ref().as_table()?, row.span().end));
        let end = if text[end..].starts_with('\n') { end + 1 } else { end };
        // One empty line between what stood above and what stands below is enough.
        let above = text[..start].strip_suffix("\n\n").or_else(|| text[..start].strip_suffix("\r\n\r\n"));
        let blank = text[end..].starts_with('\n') || text[end..].starts_with("\r\n") || text[end..].is_empty();
        let start = match above {
            Some(above) if blank => above.len() + if text[above.len()..].starts_with('\r') { 2 } else { 1 },
            _ => start,
        };
        Some(format!("{}{}", &text[..start], &text[end..]))
    });
    let edited = text.parse::<DocumentMut>().ok().and_then(|mut document| {
        let parent: &mut dyn TableLike = match within {
            None => document.as_table_mut(),
            Some(place) => item_at(&mut document, place)?,
        };
        parent.get_mut(key)?.as_array_mut()?.remove(at);
        Some(whole(text, &document))
    });
    right([cut, edited.clone()], &result).or_else(|| right([edited], &empty))
}

/// A table with where its header stands.
struct At<'d> {
    table: &'d DeTable<'d>,
    span: Range<usize>,
}

fn entry<'d>(table: &'d DeTable<'d>, key: &str) -> Option<(Range<usize>, &'d Spanned<DeValue<'d>>)> {
    let (known, value) = table.iter().find(|(known, _)| known.get_ref() == key)?;
    Some((known.span(), value))
}

fn table_at<'d>(document: &'d Spanned<DeTable<'d>>, place: Place<'_>) -> Option<At<'d>> {
    let row = |table: &'d DeTable<'d>, key: &str, at: usize| entry(table, key)?.1.get_ref().as_array()?.get(at);
    let within = |key: &str, at: usize| row(document.get_ref(), key, at)?.get_ref().as_table();
    let value = match place {
        Place::Section(key) => entry(document.get_ref(), key)?.1,
        Place::Row(key, at) => row(document.get_ref(), key, at)?,
        Place::Part(key, at, part) => entry(within(key, at)?, part)?.1,
        Place::RowOf(key, at, rows, nth) => row(within(key, at)?, rows, nth)?,
    };
    Some(At { table: value.get_ref().as_table()?, span: value.span() })
}

fn item_at<'d>(document: &'d mut DocumentMut, place: Place<'_>) -> Option<&'d mut dyn TableLike> {
    match place {
        Place::Section(key) => document.get_mut(key)?.as_table_like_mut(),
        Place::Row(key, at) => row_of(document.get_mut(key)?, at),
        Place::Part(key, at, part) => row_of(document.get_mut(key)?, at)?.get_mut(part)?.as_table_like_mut(),
        Place::RowOf(key, at, rows, nth) => row_of(row_of(document.get_mut(key)?, at)?.get_mut(rows)?, nth),
    }
}

fn row_of(rows: &mut Item, at: usize) -> Option<&mut dyn TableLike> {
    match rows {
        Item::ArrayOfTables(rows) => rows.get_mut(at).map(|row| row as &mut dyn TableLike),
        Item::Value(Value::Array(rows)) => rows.get_mut(at)?.as_inline_table_mut().map(|row| row as &mut dyn TableLike),
        _ => None,
    }
}

/// Where the last of a table ends, with the tables within it; where its header ends, if it has nothing.
fn ends(table: &DeTable<'_>, header: usize) -> usize {
    let ends_of = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
        DeValue::Table(table) => ends(table, value.span().end),
        DeValue::Array(items) => {
            let rows = items.iter().filter_map(|item| Some(ends(item.get_ref().as_table()?, item.span().end)));
            rows.fold(value.span().end, usize::max)
        }
        _ => value.span().end,
    };
    table.iter().map(|(_, value)| ends_of(value)).fold(header, usize::max)
}

/// Where the last value of a table's own ends, before the tables within it.
fn own_ends(table: &DeTable<'_>, header: usize) -> usize {
    let is_table = |value: &DeValue<'_>| {
        let of_tables = |items: &[Spanned<DeValue<'_>>]| items.iter().any(|item| item.get_ref().is_table());
        value.is_table() || value.as_array().is_some_and(|items| of_tables(items))
    };
    let own = table.values().filter(|value| !is_table(value.get_ref()));
    own.map(|value| value.span().end).fold(header, usize::max)
}

fn line(key: &str, written: &Written) -> String {
    format!("{key} = {}", written.value())
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line ends, before its line feed.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..at];
    &line[..line.len() - line.trim_start().len()]
}

/// New lines, ended as those of the text are.
fn with_line_ends_of(text: &str, lines: &str) -> String {
    if text.contains("\r\n") { lines.replace('\n', "\r\n") } else { lines.to_owned() }
}

fn replaced(text: &str, place: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..place.start], &text[place.end..])
}

/// A block below everything, with an empty line between.
pub(super) fn appended(text: &str, block: &str) -> String {
    let gap = match text {
        "" => "",
        _ if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{text}{}", with_line_ends_of(text, &format!("{gap}{block}")))
}

/// Lines below the line that ends there.
fn below(text: &str, at: usize, lines: &str) -> String {
    let at = if text[..at].ends_with('\r') { at - 1 } else { at };
    let end = if text[at..].is_empty() { "\n" } else { "" };
    let lines = format!("\n{}{end}", lines.trim_end_matches('\n'));
    format!("{}{}{}", &text[..at], with_line_ends_of(text, &lines), &text[at..])
}

/// A new line in a table, below its last; with the table, where there is none.
fn inserted(text: &str, document: &Spanned<DeTable<'_>>, place: Place<'_>, line: &str) -> Option<String> {
    match (table_at(document, place), place) {
        (Some(table), _) => {
            let at = line_end(text, own_ends(table.table, table.span.end));
            Some(below(text, at, &format!("{}{line}", indent(text, table.span.start))))
        }
        (None, Place::Section(key)) => Some(appended(text, &format!("[{key}]\n{line}\n"))),
        (None, Place::Row(..) | Place::Part(..) | Place::RowOf(..)) => None,
    }
}

/// A key with its value goes, and its line, where nothing else stands on it; a comment stays.
fn without(text: &str, place: Range<usize>) -> String {
    let (start, end) = (line_start(text, place.start), line_end(text, place.end));
    let rest = &text[place.end..end];
    if text[start..place.start].trim().is_empty() && rest.trim().is_empty() {
        let end = if text[end..].starts_with('\n') { end + 1 } else { end };
        return replaced(text, start..end, "");
    }
    let gap = rest.len() - rest.trim_start().len();
    replaced(text, place.start..place.end + gap, "")
}

/// A value in the place of another; what is said beside the elements of a list stays.
fn rendered(text: &str, wanted: &Written, there: &Spanned<DeValue<'_>>) -> String {
    let (Written::List(texts), Some(items)) = (wanted, there.get_ref().as_array()) else {
        return wanted.value().to_string();
    };
    // The text between the elements, from the opening bracket to the closing one.
    let mut from = there.span().start + 1;
    let mut gaps = Vec::new();
    for item in items {
        gaps.push(&text[from..item.span().start]);
        from = item.span().end;
    }
    gaps.push(&text[from..there.span().end.saturating_sub(1).max(from)]);
    if !gaps.iter().any(|gap| gap.contains('#')) {
        return wanted.value().to_string();
    }
    let comments = |gap: &str| -> Vec<String> {
        let found = gap.lines().filter_map(|line| Some(line[line.find('#')?..].trim_end().to_owned()));
        found.collect()
    };
    let mut lines: Vec<String> = comments(gaps[0]);
    let mut left: Vec<&String> = texts.iter().collect();
    for (item, gap) in items.iter().zip(&gaps[1..]) {
        let mut after = comments(gap);
        let beside = gap.lines().next().is_some_and(|first| first.contains('#'));
        let stays = left.iter().position(|text| item.get_ref().as_str() == Some(text.as_str()));
        if let Some(at) = stays {
            let element = Value::from(left.remove(at).as_str());
            let beside = if beside { format!("  {}", after.remove(0)) } else { String::new() };
            lines.push(format!("{element},{beside}"));
        }
        lines.extend(after);
    }
    lines.extend(left.iter().map(|text| format!("{},", Value::from(text.as_str()))));
    let indent = indent(text, there.span().start).to_owned();
    let lines = lines.join(&format!("\n{indent}  "));
    with_line_ends_of(text, &format!("[\n{indent}  {lines}\n{indent}]"))
}

/// The same by the editor of whole documents.
fn edited(text: &str, place: Place<'_>, key: &str, wanted: Option<&Written>) -> Option<String> {
    let mut document = text.parse::<DocumentMut>().ok()?;
    let table = item_at(&mut document, place)?;
    match (wanted, table.get_mut(key)) {
        (None, _) => drop(table.remove(key)),
        (Some(wanted), Some(item)) => {
            let mut value = wanted.value();
            if let Some(there) = item.as_value() {
                *value.decor_mut() = there.decor().clone();
            }
            *item = Item::Value(value);
        }
        (Some(wanted), None) => drop(table.insert(key, Item::Value(wanted.value()))),
    }
    Some(whole(text, &document))
}

/// A document that was edited as a whole, its lines ended as those of the text are.
fn whole(text: &str, document: &DocumentMut) -> String {
    with_line_ends_of(text, &document.to_string().replace("\r\n", "\n"))
}
