//! `frontwatch add`: looks at a site, proposes its outlet, and writes it after a yes.

use std::sync::Arc;

use frontwatch_core::config::{Config, propose_outlet};
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::observation::Outcome;
use frontwatch_core::text::{inert, words as terms};
use frontwatch_engine::api::configuration::{self, Unusable};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
use frontwatch_engine::ports::{Clock, Freshness, Order};
use url::Url;

use crate::exit::{Exit, Problem};
use crate::session::{confirmed, fetch, speech};
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
    let url = address(&arguments.url)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let order = Order { url: url.clone(), freshness: Freshness::Full, timeout: config.watching.timeout };
    let (homepage, title) = match fetch(&config, &clock)?.look(order).await.outcome {
        Outcome::Answered(answer) if answer.status < 400 => {
            let page = extract(&decode(&answer.body, &answer.headers).text, &answer.url, &[]);
            (answer.url, page.title)
        }
        Outcome::Answered(answer) => {
            return Err(Problem::Usage(format!("{url} answers with status {}", answer.status)));
        }
        Outcome::Unchanged { .. } => return Err(Problem::Internal(format!("{url} gives no page"))),
        Outcome::Failed(failure) => {
            let why = speech(&config.watching.languages).say(&terms::failed_look(failure.kind, failure.stage));
            return Err(Problem::Usage(format!("{url} gives no page: {why}")));
        }
    };
    let mut outlet = propose_outlet(homepage, &title);
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

/// The address that a person typed.
fn address(typed: &str) -> Result<Url, Problem> {
    let text = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&text).map_err(|error| Problem::Usage(format!("this is no address: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Problem::Usage(format!(
            "{}: is no address of a site: it begins with http:// or https://",
            url.scheme()
        )));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Problem::Usage(
            "an address with a name or a password in it is not taken: leave them out".to_owned(),
        ));
    }
    Ok(url)
}
