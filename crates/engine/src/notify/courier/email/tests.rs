//! Mail servers on loopback, with and without TLS: nothing is said to one in the clear that should be encrypted.

use std::sync::Arc;

use lettre::message::header::ContentType;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use zeroize::Zeroizing;

use super::*;
use crate::secrets::Manner;

/// `\0desk\0hunter2` in base64, as AUTH PLAIN sends it (RFC 4616).
const SENT: &str = "AGRlc2sAaHVudGVyMg==";

/// Longer than any of this takes.
const LIMIT: Duration = Duration::from_secs(10);

/// A mail server for one connection. Ends with it, with every line that it heard, each after `tls` or `clear`.
struct Server {
    at: MailServer,
    authority: CertificateDer<'static>,
    heard: JoinHandle<Vec<String>>,
}

/// What a server offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offers {
    Implicit,
    StartTls,
    Nothing,
}

async fn server(offers: Offers) -> Server {
    let mut authority = CertificateParams::new(vec![]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = MailServer::parse(&listener.local_addr().unwrap().to_string()).unwrap();
    let authority = authority.der().clone();
    let heard = tokio::spawn(async move {
        let mut heard = Vec::new();
        let (mut stream, _) = listener.accept().await.unwrap();
        // Clients that distrust the certificate hang up in the middle of it.
        if offers == Offers::Implicit {
            if let Ok(mut stream) = acceptor.accept(stream).await {
                talk(&mut stream, "tls", false, true, &mut heard).await;
            }
        } else if talk(&mut stream, "clear", offers == Offers::StartTls, true, &mut heard).await
            && let Ok(mut stream) = acceptor.accept(stream).await
        {
            talk(&mut stream, "tls", false, false, &mut heard).await;
        }
        heard
    });
    Server { at, authority, heard }
}

/// Talks until the client hangs up, or wants TLS to begin: then it is true.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    how: &str,
    starttls: bool,
    greet: bool,
    heard: &mut Vec<String>,
) -> bool {
    let mut stream = BufReader::new(stream);
    if greet && stream.write_all(b"220 ready\r\n").await.is_err() {
        return false;
    }
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return false;
        }
        heard.push(format!("{how} {}", line.trim_end()));
        let reply = match line.get(..4).unwrap_or(&line) {
            "EHLO" if starttls => "250-here\r\n250 STARTTLS",
            "EHLO" => "250-here\r\n250 AUTH PLAIN LOGIN",
            "STAR" => "220 go on",
            "AUTH" => "235 fine",
            "DATA" => "354 go on",
            ".\r\n" => "250 taken",
            "MAIL" | "RCPT" => "250 fine",
            "QUIT" => "221 bye",
            _ => continue,
        };
        if stream.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
            return false;
        }
        if reply == "220 go on" {
            return true;
        }
    }
}

fn mail() -> Message {
    Message::builder()
        .from("watch@report.example".parse().unwrap())
        .to("desk@report.example".parse().unwrap())
        .header(ContentType::TEXT_PLAIN)
        .body("the alert\n".to_owned())
        .unwrap()
}

/// Hands a mail with a password to a server; what came of it, and what the server heard.
async fn handed(offers: Offers, security: Security, trusted: bool) -> (Result<(), NotDelivered>, Vec<String>) {
    let server = server(offers).await;
    let authorities: Vec<_> = trusted.then(|| server.authority.clone()).into_iter().collect();
    let secret = Zeroizing::new("desk:hunter2".to_owned());
    let credential = Credential::new(&server.at.origin(), Manner::Basic, secret).unwrap();
    let handing = hand_over(&server.at, security, &authorities, Some(&credential), mail());
    let handed = tokio::time::timeout(LIMIT, handing).await.expect("an answer in time");
    let heard = tokio::time::timeout(LIMIT, server.heard).await.expect("the end of it in time");
    (handed, heard.unwrap())
}

#[tokio::test]
async fn mail_and_password_go_encrypted_to_a_server_that_is_trusted() {
    for (offers, security) in [(Offers::Implicit, Security::Implicit), (Offers::StartTls, Security::StartTls)] {
        let (handed, heard) = handed(offers, security, true).await;
        assert_eq!(handed, Ok(()), "{offers:?}: {heard:?}");
        assert!(heard.contains(&format!("tls AUTH PLAIN {SENT}")), "{offers:?}: {heard:?}");
        assert!(heard.contains(&"tls the alert".to_owned()), "{offers:?}: {heard:?}");
        let clear: Vec<_> = heard.iter().filter_map(|line| line.strip_prefix("clear ")).collect();
        assert!(clear.iter().all(|line| line.starts_with("EHLO") || *line == "STARTTLS"), "{offers:?}: {clear:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_trusted_or_not_encrypted_hears_neither() {
    for (offers, security, trusted, why) in [
        (Offers::Implicit, Security::Implicit, false, "its certificate is not trusted"),
        (Offers::StartTls, Security::StartTls, false, "its certificate is not trusted"),
        (Offers::Nothing, Security::StartTls, true, "not encrypted"),
        (Offers::Nothing, Security::Implicit, true, "it"),
    ] {
        let (handed, heard) = handed(offers, security, trusted).await;
        let said = handed.unwrap_err().to_string();
        assert!(said.contains(why), "{offers:?} {security:?}: {said}");
        let bad = |line: &String| ["AUTH", "MAIL", "DATA", "hunter2", SENT].iter().any(|word| line.contains(word));
        assert!(!heard.iter().any(bad), "{offers:?} {security:?}: {heard:?}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}
