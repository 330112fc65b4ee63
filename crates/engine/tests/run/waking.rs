//! A laptop that wakes: its looks wait for the network, not for ever, and what was not watched is caught up with.

use std::collections::BTreeSet;

use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::cli::Network;
use jiff::{SignedDuration, Timestamp};

use crate::world::{World, configured_with, minutes, seconds};

const PROBE: &str = "http://127.0.0.1:7/up";
const HERE: &str = "http://127.0.0.1:9/";

fn outlets(count: usize) -> Vec<(String, String)> {
    (0..count).map(|n| (format!("Paper {n}"), format!("https://paper{n}.example/"))).collect()
}

fn text(outlets: &[(String, String)]) -> String {
    let mut named: Vec<(&str, &str)> = outlets.iter().map(|(name, url)| (name.as_str(), url.as_str())).collect();
    named.push(("Here", HERE));
    configured_with(&format!("probes = [\"{PROBE}\"]"), &named)
}

fn connect(world: &World, outlets: &[(String, String)]) {
    world.web.answer_probe(PROBE);
    for (_, url) in outlets {
        world.web.publish(url, "Paper");
    }
}

fn disconnect(world: &World, outlets: &[(String, String)]) {
    for url in outlets.iter().map(|(_, url)| url.as_str()).chain([PROBE]) {
        world.web.fail(url, FailureKind::Unreachable);
    }
}

#[tokio::test(start_paused = true)]
async fn after_waking_looks_wait_for_the_network_and_are_spread_then() {
    let world = World::new();
    let outlets = outlets(60);
    connect(&world, &outlets);
    let life = world.watch(&text(&outlets)).await;
    world.pass(minutes(4)).await;
    disconnect(&world, &outlets);
    world.clock.jump(SignedDuration::from_hours(8));
    let woke = world.clock_in(seconds(0));
    let before = world.web.looks().len();
    world.pass(seconds(9)).await;
    let since = |count: usize| world.web.looks()[count..].to_vec();
    let away: Vec<_> = since(before).into_iter().filter(|look| look.url.scheme() == "https").collect();
    assert!(away.len() <= 8, "those that are asked whether it is there: {away:?}");
    connect(&world, &outlets);
    world.pass(seconds(40)).await;
    assert_eq!((life.story(), world.screen.tried(), life.networks()), (vec![], vec![], vec![]), "no news");

    let caught_up: Vec<_> =
        since(before).into_iter().filter(|look| look.at > woke + SignedDuration::from_secs(9)).collect();
    let hosts: BTreeSet<_> = caught_up.iter().map(|look| look.url.to_string()).collect();
    assert!(hosts.len() >= 60, "{}", hosts.len());
    let busiest = (0..40).map(|second| {
        let from = woke + SignedDuration::from_secs(9 + second);
        caught_up.iter().filter(|look| (from..from + SignedDuration::from_secs(1)).contains(&look.at)).count()
    });
    assert!(busiest.max().unwrap() <= 16, "never a burst");
    let remarks = life.remarks();
    assert!(remarks.len() == 2 && remarks[0].starts_with("not watched from "), "{remarks:?}");
    assert!(remarks[1].ends_with("nothing is out of the ordinary."), "{remarks:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn after_waking_the_network_is_waited_for_and_not_for_ever() {
    let world = World::new();
    let outlets = outlets(3);
    connect(&world, &outlets);
    let life = world.watch(&text(&outlets)).await;
    world.pass(minutes(4)).await;
    disconnect(&world, &outlets);
    world.clock.jump(SignedDuration::from_hours(2));
    let woke = world.clock_in(seconds(0));
    let here = world.web.looks_at(HERE).len();
    world.pass(seconds(5)).await;
    assert!(world.web.looks_at(HERE).len() > here, "what is on this computer is looked at at once");
    world.pass(seconds(14)).await;
    assert_eq!(life.networks(), [], "not yet");
    world.until(seconds(12), "it is said", || life.networks() == [Network::Offline]).await;
    world.pass(minutes(10)).await;
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    connect(&world, &outlets);
    world.until(seconds(14), "it is back", || life.networks() == [Network::Offline, Network::Online]).await;
    world.pass(seconds(40)).await;
    let blind = life.store.blind(Timestamp::UNIX_EPOCH).await.unwrap();
    assert_eq!(blind.len(), 2, "the sleep and what came after it: {blind:?}");
    assert!(blind[1].0 >= woke && blind[1].0 <= woke + SignedDuration::from_secs(24), "{blind:?}");
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_happened_in_the_night_is_told_in_the_morning_with_what_was_found() {
    let world = World::new();
    let outlets = outlets(3);
    connect(&world, &outlets);
    let life = world.watch(&text(&outlets)).await;
    world.pass(minutes(4)).await;
    world.clock.jump(SignedDuration::from_hours(8));
    world.web.cover(&outlets[1].1, "Paper", "/taken.png");
    world.until(seconds(20), "an alarm", || !world.screen.raised().is_empty()).await;
    world.pass(seconds(20)).await;
    let remarks = life.remarks();
    assert!(remarks[0].starts_with("not watched from "), "first what was not watched: {remarks:?}");
    assert!(remarks[1].contains(": of ") && remarks[1].contains("1 in alarm"), "{remarks:?}");
    assert_eq!(life.story(), ["Paper 1 open"]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_start_after_a_time_without_the_watch_says_what_was_found() {
    let world = World::new();
    let outlets = outlets(2);
    connect(&world, &outlets);
    let life = world.watch(&text(&outlets)).await;
    world.pass(minutes(4)).await;
    world.stop(life).await;
    world.clock.jump(SignedDuration::from_hours(3));
    let life = world.watch(&text(&outlets)).await;
    world.pass(minutes(2)).await;
    let remarks = life.remarks();
    assert!(remarks.len() == 2 || remarks.len() == 1, "{remarks:?}");
    assert!(remarks.last().unwrap().starts_with("Caught up with what was not watched"), "{remarks:?}");
    world.stop(life).await;
}
