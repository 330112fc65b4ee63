//! The life of incidents: tables of looks with what must follow, and properties over random ones.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its input has failed")]

mod aside;
mod given;
mod hidden;
mod joining;
mod lasting;
mod properties;
mod returning;

use std::time::Duration;

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Held, Others, Sighting, Track};
use frontwatch_core::incident::{Cause, Grounds, IncidentId, Resolution, State};
use frontwatch_core::verdict::Severity;
use frontwatch_core::watch::{Watch, WatchKind};
use jiff::SignedDuration;

use given::{INTERVAL, at, feed, feed_from, look, sighting, signal, story, watch};

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
        ("awa a", 30, "O:content E:content", "two in a row make it an alarm as any other"),
        ("awa wa", 30, "O:content", "two that are not in a row do not"),
        ("aaw", 2, "O:content", "one good look is not yet recovery"),
        ("aaww", 2, "O:content R:content", "two are"),
        ("aawdw", 2, "O:content", "a doubtful page between starts the count again"),
        ("aax", 30, "O:content", "one look that fails hides nothing"),
        ("aaxx", 30, "O:content H:content", "two do"),
        ("aaxxxx", 30, "O:content H:content", "an error page in its place does not end a defacement, and is no outage"),
        ("aaxxxxww", 30, "O:content H:content R:content", "the approved page ends it"),
        ("aahhhh", 30, "O:content H:content", "nor does a challenge"),
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
        ("10h x 10h", 30, "O:unseen", "an error between is no sight of the page"),
        ("hxhxhx", 23, "O:outage", "refusals and errors in turns are told, too"),
        ("xxx 30h", 23, "O:outage", "once: that it is down"),
        ("r r", 30, "", "a site that asks to be left alone: two failures over half a minute"),
        ("r r", 45, "O:outage", "over 45 s"),
        ("x r", 45, "O:outage", "it may ask at either"),
        ("x x", 45, "", "where it does not ask, three"),
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
    assert_eq!(steps[1].retry_in, Some(Duration::from_secs(22)), "what is left of the 45");
}

#[test]
fn three_failures_end_45_seconds_after_the_first_began_however_long_each_takes() {
    // What each took, and when the one before it wants it.
    for (took, begins) in [
        ([0, 0, 0], [0.0, 22.5, 45.0]),
        ([15, 15, 15], [0.0, 15.0, 30.0]),
        ([15, 0, 0], [0.0, 15.0, 45.0]),
        ([0, 15, 15], [0.0, 22.5, 30.0]),
        ([40, 40, 40], [0.0, 2.5, 5.0]),
    ] {
        let (mut track, mut begin, mut story_so_far) = (Track::default(), 0.0_f64, String::new());
        for (took, expected) in took.into_iter().zip(begins) {
            assert!((begin - expected).abs() < 1e-6, "{took} s: {begin} for {expected}");
            let at = at(0).saturating_add(SignedDuration::from_secs_f64(begin)).unwrap();
            let look = Sighting { at, took: Duration::from_secs(took), ..sighting(0, Finding::Down) };
            let step = track.see(&watch(), &look, INTERVAL);
            begin += step.retry_in.unwrap_or_default().as_secs_f64();
            story_so_far += &story(&[step]);
        }
        assert_eq!(story_so_far, "O:outage", "{took:?}");
    }
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
        let signal = signal(kind, 0.8);
        let severity = if kind == "certificate.expired" { Severity::Critical } else { Severity::Warning };
        let look = sighting(n * 86_400, Finding::Alarming);
        let look = Sighting { summary: signal.message.clone(), severity, signals: vec![signal], ..look };
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

#[test]
fn what_only_some_looks_see_is_a_warning_with_its_own_words_until_two_in_a_row_see_it() {
    let mut track = Track::default();
    let steps = feed(&mut track, "ww awa", 30);
    let Change::Opened(opened) = &steps[4].changes[0] else { panic!("{steps:?}") };
    let said = |name: &str| opened.summary.args[name].clone();
    assert_eq!((opened.grounds, opened.severity), (Grounds::NowAndThen, Severity::Warning));
    assert_eq!(opened.summary.id, "looks-differ");
    assert_eq!((said("differed"), said("looks")), (2u32.into(), 5u32.into()));
    assert!(steps[4].confirm_in.is_some(), "whether it is more is seen at once");

    let mut resumed = Track::resume(track.kept());
    let steps = feed_from(&mut resumed, 150, "wa", 30);
    assert!(steps[1].confirm_in.is_some() && steps[1].changes.len() == 1, "{steps:?}");
    assert!(matches!(steps[1].changes[0], Change::SeenAgain(_)), "one look escalates nothing: {steps:?}");
    let steps = feed_from(&mut resumed, 212, "a", 30);
    let Change::Escalated(now) = &steps[0].changes[0] else { panic!("{steps:?}") };
    assert_eq!((now.grounds, now.severity, now.summary.id.as_str()), (Grounds::Confirmed, Severity::Critical, "what"));
    assert_eq!((now.id.clone(), now.seen), (opened.id.clone(), 4));
}

#[test]
fn a_confirmation_that_differs_is_kept_once_with_what_was_seen_first() {
    let steps = feed(&mut Track::default(), "awww", 30);
    let held: Vec<_> = steps.iter().map(|step| step.held).collect();
    assert_eq!(held, [Some(Held::Unconfirmed), Some(Held::Differed), None, None]);
    assert_eq!(steps[1].first_seen.as_ref().map(|what| what.id.as_str()), Some("what"));
    let steps = feed(&mut Track::default(), "aa", 30);
    assert_eq!((steps[1].held, &steps[1].first_seen), (None, &None));
}

#[test]
fn a_site_is_left_alone_as_it_asks_but_not_in_place_of_an_alarm_and_not_for_long_before_its_outage_is_told() {
    let asks = |letter| Sighting { asks_to_wait: Some(Duration::from_secs(300)), ..look(letter, 90) };
    for (before, letter, expected, why) in [
        ("w", 'h', Some(300), "too many requests"),
        ("w", 'x', Some(50), "an outage is told before that"),
        ("xxx", 'x', Some(300), "and afterwards it is obeyed"),
        ("w", 'a', None, "an alarm is confirmed at once"),
        ("w", 'w', None, "a page that is there needs no rest"),
        ("w", 'd', None, "nor does one in doubt"),
        ("a", 'x', None, "an alarm waits for its confirmation"),
        ("aa", 'x', None, "an alarm is open"),
        ("aa xx", 'h', None, "and hidden"),
    ] {
        let mut track = Track::default();
        feed(&mut track, before, 22);
        let step = track.see(&watch(), &asks(letter), INTERVAL);
        assert_eq!(step.wait.map(|wait| wait.as_secs()), expected, "{before} {letter}: {why}");
    }
}

#[test]
fn an_outage_that_a_person_set_aside_is_not_told_again_while_it_goes_on() {
    for (trouble, next, cause) in [("xxx", 90, Cause::Outage), ("21h", 630, Cause::Unseen)] {
        for resolution in [Resolution::Dismissed, Resolution::Ours] {
            let mut track = Track::default();
            feed(&mut track, trouble, 30);
            let first = track.open(cause).unwrap().id.clone();
            track.resolve(&first, resolution, given::at(next - 10)).unwrap();
            let letter = trouble.chars().last().unwrap();
            let steps = feed_from(&mut track, next, &format!("40{letter}"), 30);
            assert_eq!((story(&steps), steps[39].held), (String::new(), Some(Held::SetAside)));
            let steps = feed_from(&mut track, next + 1200, &format!("w 21{letter}"), 30);
            assert_eq!(story(&steps), format!("O:{}", cause.as_str()), "after an answer it is another");
            assert_ne!(track.open(cause).unwrap().id, first);
        }
    }
}

#[test]
fn what_was_not_watched_is_not_counted() {
    for (looks, gap, more, expected, why) in [
        ("xx", 30, "x", "O:outage", "the looks go on"),
        ("xx", 390, "x", "O:outage", "as a site asked to be left alone"),
        ("xx", 8 * 3600, "x", "", "a night was slept through: one failure"),
        ("xx", 8 * 3600, "xxx", "O:outage", "three are an outage, since this morning"),
        ("hh", 8 * 3600, "h", "", "nor was it refused all night"),
        ("hh", -3600, "21h", "O:unseen", "a clock set back loses nothing"),
        ("xx", -3600, "xxx", "O:outage", "nor here"),
        ("xx", -2, "xx", "O:outage", "a clock that is kept right changes nothing"),
    ] {
        let mut track = Track::default();
        feed(&mut track, looks, 30);
        let steps = feed_from(&mut track, 30 + gap, more, 30);
        assert_eq!(story(&steps), expected, "{looks}, {gap} s, {more}: {why}");
        let began = track.unresolved().first().map(|incident| incident.began);
        assert!(gap.abs() < 3600 || began.is_none_or(|began| began >= given::at(30 + gap)), "{why}: {began:?}");
    }
}

/// Whether the next look is one of the few that confirm.
#[test]
fn a_page_is_doubted_while_its_latest_look_failed() {
    for (looks, doubted) in [
        ("", false),
        ("w", false),
        ("wx", true),
        ("wxx", true),
        ("wxb", true),
        ("wxw", false),
        ("wxh", false),
        ("wxhh", false),
        ("wxhx", true),
        ("xxx", false),
        ("aax", false),
    ] {
        let mut track = Track::default();
        feed(&mut track, looks, 23);
        assert_eq!(track.doubts_it_is_there(), doubted, "{looks}");
    }
}
