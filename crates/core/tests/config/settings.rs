//! What a change of a setting, a channel or a plan writes, and what it leaves alone.

use std::collections::BTreeMap;

use frontwatch_core::config::{
    ChannelKind, NotApplied, PlanWritten, Setting, Written, add_plan, change_plan, put_channel, remove_channel,
    remove_plan, set_setting, settings,
};
use frontwatch_core::text::english;

use crate::{EXAMPLE, read};

#[expect(clippy::unnecessary_wraps, reason = "as it is given")]
fn text(text: &str) -> Option<Written> {
    Some(Written::Text(text.to_owned()))
}

#[expect(clippy::unnecessary_wraps, reason = "as it is given")]
fn list(texts: &[&str]) -> Option<Written> {
    Some(Written::List(texts.iter().map(|&text| text.to_owned()).collect()))
}

#[test]
fn one_value_is_written_and_not_a_byte_besides() {
    for (before, setting, wanted, after) in [
        (
            "[watching]\ninterval = '30s' # often\n",
            Setting::Interval,
            text("1m"),
            "[watching]\ninterval = \"1m\" # often\n",
        ),
        (
            "# ours\r\n[watching]\r\n# how often\r\ninterval = \"30s\"\r\n",
            Setting::Timeout,
            text("9s"),
            "# ours\r\n[watching]\r\n# how often\r\ninterval = \"30s\"\r\ntimeout = \"9s\"\r\n",
        ),
        ("", Setting::Keep, text("1GB"), "[watching]\nkeep = \"1GB\"\n"),
        ("# the end", Setting::Keep, text("1GB"), "# the end\n\n[watching]\nkeep = \"1GB\"\n"),
        ("[alerts] # none\n", Setting::TimeZone, text("Asia/Baku"), "[alerts] # none\ntime_zone = \"Asia/Baku\"\n"),
        // What is taken out leaves the words of a person behind.
        (
            "[watching]\n# slow\ninterval = \"30s\"  # often\ntimeout = \"9s\"\nkeep = \"1GB\"\n",
            Setting::Interval,
            None,
            "[watching]\n# slow\n# often\ntimeout = \"9s\"\nkeep = \"1GB\"\n",
        ),
        ("[watching]\ntimeout = \"9s\"\nkeep = \"1GB\"\n", Setting::Timeout, None, "[watching]\nkeep = \"1GB\"\n"),
        ("[watching]\n", Setting::Timeout, None, "[watching]\n"),
        ("", Setting::Timeout, None, ""),
        // Forms that can't be cut are edited as they are.
        (
            "watching = { interval = \"30s\", keep = \"1GB\" } # short\n",
            Setting::Timeout,
            text("9s"),
            "watching = { interval = \"30s\", keep = \"1GB\" , timeout = \"9s\" } # short\n",
        ),
        (
            "watching.interval = \"30s\" # often\nwatching.keep = \"1GB\"\n",
            Setting::Interval,
            None,
            "watching.keep = \"1GB\"\n",
        ),
        // A comment beside an element of a list stays, and one of an element that goes.
        (
            "[watching]\nprobes = [\n  \"http://a.example/\", # first\n  \"http://b.example/\", # second\n]\n",
            Setting::Probes,
            list(&["http://b.example/", "http://c.example/"]),
            "[watching]\nprobes = [\n  # first\n  \"http://b.example/\",  # second\n  \"http://c.example/\",\n]\n",
        ),
        (
            "[watching]\nprobes = [\"http://a.example/\"] # x\n",
            Setting::Probes,
            list(&[]),
            "[watching]\nprobes = [] # x\n",
        ),
        ("\u{feff}[watching]\n", Setting::Keep, text("2GB"), "\u{feff}[watching]\nkeep = \"2GB\"\n"),
    ] {
        let changed = set_setting(before, setting, wanted).unwrap_or_else(|error| panic!("{before}: {error}"));
        assert_eq!(changed, after, "{before}");
    }
}

#[test]
fn every_setting_can_be_written_into_what_people_write_and_taken_out_again() {
    let values = [
        (Setting::Interval, text("45s")),
        (Setting::Timeout, text("9s")),
        (Setting::Languages, list(&["en", "az"])),
        (Setting::Keep, text("2GB")),
        (Setting::UnwantedPictures, text("/home/desk/unwanted")),
        (Setting::Probes, list(&["http://up.example/204"])),
        (Setting::Metered, text("same")),
        (Setting::QuietHours, text("23:00-06:30")),
        (Setting::TimeZone, text("Asia/Baku")),
    ];
    assert_eq!(values.len(), Setting::ALL.len());
    for before in ["", EXAMPLE, "[alerts]\nquiet_hours = \"22:00-07:00\" # nights\n"] {
        let mut now = before.to_owned();
        for (setting, value) in &values {
            now = set_setting(&now, *setting, value.clone()).expect("it is right");
            assert_eq!(settings(&now).expect("it is right").values.get(setting), value.as_ref(), "{now}");
        }
        assert_eq!(read(&now).outlets, read(before).outlets);
        for comment in before.lines().filter_map(|line| line.split_once(" #")).map(|(_, comment)| comment) {
            assert!(now.contains(comment), "{comment} has gone from {now}");
        }
        for (setting, _) in &values {
            now = set_setting(&now, *setting, None).expect("it is right");
        }
        assert_eq!(settings(&now).expect("it is right").values, BTreeMap::new(), "{now}");
    }
}

#[test]
fn a_value_that_is_wrong_is_refused_with_its_place_and_what_to_do() {
    for (setting, wanted, line, said) in [
        (Setting::Interval, text("often"), 2, "interval: found \"often\", expected a duration of at least \"2s\""),
        (Setting::Interval, text("5s"), 2, "interval: found 5 s with the address of \"report.az\""),
        (Setting::Timeout, text("9m"), 3, "timeout: found \"9m\", expected a duration of at most 300 s"),
        (Setting::Languages, list(&["en", "?"]), 4, "languages: found \"?\", expected a language tag"),
        (Setting::Keep, text("3"), 5, "keep: found \"3\", expected a size"),
        (Setting::QuietHours, text("22:00-22:00"), 30, "quiet_hours: found \"22:00-22:00\", which is no time at all"),
        (Setting::TimeZone, text("Baku"), 30, "time_zone: found \"Baku\", expected a time zone"),
    ] {
        let refused = set_setting(EXAMPLE, setting, wanted);
        let Err(NotApplied::Refused(errors)) = refused else { panic!("{setting:?}: {refused:?}") };
        assert_eq!((errors[0].position.line, errors.len()), (line, 1), "{errors:?}");
        let says = english(&errors[0].message());
        assert!(says.starts_with(said), "{says}");
        assert_eq!(errors[0].subject, setting.key().1);
    }
    let invalid = set_setting("[watching]\nintervall = \"30s\"\n", Setting::Keep, text("1GB"));
    let Err(NotApplied::Invalid(errors)) = invalid else { panic!("{invalid:?}") };
    assert_eq!(errors[0].position.line, 2);
}

fn channel(of: &[(&str, Option<Written>)]) -> BTreeMap<String, Option<Written>> {
    of.iter().map(|(key, written)| ((*key).to_owned(), written.clone())).collect()
}

#[test]
fn channels_come_change_and_go() {
    let hook = channel(&[
        ("name", text("chat")),
        ("url", text("https://chat.example/hooks/s3cret")),
        ("template", text("{\"text\": {{text}}}")),
        ("least", None),
    ]);
    let with = put_channel(EXAMPLE, ChannelKind::Webhook, None, &hook).expect("it fits");
    assert!(with.starts_with(EXAMPLE) && read(&with).channels.len() == 1, "{with}");

    // What is not named stays; what has no value goes; what a person wrote beside it stays.
    let said =
        with.replace("[[webhook]]", "# the desk's\n[[webhook]] # chat").replace("{{text}}}'", "{{text}}}' # all");
    let change = channel(&[("least", text("critical")), ("template", None), ("credential", text("chat-hook"))]);
    let changed = put_channel(&said, ChannelKind::Webhook, Some("chat"), &change).expect("it fits");
    let end = "# the desk's\n[[webhook]] # chat\nname = \"chat\"\nurl = \"https://chat.example/hooks/s3cret\"\n\
               least = \"critical\"\ncredential = \"chat-hook\"\n# all\n";
    assert!(changed.ends_with(end), "{changed}");

    let mail = channel(&[
        ("name", text("desk")),
        ("server", text("smtp.example:465")),
        ("from", text("Frontwatch <watch@report.example>")),
        ("to", list(&["desk@report.example"])),
    ]);
    let both = put_channel(&changed, ChannelKind::Email, None, &mail).expect("it fits");
    let names: Vec<String> = settings(&both).expect("right").channels.iter().map(|it| it.name().to_owned()).collect();
    assert_eq!(names, ["chat", "desk"]);

    let less = remove_channel(&both, ChannelKind::Webhook, "chat").expect("it is there");
    assert!(!less.contains("s3cret") && less.contains("# the desk's\n# all\n\n[[email]]"), "{less}");
    let none = remove_channel(&less, ChannelKind::Email, "desk").expect("it is there");
    assert_eq!(none, format!("{EXAMPLE}\n# the desk's\n# all\n"));
    let gone = remove_channel(&none, ChannelKind::Email, "desk");
    assert_eq!(gone, Err(NotApplied::Gone("desk".to_owned())));
}

#[test]
fn a_channel_that_is_wrong_is_refused_by_its_fields() {
    let hook = channel(&[("name", text("")), ("url", text("http://chat.example/hooks/s3cret"))]);
    let refused = put_channel("", ChannelKind::Webhook, None, &hook);
    let Err(NotApplied::Refused(errors)) = &refused else { panic!("{refused:?}") };
    let subjects: Vec<&str> = errors.iter().map(|error| error.subject.as_str()).collect();
    assert_eq!(subjects, ["name", "url"]);
    assert!(!format!("{refused:?}").contains("s3cret"));
}

#[test]
fn a_channel_of_a_list_in_brackets_is_changed_in_it() {
    let text_of = "webhook = [{ name = \"chat\", url = \"https://chat.example/\" }] # ours\n";
    let other = channel(&[("name", text("other")), ("url", text("https://other.example/"))]);
    let both = put_channel(text_of, ChannelKind::Webhook, None, &other).expect("it fits");
    let change = channel(&[("least", text("critical"))]);
    let both = put_channel(&both, ChannelKind::Webhook, Some("other"), &change).expect("it fits");
    assert_eq!(read(&both).channels.len(), 2);
    let less = remove_channel(&both, ChannelKind::Webhook, "chat").expect("it is there");
    let none = remove_channel(&less, ChannelKind::Webhook, "other").expect("it is there");
    assert!(read(&none).channels.is_empty() && none.ends_with("# ours\n"), "{none}");
}

#[test]
fn plans_stand_below_their_outlet() {
    let plan = PlanWritten {
        from: "2026-12-24T22:00".to_owned(),
        until: "2026-12-25T02:30".to_owned(),
        time_zone: None,
        signals: vec!["title".to_owned(), "image".to_owned()],
        hosts: Vec::new(),
    };
    let other = PlanWritten { signals: Vec::new(), hosts: vec!["cdn.report.az".to_owned()], ..plan.clone() };
    let with = add_plan(EXAMPLE, "Report", &plan).expect("it fits");
    let with = add_plan(&with, "Report", &other).expect("it fits");
    let with = add_plan(&with, "Baku TV", &plan).expect("it fits");
    let of = |text: &str| -> Vec<usize> { read(text).outlets.iter().map(|outlet| outlet.planned.len()).collect() };
    assert_eq!(of(&with), [2, 1]);
    insta::assert_snapshot!(with);

    let less = remove_plan(&with, "Report", &plan).expect("it is there");
    assert_eq!(of(&less), [1, 1]);
    assert_eq!(settings(&less).expect("right").plans[0].1, std::slice::from_ref(&other));
    assert!(matches!(remove_plan(&less, "Report", &plan), Err(NotApplied::Gone(_))));
    let less = remove_plan(&less, "Report", &other).expect("it is there");
    let less = remove_plan(&less, "Baku TV", &plan).expect("it is there");
    assert_eq!(less, EXAMPLE);

    let backwards = PlanWritten { until: plan.from.clone(), ..plan };
    let refused = add_plan(EXAMPLE, "Report", &backwards);
    let Err(NotApplied::Refused(errors)) = refused else { panic!("{refused:?}") };
    assert_eq!(errors[0].subject, "until");
}

#[test]
fn a_plan_is_changed_where_it_stands() {
    const TEXT: &str = "[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n\n  # the new design\n  [[outlet.planned]]\n  \
                        from = \"2026-12-24T22:00\"  # after the news\n  until = \"2026-12-25T02:30\"\n  time_zone = \"Asia/Baku\"\n  \
                        signals = [\n    \"title\",  # the slogan goes\n    \"picture\",\n  ]\n\n  [[outlet.planned]]\n  \
                        from = \"2026-12-30T22:00\"\n  until = \"2026-12-31T02:30\"\n  hosts = [\"cdn.example\"]\n";
    let plans = |text: &str| settings(text).expect("a configuration").plans.remove(0).1;
    let [first, second] = [plans(TEXT)[0].clone(), plans(TEXT)[1].clone()];
    let wanted = PlanWritten {
        until: "2026-12-25T04:00".to_owned(),
        time_zone: None,
        signals: vec!["title".to_owned(), "fixed".to_owned()],
        ..first.clone()
    };
    for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n")] {
        let after = change_plan(&text, "A", &first, &wanted).expect("it fits");
        assert_eq!(plans(&after), [wanted.clone(), second.clone()]);
        for kept in ["# the new design", "# after the news", "\"title\",  # the slogan goes"] {
            assert!(after.contains(kept), "{kept}: {after}");
        }
        assert_eq!(text.contains("\r\n"), !after.replace("\r\n", "").contains('\n'), "{after:?}");
    }
    let zoned = PlanWritten { time_zone: Some("Europe/Istanbul".to_owned()), ..second.clone() };
    let after = change_plan(TEXT, "A", &second, &zoned).expect("it fits");
    assert_eq!(plans(&after), [first.clone(), zoned.clone()]);
    assert_eq!(change_plan(&after, "A", &zoned, &second).as_deref(), Ok(TEXT), "and not a byte besides");
    assert_eq!(change_plan(TEXT, "A", &first, &first).as_deref(), Ok(TEXT));
    let early = PlanWritten { until: "2020-01-01T00:00".to_owned(), ..first.clone() };
    assert!(matches!(change_plan(TEXT, "A", &first, &early), Err(NotApplied::Refused(_))));
    let hosts = PlanWritten { signals: Vec::new(), hosts: vec!["cdn.example".to_owned()], ..first.clone() };
    let after = change_plan(TEXT, "A", &first, &hosts).expect("it fits");
    assert_eq!(plans(&after), [hosts, second.clone()]);
    assert!(after.contains("# the slogan goes"), "a list that goes leaves what was said within it: {after}");
    assert!(matches!(change_plan(TEXT, "A", &wanted, &first), Err(NotApplied::Gone(_))));
}
