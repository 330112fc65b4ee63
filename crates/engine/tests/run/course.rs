//! The course of an incident: seen by some, hidden, gone and back; and what a site may ask of us meanwhile.

use std::sync::atomic::{AtomicUsize, Ordering};

use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Cause, State};
use frontwatch_core::observation::{Failure, FailureKind, Headers, Outcome, Stage};
use frontwatch_core::standing::Standing;
use frontwatch_core::verdict::Severity;
use frontwatch_engine::ports::{Order, What};
use frontwatch_engine::store::HeldOf;
use jiff::{SignedDuration, Timestamp};

use crate::page::{covered, front};
use crate::web::{self, page};
use crate::world::{Life, PAPER, World, homepage, minutes, seconds};

/// The reasons that are kept of troubling looks at the paper, latest first, each with how many looks.
async fn held(life: &Life) -> Vec<(Held, u32)> {
    let rows = life.store.held(HeldOf::Watch(homepage(PAPER)), Timestamp::MIN, 100).await.unwrap();
    rows.into_iter().map(|row| (row.reason, row.looks)).collect()
}

/// An answer that asks to be left alone.
fn asks_to_wait(order: &Order, status: u16, body: &str, wait: &str) -> Outcome {
    let mut answer = web::answer(order, status, body);
    let headers = answer.headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    answer.headers = Headers::new(headers.chain([("retry-after".to_owned(), wait.to_owned())]));
    Outcome::Answered(answer)
}

#[tokio::test(start_paused = true)]
async fn a_defacement_behind_an_error_page_is_said_to_be_hidden_and_is_no_outage() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    world.web.answer(PAPER, 500, "Internal server error");
    world.until(seconds(40), "that it is hidden", || world.screen.raised().len() == 2).await;
    let raised = world.screen.raised();
    let body = &raised[1].notice.body;
    assert!(body.starts_with("Paper: what was there is hidden behind an error page since "), "{body}");
    assert!(body.ends_with("This is not over."), "{body}");
    assert_eq!(raised[1].notice.key, raised[0].notice.key, "in the place of the alert");
    assert!(raised[1].stored_first && !raised[1].notice.over);

    world.pass(minutes(20)).await;
    assert_eq!(world.screen.raised().len(), 2, "it is said once");
    let open = life.unresolved().await;
    assert_eq!((open.len(), open[0].cause), (1, Cause::Content), "and there is no outage besides");
    let overview = life.handle.overview().await.unwrap();
    let says = &overview.anomalies[0].state_says;
    assert!(says.starts_with("hidden behind an error page since "), "{says}");
    assert_eq!(overview.standing, Standing::Alarm);
    let held = held(&life).await;
    assert!(matches!(held[0], (Held::HiddenAlarm, looks) if looks > 30), "{held:?}");

    world.web.publish(PAPER, "Paper");
    world.until(seconds(40), "the end of it", || world.screen.raised().len() == 3).await;
    assert!(world.screen.raised()[2].notice.over);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_comes_back_is_the_same_incident_and_says_that_it_comes_and_goes() {
    for restart in [false, true] {
        let world = World::new();
        let mut life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
        world.web.publish(PAPER, "Paper");
        world.until(seconds(40), "the end of it", || world.screen.raised().len() == 2).await;
        world.pass(minutes(5)).await;
        if restart {
            world.cut_off(life).await;
            life = world.watch_paper().await;
        }
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(seconds(40), "that it is back", || world.screen.raised().len() == 3).await;
        let raised = world.screen.raised();
        let body = &raised[2].notice.body;
        assert!(body.contains(" It comes and goes: 2 times since "), "{body}");
        assert_eq!(raised[2].notice.key, raised[0].notice.key, "restart: {restart}");
        assert!(raised[2].stored_first && raised[2].notice.id != raised[0].notice.id, "{raised:?}");

        world.web.publish(PAPER, "Paper");
        world.pass(minutes(9)).await;
        assert_eq!((world.screen.raised().len(), life.unresolved().await.len()), (3, 1), "not over at once");
        world.until(minutes(3), "the end of it", || world.screen.raised().len() == 4).await;
        let key = raised[0].notice.incident.clone();
        let record = life.store.incident(key).await.unwrap().unwrap();
        let states: Vec<_> = record.history.iter().map(|event| event.state.as_str()).collect();
        assert_eq!(states, ["open", "resolved", "open", "resolved"]);
        assert!(record.history.is_sorted_by_key(|event| event.at), "{:?}", record.history);
        assert!(matches!(record.incident.state, State::Resolved { .. }) && record.incident.reopened == 1);
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_flips_all_day_is_told_a_few_times() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    for _ in 0..60 {
        world.web.cover(PAPER, "Paper", "banner.png");
        world.pass(minutes(4)).await;
        world.web.publish(PAPER, "Paper");
        world.pass(minutes(4)).await;
    }
    let open = life.unresolved().await;
    assert_eq!((open.len(), world.screen.raised().len()), (1, 3), "told, over, back: {:?}", life.story());
    assert!(open[0].flaps > 50, "and counted: {}", open[0].flaps);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_one_server_of_two_shows_is_a_warning_until_every_look_sees_it() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let looks = AtomicUsize::new(0);
    world.web.serve(PAPER, move |order, at| {
        let reader = matches!(order.what, What::AsReader(_));
        let hacked = !reader && looks.fetch_add(1, Ordering::Relaxed).is_multiple_of(2);
        page(order, &if hacked { covered("Paper", at, "banner.png") } else { front("Paper", at) })
    });
    world.until(seconds(80), "a warning", || world.screen.raised().len() == 1).await;
    let first = world.screen.raised().remove(0).notice;
    assert!(first.body.starts_with("Paper: some readers may see a different front page: 2 of "), "{}", first.body);
    assert_eq!(first.severity, Severity::Warning);
    let kept = held(&life).await;
    assert!(kept.contains(&(Held::Differed, 1)), "the look that did not confirm it is kept: {kept:?}");
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised().len(), 1);

    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "the alarm itself", || world.screen.raised().len() == 2).await;
    let now = world.screen.raised().remove(1).notice;
    assert_eq!((now.severity, &now.key), (Severity::Critical, &first.key), "in its place");
    assert!(!now.body.contains("some readers"), "{}", now.body);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_site_that_asks_for_it_is_left_alone_and_its_outage_is_told_in_time() {
    for (asked, kept) in [("120", 120), ("86400", 300)] {
        let world = World::new();
        let life = world.watch_paper().await;
        world.learned(&life, "Paper").await;
        let before = world.web.looks_at(PAPER).len();
        world.web.serve(PAPER, move |order, _| asks_to_wait(order, 503, "<title>Busy</title>", asked));
        world.until(seconds(95), "an outage", || world.screen.raised().len() == 1).await;
        assert_eq!(world.web.looks_at(PAPER).len() - before, 2, "two failures are enough");
        world.pass(minutes(30)).await;
        let looks = &world.web.looks_at(PAPER)[before + 1..];
        assert!(looks.len() > 5, "{looks:?}");
        for pair in looks.windows(2) {
            let gap = pair[1].at.duration_since(pair[0].at);
            let (least, most) = (SignedDuration::from_secs(kept), SignedDuration::from_secs(kept + 3));
            assert!((least..=most).contains(&gap), "{asked}: {gap}");
        }
        // A person is not made to wait.
        let (before, raised) = (world.web.looks_at(PAPER).len(), world.screen.raised().len());
        life.handle.recheck(vec![]).await.unwrap();
        world.pass(seconds(1)).await;
        assert_eq!(world.web.looks_at(PAPER).len(), before + 1);
        world.web.publish(PAPER, "Paper");
        world.until(minutes(7), "the end of it", || world.screen.raised().len() == raised + 1).await;
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_site_that_refuses_and_asks_for_hours_is_told_to_be_unseen() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.serve(PAPER, |order, _| asks_to_wait(order, 429, "<title>Too many requests</title>", "7200"));
    world.until(minutes(12), "that it is not seen", || world.screen.raised().len() == 1).await;
    assert!(world.screen.raised()[0].notice.body.starts_with("We cannot see Paper"));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_alarm_that_asks_to_be_left_alone_is_not() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.serve(PAPER, |order, at| asks_to_wait(order, 503, &covered("Paper", at, "banner.png"), "7200"));
    world.until(seconds(40), "an alert", || world.screen.raised().len() == 1).await;
    let before = world.web.looks_at(PAPER).len();
    world.pass(minutes(10)).await;
    assert!(world.web.looks_at(PAPER).len() >= before + 17, "{}", world.web.looks_at(PAPER).len() - before);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn ten_minutes_of_too_much_are_told_and_nothing_turns_green_in_between() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let looks = AtomicUsize::new(0);
    world.web.serve(PAPER, move |_, _| {
        let nth = looks.fetch_add(1, Ordering::Relaxed);
        let kind = if nth == 8 { FailureKind::TimedOut } else { FailureKind::TooLarge };
        Outcome::Failed(Failure { kind, stage: Stage::Body, detail: String::new() })
    });
    world.pass(seconds(40)).await;
    for _ in 0..54 {
        world.pass(seconds(10)).await;
        let standing = life.handle.overview().await.unwrap().standing;
        assert_eq!(standing, Standing::Unseen, "one look that brought nothing at all changes nothing");
    }
    world.until(minutes(2), "that it is not seen", || world.screen.raised().len() == 1).await;
    let body = &world.screen.raised()[0].notice.body;
    assert!(body.starts_with("We cannot see Paper: it has sent more than we can read for 1"), "{body}");
    let kept = held(&life).await;
    assert!(kept.iter().any(|(reason, looks)| *reason == Held::NotYetUnseen && *looks >= 15), "{kept:?}");
    world.stop(life).await;
}
