//! One program a data directory; its end; and desktops without a tray, without a display, with somebody else watching.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Display, Memory, Paper, Program, Window, wait_until};

use crate::desk::{Desk, OFTEN, QUIT, SOON, shows};

#[test]
fn a_second_start_opens_the_window_of_the_first_and_quitting_ends_every_process() -> Result<()> {
    let desk = Desk::new(OFTEN)?;
    let mut first = Program::run(&mut desk.command(&["--hidden"])?)?;
    let tray = desk.tray()?;
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(desk.titles(first.pid())?, [] as [&str; 0], "hidden");

    let mut hidden = Program::run(&mut desk.command(&["--hidden"])?)?;
    ensure!(hidden.wait(SOON)?.success());
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(desk.titles(first.pid())?, [] as [&str; 0], "starting at login again opens nothing");

    let mut second = Program::run(&mut desk.command(&[])?)?;
    ensure!(second.wait(SOON)?.success(), "it has handed over: {:?}", second.errors());
    wait_until("the first one's window", SOON, || Ok((desk.titles(first.pid())?.len() == 1).then_some(())))?;

    // With its window, the program is several processes.
    let own: Vec<u32> = wait_until("the window's own processes", SOON, || {
        let all = Memory::of(first.pid())?.shares;
        Ok((all.len() > 1).then(|| all.iter().map(|share| share.pid).collect()))
    })?;
    tray.click(QUIT)?;
    let ended = first.wait(SOON)?;
    ensure!(ended.success(), "{ended}: {:?}", first.errors());
    for pid in own {
        let gone = || Ok((!std::path::Path::new(&format!("/proc/{pid}/exe")).exists()).then_some(()));
        wait_until(&format!("process {pid} has ended"), SOON, gone)?;
    }

    // What it left is whole, and free for the next one.
    let mut again = Program::run(&mut desk.command(&["--hidden"])?)?;
    desk.tray()?;
    ensure!(again.terminate(SOON)?.success(), "asked to end, it ends well: {:?}", again.errors());
    Ok(())
}

#[test]
fn without_a_tray_the_window_says_so_and_opens_when_it_was_hidden() -> Result<()> {
    let desk = Desk::without_tray(OFTEN)?;
    // Open before it is known that there is none, and told then.
    let mut window = desk.window()?;
    window.wait_for_text("#shell-word", "This desktop shows no tray icon", SOON)?;
    window.close(&desk.display)?;
    let mut again = Program::run(&mut desk.command(&[])?)?;
    ensure!(again.wait(SOON)?.success());
    window.wait(SOON).context("a second start is the way back")?;
    drop(window);

    let mut hidden = Window::start(&desk.command(&["--hidden"])?)?;
    hidden.wait(SOON)?;
    hidden.wait_for_text("#shell-word", "This desktop shows no tray icon", SOON)?;
    Ok(())
}

#[test]
fn whoever_watches_already_is_named_and_nothing_is_watched_twice() -> Result<()> {
    let desk = Desk::new(&format!("{OFTEN}[[outlet]]\nname = \"Paper\"\nhomepage = \"http://127.0.0.1:9/\"\n"))?;
    let other = Program::start(&desk.home, None, &["watch"])?;
    wait_until("the other one watches", SOON, || Ok(desk.home.data().join("frontwatch.lock").exists().then_some(())))?;
    std::thread::sleep(Duration::from_secs(1));
    let window = desk.window()?;
    let said = window.wait_for_text("#gone", &format!("process {}", other.pid()), SOON)?;
    ensure!(said.contains("frontwatch"), "{said}");
    // It takes over when the other one ends.
    drop(other);
    window.wait_for_text("[data-outlet=\"Paper\"]", "Paper", SOON)?;
    Ok(())
}

#[test]
fn a_fresh_start_needs_no_configuration_and_writes_the_first() -> Result<()> {
    let (desk, paper) = (Desk::bare()?, Paper::open()?);
    let window = desk.window()?;
    window.type_into("#welcome #address", paper.outlet(0)?.homepage.as_str())?;
    window.click("#look")?;
    window.click("#watch-it")?;
    window.text("[data-outlet]")?;
    let file = desk.home.config().with_file_name("frontwatch").join("frontwatch.toml");
    let written = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    ensure!(written.contains(paper.outlet(0)?.homepage.as_str()), "{written}");
    Ok(())
}

#[test]
fn without_a_display_it_says_what_to_do_instead() -> Result<()> {
    let display = Display::start()?;
    let home = frontwatch_journeys::Home::new()?;
    let mut command = Program::desktop(&home, None, &display)?;
    let mut program = Program::run(command.env_remove("DISPLAY"))?;
    assert_eq!(program.wait(SOON)?.code(), Some(4));
    program.wait_for_error("`frontwatch watch` watches without one", SOON)?;

    // One that is named and is not there.
    let gone = display.name().to_owned();
    drop(display);
    let mut command = Program::desktop(&home, None, &Display::start()?)?;
    let mut program = Program::run(command.env("DISPLAY", gone))?;
    assert_eq!(program.wait(SOON)?.code(), Some(4));
    program.wait_for_error("`frontwatch watch` watches without a desktop", SOON)?;
    Ok(())
}

#[test]
fn a_configuration_with_a_mistake_is_said_and_goes_on_once_it_is_mended() -> Result<()> {
    let desk = Desk::new("[watching]\nintervall = \"2s\"\n")?;
    let window = desk.window()?;
    window.wait_for_text("#sentence", "Nothing is watched: the configuration has a mistake.", SOON)?;
    shows(&desk.tray()?, "unseen")?;
    let said = window.wait_for_text("#troubles", "intervall", SOON)?;
    ensure!(said.contains("frontwatch.toml: line 2, column 1"), "where it is: {said}");
    desk.home.configure(&format!("{OFTEN}[[outlet]]\nname = \"Paper\"\nhomepage = \"http://127.0.0.1:9/\"\n"))?;
    window.wait_for_text("[data-outlet=\"Paper\"]", "Paper", SOON)?;
    ensure!(!window.exists("#troubles")?, "what was mended needs nobody any more");
    Ok(())
}
