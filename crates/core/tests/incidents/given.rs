//! Looks as letters, and what they brought as letters.

use std::time::Duration;

use frontwatch_core::incident::finding::Finding;
use frontwatch_core::incident::track::{Change, Others, Sighting, Step, Track};
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::Timestamp;
use url::Url;

pub(crate) const INTERVAL: Duration = Duration::from_secs(30);

pub(crate) fn watch() -> Watch {
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

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_740_000_000 + second).unwrap()
}

pub(crate) fn sighting(second: i64, finding: Finding) -> Sighting {
    Sighting {
        at: at(second),
        took: Duration::ZERO,
        finding,
        availability: match finding {
            Finding::Down => Availability::Error,
            Finding::Hidden => Availability::Refused,
            _ => Availability::Up,
        },
        summary: Message::new("what"),
        severity: if finding == Finding::Alarming { Severity::Critical } else { Severity::Warning },
        score: 0.5,
        signals: vec![],
        digest: None,
        others: Others::Answer,
        site_is_gone: false,
        asks_to_wait: None,
    }
}

pub(crate) fn signal(kind: &str, weight: f64) -> Signal {
    let message = Message::new(format!("signal-{}", kind.replace('.', "-")));
    Signal { kind: kind.to_owned(), weight, message, before: "a".into(), after: "b".into() }
}

/// A suspicion of one cause.
pub(crate) fn suspicion(second: i64, kind: &str, score: f64, weight: f64) -> Sighting {
    let signals = vec![signal(kind, weight)];
    Sighting { score, summary: signals[0].message.clone(), signals, ..sighting(second, Finding::Doubtful) }
}

/// A look by its letter: `w`ell, `d`oubtful, `a`larming, do`x`n, `h`idden, `b`lind; `s` and `t` are suspicions near an alarm, of
/// two causes; `f` is down while no other host answers, `r` an error that asks to be left alone.
pub(crate) fn look(letter: char, second: i64) -> Sighting {
    match letter {
        'w' => sighting(second, Finding::Well),
        'd' => sighting(second, Finding::Doubtful),
        'a' => sighting(second, Finding::Alarming),
        'x' => sighting(second, Finding::Down),
        'h' => sighting(second, Finding::Hidden),
        's' => suspicion(second, "source.script", 0.73, 0.6),
        't' => suspicion(second, "link.block", 0.73, 0.6),
        'f' => Sighting { others: Others::Fail, ..sighting(second, Finding::Down) },
        'r' => Sighting { asks_to_wait: Some(Duration::from_secs(120)), ..sighting(second, Finding::Down) },
        _ => sighting(second, Finding::Blind),
    }
}

/// Feeds looks as letters, one every `step` seconds from `start` on. A number repeats the letter after it.
pub(crate) fn feed_from(track: &mut Track, start: i64, looks: &str, step: i64) -> Vec<Step> {
    let mut letters = vec![];
    let mut times = String::new();
    for letter in looks.chars().filter(|letter| !letter.is_whitespace()) {
        if letter.is_ascii_digit() {
            times.push(letter);
        } else {
            letters.extend(std::iter::repeat_n(letter, std::mem::take(&mut times).parse().unwrap_or(1)));
        }
    }
    (0..).zip(letters).map(|(n, letter)| track.see(&watch(), &look(letter, start + n * step), INTERVAL)).collect()
}

pub(crate) fn feed(track: &mut Track, looks: &str, step: i64) -> Vec<Step> {
    feed_from(track, 0, looks, step)
}

/// What the steps brought, in letters: `O`pened, opened `A`gain, `E`scalated, `H`idden, `R`esolved, with the cause; what is not
/// told is left out.
pub(crate) fn story(steps: &[Step]) -> String {
    let mut words = vec![];
    for change in steps.iter().flat_map(|step| &step.changes) {
        let letter = match change {
            Change::Opened(_) => "O",
            Change::Reopened(_) => "A",
            Change::Escalated(_) => "E",
            Change::Hidden(_) => "H",
            Change::Resolved(_) => "R",
            Change::Developed(_) | Change::SeenAgain(_) | Change::Acknowledged(_) | Change::Snoozed(_) => continue,
        };
        words.push(format!("{letter}:{}", change.incident().cause.as_str()));
    }
    words.join(" ")
}
