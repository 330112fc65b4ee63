//! Style sheets in the page itself that never were there: who gets one in can paint, hide and turn all of it.
//! Ordinary pages hardly ever bring one of new words without a release: docs/accuracy.md has the counts.

use super::scene::{Scene, shows_count, signal, size};
use crate::extract::model::PageSheet;
use crate::verdict::Signal;

/// Up to what likeness a sheet is another one, not a known one with something changed.
const ALIKE: f64 = 0.5;
/// A sheet with rules for the page or for every element of a kind.
const SWEEPING: f64 = 0.86;
/// A sheet with rules for what it names.
const NAMED: f64 = 0.3;
/// How much less a sheet counts that came with code of its own: then it is a part of something.
const WITH_CODE: f64 = 0.3;
/// How much less it counts that came with a release.
const WITH_A_RELEASE: f64 = 0.75;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let known = scene.baseline.known();
    let new = scene.page.sheets.iter().filter(|sheet| known.sheet_likeness(sheet) < ALIKE);
    let weigh = |sheet: &PageSheet| if sheet.sweeping { SWEEPING } else { NAMED };
    let Some((weight, sheet)) = new.map(|sheet| (weigh(sheet), sheet)).max_by(|(a, _), (b, _)| a.total_cmp(b)) else {
        return;
    };
    let with_code = scene.novelty.inline > 0 || scene.novelty.own_sources > 0;
    let weight = weight * (1.0 - WITH_A_RELEASE * scene.stir) * (1.0 - if with_code { WITH_CODE } else { 0.0 });
    if weight >= 0.2 {
        let before = shows_count("no-sheet-like", size(scene.page.sheets.len() - 1));
        out.push(signal("style.new", weight, Vec::new(), before, sheet.text.clone()));
    }
}
