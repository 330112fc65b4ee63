//! The writing flips, or the text is there and nobody sees it.

use super::scene::{Scene, number, shows, signal};
use crate::baseline::{PASSAGE, trait_key, writing_key};
use crate::extract::text::WRITINGS;
use crate::text::{Arg, Message};
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let all: u32 = scene.page.writings.iter().sum();
    let usual = usize::from(form.writing);
    let now = usize::from(scene.shares.writing);
    let share = f64::from(scene.page.writings[usual]) / f64::from(all.max(1));
    if all > 60 && now != usual && share < 0.4 && form.measures.writing.least > 0.7 {
        let args = vec![("writing", Arg::Own(WRITINGS[now].to_owned()))];
        out.push(signal(
            "language.changed",
            0.5,
            args,
            in_writing("mostly-letters", WRITINGS[usual]),
            in_writing("mostly-letters", WRITINGS[now]),
        ));
    }
    // A page is declared in one language and one direction for years.
    let direction = if scene.page.rtl { "right to left" } else { "left to right" };
    let turned = !scene.known(trait_key(direction));
    let declared = !scene.known(trait_key(&format!("language {}", scene.page.lang)));
    if turned {
        let weight = if declared { 0.82 } else { 0.78 } * (1.0 - 0.4 * scene.stir);
        out.push(signal(
            "language.turned",
            weight,
            Vec::new(),
            shows("written-other-way"),
            shows(if scene.page.rtl { "written-from-right" } else { "written-from-left" }),
        ));
    }
    if !turned && declared && !scene.page.lang.is_empty() {
        let weight = 0.6 * (1.0 - 0.7 * scene.stir);
        let after = scene.page.lang.clone();
        out.push(signal(
            "language.declared",
            weight,
            vec![("language", Arg::Foreign(after.clone()))],
            shows("another-language"),
            after,
        ));
    }
    passage(scene, out);
    let visible = scene.shares.visible;
    if form.measures.visible.least > 0.4
        && visible < 0.25 * form.measures.visible.least
        && scene.page.counts.hidden_text > 500
    {
        let percent = (visible * 100.0).round();
        let before = shows("least-visible").with("percent", number(form.measures.visible.least * 100.0));
        out.push(signal(
            "text.hidden",
            0.75,
            vec![("percent", Arg::Number(percent))],
            before,
            shows("share-visible").with("percent", number(percent)),
        ));
    }
}

/// A passage in a writing that the page never had one in.
fn passage(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let new = scene
        .page
        .writings
        .iter()
        .zip(WRITINGS)
        .filter(|(letters, name)| **letters >= PASSAGE && *name != "other" && !scene.known(writing_key(name)));
    let Some((letters, name)) = new.max_by_key(|(letters, _)| **letters) else { return };
    // Latin letters stand on pages of every language: names, apps, partners.
    let few = PASSAGE * if name == "Latin" { 12 } else { 3 };
    let weight = if *letters >= few { 0.82 } else { 0.25 } * (1.0 - 0.6 * scene.stir);
    if weight < 0.2 {
        return;
    }
    let args = vec![("writing", Arg::Own(name.to_owned()))];
    out.push(signal(
        "language.passage",
        weight,
        args,
        in_writing("no-passage", name),
        in_writing("letters", name).with("count", number(*letters)),
    ));
}

/// Evidence that names a writing system.
fn in_writing(id: &str, name: &str) -> Message {
    shows(id).with("writing", Arg::Own(name.to_owned()))
}
