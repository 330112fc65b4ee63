//! Feeds: items that vanish from the middle, titles that are rewritten in place, links to strangers, a flood, nothing at all.

use super::scene::{Scene, signal};
use super::who::Who;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let items = &scene.page.items;
    let before = scene.baseline.memory().items();
    if !scene.baseline.ready() || before.is_empty() {
        return;
    }
    let number = |n: usize| Arg::Number(n as f64);
    if items.is_empty() {
        out.push(signal(
            "feed.empty",
            0.9,
            vec![("count", number(before.len()))],
            format!("{} stories", before.len()),
            "no stories",
        ));
        return;
    }
    vanished(scene, out);
    retitled(scene, out);
    let strange = items.iter().filter(|item| {
        let domain = scene.domain(item.domain);
        item.domain != 0 && !scene.knows_domain(item.domain, "item") && scene.who(domain, item.domain) != Who::Own
    });
    let count = strange.clone().count();
    if let Some(first) = strange.clone().next().filter(|_| count >= 3 && count * 4 >= items.len()) {
        let host = scene.domain(first.domain).to_owned();
        let weight = if count * 2 >= items.len() { 0.92 } else { 0.78 };
        out.push(signal(
            "feed.links",
            weight,
            vec![("count", number(count)), ("host", Arg::Foreign(host.clone()))],
            "stories led to known sites",
            host,
        ));
    }
    let new = items.iter().filter(|item| !before.iter().any(|old| old.id == item.id)).count();
    let usual = scene.baseline.memory().most_new_items();
    if new >= 20 && new > usual * 2 + 10 && items.len() >= before.len() + 20 {
        let before = format!("at most {usual} new stories at a time");
        out.push(signal(
            "feed.flood",
            0.82,
            vec![("count", number(new))],
            before,
            format!("{new} new stories at once"),
        ));
    }
}

/// Stories that are gone although older ones are still there.
fn vanished(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let before = scene.baseline.memory().items();
    let there = |id| scene.page.items.iter().any(|item| item.id == id);
    let Some(last) = before.iter().rposition(|old| there(old.id)) else {
        return;
    };
    let gone = before[..last].iter().filter(|old| !there(old.id)).count();
    let usual = scene.baseline.memory().most_gone_items();
    if gone >= 3 && gone * 6 >= last && gone > usual * 2 {
        let weight = if gone * 4 >= last { 0.85 } else { 0.7 };
        let before = format!("{} stories", before.len());
        out.push(signal(
            "feed.vanished",
            weight,
            vec![("count", Arg::Number(gone as f64))],
            before,
            format!("{gone} of them are gone, older ones are not"),
        ));
    }
}

/// Stories that say something else altogether under the name that they had.
fn retitled(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let before = scene.baseline.memory().items();
    let rewritten: Vec<_> = scene
        .page
        .items
        .iter()
        .filter(|item| {
            before.iter().any(|old| {
                old.id == item.id && !old.words.is_empty() && !item.words.iter().any(|word| old.words.contains(word))
            })
        })
        .collect();
    let claimed = rewritten.iter().any(|item| scene.page.claims.iter().any(|claim| claim.text == item.title));
    let weight = match (rewritten.len(), claimed) {
        (0, _) => return,
        (_, true) | (3.., _) => 0.85,
        (2, false) => 0.6,
        (_, false) => 0.3,
    };
    let title = rewritten[0].title.clone();
    let args = vec![("count", Arg::Number(rewritten.len() as f64)), ("title", Arg::Foreign(title.clone()))];
    out.push(signal("feed.retitled", weight, args, "stories keep their words", title));
}
