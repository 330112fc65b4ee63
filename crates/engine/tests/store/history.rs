//! What a person finds of what has happened.

use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::text::Speech;
use frontwatch_core::verdict::Severity;
use frontwatch_engine::api::history::{self, Find, History};
use frontwatch_engine::api::overview::AnomalyState;
use frontwatch_engine::store::{Store, Write};
use jiff::tz::TimeZone;

use super::given::{at, incident, store};

/// More than are read at once, and no multiple of what one answer holds.
const MANY: usize = 1_234;

async fn found(store: &Store, find: Find) -> History {
    let speech = Speech::new(&["en".to_owned()], TimeZone::UTC);
    history::find(store, find, &speech, at(5_000)).await.unwrap()
}

/// The names of all outlets that are found, from answer to answer.
async fn all(store: &Store, mut find: Find) -> Vec<String> {
    let mut names = Vec::new();
    loop {
        let page = found(store, find.clone()).await;
        assert!(page.rows.len() <= 100, "an answer is bounded");
        names.extend(page.rows.into_iter().map(|row| row.outlet));
        let Some(next) = page.next else { return names };
        find.after = Some(next);
    }
}

async fn stored() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let write = |n: usize| {
        let resolved = State::Resolved { at: at(4_000), resolution: Resolution::Recovered };
        let mut incident = incident(n, if n.is_multiple_of(3) { resolved } else { State::Open });
        incident.severity = if n.is_multiple_of(2) { Severity::Critical } else { Severity::Warning };
        Write::Incident(Box::new(incident))
    };
    store.commit((0..MANY).map(write).collect()).await.unwrap();
    (dir, store)
}

#[tokio::test]
async fn everything_is_found_once_the_latest_first() {
    let (_dir, store) = stored().await;
    let expected: Vec<String> = (0..MANY).rev().map(|n| format!("Outlet {n}")).collect();
    assert_eq!(all(&store, Find::default()).await, expected);
    let exactly = all(&store, Find { words: "outlet-1199.example".into(), ..Find::default() }).await;
    assert_eq!(exactly, ["Outlet 1199"], "by its address, far down");
}

#[tokio::test]
async fn words_and_filters_all_hold() {
    let (_dir, store) = stored().await;
    let of = |words: &str| Find { words: words.to_owned(), ..Find::default() };
    for (find, wanted) in [
        (of("GROUP outlet"), MANY),
        (of("group nowhere"), 0),
        (of("'); DROP TABLE"), 0),
        (Find { outlet: Some("Outlet 7".into()), ..Find::default() }, 1),
        (Find { outlet: Some("outlet 7".into()), ..Find::default() }, 0),
        (Find { severity: Some(Severity::Critical), ..Find::default() }, MANY / 2),
        (Find { state: Some(AnomalyState::Resolved), ..Find::default() }, MANY.div_ceil(3)),
        (Find { state: Some(AnomalyState::Resolved), severity: Some(Severity::Info), ..of("group") }, 0),
        (Find { state: Some(AnomalyState::Open), outlet: Some("Outlet 3".into()), ..Find::default() }, 0),
    ] {
        assert_eq!(all(&store, find.clone()).await.len(), wanted, "{find:?}");
    }
}

#[tokio::test]
async fn a_text_from_a_site_is_inert_and_short() {
    let (_dir, store) = stored().await;
    for row in found(&store, Find::default()).await.rows {
        assert!(!row.summary.contains(['\u{0}', '\u{202e}']) && row.summary.chars().count() < 200, "{row:?}");
    }
}
