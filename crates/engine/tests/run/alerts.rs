//! An alert in the hands of people: reminded of, taken, put off, left for the morning, planned, gathered, and reported by them.

use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Cause, Incident, Resolution};
use frontwatch_core::observation::{FailureKind, Outcome};
use frontwatch_core::standing::Standing;
use frontwatch_engine::api::overview::{AnomalyState, Overview};
use frontwatch_engine::api::timeline::course;
use frontwatch_engine::run::{Refusal, Report};
use frontwatch_engine::store::HeldOf;
use jiff::{SignedDuration, Timestamp};

use crate::page;
use crate::screen::{Raised, Server};
use crate::web::answer;
use crate::world::{Life, PAPER, World, configured, homepage, minutes, seconds, speech};

/// The other outlet of the group, and one of nobody's.
const COURIER: &str = "http://127.0.0.1:10/";
const STRANGER: &str = "http://127.0.0.1:11/";
/// The paper's front page in another language.
const RUSSIAN: &str = "http://127.0.0.1:9/ru/";

/// Covers the paper, and gives the incident once it is told.
async fn covered(world: &World, life: &Life) -> Incident {
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || world.screen.all_raised().len() == 1).await;
    life.unresolved().await.remove(0)
}

#[tokio::test(start_paused = true)]
async fn what_a_person_set_aside_is_told_again_only_when_more_comes_to_it_or_when_it_comes_back() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let first = covered(&world, &life).await;
    life.handle.resolve(first.id, Resolution::Dismissed).await.unwrap();
    let suspects = |overview: &Overview| -> Vec<String> {
        let listed = overview.anomalies.iter().filter(|it| it.state == AnomalyState::Suspect);
        listed.map(|it| it.state_says.clone()).collect()
    };
    let at_once = life.handle.overview().await.unwrap();
    assert_eq!(suspects(&at_once), ["set aside, and still there"], "no second look is waited for");
    world.pass(minutes(180)).await;
    assert_eq!((world.screen.all_raised().len(), life.unresolved().await), (1, vec![]), "it stands, as it did");
    let overview = life.handle.overview().await.unwrap();
    assert_eq!(overview.standing, Standing::Suspect, "and that is not the approved page");
    assert_eq!(suspects(&overview), ["set aside, and still there"]);
    let held = life.store.held(HeldOf::Watch(homepage(PAPER)), Timestamp::MIN, 100).await.unwrap();
    assert!(held.iter().any(|row| row.reason == Held::SetAside && row.looks > 300), "{held:?}");

    // Another picture in its place.
    world.web.cover(PAPER, "Paper", "flag.png");
    world.until(seconds(60), "another alert", || world.screen.all_raised().len() == 2).await;
    let second = life.unresolved().await.remove(0);
    life.handle.resolve(second.id, Resolution::Dismissed).await.unwrap();
    world.pass(minutes(10)).await;
    assert_eq!(world.screen.all_raised().len(), 2);

    // The same, after the page was as it should be.
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(3)).await;
    assert_eq!(life.handle.overview().await.unwrap().standing, Standing::Normal);
    world.web.cover(PAPER, "Paper", "flag.png");
    world.until(seconds(60), "a third alert", || world.screen.all_raised().len() == 3).await;
    world.stop(life).await;
}

/// After how many seconds from the first each later notice was decided, and whether it reminds.
fn later(raised: &[Raised]) -> Vec<(i64, bool)> {
    let since = |raised: &Raised, first: Timestamp| raised.notice.at.duration_since(first).as_secs();
    let Some(first) = raised.first() else { return Vec::new() };
    raised[1..].iter().map(|it| (since(it, first.notice.at), it.notice.is_reminder())).collect()
}

/// Why nobody was told, each reason once, in order.
async fn silences(life: &Life, incident: &Incident) -> Vec<String> {
    let record = life.store.incident(incident.id.clone()).await.unwrap().unwrap();
    let mut reasons: Vec<String> = record.silences.into_iter().map(|(_, reason)| reason).collect();
    reasons.dedup();
    reasons
}

#[tokio::test(start_paused = true)]
async fn what_is_critical_is_reminded_of_until_somebody_has_it() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let incident = covered(&world, &life).await;
    world.pass(minutes(70)).await;
    let reminded = later(&world.screen.all_raised());
    let due = [3 * 60, 33 * 60, 63 * 60];
    let on_time =
        reminded.iter().zip(due).all(|((after, reminder), due)| *reminder && (due..=due + 31).contains(after));
    assert!(reminded.len() == 3 && on_time, "{reminded:?}");

    let taken = life.handle.acknowledge(incident.id.clone(), "nino".to_owned()).await.unwrap();
    assert_eq!(taken.id, incident.id);
    world.pass(minutes(120)).await;
    assert_eq!(world.screen.all_raised().len(), 4, "in somebody's hands: {:?}", later(&world.screen.all_raised()));
    assert!(silences(&life, &incident).await.contains(&"done-by-a-person".to_owned()));

    world.web.publish(PAPER, "Paper");
    world.until(minutes(15), "the end of it", || world.screen.all_raised().len() == 5).await;
    assert!(world.screen.all_raised()[4].notice.over);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_put_off_comes_back_then_and_not_before() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let incident = covered(&world, &life).await;
    let until = world.clock_in(minutes(60));
    life.handle.snooze(incident.id.clone(), until).await.unwrap();
    world.pass(minutes(59)).await;
    assert_eq!(later(&world.screen.all_raised()), [], "it was put off");
    world.until(minutes(2), "it is told again", || world.screen.all_raised().len() == 2).await;
    let again = world.screen.all_raised().remove(1).notice;
    assert!(again.at >= until && !again.over, "{again:?}");

    // What a person put off outlives the process.
    life.handle.snooze(incident.id.clone(), world.clock_in(minutes(90))).await.unwrap();
    world.stop(life).await;
    let life = world.watch_paper().await;
    world.pass(minutes(80)).await;
    assert_eq!(world.screen.all_raised().len(), 2, "{:?}", later(&world.screen.all_raised()));
    world.until(minutes(12), "it is told again", || world.screen.all_raised().len() == 3).await;
    world.stop(life).await;
}

/// The paper's front page, and one in another language.
async fn two_pages(world: &World) -> Life {
    world.web.publish(RUSSIAN, "Paper");
    let text = format!("[[outlet]]\nname = \"Paper\"\nhomepage = [\"{PAPER}\", \"{RUSSIAN}\"]\n");
    let life = world.watch(&text).await;
    world.learned(&life, "Paper").await;
    world.pass(minutes(20)).await;
    life
}

#[tokio::test(start_paused = true)]
async fn what_a_person_decided_of_one_page_is_not_decided_of_the_next() {
    for takes in [false, true] {
        let world = World::new();
        let life = two_pages(&world).await;
        world.web.cover(RUSSIAN, "Paper", "banner.png");
        world.until(seconds(60), "an alert", || world.screen.all_raised().len() == 1).await;
        let first = life.unresolved().await.remove(0);
        if takes {
            life.handle.acknowledge(first.id.clone(), "nino".to_owned()).await.unwrap();
        } else {
            life.handle.snooze(first.id.clone(), world.clock_in(minutes(600))).await.unwrap();
        }
        world.pass(minutes(40)).await;
        assert_eq!(later(&world.screen.all_raised()), [], "it is in somebody's hands, or put off");

        world.web.cover(PAPER, "Paper", "flag.png");
        world.until(seconds(60), "the front page is told", || world.screen.all_raised().len() == 2).await;
        let front = world.screen.all_raised().remove(1).notice;
        assert!(front.key == first.id.as_str() && front.incident != first.id, "in the same place: {front:?}");
        assert!(front.body.contains("Also on another of its pages"), "{front:?}");
        world.pass(minutes(40)).await;
        let reminded: Vec<bool> = later(&world.screen.all_raised())[1..].iter().map(|(_, reminds)| *reminds).collect();
        assert_eq!(reminded, [true, true], "of that one, after 3 and 33 minutes");
        assert!(world.screen.all_raised()[2..].iter().all(|it| it.notice.incident == front.incident));

        // With that one in hand, too, nobody is told of either.
        life.handle.acknowledge(front.incident, "nino".to_owned()).await.unwrap();
        world.pass(minutes(120)).await;
        assert_eq!(world.screen.all_raised().len(), 4, "{:?}", later(&world.screen.all_raised()));
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn in_quiet_hours_what_is_critical_passes_and_the_rest_waits_for_the_morning() {
    // The day of these tests begins at 14:13.
    let quiet = format!("[alerts]\nquiet_hours = \"14:00-16:00\"\ntime_zone = \"UTC\"\n{}", apart());
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let life = world.watch(&quiet).await;
    world.learned(&life, "Courier").await;
    world.web.fail(COURIER, FailureKind::Refused);
    world.pass(minutes(10)).await;
    let away = life.unresolved().await.remove(0);
    assert_eq!((away.cause, world.screen.all_raised().len()), (Cause::Outage, 0), "it is no matter for the night");
    assert_eq!(silences(&life, &away).await, ["quiet-hours"]);

    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert in the night", || world.screen.all_raised().len() == 1).await;
    let covered = world.screen.all_raised().remove(0).notice;
    assert!(covered.body.contains("covers the front page"), "{covered:?}");
    world.until(minutes(120), "the morning", || world.screen.all_raised().iter().any(is_morning)).await;
    let morning = world.screen.all_raised().into_iter().find(is_morning).unwrap().notice;
    assert!(morning.at.to_string().contains("T16:00:"), "{morning:?}");
    assert!(morning.body.contains("Courier") && !morning.body.contains("Paper"), "{morning:?}");
    world.pass(minutes(60)).await;
    assert_eq!(world.screen.all_raised().iter().filter(|raised| is_morning(raised)).count(), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_morning_does_not_tell_of_an_outlet_that_is_paused() {
    let quiet = format!("[alerts]\nquiet_hours = \"14:00-16:00\"\ntime_zone = \"UTC\"\n{}", apart());
    let world = World::new();
    world.web.publish(COURIER, "Courier");
    let life = world.watch(&quiet).await;
    world.learned(&life, "Courier").await;
    world.web.fail(COURIER, FailureKind::Refused);
    world.pass(minutes(10)).await;
    let away = life.unresolved().await.remove(0);
    life.handle.pause_outlet("Courier".to_owned(), None).await.unwrap();
    world.pass(minutes(150)).await;
    assert_eq!(world.screen.tried(), [] as [&str; 0], "it is paused");
    assert_eq!(silences(&life, &away).await, ["quiet-hours", "outlet-paused"]);
    life.handle.resume_outlet("Courier".to_owned()).await.unwrap();
    world.until(minutes(1), "what is still open is told", || !world.screen.all_raised().is_empty()).await;
    world.stop(life).await;
}

fn is_morning(raised: &Raised) -> bool {
    raised.notice.key == "morning"
}

fn apart() -> String {
    configured(&[("Paper", PAPER), ("Courier", COURIER)])
}

#[tokio::test(start_paused = true)]
async fn what_is_planned_is_no_alarm_while_it_is_and_one_when_it_stays() {
    let world = World::new();
    let plan = "[[outlet.planned]]\nfrom = \"2026-09-21T14:00\"\nuntil = \"2026-09-21T15:00\"\ntime_zone = \"UTC\"\n\
                signals = [\"cover\", \"image\", \"vocabulary\"]\n";
    let life = world.watch(&format!("{}{plan}", configured(&[("Paper", PAPER)]))).await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "election-night.png");
    world.pass(minutes(20)).await;
    assert_eq!((life.story(), world.screen.tried()), (vec![], vec![]));
    let held = life.store.held(HeldOf::All, Timestamp::MIN, 10).await.unwrap();
    assert!(held.iter().any(|row| row.reason == Held::Planned && row.looks >= 30), "{held:?}");
    let end: Timestamp = "2026-09-21T15:00:00Z".parse().unwrap();
    world.until(minutes(60), "the plan is over", || !world.screen.raised().is_empty()).await;
    let told = world.screen.raised().remove(0).notice;
    assert!(told.at >= end && told.at.duration_since(end) < SignedDuration::from_secs(70), "{told:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_picture_at_several_outlets_is_one_alert_that_grows_and_is_over_with_the_last() {
    let world = World::new();
    for (url, outlet) in [(COURIER, "Courier"), (STRANGER, "Stranger")] {
        world.web.publish(url, outlet);
    }
    let life = world.watch(&configured(&[("Paper", PAPER), ("Courier", COURIER), ("Stranger", STRANGER)])).await;
    for outlet in ["Paper", "Courier", "Stranger"] {
        world.learned(&life, outlet).await;
    }
    let same = |order: &frontwatch_engine::ports::Order, outlet: &'static str, at| {
        let page = page::covered(outlet, at, "banner.png").replace("/uploads/", "https://intruder.example/");
        Outcome::Answered(answer(order, 200, &page))
    };
    let all = [(PAPER, "Paper"), (COURIER, "Courier"), (STRANGER, "Stranger")];
    for (number, (url, outlet)) in (1..).zip(all) {
        world.web.serve(url, move |order, at| same(order, outlet, at));
        world.until(seconds(60), "it is told", || world.screen.raised().len() == number).await;
    }
    let raised = world.screen.raised();
    let keys: Vec<&str> = raised.iter().map(|raised| raised.notice.key.as_str()).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "one notification: {keys:?}");
    assert!(raised[2].notice.title.contains("3 outlets"), "{:?}", raised[2].notice);
    let unresolved = life.unresolved().await;
    assert!(unresolved.iter().all(|incident| incident.campaign.is_some()), "{unresolved:?}");
    let overview = life.handle.overview().await.unwrap();
    assert!(overview.sentence.starts_with("3 outlets show "), "{}", overview.sentence);
    assert!(
        overview.anomalies.iter().all(|it| it.together.as_deref().is_some_and(|says| says.starts_with("3 outlets")))
    );

    // One hand takes all of it; it is over with the last.
    life.handle.acknowledge(unresolved[1].id.clone(), "nino".to_owned()).await.unwrap();
    assert!(life.unresolved().await.iter().all(|incident| !incident.is_open()), "{:?}", life.unresolved().await);
    for (number, (url, outlet)) in (1..).zip(all) {
        world.web.publish(url, outlet);
        world.pass(minutes(12)).await;
        let over = world.screen.raised().iter().filter(|raised| raised.notice.over).count();
        assert_eq!(over, usize::from(number == 3), "after {outlet}");
    }
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_a_person_reports_is_told_kept_and_ended_by_a_person_alone() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let report = |outlet: &str| Report {
        outlet: outlet.to_owned(),
        address: None,
        words: Some("this quote is not ours".to_owned()),
        by: "nino".to_owned(),
    };
    assert_eq!(life.handle.report(report("Nobody")).await.unwrap_err(), Refusal::NoSuchOutlet);
    let reported = life.handle.report(report("Paper")).await.unwrap();
    world.until(seconds(5), "it is told", || world.screen.raised().len() == 1).await;
    let told = world.screen.raised().remove(0).notice;
    assert!(told.body.contains("nino") && told.body.contains("this quote is not ours"), "{told:?}");
    world.pass(minutes(30)).await;
    let record = life.store.incident(reported.id.clone()).await.unwrap().unwrap();
    assert!(record.incident.evidence.is_some(), "what is there is kept: {:?}", record.incident);
    assert_eq!(life.unresolved().await.len(), 1, "a page that looks well does not end it");
    let course: Vec<_> = course(&record, &speech()).into_iter().map(|moment| moment.says).collect();
    assert!(course.iter().any(|says| says == "somebody here reported it"), "{course:?}");
    let seen = ["the first look that saw it", "it was confirmed"];
    assert!(!course.iter().any(|says| seen.contains(&says.as_str())), "no look saw it: {course:?}");

    // It outlives the process, and goes by a person's word.
    world.stop(life).await;
    let life = world.watch_paper().await;
    world.pass(minutes(2)).await;
    assert_eq!(life.unresolved().await.len(), 1);
    life.handle.resolve(reported.id.clone(), Resolution::Dismissed).await.unwrap();
    assert_eq!(life.unresolved().await, []);
    let before = world.screen.all_raised().len();
    world.pass(minutes(60)).await;
    assert_eq!(world.screen.all_raised().len(), before, "nobody is reminded of it");
    world.stop(life).await;
}

/// Who takes an alarm in the window needs no notification: that it could not be shown is said no longer.
#[tokio::test(start_paused = true)]
async fn that_an_alert_could_not_be_shown_is_said_for_as_long_as_it_is_tried_again() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.screen.server(Server::Absent);
    world.web.cover(PAPER, "Paper", "banner.png");
    let undelivered = async || {
        let remarks = life.handle.overview().await.unwrap().remarks;
        remarks.iter().filter(|remark| remark.says.contains("could not be shown on the desktop")).count()
    };
    world.pass(minutes(1)).await;
    assert_eq!(undelivered().await, 1);
    let incident = life.unresolved().await.remove(0);
    life.handle.acknowledge(incident.id, "Leyla".to_owned()).await.unwrap();
    world.pass(seconds(1)).await;
    assert_eq!(undelivered().await, 0);
    world.stop(life).await;
}
