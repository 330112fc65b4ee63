//! A real notification server that draws buttons: xfce4-notifyd. (dunst draws none.)

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::bus::Bus;
use crate::child::{Process, off_the_search_path};
use crate::display::{Display, OnScreen};
use crate::wait_until;
use crate::xfce::{LIMIT, Xfce};

/// The title of every notification's window.
const TITLE: &str = "xfce4-notifyd";

/// A line this far above the lower edge, in pixels, crosses every button between its upper border and its label.
const ABOVE_THE_EDGE: u16 = 42;

/// Less than this, in pixels, is no button.
const LEAST_BUTTON: usize = 24;

/// xfce4-notifyd in the upper right corner of a display. It ends when this is dropped.
#[derive(Debug)]
pub struct Notifyd<'a> {
    display: &'a Display,
    // In the order of ending.
    _server: Process,
    _xfce: Xfce,
}

impl<'a> Notifyd<'a> {
    /// Starts the server. Of the settings, see [`crate::Panel::start`].
    ///
    /// # Errors
    /// `xfce4-notifyd` or `xfconfd` is missing or does not come up, or the bus has a notification server already.
    pub fn start(bus: &Bus, display: &'a Display) -> Result<Self> {
        ensure!(!bus.has_notification_server()?, "there is a notification server on this bus already");
        let xfce = Xfce::on(bus)?;
        let program = off_the_search_path("xfce4/notifyd/xfce4-notifyd")?;
        let mut server = xfce.start(&mut Command::new(program), bus, display)?;
        wait_until("xfce4-notifyd on the bus", LIMIT, || {
            let ended = server.ended()?;
            ensure!(ended.is_none(), "xfce4-notifyd has ended: {ended:?}");
            Ok(bus.has_notification_server()?.then_some(()))
        })?;
        Ok(Self { display, _server: server, _xfce: xfce })
    }

    /// The notifications on the screen.
    ///
    /// # Errors
    /// The display does not answer.
    pub fn shown(&self) -> Result<Vec<OnScreen>> {
        let mut windows = self.display.windows()?;
        windows.retain(|window| window.title == TITLE);
        Ok(windows)
    }

    /// A picture of the whole screen, in the format that the file's extension names.
    ///
    /// # Errors
    /// `import` (`ImageMagick`) is missing or fails.
    pub fn picture(&self, file: &Path) -> Result<()> {
        self.display.picture(file)
    }

    /// A person presses a button of the only notification there is: with the mouse, where it is drawn. 0 is the
    /// leftmost; the server draws one for the action `default` too.
    ///
    /// # Errors
    /// There is not exactly one notification within this time, or it has fewer buttons.
    pub fn press(&self, place: usize, within: Duration) -> Result<()> {
        let mut before = None;
        let (window, buttons) = wait_until("one notification with buttons, at rest", within, || {
            let [window] = &self.shown()?[..] else { return Ok(None) };
            let now = Some((window.clone(), self.buttons(window)?));
            let at_rest = now == before && now.as_ref().is_some_and(|(_, buttons)| !buttons.is_empty());
            before.clone_from(&now);
            Ok(now.filter(|_| at_rest))
        })
        .with_context(|| format!("there are {:#?}", self.shown()))?;
        let Some(&x) = buttons.get(place) else {
            bail!("there is no button {place}: of {window:?} they are in the middle of {buttons:?}");
        };
        self.display.click(x, line(&window))
    }

    /// The middles of the buttons, in pixels of the screen, by what is not as the notification's own ground.
    fn buttons(&self, window: &OnScreen) -> Result<Vec<i16>> {
        // Not the window's own border.
        let (left, width) = (window.x + 4, window.width.saturating_sub(8));
        let pixels = self.display.pixels(left, line(window), width)?;
        let Some(&ground) = pixels.first() else { return Ok(Vec::new()) };
        let mut buttons = Vec::new();
        let mut at = 0;
        for run in pixels.chunk_by(|one, next| (*one == ground) == (*next == ground)) {
            if run.first() != Some(&ground) && run.len() >= LEAST_BUTTON {
                buttons.push(left + i16::try_from(at + run.len() / 2)?);
            }
            at += run.len();
        }
        Ok(buttons)
    }
}

fn line(window: &OnScreen) -> i16 {
    window.y + window.height.saturating_sub(ABOVE_THE_EDGE).cast_signed()
}
