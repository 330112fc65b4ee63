//! How the page was served: whether its encryption was lost, whether browsers still show it as a page, and whether what protects
//! its readers, or what answers, is another than it always was. The first two are alarms. The rest changes with every move to another server: each is a
//! hint beside other signals, and all together a suspicion that is learned when it stands.

use super::scene::{Scene, shows, signal};
use crate::text::Arg;
use crate::verdict::Signal;
use crate::watch::WatchKind;

/// What hints of the same look weigh, by how many there are.
const HINTS: [f64; 5] = [0.15, 0.2, 0.3, 0.45, 0.5];

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let served = &scene.page.served;
    let known = scene.baseline.transport();
    if !scene.baseline.ready() {
        return;
    }
    let calm = 1.0 - 0.45 * scene.stir;
    if !served.https && scene.look.asked.scheme() == "https" && known.always_encrypted() {
        let after = format!("http://{}", served.host);
        out.push(signal("transport.plain", 0.88 * calm, Vec::new(), format!("https://{}", served.host), after));
    }
    // An error says what it likes in whatever form.
    let answers = (200..300).contains(&scene.look.status) && scene.look.kind != WatchKind::Feed;
    if let Some(said) = served.unshown.as_ref().filter(|_| answers && known.always_shown()) {
        let args = vec![("said", Arg::Foreign(said.clone()))];
        out.push(signal("transport.unshown", 0.88 * calm, args, shows("page-itself"), said.clone()));
    }
    if !served.headers {
        return;
    }
    if served.noindex && known.never_noindex() {
        out.push(signal("robots.header", 0.88 * calm, Vec::new(), shows("to-be-found"), "noindex"));
    }
    let mut hints = Vec::new();
    let mut hint = |kind: &'static str, arg: Option<(&'static str, &str)>, before: &str| {
        let after = arg.map_or("", |(_, after)| after).to_owned();
        let args = arg.map(|(name, text)| (name, Arg::Foreign(text.to_owned())));
        hints.push((kind, args, before.to_owned(), after));
    };
    if !served.hsts && known.always_hsts() {
        hint("transport.hsts", None, "Strict-Transport-Security");
    }
    if !served.csp && known.always_csp() {
        hint("transport.csp", None, "Content-Security-Policy");
    }
    let another = |known: Option<&[String]>, now: &str| {
        known.filter(|known| !known.is_empty() && !known.iter().any(|name| name == now)).map(|known| known.join(", "))
    };
    if let Some(before) = another(known.servers(), &served.server) {
        hint("transport.server", Some(("server", &served.server)), &before);
    } else if let Some(before) = another(known.powered(), &served.powered) {
        hint("transport.server", Some(("server", &served.powered)), &before);
    }
    if let Some(before) = another(known.hosts(), &served.host) {
        hint("transport.host", Some(("host", &served.host)), &before);
    }
    let weight = HINTS[hints.len().min(HINTS.len() - 1)] * (1.0 - scene.stir);
    for (kind, arg, before, after) in hints {
        out.push(signal(kind, weight, arg.into_iter().collect(), before, after));
    }
}
