//! What is looked at: the kinds of watch, and how one is named for as long as it exists.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

/// The kind of a watch, as configuration, JSON and the window spell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum WatchKind {
    /// A front page. An outlet may have several: languages, mobile.
    Homepage,
    /// A login page, a closed panel or a JSON endpoint.
    Admin,
    /// RSS, Atom, JSON Feed or a news sitemap.
    Feed,
    /// One published story.
    Article,
    /// A host's certificate chain.
    Tls,
    /// A host's names.
    Dns,
}

impl WatchKind {
    /// The word that configuration, JSON and the store use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Homepage => "homepage",
            Self::Admin => "admin",
            Self::Feed => "feed",
            Self::Article => "article",
            Self::Tls => "tls",
            Self::Dns => "dns",
        }
    }
}

impl fmt::Display for WatchKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// As whose browser a front page is looked at, beside the honest look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reader {
    /// On a desk.
    Desktop,
    /// On a telephone.
    Mobile,
}

/// Names a watch across restarts and edits of the configuration: its kind and its address.
/// Renaming an outlet keeps what was learned about its pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(export_to = "types.ts")]
pub struct WatchId(String);

impl WatchId {
    /// The id of the watch of this kind at this address.
    pub fn new(kind: WatchKind, url: &Url) -> Self {
        Self(format!("{kind} {url}"))
    }

    /// The id of the look at a front page as a reader's browser.
    pub fn of_reader(reader: Reader, url: &Url) -> Self {
        let reader = match reader {
            Reader::Desktop => "desktop",
            Reader::Mobile => "mobile",
        };
        Self(format!("homepage-{reader} {url}"))
    }

    /// An id as the store kept it.
    pub fn from_stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Whether it names a watch of this kind.
    pub fn is_of(&self, kind: WatchKind) -> bool {
        self.0.strip_prefix(kind.as_str()).is_some_and(|rest| rest.starts_with(' '))
    }

    /// The address in it, where it is one.
    pub fn url(&self) -> Option<Url> {
        self.0.split_once(' ')?.1.parse().ok()
    }

    /// As stored: `homepage https://report.az/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an admin endpoint should answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum Expect {
    /// A page that asks for a login.
    Login,
    /// 401 or 403.
    Denied,
    /// 404 or 410, or a refused connection.
    Gone,
    /// A JSON document whose pointed values may not change.
    Json,
}

/// One thing looked at, with all that judging it needs from the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Its stable name.
    pub id: WatchId,
    /// The outlet's name as configured.
    pub outlet: String,
    /// The outlet's group, where it has one.
    pub group: Option<String>,
    /// What kind of thing it is.
    pub kind: WatchKind,
    /// Where it is.
    pub url: Url,
    /// CSS selectors of parts of the page that the newsroom asked to ignore.
    pub ignore: Vec<String>,
    /// For `admin`: what it should answer.
    pub expect: Option<Expect>,
    /// For `admin` that answers JSON: pointers (RFC 6901) with `*` to what may not change.
    pub values: Vec<String>,
    /// For a front page: as whose browser it is looked at; none for the honest look.
    pub reader: Option<Reader>,
    /// For `admin`: the name of the secret in the desktop's keychain that it is asked with.
    pub credential: Option<String>,
}
