//! The first picture of normal, for a person to say whether it is right: what was learned of an outlet's front pages, in words and
//! by what their logos show.
//!
//! **Architecture invariant:** a picture is one that was packed anew by us, never the site's bytes; every address is made inert and
//! cut here.

use data_encoding::BASE64;
use frontwatch_core::text::{Speech, inert};
use frontwatch_core::watch::WatchId;
use serde::Serialize;
use ts_rs::TS;

use super::baseline::{self, NotDone};
use super::overview::Overview;
use crate::store::{ShownPicture, Store};

/// How a watch of a front page is named.
const FRONT_PAGE: &str = "homepage ";
/// The most logos of one page.
const LOGOS: usize = 2;
/// The longest address of one, in characters.
const ADDRESS: usize = 200;

/// What a person knows a front page again by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Portrait {
    /// The watch that looks at it.
    pub watch: WatchId,
    /// The page's address.
    pub address: String,
    /// What was seen there, a sentence each; none before the first look.
    pub says: Vec<String>,
    /// What its logos show, the latest first: at most two, and none before they were fetched.
    pub logos: Vec<LogoView>,
}

/// What a logo shows: unpacked within limits, made small and packed anew by us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct LogoView {
    /// Its address, cut.
    pub address: String,
    /// A PNG, in Base64.
    pub png: String,
}

impl LogoView {
    fn of(shown: &ShownPicture) -> Self {
        Self { address: inert(shown.url.as_str(), ADDRESS), png: BASE64.encode(&shown.png) }
    }
}

/// Of every front page of an outlet.
///
/// # Errors
/// The store can't be read.
pub async fn portraits(
    outlet: &str,
    overview: &Overview,
    store: &Store,
    speech: &Speech,
) -> Result<Vec<Portrait>, NotDone> {
    let watches = overview.outlets.iter().filter(|known| known.name == outlet).flat_map(|known| &known.watches);
    let mut portraits = Vec::new();
    for watch in watches.filter(|watch| watch.id.as_str().starts_with(FRONT_PAGE)) {
        let says: Vec<String> = match baseline::latest(store, &watch.id).await {
            Ok(known) => known.portrait().iter().map(|message| speech.say(message)).collect(),
            Err(NotDone::NothingLearned(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        // Of a page of which nothing is known there is no picture of normal.
        let logos = if says.is_empty() { Vec::new() } else { store.logos(watch.id.clone()).await? };
        let logos = logos.iter().take(LOGOS).map(LogoView::of).collect();
        portraits.push(Portrait { watch: watch.id.clone(), address: watch.address.to_string(), says, logos });
    }
    Ok(portraits)
}
