//! `frontwatch backup` and `frontwatch restore`: everything in one file, and back.

use std::path::PathBuf;

use frontwatch_core::text::Speech;
use frontwatch_core::text::backup as words;
use frontwatch_engine::api::{configuration, session};
use frontwatch_engine::backup::{self, BackupError};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::store::Store;

use crate::exit::{Exit, Problem};
use crate::session::confirmed;
use crate::{Place, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Make {
    /// The file to make; one that is there is left as it is
    file: PathBuf,
    /// What was made, as one JSON object on stdout
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// A file that `frontwatch backup` made, or an upgrade
    file: PathBuf,
    /// Don't ask before what is there is replaced
    #[arg(long)]
    yes: bool,
    /// What was done, as one JSON object on stdout
    #[arg(long)]
    json: bool,
}

/// The words, in the languages of the configuration where there is one.
fn speech(place: &place::Place) -> Speech {
    let languages = configuration::read(&place.config).map(|parsed| parsed.config.watching.languages);
    session::speech(&languages.unwrap_or_default())
}

pub(crate) fn make(arguments: &Make, place: &Place) -> Result<Exit, Problem> {
    let place = place.resolved()?;
    Store::settle(&place.data)?;
    let speech = speech(&place);
    let made = backup::make(&place, &arguments.file, SystemClock.now()).map_err(|error| problem(error, &speech))?;
    if arguments.json {
        output::json(&made);
    } else {
        let file = made.file.display().to_string();
        output::line(&speech.say(&words::made(&file, made.bytes, made.store.is_some(), made.configuration)));
        output::line(&format!("sha256 {}", made.sha256));
        if made.configuration {
            output::note(&speech.say(&words::secrets(&made.secrets)));
        }
    }
    Ok(Exit::Fine)
}

pub(crate) fn restore(arguments: &Restore, place: &Place) -> Result<Exit, Problem> {
    let place = place.resolved()?;
    let before = speech(&place);
    if backup::would_replace(&place) && !arguments.yes {
        let question = before.say(&words::replace(&place.data.display().to_string()));
        if !confirmed(&before, &question, &before.say(&words::nobody()))? {
            output::note(&before.say(&words::left()));
            return Ok(Exit::Fine);
        }
    }
    let restored =
        backup::restore(&place, &arguments.file, SystemClock.now()).map_err(|error| problem(error, &before))?;
    if arguments.json {
        output::json(&restored);
        return Ok(Exit::Fine);
    }
    let speech = speech(&place);
    output::line(&speech.say(&words::restored(restored.made, &restored.program)));
    for file in &restored.aside {
        output::note(&speech.say(&words::aside(&file.display().to_string())));
    }
    if restored.configuration {
        output::note(&speech.say(&words::secrets(&restored.secrets)));
    }
    Ok(Exit::Fine)
}

fn problem(error: BackupError, speech: &Speech) -> Problem {
    match error {
        BackupError::Store(error) => error.into(),
        BackupError::Io { .. } => Problem::Internal(error.to_string()),
        _ => Problem::Usage(error.says(speech)),
    }
}
