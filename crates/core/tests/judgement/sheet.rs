//! Style sheets in the page itself that never were there.

use crate::common::{head, tail};
use crate::front_page;
use crate::table::Say::{Alarm, NoAlarm, Normal};
use crate::table::hold;

#[test]
fn a_sheet_that_takes_hold_of_everything_alarms_and_one_for_a_part_does_not() {
    let (watch, page) = front_page();
    hold(
        &watch,
        &page,
        vec![
            ("every link invisible", tail("<style>a{color:transparent}</style>"), Alarm("style.new")),
            ("every picture turned away", head("<style>img{transform:rotate(90deg)}</style>"), Alarm("style.new")),
            ("all blurred", tail("<style>body > *{filter:blur(20px)}</style>"), Alarm("style.new")),
            (
                "words before every headline",
                tail("<style>h2::before{content:\"No more: \"}</style>"),
                Alarm("style.new"),
            ),
            (
                "every link invisible, behind a rule for paper",
                tail("<style>@media print{nav{display:none}} a{color:transparent}</style>"),
                Alarm("style.new"),
            ),
            (
                "every link invisible, within a condition",
                tail("<style>@media (min-width:1px){a{color:transparent}}</style>"),
                Alarm("style.new"),
            ),
            ("a sheet for one box", tail("<style>.results{border:1px solid #ccc;padding:4px}</style>"), Normal),
            ("grey for a day of mourning", head("<style>html{filter:grayscale(1)}</style>"), Normal),
            ("dark for the night", head("<style>body{background:#111;color:#ddd} a{color:#9cf}</style>"), Normal),
            ("a sheet for paper", head("<style>@media print{nav,footer{display:none}}</style>"), NoAlarm),
            (
                "a widget with its sheet and its script",
                tail("<style>p{position:relative}</style><script src=\"/js/quiz.js\"></script>"),
                NoAlarm,
            ),
        ],
    );
}
