//! What always stood the same in its place says or leads to something else: the motto, the footer's lines, the outlet's accounts
//! elsewhere, its canonical address.
//!
//! On ordinary pages one such place changes now and then, several at once hardly ever (docs/accuracy.md has the counts). So one
//! is no suspicion by itself, each page's own rate counts, and how lately it was looked at.

use super::scene::{Scene, shows_count, signal, size};
use crate::baseline::fixed::{Changed, FOUNDED, Holds};
use crate::text::Arg;
use crate::verdict::Signal;

/// How much less it counts with a release.
const WITH_A_RELEASE: f64 = 0.75;
/// How much a page's own rate of such changes takes off: with one in three looks nothing is left.
const OF_ITSELF: f64 = 3.0;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let (changed, same) = scene.baseline.fixed().changed(scene.page, FOUNDED);
    let rates = scene.baseline.memory().rates();
    let calm = 1.0 - WITH_A_RELEASE * scene.stir;
    for (holds, kind) in [(Holds::Words, "fixed.words"), (Holds::Link, "fixed.link"), (Holds::Address, "fixed.address")]
    {
        let of: Vec<&Changed> = changed.iter().filter(|changed| changed.holds == holds).collect();
        let Some(longest) = of.iter().map(|changed| changed.looks).max() else { continue };
        let usual = match holds {
            Holds::Words => rates.fixed_words,
            Holds::Link => rates.fixed_links,
            Holds::Address => 0.0,
        };
        let weight = match (holds, of.len()) {
            (Holds::Address, _) => 0.8,
            (Holds::Words | Holds::Link, 1) => 0.38 * scene.fresh,
            (Holds::Words, 2) => 0.65 * scene.fresh,
            (Holds::Words, _) => 0.78 * scene.fresh,
            (Holds::Link, _) => 0.82 * scene.fresh,
        };
        let weight = weight * calm * (1.0 - OF_ITSELF * usual).max(0.0);
        if weight < 0.2 {
            continue;
        }
        let args = vec![("count", Arg::Number(of.len() as f64)), ("looks", Arg::Number(f64::from(longest)))];
        let before = shows_count("same-for", longest);
        let after = shows_count("changed-of", size(of.len())).with("same", Arg::Number(size(same)));
        out.push(signal(kind, weight, args, before, after));
    }
}
