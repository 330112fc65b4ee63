//! Headlines that were replaced: one message in all of them, or new words over links that stayed.

use super::scene::{Scene, number, shows, shows_count, signal, size};
use crate::extract::name::Key;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let headings = &scene.page.headings;
    let mut keys: Vec<Key> = headings.iter().map(|heading| heading.key).collect();
    keys.sort_unstable();
    let all = keys.len();
    let runs = keys.chunk_by(|a, b| a == b).filter(|run| {
        let of_all = run.len() >= 3 && run.len() * 2 >= all || run.len() >= 5 && run.len() * 10 >= all * 3;
        // Bylines and labels of other levels do not dilute a message over the stories.
        of_all || run.len() >= 3 && fills_a_level(scene, run[0])
    });
    let most = runs.filter(|run| !scene.known(run[0])).max_by_key(|run| run.len());
    if let Some(run) = most {
        // Where some heading always repeats, a new one that does says less.
        let share = run.len() as f64 / all as f64;
        let usual = form.measures.repeated.most;
        // Where all others are still there, a label was added.
        let others = (all - run.len()) as f64;
        let weight = match (others >= form.measures.headings.least * 0.9, share > usual + 0.2 || run.len() >= 8) {
            (true, _) => 0.35,
            (false, true) => 0.9,
            (false, false) => 0.7,
        };
        let text = headings.iter().find(|heading| heading.key == run[0]).map_or("", |heading| heading.text.as_str());
        let args = vec![("count", Arg::Number(run.len() as f64)), ("text", Arg::Foreign(text.to_owned()))];
        out.push(signal("headline.same", weight, args, shows("headline-each"), text));
    }
    shared(scene, out);
    let usual = scene.baseline.memory().rates();
    entries(scene, usual.entries, out);
    if let Some(share) = scene.novelty.headlines.filter(|share| *share >= 0.5 && *share > usual.headlines + 0.35) {
        let weight = (0.5 + 0.4 * share) * (1.0 - 0.6 * scene.stir);
        let args = vec![("percent", Arg::Number((share * 100.0).round()))];
        out.push(signal(
            "headline.rewritten",
            weight,
            args,
            shows("words-kept"),
            shows("links-reworded").with("percent", number(share * 100.0)),
        ));
    }
}

/// One new sentence over several different stories: a story that stands on the page twice leads to one address.
fn shared(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.memory();
    let mut said: Vec<(Key, Key)> = scene
        .page
        .links
        .iter()
        .filter(|link| link.is_headline() && !memory.said(link.text))
        .map(|link| (link.text, link.key))
        .collect();
    said.sort_unstable();
    said.dedup();
    let most = said.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max().unwrap_or(0);
    if most < 3 {
        return;
    }
    let weight = if most >= 4 { 0.84 } else { 0.6 } * (1.0 - 0.6 * scene.stir) * scene.fresh;
    let args = vec![("count", Arg::Number(most as f64))];
    out.push(signal("headline.shared", weight, args, shows("headline-each"), shows_count("headline-one", size(most))));
}

/// Entries of the navigation that say something else and lead where they led.
fn entries(scene: &Scene<'_>, usual: f64, out: &mut Vec<Signal>) {
    let Some(share) = scene.novelty.entries.filter(|share| *share >= 0.4 && *share > usual + 0.3) else { return };
    let weight = (0.4 + 0.45 * share) * (1.0 - 0.6 * scene.stir);
    let percent = Arg::Number((share * 100.0).round());
    let after = shows("entries-reworded").with("percent", number(share * 100.0));
    out.push(signal("headline.entries", weight, vec![("percent", percent)], shows("words-kept"), after));
}

/// Whether a heading makes up most of those of its level, and at least three of them.
fn fills_a_level(scene: &Scene<'_>, key: Key) -> bool {
    (1..=6).any(|level| {
        let of_level = || scene.page.headings.iter().filter(|heading| heading.level == level);
        let same = of_level().filter(|heading| heading.key == key).count();
        same >= 3 && same * 5 >= of_level().count() * 3
    })
}
