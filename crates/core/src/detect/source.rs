//! Scripts, frames, objects, styles, form targets, base, refresh and canonical address from somewhere they never came
//! from: weighed by who it is, where it stands and whether it came alone.

use super::scene::{Scene, shows, shows_count, signal, size};
use super::who::Who;
use crate::baseline::form::Class;
use crate::evidence::Evidence;
use crate::extract::model::{Role, Source};
use crate::text::Arg;
use crate::verdict::Signal;
use crate::watch::WatchKind;

/// A source of a stranger that comes alone.
const STRANGER: f64 = 0.88;
/// A file of the page's own that was uploaded, loaded as code or style.
const OWN_UPLOAD: f64 = 0.8;
/// A form that led to the outlet itself and leads to a stranger now.
const TURNED: f64 = 0.82;
/// How much less it counts where much else of the page's own came with it.
const WITH_A_RELEASE: f64 = 0.45;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let mut told: Vec<(Role, u16)> = Vec::new();
    for source in &scene.page.sources {
        if scene.known(source.key) || told.contains(&(source.role, source.domain)) {
            continue;
        }
        let weight = match source.role {
            Role::Script | Role::Frame | Role::Object => executing(scene, source),
            Role::Style => style(scene, source),
            Role::Form => form(scene, source),
            Role::Base => foreign(scene, source, 0.93),
            Role::Refresh if source.domain == 0 => moved(scene, source),
            Role::Refresh => foreign(scene, source, if source.strong { 0.95 } else { 0.8 }),
            // The icon is what a tab shows beside the title.
            Role::Canonical | Role::Elsewhere | Role::Icon => address(scene, source),
            Role::Media | Role::Hint => 0.0,
        };
        if weight < 0.2 {
            continue;
        }
        told.push((source.role, source.domain));
        let hosts = scene.baseline.memory().hosts().count();
        let before: Evidence = match source.role {
            Role::Form => shows("forms-elsewhere").into(),
            Role::Base | Role::Refresh => shows("none").into(),
            Role::Canonical | Role::Elsewhere | Role::Icon => scene.domain(0).into(),
            _ => shows_count("never-loaded", size(hosts)).into(),
        };
        let host = if source.host.is_empty() { scene.domain(0).to_owned() } else { source.host.clone() };
        out.push(signal(
            &format!("source.{}", source.role.as_str()),
            weight,
            vec![("host", Arg::Foreign(host))],
            before,
            source.url.clone(),
        ));
    }
}

/// Whether nothing vouches for a source's host: not the page, not its history, not a list.
fn strange(scene: &Scene<'_>, source: &Source) -> bool {
    matches!(scene.who(&source.host, source.domain), Who::Stranger | Who::Open | Who::Kin | Who::Twin)
}

fn executing(scene: &Scene<'_>, source: &Source) -> f64 {
    let Some(_) = scene.form else { return 0.0 };
    let who = scene.who(&source.host, source.domain);
    let known = scene.knows_domain(source.domain, "load");
    let alone = 1.0 - WITH_A_RELEASE * scene.stir;
    let wedged = source.place.wedged && source.role == Role::Script;
    let weight = match who {
        Who::Own => uploaded(scene, source),
        Who::ThirdParty(_) => 0.1,
        // Anyone can add a file to a host that the page already trusts for another.
        Who::Open if known => 0.35,
        _ if known => 0.0,
        Who::Kin => 0.5,
        Who::Open | Who::Stranger | Who::Twin => STRANGER,
    };
    // A frame that readers see is how ordinary pages embed; one that they do not see, or that covers the page, is not.
    let (first, last) = scene.anchors();
    let weight = match source.role == Role::Frame && !source.place.hidden {
        true if who == Who::Open && !known => weight,
        true if source.at > first && source.at < last => weight * 0.75,
        true => weight * 0.84,
        false => weight,
    };
    if wedged && weight >= 0.35 {
        return (weight + 0.1).min(0.97);
    }
    weight * alone
}

/// A file of the page's own, alone, from a folder that nothing of its kind ever came from, after all that never changes:
/// who can upload a file can have it loaded.
fn uploaded(scene: &Scene<'_>, source: &Source) -> f64 {
    let (_, last) = scene.anchors();
    let alone = scene.novelty.own_sources <= 1;
    let apart = source.at > last || source.place.wedged;
    if !alone || source.url.is_empty() || scene.known(source.folder) {
        0.0
    } else if apart {
        OWN_UPLOAD
    } else {
        0.4
    }
}

fn style(scene: &Scene<'_>, source: &Source) -> f64 {
    if scene.form.is_some() && source.domain == 0 && source.role == Role::Style {
        return uploaded(scene, source) * (1.0 - WITH_A_RELEASE * scene.stir);
    }
    let known = scene.knows_domain(source.domain, "load") || scene.form.is_none();
    if known || !strange(scene, source) {
        return 0.0;
    }
    // Style sheets belong to the head; one that is put into the page itself, by a stranger and alone, paints over it.
    let weight = if source.place.head { 0.72 } else { 0.9 };
    weight * (1.0 - 0.7 * scene.stir)
}

/// The page sends its readers on within seconds, to another place of its own: where the message waits.
fn moved(scene: &Scene<'_>, source: &Source) -> f64 {
    let itself = source.url.trim_matches('/').is_empty() || source.url.ends_with(scene.look.url.path());
    if scene.form.is_none() || !source.strong || itself { 0.0 } else { 0.84 * (1.0 - WITH_A_RELEASE * scene.stir) }
}

/// Where the page says that it, or a part of its face, is to be found: at a stranger's, who has nothing to do with it.
fn address(scene: &Scene<'_>, source: &Source) -> f64 {
    let related = ["link", "load", "picture", "canonical", "elsewhere", "icon"]
        .iter()
        .any(|role| scene.knows_domain(source.domain, role));
    let stranger = matches!(scene.who(&source.host, source.domain), Who::Stranger | Who::Open | Who::Twin) && !related;
    foreign(scene, source, if stranger { 0.9 } else { 0.45 }) * (1.0 - WITH_A_RELEASE * scene.stir)
}

fn form(scene: &Scene<'_>, source: &Source) -> f64 {
    let known = scene.knows_domain(source.domain, "form") || scene.form.is_none();
    if known || !strange(scene, source) {
        return 0.0;
    }
    let forms = scene.page.sources.iter().filter(|other| other.role == Role::Form);
    let (there, all) =
        forms.fold((0, 0), |(there, all), other| (there + i32::from(other.domain == source.domain), all + 1));
    if source.strong || scene.look.kind == WatchKind::Admin {
        0.95
    } else if all > 1 && there == all {
        0.85
    } else {
        // A form more is a newsletter's; one that was turned takes the place of the outlet's own.
        let (there, of) = scene.kept[Class::Source as usize];
        let weight = if there < of { TURNED } else { 0.6 };
        weight * (1.0 - WITH_A_RELEASE * scene.stir)
    }
}

fn foreign(scene: &Scene<'_>, source: &Source, weight: f64) -> f64 {
    let known = scene.knows_domain(source.domain, source.role.as_str());
    let ours = source.domain == 0 || scene.who(&source.host, source.domain) == Who::Own;
    // On the first look nothing is known: only what hands the reader away at once is told.
    let first = scene.form.is_none() && !(source.role == Role::Refresh && source.strong);
    if known || ours || first { 0.0 } else { weight }
}
