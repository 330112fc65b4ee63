//! The configuration from its text: what is accepted here, what is refused, hostile and edited in the modules.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod alerts;
mod changed;
mod channels;
mod edited;
mod endpoints;
mod hostile;
mod refused;
mod settings;

use std::time::Duration;

use frontwatch_core::config::{Admin, Changes, Config, Metered, Outlet, Watching, compare, parse};
use frontwatch_core::watch::{Expect, Watch, WatchKind};
use url::Url;

/// The example of the user guide: it must be accepted as it stands.
const EXAMPLE: &str = r##"[watching]
interval = "30s"          # homepages; jittered by a tenth; at least 2s, under 10s on loopback only
timeout  = "15s"
languages = ["az", "en"]  # of the alerts; the desktop's own when absent

[[outlet]]
name = "Report"
group = "Global Media Group"
homepage = ["https://report.az/", "https://report.az/en/", "https://report.az/ru/"]   # one address or several
feed = "https://report.az/rss"

  [[outlet.admin]]
  url = "https://report.az/admin/"
  expect = "login"        # login | denied | gone | json

  [[outlet.admin]]
  url = "https://report.az/wp-json/wp/v2/users?roles=administrator&per_page=100"
  expect = "json"
  values = ["/*/id", "/*/slug"]     # JSON pointers (RFC 6901) with *: these may not change; one that matches nothing is a warning
  credential = "report-readonly"    # a name in the desktop's keychain, never a secret here

[[outlet]]
name = "Baku TV"
group = "Global Media Group"
homepage = "https://baku.tv/"
  [outlet.ignore]
  selectors = [".ad", "#weather"]   # never exempts a cover, a script, a title or a heading
"##;

fn url(text: &str) -> Url {
    text.parse().expect("a test's address is right")
}

fn read(text: &str) -> Config {
    parse(text).unwrap_or_else(|errors| panic!("{errors:#?}")).config
}

/// An outlet with a name and one homepage.
fn outlet(name: &str, homepage: &str) -> Outlet {
    Outlet {
        name: name.to_owned(),
        group: None,
        homepages: vec![url(homepage)],
        feed: None,
        article: true,
        pinned: vec![],
        reader_look: true,
        admin: Vec::new(),
        ignore: Vec::new(),
        planned: Vec::new(),
    }
}

fn report() -> Outlet {
    let users = "https://report.az/wp-json/wp/v2/users?roles=administrator&per_page=100";
    Outlet {
        group: Some("Global Media Group".to_owned()),
        homepages: ["https://report.az/", "https://report.az/en/", "https://report.az/ru/"].map(url).to_vec(),
        feed: Some(url("https://report.az/rss")),
        admin: vec![
            Admin { url: url("https://report.az/admin/"), expect: Expect::Login, values: Vec::new(), credential: None },
            Admin {
                url: url(users),
                expect: Expect::Json,
                values: vec!["/*/id".to_owned(), "/*/slug".to_owned()],
                credential: Some("report-readonly".to_owned()),
            },
        ],
        ..outlet("Report", "https://report.az/")
    }
}

fn baku_tv() -> Outlet {
    Outlet {
        group: Some("Global Media Group".to_owned()),
        ignore: vec![".ad".to_owned(), "#weather".to_owned()],
        ..outlet("Baku TV", "https://baku.tv/")
    }
}

#[test]
fn the_example_is_accepted_as_it_stands() {
    let parsed = parse(EXAMPLE).expect("the example is valid");
    assert_eq!(parsed.warnings, []);
    assert_eq!(
        parsed.config.watching,
        Watching { languages: vec!["az".to_owned(), "en".to_owned()], ..Watching::default() }
    );
    assert_eq!(parsed.config.outlets, [report(), baku_tv()]);
}

#[test]
fn every_key_of_watching_is_read_and_has_a_default() {
    assert_eq!(read(""), Config::default());
    assert_eq!(read("\u{feff}# nothing yet\r\n"), Config::default());
    assert_eq!(Watching::default().interval, Duration::from_secs(30));
    assert_eq!(Watching::default().timeout, Duration::from_secs(15));
    assert_eq!(Watching::default().keep_bytes, 500_000_000);

    let text = r#"watching = { interval = "2m", timeout = "500ms", keep = "2 GiB", user_agent = "desk/1 (a@b.example)",
        resolvers = ["9.9.9.9", "[::1]:5353"], system_resolvers = false,
        probes = ["http://127.0.0.1:9/up"], metered = "same",
        certificate_authorities = ["/etc/ssl/a.pem", "/b.pem"], languages = ["zh-Hant-TW"], unwanted_pictures = "/home/desk/unwanted" }"#;
    assert_eq!(
        read(text).watching,
        Watching {
            interval: Duration::from_secs(120),
            timeout: Duration::from_millis(500),
            languages: vec!["zh-Hant-TW".to_owned()],
            user_agent: Some("desk/1 (a@b.example)".to_owned()),
            certificate_authorities: vec!["/etc/ssl/a.pem".to_owned(), "/b.pem".to_owned()],
            keep_bytes: 2 << 30,
            resolvers: vec!["9.9.9.9:53".parse().unwrap(), "[::1]:5353".parse().unwrap()],
            system_resolvers: false,
            unwanted_pictures: Some("/home/desk/unwanted".to_owned()),
            probes: vec![url("http://127.0.0.1:9/up")],
            metered: Metered::Same,
        }
    );
}

#[test]
fn neutral_addresses_have_a_default_and_an_empty_list_asks_nobody() {
    assert_eq!(Watching::default().probes.len(), 3, "{:?}", Watching::default().probes);
    assert!(Watching::default().probes.iter().all(|probe| probe.scheme() == "http"), "a portal can show itself");
    assert_eq!(read("watching = { probes = [] }").watching.probes, []);
    assert_eq!(Watching::default().metered, Metered::Slower);
}

#[test]
fn watches_are_in_the_order_of_the_configuration() {
    let config = read(EXAMPLE);
    let ids: Vec<String> = config.watches().iter().map(|watch| watch.id.to_string()).collect();
    assert_eq!(
        ids,
        [
            "homepage https://report.az/",
            "homepage https://report.az/en/",
            "homepage https://report.az/ru/",
            "admin https://report.az/admin/",
            "admin https://report.az/wp-json/wp/v2/users?roles=administrator&per_page=100",
            "feed https://report.az/rss",
            "tls https://report.az/",
            "dns https://report.az/",
            "homepage https://baku.tv/",
            "tls https://baku.tv/",
            "dns https://baku.tv/",
        ]
    );
    let mut watches = config.watches();
    let name = watches.pop().expect("there are watches");
    assert_eq!((name.kind, name.outlet.as_str(), name.ignore), (WatchKind::Dns, "Baku TV", Vec::<String>::new()));
    let certificate = watches.pop().expect("there are watches");
    assert_eq!((certificate.outlet.as_str(), certificate.ignore), ("Baku TV", Vec::<String>::new()));
    let last = watches.pop().expect("there are watches");
    assert_eq!((last.outlet.as_str(), last.group.as_deref()), ("Baku TV", Some("Global Media Group")));
    assert_eq!((last.kind, last.expect, last.ignore), (WatchKind::Homepage, None, baku_tv().ignore));
    assert_eq!(config.watches()[3].expect, Some(Expect::Login));
}

#[test]
fn each_host_and_port_has_one_certificate_of_the_first_outlet_that_names_it() {
    let text = r#"
        [[outlet]]
        name = "A"
        homepage = ["https://a.example/", "https://A.example:443/en/?q", "https://a.example:8443/", "http://a.example/"]
        feed = "https://feeds.example/a.xml"
        [[outlet.admin]]
        url = "https://panel.example/login"
        expect = "login"
        [[outlet]]
        name = "B"
        homepage = "https://a.example/b"
        feed = "https://b.example/rss"
    "#;
    let certificates: Vec<(String, String)> = read(text)
        .watches()
        .into_iter()
        .filter(|watch| watch.kind == WatchKind::Tls)
        .map(|watch| (watch.outlet, watch.url.to_string()))
        .collect();
    let owned = |(outlet, url): (&str, &str)| (outlet.to_owned(), url.to_owned());
    let expected = [
        ("A", "https://a.example/"),
        ("A", "https://a.example:8443/"),
        ("A", "https://panel.example/"),
        ("A", "https://feeds.example/"),
        ("B", "https://b.example/"),
    ];
    assert_eq!(certificates, expected.map(owned));
}

#[test]
fn comparing_finds_what_a_running_watch_must_know() {
    let old = read(EXAMPLE);
    assert!(compare(&old, &old).is_empty());

    let text = EXAMPLE
        .replace("https://report.az/rss", "https://report.az/feed")
        .replace("expect = \"login\"", "expect = \"denied\"")
        .replace("name = \"Baku TV\"", "name = \"Baku Television\"")
        .replace("interval = \"30s\"", "interval = \"60s\"");
    let ids = |changes: Changes| {
        let ids =
            |watches: Vec<_>| -> Vec<String> { watches.into_iter().map(|watch: Watch| watch.id.to_string()).collect() };
        [ids(changes.added), ids(changes.removed), ids(changes.changed)]
    };
    assert_eq!(
        ids(compare(&old, &read(&text))),
        [
            vec!["feed https://report.az/feed"],
            vec!["feed https://report.az/rss"],
            vec![
                "admin https://report.az/admin/",
                "homepage https://baku.tv/",
                "tls https://baku.tv/",
                "dns https://baku.tv/"
            ],
        ]
    );
    let all: Vec<String> = old.watches().iter().map(|watch| watch.id.to_string()).collect();
    assert_eq!(ids(compare(&old, &Config::default())), [vec![], all.clone(), vec![]]);
    assert_eq!(ids(compare(&Config::default(), &old)), [all, vec![], vec![]]);
}
