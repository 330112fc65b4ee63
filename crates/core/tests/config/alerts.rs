//! `[alerts]` and what is planned for an outlet.

use frontwatch_core::config::{Alerts, Fault, parse, time_zone};
use frontwatch_core::incident::planned::Planned;
use frontwatch_core::notify::QuietHours;
use jiff::Timestamp;
use jiff::civil::{date, time};

use super::read;

fn outlet(planned: &str) -> String {
    format!("[[outlet]]\nname = \"Report\"\nhomepage = \"https://report.example/\"\n[[outlet.planned]]\n{planned}")
}

#[test]
fn quiet_hours_have_a_beginning_an_end_and_a_zone() {
    let night = QuietHours { from: time(22, 0, 0, 0), until: time(7, 30, 0, 0) };
    let config = read("[alerts]\nquiet_hours = \"22:00-07:30\"\ntime_zone = \"Asia/Baku\"");
    assert_eq!(config.alerts, Alerts { quiet_hours: Some(night), time_zone: Some("Asia/Baku".into()) });
    assert_eq!(read("").alerts, Alerts::default());
    for text in ["22:00", "22-7", "22:00-22:00", "24:00-07:00", "22:00-07:60", "", "٢٢:٠٠-٠٧:٠٠", "22:00-07:00-08:00"]
    {
        let errors = parse(&format!("[alerts]\nquiet_hours = \"{text}\"")).expect_err(text);
        assert_eq!((errors.len(), errors[0].fault), (1, Fault::BadValue), "{text}: {errors:?}");
    }
    for text in ["Baku", "Asia/Bakuu", "", "../etc/passwd"] {
        let errors = parse(&format!("[alerts]\ntime_zone = \"{text}\"")).expect_err(text);
        assert_eq!(errors[0].fault, Fault::BadValue, "{text}");
    }
}

#[test]
fn nights_follow_the_clocks_of_their_zone() {
    let night = QuietHours { from: time(22, 0, 0, 0), until: time(7, 0, 0, 0) };
    let noon = QuietHours { from: time(12, 0, 0, 0), until: time(13, 0, 0, 0) };
    for (quiet, zone, at, holds) in [
        (night, "UTC", "2026-06-01T21:59:59Z", false),
        (night, "UTC", "2026-06-01T22:00:00Z", true),
        (night, "UTC", "2026-06-02T06:59:59Z", true),
        (night, "UTC", "2026-06-02T07:00:00Z", false),
        (night, "Asia/Baku", "2026-06-01T18:00:00Z", true),
        (noon, "UTC", "2026-06-01T12:30:00Z", true),
        (noon, "UTC", "2026-06-01T13:00:00Z", false),
        // Clocks go forward in Berlin on 29 March 2026 at 1:00 UTC: 7:00 there is 5:00 UTC from then on.
        (night, "Europe/Berlin", "2026-03-28T05:30:00Z", true),
        (night, "Europe/Berlin", "2026-03-29T05:30:00Z", false),
    ] {
        let (zone, at): (_, Timestamp) = (time_zone(zone).expect("it is in the database"), at.parse().expect("a time"));
        assert_eq!(quiet.hold(&zone, at), holds, "{quiet:?} {at}");
    }
}

#[test]
fn a_plan_names_what_is_expected_and_when() {
    let text = "from = \"2026-12-24T22:00\"\nuntil = \"2026-12-25T02:30\"\ntime_zone = \"Asia/Baku\"\n\
        signals = [\"title\", \"outage\"]\nhosts = [\"cdn.example\"]";
    let plan = Planned {
        from: date(2026, 12, 24).at(22, 0, 0, 0),
        until: date(2026, 12, 25).at(2, 30, 0, 0),
        zone: Some("Asia/Baku".into()),
        signals: vec!["title".into(), "outage".into()],
        hosts: vec!["cdn.example".into()],
    };
    assert_eq!(read(&outlet(text)).outlets[0].planned, [plan]);
    let plan = |key: &str, value: &str| {
        let mut keys =
            vec![("from", "\"2026-12-24T22:00\""), ("until", "\"2026-12-25T02:30\""), ("signals", "[\"title\"]")];
        keys.retain(|(known, _)| *known != key);
        let mut lines: Vec<String> = keys.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        if !value.is_empty() {
            lines.push(format!("{key} = {value}"));
        }
        outlet(&lines.join("\n"))
    };
    assert!(parse(&plan("hosts", "[\"cdn.example\"]")).is_ok());
    for (key, value, fault) in [
        ("from", "", Fault::Missing),
        ("until", "", Fault::Missing),
        ("signals", "", Fault::Missing),
        ("from", "\"2026-12-24\"", Fault::BadValue),
        ("from", "\"2026-12-24T22:00Z\"", Fault::BadValue),
        ("from", "\"2026-12-24T22:00+04:00\"", Fault::BadValue),
        ("from", "\"2026-12-24T22:00-04:00\"", Fault::BadValue),
        ("from", "\"2026-02-30T22:00\"", Fault::BadValue),
        ("until", "\"2026-12-24T22:00\"", Fault::BadValue),
        ("signals", "[\"collapse\"]", Fault::BadValue),
        ("signals", "[\"panel\"]", Fault::BadValue),
        ("signals", "[\"names\"]", Fault::BadValue),
        ("signals", "[\"script\"]", Fault::BadValue),
        ("signals", "[\"everything\"]", Fault::BadValue),
        ("hosts", "[\"https://cdn.example/\"]", Fault::BadValue),
        ("hosts", "[\"cdn\"]", Fault::BadValue),
        ("hosts", "[\"10.0.0.1\"]", Fault::BadValue),
        ("silence", "true", Fault::UnknownKey),
    ] {
        let errors = parse(&plan(key, value)).expect_err(value);
        assert_eq!((errors.len(), errors[0].fault), (1, fault), "{key} = {value}: {errors:?}");
    }
}
