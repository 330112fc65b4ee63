//! The words that the outlets write with, one file a language.
//!
//! A headline is put together from four lists, in the order that the language wants: who, did, what, and where or when.
//! The lists are written so that every combination is grammatical: who is always a masculine singular where the verb
//! has to agree, and what already stands in the case that its verbs ask for. All of it is made up.

mod ar;
mod az;
mod en;
mod ru;
mod tr;

/// How a language orders a headline.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Order {
    /// "The council approved the plan."
    WhoDidWhat,
    /// "The council the plan approved."
    WhoWhatDid,
    /// "Approved the council the plan."
    DidWhoWhat,
}

/// A section of an outlet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Section {
    /// In addresses: ASCII.
    pub(crate) slug: &'static str,
    /// In the navigation.
    pub(crate) name: &'static str,
}

/// Everything that a template needs to say in a language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// BCP 47.
    pub(crate) tag: &'static str,
    /// As `og:locale` spells it.
    pub(crate) locale: &'static str,
    /// Written from right to left.
    pub(crate) rtl: bool,
    /// Sections, in the order of the navigation.
    pub(crate) sections: [Section; 8],
    /// How a headline is ordered.
    pub(crate) order: Order,
    /// Who did it.
    pub(crate) who: &'static [&'static str],
    /// What was done.
    pub(crate) did: &'static [&'static str],
    /// To what.
    pub(crate) what: &'static [&'static str],
    /// Where, when or in spite of what.
    pub(crate) tail: &'static [&'static str],
    /// How the sentence of a lead begins.
    pub(crate) openers: &'static [&'static str],
    /// Its middle.
    pub(crate) clauses: &'static [&'static str],
    /// Its end, without the full stop.
    pub(crate) closers: &'static [&'static str],
    /// Made-up places, for names of outlets.
    pub(crate) places: &'static [&'static str],
    /// Words for a paper, for names of outlets.
    pub(crate) papers: &'static [&'static str],
    /// The fixed words of the templates.
    pub(crate) ui: Ui,
}

/// The fixed words of the templates.
#[derive(Debug)]
pub(crate) struct Ui {
    pub(crate) tagline: &'static str,
    pub(crate) breaking: &'static str,
    pub(crate) most_read: &'static str,
    pub(crate) weather: &'static str,
    pub(crate) skies: [&'static str; 4],
    pub(crate) updated: &'static str,
    pub(crate) views: &'static str,
    pub(crate) advertising: &'static str,
    pub(crate) newsletter: &'static str,
    pub(crate) email: &'static str,
    pub(crate) subscribe: &'static str,
    pub(crate) search: &'static str,
    pub(crate) home: &'static str,
    pub(crate) footer: [&'static str; 4],
    pub(crate) sign_in: &'static str,
    pub(crate) user: &'static str,
    pub(crate) password: &'static str,
    pub(crate) forgot: &'static str,
    pub(crate) dashboard: &'static str,
    pub(crate) users: &'static str,
    pub(crate) stories: &'static str,
    pub(crate) sign_out: &'static str,
    pub(crate) not_found: &'static str,
}

/// The languages, in the order in which generated outlets take turns.
pub(crate) static LANGUAGES: [&Lexicon; 5] = [&en::LEXICON, &az::LEXICON, &tr::LEXICON, &ru::LEXICON, &ar::LEXICON];

/// The lexicon of a tag that is in [`LANGUAGES`]; English for any other.
pub(crate) fn of(tag: &str) -> &'static Lexicon {
    LANGUAGES.iter().find(|lexicon| lexicon.tag == tag).copied().unwrap_or(&en::LEXICON)
}

impl Lexicon {
    /// The value of the `dir` attribute.
    pub(crate) fn dir(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }

    /// A new headline.
    pub(crate) fn headline(&self, chance: &mut fastrand::Rng) -> String {
        let (who, did) = (pick(self.who, chance), pick(self.did, chance));
        let (what, tail) = (pick(self.what, chance), pick(self.tail, chance));
        let text = match self.order {
            Order::WhoDidWhat => format!("{who} {did} {what} {tail}"),
            Order::WhoWhatDid => format!("{who} {tail} {what} {did}"),
            Order::DidWhoWhat => format!("{did} {who} {what} {tail}"),
        };
        capitalised(&text)
    }

    /// A new sentence of a lead or of an article's body.
    pub(crate) fn sentence(&self, chance: &mut fastrand::Rng) -> String {
        let text = format!(
            "{} {}{} {}.",
            pick(self.openers, chance),
            pick(self.clauses, chance),
            if self.rtl { "،" } else { "," },
            pick(self.closers, chance)
        );
        capitalised(&text)
    }
}

fn pick<'a>(from: &[&'a str], chance: &mut fastrand::Rng) -> &'a str {
    chance.choice(from).copied().unwrap_or_default()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_enough_words_for_thousands_of_headlines() {
        for lexicon in LANGUAGES {
            let mut chance = fastrand::Rng::with_seed(7);
            let headlines: std::collections::HashSet<_> = (0..1000).map(|_| lexicon.headline(&mut chance)).collect();
            assert!(headlines.len() > 970, "{}: {} different of 1000", lexicon.tag, headlines.len());
        }
    }

    #[test]
    fn words_need_no_escaping_in_html() {
        for lexicon in LANGUAGES {
            let lists = [lexicon.who, lexicon.did, lexicon.what, lexicon.tail, lexicon.openers, lexicon.clauses];
            for word in lists.into_iter().flatten().chain(lexicon.closers).chain(lexicon.places).chain(lexicon.papers) {
                assert!(!word.contains(['<', '>', '&', '"', '\'']), "{}: {word}", lexicon.tag);
                assert_eq!(word.trim(), *word, "{}", lexicon.tag);
            }
        }
    }
}
