//! The built programs, run as an editor would run it.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::bus::Bus;
use crate::child::Process;
use crate::display::Display;
use crate::home::Home;
use crate::wait_until;

/// How many of the last lines a failure shows.
const SHOWN_LINES: usize = 30;

/// How long the last lines of a process that has ended may take to be read.
const LAST_LINES: Duration = Duration::from_secs(5);

/// What the program has said so far.
#[derive(Debug, Default)]
struct Said {
    /// Lines of standard output that are JSON.
    json: Vec<Value>,
    /// Other lines of standard output.
    plain: Vec<String>,
    /// Lines of standard error.
    errors: Vec<String>,
}

/// A running program. It is ended when this is dropped.
#[derive(Debug)]
pub struct Program {
    process: Process,
    said: Arc<Mutex<Said>>,
    readers: Vec<JoinHandle<()>>,
    /// How many JSON lines have been waited for already.
    heard: usize,
}

impl Program {
    /// Starts the program with these words, the home's data directory and, where there is one, its configuration.
    ///
    /// # Errors
    /// The program has not been built, or does not start.
    pub fn start(home: &Home, bus: Option<&Bus>, words: &[&str]) -> Result<Self> {
        let mut command = Self::command(home, bus)?;
        command.args(words).arg("--data").arg(home.data());
        if home.config().exists() {
            command.arg("--config").arg(home.config());
        }
        Self::run(&mut command)
    }

    /// The program as [`Program::run`] takes it, to be given other words or another environment. Without a bus it finds none.
    ///
    /// Its environment is this and nothing else: `PATH`, `HOME`, the XDG directories inside the home, the bus, `LANG`
    /// (English) and `TZ` (UTC).
    ///
    /// # Errors
    /// The program has not been built.
    pub fn command(home: &Home, bus: Option<&Bus>) -> Result<Command> {
        let mut command = Command::new(binary("frontwatch")?);
        surround(&mut command, home, bus);
        Ok(command)
    }

    /// The desktop program on this display, as [`Program::run`] and [`crate::Window::start`] take it: with the home's
    /// data directory and, where there is one, its configuration. Its environment is that of [`Program::command`] and
    /// the display; it is to be given its words, of which `--hidden` is one.
    ///
    /// # Errors
    /// The program has not been built.
    pub fn desktop(home: &Home, bus: Option<&Bus>, display: &Display) -> Result<Command> {
        let mut command = Command::new(binary("frontwatch-desktop")?);
        surround(&mut command, home, bus);
        // On a private bus there is none for accessibility; looking for it in vain takes time.
        command.env("DISPLAY", display.name()).env("NO_AT_BRIDGE", "1").arg("--data").arg(home.data());
        if home.config().exists() {
            command.arg("--config").arg(home.config());
        }
        Ok(command)
    }

    /// Runs a command and listens to it. Its standard input stays as the command has it.
    ///
    /// # Errors
    /// It does not start.
    pub fn run(command: &mut Command) -> Result<Self> {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = Process::start(command)?;
        let said = Arc::new(Mutex::new(Said::default()));
        let output = process.pipes().stdout.take().context("no standard output")?;
        let errors = process.pipes().stderr.take().context("no standard error")?;
        let readers = vec![
            read(output, &said, |said, line| match serde_json::from_str(&line) {
                Ok(value) => said.json.push(value),
                Err(_) => said.plain.push(line),
            }),
            read(errors, &said, |said, line| said.errors.push(line)),
        ];
        Ok(Self { process, said, readers, heard: 0 })
    }

    /// The process id.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Writes a line to its standard input, which must be a pipe.
    ///
    /// # Errors
    /// It is none, or nobody reads it any more.
    pub fn tell(&mut self, line: &str) -> Result<()> {
        let input = self.process.pipes().stdin.as_mut().context("standard input is no pipe")?;
        writeln!(input, "{line}").context("the program reads no more")?;
        Ok(input.flush()?)
    }

    /// Ends its standard input, where that is a pipe.
    pub fn end_input(&mut self) {
        drop(self.process.pipes().stdin.take());
    }

    /// Waits for a JSON line like this, after those that were waited for before.
    ///
    /// # Errors
    /// None came in time, or the program has ended; says what came instead.
    pub fn wait_for(&mut self, what: &str, within: Duration, is_it: impl Fn(&Value) -> bool) -> Result<Value> {
        let found = wait_until(what, within, || {
            // Asked first: what it said before it ended must still be looked at.
            let ended = self.process.ended()?;
            if ended.is_some() {
                self.read_to_the_end()?;
            }
            let found = self
                .said()
                .json
                .iter()
                .enumerate()
                .skip(self.heard)
                .find(|(_, line)| is_it(line))
                .map(|(place, line)| (place, line.clone()));
            if let (None, Some(status)) = (&found, ended) {
                bail!("{what}: the program has ended with {status}");
            }
            Ok(found)
        });
        let (place, line) = found.with_context(|| self.account())?;
        self.heard = place + 1;
        Ok(line)
    }

    /// Waits for a line on standard error that has this in it, also one that has come already.
    ///
    /// # Errors
    /// None came in time; says what came instead.
    pub fn wait_for_error(&self, text: &str, within: Duration) -> Result<String> {
        let what = format!("{text:?} on standard error");
        wait_until(&what, within, || Ok(self.said().errors.iter().find(|line| line.contains(text)).cloned()))
            .with_context(|| self.account())
    }

    /// Watches for a while that no JSON line like this comes. What came before does not count.
    ///
    /// # Errors
    /// One has come.
    pub fn never(&self, what: &str, during: Duration, is_it: impl Fn(&Value) -> bool) -> Result<()> {
        let before = self.said().json.len();
        std::thread::sleep(during);
        let come = self.said().json.iter().skip(before).find(|line| is_it(line)).cloned();
        ensure!(come.is_none(), "{what}: {come:#?}");
        Ok(())
    }

    /// Every JSON line so far.
    #[must_use]
    pub fn lines(&self) -> Vec<Value> {
        self.said().json.clone()
    }

    /// The JSON lines since this was last asked, which are kept no longer: for a program that is listened to for an hour.
    pub fn take_lines(&mut self) -> Vec<Value> {
        self.heard = 0;
        std::mem::take(&mut self.said().json)
    }

    /// Makes sure that it still runs.
    ///
    /// # Errors
    /// It has ended; says with what last words.
    pub fn still_runs(&mut self) -> Result<()> {
        let Some(status) = self.process.ended()? else { return Ok(()) };
        self.read_to_the_end()?;
        bail!("the program has ended with {status}; {}", self.account())
    }

    /// Every line of standard output that is not JSON: with `--json` there may be none.
    #[must_use]
    pub fn plain_lines(&self) -> Vec<String> {
        self.said().plain.clone()
    }

    /// Every line of standard error so far.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        self.said().errors.clone()
    }

    /// Waits for it to end by itself; all it has said can be read then.
    ///
    /// # Errors
    /// It runs on.
    pub fn wait(&mut self, within: Duration) -> Result<ExitStatus> {
        let status = self.process.wait(within).with_context(|| self.account())?;
        self.read_to_the_end()?;
        Ok(status)
    }

    /// Asks it to end (SIGTERM) and waits.
    ///
    /// # Errors
    /// It runs on.
    pub fn terminate(&mut self, within: Duration) -> Result<ExitStatus> {
        self.process.ask_to_end()?;
        self.wait(within)
    }

    /// Ends it at this very instant (SIGKILL).
    ///
    /// # Errors
    /// The system refuses.
    pub fn kill(&mut self) -> Result<()> {
        self.process.kill()?;
        self.read_to_the_end()
    }

    fn read_to_the_end(&mut self) -> Result<()> {
        let readers = &self.readers;
        wait_until("the last lines", LAST_LINES, || Ok(readers.iter().all(JoinHandle::is_finished).then_some(())))
    }

    /// The last lines, for a failure.
    pub(crate) fn account(&self) -> String {
        let said = self.said();
        let json: Vec<String> = said.json.iter().map(ToString::to_string).collect();
        let streams = [("output", &json), ("not JSON", &said.plain), ("errors", &said.errors)];
        let last = streams.iter().flat_map(|(stream, lines)| {
            let skipped = lines.len().saturating_sub(SHOWN_LINES);
            lines.iter().skip(skipped).map(move |line| format!("  {stream}: {line}"))
        });
        format!("the program's last lines\n{}", last.collect::<Vec<_>>().join("\n"))
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        lock(&self.said)
    }
}

/// Gives a program the environment of this editor, and no other.
fn surround(command: &mut Command, home: &Home, bus: Option<&Bus>) {
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path().join("runtime"))
        .env("LANG", "en_US.UTF-8")
        .env("TZ", "UTC")
        .env("RUST_BACKTRACE", "1")
        .stdin(Stdio::null());
    if let Some(bus) = bus {
        command.env("DBUS_SESSION_BUS_ADDRESS", bus.address());
    }
}

/// Reads a stream by the line until it ends.
fn read(
    stream: impl Read + Send + 'static,
    said: &Arc<Mutex<Said>>,
    keep: impl Fn(&mut Said, String) + Send + 'static,
) -> JoinHandle<()> {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n') {
            let Ok(line) = line else { return };
            keep(&mut lock(&said), String::from_utf8_lossy(&line).into_owned());
        }
    })
}

fn lock(said: &Mutex<Said>) -> MutexGuard<'_, Said> {
    said.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where this program of the workspace was built: the file that `FRONTWATCH_BIN` names (for a program called
/// `frontwatch`), or beside the test in the target directory.
///
/// # Errors
/// It is in neither place; says what to do.
fn binary(name: &str) -> Result<PathBuf> {
    let variable = format!("{}_BIN", name.to_uppercase().replace('-', "_"));
    if let Some(path) = std::env::var_os(&variable).filter(|path| !path.is_empty()) {
        return existing(&PathBuf::from(path)).with_context(|| format!("{variable} names no file"));
    }
    let test = std::env::current_exe().context("the test does not know where it is")?;
    let file = OsString::from(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    // target/debug/deps/test → target/debug/frontwatch
    let beside = test.ancestors().skip(1).take(2).map(|dir| dir.join(&file)).find(|path| path.is_file());
    beside.with_context(|| {
        format!("{name} has not been built beside {}: run `cargo build -p {name}`, or set {variable}", test.display())
    })
}

fn existing(path: &Path) -> Result<PathBuf> {
    path.canonicalize().with_context(|| path.display().to_string())
}
