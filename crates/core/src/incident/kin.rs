//! By what incidents of several outlets are known to be one campaign: the same foreign picture, host, title or words.

use std::collections::BTreeSet;

use url::Url;

use super::{Cause, Incident};
use crate::extract::name::registrable;
use crate::parts::Print;
use crate::verdict::Signal;

/// A signal lighter than this ties nothing: it would be no suspicion by itself.
const TELLING: f64 = 0.42;
/// Words shorter than this are said by many.
const SHORTEST: usize = 8;
/// The most words that are compared, in characters.
const LONGEST: usize = 200;

/// Signals whose "after" is a title or words of the page itself.
const TITLES: [&str; 2] = ["title.replaced", "title.card"];
const WORDS: [&str; 5] = ["wording.", "text.placed", "headline.same", "takeover.", "feed.retitled"];
/// Signals whose "after" is an address or a host.
const PLACES: [&str; 10] = [
    "source.",
    "redirect.",
    "link.",
    "image.",
    "painted.import",
    "planted.",
    "picture.",
    "login.target",
    "feed.moved",
    "cover.frame",
];

/// Signals of a page that is otherwise intact: words in a new place, another dress.
const INTACT: [&str; 6] = ["sheet.", "painted.", "text.placed", "headline.", "vocabulary.", "fixed."];

/// Whether an incident's page is there as it was but for words in a new place or another dress.
pub fn is_intact(incident: &Incident) -> bool {
    let telling = || incident.signals.iter().filter(|signal| signal.weight >= TELLING);
    let intact = |signal: &Signal| INTACT.iter().any(|kind| signal.kind.starts_with(kind));
    incident.cause == Cause::Content && telling().next().is_some() && telling().all(intact)
}

/// Something that an incident shows, and that others may show as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trait {
    /// A picture, by what it shows.
    Picture(Print),
    /// A registrable domain that is not the outlet's own.
    Host(String),
    /// A title, in lower case.
    Title(String),
    /// Words, in lower case.
    Words(String),
}

impl Trait {
    /// Whether both are the same. Of pictures: whether they show the same.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Picture(one), Self::Picture(other)) => one.near(*other),
            _ => self == other,
        }
    }
}

/// What an incident shows that others may show as well, with the pictures that its look saw placed there.
pub fn traits(incident: &Incident, pictures: &[Print]) -> Vec<Trait> {
    let own = registrable(incident.url.host_str().unwrap_or_default());
    let told = incident.signals.iter().filter(|signal| signal.weight >= TELLING);
    let mut traits: Vec<Trait> = pictures.iter().map(|print| Trait::Picture(*print)).collect();
    traits.extend(told.filter_map(|signal| of_signal(signal, &own)));
    traits
}

/// By what two pages of one outlet are known to have one cause: its name, the kind of a telling signal, and what is there now. A
/// style sheet is shared by the front page and the login page; whoever changes it changes both.
pub fn deviations(incident: &Incident) -> BTreeSet<[String; 3]> {
    let telling = incident.signals.iter().filter(|signal| signal.weight >= TELLING && !signal.after.is_empty());
    telling.map(|signal| [incident.outlet.clone(), signal.kind.clone(), signal.after.to_string()]).collect()
}

fn of_signal(signal: &Signal, own: &str) -> Option<Trait> {
    let is = |kinds: &[&str]| kinds.iter().any(|kind| signal.kind.starts_with(kind));
    if is(&TITLES) {
        return words(&signal.after).map(Trait::Title);
    }
    if is(&WORDS) {
        return words(&signal.after).map(Trait::Words);
    }
    let host = foreign_host(signal, own)?;
    // A number is no name: everything on one computer would be kin.
    let named = host.parse::<std::net::IpAddr>().is_err() && host != "localhost";
    named.then(|| Trait::Host(registrable(&host)))
}

/// The host that a signal names, where it is not of the outlet's own domain.
pub(super) fn foreign_host(signal: &Signal, own: &str) -> Option<String> {
    let place = PLACES.iter().any(|kind| signal.kind.starts_with(kind));
    host(&signal.after).filter(|host| place && registrable(host) != own)
}

fn words(text: &str) -> Option<String> {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let text: String = text.chars().take(LONGEST).collect();
    (text.chars().count() >= SHORTEST).then_some(text)
}

/// The host in a text that is an address or a host and nothing else.
fn host(text: &str) -> Option<String> {
    if let Ok(url) = text.parse::<Url>() {
        return url.host_str().map(str::to_owned);
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    (text.contains('.') && !text.ends_with('.') && text.chars().all(plain)).then(|| text.to_lowercase())
}
