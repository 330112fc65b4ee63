//! A page is judged against an ordinary history, and against none: a score within bounds, no verdict without a reason, evidence
//! that is cut, sentences in every language in which a site's text is inert, and a baseline that is bounded and comes back
//! from the store as it was.

use std::sync::LazyLock;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::detect::Judged;
use frontwatch_core::extract::decode;
use frontwatch_core::observation::Headers;
use frontwatch_core::text::{Arg, Message, Speech, is_disruptive};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use jiff::tz::TimeZone;

use crate::common::{Watch, article, at, front, login};
use crate::page::bounded;

/// The most characters of a before or an after.
const EVIDENCE: usize = 2000;
/// The most characters of a sentence.
const SENTENCE: usize = 1200;
/// The largest baseline that is stored, bytes.
const STORED: usize = 400_000;

static ORDINARY: LazyLock<[Watch; 3]> = LazyLock::new(|| {
    [(WatchKind::Homepage, front as fn(usize) -> String), (WatchKind::Admin, login), (WatchKind::Article, article)]
        .map(|(kind, page)| Watch::learned(kind, page, 5))
});

static SPEECHES: LazyLock<Vec<Speech>> =
    LazyLock::new(|| ["en", "az", "ru", "tr"].map(|tag| Speech::new(&[tag.to_owned()], TimeZone::UTC)).into());

/// Reads bytes as a page of one of three kinds, by the first of them: `0`, `1` or `2`.
pub fn holds(bytes: &[u8]) {
    let Some((kind, body)) = bytes.split_first() else { return };
    let text = decode(body, &Headers::default()).text;
    let mut watch = ORDINARY[usize::from(*kind) % ORDINARY.len()].clone();
    judged(&mut watch, &text);
    let mut fresh = Watch::new(watch.kind);
    (0..3).for_each(|_| judged(&mut fresh, &text));
}

/// Judges and learns a text, and holds what comes of it to the rules.
pub(crate) fn judged(watch: &mut Watch, text: &str) {
    let judged = watch.judge(text);
    holds_of(&judged);
    assert_eq!(judged.judgement, watch.judge(text).judgement, "a page is not judged the same twice");
    let before = watch.baseline.clone();
    watch.baseline.learn(&judged, at(watch.looks));
    if matches!(judged.judgement.verdict, Verdict::Alarm | Verdict::Inconclusive) {
        assert!(before == watch.baseline, "learned from {:?}", judged.judgement.verdict);
    }
    stored(&watch.baseline);
    watch.baseline.approve(&judged, at(watch.looks));
    stored(&watch.baseline);
    watch.looks += 1;
    let again = watch.judge(text);
    holds_of(&again);
}

fn holds_of(judged: &Judged) {
    bounded(&judged.page);
    let judgement = &judged.judgement;
    assert!((0.0..=1.0).contains(&judgement.score), "{}", judgement.score);
    let quiet = matches!(judgement.verdict, Verdict::Normal | Verdict::Learning);
    assert!(quiet || !judgement.signals.is_empty(), "{:?} without a reason", judgement.verdict);
    for signal in &judgement.signals {
        assert!((0.0..=1.0).contains(&signal.weight), "{} {}", signal.kind, signal.weight);
        crate::cut(&signal.before, EVIDENCE);
        crate::cut(&signal.after, EVIDENCE);
        said(&signal.message);
    }
}

/// A sentence is short, plain and whole, in every language.
pub(crate) fn said(message: &Message) {
    for speech in SPEECHES.iter() {
        assert!(speech.flaws(message).is_empty(), "{:?}", speech.flaws(message));
        let sentence = speech.say(message);
        crate::cut(&sentence, SENTENCE);
        // The marks that keep writing from right to left in its place are the program's own.
        let foreign = sentence.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'));
        let stray: Vec<char> = foreign.filter(|c| is_disruptive(*c)).collect();
        assert!(stray.is_empty() || has_whole(message), "{stray:?} in {sentence:?}");
    }
}

/// Evidence is made inert where it is shown.
fn has_whole(message: &Message) -> bool {
    message.args.values().any(|arg| match arg {
        Arg::Whole(_) => true,
        Arg::Message(inner) => has_whole(inner),
        _ => false,
    })
}

fn stored(baseline: &Baseline) {
    let blob = baseline.encode();
    assert!(blob.len() < STORED, "{} bytes", blob.len());
    assert!(Baseline::decode(Baseline::FORMAT, &blob).as_ref() == Ok(baseline), "a baseline comes back as another");
}
