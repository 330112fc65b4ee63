//! How well a page is known, and when it will be known well: from distinct contents and elapsed time, as the confidence is.

use jiff::{SignedDuration, Timestamp};

use super::{Baseline, certainty};

/// From what confidence on a page is known well: as after a dozen contents over half a day.
const WELL: f64 = 0.75;
/// Between two moments that are tried.
const STEP: SignedDuration = SignedDuration::from_mins(15);
/// How far ahead is looked: four days, in steps.
const STEPS: i32 = 4 * 24 * 4;

/// How well a page is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sharpness {
    /// From 0 to 1, where 1 is well.
    pub share: f64,
    /// When it will be known well, if it goes on to change as it did; none where it is, or where it hardly changes.
    pub well_at: Option<Timestamp>,
}

/// How well a page is known; none where nothing is known yet, or where it is no page that changes.
pub(super) fn sharpness(baseline: &Baseline) -> Option<Sharpness> {
    let (began, last) = baseline.began.zip(baseline.last).filter(|_| baseline.contents > 0)?;
    let share = (baseline.confidence() / WELL).min(1.0);
    let elapsed = last.duration_since(began);
    let pace = f64::from(baseline.contents) / elapsed.as_secs_f64().max(1.0);
    let known_well = |step: &i32| {
        let ahead = STEP * *step;
        let contents = f64::from(baseline.contents) + pace * ahead.as_secs_f64();
        certainty(contents, elapsed.saturating_add(ahead)) >= WELL
    };
    // One look says nothing of how fast a page changes.
    let at_pace = (share < 1.0 && baseline.contents > 1).then(|| (1..=STEPS).find(known_well)).flatten();
    Some(Sharpness { share, well_at: at_pace.and_then(|step| last.checked_add(STEP * step).ok()) })
}
