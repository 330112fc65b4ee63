//! How fresh the looks are, and which of them are read.

use frontwatch_core::digest::Digest;
use frontwatch_core::observation::{Headers, Outcome};
use frontwatch_core::parts::Reach;
use frontwatch_core::verdict::Verdict;
use frontwatch_engine::ports::Freshness;

use crate::page;
use crate::web::{answer, page as served};
use crate::world::{PAPER, World, minutes, seconds};

#[tokio::test(start_paused = true)]
async fn every_second_look_passes_all_caches() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(30)).await;
    let looks = world.web.looks_at(PAPER);
    let conditional = |look: &crate::web::Look| matches!(look.freshness, Freshness::Conditional(_));
    assert!(looks.iter().filter(|look| conditional(look)).count() > 20, "most are asked politely: {looks:?}");
    let twice = looks.windows(2).find(|pair| pair.iter().all(conditional));
    assert!(twice.is_none(), "{twice:?}");

    let before = looks.len();
    life.handle.recheck(vec!["Paper".to_owned()]).await.unwrap();
    world.pass(seconds(1)).await;
    life.handle.recheck(vec![]).await.unwrap();
    world.pass(seconds(1)).await;
    let asked: Vec<_> = world.web.looks_at(PAPER)[before..].iter().map(|look| look.freshness.clone()).collect();
    assert_eq!(asked, [Freshness::Full, Freshness::Full]);
    assert_eq!(life.handle.recheck(vec!["Nobody".to_owned()]).await, Ok(0));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_site_that_always_says_unchanged_hides_an_attack_for_one_look_at_most() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.serve(PAPER, |order, at| match &order.freshness {
        Freshness::Conditional(_) => Outcome::Unchanged { from: Reach::Public, headers: Headers::default() },
        _ => Outcome::Answered(answer(order, 200, &page::covered("Paper", at, "banner.png"))),
    });
    world.until(seconds(75), "an alert", || world.screen.raised().len() == 1).await;
    world.stop(life).await;
}

/// The stand-in says that the contents are those of the look before, and hands over a covered page: were it read, it
/// would alarm.
#[tokio::test(start_paused = true)]
async fn contents_that_were_judged_are_not_judged_again() {
    let world = World::new();
    let still = page::front("Paper", "2026-09-21T13:46:00Z".parse().unwrap());
    let body = still.clone();
    world.web.serve(PAPER, move |order, _| served(order, &body));
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let covered = page::covered("Paper", "2026-09-21T13:46:00Z".parse().unwrap(), "banner.png");
    let claimed = Digest::of(still.as_bytes());
    for (status, alarms) in [(200, false), (203, true)] {
        let covered = covered.clone();
        world.web.serve(PAPER, move |order, _| {
            let mut answer = answer(order, status, &covered);
            answer.digest = claimed;
            Outcome::Answered(answer)
        });
        world.pass(minutes(3)).await;
        let seen = life.verdicts().iter().any(|verdict| verdict.said.verdict == Verdict::Alarm);
        assert_eq!(seen, alarms, "status {status}");
    }
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_same_contents_with_a_header_that_sends_readers_on_are_judged() {
    let world = World::new();
    let still = page::front("Paper", "2026-09-21T13:46:00Z".parse().unwrap());
    let body = still.clone();
    world.web.serve(PAPER, move |order, _| served(order, &body));
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.serve(PAPER, move |order, _| {
        let mut answer = answer(order, 200, &still);
        let sent_on = ("refresh".to_owned(), "0; url=https://elsewhere.test/".to_owned());
        answer.headers = Headers::new([("content-type".to_owned(), "text/html".to_owned()), sent_on]);
        Outcome::Answered(answer)
    });
    world.until(seconds(75), "an alert", || world.screen.raised().len() == 1).await;
    world.stop(life).await;
}
