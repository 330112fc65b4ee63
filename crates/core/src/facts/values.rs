//! What stands at the pointers of a JSON endpoint.
//!
//! A pointer is one of RFC 6901, where `*` stands for every element of an array and for every member of an object. Only
//! what is pointed at is kept, as text, and what belongs to one element of the outermost list (a user's id and name) is
//! kept together. Where in a list an element stands says nothing: servers sort as they like.
//!
//! Bounded: [`MOST`] values of [`LONGEST`] characters, [`ROOM`] bytes in all, [`DEEPEST`] levels where pointers lead; beyond
//! that, values are counted and digested. What no pointer leads to is passed over in one go, however deep. Where a member
//! comes twice in an object, both are read: no server means one that nobody sees.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::extract::name::{Key, Sort, key};

/// The most values that are kept.
pub const MOST: usize = 2000;
/// The longest text of a value that is kept, in characters.
pub const LONGEST: usize = 200;
/// The most bytes of names and texts that are kept.
pub const ROOM: usize = 256 * 1024;
/// The most levels that are gone down where pointers lead.
pub const DEEPEST: usize = 64;

/// What stands at the pointers of a JSON endpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The pointers, as configured.
    pub pointers: Vec<Pointed>,
    /// What they lead to, sorted.
    pub elements: Vec<Element>,
    /// How many values were not kept.
    pub more: u32,
}

/// What one pointer leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointed {
    /// The pointer, as configured.
    pub pointer: String,
    /// How many values.
    pub count: u32,
    /// A digest of them in whatever order.
    pub sum: Key,
    /// It led to a list that has nothing in it.
    pub empty: bool,
}

impl Pointed {
    /// Whether the pointer leads nowhere: not even to an empty list.
    pub fn leads_nowhere(&self) -> bool {
        self.count == 0 && !self.empty
    }
}

/// What belongs together: the values of one element of a list, or those at a pointer without `*`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Element {
    /// Its name, where it is a member of an object; empty for an element of an array.
    pub key: String,
    /// Its values, sorted.
    pub fields: Vec<Field>,
}

/// One value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Field {
    /// By which pointer, as an index.
    pub pointer: u16,
    /// The way from the pointer's end or its inner `*` to the value, without places in arrays.
    pub path: String,
    /// What it is, as text; an attacker's. What is longer than [`LONGEST`] is cut, and its digest stands at the end.
    pub text: String,
}

/// Why a document could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing in it.
    Empty,
    /// It is no JSON.
    NotJson,
    /// It ends before its end.
    CutShort,
    /// It goes deeper than [`DEEPEST`] where a pointer leads.
    TooDeep,
}

/// The part of a pointer that its group shares: up to its first `*`, or all of it.
pub fn group(pointer: &str) -> &str {
    pointer.find("/*/").map_or(pointer, |at| &pointer[..at + 2])
}

/// Whether a pointer leads to every element of something.
pub fn is_list(pointer: &str) -> bool {
    pointer.split('/').skip(1).any(|token| token == "*")
}

/// Reads what stands at these pointers. Takes time linear in the text, and one pass.
pub fn read(text: &str, pointers: &[String]) -> Result<Values, Unread> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_ascii().is_empty() {
        return Err(Unread::Empty);
    }
    let mut walk = Walk::new(pointers);
    let all: Vec<Active> = (0..walk.patterns.len()).map(Active::new).collect();
    let mut document = serde_json::Deserializer::from_str(text);
    let read = Node { walk: &mut walk, active: &all }.deserialize(&mut document).and_then(|()| document.end());
    match read {
        Ok(()) => Ok(walk.done()),
        Err(_) if walk.too_deep => Err(Unread::TooDeep),
        Err(error) if error.is_eof() => Err(Unread::CutShort),
        Err(_) => Err(Unread::NotJson),
    }
}

/// A step of a pointer.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Every,
    Named(String),
}

/// A pointer on its way down.
#[derive(Debug, Clone)]
struct Active {
    pattern: usize,
    /// Steps gone; all of them where this is a part of what it points at.
    gone: usize,
    /// The element that the values belong to, by its place; none before it is known.
    element: Option<usize>,
    path: String,
}

impl Active {
    fn new(pattern: usize) -> Self {
        Self { pattern, gone: 0, element: None, path: String::new() }
    }
}

/// Where a child stands in its parent.
#[derive(Debug, Clone, Copy)]
enum Place<'a> {
    At(usize),
    Member(&'a str),
}

struct Walk {
    patterns: Vec<(Vec<Step>, String)>,
    values: Values,
    kept: usize,
    room: usize,
    depth: usize,
    too_deep: bool,
}

impl Walk {
    fn new(pointers: &[String]) -> Self {
        let mut values = Values::default();
        let mut patterns = Vec::new();
        for pointer in pointers.iter().take(usize::from(u16::MAX)) {
            if values.pointers.iter().all(|known| known.pointer != *pointer) {
                let step = |token: &str| match token {
                    "*" => Step::Every,
                    name => Step::Named(name.replace("~1", "/").replace("~0", "~")),
                };
                patterns.push((pointer.split('/').skip(1).map(step).collect(), group(pointer).to_owned()));
                values.pointers.push(Pointed { pointer: pointer.clone(), ..Pointed::default() });
            }
        }
        Self { patterns, values, kept: 0, room: ROOM, depth: 0, too_deep: false }
    }

    fn done(self) -> Values {
        let Self { mut values, .. } = self;
        values.elements.retain(|element| !element.fields.is_empty());
        for element in &mut values.elements {
            element.fields.sort_unstable();
        }
        values.elements.sort_unstable();
        values
    }

    /// The pointers that lead on into a child.
    fn into(&mut self, active: &[Active], place: Place<'_>) -> Vec<Active> {
        let mut on: Vec<Active> = Vec::new();
        for pointer in active {
            let Some(step) = self.patterns[pointer.pattern].0.get(pointer.gone) else {
                let path = below(&pointer.path, place);
                on.push(Active { path, ..pointer.clone() });
                continue;
            };
            match (step, place) {
                (Step::Every, _) if pointer.element.is_some() => {
                    on.push(Active { gone: pointer.gone + 1, path: below(&pointer.path, place), ..pointer.clone() });
                }
                (Step::Every, _) => {
                    // What has the same beginning belongs to the same element.
                    let with = |other: &&Active| {
                        other.element.is_some() && self.patterns[other.pattern].1 == self.patterns[pointer.pattern].1
                    };
                    let element = on.iter().find(with).and_then(|other| other.element);
                    let element = element.unwrap_or_else(|| {
                        let key =
                            if let Place::Member(name) = place { short(name).into_owned() } else { String::new() };
                        self.values.elements.push(Element { key, fields: Vec::new() });
                        self.values.elements.len() - 1
                    });
                    on.push(Active { gone: pointer.gone + 1, element: Some(element), ..pointer.clone() });
                }
                (Step::Named(name), Place::Member(member)) if name == member => {
                    on.push(Active { gone: pointer.gone + 1, ..pointer.clone() });
                }
                (Step::Named(name), Place::At(at)) if *name == at.to_string() => {
                    on.push(Active { gone: pointer.gone + 1, ..pointer.clone() });
                }
                (Step::Named(_), _) => {}
            }
        }
        on
    }

    /// A child was gone through: elements that nothing was found for are let go, so that a long list of them takes no room.
    fn out(&mut self, elements: usize) {
        while self.values.elements.len() > elements
            && self.values.elements.last().is_some_and(|element| element.fields.is_empty())
        {
            self.values.elements.pop();
        }
    }

    /// A value stands where some pointers lead.
    fn take(&mut self, active: &[Active], text: &str) {
        let text = short(text);
        for pointer in active {
            if pointer.gone < self.patterns[pointer.pattern].0.len() {
                continue;
            }
            let name = pointer.element.and_then(|at| self.values.elements.get(at)).map_or("", |element| &element.key);
            let all = [name, &pointer.path, &text].join("\0");
            let needs = all.len();
            let pointed = &mut self.values.pointers[pointer.pattern];
            pointed.count = pointed.count.saturating_add(1);
            pointed.sum = pointed.sum.wrapping_add(key(Sort::Word, all.as_bytes()));
            if self.kept >= MOST || needs > self.room {
                self.values.more = self.values.more.saturating_add(1);
                continue;
            }
            self.kept += 1;
            self.room -= needs;
            let field = Field {
                pointer: u16::try_from(pointer.pattern).unwrap_or(u16::MAX),
                path: pointer.path.clone(),
                text: text.clone().into_owned(),
            };
            match pointer.element.and_then(|at| self.values.elements.get_mut(at)) {
                Some(element) => element.fields.push(field),
                None => self.values.elements.push(Element { key: String::new(), fields: vec![field] }),
            }
        }
    }

    /// Something has no parts: `[]` is what stands there, and where it was to be gone through, a list without elements.
    fn empty(&mut self, active: &[Active], text: &str) {
        self.take(active, text);
        for pointer in active {
            if self.patterns[pointer.pattern].0.get(pointer.gone) == Some(&Step::Every) {
                self.values.pointers[pointer.pattern].empty = true;
            }
        }
    }

    fn down<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        self.too_deep |= self.depth > DEEPEST;
        if self.too_deep { Err(E::custom("too deep")) } else { Ok(()) }
    }
}

/// The way on to a child. Places in arrays are left out.
fn below(path: &str, place: Place<'_>) -> String {
    match place {
        Place::At(_) => path.to_owned(),
        Place::Member(name) => short(&format!("{path}/{name}")).into_owned(),
    }
}

/// A text of at most [`LONGEST`] characters, with the digest of the whole at its end where it was longer.
fn short(text: &str) -> Cow<'_, str> {
    if text.char_indices().nth(LONGEST).is_none() {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(LONGEST - 18).map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{}… {:016x}", &text[..end], key(Sort::Word, text.as_bytes())))
}

/// A place in the document, with the pointers that lead there.
struct Node<'w> {
    walk: &'w mut Walk,
    active: &'w [Active],
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.walk.take(self.active, if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.walk.take(self.active, &value.to_string());
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.walk.take(self.active, &value.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.walk.take(self.active, &format!("{value:e}"));
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.walk.take(self.active, value);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.walk.take(self.active, "null");
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self { walk, active } = self;
        walk.down::<A::Error>()?;
        let mut at = 0_usize;
        loop {
            let elements = walk.values.elements.len();
            let on = walk.into(active, Place::At(at));
            let found = if on.is_empty() {
                seq.next_element::<IgnoredAny>()?.is_some()
            } else {
                seq.next_element_seed(Node { walk, active: &on })?.is_some()
            };
            walk.out(elements);
            if !found {
                break;
            }
            at += 1;
        }
        if at == 0 {
            walk.empty(active, "[]");
        }
        walk.depth -= 1;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { walk, active } = self;
        walk.down::<A::Error>()?;
        let mut any = false;
        while let Some(name) = map.next_key::<String>()? {
            any = true;
            let elements = walk.values.elements.len();
            let on = walk.into(active, Place::Member(&name));
            if on.is_empty() {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(Node { walk, active: &on })?;
            }
            walk.out(elements);
        }
        if !any {
            walk.empty(active, "{}");
        }
        walk.depth -= 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(all: &[&str]) -> Vec<String> {
        all.iter().map(|one| (*one).to_owned()).collect()
    }

    /// Each element as `key: pointer path=text …`.
    fn seen(text: &str, all: &[&str]) -> Vec<String> {
        let values = read(text, &pointers(all)).expect("JSON");
        let field = |field: &Field| format!("{}{}={}", all[usize::from(field.pointer)], field.path, field.text);
        let said = |element: &Element| {
            let fields: Vec<String> = element.fields.iter().map(field).collect();
            format!("{}:{}", element.key, fields.join(" "))
        };
        values.elements.iter().map(said).collect()
    }

    #[test]
    fn pointers_lead_to_values_and_what_belongs_together_stays_together() {
        let users = r#"[{"id":2,"slug":"b","roles":["editor"]},{"id":1,"slug":"a","roles":["administrator","x"]}]"#;
        for (text, at, wanted) in [
            (users, &["/*/id", "/*/slug"][..], &[":/*/id=1 /*/slug=a", ":/*/id=2 /*/slug=b"][..]),
            (users, &["/*/roles/*"], &[":/*/roles/*=administrator /*/roles/*=x", ":/*/roles/*=editor"]),
            (users, &["/*/roles"], &[":/*/roles=administrator /*/roles=x", ":/*/roles=editor"]),
            (users, &["/1/slug", "/7/slug"], &[":/1/slug=a"]),
            (r#"{"data":{"x":{"n":1},"y":{"n":2}}}"#, &["/data/*/n"], &["x:/data/*/n=1", "y:/data/*/n=2"]),
            (r#"{"a/b":1,"m~n":2,"":3,"*":4}"#, &["/a~1b", "/m~0n", "/"], &[":/=3", ":/a~1b=1", ":/m~0n=2"]),
            (r#"{"a":{"b":[1,{"c":null}],"d":true}}"#, &["/a"], &[":/a/b/c=null", ":/a/b=1", ":/a/d=true"]),
            (r#"{"a":[],"b":{},"c":1.50}"#, &["/a", "/b", "/c"], &[":/a=[]", ":/b={}", ":/c=1.5e0"]),
            (r#"{"id":1,"id":2}"#, &["/id"], &[":/id=1", ":/id=2"]),
            (r#""text""#, &[""], &[":=text"]),
            ("\u{feff}[7]", &["/*"], &[":/*=7"]),
        ] {
            let mut seen = seen(text, at);
            seen.sort();
            assert_eq!(seen, wanted, "{text} {at:?}");
        }
    }

    #[test]
    fn a_list_in_another_order_is_the_same() {
        let at = pointers(&["/*/id", "/*/slug"]);
        let one = read(r#"[{"id":1,"slug":"a"},{"id":2,"slug":"b"}]"#, &at);
        assert_eq!(one, read(r#"[{"slug":"b","x":9,"id":2},{"id":1,"slug":"a"}]"#, &at));
        assert_ne!(one, read(r#"[{"id":1,"slug":"b"},{"id":2,"slug":"a"}]"#, &at));
    }

    #[test]
    fn what_leads_nowhere_is_told_from_what_is_empty() {
        let at = pointers(&["/*/id", "/users/*/id"]);
        let told = |text| {
            let values = read(text, &at).expect("JSON");
            values.pointers.iter().map(Pointed::leads_nowhere).collect::<Vec<_>>()
        };
        assert_eq!(told("[]"), [false, true]);
        assert_eq!(told(r#"{"users":[]}"#), [true, false]);
        assert_eq!(told(r#"[{"name":1}]"#), [true, true]);
        assert_eq!(told("3"), [true, true]);
    }

    #[test]
    fn what_is_no_json_says_so_and_depth_is_no_danger() {
        let deep = |n| "[".repeat(n) + &"]".repeat(n);
        let all = pointers(&[""]);
        for (text, at, why) in [
            ("", &all, Err(Unread::Empty)),
            (" \n", &all, Err(Unread::Empty)),
            ("<html>", &all, Err(Unread::NotJson)),
            ("[1] 2", &all, Err(Unread::NotJson)),
            ("[1, 2", &all, Err(Unread::CutShort)),
            ("{\"a\":", &all, Err(Unread::CutShort)),
            (&deep(1_000_000), &all, Err(Unread::TooDeep)),
            (&deep(DEEPEST), &all, Ok(1)),
            // Nobody looks there.
            (&format!("{{\"a\":1,\"b\":{}}}", deep(1_000_000)), &pointers(&["/a"]), Ok(1)),
        ] {
            let read = read(text, at).map(|values| values.elements.len());
            assert_eq!(read, why, "{}", &text[..text.len().min(40)]);
        }
    }

    #[test]
    fn it_is_bounded_and_what_is_not_kept_still_counts() {
        let list = |n: usize, last: &str| {
            let all: Vec<String> = (0..n).map(|n| format!("{{\"id\":{n}}}")).collect();
            format!("[{},{{\"id\":{last}}}]", all.join(","))
        };
        let at = pointers(&["/*/id"]);
        let (one, other) =
            (read(&list(200_000, "7"), &at).expect("JSON"), read(&list(200_000, "8"), &at).expect("JSON"));
        assert_eq!((one.elements.len(), one.more), (MOST, 200_001 - MOST as u32));
        assert_eq!(one.elements, other.elements);
        assert_ne!(one.pointers, other.pointers);
        // Elements that no pointer leads on from take no room.
        assert_eq!(read(&list(200_000, "7"), &pointers(&["/*/x"])).expect("JSON").elements.capacity(), 4);
        let long = "x".repeat(300_000);
        let (one, other) = (format!("[\"{long}1\"]"), format!("[\"{long}2\"]"));
        let (one, other) = (read(&one, &pointers(&["/*"])), read(&other, &pointers(&["/*"])));
        assert_ne!(one, other);
        assert_eq!(one.expect("JSON").elements[0].fields[0].text.chars().count(), LONGEST);
    }
}
