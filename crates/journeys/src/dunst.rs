//! A real notification server, dunst, on a display that nobody sees.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::bus::Bus;
use crate::child::Process;
use crate::wait_until;

/// How long display and server may take to come up.
const LIMIT: Duration = Duration::from_secs(15);

/// Nothing fades by itself and nothing is put together, so that a test sees all there was.
const SETTINGS: &str = "[global]
    follow = none
    width = 500
    height = 300
    font = Monospace 10
    markup = full
    format = \"<b>%s</b>\\n%b\"
    stack_duplicates = false
    notification_limit = 0
    history_length = 200
    idle_threshold = 0
    show_age_threshold = -1

[urgency_low]
    timeout = 0

[urgency_normal]
    timeout = 0

[urgency_critical]
    timeout = 0
";

/// dunst under Xvfb, on a bus of the test's own.
#[derive(Debug)]
pub struct Dunst {
    address: String,
    display: String,
    // In the order of ending: the server before its display.
    _server: Process,
    _screen: Process,
    _dir: TempDir,
}

impl Dunst {
    /// Starts a display with a free number and dunst on it.
    ///
    /// # Errors
    /// `Xvfb` or `dunst` is missing or does not come up, or the bus has a notification server already.
    pub fn start(bus: &Bus) -> Result<Self> {
        ensure!(
            !bus.has_notification_server()?,
            "there is a notification server on this bus already"
        );
        let dir = tempfile::Builder::new()
            .prefix("frontwatch-dunst-")
            .tempdir()?;
        let settings = dir.path().join("dunstrc");
        std::fs::write(&settings, SETTINGS)?;
        let (screen, display) = screen()?;
        let mut server = Process::start(
            Command::new("dunst")
                .arg("-conf")
                .arg(&settings)
                .env("DISPLAY", &display)
                .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
                .env("XDG_RUNTIME_DIR", dir.path())
                .env_remove("WAYLAND_DISPLAY")
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        wait_until("dunst on the bus", LIMIT, || {
            let ended = server.ended()?;
            ensure!(ended.is_none(), "dunst has ended: {ended:?}");
            Ok(bus.has_notification_server()?.then_some(()))
        })?;
        Ok(Self {
            address: bus.address().to_owned(),
            display,
            _server: server,
            _screen: screen,
            _dir: dir,
        })
    }

    /// How many notifications are on the screen.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn displayed(&self) -> Result<usize> {
        let answer = self.control(&["count", "displayed"])?;
        answer
            .trim()
            .parse()
            .with_context(|| format!("dunst counts {answer:?}"))
    }

    /// What has been on the screen and is not any more, latest first, as dunst tells it: objects with the texts
    /// `appname`, `summary`, `body` and others.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn history(&self) -> Result<Vec<Value>> {
        let answer: Value = serde_json::from_str(&self.control(&["history"])?)
            .context("dunst's history is not JSON")?;
        let list = answer["data"][0]
            .as_array()
            .context("dunst's history has no list")?;
        Ok(list.iter().map(plain).collect())
    }

    /// A person clicks on the notification on top.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn click(&self) -> Result<()> {
        self.control(&["action", "0"]).map(drop)
    }

    /// A person waves every notification away: into the history.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn clear(&self) -> Result<()> {
        self.control(&["close-all"]).map(drop)
    }

    /// A picture of the whole screen, in the format that the file's extension names.
    ///
    /// # Errors
    /// `import` (`ImageMagick`) is missing or fails.
    pub fn picture(&self, file: &Path) -> Result<()> {
        let mut camera = Process::start(
            Command::new("import")
                .args(["-display", &self.display, "-window", "root"])
                .arg(file)
                .stdin(Stdio::null()),
        )?;
        let ended = camera.wait(LIMIT)?;
        ensure!(ended.success(), "import of ImageMagick fails: {ended}");
        Ok(())
    }

    fn control(&self, words: &[&str]) -> Result<String> {
        let output = Command::new("timeout")
            .arg("10")
            .arg("dunstctl")
            .args(words)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .stdin(Stdio::null())
            .output()
            .context("dunstctl does not start: is it installed?")?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(
            output.status.success(),
            "dunstctl {words:?}: {said} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(said)
    }
}

/// A display with a number that X chooses.
fn screen() -> Result<(Process, String)> {
    let mut screen = Process::start(
        Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    )?;
    let output = screen.pipes().stdout.take().context("Xvfb has no output")?;
    let (lines, first_line) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        if BufReader::new(output).read_line(&mut line).is_ok() {
            // An error means that the test has stopped waiting.
            let _ = lines.send(line);
        }
    });
    let number = first_line
        .recv_timeout(LIMIT)
        .context("Xvfb names no display")?;
    let number: u32 = number
        .trim()
        .parse()
        .with_context(|| format!("Xvfb names the display {number:?}"))?;
    Ok((screen, format!(":{number}")))
}

/// dunst tells every value as `{"type": …, "data": …}`.
fn plain(told: &Value) -> Value {
    let Some(fields) = told.as_object() else {
        return told.clone();
    };
    fields
        .iter()
        .map(|(name, value)| (name.clone(), value["data"].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
