//! `frontwatch demo`: a newsroom on this computer is watched, attacked in the order of a real case, and restored; what
//! was staged is held against what was seen. It needs nothing, keeps nothing, and talks to loopback alone.

mod tally;

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::text::Speech;
use frontwatch_core::text::desktop;
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
use tally::Tally;

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

pub(crate) async fn run(arguments: Arguments) -> Result<Exit, Problem> {
    let (stage, config) = Stage::open().await.map_err(failed)?;
    let outlets: Vec<String> = config.outlets.iter().map(|outlet| outlet.name.clone()).collect();

    let speech = session::speech(&[]);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (desktop, clicks) = session::desktop(&speech)?;
    let ports = Ports {
        fetch: session::fetch(&config, &clock)?,
        clock,
        desktop: Arc::new(desktop),
        post: session::post(&config)?,
        surroundings: Arc::new(NoWord),
    };
    let Opened { store, .. } = Store::open(stage.data(), Access::Write)?;
    let setup =
        Setup { config, config_file: None, speech: speech.clone(), store, clicks, words: Vec::new(), refused: false };
    let (handle, running) = run::start(ports, setup).await?;

    let mut play =
        Play { stage, speech, happenings: handle.happenings(), tally: Tally::new(outlets), json: arguments.json };
    let played = play.play().await;
    end(&handle, running).await;
    let Play { stage, tally, .. } = play;
    stage.close().await;
    played?;
    let complaints = tally.complaints();
    for complaint in &complaints {
        output::note(complaint);
    }
    if complaints.is_empty() {
        output::note("");
        output::note("Everything that was staged was reported, and nothing else was.");
        if tally.undelivered() > 0 {
            output::note("No notification could be shown, as no notification server answers: see `frontwatch doctor`.");
        }
        Ok(Exit::Fine)
    } else {
        Ok(Exit::Internal)
    }
}

/// The demonstration itself failed.
fn failed(error: impl std::fmt::Display) -> Problem {
    Problem::Internal(error.to_string())
}

async fn end(handle: &Handle, running: tokio::task::JoinHandle<()>) {
    handle.stop().await;
    if let Err(error) = running.await {
        output::note(&format!("the watch ended badly: {error}"));
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
        output::note(&format!("A newsroom opens on this computer, with six outlets: {}.", names.join(", ")));
        output::note("Frontwatch learns what is normal for their front pages, while they publish.");
        self.listen(LEARN_WITHIN, Tally::all_learned).await?;
        output::note("All six are learned. From now on everything is staged; watch the corner of your screen.");
        for act in ACTS {
            self.perform(act).await?;
            self.listen(SEE_WITHIN, Tally::all_seen).await?;
        }
        output::note("Now nothing more may be reported.");
        self.listen(QUIET, |_| false).await
    }

    async fn perform(&mut self, act: &Act) -> Result<(), Problem> {
        output::note("");
        output::note(&format!("{}  STAGED  {}", tally::clock_time(), self.speech.say(&desktop::scene(act.scene))));
        for (outlet, staged) in self.stage.targets(act) {
            self.tally.staged(&outlet, staged);
        }
        self.stage.perform(act).await.map_err(failed)?;
        Ok(())
    }

    /// Hears what happens until `enough`, or until the time is up.
    async fn listen(&mut self, within: Duration, enough: impl Fn(&Tally) -> bool) -> Result<(), Problem> {
        let until = Instant::now() + within;
        while !enough(&self.tally) {
            match timeout_at(until, self.happenings.recv()).await {
                Err(_) => return Ok(()),
                Ok(Ok(happening)) => self.heard(&happening),
                Ok(Err(RecvError::Lagged(missed))) => output::note(&format!("{missed} happenings were missed")),
                Ok(Err(RecvError::Closed)) => return Err(Problem::Internal("the watch ended by itself".to_owned())),
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
