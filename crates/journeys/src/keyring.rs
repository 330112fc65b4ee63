//! A real keychain on a private bus: gnome-keyring, unlocked, with nothing in it.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::bus::Bus;
use crate::child::Process;
use crate::home::Home;
use crate::wait_until;

/// What it is called on a bus.
const NAME: &str = "org.freedesktop.secrets";

/// How long it may take to come up.
const LIMIT: Duration = Duration::from_secs(10);

/// gnome-keyring on a bus. It ends when this is dropped.
#[derive(Debug)]
pub struct Keyring {
    _daemon: Process,
}

impl Keyring {
    /// Starts the daemon with a keychain of its own below the home, unlocked by a password that only this test knows.
    ///
    /// # Errors
    /// `gnome-keyring-daemon` is missing or does not come up.
    pub fn start(bus: &Bus, home: &Home) -> Result<Self> {
        let mut daemon = Process::start(
            Command::new("gnome-keyring-daemon")
                .args(["--foreground", "--unlock", "--components=secrets"])
                .arg("--control-directory")
                .arg(home.path().join("runtime"))
                .env_clear()
                .env("PATH", std::env::var_os("PATH").unwrap_or_default())
                .env("HOME", home.path())
                .env("XDG_DATA_HOME", home.path().join("keyring"))
                .env("XDG_RUNTIME_DIR", home.path().join("runtime"))
                .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        // The password is all that comes before the end of its input.
        let mut input = daemon.pipes().stdin.take().context("gnome-keyring-daemon has no input")?;
        input.write_all(b"a password of this test")?;
        drop(input);
        wait_until("the keychain on the bus", LIMIT, || {
            let ended = daemon.ended()?;
            ensure!(ended.is_none(), "gnome-keyring-daemon has ended: {ended:?}");
            Ok(bus.has(NAME)?.then_some(()))
        })?;
        Ok(Self { _daemon: daemon })
    }

    /// Ends it, as a desktop does whose keychain breaks down: what it keeps is there for the next one.
    ///
    /// # Errors
    /// The bus does not notice.
    pub fn end(self, bus: &Bus) -> Result<()> {
        drop(self);
        wait_until("no keychain on the bus", LIMIT, || Ok((!bus.has(NAME)?).then_some(())))
    }
}
