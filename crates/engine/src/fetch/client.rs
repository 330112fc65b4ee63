//! The HTTP clients, built once. Routine looks share connections; a confirmation opens its own, so that what confirms
//! an alarm has not come through the connection that raised it. Each kind exists twice when the system names a proxy:
//! loopback addresses never go through one.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use frontwatch_core::observation::{Failure, FailureKind, Stage, Vantage};
use frontwatch_core::parts::{Reach, address};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue};
use reqwest::{Certificate, Client, ClientBuilder};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls_platform_verifier::Verifier;
use url::Url;

use super::failure::failure;
use super::redirect::is_loopback;
use super::resolve::{NotResolved, SystemResolver};
use super::stages::Reporting;
use super::{FetchSetup, Settings};

/// The honest default: who asks, and what for.
const USER_AGENT: &str = concat!("Frontwatch/", env!("CARGO_PKG_VERSION"), " (+newsroom monitor)");

/// Looking up, connecting and the TLS handshake together, and the share of each address of a host: with two
/// addresses, the second is tried when the first is silent for half of this. Below the usual limit of a stage, so that
/// one dead address of several does not make a host look dead.
pub(super) const CONNECT_LIMIT: Duration = Duration::from_secs(10);

/// How often a server that holds a request over HTTP/2 is asked whether it is still there, and how long it may take to
/// say so. Without this, a connection that died while the computer slept stays in the pool for a quarter of an hour.
const HTTP2_PING: Duration = Duration::from_secs(5);

/// Connections that are kept between looks, for each host. Each costs some 40 kB, so that a second one, which two parts of a page that
/// are asked for at once need over HTTP/1.1, is made anew.
const IDLE_PER_HOST: usize = 1;

/// Headers of one answer, HTTP/1 (count) and HTTP/2 (bytes). Browsers take 256 kB.
const MOST_HEADERS: usize = 512;
const LARGEST_HEADER_LIST: u32 = 256 * 1024;

/// The clients of the engine.
pub(super) struct Clients {
    direct: Pair,
    /// For what an answer from outside names: names that lead into a private network are not found.
    public: Pair,
    /// For what an answer from a private network names, made when there is one: names that lead further in are not found.
    private: OnceLock<Pair>,
    link_local: OnceLock<Pair>,
    proxied: Option<Pair>,
    plan: Plan,
    /// What the system says about proxies.
    system: Matcher,
    /// What the clients trust, for handshakes without them.
    verifier: Arc<Verifier>,
}

/// The way through the system's proxy to a host behind it.
pub(super) struct Tunnel {
    pub(super) host: String,
    pub(super) port: u16,
    /// What the proxy wants to hear in `Proxy-Authorization`.
    pub(super) authorization: Option<HeaderValue>,
}

/// One client for each kind of look.
struct Pair {
    routine: Client,
    confirmation: Client,
}

/// How to get to one address.
pub(super) struct Route<'a> {
    pub(super) client: &'a Client,
    pub(super) vantage: Vantage,
}

impl Clients {
    pub(super) fn new(settings: &Settings) -> Result<Self, FetchSetup> {
        let trusted = authorities(&settings.certificate_authorities)?;
        let plan = Plan {
            user_agent: user_agent(settings)?,
            authorities: certificates(&trusted),
            resolver: SystemResolver::new(),
            idle_per_host: if settings.keep_connections { settings.per_host.min(IDLE_PER_HOST) } else { 0 },
        };
        let system = Matcher::from_system();
        let proxied = names_any(&system).then(|| plan.pair(|client| client)).transpose()?;
        let direct = plan.pair(ClientBuilder::no_proxy)?;
        let public = plan.within(Reach::Public).pair(ClientBuilder::no_proxy)?;
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let verifier = Arc::new(Verifier::new_with_extra_roots(trusted, provider).map_err(FetchSetup::Verifier)?);
        let (private, link_local) = (OnceLock::new(), OnceLock::new());
        Ok(Self { direct, public, private, link_local, proxied, plan, system, verifier })
    }

    /// What the clients trust.
    pub(super) fn verifier(&self) -> Arc<Verifier> {
        Arc::clone(&self.verifier)
    }

    /// The addresses of a host, as the clients find them.
    pub(super) async fn addresses(&self, host: &str, deepest: Reach) -> Result<Vec<SocketAddr>, NotResolved> {
        self.plan.resolver.clone().within(deepest).addresses(host.to_owned()).await
    }

    /// The way to an address where the system's proxy stands between.
    pub(super) fn tunnel(&self, url: &Url) -> Result<Option<Tunnel>, Failure> {
        let Some(proxy) = proxy_of(&self.system, url)? else {
            return Ok(None);
        };
        let plain = proxy.uri().scheme_str() == Some("http");
        let Some(host) = proxy.uri().host().filter(|_| plain) else {
            let detail = "certificates cannot be seen through a proxy that is itself spoken to over TLS";
            return Err(failure(FailureKind::Proxy, Stage::Connect, detail));
        };
        // An IPv6 address stands in brackets in an address, and in none for a lookup.
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = proxy.uri().port_u16().unwrap_or(80);
        Ok(Some(Tunnel { host, port, authorization: proxy.basic_auth().cloned() }))
    }

    /// The client for an address, and where it will be seen from. A name that leads further in than `deepest` is not found, and an
    /// address that is further in is not asked.
    pub(super) fn route(&self, url: &Url, confirmation: bool, deepest: Reach) -> Result<Route<'_>, Failure> {
        let (pair, vantage) = match &self.proxied {
            Some(pair) if proxy_for(&self.system, url)? => (pair, Vantage::Proxy),
            _ => (self.within(deepest)?, Vantage::Direct),
        };
        if vantage == Vantage::Direct && address(url).is_some_and(|ip| Reach::of(ip) > deepest) {
            let why = format!("{url} is in a private network, or this computer");
            return Err(failure(FailureKind::BadRedirect, Stage::Dns, why));
        }
        Ok(Route { client: if confirmation { &pair.confirmation } else { &pair.routine }, vantage })
    }

    fn within(&self, deepest: Reach) -> Result<&Pair, Failure> {
        let made = match deepest {
            Reach::Public => return Ok(&self.public),
            Reach::Loopback => return Ok(&self.direct),
            Reach::Private => &self.private,
            Reach::LinkLocal => &self.link_local,
        };
        if let Some(pair) = made.get() {
            return Ok(pair);
        }
        let pair = self.plan.within(deepest).pair(ClientBuilder::no_proxy);
        let pair = pair.map_err(|error| failure(FailureKind::Local, Stage::Connect, error.to_string()))?;
        Ok(made.get_or_init(|| pair))
    }
}

/// Whether the system names a proxy at all.
fn names_any(proxies: &Matcher) -> bool {
    ["http://frontwatch.invalid/", "https://frontwatch.invalid/"]
        .into_iter()
        .any(|probe| proxies.intercept(&http::Uri::from_static(probe)).is_some())
}

/// Whether the system's proxy stands between this computer and an address.
fn proxy_for(proxies: &Matcher, url: &Url) -> Result<bool, Failure> {
    proxy_of(proxies, url).map(|proxy| proxy.is_some())
}

/// The system's proxy between this computer and an address.
fn proxy_of(proxies: &Matcher, url: &Url) -> Result<Option<Intercept>, Failure> {
    if is_loopback(url) {
        return Ok(None);
    }
    let uri: http::Uri = url.as_str().parse().map_err(|error| {
        failure(FailureKind::Local, Stage::Connect, format!("the address cannot be asked: {error}"))
    })?;
    match proxies.intercept(&uri) {
        Some(proxy) if matches!(proxy.uri().scheme_str(), Some("http" | "https")) => Ok(Some(proxy)),
        None => Ok(None),
        Some(_) => {
            let detail = "the system names a proxy that is neither HTTP nor HTTPS, which Frontwatch cannot use";
            Err(failure(FailureKind::Proxy, Stage::Connect, detail))
        }
    }
}

/// What all clients have in common.
#[derive(Clone)]
struct Plan {
    user_agent: HeaderValue,
    authorities: Vec<Certificate>,
    resolver: SystemResolver,
    idle_per_host: usize,
}

impl Plan {
    fn within(&self, deepest: Reach) -> Self {
        Self { resolver: self.resolver.clone().within(deepest), ..self.clone() }
    }

    fn pair(&self, proxy: impl Fn(ClientBuilder) -> ClientBuilder) -> Result<Pair, FetchSetup> {
        Ok(Pair {
            routine: proxy(self.client()).pool_max_idle_per_host(self.idle_per_host).build()?,
            confirmation: proxy(self.client()).pool_max_idle_per_host(0).build()?,
        })
    }

    fn client(&self) -> ClientBuilder {
        let mut headers = HeaderMap::new();
        headers.insert(
            ACCEPT,
            HeaderValue::from_static("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        );
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip, br, zstd, deflate"));
        Client::builder()
            .user_agent(self.user_agent.clone())
            .default_headers(headers)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .dns_resolver(self.resolver.clone())
            .connector_layer(Reporting)
            .connect_timeout(CONNECT_LIMIT)
            .tls_certs_merge(self.authorities.iter().cloned())
            .http2_keep_alive_interval(HTTP2_PING)
            .http2_keep_alive_timeout(HTTP2_PING)
            .http2_max_header_list_size(LARGEST_HEADER_LIST)
            .http1_max_headers(MOST_HEADERS)
            // Browsers forgive these, so readers see those pages.
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http1_ignore_invalid_headers_in_responses(true)
    }
}

fn user_agent(settings: &Settings) -> Result<HeaderValue, FetchSetup> {
    let Some(wanted) = &settings.user_agent else {
        return Ok(HeaderValue::from_static(USER_AGENT));
    };
    HeaderValue::from_str(wanted).map_err(|_| FetchSetup::UserAgent(wanted.clone()))
}

/// The private authorities, each checked here: later the name of its file is not known any more.
pub(crate) fn authorities(paths: &[PathBuf]) -> Result<Vec<CertificateDer<'static>>, FetchSetup> {
    let mut all = Vec::new();
    for path in paths {
        let pem = std::fs::read(path).map_err(|source| FetchSetup::AuthorityUnread { path: path.clone(), source })?;
        let bad = |reason: String| FetchSetup::AuthorityBad { path: path.clone(), reason };
        let before = all.len();
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            let certificate = certificate.map_err(|error| bad(error.to_string()))?;
            RootCertStore::empty().add(certificate.clone()).map_err(|error| bad(error.to_string()))?;
            Certificate::from_der(&certificate).map_err(|error| bad(error.to_string()))?;
            all.push(certificate);
        }
        if all.len() == before {
            return Err(bad("it holds no certificate".to_owned()));
        }
    }
    Ok(all)
}

/// The same for the HTTP clients; each was read before.
pub(crate) fn certificates(authorities: &[CertificateDer<'static>]) -> Vec<Certificate> {
    authorities.iter().filter_map(|authority| Certificate::from_der(authority).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::failure::chain;

    #[test]
    fn loopback_and_exceptions_never_go_through_a_proxy() {
        let proxies = Matcher::builder().all("http://proxy.test:3128").no("intern.test").build();
        assert!(names_any(&proxies));
        assert!(!names_any(&Matcher::builder().build()));
        for (url, through) in [
            ("http://a.test/", true),
            ("https://a.test/", true),
            ("http://intern.test/", false),
            ("http://127.0.0.1:8080/", false),
            ("https://[::1]/", false),
            ("http://localhost/", false),
            ("http://10.0.0.1/", true),
        ] {
            assert_eq!(proxy_for(&proxies, &Url::parse(url).unwrap()), Ok(through), "{url}");
        }
    }

    #[tokio::test]
    async fn a_client_for_what_a_private_host_redirects_to_does_not_come_to_this_computer() {
        let clients = Clients::new(&Settings::default()).unwrap();
        let url = Url::parse("http://localhost:9/").unwrap();
        for (deepest, refused) in
            [(Reach::Public, true), (Reach::Private, true), (Reach::LinkLocal, true), (Reach::Loopback, false)]
        {
            let route = clients.route(&url, false, deepest).unwrap();
            let error = route.client.get(url.clone()).send().await.unwrap_err();
            assert_eq!(chain(&error).contains("private network"), refused, "{deepest:?}: {error:?}");
        }
    }

    #[test]
    fn a_proxy_that_cannot_be_used_is_the_proxys_fault() {
        let proxies = Matcher::builder().all("socks5://proxy.test:1080").build();
        let failure = proxy_for(&proxies, &Url::parse("https://a.test/").unwrap()).unwrap_err();
        assert_eq!(failure.kind, FailureKind::Proxy);
    }
}
