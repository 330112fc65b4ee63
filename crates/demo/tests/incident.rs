//! The window's page of one incident, asked for as the window does: a newsroom on loopback is attacked and restored, and what
//! is known of it is asked for before and after.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::IncidentId;
use frontwatch_core::incident::dismissal::Why;
use frontwatch_core::standing::Standing;
use frontwatch_core::watch::WatchId;
use frontwatch_demo::Desks;
use frontwatch_engine::api::incident::IncidentView;
use frontwatch_engine::api::overview::{AnomalyState, Overview};
use frontwatch_engine::api::request::{MomentKind, Reply, Request};
use frontwatch_engine::place::Place;
use frontwatch_newsroom::{Attack, Newsroom, Options};
use tokio::time::{sleep, timeout};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Longer than any step takes on a busy machine.
const SOON: Duration = Duration::from_secs(60);

async fn until(desks: &Arc<Desks>, standing: Standing) -> Outcome<Overview> {
    let found = async {
        loop {
            match desks.answer(Request::Overview).await {
                Ok(Reply::Overview(overview)) if overview.standing == standing => return *overview,
                _ => sleep(Duration::from_millis(100)).await,
            }
        }
    };
    Ok(timeout(SOON, found).await?)
}

async fn view(desks: &Arc<Desks>, incident: &IncidentId) -> Outcome<IncidentView> {
    match desks.answer(Request::Incident { incident: incident.clone() }).await {
        Ok(Reply::Incident(view)) => Ok(*view),
        other => Err(format!("{other:?}").into()),
    }
}

async fn refused(desks: &Arc<Desks>, request: Request) -> Option<String> {
    desks.answer(request).await.err().map(|failure| failure.code)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_about_an_incident_while_it_is_open_and_when_it_is_over() -> Outcome {
    let (home, newsroom) = (tempfile::tempdir()?, Newsroom::start(Options::default()).await?);
    let outlet = newsroom.outlets()[0].clone();
    let file = home.path().join("frontwatch.toml");
    let (name, address) = (&outlet.name, &outlet.homepage);
    let text = format!(
        "# ours\n[watching]\ninterval = \"2s\"\nlanguages = [\"en\"]\n[[outlet]]\nname = \"{name}\"\nhomepage = \"{address}\"\n"
    );
    std::fs::write(&file, &text)?;
    let place = Place::new(Some(&file), Some(&home.path().join("data")))?;
    let desks = Desks::open(&place, tokio::sync::mpsc::unbounded_channel().0).await;
    until(&desks, Standing::Normal).await?;
    newsroom.attack(&outlet.slug, Attack::Cover).await?;
    let alarm = until(&desks, Standing::Alarm).await?;
    let id = alarm.anomalies[0].incident.clone().ok_or("a suspicion")?;

    let watch = &alarm.anomalies[0].watch;
    assert_eq!(
        alarm.page_of(watch).map(ToString::to_string),
        Some(address.to_string()),
        "what a browser is given to open"
    );
    assert_eq!(alarm.page_of(&WatchId::from_stored("homepage https://evil.example/")), None);

    // Until the store has what the loop decided.
    let open = timeout(SOON, async {
        loop {
            let view = view(&desks, &id).await.map_err(|error| error.to_string())?;
            if view.captures.iter().any(|it| it.evidence) && view.moments.len() > 2 {
                return Ok::<_, String>(view);
            }
            sleep(Duration::from_millis(100)).await;
        }
    });
    let open = open.await??;
    assert_eq!(open.anomaly.state, AnomalyState::Open);
    assert!(open.reasons.iter().any(|it| it.kind.starts_with("cover.") && !it.rows.is_empty()), "{open:?}");
    let looks: Vec<_> = open.moments.iter().filter(|it| it.what == MomentKind::Look).collect();
    assert!(looks.len() == 2 && looks[0].at < looks[1].at, "the last that was well, the first that was not: {looks:?}");
    assert!(open.captures.iter().all(|it| it.sha256.len() == 64 && it.bytes > 0), "{open:?}");
    assert!(!open.runbook.own && open.runbook.editable && open.runbook.steps.len() == 5);

    let steps = "Call Nino: +994 12 000 00 00\nSave the logs";
    let written = desks.answer(Request::SetRunbook { text: steps.to_owned() }).await;
    assert!(matches!(written, Ok(Reply::Overview(_))), "{written:?}");
    assert!(std::fs::read_to_string(&file)?.starts_with(&text), "what a person wrote stands there still");
    let own = view(&desks, &id).await?;
    assert_eq!(own.runbook.steps, ["Call Nino: +994 12 000 00 00", "Save the logs"]);
    for said in [name.as_str(), "Why", "What happened", "- Save the logs", &open.captures[0].sha256] {
        assert!(own.as_text.contains(said), "{said}: {}", own.as_text);
    }
    std::fs::write(&file, "[newsroom")?;
    assert!(view(&desks, &id).await?.runbook.own, "a mistake in the file takes the steps from nobody");
    std::fs::write(&file, &text)?;

    let never = Request::LeaveOut { incident: id.clone(), selector: "body".to_owned() };
    assert_eq!(refused(&desks, never).await.as_deref(), Some("page.changed"), "nobody proposed it");
    desks
        .answer(Request::Dismiss { incident: id.clone(), why: Some(Why::Advertisement) })
        .await
        .map_err(|it| it.says)?;
    newsroom.restore(&outlet.slug).await?;
    let over = view(&desks, &id).await?;
    assert_eq!(over.anomaly.state, AnomalyState::Resolved);
    assert!(over.moments.iter().any(|it| it.says.contains("an advertisement")), "{:?}", over.moments);
    assert!(over.alike.is_none(), "one is no habit");

    let unknown = Request::Incident { incident: IncidentId::from_stored("0000000000000000") };
    assert_eq!(refused(&desks, unknown).await.as_deref(), Some("incident.unknown"));
    desks.close().await;
    newsroom.stop().await;
    Ok(())
}
