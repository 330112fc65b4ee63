//! Adding an outlet in the window: a look, more looks after a yes, writing. What was proposed is kept until it is written,
//! so that the window hands nothing back but the name.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::Config;
use frontwatch_core::text::desktop::Trouble;
use frontwatch_core::text::{Speech, add, inert};
use tokio::sync::Mutex;
use url::Url;

use super::configuration::{self, Unusable};
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
}

/// A site that was looked at for being added.
#[derive(Debug)]
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
        Self { fetch, clock, timeout, speech, file, kept: Mutex::new(None) }
    }

    /// Looks at the site that a person typed, and proposes its outlet.
    pub(super) async fn propose(&self, typed: &str) -> Result<Proposal, Failure> {
        let survey = self.surveyed(typed).await?;
        let proposal = survey.told(&self.speech);
        *self.kept.lock().await = Some(survey);
        Ok(proposal)
    }

    /// Asks the proposed site at the well-known places.
    pub(super) async fn probe(&self, homepage: &str) -> Result<Proposal, Failure> {
        let mut kept = self.kept.lock().await;
        let mut survey = self.proposed(kept.take(), homepage).await?;
        let config = self.configured().await?;
        let words = probe::probe(&self.fetch, &self.clock, &mut survey.proposed, &config, self.timeout).await;
        survey.proposed.facts.extend(words);
        survey.probed = true;
        let proposal = survey.told(&self.speech);
        *kept = Some(survey);
        Ok(proposal)
    }

    /// Writes the proposed outlet. Returns the configuration with it.
    pub(super) async fn add(&self, homepage: &str, name: &str, group: Option<String>) -> Result<Config, Failure> {
        let not_written = |why: String| self.failure(&Trouble::NotWritten(why));
        let Some(file) = self.file.clone() else {
            return Err(self.failure(&Trouble::Demonstration));
        };
        let mut kept = self.kept.lock().await;
        let survey = self.proposed(kept.take(), homepage).await?;
        let typed = |text: &str| inert(text, NAME);
        let mut outlet = survey.proposed.outlet.clone();
        outlet.name = typed(name);
        outlet.group = group.map(|group| typed(&group)).filter(|group| !group.is_empty());
        // If it can't be written, for its name for example, it is still there for the next try.
        *kept = Some(survey);
        let written = tokio::task::spawn_blocking(move || {
            configuration::add(&file, &outlet).map_err(|error| error.to_string())?;
            configuration::read(&file).map_err(|error| error.to_string().replace('\n', "; "))
        });
        let parsed = written.await.map_err(|error| not_written(error.to_string()))?.map_err(not_written)?;
        *kept = None;
        Ok(parsed.config)
    }

    /// What was proposed for this front page; where something else was, or the program was started anew, it is looked at again.
    async fn proposed(&self, kept: Option<Survey>, homepage: &str) -> Result<Survey, Failure> {
        match kept {
            Some(survey) if survey.homepage() == homepage => Ok(survey),
            _ => self.surveyed(homepage).await,
        }
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
        let config = self.configured().await?;
        let proposed = propose::survey(&self.fetch, &self.clock, url, &config, self.timeout).await.map_err(said)?;
        Ok(Survey { proposed, probed: false })
    }

    /// What stands in the configuration file now; nothing, where there is none.
    async fn configured(&self) -> Result<Config, Failure> {
        let Some(file) = self.file.clone() else { return Ok(Config::default()) };
        let read = tokio::task::spawn_blocking(move || configuration::read(&file)).await;
        let failed = |why: String| self.failure(&Trouble::NotWritten(why));
        match read.map_err(|error| failed(error.to_string()))? {
            Ok(parsed) => Ok(parsed.config),
            Err(Unusable::Missing(_)) => Ok(Config::default()),
            Err(error) => Err(failed(error.to_string().replace('\n', "; "))),
        }
    }

    fn failure(&self, trouble: &Trouble) -> Failure {
        Failure::of(trouble, &self.speech)
    }
}
