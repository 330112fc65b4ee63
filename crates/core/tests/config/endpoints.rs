//! The admin endpoints and the pinned stories of an outlet are changed, one key or one row each; what is wrong is said for the
//! field that it was typed into.

use frontwatch_core::config::{Edited, EditedAdmin, NotChanged, change_outlet};
use frontwatch_core::watch::Expect;

use crate::{EXAMPLE, read, url};

const TEXT: &str = r#"# ours
[[outlet]]
name = "A"
homepage = "https://a.example/"
pinned = [
  "https://a.example/one",  # the law
  "https://a.example/two",
]

  # the editors' door
  [[outlet.admin]]
  url = "https://a.example/admin/"  # not /login
  expect = "login"

  [[outlet.admin]]
  url = "https://a.example/users"
  expect = "json"
  values = ["/*/id"]  # who they are
  credential = "a-readonly"

[[outlet]]
name = "B"
homepage = "https://b.example/"
feed = "https://b.example/rss"

  [[outlet.admin]]
  url = "https://b.example/admin/"
  expect = "denied"
"#;

fn now(text: &str) -> Edited {
    let outlet = read(text).outlets.remove(0);
    let admin = outlet.admin.into_iter().map(|admin| EditedAdmin {
        was: Some(admin.url.clone()),
        url: admin.url,
        expect: admin.expect,
        values: admin.values,
        credential: admin.credential,
    });
    Edited {
        name: outlet.name,
        group: outlet.group,
        homepages: outlet.homepages,
        feed: outlet.feed,
        pinned: outlet.pinned,
        admin: admin.collect(),
        gone: Vec::new(),
    }
}

fn new(address: &str) -> EditedAdmin {
    EditedAdmin { was: None, url: url(address), expect: Expect::Gone, values: Vec::new(), credential: None }
}

fn edited(change: impl FnOnce(&mut Edited)) -> Edited {
    let mut edited = now(TEXT);
    change(&mut edited);
    edited
}

/// The lines of one text that the other has not.
fn gone<'a>(from: &'a str, to: &str) -> Vec<&'a str> {
    from.lines().filter(|line| !to.lines().any(|other| other == *line)).collect()
}

#[test]
fn one_key_or_one_row_is_changed_and_not_a_line_besides() {
    assert_eq!(change_outlet(TEXT, "A", &now(TEXT)).as_deref(), Ok(TEXT), "nothing is different");
    for (what, wanted, out, come) in [
        (
            "an address",
            edited(|it| it.admin[0].url = url("https://a.example/wp-login.php")),
            vec!["  url = \"https://a.example/admin/\"  # not /login"],
            vec!["  url = \"https://a.example/wp-login.php\"  # not /login"],
        ),
        (
            "another expectation and another value",
            edited(|it| {
                it.admin[1].values = vec!["/*/id".to_owned(), "/*/slug".to_owned()];
                it.admin[0].expect = Expect::Gone;
            }),
            vec!["  expect = \"login\"", "  values = [\"/*/id\"]  # who they are"],
            vec!["  expect = \"gone\"", "  values = [\"/*/id\", \"/*/slug\"]  # who they are"],
        ),
        ("no credential", edited(|it| it.admin[1].credential = None), vec!["  credential = \"a-readonly\""], vec![]),
        (
            "a credential",
            edited(|it| it.admin[0].credential = Some("door".to_owned())),
            vec![],
            vec!["  credential = \"door\""],
        ),
        (
            "one that goes; one that nobody spoke of stays",
            edited(|it| {
                it.admin.clear();
                it.gone = vec![url("https://a.example/users")];
            }),
            vec![
                "  url = \"https://a.example/users\"",
                "  expect = \"json\"",
                "  values = [\"/*/id\"]  # who they are",
                "  credential = \"a-readonly\"",
            ],
            vec![],
        ),
        (
            "one that is new",
            edited(|it| it.admin.push(new("https://a.example/old-panel/"))),
            vec![],
            vec!["  url = \"https://a.example/old-panel/\"", "  expect = \"gone\""],
        ),
        ("a story less", edited(|it| drop(it.pinned.remove(1))), vec!["  \"https://a.example/two\","], vec![]),
    ] {
        for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n")] {
            let after = change_outlet(&text, "A", &wanted).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_eq!(text.contains("\r\n"), !after.replace("\r\n", "").contains('\n'), "{what}: {after:?}");
            let after = after.replace("\r\n", "\n");
            assert_eq!((gone(TEXT, &after), gone(&after, TEXT)), (out.clone(), come.clone()), "{what}:\n{after}");
            assert_eq!(read(&after).outlets[1], read(TEXT).outlets[1], "{what}");
        }
    }
}

#[test]
fn the_last_story_and_the_last_endpoint_can_go_and_come_back() {
    let bare = edited(|it| {
        it.pinned.clear();
        it.gone = it.admin.drain(..).map(|admin| admin.url).collect();
    });
    let after = change_outlet(TEXT, "A", &bare).expect("it fits");
    assert!(after.contains("# the law") && after.contains("# the editors' door"), "{after}");
    let outlet = &read(&after).outlets[0];
    assert_eq!((outlet.pinned.len(), outlet.admin.len()), (0, 0));
    let back = edited(|it| it.admin.iter_mut().for_each(|admin| admin.was = None));
    let back = change_outlet(&after, "A", &back).expect("it fits");
    assert_eq!(read(&back), read(TEXT), "{back}");
}

#[test]
fn in_brackets_of_one_line_too() {
    let text = "outlet = [{ name = \"A\", homepage = \"https://a.example/\", admin = [{ url = \"https://a.example/x\", \
                expect = \"login\" }] }] # all\r\n";
    let mut wanted = now(text);
    wanted.admin[0].expect = Expect::Gone;
    wanted.admin[0].credential = Some("x".to_owned());
    wanted.admin.push(new("https://a.example/y"));
    wanted.pinned.push(url("https://a.example/story"));
    let after = change_outlet(text, "A", &wanted).expect("it fits");
    assert!(after.ends_with("}] # all\r\n"), "{after:?}");
    let outlet = &read(&after).outlets[0];
    assert_eq!((outlet.admin.len(), outlet.admin[0].expect, outlet.pinned.len()), (2, Expect::Gone, 1));
}

#[test]
fn what_is_wrong_is_said_for_its_field() {
    type Wrong = (fn(&mut Edited), &'static [&'static str]);
    let fields = |change: &dyn Fn(&mut Edited)| match change_outlet(TEXT, "A", &edited(|it| change(it))) {
        Err(NotChanged::DoesNotFit(misfits)) => misfits.into_iter().map(|misfit| misfit.field).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let wrong: [Wrong; 8] = [
        (|it| it.name = "b".to_owned(), &["name"]),
        (|it| it.homepages.clear(), &["homepage"]),
        (|it| it.feed = Some(url("https://b.example/rss")), &["feed"]),
        (|it| it.pinned.push(url("https://a.example/one")), &["pinned"]),
        (|it| it.admin[1].values = vec!["id".to_owned()], &["admin.1.values"]),
        (|it| it.admin[0].credential = Some("no name".to_owned()), &["admin.0.credential"]),
        (|it| it.admin.push(new("https://b.example/admin/")), &["admin.2.url"]),
        (
            |it| {
                it.gone = vec![it.admin.remove(0).url];
                it.admin[0].values = vec!["id".to_owned()];
                it.admin.push(new("https://a.example/users"));
            },
            &["admin.0.values", "admin.1.url"],
        ),
    ];
    for (change, expected) in wrong {
        assert_eq!(fields(&change), expected);
    }
    let taken = change_outlet(TEXT, "A", &edited(|it| it.feed = Some(url("https://b.example/rss"))));
    assert!(taken.unwrap_err().to_string().contains("\"B\" watches already"), "not as if B had come second");
    let elsewhere = edited(|it| it.admin[0].was = Some(url("https://a.example/gone")));
    assert!(matches!(change_outlet(TEXT, "A", &elsewhere), Err(NotChanged::Gone(_))));
    // An endpoint that somebody else took out already is not there to go.
    let twice = edited(|it| it.gone = vec![url("https://a.example/gone")]);
    assert_eq!(change_outlet(TEXT, "A", &twice).as_deref(), Ok(TEXT));
    assert_eq!(change_outlet(EXAMPLE, "Report", &now(EXAMPLE)).as_deref(), Ok(EXAMPLE));
}
