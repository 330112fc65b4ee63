//! How the page was served: whether its encryption was lost, and whether what protects its readers, or what answers, is
//! another than it always was. Losing encryption is an alarm. The rest changes with every move to another server: each is a
//! hint beside other signals, and all together a suspicion that is learned when it stands.

use super::scene::{Scene, signal};
use crate::text::Arg;
use crate::verdict::Signal;

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
    if !served.headers {
        return;
    }
    if served.noindex && known.never_noindex() {
        out.push(signal("robots.header", 0.88 * calm, Vec::new(), "to be found by search engines", "noindex"));
    }
    let mut hints: Vec<(&str, Vec<(&str, Arg)>, String, &str)> = Vec::new();
    if !served.hsts && known.always_hsts() {
        hints.push(("transport.hsts", Vec::new(), "Strict-Transport-Security".to_owned(), ""));
    }
    if !served.csp && known.always_csp() {
        hints.push(("transport.csp", Vec::new(), "Content-Security-Policy".to_owned(), ""));
    }
    let another = |known: Option<&[String]>, now: &str| {
        known.filter(|known| !known.is_empty() && !known.iter().any(|name| name == now)).map(|known| known.join(", "))
    };
    let server = another(known.servers(), &served.server).map(|before| (before, &served.server));
    let powered = || another(known.powered(), &served.powered).map(|before| (before, &served.powered));
    if let Some((before, now)) = server.or_else(powered) {
        hints.push(("transport.server", vec![("server", Arg::Foreign(now.clone()))], before, now));
    }
    if let Some(before) = another(known.hosts(), &served.host) {
        hints.push(("transport.host", vec![("host", Arg::Foreign(served.host.clone()))], before, &served.host));
    }
    let weight = HINTS[hints.len().min(HINTS.len() - 1)] * (1.0 - scene.stir);
    for (kind, args, before, after) in hints {
        out.push(signal(kind, weight, args, before, after));
    }
}
