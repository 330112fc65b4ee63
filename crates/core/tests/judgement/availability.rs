//! "I can't see" is neither "all is well" nor an alarm, and hides nothing.

use crate::common::{HOST, kinds, told};
use crate::front_page;
use frontwatch_core::observation::Headers;
use frontwatch_core::verdict::{Availability, Verdict};

#[test]
fn what_cannot_be_seen_is_neither_well_nor_an_alarm() {
    let (watch, _) = front_page();
    let headers = |name: &str, value: &str| Headers::new([(name.to_owned(), value.to_owned())]);
    let none = Headers::default();
    let challenge = headers("cf-mitigated", "challenge");
    let retry = headers("retry-after", "600");
    let table = [
        (502, &none, "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>", Availability::Error),
        (500, &none, "<title>Error</title><h1>Something went wrong on our side</h1>", Availability::Error),
        (404, &none, "<title>Not found</title>", Availability::Error),
        (200, &none, "<title>Error 500</title><h1>Internal server error</h1>", Availability::Error),
        (200, &none, "<h1>Error establishing a database connection</h1>", Availability::Error),
        (200, &none, "", Availability::Error),
        (503, &retry, "<title>Maintenance</title><p>Back soon", Availability::Maintenance),
        (200, &none, "<title>Scheduled maintenance</title><p>We are back soon", Availability::Maintenance),
        (
            200,
            &none,
            "<title>Outlet Daily</title><h1>Сайт закрыт на технические работы</h1>",
            Availability::Maintenance,
        ),
        (503, &none, "<title>Outlet Daily</title><p>Saytda texniki işlər aparılır", Availability::Maintenance),
        (403, &challenge, "<title>Just a moment...</title>", Availability::RobotCheck),
        (
            200,
            &none,
            "<title>Robot check</title><p>Enter the characters<img src=/captcha.png>",
            Availability::RobotCheck,
        ),
        (403, &none, "<title>403 Forbidden</title>", Availability::Refused),
        (429, &none, "<title>Too many requests</title>", Availability::Refused),
        (451, &none, "<title>Not available where you are</title>", Availability::Refused),
    ];
    for (status, headers, page, expected) in table {
        let judged = watch.judge_with(page, status, headers, HOST);
        assert_eq!(judged.judgement.verdict, Verdict::Inconclusive, "{status} {page}: {}", told(&judged));
        assert_eq!(judged.judgement.availability, expected, "{status} {page}");
        assert_eq!(kinds(&judged).len(), 1, "{status} {page}");
    }
}

#[test]
fn an_error_status_hides_no_defacement() {
    let (watch, page) = front_page();
    let covered =
        page.replacen("<nav>", "<div style=\"position:fixed;inset:0\"><img src=/uploads/x.jpg></div><nav>", 1);
    for status in [200, 403, 404, 500, 503] {
        for page in [
            "<title>ACCESS DENIED</title><h1>Hacked by nobody</h1>",
            "<title>503</title><p>Hacked by nobody<script src=//evil.example/x.js></script>",
            &covered,
        ] {
            let judged = watch.judge_with(page, status, &Headers::default(), HOST);
            assert_eq!(judged.judgement.verdict, Verdict::Alarm, "{status} {page:.60}: {}", told(&judged));
        }
    }
}

#[test]
fn a_page_that_only_speaks_of_errors_is_there() {
    let (watch, page) = front_page();
    for headline in [
        "Hundreds of flights not found in the new timetable",
        "Error 404: a play about the net",
        "Maintenance of the old bridge begins",
        "Are you a robot? A captcha for voters",
    ] {
        let changed = page.replacen("<h2>", &format!("<h2>{headline}</h2><h2>"), 1);
        let judged = watch.judge(&changed);
        assert_eq!(judged.judgement.verdict, Verdict::Normal, "{headline}: {}", told(&judged));
        assert_eq!(judged.judgement.availability, Availability::Up, "{headline}");
    }
}
