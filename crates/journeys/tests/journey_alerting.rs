//! The benchmark of alerts, in small: that it attacks, finds the alerts and reports them, and ends.

#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, ensure};
use frontwatch_journeys::Program;

/// Much longer than it takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(240);

#[test]
fn the_benchmark_of_alerts_measures_attacks_and_an_ordinary_time() -> Result<()> {
    let words = "--attacks 3 --minutes 0.1 --outlets 4 --interval 2 --seed 7 --ordinary-outlets 4 --ordinary-minutes 0.1 --pace 15";
    let mut bench =
        Program::run(Command::new(env!("CARGO_BIN_EXE_bench-alerting")).args(words.split(' ')).stdin(Stdio::null()))?;
    let status = bench.wait(LIMIT)?;
    let (said, errors) = (bench.plain_lines().join("\n"), bench.errors().join("\n"));
    ensure!(status.success(), "{status}\n{said}\n{errors}");
    for part in [
        "3 attacks",
        "all within 60 s",
        "2 of 2  met",
        "1 of 1  met",
        "told without an attack",
        "ordinary publishing by 4",
    ] {
        ensure!(said.contains(part), "{part:?} is not in\n{said}\n{errors}");
    }
    ensure!(!said.contains("MISSED"), "{said}");
    Ok(())
}
