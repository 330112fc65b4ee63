//! Time that jumps, two hundred watches, and a page that makes judging fail.

use std::collections::BTreeMap;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::text::Message;
use frontwatch_core::verdict::Verdict;
use frontwatch_engine::run::new_version;
use frontwatch_proof::proven;
use jiff::{SignedDuration, Timestamp};

use crate::world::{PAPER, World, configured, homepage, minutes, seconds};

fn many(world: &World, count: usize) -> String {
    let outlets: Vec<(String, String)> =
        (0..count).map(|n| (format!("Paper {n}"), format!("http://127.0.0.1:{}/", 1000 + n))).collect();
    for (_, url) in &outlets {
        world.web.publish(url, "Paper");
    }
    configured(&outlets.iter().map(|(name, url)| (name.as_str(), url.as_str())).collect::<Vec<_>>())
}

#[tokio::test(start_paused = true)]
async fn two_hundred_watches_are_each_looked_at_when_they_are_due() {
    let world = World::new();
    let life = world.watch(&many(&world, 200)).await;
    world.pass(minutes(5)).await;
    let mut looks: BTreeMap<String, Vec<Timestamp>> = BTreeMap::new();
    for look in world.web.looks() {
        looks.entry(look.url.to_string()).or_default().push(look.at);
    }
    assert_eq!(looks.len(), 200);
    for (url, looks) in looks {
        assert!(looks.len() >= 8, "{url}: {looks:?}");
        for pair in looks.windows(2) {
            let gap = pair[1].duration_since(pair[0]).as_secs_f64();
            assert!((26.9..=33.6).contains(&gap), "{url}: {gap}");
        }
    }
    assert_eq!(world.screen.tried().len(), 0);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_night_that_was_slept_through_is_said_kept_and_caught_up_with_calmly() {
    let world = World::new();
    let life = world.watch(&many(&world, 60)).await;
    world.pass(minutes(3)).await;
    let before = world.web.looks().len();
    world.clock.jump(SignedDuration::from_hours(8));
    let woke = frontwatch_engine::ports::Clock::now(&*world.clock);
    world.pass(seconds(40)).await;

    let blind = life.store.blind(Timestamp::UNIX_EPOCH).await.unwrap();
    assert_eq!(blind.len(), 1, "{blind:?}");
    assert_eq!(blind[0].1.duration_since(blind[0].0).as_hours(), 8);
    let remarks = life.remarks();
    assert!(remarks.len() == 2 && remarks[0].starts_with("not watched from "), "{remarks:?}");
    assert!(remarks[1].starts_with("Caught up with what was not watched: 60 addresses"), "{remarks:?}");

    let caught_up: Vec<_> = world.web.looks()[before..].iter().map(|look| look.at.duration_since(woke)).collect();
    let at_once = caught_up.iter().filter(|wait| **wait <= SignedDuration::from_secs(2)).count();
    assert!((1..=25).contains(&at_once), "not all at once: {at_once}");
    let soon = caught_up.iter().filter(|wait| **wait <= SignedDuration::from_secs(12)).count();
    assert!(soon >= 55, "all within a fraction of the interval: {soon}");
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    world.stop(life).await;
    proven!(
        "process",
        "a clock jump forward",
        "8 hours, 60 watches: said, kept as not watched, caught up with",
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_wrong_puts_no_look_hours_away_and_hides_no_attack() {
    const YEAR: i64 = 365 * 24;
    let jumps = [("5 hours back", -5), ("to 1970", -56 * YEAR), ("5 years ahead", 5 * YEAR)];
    for (which, hours) in jumps {
        let world = World::new();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.clock.jump(SignedDuration::from_hours(hours));
        let before = world.web.looks_at(PAPER).len();
        world.pass(minutes(5)).await;
        let looks = world.web.looks_at(PAPER).len() - before;
        assert!(looks >= 8, "{which}: {looks} looks");
        assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]), "{which}");
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), which, || world.screen.raised().len() == 1).await;
        world.stop(life).await;
    }
    let what = jumps.map(|(which, _)| which).join(", ");
    proven!(
        "process",
        "a clock that is set wrong",
        format!("{what}: looked at as often as ever, an attack told"),
        "nothing"
    );
}

/// A baseline whose version cannot grow any more makes learning overflow, and in a build with overflow checks panic:
/// the only panic inside of judging that can be provoked from outside.
#[cfg(debug_assertions)]
#[tokio::test(start_paused = true)]
async fn a_panic_while_judging_stays_with_its_watch() {
    const OTHER: &str = "http://127.0.0.1:10/";
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let store = world.open();
    let mut baseline = Baseline::default();
    baseline.restored_as(u64::MAX);
    let mut version = new_version(&homepage(PAPER), &baseline, Message::new("baseline-learned"), Timestamp::UNIX_EPOCH);
    if let frontwatch_engine::store::Write::Baseline(stored) = &mut version {
        stored.version = 1;
    }
    store.commit(vec![version]).await.unwrap();
    store.close().await.unwrap();

    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Other").await;
    world.pass(minutes(3)).await;
    let paper: Vec<_> = life.verdicts().into_iter().filter(|v| v.outlet == "Paper").collect();
    assert!(paper.len() >= 5, "it is looked at again and again: {}", paper.len());
    assert!(paper.iter().all(|v| v.said.verdict == Verdict::Inconclusive), "never normal: {paper:?}");
    assert!(life.remarks()[0].starts_with("Paper: judging this page failed."), "{:?}", life.remarks());
    let other: Vec<_> = life.verdicts().into_iter().filter(|v| v.outlet == "Other").collect();
    assert_eq!(other.last().unwrap().said.verdict, Verdict::Normal);
    assert!(!life.store.captures(homepage(PAPER), 5).await.unwrap().is_empty(), "the page is kept for a report");
    world.until(minutes(10), "that it cannot be seen is told", || world.screen.raised().len() == 1).await;
    assert!(world.screen.raised()[0].notice.body.starts_with("We cannot see Paper"), "{:?}", world.screen.raised());
    world.stop(life).await;
    proven!(
        "process",
        "a panic while judging a page",
        "each look for 13 minutes, beside another outlet: said, the page kept, its watch told as not to be seen",
        "nothing"
    );
}
