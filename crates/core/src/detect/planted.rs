//! The page's own scripts: what was added to one that is known, or what a new one does. Large bundles change with every
//! release, so only what is new in a script counts, and least where all of it is.

use super::scene::{Scene, shows, signal};
use super::who::Who;
use crate::baseline::domain_known;
use crate::extract::script::Traits;
use crate::parts::{Facts, Part, PartKind, ScriptFile};
use crate::text::Arg;
use crate::verdict::Signal;

/// Up to this many new pieces, or this share of all, something was added to a script; beyond, it was made anew.
const ADDED: usize = 4;
const SHARE: usize = 5;
/// The most pieces of a new script that is small.
const SMALL: usize = 8;

/// What is new in a script.
struct New<'a> {
    part: &'a Part,
    does: Traits,
    /// A host that it aims at and never named, which nothing vouches for; one that it only names.
    aims: Option<&'a str>,
    names: Option<&'a str>,
    change: Change,
}

#[derive(Clone, Copy, PartialEq)]
enum Change {
    /// Little of a known script is new.
    Added,
    /// A known script was made anew.
    Remade,
    /// It was never there; whether it is small.
    Never(bool),
}

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() || !scene.baseline.parts().ready() {
        return;
    }
    let worst = scene
        .look
        .parts
        .seen
        .iter()
        .filter_map(|seen| if let Facts::Script(script) = &*seen.facts { Some((seen, script)) } else { None })
        .filter_map(|(seen, script)| new(scene, &seen.part, &seen.facts, script))
        .map(|new| (weigh(scene, &new), new))
        .max_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
    let Some(((weight, kind), new)) = worst.filter(|((weight, _), _)| *weight >= 0.2) else { return };
    let host = new.aims.or(new.names).unwrap_or("none");
    let args = vec![("file", Arg::Foreign(new.part.file())), ("host", Arg::Foreign(host.to_owned()))];
    let before = match new.change {
        Change::Never(_) => shows("no-script"),
        Change::Added | Change::Remade => shows("script-harmless"),
    };
    let after = if host == "none" { new.part.url.path().to_owned() } else { host.to_owned() };
    out.push(signal(kind, weight, args, before, after));
}

fn new<'a>(scene: &Scene<'_>, part: &'a Part, facts: &Facts, script: &'a ScriptFile) -> Option<New<'a>> {
    let known = scene.baseline.parts().get(PartKind::Script, part.key);
    if known.is_some_and(|known| known.has(facts)) {
        return None;
    }
    let fresh = || script.pieces.iter().filter(|piece| !known.is_some_and(|known| known.has_piece(piece.hash)));
    let (count, all) = (fresh().count(), script.pieces.len());
    let change = match known {
        None => Change::Never(all <= SMALL),
        Some(_) if count <= ADDED || count * SHARE <= all => Change::Added,
        Some(_) => Change::Remade,
    };
    let does = fresh().fold(Traits::default(), |all, piece| all.and(piece.traits));
    // A piece holds what stood around the addition too: what it did before is not new.
    let did = known.map_or_else(Traits::default, |known| {
        let there = |piece: u32| script.pieces.iter().any(|now| now.hash == piece);
        known.traits(|piece| change == Change::Remade || !there(piece))
    });
    let strange = |host: &&String| {
        !known.is_some_and(|known| known.has_host(host))
            && matches!(scene.who_named(host), Who::Stranger | Who::Open | Who::Twin)
            && !domain_known(scene.baseline, host)
    };
    Some(New {
        part,
        does: Traits(does.0 & !did.0),
        aims: script.aims.iter().find(strange).map(String::as_str),
        names: script.hosts.iter().find(strange).map(String::as_str),
        change,
    })
}

fn weigh(scene: &Scene<'_>, new: &New<'_>) -> (f64, &'static str) {
    let does = new.does;
    let strange = new.aims.is_some() || new.names.is_some();
    let reaches = Traits::LOADS.and(Traits::SENDS).and(Traits::WRITES).and(Traits::REDIRECTS).and(Traits::REPLACES);
    let grounds = [
        (0.88, "planted.loads", new.aims.is_some()),
        (0.88, "planted.replaces", does.has(Traits::REPLACES)),
        (0.86, "planted.packed", does.has(Traits::PACKED)),
        (0.86, "planted.packed", does.has(Traits::DECODES) && does.any(Traits::RUNS)),
        (0.9, "planted.packed", does.has(Traits::MINES)),
        (0.86, "planted.redirects", does.has(Traits::REDIRECTS) && strange),
        (0.86, "planted.reads", does.has(Traits::READS_FIELDS) && does.any(Traits::SENDS) && strange),
        (0.8, "planted.loads", new.names.is_some() && does.any(reaches)),
        (0.6, "planted.rewrites", does.has(Traits::HIDES) || does.has(Traits::HEADLINES.and(Traits::WRITES))),
        (0.5, "planted.redirects", does.has(Traits::REDIRECTS)),
        (0.5, "planted.reads", does.has(Traits::READS_FIELDS.and(Traits::SENDS))),
        (0.05, "planted.changed", true),
    ];
    let (danger, kind) = grounds
        .into_iter()
        .filter(|(.., holds)| *holds)
        .fold((0.0, "planted.changed"), |most, (weight, kind, _)| if weight > most.0 { (weight, kind) } else { most });
    let share = match new.change {
        Change::Added => 1.0 - 0.25 * scene.stir,
        // With a release come new companies, and libraries that do everything.
        Change::Remade if new.aims.is_some() => 0.55,
        Change::Remade => 0.4,
        Change::Never(true) => 0.95 * (1.0 - 0.5 * scene.stir),
        Change::Never(false) => 0.5,
    };
    (danger * share, kind)
}
