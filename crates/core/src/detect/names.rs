//! A host's names: who serves them, where they lead, who takes the mail.
//!
//! Whoever controls a name controls the site, whatever stands on its servers. What is judged is ownership, not the single
//! server: other servers of the same registrable domain, other addresses in a known network and other lifetimes are ordinary.
//! What cannot be told from a laptop behind a portal is inconclusive, never an alarm.

use super::scene::{shows, signal};
use super::{Look, Special};
use crate::baseline::Baseline;
use crate::baseline::names::{Known, Role};
use crate::facts::Facts;
use crate::facts::names::{Names, View};
use crate::text::Arg;
use crate::verdict::{Availability, Signal};

/// How many names or addresses stand in a reason.
const SHOWN: usize = 8;
/// Networks that nobody knows are a suspicion by themselves: sites do move. With another reason they are an alarm.
const MOVED: f64 = 0.5;
const MOVED_WITH_REASON: f64 = 0.8;
/// In which share of the looks a network may be new before that is what this name does: one in twenty.
const TURNS: f64 = 0.05;
/// What is left of a new network where the pool turns: told beside others, no suspicion.
const TURNED: f64 = 0.2;

/// Reads what the look saw and compares it with what is normal.
pub(super) fn detect(look: &Look<'_>, baseline: &Baseline) -> Special {
    let known = baseline.names();
    let ready = baseline.ready() && known.ready();
    let Some(names) = Names::read(look.text) else {
        let unread = signal("names.unread", 0.3, Vec::new(), shows("answers"), shows("something-else"));
        return special(Names::default(), Vec::new(), Some(unread), ready);
    };
    let about = |kind, text: String| {
        signal(kind, 0.3, vec![("name", foreign(&names.host)), ("now", foreign(&text))], known.addresses(), text)
    };
    let (captured, views): (Vec<&View>, Vec<&View>) =
        names.resolvers.iter().partition(|view| known.ready() && known.captured(view));
    let tells = |view: &&View| view.denies() || view.addresses().next().is_some();
    let mut signals = Vec::new();
    let mut unavailable = None;
    if !views.iter().any(tells) {
        let shown = listed(captured.iter().flat_map(|view| view.addresses()).map(|ip| ip.to_string()));
        unavailable = Some(if captured.is_empty() {
            Signal { after: shows("no-usable-answer").into(), ..about("names.unanswered", String::new()) }
        } else {
            about("names.private", shown)
        });
    }
    if ready {
        let case = Case { names: &names, known, views };
        case.servers(&mut signals);
        case.mail(&mut signals);
        case.places(&mut signals);
    }
    special(names, signals, unavailable, ready)
}

fn special(names: Names, signals: Vec<Signal>, unavailable: Option<Signal>, ready: bool) -> Special {
    Special { facts: Facts::Names(names), signals, availability: Availability::Up, unavailable, ready }
}

/// Answers to be judged: those that no portal gave.
struct Case<'a> {
    names: &'a Names,
    known: &'a Known,
    views: Vec<&'a View>,
}

impl Case<'_> {
    /// The names in a role whose owners were never seen there.
    fn unknown<'v>(&'v self, role: &Role, of: fn(&View) -> &[String]) -> Vec<&'v String> {
        let mut new: Vec<&String> =
            self.views.iter().flat_map(|view| of(view)).filter(|name| !role.has(name)).collect();
        new.sort_unstable();
        new.dedup();
        new
    }

    fn reason(&self, kind: &str, weight: f64, before: String, now: String) -> Signal {
        let args = vec![("name", foreign(&self.names.domain)), ("now", foreign(&now)), ("before", foreign(&before))];
        signal(kind, weight, args, before, now)
    }

    fn servers(&self, signals: &mut Vec<Signal>) {
        let role = self.known.servers();
        let new = self.unknown(role, |view| view.ns.found());
        if role.is_known() && !new.is_empty() {
            // Beside those that were there before, every so many readers ask the new ones.
            let kept = self.views.iter().flat_map(|view| view.ns.found()).any(|name| role.has(name));
            let weight = if kept { 0.8 } else { 0.9 };
            signals.push(self.reason("names.servers", weight, role.before(), listed(new)));
        }
    }

    fn mail(&self, signals: &mut Vec<Signal>) {
        let role = self.known.mail();
        let new = self.unknown(role, |view| view.mx.found());
        if !new.is_empty() {
            // Where no mail went before, a newsroom has begun to take mail.
            let weight = if role.is_known() { 0.78 } else { 0.3 };
            signals.push(self.reason("names.mail", weight, role.before(), listed(new)));
        }
    }

    /// Where the host leads: nowhere, on to another name, into another network.
    fn places(&self, signals: &mut Vec<Signal>) {
        let leads: Vec<&View> = self.views.iter().copied().filter(|view| view.addresses().next().is_some()).collect();
        let denying: Vec<&View> = self.views.iter().copied().filter(|view| view.denies()).collect();
        if leads.is_empty() {
            if !denying.is_empty() {
                let gone = self.reason("names.vanished", 0.85, self.known.addresses(), String::new());
                signals.push(Signal { after: shows("no-such-name").into(), ..gone });
            }
            return;
        }
        if let Some(view) = denying.first() {
            let denied = self.differ("names.denied", 0.5, view, String::new());
            signals.push(Signal { after: shows("no-such-name").into(), ..denied });
        }
        let alias = self.unknown(self.known.alias(), |view| &view.alias);
        let strange = |view: &View| view.addresses().all(|address| !self.known.leads_to(address));
        let (foreign, own): (Vec<&View>, Vec<&View>) = leads.iter().partition(|view| strange(view));
        let turns = self.known.novelty() >= TURNS;
        let shown = |views: &[&View]| {
            let new = views.iter().flat_map(|view| view.addresses()).filter(|ip| !self.known.leads_to(*ip));
            listed(new.map(|ip| ip.to_string()))
        };
        let with_reason = signals.iter().any(|signal| signal.kind == "names.servers") || !alias.is_empty();
        if !alias.is_empty() {
            let moved = own.is_empty() && !turns;
            let weight = if moved { MOVED_WITH_REASON } else { MOVED };
            signals.push(self.reason("names.alias", weight, self.known.alias().before(), listed(alias)));
        }
        match (foreign.first(), own.is_empty()) {
            (None, _) => {
                // Beside known ones, an address in a new network is a light reason: pools grow.
                let now = shown(&own);
                if !now.is_empty() {
                    let weight = if with_reason && !turns { MOVED } else { TURNED };
                    signals.push(self.reason("names.address", weight, self.known.addresses(), now));
                }
            }
            (Some(_), true) => {
                let weight = match (turns, with_reason) {
                    (true, _) => TURNED,
                    (false, true) => MOVED_WITH_REASON,
                    (false, false) => MOVED,
                };
                signals.push(self.reason("names.address", weight, self.known.addresses(), shown(&foreign)));
            }
            (Some(view), false) => {
                // A network of readers elsewhere is new by turns where the name is served from many places.
                let weight = if turns { TURNED } else { 0.78 };
                signals.push(self.differ("names.differ", weight, view, shown(&[view])));
            }
        }
    }

    fn differ(&self, kind: &str, weight: f64, view: &View, now: String) -> Signal {
        let args = vec![("name", foreign(&self.names.host)), ("now", foreign(&now)), ("resolver", foreign(&view.at))];
        let others: Vec<String> = self
            .views
            .iter()
            .filter(|other| other.at != view.at)
            .flat_map(|other| other.addresses())
            .map(|ip| ip.to_string())
            .collect();
        let before = if others.is_empty() { self.known.addresses() } else { listed(others) };
        signal(kind, weight, args, before, now)
    }
}

fn foreign(text: &str) -> Arg {
    Arg::Foreign(text.to_owned())
}

/// Names or addresses in a row, the first few.
fn listed(all: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut all: Vec<String> = all.into_iter().map(|one| one.as_ref().to_owned()).collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(SHOWN);
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use url::Url;

    use crate::baseline::Baseline;
    use crate::detect::{Judged, Look, judge};
    use crate::observation::Headers;
    use crate::parts::Parts;
    use crate::verdict::{Severity, Verdict};
    use crate::watch::WatchKind;

    fn see(text: &str, baseline: &Baseline, at: Timestamp) -> Judged {
        let url = Url::parse("https://report.az/").unwrap();
        let headers = Headers::default();
        let parts = Parts { seen: &[], pictures: &[] };
        let look = Look {
            kind: WatchKind::Dns,
            expect: None,
            values: &[],
            asked: &url,
            url: &url,
            chain: &[],
            status: 200,
            headers: &headers,
            text,
            at,
            ignore: &[],
            parts,
        };
        judge(&look, baseline)
    }

    fn list(names: &str) -> String {
        match names {
            "?" => "\"failed\"".to_owned(),
            "!" => "\"no_such_name\"".to_owned(),
            "" => "\"empty\"".to_owned(),
            _ => format!("{{\"found\":[\"{}\"]}}", names.replace(' ', "\",\"")),
        }
    }

    /// A resolver's view: addresses, alias, name servers, mail exchangers, and whether it answers for others.
    fn view([a, alias, ns, mx, top]: [&str; 5]) -> String {
        let alias = if alias.is_empty() { String::new() } else { format!("\"{alias}\"") };
        let [a, ns, mx, top] = [a, ns, mx, top].map(list);
        format!(r#"{{"at":"r","a":{a},"aaaa":"empty","alias":[{alias}],"ns":{ns},"mx":{mx},"top":{top}}}"#)
    }

    fn document(views: &[[&str; 5]]) -> String {
        let views: Vec<String> = views.iter().map(|one| view(*one)).collect();
        format!(r#"{{"host":"report.az","domain":"report.az","resolvers":[{}]}}"#, views.join(","))
    }

    const HOME: [&str; 5] = ["5.6.1.1", "cdn.host.az", "ns1.host.az ns2.host.az", "mx.post.az", "a.tld.az"];

    fn learned(views: &[[&str; 5]]) -> Baseline {
        let mut baseline = Baseline::default();
        for minute in 0..4 {
            let at = Timestamp::from_second(minute * 60).unwrap();
            let judged = see(&document(views), &baseline, at);
            baseline.learn(&judged, at);
        }
        baseline
    }

    #[test]
    fn what_changes_of_a_name_is_told_from_what_turns() {
        let [a, alias, ns, mx, top] = HOME;
        let evil = "ns1.evil.com ns2.evil.com";
        let table: &[(&[[&str; 5]], Verdict, &str)] = &[
            (&[HOME], Verdict::Normal, ""),
            (&[["5.6.9.9", alias, ns, mx, top]], Verdict::Normal, ""),
            (&[[a, alias, "ns7.host.az", mx, top]], Verdict::Normal, ""),
            (&[[a, alias, evil, mx, top]], Verdict::Alarm, "names.servers"),
            (&[["9.9.1.1", "", evil, mx, top]], Verdict::Alarm, "names.servers"),
            (&[[a, alias, "xn--hst-sna.az", mx, top]], Verdict::Alarm, "names.servers"),
            (&[["9.9.1.1", alias, ns, mx, top]], Verdict::Suspect, "names.address"),
            (&[[a, "pages.evil.com", ns, mx, top]], Verdict::Suspect, "names.alias"),
            (&[["9.9.1.1", "pages.evil.com", ns, mx, top]], Verdict::Alarm, "names.address"),
            (&[[a, alias, ns, "mx.evil.com", top]], Verdict::Alarm, "names.mail"),
            (&[["!", "", "!", "!", top]], Verdict::Alarm, "names.vanished"),
            // A portal without a connection denies everything, the top-level domain too.
            (&[["!", "", "!", "!", "!"]], Verdict::Inconclusive, "names.unanswered"),
            (&[["?", "", "?", "?", "?"]], Verdict::Inconclusive, "names.unanswered"),
            (&[["10.0.0.1", "", evil, "", ""]], Verdict::Inconclusive, "names.private"),
            (&[["10.0.0.1", "", "", "", ""], HOME], Verdict::Normal, ""),
            (&[["9.9.1.1", alias, ns, mx, top], HOME], Verdict::Alarm, "names.differ"),
            (&[["!", "", ns, mx, top], HOME], Verdict::Suspect, "names.denied"),
            (&[[a, alias, "?", "?", "?"]], Verdict::Normal, ""),
        ];
        let baseline = learned(&[HOME]);
        for (views, verdict, kind) in table {
            let judgement = see(&document(views), &baseline, Timestamp::from_second(600).unwrap()).judgement;
            let first = judgement.signals.first().map_or("", |signal| signal.kind.as_str());
            assert_eq!((judgement.verdict, first), (*verdict, *kind), "{views:?}: {judgement:?}");
            let urgent = !["names.mail", "names.differ"].contains(kind);
            if *verdict == Verdict::Alarm {
                assert_eq!(judgement.severity == Severity::Critical, urgent, "{views:?}");
            }
        }
        let unread = see("<html>", &baseline, Timestamp::UNIX_EPOCH).judgement;
        assert_eq!(unread.verdict, Verdict::Inconclusive);
    }

    #[test]
    fn a_pool_that_turns_through_many_networks_settles() {
        let mut baseline = Baseline::default();
        let mut bad = 0;
        for minute in 0..200_u32 {
            let four: Vec<String> = (0..4).map(|n| format!("5.{}.1.1", (minute * 7 + n * 3) % 40)).collect();
            let [_, alias, ns, mx, top] = HOME;
            let at = Timestamp::from_second(i64::from(minute) * 60).unwrap();
            let judged = see(&document(&[[&four.join(" "), alias, ns, mx, top]]), &baseline, at);
            bad += u32::from(matches!(judged.judgement.verdict, Verdict::Suspect | Verdict::Alarm));
            baseline.learn(&judged, at);
        }
        assert_eq!(bad, 0);
    }
}
