//! What extraction keeps of a feed: its items, and what kind of feed it is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::DomainId;
use crate::extract::name::Key;

/// A story in a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Key of what names it: its guid or id, else its link.
    pub id: Key,
    /// Hashes of its title's words, at most 12.
    pub words: Vec<u32>,
    /// Its title, at most 120 characters.
    pub title: String,
    /// Whose site it leads to.
    pub domain: DomainId,
    /// Where it leads, as the feed writes it, at most 500 characters.
    pub link: String,
    /// Key of where it leads, without a campaign's query; 0 where it leads nowhere.
    pub place: Key,
    /// When it came out, where the feed says so in a form that can be read.
    pub published: Option<Timestamp>,
}

/// What a feed is, besides its items.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedModel {
    /// Its format.
    pub kind: FeedKind,
    /// It was read to the end that its format has: false where it is broken off.
    pub whole: bool,
    /// Of an index: the sitemaps that it lists, latest first, at most 100.
    pub children: Vec<String>,
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeedKind {
    /// None that is known.
    #[default]
    None,
    /// RSS 0.9x and 2.0.
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// RSS 1.0.
    Rdf,
    /// JSON Feed (jsonfeed.org).
    Json,
    /// A sitemap, with news or without (sitemaps.org).
    Sitemap,
    /// A sitemap of sitemaps.
    Index,
}

impl FeedKind {
    /// Whether the order of its entries says nothing of their age.
    pub fn has_no_order(self) -> bool {
        matches!(self, Self::Sitemap | Self::Index)
    }
}
