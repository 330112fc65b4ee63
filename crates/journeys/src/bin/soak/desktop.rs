//! The desktop program in real time: some dozens of outlets that publish, an attack or a fault every two minutes, and a window
//! that is opened and closed again and again. It is measured from outside, whenever its window was closed for a while.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use clap::Args;
use frontwatch_journeys::{Bus, Display, Home, Paper, Program, Recorder, Stop, Tray, Watcher, wait_until};
use frontwatch_newsroom::{Intruders, Options, Roster};

use crate::looks::Looks;
use crate::mischief::Mischief;
use crate::plot::{Panel, svg};
use crate::sample::{Sample, stored};
use crate::table::Table;
use crate::trend::Trend;
use crate::{print, say};

const INTERVAL: Duration = Duration::from_secs(15);
/// Each outlet publishes this often, at instants of its own.
const PUBLISHES: Duration = Duration::from_secs(60);
/// Between two turns of everything that is to be done.
const TURN: Duration = Duration::from_millis(200);
/// Until the first attack: what is normal is learned.
const LEARNS: Duration = Duration::from_secs(180);
/// How long a notice stays on the screen until somebody waves it away.
const READ_AFTER: Duration = Duration::from_secs(60);
/// What a step of the program may take on a busy computer.
const PATIENCE: Duration = Duration::from_secs(120);
/// A window that is open is measured once in so many openings.
const OPEN_MEASURED: u32 = 10;
/// The line of the tray's menu.
const OPEN: &str = "Open Frontwatch";
/// What of the run does not count: caches fill, what is normal is learned, the half hours of the charts begin.
const SETTLING: f64 = 0.25;
/// What may be more after each hour: for a watch of a week that is 168 times as much.
const MOST_GROWTH: [(&str, &str, f64); 3] =
    [("own_mib", "MiB", 1.0), ("descriptors", "descriptors", 1.0), ("threads", "threads", 1.0)];
const COLUMNS: [&str; 17] = [
    "minutes",
    "open",
    "openings",
    "pss_mib",
    "own_mib",
    "program_own_mib",
    "processes",
    "descriptors",
    "threads",
    "store_mib",
    "looks",
    "late",
    "missed",
    "latest_by_s",
    "attacks",
    "told",
    "slowest_s",
];

/// How it is run.
#[derive(Debug, Args)]
pub(crate) struct How {
    /// How long
    #[arg(long, default_value_t = 2.0, value_name = "H")]
    hours: f64,
    /// How often the window is opened and closed
    #[arg(long, default_value_t = 200, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    openings: u32,
    /// How many outlets are watched
    #[arg(long, default_value_t = 36, value_name = "K")]
    outlets: usize,
    /// The table of what was measured
    #[arg(long, default_value = "target/soak-desktop.csv", value_name = "FILE")]
    csv: PathBuf,
}

/// Everything that runs. It ends when it is dropped: the program first, which is not to see the others end.
struct Stage {
    program: Program,
    tray: Tray,
    desktop: Recorder,
    _watcher: Watcher,
    paper: Paper,
    display: Display,
    _bus: Bus,
    home: Home,
    stop: Stop,
    began: Instant,
    ends: Instant,
    presses: Vec<Instant>,
    looks: Looks,
    mischief: Mischief,
    /// When the newsroom's log was last read.
    read: Instant,
}

/// Runs it, and says whether anything grew.
pub(crate) fn run(how: &How) -> Result<bool> {
    let mut table = Table::create(&how.csv, &COLUMNS)?;
    let mut stage = Stage::open(how)?;
    say(&format!("{} outlets, {} openings within {} h; {}", how.outlets, how.openings, how.hours, how.csv.display()));
    let every = (stage.ends - stage.began) / how.openings;
    let mut done = 0;
    while done < how.openings {
        let begins = stage.began + every * done;
        stage.turns_until(begins + every / 2)?;
        stage.measure(&mut table, done, false)?;
        stage.open_window()?;
        done += 1;
        stage.turns_until(begins + every * 5 / 6)?;
        if done % OPEN_MEASURED == 1 {
            stage.measure(&mut table, done, true)?;
        }
        stage.close_window()?;
        if stage.stop.is_asked() {
            say("stopped before the end");
            break;
        }
    }
    stage.turns_until(stage.ends)?;
    stage.measure(&mut table, done, false)?;
    let ended = stage.program.terminate(PATIENCE)?;
    say(&format!("the program ended with {ended}"));
    for line in stage.program.errors() {
        say(&format!("it said: {line}"));
    }
    report(&table)
}

impl Stage {
    fn open(how: &How) -> Result<Self> {
        ensure!(how.hours > 0.0 && how.hours <= 48.0, "from 0 to 48 hours");
        let stop = Stop::when_asked()?;
        let options =
            Options { roster: Roster::Generated(how.outlets), intruders: Intruders::EachItsOwn, ..Options::default() };
        let (bus, display, home, paper) = (Bus::start()?, Display::start()?, Home::new()?, Paper::with(options)?);
        home.configure(&paper.config_of_everything(&format!("{}s", INTERVAL.as_secs())))?;
        let desktop = Recorder::start(&bus)?;
        let watcher = Watcher::start(&bus)?;
        let program = Program::run(Program::desktop(&home, Some(&bus), &display)?.arg("--hidden"))?;
        let tray = Tray::wait(&bus, PATIENCE)?;
        let began = Instant::now();
        let apart = |place: usize| PUBLISHES.mul_f64(place as f64 / how.outlets as f64);
        Ok(Self {
            program,
            tray,
            desktop,
            _watcher: watcher,
            presses: (0..how.outlets).map(|place| began + apart(place)).collect(),
            paper,
            display,
            _bus: bus,
            home,
            stop,
            began,
            ends: began + Duration::from_secs_f64(how.hours * 3600.0),
            looks: Looks::new(INTERVAL),
            mischief: Mischief::from(began + LEARNS),
            read: began,
        })
    }

    /// Publishes, attacks and listens until then.
    fn turns_until(&mut self, then: Instant) -> Result<()> {
        while Instant::now() < then && !self.stop.is_asked() {
            std::thread::sleep(TURN);
            for place in 0..self.presses.len() {
                if self.presses[place] <= Instant::now() {
                    self.paper.publish_at(place)?;
                    // What is late is not made up for: nobody publishes twice at once.
                    self.presses[place] = Instant::now() + PUBLISHES;
                }
            }
            self.mischief.turn(&self.paper, &self.desktop, &mut self.looks, self.ends)?;
            self.wave_away();
            if self.read.elapsed() > Duration::from_secs(2) {
                self.read = Instant::now();
                self.looks.see(&self.paper.visits());
                self.program.still_runs()?;
            }
        }
        Ok(())
    }

    /// Takes the oldest notice from the screen that was there long enough to be read.
    fn wave_away(&self) {
        let read = self.desktop.on_screen().into_iter().find(|notice| notice.at.elapsed() > READ_AFTER);
        // The program may have taken it away at the same moment.
        if let Some(Err(error)) = read.map(|notice| self.desktop.dismiss(notice.id)) {
            say(&format!("a notice was not waved away: {error:#}"));
        }
    }

    fn windows(&self) -> Result<Vec<frontwatch_journeys::OnScreen>> {
        let pid = self.program.pid();
        Ok(self.display.windows()?.into_iter().filter(|window| window.pid == Some(pid)).collect())
    }

    fn open_window(&self) -> Result<()> {
        wait_until("the window", PATIENCE, || {
            // On a busy computer the menu may not answer in time; whoever clicks again gets no second window.
            if let Err(error) = self.tray.click(OPEN) {
                say(&format!("the tray does not answer: {error:#}"));
                return Ok(None);
            }
            let come = || Ok((self.windows()?.len() == 1).then_some(()));
            wait_until("the window", PATIENCE, come).map(Some)
        })
    }

    fn close_window(&self) -> Result<()> {
        for window in self.windows()? {
            self.display.close(&window)?;
        }
        wait_until("no window", PATIENCE, || Ok(self.windows()?.is_empty().then_some(())))
    }

    fn measure(&mut self, table: &mut Table, openings: u32, open: bool) -> Result<()> {
        let sample = Sample::of(self.program.pid())?;
        let minutes = self.began.elapsed().as_secs_f64() / 60.0;
        let (looks, mischief) = (&self.looks, &self.mischief);
        let store = stored(&self.home.data());
        say(&format!(
            "{minutes:.1} min, opened {openings} times{}: {:.1} MiB, own {:.1}, {} descriptors, {} threads, store {store:.1} MiB, {} looks, {} late, {} of {} told",
            if open { ", open" } else { "" },
            sample.pss,
            sample.own,
            sample.descriptors,
            sample.threads,
            looks.seen,
            looks.late,
            mischief.told,
            mischief.done,
        ));
        table.add(vec![
            minutes,
            f64::from(u8::from(open)),
            f64::from(openings),
            sample.pss,
            sample.own,
            sample.program,
            sample.processes,
            sample.descriptors,
            sample.threads,
            store,
            looks.seen as f64,
            looks.late as f64,
            looks.missed as f64,
            looks.latest_by,
            mischief.done as f64,
            mischief.told as f64,
            mischief.slowest,
        ])
    }
}

/// Says what a table shows, and whether nothing in it grew.
pub(crate) fn report(table: &Table) -> Result<bool> {
    let last = |column: &str| table.last(column);
    let (minutes, closed) = (last("minutes")?, Some(("open", 0.0)));
    print(&format!("{minutes:.0} minutes, the window opened and closed {} times", last("openings")?))?;
    let mut good = true;
    let names = ["pss_mib", "program_own_mib", "store_mib"];
    let bounded = |column: &str| MOST_GROWTH.iter().find(|(name, ..)| *name == column).map(|(.., most)| *most);
    for column in MOST_GROWTH.iter().map(|(name, ..)| *name).chain(names) {
        let points = table.points("minutes", column, closed)?;
        let counted: Vec<(f64, f64)> =
            points.iter().filter(|(at, _)| *at >= minutes * SETTLING).map(|(at, value)| (at / 60.0, *value)).collect();
        let Some(trend) = Trend::through(&counted) else {
            print(&format!("{column}: too few points"))?;
            good = false;
            continue;
        };
        let verdict = match bounded(column) {
            Some(most) if trend.at_least() > most => {
                good = false;
                format!("GROWS: more than {most} an hour")
            }
            Some(most) => format!("flat: not by more than {most} an hour"),
            None => "not judged".to_owned(),
        };
        let (first, end) = (points.first().map_or(0.0, |point| point.1), points.last().map_or(0.0, |point| point.1));
        print(&format!("{column}: {trend} an hour; first {first:.1}, last {end:.1}; {verdict}"))?;
    }
    let opened = table.points("minutes", "pss_mib", Some(("open", 1.0)))?;
    if let (Some(first), Some(last)) = (opened.first(), opened.last()) {
        print(&format!("with the window open: first {:.1} MiB, last {:.1}", first.1, last.1))?;
    }
    let (attacks, told) = (last("attacks")?, last("told")?);
    print(&format!(
        "{} looks at front pages: {} late by more than a second, {} missed, the latest by {:.1} s",
        last("looks")?,
        last("late")?,
        last("missed")?,
        last("latest_by_s")?
    ))?;
    print(&format!("{told} of {attacks} attacks and faults told, the latest after {:.1} s", last("slowest_s")?))?;
    Ok(good && told >= attacks)
}

/// A plot of a table.
pub(crate) fn draw(table: &Table) -> Result<String> {
    let (minutes, openings) = (table.last("minutes")?, table.last("openings")?);
    let closed = |column: &str| table.points("minutes", column, Some(("open", 0.0)));
    let trend = |column: &str| -> Result<_> {
        let counted: Vec<(f64, f64)> =
            closed(column)?.into_iter().filter(|(at, _)| *at >= minutes * SETTLING).collect();
        let ends = |trend: Trend| Some(((counted.first()?.0, trend.ends.0), (counted.last()?.0, trend.ends.1)));
        Ok(Trend::through(&counted).and_then(ends))
    };
    let panels = [
        Panel {
            title: "Memory with the window closed, MiB".to_owned(),
            lines: vec![
                ("its own", closed("own_mib")?),
                ("the program's alone", closed("program_own_mib")?),
                ("PSS", closed("pss_mib")?),
            ],
            trend: trend("own_mib")?,
            bound: None,
        },
        Panel {
            title: "File descriptors".to_owned(),
            lines: vec![("descriptors", closed("descriptors")?)],
            trend: trend("descriptors")?,
            bound: None,
        },
        Panel {
            title: "Threads".to_owned(),
            lines: vec![("threads", closed("threads")?)],
            trend: trend("threads")?,
            bound: None,
        },
        Panel {
            title: "Store, MiB".to_owned(),
            lines: vec![("store", closed("store_mib")?)],
            trend: None,
            bound: None,
        },
    ];
    let title = format!("The desktop program for {minutes:.0} minutes, its window opened and closed {openings} times");
    Ok(svg(&title, "minutes", &panels))
}
