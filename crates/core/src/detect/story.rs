//! A published story's main text.

use super::{Look, Special};
use crate::baseline::Baseline;
use crate::facts::{Facts, story::Story};
use crate::verdict::Availability;

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(_look: &Look<'_>, _baseline: &Baseline) -> Special {
    Special {
        facts: Facts::Story(Story::default()),
        signals: Vec::new(),
        availability: Availability::Up,
        unavailable: None,
        ready: false,
    }
}
