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
use crate::{Here, output};

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

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let place = here.place()?;
    let config = match configuration::read(&place.config) {
        Ok(parsed) => parsed.config,
        Err(Unusable::Missing(_)) => Config::default(),
        Err(error) => return Err(error.into()),
    };
    here.speak(&config.watching.languages);
    let speech = &here.speech;
    let url = propose::address(&arguments.url)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let fetch = session::fetch(&config, &clock)?;
    let timeout = config.watching.timeout;
    let mut proposed = propose::survey(&fetch, &clock, url, &config, timeout).await?;
    proposed.outlet.name = arguments.name.unwrap_or(proposed.outlet.name);
    proposed.outlet.group = arguments.group;
    let told_feed = tell_of_all(&proposed, speech);

    let file = place.config.display().to_string();
    let agreed =
        |question| -> Result<bool, Problem> { confirmed(speech, &add::ask(question), add::ask(Ask::NobodyToAsk)) };
    let not_written = || {
        output::note(&speech.say(&add::ask(Ask::NothingWritten)));
        Ok(Exit::Fine)
    };
    if !arguments.yes && !agreed(Ask::MayYou)? {
        return not_written();
    }
    if arguments.probe || !arguments.yes && agreed(Ask::MayProbe)? {
        let words = probe::probe(&fetch, &clock, &mut proposed, &config, timeout).await;
        tell_of_watches(&proposed.outlet, told_feed, speech);
        say(&words, speech);
    }
    if proposed.outlet.feed.is_none() && !proposed.feed_watched {
        say(&[add::feed(None)], speech);
    }
    if !arguments.yes && !agreed(Ask::Write(&file))? {
        return not_written();
    }
    configuration::add(&place.config, &proposed.outlet)?;
    output::line(&speech.say(&add::ask(Ask::Written(&file))));
    Ok(Exit::Fine)
}

/// Tells what was found. Returns whether a feed was.
fn tell_of_all(proposed: &Proposed, speech: &Speech) -> bool {
    let outlet = &proposed.outlet;
    found("found-name", &outlet.name, speech);
    let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
    found("found-homepage", &homepages.join(", "), speech);
    found("found-title", &inert(&proposed.title, TITLE), speech);
    tell_of_watches(outlet, false, speech);
    say(&proposed.facts, speech);
    outlet.feed.is_some()
}

/// Tells of the feed, if it was not told yet, and of the admin endpoints.
fn tell_of_watches(outlet: &Outlet, told_feed: bool, speech: &Speech) {
    if let Some(feed) = outlet.feed.as_ref().filter(|_| !told_feed) {
        found("found-feed", feed.as_str(), speech);
    }
    for admin in &outlet.admin {
        let expected = speech.say(&add::admin(admin.expect));
        found("found-admin", &format!("{} ({expected})", admin.url), speech);
    }
}

/// What may be found.
const FOUND: [&str; 5] = ["found-name", "found-homepage", "found-title", "found-feed", "found-admin"];

/// How wide the column of [`FOUND`] is, with a space behind it.
fn width(speech: &Speech) -> usize {
    let widest = FOUND.map(|what| speech.say(&Message::new(what)).chars().count()).into_iter().max();
    widest.unwrap_or_default() + 1
}

/// One thing that was found.
fn found(what: &'static str, text: &str, speech: &Speech) {
    let (what, width) = (speech.say(&Message::new(what)), width(speech));
    output::line(&format!("{what:width$}{text}"));
}

/// Says sentences, each on a line of its own, where what was found stands.
fn say(sentences: &[Message], speech: &Speech) {
    for sentence in sentences {
        output::line(&format!("{:width$}{}", "", speech.say(sentence), width = width(speech)));
    }
}
