//! The address that was asked for answers from another site.

use crate::common::{HOST, Watch, front, kinds, told};
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

#[test]
fn an_answer_from_elsewhere_alarms_and_one_of_its_own_does_not() {
    let watch = Watch::learned(WatchKind::Homepage, front, 5);
    for (url, verdict) in [
        ("https://evil.example/", Verdict::Alarm),
        ("https://outlet.example.evil.example/", Verdict::Alarm),
        ("http://203.0.113.9/", Verdict::Alarm),
        ("https://outlet.github.io/", Verdict::Alarm),
        ("https://www.outlet.example/en/", Verdict::Normal),
        ("https://m.outlet.example/", Verdict::Normal),
        (HOST, Verdict::Normal),
    ] {
        let judged = watch.judge_with(&front(5), 200, &Headers::default(), url);
        assert_eq!(judged.judgement.verdict, verdict, "{url}: {}", told(&judged));
        assert_eq!(kinds(&judged).contains(&"redirect.foreign"), verdict == Verdict::Alarm, "{url}");
    }
}

#[test]
fn a_feed_that_answers_from_elsewhere_alarms() {
    let watch = Watch::learned(WatchKind::Feed, crate::common::feed, 5);
    let judged = watch.judge_with(&crate::common::feed(5), 200, &Headers::default(), "https://evil.example/rss");
    assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{}", told(&judged));
}
