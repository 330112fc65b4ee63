//! The languages that this program speaks, for a person to choose from.

use super::catalogues::LANGUAGES;

/// A language that this program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageName {
    /// BCP 47.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
}

/// Every one, in the order of their tags.
pub fn languages() -> Vec<LanguageName> {
    let mut all: Vec<LanguageName> =
        LANGUAGES.iter().map(|language| LanguageName { tag: language.tag, name: own_name(language.tag) }).collect();
    all.sort_by_key(|language| language.tag);
    all
}

/// What a language calls itself; its tag, where that is not known.
fn own_name(tag: &'static str) -> &'static str {
    match tag {
        "az" => "Azərbaycanca",
        "en" => "English",
        "ru" => "Русский",
        "tr" => "Türkçe",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_name_of_its_own() {
        let all = languages();
        assert!(all.iter().any(|language| language.tag == "en"));
        assert!(all.iter().all(|language| language.name != language.tag), "{all:?}");
    }
}
