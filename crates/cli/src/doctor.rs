//! `frontwatch doctor`: will an alert reach you? Each thing that it depends on is tried, not assumed.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::IncidentId;
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::{Observation, Outcome};
use frontwatch_core::text::{Speech, alerts, words as terms};
use frontwatch_core::verdict::Severity;
use frontwatch_engine::api::{configuration, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::notify;
use frontwatch_engine::place;
use frontwatch_engine::ports::{Clock, Freshness, Notifier, Order, Secrets, What};
use frontwatch_engine::secrets::Keychain;
use frontwatch_engine::store::{Access, Store, StoreError};
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
    /// Raise a test notification
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
    let mut findings = vec![("configuration", configuration_finding(&where_)), ("store", store_finding(&where_))];
    findings.push(("notifications", notification_finding()));
    if arguments.send_test {
        findings.push(("test notification", test_finding(&speech)));
    }
    findings
        .push(("tray", Finding::Note("the tray belongs to the desktop program, `frontwatch-desktop`, which says at its start whether there is one".to_owned())));
    findings.push(("keychain", keychain_finding(session.as_ref().ok()).await));
    if let Ok(session) = &session {
        findings.extend(network_findings(session, &speech).await?);
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
    let watches = session.map(|session| session.config.watches()).unwrap_or_default();
    let wanted: Vec<_> = watches.iter().filter_map(|watch| Some((watch.credential.as_deref()?, &watch.url))).collect();
    let keychain = Keychain::new(KEYCHAIN);
    match keychain.names().await {
        Err(error) if wanted.is_empty() => Finding::Note(format!("nothing needs it now, and {error}")),
        Err(error) => Finding::Trouble(error.to_string()),
        Ok(names) => {
            let mut troubles = Vec::new();
            for (name, url) in &wanted {
                match keychain.get(name).await {
                    Ok(credential) if credential.belongs_to(url) => {}
                    Ok(credential) => troubles.push(format!(
                        "the credential {name} is sent to {} only, so that {url} cannot be looked at",
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

fn test_finding(speech: &Speech) -> Finding {
    let raised = session::desktop(speech).map_err(Problem::from).and_then(|(desktop, _clicks)| {
        let now = SystemClock.now();
        let text = alerts::test_notice();
        let notice = Notice {
            id: format!("test/{}", now.as_millisecond()),
            key: "test".to_owned(),
            incident: IncidentId::from_stored("test"),
            campaign: None,
            title: speech.say(&text.title),
            body: speech.say(&text.body),
            severity: Severity::Warning,
            over: true,
            buttons: Vec::new(),
            at: now,
        };
        desktop.raise(&notice).map_err(|error| Problem::Internal(error.to_string()))
    });
    match raised {
        Ok(()) => Finding::Well("the notification server accepted it: it should be on your screen now".to_owned()),
        Err(error) => Finding::Trouble(error.to_string()),
    }
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
