//! What a program costs: the memory of a process and of all that it started.
//!
//! Counted is the proportional set size (PSS): pages that several processes share are shared out among them, so that
//! the sum over a program's processes is what it costs the machine. That includes pages shared with strangers: beside
//! another program of the same toolkit, such as the panel, a program weighs less. Weigh it alone.

use std::fmt;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// What one process holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Its id.
    pub pid: u32,
    /// Its name, as the kernel has it: at most 15 bytes.
    pub name: String,
    /// PSS in kB (1024 bytes).
    pub kb: u64,
    /// What of it is no file's: what the process itself has asked for, in kB.
    pub own_kb: u64,
}

/// What a program's processes hold, at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// The process asked about, then its children and theirs.
    pub shares: Vec<Share>,
}

impl Memory {
    /// Of a process and of all that descend from it.
    ///
    /// # Errors
    /// The process is not there, or its account can't be read.
    pub fn of(pid: u32) -> Result<Self> {
        let first = share(pid).with_context(|| format!("process {pid} has no account of its memory"))?;
        let mut shares = vec![first];
        let mut parents = vec![pid];
        while let Some(parent) = parents.pop() {
            for child in children(parent)? {
                parents.push(child);
                // One that has just ended holds nothing.
                shares.extend(share(child).ok());
            }
        }
        Ok(Self { shares })
    }

    /// All of it, in kB (1024 bytes).
    #[must_use]
    pub fn kb(&self) -> u64 {
        self.shares.iter().map(|share| share.kb).sum()
    }
}

impl Memory {
    /// What of it is no file's, in kB (1024 bytes): the same whoever else is there.
    #[must_use]
    pub fn own_kb(&self) -> u64 {
        self.shares.iter().map(|share| share.own_kb).sum()
    }
}

impl fmt::Display for Memory {
    /// The sum in MiB, and what it is the sum of.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = |kb: u64| kb as f64 / 1024.0;
        write!(f, "{:.1} MiB:", mib(self.kb()))?;
        self.shares.iter().try_for_each(|share| write!(f, " {} {:.1}", share.name, mib(share.kb)))
    }
}

/// The processes that this one started and that have not ended.
pub(crate) fn children(parent: u32) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").context("/proc")? {
        let Some(pid) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        // `pid (name) state ppid …`; the name may have anything in it.
        let Ok(stat) = std::fs::read_to_string(file(pid, "stat")) else { continue };
        let Some((_, fields)) = stat.rsplit_once(')') else { continue };
        let mut fields = fields.split_whitespace();
        let (state, its_parent) = (fields.next(), fields.next());
        if state != Some("Z") && its_parent.and_then(|text| text.parse().ok()) == Some(parent) {
            found.push(pid);
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn share(pid: u32) -> Result<Share> {
    let account = std::fs::read_to_string(file(pid, "smaps_rollup"))?;
    let of = |what: &str| {
        let line = account.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
        let kb = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        kb.with_context(|| format!("no {what} in smaps_rollup"))
    };
    let name = std::fs::read_to_string(file(pid, "comm"))?.trim_end().to_owned();
    Ok(Share { pid, name, kb: of("Pss")?, own_kb: of("Pss_Anon")? })
}

fn file(pid: u32, name: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{pid}/{name}"))
}
