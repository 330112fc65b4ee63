//! An outlet that stands in the text is changed, removed and put back; what a person wrote besides stays.

use frontwatch_core::config::{Edited, NotChanged, Outlet, change_outlet, parse, put_back, remove_outlet};

use super::{EXAMPLE, outlet, read, url};

/// Two outlets in one pair of brackets.
const INLINE: &str = "# ours\noutlet = [\n  { name = \"A\", homepage = \"https://a.example/\" }, # first\n  \
                      { name = \"B\", homepage = \"https://b.example/\" },\n]\n";

fn edited(outlet: &Outlet) -> Edited {
    Edited {
        name: outlet.name.clone(),
        group: outlet.group.clone(),
        homepages: outlet.homepages.clone(),
        feed: outlet.feed.clone(),
        pinned: outlet.pinned.clone(),
        admin: Vec::new(),
        gone: Vec::new(),
    }
}

fn report() -> Edited {
    edited(&read(EXAMPLE).outlets[0])
}

/// The lines of one text that the other has not.
fn gone<'a>(from: &'a str, to: &str) -> Vec<&'a str> {
    from.lines().filter(|line| !to.lines().any(|other| other == *line)).collect()
}

#[test]
fn what_is_changed_is_changed_and_comments_stay() {
    let wanted = Edited {
        name: "Report AZ".to_owned(),
        group: None,
        homepages: vec![url("https://report.az/")],
        feed: Some(url("https://report.az/feed")),
        ..report()
    };
    let changed = change_outlet(EXAMPLE, "Report", &wanted).expect("it fits");
    assert_eq!(edited(&read(&changed).outlets[0]), wanted);
    assert_eq!(read(&changed).outlets[0].admin, read(EXAMPLE).outlets[0].admin);
    assert!(changed.contains("homepage = \"https://report.az/\"   # one address or several\n"), "{changed}");
    assert_eq!(gone(EXAMPLE, &changed).len(), 3, "{changed}");
    assert_eq!(change_outlet(EXAMPLE, "Report", &report()).expect("nothing is different"), EXAMPLE);
    let back = change_outlet(&changed, "Report AZ", &report()).expect("it fits");
    assert_eq!(read(&back), read(EXAMPLE));
}

#[test]
fn what_does_not_fit_is_refused() {
    let named = |name: &str| Edited { name: name.to_owned(), ..report() };
    assert!(matches!(change_outlet(EXAMPLE, "Report", &named("baku tv")), Err(NotChanged::DoesNotFit(_))));
    assert!(matches!(change_outlet(EXAMPLE, "Report", &named("")), Err(NotChanged::DoesNotFit(_))));
    let watched = Edited { homepages: vec![url("https://baku.tv/")], ..report() };
    assert!(matches!(change_outlet(EXAMPLE, "Report", &watched), Err(NotChanged::DoesNotFit(_))));
    let none = Edited { homepages: Vec::new(), ..report() };
    assert!(change_outlet(EXAMPLE, "Report", &none).is_err());
    let unknown = NotChanged::NoSuchOutlet("Post".to_owned());
    assert_eq!(change_outlet(EXAMPLE, "Post", &report()), Err(unknown.clone()));
    assert_eq!(remove_outlet(EXAMPLE, "Post").map(|(text, _)| text), Err(unknown));
    assert!(matches!(remove_outlet("[watchin]", "Post"), Err(NotChanged::Invalid(_))));
}

#[test]
fn what_is_removed_can_be_put_back_where_it_was() {
    for (text, name) in [(EXAMPLE, "Report"), (EXAMPLE, "Baku TV"), (INLINE, "A"), (INLINE, "B")] {
        let (after, removed) = remove_outlet(text, name).expect("it can be removed");
        assert_eq!(removed.name(), name);
        let names: Vec<String> = read(&after).outlets.into_iter().map(|outlet| outlet.name).collect();
        assert!(names.len() == 1 && names[0] != name, "{after}");
        assert_eq!(put_back(&after, &removed).expect("nothing has changed"), text);
    }
    let (_, removed) = remove_outlet(EXAMPLE, "Report").expect("it can be removed");
    let elsewhere = "# new\n[[outlet]]\nname = \"Post\"\nhomepage = \"https://post.example/\"";
    let back = put_back(elsewhere, &removed).expect("it fits");
    assert!(back.starts_with(elsewhere), "{back}");
    assert_eq!(read(&back).outlets[1], read(EXAMPLE).outlets[0]);
    assert!(put_back(EXAMPLE, &removed).is_err(), "it is there");
}

#[test]
fn comments_stay_where_they_belong() {
    let text = "# the file\n[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\" # front\n\n# of b\n\
                [[outlet]]\nname = \"B\"\nhomepage = \"https://b.example/\"\n  # of its ads\n  \
                [ outlet . ignore ]\n  selectors = [\".ad\"]\n\n# at the end\n[alerts]\ntime_zone = \"UTC\"\n";
    let without = |name| remove_outlet(text, name).expect("it can be removed").0;
    assert_eq!(
        gone(text, &without("B")),
        [
            "# of b",
            "name = \"B\"",
            "homepage = \"https://b.example/\"",
            "  # of its ads",
            "  [ outlet . ignore ]",
            "  selectors = [\".ad\"]"
        ]
    );
    assert!(without("A").starts_with("# the file\n# of b\n[[outlet]]\nname = \"B\""), "{}", without("A"));
    let quoted = "[[outlet]]\nname = \"A\"\ngroup = \"\"\"G\"\"\"\nhomepage = \"https://a.example/\"\n";
    let (empty, _) = remove_outlet(quoted, "A").expect("it can be removed");
    assert_eq!(read(&empty).outlets, []);
    assert!(parse(&empty).is_ok());
    assert_eq!(
        read(&put_back(&empty, &remove_outlet(quoted, "A").expect("it can be").1).expect("it fits")),
        read(quoted)
    );
    assert_ne!(read(quoted).outlets[0], outlet("A", "https://a.example/"));
}

#[test]
fn what_is_not_changed_keeps_the_comments_within_it() {
    let text = "[[outlet]]\nname = \"A\"\nhomepage = [\n    \"https://a.example/\", # main\n    \"https://a.example/en\", # english\n]\n\
                # its group\ngroup = \"G\" # since May\n";
    let outlet = parse(text).unwrap().config.outlets.remove(0);
    let feed = Some("https://a.example/rss".parse().unwrap());
    let edited = Edited { name: "B".to_owned(), feed, ..edited(&outlet) };
    let written = change_outlet(text, "A", &edited).unwrap();
    for comment in ["# main", "# english", "# its group", "# since May"] {
        assert!(written.contains(comment), "{comment}: {written}");
    }
    assert!(written.contains("name = \"B\"") && written.contains("feed = \"https://a.example/rss\""), "{written}");
}

#[test]
fn what_goes_takes_no_comment_with_it() {
    let text = "[[outlet]]\nname = \"A\"\n# whose it is\ngroup = \"G\" # since May\n# ours\nhomepage = \"https://a.example/\"\n\
                # the short one\nfeed = \"https://a.example/rss\" # not the long one\n\n# and more\n[alerts]\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let outlet = parse(&text).unwrap().config.outlets.remove(0);
        let bare = Edited { group: None, feed: None, ..edited(&outlet) };
        let written = change_outlet(&text, "A", &bare).expect("it fits");
        for comment in ["# whose it is", "# since May", "# ours", "# the short one", "# not the long one", "# and more"]
        {
            assert!(written.contains(comment), "{comment}: {written}");
        }
        assert_eq!(edited(&read(&written).outlets[0]), bare);
        assert_eq!(text.contains("\r\n"), !written.replace("\r\n", "").contains('\n'), "{written:?}");
    }
    let inline = "outlet = [\n  { name = \"A\", group = \"G\", homepage = \"https://a.example/\" }, # first\n]\n";
    let bare = Edited { group: None, ..edited(&read(inline).outlets[0]) };
    let written = change_outlet(inline, "A", &bare).expect("it fits");
    assert!(written.contains("# first") && edited(&read(&written).outlets[0]) == bare, "{written}");
}
