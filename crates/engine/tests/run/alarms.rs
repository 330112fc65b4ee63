//! From a page that is covered to a notice on the screen, and back to quiet.

use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::notify::Button;
use frontwatch_core::verdict::Verdict;
use frontwatch_engine::ports::{Click, Freshness};
use frontwatch_engine::store::CaptureRole;
use jiff::SignedDuration;

use crate::page::covered;
use crate::web::page;
use crate::world::{PAPER, World, homepage, minutes, seconds};

#[tokio::test(start_paused = true)]
async fn an_ordinary_day_brings_not_one_notice() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(2 * 60)).await;
    let verdicts = life.verdicts();
    assert!(verdicts.len() > 2 * 60 * 2 * 9 / 10, "looked at all the time: {}", verdicts.len());
    let (first, later) = verdicts.split_at(6);
    assert_eq!(first[0].said.verdict, Verdict::Learning);
    let odd: Vec<_> = later.iter().filter(|v| v.said.verdict != Verdict::Normal).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert_eq!((life.incidents().len(), life.notices().len(), world.screen.tried().len()), (0, 0, 0));
    assert_eq!(life.remarks(), [] as [&str; 0]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_cover_is_confirmed_stored_told_once_and_over_when_it_is_gone() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let ordinary = world.web.looks_at(PAPER).len();
    world.web.cover(PAPER, "Paper", "banner.png");
    let took = world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    assert!(took <= seconds(40), "{took:?}");
    world.pass(minutes(30)).await;

    let looks = &world.web.looks_at(PAPER)[ordinary..];
    let second = looks.iter().position(|look| look.freshness == Freshness::Confirmation).unwrap();
    let wait = looks[second].at.duration_since(looks[second - 1].at);
    assert!(wait <= SignedDuration::from_secs(5), "confirmed {wait} after the first");
    let confirmations = looks.iter().filter(|look| look.freshness == Freshness::Confirmation).count();
    assert_eq!(confirmations, 1, "what is open needs no confirmation");

    let raised = world.screen.raised();
    assert_eq!(raised.len(), 1, "one incident has one notice");
    assert!(raised[0].stored_first, "what is announced was stored first");
    assert!(raised[0].notice.body.starts_with("Paper: "), "{}", raised[0].notice.body);
    let open = life.unresolved().await;
    assert_eq!((open.len(), &open[0].state), (1, &State::Open));
    assert!(open[0].seen > 50, "seen again and again: {}", open[0].seen);
    let roles: Vec<_> = life.store.captures(homepage(PAPER), 50).await.unwrap().iter().map(|c| c.role).collect();
    assert!(roles.contains(&CaptureRole::Alarm) && roles.contains(&CaptureRole::Before), "{roles:?}");

    let until = world.web.looks_at(PAPER).len();
    world.web.publish(PAPER, "Paper");
    world.until(seconds(40), "recovery", || world.screen.raised().len() == 2).await;
    let good = &world.web.looks_at(PAPER)[until..];
    assert_eq!(good.len(), 2, "two good looks: {good:?}");
    assert_eq!(good[1].freshness, Freshness::Confirmation);
    let over = &world.screen.raised()[1];
    assert!(over.notice.over && over.stored_first && over.notice.key == raised[0].notice.key, "{over:?}");
    world.pass(minutes(60)).await;
    assert_eq!(world.screen.raised().len(), 2);
    assert_eq!(
        life.incidents().last().map(|i| (i.state, i.resolution)),
        Some(("resolved", Some(Resolution::Recovered)))
    );
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn one_bad_look_that_a_second_does_not_see_alarms_nobody() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let once = std::sync::atomic::AtomicBool::new(false);
    world.web.serve(PAPER, move |order, at| {
        let seen = once.swap(true, std::sync::atomic::Ordering::Relaxed);
        let body = if seen { crate::page::front("Paper", at) } else { crate::page::covered("Paper", at, "banner.png") };
        crate::web::page(order, &body)
    });
    world.pass(minutes(10)).await;
    let alarms =
        life.verdicts().into_iter().filter(|v| v.said.verdict != Verdict::Learning).map(|v| v.said).collect::<Vec<_>>();
    assert!(alarms.iter().any(|said| said.verdict == Verdict::Alarm), "{alarms:#?}");
    assert_eq!((life.incidents().len(), world.screen.tried().len()), (0, 0));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_error_page_in_its_place_does_not_end_a_defacement() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    for (status, title) in [(503, "Service unavailable"), (503, "Under maintenance"), (403, "Forbidden")] {
        world.web.answer(PAPER, status, title);
        world.pass(minutes(3)).await;
        let open = life.unresolved().await;
        assert!(open.iter().any(|i| i.cause.as_str() == "content"), "{status} {title}: {open:?}");
    }
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(2)).await;
    assert_eq!(life.unresolved().await, []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_click_takes_an_incident_on() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let key = world.screen.raised()[0].notice.key.clone();
    life.clicks.send(Click { key: key.clone(), button: Button::Acknowledge }).await.unwrap();
    world.pass(seconds(2)).await;
    assert!(matches!(life.unresolved().await[0].state, State::Acknowledged { .. }));
    let stored = life.store.load().await.unwrap().incidents;
    assert!(matches!(stored[0].state, State::Acknowledged { .. }), "and it is stored");
    assert_eq!(world.screen.closed(), std::slice::from_ref(&key), "it has done its work");
    // A late second click, and one on a notice that nobody knows.
    for key in [key, "0123456789abcdef".to_owned()] {
        life.clicks.send(Click { key, button: Button::Acknowledge }).await.unwrap();
    }
    world.pass(minutes(5)).await;
    assert_eq!(life.story().iter().filter(|line| *line == "Paper acknowledged").count(), 1, "{:?}", life.story());
    assert_eq!(world.screen.raised().len(), 1);
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(2)).await;
    assert_eq!(life.unresolved().await, []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_ours_alarms_no_second_time_and_another_attack_does() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "election-night.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let open = life.unresolved().await.remove(0);
    life.handle.resolve(open.id.clone(), Resolution::Ours).await.unwrap();
    // A re-check asked for at once must not displace the approval.
    life.handle.recheck(vec![]).await.unwrap();
    world.pass(seconds(3)).await;
    let stored = life.store.incident(open.id).await.unwrap().unwrap();
    assert!(matches!(stored.incident.state, State::Resolved { resolution: Resolution::Ours, .. }), "{stored:?}");
    assert_eq!(life.unresolved().await, []);
    world.pass(minutes(60)).await;
    assert_eq!((world.screen.tried().len(), life.unresolved().await), (1, vec![]), "{:?}", life.story());
    let calm = life.verdicts().last().unwrap().said.verdict;
    assert_eq!(calm, Verdict::Normal);

    world.web.answer(PAPER, 200, "Hacked by the Quiet Orchard");
    world.until(seconds(40), "a second alert", || world.screen.raised().len() == 2).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_approval_asked_for_while_a_look_is_under_way_is_not_forgotten_for_a_recheck() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "election-night.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let open = life.unresolved().await.remove(0);
    life.handle.recheck(vec![]).await.unwrap();
    life.handle.resolve(open.id, Resolution::Ours).await.unwrap();
    life.handle.recheck(vec![]).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(life.unresolved().await, []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_incident_that_is_seen_for_other_reasons_too_is_said_once_and_stored_with_them() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let before = life.unresolved().await[0].signals.len();
    world.web.serve(PAPER, |order, at| {
        page(order, &covered("Paper", at, "banner.png").replace("<title>", "<title>Hacked by nobody "))
    });
    world.pass(minutes(5)).await;
    let open = life.unresolved().await;
    assert!(open.len() == 1 && open[0].signals.len() > before, "{:?}", open[0].signals);
    assert_eq!(life.incidents().len(), 1, "{:?}", life.incidents());
    assert_eq!(world.screen.raised().len(), 1);
    world.stop(life).await;
}
