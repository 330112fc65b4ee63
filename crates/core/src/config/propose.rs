//! What outlet an address is, as far as its first page tells: a proposal that a person confirms.

use url::Url;

use super::Outlet;

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
    }
}

/// The part of the title that the host repeats (`Report — latest news` at `report.az`), else the host.
fn name(homepage: &Url, title: &str) -> String {
    let host = homepage.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
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
        ] {
            let homepage = Url::parse(address).unwrap();
            assert_eq!(propose_outlet(homepage, title).name, expected, "{address} {title}");
        }
    }
}
