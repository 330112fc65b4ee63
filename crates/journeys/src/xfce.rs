//! What the parts of the Xfce desktop need: directories of their own, and the daemon that keeps their settings.
//!
//! A private bus starts nothing by itself, so the daemon is started here; a desktop has one, which the parts share.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::bus::Bus;
use crate::child::{Process, off_the_search_path};
use crate::display::Display;
use crate::wait_until;

/// How long a part may take to come up.
pub(crate) const LIMIT: Duration = Duration::from_secs(15);

/// The settings daemon's name on the bus.
const DAEMON: &str = "org.xfce.Xfconf";

/// A bar at the bottom (a window that nobody placed stands in the upper left corner): room, the tray, and the time.
const PANEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray"/>
    <property name="plugin-3" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-format" type="string" value="%H:%M"/>
    </property>
  </property>
</channel>
"#;

/// Notifications in the upper right corner, none of which fades by itself.
const NOTIFYD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-notifyd" version="1.0">
  <property name="notify-location" type="uint" value="2"/>
  <property name="expire-timeout-enabled" type="bool" value="false"/>
  <property name="do-fadeout" type="bool" value="false"/>
  <property name="do-slideout" type="bool" value="false"/>
  <property name="initial-opacity" type="double" value="1"/>
</channel>
"#;

/// The surroundings of one part.
#[derive(Debug)]
pub(crate) struct Xfce {
    // In the order of ending: the daemon before its directory. It is there when no other part has brought one.
    _daemon: Option<Process>,
    dir: TempDir,
}

impl Xfce {
    /// Makes the directories and sees that the settings are there.
    pub(crate) fn on(bus: &Bus) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("frontwatch-xfce-").tempdir()?;
        let channels = dir.path().join("config/xfce4/xfconf/xfce-perchannel-xml");
        for folder in [&channels, &dir.path().join("runtime")] {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        std::fs::write(channels.join("xfce4-panel.xml"), PANEL)?;
        std::fs::write(channels.join("xfce4-notifyd.xml"), NOTIFYD)?;
        if bus.has(DAEMON)? {
            return Ok(Self { _daemon: None, dir });
        }
        let program = off_the_search_path("xfce4/xfconf/xfconfd")?;
        let mut daemon = Process::start(environment(&mut Command::new(program), dir.path(), bus))?;
        wait_until("xfconfd on the bus", LIMIT, || {
            let ended = daemon.ended()?;
            ensure!(ended.is_none(), "xfconfd has ended: {ended:?}");
            Ok(bus.has(DAEMON)?.then_some(()))
        })?;
        Ok(Self { _daemon: Some(daemon), dir })
    }

    /// Starts the part's program on this display.
    pub(crate) fn start(&self, command: &mut Command, bus: &Bus, display: &Display) -> Result<Process> {
        Process::start(environment(command, self.dir.path(), bus).env("DISPLAY", display.name()))
    }
}

fn environment<'a>(command: &'a mut Command, dir: &Path, bus: &Bus) -> &'a mut Command {
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", dir)
        .env("XDG_CONFIG_HOME", dir.join("config"))
        .env("XDG_CACHE_HOME", dir.join("cache"))
        .env("XDG_DATA_HOME", dir.join("data"))
        .env("XDG_RUNTIME_DIR", dir.join("runtime"))
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC")
        // There is no bus for accessibility either.
        .env("NO_AT_BRIDGE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
}
