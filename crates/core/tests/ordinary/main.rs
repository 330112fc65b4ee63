//! Ordinary days of differing outlets, and the special ones among them: none is an alarm; and an attack on such a day is.
#![allow(
    clippy::unwrap_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::print_stdout,
    reason = "pages are put together as text; a test may panic, and says how many looks it was"
)]

mod attacks;
#[path = "../common/mod.rs"]
mod common;
mod days;
mod dress;
mod outlets;

use attacks::ONE_MESSAGE;
use common::{Watch, told};
use days::AtMost;
use dress::Dress;
use frontwatch_core::detect::Judged;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;
use jiff::{SignedDuration, Timestamp};
use outlets::{Moment, Outlet};

/// Between two looks of an ordinary day, minutes.
const STEP: usize = 30;
/// Days that are played before anything special happens: Thursday to Sunday.
const DAYS: usize = 4;
/// How many looks of ten minutes a special day lasts; half an hour is what a soft suspicion must stand to be learned.
const TURNS: usize = 6;

/// An outlet that is watched.
#[derive(Clone)]
struct Beat<'a> {
    outlet: &'a Outlet,
    watch: Watch,
    minutes: usize,
}

impl<'a> Beat<'a> {
    fn new(outlet: &'a Outlet) -> Self {
        Self { outlet, watch: Watch::of(WatchKind::Homepage, outlet.identity.home), minutes: 0 }
    }

    /// Four ordinary days, each look of which is normal.
    fn after_ordinary_days(outlet: &'a Outlet) -> Self {
        Self::after_days_in(outlet, DAYS, |_| Dress::default())
    }

    /// So many days in a dress that the outlet always wears, and the morning after, each look of which is normal.
    fn after_days_in(outlet: &'a Outlet, days: usize, dress: impl Fn(usize) -> Dress) -> Self {
        let mut beat = Self::new(outlet);
        while beat.minutes < days * 24 * 60 + 600 {
            let judged = beat.look(&dress(beat.watch.looks));
            let verdict = judged.judgement.verdict;
            let expected = if beat.watch.looks <= 3 { Verdict::Learning } else { Verdict::Normal };
            assert_eq!(verdict, expected, "{}, minute {}: {}", outlet.identity.name, beat.minutes, told(&judged));
            beat.minutes += STEP;
        }
        beat
    }

    fn now(&self) -> Timestamp {
        let first: Timestamp = "2025-02-20T00:00:00Z".parse().unwrap();
        first + SignedDuration::from_mins(i64::try_from(self.minutes).unwrap())
    }

    fn page(&self, dress: &Dress) -> String {
        self.outlet.page(&Moment::of(&self.outlet.identity, self.watch.looks, self.minutes), dress)
    }

    fn look(&mut self, dress: &Dress) -> Judged {
        let page = self.page(dress);
        let now = self.now();
        self.watch.see_at(&page, now)
    }

    /// What attacks worked into this dress are not told as alarms.
    fn misses(&self, what: &str, dress: &Dress) -> Vec<String> {
        let mut missed = Vec::new();
        let identity = &self.outlet.identity;
        for (attack, worked_in) in attacks::ALL.iter().filter(|(attack, _)| identity.headings || *attack != ONE_MESSAGE)
        {
            let attacked = worked_in(identity, dress.clone());
            let judged = self.watch.judge_at(&self.page(&attacked), self.now());
            if judged.judgement.verdict != Verdict::Alarm {
                missed.push(format!("{}, {what}: {attack} is {}", identity.name, told(&judged)));
            }
        }
        missed
    }
}

/// Whether a verdict is more than may be said.
fn too_much(verdict: Verdict, at_most: AtMost) -> bool {
    match at_most {
        AtMost::Normal => verdict != Verdict::Normal,
        AtMost::Suspect => !matches!(verdict, Verdict::Normal | Verdict::Suspect),
    }
}

/// Plays every special day of an outlet after its ordinary ones.
fn play(outlet: &Outlet) {
    let ordinary = Beat::after_ordinary_days(outlet);
    let mut wrong = ordinary.misses("an ordinary day", &Dress::default());
    for day in days::all() {
        let mut beat = ordinary.clone();
        let mut last = Dress::default();
        let mut verdicts = vec![Verdict::Normal];
        for turn in 0..TURNS {
            last = (day.dress)(&outlet.identity, turn);
            let judged = beat.look(&last);
            verdicts.push(judged.judgement.verdict);
            if too_much(judged.judgement.verdict, day.at_most) {
                wrong.push(format!("{}, {}, look {turn}: {}", outlet.identity.name, day.what, told(&judged)));
                break;
            }
            beat.minutes += 10;
        }
        let said = verdicts.windows(2).filter(|pair| pair[0] == Verdict::Normal && pair[1] == Verdict::Suspect).count();
        if said > 1 {
            wrong.push(format!("{}, {}: suspected {said} times", outlet.identity.name, day.what));
        }
        wrong.extend(beat.misses(day.what, &last));
        // And back to the page as it was.
        for turn in 0..2 {
            let judged = beat.look(&Dress::default());
            if too_much(judged.judgement.verdict, AtMost::Suspect) {
                wrong.push(format!("{}, after {}, look {turn}: {}", outlet.identity.name, day.what, told(&judged)));
            }
            beat.minutes += 10;
        }
    }
    for (what, status, page) in days::not_there(&outlet.identity) {
        let mut beat = ordinary.clone();
        let judged = beat.watch.judge_with(&page, status, &Headers::default(), outlet.identity.home);
        if judged.judgement.verdict != Verdict::Inconclusive {
            wrong.push(format!("{}, {what}: {}", outlet.identity.name, told(&judged)));
        }
        beat.watch.baseline.learn(&judged, beat.now());
        beat.minutes += 10;
        let judged = beat.look(&Dress::default());
        if judged.judgement.verdict != Verdict::Normal {
            wrong.push(format!("{}, after {what}: {}", outlet.identity.name, told(&judged)));
        }
        wrong.extend(beat.misses(what, &Dress::default()));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is asked about once is normal when a person has answered, and nothing else is.
#[test]
fn a_redesign_that_was_approved_is_normal_and_an_attack_on_it_is_not() {
    for outlet in &outlets::all() {
        let redesigned = Dress { redesigned: true, ..Dress::default() };
        let mut beat = Beat::after_days_in(outlet, 1, |_| Dress::default());
        let judged = beat.look(&redesigned);
        beat.watch.baseline.approve(&judged, beat.now());
        for _ in 0..4 {
            beat.minutes += 10;
            let judged = beat.look(&redesigned);
            assert_eq!(judged.judgement.verdict, Verdict::Normal, "{}: {}", outlet.identity.name, told(&judged));
        }
        let misses = beat.misses("an approved redesign", &redesigned);
        assert!(misses.is_empty(), "{}", misses.join("\n"));
    }
}

/// A page that always asked for consent, over everything, and does not any more; or offers its other variant by turns.
#[test]
fn what_a_page_always_wore_may_come_and_go() {
    for outlet in &outlets::all() {
        let name = outlet.identity.name;
        let consent = Dress {
            tail: format!(
                "<div id=\"consent\" style=\"position:fixed;inset:0\"><h2>{}</h2><button>{}</button></div>",
                outlet.identity.tongue.cookies, outlet.identity.tongue.accept
            ),
            ..Dress::default()
        };
        let mut beat = Beat::after_days_in(outlet, 1, |_| consent.clone());
        for turn in 0..3 {
            let judged = beat.look(&Dress::default());
            assert_eq!(judged.judgement.verdict, Verdict::Normal, "{name}, without it, {turn}: {}", told(&judged));
            beat.minutes += 10;
        }
        let judged = beat.look(&consent);
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{name}, with it again: {}", told(&judged));
        let misses = beat.misses("consent is asked for", &consent);
        assert!(misses.is_empty(), "{}", misses.join("\n"));

        let variants = |look: usize| Dress { variant: look % 2 == 1, ..Dress::default() };
        let beat = Beat::after_days_in(outlet, 1, variants);
        let misses = beat.misses("two variants", &variants(0));
        assert!(misses.is_empty(), "{}", misses.join("\n"));
    }
}

#[test]
fn a_page_of_tables() {
    play(&outlets::all()[0]);
}

#[test]
fn a_page_of_cards_with_its_state_as_data() {
    play(&outlets::all()[1]);
}

#[test]
fn a_page_from_right_to_left() {
    play(&outlets::all()[2]);
}

#[test]
fn a_dense_portal() {
    play(&outlets::all()[3]);
}

#[test]
fn a_page_of_links_to_others() {
    play(&outlets::all()[4]);
}

#[test]
fn a_small_local_paper() {
    play(&outlets::all()[5]);
}

#[test]
fn a_page_that_lives_from_advertising() {
    play(&outlets::all()[6]);
}
