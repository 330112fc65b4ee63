//! A process that ends with the test: by its own id, whether the test passes or not.

use std::process::{Child, Command, ExitStatus};
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};

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

/// Whether a program of this name is on the search path.
#[must_use]
pub fn is_installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}
