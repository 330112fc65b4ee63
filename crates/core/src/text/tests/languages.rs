//! Every language says what English says: the same texts with the same arguments, in its own words and plural forms.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogues::{every_message, ids};
use super::{at, baku, speech};
use crate::text::catalogues::{ENGLISH, LANGUAGES, Language};
use crate::text::{Arg, Message, Speech, alerts, cli, words};
use crate::watch::WatchKind;

/// What the plural rules of one language or another tell apart.
pub(super) const COUNTS: [u32; 5] = [0, 1, 2, 5, 21];

/// Words that are the same in English and elsewhere. The names are of this program, an example, and of what it reads.
const SHARED: [&str; 6] = ["alarm", "normal", "status", "ms", "frontwatch", "report.example"];

fn others() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter().filter(|language| language.tag != ENGLISH.tag)
}

pub(super) fn in_language(tag: &str) -> Speech {
    Speech::new(&[tag.to_owned()], baku())
}

/// The catalogues of a language with the window's, by the names of their files.
pub(super) fn files(language: &Language) -> BTreeMap<&'static str, &'static str> {
    let window = [("window.ftl", language.window)];
    language.catalogues.iter().copied().chain(window).collect()
}

/// The texts of a catalogue by their ids, each on one line.
pub(super) fn texts(catalogue: &str) -> BTreeMap<&str, String> {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut current = None;
    for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
        let opens = line.starts_with(|c: char| c.is_ascii_lowercase());
        let rest = match line.split_once(" =") {
            Some((id, rest)) if opens => {
                current = Some(id);
                rest
            }
            _ => line,
        };
        if let Some(id) = current {
            let text = texts.entry(id).or_default();
            text.push_str(rest.trim());
            text.push(' ');
        }
    }
    texts
}

/// The arguments that a text needs, those of the texts that it takes in among them.
pub(super) fn arguments(id: &str, texts: &BTreeMap<&str, String>) -> BTreeSet<String> {
    let Some(text) = texts.get(id) else { return BTreeSet::new() };
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect() };
    let mut found: BTreeSet<String> = text.split('$').skip(1).map(name).collect();
    for inner in text.split("{ ").skip(1).map(name).filter(|inner| inner != id && !inner.is_empty()) {
        found.extend(arguments(&inner, texts));
    }
    found
}

/// The words of a text that a person reads: without its arguments, and without what chooses between its variants.
fn spoken(text: &str) -> Vec<String> {
    let mut plain = text.to_owned();
    while let Some(open) = plain.rfind('{') {
        let Some(close) = plain[open..].find('}') else { break };
        let inside = plain[open + 1..open + close].to_owned();
        let kept = inside.split_once("->").map_or_else(String::new, |(_, variants)| variants.to_owned());
        plain.replace_range(open..=open + close, &kept);
    }
    let labelled = plain.split(['[', ']']).enumerate();
    let plain: String = labelled.filter(|(n, _)| n % 2 == 0).map(|(_, part)| part).collect();
    let quoted = plain.split('`').enumerate().filter(|(n, _)| n % 2 == 0);
    let plain: String = quoted.map(|(_, part)| part).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-');
    let words = words.map(|word| word.trim_matches(['.', '-']).to_lowercase());
    words.filter(|word| word.contains(char::is_alphabetic)).collect()
}

#[test]
fn every_language_has_the_texts_of_english_and_no_other() {
    for language in others() {
        let (theirs, english) = (files(language), files(&ENGLISH));
        assert_eq!(theirs.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{}", language.tag);
        for (file, text) in english {
            let (theirs, english) = (ids(theirs[file]), ids(text));
            let differing: Vec<_> = theirs.iter().filter(|id| !english.contains_key(id.0)).collect();
            assert!(differing.is_empty(), "{}/{file} has more: {differing:?}", language.tag);
            let lacking: Vec<_> = english.keys().filter(|id| !theirs.contains_key(*id)).collect();
            assert!(lacking.is_empty(), "{}/{file} lacks {lacking:?}", language.tag);
        }
    }
}

#[test]
fn every_text_needs_what_the_english_one_needs() {
    for language in others() {
        for (file, catalogue) in files(language) {
            let (theirs, english) = (texts(catalogue), texts(files(&ENGLISH)[file]));
            for id in theirs.keys() {
                assert_eq!(arguments(id, &theirs), arguments(id, &english), "{}/{file}: {id}", language.tag);
            }
        }
    }
}

#[test]
fn every_language_says_every_message_in_every_number() {
    for language in LANGUAGES {
        let speech = in_language(language.tag);
        for message in every_message() {
            for count in COUNTS {
                let mut message = message.clone();
                for arg in message.args.values_mut().filter(|arg| matches!(arg, Arg::Number(_))) {
                    *arg = count.into();
                }
                assert_eq!(speech.flaws(&message), [], "{}: {message:?}", language.tag);
                let said = speech.say_at(&message, at("14:30"));
                assert!(!said.is_empty() && !said.contains(['{', '}', '\n']), "{}: {said:?}", language.tag);
                assert!(!said.contains("  ") && said.trim() == said, "{}: {said:?}", language.tag);
            }
        }
    }
}

/// Every text by itself, whoever makes it: what it needs is all that it needs.
#[test]
fn every_text_can_be_said_in_every_number() {
    for language in LANGUAGES {
        let speech = in_language(language.tag);
        let (mut texts_of_all, mut said_before) = (BTreeMap::new(), BTreeMap::new());
        for (_, catalogue) in language.catalogues {
            texts_of_all.extend(texts(catalogue));
        }
        for id in texts_of_all.keys() {
            for count in COUNTS {
                let args = arguments(id, &texts_of_all).into_iter().map(|name| (name, count.into()));
                let message = Message { id: (*id).to_owned(), args: args.collect() };
                assert_eq!(speech.flaws(&message), [], "{}: {message:?}", language.tag);
                said_before.insert(*id, speech.say(&message));
            }
        }
        let empty: Vec<_> = said_before.iter().filter(|(_, said)| said.trim().is_empty()).collect();
        assert!(empty.is_empty(), "{}: {empty:?}", language.tag);
    }
}

/// A text that reads as the English one does was forgotten, unless nothing is in it but arguments and words that are the
/// same everywhere; and so was one that has English words among its own.
#[test]
fn no_language_is_english_in_disguise() {
    const ENGLISH_ALONE: [&str; 12] =
        ["the", "is", "are", "was", "were", "this", "that", "with", "from", "which", "it", "of"];
    for language in others() {
        let theirs = files(language);
        for (file, catalogue) in files(&ENGLISH) {
            let theirs = texts(theirs[file]);
            for (id, english) in texts(catalogue) {
                let (tag, spoken, english) = (language.tag, spoken(&theirs[id]), spoken(&english));
                let own = spoken.iter().any(|word| !SHARED.contains(&word.as_str()));
                assert!(spoken != english || !own, "{tag}/{file}: {id} is English: {spoken:?}");
                let stray = spoken.iter().find(|word| ENGLISH_ALONE.contains(&word.as_str()));
                assert_eq!(stray, None, "{tag}/{file}: {id} has English words: {spoken:?}");
            }
        }
    }
}

#[test]
fn plural_forms_are_each_language_s_own() {
    let round = |alarms| cli::round(cli::Round { total: alarms, alarms, suspects: 0, unseen: 0 });
    for (tag, count, said) in [
        ("ru", 1, "1 тревога"),
        ("ru", 2, "2 тревоги"),
        ("ru", 5, "5 тревог"),
        ("ru", 11, "11 тревог"),
        ("ru", 21, "21 тревога"),
        ("en", 21, "21 alarms"),
    ] {
        let round = in_language(tag).say(&round(count));
        let (before, after) = round.split_once(said).unwrap_or_else(|| panic!("{tag}: no {said:?} in {round:?}"));
        assert!(!after.starts_with(char::is_alphabetic) && !before.ends_with(char::is_numeric), "{round:?}");
    }
}

#[test]
fn a_site_s_words_stay_within_the_quotation_of_every_language() {
    let title = "ok\". All well. «a» “b”";
    let message = Message::new("signal-title-replaced").with("title", Arg::Foreign(title.to_owned()));
    for language in LANGUAGES {
        let said = in_language(language.tag).say(&message);
        let marks = said.chars().filter(|c| ['"', '“', '”', '„', '«', '»'].contains(c)).count();
        assert_eq!(marks, 2, "{said}");
    }
}

#[test]
fn a_moment_is_said_in_every_language_with_its_month() {
    let told = words::put_off(at("14:20"));
    let moment = |tag: &str| {
        let clock = Message::new("time-today").with("clock", at("00:30").into());
        in_language(tag).say(&clock)
    };
    for (tag, said) in [
        ("en", "00:30 on 3 May 2026"),
        ("az", "3 may 2026, 00:30"),
        ("ru", "00:30 3 мая 2026 года"),
        ("tr", "3 Mayıs 2026 00:30"),
    ] {
        assert_eq!(moment(tag), said);
    }
    let months: BTreeSet<String> = (1..=12)
        .flat_map(|month| LANGUAGES.iter().map(move |language| (month, language.tag)))
        .map(|(month, tag)| in_language(tag).say(&Message::new("month").with("month", u32::into(month))))
        .collect();
    assert!(months.len() > 40, "{months:?}");
    assert_eq!(speech().flaws(&told), []);
    let notice = alerts::content_notice("Report", WatchKind::Homepage, told, at("14:02"), 2, true);
    for language in LANGUAGES {
        let said = in_language(language.tag).say_at(&notice.body, at("14:30"));
        assert!(said.contains("14:20") && said.contains("14:02"), "{said}");
    }
}
