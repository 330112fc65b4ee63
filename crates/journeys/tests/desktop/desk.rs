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

/// Waits until this many outlets are learned and as they should be, while `publish` gives them something to learn from.
pub(crate) fn learned(window: &Window, outlets: usize, publish: impl Fn()) -> Result<()> {
    wait_until(&format!("{outlets} learned outlets"), Duration::from_secs(120), || {
        publish();
        Ok((window.texts("[data-outlet][data-standing=normal]")?.len() == outlets).then_some(()))
    })
    .with_context(|| format!("{:?}", window.texts("[data-outlet]")))
}

/// Where the keyboard is: the id or the action of the element; empty where it is nowhere.
pub(crate) fn focused(window: &Window) -> Result<String> {
    let at = window.script("const at = document.activeElement; return at.id || at.dataset.action || ''")?;
    Ok(at.as_str().unwrap_or_default().to_owned())
}

/// What stands in the first such field.
pub(crate) fn value(window: &Window, css: &str) -> Result<String> {
    let value = window.script(&format!("return document.querySelector({css:?}).value"))?;
    Ok(value.as_str().with_context(|| format!("{css:?} is no field"))?.to_owned())
}

/// What the lines of the history say. The driver takes what is shortened at its end for hidden.
pub(crate) fn history(window: &Window) -> Result<Vec<String>> {
    let lines =
        window.script("return [...document.querySelectorAll('[data-incident]')].map((line) => line.innerText)")?;
    let lines = lines.as_array().context("no lines")?.iter();
    Ok(lines.map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
}

/// What was copied and has this in it, as it comes out of the desktop's clipboard into this field.
pub(crate) fn pasted(window: &Window, css: &str, contains: &str) -> Result<String> {
    window.click(css)?;
    wait_until(&format!("{contains:?} in what was copied"), SOON, || {
        window.press_with_control('a')?;
        window.press_with_control('v')?;
        let pasted = value(window, css)?;
        Ok(pasted.contains(contains).then_some(pasted))
    })
    .with_context(|| format!("{:?}", value(window, css)))
}

/// Counts from now on what a person does of this kind, in `window.counted`.
pub(crate) fn count(window: &Window, event: &str) -> Result<()> {
    let count = format!(
        "window.counted = 0; \
         addEventListener({event:?}, (event) => {{ window.counted += event.isTrusted ? 1 : 0; }}, true)"
    );
    window.script(&count).map(drop)
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
