//! Looking up what the resolvers say of a host: the look of a watch of names.
//!
//! Asked are the system's resolvers, read anew for each look (a laptop changes networks), and those of the configuration.
//! Nothing is cached, no file of hosts is read, and every question ends in time. What was said becomes the document of
//! [`frontwatch_core::facts::names`]; nothing here judges.

use std::net::SocketAddr;
use std::time::Duration;

use frontwatch_core::digest::Digest;
use frontwatch_core::extract::name::registrable;
use frontwatch_core::facts::names::{Names, RECORDS, Told, View};
use frontwatch_core::observation::{Answer, Failure, FailureKind, Headers, Observation, Outcome, Stage, Vantage};
use frontwatch_core::parts::Reach;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use url::Url;

use crate::ports::Clock;

/// The most that one question may take before it is asked again, once.
const QUESTION: Duration = Duration::from_secs(5);

/// Whom to ask.
#[derive(Debug, Clone)]
pub(crate) struct Resolvers {
    /// The system's own.
    pub(crate) system: bool,
    /// Those of the configuration.
    pub(crate) named: Vec<SocketAddr>,
}

/// Makes one look at the names of the host of `url`, within `limit` in all.
pub(crate) async fn look(resolvers: &Resolvers, clock: &dyn Clock, url: Url, limit: Duration) -> Observation {
    let (at, began) = (clock.now(), Instant::now());
    let outcome = ask_all(resolvers, url, limit).await;
    Observation { at, took: began.elapsed(), vantage: Vantage::Direct, chain: Vec::new(), outcome }
}

async fn ask_all(resolvers: &Resolvers, url: Url, limit: Duration) -> Outcome {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_owned();
    let domain = registrable(&host);
    let mut asking = JoinSet::new();
    let system = resolvers.system.then_some(None);
    for (place, address) in system.into_iter().chain(resolvers.named.iter().copied().map(Some)).enumerate() {
        let (host, domain) = (host.clone(), domain.clone());
        asking.spawn(async move { (place, ask(address, &host, &domain, limit).await) });
    }
    let mut views = Vec::new();
    while let Some(asked) = asking.join_next().await {
        match asked {
            Ok(view) => views.push(view),
            Err(error) => tracing::error!(%error, host, "asking a resolver was cut off"),
        }
    }
    views.sort_by_key(|(place, _)| *place);
    let views: Vec<View> = views.into_iter().map(|(_, view)| view).collect();
    let answers = |view: &View| [&view.a, &view.aaaa, &view.ns, &view.mx, &view.top].into_iter().any(Told::is_answer);
    if !views.iter().any(answers) {
        let detail = format!("none of {} resolvers answered for {host}", views.len());
        return Outcome::Failed(Failure { kind: FailureKind::DnsFailed, stage: Stage::Dns, detail });
    }
    let body = Names { host, domain, resolvers: views }.write();
    let headers = Headers::new([("content-type".to_owned(), "application/json; charset=utf-8".to_owned())]);
    let (digest, wire_bytes) = (Digest::of(&body), body.len() as u64);
    Outcome::Answered(Answer { url, from: Reach::Public, status: 200, headers, body: body.into(), digest, wire_bytes })
}

/// Asks one resolver everything at once; `None` is the system's.
async fn ask(address: Option<SocketAddr>, host: &str, domain: &str, limit: Duration) -> View {
    let at = address.map_or_else(|| "system".to_owned(), |address| address.to_string());
    let resolver = match resolver(address, limit) {
        Ok(resolver) => resolver,
        Err(error) => {
            tracing::warn!(%error, at, "this resolver cannot be asked");
            return View { at, ..View::default() };
        }
    };
    let top = domain.rsplit('.').next().unwrap_or(domain);
    let (a, aaaa, ns, mx, top) = tokio::join!(
        question(&resolver, host, RecordType::A, limit),
        question(&resolver, host, RecordType::AAAA, limit),
        question(&resolver, domain, RecordType::NS, limit),
        question(&resolver, domain, RecordType::MX, limit),
        question(&resolver, top, RecordType::NS, limit),
    );
    let alias = [a.1, aaaa.1].concat();
    View { at, a: a.0, aaaa: aaaa.0, alias, ns: ns.0, mx: mx.0, top: top.0 }
}

fn resolver(address: Option<SocketAddr>, limit: Duration) -> Result<TokioResolver, NetError> {
    let mut builder = match address {
        None => TokioResolver::builder_tokio()?,
        Some(address) => {
            let mut server = NameServerConfig::udp_and_tcp(address.ip());
            for connection in &mut server.connections {
                connection.port = address.port();
            }
            let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    let options = builder.options_mut();
    options.timeout = (limit / 2).min(QUESTION);
    options.attempts = 1; // after the first
    options.cache_size = 0;
    options.positive_max_ttl = Some(Duration::ZERO);
    options.negative_max_ttl = Some(Duration::ZERO);
    options.use_hosts_file = ResolveHosts::Never;
    builder.build()
}

/// What came of one question, and the names that it was led on to.
async fn question(resolver: &TokioResolver, name: &str, kind: RecordType, limit: Duration) -> (Told, Vec<String>) {
    let Ok(name) = Name::from_ascii(format!("{name}.")) else {
        return (Told::Failed, Vec::new());
    };
    match timeout(limit, resolver.lookup(name, kind)).await {
        Err(_) | Ok(Err(NetError::Timeout)) => (Told::Silent, Vec::new()),
        Ok(Err(error)) => (reason(&error), Vec::new()),
        Ok(Ok(lookup)) => {
            let records = || lookup.answers().iter().take(RECORDS);
            let alias = records().filter_map(|record| match &record.data {
                RData::CNAME(name) => Some(name.0.to_ascii()),
                _ => None,
            });
            let found: Vec<String> = records().filter_map(|record| written(record, kind)).collect();
            (if found.is_empty() { Told::Empty } else { Told::Found(found) }, alias.collect())
        }
    }
}

fn written(record: &Record, kind: RecordType) -> Option<String> {
    match (&record.data, kind) {
        (RData::A(ip), RecordType::A) => Some(ip.0.to_string()),
        (RData::AAAA(ip), RecordType::AAAA) => Some(ip.0.to_string()),
        (RData::NS(name), RecordType::NS) => Some(name.0.to_ascii()),
        (RData::MX(mail), RecordType::MX) => Some(mail.exchange.to_ascii()),
        _ => None,
    }
}

fn reason(error: &NetError) -> Told {
    match error {
        NetError::Dns(DnsError::NoRecordsFound(none)) => match none.response_code {
            ResponseCode::NXDomain => Told::NoSuchName,
            ResponseCode::NoError => Told::Empty,
            _ => Told::Failed,
        },
        NetError::Dns(DnsError::ResponseCode(ResponseCode::NXDomain)) => Told::NoSuchName,
        // Nobody was reached: no route, no port.
        NetError::Io(_) | NetError::NoConnections | NetError::Busy => Told::Silent,
        _ => Told::Failed,
    }
}
