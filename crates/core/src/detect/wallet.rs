//! An address to send crypto-currency to, where none ever stood: a ransom, or a collection in the outlet's name.

use super::scene::{Scene, shows, signal};
use crate::baseline::trait_key;
use crate::verdict::Signal;

/// What it weighs. A newsroom's own appeal for money names its bank, or leads to a page of its own.
const WALLET: f64 = 0.84;
/// How much less it counts that came with a release.
const WITH_A_RELEASE: f64 = 0.5;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() || scene.page.wallets.is_empty() || scene.known(trait_key("wallet")) {
        return;
    }
    let weight = WALLET * (1.0 - WITH_A_RELEASE * scene.stir);
    let after = scene.page.lead.clone();
    out.push(signal("wallet.placed", weight, Vec::new(), shows("no-wallet"), after));
}
