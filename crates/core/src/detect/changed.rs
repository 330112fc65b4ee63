//! What came, went and changed between two readings of a JSON endpoint, each with the name that a person knows it by.

use std::collections::BTreeMap;

use crate::baseline::values::Known;
use crate::facts::values::{Element, Field, Values, group, is_list};

/// Names of members that say who somebody is, the plainest first.
const NAMES: [&str; 12] = [
    "slug",
    "login",
    "username",
    "user_login",
    "user_name",
    "name",
    "display_name",
    "nickname",
    "email",
    "mail",
    "title",
    "label",
];
/// Names of members that number somebody.
const NUMBERS: [&str; 6] = ["id", "uid", "uuid", "guid", "user_id", "drupal_internal__uid"];

/// What differs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    pub(super) appeared: Vec<Thing>,
    pub(super) vanished: Vec<Thing>,
    pub(super) changed: Vec<(Thing, Thing)>,
    /// Pointers whose values differ where there are more of them than are kept: before, and now.
    pub(super) uncounted: Vec<(String, u32, u32)>,
}

/// An element as a person is told of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thing {
    /// The pointers' common beginning.
    group: String,
    key: String,
    fields: Vec<Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Value {
    pointer: String,
    path: String,
    text: String,
}

impl Value {
    /// The member's name: the last word on its way that is one.
    fn called(&self) -> &str {
        let way = self.path.rsplit('/').chain(self.pointer.rsplit('/'));
        way.into_iter().find(|word| !word.is_empty() && *word != "*").unwrap_or_default()
    }
}

impl Thing {
    fn of(element: &Element, values: &Values, compared: &[&str]) -> Option<Self> {
        let pointer = |field: &Field| values.pointers.get(usize::from(field.pointer)).map(|at| at.pointer.as_str());
        let mut fields: Vec<Value> = element
            .fields
            .iter()
            .filter_map(|field| Some((field, pointer(field).filter(|pointer| compared.contains(pointer))?)))
            .map(|(field, pointer)| Value {
                pointer: pointer.to_owned(),
                path: field.path.clone(),
                text: field.text.clone(),
            })
            .collect();
        fields.sort_unstable();
        let group = group(&fields.first()?.pointer).to_owned();
        Some(Self { group, key: element.key.clone(), fields })
    }

    fn by_name(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.fields.iter().find(|field| field.called().eq_ignore_ascii_case(name)))
            .map(|field| field.text.as_str())
    }

    /// What a person calls it.
    pub(super) fn name(&self) -> &str {
        self.by_name(&NAMES)
            .or(Some(self.key.as_str()).filter(|key| !key.is_empty()))
            .or_else(|| self.fields.iter().find(|f| !NUMBERS.contains(&f.called())).map(|field| field.text.as_str()))
            .or_else(|| self.fields.first().map(|field| field.text.as_str()))
            .unwrap_or_default()
    }

    /// By which pointer it was found.
    pub(super) fn pointer(&self) -> &str {
        self.fields.first().map_or("", |field| &field.pointer)
    }

    /// Whether one of its values is this word.
    pub(super) fn says(&self, word: &str) -> bool {
        self.fields.iter().any(|field| field.text.eq_ignore_ascii_case(word))
    }

    /// Its values, or those that another has not: `id 4, slug x_admin`.
    pub(super) fn told(&self, besides: Option<&Self>) -> String {
        let mut others: Vec<&Value> = besides.map(|other| other.fields.iter().collect()).unwrap_or_default();
        let mut said = Vec::new();
        for field in &self.fields {
            if let Some(same) = others.iter().position(|other| **other == *field) {
                others.swap_remove(same);
            } else {
                said.push(format!("{} {}", field.called(), field.text).trim().to_owned());
            }
        }
        said.join(", ")
    }

    /// What stays of it when something else of it changes: its place, its number or its name, the surest first.
    fn identities(&self) -> impl Iterator<Item = (u8, &str, &str)> {
        let place =
            (!self.key.is_empty() || !is_list(&self.group)).then_some((0, self.group.as_str(), self.key.as_str()));
        let number = self.by_name(&NUMBERS).map(|number| (1, self.group.as_str(), number));
        let name = self.by_name(&NAMES).map(|name| (2, self.group.as_str(), name));
        [place, number, name].into_iter().flatten()
    }
}

/// What differs from what is known, at the pointers that are known and lead somewhere now.
pub(super) fn between(known: &Known, now: &Values) -> Changes {
    let before = known.values();
    let asked = |pointer: &str| before.pointers.iter().any(|pointed| pointed.pointer == pointer);
    let compared: Vec<&str> = now
        .pointers
        .iter()
        .filter(|pointed| !pointed.leads_nowhere())
        .map(|pointed| pointed.pointer.as_str())
        .filter(|pointer| asked(pointer))
        .collect();
    if before.more > 0 || now.more > 0 {
        return Changes { uncounted: uncounted(before, now, &compared), ..Changes::default() };
    }
    let things = |values: &Values| -> Vec<Thing> {
        values.elements.iter().filter_map(|element| Thing::of(element, values, &compared)).collect()
    };
    let mut balance: BTreeMap<Thing, i64> = BTreeMap::new();
    for thing in things(now) {
        *balance.entry(thing).or_default() += 1;
    }
    for thing in things(before) {
        *balance.entry(thing).or_default() -= 1;
    }
    let (mut vanished, mut appeared) = (Vec::new(), Vec::new());
    for (thing, count) in balance {
        let into = if count < 0 { &mut vanished } else { &mut appeared };
        into.extend(std::iter::repeat_n(thing, usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX)));
    }
    let mut changed = Vec::new();
    for sureness in 0..3 {
        pair(sureness, &mut vanished, &mut appeared, &mut changed);
    }
    Changes { appeared, vanished, changed, uncounted: Vec::new() }
}

/// Takes out what went and came as the same thing, changed.
fn pair(sureness: u8, vanished: &mut Vec<Thing>, appeared: &mut Vec<Thing>, changed: &mut Vec<(Thing, Thing)>) {
    let identity = |thing: &Thing| {
        let (_, group, what) = thing.identities().find(|(sure, ..)| *sure == sureness)?;
        Some((group.to_owned(), what.to_owned()))
    };
    let mut waiting: BTreeMap<(String, String), Vec<Thing>> = BTreeMap::new();
    let mut gone = Vec::new();
    for thing in vanished.drain(..) {
        match identity(&thing) {
            Some(identity) => waiting.entry(identity).or_default().push(thing),
            None => gone.push(thing),
        }
    }
    let mut new = Vec::new();
    for thing in appeared.drain(..) {
        let same = identity(&thing).and_then(|identity| waiting.get_mut(&identity)).and_then(Vec::pop);
        match same {
            Some(before) => changed.push((before, thing)),
            None => new.push(thing),
        }
    }
    gone.extend(waiting.into_values().flatten());
    *vanished = gone;
    *appeared = new;
}

fn uncounted(before: &Values, now: &Values, compared: &[&str]) -> Vec<(String, u32, u32)> {
    let of = |values: &Values, pointer: &str| {
        values.pointers.iter().find(|pointed| pointed.pointer == pointer).map(|pointed| (pointed.count, pointed.sum))
    };
    let mut all = Vec::new();
    for pointer in compared {
        if let (Some(before), Some(now)) = (of(before, pointer), of(now, pointer))
            && before != now
        {
            all.push(((*pointer).to_owned(), before.0, now.0));
        }
    }
    all
}
