//! The harness itself: what it starts it ends, and what it waits for in vain it explains.

#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Bus, Home, Program, Recorder, wait_until};

const SOON: Duration = Duration::from_secs(10);

fn shell(script: &str) -> Result<Program> {
    Program::run(Command::new("sh").args(["-c", script]).stdin(Stdio::null()))
}

fn runs(pid: u32) -> bool {
    std::path::Path::new(&format!("/proc/{pid}/status")).exists()
}

#[test]
fn lines_are_told_apart_and_waited_for_in_their_order() -> Result<()> {
    let mut program = shell(
        r#"echo '{"n":1}'; echo 'no json'; echo '{"n":2}'; echo oh >&2; echo '{"n":1,"last":true}'; exec sleep 60"#,
    )?;
    assert_eq!(program.wait_for("one", SOON, |line| line["n"] == 1)?["last"], serde_json::Value::Null);
    assert_eq!(program.wait_for("another one", SOON, |line| line["n"] == 1)?["last"], true);
    program.wait_for_error("oh", SOON)?;
    assert_eq!(program.plain_lines(), ["no json"]);
    assert_eq!(program.lines().len(), 3);
    program.never("a fourth", Duration::from_millis(100), |_| true)?;
    Ok(())
}

#[test]
fn waiting_in_vain_says_what_came_instead() -> Result<()> {
    let mut ended = shell(r#"echo '{"n":1}'; echo 'it broke' >&2; exit 4"#)?;
    let begun = Instant::now();
    let error = ended.wait_for("a verdict", SOON, |line| line["n"] == 2).err().context("it came")?;
    let error = format!("{error:#}");
    for part in ["a verdict", "exit status: 4", r#"{"n":1}"#, "it broke"] {
        assert!(error.contains(part), "{part} is not in: {error}");
    }
    assert!(begun.elapsed() < SOON, "nobody waits for a program that has ended");
    Ok(())
}

#[test]
fn a_program_ends_when_asked_when_killed_and_when_dropped() -> Result<()> {
    let mut polite = shell("trap 'echo \"{}\"; exit 3' TERM; echo '{\"up\":1}'; while :; do sleep 0.05; done")?;
    polite.wait_for("it is up", SOON, |line| line["up"] == 1)?;
    assert_eq!(polite.terminate(SOON)?.code(), Some(3));
    assert_eq!(polite.lines().len(), 2, "its last words are heard");

    let mut killed = shell("trap '' TERM; exec sleep 60")?;
    killed.kill()?;
    assert!(!runs(killed.pid()));

    let dropped = shell("exec sleep 60")?;
    let pid = dropped.pid();
    assert!(runs(pid));
    drop(dropped);
    assert!(!runs(pid));
    Ok(())
}

#[test]
fn a_bus_ends_with_its_test_and_a_name_is_free_again_after_stopping() -> Result<()> {
    let bus = Bus::start()?;
    ensure!(!bus.has_notification_server()?, "nothing comes up by itself");
    let mut first = Recorder::start(&bus)?;
    ensure!(Recorder::start(&bus).is_err(), "there is one server on a bus");
    first.stop()?;
    wait_until("the name is free", SOON, || Ok((!bus.has_notification_server()?).then_some(())))?;
    let second = Recorder::start(&bus)?;
    let pid = bus.pid();
    // The bus may go first: a server is not disturbed.
    drop(bus);
    assert!(!runs(pid));
    drop(second);
    Ok(())
}

#[test]
fn a_home_keeps_the_latest_configuration() -> Result<()> {
    let home = Home::new()?;
    home.configure("a = 1\n")?;
    home.configure("a = 2\n")?;
    assert_eq!(std::fs::read_to_string(home.config())?, "a = 2\n");
    assert_eq!(std::fs::read_dir(home.config().parent().context("no folder")?)?.count(), 1);
    assert!(home.data().is_dir());
    Ok(())
}
