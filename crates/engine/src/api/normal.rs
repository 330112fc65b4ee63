//! The first picture of normal, for a person to say whether it is right: what was learned of an outlet's front pages, in words.

use frontwatch_core::text::Speech;
use frontwatch_core::watch::WatchId;
use serde::Serialize;
use ts_rs::TS;

use super::baseline::{self, NotDone};
use super::overview::Overview;
use crate::store::Store;

/// How a watch of a front page is named.
const FRONT_PAGE: &str = "homepage ";

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
        let says = match baseline::latest(store, &watch.id).await {
            Ok(known) => known.portrait().iter().map(|message| speech.say(message)).collect(),
            Err(NotDone::NothingLearned(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        portraits.push(Portrait { watch: watch.id.clone(), address: watch.address.to_string(), says });
    }
    Ok(portraits)
}
