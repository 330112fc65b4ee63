//! A process that ends with the test: by its own id, whether the test passes or not.

use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open, pidfd_send_signal};

use crate::wait_until;

/// How long a process may take to end after it was asked to.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// A process that was started here.
#[derive(Debug)]
pub(crate) struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("{name} does not start: is it installed?"))?;
        Ok(Self { name, child })
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its standard input, output and error, where they are pipes.
    pub(crate) fn pipes(&mut self) -> &mut Child {
        &mut self.child
    }

    /// How it ended; none while it runs.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().with_context(|| format!("{} can't be waited for", self.name))
    }

    /// Waits for it to end by itself.
    pub(crate) fn wait(&mut self, within: Duration) -> Result<ExitStatus> {
        let what = format!("{} ends", self.name);
        wait_until(&what, within, || self.ended())
    }

    /// Asks it to end (SIGTERM). Nothing happens to one that has ended.
    pub(crate) fn ask_to_end(&mut self) -> Result<()> {
        // Only a child that has not been waited for keeps its id, so nobody else is hit.
        if self.ended()?.is_none()
            && let Some(pid) = i32::try_from(self.id()).ok().and_then(Pid::from_raw)
        {
            kill_process(pid, Signal::TERM).with_context(|| format!("{} can't be asked to end", self.name))?;
        }
        Ok(())
    }

    /// Ends it at once (SIGKILL).
    pub(crate) fn kill(&mut self) -> Result<()> {
        self.child.kill().with_context(|| format!("{} can't be killed", self.name))?;
        self.child.wait().with_context(|| format!("{} can't be waited for", self.name))?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.ask_to_end().is_err() || self.wait(LAST_WORDS).is_err() {
            // Nothing more can be done for a process that even this does not end.
            let _ = self.kill();
        }
    }
}

/// A process that another one started for the test. It ends with the test all the same.
///
/// It is held by a handle and not by its number, which may come to mean another process once this one has ended.
#[derive(Debug)]
pub(crate) struct Adopted {
    name: String,
    pid: u32,
    handle: OwnedFd,
}

impl Adopted {
    /// The process that has this number now.
    pub(crate) fn from_pid(pid: u32, name: &str) -> Result<Self> {
        let number = i32::try_from(pid).ok().and_then(Pid::from_raw).context("no process has this number")?;
        let handle = pidfd_open(number, PidfdFlags::empty()).with_context(|| format!("{name} has ended"))?;
        Ok(Self { name: name.to_owned(), pid, handle })
    }

    pub(crate) fn id(&self) -> u32 {
        self.pid
    }

    /// Waits for it to end.
    pub(crate) fn wait(&self, within: Duration) -> Result<()> {
        let within = Timespec::try_from(within)?;
        let events = poll(&mut [PollFd::new(&self.handle, PollFlags::IN)], Some(&within))?;
        ensure!(events > 0, "{} ends: not in time", self.name);
        Ok(())
    }

    /// Ends it at once (SIGKILL).
    pub(crate) fn kill(&self) -> Result<()> {
        self.signal(Signal::KILL)?;
        self.wait(LAST_WORDS)
    }

    fn signal(&self, signal: Signal) -> Result<()> {
        match pidfd_send_signal(&self.handle, signal) {
            Ok(()) | Err(Errno::SRCH) => Ok(()),
            Err(error) => Err(error).with_context(|| format!("{} can't be sent {signal:?}", self.name)),
        }
    }
}

impl Drop for Adopted {
    fn drop(&mut self) {
        if self.signal(Signal::TERM).is_err() || self.wait(LAST_WORDS).is_err() {
            // Nothing more can be done for a process that even this does not end.
            let _ = self.kill();
        }
    }
}

/// Where a program is that a package keeps off the search path, by the end of its path: below `/usr/lib`, below the
/// folder that is named for the machine, or below what other systems have in their place.
///
/// # Errors
/// It is in none of these places.
pub(crate) fn off_the_search_path(end: &str) -> Result<PathBuf> {
    let mut places: Vec<PathBuf> = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from).into();
    if let Ok(folders) = std::fs::read_dir("/usr/lib") {
        places.extend(folders.flatten().map(|folder| folder.path()));
    }
    let found = places.iter().map(|place| place.join(end)).find(|path| path.is_file());
    found.with_context(|| format!("{end} is not below /usr/lib, /usr/lib64 or /usr/libexec: is it installed?"))
}

/// Whether a program of this name is on the search path.
#[must_use]
pub fn is_installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}
