//! `frontwatch import` and `frontwatch export`: lists of outlets from and for other programs.

use std::io::Read as _;
use std::path::PathBuf;

use frontwatch_core::exchange::{Format, LARGEST, write};
use frontwatch_core::text::add::{self, Ask};
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, errors};
use frontwatch_engine::api::configuration;
use frontwatch_engine::api::importing;

use crate::exit::{Exit, Problem};
use crate::session::confirmed;
use crate::{Here, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// OPML, CSV with a column "homepage", what changedetection.io exports, or one address on each line
    file: PathBuf,
    /// Don't ask: you run these sites or may watch them, and the outlets are to be written
    #[arg(long)]
    yes: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// The form of the list
    #[arg(long, value_enum)]
    format: Form,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Form {
    /// As feed readers keep it
    Opml,
    /// name, group, homepage, feed
    Csv,
    /// Front pages, one on each line, as changedetection.io imports them
    Addresses,
}

pub(crate) fn import(arguments: &Import, here: &Here) -> Result<Exit, Problem> {
    let place = here.place()?;
    let languages = configuration::read(&place.config).map(|parsed| parsed.config.watching.languages);
    here.speak(&languages.unwrap_or_default());
    let speech = &here.speech;
    let refused = |trouble: &Trouble| Problem::usage(desktop::trouble(trouble));
    let text = read(&arguments.file)?;
    let plan = importing::read(&text, &place.config).map_err(|trouble| refused(&trouble))?;

    for outlet in &plan.add {
        let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
        output::line(&format!("{}  {}", outlet.name, homepages.join(" ")));
    }
    for (url, outlet) in &plan.known {
        output::note(&speech.say(&add::left_out(url.as_str(), outlet)));
    }
    for line in &plan.refused {
        output::note(&speech.say(&add::list_line(line.line, &line.what, line.why)));
    }
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let [new, known, bad] = [plan.add.len(), plan.known.len(), plan.refused.len()].map(count);
    output::note(&speech.say(&add::list(new, known, bad)));

    let file = place.config.display().to_string();
    let agreed = || confirmed(speech, &add::list_write(new, &file), add::ask(Ask::NobodyToAsk));
    let written = new > 0 && (arguments.yes || agreed()?);
    if !written {
        output::note(&speech.say(&add::ask(Ask::NothingWritten)));
        return Ok(Exit::Fine);
    }
    configuration::add_all(&place.config, &plan.add)?;
    output::note(&speech.say(&add::ask(Ask::Written(&file))));
    Ok(Exit::Fine)
}

/// Reads a list, not much further than it may be long.
fn read(path: &std::path::Path) -> Result<String, Problem> {
    let failed = |error: std::io::Error| {
        let why = errors::system(&error).into();
        Problem::usage(Message::new("list-unread").own("file", path.display()).with("why", why))
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

pub(crate) fn export(arguments: &Export, here: &Here) -> Result<Exit, Problem> {
    let place = here.place()?;
    let config = configuration::read(&place.config)?.config;
    let format = match arguments.format {
        Form::Opml => Format::Opml,
        Form::Csv => Format::Csv,
        Form::Addresses => Format::Addresses,
    };
    output::line(write(&config, format).trim_end());
    Ok(Exit::Fine)
}
