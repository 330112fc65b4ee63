//! TLS on loopback: who is trusted, and HTTP/2.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use frontwatch_core::observation::{FailureKind, Stage};
use frontwatch_engine::fetch::Settings;
use frontwatch_engine::ports::Freshness;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::site::{Seen, Site, respond, serve};
use crate::{AMPLE, answer, assert_failed, fetch, fetch_with, full, look};

/// A site behind TLS with a certificate of its own authority.
struct Secure {
    base: String,
    seen: Arc<Seen>,
    authority: PathBuf,
    _dir: tempfile::TempDir,
    _serving: JoinSet<()>,
}

/// Serves with a certificate for `name`, under HTTP/2 when `h2`.
async fn secure(name: &str, h2: bool) -> Secure {
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("authority.pem");
    std::fs::write(&path, authority.pem()).unwrap();

    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    config.alpn_protocols = vec![if h2 { b"h2".to_vec() } else { b"http/1.1".to_vec() }];
    let acceptor = TlsAcceptor::from(Arc::new(config));

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("https://{}", listener.local_addr().unwrap());
    let seen = Arc::new(Seen::default());
    let shared = Arc::clone(&seen);
    let mut serving = JoinSet::new();
    serving.spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            shared.connections.fetch_add(1, Ordering::SeqCst);
            let (acceptor, seen) = (acceptor.clone(), Arc::clone(&shared));
            connections.spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else {
                    return;
                };
                if h2 {
                    serve_h2(stream).await;
                } else {
                    serve(&mut stream, &seen, &|_: &str| respond("200 OK", &[], b"secure")).await;
                }
            });
        }
    });
    Secure { base, seen, authority: path, _dir: dir, _serving: serving }
}

async fn serve_h2(stream: tokio_rustls::server::TlsStream<tokio::net::TcpStream>) {
    let Ok(mut connection) = h2::server::handshake(stream).await else {
        return;
    };
    while let Some(Ok((request, mut respond))) = connection.accept().await {
        assert_eq!(request.version(), http::Version::HTTP_2);
        if request.uri().path() == "/reset" {
            respond.send_reset(h2::Reason::INTERNAL_ERROR);
            continue;
        }
        let mut body = respond.send_response(http::Response::new(()), false).unwrap();
        body.send_data(bytes::Bytes::from_static(b"secure"), true).unwrap();
    }
}

fn trusting(site: &Secure) -> Settings {
    Settings { certificate_authorities: vec![site.authority.clone()], ..Settings::default() }
}

#[tokio::test]
async fn a_private_authority_is_trusted_once_it_is_named() {
    let site = secure("127.0.0.1", false).await;
    assert_failed(&full(&site.base).await, FailureKind::Untrusted, Stage::Connect);
    let seen = look(&fetch_with(&trusting(&site)), &site.base, Freshness::Full, AMPLE).await;
    assert_eq!(&answer(seen).body[..], b"secure");
    let other = secure("127.0.0.1", false).await;
    let seen = look(&fetch_with(&trusting(&other)), &site.base, Freshness::Full, AMPLE).await;
    assert_failed(&seen, FailureKind::Untrusted, Stage::Connect);
}

#[tokio::test]
async fn a_certificate_for_another_name_is_not_trusted() {
    let site = secure("other.test", false).await;
    let seen = look(&fetch_with(&trusting(&site)), &site.base, Freshness::Full, AMPLE).await;
    assert_failed(&seen, FailureKind::Untrusted, Stage::Connect);
}

#[tokio::test]
async fn plain_http_on_a_tls_port_fails_the_handshake() {
    let site = Site::start(|_| Vec::new()).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let _serving = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = tokio::io::AsyncWriteExt::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        std::future::pending::<()>().await;
    });
    assert_failed(&full(&url).await, FailureKind::Tls, Stage::Connect);
    drop(site);
}

#[tokio::test]
async fn a_handshake_that_the_site_closes_is_dropped() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let _serving = tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    let seen = look(&fetch(), &url, Freshness::Full, AMPLE).await;
    assert_failed(&seen, FailureKind::Dropped, Stage::Connect);
}

#[tokio::test]
async fn http2_is_spoken_where_it_is_offered() {
    let site = secure("127.0.0.1", true).await;
    let fetch = fetch_with(&trusting(&site));
    let connections = || site.seen.connections.load(Ordering::SeqCst);
    for _ in 0..3 {
        assert_eq!(&answer(look(&fetch, &site.base, Freshness::Full, AMPLE).await).body[..], b"secure");
    }
    assert_eq!(connections(), 1);
    for n in 2..=3 {
        answer(look(&fetch, &site.base, Freshness::Confirmation, AMPLE).await);
        assert_eq!(connections(), n, "a confirmation shares nothing over HTTP/2 either");
    }
    let seen = look(&fetch, &format!("{}/reset", site.base), Freshness::Full, AMPLE).await;
    assert_failed(&seen, FailureKind::Dropped, Stage::Headers);
}
