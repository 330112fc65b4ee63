//! `frontwatch credential`: secrets into the desktop's keychain. A secret is typed without being shown, or comes from
//! standard input; it is never a word of the command, which every process of the computer could read.

use std::io::{IsTerminal, Read, stdin};
use std::time::Duration;

use console::Term;
use frontwatch_engine::ports::Secrets;
use frontwatch_engine::secrets::{Credential, Keychain, Manner, NoSecret, Unusable};
use zeroize::Zeroizing;

use crate::exit::{Exit, Problem};
use crate::output;

/// How long the keychain may take: a person may have to unlock it.
const LIMIT: Duration = Duration::from_secs(60);
/// The most bytes that are read from standard input.
const MOST: u64 = 64 * 1024;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Keep a secret: typed without being shown, or from standard input
    Set(Set),
    /// The names of the credentials that are kept, to whom each is sent and how; never the secrets
    List,
    /// Forget a secret
    Remove {
        /// Its name
        #[arg(value_parser = name)]
        name: String,
    },
}

#[derive(Debug, clap::Args)]
struct Set {
    /// The name that the configuration calls it by: `credential = "NAME"`
    #[arg(value_parser = name)]
    name: String,
    /// The only site that it is sent to: scheme, host, and a port where it is unusual; smtp://HOST:PORT for a mail server
    #[arg(long, value_name = "https://HOST")]
    origin: Option<String>,
    /// It is a token, sent as `Authorization: Bearer`; else it is `user:password`
    #[arg(long, conflicts_with = "header")]
    bearer: bool,
    /// It is sent in a header of this name, such as X-Api-Key
    #[arg(long, value_name = "NAME")]
    header: Option<String>,
}

/// A name as the configuration takes it.
fn name(text: &str) -> Result<String, &'static str> {
    let fits = (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    // Whoever typed a secret here must not find it in the terminal's scrollback once more.
    if fits { Ok(text.to_owned()) } else { Err("a name has up to 64 letters, digits, dots, hyphens and underscores") }
}

pub(crate) async fn run(arguments: Arguments) -> Result<Exit, Problem> {
    let keychain = Keychain::new(LIMIT);
    match arguments.command {
        Command::Set(set) => keep(&keychain, set).await,
        Command::List => list(&keychain).await,
        Command::Remove { name } => {
            keychain.remove(&name).await?;
            output::line(&format!("{name}: removed from the keychain"));
            Ok(Exit::Fine)
        }
    }
}

async fn keep(keychain: &Keychain, set: Set) -> Result<Exit, Problem> {
    let Set { name, origin, bearer, header } = set;
    let manner = match header {
        Some(header) => Manner::Header(header),
        None if bearer => Manner::Bearer,
        None => Manner::Basic,
    };
    let origin = match origin {
        Some(origin) => origin,
        None if stdin().is_terminal() => asked("The site that it is sent to, such as https://report.example:")?,
        None => {
            return Err(Problem::Usage(
                "say with --origin to which site it may be sent, such as https://report.example".into(),
            ));
        }
    };
    let credential = Credential::new(&origin, manner, secret()?)?;
    let (origin, manner) = (credential.origin(), credential.manner().clone());
    keychain.set(&name, credential).await?;
    output::line(&format!("{name}: kept in the keychain ({manner}), sent to {origin} only"));
    Ok(Exit::Fine)
}

async fn list(keychain: &Keychain) -> Result<Exit, Problem> {
    let names = keychain.names().await?;
    if names.is_empty() {
        output::note("The keychain holds no credential of Frontwatch.");
    }
    let mut table = output::table(["name", "sent to", "as"]);
    for name in names {
        match keychain.get(&name).await {
            Ok(credential) => table.add_row([name, credential.origin(), credential.manner().to_string()]),
            Err(NoSecret::Missing(_)) => table.add_row([name, "-".to_owned(), "removed by another program".to_owned()]),
            Err(error) => return Err(error.into()),
        };
    }
    if table.row_iter().next().is_some() {
        output::line(&table.to_string());
    }
    Ok(Exit::Fine)
}

fn asked(question: &str) -> Result<String, Problem> {
    output::note(question);
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

/// The secret, from a terminal that does not show it, or the first line of standard input.
fn secret() -> Result<Zeroizing<String>, Problem> {
    if stdin().is_terminal() {
        output::note("The secret (user:password, or the token), which is not shown:");
        return Ok(Zeroizing::new(Term::stderr().read_secure_line()?));
    }
    let mut text = Zeroizing::new(String::new());
    stdin().take(MOST).read_to_string(&mut text)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

impl From<NoSecret> for Problem {
    fn from(error: NoSecret) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<Unusable> for Problem {
    fn from(error: Unusable) -> Self {
        Self::Usage(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_the_configuration_takes_and_what_is_refused_is_not_repeated() {
        assert_eq!(name("report-read.only_1"), Ok("report-read.only_1".to_owned()));
        for bad in ["", "desk:hunter2", "a b", "ə", &"x".repeat(65)] {
            let said = name(bad).unwrap_err();
            assert!(!said.contains("hunter2"), "{said}");
        }
    }
}
