//! The configuration with which Frontwatch watches a newsroom.

use serde::Serialize;

use crate::newsroom::Outlet;

#[derive(Serialize)]
struct Config<'a> {
    watching: Watching<'a>,
    outlet: Vec<Watched<'a>>,
}

#[derive(Serialize)]
struct Watching<'a> {
    interval: &'a str,
}

#[derive(Serialize)]
struct Watched<'a> {
    name: &'a str,
    group: &'a str,
    homepage: &'a str,
    feed: &'a str,
    admin: [Admin<'a>; 1],
}

#[derive(Serialize)]
struct Admin<'a> {
    url: &'a str,
    expect: &'static str,
}

/// A configuration that watches the front page, feed and login page of every outlet.
#[expect(clippy::expect_used, reason = "strings in tables are always TOML")]
pub(crate) fn toml<'a>(interval: &str, outlets: impl Iterator<Item = &'a Outlet>) -> String {
    let outlet = outlets
        .map(|outlet| Watched {
            name: &outlet.name,
            group: &outlet.group,
            homepage: outlet.homepage.as_str(),
            feed: outlet.feed.as_str(),
            admin: [Admin { url: outlet.admin.as_str(), expect: "login" }],
        })
        .collect();
    toml::to_string(&Config { watching: Watching { interval }, outlet }).expect("a configuration")
}
