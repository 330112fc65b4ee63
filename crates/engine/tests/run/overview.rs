//! How everything stands as the window is told it, and what a person does there: re-check, approve, pause.

use frontwatch_core::config;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::notify::Button;
use frontwatch_core::observation::FailureKind;
use frontwatch_core::standing::Standing;
use frontwatch_core::text::{Message, Speech};
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::WatchId;
use frontwatch_engine::api::happening::{About, Happening};
use frontwatch_engine::api::normal::portraits;
use frontwatch_engine::api::overview::{AnomalyState, Overview};
use frontwatch_engine::ports::Click;
use frontwatch_engine::run::Refusal;
use jiff::tz::TimeZone;

use crate::screen::Server;
use crate::world::{Life, PAPER, World, configured, homepage, minutes, seconds};

const OTHER: &str = "https://other.example/";

impl Life {
    async fn overview(&self) -> Overview {
        self.handle.overview().await.unwrap()
    }
}

/// How all stand, and the sentence on top.
fn top(overview: &Overview) -> (Standing, &str) {
    (overview.standing, overview.sentence.as_str())
}

#[tokio::test(start_paused = true)]
async fn the_overview_follows_a_page_from_the_first_look_to_an_alarm_and_back() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    let before = life.overview().await;
    assert_eq!(top(&before), (Standing::Learning, "Taking a first look at 2 outlets."));
    assert!(before.outlets.iter().all(|outlet| outlet.watches[0].last_look.is_none()), "{before:?}");
    world.pass(seconds(40)).await;
    assert_eq!(top(&life.overview().await), (Standing::Learning, "Learning what is normal: 2 of 2 outlets."));

    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    let well = life.overview().await;
    assert_eq!(top(&well), (Standing::Normal, "All 2 outlets as they should be."));
    assert!(well.version > before.version && well.anomalies.is_empty() && well.last_look.is_some(), "{well:?}");

    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let alarm = life.overview().await;
    assert_eq!(alarm.standing, Standing::Alarm);
    let sentence = "Paper: a picture never seen there before covers the front page, since ";
    assert!(alarm.sentence.starts_with(sentence), "{}", alarm.sentence);
    let [anomaly] = alarm.anomalies.as_slice() else { panic!("{alarm:?}") };
    assert_eq!(
        (anomaly.state, anomaly.severity, anomaly.question.is_some()),
        (AnomalyState::Open, Severity::Critical, true)
    );
    assert_eq!(anomaly.summary, "a picture never seen there before covers the front page");
    assert!(!anomaly.reasons.is_empty() && anomaly.reasons.iter().all(|r| !r.summary.is_empty()), "{anomaly:?}");
    let standings: Vec<_> = alarm.outlets.iter().map(|outlet| outlet.standing).collect();
    assert_eq!(standings, [Standing::Alarm, Standing::Normal], "in the order of the configuration");

    let id = anomaly.incident.clone().unwrap();
    life.handle.acknowledge(id, "nino".into()).await.unwrap();
    let taken = life.overview().await;
    assert_eq!(
        (taken.anomalies[0].state, taken.anomalies[0].state_says.as_str()),
        (AnomalyState::Acknowledged, "nino has it")
    );
    assert_eq!(taken.standing, Standing::Alarm, "somebody has it, and it is not over");

    world.web.publish(PAPER, "Paper");
    world.pass(minutes(2)).await;
    assert_eq!(top(&life.overview().await), (Standing::Normal, "All 2 outlets as they should be."));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_version_changes_with_what_is_seen_and_not_with_being_asked_for() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.pass(seconds(2)).await;
    let mut version = life.handle.version();
    version.borrow_and_update();
    let (a, b) = (life.overview().await, life.overview().await);
    life.unresolved().await;
    assert!(!version.has_changed().unwrap(), "whoever asks must not make everybody ask again");
    assert_eq!(a.version, b.version);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    assert!(version.has_changed().unwrap());
    assert!(life.overview().await.version > b.version);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_seen_is_never_called_well() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    world.web.answer(PAPER, 403, "Forbidden");
    world.pass(minutes(1)).await;
    let hidden = life.overview().await;
    assert_eq!(top(&hidden), (Standing::Unseen, "We cannot see Paper. This is not an all-clear."));
    assert!(hidden.anomalies.is_empty(), "no notice of its own before ten minutes: {hidden:?}");
    world.pass(minutes(11)).await;
    let long = life.overview().await;
    assert_eq!((long.standing, long.anomalies.len()), (Standing::Unseen, 1));
    assert!(long.anomalies[0].question.is_none(), "nothing is approved that cannot be seen");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_re_check_tells_how_far_it_is_and_what_came_of_it() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    assert!(life.overview().await.recheck.is_none());
    // Two pages, and the certificate of the one that is encrypted.
    assert_eq!(life.handle.recheck(Vec::new()).await.unwrap(), 3);
    let under_way = life.overview().await.recheck.unwrap();
    assert_eq!((under_way.total, under_way.done, under_way.outcome), (3, 0, None));
    world.pass(seconds(2)).await;
    let done = life.overview().await.recheck.unwrap();
    assert_eq!((done.total, done.done), (3, 3));
    assert_eq!(done.outcome.unwrap(), "Looked at 3 pages: nothing out of the ordinary.");

    world.web.cover(PAPER, "Paper", "banner.png");
    assert_eq!(life.handle.recheck(vec!["Paper".into()]).await.unwrap(), 1);
    world.pass(seconds(5)).await;
    let done = life.overview().await.recheck.unwrap();
    assert_eq!(done.outcome.unwrap(), "Looked at 1 page: 1 alarm, 0 out of the ordinary, 0 that could not be seen.");
    assert_eq!(world.screen.raised().len(), 1, "what a re-check sees is confirmed and told like any look");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn while_paused_nobody_is_told_and_afterwards_of_what_is_still_open() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    let until = world.clock_in(minutes(60));
    life.handle.pause(Some(until)).await.unwrap();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.web.cover(OTHER, "Other", "banner.png");
    world.pass(minutes(10)).await;
    let paused = life.overview().await;
    assert_eq!(paused.standing, Standing::Paused);
    assert!(paused.sentence.ends_with("2 alarms are open."), "{}", paused.sentence);
    assert_eq!((paused.anomalies.len(), world.screen.tried().len()), (2, 0), "seen, and not told");
    world.web.publish(OTHER, "Other");
    world.pass(minutes(5)).await;

    // The pause and what it held back outlive a restart.
    world.stop(life).await;
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.pass(minutes(1)).await;
    assert_eq!(life.overview().await.standing, Standing::Paused);
    assert_eq!(world.screen.tried().len(), 0);
    world.pass(minutes(46)).await;
    let raised = world.screen.raised();
    assert_eq!(raised.len(), 1, "of what is still open, once: {raised:?}");
    assert!(raised[0].stored_first && raised[0].notice.body.starts_with("Paper: "), "{raised:?}");
    assert_eq!(life.overview().await.standing, Standing::Alarm);
    life.handle.resume().await.unwrap();
    world.pass(minutes(1)).await;
    assert_eq!(world.screen.raised().len(), 1, "a second resuming tells nothing again");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_person_resumes_and_is_told_at_once() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    life.handle.pause(None).await.unwrap();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(120)).await;
    assert_eq!((life.overview().await.standing, world.screen.tried().len()), (Standing::Paused, 0));
    life.handle.resume().await.unwrap();
    world.pass(seconds(1)).await;
    assert_eq!(world.screen.raised().len(), 1);
    world.stop(life).await;
}

/// What a person is asked about the only anomaly.
async fn question(life: &Life) -> Digest {
    let overview = life.overview().await;
    let [anomaly] = overview.anomalies.as_slice() else { panic!("{overview:?}") };
    anomaly.question.as_ref().unwrap().parse().unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_is_approved_in_the_window_becomes_normal() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    let nothing = Digest::of(b"");
    let nobody_s = WatchId::from_stored("homepage https://nobody.example/");
    assert_eq!(life.handle.approve(nobody_s, nothing).await, Err(Refusal::NoSuchWatch));
    assert_eq!(life.handle.approve(homepage(PAPER), Digest::of(b"?")).await, Err(Refusal::Changed), "nobody has asked");
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let asked = question(&life).await;
    life.handle.approve(homepage(PAPER), asked).await.unwrap();
    world.pass(seconds(5)).await;
    let after = life.overview().await;
    assert_eq!(top(&after), (Standing::Normal, "Paper is as it should be."));
    assert_eq!(life.incidents().last().map(|i| i.resolution), Some(Some(Resolution::Ours)));
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_came_while_a_person_was_thinking_is_not_approved() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let asked = question(&life).await;

    // Another picture at the same place, with the same kinds of deviation: not yet looked at when the answer comes.
    world.web.cover(PAPER, "Paper", "another.png");
    life.handle.approve(homepage(PAPER), asked).await.unwrap();
    world.pass(seconds(5)).await;
    let after = life.overview().await;
    assert_eq!(after.standing, Standing::Alarm, "{}", after.sentence);
    assert!(after.remarks[0].says.contains("has changed since you were asked"), "{:?}", after.remarks);

    // Looked at by now, it is refused at once; and what is asked now can be answered.
    assert_eq!(life.handle.approve(homepage(PAPER), asked).await, Err(Refusal::Changed));
    let asked_again = question(&life).await;
    assert_ne!(asked, asked_again);
    let now: Vec<_> = after.anomalies[0].reasons.iter().map(|reason| reason.after.as_str()).collect();
    assert!(now.iter().any(|after| after.contains("another.png")), "the list shows what is there now: {now:?}");
    life.handle.approve(homepage(PAPER), asked_again).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(life.overview().await.standing, Standing::Normal);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_was_refused_binds_no_later_one() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let asked = question(&life).await;
    world.web.cover(PAPER, "Paper", "another.png");
    life.handle.approve(homepage(PAPER), asked).await.unwrap();
    world.pass(seconds(5)).await;
    let id = life.unresolved().await[0].id.clone();
    life.handle.resolve(id, Resolution::Ours).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(life.overview().await.standing, Standing::Normal, "whoever resolves was asked nothing");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_pause_holds_back_what_waited_from_before_and_what_is_taken_needs_no_telling() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let life = world.watch(&configured(&[("Paper", PAPER), ("Other", OTHER)])).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    world.screen.server(Server::Absent);
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(60), "a try", || !world.screen.tried().is_empty()).await;
    life.handle.pause(None).await.unwrap();
    world.screen.server(Server::Shows);
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised().len(), 0, "it waited from before the pause");

    // What begins during the pause, and is taken on in the window, is told to nobody.
    world.web.cover(OTHER, "Other", "banner.png");
    world.pass(minutes(2)).await;
    let id = life.unresolved().await.into_iter().find(|incident| incident.outlet == "Other").unwrap().id;
    life.handle.acknowledge(id, "nino".into()).await.unwrap();
    life.handle.resume().await.unwrap();
    world.pass(minutes(1)).await;
    let raised = world.screen.raised();
    assert_eq!(raised.len(), 1, "what somebody has taken meanwhile needs no telling: {raised:?}");
    assert!(raised[0].notice.body.starts_with("Paper: "), "{raised:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_held_back_is_told_when_its_outlet_is_back() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let both = configured(&[("Paper", PAPER), ("Other", OTHER)]);
    let life = world.watch(&both).await;
    world.learned(&life, "Paper").await;
    world.learned(&life, "Other").await;
    life.handle.pause(None).await.unwrap();
    world.web.cover(PAPER, "Paper", "banner.png");
    world.pass(minutes(2)).await;
    let alone = config::parse(&configured(&[("Other", OTHER)])).unwrap().config;
    life.handle.configure(alone).await.unwrap();
    life.handle.resume().await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(world.screen.raised().len(), 0, "nobody watches it now");
    life.handle.configure(config::parse(&both).unwrap().config).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(world.screen.raised().len(), 1);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_click_on_open_names_its_incident_also_when_it_is_over() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let key = world.screen.raised()[0].notice.key.clone();
    let opened = |life: &Life| {
        let heard = life.heard().into_iter();
        heard.filter_map(|h| if let Happening::Open(id) = h { Some(id) } else { None }).count()
    };
    life.clicks.send(Click { key: key.clone(), button: Button::Open }).await.unwrap();
    world.pass(seconds(1)).await;
    assert_eq!(opened(&life), 1);
    assert_eq!(life.unresolved().await[0].state, State::Open, "reading is not taking on");
    world.web.publish(PAPER, "Paper");
    world.pass(minutes(2)).await;
    assert!(life.unresolved().await.is_empty());
    life.clicks.send(Click { key, button: Button::Open }).await.unwrap();
    world.pass(seconds(1)).await;
    assert_eq!(opened(&life), 2);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_re_check_by_a_notification_brings_it_back_unless_it_is_over() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "an alert", || !world.screen.raised().is_empty()).await;
    let first = world.screen.raised()[0].notice.clone();
    let recheck = || life.clicks.send(Click { key: first.key.clone(), button: Button::Recheck });
    recheck().await.unwrap();
    world.pass(seconds(3)).await;
    let raised = world.screen.raised();
    assert_eq!(raised.len(), 2, "the server took it away, and it is still there: {raised:?}");
    assert!(raised[1].stored_first && raised[1].notice.key == first.key && !raised[1].notice.over, "{raised:?}");
    assert_ne!(raised[1].notice.id, first.id, "it is sent although the first one was");

    world.web.publish(PAPER, "Paper");
    recheck().await.unwrap();
    world.pass(seconds(10)).await;
    let raised = world.screen.raised();
    assert_eq!(
        (raised.len(), raised[2].notice.over),
        (3, true),
        "what is over is told of as over, and as nothing else"
    );
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn between_the_first_bad_look_and_the_second_it_says_that_it_looks_again() {
    let world = World::new();
    let life = world.watch_paper().await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(40), "a bad look", || life.verdicts().iter().any(|v| v.said.verdict == Verdict::Alarm)).await;
    let between = life.overview().await;
    assert_eq!(top(&between), (Standing::Suspect, "Paper: something is different. Looking a second time."));
    assert!(between.anomalies.is_empty(), "nothing to approve or to be frightened of yet: {between:?}");
    world.pass(seconds(3)).await;
    assert_eq!(life.overview().await.standing, Standing::Alarm);
    world.web.publish(PAPER, "Paper");
    life.handle.recheck(Vec::new()).await.unwrap();
    world.pass(seconds(1)).await;
    let row = &life.overview().await.outlets[0].watches[0];
    assert_eq!(
        (row.standing, row.says.as_str()),
        (Some(Standing::Alarm), "as it should be again; one more look to be sure")
    );
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_wrong_at_the_start_is_said_to_a_window_that_opens_later() {
    let world = World::new();
    let life = world.watch_saying(&configured(&[("Paper", PAPER)]), vec![Message::new("no-tray")]).await;
    world.pass(seconds(5)).await;
    let remarks = life.overview().await.remarks;
    assert!(remarks.len() == 1 && remarks[0].about == About::Trouble, "{remarks:?}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn of_a_storm_the_worst_are_listed_and_the_others_counted() {
    let world = World::new();
    let outlets: Vec<(String, String)> =
        (0..230).map(|n| (format!("Outlet {n}"), format!("https://o{n}.example/"))).collect();
    for (_, url) in &outlets {
        world.web.answer(url, 500, "Error");
    }
    let named: Vec<(&str, &str)> = outlets.iter().map(|(name, url)| (name.as_str(), url.as_str())).collect();
    let life = world.watch(&configured(&named)).await;
    world.pass(minutes(2)).await;
    let storm = life.overview().await;
    assert_eq!((storm.anomalies.len(), storm.unlisted), (200, 30), "{}", storm.sentence);
    assert_eq!(storm.outlets.iter().filter(|outlet| outlet.standing == Standing::Alarm).count(), 230);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_first_look_at_a_front_page_is_told_in_words() {
    let world = World::new();
    let life = world.watch(&configured(&[("Paper", PAPER)])).await;
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    let told = async || portraits("Paper", &life.overview().await, &life.store, &speech).await.unwrap();
    let before = told().await;
    assert_eq!((before.len(), before[0].address.as_str(), before[0].says.len()), (1, PAPER, 0));
    world.pass(seconds(40)).await;
    let [page] = told().await.try_into().unwrap();
    assert!(page.says[0].starts_with("the title was last ") && page.says[1].contains(" links and "), "{page:?}");
    assert_eq!(portraits("Other", &life.overview().await, &life.store, &speech).await.unwrap(), []);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn the_worst_is_listed_first_whatever_began_first() {
    const PAGES: [(&str, &str); 4] = [
        ("Taken", "https://taken.example/"),
        ("Unseen", "https://unseen.example/"),
        ("Away", "https://away.example/"),
        ("Covered", "https://covered.example/"),
    ];
    let [taken, unseen, away, covered] = PAGES.map(|(_, url)| url);
    let world = World::new();
    for (name, url) in PAGES {
        world.web.publish(url, name);
    }
    let life = world.watch(&configured(&PAGES)).await;
    for (name, _) in PAGES {
        world.learned(&life, name).await;
    }
    let listed = async |count: usize| {
        for _ in 0..40 {
            let anomalies = life.overview().await.anomalies;
            if anomalies.iter().filter(|anomaly| anomaly.incident.is_some()).count() == count {
                return anomalies;
            }
            world.pass(seconds(30)).await;
        }
        panic!("{:?}", life.overview().await.anomalies);
    };
    world.web.cover(taken, "Taken", "one.png");
    let id = listed(1).await[0].incident.clone().unwrap();
    life.handle.acknowledge(id, "nino".into()).await.unwrap();
    world.web.answer(unseen, 403, "Forbidden");
    drop(listed(2).await);
    world.web.fail(away, FailureKind::Refused);
    drop(listed(3).await);
    world.web.cover(covered, "Covered", "two.png");
    let anomalies = listed(4).await;
    let order: Vec<_> =
        anomalies.iter().map(|it| (it.outlet.as_str(), it.severity, it.state == AnomalyState::Open)).collect();
    let expected = [
        ("Covered", Severity::Critical, true),
        ("Away", Severity::Warning, true),
        ("Unseen", Severity::Warning, true),
        ("Taken", Severity::Critical, false),
    ];
    assert_eq!(order, expected);
    assert!(anomalies.iter().rev().is_sorted_by_key(|it| it.since), "the last began first: {anomalies:?}");
    world.stop(life).await;
}
