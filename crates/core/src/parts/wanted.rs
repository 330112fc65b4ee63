//! Which parts of a page are looked at: few, and those that a reader sees first.

use rustc_hash::FxHashMap;
use url::Url;

use super::{Facts, Part, PartKind, PartSeen, Reach, reach};
use crate::extract::PageModel;
use crate::extract::model::{Image, Role, Source};
use crate::extract::name::{Key, Sort, key};
use crate::watch::WatchKind;

/// The most parts of each kind.
const SHEETS: usize = 6;
const SCRIPTS: usize = 6;
const LOGOS: usize = 2;
const PICTURES: usize = 6;
/// From how many characters on an address may have been cut when the page was read.
const CUT: usize = 160;

/// The parts of a page that answered at `url`, those that matter most first. Of an admin page its style sheets and
/// scripts alone; `seen` are the parts that are known already: a style sheet may name a picture behind the page.
pub fn wanted(kind: WatchKind, page: &PageModel, url: &Url, seen: &[PartSeen]) -> Vec<Part> {
    if !matches!(kind, WatchKind::Homepage | WatchKind::Admin) {
        return Vec::new();
    }
    let base = page.sources.iter().find(|source| source.role == Role::Base);
    let base = base.and_then(|base| url.join(&base.url).ok()).unwrap_or_else(|| url.clone());
    let mut all = Vec::new();
    let mut add = |kind, key, place, address: &str, base: &Url, most: usize| {
        if all.iter().filter(|part: &&Part| part.kind == kind).count() >= most || address.chars().count() >= CUT {
            return;
        }
        let Ok(mut at) = base.join(address.trim()) else { return };
        at.set_fragment(None);
        // How far it may lead is asked by whoever fetches it, who knows where the page came from.
        if reach(&at, url, Reach::Loopback).is_some() && !all.iter().any(|part| part.url == at) {
            all.push(Part { kind, key, place, url: at });
        }
    };
    let own = |role| move |source: &&Source| source.role == role && source.domain == 0;
    for sheet in page.sources.iter().filter(own(Role::Style)) {
        add(PartKind::Sheet, sheet.key, 0, &sheet.url, &base, SHEETS);
    }
    let looks = kind == WatchKind::Homepage;
    let shown = || page.images.iter().filter(|image| !image.hidden && looks);
    for logo in shown().filter(|image| image.logo) {
        add(PartKind::Logo, logo.key, logo.path, &logo.url, &base, LOGOS);
    }
    for script in page.sources.iter().filter(own(Role::Script)) {
        add(PartKind::Script, script.key, 0, &script.url, &base, SCRIPTS);
    }
    for (sheet, address) in seen.iter().filter(|_| looks).flat_map(backgrounds) {
        add(PartKind::Picture, key(Sort::Image, address.as_bytes()), 1, address, &sheet.url, 2);
    }
    for image in dominant(shown().filter(|image| !image.logo)) {
        add(PartKind::Picture, image.key, image.path, &image.url, &base, PICTURES);
    }
    all
}

fn backgrounds(seen: &PartSeen) -> impl Iterator<Item = (&Part, &str)> {
    let sheet = if let Facts::Sheet(sheet) = &*seen.facts { Some(sheet) } else { None };
    sheet.into_iter().flat_map(|sheet| &sheet.backgrounds).map(|address| (&seen.part, address.as_str()))
}

/// Pictures by how much they dominate: behind the page, in many places, first, wide; then as they come.
fn dominant<'a>(images: impl Iterator<Item = &'a Image>) -> Vec<&'a Image> {
    let mut images: Vec<&Image> = images.collect();
    let mut places = FxHashMap::<Key, u32>::default();
    for image in &images {
        *places.entry(image.key).or_default() += 1;
    }
    let first: Vec<u32> = images.iter().take(3).map(|image| image.at).collect();
    images.sort_by_key(|image| match image {
        image if image.background && image.wide => 0,
        image if places.get(&image.key).is_some_and(|places| *places >= 3) => 1,
        image if first.contains(&image.at) => 2,
        image if image.wide => 3,
        _ => 4,
    });
    images
}
