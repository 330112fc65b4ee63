//! The page of one outlet: what it learned, how long it took to answer, how often it was there.

use frontwatch_core::incident::Incident;
use frontwatch_core::observation::FailureKind;
use frontwatch_engine::api::changed::changed;
use frontwatch_engine::api::outlet::{NotKnown, OutletDetails, WatchedDetails, details};
use frontwatch_engine::api::timeline::timeline;
use frontwatch_engine::ports::Clock;
use frontwatch_engine::run::Refusal;
use frontwatch_engine::store::HeldOf;
use jiff::Timestamp;

use crate::world::{Life, PAPER, World, configured, minutes, seconds, speech};

/// What is known of the paper.
async fn paper(world: &World, life: &Life) -> OutletDetails {
    details("Paper".to_owned(), &life.handle, &life.store, &speech(), world.clock.now()).await.unwrap()
}

/// What is known of its front page.
async fn front_page(world: &World, life: &Life) -> WatchedDetails {
    paper(world, life).await.watches.remove(0).watched.unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_an_outlet_learned_and_how_it_answered_over_the_day() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(70)).await;
    let all = paper(&world, &life).await;
    assert_eq!((all.outlet.as_str(), all.watches.len()), ("Paper", 1));
    assert_eq!(all.watches[0].watch.place, "front page");
    let page = front_page(&world, &life).await;
    let wait = page.next_look.unwrap().duration_since(world.clock.now());
    assert!((0..=33).contains(&wait.as_secs()), "{wait}");
    assert!(page.learned[0].starts_with("never changes: "), "{:?}", page.learned);
    assert!(!page.learned.iter().any(|said| said.contains('%')), "its sharpness says how well: {:?}", page.learned);
    assert!(page.learned_since.is_some() && !page.versions.is_empty());
    let sharp = page.sharpness.unwrap();
    assert!((20..100).contains(&sharp.percent) && sharp.well_at.is_some_and(|at| at > world.clock.now()), "{sharp:?}");
    assert_eq!(page.pace.len(), 48);
    let watched: Vec<_> = page.pace.iter().filter(|half| half.looks > 0).collect();
    assert!((3..=4).contains(&watched.len()), "{watched:?}");
    assert!(watched.iter().all(|half| half.took == Some(40)), "{watched:?}");
    assert!(page.pace[..44].iter().all(|half| half.looks == 0 && half.took.is_none()), "nobody watched then");
    assert!(page.day.looks > 100 && page.day.there == page.day.looks, "{:?}", page.day);
    assert_eq!(page.week, page.day);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_that_does_not_answer_was_not_there_and_took_no_time() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.fail(PAPER, FailureKind::Refused);
    world.pass(minutes(65)).await;
    let page = front_page(&world, &life).await;
    assert!(page.day.there < page.day.looks && page.day.there > 0, "{:?}", page.day);
    let latest = &page.pace[47];
    assert!(latest.looks > 0 && latest.took.is_none(), "{latest:?}");

    // What was known of the half hour that goes on is known after a restart, too.
    let before = page.pace.iter().map(|half| half.looks).sum::<u32>();
    world.stop(life).await;
    let life = world.watch_paper().await;
    world.pass(seconds(90)).await;
    let after = front_page(&world, &life).await.pace.iter().map(|half| half.looks).sum::<u32>();
    assert!(after > before, "{before} before, {after} after");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_look_that_says_nothing_counts_neither_way() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.answer(PAPER, 403, "Forbidden");
    world.pass(minutes(1)).await;
    let before = front_page(&world, &life).await.day;
    world.pass(minutes(5)).await;
    let after = front_page(&world, &life).await;
    assert_eq!(after.day, before, "a refusal does not say whether the page is there");
    assert!(after.pace[47].looks > before.looks);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn of_an_outlet_that_is_not_watched_nothing_is_known() {
    let world = World::new();
    let life = world.watch_paper().await;
    let none = details("Post".to_owned(), &life.handle, &life.store, &speech(), world.clock.now()).await;
    assert!(matches!(none, Err(NotKnown::Refused(Refusal::NoSuchOutlet))), "{none:?}");
    world.stop(life).await;
}

const COURIER: &str = "http://127.0.0.1:10/";

/// The outlets of which somebody was told, in order.
fn told(world: &World) -> Vec<String> {
    world.screen.all_raised().into_iter().filter_map(|raised| raised.notice.about.outlet).collect()
}

#[tokio::test(start_paused = true)]
async fn the_alerts_of_one_outlet_are_paused_and_those_of_others_are_not() {
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let both = configured(&[("Paper", PAPER), ("Courier", COURIER)]);
    let life = world.watch(&both).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Courier").await;
    assert_eq!(life.handle.pause_outlet("Post".to_owned(), None).await, Err(Refusal::NoSuchOutlet));
    life.handle.pause_outlet("Paper".to_owned(), None).await.unwrap();
    let paused: Vec<bool> = life.handle.overview().await.unwrap().outlets.iter().map(|o| o.pause.is_some()).collect();
    assert_eq!(paused, [true, false]);

    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(2)).await;
    let incident = life.unresolved().await.remove(0);
    assert_eq!(told(&world), [""; 0], "the incident is there, and nobody is told");
    let record = life.store.incident(incident.id.clone()).await.unwrap().unwrap();
    assert!(record.silences.iter().any(|(_, why)| why == "outlet-paused"), "{:?}", record.silences);
    let timeline = timeline(&record, &speech());
    assert!(timeline.moments.iter().any(|moment| moment.says.contains("alerts of this outlet were paused")));

    world.web.fail(COURIER, FailureKind::Refused);
    world.until(minutes(5), "the other outlet is told of", || told(&world) == ["Courier"]).await;

    // The pause outlives the process, and so does what it held back.
    world.stop(life).await;
    let life = world.watch(&both).await;
    world.pass(minutes(20)).await;
    assert!(!told(&world).contains(&"Paper".to_owned()), "{:?}", told(&world));
    life.handle.resume_outlet("Paper".to_owned()).await.unwrap();
    world.until(seconds(5), "what is still open is told", || told(&world).contains(&"Paper".to_owned())).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_pause_of_an_outlet_ends_in_time_or_with_the_outlet() {
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let both = configured(&[("Paper", PAPER), ("Courier", COURIER)]);
    let (life, file) = world.watch_file(&both).await;
    world.learned(&life, "Paper").await;
    life.handle.pause_outlet("Paper".to_owned(), Some(world.clock_in(minutes(60)))).await.unwrap();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(58)).await;
    assert_eq!(told(&world), [""; 0]);
    world.until(minutes(3), "the end of the pause", || told(&world) == ["Paper"]).await;

    // One that is removed and put back is still paused; under its name another one is not, nor is it after a day.
    let paused = async |outlets: &[(&str, &str)]| {
        std::fs::write(&file, configured(outlets)).unwrap();
        world.pass(seconds(5)).await;
        let outlets = life.handle.overview().await.unwrap().outlets;
        outlets.into_iter().filter(|outlet| outlet.pause.is_some()).map(|outlet| outlet.name).collect::<Vec<_>>()
    };
    let (paper, courier) = (("Paper", PAPER), ("Courier", COURIER));
    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    assert_eq!(paused(&[paper]).await, [""; 0]);
    assert_eq!(paused(&[paper, courier]).await, ["Courier"]);
    assert_eq!(paused(&[paper]).await, [""; 0]);
    assert_eq!(
        paused(&[paper, ("Evening Courier", COURIER)]).await,
        ["Evening Courier"],
        "put back under another name"
    );
    assert_eq!(paused(&[paper, courier]).await, ["Courier"], "and renamed");
    assert_eq!(paused(&[paper]).await, [""; 0]);
    assert_eq!(paused(&[paper, ("Courier", "http://127.0.0.1:11/")]).await, [""; 0], "it is another outlet");
    assert_eq!(paused(&[paper, courier]).await, [""; 0], "and its pause is over");
    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    assert_eq!(paused(&[paper]).await, [""; 0]);
    std::fs::write(&file, configured(&[paper]).replace("30s", "20m")).unwrap();
    world.pass(minutes(25 * 60)).await;
    assert_eq!(paused(&[paper, courier]).await, [""; 0], "nobody put it back for a day");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_known_of_an_outlet_goes_with_its_name() {
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER), ("Courier", COURIER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Courier").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(minutes(1), "an alert", || told(&world) == ["Paper"]).await;
    let over = life.unresolved().await.remove(0);
    world.web.publish(PAPER, "Paper");
    world.until(minutes(2), "its end", || told(&world).len() == 2).await;
    world.pass(minutes(40)).await;
    world.web.fail(PAPER, FailureKind::Refused);
    world.until(minutes(5), "an outage", || told(&world).len() == 3).await;
    life.handle.pause_outlet("Paper".to_owned(), None).await.unwrap();

    let named = configured(&[("The Paper", PAPER), ("Courier", COURIER)]);
    std::fs::write(&file, &named).unwrap();
    world.pass(seconds(5)).await;
    let overview = life.handle.overview().await.unwrap();
    assert_eq!(overview.anomalies[0].outlet, "The Paper");
    assert!(overview.outlets[0].name == "The Paper" && overview.outlets[0].pause.is_some());
    let stored = async |life: &Life| {
        let all = life.store.incidents(10, None).await.unwrap();
        all.into_iter().map(|incident| incident.outlet).collect::<Vec<_>>()
    };
    assert_eq!(stored(&life).await, ["The Paper", "The Paper"], "what is open, and what is over");
    let held = life.store.held(HeldOf::Outlet("The Paper".to_owned()), Timestamp::MIN, 9).await.unwrap();
    assert!(!held.is_empty(), "why nobody was told");
    assert_eq!(life.store.incident(over.id).await.unwrap().unwrap().incident.outlet, "The Paper");

    // Another name while nobody watched.
    world.stop(life).await;
    let life = world.watch(&configured(&[("Daily Paper", PAPER), ("Courier", COURIER)])).await;
    world.pass(seconds(5)).await;
    let overview = life.handle.overview().await.unwrap();
    assert!(overview.outlets[0].name == "Daily Paper" && overview.outlets[0].pause.is_some(), "{overview:?}");
    assert_eq!(overview.anomalies[0].outlet, "Daily Paper");
    assert_eq!(stored(&life).await, ["Daily Paper", "Daily Paper"]);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_day_that_a_removed_outlets_pause_waits_is_not_begun_anew_by_a_restart() {
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let both = configured(&[("Paper", PAPER), ("Courier", COURIER)]).replace("30s", "20m");
    let alone = configured(&[("Paper", PAPER)]).replace("30s", "20m");
    let is_paused = async |life: &Life| life.handle.overview().await.unwrap().outlets[1].pause.is_some();
    let (life, file) = world.watch_file(&both).await;
    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    std::fs::write(&file, &alone).unwrap();
    world.pass(seconds(5)).await;
    world.stop(life).await;
    for _ in 0..3 {
        world.pass(minutes(60 * 10)).await;
        let life = world.watch(&alone).await;
        world.pass(seconds(5)).await;
        world.stop(life).await;
    }
    let life = world.watch(&both).await;
    world.pass(seconds(5)).await;
    assert!(!is_paused(&life).await, "it was away for more than a day");

    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    world.stop(life).await;
    for text in [&alone, &both] {
        let life = world.watch(text).await;
        world.pass(minutes(60 * 10)).await;
        world.stop(life).await;
    }
    world.pass(minutes(60 * 10)).await;
    let life = world.watch(&both).await;
    world.pass(seconds(5)).await;
    assert!(is_paused(&life).await, "put back within a day, it is paused as before");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn another_outlet_that_takes_the_old_name_takes_nothing_else() {
    const NEW: &str = "http://127.0.0.1:12/";
    let world = World::new();
    for (url, name) in [(COURIER, "Courier"), (NEW, "New")] {
        world.web.publish(url, name);
    }
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER), ("Courier", COURIER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Courier").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(minutes(1), "an alert", || told(&world) == ["Paper"]).await;
    life.handle.pause_outlet("Paper".to_owned(), None).await.unwrap();
    let stand = async || {
        let overview = life.handle.overview().await.unwrap();
        let outlets: Vec<_> = overview.outlets.into_iter().map(|it| (it.name, it.pause.is_some())).collect();
        let stored = life.store.incidents(10, None).await.unwrap();
        (outlets, stored.into_iter().map(|incident| incident.outlet).collect::<Vec<_>>())
    };
    let expected = |outlets: &[(&str, bool)], stored: &str| {
        (
            outlets.iter().map(|(name, paused)| ((*name).to_owned(), *paused)).collect::<Vec<_>>(),
            vec![stored.to_owned()],
        )
    };
    std::fs::write(&file, configured(&[("The Paper", PAPER), ("Courier", COURIER), ("Paper", NEW)])).unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(stand().await, expected(&[("The Paper", true), ("Courier", false), ("Paper", false)], "The Paper"));
    world.learned(&life, "Paper").await;
    // Two exchange their names.
    std::fs::write(&file, configured(&[("Courier", PAPER), ("The Paper", COURIER), ("Paper", NEW)])).unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(stand().await, expected(&[("Courier", true), ("The Paper", false), ("Paper", false)], "Courier"));
    // Removed, and put back under another name beside one that bears the old.
    std::fs::write(&file, configured(&[("The Paper", COURIER)])).unwrap();
    world.pass(seconds(5)).await;
    std::fs::write(&file, configured(&[("Back", PAPER), ("The Paper", COURIER), ("Courier", NEW)])).unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(stand().await, expected(&[("Back", true), ("The Paper", false), ("Courier", false)], "Back"));
    // One that is paused goes for good, and another takes its name at the same time.
    std::fs::write(&file, configured(&[("Back", COURIER), ("Courier", NEW)])).unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(stand().await, expected(&[("Back", false), ("Courier", false)], "Back"));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_open_goes_with_its_page_though_its_name_was_passed_on_while_nobody_watched() {
    const NEW: &str = "http://127.0.0.1:11/";
    // What it is called afterwards: the page that was attacked, and whoever has its name.
    let table: [(&str, Vec<(&str, &str)>); 3] = [
        ("a name that a new outlet takes", vec![("The Paper", PAPER), ("Paper", NEW), ("Courier", COURIER)]),
        ("two that exchange their names", vec![("Courier", PAPER), ("Paper", COURIER)]),
        ("a page of two that goes to the other outlet", vec![("Courier", PAPER), ("Paper", NEW)]),
    ];
    for (case, afterwards) in table {
        let world = World::new();
        world.web.publish(COURIER, "Courier");
        world.web.publish(NEW, "New");
        let before = [("Paper", PAPER), ("Courier", COURIER)];
        let life = world.watch(&configured(&before)).await;
        world.learned(&life, "Paper").await;
        world.learned(&life, "Courier").await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(minutes(2), "an alarm", || !told(&world).is_empty()).await;
        world.pass(seconds(5)).await;
        world.stop(life).await;

        let name = afterwards[0].0;
        let life = world.watch(&configured(&afterwards)).await;
        world.pass(seconds(5)).await;
        let named = |incidents: &[Incident]| incidents.iter().map(|it| it.outlet.clone()).collect::<Vec<_>>();
        assert_eq!(named(&life.unresolved().await), [name], "{case}");
        assert_eq!(named(&life.store.incidents(9, None).await.unwrap()), [name], "{case}: stored");
        let overview = life.handle.overview().await.unwrap();
        assert_eq!(overview.anomalies.iter().map(|it| it.outlet.as_str()).collect::<Vec<_>>(), [name], "{case}");
        world.web.publish(PAPER, "Paper");
        let over = || world.screen.all_raised().iter().find(|raised| raised.notice.over).cloned();
        world.until(minutes(3), "its end", || over().is_some()).await;
        let said = over().unwrap().notice.body;
        assert!(said.starts_with(&format!("{name} is as it should be")), "{case}: {said}");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn who_was_told_of_two_hears_of_the_end_though_one_of_them_is_paused() {
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let both = configured(&[("Paper", PAPER), ("Courier", COURIER)]);
    let life = world.watch(&both.replace("homepage", "group = \"Group\"\nhomepage")).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Courier").await;
    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    for (page, name) in [(PAPER, "Paper"), (COURIER, "Courier")] {
        world.web.cover(page, name, "banner.png");
    }
    world.pass(minutes(2)).await;
    assert!(!told(&world).is_empty());
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(2)).await;
    assert!(world.screen.all_raised().iter().all(|raised| !raised.notice.over), "Courier is still covered");
    world.web.publish(COURIER, "Courier");
    let over = || world.screen.all_raised().last().is_some_and(|raised| raised.notice.over);
    world.until(minutes(2), "the end of both", over).await;
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn parts_that_changed_lately_are_offered_and_what_an_intruder_placed_is_not() {
    let world = World::new();
    let page = |clock: &str, attacked: &str| {
        format!(
            "<html><head><title>Paper</title></head><body><h1>News</h1><p id=clock>{clock}</p>{attacked}<p>The harbour opens on Monday.</p></body></html>"
        )
    };
    let calm = page("before noon", "<p id=note></p>");
    world.web.serve(PAPER, move |order, _| crate::web::page(order, &calm));
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(70)).await;
    let later = page("after \u{202e}noon", "<p id=note></p>");
    world.web.serve(PAPER, move |order, _| crate::web::page(order, &later));
    world.pass(minutes(70)).await;
    let offered = changed("Paper".to_owned(), &life.handle, &life.store).await.unwrap();
    assert_eq!(offered.iter().map(|part| part.selector.as_str()).collect::<Vec<_>>(), ["#clock"]);
    assert_eq!((offered[0].before.as_str(), offered[0].after.as_str()), ("before noon", "after noon"));

    let taken = page(
        "after noon",
        "<p id=note>Taken over</p><div style='position:fixed;inset:0;background:#000;z-index:99'><img src=/taken.png width=1280 height=720></div>",
    );
    world.web.serve(PAPER, move |order, _| crate::web::page(order, &taken));
    world.pass(minutes(70)).await;
    assert!(!life.unresolved().await.is_empty(), "it is an alarm");
    let offered = changed("Paper".to_owned(), &life.handle, &life.store).await.unwrap();
    assert!(offered.iter().all(|part| part.selector != "#note"), "{offered:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_first_looks_are_counted_while_what_is_normal_is_learned() {
    let world = World::new();
    let life = world.watch_paper().await;
    let mut counted = Vec::new();
    for _ in 0..300 {
        world.pass(seconds(1)).await;
        let watch = life.handle.overview().await.unwrap().outlets.remove(0).watches.remove(0);
        counted.extend(watch.learning.map(|learning| (learning.looks, learning.of)));
        counted.dedup();
    }
    assert!(counted.contains(&(1, 3)) && counted.contains(&(2, 3)), "{counted:?}");
    assert!(life.handle.overview().await.unwrap().outlets[0].watches[0].learning.is_none());
    world.stop(life).await;
}
