//! The first twenty-four hours of a watch: outlets that publish by the hour of the day, looked at every thirty seconds
//! from the first look on, with judging and learning as the live watch does both. No alarm is right.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic, and says what it counted")]

mod day;

use std::time::Duration;

use day::{Count, Day};
use frontwatch_newsroom::{Options, Press, Roster};

/// What `script/test` has the time for: an outlet in each language, looked at every ten minutes.
#[test]
fn a_first_day_brings_no_alarm() {
    let press = Press::new(&options(5, 20));
    let mut day = Day::new(&press, Duration::from_secs(600));
    day.pass();
    let count = day.count();
    assert_eq!(count.alarms(), 0, "{}", count.table());
    assert_eq!(count.suspects(), 0, "{}", count.table());
    assert_eq!(day.unheard(), Vec::<String>::new(), "attacks after a quiet day");
}

/// All of it: twenty outlets, every page another on each of 2,880 looks. Minutes, so `script/accuracy --first-day` runs it.
#[test]
#[ignore = "takes minutes: script/accuracy --first-day"]
fn twenty_outlets_looked_at_every_thirty_seconds() {
    let press = Press::new(&options(20, 60));
    let mut day = Day::new(&press, Duration::from_secs(30));
    day.pass();
    let count = day.count();
    println!("{}", count.table());
    let unheard = day.unheard();
    println!(
        "attacks after it that are no alarm: {}",
        if unheard.is_empty() { "none".to_owned() } else { unheard.join("; ") }
    );
    assert_eq!((count.alarms(), unheard.len()), (0, 0));
}

fn options(outlets: usize, page_kb: usize) -> Options {
    Options {
        roster: Roster::Generated(outlets),
        page_kb,
        seed: 20_250_220,
        opens_at: Count::BEGINS.parse().unwrap(),
        // No cache stands before them: tokens, counts, clocks and advertising are new on every load.
        validators: false,
        ..Options::default()
    }
}
