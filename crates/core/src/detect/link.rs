//! Links that lead elsewhere: all of them at once, hidden ones, and a block of them where none ever stood.

use rustc_hash::FxHashSet;

use super::scene::{Scene, number, shows, shows_count, signal, size, whole};
use super::who::Who;
use crate::baseline::form::Class;
use crate::extract::model::Link;
use crate::extract::name::{Sort, join};
use crate::text::Arg;
use crate::verdict::Signal;
use crate::watch::WatchKind;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let Some(form) = scene.form else { return };
    hijacked(scene, form.measures.foreign.most, out);
    hidden(scene, out);
    block(scene, out);
    scattered(scene, out);
    redirected(scene, out);
    moved(scene, out);
    program(scene, out);
}

/// What many hidden links to the outlet's own pages weigh.
const OWN_HIDDEN: f64 = 0.88;

/// What links to one stranger weigh in many of the page's own places.
const SCATTERED: f64 = 0.86;

fn stranger(scene: &Scene<'_>, link: &Link) -> bool {
    let domain = scene.domain(link.domain);
    !scene.knows_domain(link.domain, "link")
        && !scene.knows_domain(link.domain, "load")
        && matches!(scene.who(domain, link.domain), Who::Stranger | Who::Open | Who::Kin | Who::Twin)
}

/// Most links lead to one domain that never had them.
fn hijacked(scene: &Scene<'_>, usual: f64, out: &mut Vec<Signal>) {
    let share = scene.shares.foreign;
    let domain = scene.shares.foreign_domain;
    let to_it = scene.page.links.iter().filter(|link| link.domain == domain).count();
    let few = scene.look.kind == WatchKind::Admin && to_it >= 2 && share >= 0.5;
    let few = few || to_it >= 3 && share >= 0.6 && usual < 0.2;
    if share < 0.3
        || to_it < 5 && !few
        || share < usual + 0.2
        || scene.knows_domain(domain, "link") && share < usual + 0.5
    {
        return;
    }
    let name = scene.domain(domain).to_owned();
    if scene.who(&name, domain) == Who::Own {
        return;
    }
    let weight = if scene.knows_domain(domain, "link") { 0.5 } else { 0.9 };
    let args = vec![("count", Arg::Number(to_it as f64)), ("host", Arg::Foreign(name.clone()))];
    out.push(signal(
        "link.hijacked",
        weight,
        args,
        shows("links-home"),
        shows_count("links-lead-to", size(to_it)).with("host", whole(name)),
    ));
}

/// Hidden links to strangers.
fn hidden(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let strange: Vec<&Link> = scene
        .page
        .links
        .iter()
        .filter(|link| {
            link.hidden && link.domain != 0 && !scene.known(join(Sort::Link, link.path, 1)) && stranger(scene, link)
        })
        .collect();
    let domains: FxHashSet<u16> = strange.iter().map(|link| link.domain).collect();
    if strange.is_empty() {
        own_hidden(scene, out);
        return;
    }
    let weight = if domains.len() >= 2 || strange.len() >= 3 { 0.88 } else { 0.4 } * (1.0 - 0.3 * scene.stir);
    let name = scene.domain(strange[0].domain).to_owned();
    let args = vec![("count", Arg::Number(strange.len() as f64)), ("host", Arg::Foreign(name.clone()))];
    out.push(signal("link.hidden", weight, args, shows("no-hidden-strangers"), name));
}

/// Many hidden links in one place that never was, to the outlet's own addresses: pages that somebody put there to be found.
fn own_hidden(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let mut places: Vec<u64> = scene.page.links.iter().filter(|link| link.hidden).map(|link| link.path).collect();
    places.sort_unstable();
    let most = places.chunk_by(|a, b| a == b).filter(|run| !scene.known(join(Sort::Link, run[0], 1)));
    let Some(count) = most.map(<[u64]>::len).max().filter(|count| *count >= 8) else {
        return;
    };
    let weight = OWN_HIDDEN * (1.0 - 0.75 * scene.stir);
    if weight < 0.3 {
        return;
    }
    let args = vec![("count", Arg::Number(count as f64))];
    out.push(signal("link.buried", weight, args, shows("no-hidden-links"), shows_count("hidden-links", size(count))));
}

/// A block of links to strangers in a place that never was.
fn block(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let (_, last) = scene.anchors();
    let strange: Vec<&Link> = scene
        .page
        .links
        .iter()
        .filter(|link| !link.hidden && !scene.known(join(Sort::Link, link.path, 2)) && stranger(scene, link))
        .collect();
    let domains: FxHashSet<u16> = strange.iter().map(|link| link.domain).collect();
    if strange.is_empty() {
        return;
    }
    let tail = strange.iter().filter(|link| link.at > last).count();
    let rate = scene.baseline.memory().rates().links;
    let weight = match (domains.len(), tail) {
        (2.., 2..) => 0.85,
        (1, 3..) => 0.78,
        (_, 1..) => 0.7,
        (1, 0) if strange.len() >= 5 => 0.84 * (1.0 - 0.25 * rate),
        (3.., 0) => 0.6 * (1.0 - 0.6 * rate),
        _ => 0.3 * (1.0 - 0.8 * rate),
    } * (1.0 - 0.5 * scene.stir);
    if weight < 0.2 {
        return;
    }
    let name = scene.domain(strange[0].domain).to_owned();
    let args = vec![("count", Arg::Number(strange.len() as f64)), ("host", Arg::Foreign(name.clone()))];
    out.push(signal("link.block", weight, args, shows("no-links"), name));
}

/// Links to one domain that was never named, in several places where the page's own always stood.
fn scattered(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let shown = scene.page.links.iter().filter(|link| !link.hidden && link.domain != 0);
    let mut strange: Vec<(u16, u64)> =
        shown.filter(|link| stranger(scene, link)).map(|link| (link.domain, link.path)).collect();
    strange.sort_unstable();
    let runs =
        strange.chunk_by(|a, b| a.0 == b.0).map(|run| (run[0].0, run.len(), run.chunk_by(|a, b| a == b).count()));
    let Some((domain, count, places)) = runs.max_by_key(|(_, count, places)| (*places, *count)) else { return };
    if places < 2 || count < 4 {
        return;
    }
    let rate = scene.baseline.memory().rates().links;
    let weight = if places >= 3 { SCATTERED } else { 0.7 } * (1.0 - 0.3 * rate) * (1.0 - 0.5 * scene.stir);
    let host = scene.domain(domain).to_owned();
    let args = vec![("count", Arg::Number(count as f64)), ("host", Arg::Foreign(host.clone()))];
    out.push(signal("link.scattered", weight, args, shows("no-link-there"), host));
}

/// Links whose words stayed and whose address leads to a stranger now.
fn redirected(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.memory();
    let strange: Vec<&Link> = scene
        .page
        .links
        .iter()
        .filter(|link| link.text != 0 && link.domain != 0 && stranger(scene, link) && memory.said(link.text))
        .collect();
    if strange.is_empty() {
        return;
    }
    // Words that still lead where they led ("more", "read on") were only added once more.
    let elsewhere: FxHashSet<u64> =
        scene.page.links.iter().filter(|link| !stranger(scene, link)).map(|link| link.text).collect();
    let mut moved: Vec<&Link> = strange.into_iter().filter(|link| !elsewhere.contains(&link.text)).collect();
    // A few are what an outlet moves to another of its names.
    let kin = |link: &&Link| scene.who(scene.domain(link.domain), link.domain) == Who::Kin;
    if moved.iter().filter(|link| kin(link)).count() < 3 {
        moved.retain(|link| !kin(link));
    }
    let Some(first) = moved.first() else { return };
    // One is what outlets change themselves when a partner moves.
    let weight = if moved.len() >= 2 { 0.9 } else { 0.4 } * (1.0 - 0.4 * scene.stir);
    let host = scene.domain(first.domain).to_owned();
    let args = vec![("count", Arg::Number(moved.len() as f64)), ("host", Arg::Foreign(host.clone()))];
    out.push(signal("link.redirected", weight, args, shows("same-words-home"), host));
}

/// Headlines whose words stayed and that lead somewhere else within the outlet: to one page that leads on, or to nothing.
fn moved(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.memory();
    let headlines =
        scene.page.links.iter().filter(|link| link.is_headline() && link.domain == 0 && memory.said(link.text));
    let (mut stayed, mut moved) = (0, 0);
    for link in headlines {
        let seen = scene.form.is_some_and(|form| form.seen(Class::Link, link.key));
        if seen || memory.led(link.key, link.text) {
            stayed += 1;
        } else {
            moved += 1;
        }
    }
    if moved < 6 || moved < stayed * 2 {
        return;
    }
    let weight = 0.86 * (1.0 - 0.9 * scene.stir) * scene.fresh;
    if weight < 0.2 {
        return;
    }
    let args = vec![("count", Arg::Number(f64::from(moved)))];
    out.push(signal(
        "link.moved",
        weight,
        args,
        shows("headlines-stay"),
        shows_count("headlines-moved", moved).with("all", number(moved + stayed)),
    ));
}

/// A file that a computer runs, offered by a stranger where none ever was.
fn program(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let offered = scene.page.links.iter().find(|link| {
        link.program && link.domain != 0 && stranger(scene, link) && !scene.known(join(Sort::Link, link.path, 3))
    });
    if let Some(link) = offered {
        let host = scene.domain(link.domain).to_owned();
        let args = vec![("host", Arg::Foreign(host.clone()))];
        out.push(signal("link.program", 0.86 * (1.0 - 0.3 * scene.stir), args, shows("no-programs"), host));
    }
}
