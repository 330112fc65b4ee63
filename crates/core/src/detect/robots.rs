//! What the page says to those who index it: that it is not to be found any more.

use super::scene::{Scene, shows, signal};
use crate::baseline::trait_key;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_some() && scene.page.noindex && !scene.known(trait_key("noindex")) {
        let weight = 0.88 * (1.0 - 0.45 * scene.stir);
        out.push(signal("robots.noindex", weight, Vec::new(), shows("to-be-found"), "noindex"));
    }
}
