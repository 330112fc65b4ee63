//! An editor's desk: a display with a tray, a home, and what the program's parts are called in the window.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use frontwatch_journeys::{Bus, Display, Home, Icon, Panel, Program, Tray, Window, wait_until};

/// Longer than any step takes at an interval of 2 s on a busy machine.
pub(crate) const SOON: Duration = Duration::from_secs(40);
/// Long enough at an interval of 2 s for whatever should not come.
pub(crate) const QUIET: Duration = Duration::from_secs(8);
/// A configuration that looks as often as loopback may be looked at, and names nothing yet.
pub(crate) const OFTEN: &str = "[watching]\ninterval = \"2s\"\n";

/// Lines of the tray's menu.
pub(crate) const RECHECK: &str = "Re-check now";
pub(crate) const OPEN: &str = "Open Frontwatch";
pub(crate) const PAUSE: &str = "Pause alerts for an hour";
pub(crate) const RESUME: &str = "Resume alerts";
pub(crate) const QUIT: &str = "Quit: stop watching";

/// A display with a tray on a bus, and an editor's home.
pub(crate) struct Desk {
    // In the order of ending: the panel before its display and its bus.
    pub(crate) panel: Option<Panel>,
    pub(crate) display: Display,
    pub(crate) bus: Bus,
    pub(crate) home: Home,
}

impl Desk {
    /// With a tray and this configuration.
    pub(crate) fn new(configuration: &str) -> Result<Self> {
        let mut desk = Self::without_tray(configuration)?;
        desk.panel = Some(Panel::start(&desk.bus, &desk.display)?);
        Ok(desk)
    }

    /// With a tray and a home in which nothing was ever configured.
    pub(crate) fn bare() -> Result<Self> {
        let (bus, display, home) = (Bus::start()?, Display::start()?, Home::new()?);
        let panel = Some(Panel::start(&bus, &display)?);
        Ok(Self { panel, display, bus, home })
    }

    /// On a desktop that shows no tray.
    pub(crate) fn without_tray(configuration: &str) -> Result<Self> {
        let (bus, display, home) = (Bus::start()?, Display::start()?, Home::new()?);
        home.configure(configuration)?;
        Ok(Self { panel: None, display, bus, home })
    }

    /// The program with these words.
    pub(crate) fn command(&self, words: &[&str]) -> Result<Command> {
        let mut command = Program::desktop(&self.home, Some(&self.bus), &self.display)?;
        command.args(words);
        Ok(command)
    }

    /// The program, with a window that can be driven.
    pub(crate) fn window(&self) -> Result<Window> {
        let mut window = Window::start(&self.command(&[])?)?;
        window.wait(SOON)?;
        Ok(window)
    }

    pub(crate) fn tray(&self) -> Result<Tray> {
        Tray::wait(&self.bus, SOON)
    }

    /// Windows of the program on the screen.
    pub(crate) fn titles(&self, pid: u32) -> Result<Vec<String>> {
        let windows = self.display.windows()?.into_iter().filter(|window| window.pid == Some(pid));
        Ok(windows.map(|window| window.title).collect())
    }
}

/// Waits until the tray shows the shape of this standing.
pub(crate) fn shows(tray: &Tray, standing: &str) -> Result<()> {
    let expected = Icon::read(&root().join("icons/tray").join(format!("{standing}.png")))?;
    wait_until(&format!("the tray shows {standing}"), SOON, || Ok((tray.icon()? == expected).then_some(())))
        .with_context(|| format!("its status line is {:?}", status(tray)))
}

/// The status line: the first of the menu.
pub(crate) fn status(tray: &Tray) -> Result<String> {
    Ok(tray.lines()?.into_iter().next().context("the menu is empty")?.label)
}

/// Where the picture with this name goes.
pub(crate) fn picture(name: &str) -> Result<PathBuf> {
    let folder = match std::env::var_os("FRONTWATCH_PICTURES").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => root().join("target/pictures"),
    };
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(name).with_extension("png"))
}

/// The project's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
