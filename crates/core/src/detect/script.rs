//! Inline scripts of a shape that was never on the page, weighed by what they do and whom they name.

use super::scene::{Scene, shows_count, signal, size};
use super::who::Who;
use crate::baseline::{FIRST_LOOKS, domain_key, domain_known};
use crate::extract::model::Script;
use crate::extract::script::Traits;
use crate::verdict::Signal;

/// From what likeness on a script is a known one with something added, not another one of its kind.
const ALTERED: f64 = 0.8;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() {
        return;
    }
    let rate = scene.baseline.memory().rates().inline;
    let mut worst: Option<(f64, &Script)> = None;
    for script in &scene.page.scripts {
        let likeness = scene.baseline.known().likeness(script);
        // A known script that loads from, sends to or leads to a stranger now is not the known script any more.
        let led = script.aims.iter().find(|host| strange(scene, host) && !scene.known(domain_key(host, "aim")));
        let altered = led.is_some() && likeness >= ALTERED;
        if likeness >= 0.5 && !altered {
            continue;
        }
        let (danger, likeness) = if altered { (0.86, 0.0) } else { (danger(scene, script), likeness) };
        // A page that writes new scripts every day has to do something worse; so has a release.
        let used = if scene.baseline.looks() > FIRST_LOOKS { rate } else { rate * 0.7 };
        let excused = (1.0 - 0.25 * used) * (1.0 - 0.28 * scene.stir) * (1.0 - 0.4 * (likeness - 0.2).max(0.0));
        // What unpacks itself and takes the page over is no feature, whatever else came with it.
        let takes_over = script.traits.has(Traits::DECODES.and(Traits::REPLACES)) && likeness < 0.3;
        let weight = danger * if takes_over { excused.max(0.85) } else { excused };
        if worst.is_none_or(|(most, _)| weight > most) {
            worst = Some((weight, script));
        }
    }
    if let Some((weight, script)) = worst.filter(|(weight, _)| *weight >= 0.2) {
        let kind = kind(script.traits);
        let known = scene.page.scripts.len().saturating_sub(scene.novelty.inline as usize);
        let before = shows_count("no-script-like", size(known));
        out.push(signal(kind, weight, Vec::new(), before, script.text.clone()));
    }
}

/// How dangerous a new script is by what it does, 0 to 1.
fn danger(scene: &Scene<'_>, script: &Script) -> f64 {
    let does = script.traits;
    let (mut strangers, mut open) = (0, 0);
    for host in &script.hosts {
        if strange(scene, host) {
            match scene.who_named(host) {
                Who::Open => open += 1,
                _ => strangers += 1,
            }
        }
    }
    let strange = strangers > 0 || open > 0;
    let changes = Traits::REPLACES.and(Traits::WRITES).and(Traits::RUNS);
    // Most new scripts do nothing out of the ordinary; a short one that came alone was put there by hand.
    let alone = scene.novelty.inline == 1 && scene.novelty.own_sources == 0;
    let short = (40..1500).contains(&script.len) && alone;
    let mut danger: f64 = if short { 0.4 } else { 0.1 };
    let mut grounds = 0;
    let mut at_least = |weight: f64, holds: bool| {
        if holds {
            danger = danger.max(weight);
            grounds += i32::from(weight >= 0.75);
        }
    };
    at_least(0.92, does.has(Traits::DECODES.and(Traits::REPLACES)));
    at_least(0.85, does.has(Traits::REPLACES));
    at_least(0.88, does.has(Traits::PACKED));
    at_least(0.88, does.has(Traits::DECODES) && does.any(Traits::RUNS));
    at_least(0.8, does.has(Traits::DECODES) && does.any(changes) && script.identifiers < 30);
    at_least(0.9, does.has(Traits::MINES));
    at_least(0.85, does.has(Traits::PAYMENT) && does.any(Traits::READS_FIELDS.and(Traits::SENDS)));
    at_least(0.78, does.has(Traits::READS_FIELDS.and(Traits::SENDS)));
    at_least(0.85, does.has(Traits::HEADLINES.and(Traits::WRITES)));
    // Scripts go through links and texts for much; one that changes all of them and nothing else is short.
    at_least(if script.identifiers < 30 { 0.85 } else { 0.4 }, changes_all(does));
    at_least(if script.identifiers < 12 { 0.84 } else { 0.6 }, does.has(Traits::HIDES));
    // Messages to readers' screens need one of the outlet's own; so does who wants to stay.
    at_least(if short && strange { 0.8 } else { 0.68 }, does.has(Traits::STAYS));
    // Nobody presses a button for a handler that runs by itself.
    at_least(
        0.88,
        script.handler
            && (strange || does.any(Traits::RUNS.and(Traits::LOADS).and(Traits::REDIRECTS).and(Traits::DECODES))),
    );
    at_least(0.85, does.has(Traits::REDIRECTS) && strange);
    at_least(0.55, does.has(Traits::REDIRECTS));
    let aimed = script.aims.iter().any(|host| self::strange(scene, host));
    at_least(0.82, aimed || strange && does.any(Traits::LOADS.and(Traits::SENDS).and(Traits::WRITES)));
    at_least(0.6, strange);
    let says = does.has(Traits::ALERTS) && script.len < 300;
    at_least(0.5, says);
    at_least(0.8, says && alone && script.identifiers < 12);
    at_least(if script.identifiers < 30 { 0.6 } else { 0.4 }, does.has(Traits::RUNS));
    at_least(0.45, does.has(Traits::STYLES) && script.len < 3000);
    at_least(0.3, does.any(Traits::LOADS));
    // Several grounds at once are no feature.
    if grounds > 1 { danger.max(0.95) } else { danger }
}

/// Whether nothing vouches for a host that a script names.
fn strange(scene: &Scene<'_>, host: &str) -> bool {
    matches!(scene.who_named(host), Who::Open | Who::Stranger | Who::Twin) && !domain_known(scene.baseline, host)
}

/// Whether it goes through everything of a kind and changes it or takes it out.
fn changes_all(does: Traits) -> bool {
    does.any(Traits::HEADLINES.and(Traits::EVERYTHING)) && does.any(Traits::WRITES.and(Traits::REMOVES))
}

/// What is said of it.
fn kind(traits: Traits) -> &'static str {
    if traits.has(Traits::REPLACES) {
        "script.replaces"
    } else if traits.has(Traits::PACKED) || traits.has(Traits::DECODES) {
        "script.packed"
    } else if traits.has(Traits::REDIRECTS) {
        "script.redirects"
    } else if traits.has(Traits::HIDES) || changes_all(traits) {
        "script.rewrites"
    } else if traits.has(Traits::STAYS) {
        "script.stays"
    } else if traits.any(Traits::READS_FIELDS.and(Traits::PAYMENT)) {
        "script.reads"
    } else {
        "script.new"
    }
}
