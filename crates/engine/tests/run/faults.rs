//! This program breaks down, or what it stands on does: it is said, it stays where it happened, and alarms are told.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use frontwatch_core::observation::{FailureKind, Outcome};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::store::{DATABASE_FILE, Delivery};
use frontwatch_proof::proven;
use rusqlite::Connection;

use crate::office::Manner;
use crate::screen::Server;
use crate::web;
use crate::world::{PAPER, World, configured, minutes, seconds};

const OTHER: &str = "http://127.0.0.1:10/";

fn database(world: &World) -> Connection {
    let db = Connection::open(world.dir.path().join("data").join(DATABASE_FILE)).unwrap();
    db.busy_timeout(Duration::from_secs(5)).unwrap();
    db
}

#[tokio::test(start_paused = true)]
async fn a_look_that_breaks_down_stays_with_its_watch_which_is_looked_at_again() {
    const BREAKS: usize = 25;
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    world.web.serve(PAPER, |_, _| panic!("the look breaks down, as the test wants it"));
    let before = world.web.looks_at(PAPER).len();
    world.until(minutes(30), "looks that break down", || world.web.looks_at(PAPER).len() >= before + BREAKS).await;
    assert!(life.remarks().iter().any(|remark| remark.starts_with("Paper: a look at this page broke down.")));
    let said = life.remarks().iter().filter(|remark| remark.starts_with("Paper: a look")).count();
    assert!(said <= 4, "it is not said each time: {said}");
    let raised = world.screen.raised();
    assert!(raised.len() == 1 && raised[0].notice.body.starts_with("We cannot see Paper"), "{raised:?}");
    world.web.cover(OTHER, "Other", "banner.png");
    world.until(seconds(40), "the other outlet's alarm", || life.story().contains(&"Other open".to_owned())).await;
    world.web.cover(PAPER, "Paper", "/taken.png");
    world
        .until(minutes(2), "its own alarm, as soon as it can be seen", || {
            world.screen.raised().iter().any(|raised| raised.notice.body.starts_with("Paper: a picture"))
        })
        .await;
    world.stop(life).await;
    proven!(
        "process",
        "a panic in a look",
        format!("{BREAKS} looks in a row, beside another outlet's alarm"),
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_panic_anywhere_in_the_loop_is_said_and_the_watch_goes_on() {
    const EVERY: [u32; 3] = [101, 53, 29];
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    for (round, every) in EVERY.into_iter().enumerate() {
        world.clock.breaks_every(every);
        world.pass(minutes(2)).await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world
            .until(minutes(10), &format!("an alarm, one in {every}"), || {
                life.story().iter().filter(|line| *line == "Paper open").count() > round
            })
            .await;
        world.until(minutes(2), "is told", || world.screen.raised().iter().any(|it| !it.notice.over)).await;
        world.web.publish(PAPER, "Paper");
        world
            .until(minutes(15), "the end", || {
                life.story().iter().filter(|line| *line == "Paper resolved").count() > round
            })
            .await;
        world.clock.breaks_every(0);
        // Beyond the time in which it would be the same incident come back.
        world.pass(minutes(40)).await;
    }
    assert!(
        life.remarks().iter().any(|remark| remark.starts_with("A part of Frontwatch broke down")),
        "{:?}",
        life.remarks()
    );
    for url in [PAPER, OTHER] {
        let before = world.web.looks_at(url).len();
        world.pass(minutes(5)).await;
        assert!(world.web.looks_at(url).len() >= before + 8, "{url} is looked at as ever");
    }
    let told = world.screen.raised();
    assert!(told.iter().all(|raised| raised.stored_first), "{told:?}");
    let kept = life.store.incidents(20, None).await.unwrap();
    assert_eq!(kept.iter().filter(|incident| incident.outlet == "Paper").count(), EVERY.len(), "each once: {kept:?}");
    world.stop(life).await;
    proven!(
        "process",
        "a panic in the loop",
        format!("one in {EVERY:?} times that the clock is asked, through an alarm and its end each"),
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_to_be_told_when_the_loop_breaks_down_is_told_with_the_next_tick() {
    const ROUNDS: usize = 3;
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    for round in 0..ROUNDS {
        let alarms = || life.verdicts().iter().filter(|it| it.said.verdict == Verdict::Alarm).count();
        let before = alarms();
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alarm", || alarms() > before).await;
        world.clock.waits_for(None);
        world.screen.looks_into(None);
        let other = database(&world);
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        while life.unresolved().await.is_empty() {
            world.pass(Duration::from_millis(20)).await;
        }
        // Whatever the loop does next breaks down: the first is the word that the incident is stored.
        world.clock.breaks_every(1);
        other.execute_batch("ROLLBACK").unwrap();
        let began = Instant::now();
        while life.store.incidents(9, None).await.unwrap().len() <= round && began.elapsed() < Duration::from_secs(9) {
            world.pass(seconds(1)).await;
        }
        world.pass(seconds(3)).await;
        world.clock.breaks_every(0);
        world
            .until(minutes(2), "the alert", || {
                world.screen.raised().iter().filter(|raised| !raised.notice.over).count() > round
            })
            .await;
        world.clock.waits_for(Some(life.store.clone()));
        world.web.publish(PAPER, "Paper");
        world.pass(minutes(40)).await;
        assert!(life.unresolved().await.is_empty());
    }
    let opened = world.screen.raised().iter().filter(|raised| !raised.notice.over).count();
    assert_eq!(opened, ROUNDS, "each once");
    world.stop(life).await;
    proven!(
        "process",
        "a panic when an alarm is to be told",
        format!("{ROUNDS} alarms, each stored when the loop breaks down: told with the next tick"),
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn wherever_the_loop_breaks_down_after_a_look_what_it_saw_is_told_once() {
    const PLACES: u32 = 16;
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    for place in 1..=PLACES {
        let alarms = || life.verdicts().iter().filter(|it| it.said.verdict == Verdict::Alarm).count();
        let before = alarms();
        let told = || world.screen.raised().iter().filter(|raised| !raised.notice.over).count();
        let earlier = told();
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alarm", || alarms() > before).await;
        // Somebody asks for another look while the confirmation is under way: it is ordered as soon as that one is over.
        life.handle.recheck(Vec::new()).await.unwrap();
        world.clock.breaks_once(place);
        world.until(minutes(3), &format!("it is told, broken at {place}"), || told() > earlier).await;
        world.pass(minutes(1)).await;
        world.clock.breaks_once(0);
        assert_eq!(told(), earlier + 1, "once, broken at {place}");
        world.web.publish(PAPER, "Paper");
        // Beyond the time in which it would be the same incident come back.
        world.pass(minutes(40)).await;
        assert!(life.unresolved().await.is_empty());
    }
    world.stop(life).await;
    proven!(
        "process",
        "a panic between a look and what is told of it",
        format!("once at each of the {PLACES} times that the clock is asked after the first look at an attack"),
        "nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_courier_that_breaks_down_before_it_answers_holds_up_no_other_notice() {
    let world = World::new();
    let text =
        format!("{}[[webhook]]\nname = \"desk\"\nurl = \"https://hook.example/x\"\n", configured(&[("Paper", PAPER)]));
    let life = world.watch(&text).await;
    world.learned(&life, "Paper").await;
    world.office.behave("webhook:desk", Manner::PanicsAtOnce);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.until(minutes(2), "tried again", || world.office.tried("webhook:desk").len() >= 3).await;
    world.office.behave("webhook:desk", Manner::Takes);
    world.until(minutes(2), "arrived", || world.office.sent("webhook:desk").len() == 1).await;
    world.stop(life).await;
    proven!("process", "a panic in a courier", "before and while it sends, three tries at least", "nothing");
}

#[tokio::test(start_paused = true)]
async fn what_a_store_that_hangs_holds_up_is_told_without_it_and_stored_when_it_answers() {
    /// Each waits for five seconds for the database.
    const AHEAD: usize = 4;
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.clock.waits_for(None);
    world.screen.looks_into(None);
    let other = database(&world);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let ahead: Vec<_> =
        (0..AHEAD).map(|_| tokio::spawn(life.store.alive("2026-09-20T10:00:02Z".parse().unwrap()))).collect();
    world.web.cover(PAPER, "Paper", "banner.png");
    let began = Instant::now();
    while world.screen.raised().is_empty() {
        world.pass(Duration::from_millis(20)).await;
        std::thread::sleep(Duration::from_millis(5));
        assert!(began.elapsed() < Duration::from_secs(5 * AHEAD as u64 - 2), "the alarm waits for the store");
    }
    let said = life.remarks();
    assert!(said.iter().any(|remark| remark.contains("the disk does not answer")), "{said:?}");
    assert!(said.iter().any(|remark| remark.contains("alerts are still told")), "{said:?}");
    other.execute_batch("ROLLBACK").unwrap();
    for one in ahead {
        drop(one.await);
    }
    world.clock.waits_for(Some(life.store.clone()));
    world.pass(minutes(1)).await;
    assert!(life.remarks().iter().any(|remark| remark.starts_with("The store works again.")), "{:?}", life.remarks());
    let kept = life.store.incidents(9, None).await.unwrap();
    let mut outbox = life.store.outbox(99).await.unwrap();
    outbox.retain(|row| !row.notice.is_reminder());
    assert_eq!((kept.len(), outbox.len()), (1, 1), "each once");
    assert!(matches!(outbox[0].delivery, Delivery::Delivered { .. }), "{outbox:?}");
    assert_eq!(world.screen.raised().len(), 1, "and told once");
    world.stop(life).await;
    proven!(
        "store",
        "a database locked by another program",
        format!("while an alarm comes, with {AHEAD} writes before it that wait 5 s each: told before, stored after"),
        "looks of that time"
    );
}

/// A body that is counted as long as anybody holds it, as one that holds a place among the large ones is.
struct Placed(Bytes, Arc<AtomicUsize>);

impl AsRef<[u8]> for Placed {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.1.fetch_sub(1, Ordering::SeqCst);
    }
}

#[tokio::test(start_paused = true)]
async fn a_large_page_keeps_its_place_no_longer_than_it_is_judged_whatever_the_disk_does() {
    const LARGE: usize = 3 << 20;
    const LOOKS: usize = 4;
    let world = World::new();
    let held = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&held);
    world.web.serve(PAPER, move |order, now| {
        // Another one each time, so that each is judged and kept.
        let words = format!("<p>{} {now}</p>", "a word of the archive ".repeat(LARGE / 22));
        let mut seen = web::page(order, &format!("<html><title>Archive</title><body>{words}</body></html>"));
        if let Outcome::Answered(answer) = &mut seen {
            count.fetch_add(1, Ordering::SeqCst);
            answer.body = Bytes::from_owner(Placed(answer.body.clone(), Arc::clone(&count)));
        }
        seen
    });
    let life = world.watch_paper().await;
    world.until(minutes(1), "a look", || !life.verdicts().is_empty()).await;
    world.clock.waits_for(None);
    world.screen.looks_into(None);
    let other = database(&world);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (began, before) = (Instant::now(), life.verdicts().len());
    while life.verdicts().len() < before + LOOKS {
        world.pass(seconds(1)).await;
        std::thread::sleep(Duration::from_millis(1));
        assert!(began.elapsed() < Duration::from_secs(60), "it is looked at as ever");
    }
    // What it has judged it lets go of, though nothing of it is stored.
    world.pass(Duration::from_millis(100)).await;
    assert_eq!(held.load(Ordering::SeqCst), 0);
    other.execute_batch("ROLLBACK").unwrap();
    world.clock.waits_for(Some(life.store.clone()));
    world.pass(minutes(2)).await;
    let kept = life.store.captures(WatchId::new(WatchKind::Homepage, &PAPER.parse().unwrap()), 9).await.unwrap();
    assert!(!kept.is_empty());
    let body = life.store.capture(kept[0].digest).await.unwrap().unwrap();
    assert!(body.len() > LARGE && body.starts_with(b"<html>"), "and it is kept as it came");
    world.stop(life).await;
    proven!(
        "store",
        "a disk that hangs while large pages are to be kept",
        format!(
            "{LOOKS} looks at a page of {} MiB that is another each time, and no place among the large is held",
            LARGE >> 20
        ),
        "pages of that time"
    );
}

#[tokio::test(start_paused = true)]
async fn a_write_that_is_refused_for_ever_keeps_no_other_out_of_the_store() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    world.screen.server(Server::Absent);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an incident", || life.story() == ["Paper open"]).await;
    world.pass(seconds(5)).await;
    // A row goes that the watch counts on: whatever is said of it is refused from now on.
    assert_eq!(database(&world).execute("DELETE FROM outbox", []).unwrap(), 1);
    let id = life.unresolved().await.remove(0).id;
    life.handle.acknowledge(id.clone(), "nino".to_owned()).await.unwrap();
    world.pass(minutes(1)).await;
    world.screen.looks_into(None);
    world.screen.server(Server::Shows);
    world.web.cover(OTHER, "Other", "banner.png");
    world
        .until(seconds(60), "the other's alarm", || {
            world.screen.raised().iter().any(|it| it.notice.body.starts_with("Other"))
        })
        .await;
    world.pass(minutes(1)).await;
    let kept = life.store.incident(id).await.unwrap().unwrap();
    assert_eq!(kept.history.last().unwrap().state, "acknowledged", "what was refused with it is stored");
    assert_eq!(life.store.incidents(9, None).await.unwrap().len(), 2);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_keychain_that_is_gone_blames_nobody_and_is_used_when_it_is_back() {
    const USERS: &str = "http://127.0.0.1:9/users";
    let world = World::new();
    let body = r#"[{"id":1,"slug":"d.quill"}]"#;
    world.web.serve(USERS, move |order, _| web::page(order, body));
    let text = format!(
        "{}[[outlet.admin]]\nurl = \"{USERS}\"\nexpect = \"json\"\nvalues = [\"/*/id\", \"/*/slug\"]\ncredential = \"desk\"\n",
        configured(&[("Paper", PAPER)])
    );
    let life = world.watch(&text).await;
    world.learned(&life, "Paper").await;
    let latest = |verdict| {
        let verdicts = life.verdicts();
        verdicts.iter().rfind(|it| it.watch == WatchKind::Admin).is_some_and(|it| it.said.verdict == verdict)
    };
    world.until(minutes(10), "the users are known", || latest(Verdict::Normal)).await;
    world.web.fail(USERS, FailureKind::NoKeychain);
    world.pass(minutes(30)).await;
    assert!(latest(Verdict::Inconclusive), "never normal, and never an alarm");
    let raised = world.screen.raised();
    assert!(raised.iter().all(|it| it.notice.body.starts_with("We cannot see")), "{raised:?}");
    assert!(raised.len() <= 1, "{raised:?}");
    world.web.serve(USERS, |order, _| web::page(order, r#"[{"id":1,"slug":"d.quill"},{"id":2,"slug":"x_admin"}]"#));
    world
        .until(minutes(15), "who came meanwhile is told", || {
            world.screen.raised().iter().any(|it| it.notice.body.contains("x_admin"))
        })
        .await;
    world.stop(life).await;
    proven!(
        "secrets",
        "the keychain is gone and comes back",
        "for 30 minutes: nobody blamed, said, and what came meanwhile told",
        "nothing"
    );
}
