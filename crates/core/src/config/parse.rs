//! TOML text → configuration, or every reason against it with its place.
//!
//! Two steps: [`Reader`] takes the document apart key by key and collects what is wrong; this file says which keys
//! there are and which rules hold between them.

mod alerts;
mod channels;
mod newsroom;
mod reader;

use std::collections::HashMap;
use std::ops::Range;
use std::time::Duration;

use url::Url;

use self::reader::{Reader, Section};
use super::values::{
    ADDRESS, CREDENTIAL, EXPECT, FOLDER, INTERVAL, LANGUAGE, METERED, NAME, PATH, POINTER, RESOLVER, SELECTOR, SIZE,
    TIMEOUT, USER_AGENT, counted, with_value,
};
use super::{Admin, Config, ConfigError, ConfigWarning, Fault, Outlet, Watching};
use crate::channel;
use crate::text::Message;
use crate::watch::{Expect, WatchId, WatchKind};

/// Looking at a site that is not one's own more often than this is impolite.
const POLITE_INTERVAL: Duration = Duration::from_secs(10);
/// The most neutral addresses: all are asked at once.
const MOST_PROBES: usize = 8;

/// A configuration that can be used, with what its author should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The configuration.
    pub config: Config,
    /// In the order of the text.
    pub warnings: Vec<ConfigWarning>,
}

/// Reads a configuration. The empty text is one: without outlets.
///
/// # Errors
///
/// Every reason against it, in the order of the text. Where the text is not even TOML, those reasons alone, the first
/// of each line.
pub fn parse(text: &str) -> Result<Parsed, Vec<ConfigError>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (document, faults) = toml::de::DeTable::parse_recoverable(text);
    let mut reader = Reader::new(text);
    if !faults.is_empty() {
        for fault in &faults {
            reader.syntax(fault);
        }
        return Err(reader.into_errors());
    }

    let root = Section::root(&document);
    reader.known_keys(&root, &["watching", "alerts", "outlet", "webhook", "email", "newsroom"]);
    let watching = reader.table(&root, "watching").map(|section| watching(&mut reader, &section)).unwrap_or_default();
    let alerts = reader.table(&root, "alerts").map(|section| alerts::alerts(&mut reader, &section)).unwrap_or_default();
    let mut seen = Seen::default();
    let outlets = reader.tables(&root, "outlet");
    let outlets: Vec<Outlet> = outlets.iter().filter_map(|section| outlet(&mut reader, section, &mut seen)).collect();
    let channels = channels::read(&mut reader, &root);
    let newsroom = reader.table(&root, "newsroom");
    let newsroom = newsroom.map(|section| newsroom::newsroom(&mut reader, &section)).unwrap_or_default();
    polite(&mut reader, &root, watching.interval, &seen);

    let (errors, warnings) = reader.finish();
    if errors.is_empty() {
        Ok(Parsed { config: Config { watching, alerts, outlets, channels, newsroom }, warnings })
    } else {
        Err(errors)
    }
}

/// What the outlets so far have taken: each name and each watch is there once.
#[derive(Default)]
struct Seen {
    /// Names in lower case, with where they stand.
    names: HashMap<String, Range<usize>>,
    /// Watches, with the outlet that has them.
    watches: HashMap<WatchId, String>,
    /// The first address that is not on loopback.
    public: Option<Url>,
}

fn watching(reader: &mut Reader<'_>, section: &Section<'_>) -> Watching {
    reader.known_keys(
        section,
        &[
            "interval",
            "timeout",
            "languages",
            "user_agent",
            "certificate_authorities",
            "keep",
            "unwanted_pictures",
            "resolvers",
            "system_resolvers",
            "probes",
            "metered",
        ],
    );
    let defaults = Watching::default();
    let system_resolvers = reader.flag(section, "system_resolvers").unwrap_or(defaults.system_resolvers);
    let resolvers = reader.list(section, "resolvers", &RESOLVER);
    if let Some(span) = section.value("system_resolvers").filter(|_| !system_resolvers && resolvers.is_empty()) {
        reader.error(
            &span,
            Fault::BadValue,
            "system_resolvers",
            ["config-no-resolvers", "config-some-resolvers", "config-some-resolvers-do"].map(Message::new),
        );
    }
    Watching {
        interval: reader.value(section, "interval", &INTERVAL).unwrap_or(defaults.interval),
        timeout: reader.value(section, "timeout", &TIMEOUT).unwrap_or(defaults.timeout),
        languages: reader.list(section, "languages", &LANGUAGE),
        user_agent: reader.value(section, "user_agent", &USER_AGENT),
        certificate_authorities: reader.list(section, "certificate_authorities", &PATH),
        keep_bytes: reader.value(section, "keep", &SIZE).unwrap_or(defaults.keep_bytes),
        unwanted_pictures: reader.value(section, "unwanted_pictures", &FOLDER),
        resolvers,
        system_resolvers,
        probes: probes(reader, section).unwrap_or(defaults.probes),
        metered: reader.value(section, "metered", &METERED).unwrap_or(defaults.metered),
    }
}

/// The neutral addresses, where the key is there: an empty list is a wish, too.
fn probes(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Vec<Url>> {
    let span = section.value("probes")?;
    let probes = reader.list(section, "probes", &ADDRESS);
    if probes.len() > MOST_PROBES {
        let found = counted("config-probes", probes.len());
        let words = [found, counted("config-at-most", MOST_PROBES), Message::new("config-probes-do")];
        reader.error(&span, Fault::BadValue, "probes", words);
    }
    Some(probes)
}

/// Reads an outlet. `None` where it lacks what no outlet can lack: the reader holds the reasons.
fn outlet(reader: &mut Reader<'_>, section: &Section<'_>, seen: &mut Seen) -> Option<Outlet> {
    reader.known_keys(
        section,
        &["name", "group", "homepage", "feed", "article", "pinned", "reader_look", "admin", "ignore", "planned"],
    );
    let name = reader.required(section, "name", &NAME);
    if let Some(name) = &name {
        unique_name(reader, section, name, seen);
    }
    let shown = name.clone().unwrap_or_default();
    let group = reader.value(section, "group", &NAME);

    let mut homepages = Vec::new();
    for (url, span) in reader.one_or_more(section, "homepage", &ADDRESS) {
        unique_watch(reader, &shown, WatchKind::Homepage, (&url, &span), seen);
        homepages.push(url);
    }
    let mut admin = Vec::new();
    for endpoint in reader.tables(section, "admin") {
        admin.extend(self::admin(reader, &endpoint, &shown, seen));
    }
    let feed = reader.spanned(section, "feed", &ADDRESS).map(|(url, span)| {
        unique_watch(reader, &shown, WatchKind::Feed, (&url, &span), seen);
        url
    });
    let article = reader.flag(section, "article").unwrap_or(true);
    let reader_look = reader.flag(section, "reader_look").unwrap_or(true);
    let mut pinned = Vec::new();
    for (url, span) in reader.spanned_list(section, "pinned", &ADDRESS) {
        unique_watch(reader, &shown, WatchKind::Article, (&url, &span), seen);
        pinned.push(url);
    }
    let ignore = reader.table(section, "ignore").map_or_else(Vec::new, |ignore| {
        reader.known_keys(&ignore, &["selectors"]);
        reader.list(&ignore, "selectors", &SELECTOR)
    });
    let mut planned = Vec::new();
    for plan in reader.tables(section, "planned") {
        planned.extend(alerts::planned(reader, &plan));
    }
    Some(Outlet { name: name?, group, homepages, feed, article, pinned, reader_look, admin, ignore, planned })
}

fn admin(reader: &mut Reader<'_>, section: &Section<'_>, outlet: &str, seen: &mut Seen) -> Option<Admin> {
    reader.known_keys(section, &["url", "expect", "values", "credential"]);
    let url = reader.required_spanned(section, "url", &ADDRESS).map(|(url, span)| {
        unique_watch(reader, outlet, WatchKind::Admin, (&url, &span), seen);
        url
    });
    let expect = reader.required(section, "expect", &EXPECT);
    let values = reader.list(section, "values", &POINTER);
    if let (Some(span), Some(Expect::Login | Expect::Denied | Expect::Gone)) = (section.key("values"), expect) {
        reader.warn(&span, Message::new("config-values-unused"));
    }
    let credential = reader.value(section, "credential", &CREDENTIAL);
    Some(Admin { url: url?, expect: expect?, values, credential })
}

fn unique_name(reader: &mut Reader<'_>, section: &Section<'_>, name: &str, seen: &mut Seen) {
    let span = section.value("name").unwrap_or_default();
    match seen.names.get(&name.to_lowercase()) {
        None => {
            seen.names.insert(name.to_lowercase(), span);
        }
        Some(first) => {
            let line = reader.position(first).line;
            reader.error(
                &span,
                Fault::Duplicate,
                "name",
                [
                    with_value("config-name-twice", name).own("line", line),
                    Message::new("config-name-once"),
                    Message::new("config-name-once-do"),
                ],
            );
        }
    }
}

fn unique_watch(
    reader: &mut Reader<'_>,
    outlet: &str,
    kind: WatchKind,
    (url, span): (&Url, &Range<usize>),
    seen: &mut Seen,
) {
    if !is_loopback(url) {
        seen.public.get_or_insert_with(|| url.clone());
    }
    if let Some(owner) = seen.watches.insert(WatchId::new(kind, url), outlet.to_owned()) {
        let subject = match kind {
            WatchKind::Admin => "url",
            WatchKind::Article => "pinned",
            _ => kind.as_str(),
        };
        reader.error(span, Fault::Duplicate, subject, watch_twice(&owner, kind));
    }
}

/// An address that this outlet watches already as the same kind: what was found, what was expected, and what to do.
pub(super) fn watch_twice(owner: &str, kind: WatchKind) -> [Message; 3] {
    let once = Message::new("config-watch-once").own("kind", kind);
    [with_value("config-watch-twice", owner), once, Message::new("config-watch-once-do")]
}

fn polite(reader: &mut Reader<'_>, root: &Section<'_>, interval: Duration, seen: &Seen) {
    let Some(public) = seen.public.as_ref().filter(|_| interval < POLITE_INTERVAL) else {
        return;
    };
    let span = root.child("watching").and_then(|watching| watching.value("interval")).unwrap_or_default();
    let host = public.host_str().unwrap_or_default();
    reader.error(
        &span,
        Fault::BadValue,
        "interval",
        [
            with_value("config-impolite", host).own("seconds", interval.as_secs_f64()),
            Message::new("config-polite"),
            Message::new("config-polite-do"),
        ],
    );
}

/// Whether an address is on this computer by its very form; nothing is looked up.
fn is_loopback(url: &Url) -> bool {
    url.host().is_some_and(|host| channel::is_loopback(&host))
}
