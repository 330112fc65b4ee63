//! What is proposed of a site on loopback, and how politely it is asked: sites that say yes to everything, that refuse,
//! that lead elsewhere.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use frontwatch_core::config::Config;
use frontwatch_core::text::Message;
use frontwatch_core::watch::Expect;
use frontwatch_engine::api::probe::{MOST, probe};
use frontwatch_engine::api::propose::{Proposed, find_feed, propose};
use frontwatch_engine::clock::SystemClock;
use frontwatch_engine::fetch::{HttpFetch, Settings};
use frontwatch_engine::ports::{Clock, Fetch, Later};
use frontwatch_newsroom::{Newsroom, Options, Roster};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

const TIMEOUT: Duration = Duration::from_secs(5);
const PAGE: &str = "<html><head><title>Paper</title></head><body>News";
const LOGIN: &str = "<html><form><input name=u><input type=password name=p></form></html>";
const RSS: &str = "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>";
const NOT_FOUND: (u16, &str) = (404, "<html>no such page");

/// What a site has, by path, status and body; the admin endpoints, the feed and the sentences that come of it.
type Row<'a> = (&'a [(&'a str, u16, &'a str)], Vec<(&'a str, Expect)>, Option<&'a str>, &'a [&'a str]);
/// Status and body of a path.
type Says = dyn Fn(&str) -> (u16, String) + Send + Sync;

/// A clock that counts the pauses and makes none.
#[derive(Default)]
struct Paced(Mutex<Vec<Duration>>);

impl Clock for Paced {
    fn now(&self) -> Timestamp {
        SystemClock.now()
    }

    fn sleep(&self, time: Duration) -> Later<()> {
        self.0.lock().unwrap().push(time);
        Box::pin(std::future::ready(()))
    }
}

/// A site that answers by its table; stops when dropped.
struct Site {
    home: Url,
    asked: Arc<Mutex<Vec<String>>>,
    _serving: JoinSet<()>,
}

impl Site {
    /// `answer` gives status and body of a path; with a status of 3xx the body is where it leads.
    async fn start(answer: impl Fn(&str) -> (u16, String) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let home = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (answer, log) = (Arc::new(answer), Arc::clone(&asked));
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut open = JoinSet::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let (answer, log) = (Arc::clone(&answer), Arc::clone(&log));
                open.spawn(async move {
                    let mut head = Vec::new();
                    let mut part = [0; 4096];
                    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                        match stream.read(&mut part).await {
                            Ok(read) if read > 0 => head.extend_from_slice(&part[..read]),
                            _ => return,
                        }
                    }
                    let head = String::from_utf8_lossy(&head).into_owned();
                    let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
                    let (status, body) = answer(&path);
                    log.lock().unwrap().push(path);
                    let leads = if (300..400).contains(&status) { format!("Location: {body}\r\n") } else { String::new() };
                    let text = format!(
                        "HTTP/1.1 {status} Said\r\n{leads}Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                        body.len()
                    );
                    // Who asked may have gone.
                    let _ = stream.write_all(text.as_bytes()).await;
                });
            }
        });
        Self { home, asked, _serving: serving }
    }

    /// A site with these pages, its front page among them, and "not found" for all others.
    async fn of(pages: &[(&str, u16, &str)]) -> Self {
        let pages: BTreeMap<String, (u16, String)> =
            pages.iter().map(|(path, status, body)| ((*path).to_owned(), (*status, (*body).to_owned()))).collect();
        Self::start(move |path| {
            pages.get(path).cloned().unwrap_or_else(|| match path {
                "/" => (200, PAGE.to_owned()),
                _ => (NOT_FOUND.0, NOT_FOUND.1.to_owned()),
            })
        })
        .await
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// What came of a site: its proposal, what was said after the places were asked for, how long was paused.
struct Came {
    proposed: Proposed,
    words: Vec<String>,
    pauses: Vec<Duration>,
}

async fn survey(home: &Url, places_too: bool) -> Came {
    let fetch: Arc<dyn Fetch> = Arc::new(HttpFetch::new(&Settings::default(), Arc::new(SystemClock)).unwrap());
    let paced = Arc::new(Paced::default());
    let clock: Arc<dyn Clock> = paced.clone();
    let mut proposed = propose(&fetch, home.clone(), TIMEOUT).await.unwrap();
    find_feed(&fetch, &clock, &mut proposed, TIMEOUT).await;
    let words =
        if places_too { probe(&fetch, &clock, &mut proposed, &Config::default(), TIMEOUT).await } else { Vec::new() };
    let pauses = paced.0.lock().unwrap().clone();
    Came { proposed, words: ids(&words), pauses }
}

fn ids(words: &[Message]) -> Vec<String> {
    words.iter().map(|word| word.id.clone()).collect()
}

impl Came {
    /// Path and expectation of each admin endpoint.
    fn admin(&self) -> Vec<(&str, Expect)> {
        self.proposed.outlet.admin.iter().map(|admin| (admin.url.path(), admin.expect)).collect()
    }

    fn feed(&self) -> Option<&str> {
        self.proposed.outlet.feed.as_ref().map(Url::path)
    }
}

#[tokio::test]
async fn without_a_yes_only_what_the_site_names_is_asked_for() {
    let head = "<head><link rel=alternate hreflang=en href=/en/><link rel=alternate hreflang=ru href=https://elsewhere.example/ru/>\
        <link rel=amphtml href=/amp><meta name=generator content='WordPress 6.9'>\
        <link rel=alternate type=application/rss+xml href=/dead.xml><link rel=alternate type=application/rss+xml href=/live.xml>";
    let site =
        Site::of(&[("/", 200, head), ("/dead.xml", 200, PAGE), ("/live.xml", 200, RSS), ("/wp-login.php", 200, LOGIN)])
            .await;
    let came = survey(&site.home, false).await;
    let homepages: Vec<&str> = came.proposed.outlet.homepages.iter().map(Url::path).collect();
    assert_eq!((homepages, came.feed(), came.admin()), (vec!["/", "/en/", "/amp"], Some("/live.xml"), vec![]));
    assert_eq!(site.asked(), ["/", "/dead.xml", "/live.xml"]);
    assert_eq!(came.pauses, [Duration::from_millis(500); 2]);
    assert_eq!(ids(&came.proposed.facts), ["add-no-https", "add-generator", "add-feed"]);
}

#[tokio::test]
async fn a_sitemap_of_robots_txt_stands_in_for_a_feed() {
    let base = Arc::new(Mutex::new(String::new()));
    let known = Arc::clone(&base);
    let site = Site::start(move |path| match path {
        "/" => (200, PAGE.to_owned()),
        "/robots.txt" => {
            let base = known.lock().unwrap().clone();
            (
                200,
                format!(
                    "Sitemap: http://127.0.0.2:1/elsewhere.xml\nSitemap: {base}index.xml\nSitemap: {base}news.xml\n"
                ),
            )
        }
        "/news.xml" => (200, "<urlset><url><loc>http://127.0.0.1/1</loc></url></urlset>".to_owned()),
        _ => (404, String::new()),
    })
    .await;
    site.home.as_str().clone_into(&mut base.lock().unwrap());
    let came = survey(&site.home, false).await;
    assert_eq!(came.feed(), Some("/news.xml"));
    assert_eq!(site.asked(), ["/", "/robots.txt", "/news.xml"]);
}

#[tokio::test]
async fn a_list_of_sitemaps_is_taken_only_where_nothing_names_stories() {
    let list = "<sitemapindex><sitemap><loc>http://127.0.0.1/1.xml</loc></sitemap></sitemapindex>";
    let head = "<link rel=alternate type=application/rss+xml href=/list.xml><link rel=alternate type=application/rss+xml href=/live.xml>";
    for (live, feed, said) in [(RSS, "/live.xml", "add-feed"), (PAGE, "/list.xml", "add-feed-sitemaps")] {
        let site = Site::of(&[("/", 200, head), ("/list.xml", 200, list), ("/live.xml", 200, live)]).await;
        let came = survey(&site.home, false).await;
        assert_eq!(came.feed(), Some(feed));
        assert_eq!(ids(&came.proposed.facts), ["add-no-https", said]);
    }
}

#[tokio::test]
async fn the_well_known_places_show_what_is_there() {
    let users = r#"[{"id":1,"slug":"editor"}]"#;
    let wordpress = "<head><meta name=generator content='WordPress 6.9'>";
    let table: [Row<'_>; 6] = [
        (
            &[
                ("/", 200, wordpress),
                ("/wp-login.php", 200, LOGIN),
                ("/wp-json/wp/v2/users", 200, users),
                ("/feed", 200, RSS),
            ],
            vec![("/wp-login.php", Expect::Login), ("/wp-json/wp/v2/users", Expect::Json)],
            Some("/feed"),
            &["add-users-open", "add-feed", "add-probe-done"],
        ),
        (
            &[("/wp-login.php", 200, LOGIN), ("/wp-json/wp/v2/users", 401, "{}"), ("/rss.xml", 200, RSS)],
            vec![("/wp-login.php", Expect::Login), ("/wp-json/wp/v2/users", Expect::Denied)],
            Some("/rss.xml"),
            &["add-feed", "add-probe-done"],
        ),
        // Two places that lead to one page are one.
        (
            &[("/admin/", 302, "/login"), ("/login", 200, LOGIN)],
            vec![("/admin/", Expect::Login)],
            None,
            &["add-probe-done"],
        ),
        (&[("/administrator/", 403, "no")], vec![("/administrator/", Expect::Denied)], None, &["add-probe-done"]),
        (&[("/user/login", 200, LOGIN)], vec![("/user/login", Expect::Login)], None, &["add-probe-done"]),
        (&[], vec![], None, &["add-probe-done"]),
    ];
    for (pages, admin, feed, words) in table {
        let site = Site::of(pages).await;
        let came = survey(&site.home, true).await;
        assert_eq!((came.admin(), came.feed()), (admin, feed), "{pages:?}");
        assert_eq!(came.words, words, "{pages:?}");
        assert!(came.pauses.iter().all(|pause| *pause == Duration::from_millis(500)), "{:?}", came.pauses);
        // The front page is looked at at once; everything else after a pause, and redirects are followed.
        let followed = pages.iter().filter(|(_, status, _)| *status == 302).count();
        assert_eq!(site.asked().len(), 1 + came.pauses.len() + followed, "{:?}", site.asked());
        assert!(came.pauses.len() <= MOST as usize + 1, "robots.txt and the places: {:?}", site.asked());
    }
}

#[tokio::test]
async fn a_site_that_says_yes_to_everything_shows_nothing() {
    let count = Arc::new(Mutex::new(0));
    let soft: [Box<Says>; 4] = [
        // Of a soft 404, each with another number in it.
        Box::new(move |_| {
            let mut count = count.lock().unwrap();
            *count += 1;
            (200, format!("<html><title>Paper</title>We looked everywhere ({count})."))
        }),
        // A wall that wants a password of everybody.
        Box::new(|path| (200, format!("{LOGIN}{path}"))),
        // Everything leads to the front page, which has a login of readers.
        Box::new(|path| if path == "/" { (200, LOGIN.to_owned()) } else { (302, "/".to_owned()) }),
        // Everything but the front page is refused the same way.
        Box::new(|path| if path == "/" { (200, PAGE.to_owned()) } else { (401, "no".to_owned()) }),
    ];
    for (at, answer) in soft.into_iter().enumerate() {
        let site = Site::start(answer).await;
        let came = survey(&site.home, true).await;
        assert_eq!((came.admin(), came.feed()), (vec![], None), "{at}");
        assert_eq!(came.words, ["add-probe-done"], "{at}");
    }
}

#[tokio::test]
async fn who_is_refused_goes_away() {
    let refusing = |status: u16, after: usize| {
        let seen = Arc::new(Mutex::new(0));
        move |path: &str| {
            if path == "/" || path == "/robots.txt" {
                return (200, PAGE.to_owned());
            }
            let mut seen = seen.lock().unwrap();
            *seen += 1;
            if *seen > after { (status, "no".to_owned()) } else { (404, "none".to_owned()) }
        }
    };
    // Places asked for: those before the refusals, and one refusal or two.
    for (status, after, asked) in [(429, 0, 1), (429, 2, 3), (403, 0, 2), (403, 3, 5), (503, 1, 3)] {
        let site = Site::start(refusing(status, after)).await;
        let came = survey(&site.home, true).await;
        assert_eq!(site.asked().len(), 2 + asked, "{status} after {after}: {:?}", site.asked());
        assert_eq!(came.words, ["add-probe-done", "add-probe-stopped"], "{status} after {after}");
        assert!(came.feed().is_none() && came.admin().len() <= 1);
    }
    // robots.txt is refused before anything: the declared feed was not asked for again.
    let site = Site::start(|path| if path == "/" { (200, PAGE.to_owned()) } else { (429, String::new()) }).await;
    let came = survey(&site.home, false).await;
    assert_eq!((site.asked(), came.feed()), (vec!["/".to_owned(), "/robots.txt".to_owned()], None));
}

#[tokio::test]
async fn where_an_address_leads_elsewhere_that_is_said() {
    let there = Site::of(&[]).await;
    let leads = there.home.to_string();
    let here = Site::start(move |_| (302, leads.clone())).await;
    let came = survey(&here.home, false).await;
    assert_eq!(came.proposed.outlet.homepages, std::slice::from_ref(&there.home));
    assert_eq!(ids(&came.proposed.facts)[0], "add-elsewhere");
    assert_eq!(here.asked(), ["/"], "nothing more is asked of the first");
}

#[tokio::test]
async fn a_hostile_head_sends_nobody_anywhere() {
    let head = "<head><link rel=alternate type=application/rss+xml href=http://169.254.169.254/latest/>\
        <link rel=alternate type=application/rss+xml href=http://[::1]:22/><link rel=alternate hreflang=en href='javascript:alert(1)'>\
        <link rel=alternate hreflang=de href=//attacker.example/><base href=file:///etc/><meta name=generator content='\u{202e}<b>{$x}'>";
    let site = Site::of(&[("/", 200, head)]).await;
    let came = survey(&site.home, false).await;
    assert_eq!((came.proposed.outlet.homepages.len(), came.feed()), (1, None));
    assert_eq!(site.asked(), ["/", "/robots.txt"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newsroom_is_proposed_whole() {
    let options = Options { roster: Roster::Generated(1), page_kb: 30, ..Options::default() };
    let newsroom = Newsroom::start(options).await.unwrap();
    let outlet = newsroom.outlets().remove(0);
    let came = survey(&outlet.homepage, true).await;
    assert_eq!(came.proposed.outlet.homepages, [outlet.homepage]);
    assert_eq!(came.proposed.outlet.feed, Some(outlet.feed));
    let [admin] = came.proposed.outlet.admin.as_slice() else { unreachable!("one admin page: {:?}", came.admin()) };
    assert_eq!((&admin.url, admin.expect), (&outlet.admin, Expect::Login));
    newsroom.stop().await;
}
