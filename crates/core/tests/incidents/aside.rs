//! Alarms that a person set aside.

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Held, Sighting, Track};
use frontwatch_core::incident::{Cause, Grounds, Resolution};
use frontwatch_core::verdict::{Severity, Signal};

use crate::given::{INTERVAL, at, feed_from, look, sighting, signal, story, watch};

/// An advertisement over the page.
const ADVERT: (&str, &str) = ("cover.picture", "https://adverts.example/a.png");
const FRAME: (&str, &str) = ("source.frame", "adverts.example");
/// What is no suspicion by itself.
const LIGHT: (&str, &str) = ("lost.navigation", "most are gone");

/// An alarming look for these reasons.
fn alarm(second: i64, reasons: &[(&str, &str)]) -> Sighting {
    let weight = |after| if after == LIGHT.1 { 0.41 } else { 0.42 };
    let signals =
        reasons.iter().map(|(kind, after)| Signal { after: (*after).into(), ..signal(kind, weight(*after)) }).collect();
    Sighting { signals, ..sighting(second, Finding::Alarming) }
}

/// A track whose alarm for both reasons a person ended like this.
fn ended(resolution: Resolution) -> Track {
    let mut track = Track::default();
    for second in [0, 30] {
        track.see(&watch(), &alarm(second, &[ADVERT, FRAME]), INTERVAL);
    }
    let id = track.open(Cause::Content).unwrap().id.clone();
    track.resolve(&id, resolution, at(40)).unwrap();
    track
}

#[test]
fn an_alarm_that_a_person_set_aside_is_not_told_again_while_the_page_shows_the_same() {
    let other = |kind: &'static str, after: &'static str| vec![ADVERT, FRAME, (kind, after)];
    for (reasons, told, why) in [
        (vec![ADVERT, FRAME], false, "the same"),
        (vec![FRAME, ADVERT], false, "in another order"),
        (vec![ADVERT], false, "less of it"),
        (vec![ADVERT, FRAME, LIGHT], false, "what comes and goes with the news"),
        (vec![LIGHT], true, "light reasons alone, which were none of it"),
        (other("script.new", "c"), true, "a reason of another kind comes to it"),
        (other("cover.picture", "https://elsewhere.example/flag.png"), true, "another picture comes to it"),
        (vec![("cover.picture", "https://elsewhere.example/flag.png"), FRAME], true, "or stands in its place"),
    ] {
        let mut track = ended(Resolution::Dismissed);
        let steps: Vec<_> = (0..40).map(|n| track.see(&watch(), &alarm(60 + n * 30, &reasons), INTERVAL)).collect();
        assert_eq!(story(&steps), if told { "O:content" } else { "" }, "{why}");
        assert_eq!(steps[0].held, Some(if told { Held::Unconfirmed } else { Held::SetAside }), "{why}");
        assert_eq!(steps[0].confirm_in.is_some(), told, "{why}");
    }
    let mut track = ended(Resolution::Dismissed);
    let urgent = |n: i64| Sighting { severity: Severity::Critical, ..alarm(60 + n * 30, &[ADVERT]) };
    assert!((0..9).all(|n| track.see(&watch(), &urgent(n), INTERVAL).changes.is_empty()));
}

#[test]
fn what_is_set_aside_is_what_stood_there_at_the_latest_look() {
    let note = |text| ("text.added", text);
    for confirmed in [true, false] {
        let mut track = Track::default();
        let looks = if confirmed { "aa" } else { "awa" };
        let (first, latest) = (note("in the morning"), note("at noon"));
        for (n, letter) in (0..).zip(looks.chars()) {
            let seen = if letter == 'a' { alarm(n * 30, &[first]) } else { look(letter, n * 30) };
            track.see(&watch(), &seen, INTERVAL);
        }
        // The next edition: in the place of the note are other words, and no reason of another kind.
        let steps: Vec<_> = (3..5).map(|n| track.see(&watch(), &alarm(n * 30, &[latest]), INTERVAL)).collect();
        let id = track.open(Cause::Content).unwrap().id.clone();
        assert_eq!(story(&steps), if confirmed { "" } else { "E:content" });
        track.resolve(&id, Resolution::Dismissed, at(160)).unwrap();
        let steps: Vec<_> = (6..9).map(|n| track.see(&watch(), &alarm(n * 30, &[latest]), INTERVAL)).collect();
        assert_eq!(story(&steps), "", "it stands as it did when a person said that it is nothing");
        let steps: Vec<_> = (9..12).map(|n| track.see(&watch(), &alarm(n * 30, &[first]), INTERVAL)).collect();
        assert_eq!(story(&steps), "O:content", "that is another one");
    }
}

#[test]
fn what_becomes_more_urgent_is_told() {
    let mut track = Track::default();
    let light = |second| Sighting { severity: Severity::Warning, ..alarm(second, &[FRAME]) };
    (0..2).for_each(|n| drop(track.see(&watch(), &light(n * 30), INTERVAL)));
    let id = track.open(Cause::Content).unwrap().id.clone();
    track.resolve(&id, Resolution::Dismissed, at(40)).unwrap();
    assert!((2..9).all(|n| track.see(&watch(), &light(n * 30), INTERVAL).changes.is_empty()));
    let steps: Vec<_> = (9..11).map(|n| track.see(&watch(), &alarm(n * 30, &[FRAME]), INTERVAL)).collect();
    assert_eq!(story(&steps), "O:content");
}

#[test]
fn it_is_news_again_when_it_was_away_and_not_when_it_could_not_be_seen() {
    for (between, told, why) in [
        ("ww", true, "the approved page was there"),
        ("w", false, "one look at it is not yet the end of an alarm"),
        ("wdw", false, "nor are two that are not in a row"),
        ("xxxx", false, "an error page hides it"),
        ("hhhh", false, "so does a refusal"),
        ("bbbb", false, "nobody could look"),
        ("dddd", false, "what is left of it is still a suspicion"),
    ] {
        let mut track = ended(Resolution::Dismissed);
        let outage = if between == "xxxx" { "O:outage" } else { "" };
        assert_eq!(story(&feed_from(&mut track, 60, between, 30)), outage);
        let steps: Vec<_> =
            (0..9).map(|n| track.see(&watch(), &alarm(240 + n * 30, &[ADVERT, FRAME]), INTERVAL)).collect();
        let opened = story(&steps).contains("O:content");
        assert_eq!(opened, told, "{between}: {why}");
    }
    let mut track = ended(Resolution::Ours);
    let steps: Vec<_> = (2..4).map(|n| track.see(&watch(), &alarm(n * 30, &[ADVERT, FRAME]), INTERVAL)).collect();
    assert_eq!(story(&steps), "O:content", "what was said to be ours is learned; if it still alarms, that is news");
    let mut track = Track::resume(ended(Resolution::Dismissed).kept());
    let steps: Vec<_> = (2..4).map(|n| track.see(&watch(), &alarm(n * 30, &[ADVERT, FRAME]), INTERVAL)).collect();
    assert_eq!(story(&steps), "O:content", "after a start it is told once more");
}

#[test]
fn what_comes_to_it_for_some_readers_is_told_beside_it() {
    let mut track = ended(Resolution::Dismissed);
    let more = [ADVERT, FRAME, ("script.new", "c")];
    let steps: Vec<_> = (0..3)
        .map(|n| {
            let reasons = if n == 1 { &more[..2] } else { &more[..] };
            track.see(&watch(), &alarm(60 + n * 30, reasons), INTERVAL)
        })
        .collect();
    assert_eq!(story(&steps), "O:content", "two looks of three see it");

    // What only some looks saw is away when as many looks in a row would have shown it.
    for (well, told) in [(4, false), (5, true)] {
        let mut track = Track::default();
        for (n, letter) in (0..).zip("awa".chars()) {
            let seen = if letter == 'a' { alarm(n * 30, &[ADVERT]) } else { look(letter, n * 30) };
            track.see(&watch(), &seen, INTERVAL);
        }
        let incident = track.open(Cause::Content).unwrap().clone();
        assert_eq!(incident.grounds, Grounds::NowAndThen);
        track.resolve(&incident.id, Resolution::Dismissed, at(70)).unwrap();
        feed_from(&mut track, 90, &format!("{well}w"), 30);
        let later = 90 + i64::from(well) * 30;
        let steps: Vec<_> = (0..2)
            .map(|n| Sighting { severity: Severity::Warning, ..alarm(later + n * 30, &[ADVERT]) })
            .map(|seen| track.see(&watch(), &seen, INTERVAL))
            .collect();
        assert_eq!(story(&steps) == "O:content", told, "{well}: {}", story(&steps));
    }
}
