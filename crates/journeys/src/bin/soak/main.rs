//! Long runs: whether what is watched for days is watched as on the first, in as much memory.
//!
//! `checks` makes a million of them on a clock that does not wait. `desktop` runs the desktop program in real time, opens and
//! closes its window, and measures it from outside. Both write a table, of which `read` says the same once more and `draw`
//! makes a plot.
//!
//! **Architecture invariant:** it talks to loopback and to a bus and a display of its own, ends by itself, and ends what it
//! started.

mod checks;
mod desktop;
mod looks;
mod mischief;
mod plot;
mod sample;
mod table;
mod trend;

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
use std::alloc::System as Kept;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use cap::Cap;
use clap::{Parser, Subcommand};
#[cfg(all(target_os = "linux", target_env = "gnu"))]
use tikv_jemallocator::Jemalloc as Kept;

use table::Table;

/// The programs' allocator, which counts here: what a process has of the system is also what the allocator keeps for later.
#[global_allocator]
static ALLOCATOR: Cap<Kept> = Cap::new(Kept, usize::MAX);

/// Long runs, and whether anything grows in them.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A million checks on a clock that does not wait
    Checks(checks::How),
    /// The desktop program in real time, its window opened and closed
    Desktop(desktop::How),
    /// What a table of an earlier run says
    Read {
        /// The table
        csv: PathBuf,
    },
    /// A plot of a table of an earlier run
    Draw {
        /// The table
        csv: PathBuf,
        /// The plot
        svg: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().what {
        What::Desktop(how) => desktop::run(&how),
        What::Checks(how) => checks::run(&how),
        What::Read { csv } => read(&csv),
        What::Draw { csv, svg } => draw(&csv, &svg),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("soak: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// What a table says, by whichever run it was written.
fn read(csv: &Path) -> Result<bool> {
    let table = Table::read(csv)?;
    if table.has("checks") { checks::report(&table) } else { desktop::report(&table) }
}

/// Makes the plot of a table.
fn draw(csv: &Path, svg: &Path) -> Result<bool> {
    let table = Table::read(csv)?;
    let plot = if table.has("checks") { checks::draw(&table)? } else { desktop::draw(&table)? };
    std::fs::write(svg, plot).with_context(|| svg.display().to_string())?;
    Ok(true)
}

/// A figure, for whoever reads them.
fn print(text: &str) -> Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{text}")?;
    Ok(output.flush()?)
}

/// A word on how it goes. Nobody need hear it.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
