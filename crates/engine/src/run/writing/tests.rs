//! What waits for a store that fails, hangs or has little room, and in which order it is stored.

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, State};
use frontwatch_core::observation::Headers;
use frontwatch_core::text::Message;
use frontwatch_core::verdict::{Availability, Severity};
use frontwatch_core::watch::{WatchId, WatchKind};
use jiff::Timestamp;
use rusqlite::Connection;

use super::*;
use crate::store::{Access, CaptureRole, DATABASE_FILE, Room, StoredBaseline};

const PAPER: &str = "https://paper.example/";

pub(in crate::run) fn incident(state: State) -> Write {
    let (url, at) = (PAPER.parse().unwrap(), Timestamp::UNIX_EPOCH);
    let watch = WatchId::new(WatchKind::Homepage, &url);
    Write::Incident(Box::new(Incident {
        id: IncidentId::new(&watch, Cause::Content, at),
        outlet: "Paper".to_owned(),
        group: None,
        watch,
        kind: WatchKind::Homepage,
        url,
        cause: Cause::Content,
        severity: Severity::Critical,
        state,
        summary: Message::new("x"),
        signals: Vec::new(),
        last_good: None,
        began: at,
        opened: at,
        last_seen: at,
        seen: 2,
        availability: Availability::Up,
        others_answer: true,
        evidence: None,
        alert: None,
        campaign: None,
        snoozed: None,
        grounds: Grounds::Confirmed,
        flaps: 0,
        reopened: 0,
        hidden: None,
        hidings: 0,
        joined: None,
    }))
}

#[tokio::test]
async fn what_could_not_be_stored_goes_before_what_was_decided_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Access::Write).unwrap().store;
    let (batches, queue) = mpsc::unbounded_channel();
    let (events, mut inbox) = mpsc::channel(8);
    let writer = tokio::spawn(write(store.clone(), queue, events));
    let mut waiting = Waiting::default();
    let mut decide =
        |state| batches.send(waiting.push(vec![incident(state)], Announcement::default()).unwrap()).unwrap();
    let other = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    decide(State::Open);
    decide(State::Acknowledged { at: Timestamp::UNIX_EPOCH, by: "nino".to_owned() });
    let first = inbox.recv().await.unwrap();
    assert!(matches!(first, Event::Stored { waits: true, result: Err(StoreError::Busy { .. }), .. }), "{first:?}");
    other.execute_batch("ROLLBACK").unwrap();
    let second = inbox.recv().await.unwrap();
    assert!(matches!(second, Event::Stored { waits: false, result: Ok(()), .. }), "{second:?}");
    drop(batches);
    writer.await.unwrap();
    let kept = store.incidents(9, None).await.unwrap();
    assert!(matches!(kept[0].state, State::Acknowledged { .. }), "{kept:?}");
    let history = store.incident(kept[0].id.clone()).await.unwrap().unwrap().history;
    assert_eq!(history.iter().map(|event| event.state.as_str()).collect::<Vec<_>>(), ["open", "acknowledged"]);
    frontwatch_proof::proven!(
        "store",
        "a database locked while an incident changes twice",
        "once: the first state could not be stored, and the second could; the later one counts",
        "nothing"
    );
}

#[tokio::test]
async fn at_the_end_it_is_tried_once_more() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Access::Write).unwrap().store;
    let (batches, queue) = mpsc::unbounded_channel();
    let (events, mut inbox) = mpsc::channel(8);
    let writer = tokio::spawn(write(store.clone(), queue, events));
    let other = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    batches.send(Waiting::default().push(vec![incident(State::Open)], Announcement::default()).unwrap()).unwrap();
    assert!(matches!(inbox.recv().await, Some(Event::Stored { waits: true, .. })));
    other.execute_batch("ROLLBACK").unwrap();
    drop(batches);
    writer.await.unwrap();
    assert_eq!(store.incidents(9, None).await.unwrap().len(), 1);
}

fn version(watch: &str, version: u64) -> Write {
    Write::Baseline(Box::new(StoredBaseline {
        watch: WatchId::from_stored(watch),
        version,
        format: 1,
        blob: vec![0; 1000],
        at: Timestamp::UNIX_EPOCH,
        reason: Message::new("x"),
    }))
}

#[test]
fn while_the_disk_hangs_the_latest_version_of_each_watch_waits_and_pages_as_far_as_there_is_room() {
    const VERSIONS: u64 = 2_000;
    /// Between two alarming pages.
    const EACH: u64 = 100;
    let mut waiting = Waiting::default();
    let room = Room::new(4 * unstored::PAGES);
    let mut announced = 0;
    // The writer does not come for any.
    for n in 0..VERSIONS {
        let names = ["a", "b", "c"].map(|watch| version(watch, n));
        let blind = Write::Blind { from: Timestamp::UNIX_EPOCH, to: Timestamp::UNIX_EPOCH };
        let look = Write::WatchState { watch: WatchId::from_stored("a"), state: String::new() };
        let page = (n % EACH == EACH - 1).then(|| page(&room, PAPER, CaptureRole::Alarm, n));
        let mut announcement = Announcement::default();
        if n % 10 == 0 {
            announcement.close.push_back(n.to_string());
        }
        let said = !announcement.is_empty();
        let batch = waiting.push(names.into_iter().chain([blind, look]).chain(page).collect(), announcement);
        assert!(batch.is_some() || !said, "what is to be announced is handed on");
        announced += usize::from(batch.is_some());
    }
    let said = (MOST_WAITING as u64..VERSIONS).filter(|n| n % 10 == 0).count();
    assert_eq!(announced, MOST_WAITING + said, "and nothing else");
    let first = waiting.0[0].1.writes().take().unwrap();
    let all: Vec<Write> = waiting.0.iter().filter_map(|(_, batch)| batch.writes().take()).flatten().collect();
    assert!(all.is_empty(), "it is stored before what is announced of it");
    let of = |kind: &str| first.iter().filter(|write| write.kind() == kind).count();
    let newest = |watch: &str| {
        let version = |write: &Write| match write {
            Write::Baseline(it) if it.watch == WatchId::from_stored(watch) => Some(it.version),
            _ => None,
        };
        first.iter().filter_map(version).collect::<Vec<_>>()
    };
    assert_eq!(["a", "b", "c"].map(newest), [[VERSIONS - 1]; 3]);
    assert_eq!(of("state of a watch"), MOST_WAITING, "of the time before it was seen to hang");
    assert_eq!(of("blind time") as u64, VERSIONS, "what is tried again waits, all of it");
    assert_eq!(of("capture"), unstored::PAGES / PAGE, "pages as far as there is room");
    frontwatch_proof::proven!(
        "store",
        "a disk that hangs while pages change",
        format!(
            "{VERSIONS} versions of what is normal for each of 3 watches, and {} alarming pages of 1 MiB: the latest of each waits, and {} MiB of pages",
            VERSIONS / EACH,
            unstored::PAGES / PAGE
        ),
        "earlier versions, and looks and other pages of that time"
    );
}

/// So much of what waits is one page of these tests, bytes: with its address.
pub(in crate::run) const PAGE: usize = 1024 * 1024;

/// A page that can't be packed, another one for each number.
pub(in crate::run) fn page(room: &Room, url: &str, role: CaptureRole, number: u64) -> Write {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let words = (0..(PAGE - 1024) / 8).flat_map(|_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    });
    let body: Vec<u8> = words.collect();
    let digest = Digest::of(&body);
    let url: url::Url = url.parse().unwrap();
    let watch = WatchId::new(WatchKind::Homepage, &url);
    let body = room.keep(zstd::bulk::compress(&body, 1).unwrap().into(), 0).unwrap();
    let at = Timestamp::from_second(i64::try_from(number).unwrap()).unwrap();
    Write::Capture { watch, role, at, digest, body, headers: Headers::default(), url, status: 200 }
}

#[tokio::test]
async fn of_a_time_without_a_disk_the_pages_of_alarms_are_kept_as_far_as_there_is_room() {
    const MORE: usize = 3;
    const OTHER: &str = "https://other.example/";
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Access::Write).unwrap().store;
    let (batches, queue) = mpsc::unbounded_channel();
    let (events, mut inbox) = mpsc::channel(8);
    let writer = tokio::spawn(write(store.clone(), queue, events));
    let locked = Connection::open(dir.path().join(DATABASE_FILE)).unwrap();
    locked.execute_batch("BEGIN IMMEDIATE").unwrap();
    let room = Room::new(4 * unstored::PAGES);
    let most = unstored::PAGES / PAGE;
    let hourly = (0..2).map(|nth| page(&room, PAPER, CaptureRole::Hourly, nth));
    let alarms = (0..most + MORE).map(|nth| page(&room, PAPER, CaptureRole::Alarm, 10 + nth as u64));
    let all = hourly.chain(alarms).chain([incident(State::Open), page(&room, OTHER, CaptureRole::Alarm, 99)]).collect();
    let mut waiting = Waiting::default();
    batches.send(waiting.push(all, Announcement::default()).unwrap()).unwrap();
    assert!(matches!(inbox.recv().await, Some(Event::Stored { waits: true, .. })));
    // What it lets go of leaves its room to others.
    assert!(room.keep(Bytes::from(vec![0; 3 * unstored::PAGES]), 0).is_some());
    locked.execute_batch("ROLLBACK").unwrap();
    batches.send(waiting.push(Vec::new(), Announcement::default()).unwrap()).unwrap();
    let second = inbox.recv().await.unwrap();
    assert!(matches!(second, Event::Stored { waits: false, result: Ok(()), .. }), "{second:?}");
    drop(batches);
    writer.await.unwrap();
    let watch = |url: &str| WatchId::new(WatchKind::Homepage, &url.parse().unwrap());
    let kept = store.captures(watch(PAPER), 99).await.unwrap();
    let first = kept.iter().rev().zip(10_i64..).take_while(|(it, second)| it.at.as_second() == *second);
    assert_eq!((first.count(), kept.len()), (most - 1, most - 1), "the first of them");
    assert_eq!(store.captures(watch(OTHER), 99).await.unwrap().len(), 1, "and the other's first");
    assert_eq!(store.incidents(9, None).await.unwrap().len(), 1);
    frontwatch_proof::proven!(
        "store",
        "a database locked while pages are attacked",
        format!(
            "{} alarming pages of 1 MiB of one outlet and then one of another: of what waits {most} MiB are pages, the other's among them",
            most + MORE
        ),
        "pages of that time beyond as much, and looks"
    );
}

fn full() -> StoreError {
    StoreError::Full { path: "frontwatch.db".into() }
}

#[tokio::test]
async fn on_a_disk_with_little_room_what_was_told_is_stored_first_and_then_page_by_page() {
    let room = Room::new(4 * unstored::PAGES);
    let free = Mutex::new(2);
    let stored = Mutex::new(Vec::new());
    let commit = |writes: Vec<Write>| {
        let pages = writes.iter().filter(|write| unstored::is_page(write)).count();
        let mut free = free.lock().unwrap();
        let taken = *free >= pages;
        if taken {
            *free -= pages;
            stored.lock().unwrap().push(writes.iter().map(Write::kind).collect::<Vec<_>>());
        }
        std::future::ready(if taken { Ok(()) } else { Err(full()) })
    };
    let pages = (0..4).map(|nth| page(&room, PAPER, CaptureRole::Alarm, nth));
    let (result, left) = together(&commit, pages.chain([incident(State::Open)]).collect()).await;
    assert!(matches!(result, Err(StoreError::Full { .. })), "{result:?}");
    assert_eq!(left.iter().map(Write::kind).collect::<Vec<_>>(), ["capture"; 2]);
    assert_eq!(*stored.lock().unwrap(), [["incident"], ["capture"], ["capture"]]);
    *free.lock().unwrap() = 9;
    let (result, left) = in_parts(&commit, left).await;
    assert!(result.is_ok() && left.is_empty(), "{result:?}");
}

#[tokio::test]
async fn what_is_refused_together_is_stored_one_by_one_and_in_its_order_where_the_disk_fails_too() {
    let room = Room::new(4 * unstored::PAGES);
    let tries = Mutex::new(0);
    let stored = Mutex::new(Vec::new());
    let commit = |writes: Vec<Write>| {
        let mut tries = tries.lock().unwrap();
        *tries += 1;
        let refused = |why: &str| StoreError::Refused { path: "frontwatch.db".into(), why: why.to_owned() };
        let result = match (&writes[..], *tries) {
            ([_, _, ..], _) => Err(refused("one of them")),
            ([Write::Silence { .. }], _) => Err(refused("it is the one")),
            // For a moment: the next try would be taken.
            (_, 4) => Err(StoreError::Busy { path: "frontwatch.db".into() }),
            _ => Ok(()),
        };
        if result.is_ok() {
            stored.lock().unwrap().extend(writes.iter().map(Write::kind));
        }
        std::future::ready(result)
    };
    let acknowledged = || incident(State::Acknowledged { at: Timestamp::UNIX_EPOCH, by: "nino".to_owned() });
    let writes = vec![page(&room, PAPER, CaptureRole::Alarm, 1), silence(1), incident(State::Open), acknowledged()];
    let (result, left) = together(&commit, writes).await;
    assert!(matches!(result, Err(StoreError::Refused { .. })), "{result:?}");
    assert_eq!(*stored.lock().unwrap(), ["capture"]);
    let open = |write: &Write| matches!(write, Write::Incident(it) if it.state == State::Open);
    assert_eq!(left.iter().map(open).collect::<Vec<_>>(), [true, false], "neither overtakes the other");
}

pub(in crate::run) fn silence(second: i64) -> Write {
    let Write::Incident(incident) = incident(State::Open) else { unreachable!() };
    let at = Timestamp::from_second(second).unwrap();
    Write::Silence { incident: incident.id, at, reason: "flapping".to_owned() }
}
