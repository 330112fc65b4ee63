//! Who is let in, and what they can do: the token once, the cookie after it, no other origin, no other name.

use std::error::Error;
use std::sync::Arc;

use frontwatch_browser_host::serve;
use frontwatch_demo::Desks;
use frontwatch_engine::place::Place;
use frontwatch_newsroom::{Newsroom, Options};
use reqwest::{Client, Method, RequestBuilder, StatusCode, header, redirect};
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

/// A host with an interface of one line, and a client that follows no redirect and keeps no cookie.
struct House {
    home: TempDir,
    desks: Arc<Desks>,
    enter: String,
    base: String,
    client: Client,
}

impl House {
    async fn open() -> Result<Self, Box<dyn Error>> {
        let home = tempfile::tempdir()?;
        std::fs::write(home.path().join("index.html"), "<!doctype html><title>window</title>")?;
        let place = Place::new(Some(&home.path().join("a.toml")), Some(&home.path().join("data")))?;
        let (opens, _) = tokio::sync::mpsc::unbounded_channel();
        let desks = Desks::open(&place, opens).await;
        let (enter, server) = serve(Arc::clone(&desks), home.path(), 0).await?;
        tokio::spawn(server);
        let base = enter.split("/enter").next().unwrap_or_default().to_owned();
        let client = Client::builder().redirect(redirect::Policy::none()).no_proxy().build()?;
        Ok(Self { home, desks, enter, base, client })
    }

    /// The cookie that the token gives.
    async fn cookie(&self) -> Result<String, Box<dyn Error>> {
        let entered = self.client.get(&self.enter).send().await?;
        assert_eq!(entered.status(), StatusCode::SEE_OTHER);
        let cookie = entered.headers().get(header::SET_COOKIE).ok_or("no cookie")?.to_str()?;
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        Ok(cookie.split(';').next().unwrap_or_default().to_owned())
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    fn asking(&self, cookie: &str, body: &str) -> RequestBuilder {
        self.request(Method::POST, "/ask")
            .header(header::COOKIE, cookie)
            .header(header::ORIGIN, &self.base)
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.to_owned())
    }
}

#[tokio::test]
async fn nothing_is_given_to_whoever_has_no_cookie() -> Outcome {
    let house = House::open().await?;
    for (method, path) in [
        (Method::GET, "/"),
        (Method::GET, "/index.html"),
        (Method::GET, "/shell"),
        (Method::GET, "/events"),
        (Method::POST, "/ask"),
        (Method::GET, "/enter"),
        (Method::GET, "/enter?token=0"),
    ] {
        let refused = house.request(method, path).send().await?;
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(refused.text().await?, "", "{path}");
    }
    let wrong = house.request(Method::GET, "/").header(header::COOKIE, "frontwatch=0; other=1").send().await?;
    assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
    house.desks.close().await;
    Ok(())
}

#[tokio::test]
async fn the_token_opens_once_and_to_our_own_name_alone() -> Outcome {
    let house = House::open().await?;
    let rebound = house.client.get(&house.enter).header(header::HOST, "evil.example").send().await?;
    assert_eq!(rebound.status(), StatusCode::UNAUTHORIZED, "and it was not used up by that");
    let cookie = house.cookie().await?;
    let again = house.client.get(&house.enter).send().await?;
    assert_eq!(again.status(), StatusCode::UNAUTHORIZED);
    let page = house.request(Method::GET, "/").header(header::COOKIE, &cookie).send().await?;
    assert_eq!(page.status(), StatusCode::OK);
    let policy = page.headers().get(header::CONTENT_SECURITY_POLICY).ok_or("no policy")?.to_str()?.to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(page.text().await?.contains("window"));
    let name = house.request(Method::GET, "/").header(header::COOKIE, &cookie).header(header::HOST, "localhost");
    assert_eq!(name.send().await?.status(), StatusCode::MISDIRECTED_REQUEST);
    house.desks.close().await;
    Ok(())
}

#[tokio::test]
async fn only_our_own_page_may_ask() -> Outcome {
    let house = House::open().await?;
    let cookie = house.cookie().await?;
    let overview = r#"{"ask":"overview"}"#;
    let answered = house.asking(&cookie, overview).send().await?;
    assert_eq!(answered.status(), StatusCode::OK);
    let body = answered.text().await?;
    assert!(body.starts_with(r#"{"is":"overview","#) && body.contains("Nothing is watched yet."), "{body}");

    let post = || house.request(Method::POST, "/ask").header(header::COOKIE, &cookie).body(overview);
    let strange = post().header(header::ORIGIN, "http://evil.example").header(header::CONTENT_TYPE, "application/json");
    assert_eq!(strange.send().await?.status(), StatusCode::FORBIDDEN);
    let silent = post().header(header::CONTENT_TYPE, "application/json");
    assert_eq!(silent.send().await?.status(), StatusCode::FORBIDDEN, "no origin is not ours");
    let form = post().header(header::ORIGIN, &house.base).header(header::CONTENT_TYPE, "text/plain");
    assert_eq!(form.send().await?.status(), StatusCode::UNPROCESSABLE_ENTITY);
    for nonsense in [r#"{"ask":"shutdown"}"#, r#"{"ask":"propose"}"#, "", "[]", "{"] {
        let refused = house.asking(&cookie, nonsense).send().await?;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
        assert!(refused.text().await?.contains("request.unreadable"), "{nonsense}");
    }
    house.desks.close().await;
    Ok(())
}

#[tokio::test]
async fn a_browser_hears_that_something_changed() -> Outcome {
    let house = House::open().await?;
    let cookie = house.cookie().await?;
    let mut events = house.request(Method::GET, "/events").header(header::COOKIE, &cookie).send().await?;
    house.asking(&cookie, r#"{"ask":"pause","minutes":60}"#).send().await?;
    let first = events.chunk().await?.ok_or("no event")?;
    // By the HTML standard an event whose data is empty is not dispatched.
    assert_eq!(first.as_ref(), b"event: changed\ndata: overview\n\n");
    house.desks.close().await;
    Ok(())
}

#[tokio::test]
async fn an_outlet_is_proposed_added_and_watched_by_what_is_typed() -> Outcome {
    let house = House::open().await?;
    let cookie = house.cookie().await?;
    let newsroom = Newsroom::start(Options::default()).await?;
    let site = newsroom.outlets()[0].homepage.to_string();

    for (typed, code) in [
        ("not an address", "address.none"),
        ("ftp://report.example", "address.scheme"),
        ("http://me:secret@127.0.0.1/", "address.password"),
        ("http://127.0.0.1:1/", "site.no-page"),
    ] {
        let refused = house.asking(&cookie, &format!(r#"{{"ask":"propose","address":"{typed}"}}"#)).send().await?;
        let body = refused.text().await?;
        assert!(body.contains(code) && !body.contains("secret"), "{typed}: {body}");
    }
    let proposal =
        house.asking(&cookie, &format!(r#"{{"ask":"propose","address":"{site}"}}"#)).send().await?.text().await?;
    assert!(proposal.contains(r#""is":"proposal""#) && proposal.contains(&site), "{proposal}");

    let probe = format!(r#"{{"ask":"probe","homepage":"{site}"}}"#);
    let probed = house.asking(&cookie, &probe).send().await?.text().await?;
    assert!(probed.contains("asks for a password") && probed.contains(r#""probed":true"#), "{probed}");

    let unseen = r#"{"ask":"add","homepage":"https://report.example/","name":"Report","group":null}"#;
    let refused = house.asking(&cookie, unseen).send().await?.text().await?;
    assert!(refused.contains("address.not-proposed"), "what nobody saw is not written: {refused}");
    let add = format!(r#"{{"ask":"add","homepage":"{site}","name":"Our paper","group":null}}"#);
    let added = house.asking(&cookie, &add).send().await?.text().await?;
    assert!(added.contains(r#""name":"Our paper""#), "the answer already has it: {added}");
    let written = std::fs::read_to_string(house.home.path().join("a.toml"))?;
    for part in [site.as_str(), "feed = ", "[[outlet.admin]]"] {
        assert!(written.contains(part), "{part}: {written}");
    }
    let twice = house.asking(&cookie, &add).send().await?.text().await?;
    assert!(twice.contains("address.watched"), "{twice}");
    house.desks.close().await;
    newsroom.stop().await;
    Ok(())
}
