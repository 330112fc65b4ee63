//! When looks are made: jitter, wake-ups, clocks set back.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its input has failed")]

use std::time::Duration;

use frontwatch_core::schedule::Schedule;
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use url::Url;

const INTERVAL: Duration = Duration::from_secs(30);

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(1_740_000_000_000 + millis).unwrap()
}

fn ids(count: usize) -> Vec<WatchId> {
    let url = |n| Url::parse(&format!("https://paper{n:04}.example/")).unwrap();
    (0..count).map(|n| WatchId::new(WatchKind::Homepage, &url(n))).collect()
}

fn of(count: usize) -> Schedule {
    let mut schedule = Schedule::default();
    schedule.set(ids(count).into_iter().map(|id| (id, INTERVAL)), at(0));
    schedule
}

/// Runs from `from` to `to` in steps of 100 ms, each look over at once; when each look was made.
fn run(schedule: &mut Schedule, from: i64, to: i64) -> Vec<(i64, WatchId)> {
    let mut looks = vec![];
    for now in (from..to).step_by(100) {
        for id in schedule.tick(at(now)).due {
            schedule.looked(&id, at(now), None);
            looks.push((now, id));
        }
    }
    looks
}

#[test]
fn every_watch_is_due_at_its_interval_within_a_tenth() {
    let looks = run(&mut of(20), 0, 600_000);
    for id in ids(20) {
        let times: Vec<i64> = looks.iter().filter(|(_, look)| *look == id).map(|(now, _)| *now).collect();
        for pair in times.windows(2) {
            let gap = pair[1] - pair[0];
            assert!((27_000..=33_100).contains(&gap), "{id}: {gap} ms");
        }
        assert!(times.len() >= 18, "{id}: {}", times.len());
        let gaps: std::collections::BTreeSet<i64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(gaps.len() > 3, "{id}: jitter varies");
    }
}

#[test]
fn a_watch_that_rests_is_looked_at_no_sooner_and_the_others_as_ever() {
    let mut schedule = of(2);
    run(&mut schedule, 0, 60_000);
    let (resting, other) = (&ids(2)[0], &ids(2)[1]);
    schedule.looked(resting, at(60_000), Some(Duration::from_secs(5)));
    schedule.rest(resting, at(60_000), Duration::from_secs(300));
    assert_eq!(schedule.due_at(resting), Some(at(360_000)));
    let looks = run(&mut schedule, 60_000, 420_000);
    let of = |id| looks.iter().filter(|(_, look)| look == id).map(|(now, _)| *now).collect::<Vec<_>>();
    assert_eq!(of(resting)[0], 360_000, "and then at its own pace: {:?}", of(resting));
    assert!(of(resting).len() >= 2 && of(other).len() >= 10);
    schedule.looked(other, at(420_000), None);
    let due = schedule.due_at(other);
    schedule.rest(other, at(420_000), Duration::from_secs(1));
    assert_eq!(schedule.due_at(other), due, "a short rest brings no look forward");
}

#[test]
fn the_first_round_and_the_round_after_a_sleep_are_spread() {
    let mut schedule = of(100);
    let first = run(&mut schedule, 0, 20_000);
    assert_eq!(first.len(), 100);
    let slept = 8 * 3_600_000;
    let tick = schedule.tick(at(slept));
    assert_eq!(tick.slept.map(|(_, to)| to), Some(at(slept)));
    assert!(tick.due.len() <= 1, "{} at once", tick.due.len());
    for id in tick.due {
        schedule.looked(&id, at(slept), None);
    }
    let looks = run(&mut schedule, slept + 100, slept + 30_000);
    let most = (0..300).map(|n| looks.iter().filter(|(now, _)| *now == slept + n * 100).count()).max();
    assert!(looks.len() >= 99, "all within an interval: {}", looks.len());
    assert!(most <= Some(3), "never a burst: {most:?}");
}

#[test]
fn a_clock_set_back_puts_no_look_off_for_longer_than_its_interval() {
    let mut schedule = of(5);
    run(&mut schedule, 0, 60_000);
    let back = -7_200_000;
    let looks = run(&mut schedule, back, back + 33_200);
    assert_eq!(looks.iter().map(|(_, id)| id).collect::<std::collections::BTreeSet<_>>().len(), 5);
}

#[test]
fn a_watch_under_way_is_not_due_and_a_retry_comes_sooner() {
    let mut schedule = of(1);
    let id = &ids(1)[0];
    assert_eq!(schedule.tick(at(0)).due.len(), 1);
    assert_eq!(schedule.tick(at(9_000)).due.len(), 0);
    schedule.looked(id, at(9_000), Some(Duration::from_secs(2)));
    assert_eq!(schedule.due_at(id), Some(at(11_000)));
    schedule.looked(id, at(9_000), Some(Duration::from_secs(3_600)));
    assert!(schedule.due_at(id) < Some(at(43_000)), "never later than the interval");
}

#[test]
fn a_shorter_interval_counts_at_once() {
    let mut schedule = of(3);
    run(&mut schedule, 0, 5_000);
    schedule.set(ids(3).into_iter().map(|id| (id, Duration::from_secs(2))), at(5_000));
    let looks = run(&mut schedule, 5_000, 7_300);
    assert_eq!(looks.iter().map(|(_, id)| id).collect::<std::collections::BTreeSet<_>>().len(), 3);
}

#[test]
fn what_has_no_network_yet_is_held_and_what_is_back_is_caught_up_with_calmly() {
    let mut schedule = of(100);
    run(&mut schedule, 0, 60_000);
    let (here, away) = (ids(10), ids(100).split_off(10));
    schedule.hold(&away, at(80_000));
    let looks = run(&mut schedule, 60_000, 78_000);
    assert!(looks.iter().all(|(_, id)| here.contains(id)), "{looks:?}");
    schedule.again(&away, at(78_000));
    let looks = run(&mut schedule, 78_000, 88_000);
    let most = (0..100).map(|n| looks.iter().filter(|(now, _)| *now == 78_000 + n * 100).count()).max();
    assert!(most <= Some(3), "never a burst: {most:?}");
    let seen: std::collections::BTreeSet<_> = looks.iter().map(|(_, id)| id).filter(|id| away.contains(id)).collect();
    assert_eq!(seen.len(), 90, "all within a fraction of the interval");
}

#[test]
fn a_round_looks_at_nothing_twice_that_is_under_way() {
    let mut schedule = of(3);
    assert_eq!(schedule.tick(at(0)).due.len(), 1);
    let due: Vec<_> = ids(3).iter().map(|id| schedule.due_at(id)).collect();
    schedule.again(&ids(3), at(50));
    let again: Vec<_> = ids(3).iter().map(|id| schedule.due_at(id)).collect();
    assert_eq!(again[0], None, "under way");
    assert!(again[1..].iter().zip(&due[1..]).all(|(again, due)| again <= due), "{due:?} {again:?}");
}

#[test]
fn a_metered_connection_is_looked_through_at_half_the_pace_but_for_what_is_wanted_sooner() {
    let mut schedule = of(1);
    let id = &ids(1)[0];
    schedule.tick(at(0));
    schedule.slow_down(true);
    schedule.looked(id, at(0), None);
    assert!((at(54_000)..=at(66_000)).contains(&schedule.due_at(id).unwrap()));
    schedule.looked(id, at(0), Some(Duration::from_secs(2)));
    assert_eq!(schedule.due_at(id), Some(at(2_000)));
    schedule.slow_down(false);
    schedule.looked(id, at(0), None);
    assert!((at(27_000)..=at(33_000)).contains(&schedule.due_at(id).unwrap()));
}

#[test]
fn five_thousand_watches_are_spread_over_their_interval() {
    let looks = run(&mut of(5_000), 0, 120_000);
    let busiest = (0..1_200).map(|n| looks.iter().filter(|(now, _)| *now == n * 100).count()).max().unwrap();
    assert!(busiest < 100, "{busiest} looks in a tenth of a second");
}

proptest! {
    /// Whatever the clock does, every watch is looked at again within an interval and a tenth of ticking.
    #[test]
    fn no_watch_is_forgotten(jumps in prop::collection::vec(-90_000_000i64..90_000_000, 1..8)) {
        let mut schedule = of(7);
        let mut now = 0;
        run(&mut schedule, now, now + 10_000);
        for jump in jumps {
            now += 10_000 + jump;
            let looks = run(&mut schedule, now, now + 33_200);
            let seen: std::collections::BTreeSet<_> = looks.iter().map(|(_, id)| id.clone()).collect();
            prop_assert_eq!(seen.len(), 7, "after a jump of {} ms", jump);
            now += 23_200;
        }
    }

    /// However often the clock is set back, each look comes as long after the one before as it would have: none is lost and
    /// none is made twice.
    #[test]
    fn a_clock_set_back_loses_and_repeats_nothing(backs in prop::collection::vec((1i64..9_000_000, 100i64..40_000), 1..10)) {
        let mut schedule = of(7);
        let (mut now, mut passed) = (0, 0);
        let mut last = std::collections::BTreeMap::new();
        for (back, then) in backs {
            for _ in 0..then / 100 {
                let tick = schedule.tick(at(now));
                prop_assert_eq!(tick.slept, None);
                for id in tick.due {
                    schedule.looked(&id, at(now), None);
                    if let Some(before) = last.insert(id, passed) {
                        let gap = passed - before;
                        // A tick more for each time that the clock was set back.
                        prop_assert!((26_000..=34_100).contains(&gap), "{} ms", gap);
                    }
                }
                now += 100;
                passed += 100;
            }
            prop_assert!(last.values().all(|before| passed - before <= 34_100), "{:?} at {}", last, passed);
            now -= back;
        }
    }

    /// What waits is found again, whatever is done to it.
    #[test]
    fn nothing_is_lost_between_its_moments(steps in prop::collection::vec((0u8..7, 0usize..9, 0i64..50_000), 1..60)) {
        let mut schedule = of(9);
        let (all, mut now) = (ids(9), 0);
        let mut under_way = std::collections::BTreeSet::new();
        for (what, which, time) in steps {
            let id = &all[which];
            match what {
                0 => under_way.extend(schedule.tick(at(now)).due),
                1 if under_way.remove(id) => schedule.looked(id, at(now), None),
                2 => schedule.hold(&all[which..], at(now + time)),
                3 => schedule.again(&all[..which], at(now)),
                4 if !under_way.contains(id) => schedule.put_off(id, at(now + time)),
                5 => schedule.set(all.iter().map(|id| (id.clone(), INTERVAL)), at(now)),
                _ => now += time,
            }
            let waiting = all.iter().filter_map(|id| schedule.due_at(id));
            prop_assert_eq!(schedule.next(), waiting.min());
            for id in &all {
                prop_assert_eq!(schedule.due_at(id).is_none(), under_way.contains(id), "{}", id);
            }
        }
    }

    /// Changing the list keeps the times of those that stay.
    #[test]
    fn an_edit_keeps_what_stays(count in 1usize..30, keep in 1usize..30, now in 0i64..100_000) {
        let mut schedule = of(count);
        run(&mut schedule, 0, now);
        let before: Vec<_> = ids(count.min(keep)).into_iter().map(|id| (schedule.due_at(&id), id)).collect();
        schedule.set(ids(keep).into_iter().map(|id| (id, INTERVAL)), at(now));
        for (due, id) in before {
            prop_assert_eq!(schedule.due_at(&id), due);
        }
        prop_assert!(schedule.next().is_some_and(|next| next.duration_since(at(now)) <= SignedDuration::from_secs(33)));
    }
}
