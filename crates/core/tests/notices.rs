//! Who is told what: each change of an incident with the decision on it, the words of every notice, and that nothing a
//! site says can do harm in them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeSet;

use frontwatch_core::detect::unanswered;
use frontwatch_core::incident::alert::{Alert, Alerts};
use frontwatch_core::incident::track::{Change, Joined};
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, Resolution, State};
use frontwatch_core::notify::{
    Button, Circumstances, Decision, Notice, Occasion, Reason, Resting, Telling, Told, compose, decide,
};
use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::{Arg, Message, Speech, is_disruptive};
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;

/// A second of an afternoon: 0 is 14:02 UTC.
fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_028_120 + second).unwrap()
}

fn english() -> Speech {
    Speech::new(&["en".to_owned()], TimeZone::UTC)
}

fn incident(cause: Cause) -> Incident {
    let url = "https://report.example/".parse().unwrap();
    let watch = WatchId::new(WatchKind::Homepage, &url);
    Incident {
        id: IncidentId::new(&watch, cause, at(0)),
        outlet: "Report".into(),
        group: None,
        watch,
        kind: WatchKind::Homepage,
        url,
        cause,
        severity: if cause == Cause::Content { Severity::Critical } else { Severity::Warning },
        state: State::Open,
        summary: Message::new("signal-cover-picture"),
        signals: vec![],
        last_good: Some(at(-30)),
        began: at(0),
        opened: at(2),
        last_seen: at(2),
        seen: 2,
        availability: Availability::Up,
        others_answer: true,
        evidence: None,
        alert: None,
        campaign: None,
        snoozed: None,
        grounds: Grounds::Confirmed,
        flaps: 0,
        reopened: 0,
        hidden: None,
        hidings: 0,
        joined: None,
    }
}

/// The alert of one incident, as it is after what changed it.
fn alone(incident: &Incident) -> Alert {
    let mut alerts = Alerts::default();
    alerts.place(incident, &[], at(2));
    let over = matches!(incident.state, State::Resolved { .. });
    if over { alerts.ended(&incident.id).unwrap() } else { alerts.of(&incident.id).unwrap().clone() }
}

/// What is told of one incident by itself.
fn composed(incident: &Incident, speech: &Speech, now: Timestamp) -> Notice {
    let over = matches!(incident.state, State::Resolved { .. });
    let occasion = if over { Occasion::Over } else { Occasion::News };
    let alert = alone(incident);
    compose(&Telling { alert: &alert, about: incident, speaker: incident, occasion, of_group: 0 }, speech, now)
}

fn decided(change: &Change, paused: bool, quiet: bool) -> Decision {
    let alert = alone(change.incident());
    decide(
        change,
        &Circumstances {
            paused,
            resting: Resting::Others,
            quiet,
            alert: &alert,
            told: None,
            in_hand: false,
            now: at(1080),
        },
    )
}

fn acknowledged() -> State {
    State::Acknowledged { at: at(60), by: "nino".into() }
}

fn resolved(resolution: Resolution) -> State {
    State::Resolved { at: at(1080), resolution }
}

/// What changed, and the reason of the silence with whether the screen is cleared; nothing where it is told.
type Case = (&'static str, Change, Option<(Reason, bool)>);

#[test]
fn every_change_is_told_or_has_its_reason() {
    let with = |state: State| Incident { state, ..incident(Cause::Content) };
    let slight = |state: State| Incident { severity: Severity::Info, ..with(state) };
    let outage = || incident(Cause::Outage);
    let silent = |reason, close| Some((reason, close));
    let cases: [Case; 19] = [
        ("a new one", Change::Opened(with(State::Open)), None),
        ("a new outage", Change::Opened(outage()), None),
        ("a new one that cannot be seen", Change::Opened(incident(Cause::Unseen)), None),
        ("it became worse", Change::Escalated(with(State::Open)), None),
        ("it became worse, though somebody has it", Change::Escalated(with(acknowledged())), None),
        ("it came back", Change::Reopened(with(State::Open)), None),
        ("it is hidden", Change::Hidden(Incident { hidden: Some(at(60)), ..with(State::Open) }), None),
        (
            "it is hidden, somebody has it",
            Change::Hidden(Incident { hidden: Some(at(60)), ..with(acknowledged()) }),
            None,
        ),
        ("the approved page is back", Change::Resolved(with(resolved(Resolution::Recovered))), None),
        ("it answers again", Change::Resolved(Incident { state: resolved(Resolution::Recovered), ..outage() }), None),
        ("seen again", Change::SeenAgain(with(State::Open)), silent(Reason::AlreadyTold, false)),
        ("seen again, somebody has it", Change::SeenAgain(with(acknowledged())), silent(Reason::AlreadyTold, false)),
        ("for other reasons", Change::Developed(with(State::Open)), silent(Reason::AlreadyTold, false)),
        ("somebody has it", Change::Acknowledged(with(acknowledged())), silent(Reason::DoneByAPerson, true)),
        ("it was us", Change::Resolved(with(resolved(Resolution::Ours))), silent(Reason::DoneByAPerson, true)),
        ("it is nothing", Change::Resolved(with(resolved(Resolution::Dismissed))), silent(Reason::DoneByAPerson, true)),
        ("a slight one", Change::Opened(slight(State::Open)), silent(Reason::NotUrgent, false)),
        ("a slight one again", Change::SeenAgain(slight(State::Open)), silent(Reason::NotUrgent, false)),
        (
            "a slight one is over",
            Change::Resolved(slight(resolved(Resolution::Recovered))),
            silent(Reason::NotUrgent, false),
        ),
    ];
    for (what, change, expected) in cases {
        let decided = match decided(&change, false, false) {
            Decision::Tell(Occasion::Over) => {
                assert!(matches!(change, Change::Resolved(_)), "{what}");
                None
            }
            Decision::Tell(occasion) => {
                assert_eq!(occasion, Occasion::News, "{what}");
                None
            }
            Decision::Silent { reason, close } => Some((reason, close)),
        };
        assert_eq!(decided, expected, "{what}");
    }
    let words = Reason::ALL.map(Reason::as_str);
    assert_eq!(
        words,
        [
            "not-urgent",
            "already-told",
            "done-by-a-person",
            "gathered",
            "others-open",
            "paused",
            "outlet-paused",
            "snoozed",
            "quiet-hours",
            "offline"
        ]
    );
    assert!(Reason::ALL.iter().all(|reason| Reason::of_word(reason.as_str()) == Some(*reason)));
}

#[test]
fn a_pause_silences_every_alert_and_quiet_hours_what_is_not_critical() {
    let over = |cause| Change::Resolved(Incident { state: resolved(Resolution::Recovered), ..incident(cause) });
    for (change, paused, quiet) in [
        (Change::Opened(incident(Cause::Content)), Some(false), None),
        (Change::Escalated(incident(Cause::Outage)), Some(false), Some(false)),
        (Change::Opened(incident(Cause::Unseen)), Some(false), Some(false)),
        (Change::Opened(incident(Cause::Reported)), Some(false), Some(false)),
        (over(Cause::Content), Some(true), None),
        (over(Cause::Outage), Some(true), Some(true)),
    ] {
        let silent = |reason, close| Decision::Silent { reason, close };
        assert!(matches!(decided(&change, false, false), Decision::Tell(_)), "{change:?}");
        let expected = paused.map(|close| silent(Reason::Paused, close));
        assert_eq!(Some(decided(&change, true, true)), expected, "a pause comes first: {change:?}");
        match quiet {
            Some(close) => assert_eq!(decided(&change, false, true), silent(Reason::QuietHours, close), "{change:?}"),
            None => assert!(matches!(decided(&change, false, true), Decision::Tell(_)), "{change:?}"),
        }
    }
}

/// Of Oxu and Media, told together. Who is paused, which of them ends last, whether anything was told; and whether the end is.
#[test]
fn the_end_of_what_was_told_of_several_is_told_whichever_of_them_is_paused() {
    let of = |outlet: &str, page: &str| {
        let url: url::Url = page.parse().unwrap();
        let watch = WatchId::new(WatchKind::Homepage, &url);
        let id = IncidentId::new(&watch, Cause::Content, at(0));
        Incident { id, outlet: outlet.into(), group: Some("Group".into()), watch, url, ..incident(Cause::Content) }
    };
    let (oxu, media) = (of("Oxu", "https://oxu.example/"), of("Media", "https://media.example/"));
    let silent = Decision::Silent { reason: Reason::OutletPaused, close: true };
    let over = Decision::Tell(Occasion::Over);
    for (paused, last, was_told, expected) in [
        (&[][..], &media, true, over),
        (&["Media"], &media, true, over),
        (&["Media"], &oxu, true, over),
        (&["Oxu", "Media"], &media, true, silent),
        (&["Oxu", "Media"], &oxu, true, silent),
        // Nobody heard of it: Oxu was paused when it began, and Media is now.
        (&["Media"], &media, false, silent),
    ] {
        let mut alerts = Alerts::default();
        alerts.place(&oxu, &[], at(2));
        assert!(alerts.place(&media, &[], at(3)).joined);
        let told = Told { at: at(4), reminders: 0, arrivals: 2, severity: Severity::Critical };
        let mut decided = |ending: &Incident| {
            let change = Change::Resolved(Incident { state: resolved(Resolution::Recovered), ..ending.clone() });
            let alert = alerts.ended(&ending.id).unwrap();
            let is_paused = |outlet: &str| paused.contains(&outlet);
            let around = Circumstances {
                paused: false,
                resting: Resting::of(&ending.outlet, &alert, is_paused),
                quiet: false,
                alert: &alert,
                told: was_told.then_some(&told),
                in_hand: false,
                now: at(1080),
            };
            decide(&change, &around)
        };
        let first = if last.id == oxu.id { &media } else { &oxu };
        let open = Decision::Silent { reason: Reason::OthersOpen, close: false };
        assert_eq!(decided(first), open, "{paused:?}");
        assert_eq!(decided(last), expected, "paused: {paused:?}, last: {}, told: {was_told}", last.outlet);
    }
}

fn failed(kind: &str) -> Vec<Signal> {
    let message = Message::new("failure-judging");
    vec![Signal { kind: kind.into(), weight: 0.5, message, before: "".into(), after: "".into() }]
}

/// Every notice as a person reads it, with what stands on its buttons.
#[test]
fn what_is_said() {
    let outage = |availability| Incident { availability, ..incident(Cause::Outage) };
    let unseen = |availability, kind: &str| Incident { availability, signals: failed(kind), ..incident(Cause::Unseen) };
    let over = |cause| Incident { state: resolved(Resolution::Recovered), ..incident(cause) };
    let silent = outage(Availability::Unreachable);
    let replaced =
        Message::new("signal-title-replaced").with("title", Arg::Foreign("The Quiet Orchard was here, friends".into()));
    let refused = unseen(Availability::Refused, "availability.refused");
    let incidents = [
        incident(Cause::Content),
        Incident { seen: 1, ..incident(Cause::Content) },
        Incident { seen: 31, ..incident(Cause::Content) },
        Incident { summary: replaced, ..incident(Cause::Content) },
        silent.clone(),
        Incident { others_answer: false, ..silent.clone() },
        Incident { signals: failed(unanswered::kind(FailureKind::Untrusted)), ..silent },
        outage(Availability::Error),
        outage(Availability::Maintenance),
        refused,
        unseen(Availability::RobotCheck, "availability.robot-check"),
        unseen(Availability::Refused, unanswered::kind(FailureKind::TooLarge)),
        unseen(Availability::Refused, unanswered::kind(FailureKind::BadEncoding)),
        unseen(Availability::Refused, unanswered::JUDGING_FAILED),
        over(Cause::Content),
        over(Cause::Outage),
        over(Cause::Unseen),
        Incident { hidden: Some(at(480)), availability: Availability::Maintenance, ..incident(Cause::Content) },
        Incident { flaps: 2, reopened: 1, seen: 9, ..incident(Cause::Content) },
        Incident { flaps: 3, reopened: 1, ..outage(Availability::Error) },
    ];
    let said = incidents.iter().map(|incident| {
        let notice = composed(incident, &english(), at(600));
        let severity = notice.severity;
        format!("{severity:?} {:?}\n  {}\n  {}\n", notice.buttons, notice.title, notice.body)
    });
    insta::assert_snapshot!(said.collect::<String>());
}

#[test]
fn the_id_is_stable_and_the_key_is_the_incident() {
    for cause in [Cause::Content, Cause::Outage, Cause::Unseen] {
        let open = incident(cause);
        let notice = composed(&open, &english(), at(2));
        assert_eq!((notice.key.as_str(), &notice.incident), (open.id.as_str(), &open.id));
        // Decided again after a crash, later, in other words, with more looks: nothing is sent twice.
        let again = Incident { seen: 9, last_seen: at(90), state: acknowledged(), ..open.clone() };
        assert_eq!(composed(&again, &Speech::new(&[], TimeZone::UTC), at(90)).id, notice.id, "{cause:?}");
        let over = composed(&Incident { state: resolved(Resolution::Recovered), ..open.clone() }, &english(), at(1080));
        assert_ne!(over.id, notice.id, "the end is another thing to tell");
        assert_eq!(over.key, notice.key, "in the same place");
    }
    let warning = Incident { severity: Severity::Warning, ..incident(Cause::Content) };
    let worse = incident(Cause::Content);
    assert_ne!(composed(&warning, &english(), at(2)).id, composed(&worse, &english(), at(2)).id, "worse is told again");

    let open = incident(Cause::Content);
    let came = |told| {
        let mut joined = Joined::default();
        joined.told = told;
        joined
    };
    let tellings = [
        Incident { grounds: Grounds::NowAndThen, severity: Severity::Warning, ..open.clone() },
        Incident { severity: Severity::Warning, ..open.clone() },
        open.clone(),
        Incident { joined: Some(came(1)), ..open.clone() },
        Incident { joined: Some(came(2)), ..open.clone() },
        Incident { hidden: Some(at(60)), ..open.clone() },
        Incident { state: resolved(Resolution::Recovered), ..open.clone() },
        Incident { flaps: 1, reopened: 1, ..open.clone() },
        Incident { flaps: 1, reopened: 1, state: resolved(Resolution::Recovered), ..open.clone() },
        Incident { flaps: 2, reopened: 2, ..open.clone() },
    ];
    let ids: BTreeSet<String> = tellings.iter().map(|it| composed(it, &english(), at(90)).id).collect();
    assert_eq!(ids.len(), tellings.len(), "each is another thing to tell: {ids:?}");
    let came_again = Incident { flaps: 9, reopened: 2, ..open };
    assert_eq!(
        composed(&came_again, &english(), at(90)).id,
        composed(&tellings[9], &english(), at(90)).id,
        "this is not"
    );
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        Just("\u{202e}".to_owned()),
        Just("\n\r\u{1b}[31m".to_owned()),
        Just("{ $outlet } { -brand }".to_owned()),
        Just("\u{2066}\u{200f}\u{feff}".to_owned()),
        "[a-zəşı ]{0,60}",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn any_incident()(
        cause in prop::sample::select(vec![Cause::Content, Cause::Outage, Cause::Unseen]),
        severity in prop::sample::select(vec![Severity::Info, Severity::Warning, Severity::Critical]),
        kind in prop::sample::select(vec![WatchKind::Homepage, WatchKind::Admin, WatchKind::Feed, WatchKind::Article]),
        availability in prop::sample::select(vec![
            Availability::Up, Availability::Maintenance, Availability::RobotCheck, Availability::Refused, Availability::Error,
            Availability::Unreachable,
        ]),
        state in prop::sample::select(vec![
            State::Open, acknowledged(), resolved(Resolution::Ours), resolved(Resolution::Recovered), resolved(Resolution::Dismissed),
        ]),
        id in prop::sample::select(vec!["signal-title-replaced", "signal-cover-picture", "signal-wording-text", "no such message", ""]),
        (outlet, title) in (hostile(), hostile()),
        signal in "[a-z.]{0,20}",
        seen in any::<u32>(),
        (hidden, flaps) in (prop::option::of(-100_000i64..100_000), any::<u32>()),
        began in prop_oneof![-100_000i64..100_000, Just(-300_000_000_000), Just(200_000_000_000)],
    ) -> Incident {
        let summary = Message::new(id)
            .with("text", Arg::Foreign(title.clone()))
            .with("title", Arg::Foreign(title.clone()))
            .with("after", Arg::Foreign(title.clone()))
            .with("before", Arg::Foreign(title));
        Incident {
            outlet, severity, kind, availability, state, summary, seen, flaps, hidden: hidden.map(at),
            signals: failed(&signal),
            began: Timestamp::from_second(1_772_028_120).unwrap().saturating_add(jiff::SignedDuration::from_secs(began)).unwrap(),
            ..incident(cause)
        }
    }
}

proptest! {
    /// Whatever the incident and whenever: it is said in one plain line each, and no button says that it was us.
    #[test]
    fn whatever_happened_it_is_said_in_plain_lines(incident in any_incident(), second in -100_000i64..100_000) {
        let notice = composed(&incident, &english(), at(second));
        for text in [&notice.title, &notice.body] {
            // Two marks are our own: around a text from right to left, as many that begin as end, and no other.
            let marks = |mark| text.matches(mark).count();
            prop_assert_eq!(marks('\u{2068}'), marks('\u{2069}'), "{:?}", text);
            let others = text.replace(['\u{2068}', '\u{2069}'], "");
            prop_assert!(!others.chars().any(is_disruptive), "{text:?}");
            prop_assert!(!text.contains('\n') && !text.is_empty(), "{text:?}");
            prop_assert!(text.chars().count() < 6000, "{text:?}");
        }
        // `Button` has no "this was us"; these are all there are.
        for button in &notice.buttons {
            prop_assert!(matches!(button, Button::Acknowledge | Button::Open | Button::Recheck));
        }
        prop_assert_eq!(notice.key, incident.id.as_str());
    }
}
