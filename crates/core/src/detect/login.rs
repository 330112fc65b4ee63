//! Login pages and closed panels: a password field that is gone, a panel that opens.

use super::scene::{Scene, signal};
use crate::baseline::trait_key;
use crate::extract::model::{Role, Source};
use crate::verdict::Signal;
use crate::watch::{Expect, WatchKind};

/// What a password field weighs that readers see on a page that never asked for one.
const SHOWN: f64 = 0.82;
/// What one weighs that they do not see.
const HIDDEN: f64 = 0.5;

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.look.kind != WatchKind::Admin {
        added(scene, out);
        return;
    }
    let passwords = scene.page.counts.passwords;
    let answered = (200..300).contains(&scene.look.status);
    match scene.look.expect {
        Some(Expect::Denied | Expect::Gone) if answered => {
            out.push(signal(
                "panel.open",
                0.9,
                Vec::new(),
                "refused, or not there",
                format!("answered with {}", scene.look.status),
            ));
        }
        Some(Expect::Login) if answered && passwords == 0 && scene.page.markup => {
            out.push(signal("login.open", 0.9, Vec::new(), "a page that asks for a password", "no password field"));
        }
        _ => {
            let always = scene.form.is_some_and(|form| form.measures.passwords.least >= 0.99);
            if always && passwords == 0 && answered {
                out.push(signal("login.open", 0.9, Vec::new(), "a page that asks for a password", "no password field"));
            }
        }
    }
}

/// A page that never asked for a password does.
fn added(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_some() && scene.page.counts.passwords > 0 && !scene.known(trait_key("password")) {
        // What is not shown yet may be a way in for readers; where it is sent to a stranger the form itself says so.
        let asking = |source: &&Source| source.role == Role::Form && source.strong;
        let mut forms = scene.page.sources.iter().filter(asking).peekable();
        let hidden = forms.peek().is_some() && forms.all(|form| form.place.hidden);
        let weight = if hidden { HIDDEN } else { SHOWN } * (1.0 - 0.45 * scene.stir);
        out.push(signal("login.added", weight, Vec::new(), "nobody was asked for a password", "a password field"));
    }
}
