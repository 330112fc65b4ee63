//! The configuration file is edited while the watch goes on.

use frontwatch_core::text::{Speech, desktop, languages, words};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::WatchKind;

use frontwatch_engine::api::happening::About;
use jiff::tz::TimeZone;

use crate::world::{Life, PAPER, World, configured, minutes, seconds};

const OTHER: &str = "http://127.0.0.1:10/";

#[tokio::test(start_paused = true)]
async fn outlets_come_and_go_as_the_file_says() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let paper = configured(&[("Paper", PAPER)]);
    let (life, file) = world.watch_file(&paper).await;
    world.learned(&life, "Paper").await;

    std::fs::write(&file, configured(&[("Paper", PAPER), ("Other", OTHER)])).unwrap();
    world.learned(&life, "Other").await;
    assert!(
        life.remarks()[0].ends_with("was read again: 1 new, 0 changed, 0 no longer watched."),
        "{:?}",
        life.remarks()
    );

    std::fs::write(&file, configured(&[("Other", OTHER)])).unwrap();
    world.pass(seconds(5)).await;
    let looks = world.web.looks_at(PAPER).len();
    world.pass(minutes(5)).await;
    assert_eq!(world.web.looks_at(PAPER).len(), looks, "no longer watched");
    assert!(life.remarks()[1].contains("1 no longer watched"), "{:?}", life.remarks());

    // What was learned comes back with it.
    let heard = life.verdicts().len();
    std::fs::write(&file, configured(&[("Paper", PAPER)])).unwrap();
    world.pass(minutes(2)).await;
    let first = life.verdicts()[heard..].iter().find(|v| v.outlet == "Paper").unwrap().said.verdict;
    assert_eq!(first, Verdict::Normal);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_written_while_the_watch_began_counts() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    std::fs::write(&file, configured(&[("Other", OTHER)])).unwrap();
    world.pass(seconds(5)).await;
    let outlets = life.handle.overview().await.unwrap().outlets;
    assert_eq!(outlets.iter().map(|outlet| outlet.name.as_str()).collect::<Vec<_>>(), ["Other"]);
    assert_eq!(life.remarks().len(), 1, "{:?}", life.remarks());
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_became_of_the_file_while_the_watch_began_is_said() {
    for (becomes, said) in [(None, "there is no configuration"), (Some("[watching"), "line 1")] {
        let world = World::new();
        let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
        match becomes {
            None => std::fs::remove_file(&file).unwrap(),
            Some(text) => std::fs::write(&file, text).unwrap(),
        }
        world.pass(seconds(5)).await;
        let remarks = life.remarks();
        let [remark] = remarks.as_slice() else { panic!("{becomes:?}: {remarks:?}") };
        assert!(remark.contains("the watch goes on with what stood there before") && remark.contains(said), "{remark}");
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_watch_could_not_use_at_its_start_is_not_said_once_more() {
    for (begins, becomes) in [(None, "[watching"), (Some("[watching"), "[[outlet]]\nname = \"Paper\"\n")] {
        let world = World::new();
        let (life, file) = world.watch_unusable_file(begins).await;
        world.pass(minutes(1)).await;
        assert!(life.remarks().is_empty(), "{begins:?}: {:?}", life.remarks());
        std::fs::write(&file, becomes).unwrap();
        world.pass(seconds(5)).await;
        assert_eq!(life.remarks().len(), 1, "another mistake is said: {:?}", life.remarks());
        world.stop(life).await;
        // Also where it is made before the file was looked at again.
        let (life, file) = world.watch_unusable_file(begins.or(Some("\n[watching"))).await;
        std::fs::write(&file, becomes).unwrap();
        world.pass(seconds(5)).await;
        assert_eq!(life.remarks().len(), 1, "{:?}", life.remarks());
        world.stop(life).await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_outlet_that_goes_in_the_middle_of_a_look_and_comes_back_is_looked_at() {
    let world = World::new();
    world.web.publish(OTHER, "Other");
    let both = configured(&[("Paper", PAPER), ("Other", OTHER)]);
    let (life, file) = world.watch_file(&both).await;
    world.learned(&life, "Paper").await;
    for _ in 0..20 {
        std::fs::write(&file, configured(&[("Other", OTHER)])).unwrap();
        world.pass(seconds(2)).await;
        std::fs::write(&file, &both).unwrap();
        world.pass(seconds(2)).await;
    }
    let looks = world.web.looks_at(PAPER).len();
    world.pass(minutes(5)).await;
    assert!(world.web.looks_at(PAPER).len() >= looks + 8);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_outlet_that_is_renamed_or_changed_keeps_what_was_learned() {
    let world = World::new();
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    world.learned(&life, "Paper").await;
    let renamed = configured(&[("Post", PAPER)]).replace("30s", "60s");
    std::fs::write(&file, renamed).unwrap();
    world.pass(minutes(1)).await;
    let (heard, looks) = (life.verdicts().len(), world.web.looks().len());
    world.pass(minutes(10)).await;
    let verdicts = &life.verdicts()[heard..];
    assert!(verdicts.iter().all(|v| v.outlet == "Post" && v.said.verdict == Verdict::Normal), "{verdicts:?}");
    let slower = world.web.looks().len() - looks;
    assert!((9..=12).contains(&slower), "once a minute: {slower}");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_to_be_ignored_from_now_on_is_judged_anew() {
    let world = World::new();
    let body = |ad: &str| crate::page::front("Paper", "2026-09-21T13:46:00Z".parse().unwrap()).replace("</main>", ad);
    let still = body("</main>");
    world.web.serve(PAPER, move |order, _| crate::web::page(order, &still));
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    world.learned(&life, "Paper").await;
    let before = life.store.captures(crate::world::homepage(PAPER), 50).await.unwrap().len();
    let text = format!("{}  [outlet.ignore]\n  selectors = [\".section\"]\n", configured(&[("Paper", PAPER)]));
    std::fs::write(&file, text).unwrap();
    world.pass(minutes(3)).await;
    assert!(life.remarks()[0].contains("1 changed"), "{:?}", life.remarks());
    let verdicts = life.verdicts();
    assert_eq!(verdicts.last().unwrap().said.verdict, Verdict::Normal);
    assert!(life.store.captures(crate::world::homepage(PAPER), 50).await.unwrap().len() >= before);
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn a_file_that_is_refused_changes_nothing() {
    let world = World::new();
    let good = configured(&[("Paper", PAPER)]);
    let (life, file) = world.watch_file(&good).await;
    world.learned(&life, "Paper").await;
    for (text, said) in [
        ("[watching]\ninterval = \"30", "line 2"),
        ("[[outlet]]\nname = \"Paper\"\nhomepage = \"http://me:hunter2@127.0.0.1/\"\n", "line 3"),
    ] {
        std::fs::write(&file, text).unwrap();
        world.pass(seconds(5)).await;
        let remark = life.remarks().pop().unwrap();
        assert!(remark.contains("the watch goes on with what stood there before") && remark.contains(said), "{remark}");
        assert!(!remark.contains("hunter2") && !remark.contains('\n'), "{remark}");
        assert!(life.heard().iter().any(
            |h| matches!(h, frontwatch_engine::api::happening::Happening::Remark(r) if r.about == About::Trouble)
        ));
    }
    std::fs::remove_file(&file).unwrap();
    world.pass(seconds(5)).await;
    assert!(life.remarks().pop().unwrap().contains("there is no configuration"), "{:?}", life.remarks());
    let looks = world.web.looks_at(PAPER).len();
    world.pass(minutes(5)).await;
    assert!(world.web.looks_at(PAPER).len() >= looks + 8, "the watch goes on");
    let remarks = life.remarks().len();
    assert_eq!(remarks, 3, "each is said once: {:?}", life.remarks());
    let shown = async || {
        let remarks = life.handle.overview().await.unwrap().remarks;
        remarks.iter().any(|remark| remark.says.contains("what stood there before"))
    };
    assert!(shown().await);
    std::fs::write(&file, good).unwrap();
    world.pass(seconds(5)).await;
    assert!(life.remarks().pop().unwrap().contains("was read again"));
    assert!(!shown().await, "and it is shown no more");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn another_language_holds_at_once_for_whatever_is_said() {
    let world = World::new();
    let text = configured(&[("Paper", PAPER)]);
    let (life, file) = world.watch_file(&text).await;
    world.learned(&life, "Paper").await;
    let mut before = life.handle.overview().await.unwrap();
    for language in languages().into_iter().chain(languages()) {
        let tag = language.tag.to_owned();
        let spoken = text.replace("[watching]\n", &format!("[watching]\nlanguages = [\"{tag}\"]\n"));
        std::fs::write(&file, spoken).unwrap();
        world.pass(seconds(5)).await;
        let now = life.handle.overview().await.unwrap();
        let speech = Speech::new(&[tag], TimeZone::UTC);
        assert_eq!(now.sentence, speech.say(&desktop::all_well(1, "Paper")));
        let [outlet] = now.outlets.as_slice() else { panic!("{now:?}") };
        assert_eq!(outlet.watches[0].place, speech.say(&words::kind(WatchKind::Homepage)));
        assert!(now.configured > before.configured || languages().len() == 1);
        before = now;
    }
    // A file that is refused is a change, too: the window asks what is wrong.
    std::fs::write(&file, "[watching").unwrap();
    world.pass(seconds(5)).await;
    assert!(life.handle.overview().await.unwrap().configured > before.configured);
    world.stop(life).await;
}

/// Two people change the configuration at the same moment: what the first one's window hands on comes after the second one's
/// file was read.
#[tokio::test(start_paused = true)]
async fn what_is_handed_on_late_does_not_hold_against_the_file() {
    let world = World::new();
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    world.learned(&life, "Paper").await;
    let first = configured(&[("Post", PAPER)]);
    let second = configured(&[("Evening Post", PAPER)]);
    std::fs::write(&file, &first).unwrap();
    std::fs::write(&file, &second).unwrap();
    world.pass(seconds(5)).await;
    let name = async |life: &Life| life.handle.overview().await.unwrap().outlets.remove(0).name;
    assert_eq!(name(&life).await, "Evening Post");
    life.handle.configure(frontwatch_core::config::parse(&first).unwrap().config).await.unwrap();
    world.pass(seconds(5)).await;
    assert_eq!(name(&life).await, "Evening Post", "as the file says");
    let remarks = life.remarks().len();
    world.pass(minutes(1)).await;
    assert_eq!(life.remarks().len(), remarks, "and it is read once more, not for ever");
    world.stop(life).await;
}

#[tokio::test(start_paused = true)]
async fn an_alarm_of_a_page_that_is_not_watched_any_more_takes_in_no_other() {
    let world = World::new();
    world.web.publish(OTHER, "Paper");
    let (life, file) = world.watch_file(&configured(&[("Paper", PAPER)])).await;
    world.learned(&life, "Paper").await;
    world.web.cover(PAPER, "Paper", "banner.png");
    world.until(seconds(60), "an alarm", || world.screen.raised().len() == 1).await;
    let first = life.unresolved().await[0].id.clone();

    // The front page is at another address now, and attacked there as well, also after a start.
    std::fs::write(&file, configured(&[("Paper", OTHER)])).unwrap();
    world.pass(minutes(5)).await;
    assert_eq!(world.screen.raised().len(), 1);
    world.web.cover(OTHER, "Paper", "banner.png");
    world.until(seconds(60), "the next alarm, by itself", || world.screen.raised().len() == 2).await;
    world.web.publish(OTHER, "Paper");
    world.pass(minutes(5)).await;
    world.stop(life).await;
    let (life, file) = world.watch_file(&configured(&[("Paper", OTHER)])).await;
    world.pass(minutes(1)).await;
    let told = world.screen.raised().len();
    world.web.cover(OTHER, "Paper", "other.png");
    world.until(seconds(60), "told by itself after a start", || world.screen.raised().len() == told + 1).await;

    // What is watched again is there again.
    std::fs::write(&file, configured(&[("Paper", PAPER)])).unwrap();
    world.pass(minutes(1)).await;
    assert_eq!(life.unresolved().await.iter().map(|it| &it.id).collect::<Vec<_>>(), [&first]);
    world.stop(life).await;
}
