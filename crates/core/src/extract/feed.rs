//! Feeds of every format: RSS, Atom, RDF, JSON Feed, sitemaps and news sitemaps; of each its stories, with what names them,
//! where they lead, what they are called and when they came out. A sitemap index is kept as the list that it is.
//!
//! Whatever is broken off is read up to there. Nothing is expanded, nothing is fetched.

mod json;
mod time;
mod xml;

use rustc_hash::FxHashSet;
use url::Url;

pub(super) use time::time;

use super::model::{Claim, ClaimAt, FeedKind, FeedModel, Item, PageModel};
use super::name::{Address, Key, Sort, address, key, location, registrable, unbroken};
use super::text;

/// The most entries that are read: a sitemap may have as many (sitemaps.org, protocol).
const ENTRIES: usize = 50_000;
/// The most items of a feed that are kept.
const ITEMS: usize = 1000;
/// The most sitemaps of an index that are kept, latest first.
const CHILDREN: usize = 100;
/// The most words of a title that are kept as hashes.
const WORDS: usize = 12;
/// The longest address that is kept, characters.
const ADDRESS: usize = 500;

/// An entry as a format gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entry {
    id: String,
    title: String,
    link: String,
    published: String,
    updated: String,
}

/// What a format yields.
#[derive(Debug, Clone, Default)]
struct Found {
    kind: FeedKind,
    title: String,
    entries: Vec<Entry>,
    /// Entries in all, kept or not.
    count: u32,
    /// It was read to the end that it should have.
    whole: bool,
}

/// Reads a feed that answered from `host`.
pub(super) fn read(feed: &str, host: &str) -> PageModel {
    let start = feed.trim_start_matches('\u{feff}').trim_start();
    let found = if start.starts_with('{') { json::read(start) } else { xml::read(start) };
    let mut page = PageModel { domains: vec![registrable(host)], body_end: u32::MAX, ..PageModel::default() };
    page.title = cut(found.title.trim(), 300);
    page.markup = found.kind != FeedKind::None;
    page.elements = found.count;
    let mut timed: Vec<(Option<jiff::Timestamp>, Entry)> = found
        .entries
        .into_iter()
        .map(|entry| (time(&entry.published).or_else(|| time(&entry.updated)), entry))
        .collect();
    if found.kind.has_no_order() {
        // Feeds give the latest first; sitemaps have no order.
        timed.sort_by_key(|(published, _)| std::cmp::Reverse(*published));
    }
    let mut children = Vec::new();
    if found.kind == FeedKind::Index {
        children.extend(timed.into_iter().map(|(_, entry)| cut(entry.link.trim(), ADDRESS)).take(CHILDREN));
    } else {
        let mut ids = FxHashSet::default();
        for (published, entry) in timed {
            if page.items.len() >= ITEMS {
                break;
            }
            item(&mut page, &entry, published, &mut ids);
        }
    }
    page.feed = FeedModel { kind: found.kind, whole: found.whole, children };
    page.claims.truncate(40);
    page
}

fn item(page: &mut PageModel, entry: &Entry, published: Option<jiff::Timestamp>, ids: &mut FxHashSet<Key>) {
    let title = entry.title.trim();
    // What has neither an id nor a link is named by its title.
    let named =
        [&entry.id, &entry.link, &entry.title].into_iter().map(|name| name.trim()).find(|name| !name.is_empty());
    let id = key(Sort::Link, named.unwrap_or("").as_bytes());
    if !ids.insert(id) {
        return;
    }
    let link = unbroken(entry.link.trim().into());
    let link = link.as_ref();
    let (domain, place) = match address(link) {
        Address::Host { host, rest } => {
            let host = host.to_ascii_lowercase();
            let place = key(Sort::Link, format!("{host}{}", without_campaign(location(rest))).as_bytes());
            (intern(&mut page.domains, &registrable(&host)), place)
        }
        Address::Local(rest) => (0, key(Sort::Link, without_campaign(location(rest)).as_bytes())),
        _ => (0, 0),
    };
    if let Some(strong) = text::claim(title) {
        page.claims.push(Claim {
            place: ClaimAt::Story,
            text: cut(title, 120),
            key: key(Sort::Block, title.as_bytes()),
            strong,
            at: page.items.len() as u32,
        });
    }
    let mut words: Vec<u32> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .map(|word| key(Sort::Heading, word.to_lowercase().as_bytes()) as u32)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.truncate(WORDS);
    page.counts.links += 1;
    page.counts.text = page.counts.text.saturating_add(title.chars().count() as u32);
    page.items.push(Item { id, words, title: cut(title, 120), domain, link: cut(link, ADDRESS), place, published });
}

/// An address without a query that only says which campaign brought the reader.
fn without_campaign(rest: &str) -> &str {
    match rest.split_once('?') {
        Some((path, query)) if query.split('&').all(|part| part.starts_with("utm_")) => path,
        _ => rest,
    }
}

fn intern(domains: &mut Vec<String>, domain: &str) -> u16 {
    let at = domains.iter().position(|known| known == domain).unwrap_or_else(|| {
        domains.push(domain.to_owned());
        domains.len() - 1
    });
    at as u16
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// A story that a feed lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What names it in its feed.
    pub id: Key,
    /// Where it is: http or https, on whatever host the feed says.
    pub address: Url,
    /// Its title, at most 120 characters.
    pub title: String,
    /// When it came out, where the feed says so.
    pub published: Option<jiff::Timestamp>,
}

/// The stories that a feed lists which answered at `url`: in the feed's order, each address once. Those that lead nowhere that
/// can be looked at, or carry a password, are left out.
pub fn stories(feed: &PageModel, url: &Url) -> Vec<Listed> {
    let mut seen = FxHashSet::default();
    let story = |item: &Item| {
        let address = visitable(&item.link, url)?;
        seen.insert(address.as_str().to_owned()).then(|| Listed {
            id: item.id,
            address,
            title: item.title.clone(),
            published: item.published,
        })
    };
    feed.items.iter().filter_map(story).collect()
}

/// How many sitemaps of an index are followed, one in the other included.
pub const FOLLOWED: usize = 3;

/// Which sitemap of an index that answered at `url` is to be looked at next: one for news before others, then the latest; on
/// the index's own site; none of those that were `followed`, itself included, and at most [`FOLLOWED`] in all.
pub fn next_sitemap(index: &PageModel, url: &Url, followed: &[Url]) -> Option<Url> {
    if index.feed.kind != FeedKind::Index || followed.len() >= FOLLOWED {
        return None;
    }
    let site = registrable(url.host_str().unwrap_or(""));
    let fits =
        |child: &Url| child != url && !followed.contains(child) && registrable(child.host_str().unwrap_or("")) == site;
    let children: Vec<Url> =
        index.feed.children.iter().filter_map(|child| visitable(child, url)).filter(fits).collect();
    let news = children.iter().find(|child| child.path().to_ascii_lowercase().contains("news"));
    news.or(children.first()).cloned()
}

fn visitable(link: &str, base: &Url) -> Option<Url> {
    let mut address = base.join(link.trim()).ok()?;
    address.set_fragment(None);
    let open = address.username().is_empty() && address.password().is_none();
    (matches!(address.scheme(), "http" | "https") && open && address.has_host() && !link.trim().is_empty())
        .then_some(address)
}

#[cfg(test)]
mod tests;
