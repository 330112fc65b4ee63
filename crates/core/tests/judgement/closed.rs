//! What should refuse, and what should not be there.

use crate::common::{Answer, Watch, at, kinds, login, told};
use frontwatch_core::detect::{Judged, unanswered};
use frontwatch_core::incident::finding::Finding;
use frontwatch_core::observation::{Failure, FailureKind, Headers, Stage};
use frontwatch_core::verdict::{Availability, Severity, Verdict};
use frontwatch_core::watch::{self, Expect, WatchId, WatchKind};
use url::Url;

const PANEL: &str = "https://outlet.example/panel/";

fn panel(expect: Expect) -> Watch {
    let mut watch = Watch::of(WatchKind::Admin, PANEL);
    watch.expect = Some(expect);
    watch
}

fn judged(watch: &Watch, status: u16, body: &str) -> Judged {
    let answer = Answer { status, headers: &Headers::default(), asked: PANEL, url: PANEL };
    watch.judge_answer(body, answer, at(5))
}

fn learned(expect: Expect, status: u16, body: &str) -> Watch {
    let mut watch = panel(expect);
    for look in 0..3 {
        let judged = judged(&watch, status, body);
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}", told(&judged));
        watch.baseline.learn(&judged, at(look));
    }
    watch
}

#[test]
fn whatever_opens_is_told_with_what_is_to_be_seen() {
    use Verdict::{Alarm, Inconclusive, Normal};
    let users = "<html><title>Users of the panel</title><table><tr><td>editor</td></tr></table>";
    let (no, nothing, log_in) = ("<title>Forbidden</title>", "<title>Not found</title>", login(1));
    let claim = "<title>x</title><h1>Hacked by nobody</h1><p>This site was hacked by nobody</p>";
    let (denied, gone) = (|| learned(Expect::Denied, 403, no), || learned(Expect::Gone, 404, nothing));
    for (watch, status, body, verdict, kind) in vec![
        (denied(), 401, no, Normal, ""),
        (denied(), 403, "another text", Normal, ""),
        (denied(), 200, users, Alarm, "panel.open"),
        (denied(), 206, "{\"users\":[1]}", Alarm, "panel.open"),
        (denied(), 200, &log_in, Alarm, "panel.login"),
        (denied(), 403, claim, Alarm, "wording.heading"),
        (denied(), 404, nothing, Alarm, "panel.gone"),
        (denied(), 500, "x", Inconclusive, "availability.error"),
        (denied(), 429, "x", Inconclusive, "availability.refused"),
        (learned(Expect::Denied, 200, &log_in), 200, &log_in, Normal, ""),
        (learned(Expect::Denied, 200, &log_in), 403, no, Normal, ""),
        (learned(Expect::Denied, 200, &log_in), 200, users, Alarm, "panel.open"),
        (gone(), 410, nothing, Normal, ""),
        (gone(), 200, users, Alarm, "panel.open"),
        (gone(), 200, &log_in, Alarm, "panel.back"),
        (gone(), 403, no, Alarm, "panel.back"),
        (gone(), 503, "x", Inconclusive, "availability.error"),
        // The very first look says it, too.
        (panel(Expect::Denied), 200, users, Alarm, "panel.open"),
        (panel(Expect::Gone), 200, users, Alarm, "panel.open"),
    ] {
        let judged = judged(&watch, status, body);
        assert_eq!(judged.judgement.verdict, verdict, "{:?} {status}: {}", watch.expect, told(&judged));
        assert!(kind.is_empty() && kinds(&judged).is_empty() || kinds(&judged).contains(&kind), "{}", told(&judged));
        let severe = if kind == "panel.gone" { Severity::Warning } else { Severity::Critical };
        assert!(verdict != Alarm || judged.judgement.severity == severe, "{}", told(&judged));
        // What is as it should be is no refusal of our looks, and no outage.
        assert!(verdict != Normal || judged.judgement.availability == Availability::Up);
        if body == users {
            assert!(judged.judgement.signals[0].after.contains("Users of the panel"), "{}", told(&judged));
        }
    }
}

#[test]
fn what_is_open_is_learned_by_a_person_s_word_alone() {
    let mut watch = learned(Expect::Denied, 403, "no");
    for look in 4..30 {
        let open = judged(&watch, 200, "<title>Panel</title>");
        assert_eq!(open.judgement.verdict, Verdict::Alarm);
        watch.baseline.learn(&open, at(look));
    }
    let open = judged(&watch, 200, "<title>Panel</title>");
    watch.baseline.approve(&open, at(31));
    assert_eq!(judged(&watch, 200, "<title>Panel</title>").judgement.verdict, Verdict::Normal);
}

#[test]
fn a_refused_connection_is_normal_only_where_nothing_should_be_there_nor_ever_answered() {
    let url = Url::parse(PANEL).unwrap();
    let watch = |expect| watch::Watch {
        id: WatchId::new(WatchKind::Admin, &url),
        outlet: "Outlet".to_owned(),
        group: None,
        kind: WatchKind::Admin,
        url: url.clone(),
        ignore: Vec::new(),
        expect: Some(expect),
        values: Vec::new(),
        credential: None,
        reader: None,
    };
    let refused = |kind| Failure { kind, stage: Stage::Connect, detail: String::new() };
    for (expect, kind, history, wanted) in [
        (Expect::Gone, FailureKind::Refused, panel(Expect::Gone), (Verdict::Normal, Finding::Well)),
        (Expect::Gone, FailureKind::Refused, learned(Expect::Gone, 404, "x"), (Verdict::Inconclusive, Finding::Down)),
        (Expect::Gone, FailureKind::TimedOut, panel(Expect::Gone), (Verdict::Inconclusive, Finding::Down)),
        (Expect::Denied, FailureKind::Refused, panel(Expect::Denied), (Verdict::Inconclusive, Finding::Down)),
        (Expect::Login, FailureKind::Refused, panel(Expect::Login), (Verdict::Inconclusive, Finding::Down)),
    ] {
        let (judgement, finding) = unanswered::of_watch(&refused(kind), &watch(expect), &history.baseline);
        assert_eq!((judgement.verdict, finding), wanted, "{expect:?} {kind:?}");
    }
}
