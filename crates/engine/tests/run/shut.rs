//! The disk takes nothing when the watch begins: it watches all the same, says so, and nothing of it is lost or told twice when
//! the disk is there again.

use std::time::{Duration, Instant};

use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::store::{CaptureRole, Delivery};
use frontwatch_proof::proven;

use crate::world::{Life, PAPER, World, configured, minutes, seconds};

const OTHER: &str = "http://127.0.0.1:10/";

/// Lets time go by on both clocks, the disk's being the real one, until something holds.
async fn until_really(world: &World, what: &str, holds: impl AsyncFn() -> bool) {
    let began = Instant::now();
    while !holds().await {
        assert!(began.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(50));
        world.pass(seconds(5)).await;
    }
}

/// How many notices of new alarms are on the screen.
fn told(world: &World) -> usize {
    world.screen.raised().iter().filter(|raised| !raised.notice.over && !raised.notice.is_reminder()).count()
}

async fn stored_once(life: &Life, outlet: &str) {
    let kept = life.store.incidents(99, None).await.unwrap();
    let own: Vec<_> = kept.iter().filter(|incident| incident.outlet == outlet).collect();
    assert_eq!(own.len(), 1, "{kept:?}");
    let outbox = life.store.outbox(99).await.unwrap();
    let own: Vec<_> =
        outbox.iter().filter(|row| row.notice.incident == own[0].id && !row.notice.is_reminder()).collect();
    assert_eq!(own.len(), 1, "{outbox:?}");
    assert!(matches!(own[0].delivery, Delivery::Delivered { .. }), "{own:?}");
}

/// The page that an outlet's alarm was raised for is in the store, and the one before it.
async fn evidence_is_stored(life: &Life, outlet: &str) {
    let incidents = life.store.incidents(99, None).await.unwrap();
    let incident = incidents.into_iter().find(|incident| incident.outlet == outlet).unwrap();
    let pages = life.store.evidence(incident.clone(), 99).await.unwrap();
    let raised = pages.iter().find(|page| Some(page.digest) == incident.evidence);
    assert!(raised.is_some(), "{incident:?}: {pages:?}");
    assert!(pages.iter().any(|page| page.role == CaptureRole::Before && page.at < incident.began), "{pages:?}");
    assert!(life.store.capture(incident.evidence.unwrap()).await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_disk_that_takes_nothing_at_the_start_keeps_nobody_from_watching() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let text = configured(&[("Paper", PAPER), ("Other", OTHER)]);
    let life = world.watch(&text).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    world.stop(life).await;

    world.shut();
    let life = world.watch(&text).await;
    world.screen.looks_into(None);
    world.until(minutes(2), "a look", || life.verdicts().len() >= 2).await;
    let verdicts = life.verdicts();
    assert!(verdicts.iter().all(|it| it.said.verdict == Verdict::Normal), "what was learned is known: {verdicts:?}");
    assert!(life.remarks().iter().any(|it| it.contains("What happens is not written down")), "{:?}", life.remarks());
    assert!(life.handle.overview().await.unwrap().unwritten);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(45), "an alarm", || told(&world) == 1).await;
    assert!(life.store.incidents(9, None).await.unwrap().is_empty(), "nothing of it can be stored");
    assert!(life.handle.overview().await.unwrap().anomalies.iter().any(|it| it.outlet == "Paper"));
    // Many other words come and go; this one stays.
    let remarks = life.handle.overview().await.unwrap().remarks;
    assert!(remarks.iter().any(|it| it.says.contains("not written down")), "{remarks:?}");

    world.unshut();
    until_really(&world, "it is stored", async || !life.store.incidents(9, None).await.unwrap().is_empty()).await;
    world.pass(minutes(1)).await;
    assert!(life.remarks().iter().any(|it| it.starts_with("The store works again.")), "{:?}", life.remarks());
    assert!(!life.handle.overview().await.unwrap().unwritten);
    stored_once(&life, "Paper").await;
    evidence_is_stored(&life, "Paper").await;
    world.screen.looks_into(Some(life.store.clone()));
    world.web.cover(OTHER, "Other", "/another.png");
    world.until(seconds(45), "another alarm", || told(&world) == 2).await;
    world.pass(seconds(5)).await;
    stored_once(&life, "Other").await;
    world.stop(life).await;

    let life = world.watch(&text).await;
    world.pass(minutes(2)).await;
    assert_eq!(told(&world), 2, "each told once: {:?}", world.screen.raised());
    world.stop(life).await;
    proven!(
        "store",
        "a disk that takes nothing at the start",
        "watched with what it holds, said, an alarm meanwhile and one after it, and gone on with",
        "looks of that time, and pages of it beyond 8 MiB"
    );
}

#[tokio::test(start_paused = true)]
async fn a_disk_that_is_there_again_when_the_watch_ends_takes_what_was_found() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.stop(life).await;
    world.shut();
    let life = world.watch_paper().await;
    world.screen.looks_into(None);
    world.until(minutes(2), "a look", || !life.verdicts().is_empty()).await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(45), "an alarm", || told(&world) == 1).await;
    world.pass(seconds(1)).await;
    world.unshut();
    // However lately it was tried.
    world.stop(life).await;
    let life = world.watch_paper().await;
    stored_once(&life, "Paper").await;
    evidence_is_stored(&life, "Paper").await;
    world.pass(minutes(2)).await;
    assert_eq!(told(&world), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_could_not_even_be_read_at_the_start_counts_when_it_can_be() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let watch = WatchId::new(WatchKind::Homepage, &PAPER.parse().unwrap());
    world.stop(life).await;
    let (data, away) = (world.data(), world.dir.path().join("away"));
    std::fs::rename(&data, &away).unwrap();
    std::fs::write(&data, "in its place").unwrap();

    let life = world.watch_paper().await;
    world.screen.looks_into(None);
    world.until(minutes(2), "a look", || !life.verdicts().is_empty()).await;
    assert_eq!(life.verdicts()[0].said.verdict, Verdict::Learning);
    // What covers a page is judged from the first look on.
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(minutes(3), "an alarm", || told(&world) == 1).await;
    std::fs::remove_file(&data).unwrap();
    std::fs::rename(&away, &data).unwrap();
    until_really(&world, "it begins anew", async || life.handle.begins_anew()).await;
    assert!(life.remarks().iter().any(|it| it.contains("the watch begins anew with it")), "{:?}", life.remarks());
    world.stop(life).await;

    let life = world.watch_paper().await;
    stored_once(&life, "Paper").await;
    let versions = life.store.baseline_history(watch.clone()).await.unwrap();
    assert!(!versions.is_empty() && versions.windows(2).all(|pair| pair[0].version > pair[1].version), "{versions:?}");
    world.until(minutes(2), "a look", || !life.verdicts().is_empty()).await;
    assert_eq!(life.verdicts()[0].said.verdict, Verdict::Alarm, "by what was learned before");
    world.pass(minutes(2)).await;
    assert_eq!(told(&world), 1, "and it is not told again");
    world.stop(life).await;
    proven!(
        "store",
        "a store that can't be read at the start",
        "its directory away until an alarm was told: stored, nothing of what was known before is written over",
        "what was learned meanwhile of pages that were known"
    );
}
