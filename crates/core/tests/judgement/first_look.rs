//! A page may be hacked when it is first seen: wording, cover and takeover are judged from the first look.

use crate::common::{Watch, article, front, login, told, top};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

#[test]
fn a_page_that_is_hacked_when_first_seen_is_told_and_not_learned() {
    let mut watch = Watch::new(WatchKind::Homepage);
    for page in [
        "<title>Hacked by nobody</title><body>x</body>".to_owned(),
        top("<div style=\"position:fixed;inset:0\"><h1>hacked by nobody</h1></div>")(&front(0)),
        front(0).replace("<head>", "<head><meta http-equiv=refresh content=\"0;url=https://evil.example/\">"),
        top("<div style=\"position:fixed;inset:0\"><img src=/uploads/x.jpg></div>")(&front(0)),
        "<title>x</title><body style=margin:0><iframe src=//evil.example/ style=\"position:fixed;inset:0\"></iframe>"
            .to_owned(),
    ] {
        let judged = watch.see(&page);
        assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{page:.80}: {}", told(&judged));
        assert_eq!(watch.baseline.looks(), 0);
    }
    assert_eq!(watch.see(&front(0)).judgement.verdict, Verdict::Learning);
}

#[test]
fn an_ordinary_page_that_is_first_seen_is_learned() {
    let story = |page: String| page.replacen("<h2>", "<h2>Ministry site hacked by unknown group</h2><h2>", 1);
    for (kind, page) in [
        (WatchKind::Homepage, front(0)),
        (WatchKind::Homepage, story(front(0))),
        (
            WatchKind::Homepage,
            front(0).replace("</body>", "<div class=veil style=\"position:fixed;inset:0\"></div></body>"),
        ),
        (WatchKind::Homepage, front(0).replace("</body>", "<script src=//stranger.example/x.js></script></body>")),
        (WatchKind::Admin, login(0)),
        (WatchKind::Article, article(0)),
    ] {
        let judged = Watch::new(kind).see(&page);
        assert_eq!(judged.judgement.verdict, Verdict::Learning, "{kind}: {}", told(&judged));
    }
}
