//! A sitemap, packed or not, leads only to sitemaps of its own site, to each once, and to few.

use bytes::Bytes;
use frontwatch_core::extract::name::registrable;
use frontwatch_core::extract::{FOLLOWED, decode, extract_feed, next_sitemap, stories};
use frontwatch_core::observation::Headers;
use url::Url;

use crate::decode::unpacked;
use crate::page::bounded;

/// Reads bytes as a sitemap that answers at every address that it lists.
pub fn holds(bytes: &[u8]) {
    let Ok(body) = unpacked(Bytes::copy_from_slice(bytes)) else { return };
    let text = decode(&body, &Headers::default()).text;
    let first = Url::parse("https://www.outlet.example/sitemap.xml").expect("an address");
    let mut followed: Vec<Url> = Vec::new();
    let mut at = first.clone();
    loop {
        let model = extract_feed(&text, &at);
        bounded(&model);
        assert!(stories(&model, &at).len() <= 1000);
        let Some(next) = next_sitemap(&model, &at, &followed) else { break };
        assert!(next != at && !followed.contains(&next), "{next} twice");
        assert!(matches!(next.scheme(), "http" | "https"), "{next}");
        assert!(next.username().is_empty() && next.password().is_none(), "{next}");
        assert_eq!(registrable(next.host_str().unwrap_or("")), "outlet.example", "{next}");
        followed.push(next.clone());
        assert!(followed.len() <= FOLLOWED, "{followed:?}");
        at = next;
    }
}
