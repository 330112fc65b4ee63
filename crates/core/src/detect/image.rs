//! Pictures that were never there: at the top of the page, in the logo's place, everywhere at once. Whatever host they
//! come from: who is inside a site's own system uploads to its own host.

use super::scene::{Scene, shows, shows_count, signal, size};
use super::who::Who;
use crate::baseline::form::{Class, Form};
use crate::baseline::logo_folder;
use crate::extract::model::Image;
use crate::extract::name::{Key, Sort, join};
use crate::parts::Facts;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    top(scene, out);
    logo(scene, form.staples(Class::Logo), out);
    everywhere(scene, out);
    instead(scene, out);
    exchanged(scene, out);
}

/// Whether a picture's host was never seen and nobody vouches for it.
fn stranger(scene: &Scene<'_>, image: &Image) -> bool {
    let domain = scene.domain(image.domain).to_owned();
    let known = scene.knows_domain(image.domain, "picture") || scene.knows_domain(image.domain, "load");
    !known && matches!(scene.who(&domain, image.domain), Who::Stranger | Who::Open | Who::Twin)
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
        // Who sells advertising shows it; others who keep pictures for many keep those of anybody.
        if scene.who(scene.domain(image.domain), image.domain) == Who::ThirdParty("advertising") {
            continue;
        }
        let weight = match (image.at < first || image.background && image.wide, image.wide, stranger) {
            (true, true, true) => 0.95,
            // Behind the page it may be an advertising skin.
            (true, true, false) if image.background && image.at < first => 0.65,
            // So may one that leads to another site: a banner.
            (true, true, false) if image.leads_away => 0.6,
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
        out.push(signal("image.top", weight, args, shows("no-picture"), image.url.clone()));
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
    // Outlets dress their logo up for a holiday where they keep it; what is uploaded lies elsewhere.
    let moved = !scene.known(logo_folder(image.folder)) && scene.page.marks().any(|mark| mark.key == image.key);
    let founding = |form: &Form| form.founding(Class::Mark, |key| scene.page.marks().any(|mark| mark.key == key));
    let lost = scene.form.map(founding).is_some_and(|(kept, of)| kept < of);
    let weight = match (strange, moved && lost) {
        (true, _) => 0.9 * (1.0 - 0.3 * scene.stir),
        (false, true) => 0.8 * share * (1.0 - 0.5 * scene.stir),
        (false, false) => 0.5 * share * (1.0 - 0.5 * scene.stir),
    };
    // The same picture at another address is the same logo.
    let weight = if shows_the_same(scene, image) { 0.3 * weight } else { weight };
    let args = vec![("host", Arg::Foreign(scene.domain(image.domain).to_owned()))];
    out.push(signal("image.logo", weight, args, shows("logo"), image.url.clone()));
}

/// Whether a picture was fetched and shows what one of the page's own always showed.
fn shows_the_same(scene: &Scene<'_>, image: &Image) -> bool {
    scene.look.parts.seen.iter().filter(|seen| seen.part.key == image.key).any(|seen| match &*seen.facts {
        Facts::Picture(picture) => picture.print.is_some_and(|print| scene.baseline.parts().knows(print)),
        _ => false,
    })
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
    // A picture that was there lately, in fewer places, is a placeholder or an agency's; one that never was is a message.
    let fresh = scene.form.is_some_and(|form| !form.seen(Class::Image, image.key));
    let weight = match (stranger(scene, image), fresh) {
        (true, _) => 0.88,
        (false, true) => 0.84,
        (false, false) => 0.55,
    } * (1.0 - 0.4 * scene.stir);
    let args =
        vec![("count", Arg::Number(most.len() as f64)), ("host", Arg::Foreign(scene.domain(image.domain).to_owned()))];
    out.push(signal("image.everywhere", weight, args, shows("different-pictures"), image.url.clone()));
}

/// One new picture offered to browsers instead of those that are named, or one new text for those who cannot see them.
fn instead(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let shown = || scene.page.images.iter().filter(|image| !image.hidden && !image.background);
    let all = shown().count();
    let mut offered: Vec<(Key, u16)> = scene.page.offered.clone();
    offered.sort_unstable();
    let most = offered.chunk_by(|a, b| a.0 == b.0).max_by_key(|run| run.len());
    if let Some(run) =
        most.filter(|run| run.len() >= 4 && run.len() * 2 >= all && !scene.known(join(Sort::Image, run[0].0, 2)))
    {
        let host = scene.domain(run[0].1).to_owned();
        let args = vec![("count", Arg::Number(run.len() as f64)), ("host", Arg::Foreign(host.clone()))];
        out.push(signal("image.everywhere", 0.92 * (1.0 - 0.3 * scene.stir), args, shows("different-pictures"), host));
    }
    let mut words: Vec<Key> = shown().map(|image| image.alt).filter(|alt| *alt != 0).collect();
    words.sort_unstable();
    let told = words.len();
    let most = words.chunk_by(|a, b| a == b).max_by_key(|run| run.len());
    if let Some(run) =
        most.filter(|run| run.len() >= 5 && run.len() * 4 > told * 3 && !scene.known(join(Sort::Image, run[0], 3)))
    {
        let args = vec![("count", Arg::Number(run.len() as f64))];
        let after = shows_count("pictures-say-same", size(run.len())).with("all", Arg::Number(size(told)));
        out.push(signal("image.words", 0.82 * (1.0 - 0.4 * scene.stir), args, shows("words-of-own"), after));
    }
}

/// Most pictures come from one stranger that no picture ever came from.
fn exchanged(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let shown = || scene.page.images.iter().filter(|image| !image.hidden);
    let mut domains: Vec<u16> = shown().filter(|image| stranger(scene, image)).map(|image| image.domain).collect();
    domains.sort_unstable();
    let Some(most) = domains.chunk_by(|a, b| a == b).max_by_key(|run| run.len()) else {
        return;
    };
    if most.len() < 4 || most.len() * 2 < shown().count() {
        return;
    }
    let host = scene.domain(most[0]).to_owned();
    let args = vec![("count", Arg::Number(most.len() as f64)), ("host", Arg::Foreign(host.clone()))];
    out.push(signal("image.exchanged", 0.86 * (1.0 - 0.4 * scene.stir), args, shows("pictures-known"), host));
}
