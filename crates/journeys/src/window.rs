//! The program's real window, driven as a person would: through `WebKitWebDriver`, which starts the program.
//!
//! What the driver does, as measured with `WebKitGTK` 2.50: it answers only once the program has a window, however late
//! that is; a window that a person closes takes nothing with it, and one that the program makes later is driven after
//! turning to it; closing the last window *through the driver*, or ending the session, kills the program, so neither
//! is offered; and a driver that ends leaves the program running, so that it must be ended by itself.

use std::future::Future;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::error::{CmdError, ErrorStatus, NewSessionError};
pub use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use crate::child::Adopted;
use crate::display::Display;
use crate::memory::children;
use crate::program::Program;
use crate::wait_until;

/// How long the driver may take to come up, to start the program, and to answer.
const LIMIT: Duration = Duration::from_secs(20);

/// How long an element may take to be there, and to be such that it can be clicked.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often the page is looked at.
const STEP: Duration = Duration::from_millis(50);

/// Where the session with the program is.
#[derive(Debug)]
enum Session {
    /// Asked for: the program has had no window yet.
    Asked(JoinHandle<Result<Client, NewSessionError>>),
    Open(Client),
    /// There will be none.
    Failed(String),
}

/// A program with a window of `WebKitGTK`, and what drives it. Both end when this is dropped.
#[derive(Debug)]
pub struct Window {
    // In the order of ending: the program, then its driver.
    program: Adopted,
    session: Session,
    driver: Program,
    runtime: Runtime,
}

impl Window {
    /// Starts a program under a driver. Of the command count the program, its words and the variables that it sets:
    /// the environment is these and nothing else. See [`Program::desktop`].
    ///
    /// The program is running afterwards, and may not have a window yet: see [`Window::wait`].
    ///
    /// # Errors
    /// `WebKitWebDriver` is missing or does not come up; it does not start the program.
    pub fn start(command: &Command) -> Result<Self> {
        let binary = Path::new(command.get_program());
        let binary = binary.canonicalize().with_context(|| binary.display().to_string())?;
        let words: Vec<String> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        let port = free_port()?;
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .arg("--host=127.0.0.1")
            .arg(format!("--port={port}"))
            .env_clear()
            .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))))
            // Without this the session is never opened.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null());
        let driver = Program::run(&mut driver)?;
        let listens = || Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        wait_until("WebKitWebDriver listens", LIMIT, listens).with_context(|| driver.account())?;

        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let options = json!({"binary": binary, "args": words});
        let wanted = [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
        let session = Session::Asked(runtime.spawn(async move {
            let address = format!("http://127.0.0.1:{port}");
            ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(&address).await
        }));
        let started = format!("{} starts", binary.display());
        let pid = wait_until(&started, LIMIT, || {
            // Before it becomes the program, the new process is the driver.
            let runs = |pid: &u32| std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == binary);
            Ok(children(driver.pid())?.into_iter().find(runs))
        });
        let pid = pid.with_context(|| driver.account())?;
        let program = Adopted::from_pid(pid, &binary.display().to_string())?;
        Ok(Self { program, session, driver, runtime })
    }

    /// The program's process id.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.program.id()
    }

    /// What the program and its driver have said so far on standard error.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        self.driver.errors()
    }

    /// Waits until there is a window, and turns to the latest. Everything else looks at the window that was turned to.
    ///
    /// # Errors
    /// There is none in time, or the program has ended; says what the program said.
    pub fn wait(&mut self, within: Duration) -> Result<()> {
        let begun = Instant::now();
        while let Session::Asked(asked) = &mut self.session {
            // The driver does not notice when a program ends that has had no window.
            let ended = self.program.wait(Duration::ZERO).is_ok();
            match self.runtime.block_on(async { tokio::time::timeout(STEP, asked).await }) {
                Ok(answer) => {
                    self.session = match answer.context("the session")? {
                        Ok(client) => Session::Open(client),
                        Err(error) => Session::Failed(error.to_string()),
                    };
                }
                Err(_) if ended => bail!("the program has ended and had no window; {}", self.driver.account()),
                Err(_) if begun.elapsed() >= within => {
                    bail!("the program has had no window within {within:?}; {}", self.driver.account())
                }
                Err(_) => {}
            }
        }
        loop {
            let windows = self.ask("the windows", async |client| client.windows().await)?;
            if let Some(latest) = windows.into_iter().next_back() {
                return self.ask("turning to the window", async |client| client.switch_to_window(latest).await);
            }
            ensure!(begun.elapsed() < within, "no window within {within:?}; {}", self.driver.account());
            std::thread::sleep(STEP);
        }
    }

    /// A person closes the window with its frame's button. The program runs on, if it is one that does.
    ///
    /// # Errors
    /// The program has no window on this display, or it is still there after some time.
    pub fn close(&self, display: &Display) -> Result<()> {
        let mut own = display.windows()?;
        own.retain(|window| window.pid == Some(self.pid()));
        let window = own.last().with_context(|| format!("process {} has no window", self.pid()))?;
        display.close(window)?;
        wait_until("the window is closed", PATIENCE, || {
            Ok((!display.windows()?.iter().any(|other| other.id == window.id)).then_some(()))
        })
    }

    /// Whether there is such an element now.
    ///
    /// # Errors
    /// There is no window.
    pub fn exists(&self, css: &str) -> Result<bool> {
        Ok(!self.texts(css)?.is_empty())
    }

    /// The texts of all such elements now, as they are displayed, in the order of the page.
    ///
    /// # Errors
    /// There is no window.
    pub fn texts(&self, css: &str) -> Result<Vec<String>> {
        // The page may change while it is read.
        self.patiently(css, PATIENCE, async |client| {
            let mut texts = Vec::new();
            for element in client.find_all(Locator::Css(css)).await? {
                texts.push(element.text().await?);
            }
            Ok(texts)
        })
    }

    /// The text of the first such element, as it is displayed. Waits for the element.
    ///
    /// # Errors
    /// There is none in time.
    pub fn text(&self, css: &str) -> Result<String> {
        self.patiently(css, PATIENCE, async |client| client.find(Locator::Css(css)).await?.text().await)
    }

    /// Waits until one of such elements displays this text or more, and gives all that it displays.
    ///
    /// # Errors
    /// None does in time; says what they display.
    pub fn wait_for_text(&self, css: &str, contains: &str, within: Duration) -> Result<String> {
        let begun = Instant::now();
        loop {
            let texts = self.texts(css)?;
            if let Some(found) = texts.iter().find(|text| text.contains(contains)) {
                return Ok(found.clone());
            }
            ensure!(begun.elapsed() < within, "no {css:?} says {contains:?} within {within:?}: they say {texts:#?}");
            std::thread::sleep(STEP);
        }
    }

    /// Clicks on the first such element. Waits until there is one that can be clicked.
    ///
    /// # Errors
    /// There is none in time.
    pub fn click(&self, css: &str) -> Result<()> {
        self.patiently(css, PATIENCE, async |client| client.find(Locator::Css(css)).await?.click().await)
    }

    /// Types into the first such field, in the place of what was there. Waits for the field.
    ///
    /// # Errors
    /// There is none in time that can be typed into.
    pub fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.patiently(css, PATIENCE, async |client| {
            let field = client.find(Locator::Css(css)).await?;
            field.clear().await?;
            field.send_keys(text).await
        })
    }

    /// Types wherever the keyboard is.
    ///
    /// # Errors
    /// There is no window.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let pressed = |keys, value| {
            let down = KeyAction::Down { value };
            KeyActions::then(keys, down).then(KeyAction::Up { value })
        };
        let keys = text.chars().fold(KeyActions::new("keyboard".to_owned()), pressed);
        self.ask("typing", async |client| client.perform_actions(keys).await)
    }

    /// Presses a key wherever the keyboard is.
    ///
    /// # Errors
    /// There is no window.
    pub fn press(&self, key: Key) -> Result<()> {
        self.type_text(&char::from(key).to_string())
    }

    /// Presses a letter while the control key is held: `v` pastes.
    ///
    /// # Errors
    /// There is no window.
    pub fn press_with_control(&self, letter: char) -> Result<()> {
        let (control, keys) = (Key::Control.into(), KeyActions::new("keyboard".to_owned()));
        let keys = keys
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: letter })
            .then(KeyAction::Up { value: letter })
            .then(KeyAction::Up { value: control });
        self.ask("a shortcut", async |client| client.perform_actions(keys).await)
    }

    /// Chooses the entry with this value of the first such list.
    ///
    /// # Errors
    /// There is none in time.
    pub fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.patiently(css, PATIENCE, async |client| client.find(Locator::Css(css)).await?.select_by_value(value).await)
    }

    /// Chooses a file of this computer in the first such field.
    ///
    /// # Errors
    /// There is no such field in time.
    pub fn choose_file(&self, css: &str, file: &Path) -> Result<()> {
        let file = file.to_string_lossy();
        self.patiently(css, PATIENCE, async |client| client.find(Locator::Css(css)).await?.send_keys(&file).await)
    }

    /// What these lines of JavaScript return.
    ///
    /// # Errors
    /// They throw.
    pub fn script(&self, lines: &str) -> Result<Value> {
        self.ask(lines, async |client| client.execute(lines, Vec::new()).await)
    }

    /// A PNG picture of the page as far as the window shows it.
    ///
    /// # Errors
    /// There is no window, or the file can't be written.
    pub fn picture(&self, file: &Path) -> Result<()> {
        // Otherwise the picture is that of the frame before the last change.
        const PAINTED: &str = "const done = arguments[0]; \
                               requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.ask("two frames", async |client| client.execute_async(PAINTED, Vec::new()).await)?;
        let picture = self.ask("a picture", async |client| client.screenshot().await)?;
        std::fs::write(file, picture).with_context(|| file.display().to_string())
    }

    /// Waits for the program to end by itself.
    ///
    /// # Errors
    /// It runs on.
    pub fn wait_for_end(&self, within: Duration) -> Result<()> {
        self.program.wait(within).with_context(|| self.driver.account())
    }

    /// Ends the program at this very instant (SIGKILL).
    ///
    /// # Errors
    /// The system refuses.
    pub fn kill(&self) -> Result<()> {
        self.program.kill()
    }

    /// Does this again and again while the element is not there, not yet ready, or just replaced by another.
    fn patiently<T>(
        &self,
        css: &str,
        within: Duration,
        what: impl AsyncFn(Client) -> Result<T, CmdError>,
    ) -> Result<T> {
        let client = self.client()?;
        let begun = Instant::now();
        loop {
            let error = match self.bounded(css, what(client.clone()))? {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            let passes = matches!(&error, CmdError::Standard(error) if matches!(
                error.error,
                ErrorStatus::NoSuchElement
                    | ErrorStatus::StaleElementReference
                    | ErrorStatus::ElementNotInteractable
                    | ErrorStatus::ElementClickIntercepted
                    // Seen once, without a word, at a click beside other work. What stays so fails in the end.
                    | ErrorStatus::UnknownError
            ));
            if !passes || begun.elapsed() >= within {
                // The driver's own words are often none.
                let kind = if let CmdError::Standard(error) = &error { error.error.to_string() } else { String::new() };
                return Err(error).with_context(|| format!("{css:?} in the window: {kind}; {}", self.driver.account()));
            }
            std::thread::sleep(STEP);
        }
    }

    fn ask<T>(&self, what: &str, asked: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> Result<T> {
        let answer = self.bounded(what, asked(self.client()?))?;
        answer.with_context(|| format!("{what} in the window; {}", self.driver.account()))
    }

    fn bounded<T>(&self, what: &str, answer: impl Future<Output = T>) -> Result<T> {
        let answer = self.runtime.block_on(async { tokio::time::timeout(LIMIT, answer).await });
        answer.with_context(|| format!("{what}: the window does not answer; {}", self.driver.account()))
    }

    fn client(&self) -> Result<Client> {
        match &self.session {
            Session::Open(client) => Ok(client.clone()),
            Session::Asked(_) => bail!("there has been no window yet that was waited for"),
            Session::Failed(why) => bail!("the window can't be driven: {why}; {}", self.driver.account()),
        }
    }
}

/// A port of the loopback address that nobody has now.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
