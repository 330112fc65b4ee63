//! An outlet gets another name, or a page goes to another outlet, while much is known of it: all of that bears the new name.

use std::fmt::Write as _;

use frontwatch_core::incident::Resolution;
use frontwatch_core::observation::FailureKind;
use frontwatch_engine::run::Report;
use frontwatch_engine::store::HeldOf;
use jiff::Timestamp;

use crate::parts::{copied, files, mark};
use crate::world::{PAPER, World, homepage, minutes, seconds};

const COURIER: &str = "http://127.0.0.1:10/";
const SECOND: &str = "http://127.0.0.1:11/";
const NEW: &str = "http://127.0.0.1:12/";
const HARBOUR: &str = "http://127.0.0.2:9/";

/// Names, each with its front pages.
type Outlets<'a> = &'a [(&'a str, &'a [&'a str])];

/// In the night of these outlets what is not critical waits for the morning; the day of these tests begins at 14:13.
fn nightly(outlets: Outlets<'_>) -> String {
    let mut text =
        "[watching]\ninterval = \"30s\"\nprobes = []\n[alerts]\nquiet_hours = \"14:00-15:00\"\ntime_zone = \"UTC\"\n"
            .to_owned();
    for (name, pages) in outlets {
        write!(text, "[[outlet]]\nname = \"{name}\"\nhomepage = {pages:?}\n").unwrap();
    }
    text
}

#[tokio::test(start_paused = true)]
async fn whatever_bears_the_name_of_an_outlet_bears_the_new_one() {
    let before: Outlets<'_> = &[("Paper", &[PAPER, SECOND]), ("Courier", &[COURIER]), ("Harbour", &[HARBOUR])];
    // Whether it happens while nobody watches, and what they are called afterwards: first who has the page that was attacked,
    // then who has the one that is away.
    let table: [(&str, bool, Outlets<'_>); 4] = [
        (
            "other names",
            false,
            &[("The Paper", &[PAPER, SECOND]), ("The Courier", &[COURIER]), ("Harbour", &[HARBOUR])],
        ),
        ("other names", true, &[("The Paper", &[PAPER, SECOND]), ("The Courier", &[COURIER]), ("Harbour", &[HARBOUR])]),
        ("names exchanged", true, &[("Courier", &[PAPER, SECOND]), ("Paper", &[COURIER]), ("Harbour", &[HARBOUR])]),
        (
            "pages exchanged",
            false,
            &[("Courier", &[PAPER, NEW]), ("Paper", &[COURIER, SECOND]), ("Harbour", &[HARBOUR])],
        ),
    ];
    for (case, restarted, afterwards) in table {
        let case = format!("{case}, restarted: {restarted}");
        let (attacked, away) = (afterwards[0].0, afterwards[1].0);
        let world = World::new();
        for url in [COURIER, SECOND, HARBOUR, NEW] {
            world.web.publish(url, "News");
        }
        files(&world, PAPER);
        files(&world, HARBOUR);
        world.web.file(&format!("{PAPER}uploads/banner.png"), &mark());
        let (mut life, file) = world.watch_file(&nightly(before)).await;
        for outlet in ["Paper", "Courier", "Harbour"] {
            world.learned(&life, outlet).await;
        }
        world.pass(minutes(1)).await;
        world.web.fail(COURIER, FailureKind::Refused);
        world.pass(minutes(10)).await;
        world.web.cover(PAPER, "Paper", "banner.png");
        world.until(minutes(1), "an alert", || world.screen.all_raised().len() == 1).await;
        // Of a page at which nothing else is open.
        let address = Some(SECOND.parse().unwrap());
        let report = Report { outlet: "Paper".to_owned(), address, words: None, by: "nino".to_owned() };
        let reported = life.handle.report(report).await.unwrap();
        world.pass(minutes(1)).await;
        assert_eq!(life.unresolved().await.len(), 3, "{case}");

        if restarted {
            world.stop(life).await;
            life = world.watch(&nightly(afterwards)).await;
        } else {
            std::fs::write(&file, nightly(afterwards)).unwrap();
        }
        world.pass(seconds(5)).await;
        let name = |url: &str| afterwards.iter().find(|(_, pages)| pages.contains(&url)).map(|(name, _)| *name);
        for incident in life.unresolved().await {
            assert_eq!(Some(incident.outlet.as_str()), name(incident.url.as_str()), "{case}: {incident:?}");
        }
        let anomalies = life.handle.overview().await.unwrap().anomalies;
        assert_eq!(anomalies.len(), 3, "{case}: {anomalies:?}");
        assert!(
            anomalies.iter().all(|it| it.watch != homepage(PAPER) || it.outlet == attacked),
            "{case}: {anomalies:?}"
        );
        let held = life.store.held(HeldOf::All, Timestamp::MIN, 99).await.unwrap();
        let courier = homepage(COURIER);
        assert!(held.iter().all(|it| it.watch != courier || it.outlet == away), "{case}: {held:?}");

        life.handle.resolve(reported.id, Resolution::Dismissed).await.unwrap();
        world.pass(seconds(5)).await;
        // Before a reminder is due: a pause of its alerts is that of the new name.
        let told = || world.screen.all_raised();
        life.handle.pause_outlet(attacked.to_owned(), None).await.unwrap();
        life.handle.pause_outlet("Harbour".to_owned(), None).await.unwrap();
        let until_now = told().len();
        // What its incident showed is known elsewhere as that of the outlet that has the page now.
        copied(&world).await;
        let harbour = life.incidents().into_iter().rfind(|it| it.outlet == "Harbour");
        let summary = harbour.unwrap_or_else(|| panic!("{case}: {:?}", life.story())).summary;
        assert!(summary.contains(&format!("an incident of {attacked}")), "{case}: {summary}");

        let is_morning = || told().iter().any(|raised| raised.notice.key == "morning");
        world.until(minutes(60), "the morning", is_morning).await;
        let notices: Vec<_> = told().into_iter().skip(until_now).map(|raised| raised.notice).collect();
        let [morning] = notices.as_slice() else { panic!("{case}: nobody is reminded of what is paused: {notices:?}") };
        assert!(
            morning.body.contains(away) && morning.body.matches("Courier").count() == away.matches("Courier").count(),
            "{case}: {morning:?}"
        );
        world.stop(life).await;
    }
}
