//! A network of a test's own: the test starts itself again in a namespace, with loopback alone and `/etc` its own to change.

use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Says to a test that it runs inside.
const INSIDE: &str = "FRONTWATCH_IN_A_NETWORK_OF_ITS_OWN";

/// Runs `inside` in a network of its own: this test, named by its path, is started again there. Where the system does not
/// allow one, this says so and nothing is tested.
///
/// # Errors
/// What `inside` says.
#[expect(clippy::print_stdout, reason = "a test that tests nothing must say so")]
pub fn in_a_network_of_its_own(test: &str, inside: impl FnOnce() -> Result<()>) -> Result<()> {
    if std::env::var_os(INSIDE).is_some() {
        ip("link set lo up")?;
        return inside();
    }
    let words = ["--net", "--mount", "--map-root-user"];
    let allowed = |words: &[&str]| {
        let tried = Command::new("unshare").args(words).args(["ip", "link", "set", "lo", "up"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let Some(words) = [&words[..2], &words[..]].into_iter().find(|words| allowed(words)) else {
        println!("SKIPPED: this system allows no network of its own (unshare --net), so nothing was tested here");
        return Ok(());
    };
    let program = std::env::current_exe()?;
    let mut command = Command::new("unshare");
    command.args(words).arg(program).args(["--exact", "--nocapture", test]).env(INSIDE, "1");
    let status = command.status().context("unshare does not start")?;
    ensure!(status.success(), "inside of the network: {status}");
    Ok(())
}

/// Runs `ip` with these words, which are separated by single spaces.
///
/// # Errors
/// It is not there, or refuses.
pub fn ip(words: &str) -> Result<()> {
    let status = Command::new("ip").args(words.split(' ')).status().context("ip does not start")?;
    ensure!(status.success(), "ip {words}: {status}");
    Ok(())
}
