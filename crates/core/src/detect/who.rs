//! Whose a host is: the page's own, a company whose code stands on many sites, a host where anyone can publish, or nobody's.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::name::brand;

/// Made by `script/third-parties`; see `data/README.md`.
const THIRD_PARTIES: &str = include_str!("../../data/third-parties.txt");
const OPEN_HOSTS: &str = include_str!("../../data/open-hosts.txt");

/// Names of languages and vocabularies that look like addresses and are never loaded.
const NAMESPACES: [&str; 5] = ["w3.org", "schema.org", "ogp.me", "purl.org", "xmlns.com"];

/// Whose a host is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// One of the page's own domains.
    Own,
    /// A domain that carries the page's name in its own, or is it under another ending: often its own, sometimes a trap.
    Kin,
    /// A domain whose name is the page's own but for one letter: made to be taken for it.
    Twin,
    /// A company in a public list of third parties, with its trade.
    ThirdParty(&'static str),
    /// Anyone can publish there.
    Open,
    /// Nobody that is known.
    Stranger,
}

static LISTED: LazyLock<FxHashMap<&'static str, Who>> = LazyLock::new(|| {
    let lines = |list: &'static str| list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let parties = lines(THIRD_PARTIES)
        .filter_map(|line| line.split_once(' '))
        .map(|(domain, trade)| (domain, Who::ThirdParty(trade)));
    let open = lines(OPEN_HOSTS).map(|domain| (domain, Who::Open));
    parties.chain(open).collect()
});

/// What the lists say of a host: its longest listed ending decides.
fn listed(host: &str) -> Option<Who> {
    let mut rest = host;
    loop {
        if let Some(who) = LISTED.get(rest) {
            return Some(*who);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// Whose a host is, for a page whose own registrable domains are `own`.
pub fn who(host: &str, domain: &str, own: &[&str]) -> Who {
    if host.is_empty() || own.contains(&domain) {
        return Who::Own;
    }
    if NAMESPACES.contains(&domain) {
        return Who::ThirdParty("namespace");
    }
    if let Some(who) = listed(host) {
        return who;
    }
    let name = brand(domain);
    for mine in own.iter().map(|domain| brand(domain)).filter(|mine| mine.len() >= 4) {
        // The same name under another ending.
        if mine == name {
            return Who::Kin;
        }
        if mine.len() >= 5 && mine.len().abs_diff(name.len()) <= 1 && strsim::osa_distance(mine, name) == 1 {
            return Who::Twin;
        }
        if name.contains(mine) {
            return Who::Kin;
        }
    }
    Who::Stranger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_whose_a_host_is() {
        let own = ["outlet.example", "report.az"];
        let table = [
            ("", "", Who::Own),
            ("img.report.az", "report.az", Who::Own),
            ("static.report.com", "report.com", Who::Kin),
            ("cdn.report-media.net", "report-media.net", Who::Kin),
            ("cdn.reporrt.az", "reporrt.az", Who::Twin),
            ("outlte.example", "outlte.example", Who::Twin),
            ("www.google-analytics.com", "google-analytics.com", Who::ThirdParty("analytics")),
            ("i.imgur.com", "imgur.com", Who::Open),
            ("storage.googleapis.com", "googleapis.com", Who::Open),
            ("fonts.googleapis.com", "googleapis.com", Who::ThirdParty("cdn")),
            ("203.0.113.9", "203.0.113.9", Who::Stranger),
            ("notgoogle-analytics.com.evil.example", "evil.example", Who::Stranger),
        ];
        for (host, domain, expected) in table {
            assert_eq!(who(host, domain, &own), expected, "{host}");
        }
    }

    #[test]
    fn the_lists_are_sorted_and_in_lower_case() {
        for list in [THIRD_PARTIES, OPEN_HOSTS] {
            let domains: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(domains.iter().all(|line| *line == line.to_ascii_lowercase()));
        }
        assert!(THIRD_PARTIES.lines().skip(1).is_sorted());
    }
}
