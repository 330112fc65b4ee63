//! The watch list: one TOML file that a person can read and write.

use std::time::Duration;

use url::Url;

use crate::watch::{Expect, Watch};

/// A valid configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// How to watch.
    pub watching: Watching,
    /// What to watch.
    pub outlets: Vec<Outlet>,
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
    /// PEM files of private certificate authorities to trust besides the system's.
    pub certificate_authorities: Vec<String>,
    /// How much the store may keep besides incidents, bytes; default 500 MB.
    pub keep_bytes: u64,
}

/// `[[outlet]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Unique, shown everywhere.
    pub name: String,
    /// Outlets of one publisher share it.
    pub group: Option<String>,
    /// At least one.
    pub homepages: Vec<Url>,
    /// RSS, Atom, JSON Feed or news sitemap.
    pub feed: Option<Url>,
    /// `[[outlet.admin]]`.
    pub admin: Vec<Admin>,
    /// `[outlet.ignore]`: CSS selectors.
    pub ignore: Vec<String>,
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
    /// Every watch that the configuration names, in its order.
    pub fn watches(&self) -> Vec<Watch> {
        Vec::new()
    }
}
