//! Says messages: finds their texts in the catalogues and puts the arguments in.
//!
//! This is the one door through which text from a watched site reaches a sentence, and it makes it inert there.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use super::catalogues::{ENGLISH, LANGUAGES, Language};
use super::inert::inert;
use super::{Arg, Message};
use crate::evidence::Evidence;

/// How much of a site's text a sentence repeats, in characters as a reader counts them.
const FOREIGN_GRAPHEMES: usize = 24;
/// The marks that a quotation opens and closes with, in any of the catalogues.
const QUOTATION_MARKS: [char; 9] = ['"', '“', '”', '„', '‟', '«', '»', '‹', '›'];
/// How deep messages may stand within messages. The program's own go to three; deeper ones are cut, as the store could
/// have been tampered with.
const DEEPEST: usize = 8;
/// Counts beyond this are said as text: the plural rules cannot take them, and no plural depends on them.
const LARGEST_COUNT: f64 = 1e15;

type Bundle = FluentBundle<FluentResource>;

/// The window's own words in one language: Fluent text, which the window says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowText {
    /// BCP 47.
    pub language: &'static str,
    /// Fluent.
    pub text: &'static str,
}

/// Says messages in the reader's language and time zone. Cheap to clone; clones change their languages together.
#[derive(Clone)]
pub struct Speech {
    voice: Arc<RwLock<Arc<Voice>>>,
    zone: TimeZone,
}

/// Languages to speak in.
struct Voice {
    /// Best first; English is always the last.
    bundles: Vec<Bundle>,
    window: Arc<[WindowText]>,
}

impl Voice {
    fn of(languages: &[String]) -> Arc<Self> {
        let mut wanted: Vec<&Language> = Vec::new();
        for tag in languages {
            let Ok(tag) = tag.parse::<LanguageIdentifier>() else {
                continue;
            };
            let found = LANGUAGES.iter().find(|language| language.tag == tag.language.as_str());
            wanted.extend(found.filter(|found| wanted.iter().all(|known| known.tag != found.tag)));
        }
        if wanted.iter().all(|language| language.tag != ENGLISH.tag) {
            wanted.push(&ENGLISH);
        }
        let window = wanted.iter().map(|language| WindowText { language: language.tag, text: language.window });
        Arc::new(Self {
            window: window.collect(),
            bundles: wanted.into_iter().map(|each| bundle(each.tag, each.catalogues)).collect(),
        })
    }
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").field("zone", &self.zone).finish_non_exhaustive()
    }
}

/// Why a message could not be said as it was meant. It was said all the same, with the gap showing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// No catalogue has this id.
    #[error("no catalogue has a text for `{0}`")]
    NoText(String),
    /// The text of this message needs an argument that it was not given.
    #[error("`{id}` lacks its argument `{argument}`")]
    NoArgument {
        /// The message.
        id: String,
        /// The argument's name.
        argument: String,
    },
    /// The text of this message is itself at fault.
    #[error("the text of `{id}` is at fault: {reason}")]
    BadText {
        /// The message.
        id: String,
        /// What Fluent says of it.
        reason: String,
    },
    /// Messages stand too deep within messages.
    #[error("`{0}` stands too deep within other messages")]
    TooDeep(String),
}

impl Speech {
    /// Speech in the first of these languages (BCP 47) that there is, English for what it lacks and when there is none.
    pub fn new(languages: &[String], zone: TimeZone) -> Self {
        Self { voice: Arc::new(RwLock::new(Voice::of(languages))), zone }
    }

    /// Speaks in these languages from now on, and so does every clone.
    pub fn change(&self, languages: &[String]) {
        *self.voice.write().unwrap_or_else(PoisonError::into_inner) = Voice::of(languages);
    }

    fn voice(&self) -> Arc<Voice> {
        Arc::clone(&self.voice.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The window's own words, best language first; English is always the last.
    pub fn window(&self) -> Arc<[WindowText]> {
        Arc::clone(&self.voice().window)
    }

    /// Says a message with every moment in full, day and year: for lists and logs that are read at any time.
    pub fn say(&self, message: &Message) -> String {
        self.say_with(message, Moments::Full, &mut Vec::new())
    }

    /// Says a message with every moment in full, to the second and with the zone's distance from UTC: for what is laid beside
    /// the logs of a server.
    pub fn say_exactly(&self, message: &Message) -> String {
        self.say_with(message, Moments::Exact, &mut Vec::new())
    }

    /// Says a message to somebody who reads it now: moments of today as `14:02`, others with their day.
    pub fn say_at(&self, message: &Message, now: Timestamp) -> String {
        self.say_with(message, Moments::Near(now), &mut Vec::new())
    }

    /// What stood on a page or stands there: the site's own text as it is, or the program's words. All of it may be an
    /// attacker's, and is yet to be made inert.
    pub fn evidence(&self, evidence: &Evidence) -> String {
        evidence.message().map_or_else(|| evidence.as_str().to_owned(), |message| self.say(message))
    }

    /// What cannot be said of a message, or of those within it: for tests of whoever makes messages. Empty is good.
    pub fn flaws(&self, message: &Message) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        self.say_with(message, Moments::Full, &mut flaws);
        flaws
    }

    /// English with one more catalogue, for tests of what a catalogue may do.
    #[cfg(test)]
    pub(super) fn with_catalogue(text: &'static str, zone: TimeZone) -> Self {
        let mut english = bundle(ENGLISH.tag, ENGLISH.catalogues);
        let resource = FluentResource::try_new(text.to_owned()).expect("a test's catalogue is right");
        english.add_resource(resource).expect("a test's ids are new");
        let voice = Voice { bundles: vec![english], window: Arc::new([]) };
        Self { voice: Arc::new(RwLock::new(Arc::new(voice))), zone }
    }

    /// A single catalogue in this language, for tests of a catalogue by itself.
    #[cfg(test)]
    pub(super) fn of_catalogue(tag: &str, text: &'static str, zone: TimeZone) -> Self {
        let alone = [("", text)];
        let voice = Voice { bundles: vec![bundle(tag, &alone)], window: Arc::new([]) };
        Self { voice: Arc::new(RwLock::new(Arc::new(voice))), zone }
    }

    fn say_with(&self, message: &Message, moments: Moments, flaws: &mut Vec<Flaw>) -> String {
        Saying { zone: &self.zone, voice: self.voice(), moments, flaws }.message(message, 0)
    }
}

/// How moments are said.
#[derive(Debug, Clone, Copy)]
enum Moments {
    /// With day and year.
    Full,
    /// To somebody who reads it at this moment: without what is today's.
    Near(Timestamp),
    /// With day, year, second and zone.
    Exact,
}

/// One message being said.
struct Saying<'s, 'f> {
    zone: &'s TimeZone,
    voice: Arc<Voice>,
    moments: Moments,
    flaws: &'f mut Vec<Flaw>,
}

impl Saying<'_, '_> {
    fn message(&mut self, message: &Message, depth: usize) -> String {
        if depth > DEEPEST {
            self.flaws.push(Flaw::TooDeep(message.id.clone()));
            return "…".to_owned();
        }
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.as_str(), self.argument(arg, depth));
        }
        self.text(&message.id, &args)
    }

    fn argument(&mut self, arg: &Arg, depth: usize) -> FluentValue<'static> {
        match arg {
            Arg::Own(text) => isolated(text.chars().filter(|c| !c.is_control()).collect()).into(),
            // The sentence puts it in quotes; it may not close them and speak on in our name.
            Arg::Foreign(text) => isolated(inert(text, FOREIGN_GRAPHEMES).replace(QUOTATION_MARKS, "'")).into(),
            Arg::Whole(text) => text.clone().into(),
            Arg::Number(number) if number.abs() <= LARGEST_COUNT => ((number * 100.0).round() / 100.0).into(),
            Arg::Number(number) => number.to_string().into(),
            Arg::Time(moment) => self.moment(*moment).into(),
            Arg::Message(message) => self.within(message, depth).into(),
            Arg::Several(messages) => {
                let said: Vec<String> = messages.iter().map(|message| self.within(message, depth)).collect();
                said.join("; ").into()
            }
        }
    }

    /// A message within another: without its full stop.
    fn within(&mut self, message: &Message, depth: usize) -> String {
        let said = self.message(message, depth + 1);
        said.strip_suffix('.').unwrap_or(&said).to_owned()
    }

    fn moment(&mut self, moment: Timestamp) -> String {
        let local = moment.to_zoned_datetime(self.zone.clone());
        let today = match self.moments {
            Moments::Near(now) => Some(self.zone.to_datetime(now).date()),
            Moments::Full | Moments::Exact => None,
        };
        let id = match today {
            Some(today) if today == local.date() => "time-today",
            Some(today) if today.year() == local.year() => "time-this-year",
            _ => "time-any-year",
        };
        let mut args = FluentArgs::new();
        let exact = matches!(self.moments, Moments::Exact);
        args.set("clock", local.strftime(if exact { "%H:%M:%S UTC%:z" } else { "%H:%M" }).to_string());
        args.set("day", i64::from(local.day()));
        args.set("month", i64::from(local.month()));
        args.set("year", local.year().to_string());
        self.text(id, &args)
    }

    fn text(&mut self, id: &str, args: &FluentArgs<'_>) -> String {
        let voice = Arc::clone(&self.voice);
        let found = voice.bundles.iter().find_map(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        let Some((bundle, pattern)) = found else {
            self.flaws.push(Flaw::NoText(id.to_owned()));
            return format!("(no text for {})", inert(id, 80));
        };
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        self.flaws.extend(errors.into_iter().map(|error| flaw(id, error)));
        said
    }
}

/// A text that is written from right to left, within marks that keep it from turning what stands around it: without them
/// "name: 92 links" is shown as "92 :name links". Others get none, as some screens show the marks as boxes.
fn isolated(text: String) -> String {
    let from_right = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    if text.contains(from_right) { format!("\u{2068}{text}\u{2069}") } else { text }
}

fn flaw(id: &str, error: FluentError) -> Flaw {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id: argument })) => {
            Flaw::NoArgument { id: id.to_owned(), argument }
        }
        other => Flaw::BadText { id: id.to_owned(), reason: other.to_string() },
    }
}

fn bundle(tag: &str, catalogues: &[(&str, &'static str)]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(tag.parse().into_iter().collect());
    // Isolates are bidi controls, which a plain notification shows as boxes; foreign text has none left to undo.
    bundle.set_use_isolating(false);
    for (_, catalogue) in catalogues {
        // A text with a fault in it is left out and the rest is kept: an alert with one gap beats none.
        let resource = match FluentResource::try_new((*catalogue).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
