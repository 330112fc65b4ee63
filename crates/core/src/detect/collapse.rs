//! The page falls short of its own history: little text, few links, headings gone.

use super::scene::{Scene, number, shows, shows_count, signal};
use crate::baseline::form::{Class, Range};
use crate::text::{Arg, Message};
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let page = scene.page;
    // How much is there, against the least that ever was; 1 where the page was always small.
    let left = |now: u32, range: Range, least: f64| {
        if range.least < least { 1.0 } else { (f64::from(now) / range.least).min(1.0) }
    };
    let text = left(page.counts.text, form.measures.text, 300.0);
    let links = left(page.counts.links, form.measures.links, 8.0);
    let elements = left(page.elements, form.measures.elements, 60.0);
    let headings = left(page.counts.headings, form.measures.headings, 4.0);
    let texts_lost = scene.lost(Class::Block, 4).unwrap_or(0.0);
    let links_lost = scene.lost(Class::Link, 4).unwrap_or(0.0);
    let most = text.max(links.min(elements)).min(1.0);
    let shrunk = |left: f64| ((0.5 - left) / 0.5).max(0.0);
    // Both text and markup fall, and what always stood there is gone with them.
    let fall = shrunk(text) * 0.5 + shrunk(links) * 0.25 + shrunk(elements) * 0.25;
    let gone = texts_lost.max(links_lost);
    let weight = if most < 0.7 { (0.25 + 0.9 * fall) * (0.4 + 0.6 * gone) } else { 0.0 };
    if weight >= 0.15 {
        let count = |n: f64| Arg::Number(n.round());
        let percent = (text.min(links) * 100.0).round();
        out.push(signal(
            "collapse.page",
            weight.min(0.93),
            vec![("percent", Arg::Number(percent)), ("links", count(f64::from(page.counts.links)))],
            links_and_text("least-links-text", form.measures.links.least, form.measures.text.least),
            links_and_text("links-text", page.counts.links.into(), page.counts.text.into()),
        ));
    }
    if headings <= 0.2 {
        // Many that were always there, all at once.
        let weight = if form.measures.headings.least >= 6.0 { 0.88 * (1.0 - 0.5 * scene.stir) } else { 0.35 };
        out.push(signal(
            "lost.headings",
            weight,
            vec![("count", Arg::Number(form.measures.headings.least.round()))],
            shows_count("least-headings", form.measures.headings.least),
            shows_count("headings", page.counts.headings),
        ));
    }
}

fn links_and_text(id: &str, links: f64, text: f64) -> Message {
    shows(id).with("links", number(links)).with("text", number(text))
}
