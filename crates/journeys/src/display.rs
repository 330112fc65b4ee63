//! A screen that nobody sees: Xvfb, what stands on it, and a hand on its mouse.
//!
//! There is no window manager, so a window stands where its program puts it, and [`Display::close`] says to it what a
//! window manager would.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeWindowAttributesAux, ClientMessageEvent,
    ConfigureWindowAux, ConnectionExt as _, EventMask, ImageFormat, MOTION_NOTIFY_EVENT, MapState, Window as WindowId,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::child::Process;
use crate::wait_until;

/// How long the display may take to come up, and a picture to be taken.
const LIMIT: Duration = Duration::from_secs(15);

/// The colour behind everything, `0xRRGGBB`.
const BACKGROUND: u32 = 0x0033_4155;

/// What is narrower or lower than this, in pixels, is no window for people: toolkits keep such ones for themselves.
const LEAST_SIDE: u16 = 8;

/// A visible window that has no other window around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnScreen {
    /// Its id, as X tools take it.
    pub id: u32,
    /// Its title; empty when it has none.
    pub title: String,
    /// The process that says it owns the window.
    pub pid: Option<u32>,
    /// Pixels from the left of the screen.
    pub x: i16,
    /// Pixels from the top of the screen.
    pub y: i16,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
}

/// Xvfb, 1280×800 in full colour. It ends when this is dropped.
#[derive(Debug)]
pub struct Display {
    // In the order of ending. The connection is held for as long as the display is there: Xvfb begins anew, without
    // its background, when its last client leaves.
    connection: RustConnection,
    root: WindowId,
    name: String,
    _server: Process,
}

impl Display {
    /// Starts a display with a number that X chooses.
    ///
    /// # Errors
    /// `Xvfb` is missing or does not come up.
    pub fn start() -> Result<Self> {
        let (server, name) = xvfb()?;
        let (connection, screen) = x11rb::connect(Some(&name)).with_context(|| format!("display {name}"))?;
        let root = connection.setup().roots.get(screen).context("the display has no screen")?.root;
        let calm = ChangeWindowAttributesAux::new().background_pixel(BACKGROUND);
        connection.change_window_attributes(root, &calm)?.check()?;
        connection.clear_area(false, root, 0, 0, 0, 0)?.check()?;
        Ok(Self { connection, root, name, _server: server })
    }

    /// What `DISPLAY` must be for a program that is to use it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The visible windows, the lowest first.
    ///
    /// # Errors
    /// The display does not answer.
    pub fn windows(&self) -> Result<Vec<OnScreen>> {
        let (name, text, pid) = (self.atom("_NET_WM_NAME")?, self.atom("UTF8_STRING")?, self.atom("_NET_WM_PID")?);
        let all = self.connection.query_tree(self.root)?.reply()?.children;
        // A window that goes while it is looked at is not there.
        let look = |id| -> Result<Option<OnScreen>> {
            let Ok(attributes) = self.connection.get_window_attributes(id)?.reply() else { return Ok(None) };
            let Ok(place) = self.connection.get_geometry(id)?.reply() else { return Ok(None) };
            if attributes.map_state != MapState::VIEWABLE || place.width.min(place.height) < LEAST_SIDE {
                return Ok(None);
            }
            let property = |name, kind| -> Result<_> {
                Ok(self.connection.get_property(false, id, name, kind, 0, 1024)?.reply().ok())
            };
            let mut title = property(name, text)?.map(|found| found.value).unwrap_or_default();
            if title.is_empty() {
                let older = property(AtomEnum::WM_NAME.into(), AtomEnum::STRING.into())?;
                title = older.map(|found| found.value).unwrap_or_default();
            }
            let pid = property(pid, AtomEnum::CARDINAL.into())?.and_then(|found| found.value32()?.next());
            Ok(Some(OnScreen {
                id,
                title: String::from_utf8_lossy(&title).into_owned(),
                pid,
                x: place.x,
                y: place.y,
                width: place.width,
                height: place.height,
            }))
        };
        all.into_iter().filter_map(|id| look(id).transpose()).collect()
    }

    /// Waits for a visible window with exactly this title.
    ///
    /// # Errors
    /// None came in time; says which ones there are.
    pub fn wait_for_window(&self, title: &str, within: Duration) -> Result<OnScreen> {
        self.wait_until(&format!("a window titled {title:?}"), within, |all| {
            all.iter().rfind(|window| window.title == title).cloned()
        })
    }

    /// Waits until no visible window has exactly this title.
    ///
    /// # Errors
    /// One is still there; says which ones there are.
    pub fn wait_for_no_window(&self, title: &str, within: Duration) -> Result<()> {
        self.wait_until(&format!("no window titled {title:?}"), within, |all| {
            (!all.iter().any(|window| window.title == title)).then_some(())
        })
    }

    /// Asks a window to close, as a window manager does when a person closes it.
    ///
    /// # Errors
    /// The window is not there.
    pub fn close(&self, window: &OnScreen) -> Result<()> {
        let (protocols, close) = (self.atom("WM_PROTOCOLS")?, self.atom("WM_DELETE_WINDOW")?);
        let message = ClientMessageEvent::new(32, window.id, protocols, [close, x11rb::CURRENT_TIME, 0, 0, 0]);
        self.connection
            .send_event(false, window.id, EventMask::NO_EVENT, message)?
            .check()
            .with_context(|| format!("{window:?} is not on {}", self.name))
    }

    /// Puts a window somewhere, as a window manager does when a person drags it: pixels from the left, from the top, width
    /// and height.
    ///
    /// # Errors
    /// The window is not there.
    pub fn place(&self, window: &OnScreen, (x, y, width, height): (i16, i16, u16, u16)) -> Result<()> {
        let place =
            ConfigureWindowAux::new().x(i32::from(x)).y(i32::from(y)).width(u32::from(width)).height(u32::from(height));
        let placed = self.connection.configure_window(window.id, &place)?.check();
        placed.with_context(|| format!("{window:?} is not on {}", self.name))
    }

    /// A person moves the mouse to this point of the screen and clicks with the left button.
    ///
    /// # Errors
    /// The display does not answer.
    pub fn click(&self, x: i16, y: i16) -> Result<()> {
        const LEFT: u8 = 1;
        for (event, detail) in [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, LEFT), (BUTTON_RELEASE_EVENT, LEFT)] {
            self.connection.xtest_fake_input(event, detail, x11rb::CURRENT_TIME, self.root, x, y, 0)?.check()?;
        }
        Ok(())
    }

    /// A picture of the whole screen, in the format that the file's extension names.
    ///
    /// # Errors
    /// `import` (`ImageMagick`) is missing or fails.
    pub fn picture(&self, file: &Path) -> Result<()> {
        picture(&self.name, "root", file)
    }

    /// A picture of one window and of what lies over it.
    ///
    /// # Errors
    /// `import` (`ImageMagick`) is missing or fails, or the window is not there.
    pub fn picture_of(&self, window: &OnScreen, file: &Path) -> Result<()> {
        picture(&self.name, &window.id.to_string(), file)
    }

    /// The pixels of one line of the screen, `0xRRGGBB` each, the leftmost first.
    pub(crate) fn pixels(&self, x: i16, y: i16, width: u16) -> Result<Vec<u32>> {
        let line = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, 1, u32::MAX)?.reply()?;
        // Four bytes a pixel at this depth, blue first.
        Ok(line.data.chunks_exact(4).map(|p| u32::from_le_bytes([p[0], p[1], p[2], 0])).collect())
    }

    fn wait_until<T>(&self, what: &str, within: Duration, is_it: impl Fn(&[OnScreen]) -> Option<T>) -> Result<T> {
        let mut seen = Vec::new();
        let found = wait_until(what, within, || {
            seen = self.windows()?;
            Ok(is_it(&seen))
        });
        found.with_context(|| format!("on {} there are {seen:#?}", self.name))
    }

    fn atom(&self, name: &str) -> Result<Atom> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }
}

/// A picture of a window, or of the `root`, of this display.
pub(crate) fn picture(display: &str, window: &str, file: &Path) -> Result<()> {
    let mut camera = Process::start(
        Command::new("import").args(["-display", display, "-window", window]).arg(file).stdin(Stdio::null()),
    )?;
    let ended = camera.wait(LIMIT)?;
    ensure!(ended.success(), "import of ImageMagick fails: {ended}");
    Ok(())
}

/// A display with a number that X chooses.
fn xvfb() -> Result<(Process, String)> {
    let mut server = Process::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    )?;
    let output = server.pipes().stdout.take().context("Xvfb has no output")?;
    let (lines, first_line) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        if BufReader::new(output).read_line(&mut line).is_ok() {
            // An error means that the test has stopped waiting.
            let _ = lines.send(line);
        }
    });
    let number = first_line.recv_timeout(LIMIT).context("Xvfb names no display")?;
    let number: u32 = number.trim().parse().with_context(|| format!("Xvfb names the display {number:?}"))?;
    Ok((server, format!(":{number}")))
}
