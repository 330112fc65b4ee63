//! Incidents, notices, and batches that contradict what is stored.

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, Resolution, State};
use frontwatch_core::notify::Reason;
use frontwatch_engine::store::{CaptureRole, Delivery, IncidentCursor, IncidentEvent, KeptBody, OutboxRow, Write};

use super::given::{
    HOSTILE, at, baseline, capture, deliver, fail, failure, incident, kept, notice, open, post, store, withdraw,
};

#[tokio::test]
async fn an_incident_keeps_its_history_and_is_there_once() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let acknowledged = State::Acknowledged { at: at(40), by: HOSTILE.into() };
    let resolved = State::Resolved { at: at(80), resolution: Resolution::Recovered };
    let dismissed = State::Resolved { at: at(95), resolution: Resolution::Dismissed };
    let id = incident(1, State::Open).id;
    for state in [State::Open, State::Open, acknowledged.clone(), acknowledged, resolved.clone(), resolved, dismissed] {
        store.commit(vec![Write::Incident(Box::new(incident(1, state)))]).await.unwrap();
    }
    let silence = Write::Silence { incident: id.clone(), at: at(41), reason: "acknowledged".into() };
    store.commit(vec![silence.clone()]).await.unwrap();
    store.commit(vec![silence]).await.unwrap();

    let record = store.incident(id).await.unwrap().unwrap();
    let event = |seconds, state: &str, resolution, by: Option<&str>| IncidentEvent {
        at: kept(at(seconds)),
        state: state.into(),
        resolution,
        by: by.map(str::to_owned),
    };
    let expected = [
        event(1, "open", None, None),
        event(40, "acknowledged", None, Some(HOSTILE)),
        event(80, "resolved", Some(Resolution::Recovered), None),
        event(95, "resolved", Some(Resolution::Dismissed), None),
    ];
    assert_eq!(record.history, expected);
    assert_eq!(record.silences, [(kept(at(41)), "acknowledged".to_owned())]);
    assert_eq!(store.incidents(10, None).await.unwrap(), [record.incident]);
    assert_eq!(store.incident(incident(9, State::Open).id).await.unwrap(), None);
}

#[tokio::test]
async fn reasons_that_alternate_for_days_are_one_row_each_of_the_latest_time() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let id = incident(1, State::Open).id;
    store.commit(vec![Write::Incident(Box::new(incident(1, State::Open)))]).await.unwrap();
    for second in 2..200 {
        let reason = if second % 2 == 0 { Reason::AlreadyTold } else { Reason::Snoozed }.as_str().to_owned();
        store.commit(vec![Write::Silence { incident: id.clone(), at: at(second), reason }]).await.unwrap();
    }
    let silences = store.incident(id).await.unwrap().unwrap().silences;
    assert_eq!(silences, [(kept(at(198)), "already-told".to_owned()), (kept(at(199)), "snoozed".to_owned())]);
}

#[tokio::test]
async fn what_was_put_off_is_not_told_after_a_restart_for_want_of_having_been_told() {
    let paused = [Reason::PAUSED, Reason::OUTLET_PAUSED].map(|reason| (reason, true));
    for (reason, by_pause) in paused.into_iter().chain([(Reason::QUIET_HOURS, false)]) {
        let table = [
            ("nobody has taken it", vec![10], None, true),
            ("put off since", vec![10], Some(20), false),
            ("put off in the same moment", vec![10], Some(10), false),
            ("put off between two silences", vec![10, 30], Some(20), true),
            ("put off after both", vec![10, 30], Some(40), false),
        ];
        for (name, silences, put_off, waits) in table {
            let dir = tempfile::tempdir().unwrap();
            let first = store(dir.path());
            let id = incident(1, State::Open).id;
            let silent = |seconds| Write::Silence { incident: id.clone(), at: at(seconds), reason: reason.into() };
            let mut batch = vec![open(1)];
            batch.extend(silences.into_iter().map(silent));
            batch.extend(put_off.map(|seconds| Write::PutOff { incident: id.clone(), at: at(seconds) }));
            first.commit(batch).await.unwrap();
            first.close().await.unwrap();

            let loaded = store(dir.path()).load().await.unwrap();
            let overnight: Vec<_> = loaded.overnight.iter().map(|incident| &incident.id).collect();
            let waiting: &[_] = if waits { &[&id] } else { &[] };
            let (paused, quiet) = if by_pause { (waiting, &[][..]) } else { (&[][..], waiting) };
            assert_eq!(loaded.held_back.iter().collect::<Vec<_>>(), paused, "{reason}: {name}");
            assert_eq!(overnight, quiet, "{reason}: {name}");
        }
    }
}

#[tokio::test]
async fn pages_of_incidents_show_each_once_even_those_of_one_moment() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let same_moment = |n| Incident { opened: at(0), ..incident(n, State::Open) };
    let all = (0..7).map(|n| Write::Incident(Box::new(same_moment(n)))).collect();
    store.commit(all).await.unwrap();
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = store.incidents(3, after.take()).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(IncidentCursor { opened: last.opened, id: last.id.clone() });
        seen.extend(page.into_iter().map(|it| it.id));
    }
    let mut expected: Vec<_> = (0..7).map(|n| same_moment(n).id).collect();
    expected.sort();
    expected.reverse();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_notice_is_settled_once_whatever_comes_after() {
    let delivered = |seconds| Delivery::Delivered { at: kept(at(seconds)) };
    let withdrawn = Delivery::Withdrawn { at: kept(at(9)), reason: "over".into() };
    let table = [
        ("posted twice", vec![post(1, "desktop")], 0, Delivery::Pending { failure: None }),
        ("failed", vec![fail(1, "desktop")], 1, Delivery::Pending { failure: Some(failure()) }),
        ("delivered after a failure", vec![fail(1, "desktop"), deliver(1, "desktop", 40)], 2, delivered(40)),
        ("delivered twice", vec![deliver(1, "desktop", 40), deliver(1, "desktop", 50)], 1, delivered(40)),
        ("delivered, then posted", vec![deliver(1, "desktop", 40), post(1, "desktop")], 1, delivered(40)),
        ("delivered, then failed", vec![deliver(1, "desktop", 40), fail(1, "desktop")], 1, delivered(40)),
        ("delivered, then withdrawn", vec![deliver(1, "desktop", 40), withdraw(1, "desktop")], 1, delivered(40)),
        ("withdrawn, then failed", vec![withdraw(1, "desktop"), fail(1, "desktop")], 0, withdrawn),
        ("withdrawn, yet it was sent", vec![withdraw(1, "desktop"), deliver(1, "desktop", 40)], 1, delivered(40)),
    ];
    for (name, writes, attempts, delivery) in table {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        store.commit(vec![post(1, "desktop"), open(1)]).await.expect("the order within a batch does not matter");
        for write in writes {
            store.commit(vec![write]).await.unwrap();
        }
        let row = OutboxRow { notice: notice(1), channel: "desktop".into(), attempts, delivery };
        assert_eq!(store.outbox(10).await.unwrap(), [row], "{name}");
    }
}

#[tokio::test]
async fn a_batch_that_contradicts_what_is_stored_is_refused_whole() {
    let page = Bytes::from_static(b"page");
    let Write::Capture { watch: of, role, at: seen, headers, url, status, .. } =
        capture(1, CaptureRole::Alarm, 0, &page)
    else {
        unreachable!()
    };
    let mislabelled = |digest, body| Write::Capture {
        watch: of.clone(),
        role,
        at: seen,
        digest,
        body: KeptBody::Plain(body),
        headers: headers.clone(),
        url: url.clone(),
        status,
    };
    let large = Bytes::from(vec![0; 10 * 1024 * 1024 + 1]);
    let table = [
        ("a notice without its incident", post(2, "desktop")),
        (
            "a silence without its incident",
            Write::Silence { incident: notice(2).incident, at: at(0), reason: "x".into() },
        ),
        ("delivery of a notice that is not there", deliver(1, "desktop", 0)),
        ("failure of a notice that is not there", fail(1, "desktop")),
        ("withdrawal of a notice that is not there", withdraw(1, "desktop")),
        ("a body with another's digest", mislabelled(Digest::of(b"other"), page)),
        ("a body over the bound", mislabelled(Digest::of(&large), large)),
        ("a version out of range", Write::Baseline(Box::new(baseline(1, u64::MAX)))),
    ];
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    for (name, write) in table {
        let error = store.commit(vec![open(1), write]).await.expect_err(name);
        assert_eq!(error.code(), "store.refused", "{name}: {error}");
        assert_eq!(store.load().await.unwrap().incidents, [], "{name}: nothing of the batch is stored");
    }
}

#[tokio::test]
async fn what_is_kept_of_an_incident_is_of_its_own_time_and_place() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let page = |text: &str| Bytes::from(text.to_owned());
    let hacked = page("the same at every outlet");
    let open = Incident {
        began: at(1_000),
        opened: at(1_002),
        evidence: Some(Digest::of(&hacked)),
        ..incident(1, State::Open)
    };
    let mut writes = vec![capture(1, CaptureRole::Baseline, 10, &page("weeks ago"))];
    writes.extend((1..9).map(|n| capture(1, CaptureRole::Hourly, 100 * n, &page(&format!("hour {n}")))));
    writes.extend((0..60).map(|n| capture(1, CaptureRole::Alarm, 1_000 + n, &page(&format!("alarm {n}")))));
    writes.push(capture(1, CaptureRole::Alarm, 1_030, &hacked));
    writes.push(capture(2, CaptureRole::Alarm, 1_001, &hacked));
    store.commit(writes).await.unwrap();
    let kept = store.evidence(open.clone(), 10).await.unwrap();
    assert_eq!(kept[0].at, kept_at(800), "the last that was kept before it: {kept:?}");
    assert!(kept.iter().all(|it| it.url.as_str().contains("outlet-1.")), "nothing of another outlet: {kept:?}");
    assert_eq!(kept.iter().filter(|it| Some(it.digest) == open.evidence).count(), 1, "whatever is left out: {kept:?}");
    let of_stories = Incident { watch: super::given::watch(3), ..open };
    let kept = store.evidence(of_stories, 10).await.unwrap();
    assert_eq!(kept.len(), 2, "where its own watch has none, those that show the same: {kept:?}");
}

fn kept_at(seconds: i64) -> jiff::Timestamp {
    kept(at(seconds))
}
