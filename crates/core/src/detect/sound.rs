//! Sound that plays by itself on a page that was always silent.

use super::scene::{Scene, shows, signal};
use crate::baseline::trait_key;
use crate::evidence::Evidence;
use crate::extract::model::Role;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() || scene.page.counts.autoplay == 0 || scene.known(trait_key("sound")) {
        return;
    }
    let media = scene.page.sources.iter().find(|source| source.role == Role::Media && !scene.known(source.key));
    let after = media.map_or_else(|| shows("sound").into(), |source| Evidence::from(source.url.as_str()));
    let weight = 0.82 * (1.0 - 0.45 * scene.stir);
    out.push(signal("sound.plays", weight, Vec::new(), shows("silent"), after));
}
