//! Very many checks on a clock that does not wait: the loop, the store and the judgement that the program has, in this process,
//! before pages that the newsroom prints.
//!
//! What stands in for the world are the ports: time passes when there is nothing to do, pages come without a socket, and
//! notices go to a screen that counts them. Hours of the clock take as long as looking at pages and judging them does.

mod desk;
mod due;
mod mischief;
mod wall;
mod web;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use frontwatch_core::config;
use frontwatch_core::text::Speech;
use frontwatch_engine::network::NoWord;
use frontwatch_engine::ports::Clock as _;
use frontwatch_engine::run::{self, Ports, Setup};
use frontwatch_engine::store::{Access, Store};
use frontwatch_journeys::Stop;
use frontwatch_newsroom::{Intruders, Options, Press, Roster};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use tokio::sync::mpsc;

use crate::plot::{Panel, svg};
use crate::sample::{Sample, stored};
use crate::table::Table;
use crate::trend::Trend;
use crate::{print, say};
use desk::{NoFarEnd, Screen};
use mischief::Mischief;
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
/// What of the run does not count: archives of the newsroom fill, caches fill, the store fills.
const SETTLING: f64 = 0.25;
/// By how much more than it may keep the store may be, MiB for each watch: what comes between two rounds of retention, which are
/// hourly, and the log; and incidents, which stay.
const MOST_STORED: f64 = 0.1;
/// What may be more at the end than after the first quarter. Threads that may block come and go with what there is to judge.
const MOST_GROWTH: [(&str, f64); 3] = [("own_mib", 6.0), ("descriptors", 1.0), ("threads", 2.0)];
const COLUMNS: [&str; 17] = [
    "checks",
    "hours",
    "seconds",
    "own_mib",
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

async fn watch(how: &How, mut table: Table) -> Result<Table> {
    let began = Instant::now();
    let stop = Stop::when_asked()?;
    let outlets = how.watches / OF_EACH;
    ensure!(outlets > 0, "at least {OF_EACH} watches");
    let options = Options {
        roster: Roster::Generated(outlets),
        intruders: Intruders::EachItsOwn,
        seed: how.seed,
        ..Options::default()
    };
    let press = Press::new(&options);
    let names: Vec<String> = (0..outlets).map(|place| press.name(place).0.to_owned()).collect();
    let config =
        config::parse(&configuration(how, &press)).map_err(|errors| anyhow!("the configuration: {errors:?}"))?.config;
    let watched = config.watches().len();
    ensure!(watched == outlets * OF_EACH, "{watched} watches");

    let interval = Duration::from_secs(how.interval.into());
    let clock = Arc::new(Wall::new());
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
    let (_clicks, clicks) = mpsc::channel(1);
    let setup = Setup {
        config,
        config_file: None,
        speech: Speech::new(&["en".to_owned()], TimeZone::UTC),
        store,
        clicks,
        words: Vec::new(),
        refused: false,
    };
    let (handle, running) = run::start(ports, setup).await?;
    say(&format!("{watched} watches, {} checks; {}", how.checks, how.csv.display()));

    let intervals = |count: i32| SignedDuration::from_secs(i64::from(how.interval) * i64::from(count));
    let mut mischief = Mischief::from(clock.now() + intervals(LEARNS), intervals(LASTS), intervals(EVERY));
    let every = how.checks / SAMPLES;
    let mut measured = 0;
    loop {
        clock.sleep(interval / TURN).await;
        mischief.turn(&web, &screen, &names, clock.now());
        let counted = web.counted();
        let ends = counted.checks >= how.checks || stop.is_asked();
        if ends {
            web.ends();
        }
        if ends || counted.checks >= measured + every {
            measured = counted.checks;
            let sample = Sample::of(std::process::id())?;
            let counted = web.counted();
            table.add(vec![
                counted.checks as f64,
                clock.passed().as_secs_f64() / 3600.0,
                began.elapsed().as_secs_f64(),
                sample.own,
                sample.pss,
                sample.descriptors,
                sample.threads,
                stored(dir.path()),
                f64::from(how.keep) * 1e6 / f64::from(1 << 20),
                counted.watches as f64,
                counted.others as f64,
                counted.changed as f64,
                counted.late as f64,
                counted.latest_by,
                mischief.done as f64,
                mischief.told as f64,
                mischief.slowest,
            ])?;
            say(&format!(
                "{} checks of {} watches ({} more looks) after {:.0} s: {:.1} h, own {:.1} MiB, {} descriptors, {} threads, store {:.1} MiB, {:.1} % changed, {} late, {} of {} told in {} notices, the latest after {:.0} s",
                counted.checks,
                counted.watches,
                counted.others,
                began.elapsed().as_secs_f64(),
                clock.passed().as_secs_f64() / 3600.0,
                sample.own,
                sample.descriptors,
                sample.threads,
                stored(dir.path()),
                100.0 * counted.changed as f64 / counted.pages.max(1) as f64,
                counted.late,
                mischief.told,
                mischief.done,
                screen.notices(),
                mischief.slowest,
            ));
        }
        if ends {
            break;
        }
    }
    handle.stop().await;
    running.await?;
    clock.waits_for(None);
    Ok(table)
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

/// Says what a table shows, and whether everything in it held.
pub(crate) fn report(table: &Table) -> Result<bool> {
    let last = |column: &str| table.last(column);
    let checks = last("checks")?;
    print(&format!(
        "{checks} checks and {} more looks, {:.1} hours of the clock in {:.0} s",
        last("others")?,
        last("hours")?,
        last("seconds")?
    ))?;
    let mut good = true;
    let mut hold = |holds: bool| {
        good &= holds;
        if holds { "as it should be" } else { "NOT as it should be" }
    };
    for (column, most) in MOST_GROWTH {
        let points = table.points("checks", column, None)?;
        let counts = |at: f64| (at / checks - SETTLING) / (1.0 - SETTLING);
        let counted: Vec<(f64, f64)> =
            points.iter().map(|(at, value)| (counts(*at), *value)).filter(|(at, _)| *at >= 0.0).collect();
        let trend = Trend::through(&counted).context("too few points")?;
        let held = hold(trend.at_least() <= most);
        print(&format!("{column}: {trend} over the last three quarters, at most {most}: {held}"))?;
    }
    let (stored, keep) = (table.most("store_mib")?, last("keep_mib")?);
    let held = hold(stored <= keep + MOST_STORED * last("watches")?);
    print(&format!(
        "store: {stored:.1} MiB at the most, {:.1} at the end, {keep:.1} to be kept: {held}",
        last("store_mib")?
    ))?;
    let late = last("late")?;
    let held = hold(late <= 0.0);
    print(&format!(
        "deadlines: {late} checks late, the latest by {:.1} s beyond its jitter: {held}",
        last("latest_by_s")?
    ))?;
    let (attacks, told) = (last("attacks")?, last("told")?);
    let held = hold(told >= attacks);
    print(&format!(
        "attacks and faults: {told} of {attacks} told while they lasted, the latest after {:.0} s: {held}",
        last("slowest_s")?
    ))?;
    Ok(good)
}

/// A plot of a table.
pub(crate) fn draw(table: &Table) -> Result<String> {
    let checks = table.last("checks")?;
    let of = |column: &str| table.points("checks", column, None);
    let panel = |title: &str, name: &'static str, column: &str| -> Result<Panel> {
        let points = of(column)?;
        let counted: Vec<(f64, f64)> = points.iter().copied().filter(|(at, _)| *at >= checks * SETTLING).collect();
        let ends = |trend: Trend| Some(((counted.first()?.0, trend.ends.0), (counted.last()?.0, trend.ends.1)));
        let trend = Trend::through(&counted).and_then(ends);
        Ok(Panel { title: title.to_owned(), lines: vec![(name, points)], trend, bound: None })
    };
    let store = panel("Store, MiB; the broken red line is what it may keep", "store", "store_mib")?;
    let panels = [
        panel("Memory of the process itself, MiB", "its own", "own_mib")?,
        panel("File descriptors", "descriptors", "descriptors")?,
        panel("Threads", "threads", "threads")?,
        Panel { bound: Some(table.last("keep_mib")?), trend: None, ..store },
        Panel { trend: None, ..panel("Checks later than they may be", "late", "late")? },
    ];
    let title = format!("{checks} checks, {:.0} hours of the clock", table.last("hours")?);
    Ok(svg(&title, "checks", &panels))
}
