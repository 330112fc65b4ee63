//! A title that is another one altogether, or that carries markup.

use super::scene::{Scene, signal};
use crate::extract::name::{Sort, key};
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
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
    let weight = (if title.is_empty() { 0.3 } else { 0.45 })
        * (1.0 - scene.baseline.memory().rates().titles)
        * (1.0 - 0.4 * scene.stir);
    if weight >= 0.1 {
        out.push(signal("title.replaced", weight, vec![("title", Arg::Foreign(title.clone()))], before, title.clone()));
    }
}

/// The words of a title that could be a name, in lower case.
fn words(title: &str) -> Vec<String> {
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}
