//! A host's names.

use super::{Look, Special};
use crate::baseline::Baseline;
use crate::facts::{Facts, names::Names};
use crate::verdict::Availability;

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(_look: &Look<'_>, _baseline: &Baseline) -> Special {
    Special {
        facts: Facts::Names(Names::default()),
        signals: Vec::new(),
        availability: Availability::Up,
        unavailable: None,
        ready: false,
    }
}
