//! What the desktop program weighs with two hundred outlets: never opened, open, closed, and after many openings. It is
//! weighed beside a tray that draws nothing, and with no other journey at the same time: pages shared with another program of
//! the same toolkit would be counted half, and whole again when that one ends.
//!
//! The bounds of the design are those of the program as it is shipped, which `FRONTWATCH_DESKTOP_BIN` names. A debug build is
//! larger, and has bounds of its own.

#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "what the other journeys need of a desk")]
#[path = "../desktop/desk.rs"]
mod desk;

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use frontwatch_journeys::{Memory, Paper, Program, Watcher, wait_until};
use frontwatch_newsroom::{Options, Roster};

use desk::{Desk, OPEN, SOON};

/// Bounds, in MiB.
struct Bounds {
    never_opened: u64,
    closed: u64,
}

/// Of the design, for the program as it is shipped.
const SHIPPED: Bounds = Bounds { never_opened: 110, closed: 160 };
/// Of a debug build, as measured with some room: they tell that something grew.
const DEBUG: Bounds = Bounds { never_opened: 210, closed: 270 };
/// How often the window is opened and closed, without `FRONTWATCH_OPENINGS`.
const OPENINGS: usize = 8;
/// What one opening more may leave behind, in MiB, on average over the later half of them.
const LEFT_BEHIND: f64 = 1.0;

#[test]
fn two_hundred_outlets_weigh_what_the_design_allows() -> Result<()> {
    let paper = Paper::with(Options { roster: Roster::Generated(200), ..Options::default() })?;
    let desk = Desk::without_tray(&paper.config(Some("10s")))?;
    let _tray = Watcher::start(&desk.bus)?;
    let program = Program::run(&mut desk.command(&["--hidden"])?)?;
    let tray = desk.tray()?;
    let pid = program.pid();
    let weigh = |what: &str| -> Result<Memory> {
        let memory = Memory::of(pid)?;
        eprintln!("{what}: {memory}");
        Ok(memory)
    };
    let windows =
        |number: usize| wait_until("the windows", SOON, || Ok((desk.titles(pid)?.len() == number).then_some(())));

    // Five rounds of looks: everything is learned, and everything that is kept between looks is there.
    std::thread::sleep(Duration::from_secs(50));
    let never_opened = weigh("never opened")?.kb() / 1024;
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
    let half = openings / 2;
    let (Some(middle), Some(last)) = (closed.get(half), closed.last()) else {
        bail!("at least two openings are needed")
    };
    // What is its own alone: pages of libraries come and go with whoever else has them.
    let grown = last.own_kb().saturating_sub(middle.own_kb()) as f64 / 1024.0;
    let left = grown / (openings - half - 1).max(1) as f64;
    eprintln!("each of the later openings left {left:.2} MiB behind");
    let last = last.kb() / 1024;
    let bounds = if std::env::var_os("FRONTWATCH_DESKTOP_BIN").is_some() { SHIPPED } else { DEBUG };
    ensure!(never_opened <= bounds.never_opened, "never opened: {never_opened} MiB");
    ensure!(last <= bounds.closed, "closed: {last} MiB");
    ensure!(left <= LEFT_BEHIND, "each opening leaves {left:.2} MiB behind");
    Ok(())
}
