//! Pages that do not answer, or that cannot be seen: when that is told, and when it is our own network.

use std::time::Duration;

use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::cli::Network;
use frontwatch_engine::ports::Freshness;
use jiff::SignedDuration;

use crate::world::{PAPER, World, configured, minutes, seconds};

const NEAR: &str = "https://near.example/";
const FAR: &str = "https://far.example/";

#[tokio::test(start_paused = true)]
async fn three_failures_over_45_seconds_are_an_outage_and_two_answers_end_it() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let before = world.web.looks_at(PAPER).len();
    world.web.fail(PAPER, FailureKind::TimedOut);
    world.until(seconds(95), "an outage", || world.screen.raised().len() == 1).await;
    let failed = &world.web.looks_at(PAPER)[before..];
    assert_eq!(failed.len(), 3, "{failed:?}");
    let over = failed[2].at.duration_since(failed[0].at);
    assert!((SignedDuration::from_secs(40)..=SignedDuration::from_secs(50)).contains(&over), "{over}");
    let raised = &world.screen.raised()[0];
    assert!(raised.notice.body.starts_with("Paper has not answered since ") && raised.stored_first, "{raised:?}");
    world.pass(minutes(20)).await;
    assert_eq!(world.screen.raised().len(), 1);

    let before = world.web.looks_at(PAPER).len();
    world.web.publish(PAPER, "Paper");
    world.until(seconds(95), "the end of it", || world.screen.raised().len() == 2).await;
    assert_eq!(world.web.looks_at(PAPER).len() - before, 2);
    assert!(world.screen.raised()[1].notice.over);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_page_that_hangs_is_told_as_soon_as_one_that_fails_at_once_and_confirmed_past_other_looks() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let before = world.web.looks_at(PAPER).len();
    world.web.fail(PAPER, FailureKind::TimedOut);
    world.web.delay(PAPER, Duration::from_secs(15));
    // The interval and a tenth of it, and 45 seconds: 95 leave 17 s for a seat at a host that hangs in all its places.
    world.until(seconds(79), "an outage", || world.screen.raised().len() == 1).await;
    let failed = &world.web.looks_at(PAPER)[before..];
    let begun: Vec<i64> = failed.iter().map(|look| look.at.duration_since(failed[0].at).as_secs()).collect();
    assert_eq!(begun, [0, 15, 30]);
    let confirming: Vec<bool> = failed.iter().map(|look| look.freshness == Freshness::Confirmation).collect();
    assert_eq!(confirming, [false, true, true], "these have seats of their own");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_is_not_blamed_while_no_other_host_answers() {
    for offset in [0, 11, 22] {
        let world = World::new();
        world.web.publish(NEAR, "Near");
        world.web.publish(FAR, "Far");
        let life = world.watch(&configured(&[("Near", NEAR), ("Far", FAR)])).await;
        world.learned(&life, "Near").await;
        world.learned(&life, "Far").await;
        world.pass(seconds(offset)).await;
        world.web.fail(NEAR, FailureKind::NoSuchName);
        world.web.fail(FAR, FailureKind::NoSuchName);
        world.pass(minutes(5)).await;
        assert_eq!(life.story(), [] as [&str; 0], "offline {offset} s later: it is our own network");

        world.web.publish(NEAR, "Near");
        world.until(seconds(95), "the other is down", || !world.screen.raised().is_empty()).await;
        world.pass(minutes(5)).await;
        let raised = world.screen.raised();
        assert_eq!(raised.len(), 1, "{raised:?}");
        assert!(raised[0].notice.body.starts_with("Far has not answered"), "{raised:?}");
        assert!(raised[0].notice.body.ends_with("other sites do."), "{raised:?}");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn coming_back_from_our_own_outage_blames_nobody() {
    let world = World::new();
    world.web.publish(NEAR, "Near");
    world.web.publish(FAR, "Far");
    let life = world.watch(&configured(&[("Near", NEAR), ("Far", FAR)])).await;
    world.learned(&life, "Near").await;
    world.learned(&life, "Far").await;
    for minutes_offline in [1, 3, 7] {
        world.web.fail(NEAR, FailureKind::Unreachable);
        world.web.fail(FAR, FailureKind::Unreachable);
        world.pass(minutes(minutes_offline)).await;
        world.web.publish(NEAR, "Near");
        world.web.publish(FAR, "Far");
        world.pass(minutes(5)).await;
    }
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    assert_eq!(life.networks(), [Network::Offline, Network::Online].repeat(3), "each time it is said, and said once");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_on_loopback_needs_no_network() {
    let world = World::new();
    world.web.publish(FAR, "Far");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Far", FAR)])).await;
    world.learned(&life, "Paper").await;
    world.web.fail(PAPER, FailureKind::Refused);
    world.web.fail(FAR, FailureKind::Refused);
    world.until(seconds(95), "an outage on loopback", || life.story().contains(&"Paper open".to_owned())).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn ten_minutes_of_refusal_are_told() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.answer(PAPER, 403, "Forbidden");
    world.pass(minutes(9)).await;
    assert_eq!(world.screen.tried(), [] as [&str; 0], "not yet");
    world.until(minutes(3), "it is told that we cannot see it", || world.screen.raised().len() == 1).await;
    let body = &world.screen.raised()[0].notice.body;
    assert_eq!(body, "We cannot see Paper: it has refused our looks for 10 minutes. This is not an all-clear.");
    world.web.publish(PAPER, "Paper");
    world.until(seconds(40), "seen again", || world.screen.raised().len() == 2).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_fault_of_this_computer_says_nothing_of_the_site() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.fail(PAPER, FailureKind::Local);
    world.pass(minutes(20)).await;
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    world.stop(life).await;
}
