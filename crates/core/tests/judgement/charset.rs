//! The character set that a page declares, and the one that its server says it is in.

use frontwatch_core::observation::Headers;
use frontwatch_core::watch::WatchKind;

use crate::common::{Answer, HOST, Watch, at, front, head, swap, told};
use crate::front_page;
use crate::table::Say::{self, Alarm, Normal, Suspect};
use crate::table::{agrees, hold};

#[test]
fn a_page_that_declares_another_character_set_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("another one", swap("charset=\"utf-8\"", "charset=\"windows-1251\""), Alarm("charset.declared")),
            (
                "one that no browser knows any more",
                swap("charset=\"utf-8\"", "charset=\"utf-7\""),
                Alarm("charset.declared"),
            ),
            ("a second declaration", head("<meta charset=\"iso-2022-jp\">"), Alarm("charset.declared")),
            ("the same in capitals", swap("charset=\"utf-8\"", "charset=\"UTF-8\""), Normal),
        ],
    );
}

fn served(kind: &str) -> Headers {
    Headers::new([("date".to_owned(), "x".to_owned()), ("content-type".to_owned(), kind.to_owned())])
}

#[test]
fn a_server_that_says_another_character_set_is_suspect() {
    let table: [(&str, &str, Say); 5] = [
        ("another one", "text/html; charset=windows-1251", Suspect("charset.served")),
        ("another one under an old name", "text/html; charset=x-sjis", Suspect("charset.served")),
        ("the same under another name", "text/html;charset=\"UTF8\"", Normal),
        ("none any more", "text/html", Normal),
        ("one that nobody knows", "text/html; charset=klingon", Normal),
    ];
    for usual in ["text/html; charset=utf-8", "text/html"] {
        let headers = served(usual);
        let mut watch = Watch::new(WatchKind::Homepage);
        for n in 0..12 {
            let answer = Answer { status: 200, headers: &headers, asked: HOST, url: HOST };
            let judged = watch.judge_answer(&front(n), answer, at(n));
            assert!(judged.judgement.signals.is_empty(), "look {n}: {}", told(&judged));
            watch.baseline.learn(&judged, at(n));
            watch.looks += 1;
        }
        for (what, kind, say) in table {
            let answer = Answer { status: 200, headers: &served(kind), asked: HOST, url: HOST };
            let judged = watch.judge_answer(&front(12), answer, at(watch.looks));
            assert!(agrees(&judged, say), "{usual}: {what}: {say:?} was wanted, not {}", told(&judged));
        }
    }
}
