//! Handshakes that stall, and certificates of every wrong kind.

use std::io;
use std::sync::{Arc, OnceLock};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree,
    IsCa, KeyPair, NameConstraints, PKCS_ECDSA_P256_SHA256, date_time_ymd,
};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

use super::family;
use super::wire::{asked, dripping, send, silence, without_end};

family! {
    /// How a handshake goes.
    Secure {
        /// Nothing comes.
        Silent = "tls-silent",
        /// A byte a second.
        Dripping = "tls-byte-a-second",
        /// The handshake ends, and then nothing comes.
        Stalled = "tls-stalled",
        /// Records without end before the handshake does.
        Endless = "tls-endless",
        /// The connection is closed in the handshake.
        Closed = "tls-closed",
        /// Plain HTTP answers.
        Plain = "tls-plain",
        /// No version of the protocol is good enough.
        Version = "tls-version",
        /// A certificate of the visitor's is demanded.
        Demanding = "tls-demanding",
        /// A certificate by an authority that nobody trusts.
        UnknownIssuer = "certificate-unknown-issuer",
        /// A certificate by nobody but itself.
        SelfSigned = "certificate-self-signed",
        /// A certificate for another name.
        WrongName = "certificate-wrong-name",
        /// A certificate that has run out.
        Expired = "certificate-expired",
        /// A certificate that is not valid yet.
        Early = "certificate-early",
        /// Something that is no certificate.
        Garbage = "certificate-garbage",
        /// A certificate whose authority in between is missing.
        Incomplete = "certificate-incomplete",
        /// Another's certificate, without its key.
        Stolen = "certificate-stolen",
        /// A certificate by one that is no authority's.
        ByLeaf = "certificate-by-a-leaf",
        /// A certificate for visitors, not for servers.
        ForVisitors = "certificate-for-visitors",
        /// A certificate by an authority that may not vouch for this name.
        OutOfBounds = "certificate-out-of-bounds",
        /// A certificate of 100 kB.
        Large = "certificate-large",
        /// A hundred certificates.
        Long = "certificate-long-chain",
    }
}

/// Who signs the certificates of all hostile servers.
struct Authority {
    root: CertifiedIssuer<'static, KeyPair>,
    between: CertifiedIssuer<'static, KeyPair>,
    stranger: CertifiedIssuer<'static, KeyPair>,
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

fn authority() -> io::Result<&'static Authority> {
    static AUTHORITY: OnceLock<Result<Authority, String>> = OnceLock::new();
    let made = AUTHORITY.get_or_init(|| new_authority().map_err(|error| error.to_string()));
    made.as_ref().map_err(failed)
}

fn new_authority() -> Result<Authority, rcgen::Error> {
    let params = |name: &str| -> Result<CertificateParams, rcgen::Error> {
        let mut params = CertificateParams::new(Vec::new())?;
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        Ok(params)
    };
    let root = CertifiedIssuer::self_signed(params("Hostile Servers")?, KeyPair::generate()?)?;
    let between = CertifiedIssuer::signed_by(params("Hostile Servers, in between")?, KeyPair::generate()?, &root)?;
    let stranger = CertifiedIssuer::self_signed(params("A stranger")?, KeyPair::generate()?)?;
    Ok(Authority { root, between, stranger })
}

/// The authority that a visitor is to trust, PEM.
pub(super) fn trusted() -> io::Result<String> {
    Ok(authority()?.root.pem())
}

/// A server that is as it should be, speaking this protocol above TLS.
pub(super) fn well(protocol: &[u8]) -> io::Result<TlsAcceptor> {
    let (chain, key) = leaf(Some(&authority()?.root), "127.0.0.1", |_| {})?;
    acceptor(chain, &key, protocol, false)
}

/// A server that shows what it should not.
pub(super) fn badly(secure: Secure) -> io::Result<TlsAcceptor> {
    let authority = authority()?;
    let signed = |name: &str, change: fn(&mut CertificateParams)| leaf(Some(&authority.root), name, change);
    let (chain, key) = match secure {
        Secure::UnknownIssuer => leaf(Some(&authority.stranger), "127.0.0.1", |_| {})?,
        Secure::SelfSigned => leaf(None, "127.0.0.1", |_| {})?,
        Secure::WrongName => signed("elsewhere.example", |_| {})?,
        Secure::Expired => signed("127.0.0.1", |params| params.not_after = date_time_ymd(2025, 1, 1))?,
        Secure::Early => signed("127.0.0.1", |params| params.not_before = date_time_ymd(2044, 1, 1))?,
        Secure::Incomplete => leaf(Some(&authority.between), "127.0.0.1", |_| {})?,
        Secure::Garbage => (vec![b"garbage".to_vec().into()], signed("127.0.0.1", |_| {})?.1),
        Secure::Stolen => (signed("127.0.0.1", |_| {})?.0, new_key()?.serialize_der()),
        Secure::ByLeaf => below(&authority.root, |params| params.is_ca = IsCa::ExplicitNoCa)?,
        Secure::ForVisitors => signed("127.0.0.1", |params| {
            params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        })?,
        Secure::OutOfBounds => below(&authority.root, |params| {
            params.name_constraints = Some(NameConstraints {
                permitted_subtrees: Vec::new(),
                excluded_subtrees: vec![GeneralSubtree::IpAddress(CidrSubnet::from_v4_prefix([127, 0, 0, 0], 8))],
            });
        })?,
        Secure::Large => (vec![vec![0x30; 100_000].into()], signed("127.0.0.1", |_| {})?.1),
        Secure::Long => {
            let (mut chain, key) = signed("127.0.0.1", |_| {})?;
            chain.extend(std::iter::repeat_n(authority.root.der().clone(), 99));
            (chain, key)
        }
        Secure::Silent
        | Secure::Dripping
        | Secure::Stalled
        | Secure::Endless
        | Secure::Closed
        | Secure::Plain
        | Secure::Version
        | Secure::Demanding => signed("127.0.0.1", |_| {})?,
    };
    acceptor(chain, &key, b"http/1.1", secure == Secure::Demanding)
}

/// A certificate by an authority in between that is changed like this, with that one's.
fn below(root: &CertifiedIssuer<'static, KeyPair>, change: fn(&mut CertificateParams)) -> io::Result<Leaf> {
    let mut params = CertificateParams::new(Vec::new()).map_err(failed)?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "Hostile Servers, below");
    change(&mut params);
    let between = CertifiedIssuer::signed_by(params, KeyPair::generate().map_err(failed)?, root).map_err(failed)?;
    let (mut chain, key) = leaf(Some(&between), "127.0.0.1", |_| {})?;
    chain.push(between.der().clone());
    Ok((chain, key))
}

type Leaf = (Vec<CertificateDer<'static>>, Vec<u8>);

fn new_key() -> io::Result<KeyPair> {
    KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(failed)
}

/// A certificate for `name`, by nobody but itself where there is no issuer; and its key.
fn leaf(
    issuer: Option<&CertifiedIssuer<'static, KeyPair>>,
    name: &str,
    change: impl FnOnce(&mut CertificateParams),
) -> io::Result<Leaf> {
    let mut params = CertificateParams::new(vec![name.to_owned()]).map_err(failed)?;
    params.not_before = date_time_ymd(2024, 1, 1);
    params.not_after = date_time_ymd(2045, 1, 1);
    change(&mut params);
    let key = new_key()?;
    let certificate = match issuer {
        Some(issuer) => params.signed_by(&key, issuer),
        None => params.self_signed(&key),
    };
    Ok((vec![certificate.map_err(failed)?.der().clone()], key.serialize_der()))
}

fn acceptor(
    chain: Vec<CertificateDer<'static>>,
    key: &[u8],
    protocol: &[u8],
    demanding: bool,
) -> io::Result<TlsAcceptor> {
    let key = PrivateKeyDer::try_from(key.to_vec()).map_err(failed)?;
    let key = aws_lc_rs::sign::any_supported_type(&key).map_err(failed)?;
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(Arc::clone(&provider));
    let config = config.with_safe_default_protocol_versions().map_err(failed)?;
    let config = if demanding {
        let mut roots = RootCertStore::empty();
        roots.add(authority()?.root.der().clone()).map_err(failed)?;
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build();
        config.with_client_cert_verifier(verifier.map_err(failed)?)
    } else {
        config.with_no_client_auth()
    };
    let shown = SingleCertAndKey::from(CertifiedKey::new(chain, key));
    let mut config = config.with_cert_resolver(Arc::new(shown));
    config.alpn_protocols = vec![protocol.to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// One connection of a server that has turned.
pub(super) async fn serve(secure: Secure, stream: TcpStream, acceptor: &TlsAcceptor) -> io::Result<()> {
    let mut stream = stream;
    match secure {
        Secure::Silent => silence().await,
        // The head of a record of 16 kB (RFC 8446, 5.1), of which little ever comes.
        Secure::Dripping => dripping(&mut stream, &[&[0x16, 3, 3, 0x40, 0][..], &[0; 1000]].concat()).await,
        Secure::Endless => {
            // A record of the handshake with an empty message, again and again.
            without_end(&mut stream, &[0x16, 3, 3, 0, 4, 0, 0, 0, 0].repeat(500)).await
        }
        Secure::Closed => Ok(()),
        Secure::Plain => send(&mut stream, "HTTP/1.1 400 Bad Request\r\n\r\n").await,
        // An alert: fatal, protocol version.
        Secure::Version => send(&mut stream, [0x15, 3, 1, 0, 2, 2, 70]).await,
        Secure::Stalled => {
            let mut stream = acceptor.accept(stream).await?;
            asked(&mut stream).await?;
            silence().await
        }
        _ => {
            let mut stream = acceptor.accept(stream).await?;
            loop {
                asked(&mut stream).await?;
                super::wire::page(&mut stream, super::ordinary::page().as_bytes()).await?;
            }
        }
    }
}
