//! What outlet an address is, as far as its first page tells: a proposal that a person confirms.

use std::collections::HashMap;

use url::Url;

use super::{Config, Outlet};
use crate::watch::{WatchId, WatchKind};

/// What stands between a paper's name and the rest of its title.
const BETWEEN: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " • ", ": ", " :: "];
/// The longest name that is taken from a title, in characters: longer ones are headlines.
const LONGEST: usize = 32;

/// The outlet of this homepage, named as its title and its host name it.
pub fn propose_outlet(homepage: Url, title: &str) -> Outlet {
    let name = name(&homepage, title);
    Outlet {
        name,
        group: None,
        homepages: vec![homepage],
        feed: None,
        article: true,
        pinned: Vec::new(),
        reader_look: true,
        admin: Vec::new(),
        ignore: Vec::new(),
        planned: Vec::new(),
    }
}

/// Takes out of a proposal what an outlet of the configuration watches already. Returns each such address with the name
/// of that outlet; the proposal may be left without a homepage.
pub fn leave_out_watched(outlet: &mut Outlet, config: &Config) -> Vec<(Url, String)> {
    Watched::of(config).leave_out(outlet)
}

/// Which outlet watches what, to be asked often.
#[derive(Debug, Clone, Default)]
pub struct Watched {
    outlets: HashMap<WatchId, String>,
}

impl Watched {
    /// In this configuration.
    pub fn of(config: &Config) -> Self {
        Self { outlets: config.watches().into_iter().map(|watch| (watch.id, watch.outlet)).collect() }
    }

    /// Does what [`leave_out_watched`] does.
    pub fn leave_out(&self, outlet: &mut Outlet) -> Vec<(Url, String)> {
        let mut left_out = Vec::new();
        let mut is_new = |kind: WatchKind, url: &Url| {
            let known = self.outlets.get(&WatchId::new(kind, url));
            left_out.extend(known.map(|outlet| (url.clone(), outlet.clone())));
            known.is_none()
        };
        outlet.homepages.retain(|url| is_new(WatchKind::Homepage, url));
        outlet.feed = outlet.feed.take().filter(|url| is_new(WatchKind::Feed, url));
        outlet.admin.retain(|admin| is_new(WatchKind::Admin, &admin.url));
        left_out
    }
}

/// The part of the title that the host repeats (`Report — latest news` at `report.az`), else the host.
fn name(homepage: &Url, title: &str) -> String {
    let host = homepage.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").filter(|rest| !rest.is_empty()).unwrap_or(host);
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let known = letters(host);
    let mut parts = vec![title];
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    let named = parts.into_iter().map(str::trim).find(|part| {
        let part_letters = letters(part);
        part_letters.len() >= 3
            && part.chars().count() <= LONGEST
            && !part.chars().any(char::is_control)
            && known.contains(&part_letters)
    });
    named.unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_title_and_host_agree_on() {
        for (address, title, expected) in [
            ("https://report.az/", "Report — latest news", "Report"),
            ("https://www.baku.tv/", "Ən son xəbərlər | Baku TV", "Baku TV"),
            ("https://caliber.az/en/", "Caliber.Az: news and analysis", "Caliber.Az"),
            ("https://paper.example/", "Breaking: minister resigns", "paper.example"),
            ("https://paper.example/", "", "paper.example"),
            ("https://paper.example/", "pa", "paper.example"),
            ("http://127.0.0.2:8801/", "The Ledger", "127.0.0.2"),
            ("https://www./", "", "www."),
        ] {
            let homepage = Url::parse(address).unwrap();
            assert_eq!(propose_outlet(homepage, title).name, expected, "{address} {title}");
        }
    }

    #[test]
    fn what_is_watched_already_is_not_proposed() {
        let config = "[[outlet]]\nname = \"Report\"\nhomepage = [\"https://report.az/\", \"https://report.az/en/\"]\n\
            feed = \"https://report.az/rss\"\n[[outlet.admin]]\nurl = \"https://report.az/admin/\"\nexpect = \"login\"\n";
        let config = crate::config::parse(config).unwrap().config;
        let url = |text: &str| Url::parse(text).unwrap();
        let mut outlet = propose_outlet(url("https://report.az/en/"), "Report");
        outlet.homepages.push(url("https://report.az/ru/"));
        outlet.feed = Some(url("https://report.az/rss"));
        let admin = |path: &str| crate::config::Admin {
            url: url(path),
            expect: crate::watch::Expect::Login,
            values: Vec::new(),
            credential: None,
        };
        // The address of the feed is not watched as an admin endpoint.
        outlet.admin = vec![admin("https://report.az/admin/"), admin("https://report.az/rss")];
        let left_out: Vec<String> =
            leave_out_watched(&mut outlet, &config).iter().map(|(url, name)| format!("{url} {name}")).collect();
        let expected =
            ["https://report.az/en/ Report", "https://report.az/rss Report", "https://report.az/admin/ Report"];
        assert_eq!(left_out, expected);
        assert_eq!((outlet.homepages, outlet.feed), (vec![url("https://report.az/ru/")], None));
        assert_eq!(outlet.admin, [admin("https://report.az/rss")]);
    }
}
