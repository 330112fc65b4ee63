//! `frontwatch`: the watch without a window. The same engine as the desktop program, and no GTK.
//!
//! One file a command. Everything that a program may read goes to stdout, everything else to stderr.

mod add;
mod backup;
mod baseline;
mod check;
mod credential;
mod demo;
mod doctor;
mod exchange;
mod exit;
mod incidents;
mod output;
mod replay;
mod screen;
mod session;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use exit::{Exit, Problem};
use frontwatch_core::text::Speech;
use frontwatch_engine::api::session as session_of;
use frontwatch_engine::{logs, place};

/// Gives back to the system what is free: glibc's own allocator keeps what each thread once held (`docs/decisions/0012-allocator.md`).
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Watches your outlets' front pages and tells you when something is there that you did not publish.
///
/// Exit status: 0 nothing wrong, 1 anomalies, 2 usage or configuration, 3 inconclusive, 4 an internal failure.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

/// Where a command works, and how it speaks: as the desktop does until the configuration is read, then in its languages.
struct Here {
    place: Place,
    speech: Speech,
}

impl Here {
    /// The files that were named, or the usual ones.
    fn place(&self) -> Result<place::Place, Problem> {
        Ok(place::Place::new(self.place.config.as_deref(), self.place.data.as_deref())?)
    }

    /// Speaks in the languages of the configuration from now on; where it names none, in the desktop's.
    fn speak(&self, languages: &[String]) {
        self.speech.change(&session_of::spoken(languages));
    }
}

/// Where the configuration and the data are.
#[derive(Debug, clap::Args)]
struct Place {
    /// The configuration file [default: frontwatch.toml in the XDG config directory]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The data directory [default: frontwatch in the XDG data directory]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// One round over every watch (or the named outlets) now, and a table
    Check(check::Arguments),
    /// The watch with no window, until stopped; native notifications where there is a desktop
    Watch(watch::Arguments),
    /// Judge stored snapshots as if live: each DIR is one page's history in name order
    Replay(replay::Args),
    /// Look at a site and propose its outlet; written to the configuration after a yes
    Add(add::Arguments),
    /// Outlets from a list of another program: what is new, what is watched already; written after a yes
    Import(exchange::Import),
    /// The outlets as a list for other programs, to stdout
    Export(exchange::Export),
    /// The store with all that was learned, and the configuration, in one file; beside a running watch, too
    Backup(backup::Make),
    /// Put a backup into the place of what is there, which is kept aside
    Restore(backup::Restore),
    /// What was learned: see it, take it back, or say that a page is yours
    Baseline(baseline::Arguments),
    /// What happened; of one incident: who was told, who was not, and why
    Incidents(incidents::Arguments),
    /// Secrets for admin endpoints, in the desktop's keychain; never shown
    Credential(credential::Arguments),
    /// Will an alert reach you?
    Doctor(doctor::Arguments),
    /// Starts a newsroom on this computer, watches it and attacks it, so that you see an alert within a minute
    Demo(demo::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let here = Here { place: arguments.place, speech: session_of::speech(&[]) };
    // Only what goes on for days has logs of its own; where it has no place, it says so itself.
    let watching = matches!(arguments.command, Command::Watch(_)).then(|| here.place().ok()).flatten();
    let _logs = logs::start(watching.as_ref().map(|place| (place.data.as_path(), "watch")));
    let done = match arguments.command {
        Command::Replay(command) => {
            return replay::run(&command, &here.speech).unwrap_or_else(|problem| exit::failed(&problem, &here.speech));
        }
        Command::Check(command) => session::block_on(check::run(command, &here)),
        Command::Watch(command) => session::block_on(watch::run(command, &here)),
        Command::Add(command) => session::block_on(add::run(command, &here)),
        Command::Import(command) => exchange::import(&command, &here),
        Command::Export(command) => exchange::export(&command, &here),
        Command::Backup(command) => backup::make(&command, &here),
        Command::Restore(command) => backup::restore(&command, &here),
        Command::Baseline(command) => session::block_on(baseline::run(command, &here)),
        Command::Incidents(command) => session::block_on(incidents::run(command, &here)),
        Command::Credential(command) => session::block_on(credential::run(command, &here.speech)),
        Command::Doctor(command) => session::block_on(doctor::run(command, &here)),
        Command::Demo(command) => session::block_on(demo::run(command, &here.speech)),
    };
    done.map_or_else(|problem| exit::failed(&problem, &here.speech), Exit::into)
}
