//! What comes to an alarm that somebody has, or has put off.

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Sighting, Step, Track};
use frontwatch_core::incident::{Cause, Incident};

use crate::given::{INTERVAL, at, sighting, signal, story, watch};

/// A look at a page with a stranger's script, and what else there is: `c`over, `t`itle, `m`ore scripts, a `l`ight title; `-` is
/// a look that is not sure of anything.
fn look(also: &str, second: i64) -> Sighting {
    if also == "-" {
        return sighting(second, Finding::Doubtful);
    }
    let mut signals = vec![signal("source.script", 0.9)];
    signals.extend(also.chars().map(|letter| match letter {
        'c' => signal("cover.picture", 0.88),
        't' => signal("title.replaced", 0.8),
        'l' => signal("title.replaced", 0.5),
        _ => signal("script.new", 0.9),
    }));
    Sighting { summary: signals[0].message.clone(), signals, ..sighting(second, Finding::Alarming) }
}

fn feed(track: &mut Track, from: i64, looks: &[&str]) -> Vec<Step> {
    (from..).zip(looks).map(|(n, also)| track.see(&watch(), &look(also, n * 30), INTERVAL)).collect()
}

/// What a person does about the alarm of the script.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Does {
    Nothing,
    Takes,
    PutsOff,
}

fn alarmed(does: Does) -> Track {
    let mut track = Track::default();
    feed(&mut track, 0, &["", ""]);
    let id = track.open(Cause::Content).unwrap().id.clone();
    match does {
        Does::Nothing => {}
        Does::Takes => drop(track.acknowledge(&id, "nino", at(50)).unwrap()),
        Does::PutsOff => drop(track.amend(&id, |incident| incident.snoozed = Some(at(36_000))).unwrap()),
    }
    track
}

#[test]
fn what_takes_the_page_is_told_once_when_it_comes_to_what_somebody_has() {
    for (looks, told, why) in [
        (vec!["", "", ""], 0, "it goes on"),
        (vec!["c", "c", "c"], 1, "a cover comes to it"),
        (vec!["t", "t"], 1, "another title"),
        (vec!["c", "", "c", ""], 0, "no two looks in a row see it"),
        (vec!["c", "-", "c"], 0, "nor do these"),
        (vec!["c", "c", "", "", "c", "c"], 1, "it comes and goes"),
        (vec!["c", "c", "ct", "ct"], 2, "one after the other"),
        (vec!["l", "l", "l"], 0, "by itself that is no alarm"),
        (vec!["m", "m"], 0, "more of the same is for those who have it"),
    ] {
        for does in [Does::Takes, Does::PutsOff] {
            let mut track = alarmed(does);
            let steps = feed(&mut track, 2, &looks);
            let expected = vec!["E:content"; told].join(" ");
            assert_eq!(story(&steps), expected, "{does:?}: {why}");
            if looks[0] == "c" {
                assert!(steps[0].confirm_in.is_some(), "{does:?}: {why}: the next look comes soon");
            }
        }
        let mut track = alarmed(Does::Nothing);
        let latest = [*looks.last().unwrap(); 2];
        assert_eq!(story(&feed(&mut track, 2, &looks)), "", "nobody has it: all are reminded: {why}");
        assert_eq!(story(&feed(&mut track, 30, &latest)), "", "nobody has it: {why}");
        let id = track.open(Cause::Content).unwrap().id.clone();
        track.acknowledge(&id, "nino", at(950)).unwrap();
        assert_eq!(story(&feed(&mut track, 32, &latest)), "", "who takes it takes what is there: {why}");
    }
}

#[test]
fn it_is_told_in_its_own_words_and_known_over_a_start() {
    let mut track = alarmed(Does::Takes);
    let steps = feed(&mut track, 2, &["c", "c"]);
    let Change::Escalated(incident) = &steps[1].changes[0] else { panic!("{steps:?}") };
    assert_eq!(incident.summary.id, "signal-cover-picture");
    assert!(!incident.is_open(), "it is in the same hands");
    let mut track = Track::resume(track.kept());
    assert_eq!(story(&feed(&mut track, 4, &["c", "c"])), "", "it was told");
    assert_eq!(story(&feed(&mut track, 6, &["ct", "ct"])), "E:content");

    // What an earlier version stored says nothing of what was shown: it is what is there.
    let old: Vec<Incident> = track.kept().into_iter().map(|it| Incident { joined: None, ..it }).collect();
    let mut track = Track::resume(old);
    assert_eq!(story(&feed(&mut track, 8, &["ct", "ct"])), "");
}
