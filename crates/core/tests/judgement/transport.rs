//! How the page was served.

use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::WatchKind;

use crate::common::{Answer, HOST, Watch, at, feed, front, kinds, told};
use crate::table::Say::{self, Alarm, NoAlarm, Normal, Suspect};
use crate::table::agrees;

const USUAL: [(&str, &str); 6] = [
    ("content-type", "text/html; charset=utf-8"),
    ("date", "Thu, 20 Feb 2025 10:00:00 GMT"),
    ("server", "nginx/1.24.0"),
    ("x-powered-by", "PHP/8.2"),
    ("strict-transport-security", "max-age=31536000"),
    ("content-security-policy", "default-src 'self'"),
];

fn headers(pairs: &[(&str, &str)]) -> Headers {
    Headers::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

/// A page at its nth load.
type Page = fn(usize) -> String;

/// The usual headers without some, and with others.
fn changed(without: &[&str], with: &[(&str, &str)]) -> Headers {
    let kept: Vec<_> = USUAL.iter().filter(|(name, _)| !without.contains(name)).copied().collect();
    headers(&[&kept[..], with].concat())
}

/// A page that was looked at twelve times, each time with the headers that `served` gives.
fn learned(kind: WatchKind, page: fn(usize) -> String, served: impl Fn(usize) -> Headers) -> Watch {
    let mut watch = Watch::new(kind);
    for n in 0..12 {
        let headers = served(n);
        let answer = Answer { status: 200, headers: &headers, asked: HOST, url: HOST };
        let judged = watch.judge_answer(&page(n), answer, at(n));
        assert!(judged.judgement.signals.is_empty(), "look {n}: {}", told(&judged));
        watch.baseline.learn(&judged, at(n));
        watch.looks += 1;
    }
    watch
}

fn hold(watch: &Watch, page: &str, table: &[(&str, Headers, &str, Say)]) {
    for (what, headers, url, say) in table {
        let judged = watch.judge_answer(page, Answer { status: 200, headers, asked: HOST, url }, at(watch.looks));
        assert!(agrees(&judged, *say), "{what}: {say:?} was wanted, not {}", told(&judged));
    }
}

#[test]
fn encryption_that_is_lost_alarms_and_headers_are_hints() {
    let all = ["server", "x-powered-by", "strict-transport-security", "content-security-policy"];
    let plain = "http://outlet.example/";
    let another = changed(&["server", "strict-transport-security", "content-security-policy"], &[("server", "Apache")]);
    let watched: [(WatchKind, Page); 3] =
        [(WatchKind::Homepage, front), (WatchKind::Feed, feed), (WatchKind::Article, |_| front(1))];
    for (kind, page) in watched {
        // An outlet takes a story out of search by itself, its front page never.
        let unfound = if kind == WatchKind::Article { Suspect } else { Alarm };
        let is_page = kind != WatchKind::Feed;
        let unshown = if is_page { Alarm("transport.unshown") } else { Normal };
        let sent_on = if is_page { Alarm("source.refresh") } else { Normal };
        let watch = learned(kind, page, |_| headers(&USUAL));
        hold(
            &watch,
            &page(12),
            &[
                ("as ever", headers(&USUAL), HOST, Normal),
                ("a newer version of the server", changed(&["server"], &[("server", "nginx/1.29")]), HOST, Normal),
                ("without encryption", headers(&USUAL), plain, Alarm("transport.plain")),
                ("without encryption, and no headers", Headers::default(), plain, Alarm("transport.plain")),
                ("another server", changed(&["server"], &[("server", "Apache")]), HOST, Normal),
                ("no policy of encryption", changed(&["strict-transport-security"], &[]), HOST, Normal),
                (
                    "a policy that is taken back",
                    changed(&["strict-transport-security"], &[("strict-transport-security", "max-age=0")]),
                    HOST,
                    Normal,
                ),
                ("another server without any policy", another.clone(), HOST, Suspect("transport.hsts")),
                ("all of it gone", changed(&all, &[]), HOST, NoAlarm),
                ("no headers at all: a stored snapshot", Headers::default(), HOST, Normal),
                (
                    "not to be found any more",
                    changed(&[], &[("x-robots-tag", "noindex")]),
                    HOST,
                    unfound("robots.header"),
                ),
                ("saved as a file", changed(&[], &[("content-disposition", "attachment")]), HOST, unshown),
                ("shown as its source", changed(&["content-type"], &[("content-type", "text/plain")]), HOST, unshown),
                ("to be shown, with a name", changed(&[], &[("content-disposition", "inline")]), HOST, Normal),
                (
                    "readers are sent on by a header",
                    changed(&[], &[("refresh", "3; url=//evil.test/x")]),
                    HOST,
                    sent_on,
                ),
                ("it asks to be loaded again", changed(&[], &[("refresh", "300")]), HOST, Normal),
                ("not to be archived", changed(&[], &[("x-robots-tag", "noarchive")]), HOST, Normal),
                ("another host of its own", headers(&USUAL), "https://edge7.outlet.example/", NoAlarm),
            ],
        );
    }
}

#[test]
fn servers_that_take_turns_and_pages_without_headers_say_nothing() {
    let turns = |n: usize| if n.is_multiple_of(2) { headers(&USUAL) } else { headers(&[("server", "Varnish")]) };
    let watch = learned(WatchKind::Homepage, front, turns);
    let bare = headers(&[("server", "varnish")]);
    hold(
        &watch,
        &front(12),
        &[("the other one", bare.clone(), HOST, Normal), ("neither, once", headers(&USUAL[..2]), HOST, Normal)],
    );
    let noindex = headers(&[("date", "x"), ("x-robots-tag", "noindex")]);
    let stored = learned(WatchKind::Homepage, front, |_| Headers::default());
    hold(
        &stored,
        &front(12),
        &[
            ("headers for the first time", headers(&USUAL), HOST, Normal),
            ("with a wish of theirs", noindex, HOST, Normal),
        ],
    );
    let young = Watch::learned(WatchKind::Homepage, front, 2);
    let judged = young.judge_with(&front(2), 200, &bare, "http://outlet.example/");
    assert_eq!(judged.judgement.verdict, Verdict::Learning, "{}", told(&judged));
}

#[test]
fn a_site_that_never_was_encrypted_is_as_it_was() {
    let mut watch = Watch::of(WatchKind::Homepage, "http://outlet.example/");
    for n in 0..5 {
        watch.see(&front(n));
    }
    let judged = watch.judge(&front(5));
    assert_eq!(
        (judged.judgement.verdict, judged.judgement.severity),
        (Verdict::Normal, Severity::Info),
        "{:?}",
        kinds(&judged)
    );
}
