//! Adding an outlet in the window: a look, more looks after a yes, writing. What was proposed is kept until it is written,
//! so that the window hands nothing back but the name.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::{Config, Outlet};
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{Message, Speech, add, errors, inert};
use tokio::sync::Mutex;
use url::Url;

use super::configuration;
use super::probe;
use super::propose::{self, Proposed};
use super::request::{AdminFound, Failure, Proposal};
use crate::ports::{Clock, Fetch};

/// The longest title of a page that is proposed, in characters.
const TITLE: usize = 80;
/// The longest name of an outlet that is typed, in characters.
const NAME: usize = 80;

pub(super) struct Adding {
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    timeout: Duration,
    speech: Speech,
    /// The configuration; none in a demonstration, which adds nothing.
    file: Option<PathBuf>,
    /// What was proposed last, until it is written.
    kept: Mutex<Option<Survey>>,
    probing: Mutex<()>,
}

/// A site that was looked at for being added.
#[derive(Debug, Clone)]
struct Survey {
    proposed: Proposed,
    /// The well-known places were asked for.
    probed: bool,
}

impl Survey {
    fn homepage(&self) -> &str {
        self.proposed.outlet.homepages.first().map_or("", Url::as_str)
    }

    fn told(&self, speech: &Speech) -> Proposal {
        let Proposed { outlet, title, facts, .. } = &self.proposed;
        let no_feed = (outlet.feed.is_none() && !self.proposed.feed_watched).then(|| add::feed(None));
        let admin = outlet
            .admin
            .iter()
            .map(|admin| AdminFound { address: admin.url.to_string(), says: speech.say(&add::admin(admin.expect)) });
        Proposal {
            homepage: self.homepage().to_owned(),
            name: outlet.name.clone(),
            title: inert(title, TITLE),
            others: outlet.homepages.iter().skip(1).map(Url::to_string).collect(),
            feed: outlet.feed.as_ref().map(Url::to_string),
            admin: admin.collect(),
            facts: facts.iter().chain(&no_feed).map(|fact| speech.say(fact)).collect(),
            probed: self.probed,
        }
    }
}

impl Adding {
    pub(super) fn new(
        fetch: Arc<dyn Fetch>,
        clock: Arc<dyn Clock>,
        timeout: Duration,
        speech: Speech,
        file: Option<PathBuf>,
    ) -> Self {
        Self { fetch, clock, timeout, speech, file, kept: Mutex::new(None), probing: Mutex::new(()) }
    }

    /// Looks at the site that a person typed, and proposes its outlet.
    pub(super) async fn propose(&self, typed: &str) -> Result<Proposal, Failure> {
        let survey = self.surveyed(typed).await?;
        let proposal = survey.told(&self.speech);
        *self.kept.lock().await = Some(survey);
        Ok(proposal)
    }

    /// Says what was proposed last once more, in the language of now.
    pub(super) async fn once_more(&self, homepage: &str) -> Result<Proposal, Failure> {
        let survey = self.proposed(homepage).await.ok_or_else(|| self.failure(&Trouble::NotProposed))?;
        Ok(survey.told(&self.speech))
    }

    /// Asks the proposed site at the well-known places, once.
    pub(super) async fn probe(&self, homepage: &str) -> Result<Proposal, Failure> {
        if self.file.is_none() {
            return Err(self.failure(&Trouble::Demonstration));
        }
        let _one_at_a_time = self.probing.lock().await;
        let mut survey = match self.proposed(homepage).await {
            Some(survey) => survey,
            // The program was started anew, or another window looks at another site.
            None => self.surveyed(homepage).await?,
        };
        if !survey.probed {
            let config = self.configured().await;
            let words = probe::probe(&self.fetch, &self.clock, &mut survey.proposed, &config, self.timeout).await;
            survey.proposed.facts.extend(words);
            survey.probed = true;
        }
        let proposal = survey.told(&self.speech);
        *self.kept.lock().await = Some(survey);
        Ok(proposal)
    }

    /// Writes the proposed outlet. Returns the configuration with it. What nobody saw proposed is not written.
    pub(super) async fn add(&self, homepage: &str, name: &str, group: Option<String>) -> Result<Config, Failure> {
        let not_written = |why: Message| self.failure(&Trouble::NotWritten(why));
        let Some(file) = self.file.clone() else {
            return Err(self.failure(&Trouble::Demonstration));
        };
        let Some(survey) = self.proposed(homepage).await else {
            let known = self.configured().await.outlets.into_iter();
            let watches = |outlet: &Outlet| outlet.homepages.iter().any(|url| url.as_str() == homepage);
            return Err(match known.into_iter().find(watches) {
                Some(outlet) => self.failure(&Trouble::AlreadyWatched(outlet.name)),
                None => self.failure(&Trouble::NotProposed),
            });
        };
        let typed = |text: &str| inert(text, NAME);
        let mut outlet = survey.proposed.outlet;
        outlet.name = typed(name);
        outlet.group = group.map(|group| typed(&group)).filter(|group| !group.is_empty());
        let written = tokio::task::spawn_blocking(move || {
            configuration::add(&file, &outlet).map_err(|error| error.message())?;
            configuration::read(&file).map_err(|error| error.message())
        });
        let parsed = written.await.map_err(|error| not_written(errors::own_fault(error)))?.map_err(not_written)?;
        self.kept.lock().await.take_if(|kept| kept.homepage() == homepage);
        Ok(parsed.config)
    }

    /// What was proposed for this front page and is not written yet.
    async fn proposed(&self, homepage: &str) -> Option<Survey> {
        self.kept.lock().await.clone().filter(|survey| survey.homepage() == homepage)
    }

    async fn surveyed(&self, typed: &str) -> Result<Survey, Failure> {
        let said = |error: propose::NoProposal| Failure {
            code: match &error {
                propose::NoProposal::Address(trouble) => Failure::of(trouble, &self.speech).code,
                propose::NoProposal::NoPage(_) => "site.no-page".to_owned(),
            },
            says: self.speech.say(&error.message()),
        };
        let url = propose::address(typed).map_err(said)?;
        let config = self.configured().await;
        let proposed = propose::survey(&self.fetch, &self.clock, url, &config, self.timeout).await.map_err(said)?;
        Ok(Survey { proposed, probed: false })
    }

    /// What stands in the configuration file now; nothing, where there is none or it can't be read: writing says so.
    async fn configured(&self) -> Config {
        let Some(file) = self.file.clone() else { return Config::default() };
        let read = tokio::task::spawn_blocking(move || configuration::read(&file)).await;
        read.ok().and_then(Result::ok).map(|parsed| parsed.config).unwrap_or_default()
    }

    fn failure(&self, trouble: &Trouble) -> Failure {
        Failure::of(trouble, &self.speech)
    }
}
