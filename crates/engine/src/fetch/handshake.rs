//! One look at a host's certificates: a handshake of our own over a new connection, without resuming an earlier one. What came
//! is kept whatever the verifier says of it; nothing is asked over the connection.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use frontwatch_core::digest::Digest;
use frontwatch_core::facts::chain::{Handshake, Protocol, Trust};
use frontwatch_core::observation::{Answer, Failure, FailureKind, Headers, Observation, Outcome, Stage, Vantage};
use frontwatch_core::parts::Reach;
use rustls::client::Resumption;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ProtocolVersion};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsConnector;
use url::{Host, Url};

use super::client::{Clients, Tunnel};
use super::failure::{failure, of_error};
use super::limits::Limits;
use super::stages::{self, OutOfTime};
use super::witness::{Shown, Witness};
use crate::ports::{Clock, Order};

/// The longest head of a proxy's answer to CONNECT, bytes.
const LONGEST_HEAD: usize = 16 * 1024;
/// How long a host may take to hear that the connection is over.
const FAREWELL: Duration = Duration::from_secs(1);

/// Makes one look. The time that it waits for its turn is not part of it.
pub(super) async fn look(clients: &Clients, limits: &Limits, clock: &dyn Clock, order: Order) -> Observation {
    let _seat = limits.seat(&order.url).await;
    let at = clock.now();
    let began = Instant::now();
    let (vantage, outcome) = match clients.tunnel(&order.url) {
        Ok(tunnel) => {
            let vantage = if tunnel.is_some() { Vantage::Proxy } else { Vantage::Direct };
            (vantage, shake(clients, tunnel.as_ref(), &order).await)
        }
        Err(failure) => (Vantage::Proxy, Err(failure)),
    };
    let outcome = outcome.unwrap_or_else(Outcome::Failed);
    Observation { at, took: began.elapsed(), vantage, chain: Vec::new(), outcome }
}

async fn shake(clients: &Clients, tunnel: Option<&Tunnel>, order: &Order) -> Result<Outcome, Failure> {
    let local = |detail: &str| failure(FailureKind::Local, Stage::Connect, detail);
    let (Some(host), Some(port), "https") = (order.url.host(), order.url.port_or_known_default(), order.url.scheme())
    else {
        return Err(local("only https addresses have certificates"));
    };
    let name = server_name(&host).ok_or_else(|| local("the host's name cannot stand in a certificate"))?;
    let witness = Arc::new(Witness::new(clients.verifier()));
    let config = config(&witness).map_err(|error| local(&error.to_string()))?;
    let connecting = async {
        let stream = match tunnel {
            Some(tunnel) => through(clients, tunnel, &order.url, port).await?,
            None => straight(clients, &host, port, order.reach).await?,
        };
        let mut stream = TlsConnector::from(config).connect(name, stream).await?;
        let protocol = stream.get_ref().1.protocol_version();
        // Whoever was asked nothing need not answer the farewell either.
        let _ = timeout(FAREWELL, stream.shutdown()).await;
        Ok::<_, Box<dyn Error + Send + Sync>>(protocol)
    };
    let (stage, ended) = stages::run(order.timeout, connecting).await;
    let protocol = match (ended, witness.shown()) {
        (Ok(Ok(protocol)), _) => protocol.and_then(version),
        // Refused after it had shown its certificates, as hosts do that ask for ours.
        (_, Some(Shown { unproven: false, .. })) => None,
        (_, Some(Shown { trust, .. })) if trust != Trust::Trusted => None,
        (Ok(Err(error)), _) => return Err(of_error(&*error, stage, tunnel.is_some())),
        (Err(OutOfTime), _) => {
            let kind = if tunnel.is_some() { FailureKind::Proxy } else { FailureKind::TimedOut };
            return Err(failure(kind, stage, format!("the stage took longer than {:?}", order.timeout)));
        }
    };
    let Some(Shown { chain, trust, .. }) = witness.shown() else {
        return Err(failure(FailureKind::Tls, Stage::Connect, "the host showed no certificate"));
    };
    let host = order.url.host_str().unwrap_or_default();
    let shown = Handshake::new(host, port, protocol, trust, chain.iter().map(Vec::as_slice));
    Ok(Outcome::Answered(answer(&order.url, shown.document())))
}

/// The document as an answer.
fn answer(url: &Url, document: Vec<u8>) -> Answer {
    let kind = ("content-type".to_owned(), "application/json; charset=utf-8".to_owned());
    let body = Bytes::from(document);
    Answer {
        url: url.clone(),
        from: Reach::Public,
        status: 200,
        headers: Headers::new([kind]),
        digest: Digest::of(&body),
        wire_bytes: body.len() as u64,
        body,
    }
}

/// What is offered: what browsers offer, and no earlier connection to go on with, which would show no certificates.
fn config(witness: &Arc<Witness>) -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(witness) as _)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config.resumption = Resumption::disabled();
    Ok(Arc::new(config))
}

fn server_name(host: &Host<&str>) -> Option<ServerName<'static>> {
    match host {
        Host::Domain(name) => ServerName::try_from((*name).to_owned()).ok(),
        Host::Ipv4(address) => Some(ServerName::from(std::net::IpAddr::from(*address))),
        Host::Ipv6(address) => Some(ServerName::from(std::net::IpAddr::from(*address))),
    }
}

fn version(version: ProtocolVersion) -> Option<Protocol> {
    match version {
        ProtocolVersion::TLSv1_3 => Some(Protocol::Tls13),
        ProtocolVersion::TLSv1_2 => Some(Protocol::Tls12),
        _ => None,
    }
}

type Connected = Result<TcpStream, Box<dyn Error + Send + Sync>>;

/// A connection to the host itself.
async fn straight(clients: &Clients, host: &Host<&str>, port: u16, reach: Reach) -> Connected {
    let addresses = match host {
        Host::Ipv4(address) => vec![SocketAddr::from((*address, port))],
        Host::Ipv6(address) => vec![SocketAddr::from((*address, port))],
        Host::Domain(name) => clients.addresses(name, reach).await?,
    };
    connect(addresses, port).await
}

/// Tries address after address, each for its share of the time that an HTTP client would take.
async fn connect(addresses: Vec<SocketAddr>, port: u16) -> Connected {
    stages::enter(Stage::Connect);
    let share = super::client::CONNECT_LIMIT / u32::try_from(addresses.len().max(1)).unwrap_or(u32::MAX);
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for mut address in addresses {
        address.set_port(port);
        match timeout(share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => last = error,
            Err(_) => last = io::ErrorKind::TimedOut.into(),
        }
    }
    Err(last.into())
}

/// A connection through the system's proxy (RFC 9110, section 9.3.6).
async fn through(clients: &Clients, tunnel: &Tunnel, url: &Url, port: u16) -> Connected {
    let addresses = clients.addresses(&tunnel.host, Reach::Loopback).await?;
    let mut stream = connect(addresses, tunnel.port).await?;
    let target = format!("{}:{port}", url.host_str().unwrap_or_default());
    let mut request = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n").into_bytes();
    if let Some(authorization) = &tunnel.authorization {
        request.extend(b"Proxy-Authorization: ");
        request.extend(authorization.as_bytes());
        request.extend(b"\r\n");
    }
    request.extend(b"\r\n");
    stream.write_all(&request).await?;
    let mut head = Vec::new();
    // Byte by byte: what comes after the head is the host's.
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() >= LONGEST_HEAD {
            return Err(io::Error::from(io::ErrorKind::InvalidData).into());
        }
        head.push(stream.read_u8().await?);
    }
    let status = head.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
    if head.starts_with(b"HTTP/1.") && status.starts_with(b"2") {
        return Ok(stream);
    }
    let refused = format!(
        "the proxy answered {}",
        String::from_utf8_lossy(head.split(|b| *b == b'\r').next().unwrap_or_default())
    );
    Err(io::Error::other(refused).into())
}
