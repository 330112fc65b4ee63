//! What never changed is gone: structure, navigation, texts, accounts; and whether anything still says whose page it is.

use super::scene::{Scene, shows, shows_count, signal};
use super::who::Who;
use crate::baseline::form::Class;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let tokens = scene.lost(Class::Token, 8);
    let links = scene.lost(Class::Link, 5);
    let texts = scene.lost(Class::Block, 5);
    let sources = scene.lost(Class::Source, 3);
    let known: Vec<f64> = [tokens, links, texts, sources].into_iter().flatten().collect();
    if known.is_empty() {
        return;
    }
    let all = known.iter().sum::<f64>() / known.len() as f64;
    let worst_kept = known.iter().copied().fold(1.0, f64::min);
    if all < 0.45 {
        return;
    }
    let before = shows_count("never-changed", scene.kept.iter().map(|(_, of)| of).sum::<u32>());
    let after = shows_count("still-there", scene.kept.iter().map(|(there, _)| there).sum::<u32>());
    let vouched = vouched(scene);
    let foreign = elsewhere(scene);
    if all > 0.8 && worst_kept > 0.6 && (vouched == 0 || foreign) {
        let weight = if all > 0.93 || foreign { 0.96 } else { 0.85 };
        out.push(signal(
            "takeover.page",
            weight,
            vec![("title", Arg::Foreign(scene.page.title.clone()))],
            before,
            after,
        ));
        return;
    }
    // A redesign keeps the outlet's name, address or accounts.
    let weight = (all - 0.45) * if vouched >= 2 { 0.9 } else { 1.2 };
    if weight >= 0.1 {
        out.push(signal(
            "lost.page",
            weight.min(0.66),
            vec![("percent", Arg::Number((all * 100.0).round()))],
            before,
            after,
        ));
    }
    if let Some(lost) = links.filter(|lost| *lost >= 0.8) {
        let (_, of) = scene.kept[Class::Link as usize];
        out.push(signal(
            "lost.navigation",
            0.4 * lost,
            vec![("count", Arg::Number(f64::from(of)))],
            shows_count("links-never-changed", of),
            shows("most-gone"),
        ));
    }
}

/// How many independent things still say whose page this is.
fn vouched(scene: &Scene<'_>) -> u32 {
    let page = scene.page;
    let own = |domain: u16| scene.who(scene.domain(domain), domain) == Who::Own && !scene.domain(domain).is_empty();
    let canonical = page.canonical.is_some_and(own);
    let accounts = scene.kept[Class::Identity as usize].0 > 0;
    let named_links = page.links.iter().filter(|link| link.domain == 0 || own(link.domain)).count();
    // Links count where they are many, or where some of those that never changed are among them.
    let links = scene.kept[Class::Link as usize].0 >= 3 || named_links >= 30 && scene.kept[Class::Link as usize].0 >= 1;
    let sources = scene.kept[Class::Source as usize].0 >= 2;
    let title = scene.baseline.memory().titles().iter().any(|old| !old.is_empty() && shares_words(old, &page.title));
    let logo = scene.kept[Class::Logo as usize].0 > 0;
    [canonical, accounts, links, sources, title, logo].into_iter().map(u32::from).sum()
}

/// Whether the page says that it is another site's.
fn elsewhere(scene: &Scene<'_>) -> bool {
    scene.page.canonical.is_some_and(|domain| {
        let name = scene.domain(domain);
        scene.who(name, domain) != Who::Own && !scene.knows_domain(domain, "canonical")
    })
}

fn shares_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared > 0 && shared * 3 >= a.len().min(b.len())
}
