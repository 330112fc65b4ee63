//! Real processes for the tests: a private session bus, notification servers, a tray and a screen, and the built
//! programs.
//!
//! Never shipped. Nothing here reaches the user's own desktop, configuration or network: every bus, display and
//! directory is made for one test and ends with it, by the process id of what was started. Nothing waits without a
//! limit, and what a wait gives up on says what was seen instead.
//!
//! A journey reads like this:
//!
//! ```no_run
//! use std::time::Duration;
//! use frontwatch_journeys::{Bus, Home, Program, Recorder};
//!
//! # fn main() -> anyhow::Result<()> {
//! let bus = Bus::start()?;
//! let desktop = Recorder::start(&bus)?;
//! let home = Home::new()?;
//! home.configure("[watching]\ninterval = \"2s\"\n")?;
//!
//! let mut program = Program::start(&home, Some(&bus), &["watch", "--json"])?;
//! program.wait_for("the first verdict", Duration::from_secs(20), |line| line["event"] == "verdict")?;
//! let raised = desktop.wait_for("an alert", Duration::from_secs(60), |raised| raised.urgency == Some(2))?;
//! desktop.press(raised.id, "acknowledge")?;
//! program.kill()?;
//!
//! let again = Program::start(&home, Some(&bus), &["watch", "--json"])?;
//! again.never("a second alert", Duration::from_secs(5), |line| line["event"] == "notice")?;
//! # Ok(())
//! # }
//! ```

#![cfg(target_os = "linux")]

mod apart;
mod bus;
mod child;
mod display;
mod dnsmasq;
mod dunst;
pub mod egress;
mod far_end;
mod home;
mod keyring;
mod manager;
mod memory;
mod nginx;
mod notifyd;
mod panel;
mod paper;
mod program;
mod recorder;
mod tray;
mod watcher;
mod window;
mod xfce;

/// A small front page, for servers that serve nothing else.
pub const FRONT_PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>The Paper</title></head><body><h1>The Paper</h1>\
    <p>News of the day, and what it means for those who live here.</p><a href=\"/politics\">Politics</a></body></html>";

pub use apart::{in_a_network_of_its_own, ip};
pub use bus::Bus;
pub use child::is_installed;
pub use display::{Display, OnScreen};
pub use dnsmasq::Dnsmasq;
pub use dunst::Dunst;
pub use far_end::{Answer, Came, FarEnd};
pub use home::Home;
pub use keyring::Keyring;
pub use manager::Manager;
pub use memory::{Memory, Share};
pub use nginx::Nginx;
pub use notifyd::Notifyd;
pub use panel::Panel;
pub use paper::Paper;
pub use program::Program;
pub use recorder::{Abilities, Manner, Raised, Recorder};
pub use tray::{Icon, MenuLine, Tray};
pub use watcher::Watcher;
pub use window::{Key, Window};

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How often a condition is looked at.
const STEP: Duration = Duration::from_millis(20);

/// Looks again and again until something is there.
///
/// # Errors
/// It is not there after `within`; or looking fails.
pub fn wait_until<T>(what: &str, within: Duration, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if begun.elapsed() >= within {
            bail!("{what}: not within {within:?}");
        }
        std::thread::sleep(STEP);
    }
}
