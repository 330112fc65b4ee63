//! What goes and comes back is one incident, and says so.

use frontwatch_core::incident::track::{Change, Track};
use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::verdict::Severity;

use crate::given::{at, feed, feed_from, story};

#[test]
fn what_is_back_within_a_quarter_of_an_hour_is_the_same_incident() {
    for (looks, expected, why) in [
        ("aaww 29w aa", "O:content R:content A:content", "fourteen and a half minutes later"),
        ("aaww 31w aa", "O:content R:content O:content", "a quarter of an hour and more"),
        ("aaww aa ww", "O:content R:content A:content", "two good looks do not end it any more"),
        ("aaww aa 20w", "O:content R:content A:content", "nor do nine and a half minutes of them"),
        ("aaww aa 21w", "O:content R:content A:content R:content", "ten do"),
        ("aaww aa 15w d 20w", "O:content R:content A:content", "a doubtful page starts them again"),
        ("aaww aa 10w aa 20w", "O:content R:content A:content", "so does the cause itself"),
        ("aaww aa 21w aa 30w", "O:content R:content A:content R:content A:content", "the second time ten are too few"),
        ("aaww aa 21w aa 41w", "O:content R:content A:content R:content A:content R:content", "twenty are not"),
        ("xxxx ww xxxx ww", "O:outage R:outage A:outage", "an outage too"),
        ("xxxx ww xxxx 21w", "O:outage R:outage A:outage R:outage", "over after ten minutes"),
        ("21h w 25h w", "O:unseen R:unseen A:unseen", "and what can't be seen"),
        ("xxxx ww aa ww", "O:outage R:outage O:content R:content", "another cause is another incident"),
    ] {
        assert_eq!(story(&feed(&mut Track::default(), looks, 30)), expected, "{looks}: {why}");
    }
}

#[test]
fn it_keeps_its_name_its_beginning_and_its_urgency_and_counts() {
    let mut track = Track::default();
    feed(&mut track, "aa", 30);
    let first = track.unresolved()[0].clone();
    track.acknowledge(&first.id, "nino", at(31)).unwrap();
    feed_from(&mut track, 60, "ww", 30);
    // Over a restart as well.
    let mut track = Track::resume(track.kept());
    let steps = feed_from(&mut track, 300, "aa wwwww aa w aa", 30);
    let Change::Reopened(again) = &steps[1].changes[0] else { panic!("{steps:?}") };
    assert_eq!((&again.id, again.began, &again.state), (&first.id, first.began, &State::Open), "nobody has it");
    assert_eq!((again.opened, again.severity), (at(330), Severity::Critical));
    assert_eq!((again.flaps, again.reopened), (1, 1));
    let open = &track.unresolved()[0];
    assert_eq!((open.flaps, open.reopened), (2, 1), "one good look between is no going and coming");
    let noted: Vec<_> = steps.iter().flat_map(|s| &s.changes).filter(|c| matches!(c, Change::Developed(_))).collect();
    assert_eq!(noted.len(), 1, "that it came back again is stored: {steps:?}");
}

#[test]
fn what_a_person_ended_is_another_incident_if_it_comes_back() {
    for resolution in [Resolution::Ours, Resolution::Dismissed] {
        let mut track = Track::default();
        feed(&mut track, "aa", 30);
        let id = track.unresolved()[0].id.clone();
        track.resolve(&id, resolution, at(40)).unwrap();
        assert_eq!(story(&feed_from(&mut track, 60, "ww aa", 30)), "O:content", "{resolution:?}");
        assert_ne!(track.unresolved()[0].id, id);
    }
}

#[test]
fn what_was_an_alarm_comes_back_as_one() {
    let mut track = Track::default();
    let steps = feed(&mut track, "aaww awa", 30);
    let Change::Reopened(again) = &steps[6].changes[0] else { panic!("{steps:?}") };
    assert_eq!((again.severity, again.summary.id.as_str()), (Severity::Critical, "what"));
    let mut track = Track::default();
    let steps = feed(&mut track, "awa ww awa", 30);
    let Change::Reopened(again) = &steps[7].changes[0] else { panic!("{steps:?}") };
    assert_eq!(
        (again.severity, again.summary.id.as_str()),
        (Severity::Warning, "looks-differ"),
        "and what was none does not"
    );
}
