//! Secrets go to the origin that they belong to, and nowhere else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use frontwatch_core::observation::{FailureKind, Observation, Stage};
use frontwatch_core::parts::Reach;
use frontwatch_engine::ports::{Fetch, Freshness, Later, Order, Secrets, What};
use frontwatch_engine::secrets::{Credential, Manner, NoSecret};
use url::Url;

use crate::site::{Act, Site, respond};
use crate::{AMPLE, answer, assert_failed, failure, fetch};

/// A keychain of the test's own.
#[derive(Default)]
struct Drawer(Mutex<BTreeMap<String, Credential>>);

impl Drawer {
    fn with(name: &str, origin: &str, manner: Manner, secret: &str) -> Arc<Self> {
        let credential = Credential::new(origin, manner, secret.to_owned().into()).unwrap();
        Arc::new(Self(Mutex::new(BTreeMap::from([(name.to_owned(), credential)]))))
    }
}

impl Secrets for Drawer {
    fn get(&self, name: &str) -> Later<Result<Credential, NoSecret>> {
        let found = match name {
            "locked" => Err(NoSecret::Locked),
            _ => self.0.lock().unwrap().get(name).cloned().ok_or(NoSecret::Missing(name.to_owned())),
        };
        Box::pin(async move { found })
    }

    fn set(&self, name: &str, credential: Credential) -> Later<Result<(), NoSecret>> {
        self.0.lock().unwrap().insert(name.to_owned(), credential);
        Box::pin(async { Ok(()) })
    }

    fn remove(&self, name: &str) -> Later<Result<(), NoSecret>> {
        let removed = self.0.lock().unwrap().remove(name).map(drop).ok_or(NoSecret::Missing(name.to_owned()));
        Box::pin(async move { removed })
    }

    fn names(&self) -> Later<Result<Vec<String>, NoSecret>> {
        let names = self.0.lock().unwrap().keys().cloned().collect();
        Box::pin(async move { Ok(names) })
    }
}

async fn ask(secrets: Arc<Drawer>, url: &str, name: &str) -> Observation {
    let what = What::WithCredential(name.to_owned());
    let url = Url::parse(url).unwrap();
    fetch()
        .with_secrets(secrets)
        .look(Order { url, freshness: Freshness::Full, timeout: AMPLE, what, reach: Reach::Loopback })
        .await
}

/// Which requests of a site carried the secret, by their paths.
fn carried(site: &Site, header: &str) -> Vec<(String, bool)> {
    let path = |head: &str| head.split(' ').nth(1).unwrap_or_default().to_owned();
    site.seen.requests().iter().map(|head| (path(head), head.contains(&header.to_lowercase()))).collect()
}

#[tokio::test]
async fn each_manner_is_sent_as_its_standard_says() {
    let site = Site::start(|_| respond("200 OK", &[], b"[]")).await;
    for (manner, secret, header) in [
        (Manner::Basic, "desk:abcd efgh", "authorization: Basic ZGVzazphYmNkIGVmZ2g="),
        (Manner::Bearer, "tok.en~1", "authorization: Bearer tok.en~1"),
        (Manner::Header("X-Api-Key".to_owned()), "k e y", "x-api-key: k e y"),
    ] {
        let drawer = Drawer::with("desk", &site.base, manner, secret);
        let before = site.seen.requests().len();
        assert_eq!(answer(ask(drawer, &site.url("/users"), "desk").await).status, 200);
        assert_eq!(carried(&site, header)[before..], [("/users".to_owned(), true)], "{header}");
    }
}

#[tokio::test]
async fn a_redirect_never_carries_it_to_another_origin_nor_back_through_one() {
    // The other origin is the same host on another port: it sends everything back.
    let back: Arc<Mutex<String>> = Arc::default();
    let to = Arc::clone(&back);
    let other = Site::start(move |path| match path {
        "/back" => respond("302 Found", &[("Location", &to.lock().unwrap())], b""),
        _ => respond("200 OK", &[], b"there"),
    })
    .await;
    let (there, and_back) = (other.url("/there"), other.url("/back"));
    let site = Site::start(move |path| match path {
        "/within" => respond("302 Found", &[("Location", "/users")], b""),
        "/away" => respond("307 Temporary Redirect", &[("Location", &there)], b""),
        "/round" => respond("308 Permanent Redirect", &[("Location", &and_back)], b""),
        _ => respond("200 OK", &[], b"[]"),
    })
    .await;
    *back.lock().unwrap() = site.url("/chosen-by-the-other");
    let drawer = || Drawer::with("desk", &site.base, Manner::Bearer, "hunter2");
    for path in ["/within", "/away", "/round"] {
        ask(drawer(), &site.url(path), "desk").await;
    }
    let carried_to = |site: &Site| carried(site, "hunter2");
    let wanted =
        [("/within", true), ("/users", true), ("/away", true), ("/round", true), ("/chosen-by-the-other", false)];
    assert_eq!(carried_to(&site), wanted.map(|(path, carried)| (path.to_owned(), carried)));
    assert_eq!(carried_to(&other), [("/there".to_owned(), false), ("/back".to_owned(), false)]);
}

#[tokio::test]
async fn without_it_nothing_is_asked_and_it_is_said_why() {
    let site = Site::start(|_| respond("200 OK", &[], b"[]")).await;
    let drawer = || Drawer::with("desk", "https://report.example", Manner::Basic, "desk:hunter2");
    for (name, kind) in [
        ("desk", FailureKind::ForeignCredential),
        ("other", FailureKind::NoCredential),
        ("locked", FailureKind::NoKeychain),
    ] {
        let seen = ask(drawer(), &site.url("/users"), name).await;
        assert_failed(&seen, kind, Stage::Credential);
        assert!(!failure(&seen).detail.contains("hunter2"));
    }
    let order = Order {
        url: Url::parse(&site.url("/users")).unwrap(),
        freshness: Freshness::Full,
        timeout: AMPLE,
        what: What::WithCredential("desk".to_owned()),
        reach: Reach::Loopback,
    };
    assert_failed(&fetch().look(order).await, FailureKind::NoKeychain, Stage::Credential);
    assert_eq!(site.seen.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn it_reaches_no_output() {
    // Neither where the answer is broken, nor where it is well.
    let site = Site::start(|path| match path {
        "/broken" => vec![Act::Send(b"nonsense\r\n\r\n".to_vec()), Act::Close],
        "/loop" => respond("302 Found", &[("Location", "/loop")], b""),
        _ => respond("401 Unauthorized", &[("WWW-Authenticate", "Basic")], b"no"),
    })
    .await;
    for (manner, secret, shown) in [
        (Manner::Basic, "desk:hunter2", "ZGVzazpodW50ZXIy"),
        (Manner::Bearer, "hunter2", "hunter2"),
        (Manner::Header("X-Key".to_owned()), "hunter2", "hunter2"),
    ] {
        for path in ["/broken", "/loop", "/refused"] {
            let drawer = Drawer::with("desk", &site.base, manner.clone(), secret);
            let seen = format!("{:?}", ask(drawer, &site.url(path), "desk").await);
            assert!(!seen.contains(shown) && !seen.contains("hunter2"), "{seen}");
        }
    }
}
