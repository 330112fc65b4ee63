//! Changes what an outlet is called, where it is and what of it is watched, in the text of a configuration: one value or one
//! row each, and not a byte besides. What is wrong with a change is said for the field that it was typed into.

use toml::de::DeTable;
use url::Url;

use super::edit::cut::{self, Field, Place};
use super::edit::{Written, unmarked, word};
use super::error::Places;
use super::outlets::position;
use super::parse::watch_twice;
use super::{Admin, Config, ConfigError, Fault, NotChanged, Outlet, parse};
use crate::watch::{Expect, WatchId, WatchKind};

/// What a person may change of an outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: Option<String>,
    /// Its front pages, at least one.
    pub homepages: Vec<Url>,
    /// Its feed.
    pub feed: Option<Url>,
    /// Stories that are looked at always.
    pub pinned: Vec<Url>,
    /// Admin endpoints that are new, or are to be changed. Others stay as they are.
    pub admin: Vec<EditedAdmin>,
    /// Admin endpoints that go, by their addresses.
    pub gone: Vec<Url>,
}

/// An admin endpoint as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedAdmin {
    /// The address of the one that is changed; none: it is new.
    pub was: Option<Url>,
    /// Where.
    pub url: Url,
    /// What should be there.
    pub expect: Expect,
    /// JSON pointers, as they were typed.
    pub values: Vec<String>,
    /// The name of a secret, as it was typed.
    pub credential: Option<String>,
}

/// What is wrong with one field of a changed outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct Misfit {
    /// The key; of an admin endpoint `admin.N.key`, where N is its place in [`Edited::admin`], from 0.
    pub field: String,
    /// What is wrong.
    pub error: ConfigError,
}

/// Changes an outlet. Its other settings and all comments stay.
///
/// # Errors
///
/// Where the text is not valid, has no such outlet or endpoint, or would not be valid with the change.
pub fn change_outlet(text: &str, name: &str, edited: &Edited) -> Result<String, NotChanged> {
    let mut expected = parse(text).map_err(NotChanged::Invalid)?.config;
    let at = position(&expected, name).ok_or_else(|| NotChanged::NoSuchOutlet(name.to_owned()))?;
    let taken = taken(text, &expected, at, edited);
    if !taken.is_empty() {
        return Err(NotChanged::DoesNotFit(taken));
    }
    let (mark, bare) = unmarked(text);
    let was = expected.outlets[at].clone();
    let (after, admin, rows) = endpoints(&fields(bare, at, &was, edited)?, name, at, &was.admin, edited)?;
    let Edited { name: named, group, homepages, feed, pinned, .. } = edited.clone();
    expected.outlets[at] = Outlet { name: named, group, homepages, feed, pinned, admin, ..was };
    let after = format!("{mark}{after}");
    match parse(&after) {
        Ok(parsed) if parsed.config == expected => Ok(after),
        Ok(_) => Err(NotChanged::NotTheSame(name.to_owned())),
        Err(errors) => {
            let misfits = errors.into_iter().map(|error| Misfit { field: field(&after, at, &rows, &error), error });
            Err(NotChanged::DoesNotFit(misfits.collect()))
        }
    }
}

/// The text with the keys of the outlet itself. What is as it was stays as it is written.
fn fields(text: &str, at: usize, was: &Outlet, edited: &Edited) -> Result<String, NotChanged> {
    let place = Place::Row("outlet", at);
    let address = |url: &Url| Written::Text(url.to_string());
    let list = |urls: &[Url]| Written::List(urls.iter().map(Url::to_string).collect());
    let homepages = match edited.homepages.as_slice() {
        // What a person wrote beside the others of a list stays, and so does the list.
        [only] if !cut::has_words_within(text, place, "homepage") => address(only),
        several => list(several),
    };
    let changes: [(bool, Field<'_>); 5] = [
        (was.name != edited.name, ("name", Some(Written::Text(edited.name.clone())))),
        (was.group != edited.group, ("group", edited.group.clone().map(Written::Text))),
        (was.homepages != edited.homepages, ("homepage", Some(homepages))),
        (was.feed != edited.feed, ("feed", edited.feed.as_ref().map(address))),
        (was.pinned != edited.pinned, ("pinned", kept(text, place, "pinned", &edited.pinned).map(list))),
    ];
    let differ = changes.iter().filter(|(differs, _)| *differs).map(|(_, field)| field);
    let set = |text: String, field| cut::set(&text, place, field);
    let after = differ.into_iter().try_fold(text.to_owned(), set);
    after.ok_or_else(|| NotChanged::NotTheSame(was.name.clone()))
}

/// A list that is to be written: an empty one only where a person's words stand in it.
fn kept<'l, T>(text: &str, place: Place<'_>, key: &str, list: &'l [T]) -> Option<&'l [T]> {
    Some(list).filter(|list| !list.is_empty() || cut::has_words_within(text, place, key))
}

/// A text with an outlet's endpoints; what it has then, and for each of those which of the edited it is.
type WithEndpoints = (String, Vec<Admin>, Vec<Option<usize>>);

fn endpoints(text: &str, name: &str, at: usize, was: &[Admin], edited: &Edited) -> Result<WithEndpoints, NotChanged> {
    let by_hand = || NotChanged::NotTheSame(name.to_owned());
    let outlet = Some(Place::Row("outlet", at));
    let mut after = text.to_owned();
    let mut now = was.to_vec();
    for nth in (0..now.len()).rev() {
        if edited.gone.contains(&now[nth].url) {
            after = cut::remove(&after, outlet, "admin", nth).ok_or_else(by_hand)?;
            now.remove(nth);
        }
    }
    let mut rows = vec![None; now.len()];
    let before: Vec<Url> = now.iter().map(|admin| admin.url.clone()).collect();
    for (which, wanted) in edited.admin.iter().enumerate() {
        let EditedAdmin { was, url, expect, values, credential } = wanted.clone();
        let admin = Admin { url, expect, values, credential };
        let Some(was) = was else {
            after = cut::push(&after, outlet, "admin", &keys(&admin)).ok_or_else(by_hand)?;
            now.push(admin);
            rows.push(Some(which));
            continue;
        };
        let nth = before.iter().position(|url| *url == was).ok_or_else(|| NotChanged::Gone(was.to_string()))?;
        let place = Place::RowOf("outlet", at, "admin", nth);
        for (field, known) in keys(&admin).iter().zip(keys(&now[nth])) {
            if *field != known {
                after = cut::set_and_keep_words(&after, place, field).ok_or_else(by_hand)?;
            }
        }
        now[nth] = admin;
        rows[nth] = Some(which);
    }
    Ok((after, now, rows))
}

/// The keys of an endpoint, in the order in which they are written.
fn keys(admin: &Admin) -> [Field<'static>; 4] {
    [
        ("url", Some(Written::Text(admin.url.to_string()))),
        ("expect", Some(Written::Text(word(admin.expect).to_owned()))),
        ("values", Some(admin.values.clone()).filter(|values| !values.is_empty()).map(Written::List)),
        ("credential", admin.credential.clone().map(Written::Text)),
    ]
}

/// What another outlet watches already: said here, and not as if that one had come second.
fn taken(text: &str, config: &Config, at: usize, edited: &Edited) -> Vec<Misfit> {
    let others = config.outlets.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, outlet)| outlet);
    let owner = |kind: WatchKind, url: &Url| {
        let id = WatchId::new(kind, url);
        others.clone().find(|outlet| watched(outlet).any(|(kind, url)| WatchId::new(kind, url) == id))
    };
    let homepages = edited.homepages.iter().map(|url| ("homepage".to_owned(), WatchKind::Homepage, url));
    let feed = edited.feed.iter().map(|url| ("feed".to_owned(), WatchKind::Feed, url));
    let pinned = edited.pinned.iter().map(|url| ("pinned".to_owned(), WatchKind::Article, url));
    let admin = edited.admin.iter().enumerate();
    let admin = admin.map(|(which, admin)| (format!("admin.{which}.url"), WatchKind::Admin, &admin.url));
    let misfit = |(field, kind, url): (String, WatchKind, &Url)| {
        let [found, expected, remedy] = watch_twice(&owner(kind, url)?.name, kind);
        let (position, fault) = (stands(text, at, None), Fault::Duplicate);
        let subject = field.rsplit('.').next().unwrap_or_default().to_owned();
        Some(Misfit { field, error: ConfigError { position, fault, subject, found, expected, remedy } })
    };
    homepages.chain(feed).chain(pinned).chain(admin).filter_map(misfit).collect()
}

fn watched(outlet: &Outlet) -> impl Iterator<Item = (WatchKind, &Url)> {
    let homepages = outlet.homepages.iter().map(|url| (WatchKind::Homepage, url));
    let feed = outlet.feed.iter().map(|url| (WatchKind::Feed, url));
    let pinned = outlet.pinned.iter().map(|url| (WatchKind::Article, url));
    let admin = outlet.admin.iter().map(|admin| (WatchKind::Admin, &admin.url));
    homepages.chain(feed).chain(pinned).chain(admin)
}

/// The field that an error is about.
fn field(text: &str, at: usize, rows: &[Option<usize>], error: &ConfigError) -> String {
    let key = error.subject.as_str();
    if !matches!(key, "url" | "expect" | "values" | "credential") {
        return key.to_owned();
    }
    let stand = rows.iter().enumerate().map(|(nth, which)| (stands(text, at, Some(nth)), which));
    let last = stand.take_while(|(position, _)| *position <= error.position).last();
    last.and_then(|(_, which)| *which).map_or_else(|| key.to_owned(), |which| format!("admin.{which}.{key}"))
}

/// Where an outlet stands, or one of its endpoints.
fn stands(text: &str, at: usize, endpoint: Option<usize>) -> super::Position {
    let (_, bare) = unmarked(text);
    let span = DeTable::parse(bare).ok().and_then(|document| {
        let outlet = document.get_ref().get("outlet")?.get_ref().as_array()?.get(at)?;
        let row = match endpoint {
            None => outlet,
            Some(nth) => outlet.get_ref().get("admin")?.get_ref().as_array()?.get(nth)?,
        };
        Some(row.span())
    });
    Places::new(bare).start(&span.unwrap_or_default())
}
