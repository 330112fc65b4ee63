//! `frontwatch add`: looks at a site, proposes its outlet, and writes it after a yes.

use std::sync::Arc;

use frontwatch_core::config::{Config, Outlet, leave_out_watched};
use frontwatch_core::text::add::{self, Ask};
use frontwatch_core::text::desktop::{Trouble, trouble};
use frontwatch_core::text::{Message, Speech, inert};
use frontwatch_core::watch::Expect;
use frontwatch_engine::api::configuration::{self, Unusable};
use frontwatch_engine::api::propose::{self, Proposed};
use frontwatch_engine::api::{probe, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
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
    let timeout = config.watching.timeout;
    let proposed = propose::propose(&fetch, url, timeout).await;
    let mut proposed = proposed.map_err(|error| Problem::Usage(speech.say(&error.message())))?;
    if let Some(outlet) = watches_front_page(&proposed.outlet, &config) {
        return Err(Problem::Usage(speech.say(&trouble(&Trouble::AlreadyWatched(outlet)))));
    }
    propose::tell_of_host(&fetch, &mut proposed, timeout).await;
    propose::find_feed(&fetch, &clock, &mut proposed, timeout).await;
    proposed.outlet.name = arguments.name.unwrap_or(proposed.outlet.name);
    proposed.outlet.group = arguments.group;
    let told = tell_of_all(&mut proposed, &config, &speech);

    let file = place.config.display().to_string();
    let nobody = speech.say(&add::ask(Ask::NobodyToAsk));
    let agreed = |question| -> Result<bool, Problem> { confirmed(&speech.say(&add::ask(question)), &nobody) };
    let not_written = || {
        output::note(&speech.say(&add::ask(Ask::NothingWritten)));
        Ok(Exit::Fine)
    };
    if !arguments.yes && !agreed(Ask::MayYou)? {
        return not_written();
    }
    if arguments.probe || !arguments.yes && agreed(Ask::MayProbe)? {
        let words = probe::probe(&fetch, &clock, &mut proposed, timeout).await;
        let left_out = leave_out_watched(&mut proposed.outlet, &config);
        tell_of_watches(&proposed.outlet, told);
        say(&words, &speech);
        say(&left_out.iter().map(|(url, outlet)| add::left_out(url.as_str(), outlet)).collect::<Vec<_>>(), &speech);
    }
    if proposed.outlet.feed.is_none() && !told.feed_left_out {
        say(&[add::feed(None)], &speech);
    }
    if !arguments.yes && !agreed(Ask::Write(&file))? {
        return not_written();
    }
    configuration::add(&place.config, &proposed.outlet).map_err(|error| Problem::Usage(error.to_string()))?;
    output::line(&speech.say(&add::ask(Ask::Written(&file))));
    Ok(Exit::Fine)
}

/// The outlet that watches the proposal's main front page already.
fn watches_front_page(proposed: &Outlet, config: &Config) -> Option<String> {
    let main = proposed.homepages.first()?;
    config.outlets.iter().find(|outlet| outlet.homepages.contains(main)).map(|outlet| outlet.name.clone())
}

/// What of a proposal was told, so that it is not told again after more was found.
#[derive(Debug, Clone, Copy)]
struct Told {
    feed: bool,
    feed_left_out: bool,
}

/// Tells what was found, but for what is watched already: that is taken out, and said.
fn tell_of_all(proposed: &mut Proposed, config: &Config, speech: &Speech) -> Told {
    let had_feed = proposed.outlet.feed.is_some();
    let left_out = leave_out_watched(&mut proposed.outlet, config);
    let outlet = &proposed.outlet;
    output::line(&format!("name      {}", outlet.name));
    let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
    output::line(&format!("homepage  {}", homepages.join(", ")));
    output::line(&format!("its title {}", inert(&proposed.title, TITLE)));
    let told = Told { feed: outlet.feed.is_some(), feed_left_out: had_feed && outlet.feed.is_none() };
    tell_of_watches(outlet, Told { feed: false, ..told });
    say(&proposed.facts, speech);
    say(&left_out.iter().map(|(url, outlet)| add::left_out(url.as_str(), outlet)).collect::<Vec<_>>(), speech);
    told
}

/// Tells of the feed, if it was not told yet, and of the admin endpoints.
fn tell_of_watches(outlet: &Outlet, told: Told) {
    if let Some(feed) = outlet.feed.as_ref().filter(|_| !told.feed) {
        output::line(&format!("feed      {feed}"));
    }
    for admin in &outlet.admin {
        let what = match admin.expect {
            Expect::Login => "asks for a password",
            Expect::Denied => "refuses everybody",
            Expect::Gone => "is not there",
            Expect::Json => "lists its users",
        };
        output::line(&format!("admin     {} ({what})", admin.url));
    }
}

/// Says sentences, each on a line of its own, where what was found stands.
fn say(sentences: &[Message], speech: &Speech) {
    for sentence in sentences {
        output::line(&format!("          {}", speech.say(sentence)));
    }
}
