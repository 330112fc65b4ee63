//! A judgement without parts says what the page alone says, and what was learned without them is no ground.

use frontwatch_core::verdict::Verdict;

use crate::common::{Watch, front};
use crate::site::Site;
use frontwatch_core::watch::WatchKind;

#[test]
fn absent_parts_are_no_deviation() {
    let mut site = Site::learned();
    let with = site.judge(&front(6));
    site.watch.parts.clear();
    let judged = site.watch.judge(&front(6)).judgement;
    assert_eq!((with.0, judged.verdict), (Verdict::Normal, Verdict::Normal));
    assert_eq!(judged.signals, []);
}

#[test]
fn nothing_is_remembered_of_parts_that_were_absent() {
    let watch = Watch::learned(WatchKind::Homepage, front, 6);
    assert!(!watch.baseline.parts().ready());
    let said = watch.baseline.describe();
    assert!(!said.iter().any(|said| said.id == "baseline-parts"), "{said:?}");
    let site = Site::learned();
    let said = site.watch.baseline.describe();
    assert!(said.iter().any(|said| said.id == "baseline-parts"), "{said:?}");
    println!("{} bytes, {} with parts", watch.baseline.encode().len(), site.watch.baseline.encode().len());
}
