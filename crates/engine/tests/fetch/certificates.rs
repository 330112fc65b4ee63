//! What a look at a host's certificates sees on loopback, and what is said of it after an ordinary look.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use frontwatch_core::baseline::Baseline;
use frontwatch_core::facts::chain::{Chain, Protocol, Trust};
use frontwatch_core::observation::{FailureKind, Observation, Outcome, Stage};
use frontwatch_core::parts::Reach;
use frontwatch_core::verdict::{Severity, Verdict};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use frontwatch_engine::api::check::{Due, Judged, Looker};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::fetch::{HttpFetch, Settings};
use frontwatch_engine::ports::{Fetch, Freshness, Order, What};
use frontwatch_engine::run::{Purpose, Reading};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};
use tokio_rustls::rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion, version};
use url::Url;

use crate::{AMPLE, SHORT, assert_failed, failure};

/// An authority; `below` another, where it is one in between.
struct Authority(CertifiedIssuer<'static, KeyPair>);

fn authority_params(organisation: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::OrganizationName, organisation);
    params.distinguished_name.push(DnType::CommonName, format!("{organisation} Root"));
    params
}

impl Authority {
    fn new(organisation: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        Self(CertifiedIssuer::self_signed(authority_params(organisation), key).unwrap())
    }

    fn in_between(&self, organisation: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = authority_params(organisation);
        params.distinguished_name.push(DnType::CommonName, "in between");
        Self(CertifiedIssuer::signed_by(params, key, &self.0).unwrap())
    }

    /// A certificate for `name`, and the secret half of its key.
    fn signs(&self, name: &str, change: impl FnOnce(&mut CertificateParams)) -> Identity {
        let mut params = leaf(name);
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        Identity { chain: vec![certificate.der().clone()], key: key.serialize_der() }
    }
}

/// From a year ago to a year on, as far as the tests' own clock goes.
fn leaf(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params.not_before = date_time_ymd(2024, 1, 1);
    params.not_after = date_time_ymd(2045, 1, 1);
    params
}

fn itself(name: &str) -> Identity {
    let key = KeyPair::generate().unwrap();
    let certificate = leaf(name).self_signed(&key).unwrap();
    Identity { chain: vec![certificate.der().clone()], key: key.serialize_der() }
}

/// What a host shows.
#[derive(Clone)]
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: Vec<u8>,
}

impl Identity {
    fn and(mut self, more: impl IntoIterator<Item = CertificateDer<'static>>) -> Self {
        self.chain.extend(more);
        self
    }

    /// A server that shows it, whatever it is.
    fn serve(&self, versions: &[&'static SupportedProtocolVersion], asks: Option<&Authority>) -> TlsAcceptor {
        let key = PrivateKeyDer::try_from(self.key.clone()).unwrap();
        let key = aws_lc_rs::sign::any_supported_type(&key).unwrap();
        let provider = Arc::new(aws_lc_rs::default_provider());
        let config =
            ServerConfig::builder_with_provider(Arc::clone(&provider)).with_protocol_versions(versions).unwrap();
        let config = match asks {
            Some(authority) => {
                let mut roots = RootCertStore::empty();
                roots.add(authority.0.der().clone()).unwrap();
                let builder = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
                config.with_client_cert_verifier(builder.build().unwrap())
            }
            None => config.with_no_client_auth(),
        };
        let shown = SingleCertAndKey::from(CertifiedKey::new(self.chain.clone(), key));
        TlsAcceptor::from(Arc::new(config.with_cert_resolver(Arc::new(shown))))
    }
}

const BOTH: [&SupportedProtocolVersion; 2] = [&version::TLS13, &version::TLS12];

/// A host on loopback whose certificate can be exchanged. Stops when dropped.
struct Site {
    url: String,
    shows: Arc<Mutex<TlsAcceptor>>,
    _serving: JoinSet<()>,
}

impl Site {
    async fn start(identity: &Identity) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://{}/", listener.local_addr().unwrap());
        let shows = Arc::new(Mutex::new(identity.serve(&BOTH, None)));
        let shared = Arc::clone(&shows);
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = shared.lock().unwrap().clone();
                connections.spawn(async move { drop(acceptor.accept(stream).await) });
            }
        });
        Self { url, shows, _serving: serving }
    }

    fn show(&self, acceptor: TlsAcceptor) {
        *self.shows.lock().unwrap() = acceptor;
    }
}

/// A fetch that trusts these authorities; the folder of their files goes with it.
fn trusting(authorities: &[&Authority]) -> (HttpFetch, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let path = |n: usize| -> PathBuf { dir.path().join(format!("{n}.pem")) };
    for (n, authority) in authorities.iter().enumerate() {
        std::fs::write(path(n), authority.0.pem()).unwrap();
    }
    let certificate_authorities = (0..authorities.len()).map(path).collect();
    let settings = Settings { certificate_authorities, ..Settings::default() };
    (HttpFetch::new(&settings, Arc::new(SystemClock)).unwrap(), dir)
}

async fn look(fetch: &HttpFetch, url: &str, timeout: Duration) -> Observation {
    let url = Url::parse(url).unwrap();
    let looking =
        fetch.look(Order { url, freshness: Freshness::Full, timeout, what: What::Chain, reach: Reach::Loopback });
    tokio::time::timeout(Duration::from_secs(20), looking).await.expect("a look that ends")
}

#[track_caller]
fn chain(seen: &Observation) -> Chain {
    match &seen.outcome {
        Outcome::Answered(answer) => {
            assert_eq!(answer.status, 200);
            Chain::read(std::str::from_utf8(&answer.body).unwrap()).unwrap()
        }
        other => panic!("no answer but {other:?}"),
    }
}

/// Judges a look after an ordinary one.
struct Editor {
    looker: Looker,
    watch: Watch,
    baseline: Arc<Baseline>,
}

impl Editor {
    fn new(fetch: HttpFetch, url: &str) -> Self {
        let url = Url::parse(url).unwrap();
        let watch = Watch {
            id: WatchId::new(WatchKind::Tls, &url),
            outlet: "Paper".to_owned(),
            group: None,
            kind: WatchKind::Tls,
            url,
            ignore: Vec::new(),
            expect: None,
            values: Vec::new(),
            credential: None,
            reader: None,
        };
        let looker = Looker {
            fetch: Arc::new(fetch),
            clock: Arc::new(SystemClock),
            timeout: AMPLE,
            reading: Reading::default(),
            pictures: Arc::new([]),
        };
        Self { looker, watch, baseline: Arc::default() }
    }

    async fn look(&mut self) -> Judged {
        let (watch, baseline) = (self.watch.clone(), Arc::clone(&self.baseline));
        let judged = self.looker.look(&Due { watch, baseline, reach: Reach::Loopback }, Purpose::Routine).await;
        if let Some((baseline, _)) = &judged.learned {
            self.baseline = Arc::clone(baseline);
        }
        judged
    }
}

#[tokio::test]
async fn a_renewal_is_learned_and_what_is_exchanged_is_named() {
    let (usual, other, nobody) = (Authority::new("Usual"), Authority::new("Other"), Authority::new("Nobody"));
    let identity = usual.signs("127.0.0.1", |_| {});
    let site = Site::start(&identity).await;
    let (fetch, _dir) = trusting(&[&usual, &other]);
    let mut editor = Editor::new(fetch, &site.url);
    for _ in 0..6 {
        let judged = editor.look().await;
        assert!(judged.judgement.signals.is_empty(), "{:?}", judged.judgement);
    }
    let (alarm, suspect, normal) = (Verdict::Alarm, Verdict::Suspect, Verdict::Normal);
    let renewed = usual.signs("127.0.0.1", |_| {});
    let table = [
        ("renewed with another key", renewed.serve(&BOTH, None), normal, Severity::Info, ""),
        (
            "by another authority",
            other.signs("127.0.0.1", |_| {}).serve(&BOTH, None),
            alarm,
            Severity::Warning,
            "certificate.issuer",
        ),
        (
            "by nobody",
            nobody.signs("127.0.0.1", |_| {}).serve(&BOTH, None),
            alarm,
            Severity::Critical,
            "certificate.untrusted",
        ),
        ("by itself", itself("127.0.0.1").serve(&BOTH, None), alarm, Severity::Critical, "certificate.self-signed"),
        (
            "for another name",
            usual.signs("paper.example", |_| {}).serve(&BOTH, None),
            alarm,
            Severity::Critical,
            "certificate.name",
        ),
        (
            "run out",
            usual.signs("127.0.0.1", |params| params.not_after = date_time_ymd(2025, 1, 1)).serve(&BOTH, None),
            alarm,
            Severity::Critical,
            "certificate.expired",
        ),
        (
            "not begun",
            usual.signs("127.0.0.1", |params| params.not_before = date_time_ymd(2044, 1, 1)).serve(&BOTH, None),
            alarm,
            Severity::Critical,
            "certificate.early",
        ),
        (
            "over an older protocol",
            renewed.serve(&[&version::TLS12], None),
            suspect,
            Severity::Warning,
            "certificate.protocol",
        ),
        (
            "no certificate",
            Identity { chain: vec![b"garbage".to_vec().into()], key: renewed.key.clone() }.serve(&BOTH, None),
            alarm,
            Severity::Critical,
            "certificate.unread",
        ),
        ("as it was", renewed.serve(&BOTH, None), normal, Severity::Info, ""),
    ];
    for (what, acceptor, verdict, severity, kind) in table {
        site.show(acceptor);
        let judgement = editor.look().await.judgement;
        let first = judgement.signals.first().map_or("", |signal| signal.kind.as_str());
        assert_eq!((judgement.verdict, judgement.severity, first), (verdict, severity, kind), "{what}: {judgement:?}");
    }
}

#[tokio::test]
async fn a_host_that_forgets_who_vouches_for_it_is_told_from_a_forger() {
    let root = Authority::new("Root");
    let between = root.in_between("Between");
    let identity = between.signs("127.0.0.1", |_| {});
    let site = Site::start(&identity.clone().and([between.0.der().clone()])).await;
    let (fetch, _dir) = trusting(&[&root]);
    let mut editor = Editor::new(fetch, &site.url);
    for _ in 0..3 {
        assert!(editor.look().await.judgement.signals.is_empty());
    }
    let forger = Authority::new("Between").signs("127.0.0.1", |_| {});
    for (shown, kind, severity) in
        [(identity, "certificate.incomplete", Severity::Warning), (forger, "certificate.untrusted", Severity::Critical)]
    {
        site.show(shown.serve(&BOTH, None));
        let judgement = editor.look().await.judgement;
        assert_eq!((judgement.signals[0].kind.as_str(), judgement.severity), (kind, severity), "{judgement:?}");
    }
}

#[tokio::test]
async fn a_look_sees_the_chain_whatever_becomes_of_the_handshake() {
    let authority = Authority::new("Usual");
    let identity = authority.signs("127.0.0.1", |_| {});
    let site = Site::start(&identity).await;
    let (fetch, _dir) = trusting(&[&authority]);
    let seen = chain(&look(&fetch, &site.url, AMPLE).await);
    assert_eq!((seen.trust, seen.protocol, seen.sent), (Trust::Trusted, Some(Protocol::Tls13), 1));
    assert_eq!((seen.host.as_str(), seen.leaf.unwrap().issuer.as_str()), ("127.0.0.1", "Usual"));

    // It asks for a certificate of ours, and refuses us when there is none.
    site.show(identity.serve(&[&version::TLS12], Some(&authority)));
    let seen = chain(&look(&fetch, &site.url, AMPLE).await);
    assert_eq!((seen.trust, seen.protocol), (Trust::Trusted, None));

    let padding = std::iter::repeat_n(authority.0.der().clone(), 49);
    site.show(identity.clone().and(padding).serve(&BOTH, None));
    let seen = chain(&look(&fetch, &site.url, AMPLE).await);
    assert_eq!((seen.sent, seen.leaf.is_some()), (frontwatch_core::facts::chain::MOST_CERTIFICATES, true));

    // Another's certificate, of whose key it does not have the secret half: that is no look at the host.
    let stolen = Identity { chain: identity.chain.clone(), key: KeyPair::generate().unwrap().serialize_der() };
    site.show(stolen.serve(&BOTH, None));
    assert_failed(&look(&fetch, &site.url, AMPLE).await, FailureKind::Untrusted, Stage::Connect);

    let large = Identity { chain: vec![vec![0x30; 100_000].into()], key: identity.key.clone() };
    site.show(large.serve(&BOTH, None));
    assert_failed(&look(&fetch, &site.url, AMPLE).await, FailureKind::TooLarge, Stage::Connect);

    // The same handshake makes the same document.
    site.show(identity.serve(&BOTH, None));
    let digests =
        [look(&fetch, &site.url, AMPLE).await, look(&fetch, &site.url, AMPLE).await].map(|seen| match seen.outcome {
            Outcome::Answered(answer) => answer.digest,
            other => panic!("{other:?}"),
        });
    assert_eq!(digests[0], digests[1]);
}

#[tokio::test]
async fn a_host_that_shows_nothing_fails_in_its_stage_and_in_time() {
    let (fetch, _dir) = trusting(&[]);
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let refused = format!("https://{}/", closed.local_addr().unwrap());
    drop(closed);
    assert_failed(&look(&fetch, &refused, AMPLE).await, FailureKind::Refused, Stage::Connect);
    assert_failed(&look(&fetch, "https://no-such-host.invalid/", AMPLE).await, FailureKind::NoSuchName, Stage::Dns);
    assert_eq!(failure(&look(&fetch, "http://127.0.0.1/", AMPLE).await).kind, FailureKind::Local);

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let _silent = tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            held.push(stream);
        }
    });
    let began = Instant::now();
    assert_failed(&look(&fetch, &url, SHORT).await, FailureKind::TimedOut, Stage::Connect);
    assert!(began.elapsed() < Duration::from_secs(2));

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let _plain = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = tokio::io::AsyncWriteExt::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    assert_failed(&look(&fetch, &url, AMPLE).await, FailureKind::Tls, Stage::Connect);
}
