//! `frontwatch`: the watch without a window.

mod replay;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
#[command(
    version,
    about = "Watches newsrooms' front pages and tells when one was defaced or is down"
)]
enum Command {
    /// Judge stored snapshots as if they were seen live
    Replay(replay::Args),
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Replay(args) => replay::run(args),
    };
    done.unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "frontwatch: {error:#}");
        ExitCode::from(4)
    })
}
