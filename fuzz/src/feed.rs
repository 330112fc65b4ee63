//! A feed of any format is bounded, names stories that can be looked at, and is judged as any other page is.

use std::collections::HashSet;
use std::sync::LazyLock;

use frontwatch_core::extract::{decode, extract_feed, stories};
use frontwatch_core::observation::Headers;
use frontwatch_core::watch::WatchKind;
use url::Url;

use crate::common::{HOST, Watch, feed};
use crate::cut;
use crate::judged::judged;
use crate::page::bounded;

static ORDINARY: LazyLock<Watch> = LazyLock::new(|| Watch::learned(WatchKind::Feed, feed, 5));

/// Reads bytes as a feed.
pub fn holds(bytes: &[u8]) {
    let text = decode(bytes, &Headers::default()).text;
    let url = Url::parse(HOST).expect("an address");
    let model = extract_feed(&text, &url);
    bounded(&model);
    assert_eq!(model, extract_feed(&text, &url), "a feed is not read the same twice");
    let listed = stories(&model, &url);
    let addresses: HashSet<&Url> = listed.iter().map(|story| &story.address).collect();
    assert_eq!(addresses.len(), listed.len(), "an address twice");
    for story in &listed {
        let address = &story.address;
        assert!(matches!(address.scheme(), "http" | "https"), "{address}");
        assert!(address.username().is_empty() && address.password().is_none(), "{address}");
        cut(&story.title, 120);
    }
    judged(&mut ORDINARY.clone(), &text);
}
