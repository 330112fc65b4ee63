//! What was learned is taken back by a person.

use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::standing::Standing;
use frontwatch_core::text::Message;
use frontwatch_core::watch::{Reader, WatchId};
use frontwatch_engine::api::baseline::{self, NotDone};
use frontwatch_engine::ports::Clock;
use frontwatch_engine::run::{Refusal, Report, new_version};
use frontwatch_engine::store::Write;

use crate::world::{Life, PAPER, World, configured, homepage, minutes, seconds};

/// The versions of what the paper's front page is known by, oldest first: why there is each.
async fn versions(life: &Life) -> Vec<(u64, String)> {
    let mut kept = life.store.baseline_history(homepage(PAPER)).await.unwrap();
    kept.sort_by_key(|version| version.version);
    kept.into_iter().map(|version| (version.version, version.reason.id)).collect()
}

async fn standing(life: &Life) -> Standing {
    life.handle.overview().await.unwrap().standing
}

#[tokio::test(start_paused = true)]
async fn what_was_forgotten_is_learned_anew_and_can_count_again_also_after_a_restart() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let before = versions(&life).await;
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(seconds(5)).await;
    let after = versions(&life).await;
    assert_eq!(after[..before.len()], before, "nothing is deleted");
    assert_eq!(after[before.len()].1, "version-forgotten");
    assert_eq!(standing(&life).await, Standing::Learning);

    world.stop(life).await;
    let life = world.watch_paper().await;
    assert_eq!(standing(&life).await, Standing::Learning, "it was stored");
    world.learned(&life, "Paper").await;

    // The version that counted before counts again; what was learned meanwhile stays to choose from.
    let (learned, _) = before.last().unwrap().clone();
    let (latest, _) = versions(&life).await.last().unwrap().clone();
    let earlier = baseline::version(&life.store, &homepage(PAPER), learned).await.unwrap();
    let stale = life.handle.count_again(homepage(PAPER), earlier.clone(), latest - 1).await;
    assert_eq!(stale, Err(Refusal::Changed), "another version counts by now");
    life.handle.count_again(homepage(PAPER), earlier.clone(), latest).await.unwrap();
    world.pass(seconds(5)).await;
    let now = versions(&life).await;
    assert_eq!(now.iter().find(|(version, _)| *version == latest + 1).unwrap().1, "version-rolled-back");
    assert_eq!(standing(&life).await, Standing::Normal);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_approved_by_mistake_is_taken_back_and_the_alarm_comes_back() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let (learned, _) = versions(&life).await.last().unwrap().clone();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let incident = life.unresolved().await.remove(0);
    let resolution = frontwatch_core::incident::Resolution::Ours;
    life.handle.resolve(incident.id, resolution).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(standing(&life).await, Standing::Normal);
    let (latest, _) = versions(&life).await.last().unwrap().clone();
    let earlier = baseline::version(&life.store, &homepage(PAPER), learned).await.unwrap();
    life.handle.count_again(homepage(PAPER), earlier, latest).await.unwrap();
    world.pass(seconds(40)).await;
    assert_eq!(standing(&life).await, Standing::Alarm, "the cover is still there");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn while_what_stands_there_is_in_question_nothing_is_taken_back() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let report = Report { outlet: "Paper".to_owned(), address: None, words: None, by: "Leyla".to_owned() };
    let reported = life.handle.report(report).await.unwrap();
    let refused = life.handle.forget(vec![homepage(PAPER)]).await;
    assert_eq!(refused, Err(Refusal::InQuestion), "a person has just said that it is not theirs");
    life.handle.resolve(reported.id, frontwatch_core::incident::Resolution::Dismissed).await.unwrap();

    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(60), "an alarm", || world.screen.raised().len() >= 2).await;
    let before = versions(&life).await;
    let (latest, _) = before.last().unwrap().clone();
    assert_eq!(life.handle.forget(vec![homepage(PAPER)]).await, Err(Refusal::InQuestion));
    let first = baseline::version(&life.store, &homepage(PAPER), 1).await.unwrap();
    let again = life.handle.count_again(homepage(PAPER), first, latest).await;
    assert_eq!(again, Err(Refusal::InQuestion));
    world.pass(minutes(2)).await;
    assert_eq!(versions(&life).await, before);
    assert_eq!(standing(&life).await, Standing::Alarm, "what an intruder put there is not learned anew");
    assert_eq!(life.handle.forget(vec![homepage("http://127.0.0.1:10/")]).await, Err(Refusal::NoSuchWatch));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn with_nobody_watching_the_same_rule_holds_and_what_readers_are_shown_is_forgotten_too() {
    let world = World::new();
    let text = configured(&[("Paper", PAPER)]);
    let watch = frontwatch_core::config::parse(&text).unwrap().config.watches().remove(0);
    let life = world.watch(&text).await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(60), "an alarm", || !world.screen.raised().is_empty()).await;
    let before = versions(&life).await;
    world.stop(life).await;
    let store = world.open();
    let now = world.clock.now();
    let forget = || baseline::forget(&store, std::slice::from_ref(&watch), now);
    assert!(matches!(forget().await, Err(NotDone::InQuestion(_))));
    assert!(matches!(baseline::roll_back(&store, &watch, 1, now).await, Err(NotDone::InQuestion(_))));
    assert_eq!(store.baseline_history(homepage(PAPER)).await.unwrap().len(), before.len(), "nothing is taken back");

    let mut incident = store.incidents(1, None).await.unwrap().remove(0);
    incident.state = State::Resolved { at: now, resolution: Resolution::Ours };
    let known = baseline::latest(&store, &watch.id).await.unwrap();
    let of_readers = [Reader::Desktop, Reader::Mobile].map(|reader| WatchId::of_reader(reader, &watch.url));
    let learned = of_readers.clone().map(|reader| new_version(&reader, &known, Message::new("x"), now));
    store.commit([vec![Write::Incident(Box::new(incident))], learned.into()].concat()).await.unwrap();
    baseline::roll_back(&store, &watch, 1, now).await.unwrap();
    forget().await.unwrap();
    for of_page in of_readers.iter().chain([&watch.id]) {
        assert_eq!(baseline::latest(&store, of_page).await.unwrap().looks(), 0, "{of_page}");
    }
    store.close().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_look_that_was_under_way_is_judged_by_what_counts_now() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    life.handle.recheck(vec![]).await.unwrap();
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(standing(&life).await, Standing::Learning);
    // Forgotten again while it is learned anew: each time is a version of its own.
    life.handle.forget(vec![homepage(PAPER)]).await.unwrap();
    world.pass(seconds(5)).await;
    let numbers: Vec<u64> = versions(&life).await.into_iter().map(|(version, _)| version).collect();
    assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "{numbers:?}");
    world.stop(life).await;
}
