//! Lists of outlets that other programs wrote, hostile ones among them, and lists that are written for them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::{Duration, Instant};

use frontwatch_core::config::{Config, Outlet, add_outlets, parse};
use frontwatch_core::exchange::{Format, LARGEST, Listed, MOST, Unreadable, Why, plan, read, write};

fn config(text: &str) -> Config {
    parse(text).unwrap().config
}

/// Line, name, group, homepages and feed of every outlet.
fn rows(listed: &Listed) -> Vec<(u32, String, String, String, String)> {
    let row = |(line, outlet): &(u32, Outlet)| {
        let homepages: Vec<&str> = outlet.homepages.iter().map(url::Url::as_str).collect();
        let feed = outlet.feed.as_ref().map(ToString::to_string).unwrap_or_default();
        (*line, outlet.name.clone(), outlet.group.clone().unwrap_or_default(), homepages.join(" "), feed)
    };
    listed.outlets.iter().map(row).collect()
}

fn row(line: u32, name: &str, group: &str, homepages: &str, feed: &str) -> (u32, String, String, String, String) {
    (line, name.to_owned(), group.to_owned(), homepages.to_owned(), feed.to_owned())
}

fn refused(listed: &Listed) -> Vec<(u32, Why)> {
    listed.refused.iter().map(|refused| (refused.line, refused.why)).collect()
}

#[test]
fn opml_names_groups_pages_and_feeds() {
    let listed = read(
        "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body>\n<outline text=\"Global &amp; Media\">\n\
         <outline type=\"rss\" text=\"Report\" xmlUrl=\"https://report.example/rss\" htmlUrl=\"https://report.example/\"/>\n\
         <outline title=\"Oxu\" text=\"x\" xmlUrl=\"https://oxu.example/feed?a=1&amp;b=2\"/>\n</outline>\n\
         <outline text=\"Empty\"></outline>\n<outline text=\"Bad\" xmlUrl=\"ftp://a.example/\"/></body></opml>",
    )
    .unwrap();
    assert_eq!(
        rows(&listed),
        [
            row(4, "Report", "Global & Media", "https://report.example/", "https://report.example/rss"),
            row(5, "Oxu", "Global & Media", "https://oxu.example/", "https://oxu.example/feed?a=1&b=2"),
        ]
    );
    assert_eq!(refused(&listed), [(8, Why::OtherScheme)]);
}

#[test]
fn tables_with_and_without_names_of_their_columns() {
    let listed = read(
        "Homepage;Name;Group\r\nhttps://a.example/ https://a.example/ru;\"A \"\"B\"\"\";G\r\n\r\nnot an address;C;\r\n\
         \"https://d.example/\";\"two\nlines\";\r\n'=x;;\r\n",
    )
    .unwrap();
    assert_eq!(
        rows(&listed),
        [
            row(2, "A \"B\"", "G", "https://a.example/ https://a.example/ru", ""),
            row(5, "two lines", "", "https://d.example/", ""),
        ]
    );
    assert_eq!(refused(&listed), [(4, Why::NoAddress), (7, Why::NoAddress)]);
    let plain = read("Report,Global,https://report.example/,https://report.example/rss\n").unwrap();
    assert_eq!(rows(&plain), [row(1, "Report", "Global", "https://report.example/", "https://report.example/rss")]);
}

#[test]
fn the_column_of_front_pages_has_many_names() {
    for heading in ["name,url", "Name, Address", "\"name\",\"Website\"", "name,HOMEPAGE"] {
        let listed = read(&format!("{heading}\nReport,https://report.example/\n")).unwrap();
        assert_eq!(rows(&listed), [row(2, "Report", "", "https://report.example/", "")], "{heading}");
    }
}

#[test]
fn what_changedetection_exports() {
    let lines = read("https://a.example/ news, az\n# mine\n\nb.example\nme:secret@c.example\nnowhere\n").unwrap();
    assert_eq!(
        rows(&lines),
        [row(1, "a.example", "", "https://a.example/", ""), row(4, "b.example", "", "https://b.example/", "")]
    );
    assert_eq!(refused(&lines), [(5, Why::Password), (6, Why::NoAddress)]);
    let json = read(
        "{\"watching\": {\"u-1\": {\"url\": \"https://a.example/\", \"title\": \"A\", \"tags\": [\"x\"]}, \
         \"u-2\": {\"url\": \"javascript:alert(1)\", \"title\": null}}}",
    )
    .unwrap();
    assert_eq!(rows(&json), [row(1, "A", "", "https://a.example/", "")]);
    assert_eq!(json.refused.len(), 1, "{:?}", json.refused);
    let list = read("[\"https://a.example/\", 3]").unwrap();
    assert_eq!(rows(&list), [row(1, "a.example", "", "https://a.example/", "")]);
}

#[test]
fn hostile_lists_are_read_to_a_bound_and_nothing_is_expanded() {
    assert_eq!(read(&"x".repeat(LARGEST + 1)), Err(Unreadable::TooLong));
    for empty in ["", " \n", "<opml></opml>", "{}", "[]"] {
        assert_eq!(read(empty), Err(Unreadable::NoList), "{empty:?}");
    }
    let bomb = "<!DOCTYPE o [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
                <opml><body><outline text=\"&b;\" htmlUrl=\"https://a.example/&x;\"/></body></opml>";
    let listed = read(bomb).unwrap();
    let written = format!("{listed:?}");
    assert!(!written.contains("aaaaaaaa") && !written.contains("root:"), "{written}");
    let deep = "<outline text=\"a\">".repeat(100_000);
    assert_eq!(refused(&read(&deep).unwrap()), [(1, Why::Broken)]);
    assert!(read(&"[".repeat(100_000)).unwrap().outlets.is_empty());
    let many = (0..MOST + 10).map(|n| format!("https://h{n}.example/\n")).collect::<Vec<_>>().concat();
    let listed = read(&many).unwrap();
    assert_eq!((listed.outlets.len(), refused(&listed)), (MOST, vec![(MOST as u32 + 1, Why::TooMany)]));
    for broken in ["<opml><outline htmlUrl=\"https://a.example/", "<a><b></a>", "\u{feff}<", "\"a\"\"", "{\"url\": "] {
        drop(read(broken));
    }
    let turned = read("name,homepage\n\u{202e}lia\u{0}M,https://a.example/\n").unwrap();
    assert!(!turned.outlets[0].1.name.contains(['\u{202e}', '\u{0}']), "{turned:?}");
}

const WATCHED: &str = "[[outlet]]\nname = \"=1+1\"\ngroup = \"A, \\\"B\\\" & <C>\"\n\
    homepage = [\"https://a.example/\", \"https://a.example/ru\"]\nfeed = \"https://a.example/rss?x=1&y=2\"\n\
    [[outlet]]\nname = \"Oxu\"\nhomepage = \"https://oxu.example/\"\n";

#[test]
fn what_is_written_is_read_back_and_is_no_formula() {
    let config = config(WATCHED);
    let csv = write(&config, Format::Csv);
    assert!(csv.lines().all(|line| !line.starts_with(['=', '+', '-', '@'])), "{csv}");
    assert!(csv.contains("\r\n'=1+1,\"A, \"\"B\"\" & <C>\",https://a.example/ https://a.example/ru,"), "{csv}");
    let back: Vec<Outlet> = read(&csv).unwrap().outlets.into_iter().map(|(_, outlet)| outlet).collect();
    assert_eq!(back, config.outlets);
    let opml = write(&config, Format::Opml);
    assert!(opml.contains("&amp;y=2") && opml.contains("&lt;C&gt;"), "{opml}");
    let back = read(&opml).unwrap();
    assert_eq!(back.refused, []);
    let mut names: Vec<&str> = back.outlets.iter().map(|(_, outlet)| outlet.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["=1+1", "Oxu"]);
}

#[test]
fn what_is_written_for_changedetection_is_one_address_on_each_line() {
    let config = config(
        "[[outlet]]\nname = \"A\"\ngroup = \"G\"\nfeed = \"https://a.example/rss\"\n\
         homepage = [\"https://a.example/x,url?a=1,2;b=3;\", \"https://a.example/%20x\"]\n\
         [[outlet]]\nname = \"B\"\nhomepage = \"http://127.0.0.1:8080/\"\n",
    );
    let list = write(&config, Format::Addresses);
    assert_eq!(list, "https://a.example/x,url?a=1,2;b=3;\nhttps://a.example/%20x\nhttp://127.0.0.1:8080/\n");
    let back = read(&list).unwrap();
    assert_eq!(back.refused, []);
    let pages: Vec<String> =
        back.outlets.iter().flat_map(|(_, outlet)| &outlet.homepages).map(ToString::to_string).collect();
    assert_eq!(pages, list.lines().collect::<Vec<_>>());
}

#[test]
fn an_address_on_a_line_ends_where_it_ends() {
    for (line, address) in [
        ("https://a.example/ news, az", "https://a.example/"),
        ("https://a.example/, news", "https://a.example/"),
        ("https://a.example/,b;c", "https://a.example/,b;c"),
        ("https://a.example,news", "https://a.example/"),
        ("a.example;news;az/x", "https://a.example/"),
        ("a.example/x,y\tnews", "https://a.example/x,y"),
        ("https://a.example?x=1,2", "https://a.example/?x=1,2"),
    ] {
        // A first line may name columns; these are read as what stands below one that does not.
        let listed = read(&format!("https://first.example/\n{line}\n")).unwrap();
        assert_eq!(listed.outlets[1].1.homepages[0].as_str(), address, "{line}");
    }
}

#[test]
fn what_is_new_is_told_from_what_is_watched_and_no_name_is_there_twice() {
    let listed = read(
        "name,homepage\nOxu,https://oxu.example/\noxu,https://other.example/\nOxu,https://third.example/\n\
         Again,https://other.example/\nBad,ftp://a.example/\n",
    )
    .unwrap();
    let plan = plan(listed, &config(WATCHED));
    let added: Vec<(&str, &str)> =
        plan.add.iter().map(|outlet| (outlet.name.as_str(), outlet.homepages[0].as_str())).collect();
    assert_eq!(added, [("oxu 2", "https://other.example/"), ("Oxu 3", "https://third.example/")]);
    assert_eq!(
        plan.known.iter().map(|(url, of)| (url.as_str(), of.as_str())).collect::<Vec<_>>(),
        [("https://oxu.example/", "Oxu")]
    );
    assert_eq!(plan.refused.len(), 1);
}

#[test]
fn a_row_cannot_hide_more_than_a_person_sees() {
    let pages = |count: usize| (0..count).map(|n| format!("https://p{n}.example/")).collect::<Vec<_>>().join(" ");
    let row = |count| read(&format!("name,homepage\nPaper,\"{}\"\n", pages(count))).unwrap();
    assert_eq!(row(50).outlets[0].1.homepages.len(), 50);
    assert_eq!(refused(&row(51)), [(2, Why::TooMany)]);
    let twice = read("name,homepage\nPaper,https://a.example/ https://b.example/ https://a.example/\n").unwrap();
    assert_eq!(twice.outlets[0].1.homepages.len(), 2);
}

/// The longest that a list may take, in a slow build on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn a_list_that_costs_more_than_its_size_is_read_in_time() {
    let group =
        format!("<outline text=\"{}\">{}", "a".repeat(LARGEST / 2), "<outline htmlUrl=\"a.b\"/>".repeat(LARGEST / 50));
    let line = |name: &str, n: usize| format!("{name},https://h{n}.example/\n");
    let lines = |name: &str| (0..MOST).map(|n| line(name, n)).collect::<Vec<_>>().concat();
    let many = |name: &str| format!("name,homepage\n{}", lines(name));
    let names = many("same");
    let watched = plan(read(&names).unwrap(), &Config::default()).add;
    assert_eq!(watched.len(), MOST);
    let config = Config { outlets: watched, ..Config::default() };
    let table = [
        ("a group's long name, for each outlet in it", group),
        ("one name for all", names),
        ("all watched already", many("x")),
    ];
    for (what, list) in &table {
        let began = Instant::now();
        let listed = read(list).unwrap();
        assert!(listed.outlets.len() == MOST, "{what}");
        plan(listed, &config);
        assert!(began.elapsed() < LONGEST, "{what}: {:?}", began.elapsed());
    }
    frontwatch_proof::proven!(
        "file",
        "a list that costs more than its size",
        format!(
            "{} lists of {MOST} outlets: each is read and compared with {MOST} that are watched within {} s",
            table.len(),
            LONGEST.as_secs()
        ),
        "nothing"
    );
}

#[test]
fn no_list_repeats_a_password() {
    let secret = "geheim";
    let address = format!("https://me:{secret}@a.example/");
    let table = [
        address.clone(),
        format!("name,homepage\nA,{address}\n"),
        format!("[\"{address}\"]"),
        format!("{{\"url\": \"{address}\"}}"),
        format!("<opml><outline htmlUrl=\"{address}\"/></opml>"),
        // What is broken is told in the words of whoever reads it, with what stands there.
        format!("<opml><body></outline htmlUrl=\"{address}\"/></body></opml>"),
        format!("<opml><outline>< {address}></opml>"),
        format!("<opml></{address}>"),
    ];
    for list in &table {
        let listed = read(list).unwrap();
        assert!(listed.outlets.is_empty() && !listed.refused.is_empty(), "{list}");
        assert!(!format!("{listed:?}").contains(secret), "{listed:?}");
    }
    frontwatch_proof::proven!(
        "file",
        "a password in a list",
        format!("{} lists, whole and broken: it is taken by none, and repeated by no reason", table.len()),
        "nothing"
    );
}

#[test]
fn a_name_is_read_back_as_it_was_written() {
    let longest = "Ü".repeat(64);
    for name in [longest.as_str(), "=1", "'=1", "''=1", "'", "''", "'x", "-", "'@a"] {
        let text = format!("[[outlet]]\nname = \"{name}\"\nhomepage = \"https://a.example/\"\n");
        let config = config(&text);
        let back = read(&write(&config, Format::Csv)).unwrap().outlets.remove(0).1;
        assert_eq!(back, config.outlets[0]);
    }
}

#[test]
fn whatever_is_read_can_be_written() {
    let long = "Ü".repeat(300);
    let text = format!(
        "name,group,homepage\n{long},{long},https://a.example/\n{long},,https://b.example/\n,,https://{}.example/\n",
        "h".repeat(60)
    );
    // One line that could not be written would keep out all the others.
    for (text, outlets) in
        [(text.as_str(), 3), ("www.\nb.example\n", 2), ("http://[::1]/\nhttp://1.1/\nxn--e1afmkfd.example", 3)]
    {
        let plan = plan(read(text).unwrap(), &Config::default());
        assert_eq!(plan.add.len(), outlets, "{text}");
        let written = add_outlets("", &plan.add).unwrap();
        assert_eq!(parse(&written).unwrap().config.outlets.len(), outlets);
    }
}

/// Found by fuzzing: written into a list of addresses, it was read back as a shorter one.
#[test]
fn an_address_whose_host_would_end_it_in_a_list_is_none() {
    let table = r#"<opml version="2.0"><body><outline text="a" htmlUrl="https://repo,t.example/"/><outline text="b" htmlUrl="https://repo;t.example/"/></body></opml>"#;
    let listed = read(table).unwrap();
    assert_eq!((listed.outlets.len(), listed.refused.len()), (0, 2), "{listed:?}");
    for host in ["repo,t.example", "repo;t.example"] {
        let text = format!("[[outlet]]\nname = \"A\"\nhomepage = \"https://{host}/\"\n");
        let error = format!("{:?}", parse(&text).unwrap_err());
        assert!(error.contains("config-url-character"), "{error}");
    }
}

/// Eight times as many against eight times as many take eight times as long, not sixty-four: on a loaded machine less than
/// thirty times, of the quicker of several runs each.
#[test]
fn thousands_against_thousands_take_no_longer_for_each() {
    let took = |count: usize| {
        let known = (0..count)
            .map(|n| format!("[[outlet]]\nname = \"Paper {n}\"\nhomepage = \"https://k{n}.example/\"\n"))
            .collect::<Vec<_>>();
        let known = config(&known.concat());
        // Half of them are watched already; the others all have one name.
        let rows = (0..count).map(|n| match n % 2 {
            0 => format!("Again,https://k{n}.example/\n"),
            _ => format!("Paper,https://n{n}.example/\n"),
        });
        let listed = read(&format!("name,homepage\n{}", rows.collect::<Vec<_>>().concat())).unwrap();
        let runs = (0..3).map(|_| {
            let listed = listed.clone();
            let began = std::time::Instant::now();
            let plan = plan(listed, &known);
            assert_eq!((plan.add.len(), plan.known.len()), (count / 2, count / 2));
            began.elapsed()
        });
        runs.min().unwrap()
    };
    // What else the computer does may fall on one of the two: what takes sixty-four times as long does so every time.
    let tries: Vec<_> = (0..5).map(|_| (took(500), took(4000))).collect();
    assert!(tries.iter().any(|(few, many)| *many < *few * 30), "500 and 4,000: {tries:?}");
}
