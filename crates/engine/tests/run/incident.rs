//! Everything that is known of one incident, as the window's page of it is told: of one that is open, and of one that was over
//! long ago; why it was set aside, and what is proposed after several alike.

use frontwatch_core::incident::dismissal::Why;
use frontwatch_core::incident::{IncidentId, Resolution};
use frontwatch_engine::api::request::MomentKind as Kind;
use frontwatch_engine::api::timeline::course;
use frontwatch_engine::store::{CaptureRole, Dismissal, Write};

use crate::page;
use crate::web::page as served;
use crate::world::{Life, PAPER, World, minutes, seconds, speech};

/// Covers the page, and waits for the incident.
async fn covered(world: &World, life: &Life) -> IncidentId {
    let before = life.story().len();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(60), "an incident", || life.story().len() > before).await;
    world.pass(seconds(2)).await;
    life.unresolved().await[0].id.clone()
}

#[tokio::test(start_paused = true)]
async fn the_pages_of_an_incident_are_the_look_before_it_and_those_while_it_lasted() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(70)).await;
    let id = covered(&world, &life).await;
    world.pass(minutes(3)).await;
    let record = life.store.incident(id.clone()).await.unwrap().unwrap();
    let kept = life.store.evidence(record.incident.clone(), 40).await.unwrap();
    assert!(matches!(kept[0].role, CaptureRole::Before | CaptureRole::Baseline), "{kept:?}");
    assert!(kept[0].at < record.incident.began, "the look before it");
    assert!(kept[1..].iter().all(|it| it.at >= record.incident.began), "nothing else of before: {kept:?}");
    let digests: Vec<_> = kept.iter().map(|it| Some(it.digest)).collect();
    assert!(digests.contains(&record.incident.evidence), "the page that it was opened for: {kept:?}");

    world.web.publish(PAPER, "Paper");
    world.pass(minutes(100)).await;
    let record = life.store.incident(id).await.unwrap().unwrap();
    let over = record.history.last().unwrap().at;
    let later = life.store.evidence(record.incident.clone(), 40).await.unwrap();
    assert!(later.len() >= kept.len() && later.iter().all(|it| it.at <= over), "nothing of after: {later:?}");
    let raised = record.incident.evidence;
    let few = life.store.evidence(record.incident, 2).await.unwrap();
    assert_eq!((few.first(), few.last()), (later.first(), later.last()), "the first and the latest");
    assert!(few.len() <= 3 && few.iter().any(|it| Some(it.digest) == raised), "and the one it was raised for: {few:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_page_of_an_alarm_is_kept_though_one_before_it_that_was_set_aside_stood_until_then() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let mut kept = Vec::new();
    for nth in 1..=2 {
        let frame = format!("https://frames-{nth}.example/f.html");
        let added =
            format!("<div class=ad-slot><iframe src=\"{frame}\" width=1 height=1 hidden></iframe></div></body>");
        world.web.serve(PAPER, move |order, at| served(order, &page::front("Paper", at).replace("</body>", &added)));
        world.until(minutes(3), "an incident", || life.story().len() == nth * 2 - 1).await;
        world.pass(seconds(2)).await;
        let incident = life.unresolved().await[0].clone();
        let page = life
            .store
            .capture(incident.evidence.unwrap())
            .await
            .unwrap()
            .map(|page| String::from_utf8_lossy(&page).into_owned());
        kept.push(page.is_some_and(|page| page.contains(&frame)));
        life.handle.resolve(incident.id, Resolution::Dismissed).await.unwrap();
    }
    assert_eq!(kept, [true, true], "{:?}", life.story());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn why_it_was_set_aside_is_kept_and_counted_by_outlet_kind_and_answer() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let id = covered(&world, &life).await;
    let incident = life.handle.resolve(id.clone(), Resolution::Dismissed).await.unwrap();
    assert!(life.store.incident(id.clone()).await.unwrap().unwrap().dismissed.is_none());
    let kind = frontwatch_core::incident::dismissal::leading(&incident).to_owned();
    assert_eq!(kind, "cover.picture");
    let dismissal = |why| Dismissal {
        incident: id.clone(),
        outlet: "Paper".to_owned(),
        kind: kind.clone(),
        at: incident.last_seen,
        why,
    };
    for why in [Why::Partner, Why::Advertisement] {
        life.store.commit(vec![Write::Dismissal(dismissal(why))]).await.unwrap();
    }
    let kept = life.store.incident(id.clone()).await.unwrap().unwrap().dismissed.unwrap();
    assert_eq!((kept.why, kept.kind.as_str()), (Why::Advertisement, "cover.picture"), "the latest answer");
    assert_eq!(life.store.dismissed_alike(kept.clone()).await.unwrap(), 1);
    for other in [
        Dismissal { why: Why::Partner, ..kept.clone() },
        Dismissal { outlet: "Other".to_owned(), ..kept.clone() },
        Dismissal { kind: "link.block".to_owned(), ..kept },
    ] {
        assert_eq!(life.store.dismissed_alike(other).await.unwrap(), 0);
    }
    let unknown = Dismissal { incident: IncidentId::from_stored("0000000000000000"), ..dismissal(Why::Other) };
    assert!(life.store.commit(vec![Write::Dismissal(unknown)]).await.is_err(), "of an incident that there is");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn its_course_goes_from_the_last_good_look_to_the_end() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let id = covered(&world, &life).await;
    world.pass(minutes(1)).await;
    life.handle.snooze(id.clone(), world.clock_in(minutes(30))).await.unwrap();
    world.pass(minutes(1)).await;
    life.handle.acknowledge(id.clone(), "nino".into()).await.unwrap();
    world.pass(minutes(1)).await;
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(3)).await;
    let record = life.store.incident(id).await.unwrap().unwrap();
    let moments = course(&record, &speech());
    assert!(moments.is_sorted_by_key(|moment| moment.at), "{moments:?}");
    let told: Vec<(Kind, &str)> = moments.iter().map(|moment| (moment.what, moment.says.as_str())).collect();
    let order = [
        (Kind::Look, "the last look that was as it should be"),
        (Kind::Look, "the first look that saw it"),
        (Kind::State, "it was confirmed"),
        (Kind::Told, "told (desktop): "),
        (Kind::State, "somebody put it off for a while"),
        (Kind::State, "nino has it"),
        (Kind::State, "over: as it should be again"),
    ];
    let places: Vec<_> = order
        .iter()
        .map(|(kind, says)| told.iter().position(|moment| moment.0 == *kind && moment.1.starts_with(says)))
        .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {told:#?}");
    let states = told.iter().filter(|moment| moment.0 == Kind::State).count();
    assert_eq!(states, 4, "each once, also after it was put off: {told:#?}");
    world.stop(life).await;
}
