//! What the configuration says besides its outlets, as the window shows it.

use std::io;
use std::path::Path;

use frontwatch_core::config::{
    self, ChannelKind, ChannelWritten, ConfigError, Metered, PlanWritten, Setting, Settings, Watching, Written,
};
use frontwatch_core::incident::planned::SIGNALS;
use frontwatch_core::text::{self, Speech};
use serde::Serialize;
use ts_rs::TS;
use url::Url;

use super::Fault;
use crate::api::configuration;

/// What the configuration says besides its outlets.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct SettingsView {
    /// The file.
    pub file: String,
    /// What is wrong with it; until it is corrected there, nothing can be changed here.
    pub faults: Vec<Fault>,
    /// The single values.
    pub values: Vec<ValueView>,
    /// Webhooks, then mail.
    pub channels: Vec<ChannelView>,
    /// The outlets, with what is planned of each.
    pub outlets: Vec<OutletPlans>,
    /// What a plan may name.
    pub signals: Vec<String>,
    /// What this program speaks.
    pub languages: Vec<Language>,
}

/// A single value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ValueView {
    /// Which.
    pub setting: Setting,
    /// As it is written: one text, or those of a list; none where it is not.
    pub texts: Option<Vec<String>>,
    /// What holds where nothing is written.
    pub usual: Vec<String>,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ChannelView {
    /// Its kind.
    pub kind: ChannelKind,
    /// Its name.
    pub name: String,
    /// The site that a webhook leads to, without what may be a secret; empty for mail.
    pub site: String,
    /// What a webhook is sent; empty: everything.
    pub template: String,
    /// The server of mail.
    pub server: String,
    /// The sender of mail.
    pub from: String,
    /// The recipients of mail.
    pub to: Vec<String>,
    /// The least urgent that is sent there; empty: what is usual.
    pub least: String,
    /// The name of its secret in the keychain; empty: none.
    pub credential: String,
}

/// What is planned of an outlet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct OutletPlans {
    /// Its name.
    pub outlet: String,
    /// In the order of the file.
    pub plans: Vec<PlanWritten>,
}

/// A language that this program speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
}

/// Reads the file; what is wrong with it is said in the words of `speech`.
pub(super) fn read(file: &Path, speech: &Speech) -> io::Result<SettingsView> {
    let text = configuration::written(file)?;
    let (settings, faults) = match config::settings(&text) {
        Ok(settings) => (settings, Vec::new()),
        Err(errors) => (Settings::default(), errors),
    };
    Ok(SettingsView::of(&file.display().to_string(), &settings, &faults, speech))
}

impl SettingsView {
    fn of(file: &str, settings: &Settings, faults: &[ConfigError], speech: &Speech) -> Self {
        let value = |setting: Setting| ValueView {
            setting,
            texts: settings.values.get(&setting).map(|written| written.texts().to_vec()),
            usual: usual(setting),
        };
        let plans = settings.plans.iter();
        let languages = text::languages().into_iter();
        Self {
            file: file.to_owned(),
            faults: faults.iter().map(|fault| Fault::standing(fault, speech)).collect(),
            values: Setting::ALL.into_iter().map(value).collect(),
            channels: settings.channels.iter().map(ChannelView::of).collect(),
            outlets: plans
                .map(|(outlet, plans)| OutletPlans { outlet: outlet.clone(), plans: plans.clone() })
                .collect(),
            signals: SIGNALS.map(str::to_owned).to_vec(),
            languages: languages.map(|it| Language { tag: it.tag.to_owned(), name: it.name.to_owned() }).collect(),
        }
    }
}

impl ChannelView {
    fn of(channel: &ChannelWritten) -> Self {
        let text = |key: &str| channel.fields.get(key).and_then(Written::text).unwrap_or_default().to_owned();
        let site = Url::parse(&text("url")).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        Self {
            kind: channel.kind,
            name: channel.name().to_owned(),
            site,
            template: text("template"),
            server: text("server"),
            from: text("from"),
            to: channel.fields.get("to").map(|to| to.texts().to_vec()).unwrap_or_default(),
            least: text("least"),
            credential: text("credential"),
        }
    }
}

/// What holds where nothing is written.
fn usual(setting: Setting) -> Vec<String> {
    let watching = Watching::default();
    match setting {
        Setting::Interval => vec![format!("{}s", watching.interval.as_secs())],
        Setting::Timeout => vec![format!("{}s", watching.timeout.as_secs())],
        Setting::Keep => vec![format!("{}MB", watching.keep_bytes / 1_000_000)],
        Setting::Probes => watching.probes.iter().map(Url::to_string).collect(),
        Setting::Metered => vec![match watching.metered {
            Metered::Slower => "slower".to_owned(),
            Metered::Same => "same".to_owned(),
        }],
        Setting::Languages | Setting::UnwantedPictures | Setting::QuietHours | Setting::TimeZone => Vec::new(),
    }
}
