//! `frontwatch doctor`: will an alert reach you? Each thing that it depends on is tried, not assumed.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::channel::ChannelId;
use frontwatch_core::config::Config;
use frontwatch_core::observation::{Observation, Outcome};
use frontwatch_core::text::{Speech, words as terms};
use frontwatch_engine::api::{configuration, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::notify::{self, Tested, send_test};
use frontwatch_engine::place;
use frontwatch_engine::ports::{Clock, Freshness, Order, Secrets, What};
use frontwatch_engine::secrets::Keychain;
use frontwatch_engine::store::{Access, Delivery, OutboxRow, Store, StoreError};
use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};

use crate::exit::{Exit, Problem};
use crate::session::Session;
use crate::{Place, output};

/// A clock that is off by more than this makes "since 14:02" a lie.
const CLOCK_OFF: SignedDuration = SignedDuration::from_mins(2);

/// How long the keychain may take to answer.
const KEYCHAIN: Duration = Duration::from_secs(10);

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Send a test alert by every channel: the desktop, and each webhook and mail of the configuration
    #[arg(long)]
    send_test: bool,
}

/// What the doctor found of one thing.
enum Finding {
    Well(String),
    /// It works without.
    Note(String),
    /// An alert may not reach anybody.
    Trouble(String),
}

pub(crate) async fn run(arguments: Arguments, place: &Place) -> Result<Exit, Problem> {
    let where_ = place::Place::new(place.config.as_deref(), place.data.as_deref())?;
    let session = Session::open(place);
    let speech = session.as_ref().map_or_else(|_| session::speech(&[]), |session| session.speech.clone());
    let mut findings: Vec<(String, Finding)> = Vec::new();
    let mut found = |thing: &str, finding: Finding| findings.push((thing.to_owned(), finding));
    found("configuration", configuration_finding(&where_));
    found("store", store_finding(&where_));
    found("outbox", outbox_finding(&where_).await);
    found("notifications", notification_finding());
    if arguments.send_test {
        for (thing, finding) in test_findings(session.as_ref().ok(), &speech).await {
            found(&thing, finding);
        }
    }
    found("tray", Finding::Note("the tray belongs to the desktop program, `frontwatch-desktop`, which says at its start whether there is one".to_owned()));
    found("keychain", keychain_finding(session.as_ref().ok()).await);
    if let Ok(session) = &session {
        for (thing, finding) in network_findings(session, &speech).await? {
            found(thing, finding);
        }
    }
    let mut trouble = false;
    for (thing, finding) in findings {
        let (mark, text) = match finding {
            Finding::Well(text) => ("ok     ", text),
            Finding::Note(text) => ("note   ", text),
            Finding::Trouble(text) => {
                trouble = true;
                ("TROUBLE", text)
            }
        };
        output::line(&format!("{mark}  {thing}: {text}"));
    }
    Ok(if trouble { Exit::Anomalies } else { Exit::Fine })
}

fn configuration_finding(place: &place::Place) -> Finding {
    match configuration::read(&place.config) {
        Ok(parsed) => {
            let (outlets, watches) = (parsed.config.outlets.len(), parsed.config.watches().len());
            Finding::Well(format!("{} names {outlets} outlets with {watches} addresses", place.config.display()))
        }
        Err(error) => Finding::Trouble(error.to_string()),
    }
}

fn store_finding(place: &place::Place) -> Finding {
    match Store::open(&place.data, Access::Write) {
        Ok(opened) if opened.notes.is_empty() => Finding::Well(format!("{} can be written", place.data.display())),
        Ok(opened) => {
            let notes: Vec<String> = opened.notes.iter().map(ToString::to_string).collect();
            Finding::Trouble(notes.join("; "))
        }
        Err(error @ StoreError::Held { .. }) => Finding::Note(error.to_string()),
        Err(error) => Finding::Trouble(error.to_string()),
    }
}

/// Whether the keychain gives what the configuration names. Without such a name it is only said whether it answers.
async fn keychain_finding(session: Option<&Session>) -> Finding {
    let config = session.map(|session| &session.config);
    let watches = config.map(Config::watches).unwrap_or_default();
    // Of each name to whom it is sent, and what cannot be done without it.
    let of_watches = watches.iter().filter_map(|watch| {
        let origin = watch.url.origin().ascii_serialization();
        Some((watch.credential.as_deref()?, origin, format!("{} cannot be looked at", watch.url)))
    });
    let of_channels = config.into_iter().flat_map(|config| &config.channels).filter_map(|channel| {
        Some((channel.credential()?, channel.origin(), format!("no alert is sent by {}", channel.id())))
    });
    let wanted: Vec<_> = of_watches.chain(of_channels).collect();
    let keychain = Keychain::new(KEYCHAIN);
    match keychain.names().await {
        Err(error) if wanted.is_empty() => Finding::Note(format!("nothing needs it now, and {error}")),
        Err(error) => Finding::Trouble(error.to_string()),
        Ok(names) => {
            let mut troubles = Vec::new();
            for (name, origin, without) in &wanted {
                match keychain.get(name).await {
                    Ok(credential) if credential.origin() == *origin => {}
                    Ok(credential) => troubles.push(format!(
                        "the credential {name} is sent to {} only, so that {without}",
                        credential.origin()
                    )),
                    Err(error) => troubles.push(error.to_string()),
                }
            }
            let (kept, needed) = (names.len(), wanted.len());
            let answers = format!("it answers and holds {kept} credentials; the configuration names {needed}");
            if troubles.is_empty() { Finding::Well(answers) } else { Finding::Trouble(troubles.join("; ")) }
        }
    }
}

fn notification_finding() -> Finding {
    match notify::probe() {
        Ok(server) => {
            let able = server.capabilities.iter().any(|capability| capability == "actions");
            let buttons =
                if able { "it shows buttons" } else { "it shows no buttons: alerts can be read, not answered" };
            Finding::Well(format!("{} {} by {} answers; {buttons}", server.name, server.version, server.vendor))
        }
        Err(error) => Finding::Trouble(format!(
            "{error}. No alert can appear on this desktop until a notification server runs; `frontwatch watch` goes on, \
             says alerts on its terminal, and delivers them once a server appears"
        )),
    }
}

/// A test alert by every channel, on the way of every alert.
async fn test_findings(session: Option<&Session>, speech: &Speech) -> Vec<(String, Finding)> {
    let config = session.map(|session| session.config.clone()).unwrap_or_default();
    let ends = session::desktop(speech).map_err(Problem::from).and_then(|ends| Ok((ends, session::post(&config)?)));
    let ((desktop, _clicks), post) = match ends {
        Ok(ends) => ends,
        Err(error) => return vec![("test notification".to_owned(), Finding::Trouble(error.to_string()))],
    };
    let tested = send_test(Arc::new(desktop), post, config.channels, speech, SystemClock.now()).await;
    let finding = |tested: &Tested| {
        let says = tested.says(speech);
        (test_of(&tested.channel), if tested.result.is_ok() { Finding::Well(says) } else { Finding::Trouble(says) })
    };
    tested.iter().map(finding).collect()
}

/// What a test by this channel is called.
fn test_of(channel: &ChannelId) -> String {
    match channel {
        ChannelId::Desktop => "test notification".to_owned(),
        ChannelId::Webhook(name) => format!("test by the webhook {name}"),
        ChannelId::Email(name) => format!("test by the mail {name}"),
    }
}

/// Whether alerts wait that could not be sent. Beside a running watch, too: reading disturbs nobody.
async fn outbox_finding(place: &place::Place) -> Finding {
    let data = place.data.clone();
    let store = match Store::open(&data, Access::Read) {
        Ok(opened) => opened.store,
        Err(StoreError::Missing { .. }) => return Finding::Well("nothing was ever to be sent".to_owned()),
        Err(error) => return Finding::Trouble(error.to_string()),
    };
    let waiting = match store.load().await {
        Ok(loaded) => loaded.outbox,
        Err(error) => return Finding::Trouble(error.to_string()),
    };
    let mut by_channel: BTreeMap<String, (usize, Option<String>)> = BTreeMap::new();
    for OutboxRow { channel, delivery, .. } in waiting {
        let (count, latest) = by_channel.entry(channel).or_default();
        *count += 1;
        if let Delivery::Pending { failure: Some(failure) } = delivery {
            *latest = Some(failure.reason);
        }
    }
    if by_channel.is_empty() {
        return Finding::Well("no alert waits to be sent".to_owned());
    }
    let said = by_channel.into_iter().map(|(channel, (count, why))| {
        let why = why.unwrap_or_else(|| "not tried yet".to_owned());
        format!("{count} by {channel} ({why})")
    });
    let said: Vec<String> = said.collect();
    Finding::Trouble(format!(
        "alerts wait that could not be sent: {}. A running watch tries them again",
        said.join("; ")
    ))
}

/// Looks once at every outlet's first homepage, the way the watch does.
async fn network_findings(session: &Session, speech: &Speech) -> Result<Vec<(&'static str, Finding)>, Problem> {
    let looker = session.looker()?;
    let (mut answered, mut silent, mut skews) = (Vec::new(), Vec::new(), Vec::new());
    for outlet in &session.config.outlets {
        let Some(url) = outlet.homepages.first().cloned() else {
            continue;
        };
        let order =
            Order { url, freshness: Freshness::Full, timeout: session.config.watching.timeout, what: What::Page };
        let Observation { outcome, .. } = Arc::clone(&looker.fetch).look(order).await;
        match outcome {
            Outcome::Answered(answer) => {
                skews.extend(answer.headers.get("date").and_then(|date| skew(date, looker.clock.now())));
                answered.push(outlet.name.clone());
            }
            Outcome::Unchanged { .. } => answered.push(outlet.name.clone()),
            Outcome::Failed(failure) => {
                let why = speech.say(&terms::failed_look(failure.kind, failure.stage));
                silent.push(format!("{} ({why})", outlet.name));
            }
        }
    }
    let network = match (answered.is_empty(), silent.is_empty()) {
        (_, true) => Finding::Well(format!("all {} outlets answer", answered.len())),
        (true, false) => {
            Finding::Trouble(format!("no outlet answers: {}. Is this computer online?", silent.join(", ")))
        }
        (false, false) => Finding::Trouble(format!("{} answer, not {}", answered.len(), silent.join(", "))),
    };
    Ok(vec![("network", network), ("clock", clock_finding(skews))])
}

/// How far this computer's clock is ahead of a server's.
fn skew(date: &str, now: Timestamp) -> Option<SignedDuration> {
    let theirs = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(now.duration_since(theirs))
}

/// The middle of what the servers say: one of them may be wrong, or lie.
fn clock_finding(mut skews: Vec<SignedDuration>) -> Finding {
    skews.sort_unstable();
    match skews.get(skews.len() / 2) {
        None => Finding::Note("no outlet says what time it is".to_owned()),
        Some(skew) if skew.abs() <= CLOCK_OFF => Finding::Well("agrees with the outlets' servers".to_owned()),
        Some(skew) => Finding::Trouble(format!(
            "this computer's clock is off by {skew:#} against the outlets' servers: set it by the network, or times in \
             alerts will be wrong"
        )),
    }
}
