//! What the commands that look at real outlets have in common: the configuration, the words, the ports, the store.

use std::collections::BTreeMap;
use std::io::{IsTerminal, stdin};
use std::sync::Arc;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::config::Config;
use frontwatch_core::text::{Message, Speech, add, cli as words, words as terms};
use frontwatch_core::watch::{Watch, WatchId};
use frontwatch_engine::api::baseline::unreadable;
use frontwatch_engine::api::check::Looker;
use frontwatch_engine::api::{configuration, session};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::place;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::run::{Reading, is_watched};
use frontwatch_engine::runtime;
use frontwatch_engine::store::{Access, Holder, Opened, Store, StoreError};

use crate::exit::{Exit, Problem};
use crate::{Here, output};

/// Runs a command to its end.
pub(crate) fn block_on(command: impl Future<Output = Result<Exit, Problem>>) -> Result<Exit, Problem> {
    runtime::new()?.block_on(command)
}

/// A configuration that was read, with what it leads to.
pub(crate) struct Session {
    pub(crate) place: place::Place,
    pub(crate) config: Config,
    pub(crate) speech: Speech,
}

impl Session {
    /// Reads the configuration. Its warnings go to stderr.
    pub(crate) fn open(here: &Here) -> Result<Self, Problem> {
        let place = here.place()?;
        Store::settle(&place.data)?;
        let parsed = configuration::read(&place.config)?;
        here.speak(&parsed.config.watching.languages);
        for warning in &parsed.warnings {
            output::note(&here.speech.say(&configuration::warning(&place.config, warning)));
        }
        Ok(Self { place, config: parsed.config, speech: here.speech.clone() })
    }

    /// The watches of these outlets that this version looks at, of all if none is named. The others are said.
    pub(crate) fn watches(&self, names: &[String]) -> Result<Vec<Watch>, Problem> {
        let file = self.place.config.display().to_string();
        for name in names {
            if !self.config.outlets.iter().any(|outlet| outlet.name == *name) {
                return Err(Problem::usage(words::no_such_outlet(name, &file)));
            }
        }
        let is_asked_for = |watch: &Watch| names.is_empty() || names.contains(&watch.outlet);
        let (watched, not_yet): (Vec<Watch>, Vec<Watch>) =
            self.config.watches().into_iter().filter(is_asked_for).partition(|watch| is_watched(watch.kind));
        for watch in not_yet {
            let word = self.speech.say(&words::not_watched_by_this_version());
            let kind = self.speech.say(&terms::kind(watch.kind));
            output::note(&format!("{}, {kind} {}: {word}", watch.outlet, watch.url));
        }
        if watched.is_empty() {
            return Err(Problem::usage(words::nothing_configured(&file)));
        }
        Ok(watched)
    }

    /// Looks at addresses as the configuration says.
    pub(crate) fn looker(&self) -> Result<Looker, Problem> {
        let watching = &self.config.watching;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        Ok(Looker {
            fetch: session::fetch(&self.config, &clock)?,
            clock,
            timeout: watching.timeout,
            reading: Reading::default(),
            pictures: Arc::default(),
        })
    }

    /// The store, to write in. What was found wrong with it and mended is said.
    pub(crate) fn store(&self) -> Result<Store, Problem> {
        Ok(self.opened(Access::Write)?)
    }

    /// The store to watch with, whatever its disk does.
    pub(crate) fn store_to_watch(&self) -> Result<Store, Problem> {
        Ok(self.noted(Store::open_to_watch(&self.place.data)?))
    }

    /// The store to write in, or if another process writes in it, or the disk takes nothing, to read from.
    pub(crate) fn store_to_check(&self) -> Result<(Option<Store>, bool), Problem> {
        match self.opened(Access::Write) {
            Ok(store) => Ok((Some(store), true)),
            Err(StoreError::Held { holder, .. }) => {
                let holder = holder.as_ref().map_or_else(words::another_holder, Holder::message);
                output::note(&self.speech.say(&words::nothing_stored(holder)));
                match self.opened(Access::Read) {
                    Ok(store) => Ok((Some(store), false)),
                    Err(StoreError::Missing { .. }) => Ok((None, false)),
                    Err(error) => Err(error.into()),
                }
            }
            Err(error) if error.is_the_disks() => {
                output::note(&self.speech.say(&words::nothing_kept(error.message())));
                match self.opened(Access::Read) {
                    Ok(store) => Ok((Some(store), false)),
                    Err(StoreError::Missing { .. }) => Ok((None, false)),
                    Err(error) => {
                        output::note(&self.speech.say(&words::nothing_known(error.message())));
                        Ok((None, false))
                    }
                }
            }
            Err(error) => Err(error.into()),
        }
    }

    fn opened(&self, access: Access) -> Result<Store, StoreError> {
        Ok(self.noted(Store::open(&self.place.data, access)?))
    }

    /// Says what there is to say of an opening.
    fn noted(&self, Opened { store, notes }: Opened) -> Store {
        for note in notes {
            output::note(&self.speech.say(&note.message()));
        }
        store
    }
}

/// The latest baseline of every watch that the store can read.
pub(crate) async fn baselines(
    store: Option<&Store>,
    speech: &Speech,
) -> Result<BTreeMap<WatchId, Arc<Baseline>>, Problem> {
    let Some(store) = store else { return Ok(BTreeMap::new()) };
    let mut baselines = BTreeMap::new();
    for stored in store.load().await?.baselines {
        match Baseline::decode(stored.format, &stored.blob) {
            Ok(baseline) => drop(baselines.insert(stored.watch, Arc::new(baseline))),
            Err(_) => output::note(&speech.say(&unreadable(&stored.watch))),
        }
    }
    Ok(baselines)
}

/// Asks a person, who agrees or not; where nobody is there to ask, `otherwise` says what to do.
pub(crate) fn confirmed(speech: &Speech, question: &Message, otherwise: Message) -> Result<bool, Problem> {
    if !stdin().is_terminal() {
        return Err(Problem::usage(otherwise));
    }
    output::note(&speech.say(question));
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(agrees(&answer, &speech.say(&add::yes())))
}

/// Whether an answer is the word that agrees, or its first letter, or the English ones.
fn agrees(answer: &str, word: &str) -> bool {
    // A Turkish or Azerbaijani capital may leave its dot behind when it is made small.
    let small = |text: &str| text.trim().to_lowercase().replace('\u{307}', "");
    let (answer, word) = (small(answer), small(word));
    let letter: String = word.chars().take(1).collect();
    !answer.is_empty() && [word.as_str(), letter.as_str(), "y", "yes"].contains(&answer.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    #[test]
    fn a_person_agrees_in_the_language_of_the_question_or_in_english() {
        let table = [
            ("en", "yes y YES", "no n да"),
            ("az", "bəli b BƏLİ Bəli yes Y", "xeyr x да evet"),
            ("ru", "да д ДА Д yes", "нет н l evet"),
            ("tr", "evet e EVET yes", "hayır h bəli"),
        ];
        for (language, agreeing, refusing) in table {
            let speech = Speech::new(&[language.to_owned()], TimeZone::UTC);
            let word = speech.say(&add::yes());
            for ask in [add::Ask::MayYou, add::Ask::MayProbe, add::Ask::Write("a.toml")] {
                assert!(speech.say(&add::ask(ask)).contains(&word), "{language}: {ask:?} says {word}");
            }
            for answer in agreeing.split(' ') {
                assert!(agrees(&format!(" {answer}\n"), &word), "{language}: {answer}");
            }
            for answer in refusing.split(' ').chain(["", "\n", "yes please"]) {
                assert!(!agrees(answer, &word), "{language}: {answer}");
            }
        }
    }
}
