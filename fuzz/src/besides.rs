//! What else is read of a page: as a story, in which languages it is to be found, which part of it holds something, what
//! changed between two of them, and the sitemaps that a `robots.txt` names.

use frontwatch_core::extract::alternates::{alternates, same_site};
use frontwatch_core::extract::changed::changed_parts;
use frontwatch_core::extract::{holder, story};
use frontwatch_core::survey::sitemaps;
use url::Url;

use crate::common::{HOST, front};
use crate::cut;

/// Reads bytes as a page before, a line of dashes, and the page now.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (before, now) = text.split_once("\n---\n").unwrap_or((&text, &text));
    as_story(now);
    let url = Url::parse(HOST).expect("an address");
    let found = alternates(now, &url);
    assert_eq!(found, alternates(now, &url));
    for page in found.front_pages(&url) {
        assert!(matches!(page.scheme(), "http" | "https") && same_site(&page, &url), "{page}");
        assert!(page.username().is_empty() && page.password().is_none(), "{page}");
    }
    for map in sitemaps(now) {
        assert!(matches!(map.scheme(), "http" | "https"), "{map}");
    }
    let ordinary = front(3);
    for (one, other) in [(before, now), (&ordinary, now)] {
        let parts = changed_parts(one, other, &[]);
        assert_eq!(parts, changed_parts(one, other, &[]));
        assert!(parts.len() <= 100, "{} parts", parts.len());
    }
    let heard = story(now).passages.first().map(|passage| passage.text().to_owned());
    if let Some(selector) = heard.and_then(|text| holder(now, &text)) {
        cut(&selector, 200);
        assert!(!selector.contains(char::is_control), "{selector:?}");
    }
}

fn as_story(text: &str) {
    let read = story(text);
    assert_eq!(read, story(text), "a story is not read the same twice");
    for title in [&read.title, &read.shared_title, &read.heading, &read.canonical, &read.picture] {
        cut(title, 300);
    }
    let kept: usize = read.passages.iter().map(|passage| passage.text().len()).sum();
    assert!(kept <= 60_000 && read.passages.len() <= 400, "{kept} bytes in {} passages", read.passages.len());
}
