//! What pictures show: a logo replaced under its address or in its place, one picture under many addresses, a picture that
//! is known from another outlet's incident or from the person's own list. Whatever host it comes from, and whatever it is
//! called.

use super::scene::{Scene, shows, shows_count, signal, size};
use crate::baseline::Baseline;
use crate::baseline::form::features;
use crate::baseline::parts::{KnownPart, alike};
use crate::extract::PageModel;
use crate::extract::model::Image;
use crate::parts::{Facts, KnownFrom, Part, PartKind, PartSeen, Picture, Print};
use crate::text::Arg;
use crate::verdict::Signal;

/// A picture that nobody wants there.
const KNOWN: f64 = 0.92;
/// A logo that had been the same for a while shows something else under the same address.
const REPLACED: f64 = 0.86;
/// A logo that could be read is a picture that can't be: broken, or larger or more intricate than is read.
const UNREAD: f64 = 0.5;
/// How many versions of a logo make it one that changes with the season.
const RESTLESS: usize = 4;
/// The fewest pictures that can be said to be all the same.
const FEWEST: usize = 4;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    known(scene, out);
    if scene.form.is_some() {
        logo(scene, out);
        same(scene, out);
    }
}

fn pictures(seen: &[PartSeen]) -> impl Iterator<Item = (&Part, &Picture)> {
    seen.iter().filter_map(|seen| match &*seen.facts {
        Facts::Picture(picture) => Some((&seen.part, picture)),
        _ => None,
    })
}

/// A picture that is known, from the first look on; unless it was normal here before anybody was alarmed by it.
fn known(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let parts = scene.look.parts;
    let of_old = |print| scene.baseline.parts().knows_of_old(print, scene.look.at);
    let mut best: Option<(u32, &KnownFrom, &Part)> = None;
    for (part, picture) in pictures(parts.seen) {
        let Some(print) = picture.print.filter(|print| !of_old(*print)) else { continue };
        for known in parts.pictures.iter().filter(|known| known.print.near(print)) {
            let distance = known.print.distance(print);
            if best.is_none_or(|(least, ..)| distance < least) {
                best = Some((distance, &known.from, part));
            }
        }
    }
    let Some((_, from, part)) = best else { return };
    let after = part.url.as_str();
    out.push(match from {
        KnownFrom::Outlet(outlet) => {
            let args = vec![("outlet", Arg::Own(outlet.clone()))];
            signal("picture.elsewhere", KNOWN, args, shows("seen-at").with("outlet", Arg::Own(outlet.clone())), after)
        }
        KnownFrom::File(file) => {
            signal("picture.unwanted", KNOWN, vec![("file", Arg::Own(file.clone()))], file.clone(), after)
        }
    });
}

/// A logo that shows something else than it always did.
fn logo(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.parts();
    let logos = || pictures(scene.look.parts.seen).filter(|(part, _)| part.kind == PartKind::Logo);
    let mut worst: Option<(f64, &str, &Part)> = None;
    for (part, picture) in logos() {
        let same = memory.get(PartKind::Logo, part.key);
        let gone = |known: &&KnownPart| known.place == part.place && !logos().any(|(other, _)| other.key == known.key);
        let before = same.or_else(|| memory.of(PartKind::Logo).find(gone));
        let Some(before) = before.filter(|before| before.is_steady(scene.look.at)) else { continue };
        let share = if before.versions() >= RESTLESS { 0.55 } else { 1.0 };
        let weight = match (picture.print, before.prints().map(|p| picture.print.map(|now| p.distance(now))).min()) {
            // Where something was seen there is a picture that can't be: a browser may show what nobody here knows.
            (None, Some(_)) if picture.unread => UNREAD,
            // Blank where there was something: emptied, or a service that fails.
            (None, Some(_)) => 0.55,
            (Some(print), Some(Some(distance))) if distance < Print::FAR || memory.knows(print) => 0.0,
            (Some(_), Some(_)) if same.is_some() => REPLACED,
            (Some(_), Some(_)) => 0.6 * (1.0 - 0.5 * scene.stir),
            (_, None) if same.is_some_and(|same| !same.has(&Facts::Picture(*picture))) => 0.45,
            (_, None) => 0.0,
        } * share;
        let kind = match same {
            _ if picture.unread => "picture.unread",
            Some(_) => "picture.repainted",
            None => "picture.logo",
        };
        if worst.is_none_or(|(most, ..)| weight > most) {
            worst = Some((weight, kind, part));
        }
    }
    if let Some((weight, kind, part)) = worst.filter(|(weight, ..)| *weight >= 0.2) {
        let args = vec![("file", Arg::Foreign(part.file()))];
        out.push(signal(kind, weight, args, shows("the-logo"), part.url.as_str()));
    }
}

/// Pictures under different addresses that show the same, where they used to differ.
fn same(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.parts();
    let Some((most, all, print)) = alike(scene.look.parts.seen).filter(|_| memory.ready()) else { return };
    if most < FEWEST || most * 3 < all * 2 || most <= memory.most_alike() + 1 {
        return;
    }
    // A placeholder that stands in for pictures that are missing was seen before, in one place or another.
    let weight = if memory.knows(print) { 0.5 } else { 0.85 };
    let args = vec![("count", Arg::Number(most as f64))];
    let after = shows_count("show-same", size(most)).with("all", Arg::Number(size(all)));
    out.push(signal("picture.same", weight * (1.0 - 0.3 * scene.stir), args, shows("showed-else"), after));
}

/// See [`super::strange_pictures`].
pub(super) fn strange(page: &PageModel, seen: &[PartSeen], baseline: &Baseline) -> Vec<Print> {
    let memory = baseline.parts();
    let alike = alike(seen).filter(|(most, ..)| *most >= FEWEST && *most > memory.most_alike() + 1);
    let covered = |part: &Part| {
        let inside = |at: u32| {
            page.covers.iter().any(|cover| at >= cover.at && at < cover.at + 6 && !baseline.known().has(cover.key))
        };
        page.images.iter().any(|image| image.key == part.key && inside(image.at))
    };
    let features = features(page);
    let form = baseline.nearest(&features).map(|(at, _)| &baseline.forms()[at]);
    let first = form.and_then(|form| form.anchors(page)).map_or(u32::MAX, |(first, _)| first);
    // As wide as the page, behind it or above it; or there is nothing else left of the page.
    let stands_out = |image: &Image| image.wide || image.background || image.at < first;
    // One that no element shows was painted by a style sheet.
    let prominent = |part: &Part| {
        let mut shown = page.images.iter().filter(|image| image.key == part.key).peekable();
        shown.peek().is_none() || shown.any(stands_out)
    };
    let mut prints: Vec<Print> = Vec::new();
    for (part, picture) in pictures(seen) {
        let Some(print) = picture.print.filter(|print| !memory.knows(*print)) else { continue };
        // An ordinary story's picture is new every day, and the next outlet may have bought the same one.
        let placed = part.kind == PartKind::Logo
            || !baseline.known().has(part.place) && prominent(part)
            || covered(part)
            || alike.is_some_and(|(.., alike)| alike.near(print));
        if placed && !prints.iter().any(|known| known.near(print)) {
            prints.push(print);
        }
    }
    prints.truncate(8);
    prints
}
