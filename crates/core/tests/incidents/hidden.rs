//! An error or a refusal in the place of a defacement hides it. It is not over, and it is no trouble of its own.

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Held, Track};
use frontwatch_core::incident::{Cause, Resolution};
use frontwatch_core::verdict::Availability;

use crate::given::{INTERVAL, at, feed, feed_from, sighting, story, watch};

#[test]
fn what_hides_an_alarm_is_said_once_and_since_when() {
    for (looks, expected, why) in [
        ("aa hh", "O:content H:content", "a refusal"),
        ("aa xh", "O:content H:content", "an error, then a refusal"),
        ("aa 40x", "O:content H:content", "no outage besides it"),
        ("aa 40h", "O:content H:content", "and nothing that can't be seen"),
        ("aa 40f", "O:content", "this computer's own network hides nothing"),
        ("aa xbx", "O:content H:content", "a look of our own fault neither counts nor ends it"),
        ("aa xax ax ax", "O:content", "one look at a time fails"),
        ("aa xx aa xx aa xx", "O:content H:content", "the second time it is only noted"),
        ("aa xx w xx w", "O:content H:content", "one good look is not the end"),
        ("aa xx ww", "O:content H:content R:content", "two are"),
    ] {
        assert_eq!(story(&feed(&mut Track::default(), looks, 30)), expected, "{looks}: {why}");
    }
}

#[test]
fn it_says_since_when_and_behind_what_and_outlives_a_restart() {
    let mut track = Track::default();
    let steps = feed(&mut track, "aa xx xx", 30);
    assert!(steps[2].confirm_in.is_some(), "the first look that fails is confirmed at once");
    let Change::Hidden(hidden) = &steps[3].changes[0] else { panic!("{steps:?}") };
    assert_eq!((hidden.hidden, hidden.availability, hidden.hidings), (Some(at(60)), Availability::Error, 1));
    assert_eq!(steps[5].held, Some(Held::HiddenAlarm));
    assert!(steps[5].changes.is_empty());

    let mut track = Track::resume(track.kept());
    let steps = feed_from(&mut track, 180, "xx a d", 30);
    assert_eq!(story(&steps), "");
    assert_eq!(steps.iter().filter(|step| matches!(step.changes[..], [Change::Developed(_)])).count(), 1, "{steps:?}");
    let open = track.open(Cause::Content).unwrap();
    assert_eq!((open.hidden, open.last_seen), (None, at(240)), "it is to be seen again");
}

#[test]
fn an_outage_that_goes_on_after_a_person_dismissed_the_alarm_is_told_then() {
    for (letter, cause) in [("x", Cause::Outage), ("h", Cause::Unseen)] {
        let mut track = Track::default();
        feed(&mut track, &format!("aa 40{letter}"), 30);
        let id = track.open(Cause::Content).unwrap().id.clone();
        track.resolve(&id, Resolution::Dismissed, at(1260)).unwrap();
        let finding = if cause == Cause::Outage { Finding::Down } else { Finding::Hidden };
        let step = track.see(&watch(), &sighting(1265, finding), INTERVAL);
        let Change::Opened(opened) = &step.changes[0] else { panic!("{step:?}") };
        assert_eq!((opened.cause, opened.began), (cause, at(60)), "since it began");
    }
}
