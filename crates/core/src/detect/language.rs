//! The writing flips, or the text is there and nobody sees it.

use super::scene::{Scene, signal};
use crate::baseline::trait_key;
use crate::extract::text::WRITINGS;
use crate::text::Arg;
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
            format!("mostly {} letters", WRITINGS[usual]),
            format!("mostly {} letters", WRITINGS[now]),
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
            "written the other way",
            format!("written from {direction}"),
        ));
    }
    let visible = scene.shares.visible;
    if form.measures.visible.least > 0.4
        && visible < 0.25 * form.measures.visible.least
        && scene.page.counts.hidden_text > 500
    {
        let percent = (visible * 100.0).round();
        let before = format!("at least {:.0}% of the text was to be seen", form.measures.visible.least * 100.0);
        out.push(signal(
            "text.hidden",
            0.75,
            vec![("percent", Arg::Number(percent))],
            before,
            format!("{percent}% of the text is to be seen"),
        ));
    }
}
