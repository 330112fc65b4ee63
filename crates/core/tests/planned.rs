//! What a newsroom has planned is no alarm, for as long as it said; what attacks need never is excused.

use frontwatch_core::config::time_zone;
use frontwatch_core::incident::planned::{Planned, SIGNALS, beside};
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Judgement, Severity, Signal, Verdict};
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

fn plan(signals: &[&str], hosts: &[&str]) -> Planned {
    Planned {
        from: date(2026, 10, 24).at(22, 0, 0, 0),
        until: date(2026, 10, 25).at(2, 30, 0, 0),
        zone: Some("Europe/Berlin".into()),
        signals: signals.iter().map(|it| (*it).to_owned()).collect(),
        hosts: hosts.iter().map(|it| (*it).to_owned()).collect(),
    }
}

fn signal(kind: &str, weight: f64, after: &str) -> Signal {
    let message = Message::new("signal-cover-picture");
    Signal { kind: kind.into(), weight, message, before: "before".into(), after: after.into() }
}

fn alarm(signals: Vec<Signal>) -> Judgement {
    Judgement {
        verdict: Verdict::Alarm,
        severity: Severity::Critical,
        score: 0.9,
        signals,
        availability: Availability::Up,
    }
}

#[test]
fn it_holds_from_its_beginning_to_its_end_by_the_clocks_of_its_zone() {
    let zone = time_zone("Europe/Berlin").unwrap();
    let plan = plan(&["title"], &[]);
    for (at, holds) in [
        ("2026-10-24T19:59:59Z", false),
        ("2026-10-24T20:00:00Z", true),
        // Clocks go back at 1:00 UTC: it is half past two twice, and the plan ends at the second.
        ("2026-10-25T00:30:00Z", true),
        ("2026-10-25T01:29:59Z", true),
        ("2026-10-25T01:30:00Z", false),
        ("2027-10-24T21:00:00Z", false),
    ] {
        assert_eq!(plan.holds(&zone, at.parse::<Timestamp>().unwrap()), holds, "{at}");
    }
}

#[test]
fn what_is_expected_is_no_alarm_and_what_is_not_still_is() {
    let title = || signal("title.replaced", 0.88, "Election night");
    let script = |host: &str| signal("source.script", 0.88, host);
    let left = |plan: &Planned, signals: Vec<Signal>| {
        beside(&alarm(signals), "report.example", &[plan]).map(|left| left.verdict)
    };
    let titles = plan(&["title"], &[]);
    let hosts = plan(&[], &["cdn.example"]);
    let sources = plan(&["source"], &[]);
    assert_eq!(left(&titles, vec![title()]), Some(Verdict::Normal));
    assert_eq!(
        left(&titles, vec![title(), script("evil.example")]),
        Some(Verdict::Alarm),
        "the rest is judged by itself"
    );
    assert_eq!(left(&titles, vec![script("evil.example")]), None, "it expects nothing of that");
    assert_eq!(left(&hosts, vec![script("cdn.example")]), Some(Verdict::Normal));
    assert_eq!(left(&hosts, vec![script("a.cdn.example")]), Some(Verdict::Normal));
    assert_eq!(left(&hosts, vec![script("evilcdn.example")]), None);
    assert_eq!(left(&sources, vec![script("evil.example")]), None, "a script of a host that was not named");
    assert_eq!(left(&sources, vec![signal("source.script", 0.88, "a script that was never there")]), None);
    let away = |verdict| Judgement { verdict, availability: Availability::Maintenance, ..alarm(vec![]) };
    assert!(beside(&away(Verdict::Inconclusive), "report.example", &[&plan(&["outage"], &[])]).is_some());
    assert!(beside(&away(Verdict::Inconclusive), "report.example", &[&titles]).is_none());
}

proptest! {
    /// Whatever a plan names: an emptied page, a panel, names and a script that nobody knows are an alarm as before.
    #[test]
    fn what_attacks_need_is_never_expected(
        signals in prop::sample::subsequence(SIGNALS.to_vec(), 0..=SIGNALS.len()),
        kind in prop::sample::select(vec![
            "collapse.page", "panel.open", "names.address", "script.inline", "source.script", "login.target", "takeover.page",
            "values.changed", "certificate.issuer", "planted.code",
        ]),
        more in any::<bool>(),
    ) {
        let plan = plan(&signals, &["cdn.example"]);
        let mut seen = vec![signal(kind, 0.9, "evil.example")];
        if more {
            seen.push(signal("title.replaced", 0.6, "Election night"));
        }
        let left = beside(&alarm(seen), "report.example", &[&plan]);
        prop_assert!(left.is_none_or(|left| left.verdict == Verdict::Alarm));
    }
}
