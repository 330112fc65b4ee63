//! Takes a TOML document apart key by key, and collects what is wrong with it instead of stopping at the first thing.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::error::Places;
use super::super::values::{Form, Rejected};
use super::super::{ConfigError, ConfigWarning, Fault, Position};
use crate::text::{Message, inert};

/// How like a known key an unknown one must be to be taken for a slip of the pen: by Jaro-Winkler, 1 is the same.
const LIKENESS: f64 = 0.8;
/// How much of an unknown key is repeated.
const SHOWN: usize = 60;

/// A table of the document with where it stands.
pub(super) struct Section<'d> {
    table: &'d DeTable<'d>,
    name: &'d str,
    span: Range<usize>,
}

impl<'d> Section<'d> {
    pub(super) fn root(document: &'d Spanned<DeTable<'d>>) -> Self {
        Self { table: document.get_ref(), name: "", span: document.span() }
    }

    fn entry(&self, key: &str) -> Option<(&'d str, Range<usize>, &'d Spanned<DeValue<'d>>)> {
        let (known, value) = self.table.iter().find(|(known, _)| known.get_ref() == key)?;
        Some((known.get_ref(), known.span(), value))
    }

    /// Where it stands.
    pub(super) fn whole(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where a key stands.
    pub(super) fn key(&self, key: &str) -> Option<Range<usize>> {
        self.entry(key).map(|(_, span, _)| span)
    }

    /// Where the value of a key stands.
    pub(super) fn value(&self, key: &str) -> Option<Range<usize>> {
        self.entry(key).map(|(_, _, value)| value.span())
    }

    /// The table under a key, if it is one.
    pub(super) fn child(&self, key: &str) -> Option<Self> {
        let (name, _, value) = self.entry(key)?;
        let table = value.get_ref().as_table()?;
        Some(Self { table, name, span: value.span() })
    }
}

/// Collects errors and warnings.
pub(super) struct Reader<'t> {
    places: Places<'t>,
    errors: Vec<ConfigError>,
    warnings: Vec<ConfigWarning>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { places: Places::new(text), errors: Vec::new(), warnings: Vec::new() }
    }

    pub(super) fn position(&self, span: &Range<usize>) -> Position {
        self.places.start(span)
    }

    /// The errors and the warnings, each in the order of the text.
    pub(super) fn finish(mut self) -> (Vec<ConfigError>, Vec<ConfigWarning>) {
        self.errors.sort_by_key(|error| error.position);
        self.warnings.sort_by_key(|warning| warning.position);
        (self.errors, self.warnings)
    }

    /// The errors of a text that is not TOML: the first of each line, as what follows on a line follows from it.
    pub(super) fn into_errors(self) -> Vec<ConfigError> {
        let (mut errors, _) = self.finish();
        errors.dedup_by_key(|error| error.position.line);
        errors
    }

    /// Records an error: what was found, what was expected, what to do.
    pub(super) fn error(&mut self, span: &Range<usize>, fault: Fault, subject: &str, words: [Message; 3]) {
        let [found, expected, remedy] = words;
        let position = self.places.start(span);
        self.errors.push(ConfigError { position, fault, subject: subject.to_owned(), found, expected, remedy });
    }

    pub(super) fn warn(&mut self, span: &Range<usize>, message: Message) {
        self.warnings.push(ConfigWarning { position: self.places.start(span), message });
    }

    pub(super) fn syntax(&mut self, fault: &toml::de::Error) {
        // What was found and expected is said by who reads TOML, and is English.
        let (found, expected) = match fault.message().split_once(", expected ") {
            Some((found, expected)) => (found, Message::new("config-toml-expected").own("what", expected)),
            None => (fault.message(), Message::new("config-toml")),
        };
        let words = [Message::new("config-toml-found").own("what", found), expected, Message::new("config-toml-do")];
        self.error(&fault.span().unwrap_or_default(), Fault::Syntax, "TOML", words);
    }

    /// Every key of the section must be one of these.
    pub(super) fn known_keys(&mut self, section: &Section<'_>, known: &[&str]) {
        for key in section.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let likeness = |known: &str| strsim::jaro_winkler(&key.get_ref().to_lowercase(), known);
            let nearest = known
                .iter()
                .map(|known| (likeness(known), known))
                .filter(|(likeness, _)| *likeness >= LIKENESS)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let remedy = match nearest {
                Some((_, known)) => Message::new("config-mean-key").own("key", known),
                None => Message::new("config-remove-it"),
            };
            let found = match section.name {
                "" => Message::new("config-unknown-key"),
                table => Message::new("config-unknown-key-in").own("table", table),
            };
            let words = [found, one_of(known), remedy];
            self.error(&key.span(), Fault::UnknownKey, &inert(key.get_ref(), SHOWN), words);
        }
    }

    /// The value of a key, if it is there and right.
    pub(super) fn value<T>(&mut self, section: &Section<'_>, key: &str, form: &Form<T>) -> Option<T> {
        self.spanned(section, key, form).map(|(value, _)| value)
    }

    /// The value of a key with where it stands, if it is there and right.
    pub(super) fn spanned<T>(&mut self, section: &Section<'_>, key: &str, form: &Form<T>) -> Option<(T, Range<usize>)> {
        let (_, _, value) = section.entry(key)?;
        self.read(key, value, form)
    }

    /// The value of a key that must be there.
    pub(super) fn required<T>(&mut self, section: &Section<'_>, key: &str, form: &Form<T>) -> Option<T> {
        self.required_spanned(section, key, form).map(|(value, _)| value)
    }

    /// The value of a key that must be there, with where it stands.
    pub(super) fn required_spanned<T>(
        &mut self,
        section: &Section<'_>,
        key: &str,
        form: &Form<T>,
    ) -> Option<(T, Range<usize>)> {
        if section.entry(key).is_none() {
            self.missing(section, key, form);
        }
        self.spanned(section, key, form)
    }

    /// Whether a key says yes, if it is there.
    pub(super) fn flag(&mut self, section: &Section<'_>, key: &str) -> Option<bool> {
        let (_, _, value) = section.entry(key)?;
        if value.get_ref().as_bool().is_none() {
            self.wrong_type(key, value, Message::new("config-flag"), Message::new("config-flag-do"));
        }
        value.get_ref().as_bool()
    }

    /// The values of a key that holds a list; none where it is absent. What is wrong is left out.
    pub(super) fn list<T>(&mut self, section: &Section<'_>, key: &str, form: &Form<T>) -> Vec<T> {
        self.spanned_list(section, key, form).into_iter().map(|(value, _)| value).collect()
    }

    /// The same, with where each stands.
    pub(super) fn spanned_list<T>(
        &mut self,
        section: &Section<'_>,
        key: &str,
        form: &Form<T>,
    ) -> Vec<(T, Range<usize>)> {
        let Some((_, _, value)) = section.entry(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, Message::new("config-list"), Message::new("config-list-do"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.read(key, item, form)).collect()
    }

    /// The values of a key that must hold one value or a list of at least one.
    pub(super) fn one_or_more<T>(
        &mut self,
        section: &Section<'_>,
        key: &str,
        form: &Form<T>,
    ) -> Vec<(T, Range<usize>)> {
        let Some((_, _, value)) = section.entry(key) else {
            self.missing(section, key, form);
            return Vec::new();
        };
        match value.get_ref().as_array() {
            Some(items) if items.is_empty() => {
                let words = [Message::new("config-empty-list"), form.expected(), form.remedy()];
                self.error(&value.span(), Fault::Missing, key, words);
                Vec::new()
            }
            Some(items) => items.iter().filter_map(|item| self.read(key, item, form)).collect(),
            None => self.read(key, value, form).into_iter().collect(),
        }
    }

    /// The table under a key, if it is there.
    pub(super) fn table<'d>(&mut self, section: &Section<'d>, key: &str) -> Option<Section<'d>> {
        let (_, _, value) = section.entry(key)?;
        if let Some(child) = section.child(key) {
            return Some(child);
        }
        let remedy = Message::new("config-table-do").own("header", section.header(key));
        self.wrong_type(key, value, Message::new("config-table"), remedy);
        None
    }

    /// The tables under a key, none where it is absent.
    pub(super) fn tables<'d>(&mut self, section: &Section<'d>, key: &str) -> Vec<Section<'d>> {
        let Some((name, _, value)) = section.entry(key) else {
            return Vec::new();
        };
        let remedy = Message::new("config-tables-do").own("header", section.header(key));
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, Message::new("config-tables"), remedy);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => tables.push(Section { table, name, span: item.span() }),
                None => self.wrong_type(key, item, Message::new("config-table"), remedy.clone()),
            }
        }
        tables
    }

    fn read<T>(&mut self, key: &str, value: &Spanned<DeValue<'_>>, form: &Form<T>) -> Option<(T, Range<usize>)> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, form.expected(), form.remedy());
            return None;
        };
        match (form.read)(text) {
            Ok(read) => Some((read, value.span())),
            Err(Rejected { found, expected, remedy }) => {
                let expected = expected.map_or_else(|| form.expected(), |expected| *expected);
                let remedy = remedy.map_or_else(|| form.remedy(), |remedy| *remedy);
                self.error(&value.span(), Fault::BadValue, key, [*found, expected, remedy]);
                None
            }
        }
    }

    fn missing<T>(&mut self, section: &Section<'_>, key: &str, form: &Form<T>) {
        let words = [Message::new("config-nothing"), form.expected(), form.remedy()];
        self.error(&section.span, Fault::Missing, key, words);
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: Message, remedy: Message) {
        let words = [type_in_words(value.get_ref()), expected, remedy];
        self.error(&value.span(), Fault::WrongType, key, words);
    }
}

impl Section<'_> {
    /// How the header of a table under this section is written.
    fn header(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

fn type_in_words(value: &DeValue<'_>) -> Message {
    Message::new(match value {
        DeValue::String(_) => "config-a-text",
        DeValue::Integer(_) | DeValue::Float(_) => "config-a-number",
        DeValue::Boolean(value) => return Message::new("config-as-it-is").own("what", value),
        DeValue::Datetime(_) => "config-a-moment",
        DeValue::Array(_) => "config-a-list",
        DeValue::Table(_) => "config-table",
    })
}

/// `a, b or c`.
fn one_of(keys: &[&str]) -> Message {
    match keys {
        [init @ .., last] if !init.is_empty() => {
            Message::new("config-one-key-of").own("keys", init.join(", ")).own("last", last)
        }
        all => Message::new("config-as-it-is").own("what", all.join(", ")),
    }
}
