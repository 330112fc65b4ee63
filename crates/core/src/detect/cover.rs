//! What covers the page or hides it, and was never there.

use super::scene::{Scene, shows, signal};
use super::who::Who;
use crate::evidence::Evidence;
use crate::extract::model::{Claim, ClaimAt, Cover, Covering, Source};
use crate::extract::name::{Address, address};
use crate::extract::text;
use crate::text::Arg;
use crate::verdict::Signal;

/// What a cover weighs that asks for something of the outlet's own: a suspicion.
const ASKS: f64 = 0.48;
/// How many elements after its own belong to what stays in view, which is small, or to the picture that covers.
const INSIDE: u32 = 15;
/// What words weigh that stay in view while the page is read.
const BAR: f64 = 0.8;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let worst = scene
        .page
        .covers
        .iter()
        .filter(|cover| !scene.known(cover.key) || claims_anew(scene, cover))
        .map(|cover| (weight(scene, cover), cover))
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    if let Some((weight, cover)) = worst.filter(|(weight, _)| *weight >= 0.25) {
        let kind = match cover.covering {
            Covering::Element if cover.picture => "cover.picture",
            Covering::Element => "cover.element",
            Covering::Frame => "cover.frame",
            Covering::Hides => "cover.hidden",
            Covering::Fills => "cover.pushed",
            Covering::MadeUp => "cover.made-up",
            Covering::Bar | Covering::Box => "cover.bar",
        };
        let text = vec![("text", Arg::Foreign(cover.text.clone()))];
        out.push(signal(kind, weight, text, shows("uncovered"), shown(scene, cover)));
    }
}

/// Whether a cover says now what a defacer does: it is not what it was, though it stands where it stood.
fn claims_anew(scene: &Scene<'_>, cover: &Cover) -> bool {
    let anew = |claim: &Claim| !scene.known(claim.key) && claim.place != ClaimAt::Story;
    scene.page.claims.iter().any(|claim| claim.at >= cover.at && claim.at < cover.at + INSIDE && anew(claim))
}

/// What of a cover is shown, so that another in its place is another: its words; else the picture in it; else how large it is.
fn shown(scene: &Scene<'_>, cover: &Cover) -> Evidence {
    if !cover.text.is_empty() {
        return cover.text.as_str().into();
    }
    let inside = |at: u32| at >= cover.at && at < cover.at + INSIDE;
    match scene.page.images.iter().find(|image| cover.picture && !image.hidden && inside(image.at)) {
        Some(image) => image.url.clone().into(),
        None => shows("large-element").into(),
    }
}

pub(super) fn weight(scene: &Scene<'_>, cover: &Cover) -> f64 {
    let inside = |at: u32| at >= cover.at && at < cover.at + 40;
    let claimed = scene.page.claims.iter().any(|claim| inside(claim.at));
    if scene.form.is_none() {
        // From the first look: what covers and claims, and a page that is nothing but a foreign frame.
        let bare = scene.page.counts.text < 400 && scene.page.counts.links < 5;
        let claims_strongly = |claim: &Claim| inside(claim.at) && claim.strong && claim.place != ClaimAt::Story;
        return match cover.covering {
            _ if scene.page.claims.iter().any(claims_strongly) => 0.9,
            Covering::Frame if bare && foreign_frame(scene, cover) => 0.8,
            // Menus, dialogues and skins lie over pages by their style sheets, until a script shows them.
            Covering::Element if cover.picture && cover.inline => 0.8,
            _ => 0.0,
        };
    }
    let weight = match cover.covering {
        Covering::Frame if foreign_frame(scene, cover) => 0.95,
        Covering::Frame if third_party(scene, cover) => 0.65,
        // Nobody's own page lies over their own front page.
        Covering::Frame => 0.82,
        Covering::Element if claimed || cover.frame => 0.95,
        Covering::Element if asks(scene, cover) => ASKS,
        Covering::Element if cover.picture => 0.88,
        Covering::Element if !cover.text.is_empty() => {
            if cover.inline {
                0.86
            } else {
                0.84
            }
        }
        Covering::Element => 0.35,
        Covering::Hides => 0.88,
        // As high as the view and above all that never changes: nothing of the page is seen before one scrolls.
        Covering::Fills if cover.at < scene.anchors().0 => {
            if cover.frame {
                0.9
            } else {
                0.82
            }
        }
        Covering::Fills => 0.3,
        Covering::MadeUp if cover.inline => 0.9,
        Covering::MadeUp if !cover.text.is_empty() => 0.82,
        Covering::MadeUp => 0.5,
        Covering::Bar | Covering::Box if cover.text.is_empty() => 0.0,
        Covering::Bar if only_says(scene, cover) => BAR,
        Covering::Bar | Covering::Box if foreign_inside(scene, cover) => BAR,
        Covering::Bar | Covering::Box => 0.0,
    };
    // A release brings rules that hide a part until a script shows it.
    weight * (1.0 - if cover.covering == Covering::Hides { 0.75 } else { 0.35 } * scene.stir)
}

/// Whether a cover asks for consent, or for a subscription or a login, and leads to nobody else: a button or a field of the
/// outlet's own, and the words that such pages have.
fn asks(scene: &Scene<'_>, cover: &Cover) -> bool {
    let within = |at: u32| at >= cover.at && at < cover.at + 30;
    let foreign = |source: &&Source| within(source.at) && source.domain != 0;
    scene.page.asks.iter().any(|at| within(*at))
        && text::asks(&cover.text)
        && !scene.page.sources.iter().any(|source| foreign(&source))
        && !scene
            .page
            .links
            .iter()
            .any(|link| within(link.at) && link.domain != 0 && !scene.knows_domain(link.domain, "link"))
        && !scene.page.images.iter().any(|image| within(image.at) && !image.logo && image.wide)
}

/// Whether a bar has words and nothing to click: menus, notices and invitations have something.
fn only_says(scene: &Scene<'_>, cover: &Cover) -> bool {
    let within = |at: u32| at >= cover.at && at < cover.at + INSIDE;
    let page = scene.page;
    !page.links.iter().any(|link| within(link.at)) && !page.asks.iter().any(|at| within(*at))
}

/// Whether something within a cover leads to or shows what is a stranger's.
fn foreign_inside(scene: &Scene<'_>, cover: &Cover) -> bool {
    let within = |at: u32| at >= cover.at && at < cover.at + INSIDE;
    let strange = |domain: u16| {
        domain != 0
            && !["link", "load", "picture", "form"].iter().any(|role| scene.knows_domain(domain, role))
            && matches!(scene.who(scene.domain(domain), domain), Who::Stranger | Who::Open | Who::Twin)
    };
    let page = scene.page;
    page.links.iter().any(|link| within(link.at) && strange(link.domain))
        || page.images.iter().any(|image| within(image.at) && strange(image.domain))
        || page.sources.iter().any(|source| within(source.at) && strange(source.domain))
}

fn third_party(scene: &Scene<'_>, cover: &Cover) -> bool {
    matches!(address(&cover.text), Address::Host { host, .. } if matches!(scene.who_named(&host.to_ascii_lowercase()), Who::ThirdParty(_)))
}

fn foreign_frame(scene: &Scene<'_>, cover: &Cover) -> bool {
    match address(&cover.text) {
        Address::Host { host, .. } => {
            !matches!(scene.who_named(&host.to_ascii_lowercase()), Who::Own | Who::ThirdParty(_))
        }
        _ => false,
    }
}
