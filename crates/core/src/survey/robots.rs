//! The sitemaps that a `robots.txt` names.

use url::Url;

use crate::extract::alternates::beginning;

/// How much of the file is read, bytes (RFC 9309, 2.5: at least 500 KiB are to be parsed).
const READ: usize = 500 * 1024;
/// The most addresses that are kept.
const MOST: usize = 20;

/// The addresses of `Sitemap:` lines (sitemaps.org, "Specifying the Sitemap location in your robots.txt file") that are of
/// the web; those that call themselves news first.
pub fn sitemaps(text: &str) -> Vec<Url> {
    let text = beginning(text, READ);
    let mut found: Vec<Url> = Vec::new();
    for line in text.lines() {
        let Some((key, value)) = line.trim_start_matches('\u{feff}').split_once(':') else { continue };
        if !key.trim().eq_ignore_ascii_case("sitemap") {
            continue;
        }
        let value = value.split(" #").next().unwrap_or(value).trim();
        let Ok(mut url) = Url::parse(value) else { continue };
        url.set_fragment(None);
        let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        if plain && url.as_str().len() <= 2_048 && !found.contains(&url) {
            found.push(url);
        }
        if found.len() == MOST {
            break;
        }
    }
    found.sort_by_key(|url| !url.path().to_ascii_lowercase().contains("news"));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sitemaps_are_taken_from_their_lines_alone() {
        let robots = "\u{feff}Sitemap: https://report.example/sitemap.xml\r\nUser-agent: *\nDisallow: /admin/\n\
            sitemap:https://report.example/NEWS-sitemap.xml # of today\nSitemap: https://report.example/sitemap.xml\n\
            # Sitemap: https://report.example/no.xml\nSitemap: /relative.xml\nSitemap: file:///etc/passwd\n\
            Sitemap: https://a:b@report.example/x.xml\nSitemap\nSitemap:";
        let found: Vec<String> = sitemaps(robots).iter().map(Url::to_string).collect();
        assert_eq!(found, ["https://report.example/NEWS-sitemap.xml", "https://report.example/sitemap.xml"]);
        let flood: Vec<String> = (0..5_000).map(|at| format!("Sitemap: https://report.example/{at}")).collect();
        assert_eq!(sitemaps(&flood.join("\n")).len(), MOST);
        assert!(sitemaps("<html>404</html>").is_empty());
    }
}
