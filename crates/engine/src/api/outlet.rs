//! The page of one outlet: of each watch how it stands, when it is looked at next, what it learned in words, how long it
//! took to answer over the day, and how often it was there.

use std::time::Duration;

use frontwatch_core::baseline::{Baseline, Sharpness};
use frontwatch_core::config::Admin;
use frontwatch_core::text::Speech;
use frontwatch_core::watch::Expect;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use ts_rs::TS;

use super::happening::milliseconds;
use super::overview::{WatchView, moment};
use crate::run::{Handle, OutletNow, Refusal, WatchNow, WatchedNow, half_hour};
use crate::store::{BaselineVersion, HalfHour, LookHour, Store, StoreError};

/// How many half hours the chart of a day has.
const HALVES: i64 = 48;
const HALF_HOUR: SignedDuration = SignedDuration::from_mins(30);
const DAY: SignedDuration = SignedDuration::from_hours(24);
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// One outlet and all that is known of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct OutletDetails {
    /// Its name.
    pub outlet: String,
    /// Its group.
    pub group: Option<String>,
    /// Its front pages' addresses.
    pub homepages: Vec<String>,
    /// Its feed's address.
    pub feed: Option<String>,
    /// The addresses of stories that are looked at always.
    pub pinned: Vec<String>,
    /// Its admin endpoints.
    pub admin: Vec<AdminView>,
    /// What is ignored of its pages, as CSS selectors.
    pub ignored: Vec<String>,
    /// Its watches, in the order of the outlets' list.
    pub watches: Vec<WatchDetails>,
}

/// An admin endpoint, as the configuration has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct AdminView {
    /// Its address.
    pub url: String,
    /// What should be there.
    pub expect: Expect,
    /// JSON pointers.
    pub values: Vec<String>,
    /// The name of its secret in the keychain.
    pub credential: Option<String>,
}

impl AdminView {
    fn of(admin: Admin) -> Self {
        let Admin { url, expect, values, credential } = admin;
        Self { url: url.to_string(), expect, values, credential }
    }
}

/// One watch and all that is known of it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct WatchDetails {
    /// As the outlets' list has it.
    pub watch: WatchView,
    /// What only a watch has that is looked at; none where another speaks for it, or this version does not look.
    pub watched: Option<WatchedDetails>,
}

/// What is known of a watch that is looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct WatchedDetails {
    /// When it is looked at next; none while it is.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub next_look: Option<Timestamp>,
    /// What is normal for it, a sentence each, most telling first.
    pub learned: Vec<String>,
    /// Since when it is learned; none before the first look.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub learned_since: Option<Timestamp>,
    /// How well it is known; none before the first look, and where it is no page that changes.
    pub sharpness: Option<SharpnessView>,
    /// The versions of what is normal that are kept, latest first: that one counts.
    pub versions: Vec<VersionView>,
    /// How long it took to answer in each half hour of the last day, oldest first.
    pub pace: Vec<HalfHourView>,
    /// How often it was there in the last day.
    pub day: There,
    /// How often it was there in the last seven days.
    pub week: There,
}

/// A version of what is normal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct VersionView {
    /// Its number.
    pub version: u32,
    /// Since when it counted.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Why there is one, in a sentence.
    pub says: String,
    /// Whether it can count again: this version of the program reads it.
    pub readable: bool,
}

impl VersionView {
    fn of(kept: &BaselineVersion, speech: &Speech, now: Timestamp) -> Option<Self> {
        let version = u32::try_from(kept.version).ok()?;
        let readable = kept.format == Baseline::FORMAT;
        Some(Self { version, at: kept.at, says: speech.say_at(&kept.reason, now), readable })
    }
}

/// How well a page is known: deviations are told from what is ordinary the better, the more of it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct SharpnessView {
    /// From 0 to 100, where 100 is well.
    pub percent: u32,
    /// When it will be known well, if it goes on to change as it did; none where it is, or where it hardly changes.
    #[serde(serialize_with = "moment")]
    #[ts(type = "string | null")]
    pub well_at: Option<Timestamp>,
}

impl SharpnessView {
    fn of(sharpness: Sharpness) -> Self {
        // What is not known well is never said to be.
        Self { percent: (sharpness.share * 100.0).floor() as u32, well_at: sharpness.well_at }
    }
}

/// A half hour of the last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct HalfHourView {
    /// When it began.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub began: Timestamp,
    /// How many looks were made; 0 where nobody watched.
    pub looks: u32,
    /// How long the look in the middle took of those that brought the page, in milliseconds; none where none did.
    pub took: Option<u32>,
}

/// How often a watch was there, of the looks that say whether it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct There {
    /// Looks that say whether it was.
    pub looks: u32,
    /// Looks that say that it was.
    pub there: u32,
}

/// Why nothing is known of an outlet.
#[derive(Debug, thiserror::Error)]
pub enum NotKnown {
    /// The watch does not tell: there is no such outlet, or it has ended.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The page of an outlet, from what the running watch knows and what is stored.
pub async fn details(
    outlet: String,
    handle: &Handle,
    store: &Store,
    speech: &Speech,
    now: Timestamp,
) -> Result<OutletDetails, NotKnown> {
    let OutletNow { outlet, watches: known } = handle.outlet(outlet).await?;
    let mut all = Vec::with_capacity(known.len());
    for WatchNow { view, watched, .. } in known {
        let watched = match watched {
            Some(watched) => Some(of_watch(&view, *watched, store, speech, now).await?),
            None => None,
        };
        all.push(WatchDetails { watch: view, watched });
    }
    Ok(OutletDetails {
        outlet: outlet.name,
        group: outlet.group,
        homepages: outlet.homepages.iter().map(ToString::to_string).collect(),
        feed: outlet.feed.as_ref().map(ToString::to_string),
        pinned: outlet.pinned.iter().map(ToString::to_string).collect(),
        admin: outlet.admin.into_iter().map(AdminView::of).collect(),
        ignored: outlet.ignore,
        watches: all,
    })
}

async fn of_watch(
    view: &WatchView,
    watched: WatchedNow,
    store: &Store,
    speech: &Speech,
    now: Timestamp,
) -> Result<WatchedDetails, StoreError> {
    let WatchedNow { next, normal, half } = watched;
    let ago = |age| now.saturating_sub(age).unwrap_or(Timestamp::MIN);
    let kept = store.baseline_history(view.id.clone()).await?;
    let hours = store.look_hours(view.id.clone(), ago(WEEK)).await?;
    let first = half_hour(ago(HALF_HOUR * i32::try_from(HALVES - 1).unwrap_or(i32::MAX)));
    let halves = store.half_hours(view.id.clone(), first).await?;
    Ok(WatchedDetails {
        next_look: next,
        learned: learned(&normal, speech, now),
        learned_since: normal.began(),
        sharpness: normal.sharpness().map(SharpnessView::of),
        versions: kept.iter().filter_map(|version| VersionView::of(version, speech, now)).collect(),
        pace: pace(first, &halves, half),
        day: there(hours.iter().filter(|hour| hour.hour > ago(DAY))),
        week: there(hours.iter()),
    })
}

fn learned(normal: &Baseline, speech: &Speech, now: Timestamp) -> Vec<String> {
    // How well a page is known is said by its sharpness, and since when, beside this: another percentage would contradict it.
    let measured = normal.sharpness().is_some();
    let told = normal.describe().into_iter().filter(|sentence| !measured || sentence.id != "baseline-looks");
    told.map(|sentence| speech.say_at(&sentence, now)).collect()
}

/// Every half hour from the first on, those without looks among them. `current` is not stored yet.
fn pace(first: Timestamp, stored: &[HalfHour], current: Option<HalfHour>) -> Vec<HalfHourView> {
    let milliseconds = |took: Duration| u32::try_from(took.as_millis()).unwrap_or(u32::MAX);
    let began =
        |nth| first.saturating_add(HALF_HOUR * i32::try_from(nth).unwrap_or(i32::MAX)).unwrap_or(Timestamp::MAX);
    let view = |began: Timestamp| {
        let here: Vec<&HalfHour> = stored.iter().chain(&current).filter(|half| half.half == began).collect();
        let most = here.iter().filter(|half| half.median.is_some()).max_by_key(|half| half.looks);
        HalfHourView {
            began,
            looks: here.iter().map(|half| half.looks).sum(),
            took: most.and_then(|half| half.median).map(milliseconds),
        }
    };
    (0..HALVES).map(|nth| view(began(nth))).collect()
}

fn there<'a>(hours: impl Iterator<Item = &'a LookHour>) -> There {
    hours.fold(There::default(), |sum, hour| There {
        looks: sum.looks.saturating_add(hour.telling),
        there: sum.there.saturating_add(hour.there),
    })
}
