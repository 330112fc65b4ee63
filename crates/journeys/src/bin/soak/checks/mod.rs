//! Very many checks on a clock that does not wait: the loop, the store and the judgement that the program has, in this process,
//! before pages that the newsroom prints.
//!
//! What stands in for the world are the ports: time passes when there is nothing to do, pages come without a socket, and
//! notices go to a screen that counts them. Hours of the clock take as long as looking at pages and judging them does.

mod desk;
mod due;
mod mischief;
mod report;
mod wall;
mod web;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use clap::Args;
use frontwatch_core::config;
use frontwatch_core::text::Speech;
use frontwatch_engine::network::NoWord;
use frontwatch_engine::ports::{Click, Clock as _};
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use frontwatch_engine::store::{Access, Store};
use frontwatch_journeys::Stop;
use frontwatch_newsroom::{ARCHIVE_LIMIT, Intruders, Options, Press, Roster};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::sample::{Sample, stored};
use crate::table::Table;
use crate::{ALLOCATOR, say};
use desk::{NoFarEnd, Screen};
use mischief::Mischief;
pub(crate) use report::{draw, report};
use wall::Wall;
use web::Web;

/// Watches of an outlet: front page, login page, feed, certificate. Names under `.example` are nobody's to watch.
const OF_EACH: usize = 4;
/// Until the first attack, in intervals: what is normal is learned.
const LEARNS: i32 = 30;
/// How long an attack lasts, and from one to the next, in intervals: an outage is told after three failures.
const LASTS: i32 = 20;
const EVERY: i32 = 30;
/// Between two turns of what is done to the outlets, in intervals.
const TURN: u32 = 2;
/// How often it is measured.
const SAMPLES: u64 = 200;
const COLUMNS: [&str; 18] = [
    "checks",
    "hours",
    "seconds",
    "own_mib",
    "in_use_mib",
    "pss_mib",
    "descriptors",
    "threads",
    "store_mib",
    "keep_mib",
    "watches",
    "others",
    "changed",
    "late",
    "latest_by_s",
    "attacks",
    "told",
    "slowest_s",
];

/// How it is run.
#[derive(Debug, Args)]
pub(crate) struct How {
    /// How many checks of the watches that are configured; stories and readers' looks come on top
    #[arg(long, default_value_t = 1_000_000, value_name = "N", value_parser = clap::value_parser!(u64).range(1000..))]
    checks: u64,
    /// How many watches: four of each outlet
    #[arg(long, default_value_t = 200, value_name = "K")]
    watches: usize,
    /// Seconds between two looks at a front page, by the clock of the run
    #[arg(long, default_value_t = 30, value_name = "S", value_parser = clap::value_parser!(u32).range(10..=600))]
    interval: u32,
    /// What the store may keep, MB
    #[arg(long, default_value_t = 200, value_name = "MB", value_parser = clap::value_parser!(u32).range(10..))]
    keep: u32,
    /// What changes and when follows from this
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// The table of what was measured
    #[arg(long, default_value = "target/soak-checks.csv", value_name = "FILE")]
    csv: PathBuf,
}

/// What a lock guards, whoever panicked with it.
fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs it, and says whether everything held.
pub(crate) fn run(how: &How) -> Result<bool> {
    let table = Table::create(&how.csv, &COLUMNS)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build()?;
    let table = runtime.block_on(watch(how, table))?;
    report(&table)
}

async fn watch(how: &How, table: Table) -> Result<Table> {
    let mut run = Run::begin(how, table).await?;
    let turn = Duration::from_secs(how.interval.into()) / TURN;
    let every = how.checks / SAMPLES;
    let mut measured = 0;
    loop {
        run.clock.sleep(turn).await;
        run.mischief.turn(&run.web, &run.screen, &run.names, run.clock.now());
        let checks = run.web.counted().checks;
        let ends = checks >= how.checks || run.stop.is_asked();
        if ends {
            run.web.ends();
        }
        if ends || checks >= measured + every {
            measured = checks;
            run.measure(how)?;
        }
        if ends {
            return run.end().await;
        }
    }
}

/// A run under way.
struct Run {
    began: Instant,
    stop: Stop,
    clock: Arc<Wall>,
    web: Arc<Web>,
    screen: Arc<Screen>,
    /// Of the outlets.
    names: Vec<String>,
    mischief: Mischief,
    handle: Handle,
    running: JoinHandle<()>,
    // Nothing is clicked on, but somebody could.
    _clicks: mpsc::Sender<Click>,
    /// Where the store is.
    dir: TempDir,
    table: Table,
}

impl Run {
    async fn begin(how: &How, table: Table) -> Result<Self> {
        let began = Instant::now();
        let outlets = how.watches / OF_EACH;
        ensure!(outlets > 0, "at least {OF_EACH} watches");
        let options = Options {
            roster: Roster::Generated(outlets),
            intruders: Intruders::EachItsOwn,
            seed: how.seed,
            ..Options::default()
        };
        let press = Press::new(&options);
        // The newsroom is in this process: what it keeps must not grow while the process is measured.
        for place in 0..outlets {
            (0..=ARCHIVE_LIMIT).for_each(|_| press.publish(place));
        }
        let names: Vec<String> = (0..outlets).map(|place| press.name(place).0.to_owned()).collect();
        let config = config::parse(&configuration(how, &press));
        let config = config.map_err(|errors| anyhow!("the configuration: {errors:?}"))?.config;
        let watched = config.watches().len();
        ensure!(watched == outlets * OF_EACH, "{watched} watches");

        let clock = Arc::new(Wall::new());
        let interval = Duration::from_secs(how.interval.into());
        let web = Arc::new(Web::new(Arc::clone(&clock), press, interval, how.seed)?);
        let screen = Arc::new(Screen::default());
        let dir = tempfile::Builder::new().prefix("frontwatch-soak-").tempdir()?;
        let store = Store::open(dir.path(), Access::Write)?.store;
        clock.waits_for(Some(store.clone()));
        let ports = Ports {
            fetch: Arc::<Web>::clone(&web),
            clock: Arc::<Wall>::clone(&clock),
            desktop: Arc::<Screen>::clone(&screen),
            post: Arc::new(NoFarEnd),
            surroundings: Arc::new(NoWord),
        };
        let (clicks, clicked) = mpsc::channel(1);
        let setup = Setup {
            config,
            config_file: None,
            speech: Speech::new(&["en".to_owned()], TimeZone::UTC),
            store,
            clicks: clicked,
            words: Vec::new(),
            unusable: None,
        };
        let (handle, running) = run::start(ports, setup).await?;
        say(&format!("{watched} watches, {} checks; {}", how.checks, how.csv.display()));
        let intervals = |count: i32| SignedDuration::from_secs(i64::from(how.interval) * i64::from(count));
        Ok(Self {
            began,
            stop: Stop::when_asked()?,
            mischief: Mischief::from(clock.now() + intervals(LEARNS), intervals(LASTS), intervals(EVERY)),
            clock,
            web,
            screen,
            names,
            handle,
            running,
            _clicks: clicks,
            dir,
            table,
        })
    }

    fn measure(&mut self, how: &How) -> Result<()> {
        let (sample, counted, mischief) = (Sample::of(std::process::id())?, self.web.counted(), &self.mischief);
        let (hours, seconds) = (self.clock.passed().as_secs_f64() / 3600.0, self.began.elapsed().as_secs_f64());
        let store = stored(self.dir.path());
        let in_use = ALLOCATOR.allocated() as f64 / f64::from(1 << 20);
        say(&format!(
            "{} checks of {} watches ({} more looks) after {seconds:.0} s: {hours:.1} h, own {:.1} MiB, {in_use:.1} in use, {} descriptors, {} threads, store {store:.1} MiB, {:.1} % of pages changed, {} late, {} of {} told in {} notices",
            counted.checks,
            counted.watches,
            counted.others,
            sample.own,
            sample.descriptors,
            sample.threads,
            100.0 * counted.changed as f64 / counted.pages.max(1) as f64,
            counted.late,
            mischief.told,
            mischief.done,
            self.screen.notices(),
        ));
        self.table.add(vec![
            counted.checks as f64,
            hours,
            seconds,
            sample.own,
            in_use,
            sample.pss,
            sample.descriptors,
            sample.threads,
            store,
            f64::from(how.keep) * 1e6 / f64::from(1 << 20),
            counted.watches as f64,
            counted.others as f64,
            counted.changed as f64,
            counted.late as f64,
            counted.latest_by,
            mischief.done as f64,
            mischief.told as f64,
            mischief.slowest,
        ])
    }

    async fn end(self) -> Result<Table> {
        self.handle.stop().await;
        self.running.await?;
        self.clock.waits_for(None);
        Ok(self.table)
    }
}

/// Front page, login page and feed of all outlets, none in a group.
fn configuration(how: &How, press: &Press) -> String {
    let mut toml = format!("[watching]\ninterval = \"{}s\"\nkeep = \"{}MB\"\nprobes = []\n", how.interval, how.keep);
    for place in 0..press.outlets() {
        let (name, base) = press.name(place);
        let _ = write!(
            toml,
            "[[outlet]]\nname = {name:?}\nhomepage = \"{base}/\"\nfeed = \"{base}/feed.xml\"\n\
             [[outlet.admin]]\nurl = \"{base}/admin/\"\nexpect = \"login\"\n",
        );
    }
    toml
}
