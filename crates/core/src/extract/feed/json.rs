//! JSON Feed 1.0 and 1.1 (jsonfeed.org): read item by item, so that what is broken off is read up to there.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{ENTRIES, Entry, Found};
use crate::extract::model::FeedKind;

pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Document(&mut found).deserialize(&mut json);
    found.whole = read.is_ok();
    if found.kind == FeedKind::None {
        found.entries.clear();
    }
    found
}

/// A text, or a number that stands for one; anything else is nothing.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Text {
    Words(String),
    Number(serde_json::Number),
    Nothing(IgnoredAny),
}

impl Text {
    fn words(self) -> String {
        match self {
            Self::Words(words) => words,
            Self::Number(number) => number.to_string(),
            Self::Nothing(_) => String::new(),
        }
    }
}

struct Document<'f>(&'f mut Found);

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON feed")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "version" => {
                    if map.next_value::<Text>()?.words().contains("jsonfeed.org") {
                        self.0.kind = FeedKind::Json;
                    }
                }
                "title" => self.0.title = map.next_value::<Text>()?.words(),
                "items" => map.next_value_seed(Items(self.0))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

struct Items<'f>(&'f mut Found);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the items of a JSON feed")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(OneItem(entry)) = items.next_element()? {
            self.0.count = self.0.count.saturating_add(1);
            if self.0.entries.len() < ENTRIES {
                self.0.entries.push(entry);
            }
        }
        Ok(())
    }
}

/// One item; what is no object is an item without anything.
struct OneItem(Entry);

impl<'de> Deserialize<'de> for OneItem {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Entry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an item of a JSON feed")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
                let mut entry = Entry::default();
                let (mut external, mut summary) = (String::new(), String::new());
                while let Some(name) = map.next_key::<String>()? {
                    let field = match name.as_str() {
                        "id" => &mut entry.id,
                        "url" => &mut entry.link,
                        "title" => &mut entry.title,
                        "date_published" => &mut entry.published,
                        "date_modified" => &mut entry.updated,
                        "external_url" => &mut external,
                        "summary" => &mut summary,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    *field = map.next_value::<Text>()?.words();
                }
                if entry.link.is_empty() {
                    entry.link = external;
                }
                // A title is optional: an item without one is known by what it begins with.
                if entry.title.is_empty() {
                    entry.title = summary;
                }
                Ok(entry)
            }
        }
        from.deserialize_map(Fields).map(OneItem)
    }
}
