//! What an edit adds, and what it leaves alone.

use frontwatch_core::config::{Admin, Fault, NotAdded, Outlet, add_outlet};
use frontwatch_core::watch::Expect;
use proptest::prelude::*;

use crate::{EXAMPLE, baku_tv, outlet, read, report, url};

#[test]
fn an_outlet_is_added_below_what_a_person_wrote() {
    let text = "# ours\r\n[watching]\r\ninterval   = '30s' # often\r\n# the end";
    let added = add_outlet(text, &report()).expect("it fits");
    assert!(added.starts_with(text) && !added.replace("\r\n", "").contains('\n'), "{added:?}");
    let added = add_outlet("", &report()).expect("it fits");
    let added = add_outlet(&added, &baku_tv()).expect("it fits");
    insta::assert_snapshot!(added);
}

#[test]
fn an_outlet_that_does_not_fit_is_refused() {
    let invalid = add_outlet("[watchin]", &report());
    assert!(matches!(invalid, Err(NotAdded::Invalid(_))), "{invalid:?}");

    let twice = add_outlet(EXAMPLE, &outlet("report", "https://other.example/"));
    let Err(NotAdded::DoesNotFit(errors)) = &twice else { panic!("{twice:?}") };
    assert_eq!(errors[0].fault, Fault::Duplicate);

    let watched = add_outlet(EXAMPLE, &outlet("Other", "https://baku.tv/"));
    assert!(matches!(watched, Err(NotAdded::DoesNotFit(_))), "{watched:?}");
    let secret = add_outlet("", &outlet("A", "https://me:s3cret@a.example/")).expect_err("no passwords");
    assert!(!secret.to_string().contains("s3cret") && !format!("{secret:?}").contains("s3cret"));
}

/// An outlet that a configuration can say; `number` keeps outlets of one text apart.
fn any_outlet(number: usize) -> impl Strategy<Value = Outlet> {
    let path = "[a-z0-9/?=&%_.~-]{0,12}";
    let pointer = "(/([a-z*\"'\\\\]|~0|~1)*){0,3}";
    let expect = prop_oneof![Just(Expect::Login), Just(Expect::Denied), Just(Expect::Gone), Just(Expect::Json)];
    let admin = (path, expect, prop::collection::vec(pointer, 0..3), prop::option::of("[a-z._-]{1,9}"));
    let selector = prop_oneof![Just(".ad"), Just("#w"), Just("a[b=\"]\"]"), Just("p > .x, q")];
    (
        "[\\PC&&[^\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{2028}\u{2029}\u{3164}\u{fe00}-\u{fe0f}\u{ffa0}\u{fff0}-\u{fffb}\u{e0000}-\u{e0fff}]]{0,20}",
        prop::option::of("[A-Z\"'#=]{1,9}"),
        prop::collection::vec(path, 1..4),
        prop::option::of(path),
        prop::collection::vec(admin, 0..3),
        prop::collection::vec(selector, 0..3),
    )
        .prop_map(move |(name, group, homepages, feed, admin, ignore)| {
            let address = |at: usize, path: &str| url(&format!("https://n{number}.example/{at}/{path}"));
            Outlet {
                name: format!("n{number}{}", name.trim_end()),
                group,
                homepages: homepages.iter().enumerate().map(|(at, path)| address(at, path)).collect(),
                feed: feed.map(|path| address(0, &path)),
                article: true,
                pinned: vec![],
                reader_look: true,
                admin: admin
                    .into_iter()
                    .enumerate()
                    .map(|(at, (path, expect, values, credential))| Admin {
                        url: address(at, &path),
                        expect,
                        values,
                        credential,
                    })
                    .collect(),
                ignore: ignore.into_iter().map(str::to_owned).collect(),
                planned: Vec::new(),
            }
        })
}

/// Texts that people write, with and without outlets.
fn any_text() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(""),
        Just("# a comment alone"),
        Just(EXAMPLE),
        Just("[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n\n[watching]\nkeep = \"1GB\"\n\n# end\n\n"),
        Just("outlet = []"),
        Just("outlet = [ # few\n  { name = \"A\", homepage = \"https://a.example/\" }, # one\n] # end\n"),
        Just("\u{feff}watching.interval = \"1m\"\r\n"),
    ]
}

proptest! {
    #[test]
    fn adding_outlets_keeps_what_was_there(text in any_text(), one in any_outlet(1), other in any_outlet(2)) {
        let before = read(text);
        let with_one = add_outlet(text, &one).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let with_both = add_outlet(&with_one, &other).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let after = read(&with_both);
        prop_assert_eq!(&after.watching, &before.watching);
        prop_assert_eq!(after.outlets, [before.outlets, vec![one, other]].concat());
        if !text.starts_with("outlet") {
            prop_assert!(with_both.starts_with(text));
        }
        for comment in text.lines().filter_map(|line| line.split_once('#')) {
            prop_assert!(with_both.contains(comment.1));
        }
    }
}
