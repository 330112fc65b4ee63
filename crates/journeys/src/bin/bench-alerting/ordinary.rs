//! The second part: an hour in which nothing happens but publishing, at a clock that runs faster.
//!
//! Looks and publications come as many times as fast as the clock runs: at ten times an outlet publishes every 6 s and is
//! looked at every 3 s, so that 6 minutes hold as many of both as an hour does. What the program counts in minutes, such as
//! how long a soft suspect must stand before it is learned, it counts in real ones: this part says nothing of that.
//! Breaking news comes by itself: one publication in six has that layout.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use frontwatch_journeys::Stop;
use frontwatch_newsroom::{Options, Roster};
use jiff::Timestamp;

use crate::report::Silence;
use crate::say;
use crate::scene::{DEFAULT_INTERVAL, Scene};

/// Between two publications of an outlet, by its own clock.
const PUBLISHES: Duration = Duration::from_secs(60);
/// The least interval that the program takes, on loopback.
const LEAST: Duration = Duration::from_secs(2);
/// Looks that come this many times more slowly than asked for are no hour of looks.
const SLOWEST: u32 = 2;

/// What is asked for.
pub(crate) struct How {
    /// How many outlets.
    pub(crate) outlets: usize,
    /// How long it takes.
    pub(crate) during: Duration,
    /// By how much the clock runs faster.
    pub(crate) pace: u32,
    /// What pages and instants follow from.
    pub(crate) seed: u64,
}

/// Learns, then publishes and counts. Whatever is told counts, while learning too.
pub(crate) fn run(how: &How, stop: &Stop) -> Result<Silence> {
    let interval = (DEFAULT_INTERVAL / how.pace).max(LEAST);
    let by_its_clock = how.during * how.pace;
    // The outlets' clock ends where this computer's is, so that no story comes from the future.
    let opens_at = Timestamp::now() - by_its_clock;
    let options = Options { roster: Roster::Generated(how.outlets), seed: how.seed, opens_at, ..Options::default() };
    say(&format!("an ordinary hour: --seed {}", how.seed));
    let mut scene = Scene::open(options, Some(interval), PUBLISHES / how.pace, stop)?;
    scene.learn()?;
    let (begun, fronts) = (Instant::now(), scene.heard.fronts);
    while begun.elapsed() < how.during {
        scene.turn()?;
    }
    let looks = scene.heard.fronts - fronts;
    let paces = begun.elapsed().mul_f64(how.outlets as f64 / looks.max(1) as f64);
    ensure!(
        paces <= interval * SLOWEST,
        "front pages were looked at every {:.1} s and not every {} s: the computer has too much else to do, and nothing was measured",
        paces.as_secs_f64(),
        interval.as_secs(),
    );
    let shown = scene.shown();
    let heard = scene.close()?;
    Ok(Silence {
        outlets: how.outlets,
        during: how.during,
        pace: how.pace,
        interval,
        paces,
        looks,
        verdicts: heard.verdicts,
        suspects: heard.suspects,
        incidents: heard.opened.iter().map(|opened| format!("{}: {}", opened.outlet, opened.summary)).collect(),
        notices: shown.iter().map(|shown| format!("{} {}", shown.title, shown.body)).collect(),
    })
}
