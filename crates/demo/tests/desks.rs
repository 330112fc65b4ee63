//! The own watch and the demonstration beside it: which of them answers, and that a real alarm is never behind it.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::standing::Standing;
use frontwatch_demo::Desks;
use frontwatch_engine::api::overview::Overview;
use frontwatch_engine::api::request::{Reply, Request};
use frontwatch_engine::place::Place;
use frontwatch_engine::store::{Access, Store};
use frontwatch_newsroom::{Attack, Newsroom, Options};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

type Outcome = Result<(), Box<dyn Error>>;

/// Longer than any step takes on a busy machine.
const SOON: Duration = Duration::from_secs(40);

async fn desks(home: &TempDir, configuration: &str) -> Result<Arc<Desks>, Box<dyn Error>> {
    let file = home.path().join("frontwatch.toml");
    std::fs::write(&file, configuration)?;
    let place = Place::new(Some(&file), Some(&home.path().join("data")))?;
    let (opens, _) = tokio::sync::mpsc::unbounded_channel();
    Ok(Desks::open(&place, opens).await)
}

async fn asked(desks: &Arc<Desks>, request: Request) -> Result<Overview, String> {
    match desks.answer(request).await {
        Ok(Reply::Overview(overview)) => Ok(*overview),
        Ok(other) => Err(format!("{other:?}")),
        Err(failure) => Err(failure.code),
    }
}

async fn until(desks: &Arc<Desks>, is_it: impl Fn(&Overview) -> bool) -> Result<Overview, Box<dyn Error>> {
    let found = async {
        loop {
            match asked(desks, Request::Overview).await {
                Ok(overview) if is_it(&overview) => return Ok(overview),
                Ok(_) => sleep(Duration::from_millis(100)).await,
                Err(code) => return Err(code),
            }
        }
    };
    Ok(timeout(SOON, found).await??)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_is_shown_said_to_be_one_and_ends() -> Outcome {
    let home = tempfile::tempdir()?;
    let desks = desks(&home, "").await?;
    assert!(!asked(&desks, Request::Overview).await?.demonstration);
    let (one, two) =
        tokio::join!(asked(&desks, Request::StartDemonstration), asked(&desks, Request::StartDemonstration),);
    for shown in [one?, two?] {
        assert!(shown.demonstration && shown.narration.is_some() && shown.outlets.len() == 6, "{shown:?}");
    }
    assert!(desks.tray().await.is_ok_and(|overview| overview.sentence.starts_with("Demonstration. ")));
    let add = Request::Add { homepage: "https://report.example/".into(), name: "Report".into(), group: None };
    assert_eq!(asked(&desks, add).await.err().as_deref(), Some("demonstration.read-only"));
    let ended = asked(&desks, Request::EndDemonstration).await?;
    assert!(!ended.demonstration && ended.outlets.is_empty());
    assert!(!asked(&desks, Request::EndDemonstration).await?.demonstration, "ending what has ended is no trouble");
    desks.close().await;
    assert_eq!(asked(&desks, Request::Overview).await.err().as_deref(), Some("watch.stopped"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_alarm_ends_a_demonstration_and_none_begins_before_it() -> Outcome {
    let (home, newsroom) = (tempfile::tempdir()?, Newsroom::start(Options::default()).await?);
    let outlet = newsroom.outlets()[0].clone();
    let (name, address) = (&outlet.name, &outlet.homepage);
    let configuration =
        format!("[watching]\ninterval = \"2s\"\n[[outlet]]\nname = \"{name}\"\nhomepage = \"{address}\"\n");
    let desks = desks(&home, &configuration).await?;
    until(&desks, |overview| overview.standing == Standing::Normal).await?;
    assert!(asked(&desks, Request::StartDemonstration).await?.demonstration);
    newsroom.attack(&outlet.slug, Attack::Cover).await?;
    let real = until(&desks, |overview| !overview.demonstration).await?;
    assert_eq!((real.standing, real.anomalies.len()), (Standing::Alarm, 1));
    assert_eq!(asked(&desks, Request::StartDemonstration).await.err().as_deref(), Some("demonstration.alarm-first"));
    desks.close().await;
    newsroom.stop().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_ends_a_demonstration_too() -> Outcome {
    let home = tempfile::tempdir()?;
    let desks = desks(&home, "").await?;
    let begun = Arc::clone(&desks);
    let starting = tokio::spawn(async move { asked(&begun, Request::StartDemonstration).await });
    desks.close().await;
    // It was started before, or is now; in either case closing again ends it, and nothing waits for ever.
    let _ = starting.await?;
    timeout(SOON, desks.close()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_watch_that_another_process_holds_is_taken_on_when_it_is_free() -> Outcome {
    let home = tempfile::tempdir()?;
    let held = Store::open(&home.path().join("data"), Access::Write)?.store;
    let desks = desks(&home, "").await?;
    assert_eq!(asked(&desks, Request::Overview).await.err().as_deref(), Some("store.held"));
    held.close().await?;
    let taken = async {
        while asked(&desks, Request::Overview).await.is_err() {
            sleep(Duration::from_millis(100)).await;
        }
    };
    timeout(SOON, taken).await?;
    desks.close().await;
    Ok(())
}
