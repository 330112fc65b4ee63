//! A web of made-up pages: each address answers as it was last told to, and every look is noted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::facts::chain::{Handshake, Protocol, Trust};
use frontwatch_core::observation::{Answer, Failure, FailureKind, Headers, Observation, Outcome, Stage, Vantage};
use frontwatch_core::parts::{Reach, address};
use frontwatch_engine::ports::{Clock, Fetch, Freshness, Later, Order, What};
use jiff::Timestamp;
use url::Url;

use crate::page;
use crate::wall::Wall;

/// How long every look takes.
const TAKES: Duration = Duration::from_millis(40);

/// What an address does when it is looked at.
type Behaviour = Arc<dyn Fn(&Order, Timestamp) -> Outcome + Send + Sync>;

pub(crate) struct Web {
    clock: Arc<Wall>,
    sites: Mutex<BTreeMap<Url, Behaviour>>,
    otherwise: Mutex<Option<Behaviour>>,
    looks: Mutex<Vec<Look>>,
    part_looks: Mutex<Vec<Look>>,
    reader_looks: Mutex<Vec<Look>>,
    takes: Mutex<BTreeMap<Url, Duration>>,
    by_proxy: Mutex<BTreeSet<Url>>,
    from: Mutex<BTreeMap<Url, Reach>>,
}

/// A look that was made.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) url: Url,
    pub(crate) freshness: Freshness,
    pub(crate) at: Timestamp,
    pub(crate) reach: Reach,
}

impl Look {
    fn of(order: &Order, at: Timestamp) -> Self {
        Self { url: order.url.clone(), freshness: order.freshness.clone(), at, reach: order.reach }
    }
}

impl Web {
    pub(crate) fn new(clock: Arc<Wall>) -> Self {
        Self {
            clock,
            sites: Mutex::default(),
            otherwise: Mutex::default(),
            looks: Mutex::default(),
            part_looks: Mutex::default(),
            reader_looks: Mutex::default(),
            takes: Mutex::default(),
            by_proxy: Mutex::default(),
            from: Mutex::default(),
        }
    }

    /// From now on the answers of an address come from as far in as this.
    pub(crate) fn comes_from(&self, url: &str, reach: Reach) {
        self.from.lock().unwrap().insert(url.parse().unwrap(), reach);
    }

    /// How far in an address is: where nothing else was said, where it says itself.
    fn from(&self, url: &Url) -> Option<Reach> {
        self.from.lock().unwrap().get(url).copied().or_else(|| address(url).map(Reach::of))
    }

    /// From now on an address answers like this.
    pub(crate) fn serve(&self, url: &str, behaviour: impl Fn(&Order, Timestamp) -> Outcome + Send + Sync + 'static) {
        self.sites.lock().unwrap().insert(url.parse().unwrap(), Arc::new(behaviour));
    }

    /// What addresses answer that were not made; without it, to ask for one is a fault.
    pub(crate) fn otherwise(&self, behaviour: impl Fn(&Order, Timestamp) -> Outcome + Send + Sync + 'static) {
        *self.otherwise.lock().unwrap() = Some(Arc::new(behaviour));
    }

    /// Publishes as it should.
    pub(crate) fn publish(&self, url: &str, outlet: &'static str) {
        self.serve(url, move |order, at| page(order, &page::front(outlet, at)));
    }

    /// Is covered by a picture.
    pub(crate) fn cover(&self, url: &str, outlet: &'static str, picture: &'static str) {
        self.serve(url, move |order, at| page(order, &page::covered(outlet, at, picture)));
    }

    /// Does not answer.
    pub(crate) fn fail(&self, url: &str, kind: FailureKind) {
        self.serve(url, move |_, _| {
            Outcome::Failed(Failure { kind, stage: Stage::Connect, detail: "as the test wants it".to_owned() })
        });
    }

    /// Answers with a status and a short page.
    pub(crate) fn answer(&self, url: &str, status: u16, title: &'static str) {
        self.serve(url, move |order, _| {
            let body = format!("<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");
            Outcome::Answered(answer(order, status, &body))
        });
    }

    /// Whatever is asked for there, a portal answers in its place.
    pub(crate) fn lead_to(&self, url: &str, portal: &'static str) {
        self.serve(url, move |order, _| {
            let body = "<html><head><title>Welcome</title></head><body><form>Room number</form></body></html>";
            Outcome::Answered(Answer { url: portal.parse().unwrap(), ..answer(order, 200, body) })
        });
    }

    /// Is covered by a picture, and that at another site.
    pub(crate) fn take_over(&self, url: &str, outlet: &'static str, elsewhere: &'static str) {
        self.serve(url, move |order, at| {
            let covered = answer(order, 200, &page::covered(outlet, at, "/taken.png"));
            Outcome::Answered(Answer { url: elsewhere.parse().unwrap(), ..covered })
        });
    }

    /// A neutral address that answers as it always does.
    pub(crate) fn answer_probe(&self, url: &str) {
        self.serve(url, move |order, _| {
            let empty = answer(order, 204, "");
            Outcome::Answered(Answer { headers: Headers::default(), ..empty })
        });
    }

    /// Serves a file, with an entity tag.
    pub(crate) fn file(&self, url: &str, body: &str) {
        let body = body.to_owned();
        self.serve(url, move |order, _| page(order, &body));
    }

    /// A part that is asked for never comes.
    pub(crate) fn hang(&self, url: &str) {
        self.delay(url, Duration::from_secs(3600));
    }

    /// Takes this long from now on, whatever it answers.
    pub(crate) fn delay(&self, url: &str, takes: Duration) {
        self.takes.lock().unwrap().insert(url.parse().unwrap(), takes);
    }

    /// Is looked at through the system's proxy.
    pub(crate) fn by_proxy(&self, url: &str) {
        self.by_proxy.lock().unwrap().insert(url.parse().unwrap());
    }

    fn vantage(&self, url: &Url) -> Vantage {
        if self.by_proxy.lock().unwrap().contains(url) { Vantage::Proxy } else { Vantage::Direct }
    }

    fn takes(&self, url: &Url) -> Duration {
        self.takes.lock().unwrap().get(url).copied().unwrap_or(TAKES)
    }

    /// Parts of pages that were asked for. One that was not made is not there.
    pub(crate) fn parts(&self) -> Vec<Look> {
        self.part_looks.lock().unwrap().clone()
    }

    pub(crate) fn parts_at(&self, url: &str) -> Vec<Look> {
        let url: Url = url.parse().unwrap();
        self.parts().into_iter().filter(|look| look.url == url).collect()
    }

    pub(crate) fn looks(&self) -> Vec<Look> {
        self.looks.lock().unwrap().clone()
    }

    /// Looks as a reader's browser, which are not among the others.
    pub(crate) fn reader_looks(&self) -> Vec<Look> {
        self.reader_looks.lock().unwrap().clone()
    }

    pub(crate) fn looks_at(&self, url: &str) -> Vec<Look> {
        let url: Url = url.parse().unwrap();
        self.looks().into_iter().filter(|look| look.url == url).collect()
    }
}

impl Fetch for Web {
    fn look(&self, order: Order) -> Later<Observation> {
        let at = self.clock.now();
        if order.what == What::Chain {
            return handshake(&order, at);
        }
        if order.what == What::Names {
            return names(&order, at);
        }
        let looks = if matches!(order.what, What::AsReader(_)) { &self.reader_looks } else { &self.looks };
        looks.lock().unwrap().push(Look::of(&order, at));
        let behaviour = self.sites.lock().unwrap().get(&order.url).cloned();
        let behaviour = behaviour.or_else(|| self.otherwise.lock().unwrap().clone());
        let behaviour = behaviour.unwrap_or_else(|| panic!("{} was not made", order.url));
        let (took, vantage, from) = (self.takes(&order.url), self.vantage(&order.url), self.from(&order.url));
        Box::pin(async move {
            tokio::time::sleep(took).await;
            let mut outcome = behaviour(&order, at);
            if let (Outcome::Answered(Answer { from: at, .. }) | Outcome::Unchanged { from: at, .. }, Some(from)) =
                (&mut outcome, from)
            {
                *at = from;
            }
            Observation { at, took, vantage, chain: Vec::new(), outcome }
        })
    }

    fn look_at_part(&self, order: Order, most_bytes: usize) -> Later<Observation> {
        assert!(most_bytes <= 2 * 1024 * 1024, "{} is bounded", order.url);
        let at = self.clock.now();
        self.part_looks.lock().unwrap().push(Look::of(&order, at));
        let behaviour = self.sites.lock().unwrap().get(&order.url).cloned();
        let took = self.takes(&order.url);
        Box::pin(async move {
            tokio::time::sleep(took).await;
            let outcome = match behaviour {
                Some(behaviour) => behaviour(&order, at),
                None => Outcome::Answered(answer(&order, 404, "<html><title>Not found</title></html>")),
            };
            Observation { at, took, vantage: Vantage::Direct, chain: Vec::new(), outcome }
        })
    }
}

/// A page with an entity tag, and 304 for those who hold it.
pub(crate) fn page(order: &Order, body: &str) -> Outcome {
    let answer = answer(order, 200, body);
    match &order.freshness {
        Freshness::Conditional(held) if held.etag.as_deref() == answer.headers.get("etag") => {
            Outcome::Unchanged { from: answer.from, headers: answer.headers }
        }
        _ => Outcome::Answered(answer),
    }
}

pub(crate) fn answer(order: &Order, status: u16, body: &str) -> Answer {
    let digest = Digest::of(body.as_bytes());
    let headers = [("content-type", "text/html; charset=utf-8".to_owned()), ("etag", format!("\"{digest}\""))];
    Answer {
        url: order.url.clone(),
        from: Reach::Public,
        status,
        headers: Headers::new(headers.map(|(name, value)| (name.to_owned(), value))),
        wire_bytes: body.len() as u64,
        body: Bytes::copy_from_slice(body.as_bytes()),
        digest,
    }
}

/// Every https host shows the same trusted certificate, always.
fn handshake(order: &Order, at: Timestamp) -> Later<Observation> {
    static CERTIFICATE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let mut asked = rcgen::CertificateParams::new(["host.example".to_owned()]).unwrap();
        asked.not_before = rcgen::date_time_ymd(2026, 1, 1);
        asked.not_after = rcgen::date_time_ymd(2028, 1, 1);
        asked.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap().der().to_vec()
    });
    let host = order.url.host_str().unwrap_or_default();
    let shown = Handshake::new(host, 443, Some(Protocol::Tls13), Trust::Trusted, [CERTIFICATE.as_slice()]);
    document(order, at, std::str::from_utf8(&shown.document()).unwrap())
}

/// Every name is served by the same servers, always.
fn names(order: &Order, at: Timestamp) -> Later<Observation> {
    let host = order.url.host_str().unwrap_or_default();
    let view = r#"{"at":"system","ns":{"found":["ns1.dns.example","ns2.dns.example"]}}"#;
    document(order, at, &format!(r#"{{"host":"{host}","domain":"{host}","resolvers":[{view}]}}"#))
}

fn document(order: &Order, at: Timestamp, body: &str) -> Later<Observation> {
    let answer = answer(order, 200, body);
    let observation = Observation {
        at,
        took: TAKES,
        vantage: Vantage::Direct,
        chain: Vec::new(),
        outcome: Outcome::Answered(answer),
    };
    Box::pin(async move {
        tokio::time::sleep(TAKES).await;
        observation
    })
}
