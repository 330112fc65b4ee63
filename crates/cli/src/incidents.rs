//! `frontwatch incidents`: what happened, who was told of it, who was not, and why; and what was seen and told nobody.

use frontwatch_core::incident::{Incident, IncidentId};
use frontwatch_core::notify::headline;
use frontwatch_core::text::{Message, inert, words as terms};
use frontwatch_engine::api::happening::IncidentState;
use frontwatch_engine::api::timeline::timeline;
use frontwatch_engine::api::untold::untold;
use frontwatch_engine::store::{Access, HeldOf, Opened, Store};
use jiff::Timestamp;

use crate::exit::{Exit, Problem};
use crate::session::Session;
use crate::{Here, output};

/// How many are listed unless a person asks for more.
const LISTED: u32 = 20;
/// The longest sentence on a line, in characters.
const QUOTE: usize = 160;
/// The longest of two of them.
const SENTENCE: usize = 2 * QUOTE;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// One of them, as the list names it: its life, who was told and who was not, and why
    id: Option<String>,
    /// What looks saw in the last seven days without anybody being told, and why; of one outlet, or of all
    #[arg(long, conflicts_with = "id", num_args = 0..=1, value_name = "OUTLET")]
    #[expect(clippy::option_option, reason = "clap's own shape for an option whose value can be left out")]
    untold: Option<Option<String>>,
    /// How many of the latest are listed
    #[arg(long, default_value_t = LISTED, value_name = "COUNT")]
    latest: u32,
    /// One JSON object a line on stdout
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let session = Session::open(here)?;
    let Opened { store, .. } = Store::open(&session.place.data, Access::Read)?;
    if let Some(outlet) = arguments.untold {
        let of = outlet.map_or(HeldOf::All, HeldOf::Outlet);
        return list_untold(&session, &store, of, arguments.latest, arguments.json).await;
    }
    match arguments.id {
        Some(id) => show(&session, &store, id, arguments.json).await,
        None => list(&session, &store, arguments.latest, arguments.json).await,
    }
}

async fn list(session: &Session, store: &Store, latest: u32, json: bool) -> Result<Exit, Problem> {
    let incidents = store.incidents(latest, None).await?;
    for incident in &incidents {
        if json {
            output::json(&IncidentState::new(incident, &session.speech));
        } else {
            output::line(&line(session, incident));
        }
    }
    if incidents.is_empty() && !json {
        output::note(&session.speech.say(&terms::no_incidents()));
    }
    Ok(Exit::Fine)
}

async fn list_untold(session: &Session, store: &Store, of: HeldOf, latest: u32, json: bool) -> Result<Exit, Problem> {
    let looks = untold(store, of, latest, &session.speech, Timestamp::now()).await?;
    for look in &looks {
        if json {
            output::json(look);
        } else {
            let outlet = inert(&look.outlet, QUOTE);
            output::line(&format!("{:.0}  {:.0}  {outlet}: {}", look.first, look.last, inert(&look.says, SENTENCE)));
        }
    }
    if looks.is_empty() && !json {
        output::note(&session.speech.say(&terms::no_untold()));
    }
    Ok(Exit::Fine)
}

fn line(session: &Session, incident: &Incident) -> String {
    let speech = &session.speech;
    let (what, state) = (speech.say(&headline(incident)), speech.say(&terms::state(&incident.state)));
    let since = format!("{:.0}", incident.began);
    format!("{}  {since}  {}: {} ({state})", incident.id.as_str(), inert(&incident.outlet, QUOTE), inert(&what, QUOTE))
}

async fn show(session: &Session, store: &Store, id: String, json: bool) -> Result<Exit, Problem> {
    let record = store.incident(IncidentId::from_stored(id.as_str())).await?;
    let unknown = || Message::new("incident-unknown").own("id", inert(&id, QUOTE));
    let record = record.ok_or_else(|| Problem::usage(unknown()))?;
    if !json {
        output::line(&line(session, &record.incident));
    }
    for moment in timeline(&record, &session.speech).moments {
        if json {
            output::json(&moment);
        } else {
            output::line(&format!("  {:.0}  {}", moment.at, moment.says));
        }
    }
    Ok(Exit::Fine)
}
