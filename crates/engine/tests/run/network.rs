//! This computer's own network: away, behind a portal, back; and an outlet that fails alone.

use frontwatch_core::network::Word;
use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::cli::Network;
use frontwatch_core::verdict::Verdict;
use frontwatch_proof::proven;
use jiff::{SignedDuration, Timestamp};

use crate::world::{Life, PAPER, World, configured, configured_with, minutes, seconds};

const NEAR: &str = "https://near.example/";
const FAR: &str = "https://far.example/";
const PLAIN: &str = "http://plain.example/";
const PROBE: &str = "http://127.0.0.1:7/up";
const OTHER_PROBE: &str = "http://127.0.0.1:8/up";
const PORTAL: &str = "http://login.hotel.example/";

fn with_probe(outlets: &[(&str, &str)]) -> String {
    configured_with(&format!("probes = [\"{PROBE}\", \"{OTHER_PROBE}\"]"), outlets)
}

/// Near alone, learned, with two neutral addresses that answer.
async fn near_alone(world: &World) -> Life {
    world.web.publish(NEAR, "Near");
    world.web.answer_probe(PROBE);
    world.web.answer_probe(OTHER_PROBE);
    let life = world.watch(&with_probe(&[("Near", NEAR)])).await;
    world.learned(&life, "Near").await;
    life
}

fn cut_off(world: &World, outlets: &[&str]) {
    for url in outlets.iter().chain(&[PROBE, OTHER_PROBE]) {
        world.web.fail(url, FailureKind::Unreachable);
    }
}

fn probed(world: &World) -> usize {
    world.web.looks_at(PROBE).len()
}

/// What the latest look at an outlet's front page came to.
fn latest(life: &Life, outlet: &str) -> Verdict {
    life.verdicts().iter().rfind(|verdict| verdict.outlet == outlet).unwrap().said.verdict
}

#[tokio::test(start_paused = true)]
async fn on_an_ordinary_day_no_neutral_address_is_asked() {
    let world = World::new();
    let life = near_alone(&world).await;
    world.pass(minutes(60)).await;
    assert_eq!((probed(&world), life.networks(), world.screen.tried()), (0, vec![], vec![]));
    assert!(world.system.asked() <= 14, "{}: now and then, of the connection's price", world.system.asked());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_single_outlet_is_not_blamed_while_this_computer_is_offline() {
    for offset in [0, 13, 26] {
        let world = World::new();
        let life = near_alone(&world).await;
        world.pass(seconds(offset)).await;
        cut_off(&world, &[NEAR]);
        let gone = world.clock_in(seconds(0));
        world.pass(minutes(12)).await;
        assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]), "{offset}");
        assert_eq!(life.networks(), [Network::Offline]);
        assert_eq!(latest(&life, "Near"), Verdict::Inconclusive);
        let why = "Neutral addresses do not answer either, so it is this computer's own network.";
        assert_eq!(life.remarks().iter().filter(|remark| *remark == why).count(), 1, "{:?}", life.remarks());

        world.web.publish(NEAR, "Near");
        world.web.answer_probe(PROBE);
        world.until(seconds(12), "it is back", || life.networks() == [Network::Offline, Network::Online]).await;
        let back = world.clock_in(seconds(0));
        world.until(seconds(5), "it is caught up with", || latest(&life, "Near") == Verdict::Normal).await;
        world.pass(seconds(1)).await;
        let blind = life.store.blind(Timestamp::UNIX_EPOCH).await.unwrap();
        assert_eq!(blind.len(), 1, "{blind:?}");
        let near =
            |one: Timestamp, other: Timestamp, most| one.duration_since(other).abs() < SignedDuration::from_secs(most);
        assert!(near(blind[0].0, gone, 34) && near(blind[0].1, back, 1), "{blind:?}, away {gone} to {back}");
        let said: Vec<String> = life.remarks().into_iter().skip_while(|said| *said != why).skip(1).collect();
        assert!(said[0].starts_with("not watched from ") && said.len() == 2, "{said:?}");
        assert!(said[1].ends_with("nothing is out of the ordinary."), "{said:?}");
        assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
        world.stop(life).await;
    }
    proven!(
        "network",
        "the network is gone and comes back",
        "for 12 minutes from several places of an interval: nobody blamed, said once, caught up with",
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_is_away_is_no_outage_of_those_behind_it_and_excuses_nobody_beside_it() {
    let world = World::new();
    for (url, name) in [(NEAR, "Near"), (FAR, "Far"), (PLAIN, "Plain")] {
        world.web.publish(url, name);
    }
    for url in [NEAR, FAR, PROBE, OTHER_PROBE] {
        world.web.by_proxy(url);
    }
    world.web.answer_probe(PROBE);
    world.web.answer_probe(OTHER_PROBE);
    let life = world.watch(&with_probe(&[("Near", NEAR), ("Far", FAR), ("Plain", PLAIN)])).await;
    for name in ["Near", "Far", "Plain"] {
        world.learned(&life, name).await;
    }
    cut_off(&world, &[NEAR, FAR]);
    world.pass(minutes(5)).await;
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]), "the proxy is away");
    assert_eq!((latest(&life, "Near"), latest(&life, "Far")), (Verdict::Inconclusive, Verdict::Inconclusive));
    assert_eq!(latest(&life, "Plain"), Verdict::Normal, "it is looked at by the other way");
    assert_eq!(life.networks(), [] as [Network; 0], "this computer is not offline");
    let of_the_proxy: Vec<String> = life.remarks().into_iter().filter(|said| said.contains("proxy")).collect();
    assert_eq!(of_the_proxy.len(), 1, "{:?}", life.remarks());

    world.web.fail(PLAIN, FailureKind::Refused);
    world.until(seconds(95), "an outage by the other way", || life.story().contains(&"Plain open".to_owned())).await;
    assert_eq!(life.story().len(), 1, "{:?}", life.story());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_network_that_is_back_within_a_minute_is_no_news() {
    let world = World::new();
    let life = near_alone(&world).await;
    cut_off(&world, &[NEAR]);
    world.until(seconds(40), "it is away", || life.networks() == [Network::Offline]).await;
    world.web.publish(NEAR, "Near");
    world.web.answer_probe(PROBE);
    world.until(seconds(12), "it is back", || life.networks() == [Network::Offline, Network::Online]).await;
    world.until(seconds(5), "it is looked at again", || latest(&life, "Near") == Verdict::Normal).await;
    world.pass(minutes(2)).await;
    assert_eq!(life.store.blind(Timestamp::UNIX_EPOCH).await.unwrap(), []);
    let said = life.remarks();
    assert!(!said.iter().any(|said| said.starts_with("not watched") || said.starts_with("Caught up")), "{said:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_that_fails_alone_is_blamed_while_neutral_addresses_answer() {
    let world = World::new();
    let life = near_alone(&world).await;
    world.web.fail(OTHER_PROBE, FailureKind::TimedOut);
    world.web.fail(NEAR, FailureKind::TimedOut);
    world.until(seconds(95), "an outage", || !world.screen.raised().is_empty()).await;
    let body = &world.screen.raised()[0].notice.body;
    assert!(body.starts_with("Near has not answered") && body.ends_with("other sites do."), "{body}");
    assert_eq!(life.networks(), []);
    assert!(probed(&world) >= 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_that_fails_alone_among_others_is_blamed_and_they_are_asked() {
    let world = World::new();
    world.web.publish(NEAR, "Near");
    world.web.publish(FAR, "Far");
    let life = world.watch(&configured(&[("Near", NEAR), ("Far", FAR)])).await;
    world.learned(&life, "Near").await;
    world.learned(&life, "Far").await;
    world.web.fail(NEAR, FailureKind::TimedOut);
    world.until(seconds(95), "an outage", || !world.screen.raised().is_empty()).await;
    assert_eq!((life.story(), life.networks()), (vec!["Near open".to_owned()], vec![]));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_portal_that_takes_every_request_is_no_defacement() {
    for asks in [true, false] {
        let world = World::new();
        world.web.answer_probe(PROBE);
        world.web.answer_probe(OTHER_PROBE);
        let outlets = [("Near", "http://near.example/"), ("Far", "http://far.example/"), ("Paper", PAPER)];
        let mut names: Vec<&str> = vec!["Near", "Far"];
        if asks {
            names.pop();
        }
        let mut watched: Vec<_> = outlets.iter().filter(|(name, _)| names.contains(name)).copied().collect();
        for (name, url) in &watched {
            world.web.publish(url, name);
        }
        watched.push(("Paper", PAPER));
        let text = if asks { with_probe(&watched) } else { configured(&watched) };
        let life = world.watch(&text).await;
        for name in &names {
            world.learned(&life, name).await;
        }
        for (name, url) in watched.iter().filter(|(_, url)| *url != PAPER) {
            let _ = name;
            world.web.lead_to(url, PORTAL);
        }
        world.web.lead_to(PROBE, PORTAL);
        world.web.lead_to(OTHER_PROBE, PORTAL);
        world.until(seconds(40), "the portal is seen", || life.networks() == [Network::Captive]).await;
        world.pass(minutes(12)).await;
        assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]), "asking neutral addresses: {asks}");
        assert_eq!(life.networks(), [Network::Captive]);
        assert_eq!((latest(&life, "Near"), latest(&life, "Paper")), (Verdict::Inconclusive, Verdict::Normal));

        for (name, url) in watched.iter().filter(|(_, url)| *url != PAPER) {
            world.web.publish(url, name);
        }
        world.web.answer_probe(PROBE);
        world.until(seconds(45), "it is back", || life.networks().last() == Some(&Network::Online)).await;
        world.pass(minutes(2)).await;
        assert_eq!((latest(&life, "Near"), life.story(), world.screen.tried()), (Verdict::Normal, vec![], vec![]));
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_portal_that_answers_in_the_site_s_own_name_is_no_defacement_either() {
    let world = World::new();
    world.web.publish(PLAIN, "Plain");
    world.web.answer_probe(PROBE);
    world.web.answer_probe(OTHER_PROBE);
    let life = world.watch(&with_probe(&[("Plain", PLAIN)])).await;
    world.learned(&life, "Plain").await;
    world.web.cover(PLAIN, "Plain", "/portal.png");
    world.web.answer(PROBE, 200, "Welcome");
    world.web.answer(OTHER_PROBE, 200, "Welcome");
    world.pass(minutes(5)).await;
    assert_eq!((life.story(), life.networks()), (vec![], vec![Network::Captive]));
    world.web.answer_probe(PROBE);
    let took = world.until(seconds(40), "an alarm", || !world.screen.raised().is_empty()).await;
    assert!(took < seconds(40), "{took:?}");
    assert_eq!(life.story(), ["Plain open"], "it was an attack, after all");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_attack_by_redirect_is_told_as_soon_as_ever_while_the_network_is_there() {
    let world = World::new();
    let life = near_alone(&world).await;
    world.web.take_over(NEAR, "Near", "https://evil.example/");
    let took = world.until(seconds(40), "an alarm", || !world.screen.raised().is_empty()).await;
    assert!(took < seconds(38), "{took:?}");
    assert_eq!((life.story(), life.networks()), (vec!["Near open".to_owned()], vec![]));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_the_system_says_of_a_portal_holds_at_once() {
    let world = World::new();
    let life = near_alone(&world).await;
    cut_off(&world, &[NEAR]);
    world.system.says(Some(Word::Portal));
    world.until(seconds(2), "the portal is said", || life.networks() == [Network::Captive]).await;
    world.pass(minutes(5)).await;
    assert_eq!((life.story(), world.screen.tried(), life.networks()), (vec![], vec![], vec![Network::Captive]));
    world.web.publish(NEAR, "Near");
    world.web.answer_probe(PROBE);
    world.system.says(Some(Word::Full));
    world.until(seconds(2), "it is back", || life.networks() == [Network::Captive, Network::Online]).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_system_that_is_wrong_is_not_believed_for_long() {
    let world = World::new();
    let life = near_alone(&world).await;
    world.system.says(Some(Word::Nothing));
    world.pass(minutes(10)).await;
    assert_eq!((life.networks(), latest(&life, "Near")), (vec![], Verdict::Normal), "it is not asked without cause");
    world.web.fail(NEAR, FailureKind::Refused);
    world.until(minutes(4), "an outage", || life.story() == ["Near open"]).await;
    assert_eq!(life.networks(), [Network::Offline, Network::Online], "once seen to be wrong, it is not believed again");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn loopback_is_never_held() {
    let world = World::new();
    cut_off(&world, &[]);
    world.system.says(Some(Word::Nothing));
    let life = world.watch(&with_probe(&[("Paper", PAPER)])).await;
    world.learned(&life, "Paper").await;
    world.web.fail(PAPER, FailureKind::Refused);
    world.until(seconds(95), "an outage on loopback", || life.story() == ["Paper open"]).await;
    assert_eq!((probed(&world), life.networks()), (0, vec![]));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn two_hundred_failing_hosts_ask_as_seldom_as_one() {
    let world = World::new();
    let outlets: Vec<(String, String)> =
        (0..200).map(|n| (format!("Paper {n}"), format!("https://paper{n}.example/"))).collect();
    for (_, url) in &outlets {
        world.web.fail(url, FailureKind::Unreachable);
    }
    cut_off(&world, &[]);
    let names: Vec<(&str, &str)> = outlets.iter().map(|(name, url)| (name.as_str(), url.as_str())).collect();
    let life = world.watch(&with_probe(&names)).await;
    world.pass(minutes(5)).await;
    let asked: Vec<Timestamp> = world.web.looks_at(PROBE).iter().map(|look| look.at).collect();
    assert!((20..=31).contains(&asked.len()), "{}", asked.len());
    let soon = asked.windows(2).find(|pair| pair[1].duration_since(pair[0]) < SignedDuration::from_secs(10));
    assert_eq!(soon, None);
    assert_eq!((life.story(), life.networks(), world.screen.tried()), (vec![], vec![Network::Offline], vec![]));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_defacement_before_the_network_went_stays_open_and_is_told_once() {
    let world = World::new();
    let life = near_alone(&world).await;
    world.web.cover(NEAR, "Near", "/taken.png");
    world.until(seconds(40), "an alarm", || world.screen.raised().len() == 1).await;
    cut_off(&world, &[NEAR]);
    world.pass(minutes(15)).await;
    assert_eq!(life.story(), ["Near open"], "nobody saw the page: it is not over");
    world.web.answer_probe(PROBE);
    world.web.cover(NEAR, "Near", "/taken.png");
    world.pass(minutes(2)).await;
    assert_eq!((life.story(), world.screen.raised().len()), (vec!["Near open".to_owned()], 1));
    world.stop(life).await;
    proven!(
        "network",
        "an alarm, then the network is gone and comes back",
        "once: it stays open, and is told once",
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_metered_connection_is_looked_through_half_as_often() {
    for (wish, slower) in [("", true), ("metered = \"same\"", false)] {
        let world = World::new();
        world.web.publish(NEAR, "Near");
        let life = world.watch(&configured_with(&format!("probes = []\n{wish}"), &[("Near", NEAR)])).await;
        world.learned(&life, "Near").await;
        let looks = || world.web.looks_at(NEAR).len();
        world.system.meters(Some(true));
        world.pass(minutes(2)).await;
        let before = looks();
        world.pass(minutes(20)).await;
        let metered = looks() - before;
        world.system.meters(Some(false));
        world.pass(minutes(2)).await;
        let before = looks();
        world.pass(minutes(20)).await;
        let free = looks() - before;
        assert!((38..=43).contains(&free), "{free}");
        let expected = if slower { 18..=22 } else { 38..=43 };
        assert!(expected.contains(&metered), "{metered}, {wish}");
        let said = life.remarks().iter().filter(|said| said.starts_with("This connection is metered")).count();
        assert_eq!(said, usize::from(slower));
        world.stop(life).await;
    }
}
