//! What is an attack and what is the news: for each detector a table of pages of our own making, judged after an
//! ordinary history. A table holds what its detector must see, with the kind of signal that names it, and what looks
//! like it and is an ordinary day.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    reason = "tables of pages, put together as text; a test may panic"
)]

mod availability;
mod charset;
mod closed;
mod collapse;
#[path = "../common/mod.rs"]
mod common;
mod cover;
mod feed;
mod first_look;
mod fixed;
mod forms;
mod headline;
mod image;
mod language;
mod link;
mod login;
mod lost;
mod missing;
mod placed;
mod redirect;
mod release;
mod robots;
mod script;
mod sheet;
mod sound;
mod source;
mod story;
mod table;
mod title;
mod transport;
mod unanswered;
mod values;
mod vocabulary;
mod wording;

use common::{Watch, front};
use frontwatch_core::watch::WatchKind;

/// The front page after nine ordinary looks, and its tenth.
fn front_page() -> (Watch, String) {
    (Watch::learned(WatchKind::Homepage, front, 9), front(9))
}

/// The headlines of a page, each put through `change`.
fn headlines(page: &str, change: impl Fn(usize, &str) -> String) -> String {
    let mut parts = page.split("<h2>");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        let (headline, rest) = part.split_once("</h2>").unwrap();
        out.push_str(&format!("<h2>{}</h2>{rest}", change(at, headline)));
    }
    out
}

#[test]
fn an_ordinary_look_says_nothing() {
    let (watch, page) = front_page();
    table::hold(
        &watch,
        &page,
        vec![
            ("twenty new stories at once", common::by(|_| front(29)), table::Say::Normal),
            ("an hour later", common::by(|_| front(15)), table::Say::Normal),
            ("a look back: a cache's older copy", common::by(|_| front(6)), table::Say::Normal),
        ],
    );
}
