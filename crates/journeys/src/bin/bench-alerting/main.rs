//! How long it takes from an attack to the notification, and whether an ordinary hour is silent: the built program against
//! the newsroom, at a desktop that notes the time of each `Notify`.
//!
//! Two parts, one after the other. In the first every attack has an outlet of its own, which belongs to no group, and an
//! intruder of its own; the watch stands at its default settings. In the second nothing happens but publishing, at a
//! clock that runs faster. Figures go to standard output, what happens meanwhile to standard error. It ends with 1 where a
//! target is missed, and with 2 where nothing could be measured.
//!
//! **Architecture invariant:** it talks to loopback and to a bus of its own, ends by itself, and ends what it started.

mod attacks;
mod covering;
mod heard;
mod ordinary;
mod plan;
mod report;
mod scene;

use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use clap::Parser;
use frontwatch_journeys::Stop;

/// Times the alerts of `frontwatch watch`, and makes sure that an ordinary hour has none.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// How many attacks, each at an outlet of its own; 0 leaves this part out
    #[arg(long, default_value_t = 200, value_name = "N")]
    attacks: usize,
    /// Over how long they are spread, at random
    #[arg(long, default_value_t = 40.0, value_name = "M", value_parser = minutes)]
    minutes: f64,
    /// How many outlets are watched [default: as many as attacks]
    #[arg(long, value_name = "K")]
    outlets: Option<usize>,
    /// Seconds between two looks at a front page [default: the program's own]; the targets are for its own
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(2..=600))]
    interval: Option<u64>,
    /// What instants, outlets and pages follow from [default: another each time; it is printed]
    #[arg(long)]
    seed: Option<u64>,
    /// How many outlets have the ordinary hour; 0 leaves this part out
    #[arg(long, default_value_t = 100, value_name = "N")]
    ordinary_outlets: usize,
    /// How long the ordinary hour takes
    #[arg(long, default_value_t = 6.0, value_name = "M", value_parser = minutes)]
    ordinary_minutes: f64,
    /// By how much its clock runs faster, looks and publications alike
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=15))]
    pace: u32,
}

/// A time that a run can last: no more than a day.
fn minutes(text: &str) -> Result<f64, String> {
    let minutes: f64 = text.parse().map_err(|_| "a number of minutes is expected")?;
    if (0.05..=1440.0).contains(&minutes) { Ok(minutes) } else { Err("from 0.05 to 1440 minutes".to_owned()) }
}

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("bench-alerting: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Measures what is asked for, and says whether every target was met.
fn measure(arguments: &Arguments) -> Result<bool> {
    let seed = arguments.seed.unwrap_or_else(arbitrary);
    let stop = Stop::when_asked()?;
    let mut good = true;
    if arguments.attacks > 0 {
        let outlets = arguments.outlets.unwrap_or(arguments.attacks);
        ensure!(
            outlets >= arguments.attacks,
            "each attack wants an outlet of its own: --outlets is less than --attacks"
        );
        let how = attacks::How {
            attacks: arguments.attacks,
            within: lasting(arguments.minutes),
            outlets,
            interval: arguments.interval.map(Duration::from_secs),
            seed,
        };
        let report = attacks::run(&how, &stop)?;
        print(&report.to_string())?;
        good &= report.is_good();
    }
    if arguments.ordinary_outlets > 0 {
        let how = ordinary::How {
            outlets: arguments.ordinary_outlets,
            during: lasting(arguments.ordinary_minutes),
            pace: arguments.pace,
            seed,
        };
        let report = ordinary::run(&how, &stop)?;
        print(&report.to_string())?;
        good &= report.is_good();
    }
    Ok(good)
}

fn lasting(minutes: f64) -> Duration {
    Duration::from_secs_f64(minutes * 60.0)
}

/// A seed that nobody chose, short enough to be typed again.
fn arbitrary() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    now.as_millis() as u64 % 1_000_000
}

/// A figure, for whoever reads them.
fn print(text: &str) -> Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{text}")?;
    Ok(output.flush()?)
}

/// A word on how it goes. Nobody need hear it.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
