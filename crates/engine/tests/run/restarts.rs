//! The loop ends, well or badly, and goes on where it was.

use std::sync::Arc;

use frontwatch_core::verdict::Verdict;
use frontwatch_engine::store::{Delivery, Write};
use jiff::SignedDuration;

use crate::screen::Server;
use crate::world::{PAPER, World, configured, minutes, seconds};

#[tokio::test(start_paused = true)]
async fn an_incident_outlives_the_process_and_is_told_once() {
    for cut_off in [false, true] {
        let world = World::new();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
        world.pass(seconds(60)).await;
        let open = life.unresolved().await.remove(0);
        if cut_off {
            world.cut_off(life).await;
        } else {
            world.stop(life).await;
        }

        let life = world.watch_paper().await;
        world.pass(minutes(10)).await;
        let again = life.unresolved().await;
        assert_eq!(again.len(), 1, "cut off: {cut_off}");
        assert_eq!((&again[0].id, again[0].began, again[0].opened), (&open.id, open.began, open.opened));
        let news = world.screen.tried().iter().filter(|id| !id.contains("/reminder/")).count();
        assert_eq!(news, 1, "cut off: {cut_off}: it was told before");
        world.web.publish(PAPER, "Paper");
        world.until(seconds(40), "the end of it", || world.screen.raised().len() == 2).await;
        assert_eq!(life.unresolved().await, []);
        assert!(world.screen.raised()[1].notice.over);
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_notice_that_is_shown_while_the_watch_is_ended_is_not_shown_by_the_next() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.screen.server(Server::Slow);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.screen.hangs.notified().await;
    assert_eq!(world.screen.raised().len(), 0, "on its way");
    let screen = Arc::clone(&world.screen);
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(100));
        screen.open_the_gate();
    });
    world.stop(life).await;
    assert_eq!(world.screen.raised().len(), 1, "it was waited for");

    world.screen.server(Server::Shows);
    let life = world.watch_paper().await;
    let outbox = life.store.outbox(10).await.unwrap();
    assert!(outbox.iter().all(|row| matches!(row.delivery, Delivery::Delivered { .. })), "{outbox:?}");
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised().len(), 1, "told once");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_learned_outlives_the_process() {
    // Learned within a few seconds, before the watch says for the second time that it is alive.
    let often = configured(&[("Paper", PAPER)]).replace("30s", "2s");
    for cut_off in [false, true] {
        let world = World::new();
        let life = world.watch(&often).await;
        world.learned(&life, "Paper").await;
        if cut_off {
            world.cut_off(life).await;
        } else {
            world.stop(life).await;
        }
        let life = world.watch_paper().await;
        world.until(seconds(10), "a look", || !life.verdicts().is_empty()).await;
        assert_eq!(life.verdicts()[0].said.verdict, Verdict::Normal, "cut off: {cut_off}: nothing is learned anew");
        world.stop(life).await;
        world.web.cover(PAPER, "Paper", "banner.png");
        let life = world.watch_paper().await;
        world.until(seconds(10), "an alert from what was learned before", || world.screen.raised().len() == 1).await;
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_baseline_of_another_format_is_learned_again_from_the_pages_that_were_kept() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.stop(life).await;
    let store = world.open();
    let mut stored = store.load().await.unwrap().baselines.remove(0);
    stored.version += 1;
    stored.format = u16::MAX;
    stored.blob = b"of a format that nobody reads".to_vec();
    let unreadable = stored.version;
    store.commit(vec![Write::Baseline(Box::new(stored))]).await.unwrap();
    store.close().await.unwrap();

    let life = world.watch_paper().await;
    world.until(seconds(10), "a look", || !life.verdicts().is_empty()).await;
    assert_eq!(life.verdicts()[0].said.verdict, Verdict::Normal, "nothing has to be learned anew");
    let latest = life.store.load().await.unwrap().baselines.remove(0);
    assert!(latest.version > unreadable, "what was learned again is the latest: {}", latest.version);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_not_sent_is_sent_by_the_next_process() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.screen.server(Server::Absent);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "a try", || !world.screen.tried().is_empty()).await;
    world.stop(life).await;
    world.screen.server(Server::Shows);
    let life = world.watch_paper().await;
    world.until(seconds(2), "an alert", || world.screen.raised().len() == 1).await;
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised()[0].notice.id, world.screen.tried()[0]);
    assert_eq!(world.screen.raised().len(), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_stored_and_not_yet_sent_is_sent_after_a_kill() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.screen.server(Server::Hangs);
    world.web.cover(PAPER, "Paper", "banner.png");
    tokio::time::timeout(minutes(2), world.screen.hangs.notified()).await.unwrap();
    world.cut_off(life).await;
    world.screen.server(Server::Shows);
    let store = world.open();
    let outbox = store.outbox(5).await.unwrap();
    assert!(matches!(outbox[..], [ref row] if matches!(row.delivery, Delivery::Pending { .. })), "{outbox:?}");
    store.close().await.unwrap();

    let life = world.watch_paper().await;
    world.until(seconds(2), "an alert", || world.screen.raised().len() == 1).await;
    let tried = world.screen.tried();
    assert!(tried.len() == 2 && tried[0] == tried[1], "at least once under one id: {tried:?}");
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised().len(), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_decided_last_is_stored_before_the_end() {
    for _ in 0..5 {
        let world = World::new();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alert", || life.story() == ["Paper open"]).await;
        let id = life.unresolved().await.remove(0).id;
        // The stop is on its way before what was decided has been handed to the store.
        let (taken, ()) = tokio::join!(life.handle.acknowledge(id.clone(), "nino".to_owned()), life.handle.stop());
        taken.unwrap();
        world.stop(life).await;
        let store = world.open();
        let kept = store.incident(id).await.unwrap().unwrap().incident;
        assert!(matches!(kept.state, frontwatch_core::incident::State::Acknowledged { .. }), "{kept:?}");
        store.close().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn the_time_between_two_processes_is_said_and_kept() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.pass(minutes(10)).await;
    world.stop(life).await;
    world.clock.jump(SignedDuration::from_hours(8));
    let life = world.watch_paper().await;
    world.pass(seconds(30)).await;
    let blind = life.store.blind("2020-01-01T00:00:00Z".parse().unwrap()).await.unwrap();
    assert_eq!(blind.len(), 1, "{blind:?}");
    assert_eq!(blind[0].1.duration_since(blind[0].0).as_hours(), 8, "{blind:?}");
    world.stop(life).await;

    let life = world.watch_paper().await;
    world.pass(seconds(30)).await;
    let blind = life.store.blind("2020-01-01T00:00:00Z".parse().unwrap()).await.unwrap();
    assert_eq!(blind.len(), 1, "a restart at once hides nothing: {blind:?}");
    world.stop(life).await;
}
