//! A short run of the long one that `script/soak` makes.

#![cfg(target_os = "linux")]

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};
use frontwatch_journeys::Program;

/// Checks, of as many watches.
const CHECKS: u32 = 5_000;
const WATCHES: u32 = 40;
/// What the store may keep: little enough to be full.
const KEEP_MB: u32 = 16;
/// Longer than it takes on a busy machine, in a debug build.
const WITHIN: Duration = Duration::from_secs(600);

#[test]
fn thousands_of_checks_leave_no_descriptors_no_threads_and_no_more_than_may_be_kept() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let numbers = [CHECKS, WATCHES, KEEP_MB].map(|number| number.to_string());
    let mut command = Command::new(env!("CARGO_BIN_EXE_soak"));
    command.args(["checks", "--checks", &numbers[0], "--watches", &numbers[1], "--keep", &numbers[2], "--csv"]);
    let mut soak = Program::run(command.arg(folder.path().join("checks.csv")))?;
    let status = soak.wait(WITHIN)?;
    let said = soak.plain_lines().join("\n");
    eprintln!("{said}");
    ensure!(status.success(), "{status}: {said}\n{:?}", soak.errors());
    frontwatch_proof::proven!(
        "run",
        "thousands of checks, one in ten changed, with attacks and faults",
        format!(
            "{CHECKS} checks of {WATCHES} watches on a clock that does not wait, with a store that may keep {KEEP_MB} MB: nothing late, every attack told, no more memory, descriptors and threads than at the beginning, the store within its bound"
        ),
        "nothing"
    );
    Ok(())
}
