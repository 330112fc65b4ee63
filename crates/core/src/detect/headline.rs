//! Headlines that were replaced: one message in all of them, or new words over links that stayed.

use super::scene::{Scene, signal};
use crate::extract::name::Key;
use crate::text::Arg;
use crate::verdict::Signal;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    let headings = &scene.page.headings;
    let mut keys: Vec<Key> = headings.iter().map(|heading| heading.key).collect();
    keys.sort_unstable();
    if let Some(most) = keys.chunk_by(|a, b| a == b).max_by_key(|run| run.len()) {
        let share = most.len() as f64 / keys.len() as f64;
        let usual = form.measures.repeated.most;
        let many = most.len() >= 3 && share >= 0.5 || most.len() >= 5 && share >= 0.3;
        if many && !scene.known(most[0]) {
            // Where some heading always repeats, a new one that does says less.
            let weight = if share > usual + 0.2 { 0.9 } else { 0.7 };
            let text =
                headings.iter().find(|heading| heading.key == most[0]).map_or("", |heading| heading.text.as_str());
            let args = vec![("count", Arg::Number(most.len() as f64)), ("text", Arg::Foreign(text.to_owned()))];
            out.push(signal("headline.same", weight, args, "a headline of its own over each story", text));
        }
    }
    let usual = scene.baseline.memory().rates().rewritten;
    if let Some(share) = scene.novelty.rewritten.filter(|share| *share >= 0.55 && *share > usual + 0.35) {
        let weight = (0.5 + 0.4 * share) * (1.0 - 0.6 * scene.stir);
        let args = vec![("percent", Arg::Number((share * 100.0).round()))];
        out.push(signal(
            "headline.rewritten",
            weight,
            args,
            "links keep their words",
            format!("{:.0}% of the links that stayed have other words", share * 100.0),
        ));
    }
}
