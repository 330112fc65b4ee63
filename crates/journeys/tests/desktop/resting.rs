//! A closed window keeps nothing of its page, however often it is opened. Nobody drives it: a driven window is destroyed, as
//! closed windows are on other systems, and that is what the other journeys see.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use frontwatch_journeys::{Memory, OnScreen, Paper, Program, Recorder, wait_until};
use frontwatch_newsroom::Attack;

use crate::desk::{Desk, OFTEN, OPEN, QUIT, SOON, status};

/// How often the window is opened. Before it was laid to rest, each opening left a descriptor or two.
const OPENINGS: usize = 12;
/// For how long it is looked at each time.
const SEEN: Duration = Duration::from_millis(1500);
/// How many descriptors more may be open than after the first opening: what the watch itself has open at a moment.
const MORE: usize = 6;

#[test]
fn a_closed_window_keeps_no_page_and_comes_back_where_it_was() -> Result<()> {
    let paper = Paper::open()?;
    let outlet = paper.outlet(0)?;
    let desk = Desk::new(&format!(
        "{OFTEN}[[outlet]]\nname = {:?}\nhomepage = {:?}\n",
        outlet.name,
        outlet.homepage.as_str()
    ))?;
    let server = Recorder::start(&desk.bus)?;
    let mut program = Program::run(&mut desk.command(&[])?)?;
    let (pid, tray) = (program.pid(), desk.tray()?);
    let own = || -> Result<Option<OnScreen>> {
        let mut own = desk.display.windows()?;
        own.retain(|window| window.pid == Some(pid));
        ensure!(own.len() < 2, "one window: {own:?}");
        Ok(own.pop())
    };
    let pages = || -> Result<usize> {
        let shares = Memory::of(pid)?.shares;
        Ok(shares.iter().filter(|share| share.name.starts_with("WebKitWebProc")).count())
    };
    let titled = |is_it: &dyn Fn(&str) -> bool| {
        let title = || Ok(own()?.map(|window| window.title).filter(|title| is_it(title)));
        wait_until("the title", SOON, title).with_context(|| format!("{:?}", own()))
    };
    let close = || -> Result<()> {
        desk.display.close(&own()?.context("there is no window")?)?;
        wait_until("the window is gone, and its page", SOON, || Ok((own()?.is_none() && pages()? == 0).then_some(())))
    };
    let open = || -> Result<()> {
        tray.click(OPEN)?;
        wait_until("the window", SOON, own).map(drop)
    };

    // The page has set its title, so it lives.
    titled(&|title| title != "Frontwatch")?;
    let window = own()?.context("there is no window")?;
    desk.display.place(&window, (130, 70, 720, 520))?;
    wait_until("it has moved", SOON, || Ok(own()?.filter(|now| now.x != window.x)))?;
    std::thread::sleep(Duration::from_secs(1));
    let place = |window: &OnScreen| (window.x, window.y, window.width, window.height);
    let left = own()?.as_ref().map(place);

    wait_until("it is learned", Duration::from_secs(120), || {
        paper.publish();
        Ok(status(&tray)?.contains("as it should be").then_some(()))
    })
    .with_context(|| format!("{:?}", status(&tray)))?;
    close()?;
    // Of the program and of what it started, which keeps some for each page too.
    let descriptors = || -> Result<usize> {
        let of = |pid: u32| std::fs::read_dir(format!("/proc/{pid}/fd")).map_or(0, Iterator::count);
        Ok(Memory::of(pid)?.shares.iter().map(|share| of(share.pid)).sum())
    };
    let first = descriptors()?;
    for _ in 0..OPENINGS {
        open()?;
        wait_until("it is where it was left", SOON, || Ok((own()?.as_ref().map(place) == left).then_some(())))
            .with_context(|| format!("left at {left:?}, now {:?}", own()))?;
        // The page is there, as a person sees it. What a page leaves behind, one that never came does not.
        std::thread::sleep(SEEN);
        close()?;
    }
    let last = descriptors()?;
    ensure!(last <= first + MORE, "{first} descriptors after one opening, {last} after {OPENINGS} more");

    // A click while it rests begins the page at what it tells, and then the page hears of what changes.
    paper.attack(0, Attack::Title)?;
    let alert = server.wait_for("an alert", SOON, |raised| raised.summary.starts_with(&outlet.name))?;
    server.press(alert.id, "default")?;
    titled(&|title| title.starts_with(&format!("{}: ", outlet.name)))?;
    let told = own()?.context("there is no window")?.title;
    paper.restore(0)?;
    titled(&|title| title != told)?;
    close()?;
    tray.click(QUIT)?;
    ensure!(program.wait(SOON)?.success(), "{:?}", program.errors());
    Ok(())
}
