//! HTTP as a careful client meets it: codings, validators, `HEAD`, the log, and commands.

use std::time::Duration;

use crate::visitor::{ask, at, get, open, text};
use frontwatch_newsroom::Visit;
use jiff::Timestamp;

#[tokio::test]
async fn gzip_and_plain_are_the_same_page() {
    let newsroom = open(|options| options.validators = true).await;
    for outlet in newsroom.outlets() {
        let plain = get(&outlet.homepage).await;
        let packed = ask("GET", &outlet.homepage, &[("Accept-Encoding", "gzip")]).await.unwrap();
        assert_eq!((plain.header("content-encoding"), packed.header("content-encoding")), ("", "gzip"));
        assert!(packed.raw.len() * 2 < plain.raw.len());
        assert_eq!(packed.text(), plain.text());
    }
}

#[tokio::test]
async fn what_did_not_change_is_304_and_what_did_is_not() {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = &newsroom.outlets()[0];
    for url in [outlet.homepage.clone(), outlet.feed.clone(), at(outlet, "/style.css"), at(outlet, "/img/logo.png")] {
        let tag = get(&url).await.header("etag").to_owned();
        assert!(tag.starts_with('"'), "{url}: {tag}");
        let again = ask("GET", &url, &[("If-None-Match", &tag)]).await.unwrap();
        assert_eq!((again.status, again.raw.len(), again.header("etag")), (304, 0, tag.as_str()), "{url}");
    }
    let tag = get(&outlet.homepage).await.header("etag").to_owned();
    newsroom.publish().await;
    assert_eq!(ask("GET", &outlet.homepage, &[("If-None-Match", &tag)]).await.unwrap().status, 200);
}

#[tokio::test]
async fn a_date_is_given_only_when_it_can_tell_two_editions_apart() {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = &newsroom.outlets()[0];
    // A try counts only where its second did not end on the way.
    for _ in 0..20 {
        let second = Timestamp::now().as_second();
        newsroom.publish().await;
        let fresh = get(&outlet.homepage).await;
        if Timestamp::now().as_second() == second {
            assert_eq!(fresh.header("last-modified"), "");
            break;
        }
    }
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let date = get(&outlet.homepage).await.header("last-modified").to_owned();
    assert!(date.ends_with(" GMT"), "{date:?}");
    let since = async || ask("GET", &outlet.homepage, &[("If-Modified-Since", &date)]).await.unwrap().status;
    assert_eq!(since().await, 304);
    newsroom.publish().await;
    assert_eq!(since().await, 200);
}

#[tokio::test]
async fn without_validators_there_are_none() {
    let newsroom = open(|_| ()).await;
    let reply = get(&newsroom.outlets()[0].homepage).await;
    assert_eq!((reply.header("etag"), reply.header("last-modified")), ("", ""));
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = &newsroom.outlets()[0];
    for url in [outlet.homepage.clone(), outlet.feed.clone(), at(outlet, "/nowhere")] {
        let (head, get) = (ask("HEAD", &url, &[]).await.unwrap(), get(&url).await);
        assert!(head.raw.is_empty());
        for name in ["content-length", "content-type", "etag"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {url}");
        }
        assert_eq!(head.status, get.status);
    }
    assert_eq!(ask("DELETE", &outlet.homepage, &[]).await.unwrap().status, 405);
}

#[tokio::test]
async fn the_log_says_who_asked_for_what() {
    let newsroom = open(|options| options.validators = true).await;
    let outlet = &newsroom.outlets()[0];
    let headers = [("If-None-Match", "*"), ("User-Agent", "a test"), ("Accept-Encoding", "gzip, br")];
    ask("GET", &at(outlet, "/?x=1"), &headers).await.unwrap();
    get(&at(outlet, "/nowhere")).await;
    let log = newsroom.log();
    let seen = |visit: &Visit| {
        (visit.path.clone(), visit.status, visit.conditional, visit.accept_encoding.clone(), visit.user_agent.clone())
    };
    assert_eq!(
        log.iter().map(seen).collect::<Vec<_>>(),
        [
            ("/?x=1".to_owned(), Some(304), true, "gzip, br".to_owned(), "a test".to_owned()),
            ("/nowhere".to_owned(), Some(404), false, String::new(), String::new()),
        ]
    );
    assert!(log.iter().all(|visit| *visit.outlet == *outlet.name && visit.method == "GET"));
    newsroom.forget_log();
    assert!(newsroom.log().is_empty());
}

#[tokio::test]
async fn commands_over_http_do_what_the_library_does() {
    let newsroom = open(|options| options.validators = true).await;
    let (outlet, control) = (&newsroom.outlets()[0], newsroom.control().clone());
    let order = async |path: &str| ask("POST", &control.join(path).unwrap(), &[("Content-Length", "0")]).await.unwrap();
    let well = text(&outlet.homepage).await;

    assert_eq!(order("/attack?outlet=ledger&attack=cover").await.status, 200);
    assert!(text(&outlet.homepage).await.contains("banner-full.png"));
    assert_eq!(order("/fault?outlet=all&fault=error-502").await.status, 200);
    assert_eq!(get(&newsroom.outlets()[3].homepage).await.status, 502);
    assert_eq!(order("/clear?outlet=all").await.status, 200);
    assert_eq!(text(&outlet.homepage).await, well);
    assert_eq!(order("/publish").await.status, 200);
    assert_ne!(text(&outlet.homepage).await, well);

    for (bad, status) in
        [("/attack?attack=nonsense", 400), ("/fault?fault=", 400), ("/clear?outlet=nobody", 409), ("/none", 404)]
    {
        let reply = order(bad).await;
        assert_eq!(reply.status, status, "{bad}");
        assert!(reply.text().contains("\"error\""), "{bad}");
    }
    let from_a_page = [("Origin", "https://elsewhere.example"), ("Content-Length", "0")];
    assert_eq!(ask("POST", &control.join("/publish").unwrap(), &from_a_page).await.unwrap().status, 403);

    let listed: serde_json::Value = serde_json::from_str(&text(&control.join("/outlets").unwrap()).await).unwrap();
    assert_eq!(listed, serde_json::json!(newsroom.outlets()));
    let log = text(&control.join("/log").unwrap()).await;
    assert_eq!(log.lines().count(), newsroom.log().len());
    assert_eq!(text(&control.join("/config?interval=2s").unwrap()).await, newsroom.config("2s"));
}

#[tokio::test]
async fn the_configuration_names_every_outlet() {
    let newsroom = open(|_| ()).await;
    let config: toml::Table = newsroom.config("2s").parse().unwrap();
    assert_eq!(config["watching"]["interval"].as_str(), Some("2s"));
    let outlets = config["outlet"].as_array().unwrap();
    for (written, outlet) in outlets.iter().zip(newsroom.outlets()) {
        assert_eq!(written["name"].as_str(), Some(outlet.name.as_str()));
        assert_eq!(written["homepage"].as_str(), Some(outlet.homepage.as_str()));
        assert_eq!(written["admin"][0]["expect"].as_str(), Some("login"));
    }
    assert_eq!(outlets.len(), 6);
}

#[tokio::test]
async fn nothing_listens_after_the_end() {
    for dropped in [false, true] {
        let newsroom = open(|_| ()).await;
        let (outlet, control) = (newsroom.outlets()[0].homepage.clone(), newsroom.control().clone());
        assert_eq!(get(&outlet).await.status, 200);
        if dropped {
            drop(newsroom);
            tokio::time::sleep(Duration::from_millis(200)).await;
        } else {
            newsroom.stop().await;
        }
        for url in [outlet, control] {
            assert!(ask("GET", &url, &[]).await.is_err(), "{url}, dropped: {dropped}");
        }
    }
}
