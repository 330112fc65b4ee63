//! Login pages: one that opens, or is gone; one that sends what is typed elsewhere, or asks for something else; and a
//! password that is asked for where none ever was.

use memchr::memmem;

use super::availability;
use super::scene::{Scene, number, shows, signal, whole};
use crate::baseline::form::Class;
use crate::baseline::login::form;
use crate::baseline::trait_key;
use crate::evidence::Evidence;
use crate::extract::login::LoginForm;
use crate::extract::model::{Role, Source};
use crate::text::Arg;
use crate::verdict::{Availability, Signal};
use crate::watch::{Expect, WatchKind};

/// What a password field weighs that readers see on a page that never asked for one.
const SHOWN: f64 = 0.82;
/// What one weighs that they do not see.
const HIDDEN: f64 = 0.5;
/// What it weighs that the page opens without a login.
const OPEN: f64 = 0.9;
/// What it weighs that the login page is not there.
const VANISHED: f64 = 0.8;
/// What it weighs that what is typed goes another way than it always did.
const TURNED: f64 = 0.86;
/// A password that anybody on the way can read.
const PLAIN: f64 = 0.9;
/// A second factor that is not asked for any more.
const FACTOR: f64 = 0.85;
/// Another field that is gone, and one that is new: sites add and drop these.
const FIELD_GONE: f64 = 0.45;
const FIELD_NEW: f64 = 0.3;
/// How much less it counts where much else of the page's own came with it.
const WITH_A_RELEASE: f64 = 0.45;

/// What only a page behind the login says: the way out of it.
const INSIDE: [&str; 18] = [
    "logout",
    "log-out",
    "log_out",
    "log out",
    "logoff",
    "signout",
    "sign-out",
    "sign_out",
    "sign out",
    "dashboard",
    "abmelden",
    "déconnexion",
    "cerrar sesión",
    "çıxış",
    "çıkış yap",
    "выйти",
    "выход",
    "تسجيل الخروج",
];
/// What names of fields for a second factor hold.
const FACTORS: [&str; 9] =
    ["otp", "totp", "2fa", "mfa", "twofactor", "two_factor", "two-factor", "authcode", "verification"];

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.look.kind != WatchKind::Admin {
        added(scene, out);
        return;
    }
    match form(scene.page) {
        Some(form) => changed(scene, form, out),
        None if scene.page.counts.passwords == 0 => gone(scene, out),
        None => {}
    }
}

/// There is no password field on a page that should have one.
fn gone(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let before = || shows("asks-password");
    let always = scene.form.is_some_and(|form| form.measures.passwords.least >= 0.99);
    let wanted = always || scene.look.expect == Some(Expect::Login);
    if !wanted || scene.baseline.login().may_vanish() {
        return;
    }
    let status = scene.look.status;
    let vanished = |how: &str, after: Evidence, out: &mut Vec<Signal>| {
        out.push(signal("login.vanished", VANISHED, vec![("how", Arg::Own(how.to_owned()))], before(), after));
    };
    if matches!(status, 404 | 410) {
        return vanished("missing", shows("status").with("status", number(status)).into(), out);
    }
    if !(200..300).contains(&status) || !scene.page.markup && scene.look.expect == Some(Expect::Login) {
        return;
    }
    let inside = inside(scene.look.text);
    // A check for robots or a page of maintenance in its place says nothing; what is inside says so itself.
    if !inside && availability::of(scene).0 != Availability::Up {
        return;
    }
    if !inside && elsewhere(scene) {
        let (url, title) = (scene.look.url.as_str(), &scene.page.title);
        return vanished("another", format!("{url}: {title}").into(), out);
    }
    out.push(signal(
        "login.open",
        OPEN,
        Vec::new(),
        before(),
        shows("no-password").with("title", whole(&scene.page.title)),
    ));
}

/// Whether the text holds what only a page behind a login does.
fn inside(text: &str) -> bool {
    let text = text.to_lowercase();
    INSIDE.iter().any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// Whether another page answers: the front page, or one that has little of what the login page always had.
fn elsewhere(scene: &Scene<'_>) -> bool {
    let (asked, answered) = (scene.look.asked, scene.look.url);
    let sent_home = answered.path() == "/" && asked.path() != "/";
    let little = scene.lost(Class::Token, 8).is_some_and(|lost| lost > 0.6);
    sent_home || little
}

/// The form is there, and not as it always was.
fn changed(scene: &Scene<'_>, form: &LoginForm, out: &mut Vec<Signal>) {
    let known = scene.baseline.login();
    let calm = 1.0 - WITH_A_RELEASE * scene.stir;
    let own = form.target.starts_with('/');
    // Where it goes to a stranger, `source` says so.
    if let Some(target) = known.target().filter(|target| *target != form.target && own) {
        let args = vec![("target", Arg::Foreign(form.target.clone()))];
        out.push(signal("login.target", TURNED * calm, args, target, form.target.clone()));
    }
    if known.never_plain() && form.plain {
        out.push(signal("login.plain", PLAIN, Vec::new(), shows("over-https"), shows("over-http")));
    }
    if known.always_post() && !form.post {
        out.push(signal("login.method", TURNED * calm, Vec::new(), shows("by-post"), shows("by-get")));
    }
    for field in known.always().filter(|field| form.fields.binary_search_by(|own| own.as_str().cmp(field)).is_err()) {
        let factor = FACTORS.iter().any(|word| field.contains(word));
        let (kind, weight) =
            if factor { ("login.factor-gone", FACTOR) } else { ("login.field-gone", FIELD_GONE * calm) };
        let args = vec![("field", Arg::Foreign(field.to_owned()))];
        out.push(signal(kind, weight, args, field, shows("not-there")));
    }
    if known.ready()
        && let Some(field) = form.fields.iter().find(|field| !known.had(field))
    {
        let args = vec![("field", Arg::Foreign(field.clone()))];
        out.push(signal("login.field-new", FIELD_NEW * calm, args, shows("never-asked"), field.clone()));
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
        out.push(signal("login.added", weight, Vec::new(), shows("nobody-asked"), shows("password-field")));
    }
}
