//! A part of the page is gone while the rest stands: its masthead or its foot, its pictures, its scripts, half of its stories.
//!
//! News pages hardly ever lose so much without a release; pages of offices that are edited by hand do, once in a while
//! (docs/accuracy.md has the counts): what happened in a day counts a little less than what happened in a minute.

use super::scene::{Scene, number, shows, shows_count, signal};
use crate::baseline::form::{Class, Form, Range};
use crate::baseline::trait_key;
use crate::text::Arg;
use crate::verdict::Signal;

/// The most that a missing part weighs.
const MOST: f64 = 0.86;
/// What a part weighs that is smaller than it ever was by a third or so.
const LITTLE: f64 = 0.5;
/// The most that missing text weighs while links and headlines stand: outlets leave first sentences away.
const QUIET: f64 = 0.7;
/// From what share of its links on a page was stripped of them, where its text stands.
const STRIPPED: f64 = 0.35;
/// How much less it counts with a release.
const WITH_A_RELEASE: f64 = 0.75;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let measures = form.measures;
    let counts = scene.page.counts;
    // (what is told, how much of it is gone, from what share on that is out of the ordinary)
    let fall = |now: u32, range: Range, least: f64| {
        if range.least < least { 0.0 } else { (1.0 - f64::from(now) / range.least).max(0.0) }
    };
    let scripts =
        if measures.scripts.least < 4.0 { 0.0 } else { fall(counts.scripts, by_turns(measures.scripts), 0.0) };
    // What was there from the beginning: what a special day brought goes with it.
    let founding = |class, least| {
        let (kept, of) = form.founding(class, |key| scene.has(class, key));
        if of < least { 0.0 } else { 1.0 - f64::from(kept) / f64::from(of) }
    };
    // Those with an address: a placeholder drawn in the page is none.
    let pictures = scene.page.images.len() as u32;
    let parts = [
        ("collapse.code", founding(Class::Source, 4), 0.45),
        ("collapse.logo", logo_gone(scene, form), 0.9),
        ("collapse.scripts", scripts, 0.6),
        ("collapse.layout", founding(Class::Token, 20), 0.18),
        ("collapse.pictures", fall(pictures, measures.images, 6.0), 0.5),
        ("collapse.headings", fall(counts.headings, measures.headings, 5.0), 0.35),
        ("collapse.links", fall(counts.links, measures.links, 20.0), 0.25),
        ("collapse.elements", fall(scene.page.elements, measures.elements, 100.0), 0.25),
        ("collapse.text", fall(counts.text, measures.text, 600.0), 0.35),
    ];
    grown(scene, out);
    unstyled(scene, out);
    let texts = fall(counts.text, measures.text, 600.0);
    let calm = 1.0 - WITH_A_RELEASE * scene.stir;
    let told = parts.into_iter().filter(|(_, gone, from)| gone >= from).map(|(part, gone, from)| {
        // Of a quiet weekend less is seen than of a Monday; of layout, scripts and logo as much.
        let reach = ((gone - from) / 0.25).clamp(0.0, 1.0);
        let most = match part {
            "collapse.code" | "collapse.logo" | "collapse.scripts" => MOST,
            // Fewer stories take their words with them; links that are gone alone were taken.
            "collapse.links" if gone >= STRIPPED && texts < 0.1 => MOST,
            "collapse.layout" => LITTLE + (MOST - LITTLE) * ((gone - from) / 0.12).clamp(0.0, 1.0),
            "collapse.text" => LITTLE + (QUIET - LITTLE) * reach,
            _ => LITTLE + (MOST - LITTLE) * reach,
        };
        (most * calm * scene.lately(), part, gone)
    });
    let Some((weight, part, gone)) = told.max_by(|(a, ..), (b, ..)| a.total_cmp(b)) else { return };
    if weight < 0.2 {
        return;
    }
    let percent = (gone * 100.0).round();
    let args = vec![("percent", Arg::Number(percent))];
    let parts = |id, links: f64, pictures: f64, headings: f64| {
        shows(id).with("links", number(links)).with("pictures", number(pictures)).with("headings", number(headings))
    };
    let before = parts("least-parts", measures.links.least, measures.images.least, measures.headings.least);
    let name = part.rsplit('.').next().unwrap_or(part);
    let after = parts("parts-gone", counts.links.into(), pictures.into(), counts.headings.into())
        .with("percent", number(percent))
        .with("part", Arg::Own(name.to_owned()));
    out.push(signal(part, weight, args, before, after));
}

/// Advertising brings scripts by chance: where their number differs from look to look, fewer than ever is as far below the
/// least as the most is above it, but never less than half of it.
fn by_turns(range: Range) -> Range {
    Range { least: (2.0 * range.least - range.most).max(range.least / 2.0), ..range }
}

/// No style is left, own or loaded, on a page that was never without: it is a bare column of links.
fn unstyled(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.page.is_bare() && !scene.known(trait_key("bare")) {
        let weight = MOST * (1.0 - WITH_A_RELEASE * scene.stir);
        out.push(signal("collapse.styles", weight, Vec::new(), shows("styled"), shows("unstyled")));
    }
}

/// 1 where a logo was in the masthead from the beginning and none is there any more, else 0. That another is in its place is
/// told by `image`.
fn logo_gone(scene: &Scene<'_>, form: &Form) -> f64 {
    let images = &scene.page.images;
    let (kept, of) = form.founding(Class::Mark, |key| images.iter().any(|image| image.key == key));
    f64::from(u8::from(of > 0 && kept == 0 && scene.page.marks().next().is_none()))
}

/// The page is much longer than it ever was, or goes on after its end.
fn grown(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let calm = 1.0 - WITH_A_RELEASE * scene.stir;
    let (text, most) = (f64::from(scene.page.counts.text), form.measures.text.most);
    // A day on which much happens has more stories, too.
    let stories = f64::from(scene.page.counts.links) > form.measures.links.most * 1.2;
    let weight = if text > most * 1.4 && text > most + 1500.0 && !stories { MOST * calm * scene.fresh } else { 0.0 };
    if weight >= 0.2 {
        let args = vec![("count", Arg::Number((text - most).round()))];
        out.push(signal(
            "grown.text",
            weight,
            args,
            shows_count("most-characters", most),
            shows_count("characters", text),
        ));
    }
    if scene.page.goes_on() && !scene.known(trait_key("goes on")) {
        out.push(signal("grown.end", MOST * calm, Vec::new(), shows("ended"), shows("goes-on")));
    }
}
