//! What stands at the pointers of a JSON endpoint: who may publish, above all. Whatever came, went or changed is an alarm.

use std::collections::BTreeMap;

use jiff::Timestamp;
use url::Url;

use super::changed::{Changes, Thing, between};
use super::scene::{number, shows, shows_count, signal, whole};
use super::{Look, Special};
use crate::baseline::Baseline;
use crate::evidence::Evidence;
use crate::extract;
use crate::facts::Facts;
use crate::facts::values::{self, Unread, Values};
use crate::text::{Arg, Message};
use crate::verdict::{Availability, Signal};

/// What a value weighs that came, went or changed: it may not.
const MOVED: f64 = 0.95;
/// What it weighs that something can't be compared which a person wanted to be.
const UNCOMPARED: f64 = 0.8;
/// What it weighs that a person named nothing: a gap in the configuration, and no sign of an attack.
const UNNAMED: f64 = 0.5;
/// How many of a kind are named.
const NAMED: usize = 10;
/// How many pointers that lead nowhere are told.
const POINTERS: usize = 5;

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(look: &Look<'_>, baseline: &Baseline) -> Special {
    match read(look) {
        Ok(values) => {
            let signals = signals(look, &values, baseline);
            // Where nothing is named, there is nothing to wait for.
            let ready = baseline.values().ready() || values.pointers.is_empty();
            Special { facts: Facts::Values(values), signals, availability: Availability::Up, unavailable: None, ready }
        }
        Err((availability, reason)) => Special {
            facts: Facts::Values(Values::default()),
            signals: Vec::new(),
            availability,
            unavailable: Some(*reason),
            ready: baseline.values().ready(),
        },
    }
}

/// What stands at the pointers, or why that can't be seen: by the status, then by what answers in its place.
fn read(look: &Look<'_>) -> Result<Values, (Availability, Box<Signal>)> {
    let before = || shows("json");
    let status = || vec![("status", Arg::Number(f64::from(look.status)))];
    let shown = || shows("status-text").with("status", number(look.status)).with("text", whole(beginning(look)));
    match look.status {
        200..=299 => {}
        401 | 403 => {
            return Err((Availability::Refused, Box::new(signal("values.refused", 0.3, status(), before(), shown()))));
        }
        429 | 451 => {
            return Err((
                Availability::Refused,
                Box::new(signal("availability.refused", 0.3, status(), before(), shown())),
            ));
        }
        _ => {
            return Err((
                Availability::Error,
                Box::new(signal("availability.error", 0.3, status(), before(), shown())),
            ));
        }
    }
    values::read(look.text, look.values).map_err(|why| {
        let page = look.text.trim_start().starts_with('<').then(|| extract::extract(look.text, look.url, &[]));
        if page.is_some_and(|page| page.counts.passwords > 0) {
            return (Availability::Refused, Box::new(signal("values.login", 0.3, Vec::new(), before(), shown())));
        }
        let why = Message::new(match why {
            Unread::Empty => "values-empty",
            Unread::NotJson => "values-not-json",
            Unread::CutShort => "values-cut-short",
            Unread::TooDeep => "values-too-deep",
        });
        (Availability::Refused, Box::new(signal("values.unread", 0.3, vec![("why", why.into())], before(), shown())))
    })
}

/// How the answer begins: the title of a page, else its first characters.
fn beginning(look: &Look<'_>) -> String {
    let text = look.text.trim_start();
    if text.starts_with('<') {
        return extract::extract(look.text, look.url, &[]).title;
    }
    text.chars().take(80).collect()
}

fn signals(look: &Look<'_>, now: &Values, baseline: &Baseline) -> Vec<Signal> {
    let known = baseline.values();
    let mut out = Vec::new();
    if now.pointers.is_empty() {
        if !known.may_compare_nothing() {
            let after = shows("no-pointer");
            out.push(signal("values.unnamed", UNNAMED, Vec::new(), shows("fixed-values"), after));
        }
        return out;
    }
    let nowhere = now.pointers.iter().filter(|at| at.leads_nowhere() && !known.may_lead_nowhere(&at.pointer));
    for pointed in nowhere.take(POINTERS) {
        let had = known.values().pointers.iter().find(|had| had.pointer == pointed.pointer).map_or(0, |had| had.count);
        let before: Evidence =
            if had > 0 { values_at(&pointed.pointer, had).into() } else { pointed.pointer.as_str().into() };
        let args = vec![("pointer", Arg::Own(pointed.pointer.clone()))];
        out.push(signal("values.no-match", UNCOMPARED, args, before, shows("nothing-there")));
    }
    if known.ready() {
        let told = Told { what: What::of(look), from: baseline.last().unwrap_or(look.at), to: look.at };
        told.all(&between(known, now), known.values(), &mut out);
    }
    out
}

/// What the values are, as far as the address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Administrator,
    User,
    Value,
}

impl What {
    /// A list of accounts is known by its address (WordPress `/wp-json/wp/v2/users?roles=administrator`, Ghost
    /// `/ghost/api/admin/users/`, Drupal `/jsonapi/user/user`), or by the pointer's words.
    fn of(look: &Look<'_>) -> Self {
        const USERS: [&str; 12] = [
            "user",
            "users",
            "member",
            "members",
            "staff",
            "account",
            "accounts",
            "people",
            "authors",
            "editors",
            "admins",
            "administrators",
        ];
        let asked: &Url = look.asked;
        let named = |word: &str| USERS.contains(&word.to_ascii_lowercase().as_str());
        let administrators = |word: &str| matches!(word, "administrator" | "administrators" | "admins");
        let query: Vec<String> = asked.query_pairs().flat_map(|(name, value)| [name, value]).map(Into::into).collect();
        let words = || {
            let path = asked.path().split(['/', '.', '-', '_']);
            let pointers = look.values.iter().flat_map(|pointer| pointer.split('/'));
            path.chain(pointers).chain(query.iter().flat_map(|text| text.split([',', '[', ']', '.'])))
        };
        if words().any(|word| administrators(&word.to_ascii_lowercase())) {
            Self::Administrator
        } else if words().any(named) {
            Self::User
        } else {
            Self::Value
        }
    }

    /// The same of one thing: one that has that role is an administrator.
    fn of_thing(self, thing: &Thing) -> Self {
        let administrator = ["administrator", "admin", "owner", "super_admin"].iter().any(|role| thing.says(role));
        if self == Self::User && administrator { Self::Administrator } else { self }
    }

    fn arg(self) -> Arg {
        let word = match self {
            Self::Administrator => "administrator",
            Self::User => "user",
            Self::Value => "value",
        };
        Arg::Own(word.to_owned())
    }
}

/// How changes are told.
struct Told {
    what: What,
    from: Timestamp,
    to: Timestamp,
}

impl Told {
    fn all(&self, changes: &Changes, known: &Values, out: &mut Vec<Signal>) {
        let Changes { appeared, vanished, changed, uncounted } = changes;
        if let Some(first) = self.first(appeared) {
            let what = self.what.of_thing(first);
            let (before, after) = (listed(known), told(appeared.iter()).into());
            out.push(self.one("values.appeared", what, first, appeared.len(), before, after));
        }
        if let Some(first) = self.first(vanished) {
            let what = self.what.of_thing(first);
            out.push(self.one(
                "values.vanished",
                what,
                first,
                vanished.len(),
                told(vanished.iter()).into(),
                shows("not-there").into(),
            ));
        }
        if let Some((before, after)) = changed.first() {
            let what = self.what.of_thing(after);
            let differences = |pairs: Vec<String>| pairs.join("; ");
            let was = changed.iter().take(NAMED).map(|(before, after)| before.told(Some(after))).collect();
            let is = changed.iter().take(NAMED).map(|(before, after)| after.told(Some(before))).collect();
            // Who it was is the name that a person knows.
            let named = if before.name().is_empty() { after } else { before };
            out.push(self.one(
                "values.changed",
                what,
                named,
                changed.len(),
                differences(was).into(),
                differences(is).into(),
            ));
        }
        for (pointer, before, now) in uncounted.iter().take(POINTERS) {
            let args = vec![("pointer", Arg::Own(pointer.clone())), ("from", self.from.into()), ("to", self.to.into())];
            let (before, after) = (shows_count("values", *before), shows_count("values-other", *now));
            out.push(signal("values.many", MOVED, args, before, after));
        }
    }

    /// The one that is told by name: an administrator before others.
    fn first<'a>(&self, things: &'a [Thing]) -> Option<&'a Thing> {
        let administrator = |thing: &&Thing| self.what.of_thing(thing) == What::Administrator;
        things.iter().find(administrator).or_else(|| things.first())
    }

    fn one(&self, kind: &str, what: What, thing: &Thing, count: usize, before: Evidence, after: Evidence) -> Signal {
        let args = vec![
            ("what", what.arg()),
            ("name", Arg::Foreign(thing.name().to_owned())),
            ("pointer", Arg::Own(thing.pointer().to_owned())),
            ("count", Arg::Number(count as f64)),
            ("from", self.from.into()),
            ("to", self.to.into()),
        ];
        signal(kind, MOVED, args, before, after)
    }
}

fn told<'a>(things: impl Iterator<Item = &'a Thing>) -> String {
    things.take(NAMED).map(|thing| thing.told(None)).collect::<Vec<_>>().join("; ")
}

/// What is known, in short: how many values at which pointer.
fn listed(known: &Values) -> Evidence {
    let counts: BTreeMap<&str, u32> = known.pointers.iter().map(|at| (at.pointer.as_str(), at.count)).collect();
    match counts.iter().collect::<Vec<_>>().as_slice() {
        [(pointer, count)] => values_at(pointer, **count).into(),
        several => {
            let several = several.iter().map(|(pointer, count)| values_at(pointer, **count)).collect();
            shows("values-several").with("values", Arg::Several(several)).into()
        }
    }
}

fn values_at(pointer: &str, count: u32) -> Message {
    shows_count("values-at", count).with("pointer", whole(pointer))
}
