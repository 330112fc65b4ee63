//! RSS and Atom: the items of a feed, with what names them, where they lead and what they are called.
//!
//! Read with a scanner, not an XML parser: a feed that is broken halfway is still judged by the half that is there.

use memchr::memmem;

use super::model::{Claim, ClaimAt, Item, PageModel};
use super::name::{Address, Sort, address, key, registrable};
use super::text;

/// The most items of a feed that are read.
const ITEMS: usize = 1000;
/// The most words of a title that are kept as hashes.
const WORDS: usize = 12;

/// Reads a feed that answered from `host`.
pub(super) fn read(feed: &str, host: &str) -> PageModel {
    let mut page = PageModel { domains: vec![registrable(host)], body_end: u32::MAX, ..PageModel::default() };
    let mut folded = String::new();
    page.title = cut(&unescaped(element(head(feed), "title").unwrap_or("")), 300);
    page.markup = memmem::find(feed.as_bytes(), b"<rss")
        .or_else(|| memmem::find(feed.as_bytes(), b"<feed"))
        .or_else(|| memmem::find(feed.as_bytes(), b"<rdf:RDF"))
        .is_some();
    let mut rest = feed;
    while let Some((item, after)) = next_item(rest) {
        rest = after;
        page.elements += 1;
        if page.items.len() >= ITEMS {
            continue;
        }
        let title = unescaped(element(item, "title").unwrap_or(""));
        let link = unescaped(
            element(item, "link").filter(|link| !link.trim().is_empty()).or_else(|| linked(item)).unwrap_or(""),
        );
        let named = element(item, "guid").or_else(|| element(item, "id")).map_or_else(|| link.clone(), unescaped);
        let domain = match address(&link) {
            Address::Host { host, .. } => intern(&mut page.domains, &registrable(host)),
            _ => 0,
        };
        if let Some(strong) = text::claim(&title, &mut folded) {
            let claim = Claim {
                place: ClaimAt::Story,
                text: cut(&title, 120),
                key: key(Sort::Block, title.as_bytes()),
                strong,
                at: page.elements,
            };
            page.claims.push(claim);
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
        page.items.push(Item {
            id: key(Sort::Link, named.trim().as_bytes()),
            words,
            title: cut(title.trim(), 120),
            domain,
        });
    }
    page.claims.truncate(40);
    page
}

fn intern(domains: &mut Vec<String>, domain: &str) -> u16 {
    let at = domains.iter().position(|known| known == domain).unwrap_or_else(|| {
        domains.push(domain.to_owned());
        domains.len() - 1
    });
    at as u16
}

/// What stands before the first item.
fn head(feed: &str) -> &str {
    &feed[..start_of_item(feed).map_or(feed.len(), |(at, _)| at)]
}

fn start_of_item(feed: &str) -> Option<(usize, &'static str)> {
    let find = |tag: &'static str| {
        memmem::find_iter(feed.as_bytes(), tag.as_bytes())
            .find(|at| matches!(feed.as_bytes().get(at + tag.len()), Some(b'>' | b' ' | b'\t' | b'\r' | b'\n')))
            .map(|at| (at, tag))
    };
    find("<item").or_else(|| find("<entry"))
}

/// The next item, and what follows it.
fn next_item(feed: &str) -> Option<(&str, &str)> {
    let (start, tag) = start_of_item(feed)?;
    let inside = &feed[start + tag.len()..];
    let close = if tag == "<item" { "</item>" } else { "</entry>" };
    match memmem::find(inside.as_bytes(), close.as_bytes()) {
        Some(end) => Some((&inside[..end], &inside[end + close.len()..])),
        None => Some((inside, "")),
    }
}

/// The contents of the first element of a name.
fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let open = memmem::find_iter(bytes, b"<").find(|at| {
        text[at + 1..].starts_with(name)
            && matches!(bytes.get(at + 1 + name.len()), Some(b'>' | b' ' | b'\t' | b'\r' | b'\n'))
    })?;
    let start = open + memchr::memchr(b'>', &bytes[open..])? + 1;
    let rest = &text[start..];
    let end = memmem::find(rest.as_bytes(), format!("</{name}>").as_bytes())?;
    Some(&rest[..end])
}

/// The address of an Atom link.
fn linked(item: &str) -> Option<&str> {
    let at = item.find("<link")?;
    let tag = &item[at..at + item[at..].find('>')?];
    let value = tag[tag.find("href=")? + 5..].trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// The text of an element: out of CDATA, with the five references that XML knows.
fn unescaped(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>")).unwrap_or(text);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_rss_and_atom_and_what_is_broken_off() {
        let rss = "<rss><channel><title>Outlet</title><item><title><![CDATA[One & more]]></title><link>https://outlet.example/1</link>\
                   <guid>g1</guid></item><item><title>Two</title><link>http://evil.example/2</link></item><item><title>Thr";
        let page = read(rss, "outlet.example");
        assert_eq!(page.title, "Outlet");
        let seen: Vec<_> = page
            .items
            .iter()
            .map(|item| (item.title.as_str(), page.domains[usize::from(item.domain)].as_str()))
            .collect();
        assert_eq!(seen, [("One & more", "outlet.example"), ("Two", "evil.example"), ("", "outlet.example")]);
        let atom = "<feed><title>T</title><entry><id>x</id><title>A</title><link rel='alternate' href='https://a.example/1'/></entry></feed>";
        let page = read(atom, "a.example");
        assert_eq!((page.items.len(), page.items[0].domain), (1, 0));
        assert!(read("no feed at all", "a.example").items.is_empty());
    }
}
