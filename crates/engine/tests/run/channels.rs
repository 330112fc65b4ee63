//! Webhooks and mail beside the desktop: each by itself, nothing lost, nothing twice, and seen when they fail.

use std::time::Duration;

use frontwatch_core::config;
use frontwatch_core::observation::FailureKind;
use frontwatch_core::text::Message;
use frontwatch_core::text::errors::as_said;
use frontwatch_core::verdict::Severity;
use frontwatch_engine::api::happening::About;
use frontwatch_engine::ports::NotDelivered;

use frontwatch_engine::store::Delivery;

use crate::office::Manner;
use crate::screen::Server;
use crate::world::{Life, World, configured, minutes, seconds};

const PAPERS: [(&str, &str); 2] = [("Ash", "http://127.0.0.1:11/"), ("Birch", "http://127.0.0.1:12/")];
const CHAT: &str = "webhook:chat";
const DESK: &str = "email:desk";
const NIGHT: &str = "email:night";

/// The papers, a webhook for everything, a mail for everything, and one for what is critical.
fn with_channels() -> String {
    configured(&PAPERS)
        + "[[webhook]]\nname = \"chat\"\nurl = \"https://chat.example/hooks/x\"\n\
           [[email]]\nname = \"desk\"\nserver = \"smtp.example:465\"\nfrom = \"a@b.example\"\nto = \"desk@b.example\"\n\
           [[email]]\nname = \"night\"\nserver = \"smtp.example:465\"\nfrom = \"a@b.example\"\nto = \"night@b.example\"\n\
           least = \"critical\"\n"
}

async fn begun(world: &World) -> Life {
    for (outlet, url) in PAPERS {
        world.web.publish(url, outlet);
    }
    let life = world.watch(&with_channels()).await;
    for (outlet, _) in PAPERS {
        world.learned(&life, outlet).await;
    }
    life
}

async fn cover(world: &World, life: &Life, (outlet, url): (&'static str, &str)) {
    world.web.cover(url, outlet, "banner.png");
    let open = format!("{outlet} open");
    world.until(seconds(40), &open, || life.story().contains(&open)).await;
}

fn away(rest: u64) -> Manner {
    Manner::Fails(NotDelivered::Away { why: Message::new("far-refuses"), rest: Duration::from_secs(rest) })
}

/// What stands in the outbox of a channel, oldest first.
async fn rows(life: &Life, channel: &str) -> Vec<&'static str> {
    let mut rows = life.store.outbox(50).await.unwrap();
    rows.reverse();
    let word = |delivery: &Delivery| match delivery {
        Delivery::Pending { .. } => "pending",
        Delivery::Delivered { .. } => "delivered",
        Delivery::Withdrawn { reason, .. } if reason == "superseded" => "superseded",
        Delivery::Withdrawn { reason, .. } if reason == "channel-removed" => "removed",
        Delivery::Withdrawn { .. } => "withdrawn",
    };
    rows.iter().filter(|row| row.channel == channel).map(|row| word(&row.delivery)).collect()
}

#[tokio::test(start_paused = true)]
async fn every_channel_gets_every_notice_and_those_of_less_urgency_only_where_they_are_wanted() {
    let world = World::new();
    let life = begun(&world).await;
    cover(&world, &life, PAPERS[0]).await;
    world.pass(seconds(1)).await;
    // A warning: the other does not answer.
    world.web.fail(PAPERS[1].1, FailureKind::Refused);
    world.until(minutes(5), "an outage", || world.screen.raised().len() == 2).await;
    world.pass(seconds(1)).await;
    let severities = |channel: &str| world.office.sent(channel).iter().map(|it| it.severity).collect::<Vec<_>>();
    assert_eq!(severities(CHAT), [Severity::Critical, Severity::Warning]);
    assert_eq!(severities(DESK), [Severity::Critical, Severity::Warning]);
    assert_eq!(severities(NIGHT), [Severity::Critical]);
    let about = &world.office.sent(NIGHT)[0].about;
    assert_eq!(about.address.as_ref().map(ToString::to_string).as_deref(), Some(PAPERS[0].1));
    assert!(!about.reasons.is_empty() && about.since.is_some(), "{about:?}");

    // The end is told wherever the trouble was.
    for (outlet, url) in PAPERS {
        world.web.publish(url, outlet);
    }
    world.until(minutes(3), "all is well", || world.screen.raised().len() == 4).await;
    world.pass(seconds(1)).await;
    let over = |channel: &str| world.office.sent(channel).iter().filter(|notice| notice.over).count();
    assert_eq!((over(CHAT), over(DESK), over(NIGHT)), (2, 2, 1));
    for channel in [CHAT, DESK, NIGHT, "desktop"] {
        assert!(rows(&life, channel).await.iter().all(|row| *row == "delivered"), "{channel}");
    }
    let heard = life.notices();
    let of = |channel: &str, name: Option<&str>| {
        heard.iter().filter(|notice| (notice.channel, notice.name.as_deref()) == (channel, name)).count()
    };
    assert_eq!((of("desktop", None), of("webhook", Some("chat")), of("email", Some("night"))), (4, 4, 2));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_fails_stalls_or_panics_delays_no_other() {
    for manner in [away(300), Manner::Stalls, Manner::Panics, Manner::DoesNotWant("Ash")] {
        let world = World::new();
        let life = begun(&world).await;
        world.office.behave(CHAT, manner.clone());
        for (nth, paper) in PAPERS.into_iter().enumerate() {
            cover(&world, &life, paper).await;
            let arrived = || world.screen.raised().len() > nth && world.office.sent(DESK).len() > nth;
            let took = world.until(seconds(5), "the others have it", arrived).await;
            assert!(took <= seconds(1), "{manner:?}: {took:?}");
        }
        // It comes to itself, and gets what waited: both, each once.
        world.office.behave(CHAT, Manner::Takes);
        world.until(minutes(6), "it has caught up", || world.office.sent(CHAT).len() == 2).await;
        world.pass(minutes(6)).await;
        assert_eq!(world.office.sent(CHAT).len(), 2, "{manner:?}");
        assert_eq!(world.screen.raised().len(), 2, "{manner:?}");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_desktop_that_is_away_delays_no_channel() {
    let world = World::new();
    let life = begun(&world).await;
    world.screen.server(Server::Absent);
    cover(&world, &life, PAPERS[0]).await;
    let took = world.until(seconds(5), "a mail", || !world.office.sent(DESK).is_empty()).await;
    assert!(took <= seconds(1), "{took:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn retries_grow_rarer_up_to_five_minutes_and_never_end() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    cover(&world, &life, PAPERS[0]).await;
    world.pass(minutes(10)).await;
    // After 1, 2, 4 … 256 s.
    let tries = world.office.tried(CHAT);
    assert_eq!(tries.len(), 10, "{tries:?}");
    assert!(tries.iter().all(|id| *id == tries[0]), "under one id");
    world.pass(minutes(60)).await;
    assert_eq!(world.office.tried(CHAT).len() - tries.len(), 12, "every five minutes");
    assert_eq!(rows(&life, CHAT).await, ["pending"]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_far_end_that_wants_to_be_left_alone_is_left_alone() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(120));
    cover(&world, &life, PAPERS[0]).await;
    world.pass(seconds(110)).await;
    assert_eq!(world.office.tried(CHAT).len(), 1);
    world.pass(seconds(15)).await;
    assert_eq!(world.office.tried(CHAT).len(), 2);
    // It may not ask for more than five minutes.
    world.office.behave(CHAT, away(86_400));
    world.pass(seconds(120)).await;
    let before = world.office.tried(CHAT).len();
    world.pass(seconds(310)).await;
    assert_eq!(world.office.tried(CHAT).len(), before + 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_failing_channel_is_remarked_once_and_shown_for_as_long_as_it_fails() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    for paper in PAPERS {
        cover(&world, &life, paper).await;
        world.pass(seconds(5)).await;
    }
    world.pass(minutes(30)).await;
    let fails = "Alerts do not arrive at the webhook \"chat\" and are tried again: it refuses connections.";
    let remarks: Vec<_> = life.remarks().into_iter().filter(|remark| remark.contains("do not arrive")).collect();
    assert_eq!(remarks, [fails]);
    let undelivered = life.notices().iter().filter(|notice| !notice.delivered).count();
    assert_eq!(undelivered, 2, "each notice is told of once");
    let shown = async || {
        let overview = life.handle.overview().await.unwrap();
        overview.remarks.into_iter().filter(|it| it.about == About::Trouble).map(|it| it.says).collect::<Vec<_>>()
    };
    assert_eq!(shown().await, [fails]);
    world.office.behave(CHAT, Manner::Fails(NotDelivered::Unwanted(as_said("it answers 400"))));
    world.pass(minutes(6)).await;
    assert_eq!(shown().await, [fails.replace("refuses connections", "answers 400")], "what is wrong now");
    world.office.behave(CHAT, Manner::Takes);
    world.pass(minutes(6)).await;
    assert_eq!(shown().await, [] as [&str; 0]);

    // Nor is it shown when nothing waits any more: somebody has taken it on.
    world.web.publish(PAPERS[0].1, "Ash");
    world.until(minutes(3), "its end is told", || world.office.sent(CHAT).iter().any(|notice| notice.over)).await;
    world.office.behave(CHAT, away(0));
    world.web.cover(PAPERS[0].1, "Ash", "banner.png");
    let opened = || life.story().iter().filter(|it| **it == "Ash open").count();
    world.until(minutes(3), "again", || opened() == 2).await;
    world.pass(seconds(5)).await;
    assert_eq!(shown().await, [fails]);
    for incident in life.unresolved().await {
        life.handle.acknowledge(incident.id, "nino".into()).await.unwrap();
    }
    world.pass(minutes(6)).await;
    assert_eq!(shown().await, [] as [&str; 0]);
    assert_eq!(rows(&life, CHAT).await.last(), Some(&"superseded"));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_lost_its_meaning_is_withdrawn_on_every_channel() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    world.office.behave(DESK, Manner::Stalls);
    cover(&world, &life, PAPERS[0]).await;
    world.pass(seconds(5)).await;
    world.web.publish(PAPERS[0].1, "Ash");
    world.until(seconds(95), "over", || life.story().contains(&"Ash resolved".to_owned())).await;
    world.office.behave(CHAT, Manner::Takes);
    world.office.behave(DESK, Manner::Takes);
    world.pass(minutes(7)).await;
    for channel in [CHAT, DESK] {
        let sent = world.office.sent(channel);
        assert!(sent.len() == 1 && sent[0].over, "{channel}: {sent:?}");
        assert_eq!(rows(&life, channel).await, ["superseded", "delivered"], "{channel}");
    }
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_next_process_sends_what_waits_under_the_same_id() {
    for manner in [away(0), Manner::Stalls] {
        let world = World::new();
        let life = begun(&world).await;
        world.office.behave(CHAT, manner);
        cover(&world, &life, PAPERS[0]).await;
        world.pass(seconds(5)).await;
        let before = world.office.tried(CHAT)[0].clone();
        world.cut_off(life).await;
        world.office.behave(CHAT, Manner::Takes);
        let life = world.watch(&with_channels()).await;
        world.until(seconds(5), "it has it", || world.office.sent(CHAT).len() == 1).await;
        assert_eq!(world.office.sent(CHAT)[0].id, before);
        assert_eq!(world.office.sent(DESK).len(), 1, "what had arrived is not sent again");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_channel_that_is_configured_no_more_is_withdrawn() {
    for at_start in [false, true] {
        let world = World::new();
        let life = begun(&world).await;
        world.office.behave(CHAT, away(0));
        cover(&world, &life, PAPERS[0]).await;
        world.pass(seconds(5)).await;
        let life = if at_start {
            world.stop(life).await;
            world.watch(&configured(&PAPERS)).await
        } else {
            life.handle.configure(config::parse(&configured(&PAPERS)).unwrap().config).await.unwrap();
            life
        };
        world.pass(seconds(5)).await;
        let tried = world.office.tried(CHAT).len();
        world.pass(minutes(10)).await;
        assert_eq!(world.office.tried(CHAT).len(), tried, "at start: {at_start}");
        assert_eq!(rows(&life, CHAT).await, ["removed"], "at start: {at_start}");
        assert!(life.handle.overview().await.unwrap().remarks.iter().all(|remark| remark.about != About::Trouble));
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_configuration_that_cannot_be_read_withdraws_nothing() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    cover(&world, &life, PAPERS[0]).await;
    world.pass(seconds(5)).await;
    world.stop(life).await;
    let life = world.watch_unusable().await;
    let tried = world.office.tried(CHAT).len();
    world.pass(minutes(10)).await;
    assert_eq!(rows(&life, CHAT).await, ["pending"]);
    assert_eq!(world.office.tried(CHAT).len(), tried);
    // As soon as it can be read again, it goes on.
    world.office.behave(CHAT, Manner::Takes);
    life.handle.configure(config::parse(&with_channels()).unwrap().config).await.unwrap();
    world.pass(seconds(2)).await;
    assert!(rows(&life, CHAT).await.iter().all(|row| *row == "delivered"));
    assert_eq!(world.office.sent(CHAT).len(), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_pause_holds_every_channel() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    cover(&world, &life, PAPERS[0]).await;
    world.pass(seconds(5)).await;
    life.handle.pause(None).await.unwrap();
    world.office.behave(CHAT, Manner::Takes);
    world.web.cover(PAPERS[1].1, "Birch", "banner.png");
    world.pass(minutes(10)).await;
    assert_eq!((world.office.sent(CHAT).len(), world.office.sent(DESK).len()), (0, 1));
    life.handle.resume().await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!((world.office.sent(CHAT).len(), world.office.sent(DESK).len()), (2, 2));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_test_alert_goes_by_every_channel_and_says_what_came_of_it() {
    let world = World::new();
    let life = begun(&world).await;
    world.office.behave(CHAT, away(0));
    world.office.behave(NIGHT, Manner::Panics);
    let tested = life.handle.send_test().await.unwrap();
    let came: Vec<_> = tested.iter().map(|it| (it.channel.to_string(), it.result.is_ok())).collect();
    let expected = [("desktop", true), (CHAT, false), (DESK, true), (NIGHT, false)];
    assert_eq!(came, expected.map(|(channel, arrived)| (channel.to_owned(), arrived)));
    assert_eq!(tested[1].says(&crate::world::speech()), "It did not arrive: it refuses connections.");
    assert_eq!(world.office.sent(DESK)[0].title, "Frontwatch: this is a test");
    world.pass(minutes(1)).await;
    assert_eq!(world.office.tried(CHAT).len(), 1, "a test is not tried again");
    assert_eq!(life.store.outbox(10).await.unwrap(), []);
    world.stop(life).await;
}
