//! A host's certificate chain.

use super::{Look, Special};
use crate::baseline::Baseline;
use crate::facts::{Facts, chain::Chain};
use crate::verdict::Availability;

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(_look: &Look<'_>, _baseline: &Baseline) -> Special {
    Special {
        facts: Facts::Chain(Chain::default()),
        signals: Vec::new(),
        availability: Availability::Up,
        unavailable: None,
        ready: false,
    }
}
