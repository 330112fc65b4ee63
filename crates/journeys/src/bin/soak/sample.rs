//! What a program holds at one moment: memory, descriptors and threads of its processes, and what it has stored.

use std::path::Path;

use anyhow::Result;
use frontwatch_journeys::Memory;

/// Of a process and of all that it started.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    /// Their proportional set size, MiB.
    pub(crate) pss: f64,
    /// What of it is no file's, MiB.
    pub(crate) own: f64,
    /// The same of the process itself alone, MiB.
    pub(crate) program: f64,
    /// How many processes.
    pub(crate) processes: f64,
    /// Open file descriptors of all of them.
    pub(crate) descriptors: f64,
    /// Threads of all of them.
    pub(crate) threads: f64,
}

impl Sample {
    /// What they hold now.
    pub(crate) fn of(pid: u32) -> Result<Self> {
        let memory = Memory::of(pid)?;
        let mib = |kb: u64| kb as f64 / 1024.0;
        // A process that has just ended has none.
        let entries = |what: &str| -> f64 {
            let of = |pid: u32| std::fs::read_dir(format!("/proc/{pid}/{what}")).map_or(0, Iterator::count);
            memory.shares.iter().map(|share| of(share.pid)).sum::<usize>() as f64
        };
        Ok(Self {
            pss: mib(memory.kb()),
            own: mib(memory.own_kb()),
            program: mib(memory.shares.first().map_or(0, |share| share.own_kb)),
            processes: memory.shares.len() as f64,
            descriptors: entries("fd"),
            threads: entries("task"),
        })
    }
}

/// All files below a directory, MiB.
pub(crate) fn stored(directory: &Path) -> f64 {
    let Ok(entries) = std::fs::read_dir(directory) else { return 0.0 };
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(found) if found.is_dir() => stored(&entry.path()),
        Ok(found) => found.len() as f64 / f64::from(1 << 20),
        // It went while it was looked at.
        Err(_) => 0.0,
    };
    entries.flatten().map(size).sum()
}
