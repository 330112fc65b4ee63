//! From an attack on a front page to the notification on the desktop, and back: the built program against the newsroom.

#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Dunst, Home, Paper, Program, Raised, Recorder, wait_until};
use frontwatch_newsroom::{Attack, Options};
use serde_json::Value;

/// Longer than any step takes at an interval of 2 s on a busy machine.
const SOON: Duration = Duration::from_secs(30);
/// Long enough at an interval of 2 s for whatever should not come.
const QUIET: Duration = Duration::from_secs(8);

/// A desktop, a newsroom and a home with a configuration for it.
struct Journey {
    bus: Bus,
    paper: Paper,
    home: Home,
}

impl Journey {
    fn new(interval: Option<&str>) -> Result<Self> {
        Self::at(Paper::open()?, interval)
    }

    fn at(paper: Paper, interval: Option<&str>) -> Result<Self> {
        let (bus, home) = (Bus::start()?, Home::new()?);
        home.configure(&paper.config(interval))?;
        Ok(Self { bus, paper, home })
    }

    fn watch(&self) -> Result<Program> {
        Program::start(&self.home, Some(&self.bus), &["watch", "--json"])
    }

    /// Runs another command to its end; what it printed, and its exit status.
    fn run(&self, words: &[&str]) -> Result<(Vec<String>, Option<i32>)> {
        let mut program = Program::start(&self.home, Some(&self.bus), words)?;
        let status = program.wait(SOON)?;
        Ok((program.plain_lines(), status.code()))
    }

    /// Waits until every outlet was judged normal, publishing meanwhile.
    fn learn(&self, program: &Program, within: Duration) -> Result<()> {
        let mut published = Instant::now();
        wait_until("six normal front pages", within, || {
            if published.elapsed() > Duration::from_secs(1) {
                self.paper.publish();
                published = Instant::now();
            }
            let normal: std::collections::BTreeSet<String> = verdicts(program, "normal");
            Ok((normal.len() == 6).then_some(()))
        })
    }
}

/// Outlets that were given this verdict so far.
fn verdicts(program: &Program, verdict: &str) -> std::collections::BTreeSet<String> {
    let lines = program.lines().into_iter().filter(|line| line["event"] == "verdict" && line["verdict"] == verdict);
    lines.filter_map(|line| line["outlet"].as_str().map(str::to_owned)).collect()
}

fn is(line: &Value, outlet: &str, state: &str) -> bool {
    line["event"] == "incident" && line["outlet"] == outlet && line["state"] == state
}

/// Incidents that were ever said to be open.
fn opened(program: &Program) -> Vec<Value> {
    program.lines().into_iter().filter(|line| line["event"] == "incident" && line["state"] == "open").collect()
}

fn about(raised: &Raised, outlet: &str) -> bool {
    raised.summary.starts_with(outlet)
}

#[test]
fn publishing_is_silent_a_defacement_is_told_within_a_minute_and_its_end_too() -> Result<()> {
    let journey = Journey::new(None)?;
    let desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    journey.learn(&program, Duration::from_secs(180))?;
    for _ in 0..10 {
        journey.paper.publish();
        std::thread::sleep(Duration::from_secs(9));
    }
    ensure!(desktop.raised().is_empty(), "an ordinary day is silent: {:?}", desktop.raised());
    ensure!(verdicts(&program, "alarm").is_empty() && verdicts(&program, "suspect").is_empty());

    let outlet = journey.paper.outlet(0)?.name;
    let attacked = Instant::now();
    journey.paper.attack(0, Attack::Defacement)?;
    let alert = desktop.wait_for("the alert", Duration::from_secs(60), |raised| about(raised, &outlet))?;
    ensure!(alert.urgency == Some(2), "{alert:?}");
    eprintln!("from the attack to the notification: {:.1} s", attacked.elapsed().as_secs_f64());
    let incident = program.wait_for("the incident", SOON, |line| is(line, &outlet, "open"))?;
    ensure!(incident["severity"] == "critical", "{incident}");

    journey.paper.restore(0)?;
    let over = program.wait_for("the end", Duration::from_secs(90), |line| is(line, &outlet, "resolved"))?;
    ensure!(over["as"] == "recovered" && over["id"] == incident["id"], "{over}");
    let told = desktop.wait_for("word of the end", SOON, |raised| raised.replaces == alert.id)?;
    ensure!(told.body.contains("as it should be again"), "{told:?}");
    ensure!(desktop.raised().len() == 2, "nothing else was told: {:?}", desktop.raised());
    ensure!(program.plain_lines().is_empty(), "only JSON on stdout: {:?}", program.plain_lines());
    ensure!(program.terminate(SOON)?.code() == Some(0));
    Ok(())
}

#[test]
fn killed_right_after_the_notification_it_goes_on_where_it_was() -> Result<()> {
    let journey = Journey::new(Some("2s"))?;
    let desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    journey.learn(&program, Duration::from_secs(60))?;
    let outlet = journey.paper.outlet(1)?.name;
    journey.paper.attack(1, Attack::Cover)?;
    let first = program.wait_for("the incident", SOON, |line| is(line, &outlet, "open"))?;
    desktop.wait_for("the alert", SOON, |raised| about(raised, &outlet))?;
    program.kill()?;

    let mut again = journey.watch()?;
    std::thread::sleep(QUIET);
    ensure!(opened(&again).is_empty(), "the incident is not born again: {:?}", opened(&again));
    journey.paper.restore(1)?;
    let over = again.wait_for("the end", SOON, |line| is(line, &outlet, "resolved"))?;
    ensure!(over["as"] == "recovered", "{over}");
    ensure!(over["id"] == first["id"], "it is the same incident: {over} {first}");
    ensure!(again.terminate(SOON)?.code() == Some(0));
    Ok(())
}

#[test]
fn a_page_that_is_covered_from_the_very_first_look_is_reported_and_not_learned() -> Result<()> {
    let attacked = Options { attacked: vec![("ledger".to_owned(), Attack::Cover)], ..Options::default() };
    let journey = Journey::at(Paper::with(attacked)?, Some("2s"))?;
    let desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    let outlet = journey.paper.outlet(0)?.name;
    desktop.wait_for("the alert", SOON, |raised| about(raised, &outlet))?;
    std::thread::sleep(QUIET);
    let calm =
        |line: &Value| line["event"] == "verdict" && line["outlet"] == outlet.as_str() && line["verdict"] != "alarm";
    let lines = program.lines();
    ensure!(!lines.iter().any(calm), "never anything but an alarm: {:?}", lines.iter().find(|line| calm(line)));
    program.terminate(SOON)?;
    let (learned, _) = journey.run(&["baseline", "show", &outlet])?;
    ensure!(learned.iter().any(|line| line.contains("nothing has been learned")), "{learned:?}");
    Ok(())
}

#[test]
fn an_approved_page_alerts_no_more_and_a_further_attack_does() -> Result<()> {
    let journey = Journey::new(Some("2s"))?;
    let desktop = Recorder::start(&journey.bus)?;
    let mut program = journey.watch()?;
    journey.learn(&program, Duration::from_secs(60))?;
    let outlet = journey.paper.outlet(0)?.name;
    journey.paper.attack(0, Attack::Headlines)?;
    desktop.wait_for("the alert", SOON, |raised| about(raised, &outlet))?;
    ensure!(program.terminate(SOON)?.code() == Some(1), "an open alarm is an anomaly");

    let (said, status) = journey.run(&["baseline", "approve", &outlet, "--yes"])?;
    ensure!(status == Some(0) && said.iter().any(|line| line.contains("is over")), "{status:?} {said:?}");
    let mut again = journey.watch()?;
    std::thread::sleep(QUIET);
    ensure!(opened(&again).is_empty(), "the same content alerts no more: {:?}", opened(&again));

    journey.paper.attack(0, Attack::ForeignFrame)?;
    let incident = again.wait_for("the further attack", SOON, |line| is(line, &outlet, "open"))?;
    ensure!(incident["severity"] == "critical", "{incident}");
    Ok(())
}

#[test]
fn without_a_notification_server_it_goes_on_says_so_and_delivers_when_one_appears() -> Result<()> {
    let journey = Journey::new(Some("2s"))?;
    let mut program = journey.watch()?;
    journey.learn(&program, Duration::from_secs(60))?;
    let (doctor, status) = journey.run(&["doctor"])?;
    let trouble = doctor.iter().find(|line| line.contains("notifications")).context("no word of notifications")?;
    ensure!(status == Some(1) && trouble.starts_with("TROUBLE"), "{status:?} {doctor:?}");

    let outlet = journey.paper.outlet(2)?.name;
    journey.paper.attack(2, Attack::Cover)?;
    program.wait_for("the incident", SOON, |line| is(line, &outlet, "open"))?;
    let untold = program.wait_for("the failure", SOON, |line| line["event"] == "notice")?;
    ensure!(untold["delivered"] == false, "{untold}");
    program.wait_for_error("no notification server answers", SOON)?;

    let desktop = Recorder::start(&journey.bus)?;
    desktop.wait_for("the alert", Duration::from_secs(45), |raised| about(raised, &outlet))?;
    program.wait_for("the delivery", SOON, |line| line["event"] == "notice" && line["delivered"] == true)?;
    ensure!(desktop.raised().len() == 1, "once: {:?}", desktop.raised());
    Ok(())
}

#[test]
fn dunst_shows_the_alert() -> Result<()> {
    let journey = Journey::new(Some("2s"))?;
    let dunst = Dunst::start(&journey.bus)?;
    let mut program = journey.watch()?;
    journey.learn(&program, Duration::from_secs(60))?;
    let outlet = journey.paper.outlet(0)?.name;
    journey.paper.attack(0, Attack::Cover)?;
    program.wait_for("the delivery", SOON, |line| line["event"] == "notice" && line["delivered"] == true)?;
    wait_until("the notification on the screen", SOON, || Ok((dunst.displayed()? == 1).then_some(())))?;
    if let Some(folder) = std::env::var_os("FRONTWATCH_PICTURES") {
        dunst.picture(&std::path::Path::new(&folder).join("notification.png"))?;
    }
    journey.paper.restore(0)?;
    program.wait_for("the end", SOON, |line| is(line, &outlet, "resolved"))?;
    Ok(())
}
