//! The life of incidents: tables of looks with what must follow, and properties over random ones.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its input has failed")]

use std::time::Duration;

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Held, Others, Sighting, Step, Track};
use frontwatch_core::incident::{Cause, IncidentId, Resolution, State};
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::Timestamp;
use proptest::prelude::*;
use url::Url;

const INTERVAL: Duration = Duration::from_secs(30);

fn watch() -> Watch {
    let url = Url::parse("https://paper.example/").unwrap();
    Watch {
        id: WatchId::new(WatchKind::Homepage, &url),
        outlet: "Paper".into(),
        group: None,
        kind: WatchKind::Homepage,
        url,
        ignore: vec![],
        expect: None,
        values: vec![],
        credential: None,
        reader: None,
    }
}

fn sighting(second: i64, finding: Finding) -> Sighting {
    Sighting {
        at: Timestamp::from_second(1_740_000_000 + second).unwrap(),
        finding,
        availability: Availability::Up,
        summary: Message::new("what"),
        severity: if finding == Finding::Alarming { Severity::Critical } else { Severity::Warning },
        signals: vec![],
        digest: None,
        others: Others::Answer,
        site_is_gone: false,
    }
}

/// Feeds looks as letters (`w`ell, `d`oubtful, `a`larming, `x` down, `h`idden, `b`lind), one every `step` seconds.
fn feed(track: &mut Track, looks: &str, step: i64) -> Vec<Step> {
    let finding = |letter| match letter {
        'w' => Finding::Well,
        'd' => Finding::Doubtful,
        'a' => Finding::Alarming,
        'x' => Finding::Down,
        'h' => Finding::Hidden,
        _ => Finding::Blind,
    };
    let looks = looks.chars().filter(|c| !c.is_whitespace());
    (0..).zip(looks).map(|(n, c)| track.see(&watch(), &sighting(n * step, finding(c)), INTERVAL)).collect()
}

/// What the steps brought, in letters: `O`pened, `R`esolved, with the cause; growth is left out.
fn story(steps: &[Step]) -> String {
    let mut words = vec![];
    for change in steps.iter().flat_map(|step| &step.changes) {
        let letter = match change {
            Change::Opened(_) => "O",
            Change::Resolved(_) => "R",
            _ => continue,
        };
        words.push(format!("{letter}:{}", change.incident().cause.as_str()));
    }
    words.join(" ")
}

#[test]
fn looks_and_what_follows() {
    for (looks, step, expected, why) in [
        ("wwww", 30, "", "an ordinary day"),
        ("wa", 2, "", "one bad look alarms nobody"),
        ("waa", 2, "O:content", "the second confirms it"),
        ("waw", 30, "", "a confirmation that differs confirms nothing"),
        ("wawaw", 30, "O:content", "but two bad looks of five are what some readers see"),
        ("wawwwa", 30, "O:content", "the fifth look counts still"),
        ("wawwwwa", 30, "", "the sixth does not"),
        ("wada", 2, "O:content", "a doubtful page between excuses nothing"),
        ("aaw", 2, "O:content", "one good look is not yet recovery"),
        ("aaww", 2, "O:content R:content", "two are"),
        ("aawdw", 2, "O:content", "a doubtful page between starts the count again"),
        ("aaxxxx", 30, "O:content O:outage", "an error page in its place does not end a defacement"),
        ("aaxxxxww", 30, "O:content O:outage R:content R:outage", "the approved page ends both"),
        ("aahhhh", 30, "O:content", "nor does a challenge"),
        ("axxa", 2, "O:content", "a confirmation that cannot see waits"),
        ("xx", 30, "", "two failures are a hiccup"),
        ("xxx", 10, "", "three in twenty seconds are one too"),
        ("xxx", 23, "O:outage", "three over 45 s are an outage"),
        ("xxw xx", 23, "", "an answer between starts the count again"),
        ("xxxw", 23, "O:outage", "one success is not yet recovery"),
        ("xxxwx", 23, "O:outage", "and counts for nothing when it fails again"),
        ("xxxww", 23, "O:outage R:outage", "two are"),
        ("xxbxb", 23, "O:outage", "this computer's own faults count neither way"),
        ("hhhhhhhhhhhhhhhhhhhh", 30, "", "refused for less than ten minutes"),
        ("hhhhhhhhhhhhhhhhhhhhh", 30, "O:unseen", "for ten minutes"),
        ("hhhhhhhhhhhhhhhhhhhhhw", 30, "O:unseen R:unseen", "one look at the page ends it"),
        ("hhhhhhhhhhwhhhhhhhhhhh", 30, "", "seen between"),
    ] {
        let steps = feed(&mut Track::default(), looks, step);
        assert_eq!(story(&steps), expected, "{looks} every {step} s: {why}");
    }
}

#[test]
fn confirmation_begins_within_five_seconds() {
    for looks in ["wa", "aaw", "ax"] {
        let steps = feed(&mut Track::default(), looks, 2);
        let wait = steps.last().unwrap().confirm_in.unwrap_or(Duration::MAX);
        assert!(wait <= Duration::from_secs(5), "{looks}: {wait:?}");
    }
}

#[test]
fn failures_are_retried_sooner_than_the_interval_so_that_three_take_about_45_seconds() {
    let steps = feed(&mut Track::default(), "xx", 23);
    assert_eq!(steps[0].retry_in, Some(Duration::from_millis(22_500)));
    assert_eq!(steps[0].held, Some(Held::TooFewFailures));
    assert_eq!(steps[1].retry_in, Some(Duration::from_millis(22_500)));
}

#[test]
fn an_outlet_is_not_blamed_for_our_own_network() {
    let mut track = Track::default();
    for second in [0, 23, 46, 69] {
        let step = track.see(&watch(), &Sighting { others: Others::Fail, ..sighting(second, Finding::Down) }, INTERVAL);
        assert_eq!(story(std::slice::from_ref(&step)), "");
        assert!(second < 46 || step.held == Some(Held::OwnNetwork), "{step:?}");
    }
    let step = track.see(&watch(), &sighting(92, Finding::Down), INTERVAL);
    assert_eq!(story(&[step]), "O:outage", "once others answer, it is the outlet");
}

#[test]
fn an_incident_says_since_when_how_often_and_what_was_well_before() {
    let mut track = Track::default();
    let steps = feed(&mut track, "waaa", 10);
    let Change::Opened(opened) = &steps[2].changes[0] else { panic!("{steps:?}") };
    assert_eq!(opened.began, sighting(10, Finding::Well).at);
    assert_eq!(opened.opened, sighting(20, Finding::Well).at);
    assert_eq!(opened.last_good, Some(sighting(0, Finding::Well).at));
    assert_eq!((opened.seen, track.unresolved()[0].seen), (2, 3));
}

#[test]
fn severity_rises_and_says_so_and_never_falls() {
    let mut track = Track::default();
    let warning = |second| Sighting { severity: Severity::Warning, ..sighting(second, Finding::Alarming) };
    track.see(&watch(), &warning(0), INTERVAL);
    track.see(&watch(), &warning(2), INTERVAL);
    let step = track.see(&watch(), &sighting(4, Finding::Alarming), INTERVAL);
    assert!(matches!(step.changes[..], [Change::Escalated(_)]), "{step:?}");
    let step = track.see(&watch(), &warning(6), INTERVAL);
    assert_eq!(step.changes[0].incident().severity, Severity::Critical);
}

#[test]
fn acknowledged_once_and_still_resolved_by_recovery() {
    let mut track = Track::default();
    feed(&mut track, "aa", 2);
    let id = track.unresolved()[0].id.clone();
    let at = sighting(5, Finding::Well).at;
    assert!(matches!(track.acknowledge(&id, "nino", at), Some(Change::Acknowledged(_))));
    assert_eq!(track.acknowledge(&id, "omar", at), None);
    assert_eq!(track.acknowledge(&IncidentId::from_stored("0"), "omar", at), None);
    let steps = feed(&mut track, "ww", 2);
    assert_eq!(story(&steps), "R:content");
}

#[test]
fn what_a_person_resolved_may_be_learned_from_again_and_opens_again_only_for_new_looks() {
    let mut track = Track::default();
    feed(&mut track, "aa", 2);
    assert!(!track.may_learn());
    let id = track.unresolved()[0].id.clone();
    let change = track.resolve(&id, Resolution::Ours, sighting(5, Finding::Well).at).unwrap();
    assert!(matches!(change.incident().state, State::Resolved { resolution: Resolution::Ours, .. }));
    assert!(track.may_learn());
    assert!(track.unresolved().is_empty());
}

fn finding() -> impl Strategy<Value = Finding> {
    prop_oneof![
        4 => Just(Finding::Well),
        1 => Just(Finding::Doubtful),
        3 => Just(Finding::Alarming),
        3 => Just(Finding::Down),
        1 => Just(Finding::Hidden),
        1 => Just(Finding::Blind),
    ]
}

proptest! {
    /// Whatever is seen, in whatever order and pace, with restarts in between.
    #[test]
    fn whatever_is_seen(looks in prop::collection::vec((finding(), 1i64..40, prop::bool::weighted(0.1)), 1..120)) {
        let mut track = Track::default();
        let mut open: Vec<(IncidentId, Cause)> = vec![];
        let mut ever: Vec<IncidentId> = vec![];
        let (mut now, mut seen, mut well) = (0, vec![], 0);
        for (finding, wait, restart) in looks {
            if restart {
                track = Track::resume(track.unresolved().to_vec());
                // What was not stored begins anew; what was goes on.
                seen.clear();
                well = 0;
            }
            now += wait;
            if finding.saw_page() {
                seen.push(finding == Finding::Alarming);
            }
            let alarming = seen.iter().rev().take(5).filter(|bad| **bad).count();
            well = match finding { Finding::Well => well + 1, Finding::Blind => well, _ => 0 };
            let step = track.see(&watch(), &sighting(now, finding), INTERVAL);
            for change in &step.changes {
                let incident = change.incident();
                match change {
                    Change::Opened(_) => {
                        prop_assert!(!ever.contains(&incident.id), "an incident is born once");
                        prop_assert!(open.iter().all(|(_, cause)| *cause != incident.cause), "one of each cause");
                        prop_assert!(incident.cause != Cause::Content || alarming >= 2, "confirmed before it is shown");
                        ever.push(incident.id.clone());
                        open.push((incident.id.clone(), incident.cause));
                    }
                    Change::Resolved(_) => {
                        prop_assert!(incident.cause != Cause::Content || well >= 2, "only the approved page ends it");
                        open.retain(|(id, _)| *id != incident.id);
                    }
                    _ => prop_assert!(open.iter().any(|(id, _)| *id == incident.id), "only what lives grows"),
                }
            }
            let mut held: Vec<_> = track.unresolved().iter().map(|incident| incident.id.clone()).collect();
            let mut known: Vec<_> = open.iter().map(|(id, _)| id.clone()).collect();
            held.sort();
            known.sort();
            prop_assert_eq!(held, known, "nothing is lost and nothing appears unsaid");
        }
    }
}

#[test]
fn a_certificate_that_runs_out_is_told_once_a_stage_and_its_host_s_outage_by_its_page() {
    let host = Watch { kind: WatchKind::Tls, ..watch() };
    let mut track = Track::default();
    let mut told = Vec::new();
    let stages = [
        "certificate.expiry",
        "certificate.expiry",
        "certificate.expiry",
        "certificate.expiry-fortnight",
        "certificate.expiry-fortnight",
        "certificate.expiry-week",
        "certificate.expiry-day",
        "certificate.expired",
    ];
    for (n, kind) in (0..).zip(stages) {
        let message = Message::new(format!("signal-{}", kind.replace('.', "-")));
        let (before, after) = ("a".to_owned(), "b".to_owned());
        let signal = Signal { kind: kind.to_owned(), weight: 0.8, message: message.clone(), before, after };
        let severity = if kind == "certificate.expired" { Severity::Critical } else { Severity::Warning };
        let look = sighting(n * 86_400, Finding::Alarming);
        let look = Sighting { summary: message, severity, signals: vec![signal], ..look };
        for change in track.see(&host, &look, INTERVAL).changes {
            match change {
                Change::Opened(incident) | Change::Escalated(incident) => told.push((n, incident.summary.id)),
                Change::SeenAgain(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }
    let expected = [
        (1, "signal-certificate-expiry"),
        (3, "signal-certificate-expiry-fortnight"),
        (5, "signal-certificate-expiry-week"),
        (6, "signal-certificate-expiry-day"),
        (7, "signal-certificate-expired"),
    ];
    assert_eq!(told, expected.map(|(n, id)| (n, id.to_owned())));

    let mut track = Track::default();
    for n in 0..20 {
        let step = track.see(&host, &sighting(n * 30, Finding::Down), INTERVAL);
        assert_eq!((step.changes, step.retry_in), (vec![], None));
    }
}
