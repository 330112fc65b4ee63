//! A real notification server, dunst, on a display that nobody sees.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use zbus::OwnedVariant;
use zbus::message::Message;

use crate::bus::{Bus, Question, property, texts};
use crate::child::Process;
use crate::display::{self, Display};
use crate::wait_until;

/// How long the server may take to come up.
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

/// dunst on a bus of the test's own.
#[derive(Debug)]
pub struct Dunst {
    address: String,
    display: String,
    // In the order of ending: the server before its display.
    _server: Process,
    _screen: Option<Display>,
    _dir: TempDir,
}

impl Dunst {
    /// Starts a display of its own and dunst on it.
    ///
    /// # Errors
    /// `Xvfb` or `dunst` is missing or does not come up, or the bus has a notification server already.
    pub fn start(bus: &Bus) -> Result<Self> {
        let screen = Display::start()?;
        let dunst = Self::on(bus, &screen)?;
        Ok(Self { _screen: Some(screen), ..dunst })
    }

    /// Starts dunst on this display.
    ///
    /// # Errors
    /// `dunst` is missing or does not come up, or the bus has a notification server already.
    pub fn on(bus: &Bus, display: &Display) -> Result<Self> {
        ensure!(!bus.has_notification_server()?, "there is a notification server on this bus already");
        let dir = tempfile::Builder::new().prefix("frontwatch-dunst-").tempdir()?;
        let settings = dir.path().join("dunstrc");
        std::fs::write(&settings, SETTINGS)?;
        let mut server = Process::start(
            Command::new("dunst")
                .arg("-conf")
                .arg(&settings)
                .env("DISPLAY", display.name())
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
        let (address, display) = (bus.address().to_owned(), display.name().to_owned());
        Ok(Self { address, display, _server: server, _screen: None, _dir: dir })
    }

    /// How many notifications are on the screen.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn displayed(&self) -> Result<usize> {
        let count = property(&self.address, SERVER.whom, SERVER.path, SERVER.interface, "displayedLength")?;
        Ok(u32::try_from(&*count).context("dunst counts in another way")?.try_into()?)
    }

    /// What has been on the screen and is not any more, latest first: the texts that dunst keeps of each, among them
    /// `appname`, `summary` and `body` (as it came, with its markup).
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn history(&self) -> Result<Vec<BTreeMap<String, String>>> {
        let reply = self.control("NotificationListHistory", &())?;
        let list: Vec<HashMap<String, OwnedVariant>> = reply.body().deserialize()?;
        Ok(list.into_iter().map(texts).collect())
    }

    /// A person clicks on the notification on top.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn click(&self) -> Result<()> {
        self.control("NotificationAction", &0_u32).map(drop)
    }

    /// A person waves every notification away: into the history.
    ///
    /// # Errors
    /// dunst does not answer.
    pub fn clear(&self) -> Result<()> {
        self.control("NotificationCloseAll", &()).map(drop)
    }

    /// A picture of the whole screen, in the format that the file's extension names.
    ///
    /// # Errors
    /// `import` (`ImageMagick`) is missing or fails.
    pub fn picture(&self, file: &Path) -> Result<()> {
        display::picture(&self.display, "root", file)
    }

    fn control<B>(&self, method: &str, body: &B) -> Result<Message>
    where
        B: serde::Serialize + zbus::DynamicType,
    {
        Question { method, ..SERVER }.ask(&self.address, body)
    }
}

/// dunst's own interface, beside the one that every notification server has.
const SERVER: Question<'static> = Question {
    whom: "org.freedesktop.Notifications",
    path: "/org/freedesktop/Notifications",
    interface: "org.dunstproject.cmd0",
    method: "Ping",
};
