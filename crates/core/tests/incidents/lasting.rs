//! Suspicions that stand.

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Held, Sighting, Track};
use frontwatch_core::incident::{Grounds, Resolution};
use frontwatch_core::verdict::Severity;
use frontwatch_core::watch::{Expect, Reader, Watch, WatchKind};

use crate::given::{INTERVAL, at, feed, feed_from, story, suspicion, watch};

#[test]
fn a_suspicion_near_an_alarm_that_stands_for_five_minutes_is_a_warning() {
    for (looks, expected, why) in [
        ("10s", "", "four and a half minutes"),
        ("11s", "O:content", "five"),
        ("60s", "O:content", "it is told once"),
        ("5s w 10s", "", "a page as it should be starts the time again"),
        ("5s d 10s", "", "so does a lesser suspicion"),
        ("5s t 10s", "", "so does another cause"),
        ("5s xhb 5s", "O:content", "what can't be seen does not"),
        ("5s a 10s", "", "an alarming look has its own rule"),
        ("5s aa 20s", "O:content", "and opens what is there as an alarm"),
        ("11s a w", "O:content", "one alarming look is no alarm yet"),
        ("11s aa", "O:content E:content", "two in a row are"),
        ("11s ww", "O:content R:content", "the approved page ends it"),
        ("11s xx", "O:content H:content", "and an error page hides it"),
    ] {
        assert_eq!(story(&feed(&mut Track::default(), looks, 30)), expected, "{looks}: {why}");
    }
}

#[test]
fn it_says_what_it_rests_on_and_is_no_more_than_a_warning() {
    let mut track = Track::default();
    let steps = feed(&mut track, "11s 5s", 30);
    assert_eq!(steps[0].held, Some(Held::NotYetLasting));
    let Change::Opened(opened) = &steps[10].changes[0] else { panic!("{steps:?}") };
    assert_eq!((opened.grounds, opened.severity, opened.seen), (Grounds::Lasting, Severity::Warning, 11));
    assert_eq!((opened.began, opened.summary.id.as_str()), (at(0), "lasting-suspicion"));
    assert_eq!(track.unresolved()[0].seen, 16);
    assert!(!track.may_learn(), "a person is asked: it is not learned meanwhile");
    let steps = feed_from(&mut track, 480, "aa", 2);
    let Change::Escalated(now) = &steps[1].changes[0] else { panic!("{steps:?}") };
    assert_eq!(
        (now.grounds, now.severity, now.id.clone()),
        (Grounds::Confirmed, Severity::Critical, opened.id.clone())
    );
}

#[test]
fn what_is_soft_by_nature_stays_a_suspicion_however_long() {
    let strong = |second| suspicion(second, "source.script", 0.73, 0.6);
    let kinds = |kind: WatchKind, expect| Watch { kind, expect, ..watch() };
    let reader = Watch { reader: Some(Reader::Mobile), ..watch() };
    for (watch, like, opens, why) in [
        (watch(), strong(0), true, "a front page"),
        (watch(), suspicion(0, "source.script", 0.72, 0.42), true, "at the bound"),
        (watch(), suspicion(0, "source.script", 0.719, 0.6), false, "below it: what outlets do themselves"),
        (watch(), suspicion(0, "source.script", 0.74, 0.41), false, "many light reasons: a release"),
        (watch(), Sighting { signals: vec![], ..strong(0) }, false, "no reason"),
        (watch(), Sighting { finding: Finding::Well, ..strong(0) }, false, "no suspicion"),
        (kinds(WatchKind::Admin, Some(Expect::Login)), strong(0), true, "a login page"),
        (kinds(WatchKind::Admin, Some(Expect::Json)), strong(0), false, "values"),
        (kinds(WatchKind::Feed, None), strong(0), false, "a feed waits for its stories"),
        (kinds(WatchKind::Article, None), strong(0), false, "a story that an editor worked on stays so"),
        (kinds(WatchKind::Tls, None), strong(0), false, "a certificate"),
        (kinds(WatchKind::Dns, None), strong(0), false, "names"),
        (reader, strong(0), false, "another layout for readers"),
    ] {
        let mut track = Track::default();
        let look = |n: i64| Sighting { at: at(n * 30), ..like.clone() };
        let steps: Vec<_> = (0..40).map(|n| track.see(&watch, &look(n), INTERVAL)).collect();
        assert_eq!(story(&steps), if opens { "O:content" } else { "" }, "{why}");
    }
}

#[test]
fn what_a_person_set_aside_is_not_told_again_until_it_was_away() {
    let mut track = Track::default();
    feed(&mut track, "11s", 30);
    let id = track.unresolved()[0].id.clone();
    track.resolve(&id, Resolution::Dismissed, at(310)).unwrap();
    assert!(track.may_learn());
    let steps = feed_from(&mut track, 330, "40s", 30);
    assert_eq!((story(&steps), steps[39].held), (String::new(), Some(Held::SetAside)));
    assert_eq!(story(&feed_from(&mut track, 1530, "12t", 30)), "O:content", "another cause is told");
    let mut track = Track::default();
    feed(&mut track, "11s", 30);
    track.resolve(&id, Resolution::Dismissed, at(310)).unwrap();
    assert_eq!(story(&feed_from(&mut track, 330, "w 11s", 30)), "O:content", "and so is the same that went and came");
}
