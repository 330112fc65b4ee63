//! Login pages and closed panels: a password field that is gone, a panel that opens.

use super::scene::{Scene, signal};
use crate::baseline::trait_key;
use crate::verdict::Signal;
use crate::watch::{Expect, WatchKind};

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
        // Where it is sent to a stranger the form itself says so; to the outlet's own address it may be a way in for readers.
        let weight = 0.5 * (1.0 - 0.45 * scene.stir);
        out.push(signal("login.added", weight, Vec::new(), "nobody was asked for a password", "a password field"));
    }
}
