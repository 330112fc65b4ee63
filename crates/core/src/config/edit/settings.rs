//! What the window can change of a configuration besides outlets: single values, channels and plans. They are read as they
//! are written, and a change is read again as a whole before it is one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};
use ts_rs::TS;

use super::cut::{self, Field, Place, Written};
use crate::config::error::{does_not_fit, to_correct};
use crate::config::{ConfigError, parse};
use crate::text::{Message, english};

/// A value of the configuration that stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Setting {
    /// `interval` of `[watching]`.
    Interval,
    /// `timeout`.
    Timeout,
    /// `languages`: a list.
    Languages,
    /// `keep`.
    Keep,
    /// `unwanted_pictures`.
    UnwantedPictures,
    /// `probes`: a list.
    Probes,
    /// `metered`.
    Metered,
    /// `quiet_hours` of `[alerts]`.
    QuietHours,
    /// `time_zone`.
    TimeZone,
}

impl Setting {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Interval,
        Self::Timeout,
        Self::Languages,
        Self::Keep,
        Self::UnwantedPictures,
        Self::Probes,
        Self::Metered,
        Self::QuietHours,
        Self::TimeZone,
    ];

    /// The section that it stands in, and its key.
    pub fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::Interval => ("watching", "interval"),
            Self::Timeout => ("watching", "timeout"),
            Self::Languages => ("watching", "languages"),
            Self::Keep => ("watching", "keep"),
            Self::UnwantedPictures => ("watching", "unwanted_pictures"),
            Self::Probes => ("watching", "probes"),
            Self::Metered => ("watching", "metered"),
            Self::QuietHours => ("alerts", "quiet_hours"),
            Self::TimeZone => ("alerts", "time_zone"),
        }
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Languages | Self::Probes)
    }
}

/// The two kinds of channels that a configuration names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum ChannelKind {
    /// `[[webhook]]`.
    Webhook,
    /// `[[email]]`.
    Email,
}

impl ChannelKind {
    /// The name of its list.
    pub fn key(self) -> &'static str {
        match self {
            Self::Webhook => "webhook",
            Self::Email => "email",
        }
    }

    /// Its keys, in the order in which they are written.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Webhook => &["name", "url", "template", "least", "credential"],
            Self::Email => &["name", "server", "from", "to", "least", "credential"],
        }
    }
}

/// What stands in a configuration, as it is written; what is absent is not here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The single values.
    pub values: BTreeMap<Setting, Written>,
    /// Webhooks, then mail.
    pub channels: Vec<ChannelWritten>,
    /// The plans of each outlet, by its name.
    pub plans: Vec<(String, Vec<PlanWritten>)>,
}

/// A channel as it is written. The address of a webhook may be a secret: it is not to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelWritten {
    /// Its kind.
    pub kind: ChannelKind,
    /// Its keys.
    pub fields: BTreeMap<String, Written>,
}

impl ChannelWritten {
    /// Its name.
    pub fn name(&self) -> &str {
        self.fields.get("name").and_then(Written::text).unwrap_or_default()
    }
}

/// A plan as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "types.ts")]
pub struct PlanWritten {
    /// From when on: `2026-12-24T22:00`.
    pub from: String,
    /// Until when.
    pub until: String,
    /// By whose clocks; none: this computer's own.
    pub time_zone: Option<String>,
    /// What is expected, by the first word of a signal.
    pub signals: Vec<String>,
    /// Hosts from which new things may come.
    pub hosts: Vec<String>,
}

impl PlanWritten {
    /// Its keys, in the order in which they are written; none where nothing is to be written.
    fn fields(&self) -> [Field<'static>; 5] {
        let list = |texts: &[String]| (!texts.is_empty()).then(|| Written::List(texts.to_vec()));
        let text = |text: &str| Some(Written::Text(text.to_owned()));
        [
            ("from", text(&self.from)),
            ("until", text(&self.until)),
            ("time_zone", self.time_zone.clone().map(Written::Text)),
            ("signals", list(&self.signals)),
            ("hosts", list(&self.hosts)),
        ]
    }
}

/// A configuration was not changed. The text is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotApplied {
    /// The text as it is is no configuration.
    Invalid(Vec<ConfigError>),
    /// The text with the change would be none. Positions are those of the text with the change.
    Refused(Vec<ConfigError>),
    /// What is to be changed is not there: somebody else has changed the file.
    Gone(String),
    /// It is written in a form that is not changed here.
    ByHand(String),
}

impl NotApplied {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid(errors) => to_correct(errors),
            Self::Refused(errors) => does_not_fit(errors),
            Self::Gone(what) => Message::new("config-gone").own("what", what),
            Self::ByHand(what) => Message::new("config-by-hand").own("what", what),
        }
    }
}

/// What stands in a configuration, as it is written.
///
/// # Errors
///
/// The text is no configuration.
pub fn settings(text: &str) -> Result<Settings, Vec<ConfigError>> {
    let config = parse(text)?.config;
    let Ok(document) = DeTable::parse(unmarked(text).1) else { return Ok(Settings::default()) };
    let value = |setting: Setting| {
        let (section, key) = setting.key();
        let section = document.get_ref().get(section)?.get_ref().as_table()?;
        Some((setting, cut::written(section.get(key)?.get_ref())?))
    };
    let rows = |kind: ChannelKind| {
        let rows = document.get_ref().get(kind.key()).and_then(|rows| rows.get_ref().as_array());
        let tables = rows.into_iter().flatten().filter_map(|row| row.get_ref().as_table());
        tables.map(move |table| ChannelWritten { kind, fields: fields(table) })
    };
    let outlets = document.get_ref().get("outlet").and_then(|rows| rows.get_ref().as_array());
    let plans = |outlet: &DeValue<'_>| -> Vec<PlanWritten> {
        let rows = outlet.get("planned").and_then(|rows| rows.get_ref().as_array());
        rows.into_iter().flatten().filter_map(|row| Some(plan(&fields(row.get_ref().as_table()?)))).collect()
    };
    let names = config.outlets.into_iter().map(|outlet| outlet.name);
    Ok(Settings {
        values: Setting::ALL.into_iter().filter_map(value).collect(),
        channels: rows(ChannelKind::Webhook).chain(rows(ChannelKind::Email)).collect(),
        plans: names.zip(outlets.into_iter().flatten().map(|outlet| plans(outlet.get_ref()))).collect(),
    })
}

fn fields(table: &DeTable<'_>) -> BTreeMap<String, Written> {
    let written = table.iter().map(|(key, value)| Some((key.get_ref().to_string(), cut::written(value.get_ref())?)));
    written.flatten().collect()
}

fn plan(fields: &BTreeMap<String, Written>) -> PlanWritten {
    let text = |key: &str| fields.get(key).and_then(Written::text).map(str::to_owned);
    let list = |key: &str| fields.get(key).map(|written| written.texts().to_vec()).unwrap_or_default();
    PlanWritten {
        from: text("from").unwrap_or_default(),
        until: text("until").unwrap_or_default(),
        time_zone: text("time_zone"),
        signals: list("signals"),
        hosts: list("hosts"),
    }
}

/// Writes a value; without one, takes it out, so that what is usual holds.
///
/// # Errors
///
/// The value is refused, in the words of [`parse`]; or the text can't be changed.
pub fn set_setting(text: &str, setting: Setting, wanted: Option<Written>) -> Result<String, NotApplied> {
    let (section, key) = setting.key();
    changed(text, key, |text| cut::set(text, Place::Section(section), &(key, wanted)))
}

/// Adds a channel, or changes the one of the name `was`. A key that is not among the `fields` stays as it is; one without
/// a value goes.
///
/// # Errors
///
/// As [`set_setting`]; or there is no such channel.
pub fn put_channel(
    text: &str,
    kind: ChannelKind,
    was: Option<&str>,
    fields: &BTreeMap<String, Option<Written>>,
) -> Result<String, NotApplied> {
    let fields: Vec<Field<'_>> = kind.keys().iter().filter_map(|key| Some((*key, fields.get(*key)?.clone()))).collect();
    let Some(was) = was else {
        return changed(text, kind.key(), |text| cut::push(text, None, kind.key(), &fields));
    };
    let at = channel_at(text, kind, was)?;
    changed(text, was, |text| {
        let place = Place::Row(kind.key(), at);
        fields.iter().try_fold(text.to_owned(), |text, field| cut::set(&text, place, field))
    })
}

/// Takes a channel out.
///
/// # Errors
///
/// There is no such channel, or the text can't be changed.
pub fn remove_channel(text: &str, kind: ChannelKind, name: &str) -> Result<String, NotApplied> {
    let at = channel_at(text, kind, name)?;
    changed(text, name, |text| cut::remove(text, None, kind.key(), at))
}

/// Adds a plan to an outlet, below its others.
///
/// # Errors
///
/// As [`set_setting`]; or there is no such outlet.
pub fn add_plan(text: &str, outlet: &str, plan: &PlanWritten) -> Result<String, NotApplied> {
    let (at, _) = outlet_at(text, outlet)?;
    let fields = plan.fields();
    changed(text, "planned", |text| cut::push(text, Some(Place::Row("outlet", at)), "planned", &fields))
}

/// Changes the first plan of an outlet that is written as `was`. What of it stays as it was stays as it is written; comments stay.
///
/// # Errors
///
/// As [`set_setting`]; or there is no such plan.
pub fn change_plan(text: &str, outlet: &str, was: &PlanWritten, plan: &PlanWritten) -> Result<String, NotApplied> {
    let (at, nth) = plan_at(text, outlet, was)?;
    let (before, after) = (was.fields(), plan.fields());
    let differ = after.iter().zip(&before).filter(|(after, before)| after != before).map(|(after, _)| after);
    changed(text, "planned", |text| {
        let place = Place::RowOf("outlet", at, "planned", nth);
        differ.into_iter().try_fold(text.to_owned(), |text, field| cut::set_and_keep_words(&text, place, field))
    })
}

/// Takes the first plan of an outlet out that is written so.
///
/// # Errors
///
/// There is no such plan, or the text can't be changed.
pub fn remove_plan(text: &str, outlet: &str, plan: &PlanWritten) -> Result<String, NotApplied> {
    let (at, nth) = plan_at(text, outlet, plan)?;
    changed(text, "planned", |text| cut::remove(text, Some(Place::Row("outlet", at)), "planned", nth))
}

/// Where the first plan of an outlet stands that is written so: the outlet's place, and the plan's among its.
fn plan_at(text: &str, outlet: &str, plan: &PlanWritten) -> Result<(usize, usize), NotApplied> {
    let (at, plans) = outlet_at(text, outlet)?;
    let nth = plans.iter().position(|known| known == plan);
    Ok((at, nth.ok_or_else(|| NotApplied::Gone(format!("{} – {}", plan.from, plan.until)))?))
}

fn channel_at(text: &str, kind: ChannelKind, name: &str) -> Result<usize, NotApplied> {
    let channels = settings(text).map_err(NotApplied::Invalid)?.channels;
    let at = channels.iter().filter(|channel| channel.kind == kind).position(|channel| channel.name() == name);
    at.ok_or_else(|| NotApplied::Gone(name.to_owned()))
}

fn outlet_at(text: &str, name: &str) -> Result<(usize, Vec<PlanWritten>), NotApplied> {
    let outlets = settings(text).map_err(NotApplied::Invalid)?.plans;
    let found = outlets.into_iter().enumerate().find(|(_, (known, _))| known == name);
    found.map(|(at, (_, plans))| (at, plans)).ok_or_else(|| NotApplied::Gone(name.to_owned()))
}

/// The text with a change that was read again.
fn changed(text: &str, what: &str, change: impl FnOnce(&str) -> Option<String>) -> Result<String, NotApplied> {
    parse(text).map_err(NotApplied::Invalid)?;
    let (mark, bare) = unmarked(text);
    let after = change(bare).ok_or_else(|| NotApplied::ByHand(what.to_owned()))?;
    let after = format!("{mark}{after}");
    parse(&after).map_err(NotApplied::Refused)?;
    Ok(after)
}

/// The byte order mark that some editors write, and the text behind it.
pub(in crate::config) fn unmarked(text: &str) -> (&'static str, &str) {
    text.strip_prefix('\u{feff}').map_or(("", text), |bare| ("\u{feff}", bare))
}
