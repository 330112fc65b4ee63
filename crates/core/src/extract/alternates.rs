//! What the head of a page says of its other forms: languages, AMP, mobile, feeds; and what made the page.
//!
//! Only the head is read: a link that a reader wrote into a comment proposes nothing. HTML, 4.6.7 (link types) and 4.2.4
//! (the link element); the first `<base>` counts for all of them (4.2.3).

use html5gum::{DefaultEmitter, Token, Tokenizer};
use url::Url;

use super::name::registrable;

/// How much of a page is read, bytes. The heads of news pages are far below.
const READ: usize = 512 * 1024;
/// The most links that are kept.
const LINKS: usize = 200;
/// The longest address that is kept, in bytes: what the configuration takes.
const LONGEST: usize = 2_048;
/// The longest generator that is kept, in characters.
const GENERATOR: usize = 80;
/// The most front pages of one site that are named, the main one among them.
const FRONTS: usize = 8;

/// In what another form of a page differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Its language, as the page writes it (BCP 47, or `x-default`).
    Language(String),
    /// It is AMP.
    Amp,
    /// It is for other screens.
    Screen,
}

/// What a head names. Everything in it is an attacker's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alternates {
    /// The page's other forms, in its order; absolute, http or https.
    pub pages: Vec<(Form, Url)>,
    /// Its feeds, in its order; absolute, http or https.
    pub feeds: Vec<Url>,
    /// `<meta name=generator>`, at most 80 characters.
    pub generator: Option<String>,
}

impl Alternates {
    /// Which of the other forms are front pages of the same site as `main`: of its registrable domain, at most one step
    /// below the root, without a query, each once. At most seven: with the main one, eight.
    pub fn front_pages(&self, main: &Url) -> Vec<Url> {
        let mut fronts = vec![main.clone()];
        for (_, url) in &self.pages {
            let steps = url.path().split('/').filter(|step| !step.is_empty()).count();
            // Nobody who is on https is led back from it.
            let scheme = url.scheme() == main.scheme() || url.scheme() == "https";
            if steps <= 1 && url.query().is_none() && scheme && same_site(url, main) && !fronts.contains(url) {
                fronts.push(url.clone());
            }
            if fronts.len() == FRONTS {
                break;
            }
        }
        fronts.split_off(1)
    }
}

/// Whether two addresses are of one site: of one registrable domain, or where there is none, of one host and port.
pub fn same_site(a: &Url, b: &Url) -> bool {
    let (Some(host_a), Some(host_b)) = (a.host_str(), b.host_str()) else { return false };
    let named = a.domain().is_some_and(|domain| domain.trim_end_matches('.').contains('.'));
    registrable(host_a) == registrable(host_b) && (named || a.port_or_known_default() == b.port_or_known_default())
}

/// Reads the head of a page that answered at `url`: its first 512 kB, 200 links.
pub fn alternates(text: &str, url: &Url) -> Alternates {
    let text = beginning(text, READ);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut seen = Head { base: None, pages: Vec::new(), feeds: Vec::new(), generator: None };
    // What stands in a template is not there.
    let mut templates = 0_usize;
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"template" => templates += 1,
                b"body" | b"frameset" => break,
                name if templates == 0 => {
                    let read = |key: &str| {
                        tag.attributes
                            .get(key.as_bytes())
                            .map(|value| String::from_utf8_lossy(&value.value).into_owned())
                    };
                    seen.element(name, read);
                }
                _ => {}
            },
            Token::EndTag(tag) if tag.name.as_slice() == b"template" => templates = templates.saturating_sub(1),
            Token::EndTag(tag) if tag.name.as_slice() == b"head" => break,
            _ => {}
        }
    }
    seen.resolved(url)
}

/// The beginning of a text, at most so many bytes, of whole characters.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

/// A head as it is written, before its addresses are made absolute.
struct Head {
    base: Option<String>,
    pages: Vec<(Form, String)>,
    feeds: Vec<String>,
    generator: Option<String>,
}

impl Head {
    fn element(&mut self, name: &[u8], read: impl Fn(&str) -> Option<String>) {
        match name {
            b"base" if self.base.is_none() => self.base = read("href"),
            b"meta" if self.generator.is_none() && is(read("name").as_deref(), "generator") => {
                self.generator = read("content")
                    .map(|text| text.trim().chars().take(GENERATOR).collect::<String>())
                    .filter(|text| !text.is_empty());
            }
            b"link" if self.pages.len() + self.feeds.len() < LINKS => {
                let Some(href) = read("href").filter(|href| href.len() <= LONGEST && !href.trim().is_empty()) else {
                    return;
                };
                let rel = read("rel").unwrap_or_default();
                let named = |wanted: &str| rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case(wanted));
                if named("amphtml") {
                    self.pages.push((Form::Amp, href));
                } else if named("alternate") && !named("stylesheet") {
                    let media = read("media").filter(|media| !media.trim().is_empty());
                    if is_feed(read("type").as_deref()) {
                        self.feeds.push(href);
                    } else if let Some(language) = read("hreflang").filter(|language| language.len() <= LONGEST) {
                        self.pages.push((Form::Language(language.trim().chars().take(35).collect()), href));
                    } else if media.is_some() {
                        self.pages.push((Form::Screen, href));
                    }
                }
            }
            _ => {}
        }
    }

    fn resolved(self, url: &Url) -> Alternates {
        let base = self.base.and_then(|base| url.join(base.trim()).ok()).filter(is_web);
        let base = base.as_ref().unwrap_or(url);
        let absolute = |href: &str| {
            let mut url = base.join(href.trim()).ok().filter(is_web)?;
            url.set_fragment(None);
            Some(url).filter(|url| url.as_str().len() <= LONGEST)
        };
        let mut feeds: Vec<Url> = Vec::new();
        for feed in self.feeds.iter().filter_map(|href| absolute(href)) {
            if !feeds.contains(&feed) {
                feeds.push(feed);
            }
        }
        let pages = self.pages.into_iter().filter_map(|(form, href)| Some((form, absolute(&href)?)));
        Alternates { pages: pages.collect(), feeds, generator: self.generator }
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none() && url.has_host()
}

fn is(value: Option<&str>, wanted: &str) -> bool {
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
}

/// Whether a media type is one of a feed (RFC 4287, the RSS board's best practice, JSON Feed 1.1).
fn is_feed(media: Option<&str>) -> bool {
    let essence = media.and_then(|media| media.split(';').next());
    ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"]
        .into_iter()
        .any(|known| is(essence, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    fn of(head: &str) -> Alternates {
        alternates(head, &url("https://www.report.example/"))
    }

    #[test]
    fn a_head_names_other_forms_feeds_and_what_made_it() {
        let language = |language: &str| Form::Language(language.to_owned());
        let page = |form, address: &str| Alternates { pages: vec![(form, url(address))], ..Alternates::default() };
        let feed = |address: &str| Alternates { feeds: vec![url(address)], ..Alternates::default() };
        let none = Alternates::default;
        let rss = "rel=alternate type=application/rss+xml";
        let table = [
            (
                "<link rel=alternate hreflang=en href=/en/>".to_owned(),
                page(language("en"), "https://www.report.example/en/"),
            ),
            (
                "<LINK REL='ALTERNATE' HREFLANG=ru HREF=' //m.report.example/ru '>".to_owned(),
                page(language("ru"), "https://m.report.example/ru"),
            ),
            ("<link rel=amphtml href=amp#top>".to_owned(), page(Form::Amp, "https://www.report.example/amp")),
            (
                "<link rel=alternate media='only screen and (max-width: 640px)' href=https://m.report.example/>"
                    .to_owned(),
                page(Form::Screen, "https://m.report.example/"),
            ),
            (format!("<link {rss} href=/rss>"), feed("https://www.report.example/rss")),
            (format!("<link {rss} href=/rss><link {rss} href=/rss#x>"), feed("https://www.report.example/rss")),
            (
                "<link rel='nofollow alternate' type='application/atom+xml; charset=utf-8' href=a.xml>".to_owned(),
                feed("https://www.report.example/a.xml"),
            ),
            (
                "<link rel=alternate type=application/feed+json href=/f.json>".to_owned(),
                feed("https://www.report.example/f.json"),
            ),
            // The first base counts, wherever it stands; one that is no address of the web does not.
            (
                format!("<link {rss} href=rss><base href=/news/><base href=/other/>"),
                feed("https://www.report.example/news/rss"),
            ),
            (format!("<base href='javascript:alert(1)'><link {rss} href=rss>"), feed("https://www.report.example/rss")),
            (
                "<meta name=Generator content=' WordPress 6.9 '>".to_owned(),
                Alternates { generator: Some("WordPress 6.9".to_owned()), ..none() },
            ),
            // Nothing of these is a form of the page.
            ("<link rel='alternate stylesheet' hreflang=en href=/dark.css>".to_owned(), none()),
            ("<link rel=alternate href=/en/>".to_owned(), none()),
            ("<link rel=alternate hreflang=en>".to_owned(), none()),
            (format!("<link {rss} href='javascript:alert(1)'>"), none()),
            (format!("<link {rss} href='file:///etc/passwd'>"), none()),
            (format!("<link {rss} href='https://me:secret@report.example/rss'>"), none()),
            (format!("<template><link {rss} href=/rss></template>"), none()),
            (format!("<script>'<link {rss} href=/rss>'</script>"), none()),
            (format!("<!-- <link {rss} href=/rss> -->"), none()),
            (format!("</head><link {rss} href=/rss>"), none()),
            (format!("<body><link {rss} href=/rss>"), none()),
            (format!("<link {rss} href=/{}>", "a".repeat(3000)), none()),
            ("<meta name=generator content='  '>".to_owned(), none()),
            ("<link rel=alternate hreflang=en href=/en".to_owned(), none()),
        ];
        for (head, expected) in table {
            assert_eq!(of(&head), expected, "{head}");
        }
    }

    #[test]
    fn front_pages_are_those_of_the_same_site() {
        let main = url("https://www.report.example/");
        for (address, is_one) in [
            ("https://www.report.example/en/", true),
            ("https://en.report.example/", true),
            ("https://m.report.example/index.html", true),
            ("https://www.report.example/", false),
            ("https://www.report.example/en/news/", false),
            ("https://www.report.example/?lang=en", false),
            ("http://www.report.example/en/", false),
            ("https://report.example.attacker.example/", false),
            ("https://elsewhere.example/", false),
        ] {
            let seen = Alternates { pages: vec![(Form::Amp, url(address)); 2], ..Alternates::default() };
            let expected = if is_one { vec![url(address)] } else { Vec::new() };
            assert_eq!(seen.front_pages(&main), expected, "{address}");
        }
        let many = (0..50).map(|at| (Form::Amp, url(&format!("https://www.report.example/{at}"))));
        let many = Alternates { pages: many.collect(), ..Alternates::default() };
        assert_eq!(many.front_pages(&main).len(), 7);
    }

    #[test]
    fn one_site_is_one_domain_or_where_there_is_none_one_host_and_port() {
        for (a, b, one) in [
            ("https://report.az/", "https://m.report.az:8443/", true),
            ("https://one.co.uk/", "https://two.co.uk/", false),
            ("http://127.0.0.1:8800/", "http://127.0.0.1:8800/en/", true),
            ("http://127.0.0.1:8800/", "http://127.0.0.1:8801/", false),
            ("http://127.0.0.1/", "http://127.0.0.2/", false),
            ("http://localhost:1/", "http://localhost:2/", false),
        ] {
            assert_eq!(same_site(&url(a), &url(b)), one, "{a} {b}");
        }
    }

    #[test]
    fn a_hostile_head_is_read_in_bounds() {
        let link = "<link rel=alternate hreflang=en href=/x>";
        let flood = of(&link.repeat(5_000));
        assert_eq!(flood.pages.len(), LINKS);
        let late = format!("{}{link}", " ".repeat(READ));
        assert!(of(&late).pages.is_empty(), "past what is read");
        // The bound falls into the middle of a character.
        assert!(of(&format!(" {}", "ə".repeat(READ))).pages.is_empty());
        assert_eq!(
            of(&format!("<meta name=generator content={}>", "я".repeat(500))).generator.unwrap().chars().count(),
            GENERATOR
        );
        for hostile in [
            "<link <link rel",
            "<base href='https://'><link rel=amphtml href='http://['>",
            "</template><template>",
            "\0<\u{202e}link>",
        ] {
            assert_eq!(of(hostile), Alternates::default(), "{hostile:?}");
        }
    }
}
