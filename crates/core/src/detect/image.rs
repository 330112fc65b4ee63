//! Pictures that were never there: at the top of the page, in the logo's place, everywhere at once. Whatever host they
//! come from: who is inside a site's own system uploads to its own host.

use super::scene::{Scene, signal};
use super::who::Who;
use crate::baseline::form::Class;
use crate::extract::model::Image;
use crate::extract::name::Key;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    top(scene, out);
    logo(scene, form.staples(Class::Logo), out);
    everywhere(scene, out);
}

/// Whether a picture's host was never seen and nobody vouches for it.
fn stranger(scene: &Scene<'_>, image: &Image) -> bool {
    let domain = scene.domain(image.domain).to_owned();
    let known = scene.knows_domain(image.domain, "picture") || scene.knows_domain(image.domain, "load");
    !known && matches!(scene.who(&domain, image.domain), Who::Stranger | Who::Open | Who::Kin)
}

/// A picture above everything that never changes, in a place where none ever stood.
fn top(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let (first, _) = scene.anchors();
    let mut best: Option<(f64, &Image)> = None;
    for image in scene.page.images.iter().filter(|image| !image.hidden) {
        if scene.known(image.key) || scene.known(image.path) {
            continue;
        }
        let stranger = stranger(scene, image);
        let weight = match (image.at < first || image.background && image.wide, image.wide, stranger) {
            (true, true, true) => 0.95,
            (true, true, false) => 0.9,
            (true, false, true) => 0.72,
            (true, false, false) => 0.4,
            (false, true, true) => 0.65,
            (false, false, true) => 0.45,
            (false, _, false) => 0.0,
        };
        let weight = weight * (1.0 - 0.3 * scene.stir);
        if best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, image));
        }
    }
    if let Some((weight, image)) = best.filter(|(weight, _)| *weight >= 0.2) {
        let args = vec![("host", Arg::Foreign(scene.domain(image.domain).to_owned()))];
        out.push(signal("image.top", weight, args, "no picture stood there", image.url.clone()));
    }
}

/// A logo that was always there is gone, and another picture says it is the logo.
fn logo(scene: &Scene<'_>, logos: usize, out: &mut Vec<Signal>) {
    let (there, of) = scene.kept[Class::Logo as usize];
    if logos == 0 || of == 0 || there == of {
        return;
    }
    let new = scene.page.images.iter().filter(|image| image.logo && !scene.known(image.key));
    let Some((strange, image)) = new.map(|image| (stranger(scene, image), image)).max_by_key(|(strange, _)| *strange)
    else {
        return;
    };
    let share = 1.0 - f64::from(there) / f64::from(of);
    let weight = if strange { 0.9 * (1.0 - 0.3 * scene.stir) } else { 0.5 * share * (1.0 - 0.5 * scene.stir) };
    let args = vec![("host", Arg::Foreign(scene.domain(image.domain).to_owned()))];
    out.push(signal("image.logo", weight, args, "a logo that was always there", image.url.clone()));
}

/// One new picture in half of all places.
fn everywhere(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let mut keys: Vec<Key> =
        scene.page.images.iter().filter(|image| !image.hidden && !image.background).map(|image| image.key).collect();
    keys.sort_unstable();
    let all = keys.len();
    let Some(most) = keys.chunk_by(|a, b| a == b).max_by_key(|run| run.len()) else {
        return;
    };
    if most.len() < 4 || most.len() * 2 < all || scene.form.is_some_and(|form| form.always(Class::Image, most[0])) {
        return;
    }
    let Some(image) = scene.page.images.iter().find(|image| image.key == most[0]) else {
        return;
    };
    let weight = if stranger(scene, image) { 0.88 } else { 0.55 } * (1.0 - 0.4 * scene.stir);
    let args =
        vec![("count", Arg::Number(most.len() as f64)), ("host", Arg::Foreign(scene.domain(image.domain).to_owned()))];
    out.push(signal("image.everywhere", weight, args, "a different picture in each place", image.url.clone()));
}
