//! A defacer's claim, by where it stands. A story about a hack is not a hack: what is linked as a story hardly counts.

use super::scene::{Scene, shows, signal};
use crate::evidence::Evidence;
use crate::extract::model::{Claim, ClaimAt};
use crate::text::Arg;
use crate::verdict::Signal;
use crate::watch::WatchKind;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let (first, _) = scene.anchors();
    let worst = scene
        .page
        .claims
        .iter()
        .filter(|claim| !scene.known(claim.key))
        .map(|claim| (weight(scene, claim, first), claim))
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    if let Some((weight, claim)) = worst.filter(|(weight, _)| *weight >= 0.1) {
        let kind = match claim.place {
            ClaimAt::Title => "wording.title",
            ClaimAt::Heading => "wording.heading",
            ClaimAt::Story | ClaimAt::Body => "wording.text",
        };
        let before: Evidence = match (claim.place, scene.baseline.memory().titles().last()) {
            (ClaimAt::Title, Some(title)) => title.as_str().into(),
            _ => shows("no-claim").into(),
        };
        out.push(signal(kind, weight, vec![("text", Arg::Foreign(claim.text.clone()))], before, claim.text.clone()));
    }
}

fn weight(scene: &Scene<'_>, claim: &Claim, first: u32) -> f64 {
    let page = scene.page;
    // A page that is little else than its claim.
    let bare = page.counts.links <= 12 && page.counts.text < 4000;
    let above = scene.form.is_some() && claim.at < first;
    // (on a bare page, above everything that never changes, elsewhere)
    // The title of a story is a headline.
    let place = match claim.place {
        ClaimAt::Title | ClaimAt::Heading if scene.look.kind == WatchKind::Article && scene.form.is_none() => {
            ClaimAt::Story
        }
        place => place,
    };
    let (on_bare, on_top, within) = match (place, claim.strong) {
        (ClaimAt::Title, true) => (0.92, 0.92, 0.92),
        (ClaimAt::Title, false) => (0.8, 0.6, 0.6),
        (ClaimAt::Heading, true) => (0.9, 0.8, 0.5),
        (ClaimAt::Heading, false) => (0.6, 0.6, 0.3),
        (ClaimAt::Body, true) => (0.85, 0.7, 0.3),
        (ClaimAt::Body, false) => (0.45, 0.5, 0.1),
        (ClaimAt::Story, true) => (0.7, 0.1, 0.1),
        (ClaimAt::Story, false) => (0.3, 0.0, 0.0),
    };
    if bare {
        on_bare
    } else if above {
        on_top
    } else {
        within
    }
}
