//! The page's own style sheets.

use frontwatch_core::verdict::Verdict;

use crate::common::front;
use crate::site::{SHEET, Site};

/// Verdict and kinds when the style sheet has this at its end and the page is as it was.
fn appended(css: &str) -> (Verdict, Vec<String>) {
    let mut site = Site::learned();
    site.put("/css/site.css", format!("{SHEET}{css}"));
    site.judge(&front(5))
}

#[test]
fn what_a_style_sheet_newly_does_to_the_page_is_what_counts() {
    use Verdict::{Alarm, Normal, Suspect};
    let table = [
        // Attacks: the HTML is what it was.
        (".stories{position:fixed;inset:0;background:#000}", Alarm, "painted.cover"),
        ("main.stories{position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:9}", Alarm, "painted.cover"),
        ("body{display:none}", Alarm, "painted.hidden"),
        (".stories{display:none}", Alarm, "painted.hidden"),
        ("html{filter:brightness(0)}", Alarm, "painted.hidden"),
        ("body::before{content:\"The orchard was here\";position:fixed;inset:0}", Alarm, "painted.made-up"),
        ("body:before{content:url(/uploads/x.png);position:fixed;inset:0}", Alarm, "painted.made-up"),
        ("img{content:url(/uploads/x.png)}", Alarm, "painted.made-up"),
        ("@import url(//static.pixel-orchard.example/x.css);", Alarm, "painted.import"),
        // An advertising skin leaves the headlines uncovered.
        ("body{background:url(https://static.pixel-orchard.example/skin.jpg) no-repeat}", Suspect, "painted.behind"),
        ("body{background-image:url(https://ad.doubleclick.net/skin.jpg)}", Suspect, "painted.behind"),
        ("body{background:url(/ads/skin.jpg)}", Suspect, "painted.behind"),
        (".skin-left,.skin-right{position:fixed;top:0;bottom:0;width:160px}", Normal, ""),
        // A release.
        ("", Normal, ""),
        (".card{padding:2rem;border-radius:3px}.menu li{display:inline-block}", Normal, ""),
        (".modal{position:fixed;inset:0}", Normal, ""),
        (".stories.loading{display:none}.js-off body{display:none}", Normal, ""),
        ("@media print{body{display:none}}@media (max-width:700px){.menu,.stories{display:none}}", Normal, ""),
        (".clock{display:none}.menu{text-indent:-9999px}", Normal, ""),
        ("@import url(https://fonts.googleapis.com/css?family=Lora);", Normal, ""),
        (".card::before{content:\"Exclusive story\"}", Normal, ""),
    ];
    let said: Vec<_> = table
        .iter()
        .map(|(css, verdict, kind)| (css, verdict, kind, appended(css)))
        .filter(|(_, verdict, kind, (said, kinds))| {
            said != *verdict || !kind.is_empty() && !kinds.iter().any(|said| said.starts_with(**kind))
        })
        .collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn a_cover_over_the_headlines_with_a_skin_is_an_alarm() {
    let (verdict, kinds) =
        appended("body{background:url(https://ad.doubleclick.net/s.jpg)}.top{position:fixed;inset:0;z-index:9}");
    assert_eq!(verdict, Verdict::Alarm, "{kinds:?}");
}

#[test]
fn what_a_style_sheet_always_did_is_normal_and_what_was_approved_is() {
    let mut site = Site::new();
    site.put("/css/site.css", format!("{SHEET}.top{{position:fixed;inset:0}}"));
    for n in 0..6 {
        let (verdict, kinds) = site.see(&front(n));
        assert!(verdict != Verdict::Alarm && kinds.is_empty(), "{n}: {kinds:?}");
    }
    // Nor does it become new by something that changes beside it.
    site.put("/css/site.css", format!("{SHEET}.top{{position:fixed;inset:0}}.card{{margin:0}}"));
    assert_eq!(site.judge(&front(5)), (Verdict::Normal, Vec::new()));
    let mut site = Site::learned();
    site.put("/css/site.css", format!("{SHEET}.top{{position:fixed;inset:0}}"));
    assert_eq!(site.judge(&front(6)).0, Verdict::Alarm);
    let judged = site.watch.judge(&front(6));
    site.watch.baseline.approve(&judged, crate::common::at(6));
    assert_eq!(site.judge(&front(6)).0, Verdict::Normal);
    // Nor is it forgotten when it is stored.
    let blob = site.watch.baseline.encode();
    site.watch.baseline =
        frontwatch_core::baseline::Baseline::decode(frontwatch_core::baseline::Baseline::FORMAT, &blob).unwrap();
    assert_eq!(site.judge(&front(6)).0, Verdict::Normal);
}

#[test]
fn an_alarm_is_never_learned_however_long_it_stands() {
    let mut site = Site::learned();
    site.put("/css/site.css", format!("{SHEET}body{{display:none}}"));
    for n in 6..20 {
        assert_eq!(site.see(&front(n)).0, Verdict::Alarm, "{n}");
    }
}

#[test]
fn a_new_style_sheet_of_the_pages_own_is_judged_by_what_it_does() {
    for (css, alarm) in [(".stories{position:fixed;inset:0}", true), (".stories{margin:0}", false)] {
        let mut site = Site::learned();
        site.put("/uploads/extra.css", css);
        let page = front(5).replace("</head>", "<link rel=\"stylesheet\" href=\"/uploads/extra.css\"></head>");
        let (verdict, kinds) = site.judge(&page);
        assert_eq!(verdict == Verdict::Alarm, alarm, "{css}: {kinds:?}");
    }
}

#[test]
fn a_baseline_that_never_saw_a_style_sheet_learns_it_first() {
    let mut site = Site::new();
    for n in 0..6 {
        site.watch.see(&front(n));
    }
    site.put("/css/site.css", format!("{SHEET}.top{{position:fixed;inset:0}}"));
    for n in 6..10 {
        let (verdict, kinds) = site.see(&front(n));
        assert_eq!(verdict, Verdict::Normal, "{n}: {kinds:?}");
    }
}
