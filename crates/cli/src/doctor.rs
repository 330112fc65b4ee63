//! `frontwatch doctor`: will an alert reach you? Each thing that it depends on is tried, not assumed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::channel::ChannelId;
use frontwatch_core::config::Config;
use frontwatch_core::observation::{Observation, Outcome};
use frontwatch_core::parts::Reach;
use frontwatch_core::text::doctor::{self as words, Mark, Thing};
use frontwatch_core::text::{Message, Speech, words as terms};
use frontwatch_engine::api::{configuration, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::notify::{self, Tested, send_test};
use frontwatch_engine::ports::{Clock, Freshness, Order, Secrets, What};
use frontwatch_engine::secrets::Keychain;
use frontwatch_engine::store::{Access, Delivery, OutboxRow, Store, StoreError, StoreNote};
use frontwatch_engine::{bundle, place};
use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};

use crate::exit::{Exit, Problem};
use crate::session::Session;
use crate::{Here, output};

/// A clock that is off by more than this makes "since 14:02" a lie.
const CLOCK_OFF: SignedDuration = SignedDuration::from_mins(2);

/// How long the keychain may take to answer.
const KEYCHAIN: Duration = Duration::from_secs(10);

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Send a test alert by every channel: the desktop, and each webhook and mail of the configuration
    #[arg(long)]
    send_test: bool,
    /// Make one file for a report of a fault, without secrets and without text of pages [default: frontwatch-report-TIME.txt]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "")]
    bundle: Option<PathBuf>,
}

/// What the doctor found of one thing.
struct Finding {
    mark: Mark,
    text: String,
}

impl Finding {
    fn well(text: String) -> Self {
        Self { mark: Mark::Ok, text }
    }

    fn note(text: String) -> Self {
        Self { mark: Mark::Note, text }
    }

    fn trouble(text: String) -> Self {
        Self { mark: Mark::Trouble, text }
    }
}

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let where_ = here.place()?;
    let session = Session::open(here);
    let speech = here.speech.clone();
    let mut findings = vec![
        (Thing::Configuration, configuration_finding(&where_, &speech)),
        (Thing::Store, store_finding(&where_, &speech)),
        (Thing::Outbox, outbox_finding(&where_, &speech).await),
        (Thing::Notifications, notification_finding(&speech)),
    ];
    if arguments.send_test {
        findings.extend(test_findings(session.as_ref().ok(), &speech).await);
    }
    findings.push((Thing::Tray, Finding::note(speech.say(&words::tray_elsewhere()))));
    findings.push((Thing::Keychain, keychain_finding(session.as_ref().ok(), &speech).await));
    if let Ok(session) = &session {
        findings.extend(network_findings(session, &speech).await?);
    }
    let width =
        Mark::ALL.map(|mark| speech.say(&words::mark(mark)).chars().count()).into_iter().max().unwrap_or_default();
    let mut said = Vec::new();
    for (thing, Finding { mark, text }) in &findings {
        let (mark, thing) = (speech.say(&words::mark(*mark)), speech.say(&words::thing(thing)));
        said.push(format!("{mark:<width$}  {thing}: {text}"));
    }
    for line in &said {
        output::line(line);
    }
    if let Some(file) = arguments.bundle {
        make_bundle(&where_, &said, file, &speech)?;
    }
    let trouble = findings.iter().any(|(_, finding)| finding.mark == Mark::Trouble);
    Ok(if trouble { Exit::Anomalies } else { Exit::Fine })
}

/// Makes the file for a report, and says what is in it.
fn make_bundle(place: &place::Place, said: &[String], file: PathBuf, speech: &Speech) -> Result<(), Problem> {
    let now = SystemClock.now();
    let file = if file.as_os_str().is_empty() { bundle::usual_name(now) } else { file };
    let shown = file.display().to_string();
    let failed = |error: std::io::Error| Problem::usage(words::bundle_failed(&shown, &error));
    bundle::write(place, said, &file, now).map_err(failed)?;
    for message in [words::bundle_made(&shown), words::bundle_holds(), words::bundle_lacks()] {
        output::note(&speech.say(&message));
    }
    Ok(())
}

fn configuration_finding(place: &place::Place, speech: &Speech) -> Finding {
    match configuration::read(&place.config) {
        Ok(parsed) => {
            let (outlets, watches) = (parsed.config.outlets.len(), parsed.config.watches().len());
            let named = speech.say(&words::named(&place.config.display().to_string(), outlets, watches));
            if configuration::is_open_to_others(&place.config) {
                let open = speech.say(&words::open_to_others(&place.config.display().to_string()));
                return Finding::note(format!("{named}; {open}"));
            }
            Finding::well(named)
        }
        Err(error) => Finding::trouble(speech.say(&error.message())),
    }
}

fn store_finding(place: &place::Place, speech: &Speech) -> Finding {
    match Store::open(&place.data, Access::Write) {
        Ok(opened) if opened.notes.is_empty() => {
            Finding::well(speech.say(&words::writable(&place.data.display().to_string())))
        }
        Ok(opened) => {
            let notes: Vec<String> = opened.notes.iter().map(|note| speech.say(&note.message())).collect();
            let upgraded = opened.notes.iter().all(|note| matches!(note, StoreNote::Upgraded { .. }));
            if upgraded { Finding::note(notes.join("; ")) } else { Finding::trouble(notes.join("; ")) }
        }
        Err(error @ StoreError::Held { .. }) => Finding::note(speech.say(&error.message())),
        Err(error) => Finding::trouble(speech.say(&error.message())),
    }
}

/// Whether the keychain gives what the configuration names. Without such a name it is only said whether it answers.
async fn keychain_finding(session: Option<&Session>, speech: &Speech) -> Finding {
    let config = session.map(|session| &session.config);
    let watches = config.map(Config::watches).unwrap_or_default();
    // Of each name to whom it is sent, and what cannot be done without it.
    let of_watches = watches.iter().filter_map(|watch| {
        let origin = watch.url.origin().ascii_serialization();
        Some((watch.credential.as_deref()?, origin, words::no_look(watch.url.as_str())))
    });
    let of_channels = config
        .into_iter()
        .flat_map(|config| &config.channels)
        .filter_map(|channel| Some((channel.credential()?, channel.origin(), words::no_alert(&channel.id()))));
    let wanted: Vec<(&str, String, Message)> = of_watches.chain(of_channels).collect();
    let keychain = Keychain::new(KEYCHAIN);
    match keychain.names().await {
        Err(error) if wanted.is_empty() => Finding::note(speech.say(&words::keychain_unneeded(error.message()))),
        Err(error) => Finding::trouble(speech.say(&error.message())),
        Ok(names) => {
            let (kept, needed) = (names.len(), wanted.len());
            let mut troubles = Vec::new();
            for (name, origin, without) in wanted {
                match keychain.get(name).await {
                    Ok(credential) if credential.origin() == origin => {}
                    Ok(credential) => {
                        troubles.push(speech.say(&words::credential(name, &credential.origin(), without)));
                    }
                    Err(error) => troubles.push(speech.say(&error.message())),
                }
            }
            if troubles.is_empty() {
                Finding::well(speech.say(&words::keychain_answers(kept, needed)))
            } else {
                Finding::trouble(troubles.join("; "))
            }
        }
    }
}

fn notification_finding(speech: &Speech) -> Finding {
    match notify::probe() {
        Ok(server) => {
            let buttons = server.capabilities.iter().any(|capability| capability == "actions");
            Finding::well(speech.say(&words::server(&server.name, &server.version, &server.vendor, buttons)))
        }
        Err(error) => Finding::trouble(speech.say(&words::no_server(error.message()))),
    }
}

/// A test alert by every channel, on the way of every alert.
async fn test_findings(session: Option<&Session>, speech: &Speech) -> Vec<(Thing, Finding)> {
    let config = session.map(|session| session.config.clone()).unwrap_or_default();
    let ends = session::desktop(speech).map_err(Problem::from).and_then(|ends| Ok((ends, session::post(&config)?)));
    let ((desktop, _clicks), post) = match ends {
        Ok(ends) => ends,
        Err(problem) => {
            let said: Vec<String> = problem.messages().iter().map(|what| speech.say(what)).collect();
            return vec![(Thing::Test(ChannelId::Desktop), Finding::trouble(said.join("; ")))];
        }
    };
    let tested = send_test(Arc::new(desktop), post, config.channels, speech, SystemClock.now()).await;
    let finding = |tested: &Tested| {
        let says = tested.says(speech);
        let finding = if tested.result.is_ok() { Finding::well(says) } else { Finding::trouble(says) };
        (Thing::Test(tested.channel.clone()), finding)
    };
    tested.iter().map(finding).collect()
}

/// Whether alerts wait that could not be sent. Beside a running watch, too: reading disturbs nobody.
async fn outbox_finding(place: &place::Place, speech: &Speech) -> Finding {
    let data = place.data.clone();
    let store = match Store::open(&data, Access::Read) {
        Ok(opened) => opened.store,
        Err(StoreError::Missing { .. }) => return Finding::well(speech.say(&words::nothing_ever())),
        Err(error) => return Finding::trouble(speech.say(&error.message())),
    };
    let waiting = match store.load().await {
        Ok(loaded) => loaded.outbox,
        Err(error) => return Finding::trouble(speech.say(&error.message())),
    };
    let mut by_channel: BTreeMap<String, (usize, Option<Message>)> = BTreeMap::new();
    for OutboxRow { channel, delivery, .. } in waiting {
        let (count, latest) = by_channel.entry(channel).or_default();
        *count += 1;
        if let Delivery::Pending { failure: Some(failure) } = delivery {
            *latest = Some(failure.reason);
        }
    }
    if by_channel.is_empty() {
        return Finding::well(speech.say(&words::none_waits()));
    }
    let by_channel = by_channel.into_iter();
    let which = by_channel.map(|(channel, (count, why))| words::waiting_by(&channel, count, why)).collect();
    Finding::trouble(speech.say(&words::waiting(which)))
}

/// Looks once at every outlet's first homepage, the way the watch does.
async fn network_findings(session: &Session, speech: &Speech) -> Result<[(Thing, Finding); 2], Problem> {
    let looker = session.looker()?;
    let (mut answered, mut silent, mut skews) = (0, Vec::new(), Vec::new());
    for outlet in &session.config.outlets {
        let Some(url) = outlet.homepages.first().cloned() else {
            continue;
        };
        let order = Order {
            url,
            freshness: Freshness::Full,
            timeout: session.config.watching.timeout,
            what: What::Page,
            reach: Reach::Loopback,
        };
        let Observation { outcome, .. } = Arc::clone(&looker.fetch).look(order).await;
        match outcome {
            Outcome::Answered(answer) => {
                skews.extend(answer.headers.get("date").and_then(|date| skew(date, looker.clock.now())));
                answered += 1;
            }
            Outcome::Unchanged { .. } => answered += 1,
            Outcome::Failed(failure) => {
                let why = terms::failed_look(failure.kind, failure.stage);
                silent.push(speech.say(&words::silent(&outlet.name, why)));
            }
        }
    }
    let text = speech.say(&words::network(answered, &silent));
    let network = if silent.is_empty() { Finding::well(text) } else { Finding::trouble(text) };
    Ok([(Thing::Network, network), (Thing::Clock, clock_finding(skews, speech))])
}

/// How far this computer's clock is ahead of a server's.
fn skew(date: &str, now: Timestamp) -> Option<SignedDuration> {
    let theirs = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(now.duration_since(theirs))
}

/// The middle of what the servers say: one of them may be wrong, or lie.
fn clock_finding(mut skews: Vec<SignedDuration>, speech: &Speech) -> Finding {
    skews.sort_unstable();
    match skews.get(skews.len() / 2) {
        None => Finding::note(speech.say(&words::no_time())),
        Some(skew) if skew.abs() <= CLOCK_OFF => Finding::well(speech.say(&words::clock_agrees())),
        Some(skew) => Finding::trouble(speech.say(&words::clock_off(*skew))),
    }
}
