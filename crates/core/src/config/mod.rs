//! The watch list: one TOML file that a person can read and write.
//!
//! Text in, a valid [`Config`] or every reason against it out; two configurations in, the watches that differ out; a
//! text and a change in, a text with that change out. Reading and writing the file itself is not for this module, and
//! neither is looking anything up: whether an address answers is the watch's business.

mod changing;
mod compare;
mod edit;
mod error;
mod ignoring;
mod newsroom;
mod outlets;
mod parse;
mod propose;
mod redacted;
mod values;

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use url::{Host, Url};

pub(crate) use values::ends_within_a_list;

use crate::channel::Channel;
use crate::incident::planned::Planned;
use crate::notify::QuietHours;
use crate::watch::{Expect, Reader, Watch, WatchId, WatchKind};

pub use changing::{Edited, EditedAdmin, Misfit, change_outlet};
pub use compare::{Changes, compare, renamed};
pub use edit::{
    ChannelKind, ChannelWritten, NotAdded, NotApplied, PlanWritten, Setting, Settings, Written, add_outlet,
    add_outlets, add_plan, change_plan, put_channel, remove_channel, remove_plan, set_setting, settings,
};
pub use error::{ConfigError, ConfigWarning, Fault, Position};
pub use ignoring::{NotIgnored, ignore_part, watch_part};
pub use newsroom::{Newsroom, NotSet, set_runbook};
pub use outlets::{NotChanged, Removed, put_back, remove_outlet};
pub use parse::{Parsed, parse};
pub use propose::{Watched, leave_out_watched, propose_outlet};
pub use redacted::redacted;

/// A valid configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// How to watch.
    pub watching: Watching,
    /// How to tell.
    pub alerts: Alerts,
    /// What to watch.
    pub outlets: Vec<Outlet>,
    /// Where alerts go besides the desktop: webhooks, then mail, each in their order.
    pub channels: Vec<Channel>,
    /// What the newsroom itself has to say to its people.
    pub newsroom: Newsroom,
}

/// `[watching]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watching {
    /// Between two looks at a homepage; default 30 s. At least 2 s; under 10 s only if every outlet is on loopback.
    pub interval: Duration,
    /// The most that each stage of a look may take; default 15 s.
    pub timeout: Duration,
    /// BCP 47 tags of the alerts' languages, best first; empty: the desktop's own.
    pub languages: Vec<String>,
    /// The User-Agent; absent: this program's own name and version.
    pub user_agent: Option<String>,
    /// PEM files of private certificate authorities to trust besides the system's, by their full paths.
    pub certificate_authorities: Vec<String>,
    /// How much the store may keep besides incidents, bytes; default 500 MB.
    pub keep_bytes: u64,
    /// A folder of pictures that must not appear on any watched page, by its full path; absent: none.
    pub unwanted_pictures: Option<String>,
    /// DNS resolvers that are asked about names besides the system's, to compare; default none.
    pub resolvers: Vec<SocketAddr>,
    /// Whether the system's resolvers are asked about names, too; default true. Only those of `resolvers`, where it is false.
    pub system_resolvers: bool,
    /// Neutral addresses that are asked whether this computer's own network is there, when looks give cause and only then;
    /// at most 8; default those that browsers and desktops ask. Empty: nobody is asked.
    pub probes: Vec<Url>,
    /// What is done on a connection that is paid for by what passes; default [`Metered::Slower`].
    pub metered: Metered,
}

/// What is done on a connection that is paid for by what passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Metered {
    /// Ordinary looks are made half as often.
    #[default]
    Slower,
    /// The same as on any other.
    Same,
}

/// The neutral addresses of a configuration that names none: what Firefox, GNOME and Chrome ask for the same purpose. Each
/// answers 204 or a line of text, over plain http, so that a portal can show itself.
const PROBES: [&str; 3] = [
    "http://detectportal.firefox.com/success.txt",
    "http://nmcheck.gnome.org/check_network_status.txt",
    "http://connectivitycheck.gstatic.com/generate_204",
];

impl Default for Watching {
    fn default() -> Self {
        Self {
            interval: Duration::from_secs(30),
            timeout: Duration::from_secs(15),
            languages: Vec::new(),
            user_agent: None,
            certificate_authorities: Vec::new(),
            keep_bytes: 500_000_000,
            unwanted_pictures: None,
            resolvers: Vec::new(),
            system_resolvers: true,
            probes: PROBES.iter().filter_map(|probe| Url::parse(probe).ok()).collect(),
            metered: Metered::default(),
        }
    }
}

/// `[alerts]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alerts {
    /// When only what is critical is told; absent: never.
    pub quiet_hours: Option<QuietHours>,
    /// The zone whose clocks count, by its name in the IANA database; absent: this computer's own.
    pub time_zone: Option<String>,
}

/// A time zone by its name in the IANA database, which is part of the program.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// `[[outlet]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Unique whatever its case, shown everywhere.
    pub name: String,
    /// Outlets of one publisher share it.
    pub group: Option<String>,
    /// At least one.
    pub homepages: Vec<Url>,
    /// RSS, Atom, JSON Feed or news sitemap.
    pub feed: Option<Url>,
    /// Whether the stories that the feed names are looked at, too; default yes.
    pub article: bool,
    /// Stories that are looked at always.
    pub pinned: Vec<Url>,
    /// Whether its front pages are looked at now and then as a reader's browser does, too; default yes.
    pub reader_look: bool,
    /// `[[outlet.admin]]`.
    pub admin: Vec<Admin>,
    /// `[outlet.ignore]`: CSS selectors.
    pub ignore: Vec<String>,
    /// `[[outlet.planned]]`.
    pub planned: Vec<Planned>,
}

/// `[[outlet.admin]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admin {
    /// Where.
    pub url: Url,
    /// What should be there.
    pub expect: Expect,
    /// For `json`: JSON pointers (RFC 6901) with `*`.
    pub values: Vec<String>,
    /// The name of a secret in the desktop's keychain.
    pub credential: Option<String>,
}

impl Config {
    /// Every watch that the configuration names: outlets in their order, and of each its homepages, its admin
    /// endpoints, its feed, and the certificates and the names of their hosts. A host belongs to the first outlet that names
    /// it.
    pub fn watches(&self) -> Vec<Watch> {
        let (mut hosts, mut names) = (BTreeSet::new(), BTreeSet::new());
        let mut all = Vec::new();
        for outlet in &self.outlets {
            let pages: Vec<Watch> = outlet.watches().collect();
            let origins: Vec<Url> = pages.iter().filter_map(|page| origin(&page.url)).collect();
            let hosts_named: Vec<Url> = pages.iter().filter_map(|page| name_of(&page.url)).collect();
            all.extend(pages);
            let new = origins.into_iter().filter(|origin| hosts.insert(origin.clone()));
            all.extend(new.map(|origin| Watch { ignore: Vec::new(), ..outlet.watch(WatchKind::Tls, &origin) }));
            let new = hosts_named.into_iter().filter(|name| names.insert(name.clone()));
            all.extend(new.map(|name| Watch { ignore: Vec::new(), ..outlet.watch(WatchKind::Dns, &name) }));
        }
        all
    }

    /// The looks at front pages as readers' browsers, where an outlet has them.
    pub fn reader_watches(&self) -> Vec<Watch> {
        let of = |outlet: &Outlet, url: &Url, reader| Watch {
            id: WatchId::of_reader(reader, url),
            reader: Some(reader),
            ..outlet.watch(WatchKind::Homepage, url)
        };
        let outlets = self.outlets.iter().filter(|outlet| outlet.reader_look);
        let pages = outlets.flat_map(|outlet| outlet.homepages.iter().map(move |url| (outlet, url)));
        pages
            .flat_map(|(outlet, url)| [Reader::Desktop, Reader::Mobile].map(|reader| of(outlet, url, reader)))
            .collect()
    }

    /// Of each outlet whose stories are looked at: the watch that they are named by, its feed or else its front page, and
    /// the pinned ones.
    pub fn story_feeds(&self) -> Vec<(Watch, Vec<Url>)> {
        let of = |outlet: &Outlet| {
            let wanted = outlet.article && outlet.feed.is_some() || !outlet.pinned.is_empty();
            let named_by =
                outlet.watches().find(|watch| watch.kind == WatchKind::Feed).or_else(|| outlet.watches().next());
            named_by.filter(|_| wanted).map(|named_by| (named_by, outlet.pinned.clone()))
        };
        self.outlets.iter().filter_map(of).collect()
    }
}

/// Where an address's certificate is shown: its host and port, if it is https at all.
fn origin(url: &Url) -> Option<Url> {
    let mut origin = Some(url.clone()).filter(|url| url.scheme() == "https")?;
    origin.set_path("/");
    origin.set_query(None);
    origin.set_fragment(None);
    Some(origin)
}

impl Outlet {
    fn watches(&self) -> impl Iterator<Item = Watch> {
        let homepages = self.homepages.iter().map(|url| self.watch(WatchKind::Homepage, url));
        let admin = self.admin.iter().map(|admin| Watch {
            expect: Some(admin.expect),
            values: admin.values.clone(),
            credential: admin.credential.clone(),
            ..self.watch(WatchKind::Admin, &admin.url)
        });
        let feed = self.feed.iter().map(|url| self.watch(WatchKind::Feed, url));
        homepages.chain(admin).chain(feed)
    }

    fn watch(&self, kind: WatchKind, url: &Url) -> Watch {
        Watch {
            id: WatchId::new(kind, url),
            outlet: self.name.clone(),
            group: self.group.clone(),
            kind,
            url: url.clone(),
            ignore: self.ignore.clone(),
            expect: None,
            values: Vec::new(),
            credential: None,
            reader: None,
        }
    }
}

/// Where the names of an address's host are watched: its front page, so that it can be opened like any other. `None` for
/// addresses in numbers, names of one label, and names that resolvers must not or need not know (RFC 6761; `.local` by RFC
/// 6762, `.onion` by RFC 7686).
fn name_of(url: &Url) -> Option<Url> {
    let Some(Host::Domain(host)) = url.host() else { return None };
    let host = host.trim_end_matches('.');
    let special =
        ["localhost", "test", "invalid", "example", "local", "onion", "example.com", "example.net", "example.org"];
    let is_special =
        |special: &str| host.strip_suffix(special).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if !host.contains('.') || special.into_iter().any(is_special) {
        return None;
    }
    Url::parse(&format!("https://{host}/")).ok()
}
