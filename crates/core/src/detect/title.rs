//! A title that is another one altogether, or that carries markup.

use super::scene::{Scene, signal};
use crate::extract::name::{Sort, brand, key};
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    card(scene, out);
    let title = &scene.page.title;
    let before = scene.baseline.memory().titles().last().cloned().unwrap_or_default();
    if scene.page.title_markup && !scene.known(key(Sort::Title, title.as_bytes())) && scene.form.is_some() {
        out.push(signal("title.markup", 0.93, vec![("title", Arg::Foreign(title.clone()))], before, title.clone()));
        return;
    }
    if scene.form.is_none() || before.is_empty() || scene.known(key(Sort::Title, title.as_bytes())) {
        return;
    }
    let words = words(title);
    let titles = scene.baseline.memory().titles();
    let shared = titles.iter().any(|old| words.iter().any(|word| self::words(old).contains(word)));
    if shared {
        return;
    }
    // Titles of front pages keep the outlet's name; a page whose titles come and go says less by a new one.
    // One that names neither the outlet nor its address is nobody's own.
    let weight = match (title.is_empty(), names_the_outlet(scene, title)) {
        (true, _) => 0.3,
        (false, true) => 0.45,
        (false, false) => 0.88,
    } * (1.0 - scene.baseline.memory().rates().titles)
        * (1.0 - 0.75 * scene.stir);
    if weight >= 0.1 {
        out.push(signal("title.replaced", weight, vec![("title", Arg::Foreign(title.clone()))], before, title.clone()));
    }
}

/// The title that is shown where the page is shared says something that no title ever said.
fn card(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let card = &scene.page.card;
    let titles = scene.baseline.memory().titles();
    if scene.form.is_none() || card.is_empty() || titles.is_empty() || scene.known(key(Sort::Title, card.as_bytes())) {
        return;
    }
    let words = words(card);
    let shared =
        titles.iter().chain([&scene.page.title]).any(|old| words.iter().any(|word| self::words(old).contains(word)));
    if shared || names_the_outlet(scene, card) {
        return;
    }
    let weight = 0.85 * (1.0 - scene.baseline.memory().rates().cards) * (1.0 - 0.5 * scene.stir);
    if weight >= 0.1 {
        let before = titles.last().cloned().unwrap_or_default();
        out.push(signal("title.card", weight, vec![("title", Arg::Foreign(card.clone()))], before, card.clone()));
    }
}

/// Whether a text holds the outlet's name, as its address or the page itself writes it.
fn names_the_outlet(scene: &Scene<'_>, text: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let text = plain(text);
    let own = scene.baseline.memory().own().iter().map(|domain| brand(domain));
    // What the page calls its site counts where it always did: who replaces the title writes into that as well.
    let site = scene.page.site_name.as_str();
    let site = if scene.known(key(Sort::Identity, site.as_bytes())) { site } else { "" };
    own.chain([site]).map(plain).any(|name| name.chars().count() >= 3 && text.contains(&name))
}

/// The words of a title that could be a name, in lower case.
fn words(title: &str) -> Vec<String> {
    // Words of three Latin letters join others: "the", "and", "der".
    let tells = |word: &&str| word.chars().count() > if word.is_ascii() { 3 } else { 2 };
    title.split(|c: char| !c.is_alphanumeric()).filter(tells).map(str::to_lowercase).collect()
}
