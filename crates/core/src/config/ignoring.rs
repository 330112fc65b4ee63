//! Writes into the text of a configuration that a part of an outlet's pages is left out, and takes it out again. All else stays
//! as a person wrote it.

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, value};

use super::edit::cut::{self, Place};
use super::edit::{Written, unmarked};
use super::error::to_correct;
use super::{ConfigError, parse};
use crate::text::{Message, english};

/// A part was not left out. The text is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", english(&self.message()))]
pub enum NotIgnored {
    /// The text as it is is no configuration.
    Invalid(Vec<ConfigError>),
    /// No outlet has the name.
    NoSuchOutlet(String),
    /// The outlet is written in a form that can't be changed without changing more.
    NotTheSame(String),
}

impl NotIgnored {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid(errors) => to_correct(errors),
            Self::NoSuchOutlet(outlet) => Message::new("config-no-such-outlet").own("outlet", outlet),
            Self::NotTheSame(outlet) => Message::new("config-selector-by-hand").own("outlet", outlet),
        }
    }
}

/// Adds a selector to `[outlet.ignore]` of an outlet; one that is there already is not added again.
///
/// # Errors
///
/// Where the text is no configuration, has no such outlet, or would be read as something else.
pub fn ignore_part(text: &str, outlet: &str, selector: &str) -> Result<String, NotIgnored> {
    let mut wanted = parse(text).map_err(NotIgnored::Invalid)?.config;
    let of_outlet = wanted.outlets.iter_mut().find(|it| it.name == outlet);
    let ignore = &mut of_outlet.ok_or_else(|| NotIgnored::NoSuchOutlet(outlet.to_owned()))?.ignore;
    if ignore.iter().any(|known| known == selector) {
        return Ok(text.to_owned());
    }
    ignore.push(selector.to_owned());
    let not_the_same = || NotIgnored::NotTheSame(outlet.to_owned());
    let (mark, plain) = unmarked(text);
    let mut document: DocumentMut = plain.parse().map_err(|_| not_the_same())?;
    put(&mut document, outlet, selector).ok_or_else(not_the_same)?;
    let mut written = document.to_string();
    if text.contains("\r\n") {
        written = written.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    written.insert_str(0, mark);
    let read = parse(&written).map_err(|_| not_the_same())?.config;
    if read == wanted { Ok(written) } else { Err(not_the_same()) }
}

/// Takes a selector out of `[outlet.ignore]` of an outlet; one that is not there is none the more. Comments stay, also the one
/// beside it: what it says of the part may be why it was left out.
///
/// # Errors
///
/// As [`ignore_part`].
pub fn watch_part(text: &str, outlet: &str, selector: &str) -> Result<String, NotIgnored> {
    let mut wanted = parse(text).map_err(NotIgnored::Invalid)?.config;
    let at = wanted.outlets.iter().position(|it| it.name == outlet);
    let at = at.ok_or_else(|| NotIgnored::NoSuchOutlet(outlet.to_owned()))?;
    let ignore = &mut wanted.outlets[at].ignore;
    if !ignore.iter().any(|known| known == selector) {
        return Ok(text.to_owned());
    }
    ignore.retain(|known| known != selector);
    let left = Written::List(ignore.clone());
    let (mark, plain) = unmarked(text);
    let not_the_same = || NotIgnored::NotTheSame(outlet.to_owned());
    let place = Place::Part("outlet", at, "ignore");
    let written = cut::set(plain, place, &("selectors", Some(left))).ok_or_else(not_the_same)?;
    let written = format!("{mark}{written}");
    let read = parse(&written).map_err(|_| not_the_same())?.config;
    if read == wanted { Ok(written) } else { Err(not_the_same()) }
}

fn put(document: &mut DocumentMut, outlet: &str, selector: &str) -> Option<()> {
    let named = |table: &dyn TableLike| table.get("name").and_then(Item::as_str) == Some(outlet);
    let outlets = document.get_mut("outlet")?;
    if let Some(tables) = outlets.as_array_of_tables_mut() {
        let table = tables.iter_mut().find(|table| named(*table as &Table))?;
        return add(table, Item::Table(Table::new()), selector);
    }
    let tables = outlets.as_array_mut()?.iter_mut().filter_map(toml_edit::Value::as_inline_table_mut);
    let table = tables.into_iter().find(|table| named(*table as &toml_edit::InlineTable))?;
    add(table, Item::Value(toml_edit::InlineTable::new().into()), selector)
}

fn add(outlet: &mut dyn TableLike, empty: Item, selector: &str) -> Option<()> {
    let ignore = outlet.entry("ignore").or_insert(empty).as_table_like_mut()?;
    let selectors = ignore.entry("selectors").or_insert_with(|| value(Array::new()));
    selectors.as_array_mut()?.push(selector);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_left_out_of_one_outlet_and_the_rest_stays() {
        let two = "# ours\n[[outlet]]\nname = \"Report\" # first\nhomepage = \"https://report.example/\"\n\n\
                   [[outlet]]\nname = \"Oxu\"\nhomepage = \"https://oxu.example/\"\n[outlet.ignore]\nselectors = [\"#w\"] # ads\n";
        let first = ignore_part(two, "Report", "div.ad").unwrap();
        let both = ignore_part(&first, "Oxu", "div.ad").unwrap();
        let ignored: Vec<_> = parse(&both).unwrap().config.outlets.into_iter().map(|outlet| outlet.ignore).collect();
        assert_eq!(ignored, [vec!["div.ad".to_owned()], vec!["#w".to_owned(), "div.ad".to_owned()]]);
        assert!(["# ours\n", "# first", "# ads"].iter().all(|comment| both.contains(comment)), "{both}");
        assert_eq!(ignore_part(&both, "Oxu", "div.ad").unwrap(), both);
        assert!(matches!(ignore_part(&both, "Other", "div.ad"), Err(NotIgnored::NoSuchOutlet(_))));
        assert!(matches!(ignore_part("[outlet", "Other", "div.ad"), Err(NotIgnored::Invalid(_))));
    }

    #[test]
    fn a_part_is_watched_again_and_the_rest_stays() {
        for (text, selector, left) in [
            (
                "# ours\n[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n  [outlet.ignore] # ads\n  \
                 selectors = [\n    \".ad\",  # the one on top\n    \"#w\",  # weather\n  ] # all\n\n[watching]\nkeep = \"1GB\"\n",
                ".ad",
                vec!["#w"],
            ),
            (
                "[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\nignore = { selectors = [\"p\"] } # one\n",
                "p",
                vec![],
            ),
            (
                "\u{feff}[[outlet]]\r\nname = 'A'\r\nhomepage = \"https://a.example/\"\r\nignore.selectors = [\"p\", '.b', \"p\"] # b\r\n",
                "p",
                vec![".b"],
            ),
            (
                "outlet = [{ name = \"A\", homepage = \"https://a.example/\", ignore = { selectors = [\".a\", \".b\"] } }] # in one\n",
                ".b",
                vec![".a"],
            ),
        ] {
            let written = watch_part(text, "A", selector).unwrap_or_else(|error| panic!("{error}\n{text}"));
            assert_eq!(parse(&written).unwrap().config.outlets.remove(0).ignore, left, "{written}");
            let comments = |text: &str| text.matches('#').count() - text.matches("\"#").count();
            assert_eq!(comments(&written), comments(text), "{written}");
            assert_eq!(written.matches('\r').count(), text.matches('\r').count(), "{written:?}");
            assert_eq!(watch_part(&written, "A", selector).unwrap(), written, "once is enough");
            let mut again =
                parse(&ignore_part(&written, "A", selector).unwrap()).unwrap().config.outlets.remove(0).ignore;
            assert_eq!(again.pop().as_deref(), Some(selector));
        }
        assert!(matches!(watch_part("", "A", "p"), Err(NotIgnored::NoSuchOutlet(_))));
        assert!(matches!(watch_part("[outlet", "A", "p"), Err(NotIgnored::Invalid(_))));
    }

    #[test]
    fn in_whatever_form_the_outlet_is_written() {
        for text in [
            "outlet = [{ name = \"A\", homepage = \"https://a.example/\" }] # all\n",
            "[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\nignore = { selectors = [] }\n",
            "[[outlet]]\r\nname = 'A'\r\nhomepage = \"https://a.example/\"\r\nignore.selectors = [\"p\"]\r\n",
        ] {
            let written = ignore_part(text, "A", "aside#partner").unwrap();
            let ignored = parse(&written).unwrap().config.outlets.remove(0).ignore;
            assert_eq!(ignored.last().map(String::as_str), Some("aside#partner"), "{written}");
        }
    }
}
