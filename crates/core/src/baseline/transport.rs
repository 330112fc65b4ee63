//! What is normal: How the page is served. Whether it comes encrypted, from which host, by what family of server, and with
//! which of the headers that protect its readers. Only looks that had headers count for what headers say.

use serde::{Deserialize, Serialize};

use crate::extract::served::Served;

/// After how many looks that all agree a change is worth a word.
const SETTLED: u32 = 8;
/// After how many looks, all encrypted or all shown by browsers, losing that is more than a word.
const ENCRYPTED: u32 = 3;
/// The most hosts and families that are remembered: the servers of a network that take turns.
const MOST: usize = 12;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    looks: u32,
    plain: u32,
    /// Looks at what browsers show as a page by its headers, and at what they do not.
    #[serde(default)]
    shown: u32,
    #[serde(default)]
    unshown: u32,
    /// Looks that had headers, and of these the ones without a protection, or with a wish not to be found.
    headers: u32,
    without_hsts: u32,
    without_csp: u32,
    noindex: u32,
    hosts: Vec<String>,
    servers: Vec<String>,
    powered: Vec<String>,
    charsets: Vec<String>,
}

impl Known {
    /// Learns from a look that was as it should be.
    pub(super) fn add(&mut self, served: &Served) {
        if served.host.is_empty() {
            return;
        }
        let count = |counter: &mut u32, holds: bool| *counter = counter.saturating_add(u32::from(holds));
        count(&mut self.looks, true);
        count(&mut self.plain, !served.https);
        count(&mut self.shown, served.typed && served.unshown.is_none());
        count(&mut self.unshown, served.unshown.is_some());
        remember(&mut self.hosts, &served.host);
        if served.headers {
            count(&mut self.headers, true);
            count(&mut self.without_hsts, !served.hsts);
            count(&mut self.without_csp, !served.csp);
            count(&mut self.noindex, served.noindex);
            remember(&mut self.servers, &served.server);
            remember(&mut self.powered, &served.powered);
            remember(&mut self.charsets, &served.charset);
        }
    }

    /// Whether the page always came encrypted.
    pub fn always_encrypted(&self) -> bool {
        self.looks >= ENCRYPTED && self.plain == 0
    }

    /// Whether browsers always showed it as a page.
    pub fn always_shown(&self) -> bool {
        self.shown >= ENCRYPTED && self.unshown == 0
    }

    /// Whether the page always told browsers to insist on encryption.
    pub fn always_hsts(&self) -> bool {
        self.headers >= SETTLED && self.without_hsts == 0
    }

    /// Whether the page always told browsers what it may load.
    pub fn always_csp(&self) -> bool {
        self.headers >= SETTLED && self.without_csp == 0
    }

    /// Whether the page's headers never asked search engines to forget it.
    pub fn never_noindex(&self) -> bool {
        self.headers >= ENCRYPTED && self.noindex == 0
    }

    /// The hosts that ever answered, where enough is known to say so; first first.
    pub fn hosts(&self) -> Option<&[String]> {
        (self.looks >= SETTLED).then_some(&self.hosts)
    }

    /// The families of servers that ever answered, likewise.
    pub fn servers(&self) -> Option<&[String]> {
        (self.headers >= SETTLED).then_some(&self.servers)
    }

    /// The encodings that its `Content-Type` ever named, `""` where it named none; likewise.
    pub fn charsets(&self) -> Option<&[String]> {
        (self.headers >= SETTLED).then_some(&self.charsets)
    }

    /// What ever made the page, likewise.
    pub fn powered(&self) -> Option<&[String]> {
        (self.headers >= SETTLED).then_some(&self.powered)
    }
}

/// Remembers a name, the oldest out first.
fn remember(kept: &mut Vec<String>, name: &str) {
    if !kept.iter().any(|known| known == name) {
        kept.push(name.to_owned());
        if kept.len() > MOST {
            kept.remove(0);
        }
    }
}
