//! A screen that fails: nothing is lost, nothing comes twice, and nothing holds up what does not depend on it.

use frontwatch_core::notify::Button;
use frontwatch_engine::ports::Click;
use frontwatch_engine::store::Delivery;
use frontwatch_proof::proven;

use crate::screen::Server;
use crate::world::{Life, World, configured, minutes, seconds};

const PAPERS: [(&str, &str); 3] =
    [("Ash", "http://127.0.0.1:11/"), ("Birch", "http://127.0.0.1:12/"), ("Cedar", "http://127.0.0.1:13/")];

async fn three_papers(world: &World) -> Life {
    for (outlet, url) in PAPERS {
        world.web.publish(url, outlet);
    }
    let life = world.watch(&configured(&PAPERS)).await;
    for (outlet, _) in PAPERS {
        world.learned(&life, outlet).await;
    }
    life
}

/// Covers a paper, and waits until the incident is open.
async fn cover(world: &World, life: &Life, (outlet, url): (&'static str, &str)) {
    world.web.cover(url, outlet, "banner.png");
    let open = format!("{outlet} open");
    world.until(seconds(40), &open, || life.story().contains(&open)).await;
}

fn bodies(world: &World) -> Vec<String> {
    world.screen.raised().iter().map(|raised| raised.notice.body[..5].trim_end_matches([':', ' ']).to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn without_a_server_every_notice_waits_in_order_is_told_of_once_and_comes_once() {
    let world = World::new();
    let life = three_papers(&world).await;
    world.screen.server(Server::Absent);
    for paper in [PAPERS[2], PAPERS[0], PAPERS[1]] {
        cover(&world, &life, paper).await;
        world.pass(seconds(1)).await;
    }
    world.pass(minutes(10)).await;
    let told: Vec<_> = life.notices().iter().map(|notice| (notice.title.clone(), notice.delivered)).collect();
    let expected = ["Cedar", "Ash", "Birch"].map(|outlet| (format!("{outlet}: alarm on the front page"), false));
    assert_eq!(told, expected, "each is told of once as not delivered");
    let remarks = life.remarks();
    assert_eq!(remarks.len(), 3, "{remarks:?}");
    assert!(remarks[1].contains("could not be shown") && remarks[1].contains("Ash"), "{remarks:?}");
    let tries = world.screen.tried();
    assert!((20..40).contains(&tries.len()), "tried about twice a minute: {}", tries.len());
    assert!(tries.iter().all(|id| *id == tries[0]), "one at a time, the first first");
    let outbox = life.store.outbox(10).await.unwrap();
    assert!(outbox.iter().all(|row| matches!(row.delivery, Delivery::Pending { .. })), "{outbox:?}");

    world.screen.server(Server::Shows);
    world.until(seconds(31), "all are shown", || world.screen.raised().len() == 3).await;
    world.pass(minutes(10)).await;
    assert_eq!(bodies(&world), ["Cedar", "Ash", "Birch"], "in the order decided, each once");
    assert_eq!(life.notices().iter().filter(|notice| notice.delivered).count(), 3);
    let outbox = life.store.outbox(10).await.unwrap();
    assert!(outbox.iter().all(|row| matches!(row.delivery, Delivery::Delivered { .. })), "{outbox:?}");
    world.stop(life).await;
    proven!(
        "desktop",
        "the notification server is gone and comes back",
        "for 10 minutes with three alarms: said, kept in order, each shown once when it is back",
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_notice_that_is_refused_does_not_hold_up_others() {
    for server in [Server::Refuses("Ash"), Server::Panics("Ash")] {
        let world = World::new();
        let life = three_papers(&world).await;
        world.screen.server(server.clone());
        cover(&world, &life, PAPERS[0]).await;
        // By now the refused notice is tried every half minute.
        world.pass(minutes(3)).await;
        for paper in [PAPERS[1], PAPERS[2]] {
            let before = world.screen.raised().len();
            cover(&world, &life, paper).await;
            let took = world.until(seconds(5), "the other one", || world.screen.raised().len() > before).await;
            assert!(took <= seconds(1), "{server:?}: {took:?}");
        }
        assert_eq!(bodies(&world), ["Birch", "Cedar"], "{server:?}");
        let refused = life.notices().iter().filter(|notice| !notice.delivered).count();
        assert_eq!(refused, 1, "{server:?}: told of once");
        world.screen.server(Server::Shows);
        world.until(seconds(31), "accepted at last", || world.screen.raised().len() == 3).await;
        world.pass(minutes(2)).await;
        assert_eq!(bodies(&world), ["Birch", "Cedar", "Ash"]);
        world.stop(life).await;
    }
    proven!(
        "desktop",
        "a panic while a notice is shown",
        "at one of three notices, for three minutes: the others are shown, and it is when it can be",
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn what_lost_its_meaning_while_it_waited_is_not_shown() {
    let world = World::new();
    let life = three_papers(&world).await;
    world.screen.server(Server::Absent);
    for paper in [PAPERS[0], PAPERS[1]] {
        cover(&world, &life, paper).await;
    }
    // Ash is restored, and somebody takes Birch on before either is shown.
    world.web.publish(PAPERS[0].1, "Ash");
    world.until(seconds(95), "over", || life.story().contains(&"Ash resolved".to_owned())).await;
    let birch = life.unresolved().await.remove(0).id.as_str().to_owned();
    life.clicks.send(Click { key: birch, button: Button::Acknowledge }).await.unwrap();
    world.pass(seconds(5)).await;
    world.screen.server(Server::Shows);
    world.pass(minutes(2)).await;
    let raised = world.screen.raised();
    assert_eq!(raised.len(), 1, "{raised:?}");
    assert!(raised[0].notice.over && raised[0].notice.title.starts_with("Ash"), "{raised:?}");
    let outbox = life.store.outbox(10).await.unwrap();
    let withdrawn = outbox.iter().filter(|row| matches!(row.delivery, Delivery::Withdrawn { .. })).count();
    assert_eq!(withdrawn, 2, "{outbox:?}");
    world.stop(life).await;
}
