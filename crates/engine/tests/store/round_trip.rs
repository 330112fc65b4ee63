//! What goes in comes out.

use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Resolution, State};
use frontwatch_core::parts::Print;
use frontwatch_core::verdict::{Availability, Verdict};
use frontwatch_engine::store::{
    Access, BaselineVersion, CaptureRole, Delivery, IncidentPicture, Look, LookHour, OutboxRow, Store, Write,
};

use super::given::{
    at, baseline, capture, deliver, fail, failure, headers, incident, kept, notice, open, post, store, watch,
};

#[tokio::test]
async fn everything_a_watch_needs_is_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let look = Look {
        watch: watch(1),
        at: kept(at(60)),
        verdict: Verdict::Inconclusive,
        availability: Availability::RobotCheck,
        digest: Some(Digest::of(b"page")),
        took: Duration::from_millis(321),
        there: None,
    };
    let first = store(dir.path());
    let batch = vec![
        open(1),
        open(2),
        Write::Incident(Box::new(incident(2, State::Resolved { at: at(90), resolution: Resolution::Ours }))),
        post(1, "desktop"),
        post(1, "webhook"),
        post(2, "desktop"),
        fail(1, "desktop"),
        deliver(1, "webhook", 3),
        Write::Baseline(Box::new(baseline(1, 3))),
        Write::Baseline(Box::new(baseline(1, 4))),
        Write::Baseline(Box::new(baseline(2, 1))),
        Write::WatchState { watch: watch(1), state: "{}".into() },
        Write::WatchState { watch: watch(1), state: "{\"a\":1}".into() },
        Write::Look(Look { at: kept(at(30)), verdict: Verdict::Normal, ..look.clone() }),
        Write::Look(look.clone()),
    ];
    first.commit(batch).await.unwrap();
    first.alive(at(70)).await.unwrap();
    first.close().await.unwrap();

    let loaded = store(dir.path()).load().await.unwrap();
    assert_eq!(loaded.incidents, [incident(1, State::Open)]);
    assert_eq!(loaded.baselines, [baseline(1, 4), baseline(2, 1)]);
    let pending = |n, attempts, failure| OutboxRow {
        notice: notice(n),
        channel: "desktop".into(),
        attempts,
        delivery: Delivery::Pending { failure },
    };
    assert_eq!(loaded.outbox, [pending(1, 1, Some(failure())), pending(2, 0, None)]);
    assert_eq!(loaded.states, [(watch(1), "{\"a\":1}".to_owned())]);
    assert_eq!(loaded.looks, [look]);
    assert_eq!(loaded.last_alive, Some(kept(at(70))));
}

#[tokio::test]
async fn a_page_is_kept_once_however_often_it_is_captured() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let page = Bytes::from("<html>".repeat(50_000));
    let seen = [(1, CaptureRole::Baseline, 1), (1, CaptureRole::Hourly, 2), (2, CaptureRole::Alarm, 3)];
    for (n, role, seconds) in seen {
        store.commit(vec![capture(n, role, seconds, &page)]).await.unwrap();
        store.commit(vec![capture(n, role, seconds, &page)]).await.unwrap();
    }
    assert_eq!(store.capture(Digest::of(&page)).await.unwrap().as_deref(), Some(page.as_ref()));
    assert_eq!(store.capture(Digest::of(b"never seen")).await.unwrap(), None);
    let captures = store.captures(watch(1), 10).await.unwrap();
    assert_eq!(captures.iter().map(|it| it.role).collect::<Vec<_>>(), [CaptureRole::Hourly, CaptureRole::Baseline]);
    assert_eq!(captures[0].at, kept(at(2)));
    assert_eq!(captures[0].bytes, page.len() as u64);
    assert_eq!(captures[0].headers, headers());
    assert_eq!(captures[0].url.as_str(), "https://outlet-1.example/?2");
    assert_eq!(store.captures(watch(1), 1).await.unwrap().len(), 1);

    let path = store.path().to_owned();
    store.close().await.unwrap();
    let db = rusqlite::Connection::open(path).unwrap();
    let count = |table: &str| db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
    assert_eq!((count("body").unwrap(), count("capture").unwrap()), (1, 3));
}

#[tokio::test]
async fn versions_of_normal_are_listed_read_and_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let versions = (1..=3).map(|version| Write::Baseline(Box::new(baseline(1, version))));
    store.commit(versions.chain([Write::Baseline(Box::new(baseline(2, 1)))]).collect()).await.unwrap();
    let history = store.baseline_history(watch(1)).await.unwrap();
    assert_eq!(history.iter().map(|it| it.version).collect::<Vec<_>>(), [3, 2, 1]);
    let third = baseline(1, 3);
    let expected = BaselineVersion { version: 3, format: 7, bytes: 100, at: third.at, reason: third.reason };
    assert_eq!(history[0], expected);
    assert_eq!(store.baseline(watch(1), 2).await.unwrap(), Some(baseline(1, 2)));
    assert_eq!(store.baseline(watch(1), 4).await.unwrap(), None);
    store.commit(vec![Write::Forget { watch: watch(1) }]).await.unwrap();
    assert_eq!(store.baseline_history(watch(1)).await.unwrap(), []);
    assert_eq!(store.load().await.unwrap().baselines, [baseline(2, 1)]);
}

#[tokio::test]
async fn looks_are_counted_by_the_hour_and_blind_times_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let hour = "2026-10-01T07:00:00Z".parse::<jiff::Timestamp>().unwrap();
    let after = |seconds| hour + jiff::SignedDuration::from_secs(seconds);
    let look = |seconds, verdict| {
        Write::Look(Look {
            watch: watch(1),
            at: after(seconds),
            verdict,
            availability: Availability::Up,
            digest: None,
            took: Duration::from_millis(100),
            there: (verdict != Verdict::Inconclusive).then_some(verdict != Verdict::Alarm),
        })
    };
    let looks = vec![
        look(0, Verdict::Learning),
        look(1, Verdict::Normal),
        look(2, Verdict::Normal),
        look(3, Verdict::Suspect),
        look(3599, Verdict::Alarm),
        look(3600, Verdict::Inconclusive),
    ];
    store.commit(looks).await.unwrap();
    let first = LookHour {
        hour,
        learning: 1,
        normal: 2,
        suspect: 1,
        alarm: 1,
        inconclusive: 0,
        took: Duration::from_millis(500),
        telling: 5,
        there: 4,
    };
    let second = LookHour {
        hour: after(3600),
        learning: 0,
        normal: 0,
        suspect: 0,
        alarm: 0,
        inconclusive: 1,
        took: Duration::from_millis(100),
        telling: 0,
        there: 0,
    };
    assert_eq!(store.look_hours(watch(1), after(3599)).await.unwrap(), [first, second]);
    assert_eq!(store.look_hours(watch(1), after(3600)).await.unwrap(), [second]);

    let blind = Write::Blind { from: after(0), to: after(60) };
    store.commit(vec![blind.clone(), blind]).await.unwrap();
    assert_eq!(store.blind(after(59)).await.unwrap(), [(after(0), after(60))]);
    assert_eq!(store.blind(after(60)).await.unwrap(), []);
}

#[tokio::test]
async fn a_closed_store_says_so_and_one_read_only_refuses_to_write() {
    let dir = tempfile::tempdir().unwrap();
    let missing = Store::open(dir.path(), Access::Read).unwrap_err();
    assert_eq!(missing.code(), "store.missing");
    assert!(!dir.path().join("frontwatch.db").exists(), "looking makes nothing");

    let writer = store(dir.path());
    let reader = Store::open(dir.path(), Access::Read).unwrap().store;
    writer.commit(vec![open(1)]).await.unwrap();
    assert_eq!(reader.load().await.unwrap().incidents.len(), 1, "a reader sees what the writer just stored");
    assert_eq!(reader.commit(vec![open(2)]).await.unwrap_err().code(), "store.read-only");
    assert_eq!(reader.alive(at(0)).await.unwrap_err().code(), "store.read-only");

    let clone = writer.clone();
    writer.close().await.unwrap();
    assert_eq!(clone.commit(vec![open(2)]).await.unwrap_err().code(), "store.closed");
    clone.close().await.expect("closing twice is no error");
    assert_eq!(reader.load().await.unwrap().incidents.len(), 1, "the reader goes on");
    reader.close().await.unwrap();
    let nobody = Store::open(dir.path(), Access::Read).unwrap().store;
    assert_eq!(nobody.load().await.unwrap().incidents.len(), 1, "and one that comes later with no writer about");
}

#[tokio::test]
async fn of_the_pictures_of_incidents_the_latest_are_kept_and_those_of_none_are_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let picture = |n: u8, of: usize| {
        let print = Print::from_bytes(&[n; 32]).unwrap();
        IncidentPicture { incident: incident(of, State::Open).id, outlet: "Paper".into(), at: kept(at(1)), print }
    };
    let batch = [(1, 1), (1, 1), (2, 1), (3, 2)].map(|(n, of)| Write::Picture(picture(n, of)));
    store.commit(batch.to_vec()).await.unwrap();
    assert_eq!(store.load().await.unwrap().pictures, [picture(1, 1), picture(2, 1), picture(3, 2)]);
    let forget = Write::ForgetPictures(incident(1, State::Open).id);
    assert!(forget.is_tried_again(), "after a restart, a picture of ours would alarm once more without it");
    store.commit(vec![forget]).await.unwrap();
    assert_eq!(store.load().await.unwrap().pictures, [picture(3, 2)]);
    store.commit((0..=250).map(|n| Write::Picture(picture(n, 3))).collect()).await.unwrap();
    let left = store.load().await.unwrap().pictures;
    assert_eq!((left.len(), left.first(), left.last()), (200, Some(&picture(51, 3)), Some(&picture(250, 3))));
}
