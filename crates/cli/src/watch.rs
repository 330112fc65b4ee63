//! `frontwatch watch`: the watch with no window, until it is stopped.

use std::sync::Arc;

use frontwatch_core::incident::Incident;
use frontwatch_core::text::{Message, cli as words, errors};
use frontwatch_core::verdict::Severity;
use frontwatch_engine::api::happening::Happening;
use frontwatch_engine::api::session::{desktop, post};
use frontwatch_engine::network;
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

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

pub(crate) async fn run(arguments: Arguments, here: &Here) -> Result<Exit, Problem> {
    let session = Session::open(here)?;
    let watches = session.watches(&[])?;
    let looker = session.looker()?;
    let store = session.store()?;
    let (desktop, clicks) = desktop(&session.speech)?;
    let ports = Ports {
        fetch: looker.fetch,
        clock: looker.clock,
        desktop: Arc::new(desktop),
        post: post(&session.config)?,
        surroundings: network::system(),
    };
    let screen = Screen::new(session.speech.clone(), arguments.json, &watches);
    let addresses = u32::try_from(watches.len()).unwrap_or(u32::MAX);
    screen.say(&session.speech.say(&words::watching(addresses)));
    let setup = Setup {
        config: session.config,
        config_file: Some(session.place.config),
        speech: session.speech.clone(),
        store,
        clicks,
        words: Vec::new(),
        refused: false,
    };
    let (handle, running) = run::start(ports, setup).await?;
    let unresolved = follow(&handle, &screen).await?;
    handle.stop().await;
    let ended = running.await;
    screen.say(&session.speech.say(&words::stopped()));
    ended.map_err(|error| Problem::internal(errors::own_fault(error)))?;
    let alarms = unresolved.iter().any(|incident| incident.severity > Severity::Info);
    Ok(if alarms { Exit::Anomalies } else { Exit::Fine })
}

/// Shows what happens until somebody stops the watch, or it ends by itself. Returns the incidents that are left.
async fn follow(handle: &Handle, screen: &Screen) -> Result<Vec<Incident>, Problem> {
    let mut happenings = handle.happenings();
    let stop = stopped();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => return Ok(handle.unresolved().await?),
            happening = happenings.recv() => show(happening, screen)?,
        }
    }
}

fn show(happening: Result<Happening, broadcast::error::RecvError>, screen: &Screen) -> Result<(), Problem> {
    match happening {
        Ok(happening) => screen.show(&happening),
        Err(RecvError::Lagged(missed)) => screen.missed(missed),
        Err(RecvError::Closed) => return Err(Problem::internal(Message::new("terminal-ended"))),
    }
    Ok(())
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
