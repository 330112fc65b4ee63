//! `frontwatch demo`: a newsroom on this computer is watched, attacked in the order of a real case, and restored; what
//! was staged is held against what was seen. It needs nothing, keeps nothing, and talks to loopback alone.

mod tally;

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::text::{Message, Speech, desktop};
use frontwatch_demo::{ACTS, Act, Stage};
use frontwatch_engine::api::happening::Happening;
use frontwatch_engine::api::session;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::network::NoWord;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use frontwatch_engine::store::{Access, Opened, Store};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};

use crate::exit::{Exit, Problem};
use crate::output;
use crate::screen::missed as missed_some;
use tally::{Tally, Word};

/// The longest it may take to learn six front pages.
const LEARN_WITHIN: Duration = Duration::from_secs(45);
/// The longest it may take to see what one act staged.
const SEE_WITHIN: Duration = Duration::from_secs(40);
/// Silence after the last act, in which nothing more may be reported.
const QUIET: Duration = Duration::from_secs(6);

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// One JSON object a line on stdout for each happening
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(arguments: Arguments, speech: &Speech) -> Result<Exit, Problem> {
    let (stage, config) = Stage::open().await?;
    let outlets: Vec<String> = config.outlets.iter().map(|outlet| outlet.name.clone()).collect();

    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (desktop, clicks) = session::desktop(speech)?;
    let ports = Ports {
        fetch: session::fetch(&config, &clock)?,
        clock,
        desktop: Arc::new(desktop),
        post: session::post(&config)?,
        surroundings: Arc::new(NoWord),
    };
    let Opened { store, .. } = Store::open(stage.data(), Access::Write)?;
    let setup =
        Setup { config, config_file: None, speech: speech.clone(), store, clicks, words: Vec::new(), unusable: None };
    let (handle, running) = run::start(ports, setup).await?;

    let tally = Tally::new(outlets, speech.clone());
    let mut play = Play { stage, speech: speech.clone(), happenings: handle.happenings(), tally, json: arguments.json };
    let played = play.play().await;
    end(&handle, running).await;
    let Play { stage, tally, .. } = play;
    stage.close().await;
    played?;
    let complaints = tally.complaints();
    for complaint in &complaints {
        output::note(&speech.say(complaint));
    }
    if complaints.is_empty() {
        output::note("");
        output::note(&speech.say(&Message::new("demo-well")));
        if tally.undelivered() > 0 {
            output::note(&speech.say(&Message::new("demo-undelivered")));
        }
        Ok(Exit::Fine)
    } else {
        Ok(Exit::Internal)
    }
}

async fn end(handle: &Handle, running: tokio::task::JoinHandle<()>) {
    handle.stop().await;
    if let Err(error) = running.await {
        tracing::error!(%error, "the watch ended badly");
    }
}

/// The newsroom, and what is heard of it.
struct Play {
    stage: Stage,
    speech: Speech,
    happenings: Receiver<Happening>,
    tally: Tally,
    json: bool,
}

impl Play {
    async fn play(&mut self) -> Result<(), Problem> {
        let names = self.stage.outlets();
        self.say(&Message::new("demo-opens").own("outlets", names.join(", ")));
        self.say(&Message::new("demo-learns"));
        self.listen(LEARN_WITHIN, Tally::all_learned).await?;
        self.say(&Message::new("demo-learned"));
        for act in ACTS {
            self.perform(act).await?;
            self.listen(SEE_WITHIN, Tally::all_seen).await?;
        }
        self.say(&Message::new("demo-quiet"));
        self.listen(QUIET, |_| false).await
    }

    fn say(&self, message: &Message) {
        output::note(&self.speech.say(message));
    }

    async fn perform(&mut self, act: &Act) -> Result<(), Problem> {
        output::note("");
        output::note(&self.tally.line(Word::Staged, &desktop::scene(act.scene)));
        for (outlet, staged) in self.stage.targets(act) {
            self.tally.staged(&outlet, staged);
        }
        self.stage.perform(act).await?;
        Ok(())
    }

    /// Hears what happens until `enough`, or until the time is up.
    async fn listen(&mut self, within: Duration, enough: impl Fn(&Tally) -> bool) -> Result<(), Problem> {
        let until = Instant::now() + within;
        while !enough(&self.tally) {
            match timeout_at(until, self.happenings.recv()).await {
                Err(_) => return Ok(()),
                Ok(Ok(happening)) => self.heard(&happening),
                Ok(Err(RecvError::Lagged(missed))) => self.say(&missed_some(missed)),
                Ok(Err(RecvError::Closed)) => return Err(Problem::internal(Message::new("terminal-ended"))),
            }
        }
        Ok(())
    }

    fn heard(&mut self, happening: &Happening) {
        if self.json && !matches!(happening, Happening::Remark(_)) {
            output::json(happening);
        }
        if let Some(line) = self.tally.heard(happening) {
            output::note(&line);
        }
    }
}
