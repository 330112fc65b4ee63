//! `frontwatch demo`: a newsroom on this computer is watched, attacked in the order of a real case, and restored; what
//! was staged is held against what was seen. It needs nothing, keeps nothing, and talks to loopback alone.

mod script;
mod tally;

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config;
use frontwatch_engine::api::happening::Happening;
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use frontwatch_engine::store::{Access, Opened, Store};
use frontwatch_newsroom::{Newsroom, Options};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};

use crate::exit::{Exit, Problem};
use crate::{output, session};
use script::{ACTS, Act, Staged};
use tally::Tally;

/// The demonstration looks this often: a front page on loopback bears it.
const INTERVAL: &str = "2s";
/// The newsroom publishes this often, as a busy one would in a quarter of an hour.
const PUBLISH_EVERY: Duration = Duration::from_millis(1700);
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
    let home = tempfile::Builder::new().prefix("frontwatch-demo-").tempdir()?;
    let newsroom = Newsroom::start(Options { publish_every: Some(PUBLISH_EVERY), ..Options::default() });
    let newsroom = newsroom.await.map_err(|error| Problem::Internal(error.to_string()))?;
    let parsed = config::parse(&newsroom.config(INTERVAL));
    let config =
        parsed.map_err(|errors| Problem::Internal(format!("the newsroom's configuration: {errors:?}")))?.config;
    let config = script::front_pages(config);
    let outlets: Vec<String> = config.outlets.iter().map(|outlet| outlet.name.clone()).collect();

    let speech = session::speech(&[]);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (desktop, clicks) = session::desktop(&speech)?;
    let ports = Ports { fetch: session::fetch(&config, &clock)?, clock, desktop: Arc::new(desktop) };
    let Opened { store, .. } = Store::open(home.path(), Access::Write)?;
    let setup = Setup { config, config_file: None, speech, store, clicks };
    let (handle, running) = run::start(ports, setup).await?;

    let mut stage =
        Stage { newsroom, happenings: handle.happenings(), tally: Tally::new(outlets), json: arguments.json };
    let played = stage.play().await;
    end(&handle, running).await;
    stage.newsroom.stop().await;
    played?;
    let complaints = stage.tally.complaints();
    for complaint in &complaints {
        output::note(complaint);
    }
    if complaints.is_empty() {
        output::note("");
        output::note("Everything that was staged was reported, and nothing else was.");
        if stage.tally.undelivered() > 0 {
            output::note("No notification could be shown, as no notification server answers: see `frontwatch doctor`.");
        }
        Ok(Exit::Fine)
    } else {
        Ok(Exit::Internal)
    }
}

async fn end(handle: &Handle, running: tokio::task::JoinHandle<()>) {
    handle.stop().await;
    if let Err(error) = running.await {
        output::note(&format!("the watch ended badly: {error}"));
    }
}

/// The newsroom, and what is heard of it.
struct Stage {
    newsroom: Newsroom,
    happenings: Receiver<Happening>,
    tally: Tally,
    json: bool,
}

impl Stage {
    async fn play(&mut self) -> Result<(), Problem> {
        let names: Vec<String> = self.newsroom.outlets().into_iter().map(|outlet| outlet.name).collect();
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
        output::note(&format!("{}  STAGED  {}", tally::clock_time(), act.says));
        for staged in act.staged {
            let outlets = self.newsroom.outlets();
            let Some(outlet) = outlets.get(staged.outlet()) else {
                continue;
            };
            self.tally.staged(&outlet.name, *staged);
            let done = match staged {
                Staged::Attack { attack, .. } => self.newsroom.attack(&outlet.slug, *attack).await,
                Staged::Down { fault, .. } => self.newsroom.fault(&outlet.slug, *fault).await,
                Staged::Restored { .. } => self.newsroom.restore(&outlet.slug).await,
            };
            done.map_err(|error| Problem::Internal(error.to_string()))?;
        }
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
