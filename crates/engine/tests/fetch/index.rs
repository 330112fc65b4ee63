//! A sitemap that lists others.

use frontwatch_core::observation::Outcome;
use frontwatch_engine::ports::{Fetch, Freshness, Order, What};
use url::Url;

use crate::site::{Site, respond};
use crate::{AMPLE, answer, fetch};

fn index(children: &[&str]) -> String {
    let listed: Vec<String> = children.iter().map(|child| format!("<sitemap><loc>{child}</loc></sitemap>")).collect();
    let listed = listed.concat();
    format!(
        "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{listed}</sitemapindex>"
    )
}

const STORIES: &str = "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
    <url><loc>/news/1</loc></url></urlset>";

#[tokio::test]
async fn the_latest_sitemap_of_an_index_answers_in_its_place_and_circles_end() {
    let tag = [("ETag", "\"of the sitemap\""), ("Content-Type", "application/xml")];
    let site = Site::start(move |path| match path {
        "/index" => respond("200 OK", &[], index(&["/pages", "/news-1"]).as_bytes()),
        "/nested" => respond("200 OK", &[], index(&["/index"]).as_bytes()),
        "/circle" => respond("200 OK", &[], index(&["/circle", "/other"]).as_bytes()),
        "/other" => respond("200 OK", &[], index(&["/circle"]).as_bytes()),
        "/away" => respond("200 OK", &[], index(&["https://elsewhere.example/news"]).as_bytes()),
        "/broken" => respond("200 OK", &[], index(&["/gone"]).as_bytes()),
        "/empty" => respond("200 OK", &[], index(&[]).as_bytes()),
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
        ("/empty", "<sitemapindex", vec!["/empty"]),
        ("/not-one", "a sitemapindex in words", vec!["/not-one"]),
        ("/nothing", "nothing", vec!["/nothing"]),
    ] {
        let before = site.seen.requests().len();
        let url = Url::parse(&site.url(path)).unwrap();
        let order = Order { url: url.clone(), freshness: Freshness::Full, timeout: AMPLE, what: What::Feed };
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
            assert_eq!(answer.headers.get("etag"), None, "{path}");
        }
    }
    let order = Order {
        url: Url::parse(&site.url("/index")).unwrap(),
        freshness: Freshness::Full,
        timeout: AMPLE,
        what: What::Page,
    };
    let seen = fetch().look(order).await;
    assert!(
        matches!(seen.outcome, Outcome::Answered(answer) if answer.body.starts_with(b"<?xml") && answer.body != STORIES.as_bytes())
    );
}
