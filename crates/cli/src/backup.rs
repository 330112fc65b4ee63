//! `frontwatch backup` and `frontwatch restore`: everything in one file, and back.

use std::path::PathBuf;

use frontwatch_core::text::backup as words;
use frontwatch_engine::api::configuration;
use frontwatch_engine::backup::{self, BackupError};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::store::Store;

use crate::exit::{Exit, Problem};
use crate::session::confirmed;
use crate::{Here, output};

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

/// Speaks in the languages of the configuration, where there is one.
fn speak(here: &Here, place: &place::Place) {
    let languages = configuration::read(&place.config).map(|parsed| parsed.config.watching.languages);
    here.speak(&languages.unwrap_or_default());
}

pub(crate) fn make(arguments: &Make, here: &Here) -> Result<Exit, Problem> {
    let place = here.place()?;
    Store::settle(&place.data)?;
    speak(here, &place);
    let speech = &here.speech;
    let made = backup::make(&place, &arguments.file, SystemClock.now()).map_err(problem)?;
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

pub(crate) fn restore(arguments: &Restore, here: &Here) -> Result<Exit, Problem> {
    let place = here.place()?;
    speak(here, &place);
    let speech = &here.speech;
    if backup::would_replace(&place) && !arguments.yes {
        let question = words::replace(&place.data.display().to_string());
        if !confirmed(speech, &question, words::nobody())? {
            output::note(&speech.say(&words::left()));
            return Ok(Exit::Fine);
        }
    }
    let restored = backup::restore(&place, &arguments.file, SystemClock.now()).map_err(problem)?;
    if arguments.json {
        output::json(&restored);
        return Ok(Exit::Fine);
    }
    speak(here, &place);
    output::line(&speech.say(&words::restored(restored.made, &restored.program)));
    for file in &restored.aside {
        output::note(&speech.say(&words::aside(&file.display().to_string())));
    }
    if restored.configuration {
        output::note(&speech.say(&words::secrets(&restored.secrets)));
    }
    Ok(Exit::Fine)
}

fn problem(error: BackupError) -> Problem {
    match error {
        BackupError::Store(error) => error.into(),
        BackupError::Io { .. } => Problem::internal(error.message()),
        _ => Problem::usage(error.message()),
    }
}
