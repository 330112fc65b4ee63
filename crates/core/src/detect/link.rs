//! Links that lead elsewhere: all of them at once, hidden ones, and a block of them where none ever stood.

use rustc_hash::FxHashSet;

use super::scene::{Scene, signal};
use super::who::Who;
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
}

fn stranger(scene: &Scene<'_>, link: &Link) -> bool {
    let domain = scene.domain(link.domain);
    !scene.knows_domain(link.domain, "link")
        && !scene.knows_domain(link.domain, "load")
        && matches!(scene.who(domain, link.domain), Who::Stranger | Who::Open | Who::Kin)
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
        "links led to the outlet's own pages",
        format!("{to_it} links lead to {name}"),
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
        return;
    }
    let weight = if domains.len() >= 2 || strange.len() >= 3 { 0.88 } else { 0.6 } * (1.0 - 0.3 * scene.stir);
    let name = scene.domain(strange[0].domain).to_owned();
    let args = vec![("count", Arg::Number(strange.len() as f64)), ("host", Arg::Foreign(name.clone()))];
    out.push(signal("link.hidden", weight, args, "no hidden links to strangers", name));
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
        (1, 3..) => 0.75,
        (_, 1..) => 0.62,
        (3.., 0) => 0.6 * (1.0 - 0.6 * rate),
        _ => 0.3 * (1.0 - 0.8 * rate),
    } * (1.0 - 0.3 * scene.stir);
    if weight < 0.2 {
        return;
    }
    let name = scene.domain(strange[0].domain).to_owned();
    let args = vec![("count", Arg::Number(strange.len() as f64)), ("host", Arg::Foreign(name.clone()))];
    out.push(signal("link.block", weight, args, "no links stood there", name));
}
