//! A real tray: Xfce's panel with nothing on it but the tray and the time.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::bus::{Bus, property};
use crate::child::Process;
use crate::display::Display;
use crate::tray::WATCHER;
use crate::wait_until;
use crate::xfce::{LIMIT, Xfce};

/// xfce4-panel along the bottom of the display. It ends when this is dropped.
#[derive(Debug)]
pub struct Panel {
    // In the order of ending.
    _panel: Process,
    _xfce: Xfce,
}

impl Panel {
    /// Starts the panel and waits until it would show a program that comes.
    ///
    /// The first part of Xfce that starts on a bus keeps the settings of those that start after it: let it be the one
    /// that lives longest.
    ///
    /// # Errors
    /// `xfce4-panel` or `xfconfd` is missing or does not come up, or another tray is there already.
    pub fn start(bus: &Bus, display: &Display) -> Result<Self> {
        ensure!(!bus.has(WATCHER.whom)?, "there is a tray on this bus already");
        let xfce = Xfce::on(bus)?;
        // It would wait for a window manager, which there is none of.
        let mut panel = xfce.start(Command::new("xfce4-panel").arg("--disable-wm-check"), bus, display)?;
        wait_until("a tray on the bus", LIMIT, || {
            let ended = panel.ended()?;
            ensure!(ended.is_none(), "xfce4-panel has ended: {ended:?}");
            if !bus.has(WATCHER.whom)? {
                return Ok(None);
            }
            let shows = "IsStatusNotifierHostRegistered";
            let shows = property(bus.address(), WATCHER.whom, WATCHER.path, WATCHER.interface, shows)?;
            Ok(bool::try_from(&*shows)?.then_some(()))
        })?;
        Ok(Self { _panel: panel, _xfce: xfce })
    }
}
