//! Words that stand where none ever stood: above everything that never changes, or among it, and that lead nowhere.
//! News leads to a story; a message is only said.

use std::collections::BTreeMap;

use super::scene::{Scene, shows, shows_count, signal};
use super::who::Who;
use crate::baseline::form::Class;
use crate::extract::model::Block;
use crate::extract::name::Key;
use crate::text::Arg;
use crate::verdict::Signal;
use crate::watch::WatchKind;

/// Of how many new texts it is asked whether they lead somewhere.
const SAID: usize = 20;
/// How much less words count that came with much else: a release brings labels and hints.
const WITH_A_RELEASE: f64 = 0.75;
/// What weighs less than this is not told.
const LIGHT: f64 = 0.3;
/// A message has at least this many letters: exchange rates and temperatures have none.
const LEAST_LETTERS: u16 = 9;
/// What words weigh that ask something of the reader.
const ASKED: f64 = 0.2;
/// What words weigh that stand after all that never changes.
const AT_TAIL: f64 = 0.84;
/// What words weigh that stand amid the page.
const AMID: f64 = 0.38;
/// Short texts in one place have at least this many letters together, where they are a message.
const PIECEMEAL: u32 = 20;
/// A message is at least this long, characters: less is a label.
const LEAST: u16 = 12;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    buried(scene, out);
    // Login pages say by the hour what went wrong.
    if scene.form.is_none() || scene.look.kind == WatchKind::Admin {
        return;
    }
    // Where the first headline stands the news begins; what is above it changes as seldom as the masthead.
    let masthead = scene.page.headings.iter().find(|heading| heading.linked).map_or(0, |heading| heading.at);
    let (steady, _) = scene.anchors();
    let first = steady.max(masthead.min(scene.page.elements / 4));
    let placed = |block: &&Block| block.at < first && says(block) && !scene.known(block.path);
    amid(scene, out);
    let mut found: Vec<&Block> = scene.page.blocks.iter().filter(placed).collect();
    if found.is_empty() {
        found = piecemeal(scene, steady);
    }
    let length: u32 = found.iter().map(|block| u32::from(block.len)).sum();
    if found.is_empty() {
        return;
    }
    let above = found.iter().take(SAID).any(|block| block.at < steady && !leads(scene, block));
    // Within the masthead outlets put notes of their own, once in a few thousand looks: a suspicion.
    let weight = match above {
        true if found.iter().all(|block| asks(scene, block)) => ASKED,
        true => 0.86,
        false => 0.6,
    } * (1.0 - WITH_A_RELEASE * scene.stir);
    if weight < LIGHT {
        return;
    }
    let args = vec![("count", Arg::Number(f64::from(length)))];
    let after = scene.page.lead.clone();
    out.push(signal("text.placed", weight, args, shows("no-words"), after));
}

/// A message of which each word stands by itself: short texts above everything that never changes, all in one place where none
/// ever stood.
fn piecemeal<'a>(scene: &Scene<'a>, steady: u32) -> Vec<&'a Block> {
    let short = |block: &&Block| {
        let seen = !block.hidden && !block.linked && block.letters > 0;
        block.at < steady && seen && !says(block) && !scene.known(block.path)
    };
    let mut places: BTreeMap<Key, Vec<&Block>> = BTreeMap::new();
    for block in scene.page.blocks.iter().filter(short) {
        places.entry(block.path).or_default().push(block);
    }
    let letters = |blocks: &[&Block]| blocks.iter().map(|block| u32::from(block.letters)).sum::<u32>();
    places.into_values().find(|blocks| letters(blocks) >= PIECEMEAL).unwrap_or_default()
}

/// Words after all that never changes, where none ever stood; or amid the page, where editors put theirs as well.
fn amid(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let (first, last) = scene.anchors();
    let new = scene.page.blocks.iter().filter(|block| block.at >= first && says(block) && !scene.known(block.path));
    let weigh = |block: &Block| match (block.at > last, block.len) {
        (true, _) if asks(scene, block) || leads(scene, block) => ASKED,
        (true, _) => AT_TAIL * scene.lately(),
        (false, 30..) => AMID * scene.fresh,
        _ => 0.0,
    };
    let Some((weight, block)) = new.map(|block| (weigh(block), block)).max_by(|(a, _), (b, _)| a.total_cmp(b)) else {
        return;
    };
    let weight = weight * (1.0 - WITH_A_RELEASE * scene.stir);
    if weight >= 0.25 {
        let args = vec![("count", Arg::Number(f64::from(block.len)))];
        out.push(signal("text.added", weight, args, shows("no-words"), shows_count("characters", block.len)));
    }
}

/// Much text in one place that never was, which readers are not shown and robots are.
fn buried(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let new = scene.page.blocks.iter().filter(|block| block.hidden && !block.linked && !scene.known(block.path));
    let Some(block) = new.max_by_key(|block| block.len).filter(|block| block.len >= 400) else {
        return;
    };
    let weight = 0.88 * (1.0 - WITH_A_RELEASE * scene.stir);
    if weight < LIGHT {
        return;
    }
    let args = vec![("count", Arg::Number(f64::from(block.len)))];
    out.push(signal("text.buried", weight, args, shows("no-hidden-text"), shows_count("hidden-characters", block.len)));
}

/// Whether a block could be a message: seen, no link, and words rather than numbers.
fn says(block: &Block) -> bool {
    !block.hidden && !block.linked && block.len >= LEAST && block.letters >= LEAST_LETTERS
}

/// Whether words ask for something, as a notice on cookies does, and an invitation to subscribe: with a button or a field beside
/// them, and in words that such notices have. A button alone would make any message one.
fn asks(scene: &Scene<'_>, block: &Block) -> bool {
    block.asks && scene.page.asks.iter().any(|at| at + 3 >= block.at && *at <= block.at + 6)
}

/// Whether a new link beside the words leads to somewhere that the page knows: then they announce something.
fn leads(scene: &Scene<'_>, block: &Block) -> bool {
    scene.page.links.iter().any(|link| {
        link.at + 3 >= block.at
            && link.at <= block.at + 6
            && !link.hidden
            && (scene.knows_domain(link.domain, "link")
                || scene.who(scene.domain(link.domain), link.domain) == Who::Own)
            && scene.form.is_some_and(|form| !form.seen(Class::Link, link.key))
    })
}
