//! `frontwatch add`: looks at a site, proposes its outlet, and writes it after a yes.

use std::sync::Arc;

use frontwatch_core::config::{Config, Outlet};
use frontwatch_core::text::add::{self, Ask};
use frontwatch_core::text::{Message, Speech, inert};
use frontwatch_engine::api::configuration::{self, Unusable};
use frontwatch_engine::api::propose::{self, Proposed};
use frontwatch_engine::api::{probe, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::ports::Clock;

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
    /// Don't ask: you run this site or may watch it, and the outlet is to be written
    #[arg(long)]
    yes: bool,
    /// Ask the site for its login page and its feed at the well-known places, too, with at most 12 requests
    #[arg(long)]
    probe: bool,
}

pub(crate) async fn run(arguments: Arguments, place: &Place) -> Result<Exit, Problem> {
    let place = place.resolved()?;
    let config = match configuration::read(&place.config) {
        Ok(parsed) => parsed.config,
        Err(Unusable::Missing(_)) => Config::default(),
        Err(error) => return Err(error.into()),
    };
    let speech = session::speech(&config.watching.languages);
    let url = propose::address(&arguments.url).map_err(|error| Problem::Usage(speech.say(&error.message())))?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let fetch = session::fetch(&config, &clock)?;
    let timeout = config.watching.timeout;
    let proposed = propose::survey(&fetch, &clock, url, &config, timeout).await;
    let mut proposed = proposed.map_err(|error| Problem::Usage(speech.say(&error.message())))?;
    proposed.outlet.name = arguments.name.unwrap_or(proposed.outlet.name);
    proposed.outlet.group = arguments.group;
    let told_feed = tell_of_all(&proposed, &speech);

    let file = place.config.display().to_string();
    let nobody = speech.say(&add::ask(Ask::NobodyToAsk));
    let agreed = |question| -> Result<bool, Problem> { confirmed(&speech, &speech.say(&add::ask(question)), &nobody) };
    let not_written = || {
        output::note(&speech.say(&add::ask(Ask::NothingWritten)));
        Ok(Exit::Fine)
    };
    if !arguments.yes && !agreed(Ask::MayYou)? {
        return not_written();
    }
    if arguments.probe || !arguments.yes && agreed(Ask::MayProbe)? {
        let words = probe::probe(&fetch, &clock, &mut proposed, &config, timeout).await;
        tell_of_watches(&proposed.outlet, told_feed, &speech);
        say(&words, &speech);
    }
    if proposed.outlet.feed.is_none() && !proposed.feed_watched {
        say(&[add::feed(None)], &speech);
    }
    if !arguments.yes && !agreed(Ask::Write(&file))? {
        return not_written();
    }
    configuration::add(&place.config, &proposed.outlet).map_err(|error| Problem::Usage(error.to_string()))?;
    output::line(&speech.say(&add::ask(Ask::Written(&file))));
    Ok(Exit::Fine)
}

/// Tells what was found. Returns whether a feed was.
fn tell_of_all(proposed: &Proposed, speech: &Speech) -> bool {
    let outlet = &proposed.outlet;
    output::line(&format!("name      {}", outlet.name));
    let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
    output::line(&format!("homepage  {}", homepages.join(", ")));
    output::line(&format!("its title {}", inert(&proposed.title, TITLE)));
    tell_of_watches(outlet, false, speech);
    say(&proposed.facts, speech);
    outlet.feed.is_some()
}

/// Tells of the feed, if it was not told yet, and of the admin endpoints.
fn tell_of_watches(outlet: &Outlet, told_feed: bool, speech: &Speech) {
    if let Some(feed) = outlet.feed.as_ref().filter(|_| !told_feed) {
        output::line(&format!("feed      {feed}"));
    }
    for admin in &outlet.admin {
        output::line(&format!("admin     {} ({})", admin.url, speech.say(&add::admin(admin.expect))));
    }
}

/// Says sentences, each on a line of its own, where what was found stands.
fn say(sentences: &[Message], speech: &Speech) {
    for sentence in sentences {
        output::line(&format!("          {}", speech.say(sentence)));
    }
}
