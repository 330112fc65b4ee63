//! `frontwatch watch`: the watch with no window, until it is stopped.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::text::{Message, Speech, cli as words, errors};
use frontwatch_core::verdict::Severity;
use frontwatch_engine::api::session::{desktop, post};
use frontwatch_engine::descriptors;
use frontwatch_engine::network;
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinHandle;

use crate::Here;
use crate::exit::{Exit, Problem};
use crate::screen::Screen;
use crate::session::Session;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// One JSON object a line on stdout for each happening
    #[arg(long)]
    json: bool,
}

/// Between two tries to begin anew, where the watch has ended by itself.
const AGAIN: Duration = Duration::from_secs(5);

/// A watch that runs, and where it is shown.
struct Watching {
    handle: Handle,
    running: JoinHandle<()>,
    screen: Screen,
    speech: Speech,
}

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    descriptors::allow_many();
    let begin = async || begin(here, arguments.json).await;
    keep(begin().await?, begin, stopped(), AGAIN).await
}

/// Begins to watch what the configuration names now.
async fn begin(here: &Here, json: bool) -> Result<Watching, Problem> {
    let session = Session::open(here)?;
    let watches = session.watches(&[])?;
    let looker = session.looker()?;
    let store = session.store_to_watch()?;
    let (desktop, clicks) = desktop(&session.speech)?;
    let ports = Ports {
        fetch: looker.fetch,
        clock: looker.clock,
        desktop: Arc::new(desktop),
        post: post(&session.config)?,
        surroundings: network::system(),
    };
    let screen = Screen::new(session.speech.clone(), json, &watches);
    let addresses = u32::try_from(watches.len()).unwrap_or(u32::MAX);
    screen.say(&session.speech.say(&words::watching(addresses)));
    let setup = Setup {
        config: session.config,
        config_file: Some(session.place.config),
        speech: session.speech.clone(),
        store,
        clicks,
        words: Vec::new(),
        unusable: None,
    };
    let (handle, running) = run::start(ports, setup).await?;
    Ok(Watching { handle, running, screen, speech: session.speech })
}

/// Shows what happens until somebody stops the watch. One that ends by itself has broken down: it is said, and begun anew.
async fn keep(
    mut watching: Watching,
    begin: impl AsyncFn() -> Result<Watching, Problem>,
    stop: impl Future<Output = ()>,
    again: Duration,
) -> Result<Exit, Problem> {
    tokio::pin!(stop);
    loop {
        let asked = tokio::select! {
            () = &mut stop => true,
            () = follow(&mut watching) => false,
        };
        if asked {
            return end(watching).await;
        }
        let Watching { screen, speech, handle, .. } = &watching;
        let mut at_once = handle.begins_anew();
        if !at_once {
            screen.say(&speech.say(&Message::new("terminal-again")));
        }
        let anew = loop {
            // No fault: whoever stops it meanwhile stops the one that is begun.
            if !std::mem::take(&mut at_once) {
                tokio::select! {
                    () = &mut stop => return Err(Problem::internal(Message::new("terminal-ended"))),
                    () = tokio::time::sleep(again) => {}
                }
            }
            match begin().await {
                Ok(anew) => break anew,
                Err(problem) => problem.messages().iter().for_each(|what| screen.say(&speech.say(what))),
            }
        };
        watching = anew;
    }
}

/// Shows what happens until the watch ends by itself.
async fn follow(watching: &mut Watching) {
    let mut happenings = watching.handle.happenings();
    loop {
        tokio::select! {
            ended = &mut watching.running => {
                if !watching.handle.begins_anew() {
                    tracing::error!(?ended, "the watch ended by itself");
                }
                return;
            }
            happening = happenings.recv() => match happening {
                Ok(happening) => watching.screen.show(&happening),
                Err(RecvError::Lagged(missed)) => watching.screen.missed(missed),
                Err(RecvError::Closed) => return,
            },
        }
    }
}

/// Ends the watch; anomalies are what is open then.
async fn end(watching: Watching) -> Result<Exit, Problem> {
    let unresolved = watching.handle.unresolved().await?;
    watching.handle.stop().await;
    let ended = watching.running.await;
    watching.screen.say(&watching.speech.say(&words::stopped()));
    ended.map_err(|error| Problem::internal(errors::own_fault(error)))?;
    let alarms = unresolved.iter().any(|incident| incident.severity > Severity::Info);
    Ok(if alarms { Exit::Anomalies } else { Exit::Fine })
}

/// Resolves when somebody asks the process to end.
pub(crate) async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => return,
                _ = tokio::signal::ctrl_c() => return,
            }
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Nobody can ask: the watch goes on until it is killed.
        std::future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use frontwatch_engine::api::session;
    use frontwatch_engine::clock::SystemClock;
    use frontwatch_engine::ports::Clock;
    use frontwatch_engine::store::{Access, Store};
    use tokio::sync::{mpsc, oneshot};

    use super::*;

    #[tokio::test]
    async fn a_watch_that_ends_by_itself_is_begun_anew_until_somebody_stops_it() {
        let home = tempfile::tempdir().unwrap();
        let handles = Mutex::new(Vec::new());
        let begin = async || {
            let config = frontwatch_core::config::parse("").unwrap().config;
            let speech = session::speech(&["en".to_owned()]);
            let clock: Arc<dyn Clock> = Arc::new(SystemClock);
            let (desktop, _) = desktop(&speech)?;
            let ports = Ports {
                fetch: session::fetch(&config, &clock)?,
                clock,
                desktop: Arc::new(desktop),
                post: post(&config)?,
                surroundings: network::system(),
            };
            let setup = Setup {
                config,
                config_file: None,
                speech: speech.clone(),
                // Held for a moment by the one before.
                store: Store::open(home.path(), Access::Write)?.store,
                clicks: mpsc::channel(1).1,
                words: Vec::new(),
                unusable: None,
            };
            let (handle, running) = run::start(ports, setup).await?;
            handles.lock().unwrap().push(handle.clone());
            Ok(Watching { handle, running, screen: Screen::new(speech.clone(), true, &[]), speech })
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let kept = keep(begin().await.unwrap(), begin, async { drop(stopped.await) }, Duration::from_millis(20));
        let breaks = async {
            for times in 1..=2 {
                // As if its loop had broken down: nobody stopped the program.
                let handle = handles.lock().unwrap().last().cloned().unwrap();
                handle.stop().await;
                let comes = async {
                    while handles.lock().unwrap().len() == times {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                };
                tokio::time::timeout(Duration::from_secs(30), comes).await.unwrap();
            }
            stop.send(()).unwrap();
        };
        let (ended, ()) = tokio::join!(kept, breaks);
        assert!(matches!(ended, Ok(Exit::Fine)));
        assert_eq!(handles.lock().unwrap().len(), 3);
        frontwatch_proof::proven!(
            "process",
            "the loop of a watch at the terminal ends",
            "twice, by itself: begun anew each time, until somebody stopped it",
            "nothing"
        );
    }
}
