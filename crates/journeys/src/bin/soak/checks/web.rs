//! The outlets' pages behind the port [`Fetch`], in this process: one look in ten at a page finds it changed.
//!
//! What is handed out is what the newsroom prints, as an answer that was received and decoded. Sockets are left out: time
//! that is paused does not wait for them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result};
use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::facts::chain::{Handshake, Protocol, Trust};
use frontwatch_core::observation::{Answer, Failure, FailureKind, Headers, Observation, Outcome, Stage, Vantage};
use frontwatch_core::parts::Reach;
use frontwatch_engine::ports::{Clock as _, Fetch, Freshness, Later, Order, What};
use frontwatch_newsroom::{Attack, Press};
use jiff::Timestamp;

use super::due::{Due, Kind};
use super::locked;
use super::wall::Wall;

/// How long a look takes.
const TAKES: Duration = Duration::from_millis(40);
/// One look in so many finds its page changed.
const CHANGED: u8 = 10;

/// Pages of which each load is its own: they are handed out again until they are to change.
const EVER_NEW: [&str; 2] = ["/", "/admin/"];
const FEED: &str = "/feed.xml";
/// What is printed once until it changes. Stories and pictures are too many.
const HELD: [&str; 5] = ["/", "/admin/", FEED, "/style.css", "/app.js"];

/// Something that is served.
#[derive(Clone)]
struct Page {
    status: u16,
    media: &'static str,
    body: Bytes,
    digest: Digest,
}

/// What goes wrong at an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Connections are refused.
    Refuses,
    /// Nothing is ever answered.
    Hangs,
    /// 500.
    Fails,
}

pub(crate) struct Web {
    clock: Arc<Wall>,
    press: Press,
    /// Outlets by their hosts.
    hosts: HashMap<String, usize>,
    certificate: Vec<u8>,
    state: Mutex<State>,
}

struct State {
    due: Due,
    chance: fastrand::Rng,
    faults: HashMap<usize, Fault>,
    /// What is served at present at the paths of `HELD`.
    held: HashMap<(usize, String), Page>,
    /// Looks at pages that found one other than the look before.
    changed: u64,
    /// Looks at pages.
    pages: u64,
}

/// How much was looked at so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    pub(crate) watches: usize,
    pub(crate) checks: u64,
    pub(crate) others: u64,
    pub(crate) pages: u64,
    pub(crate) changed: u64,
    pub(crate) late: u64,
    pub(crate) latest_by: f64,
}

impl Web {
    pub(crate) fn new(clock: Arc<Wall>, press: Press, interval: Duration, seed: u64) -> Result<Self> {
        let host = |place: usize| Some((press.name(place).1.strip_prefix("https://")?.to_owned(), place));
        let hosts = (0..press.outlets()).filter_map(host).collect();
        let state = State {
            due: Due::new(interval),
            chance: fastrand::Rng::with_seed(seed),
            faults: HashMap::new(),
            held: HashMap::new(),
            changed: 0,
            pages: 0,
        };
        Ok(Self { clock, press, hosts, certificate: certificate()?, state: Mutex::new(state) })
    }

    pub(crate) fn attack(&self, outlet: usize, attack: Attack) {
        self.press.attack(outlet, attack);
        self.forget_pages(outlet);
    }

    pub(crate) fn fail(&self, outlet: usize, fault: Fault) {
        locked(&self.state).faults.insert(outlet, fault);
    }

    pub(crate) fn restore(&self, outlet: usize) {
        self.press.restore(outlet);
        locked(&self.state).faults.remove(&outlet);
        self.forget_pages(outlet);
    }

    fn forget_pages(&self, outlet: usize) {
        locked(&self.state).held.retain(|(of, _), _| *of != outlet);
    }

    pub(crate) fn counted(&self) -> Counted {
        let state = locked(&self.state);
        Counted {
            watches: state.due.watches(),
            checks: state.due.checks,
            others: state.due.others,
            pages: state.pages,
            changed: state.changed,
            late: state.due.late,
            latest_by: state.due.latest_by,
        }
    }

    /// Watches that nobody looks at any more are late from now on.
    pub(crate) fn ends(&self) {
        locked(&self.state).due.ends(self.clock.now());
    }

    /// What the host that is asked answers; nothing for one of nobody's.
    fn page(&self, order: &Order) -> Option<Page> {
        let outlet = *self.hosts.get(order.url.host_str()?)?;
        let path = order.url.path();
        let print = || Page::new(self.press.load(outlet, path));
        if !HELD.contains(&path) {
            return Some(print());
        }
        let place = (outlet, path.to_owned());
        let mut state = locked(&self.state);
        let held = state.held.get(&place).cloned();
        let ordinary =
            EVER_NEW.contains(&path) && Kind::of(order) != Kind::Other && order.freshness != Freshness::Confirmation;
        state.pages += u64::from(ordinary);
        if let Some(held) = held.clone().filter(|_| !ordinary || state.chance.u8(..CHANGED) != 0) {
            return Some(held);
        }
        if path == "/" && held.is_some() {
            self.press.publish(outlet);
            state.held.remove(&(outlet, FEED.to_owned()));
        }
        let page = print();
        state.changed += u64::from(ordinary);
        state.held.insert(place, page.clone());
        Some(page)
    }

    fn outcome(&self, order: &Order) -> Outcome {
        let outlet = order.url.host_str().and_then(|host| self.hosts.get(host)).copied();
        let fault = outlet.and_then(|outlet| locked(&self.state).faults.get(&outlet).copied());
        let failed = |kind, stage| Outcome::Failed(Failure { kind, stage, detail: "as the run wants it".to_owned() });
        match (fault, self.page(order)) {
            (Some(Fault::Refuses), _) => failed(FailureKind::Refused, Stage::Connect),
            (Some(Fault::Hangs), _) => failed(FailureKind::TimedOut, Stage::Headers),
            (Some(Fault::Fails), _) => {
                let body = b"<html><head><title>500</title></head><body><h1>500</h1></body></html>";
                Outcome::Answered(Page::new((500, "text/html", body.to_vec())).answer(order))
            }
            (None, None) => failed(FailureKind::NoSuchName, Stage::Dns),
            (None, Some(page)) => {
                let answer = page.answer(order);
                match &order.freshness {
                    Freshness::Conditional(held) if held.etag.as_deref() == answer.headers.get("etag") => {
                        Outcome::Unchanged { from: answer.from, headers: answer.headers }
                    }
                    _ => Outcome::Answered(answer),
                }
            }
        }
    }

    /// How long a look takes: where nothing is answered, as long as it may.
    fn takes(&self, order: &Order) -> Duration {
        let outlet = order.url.host_str().and_then(|host| self.hosts.get(host));
        let hangs = outlet.is_some_and(|outlet| locked(&self.state).faults.get(outlet) == Some(&Fault::Hangs));
        if hangs { order.timeout } else { TAKES }
    }

    /// Every host shows the same trusted certificate, always.
    fn chain(&self, order: &Order) -> Outcome {
        let host = order.url.host_str().unwrap_or_default();
        let shown = Handshake::new(host, 443, Some(Protocol::Tls13), Trust::Trusted, [self.certificate.as_slice()]);
        Outcome::Answered(Page::new((200, "application/json", shown.document())).answer(order))
    }

    fn look_now(&self, order: &Order, at: Timestamp) -> Later<Observation> {
        let (outcome, took) = match order.what {
            What::Chain => (self.chain(order), TAKES),
            _ => (self.outcome(order), self.takes(order)),
        };
        let observation = Observation { at, took, vantage: Vantage::Direct, chain: Vec::new(), outcome };
        Box::pin(async move {
            tokio::time::sleep(took).await;
            observation
        })
    }
}

impl Fetch for Web {
    fn look(&self, order: Order) -> Later<Observation> {
        let at = self.clock.now();
        locked(&self.state).due.looked(&order, at);
        self.look_now(&order, at)
    }

    fn look_at_part(&self, order: Order, _most_bytes: usize) -> Later<Observation> {
        locked(&self.state).due.others += 1;
        self.look_now(&order, self.clock.now())
    }
}

impl Page {
    fn new((status, media, body): (u16, &'static str, Vec<u8>)) -> Self {
        Self { status, media, digest: Digest::of(&body), body: Bytes::from(body) }
    }

    /// As whoever asked receives it.
    fn answer(self, order: &Order) -> Answer {
        let headers = [("content-type", self.media.to_owned()), ("etag", format!("\"{}\"", self.digest))];
        Answer {
            url: order.url.clone(),
            from: Reach::Public,
            status: self.status,
            headers: Headers::new(headers.map(|(name, value)| (name.to_owned(), value))),
            wire_bytes: self.body.len() as u64,
            body: self.body,
            digest: self.digest,
        }
    }
}

fn certificate() -> Result<Vec<u8>> {
    let mut asked = rcgen::CertificateParams::new(["host.example".to_owned()])?;
    asked.not_before = rcgen::date_time_ymd(2026, 1, 1);
    asked.not_after = rcgen::date_time_ymd(2036, 1, 1);
    let key = rcgen::KeyPair::generate().context("a key for the certificate")?;
    Ok(asked.self_signed(&key)?.der().to_vec())
}
