//! What the desktop program weighs with two hundred outlets: never opened, open, closed, and after many openings. It is
//! weighed beside a tray that draws nothing, as pages shared with a panel of the same toolkit would be counted half.

use std::time::Duration;

use anyhow::{Result, ensure};
use frontwatch_journeys::{Memory, Paper, Program, Watcher, wait_until};
use frontwatch_newsroom::{Options, Roster};

use crate::desk::{Desk, OPEN, SOON};

/// The bounds of the design, in MiB, for the program as it is shipped. A debug build is larger.
const NEVER_OPENED: u64 = 110;
const CLOSED: u64 = 160;
/// How often the window is opened and closed, without `FRONTWATCH_OPENINGS`.
const OPENINGS: usize = 6;
/// What one opening more may leave behind, in MiB, on average over all of them.
const LEFT_BEHIND: f64 = 0.5;

#[test]
fn two_hundred_outlets_weigh_what_the_design_allows() -> Result<()> {
    let paper = Paper::with(Options { roster: Roster::Generated(200), ..Options::default() })?;
    let desk = Desk::without_tray(&paper.config(Some("10s")))?;
    let _tray = Watcher::start(&desk.bus)?;
    let program = Program::run(&mut desk.command(&["--hidden"])?)?;
    let tray = desk.tray()?;
    let pid = program.pid();
    let weigh = |what: &str| -> Result<u64> {
        let memory = Memory::of(pid)?;
        eprintln!("{what}: {memory}");
        Ok(memory.kb() / 1024)
    };
    let windows =
        |number: usize| wait_until("the windows", SOON, || Ok((desk.titles(pid)?.len() == number).then_some(())));

    // Five rounds of looks: everything is learned, and everything that is kept between looks is there.
    std::thread::sleep(Duration::from_secs(50));
    let never_opened = weigh("never opened")?;
    let mut closed = Vec::new();
    let openings = std::env::var("FRONTWATCH_OPENINGS").ok().and_then(|number| number.parse().ok()).unwrap_or(OPENINGS);
    for opening in 1..=openings {
        tray.click(OPEN)?;
        windows(1)?;
        // It is on the screen before its page is drawn.
        std::thread::sleep(Duration::from_secs(2));
        if opening == 1 {
            weigh("open")?;
        }
        for own in desk.display.windows()?.into_iter().filter(|window| window.pid == Some(pid)) {
            desk.display.close(&own)?;
        }
        windows(0)?;
        std::thread::sleep(Duration::from_secs(3));
        closed.push(weigh(&format!("closed, opened {opening} times"))?);
    }
    let (Some(first), Some(last)) = (closed.get(1), closed.last()) else { return Ok(()) };
    let left = last.saturating_sub(*first) as f64 / (openings - 2).max(1) as f64;
    eprintln!("each opening after the second left {left:.2} MiB behind");
    if cfg!(debug_assertions) {
        return Ok(());
    }
    ensure!(never_opened <= NEVER_OPENED, "never opened: {never_opened} MiB");
    ensure!(*last <= CLOSED, "closed: {last} MiB");
    ensure!(left <= LEFT_BEHIND, "each opening leaves {left:.2} MiB behind");
    Ok(())
}
