//! A sitemap that lists others.

use std::time::Duration;

use frontwatch_core::observation::{Outcome, Validators};
use frontwatch_core::parts::Reach;
use frontwatch_engine::ports::{Fetch, Freshness, Order, What};
use url::Url;

use crate::site::{Act, Site, respond};
use crate::{AMPLE, answer, fetch};

fn index(children: &[&str]) -> String {
    let listed: Vec<String> = children.iter().map(|child| format!("<sitemap><loc>{child}</loc></sitemap>")).collect();
    let listed = listed.concat();
    format!(
        "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{listed}</sitemapindex>"
    )
}

/// A body that is large, bytes; and the most that a sitemap behind an index may have.
const LARGE: usize = 2 * 1024 * 1024;
const MOST: usize = 4_000_000;

const STORIES: &str = "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
    <url><loc>/news/1</loc></url></urlset>";

#[tokio::test]
async fn the_latest_sitemap_of_an_index_answers_in_its_place_and_circles_end() {
    let tag = [
        ("ETag", "\"of the sitemap\""),
        ("Last-Modified", "Mon, 21 Sep 2026 14:13:20 GMT"),
        ("Content-Type", "application/xml"),
    ];
    let site = Site::start(move |path| match path {
        "/index" => respond("200 OK", &[], index(&["/pages", "/news-1"]).as_bytes()),
        "/nested" => respond("200 OK", &[], index(&["/index"]).as_bytes()),
        "/circle" => respond("200 OK", &[], index(&["/circle", "/other"]).as_bytes()),
        "/other" => respond("200 OK", &[], index(&["/circle"]).as_bytes()),
        "/away" => respond("200 OK", &[], index(&["https://elsewhere.example/news"]).as_bytes()),
        "/broken" => respond("200 OK", &[], index(&["/gone"]).as_bytes()),
        "/empty" => respond("200 OK", &[], index(&[]).as_bytes()),
        "/late" => respond("200 OK", &[], format!("<!--{}-->{}", "-".repeat(3_000), index(&["/news-1"])).as_bytes()),
        "/long" => respond("200 OK", &[], format!("{}<!--{}-->", index(&["/news-1"]), "-".repeat(LARGE)).as_bytes()),
        "/to-too-much" => respond("200 OK", &[], index(&["/too-much"]).as_bytes()),
        "/too-much" => respond("200 OK", &[], format!("{STORIES}<!--{}-->", "-".repeat(MOST)).as_bytes()),
        "/not-one" => respond("200 OK", &[], b"<rss><channel><title>a sitemapindex in words</title></channel></rss>"),
        "/news-1" => respond("200 OK", &tag, STORIES.as_bytes()),
        _ => respond("404 Not Found", &[], b"nothing"),
    })
    .await;
    for (path, expected, asked) in [
        ("/index", STORIES, vec!["/index", "/news-1"]),
        ("/nested", STORIES, vec!["/nested", "/index", "/news-1"]),
        ("/news-1", STORIES, vec!["/news-1"]),
        ("/circle", "<loc>/other</loc>", vec!["/circle", "/other"]),
        ("/away", "<loc>https://elsewhere.example/news</loc>", vec!["/away"]),
        ("/broken", "<loc>/gone</loc>", vec!["/broken", "/gone"]),
        ("/late", STORIES, vec!["/late", "/news-1"]),
        // It would hold its place among the large while it waits for another.
        ("/long", "<loc>/news-1</loc>", vec!["/long"]),
        ("/to-too-much", "<loc>/too-much</loc>", vec!["/to-too-much", "/too-much"]),
        ("/empty", "<sitemapindex", vec!["/empty"]),
        ("/not-one", "a sitemapindex in words", vec!["/not-one"]),
        ("/nothing", "nothing", vec!["/nothing"]),
    ] {
        let before = site.seen.requests().len();
        let url = Url::parse(&site.url(path)).unwrap();
        let order = Order {
            url: url.clone(),
            freshness: Freshness::Full,
            timeout: AMPLE,
            what: What::Feed,
            reach: Reach::Loopback,
        };
        let seen = fetch().look(order).await;
        let requests: Vec<String> = site.seen.requests()[before..]
            .iter()
            .filter_map(|head| head.split_whitespace().nth(1).map(str::to_owned))
            .collect();
        assert_eq!(requests, asked, "{path}");
        let answer = answer(seen);
        assert!(String::from_utf8_lossy(&answer.body).contains(expected), "{path}: {answer:?}");
        assert_eq!(answer.url, url, "{path}: the sitemap stands under the address that was asked for");
        if asked.len() > 1 && expected == STORIES {
            assert_eq!((answer.headers.get("etag"), answer.headers.get("last-modified")), (None, None), "{path}");
        }
    }
    let order = Order {
        url: Url::parse(&site.url("/index")).unwrap(),
        freshness: Freshness::Full,
        timeout: AMPLE,
        what: What::Page,
        reach: Reach::Loopback,
    };
    let seen = fetch().look(order).await;
    assert!(
        matches!(seen.outcome, Outcome::Answered(answer) if answer.body.starts_with(b"<?xml") && answer.body != STORIES.as_bytes())
    );
}

#[tokio::test]
async fn an_index_that_was_seen_before_leads_to_its_sitemap_all_the_same() {
    const SLOW: Duration = Duration::from_millis(300);
    let site = Site::start(move |path| match path {
        "/index" => [vec![Act::Pause(SLOW)], respond("200 OK", &[], index(&["/news-1"]).as_bytes())].concat(),
        _ => respond("200 OK", &[], STORIES.as_bytes()),
    })
    .await;
    let known = Validators { etag: Some("\"of the index\"".to_owned()), last_modified: None };
    let url = Url::parse(&site.url("/index")).unwrap();
    let seen = fetch()
        .look(Order {
            url,
            freshness: Freshness::Conditional(known),
            timeout: AMPLE,
            what: What::Feed,
            reach: Reach::Loopback,
        })
        .await;
    assert!(seen.took >= SLOW, "both looks took as long as that: {:?}", seen.took);
    assert_eq!(&answer(seen).body[..], STORIES.as_bytes());
    let asked: Vec<bool> = site.seen.requests().iter().map(|head| head.contains("if-none-match")).collect();
    assert_eq!(asked, [true, false], "what is known of the index says nothing of the sitemap behind it");
}
