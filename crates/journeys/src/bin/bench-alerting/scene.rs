//! The stage of both parts: a newsroom that publishes, the program that watches it, and a desktop that writes down.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Paper, Program, Recorder, Stop};
use frontwatch_newsroom::{Options, Outlet};
use serde::Serialize;

use crate::covering::Shown;
use crate::heard::Heard;
use crate::say;

/// Between two turns of everything that is to be done: the least error of an instant.
const TURN: Duration = Duration::from_millis(10);
/// Looks at each front page that were judged normal before anything counts: by then what alternates was seen.
const WARM: usize = 6;
/// How many times as long as it should learning may take before the computer is too busy to measure anything on.
const PATIENCE: u32 = 3;
/// What `frontwatch` does when no interval is configured.
pub(crate) const DEFAULT_INTERVAL: Duration = Duration::from_secs(30);
/// How long the program may take to end when it is asked to.
const LAST_WORDS: Duration = Duration::from_secs(20);

/// The newsroom, watched. Everything in it ends when it is dropped.
pub(crate) struct Scene {
    // The program first: it is not to see the others end.
    program: Program,
    desktop: Recorder,
    pub(crate) paper: Paper,
    pub(crate) outlets: Vec<Outlet>,
    pub(crate) heard: Heard,
    interval: Duration,
    /// When each outlet publishes next, and between two publications.
    presses: Vec<Instant>,
    every: Duration,
    stop: Stop,
    _home: Home,
    _bus: Bus,
}

#[derive(Serialize)]
struct Config<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    watching: Option<Watching>,
    outlet: Vec<Watched<'a>>,
}

#[derive(Serialize)]
struct Watching {
    interval: String,
}

/// An outlet that belongs to no group.
#[derive(Serialize)]
struct Watched<'a> {
    name: &'a str,
    homepage: &'a str,
    feed: &'a str,
    admin: [Admin<'a>; 1],
}

#[derive(Serialize)]
struct Admin<'a> {
    url: &'a str,
    expect: &'static str,
}

impl Scene {
    /// Opens the newsroom and begins to watch it: front page, feed and login page of every outlet, none in a group. Each
    /// outlet publishes as often as `every` says, at an instant of its own that follows from the seed of the options.
    pub(crate) fn open(options: Options, interval: Option<Duration>, every: Duration, stop: &Stop) -> Result<Self> {
        let mut chance = fastrand::Rng::with_seed(options.seed);
        let (bus, home, paper) = (Bus::start()?, Home::new()?, Paper::with(options)?);
        let outlets = paper.outlets();
        let config = Config {
            watching: interval.map(|interval| Watching { interval: format!("{}s", interval.as_secs()) }),
            outlet: outlets.iter().map(watched).collect(),
        };
        home.configure(&toml::to_string(&config)?)?;
        let desktop = Recorder::start(&bus)?;
        let program = Program::start(&home, Some(&bus), &["watch", "--json"])?;
        let now = Instant::now();
        let presses = outlets.iter().map(|_| now + every.mul_f64(chance.f64())).collect();
        Ok(Self {
            program,
            desktop,
            paper,
            outlets,
            heard: Heard::default(),
            interval: interval.unwrap_or(DEFAULT_INTERVAL),
            presses,
            every,
            stop: stop.clone(),
            _home: home,
            _bus: bus,
        })
    }

    /// The names of all outlets.
    pub(crate) fn names(&self) -> Vec<String> {
        self.outlets.iter().map(|outlet| outlet.name.clone()).collect()
    }

    /// Whoever has something to publish does, and what the program said meanwhile is heard.
    pub(crate) fn turn(&mut self) -> Result<()> {
        std::thread::sleep(TURN);
        ensure!(!self.stop.is_asked(), "stopped before the end: nothing was measured");
        for place in 0..self.presses.len() {
            if self.presses[place] <= Instant::now() {
                self.paper.publish_at(place)?;
                // What is late is not made up for: nobody publishes twice at once.
                self.presses[place] = Instant::now() + self.every;
            }
        }
        self.program.still_runs()?;
        let lines = self.program.take_lines();
        let now = Instant::now();
        for line in &lines {
            self.heard.hear(line, now);
        }
        Ok(())
    }

    /// Takes turns until every outlet's watches are learned.
    pub(crate) fn learn(&mut self) -> Result<()> {
        say(&format!("{} outlets are watched; what is normal is learned", self.outlets.len()));
        let begun = Instant::now();
        let looks = WARM as u32 + 3;
        let within = self.interval * looks * PATIENCE + Duration::from_secs(60);
        while let Some(unlearned) = self.unlearned() {
            ensure!(
                begun.elapsed() < within,
                "{unlearned} of {} outlets are not learned after {} s (verdicts: {:?}): the computer has too much else to do, or something is wrong",
                self.outlets.len(),
                within.as_secs(),
                self.heard.verdicts,
            );
            self.turn()?;
        }
        say(&format!("learned after {} s", begun.elapsed().as_secs()));
        Ok(())
    }

    /// How many outlets are not learned yet; none when all are.
    fn unlearned(&self) -> Option<usize> {
        let seen = |outlet: &Outlet, watch: &str, times: usize| {
            let normal = self.heard.normal.get(&(outlet.name.clone(), watch.to_owned()));
            normal.is_some_and(|normal| *normal >= times)
        };
        let learned =
            |outlet: &&Outlet| seen(outlet, "homepage", WARM) && seen(outlet, "admin", 1) && seen(outlet, "feed", 1);
        Some(self.outlets.len() - self.outlets.iter().filter(learned).count()).filter(|unlearned| *unlearned > 0)
    }

    /// Every `Notify` so far, as a person reads it.
    pub(crate) fn shown(&self) -> Vec<Shown> {
        self.desktop.raised().iter().map(|raised| Shown::new(raised.at, &raised.summary, &raised.body)).collect()
    }

    /// Ends the program as a person would, so that its last words are heard.
    pub(crate) fn close(mut self) -> Result<Heard> {
        self.program.terminate(LAST_WORDS).context("the watch does not end")?;
        let now = Instant::now();
        for line in self.program.take_lines() {
            self.heard.hear(&line, now);
        }
        Ok(self.heard)
    }
}

fn watched(outlet: &Outlet) -> Watched<'_> {
    Watched {
        name: &outlet.name,
        homepage: outlet.homepage.as_str(),
        feed: outlet.feed.as_str(),
        admin: [Admin { url: outlet.admin.as_str(), expect: "login" }],
    }
}
