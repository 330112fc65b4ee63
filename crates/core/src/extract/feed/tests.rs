//! Feeds of every format, whole and broken.

#![allow(
    clippy::format_collect,
    clippy::items_after_statements,
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    clippy::useless_format,
    reason = "tables of feeds, put together as text"
)]

use super::*;

fn seen(page: &PageModel) -> Vec<(&str, &str, &str)> {
    let domain = |item: &Item| page.domains[usize::from(item.domain)].as_str();
    page.items.iter().map(|item| (item.title.as_str(), item.link.as_str(), domain(item))).collect()
}

fn at(text: &str) -> Option<jiff::Timestamp> {
    Some(text.parse().unwrap())
}

#[test]
fn reads_every_format() {
    let rss = "<?xml version='1.0'?><!DOCTYPE rss><rss><channel><title>Outlet</title><image><title>no</title></image>\
        <item><title><![CDATA[One & more]]></title><link>https://outlet.example/1</link><guid>g1</guid>\
        <media:title>no</media:title><pubDate>Thu, 20 Feb 2025 10:00:00 GMT</pubDate></item>\
        <item><title>Two &amp; &#8220;three&#8221;</title><guid>https://evil.example/2</guid></item></channel></rss>";
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><source><title>no</title></source><id>x</id>\
        <title type='html'>A &lt;b&gt;</title><link rel='enclosure' href='/a.mp3'/><link rel='alternate' href='https://a.example/1?a=1&amp;b=2'/>\
        <published>2025-02-20T10:00:00Z</published></entry></feed>";
    let rdf = "<rdf:RDF><channel><title>R</title></channel><item rdf:about='x'><title>One</title><link>http://a.example/1</link>\
        <dc:date>2025-02-20T10:00:00Z</dc:date></item></rdf:RDF>";
    let json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":7,\"url\":\"https://a.example/1\",\
        \"title\":\"One\",\"date_published\":\"2025-02-20T10:00:00Z\",\"tags\":[\"x\"]}, 3]}";
    let news = "<urlset xmlns:news='x'><url><loc>https://a.example/1</loc><news:news><news:publication><news:name>no</news:name></news:publication>\
        <news:publication_date>2025-02-20</news:publication_date><news:title>One</news:title></news:news></url></urlset>";
    let upper =
        "<RSS><CHANNEL><TITLE>U</TITLE><ITEM><TITLE>One</TITLE><LINK>http://a.example/1</LINK></ITEM></CHANNEL></RSS>";
    type Row<'a> = (&'a str, FeedKind, &'a str, Vec<(&'a str, &'a str, &'a str)>, Option<jiff::Timestamp>);
    let table: [Row<'_>; 6] = [
        (
            rss,
            FeedKind::Rss,
            "Outlet",
            vec![
                ("One & more", "https://outlet.example/1", "outlet.example"),
                ("Two & \u{201c}three\u{201d}", "https://evil.example/2", "evil.example"),
            ],
            at("2025-02-20T10:00:00Z"),
        ),
        (
            atom,
            FeedKind::Atom,
            "T",
            vec![("A <b>", "https://a.example/1?a=1&b=2", "a.example")],
            at("2025-02-20T10:00:00Z"),
        ),
        (rdf, FeedKind::Rdf, "R", vec![("One", "http://a.example/1", "a.example")], at("2025-02-20T10:00:00Z")),
        (json, FeedKind::Json, "J", vec![("One", "https://a.example/1", "a.example")], at("2025-02-20T10:00:00Z")),
        (news, FeedKind::Sitemap, "", vec![("One", "https://a.example/1", "a.example")], at("2025-02-20T00:00:00Z")),
        (upper, FeedKind::Rss, "U", vec![("One", "http://a.example/1", "a.example")], None),
    ];
    for (text, kind, title, items, published) in table {
        let page = read(text, "outlet.example");
        assert_eq!((page.feed.kind, page.title.as_str()), (kind, title), "{text}");
        assert_eq!(seen(&page), items, "{text}");
        assert_eq!(page.items[0].published, published, "{text}");
        assert!(page.feed.whole == (kind != FeedKind::Json), "{text}");
    }
}

#[test]
fn reads_what_is_broken_up_to_there() {
    let item =
        |n: u32| format!("<item><title>Story {n}</title><link>https://a.example/{n}</link><guid>{n}</guid></item>");
    let (one, two) = (item(1), item(2));
    let json = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"Story 1\"},{\"id\":\"2\",\"ti";
    // (what, feed, stories, whether it is whole)
    let table = [
        ("cut within a title", format!("<rss><channel>{one}<item><title>Sto"), 1, false),
        ("cut within a tag", format!("<rss><channel>{one}{two}<item><ti"), 2, false),
        ("cut within CDATA", format!("<rss><channel>{one}<item><title><![CDATA[Sto"), 1, false),
        (
            "an end tag is missing",
            format!("<rss><channel>{}{two}</channel></rss>", one.replace("</item>", "")),
            2,
            true,
        ),
        ("end tags of nothing", format!("<rss><channel></b></item>{one}</x>{two}</channel></rss>"), 2, true),
        (
            "markup in a title",
            format!("<rss><channel>{}{two}</channel></rss>", one.replace("Story", "<b>Story <i>one")),
            2,
            true,
        ),
        (
            "an unescaped sign",
            format!("<rss><channel>{}{two}</channel></rss>", one.replace("Story", "A & B; C")),
            2,
            true,
        ),
        ("less than", format!("<rss><channel>{}{two}</channel></rss>", one.replace("Story", "3 < 4")), 2, true),
        ("twice the same", format!("<rss><channel>{one}{one}{two}</channel></rss>"), 2, true),
        (
            "no names",
            format!("<rss><channel>{}</channel></rss>", "<item><title>A</title></item><item><title>B</title></item>"),
            2,
            true,
        ),
        ("no items", "<rss><channel><title>x</title></channel></rss>".to_owned(), 0, true),
        ("JSON broken off", json.to_owned(), 1, false),
        ("JSON that is no feed", "{\"items\":[{\"id\":1}]}".to_owned(), 0, true),
        ("a page", "<!doctype html><html><body><item><title>x</title></item></body></html>".to_owned(), 0, true),
        ("no feed at all", "nothing".to_owned(), 0, false),
    ];
    for (what, feed, stories, whole) in table {
        let page = read(&feed, "a.example");
        assert_eq!((page.items.len(), page.feed.whole), (stories, whole), "{what}: {:?}", seen(&page));
    }
}

#[test]
fn expands_nothing_and_stays_bounded() {
    let laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\
        <!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&c;&x;</title><guid>1</guid></item></channel></rss>";
    let page = read(laughs, "a.example");
    assert_eq!(page.items.len(), 1);
    assert_eq!(page.items[0].title, "");
    let many: String = (0..100_000).map(|n| format!("<item><title>Story {n}</title><guid>{n}</guid></item>")).collect();
    for (what, feed) in [
        ("ten megabytes", format!("<rss><channel>{many}{}</channel></rss>", " ".repeat(5 << 20))),
        (
            "a title of megabytes",
            format!("<rss><channel><item><title>{}</title></item></channel></rss>", "x &".repeat(2 << 20)),
        ),
        ("deep", format!("<rss><channel><item><title>{}", "<b>".repeat(1 << 20))),
        ("comments that never end", format!("<rss>{}", "<!-- <item>".repeat(1 << 18))),
        ("broken tags", format!("<rss>{}", "<a <![CDATA[".repeat(1 << 18))),
        ("declarations", format!("<rss>{}", "<!DOCTYPE [<".repeat(1 << 18))),
        ("attributes", format!("<rss><channel><item><link {}", "a='1' ".repeat(1 << 20))),
        ("deep JSON", format!("{{\"items\":{}", "[".repeat(1 << 20))),
        ("binary", "\u{0}\u{fffd}<\u{1}>".repeat(1 << 18)),
    ] {
        let began = std::time::Instant::now();
        let page = read(&feed, "a.example");
        assert!(began.elapsed().as_secs() < 8, "{what}: {:?}", began.elapsed());
        assert!(page.items.len() <= ITEMS && page.items.iter().all(|item| item.title.chars().count() <= 120), "{what}");
    }
}

#[test]
fn an_index_names_the_next_sitemap_once() {
    let url: Url = "https://a.example/sitemap.xml".parse().unwrap();
    let index = |children: &[&str]| {
        let listed: String = children
            .iter()
            .enumerate()
            .map(|(n, child)| format!("<sitemap><loc>{child}</loc><lastmod>2025-02-{:02}</lastmod></sitemap>", n + 1))
            .collect();
        read(&format!("<sitemapindex>{listed}</sitemapindex>"), "a.example")
    };
    let plain = index(&["https://a.example/1.xml", "https://a.example/2.xml.gz", "https://a.example/3.xml"]);
    assert_eq!((plain.feed.kind, plain.items.len(), plain.feed.children.len()), (FeedKind::Index, 0, 3));
    let next = |index: &PageModel, followed: &[&str]| {
        let followed: Vec<Url> = followed.iter().map(|text| text.parse().unwrap()).collect();
        next_sitemap(index, &url, &followed).map(String::from)
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(next(&plain, &[]), is("https://a.example/3.xml"), "the latest");
    assert_eq!(next(&plain, &["https://a.example/3.xml"]), is("https://a.example/2.xml.gz"));
    let news = index(&["https://a.example/news.xml", "https://a.example/2.xml"]);
    assert_eq!(next(&news, &[]), is("https://a.example/news.xml"), "news first");
    assert_eq!(next(&index(&[url.as_str(), "https://evil.example/x.xml", "file:///etc/passwd"]), &[]), None);
    let many: Vec<String> = (0..CHILDREN + 50).map(|n| format!("https://a.example/{n}.xml")).collect();
    let many = index(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(many.feed.children.len(), CHILDREN, "bounded");
    let three = ["https://a.example/a", "https://a.example/b", "https://a.example/c"];
    assert_eq!(next(&plain, &three), None, "bounded");
    assert_eq!(next(&read("<rss></rss>", "a.example"), &[]), None);
}

#[test]
fn lists_the_stories_that_can_be_looked_at() {
    let links = [
        "/1",
        "https://b.example/2#x",
        "javascript:alert(1)",
        "https://u:p@a.example/3",
        "",
        "/1",
        "file:///etc/passwd",
    ];
    let items: String = links
        .iter()
        .enumerate()
        .map(|(n, link)| format!("<item><title>S{n}</title><link>{link}</link><guid>{n}</guid></item>"))
        .collect();
    let feed = read(&format!("<rss><channel>{items}</channel></rss>"), "a.example");
    let listed = stories(&feed, &"https://a.example/rss".parse().unwrap());
    let seen: Vec<_> = listed.iter().map(|story| (story.title.as_str(), story.address.as_str())).collect();
    assert_eq!(seen, [("S0", "https://a.example/1"), ("S1", "https://b.example/2")]);
}
