//! What always stood the same in its place says or leads to something else.

use crate::common::{by, swap};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

#[test]
fn what_always_stood_the_same_is_asked_about_and_what_changes_by_itself_is_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            (
                "the page gives another of its pages as its address",
                swap("href=\"https://outlet.example/\"", "href=\"https://outlet.example/uploads/x\""),
                Alarm("fixed.address"),
            ),
            ("the foot's line edited", swap("founded 1921", "founded in 1921"), NoAlarm),
            ("the year in the foot", swap("founded 1921", "founded 1922"), Normal),
            ("the clock", by(|page| page.replace("12:09", "18:44")), Normal),
        ],
    );
}
