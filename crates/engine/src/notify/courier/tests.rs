//! Webhooks on loopback: what is sent to them, with which secret, and what is said of it.

use std::collections::BTreeMap;

use frontwatch_core::channel::{Email, MailServer, Mailbox, Webhook};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::verdict::Severity;
use jiff::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use zeroize::Zeroizing;

use super::*;
use crate::secrets::Manner;

/// A keychain that holds these.
struct Held(BTreeMap<&'static str, Credential>);

impl Secrets for Held {
    fn get(&self, name: &str) -> Later<Result<Credential, NoSecret>> {
        let found = self.0.get(name).cloned().ok_or_else(|| NoSecret::Missing(name.to_owned()));
        Box::pin(async move { found })
    }
    fn set(&self, _: &str, _: Credential) -> Later<Result<(), NoSecret>> {
        Box::pin(async { Err(NoSecret::Locked) })
    }
    fn remove(&self, _: &str) -> Later<Result<(), NoSecret>> {
        Box::pin(async { Err(NoSecret::Locked) })
    }
    fn names(&self) -> Later<Result<Vec<String>, NoSecret>> {
        Box::pin(async { Err(NoSecret::Locked) })
    }
}

/// A server that answers every request with this head; its origin, and the requests. Ends with the test's runtime.
async fn server(head: &str) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (send, requests) = mpsc::unbounded_channel();
    let answer = format!("HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = String::new();
            let mut part = [0; 4096];
            // The body of these tests ends in a brace.
            while !request.ends_with('}') {
                match stream.read(&mut part).await {
                    Ok(read) if read > 0 => request.push_str(&String::from_utf8_lossy(&part[..read])),
                    _ => break,
                }
            }
            let _ = send.send(request);
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    (origin, requests)
}

fn webhook(origin: &str, credential: Option<&str>) -> Channel {
    Channel::Webhook(Webhook {
        name: "chat".to_owned(),
        url: format!("{origin}/hooks/s3cret").parse().unwrap(),
        template: None,
        least: Severity::Warning,
        credential: credential.map(str::to_owned),
    })
}

fn notice() -> Notice {
    Notice {
        id: "00112233445566ff/critical".to_owned(),
        key: "00112233445566ff".to_owned(),
        incident: IncidentId::from_stored("00112233445566ff"),
        campaign: None,
        title: "Report: alarm".to_owned(),
        body: "Report: a picture covers it.".to_owned(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![],
        at: Timestamp::UNIX_EPOCH,
        about: Box::default(),
    }
}

fn courier(held: impl IntoIterator<Item = (&'static str, Credential)>) -> Courier {
    Courier::new(&[], Arc::new(Held(held.into_iter().collect()))).unwrap()
}

fn token(origin: &str) -> Credential {
    Credential::new(origin, Manner::Bearer, Zeroizing::new("hunter2".to_owned())).unwrap()
}

/// Why it was not delivered; neither an address' path nor a secret stands in it.
fn why(result: Result<(), NotDelivered>) -> String {
    let error = result.unwrap_err();
    let said = format!("{error} {error:?}");
    assert!(!said.contains("s3cret") && !said.contains("hunter2"), "{said}");
    error.to_string()
}

#[tokio::test]
async fn a_webhook_gets_the_notice_its_id_and_its_own_secret() {
    let (origin, mut requests) = server("204 No Content").await;
    let courier = courier([("chat-hook", token(&origin))]);
    courier.send(webhook(&origin, Some("chat-hook")), notice()).await.unwrap();
    let request = requests.recv().await.unwrap();
    for line in [
        "POST /hooks/s3cret HTTP/1.1",
        "authorization: Bearer hunter2",
        "idempotency-key: 00112233445566ff/critical",
        "content-type: application/json",
    ] {
        assert!(request.lines().any(|known| known == line), "{line}:\n{request}");
    }
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let sent: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(sent["title"], "Report: alarm");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (elsewhere, mut requests) = server("200 OK").await;
    let (origin, _) = server(&format!("307 Temporary Redirect\r\nLocation: {elsewhere}/s3cret")).await;
    let courier = courier([("chat-hook", token(&origin))]);
    let said = why(courier.send(webhook(&origin, Some("chat-hook")), notice()).await);
    assert!(said.starts_with("it answers 307: it leads elsewhere"), "{said}");
    assert!(requests.try_recv().is_err());
}

#[tokio::test]
async fn without_the_right_secret_nothing_is_sent_and_it_is_said_what_to_do() {
    let (origin, mut requests) = server("200 OK").await;
    let courier = courier([("other", token("https://chat.example"))]);
    let missing = why(courier.send(webhook(&origin, Some("chat-hook")), notice()).await);
    assert!(missing.contains(&format!("`frontwatch credential set chat-hook --origin {origin}`")), "{missing}");
    let foreign = why(courier.send(webhook(&origin, Some("other")), notice()).await);
    assert!(foreign.contains("sent to https://chat.example only"), "{foreign}");
    assert!(requests.try_recv().is_err());
    let mail = Channel::Email(Email {
        name: "desk".to_owned(),
        server: MailServer::parse("127.0.0.1:1").unwrap(),
        from: Mailbox::parse("watch@report.example").unwrap(),
        to: vec![Mailbox::parse("desk@report.example").unwrap()],
        least: Severity::Warning,
        credential: Some("desk-smtp".to_owned()),
    });
    let missing = why(courier.send(mail, notice()).await);
    assert!(missing.contains("`frontwatch credential set desk-smtp --origin smtp://127.0.0.1:1`"), "{missing}");
}

#[tokio::test]
async fn nobody_there_is_said_without_the_address() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let said = why(courier([]).send(webhook(&origin, None), notice()).await);
    assert_eq!(said, "it refuses connections");
}
