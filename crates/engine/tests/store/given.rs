//! What the tests store.

use std::path::Path;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Cause, Grounds, Incident, IncidentId, State};
use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::observation::Headers;
use frontwatch_core::text::{Arg, Message};
use frontwatch_core::verdict::{Availability, Severity, Signal};
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::store::{Access, CaptureRole, SendFailure, Store, StoredBaseline, Write};
use jiff::Timestamp;

/// Text as an attacker would have it.
pub(crate) const HOSTILE: &str = "'); DROP TABLE incident; --\u{0}\u{202e}<script>";

/// Seconds after some beginning, with a part of a millisecond.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::new(1_790_000_000 + seconds, 123_456_789).unwrap()
}

/// As the store keeps a time outside of incidents and notices.
pub(crate) fn kept(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap()
}

pub(crate) fn store(dir: &Path) -> Store {
    let opened = Store::open(dir, Access::Write).unwrap();
    assert_eq!(opened.notes, [], "nothing to say about a sound store");
    opened.store
}

pub(crate) fn watch(n: usize) -> WatchId {
    WatchId::new(WatchKind::Homepage, &format!("https://outlet-{n}.example/").parse().unwrap())
}

pub(crate) fn incident(n: usize, state: State) -> Incident {
    Incident {
        id: IncidentId::new(&watch(n), Cause::Content, at(0)),
        outlet: format!("Outlet {n}"),
        group: Some("A group".into()),
        watch: watch(n),
        kind: WatchKind::Homepage,
        url: format!("https://outlet-{n}.example/").parse().unwrap(),
        cause: Cause::Content,
        severity: Severity::Critical,
        state,
        summary: Message::new("incident-cover").with("title", Arg::Foreign(HOSTILE.into())),
        signals: vec![Signal {
            kind: "title.replaced".into(),
            weight: 0.5,
            message: Message::new("signal-title-replaced").with("count", Arg::Number(2.0)),
            before: "News".into(),
            after: HOSTILE.into(),
        }],
        last_good: None,
        began: at(0),
        opened: at(n as i64),
        last_seen: at(30),
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
    }
}

pub(crate) fn notice(n: usize) -> Notice {
    let incident = incident(n, State::Open).id;
    Notice {
        id: format!("{}-opened", incident.as_str()),
        key: incident.as_str().into(),
        incident,
        campaign: None,
        title: format!("Outlet {n}"),
        body: HOSTILE.into(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![Button::Acknowledge, Button::Open],
        at: at(n as i64),
        about: Box::default(),
    }
}

pub(crate) fn open(n: usize) -> Write {
    Write::Incident(Box::new(incident(n, State::Open)))
}

pub(crate) fn post(n: usize, channel: &str) -> Write {
    Write::Outbox { notice: Box::new(notice(n)), channel: channel.into() }
}

pub(crate) fn deliver(n: usize, channel: &str, when: i64) -> Write {
    Write::Delivered { notice: notice(n).id, channel: channel.into(), at: at(when) }
}

pub(crate) fn withdraw(n: usize, channel: &str) -> Write {
    Write::Withdrawn { notice: notice(n).id, channel: channel.into(), at: at(9), reason: "over".into() }
}

pub(crate) fn failure() -> SendFailure {
    SendFailure { at: kept(at(5)), reason: Message::new("far-refuses"), next: kept(at(35)) }
}

pub(crate) fn fail(n: usize, channel: &str) -> Write {
    Write::Failed { notice: notice(n).id, channel: channel.into(), failure: failure() }
}

pub(crate) fn baseline(n: usize, version: u64) -> StoredBaseline {
    StoredBaseline {
        watch: watch(n),
        version,
        format: 7,
        blob: vec![version as u8; 100],
        at: kept(at(version as i64)),
        reason: Message::new("baseline-headings").with("version", Arg::Number(version as f64)),
    }
}

pub(crate) fn capture(n: usize, role: CaptureRole, seconds: i64, body: &Bytes) -> Write {
    Write::Capture {
        watch: watch(n),
        role,
        at: at(seconds),
        digest: Digest::of(body),
        body: body.clone().into(),
        headers: headers(),
        url: format!("https://outlet-{n}.example/?{seconds}").parse().unwrap(),
        status: 200,
    }
}

pub(crate) fn headers() -> Headers {
    Headers::new([("Server".into(), HOSTILE.into()), ("Set-Cookie".into(), "a=1".into())])
}

/// A body that does not compress, another for every seed.
pub(crate) fn noise(seed: u64, len: usize) -> Bytes {
    let mut body = Vec::with_capacity(len + 32);
    let mut block = Digest::of(&seed.to_le_bytes());
    while body.len() < len {
        body.extend_from_slice(block.as_bytes());
        block = Digest::of(block.as_bytes());
    }
    body.truncate(len);
    body.into()
}
