//! Properties over random looks, restarts, clocks and people.

use std::collections::BTreeMap;
use std::time::Duration;

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Others, Track};
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, Resolution, State};
use frontwatch_core::verdict::Severity;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::given::{INTERVAL, at, look, watch};

/// Something that happens.
#[derive(Debug, Clone)]
enum Event {
    /// A look by its letter, so many seconds after what was before.
    Look(char, i64),
    /// The process ends and another goes on with what is stored.
    Restart,
    /// The clock jumps by so many seconds.
    Jump(i64),
    /// A person takes the first incident on.
    Acknowledge,
    /// A person ends the first incident.
    Resolve(Resolution),
}

/// One event, or the same look several times.
fn event() -> impl Strategy<Value = Vec<Event>> {
    let letter = prop_oneof![
        6 => Just('w'),
        1 => Just('d'),
        4 => Just('a'),
        3 => Just('s'),
        1 => Just('t'),
        3 => Just('x'),
        1 => Just('f'),
        1 => Just('r'),
        2 => Just('h'),
        1 => Just('b'),
    ];
    prop_oneof![
        60 => (letter.clone(), 1i64..40).prop_map(|(letter, wait)| vec![Event::Look(letter, wait)]),
        // What stands for a while.
        6 => (letter, 2usize..30).prop_map(|(letter, times)| vec![Event::Look(letter, 30); times]),
        3 => Just(vec![Event::Restart]),
        2 => prop_oneof![-7200i64..0, 1i64..40_000].prop_map(|jump| vec![Event::Jump(jump)]),
        2 => Just(vec![Event::Acknowledge]),
        2 => prop_oneof![Just(Resolution::Ours), Just(Resolution::Dismissed)]
            .prop_map(|resolution| vec![Event::Resolve(resolution)]),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 1..80).prop_map(|events| events.into_iter().flatten().collect())
}

/// What is known of incidents by the changes alone, as the store has them.
#[derive(Default)]
struct Known(BTreeMap<IncidentId, Incident>);

impl Known {
    fn open(&self) -> impl Iterator<Item = &Incident> {
        self.0.values().filter(|incident| !matches!(incident.state, State::Resolved { .. }))
    }

    fn take(&mut self, change: &Change) -> Result<(), TestCaseError> {
        let incident = change.incident();
        let before = self.0.get(&incident.id);
        let is_open = before.is_some_and(|before| !matches!(before.state, State::Resolved { .. }));
        match change {
            Change::Opened(_) => prop_assert!(before.is_none(), "an incident is born once"),
            Change::Reopened(_) => {
                let recovered = |before: &Incident| {
                    matches!(before.state, State::Resolved { resolution: Resolution::Recovered, .. })
                };
                prop_assert!(before.is_some_and(recovered), "only what recovered comes back: {before:?}");
                prop_assert_eq!(&incident.state, &State::Open);
            }
            _ => prop_assert!(is_open, "only what lives changes: {change:?}"),
        }
        if matches!(change, Change::Opened(_) | Change::Reopened(_)) {
            prop_assert!(self.open().all(|other| other.cause != incident.cause), "one of each cause");
            let alarm = self.open().any(|other| other.cause == Cause::Content);
            prop_assert!(!alarm, "an open alarm is the only trouble of its page that is told anew");
        }
        if let Some(before) = before {
            prop_assert!(incident.severity >= before.severity, "urgency never falls");
            prop_assert!(incident.last_seen >= before.last_seen && incident.opened >= before.opened, "nor does time");
            prop_assert!(incident.seen >= before.seen && incident.flaps >= before.flaps);
            prop_assert_eq!(incident.began, before.began);
            prop_assert!(!matches!(change, Change::Hidden(_)) || before.hidings == 0, "hidden is said once");
        }
        prop_assert!(incident.began <= incident.opened && incident.began <= incident.last_seen);
        if let State::Resolved { at, .. } = incident.state {
            prop_assert!(at >= incident.opened && at >= incident.last_seen && incident.hidden.is_none());
        }
        if incident.grounds != Grounds::Confirmed {
            prop_assert!(incident.severity <= Severity::Warning, "what is not confirmed is a warning");
        }
        self.0.insert(incident.id.clone(), incident.clone());
        Ok(())
    }
}

proptest! {
    /// Whatever is seen, in whatever order and pace, with restarts, jumps of the clock and people in between.
    #[test]
    fn whatever_happens(events in events()) {
        let mut track = Track::default();
        let mut known = Known::default();
        // Two events never have the same moment to the millisecond, whatever the clock does.
        let (mut second, mut number) = (0i64, 0i64);
        let (mut seen, mut well) = (vec![], 0);
        for event in events {
            number += 1;
            let now = |second: i64| at(second) + SignedDuration::from_millis(number % 1000);
            match event {
                Event::Restart => {
                    track = Track::resume(track.kept());
                    (seen, well) = (vec![], 0);
                }
                Event::Jump(by) => second += by,
                Event::Acknowledge => {
                    let id = track.unresolved().first().map(|incident| incident.id.clone());
                    if let Some(change) = id.and_then(|id| track.acknowledge(&id, "nino", now(second))) {
                        known.take(&change)?;
                    }
                }
                Event::Resolve(resolution) => {
                    let id = track.unresolved().first().map(|incident| incident.id.clone());
                    if let Some(change) = id.and_then(|id| track.resolve(&id, resolution, now(second))) {
                        known.take(&change)?;
                    }
                }
                Event::Look(letter, wait) => {
                    second += wait;
                    let mut sighting = look(letter, second);
                    sighting.at = now(second);
                    if sighting.finding.saw_page() {
                        seen.push(sighting.finding == Finding::Alarming);
                    }
                    well = match sighting.finding { Finding::Well => well + 1, Finding::Blind => well, _ => 0 };
                    let alarming = seen.iter().rev().take(5).filter(|bad| **bad).count();
                    let step = track.see(&watch(), &sighting, INTERVAL);
                    for change in &step.changes {
                        known.take(change)?;
                        let incident = change.incident();
                        match change {
                            Change::Opened(_) | Change::Reopened(_) if incident.cause == Cause::Content => {
                                let stood = sighting.finding == Finding::Doubtful;
                                prop_assert!(stood || alarming >= 2, "confirmed before it is shown");
                            }
                            Change::Opened(_) | Change::Reopened(_) | Change::Hidden(_) => {
                                prop_assert!(sighting.others != Others::Fail, "our own network is nobody's trouble");
                            }
                            Change::Resolved(_) if incident.cause == Cause::Content => {
                                prop_assert!(well >= 2, "only the approved page ends it");
                            }
                            Change::Escalated(_) => prop_assert!(alarming >= 2, "confirmed before it is urgent"),
                            _ => {}
                        }
                    }
                    prop_assert!(step.changes.is_empty() || step.wait.is_none() || track.open(Cause::Content).is_none());
                    prop_assert!(step.wait.is_none_or(|wait| wait <= Duration::from_secs(300)));
                }
            }
            let mut held: Vec<_> = track.unresolved().to_vec();
            held.sort_by(|a, b| a.id.cmp(&b.id));
            let stored: Vec<_> = known.open().cloned().collect();
            // How often it was seen is stored with the next thing that is told.
            let names = |all: &[Incident]| all.iter().map(|it| (it.id.clone(), it.state.clone())).collect::<Vec<_>>();
            prop_assert_eq!(names(&held), names(&stored), "nothing is lost and nothing appears unsaid");
        }
    }

    /// A page that flips all day, each state for long enough to be told and never for a quarter of an hour: whatever it flips
    /// between, it is told a few times.
    #[test]
    fn what_comes_and_goes_is_told_a_few_times(
        between in prop::sample::select(vec!["aw", "xw", "hw", "adw", "axw", "ahw", "asw"]),
        runs in prop::collection::vec(21usize..28, 100..140),
    ) {
        let mut track = Track::default();
        let mut told = BTreeMap::<Cause, u32>::new();
        let letters = between.chars().cycle();
        let looks = runs.iter().zip(letters).flat_map(|(times, letter)| std::iter::repeat_n(letter, *times));
        for (n, letter) in (0i64..).zip(looks.take(2880)) {
            for change in track.see(&watch(), &look(letter, n * 30), INTERVAL).changes {
                if matches!(change, Change::Opened(_) | Change::Reopened(_) | Change::Hidden(_) | Change::Escalated(_)) {
                    *told.entry(change.incident().cause).or_default() += 1;
                }
            }
        }
        prop_assert!(told.values().all(|times| *times <= 6), "{told:?}");
    }

    /// Whatever a page does all day, it is told no more often than its quarters of an hour.
    #[test]
    fn no_page_is_told_by_the_minute(
        runs in prop::collection::vec(
            (prop::sample::select(vec!['a', 'w']), prop_oneof![3 => 1usize..8, 1 => 8usize..200]),
            1..300,
        ),
    ) {
        let mut track = Track::default();
        let mut told: Vec<Timestamp> = vec![];
        let looks = runs.iter().flat_map(|(letter, times)| std::iter::repeat_n(*letter, *times));
        for (n, letter) in (0i64..).zip(looks.take(2880)) {
            for change in track.see(&watch(), &look(letter, n * 30), INTERVAL).changes {
                if matches!(change, Change::Opened(_) | Change::Reopened(_)) {
                    told.push(change.incident().opened);
                }
            }
        }
        // The second may follow the first at once; from then on at least the quiet time lies between.
        let close = told.windows(3).filter(|three| three[2].duration_since(three[0]).as_mins() < 10).count();
        prop_assert_eq!(close, 0, "{:?}", told);
    }
}
