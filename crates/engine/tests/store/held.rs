//! Troubling looks that opened no incident, and incidents that come back.

use std::time::Duration;

use frontwatch_core::incident::step::Held;
use frontwatch_core::incident::{Incident, Resolution, State};
use frontwatch_core::text::{Arg, Message};
use frontwatch_engine::store::{HalfHour, HeldLook, HeldOf, HeldRow, Store, Write};
use jiff::Timestamp;

use super::given::{HOSTILE, at, incident, kept, store, watch};

fn look(n: usize, reason: Held, seconds: i64) -> HeldLook {
    let what = Message::new("signal-title-replaced").with("title", Arg::Foreign(HOSTILE.into()));
    HeldLook { watch: watch(n), outlet: format!("Outlet {n}"), reason, at: at(seconds), what }
}

async fn keep(store: &Store, looks: impl IntoIterator<Item = HeldLook>) {
    store.commit(looks.into_iter().map(|look| Write::Held(Box::new(look))).collect()).await.unwrap();
}

async fn rows(store: &Store, of: HeldOf) -> Vec<HeldRow> {
    store.held(of, Timestamp::MIN, 1000).await.unwrap()
}

#[tokio::test]
async fn looks_of_one_reason_within_an_hour_are_one_row() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let hour = 3600;
    for (reason, seconds) in [
        (Held::Differed, 0),
        (Held::TooFewFailures, 10),
        (Held::Differed, hour),
        // The clock was set back a little.
        (Held::Differed, hour - 60),
        (Held::Differed, 2 * hour + 1),
    ] {
        keep(&store, [look(1, reason, seconds)]).await;
    }
    keep(&store, [look(2, Held::Differed, 20)]).await;
    let row = |n, reason, first, last, looks| {
        let HeldLook { watch, outlet, what, .. } = look(n, reason, 0);
        HeldRow { watch, outlet, reason, first: kept(at(first)), last: kept(at(last)), looks, what }
    };
    let expected = [
        row(1, Held::Differed, 2 * hour + 1, 2 * hour + 1, 1),
        row(1, Held::Differed, 0, hour, 3),
        row(2, Held::Differed, 20, 20, 1),
        row(1, Held::TooFewFailures, 10, 10, 1),
    ];
    assert_eq!(rows(&store, HeldOf::All).await, expected);
    assert_eq!(rows(&store, HeldOf::Watch(watch(2))).await, expected[2..3]);
    assert_eq!(rows(&store, HeldOf::Outlet("Outlet 2".into())).await, expected[2..3]);
    assert_eq!(rows(&store, HeldOf::Outlet(HOSTILE.into())).await, []);
    assert_eq!(store.held(HeldOf::All, at(hour), 1000).await.unwrap(), expected[..2]);
    assert_eq!(store.held(HeldOf::All, Timestamp::MIN, 1).await.unwrap(), expected[..1]);
}

#[tokio::test]
async fn rows_are_bounded_by_number_for_each_watch_and_by_age() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let day = 86_400;
    keep(&store, [look(2, Held::Differed, 0)]).await;
    keep(&store, (0..250).map(|n| look(1, Held::Differed, n * 7200))).await;
    let first = rows(&store, HeldOf::Watch(watch(1))).await;
    assert_eq!((first.len(), first[199].first), (200, kept(at(50 * 7200))), "the oldest went");
    assert_eq!(rows(&store, HeldOf::Watch(watch(2))).await.len(), 1, "of that watch alone");
    store.retain(at(90 * day), u64::MAX).await.unwrap();
    assert_eq!(rows(&store, HeldOf::Watch(watch(2))).await.len(), 1);
    store.retain(at(90 * day + 1), u64::MAX).await.unwrap();
    assert_eq!(rows(&store, HeldOf::Watch(watch(2))).await, []);
}

#[tokio::test]
async fn what_recovered_lately_is_loaded_and_may_open_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let put = async |it: Incident| store.commit(vec![Write::Incident(Box::new(it))]).await.unwrap();
    let over = |seconds, resolution| State::Resolved { at: at(seconds), resolution };
    put(incident(1, State::Open)).await;
    put(incident(2, over(50, Resolution::Recovered))).await;
    put(incident(3, over(60, Resolution::Dismissed))).await;
    put(incident(4, over(40, Resolution::Recovered))).await;
    let names = |all: &[Incident]| all.iter().map(|it| it.outlet.clone()).collect::<Vec<_>>();
    let loaded = store.load().await.unwrap();
    assert_eq!(
        (names(&loaded.incidents), names(&loaded.recovered)),
        (vec!["Outlet 1".into()], vec!["Outlet 4".to_owned(), "Outlet 2".to_owned()])
    );

    let again = Incident { opened: at(70), flaps: 1, reopened: 1, ..incident(2, State::Open) };
    put(again.clone()).await;
    let loaded = store.load().await.unwrap();
    assert_eq!(names(&loaded.recovered), ["Outlet 4"]);
    assert!(loaded.incidents.contains(&again));
    let history = store.incident(again.id).await.unwrap().unwrap().history;
    let states: Vec<_> = history.iter().map(|event| (event.state.as_str(), event.at)).collect();
    assert_eq!(states, [("resolved", kept(at(50))), ("open", kept(at(70)))]);
}

#[tokio::test]
async fn a_half_hour_that_was_cut_in_two_is_one_and_little_more_than_a_day_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let half = |hours: i64, looks, took: Option<u64>| HalfHour {
        half: kept(at(hours * 3600)),
        looks,
        median: took.map(Duration::from_millis),
    };
    let write = |half| Write::HalfHour { watch: watch(1), half };
    let halves = [half(0, 60, Some(40)), half(30, 20, Some(90)), half(30, 40, Some(50)), half(30, 50, None)];
    store.commit(halves.map(write).to_vec()).await.unwrap();
    let long_one = half(30, 110, Some(50));
    assert_eq!(store.half_hours(watch(1), at(0)).await.unwrap(), [halves[0], long_one]);
    assert_eq!(store.half_hours(watch(1), at(1)).await.unwrap(), [long_one]);
    assert_eq!(store.half_hours(watch(2), at(0)).await.unwrap(), []);
    store.retain(at(31 * 3600), u64::MAX).await.unwrap();
    assert_eq!(store.half_hours(watch(1), at(0)).await.unwrap(), [long_one]);
}
