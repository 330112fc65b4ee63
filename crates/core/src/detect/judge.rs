//! The one place where signals become a verdict.
//!
//! Each signal belongs to the group that its kind begins with (`cover`, `source`…). Of a group the weightiest counts; the
//! groups add up as independent reasons do: score = 1 − ∏(1 − weight). So more evidence never lowers a verdict.

use std::collections::BTreeMap;

use super::scene::Scene;
use super::{
    Judged, Look, Special, availability, chain, charset, closed, collapse, cover, feed, fixed, headline, image,
    language, link, login, lost, missing, names, painted, picture, placed, planted, redirect, robots, script, sheet,
    sound, source, story, title, transport, values, vocabulary, wallet, wording,
};
use crate::baseline::{Baseline, STRONG};
use crate::extract::served::Served;
use crate::extract::{self, PageModel};
use crate::facts::Facts;
use crate::verdict::{Availability, Judgement, Severity, Signal, Verdict};
use crate::watch::{Expect, WatchKind};

/// From what score on it is an alarm.
pub const ALARM: f64 = 0.75;
/// From what score on it is a suspect.
pub const SUSPECT: f64 = 0.42;
/// Signals lighter than this are told only beside others.
const TOLD: f64 = 0.15;

/// From what weight on a cover is what is told first.
const STRONG_COVER: f64 = 0.5;

/// What is missing is explained where the page itself is not there; what is foreign is not.
const ABSENCE: [&str; 6] = ["collapse", "lost", "takeover", "title", "language", "robots"];

/// What looks at a page.
const PAGE: [fn(&Scene<'_>, &mut Vec<Signal>); 26] = [
    collapse::detect,
    lost::detect,
    title::detect,
    wording::detect,
    cover::detect,
    image::detect,
    source::detect,
    script::detect,
    link::detect,
    headline::detect,
    language::detect,
    login::detect,
    redirect::detect,
    placed::detect,
    robots::detect,
    sound::detect,
    vocabulary::detect,
    charset::detect,
    wallet::detect,
    sheet::detect,
    missing::detect,
    fixed::detect,
    painted::detect,
    planted::detect,
    picture::detect,
    transport::detect,
];

/// What somebody puts into a page, groups and kinds: where it is strong, only a release excuses it, and only so far that a person is asked.
const PUT: [&str; 8] = ["cover", "image", "script", "source", "takeover", "text.placed", "title", "wallet"];

/// A check for robots brings pictures and code of its own.
const CHALLENGE: [&str; 2] = ["image", "script"];

/// Kinds of signals that are worth a look today and wake nobody: an alarm of these alone is a warning. One story that is gone
/// may have been taken back; many at once are counted where all stories are known.
const WARNINGS: [&[&str]; 3] = [
    &chain::WARNINGS,
    &["login.vanished", "names.differ", "names.mail", "panel.gone", "story.deleted"],
    &["values.no-match"],
];

pub(super) fn judge(look: &Look<'_>, baseline: &Baseline) -> Judged {
    match (look.kind, look.expect) {
        (WatchKind::Tls, _) => special(chain::detect(look, baseline)),
        (WatchKind::Dns, _) => special(names::detect(look, baseline)),
        (WatchKind::Article, _) => story::judge(look, baseline),
        (WatchKind::Admin, Some(Expect::Json)) => special(values::detect(look, baseline)),
        (WatchKind::Admin, Some(Expect::Denied | Expect::Gone)) => special(closed::detect(look, baseline)),
        _ => page(look, baseline),
    }
}

/// Judges what is no page.
fn special(saw: Special) -> Judged {
    let Special { facts, signals, availability, unavailable, ready } = saw;
    let judgement = verdict(signals, availability, unavailable, ready);
    Judged { judgement, page: PageModel::default(), parts: Vec::new(), facts, excused: false }
}

fn page(look: &Look<'_>, baseline: &Baseline) -> Judged {
    let feed = look.kind == WatchKind::Feed;
    let page = if feed {
        PageModel { served: Served::of(look.url, look.headers), ..extract::extract_feed(look.text, look.url) }
    } else {
        extract::extract_answer(look.text, look.url, look.headers, look.ignore)
    };
    let mut scene = Scene::new(look, &page, baseline);
    let detectors: &[fn(&Scene<'_>, &mut Vec<Signal>)] =
        if feed { &[feed::detect, redirect::detect, transport::detect] } else { &PAGE };
    let (mut signals, excused) = signals(&mut scene, detectors);
    let (kind, mut unavailable) = availability::of(&scene);
    if feed && unavailable.is_none() {
        unavailable = feed::unread(&scene);
    }
    let kinds = |kind: &str| signals.iter().any(|signal| signal.kind == kind);
    // That the login page is not there explains what is missing of it, where that is an error or another page of the site's.
    if kinds("login.vanished") && (unavailable.is_some() || !kinds("takeover.page")) {
        signals.retain(|signal| !ABSENCE.contains(&group(&signal.kind)));
    }
    let judgement = verdict(signals, kind, unavailable, baseline.ready());
    Judged { judgement, page, parts: look.parts.seen.to_vec(), facts: Facts::Page, excused }
}

/// What detectors say of a page, and whether only a release of it keeps something in it from being strong.
pub(super) fn signals(scene: &mut Scene<'_>, detectors: &[fn(&Scene<'_>, &mut Vec<Signal>)]) -> (Vec<Signal>, bool) {
    let detect = |scene: &Scene<'_>| {
        let mut signals = Vec::new();
        for detect in detectors {
            detect(scene, &mut signals);
        }
        signals
    };
    let mut signals = detect(scene);
    if !scene.excuses() {
        return (signals, false);
    }
    scene.excuse_by_release();
    let released = detect(scene);
    scene.excuse_by_time();
    let excused = bound_excuse(&mut signals, &released, detect(scene));
    (signals, excused)
}

/// Lets what would be strong by itself be excused by a release alone, and no further than to a suspicion: `released` are the
/// same signals with nothing else excused, `whole` with not even that. Whether there was any.
fn bound_excuse(signals: &mut Vec<Signal>, released: &[Signal], whole: Vec<Signal>) -> bool {
    let mut any = false;
    let put = |kind: &str| PUT.contains(&group(kind)) || PUT.contains(&kind);
    for strong in whole.into_iter().filter(|signal| signal.weight >= STRONG && put(&signal.kind)) {
        let released = released.iter().find(|signal| signal.kind == strong.kind).map_or(0.0, |signal| signal.weight);
        let weight = released.max(SUSPECT);
        any |= weight < STRONG;
        match signals.iter_mut().find(|signal| signal.kind == strong.kind) {
            Some(signal) => signal.weight = signal.weight.max(weight),
            None => signals.push(Signal { weight, ..strong }),
        }
    }
    any
}

/// Turns signals into a verdict.
pub(super) fn verdict(
    mut signals: Vec<Signal>,
    availability: Availability,
    unavailable: Option<Signal>,
    ready: bool,
) -> Judgement {
    if let Some(unavailable) = unavailable {
        let explained = |signal: &&Signal| {
            let group = group(&signal.kind);
            ABSENCE.contains(&group) || availability == Availability::RobotCheck && CHALLENGE.contains(&group)
        };
        let present: Vec<Signal> = signals.iter().filter(|signal| !explained(signal)).cloned().collect();
        if !alarms(&present) {
            let score = unavailable.weight;
            return Judgement {
                verdict: Verdict::Inconclusive,
                severity: Severity::Info,
                score,
                signals: vec![unavailable],
                availability,
            };
        }
        signals.push(unavailable);
    }
    let total = score(&signals);
    let alarms = alarms(&signals);
    signals.retain(|signal| signal.weight >= TOLD);
    signals.sort_by(|a, b| plainer(b).total_cmp(&plainer(a)).then_with(|| a.kind.cmp(&b.kind)));
    let verdict = if alarms {
        Verdict::Alarm
    } else if !ready {
        Verdict::Learning
    } else if total >= SUSPECT {
        Verdict::Suspect
    } else {
        Verdict::Normal
    };
    let wakes = |signal: &&Signal| !WARNINGS.iter().any(|kinds| kinds.contains(&signal.kind.as_str()));
    let urgent: Vec<Signal> = signals.iter().filter(wakes).cloned().collect();
    let severity = match verdict {
        // What is only worth a warning never takes the urgency from what stands beside it.
        Verdict::Alarm if score(&urgent) >= SUSPECT => Severity::Critical,
        Verdict::Alarm | Verdict::Suspect => Severity::Warning,
        _ => Severity::Info,
    };
    if matches!(verdict, Verdict::Learning) {
        signals.clear();
    }
    Judgement { verdict, severity, score: total, signals, availability }
}

/// What a person is told first: the weightiest; but of what covers the page and what else is new there, the cover, which
/// they see when they look.
fn plainer(signal: &Signal) -> f64 {
    let lead = if group(&signal.kind) == "cover" && signal.weight >= STRONG_COVER { 1.0 } else { 0.0 };
    signal.weight + lead
}

/// Whether signals make an alarm. Many light reasons together are a release or a redesign: an alarm has one that would be a
/// suspicion by itself.
pub(super) fn alarms(signals: &[Signal]) -> bool {
    score(signals) >= ALARM && signals.iter().any(|signal| signal.weight >= SUSPECT)
}

pub(super) fn group(kind: &str) -> &str {
    kind.split('.').next().unwrap_or(kind)
}

/// What signals add up to, 0 to 1.
pub(super) fn score(signals: &[Signal]) -> f64 {
    let mut groups: BTreeMap<&str, f64> = BTreeMap::new();
    for signal in signals {
        let most = groups.entry(group(&signal.kind)).or_default();
        *most = most.max(signal.weight);
    }
    1.0 - groups.values().map(|weight| 1.0 - weight).product::<f64>()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::scene::signal;
    use super::*;

    const KINDS: [&str; 8] = [
        "cover.picture",
        "source.script",
        "source.frame",
        "lost.page",
        "title.replaced",
        "wording.text",
        "collapse.page",
        "image.top",
    ];

    fn signals() -> impl Strategy<Value = Vec<Signal>> {
        let one = (prop::sample::select(&KINDS[..]), 0.0..1.0)
            .prop_map(|(kind, weight)| signal(kind, weight, Vec::new(), "a", "b"));
        prop::collection::vec(one, 0..8)
    }

    fn rank(verdict: Verdict) -> u8 {
        match verdict {
            Verdict::Normal | Verdict::Learning => 0,
            Verdict::Inconclusive => 1,
            Verdict::Suspect => 2,
            Verdict::Alarm => 3,
        }
    }

    proptest! {
        #[test]
        fn more_evidence_never_lowers_the_verdict(some in signals(), more in signals(), away: bool, ready: bool) {
            let unavailable = || away.then(|| signal("availability.error", 0.3, Vec::new(), "a", "b"));
            let kind = if away { Availability::Error } else { Availability::Up };
            let less = verdict(some.clone(), kind, unavailable(), ready);
            let all = verdict(some.into_iter().chain(more).collect(), kind, unavailable(), ready);
            prop_assert!(rank(all.verdict) >= rank(less.verdict), "{less:?} {all:?}");
            prop_assert!(all.score >= less.score - 1e-9);
            prop_assert!(all.verdict != Verdict::Alarm && all.verdict != Verdict::Suspect || !all.signals.is_empty());
        }
    }
}
