//! Every error of the engine that reaches a person is said in every language, in its own words.
//!
//! An error's `message()` matches its variants without a rest, so that a new one does not compile before it has a text. Here one of
//! each is made; a text of the catalogue that none of them says fails the test, and so does one that is said as English says it, or
//! that has English words put into it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use frontwatch_core::baseline::Unreadable;
use frontwatch_core::config::{self, Misfit, NotAdded, NotApplied, NotChanged, NotIgnored, NotSet};
use frontwatch_core::text::{Arg, Message, Speech, errors};
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::api::baseline::NotDone;
use frontwatch_engine::api::configuration::{NotWritten, Unchanged, Unusable};
use frontwatch_engine::api::desk::NotOpened;
use frontwatch_engine::fetch::FetchSetup;
use frontwatch_engine::place::Homeless;
use frontwatch_engine::ports::NotDelivered;
use frontwatch_engine::run::Refusal;
use frontwatch_engine::secrets::{self, NoSecret};
use frontwatch_engine::store::{Holder, Salvaged, StoreError, StoreNote};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The texts of errors, as English has them.
const TEXTS: &str = include_str!("../../core/src/text/en/errors.ftl");

/// What errors of these kinds begin with. The others are made where no test reaches: by a mail server that answers 552, say.
const MADE_HERE: [&str; 10] = [
    "store-",
    "baseline-",
    "keychain-",
    "secret-",
    "configuration-",
    "fetch-",
    "system-",
    "homeless",
    "desktop-no-thread",
    "undelivered-",
];

/// Latin words that a Russian sentence has: names, and what is typed as it is.
const LATIN: [&str; 41] = [
    "frontwatch",
    "linux",
    "gnome",
    "keyring",
    "kwallet",
    "keepassxc",
    "http",
    "https",
    "smtp",
    "pem",
    "ca",
    "certificates",
    "user",
    "agent",
    "ascii",
    "data",
    "config",
    "bearer",
    "header",
    "name",
    "origin",
    "outlet",
    "homepage",
    "example",
    "report",
    "toml",
    "io",
    "interval",
    "gazeta",
    "json",
    "values",
    "expect",
    "dns",
    "tls",
    "url",
    "watching",
    "ms",
    "homepages",
    "feed",
    "admin",
    "denied",
];

fn path() -> PathBuf {
    PathBuf::from("/1/2")
}

fn io(kind: ErrorKind) -> Error {
    Error::from(kind)
}

fn store() -> Vec<StoreError> {
    use StoreError as E;
    let path = path();
    let holder = Holder { pid: 42, program: "frontwatch".to_owned(), since: Timestamp::UNIX_EPOCH };
    let sqlite = || rusqlite::Error::QueryReturnedNoRows;
    vec![
        E::Held { dir: path.clone(), holder: Some(holder) },
        E::Held { dir: path.clone(), holder: None },
        E::Newer { path: path.clone(), found: 9, supported: 8 },
        E::Outdated { path: path.clone(), found: 7, supported: 8 },
        E::Missing { path: path.clone() },
        E::Restoring { path: path.clone() },
        E::Damaged { path: path.clone(), what: "1".to_owned() },
        E::ReadOnly { path: path.clone() },
        E::NoSharedMemory { path: path.clone() },
        E::Full { path: path.clone() },
        E::Busy { path: path.clone() },
        E::Refused { path: path.clone(), why: "1".to_owned() },
        E::Io { path: path.clone(), doing: "could not lock", source: io(ErrorKind::PermissionDenied) },
        E::Failed { path: path.clone(), doing: "storing", source: sqlite() },
        E::Slow { path: path.clone() },
        E::Broke { path: path.clone() },
        E::Closed { path },
    ]
}

fn of_configurations() -> Vec<Message> {
    let wrong = || config::parse("[watching]\ninterval = 3\n").unwrap_err();
    let misfits = || wrong().into_iter().map(|error| Misfit { field: "name".to_owned(), error }).collect();
    let name = || "1".to_owned();
    let file = path;
    let denied = || io(ErrorKind::PermissionDenied);
    let unusable = [
        Unusable::Missing(path()),
        Unusable::Unreadable { path: file(), source: denied() },
        Unusable::Wrong { path: file(), errors: wrong() },
    ];
    let written = [
        NotWritten::NotAdded { path: file(), source: NotAdded::Invalid(wrong()) },
        NotWritten::NotAdded { path: file(), source: NotAdded::DoesNotFit(wrong()) },
        NotWritten::NotAdded { path: file(), source: NotAdded::NotTheSame(name()) },
        NotWritten::NotIgnored { path: file(), source: NotIgnored::Invalid(wrong()) },
        NotWritten::NotIgnored { path: file(), source: NotIgnored::NoSuchOutlet(name()) },
        NotWritten::NotIgnored { path: file(), source: NotIgnored::NotTheSame(name()) },
        NotWritten::NotSet { path: file(), source: NotSet::Invalid(wrong()) },
        NotWritten::NotSet { path: file(), source: NotSet::NotTheSame },
        NotWritten::NotSet { path: file(), source: config::set_runbook("", &"x\n".repeat(99)).unwrap_err() },
        NotWritten::NotSet { path: file(), source: config::set_runbook("", &"x".repeat(999)).unwrap_err() },
        NotWritten::NotChanged { path: file(), source: NotChanged::Invalid(wrong()) },
        NotWritten::NotChanged { path: file(), source: NotChanged::NoSuchOutlet(name()) },
        NotWritten::NotChanged { path: file(), source: NotChanged::DoesNotFit(misfits()) },
        NotWritten::NotChanged { path: file(), source: NotChanged::NotTheSame(name()) },
        NotWritten::Io { path: file(), source: denied() },
    ];
    let unchanged = [
        Unchanged::Refused(NotApplied::Invalid(wrong())),
        Unchanged::Refused(NotApplied::Refused(wrong())),
        Unchanged::Refused(NotApplied::Gone(name())),
        Unchanged::Refused(NotApplied::ByHand(name())),
        Unchanged::Io { path: file(), source: denied() },
    ];
    let mut all: Vec<Message> = unusable.iter().map(Unusable::message).collect();
    all.extend(unusable.iter().flat_map(Unusable::messages));
    all.extend(written.iter().map(NotWritten::message));
    all.extend(unchanged.iter().map(Unchanged::message));
    all
}

fn of_secrets() -> Vec<Message> {
    use secrets::Unusable as U;
    let unusable = [U::Origin, U::InTheClear, U::Length, U::Mail, U::NoColon, U::Characters, U::Header];
    let no_secret = [
        NoSecret::Missing("1".to_owned()),
        NoSecret::Strange("1".to_owned()),
        NoSecret::Locked,
        NoSecret::Silent,
        NoSecret::Unavailable("1".to_owned()),
    ];
    unusable.map(U::message).into_iter().chain(no_secret.iter().map(NoSecret::message)).collect()
}

/// One of every error, as a person is told of it.
fn every_error() -> Vec<Message> {
    use ErrorKind as K;
    let kinds = [
        K::NotFound,
        K::PermissionDenied,
        K::AlreadyExists,
        K::NotADirectory,
        K::IsADirectory,
        K::ReadOnlyFilesystem,
        K::StorageFull,
        K::ResourceBusy,
        K::AddrInUse,
        K::TimedOut,
        K::OutOfMemory,
        K::InvalidData,
        K::Other,
    ];
    let watch = || WatchId::new(WatchKind::Homepage, &"https://report.example/".parse().unwrap());
    let undone = [
        NotDone::NothingLearned(watch()),
        NotDone::NoSuchVersion { watch: watch(), version: 3 },
        NotDone::Unreadable { watch: watch(), source: Unreadable { format: 1 } },
        NotDone::NoPage(watch()),
        NotDone::InQuestion(watch()),
        NotDone::Store(StoreError::Full { path: path() }),
    ];
    let setup = [
        FetchSetup::AuthorityUnread { path: path(), source: io(K::NotFound) },
        FetchSetup::AuthorityBad { path: path(), reason: "1".to_owned() },
        FetchSetup::UserAgent("1".to_owned()),
        FetchSetup::Verifier(rustls::Error::DecryptError),
        FetchSetup::Client(reqwest::Client::new().get("").build().unwrap_err()),
    ];
    let delivered = [NotDelivered::NoServer("1".to_owned()), NotDelivered::Refused(Message::new("far-refuses"))];
    let refusals = [
        Refusal::NoSuchIncident,
        Refusal::AlreadyTaken,
        Refusal::Changed,
        Refusal::InQuestion,
        Refusal::NoSuchWatch,
        Refusal::NoSuchOutlet,
        Refusal::Elsewhere,
        Refusal::Stopped,
    ];
    let moved = StoreNote::Damaged { path: path(), moved_to: path(), what: "1".to_owned(), kept: Salvaged::default() };
    let found = StoreNote::Found { path: path() };
    let mut all = vec![moved.message(), found.message(), Homeless.message(), errors::own_fault("1")];
    all.push(NotOpened::Io(io(K::OutOfMemory)).message());
    all.extend(kinds.map(|kind| errors::system(&io(kind))));
    all.extend(store().iter().map(StoreError::message));
    all.extend(undone.iter().map(NotDone::message));
    all.extend(setup.iter().map(FetchSetup::message));
    all.extend(delivered.iter().map(NotDelivered::message));
    all.extend(refusals.map(Refusal::message));
    all.extend(of_secrets());
    all.extend(of_configurations());
    all
}

/// The ids of a message and of those within it.
fn ids(message: &Message, all: &mut BTreeSet<String>) {
    all.insert(message.id.clone());
    for arg in message.args.values() {
        match arg {
            Arg::Message(inner) => ids(inner, all),
            Arg::Several(several) => several.iter().for_each(|inner| ids(inner, all)),
            _ => {}
        }
    }
}

/// What is left of a sentence without what is quoted in it, by whatever marks.
fn unquoted(said: &str) -> String {
    let (mut left, mut within) = (String::new(), None);
    for c in said.chars() {
        match (within, c) {
            (None, '«') => within = Some('»'),
            (None, '“') => within = Some('”'),
            (None, '"' | '`') => within = Some(c),
            (None, c) => left.push(c),
            (Some(end), c) if c == end => within = None,
            (Some(_), _) => {}
        }
    }
    left
}

#[test]
fn one_of_every_error_is_tried_here() {
    let mut said = BTreeSet::new();
    for message in every_error() {
        ids(&message, &mut said);
    }
    let texts = TEXTS.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
    let here = texts.filter(|id| MADE_HERE.iter().any(|prefix| id.starts_with(prefix)));
    let untried: Vec<&str> = here.filter(|id| !said.contains(*id)).collect();
    assert!(untried.is_empty(), "no error of this test says {untried:?}");
}

#[test]
fn every_error_is_said_in_every_language_and_in_none_as_in_english() {
    let speech = |language: &str| Speech::new(&[language.to_owned()], TimeZone::UTC);
    let english = speech("en");
    for message in every_error() {
        let in_english = english.say(&message);
        assert_eq!(english.flaws(&message), [], "{in_english}");
        for language in ["az", "ru", "tr"] {
            let speech = speech(language);
            let said = speech.say(&message);
            assert_eq!(speech.flaws(&message), [], "{language}: {said}");
            assert_ne!(said, in_english, "{language}");
            assert!(!said.contains(['{', '}', '\n']) && !said.is_empty(), "{language}: {said}");
        }
    }
}

/// English that is handed into a sentence as an argument is seen where the letters are others.
#[test]
fn no_english_word_is_put_into_a_sentence() {
    let russian = Speech::new(&["ru".to_owned()], TimeZone::UTC);
    for message in every_error() {
        let said = russian.say(&message);
        let plain = unquoted(&said).to_lowercase();
        let words = plain.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
        let strange: Vec<&str> = words.filter(|word| !LATIN.contains(word)).collect();
        assert!(strange.is_empty(), "{strange:?} in {said}");
        assert!(plain.chars().any(|c| ('а'..='я').contains(&c)), "{said}");
    }
}
