//! `frontwatch credential`: secrets into the desktop's keychain. A secret is typed without being shown, or comes from
//! standard input; it is never a word of the command, which every process of the computer could read.

use std::io::{IsTerminal, Read, stdin};
use std::time::Duration;

use console::Term;
use frontwatch_core::text::{Message, Speech};
use frontwatch_engine::api::session::speech;
use frontwatch_engine::ports::Secrets;
use frontwatch_engine::secrets::{Credential, Keychain, Manner, NoSecret, Unusable};
use zeroize::Zeroizing;

use crate::exit::{Exit, Problem};
use crate::output;

/// How long the keychain may take: a person may have to unlock it.
const LIMIT: Duration = Duration::from_secs(60);
/// The most bytes that are read from standard input.
const MOST: u64 = 64 * 1024;
/// The columns of the list.
const COLUMNS: [&str; 3] = ["credential-column-name", "credential-column-origin", "credential-column-manner"];

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
fn name(text: &str) -> Result<String, String> {
    let fits = (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    // Whoever typed a secret here must not find it in the terminal's scrollback once more.
    if fits { Ok(text.to_owned()) } else { Err(speech(&[]).say(&Message::new("credential-name"))) }
}

pub(crate) async fn run(arguments: Arguments, speech: &Speech) -> Result<Exit, Problem> {
    let keychain = Keychain::new(LIMIT);
    match arguments.command {
        Command::Set(set) => keep(&keychain, set, speech).await,
        Command::List => list(&keychain, speech).await,
        Command::Remove { name } => {
            keychain.remove(&name).await?;
            output::line(&speech.say(&Message::new("credential-removed").own("name", name)));
            Ok(Exit::Fine)
        }
    }
}

async fn keep(keychain: &Keychain, set: Set, speech: &Speech) -> Result<Exit, Problem> {
    let Set { name, origin, bearer, header } = set;
    let manner = match header {
        Some(header) => Manner::Header(header),
        None if bearer => Manner::Bearer,
        None => Manner::Basic,
    };
    let origin = match origin {
        Some(origin) => origin,
        None if stdin().is_terminal() => asked(&speech.say(&Message::new("credential-which-site")))?,
        None => return Err(Problem::usage(Message::new("credential-say-site"))),
    };
    let credential = Credential::new(&origin, manner, secret(speech)?)?;
    let (origin, manner) = (credential.origin(), credential.manner().clone());
    keychain.set(&name, credential).await?;
    let kept = Message::new("credential-kept").own("name", name).own("origin", origin);
    output::line(&speech.say(&kept.with("manner", manner.message().into())));
    Ok(Exit::Fine)
}

async fn list(keychain: &Keychain, speech: &Speech) -> Result<Exit, Problem> {
    let names = keychain.names().await?;
    if names.is_empty() {
        output::note(&speech.say(&Message::new("credential-none")));
    }
    let mut table = output::table(COLUMNS.map(|column| speech.say(&Message::new(column))));
    for name in names {
        match keychain.get(&name).await {
            Ok(credential) => table.add_row([name, credential.origin(), speech.say(&credential.manner().message())]),
            Err(NoSecret::Missing(_)) => {
                table.add_row([name, "-".to_owned(), speech.say(&Message::new("credential-gone"))])
            }
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
fn secret(speech: &Speech) -> Result<Zeroizing<String>, Problem> {
    if stdin().is_terminal() {
        output::note(&speech.say(&Message::new("credential-secret")));
        return Ok(Zeroizing::new(Term::stderr().read_secure_line()?));
    }
    let mut text = Zeroizing::new(String::new());
    stdin().take(MOST).read_to_string(&mut text)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

impl From<NoSecret> for Problem {
    fn from(error: NoSecret) -> Self {
        Self::usage(error.message())
    }
}

impl From<Unusable> for Problem {
    fn from(error: Unusable) -> Self {
        Self::usage(error.message())
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
