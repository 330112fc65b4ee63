//! What should be closed: a panel that refuses whoever asks (`denied`), something that is not there (`gone`).
//!
//! Open is what answers in any other way. A login page is as good as a refusal where it was always so. An error, too many
//! requests or a robot check say nothing.

use super::scene::{Scene, number, shows, signal, whole};
use super::{Look, Special, availability, wording};
use crate::baseline::Baseline;
use crate::extract;
use crate::facts::Facts;
use crate::facts::closed::Way;
use crate::text::Arg;
use crate::verdict::{Availability, Signal};
use crate::watch::Expect;

/// What should be closed, and opens.
const OPEN: f64 = 0.9;
/// What should refuse, and is not there.
const GONE: f64 = 0.8;

/// How it is closed, compared with what should be and what always was.
pub(super) fn detect(look: &Look<'_>, baseline: &Baseline) -> Special {
    let page = extract::extract(look.text, look.url, look.ignore);
    let scene = Scene::new(look, &page, baseline);
    let known = baseline.closed();
    let (kind, unavailable) = availability::of(&scene);
    let way = match (look.status, kind) {
        (_, Availability::RobotCheck | Availability::Maintenance) => Way::Unseen,
        (401 | 403, _) => Way::Denied,
        (404 | 410, _) => Way::Gone,
        (200..=399, _) if page.counts.passwords > 0 => Way::Login,
        (200..=399, _) => Way::Open,
        _ => Way::Unseen,
    };
    let wanted = match look.expect {
        Some(Expect::Gone) => way == Way::Gone,
        // A page that asks for a password lets nobody in, either; where it took the place of a refusal, it is new.
        _ => way == Way::Denied || way == Way::Login && !known.has(Way::Denied),
    };
    let mut signals = Vec::new();
    // What a defacer writes into a page of refusal is a defacement.
    wording::detect(&scene, &mut signals);
    if !wanted && way != Way::Unseen && !known.has(way) {
        signals.push(open(look, way, &page));
    }
    let seen = way != Way::Unseen;
    Special {
        facts: Facts::Closed(way),
        signals,
        // How it refuses is what is wanted of it: it is there.
        availability: if seen { Availability::Up } else { kind_unseen(kind) },
        unavailable: if seen { None } else { unavailable.or_else(|| Some(unanswering(look))) },
        ready: known.ready() || wanted,
    }
}

fn kind_unseen(kind: Availability) -> Availability {
    if kind == Availability::Up { Availability::Error } else { kind }
}

/// A status that means nothing here.
fn unanswering(look: &Look<'_>) -> Signal {
    let args = vec![("status", Arg::Number(f64::from(look.status)))];
    signal(
        "availability.error",
        0.3,
        args,
        shows("refused-or-gone"),
        shows("status").with("status", number(look.status)),
    )
}

/// It is not closed as it should be, with what is to be seen there now.
fn open(look: &Look<'_>, way: Way, page: &extract::PageModel) -> Signal {
    let shown = [&page.title, &page.lead].into_iter().find(|text| !text.trim().is_empty());
    let shown =
        shown.map_or_else(|| look.text.chars().take(80).collect(), |text| text.chars().take(120).collect::<String>());
    let after = shows("status-text").with("status", number(look.status)).with("text", whole(shown));
    match (look.expect, way) {
        (Some(Expect::Gone), Way::Denied | Way::Login) => {
            signal("panel.back", OPEN, Vec::new(), shows("not-there"), after)
        }
        (Some(Expect::Gone), _) => signal("panel.open", OPEN, Vec::new(), shows("not-there"), after),
        (_, Way::Gone) => signal("panel.gone", GONE, Vec::new(), shows("refused"), after),
        (_, Way::Login) => signal("panel.login", OPEN, Vec::new(), shows("refused"), after),
        _ => signal("panel.open", OPEN, Vec::new(), shows("refused"), after),
    }
}
