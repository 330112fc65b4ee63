//! The settings in the window: what the configuration says besides its outlets, and changing it. Everything goes to the same
//! file that a person can write; what a change would break is refused in the words of the configuration's own parser.
//!
//! **Architecture invariant:** a secret comes in and goes into the keychain. It stands in no reply, no file, no log; neither does
//! the path of a webhook's address, which may be one.

mod secret;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use frontwatch_core::channel::Channel;
use frontwatch_core::config::{
    self, ChannelKind, Config, ConfigError, NotApplied, PlanWritten, Setting, Written, parse,
};
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, Speech, errors};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use ts_rs::TS;

use super::configuration::{self, Unchanged};
use super::request::{Failure, Reply};
use crate::ports::Secrets;
use crate::secrets::Credential;

pub use secret::{Manner, SecretDraft, Typed};
pub use view::{ChannelView, Language, OutletPlans, SettingsView, ValueView};

/// A change of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub enum Change {
    /// Writes a value, or takes it out.
    Set {
        /// This one.
        setting: Setting,
        /// One text, or those of a list; none: what is usual holds.
        texts: Option<Vec<String>>,
    },
    /// Adds a channel, or changes one.
    PutChannel {
        /// As it is to be.
        channel: ChannelDraft,
    },
    /// Takes a channel out.
    RemoveChannel {
        /// Its kind.
        kind: ChannelKind,
        /// Its name.
        name: String,
    },
    /// Adds a plan to an outlet.
    AddPlan {
        /// The outlet's name.
        outlet: String,
        /// The plan.
        plan: PlanWritten,
    },
    /// Changes a plan.
    ChangePlan {
        /// The outlet's name.
        outlet: String,
        /// The plan, as it was shown.
        was: PlanWritten,
        /// As it is to be.
        plan: PlanWritten,
    },
    /// Takes a plan out.
    RemovePlan {
        /// The outlet's name.
        outlet: String,
        /// The plan, as it was shown.
        plan: PlanWritten,
    },
}

/// A channel as a person fills it in. What is empty is left out of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub struct ChannelDraft {
    /// Its kind.
    pub kind: ChannelKind,
    /// The name of the one that is changed; none for a new one.
    pub was: Option<String>,
    /// Its name.
    pub name: String,
    /// Where a webhook is; none: where it was.
    pub url: Option<String>,
    /// What a webhook is sent.
    pub template: String,
    /// The server of mail.
    pub server: String,
    /// The sender of mail.
    pub from: String,
    /// The recipients of mail.
    pub to: Vec<String>,
    /// The least urgent that is sent there.
    pub least: String,
    /// The name of its secret in the keychain.
    pub credential: String,
    /// A secret to be kept under that name; none: what is kept there stays.
    pub secret: Option<SecretDraft>,
}

impl ChannelDraft {
    fn fields(&self) -> BTreeMap<String, Option<Written>> {
        let filled = |text: &str| Some(Written::Text(text.trim().to_owned()));
        let unless_empty = |text: &str| filled(text).filter(|written| written.text() != Some(""));
        // A secret has to have a name.
        let named = self.secret.is_some();
        let mut fields = vec![
            ("name", filled(&self.name)),
            ("least", unless_empty(&self.least)),
            ("credential", if named { filled(&self.credential) } else { unless_empty(&self.credential) }),
        ];
        match self.kind {
            ChannelKind::Webhook => {
                fields.extend(self.url.as_deref().map(|url| ("url", filled(url))));
                fields.push(("template", unless_empty(&self.template)));
            }
            ChannelKind::Email => fields.extend([
                ("server", filled(&self.server)),
                ("from", filled(&self.from)),
                ("to", Some(Written::List(self.to.clone()))),
            ]),
        }
        fields.into_iter().map(|(key, written)| (key.to_owned(), written)).collect()
    }
}

/// What is wrong with a change, of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Fault {
    /// The key that it is about, as the configuration has it; `secret` for what goes into the keychain.
    pub field: String,
    /// The line, where it stands in the file already.
    pub line: Option<u32>,
    /// What was found, what was expected, and what to do.
    pub says: String,
}

impl Fault {
    pub(super) fn of(error: &ConfigError, speech: &Speech) -> Self {
        Self { field: error.subject.clone(), line: None, says: speech.say(&error.message()) }
    }

    pub(super) fn standing(error: &ConfigError, speech: &Speech) -> Self {
        let line = u32::try_from(error.position.line).ok();
        Self { field: error.subject.clone(), line, says: speech.say(&error.placed()) }
    }

    pub(super) fn at(field: &str, why: &Message, speech: &Speech) -> Self {
        Self { field: field.to_owned(), line: None, says: speech.say(why) }
    }
}

/// What came of a change: how the configuration is now, or why it is as it was.
type Changed = Result<Config, Vec<Fault>>;

/// Reads and changes the settings.
pub(super) struct Settings {
    /// The configuration; none in a demonstration, which has nothing to set.
    file: Option<PathBuf>,
    secrets: Arc<dyn Secrets>,
    speech: Speech,
    one_at_a_time: Mutex<()>,
}

impl Settings {
    pub(super) fn new(file: Option<PathBuf>, secrets: Arc<dyn Secrets>, speech: Speech) -> Self {
        Self { file, secrets, speech, one_at_a_time: Mutex::new(()) }
    }

    /// What the configuration says now.
    pub(super) async fn view(&self) -> Result<Reply, Failure> {
        let file = self.file()?;
        let speech = self.speech.clone();
        let read = tokio::task::spawn_blocking(move || view::read(&file, &speech)).await;
        let view = read.map_err(errors::own_fault).and_then(|read| read.map_err(|error| errors::system(&error)));
        view.map(|view| Reply::Settings(Box::new(view))).map_err(|why| self.failure(&Trouble::NotWritten(why)))
    }

    /// Changes it. Answers with what it says then, and the configuration, if it is another.
    pub(super) async fn change(&self, change: Change) -> Result<(Reply, Option<Config>), Failure> {
        let file = self.file()?;
        let _one_at_a_time = self.one_at_a_time.lock().await;
        if let Change::PutChannel { channel } = &change
            && let Some(secret) = &channel.secret
            && let Err(faults) = self.keep(&file, channel, secret).await?
        {
            return Ok((Reply::NotChanged { faults }, None));
        }
        let written =
            tokio::task::spawn_blocking(move || configuration::change(&file, |text| applied(text, &change))).await;
        let not_written = |why: Message| self.failure(&Trouble::NotWritten(why));
        match self.result(written.map_err(|error| not_written(errors::own_fault(error)))?)? {
            Ok(config) => {
                // The window that asked shall see its change in its words.
                let view = self.view().await?;
                Ok((view, Some(config)))
            }
            Err(faults) => Ok((Reply::NotChanged { faults }, None)),
        }
    }

    /// Keeps a channel's secret, if the channel could be written: for its own site alone.
    async fn keep(&self, file: &Path, draft: &ChannelDraft, secret: &SecretDraft) -> Result<Changed, Failure> {
        let text =
            configuration::written(file).map_err(|error| self.failure(&Trouble::NotWritten(errors::system(&error))))?;
        let written = put(&text, draft).and_then(|text| Ok(parse(&text).map_err(NotApplied::Refused)?.config));
        let config = match self.result(written.map_err(Unchanged::Refused))? {
            Ok(config) => config,
            Err(faults) => return Ok(Err(faults)),
        };
        let is_it = |channel: &&Channel| {
            channel.id().kind() == draft.kind.key() && channel.id().name() == Some(draft.name.trim())
        };
        let Some(channel) = config.channels.iter().find(is_it) else {
            return Err(self.failure(&Trouble::NotWritten(errors::as_said(&draft.name))));
        };
        let origin = channel.origin();
        if let Some(whose) =
            whose(&parse(&text).map(|parsed| parsed.config).unwrap_or_default(), &config, draft, &origin)
        {
            let taken = desktop::credential_taken(draft.credential.trim(), &whose);
            return Ok(Err(vec![Fault::at("credential", &taken, &self.speech)]));
        }
        let credential = match Credential::new(&origin, secret.manner(), secret.secret.take()) {
            Ok(credential) => credential,
            Err(unusable) => return Ok(Err(vec![Fault::at("secret", &unusable.message(), &self.speech)])),
        };
        match self.secrets.set(draft.credential.trim(), credential).await {
            Ok(()) => Ok(Ok(config)),
            Err(error) => Ok(Err(vec![Fault::at("secret", &error.message(), &self.speech)])),
        }
    }

    fn result<T>(&self, done: Result<T, Unchanged>) -> Result<Result<T, Vec<Fault>>, Failure> {
        match done {
            Ok(done) => Ok(Ok(done)),
            Err(Unchanged::Refused(NotApplied::Refused(errors))) => {
                Ok(Err(errors.iter().map(|error| Fault::of(error, &self.speech)).collect()))
            }
            Err(Unchanged::Refused(NotApplied::Invalid(errors))) => {
                Ok(Err(errors.iter().map(|error| Fault::standing(error, &self.speech)).collect()))
            }
            Err(error) => Err(self.failure(&Trouble::NotWritten(error.message()))),
        }
    }

    fn file(&self) -> Result<PathBuf, Failure> {
        self.file.clone().ok_or_else(|| self.failure(&Trouble::Demonstration))
    }

    fn failure(&self, trouble: &Trouble) -> Failure {
        Failure::of(trouble, &self.speech)
    }
}

/// What else the name of a channel's secret is for: another channel, or an endpoint of an outlet. A secret that channels of
/// one site share already is theirs to change.
fn whose(before: &Config, after: &Config, draft: &ChannelDraft, origin: &str) -> Option<String> {
    let name = draft.credential.trim();
    let is_it = |channel: &&Channel, called: &str| {
        channel.id().kind() == draft.kind.key() && channel.id().name() == Some(called)
    };
    let was = draft.was.as_deref().unwrap_or_default();
    let own =
        before.channels.iter().find(|channel| is_it(channel, was)).is_some_and(|it| it.credential() == Some(name));
    let others = after.channels.iter().filter(|channel| !is_it(channel, draft.name.trim()));
    let mut channels = others.filter(|other| other.credential() == Some(name));
    let channel = channels.find(|other| !own || other.origin() != origin);
    let endpoints = after
        .outlets
        .iter()
        .filter(|outlet| outlet.admin.iter().any(|admin| admin.credential.as_deref() == Some(name)));
    let channel = channel.and_then(|channel| channel.id().name().map(str::to_owned));
    channel.or_else(|| endpoints.map(|outlet| outlet.name.clone()).next())
}

fn applied(text: &str, change: &Change) -> Result<String, NotApplied> {
    match change {
        Change::Set { setting, texts } => {
            let written = texts.as_ref().map(|texts| match texts.as_slice() {
                [only] if !setting.is_list() => Written::Text(only.trim().to_owned()),
                several => Written::List(several.iter().map(|text| text.trim().to_owned()).collect()),
            });
            config::set_setting(text, *setting, written)
        }
        Change::PutChannel { channel } => put(text, channel),
        Change::RemoveChannel { kind, name } => config::remove_channel(text, *kind, name),
        Change::AddPlan { outlet, plan } => config::add_plan(text, outlet, plan),
        Change::ChangePlan { outlet, was, plan } => config::change_plan(text, outlet, was, plan),
        Change::RemovePlan { outlet, plan } => config::remove_plan(text, outlet, plan),
    }
}

fn put(text: &str, draft: &ChannelDraft) -> Result<String, NotApplied> {
    config::put_channel(text, draft.kind, draft.was.as_deref(), &draft.fields())
}
