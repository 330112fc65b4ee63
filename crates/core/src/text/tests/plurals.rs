//! A number stands before the word that goes with it: no "1 logos", in no catalogue, whichever of its variants is said.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::{COUNTS, arguments, in_language, texts};
use crate::text::catalogues::LANGUAGES;
use crate::text::{Arg, Message, Speech};

/// What is said where there are several of something, never one.
const NEVER_ONE: [&str; 3] = ["notice-several-over-body", "pictures-too-many", "standing-unseen"];
/// Arguments that are words in every text. Of the others, some are numbers in one text and words in another.
const WORDS: [&str; 39] = [
    "address", "by", "cause", "channel", "curtain", "day", "dir", "file", "folder", "from", "group", "holder", "host",
    "id", "incident", "issuer", "kept", "name", "now", "outlet", "over", "path", "place", "plans", "pointer",
    "resolver", "share", "sign", "since", "span", "subject", "to", "until", "version", "watch", "what", "where",
    "writing", "year",
];

/// What stands for words in a text.
const WORD: &str = "X";

/// A text of the window, or of the program, by itself.
struct Text<'t> {
    id: &'t str,
    source: &'t str,
    args: BTreeSet<String>,
}

impl Text<'_> {
    /// What it says where this argument is this number, with each of its variants.
    fn with(&self, speech: &Speech, counted: &str, count: u32) -> BTreeSet<String> {
        let labels = self.source.split('[').skip(1).filter_map(|rest| rest.split(']').next());
        let labels = labels.filter(|label| label.starts_with(char::is_alphabetic));
        let said = labels.chain([WORD]).map(|label| {
            let others = self.args.iter().map(|name| (name.clone(), Arg::Own(label.to_owned())));
            let args = others.chain([(counted.to_owned(), count.into())]).collect();
            speech.say(&Message { id: self.id.to_owned(), args })
        });
        said.collect()
    }
}

/// The words after each place where this number stands by itself, up to the next mark.
fn after(said: &str, count: u32) -> Vec<Vec<&str>> {
    let words: Vec<&str> = said.split(' ').collect();
    let number = count.to_string();
    let places = words.iter().enumerate().filter(|(_, word)| word.trim_start_matches(['(', '"', '«', '“']) == number);
    places
        .map(|(at, _)| {
            let mut last = false;
            let following = words[at + 1..].iter().take_while(|word| {
                !std::mem::replace(&mut last, !word.ends_with(|c: char| c.is_alphabetic()))
                    && word.starts_with(char::is_lowercase)
            });
            following.map(|word| word.trim_end_matches(|c: char| !c.is_alphabetic())).collect()
        })
        .collect()
}

/// Whether one of the words that belong to a number says that there are several. English.
fn english_several(following: &[&str]) -> bool {
    const SMALL: [&str; 23] = [
        "of", "in", "at", "to", "from", "that", "which", "and", "or", "is", "has", "was", "does", "says", "leads",
        "keeps", "stands", "shows", "comes", "answers", "serves", "alarm", "ago",
    ];
    let belongs = following.iter().take_while(|word| !SMALL.contains(word)).take(3);
    belongs.filter(|word| word.len() > 2 && !word.ends_with("ss")).any(|word| word.ends_with('s'))
        || following.first().is_some_and(|word| ["are", "were", "have"].contains(word))
}

/// Whether the word after a number has the ending of several, which a number takes the place of. Azerbaijani and Turkish.
fn turkic_several(following: &[&str]) -> bool {
    let ends = |word: &&str| ["lar", "lər", "ler"].iter().any(|ending| word.len() > 4 && word.ends_with(ending));
    following.first().is_some_and(ends)
}

/// What may stand after a number and does not bend. Russian.
const UNBENDING: [&str; 10] = ["байт", "до", "и", "из", "или", "мин", "мс", "на", "с", "ч"];

/// The word right after a number.
fn next(said: &str, count: u32) -> BTreeSet<String> {
    after(said, count).iter().filter_map(|words| words.first().map(|word| (*word).to_owned())).collect()
}

/// What is wrong with a text in this language, where this argument is a number.
fn wrong(language: &str, text: &Text<'_>, speech: &Speech, counted: &str) -> Vec<String> {
    let all = |count| -> BTreeSet<String> { text.with(speech, counted, count) };
    match language {
        "en" => {
            let said = all(1).into_iter();
            said.filter(|said| after(said, 1).iter().any(|words| english_several(words))).collect()
        }
        "ru" => {
            let forms = |count| -> BTreeSet<String> { all(count).iter().flat_map(|said| next(said, count)).collect() };
            let same: BTreeSet<String> = forms(1).intersection(&forms(2)).cloned().collect();
            let same = same.intersection(&forms(5)).cloned().collect::<Vec<_>>();
            same.into_iter().filter(|word| !UNBENDING.contains(&word.as_str())).collect()
        }
        _ => {
            let said = COUNTS.iter().flat_map(|&count| all(count).into_iter().map(move |said| (count, said)));
            let several = said.filter(|(count, said)| after(said, *count).iter().any(|words| turkic_several(words)));
            several.map(|(_, said)| said).collect()
        }
    }
}

#[test]
fn a_number_has_the_word_that_goes_with_it() {
    let mut found = Vec::new();
    for language in LANGUAGES {
        let program: BTreeMap<&str, String> = language.catalogues.iter().flat_map(|(_, text)| texts(text)).collect();
        let window = Speech::of_catalogue(language.tag, language.window, super::baku());
        for (all, speech) in [(program, in_language(language.tag)), (texts(language.window), window)] {
            for (id, text) in all.iter().filter(|(id, _)| !NEVER_ONE.contains(id)) {
                let text = Text { id, source: text, args: arguments(id, &all) };
                for counted in text.args.iter().filter(|name| !WORDS.contains(&name.as_str())) {
                    let wrong = wrong(language.tag, &text, &speech, counted);
                    found.extend(wrong.iter().map(|said| format!("{}: {id}, ${counted}: {said}", language.tag)));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
