//! What the page says to those who index it.

use crate::common::{Watch, front, head, told};
use crate::front_page;
use crate::table::Say::{Alarm, Normal};
use crate::table::hold;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

#[test]
fn a_page_that_does_not_want_to_be_found_any_more_alarms() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("not to be found any more", head("<meta name=robots content=noindex>"), Alarm("robots.noindex")),
            (
                "not to be found, among other words",
                head("<meta name=\"robots\" content=\"noarchive, NOINDEX\">"),
                Alarm("robots.noindex"),
            ),
            (
                "large pictures allowed",
                head("<meta name=robots content=\"index,follow,max-image-preview:large\">"),
                Normal,
            ),
            ("words for one robot's archive", head("<meta name=archiver content=noarchive>"), Normal),
        ],
    );
}

#[test]
fn a_page_that_never_wanted_to_be_found_stays_what_it_is() {
    let hidden = |n: usize| front(n).replace("<head>", "<head><meta name=robots content=noindex>");
    let watch = Watch::learned(WatchKind::Homepage, hidden, 6);
    let judged = watch.judge(&hidden(6));
    assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}", told(&judged));
}
