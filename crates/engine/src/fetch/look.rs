//! One look, from the order to the observation: ask, follow, receive, decode.

use std::time::Duration;

use frontwatch_core::observation::{
    Answer, Failure, FailureKind, Headers, Hop, Observation, Outcome, Stage, Validators, Vantage,
};
use frontwatch_core::parts::Reach;
use reqwest::Response;
use reqwest::header::{CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, PRAGMA};
use tokio::time::{Instant, timeout_at};
use url::Url;

use super::client::{Clients, Route};
use super::decode::LARGEST_BODY;
use super::failure::{failure, of_request};
use super::limits::{Limits, Seat};
use super::stages::{self, OutOfTime};
use super::{body, browser, redirect};
use crate::ports::{Clock, Freshness, Order, What};
use crate::secrets::Credential;

/// What a look is for, as far as fetching goes.
#[derive(Debug, Clone)]
pub(super) struct Errand {
    /// The most bytes of the body on the wire.
    pub(super) most_bytes: usize,
    /// The secret that the address is asked with. It goes no further than to its own origin.
    pub(super) credential: Option<Credential>,
}

impl Errand {
    /// A page.
    pub(super) const PAGE: Self = Self { most_bytes: LARGEST_BODY, credential: None };
}

/// Makes one look. The time that it waits for its turn is not part of it.
pub(super) async fn look(
    clients: &Clients,
    limits: &Limits,
    clock: &dyn Clock,
    order: Order,
    errand: Errand,
) -> Observation {
    let seat = limits.seat(&order.url).await;
    let at = clock.now();
    let began = Instant::now();
    let mut way = Way {
        clients,
        limits,
        errand,
        at: order.url.clone(),
        chain: Vec::new(),
        vantage: Vantage::Direct,
        seat: Some(seat),
        waited: Duration::ZERO,
    };
    let outcome = way.walk(&order).await.unwrap_or_else(Outcome::Failed);
    let took = began.elapsed().saturating_sub(way.waited);
    Observation { at, took, vantage: way.vantage, chain: way.chain, outcome }
}

/// Where a look has come to.
struct Way<'a> {
    clients: &'a Clients,
    limits: &'a Limits,
    errand: Errand,
    at: Url,
    chain: Vec<Hop>,
    vantage: Vantage,
    seat: Option<Seat>,
    waited: Duration,
}

impl Way<'_> {
    /// Asks until something answers for itself. Each request has the limit of each stage, and all redirects together
    /// have it once more: a chain of slow answers ends, too.
    async fn walk(&mut self, order: &Order) -> Result<Outcome, Failure> {
        let mut ends: Option<Instant> = None;
        // Each answer that leads on is led by whoever gave it: no further in than that came from.
        let mut bound = order.reach;
        loop {
            let confirmation = order.freshness == Freshness::Confirmation;
            let route = self.clients.route(&self.at, confirmation, bound)?;
            self.vantage = route.vantage.clone();
            let mut wishes = Wishes::of(&order.freshness, self.chain.is_empty());
            if let What::AsReader(reader) = order.what {
                wishes.headers.extend(browser::headers(reader));
            }
            // Once it was led elsewhere, whoever is there may lead it back with an address of their choice.
            self.errand.credential = self.errand.credential.take().filter(|credential| credential.belongs_to(&self.at));
            let credential = self.errand.credential.as_ref();
            let asking = ask(&route, &self.at, wishes.headers, credential, order.timeout);
            let response = match ends {
                None => asking.await?,
                Some(ends) => timeout_at(ends, asking).await.unwrap_or_else(|_| {
                    let detail = format!("{} redirects took longer than {:?}", self.chain.len(), order.timeout);
                    Err(failure(FailureKind::TimedOut, Stage::Redirect, detail))
                })?,
            };
            let status = response.status().as_u16();
            let Some(target) = redirect::target(&self.at, status, response.headers(), &self.chain)? else {
                return self.arrive(response, status, wishes.conditional, order.timeout).await;
            };
            bound = bound.min(self.came_from(&response));
            drop(response);
            let waited = self.go(target, status).await;
            ends = Some(ends.map_or_else(|| Instant::now() + order.timeout, |ends| ends + waited));
        }
    }

    /// Goes on to the target of a redirect, with a seat at that host, and says how long that took. The old seat is
    /// given up first: who holds one may not wait for another.
    async fn go(&mut self, target: Url, status: u16) -> Duration {
        let began = Instant::now();
        if self.seat.take_if(|seat| !seat.serves(&target)).is_some() {
            self.seat = Some(self.limits.seat(&target).await);
        }
        let waited = began.elapsed();
        self.waited += waited;
        self.chain.push(Hop { from: std::mem::replace(&mut self.at, target), status });
        waited
    }

    /// How far in a response came from. Of one that came through a proxy nobody here knows.
    fn came_from(&self, response: &Response) -> Reach {
        let direct = self.vantage == Vantage::Direct;
        response.remote_addr().filter(|_| direct).map_or(Reach::Public, |address| Reach::of(address.ip()))
    }

    /// Takes in the answer that is none of a redirect.
    async fn arrive(
        &mut self,
        response: Response,
        status: u16,
        conditional: bool,
        limit: Duration,
    ) -> Result<Outcome, Failure> {
        let refuse = |kind, detail: &str| Err(failure(kind, Stage::Headers, format!("status {status}: {detail}")));
        let from = self.came_from(&response);
        let headers = kept(response.headers());
        match status {
            304 if conditional => return Ok(Outcome::Unchanged { from, headers }),
            304 => {
                return refuse(FailureKind::NotHttp, "\"not modified\" to a request without validators");
            }
            100..200 => {
                return refuse(FailureKind::NotHttp, "an interim answer that nobody asked for");
            }
            407 if self.vantage == Vantage::Proxy => {
                return refuse(FailureKind::Proxy, "the proxy wants a password");
            }
            _ => {}
        }
        let received = body::receive(response, limit, self.errand.most_bytes, self.limits).await?;
        self.waited += received.waited;
        let body = body::open(received, &headers, self.limits).await?;
        Ok(Outcome::Answered(Answer {
            url: self.at.clone(),
            from,
            status,
            headers,
            body: body.decoded,
            digest: body.digest,
            wire_bytes: body.wire_bytes,
        }))
    }
}

/// Sends one request and waits for the status and the headers, no longer than `limit` in each stage.
async fn ask(
    route: &Route<'_>,
    url: &Url,
    wishes: HeaderMap,
    credential: Option<&Credential>,
    limit: Duration,
) -> Result<Response, Failure> {
    let request = route.client.get(url.clone()).headers(wishes);
    let request = match credential {
        Some(credential) => credential.put_on(request),
        None => request,
    };
    let (stage, sent) = stages::run(limit, request.send()).await;
    let through_proxy = route.vantage == Vantage::Proxy;
    match sent {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => Err(of_request(error, stage, through_proxy)),
        Err(OutOfTime) => {
            let before_site = through_proxy && matches!(stage, Stage::Dns | Stage::Connect);
            let kind = if before_site { FailureKind::Proxy } else { FailureKind::TimedOut };
            Err(failure(kind, stage, format!("the stage took longer than {limit:?}")))
        }
    }
}

/// What a request says about freshness.
struct Wishes {
    headers: HeaderMap,
    /// Whether 304 is an answer to it.
    conditional: bool,
}

impl Wishes {
    /// Validators go to the first address only: they name what that address gave.
    fn of(freshness: &Freshness, first: bool) -> Self {
        let mut headers = HeaderMap::new();
        match freshness {
            Freshness::Conditional(validators) => {
                if first {
                    put_validators(&mut headers, validators);
                }
            }
            Freshness::Full | Freshness::Confirmation => {
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
                headers.insert(PRAGMA, HeaderValue::from_static("no-cache"));
                return Self { headers, conditional: false };
            }
        }
        Self { conditional: !headers.is_empty(), headers }
    }
}

fn put_validators(headers: &mut HeaderMap, validators: &Validators) {
    let mut put = |name: HeaderName, value: &Option<String>| {
        // One that cannot be sent (bytes that were no UTF-8 were replaced when it was kept) is left out.
        if let Some(value) = value.as_deref().and_then(|value| HeaderValue::from_str(value).ok()) {
            headers.insert(name, value);
        }
    };
    put(IF_NONE_MATCH, &validators.etag);
    put(IF_MODIFIED_SINCE, &validators.last_modified);
}

/// The headers as an observation keeps them.
fn kept(headers: &HeaderMap) -> Headers {
    let pair = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    Headers::new(headers.iter().map(pair))
}
