//! A network of a test's own: the test starts itself again in a namespace, with loopback alone and `/etc` its own to change.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// Says to a test that it runs inside.
const INSIDE: &str = "FRONTWATCH_IN_A_NETWORK_OF_ITS_OWN";

/// Runs `inside` in a network of its own: this test, named by its path, is started again there. Where the system does not
/// allow one, this says so and nothing is tested; in CI (`CI` is set), where nobody reads that, it is an error.
///
/// # Errors
/// What `inside` says; in CI, that there is no network of its own.
pub fn in_a_network_of_its_own(test: &str, inside: impl FnOnce() -> Result<()>) -> Result<()> {
    if std::env::var_os(INSIDE).is_some() {
        ip("link set lo up")?;
        return inside();
    }
    let words = ["--net", "--mount", "--map-root-user"];
    let mut refusals = Vec::new();
    let mut allowed = |words: &[&str]| {
        let tried = Command::new("unshare").args(words).args(["ip", "link", "set", "lo", "up"]).output();
        let refusal = match tried {
            Ok(tried) if tried.status.success() => return true,
            Ok(tried) => String::from_utf8_lossy(&tried.stderr).trim().to_owned(),
            Err(error) => error.to_string(),
        };
        refusals.push(format!("unshare {}: {refusal}", words.join(" ")));
        false
    };
    let Some(words) = [&words[..2], &words[..]].into_iter().find(|words| allowed(words)) else {
        let in_ci = std::env::var_os("CI").is_some_and(|word| !word.is_empty());
        return without_one(in_ci, &refusals.join("; "));
    };
    let program = std::env::current_exe()?;
    let mut command = Command::new("unshare");
    command.args(words).arg(program).args(["--exact", "--nocapture", test]).env(INSIDE, "1");
    let status = command.status().context("unshare does not start")?;
    ensure!(status.success(), "inside of the network: {status}");
    Ok(())
}

/// What a test says for which there is no network of its own.
#[expect(clippy::print_stdout, reason = "a test that tests nothing must say so")]
fn without_one(in_ci: bool, refusals: &str) -> Result<()> {
    if in_ci {
        bail!(
            "this system allows no network of its own, and in CI nothing may pass untested ({refusals}). Run the tests as root, or \
             allow user namespaces: sysctl kernel.apparmor_restrict_unprivileged_userns=0, or a container with --privileged. \
             unshare is part of util-linux, ip of iproute2."
        );
    }
    println!("SKIPPED: this system allows no network of its own ({refusals}), so nothing was tested here");
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

#[cfg(test)]
mod tests {
    use super::without_one;

    #[test]
    fn what_was_not_tested_fails_in_ci_alone_and_says_what_is_refused() {
        let refusals = "unshare --net --mount: Operation not permitted";
        assert!(without_one(false, refusals).is_ok());
        let said = without_one(true, refusals).map_err(|error| error.to_string());
        assert!(said.is_err_and(|said| said.contains(refusals) && said.contains("Run the tests as root")));
    }
}
