//! The demonstration, as a newcomer runs it.

#![cfg(target_os = "linux")]

use std::time::Duration;

use anyhow::{Result, ensure};
use frontwatch_journeys::{Bus, Home, Program, Recorder};

#[test]
fn everything_that_is_staged_is_told_within_a_minute_and_nothing_else() -> Result<()> {
    let bus = Bus::start()?;
    let desktop = Recorder::start(&bus)?;
    let home = Home::new()?;
    let mut command = Program::command(&home, Some(&bus))?;
    command.args(["demo", "--json"]);
    let begun = std::time::Instant::now();
    let mut demo = Program::run(&mut command)?;
    desktop.wait_for("the first alert", Duration::from_secs(60), |raised| raised.urgency == Some(2))?;
    eprintln!("from the start to the first alert: {:.1} s", begun.elapsed().as_secs_f64());
    let status = demo.wait(Duration::from_secs(120))?;
    ensure!(status.code() == Some(0), "{status}: {:#?}", demo.errors());
    let opened = demo.lines().into_iter().filter(|line| line["event"] == "incident" && line["state"] == "open").count();
    let resolved = demo.lines().into_iter().filter(|line| line["state"] == "resolved").count();
    ensure!((opened, resolved) == (7, 7), "four covered, one down, a panel, stories: {:#?}", demo.lines());
    let alerts = desktop.raised().into_iter().filter(|raised| raised.replaces == 0).count();
    ensure!(alerts == 4, "one of the campaign and one each, replaced in place: {:#?}", desktop.raised());
    let campaign = desktop.raised().into_iter().any(|raised| raised.summary.contains("alarm at 4 of 6 sites"));
    ensure!(campaign, "it grows to four: {:#?}", desktop.raised());
    ensure!(demo.plain_lines().is_empty(), "only JSON on stdout: {:?}", demo.plain_lines());
    Ok(())
}
