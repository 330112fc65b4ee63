//! `frontwatch add`: looks at a site, proposes its outlet, and writes it after a yes.

use std::sync::Arc;

use frontwatch_core::config::Config;
use frontwatch_core::text::inert;
use frontwatch_engine::api::configuration::{self, Unusable};
use frontwatch_engine::api::propose::{self, Proposed};
use frontwatch_engine::api::session;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
use frontwatch_engine::ports::Clock;
use url::Url;

use crate::exit::{Exit, Problem};
use crate::session::confirmed;
use crate::{Place, output};

/// The longest title that is shown, in characters.
const TITLE: usize = 70;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The homepage; https:// may be left out
    url: String,
    /// The outlet's name, instead of the one that its page tells
    #[arg(long)]
    name: Option<String>,
    /// Its publisher: outlets of one group are told of together
    #[arg(long)]
    group: Option<String>,
    /// Don't ask
    #[arg(long)]
    yes: bool,
}

pub(crate) async fn run(arguments: Arguments, place: &Place) -> Result<Exit, Problem> {
    let place = place::Place::new(place.config.as_deref(), place.data.as_deref())?;
    let config = match configuration::read(&place.config) {
        Ok(parsed) => parsed.config,
        Err(Unusable::Missing(_)) => Config::default(),
        Err(error) => return Err(error.into()),
    };
    let speech = session::speech(&config.watching.languages);
    let url = propose::address(&arguments.url).map_err(|error| Problem::Usage(speech.say(&error.message())))?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let fetch = session::fetch(&config, &clock)?;
    let proposed = propose::propose(&fetch, url, config.watching.timeout).await;
    let Proposed { mut outlet, title } = proposed.map_err(|error| Problem::Usage(speech.say(&error.message())))?;
    outlet.name = arguments.name.unwrap_or(outlet.name);
    outlet.group = arguments.group;
    output::line(&format!("name      {}", outlet.name));
    output::line(&format!("homepage  {}", outlet.homepages.iter().map(Url::as_str).collect::<Vec<_>>().join(", ")));
    output::line(&format!("its title {}", inert(&title, TITLE)));
    let question = format!("Write this outlet to {}? Type yes:", place.config.display());
    if !arguments.yes && !confirmed(&question, "nobody is there to ask: say --yes to write it")? {
        output::note("Nothing was written.");
        return Ok(Exit::Fine);
    }
    configuration::add(&place.config, &outlet).map_err(|error| Problem::Usage(error.to_string()))?;
    output::line(&format!("written to {}; a running watch takes it on by itself", place.config.display()));
    Ok(Exit::Fine)
}
