//! Incidents stay, the rest is bounded.

use std::time::Duration;

use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, Resolution, State};
use frontwatch_core::notify::Notice;
use frontwatch_core::verdict::{Availability, Verdict};
use frontwatch_engine::store::{CaptureRole, Look, Store, Write};
use frontwatch_proof::proven;
use jiff::{SignedDuration, Timestamp};

use super::given::{at, baseline, capture, deliver, incident, noise, notice, open, post, store, watch, withdraw};

const BODY: usize = 100_000;

/// Keeps a capture of a body of its own.
fn seen(n: usize, role: CaptureRole, seconds: i64) -> (Write, Digest) {
    let body = noise((n as u64) << 32 | seconds as u64, BODY);
    (capture(n, role, seconds, &body), Digest::of(&body))
}

async fn is_kept(store: &Store, digest: Digest) -> bool {
    store.capture(digest).await.unwrap().is_some()
}

#[tokio::test]
async fn captures_go_the_least_telling_first_and_what_is_needed_stays() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    // In the order in which they may go; the oldest within a role first, though all are older than the roles before.
    let mut may_go = Vec::new();
    let roles =
        [CaptureRole::Hourly, CaptureRole::Suspect, CaptureRole::Before, CaptureRole::Baseline, CaptureRole::Alarm];
    for (rank, role) in roles.into_iter().enumerate() {
        for n in 0..4 {
            may_go.push(seen(1, role, 1_000 - 100 * rank as i64 + n));
        }
    }
    let (evidence, past) = seen(2, CaptureRole::Alarm, 1);
    let resolved = State::Resolved { at: at(9), resolution: Resolution::Recovered };
    may_go.push((evidence, past));

    let mut must_stay: Vec<_> = (0..3).map(|n| seen(1, CaptureRole::Baseline, 5_000 + n)).collect();
    must_stay.push(seen(3, CaptureRole::Before, 2));
    let (evidence, present) = seen(3, CaptureRole::Alarm, 3);
    must_stay.push((evidence, present));
    must_stay.push(seen(4, CaptureRole::Baseline, 0));
    let learned = [1, 4].map(|n| Write::Baseline(Box::new(baseline(n, 1))));

    let mut batch = vec![
        Write::Incident(Box::new(Incident { evidence: Some(past), ..incident(2, resolved) })),
        Write::Incident(Box::new(Incident { evidence: Some(present), opened: at(3), ..incident(3, State::Open) })),
    ];
    batch.extend(learned);
    batch.extend(may_go.iter().chain(&must_stay).map(|(write, _)| write.clone()));
    store.commit(batch).await.unwrap();

    let all = (may_go.len() + must_stay.len()) as u64;
    let mut gone = 0;
    for keep in [all + 5, 20, 14, 7] {
        let bound = keep * BODY as u64 + 300_000;
        let retained = store.retain(at(10_000), bound).await.unwrap();
        gone += retained.captures;
        assert!(!retained.over && retained.after <= bound, "{keep}: {retained:?}");
        let on_disk = std::fs::metadata(store.path()).unwrap().len();
        assert_eq!(on_disk, retained.after, "the file itself shrank");
        for (n, (_, digest)) in may_go.iter().enumerate() {
            assert_eq!(is_kept(&store, *digest).await, n as u64 >= gone, "bound for {keep}, {gone} gone, number {n}");
        }
        for (n, (_, digest)) in must_stay.iter().enumerate() {
            assert!(is_kept(&store, *digest).await, "bound for {keep}, number {n} must stay");
        }
    }
    assert!(gone > 8, "the bounds were meant to bite: {gone}");

    let retained = store.retain(at(10_000), 1).await.unwrap();
    assert!(retained.over, "what is left may not go, and that is said: {retained:?}");
    assert_eq!(store.captures(watch(3), 10).await.unwrap().len(), 2);
    assert_eq!(store.incidents(10, None).await.unwrap().len(), 2, "incidents stay");
}

/// The database's file and its log, bytes.
fn on_disk(store: &Store) -> u64 {
    let log = store.path().with_file_name(format!("{}-wal", store.path().file_name().unwrap().display()));
    [store.path(), &log].iter().map(|file| std::fs::metadata(file).map_or(0, |about| about.len())).sum()
}

#[tokio::test]
async fn the_bound_holds_between_two_rounds_of_retention() {
    const KEEP: u64 = 5_000_000;
    const ROUNDS: i64 = 20;
    // A sixteenth of what may be kept is left free, and as much again when pages go.
    const ROOM: u64 = KEEP / 16;
    // Of how many pages may none go? The last are more than may be kept.
    for stays in [0, 30, 60] {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        let mut batch = vec![Write::Blind { from: at(-1), to: at(0) }];
        for n in 0..stays {
            batch.extend([Write::Baseline(Box::new(baseline(n, 1))), seen(n, CaptureRole::Baseline, 0).0]);
        }
        store.commit(batch).await.unwrap();
        store.retain(at(0), KEEP).await.unwrap();
        let least = (stays * BODY) as u64 + 300_000;
        let (mut most, mut latest) = (0, None);
        for round in 0..ROUNDS {
            let pages: Vec<_> = (0..4).map(|n| seen(1_000 + n, CaptureRole::Hourly, round)).collect();
            latest = pages.last().map(|(_, digest)| *digest);
            store.commit(pages.into_iter().map(|(write, _)| write).collect()).await.unwrap();
            // Room is made when the batch was answered for, and before anything else is done.
            store.load().await.unwrap();
            most = most.max(on_disk(&store));
        }
        // Beside the database lies its log, which is taken into it when it has 4 MB.
        let bound = KEEP.max(least + 2 * ROOM) + 5_000_000;
        assert!(most <= bound, "{stays} pages stay: {most} bytes where {bound} may be");
        assert!(most > KEEP * 3 / 4, "{stays} pages stay: it holds about as much as it may: {most}");
        let database = std::fs::metadata(store.path()).unwrap().len();
        assert!(database <= KEEP.max(least + 2 * ROOM), "{stays} pages stay: the database has {database} bytes");
        if least + 2 * ROOM < KEEP {
            assert!(is_kept(&store, latest.unwrap()).await, "the oldest went, not the latest");
        }
        for n in 0..stays {
            assert_eq!(store.captures(watch(n), 1).await.unwrap().len(), 1, "what may not go is there");
        }
    }
    proven!(
        "store",
        "more pages within an hour than may be kept",
        format!(
            "{} of {BODY} bytes into a store that may keep 5 MB, by itself, beside 3 MB and beside 6 MB that may not go: never more than that, and 5 MB of its log",
            4 * ROUNDS
        ),
        "the oldest pages"
    );
}

#[tokio::test]
async fn what_was_learned_from_stays_until_it_is_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let (page, digest) = seen(1, CaptureRole::Baseline, 1);
    store.commit(vec![Write::Baseline(Box::new(baseline(1, 1))), page]).await.unwrap();
    assert!(store.retain(at(10), 1).await.unwrap().over && is_kept(&store, digest).await);

    store.commit(vec![Write::Forget { watch: watch(1) }]).await.unwrap();
    assert_eq!(store.retain(at(20), 1).await.unwrap().captures, 1);
    assert!(!is_kept(&store, digest).await, "the outlet's next thousand stories need the room");
}

#[tokio::test]
async fn a_body_stays_as_long_as_one_capture_of_it_does() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let body = noise(1, BODY);
    store
        .commit(vec![
            Write::Baseline(Box::new(baseline(1, 1))),
            capture(1, CaptureRole::Hourly, 1, &body),
            capture(1, CaptureRole::Baseline, 1, &body),
        ])
        .await
        .unwrap();
    assert_eq!(store.retain(at(10), 1).await.unwrap().captures, 1);
    assert!(is_kept(&store, Digest::of(&body)).await);
}

#[tokio::test]
async fn history_is_bounded_by_age_and_number() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    let now = at(0) + SignedDuration::from_hours(100 * 24);
    let days_ago = |days: i64| now - SignedDuration::from_hours(days * 24);
    let look = |n, days| {
        Write::Look(Look {
            watch: watch(n),
            at: days_ago(days),
            verdict: Verdict::Normal,
            availability: Availability::Up,
            digest: None,
            took: Duration::ZERO,
            there: Some(true),
        })
    };
    let posted = |n, days| Write::Outbox {
        notice: Box::new(Notice { at: days_ago(days), ..notice(n) }),
        channel: "desktop".into(),
    };
    let mut batch = vec![look(1, 31), look(1, 29), look(2, 31)];
    batch.extend((0..5).map(open));
    // Pending for ever so long, settled long ago, and settled lately.
    batch.extend([posted(0, 95), posted(1, 95), posted(2, 95), posted(3, 85)]);
    batch.extend([deliver(1, "desktop", 1), withdraw(2, "desktop"), deliver(3, "desktop", 1)]);
    batch.extend((1..=25).map(|version| Write::Baseline(Box::new(baseline(1, version)))));
    batch.push(Write::Baseline(Box::new(baseline(2, 1))));
    batch.push(Write::Blind { from: days_ago(95), to: days_ago(94) });
    batch.push(Write::Blind { from: days_ago(95), to: days_ago(1) });
    store.commit(batch).await.unwrap();

    store.retain(now, u64::MAX).await.unwrap();
    assert_eq!(store.look_hours(watch(1), Timestamp::UNIX_EPOCH).await.unwrap().len(), 1);
    let versions = store.baseline_history(watch(1)).await.unwrap();
    assert_eq!(versions.iter().map(|it| it.version).collect::<Vec<_>>(), (6..=25).rev().collect::<Vec<_>>());
    assert_eq!(store.baseline_history(watch(2)).await.unwrap().len(), 1);
    let mut left: Vec<_> = store.outbox(10).await.unwrap().into_iter().map(|row| row.notice.id).collect();
    left.sort();
    let mut expected = [notice(0).id, notice(3).id];
    expected.sort();
    assert_eq!(left, expected);
    assert_eq!(store.blind(Timestamp::UNIX_EPOCH).await.unwrap().len(), 1);
    assert_eq!(store.load().await.unwrap().looks.len(), 1, "the last look is no history, unless nobody looks any more");
    store.commit(vec![post(4, "desktop")]).await.expect("incidents stay");
}
