//! What channels are sent: templates that make JSON of any notice, and the plain text of a notice.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use frontwatch_core::channel::{Channel, Template, TemplateFault, Webhook, identity, json, text};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::notify::{About, Notice};
use frontwatch_core::verdict::Severity;
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

fn notice() -> Notice {
    Notice {
        id: "00112233445566ff/critical".to_owned(),
        key: "00112233445566ff".to_owned(),
        incident: IncidentId::from_stored("00112233445566ff"),
        campaign: None,
        title: "Report: alarm on the front page".to_owned(),
        body: "Report: a picture covers the front page. Since 14:02.".to_owned(),
        severity: Severity::Critical,
        over: false,
        buttons: vec![],
        at: Timestamp::from_millisecond(1_772_028_125_250).unwrap(),
        about: Box::new(About {
            outlet: Some("Report".to_owned()),
            address: Some("https://report.example/".parse().unwrap()),
            since: Some(Timestamp::from_second(1_772_028_120).unwrap()),
            severity: Some(Severity::Critical),
            reasons: vec!["a picture covers the front page".to_owned(), "its title is \"Hacked\"".to_owned()],
        }),
    }
}

fn rendered(template: &str) -> Value {
    serde_json::from_str(&Template::parse(template).unwrap().render(&notice())).unwrap()
}

#[test]
fn a_place_is_a_value_or_a_part_of_a_string() {
    let whole =
        "Report: a picture covers the front page. Since 14:02.\n– its title is \"Hacked\"\nhttps://report.example/";
    for (template, wanted) in [
        (r#"{"text": {{text}}}"#, json!({"text": whole})),
        (r#"{"a": "ALARM {{ title }}!"}"#, json!({"a": "ALARM Report: alarm on the front page!"})),
        (r#"["{{severity}}", {{severity}}]"#, json!(["critical", "critical"])),
        (r#"["{{campaign}}", {{campaign}}]"#, json!(["", null])),
        (r#"["{{over}}", {{over}}]"#, json!(["false", false])),
        (r#"["{{priority}}", {{priority}}]"#, json!(["5", 5])),
        (
            r#"["{{reasons}}", {{reasons}}]"#,
            json!([
                "a picture covers the front page; its title is \"Hacked\"",
                ["a picture covers the front page", "its title is \"Hacked\""]
            ]),
        ),
        (r#"["\"{{id}}\\", "{{address}}"]"#, json!(["\"00112233445566ff/critical\\", "https://report.example/"])),
        (r#"{"a": {"b": {"c": {{at}}}}, "since": {{since}}}"#, {
            json!({"a": {"b": {"c": "2026-02-25T14:02:05.250Z"}}, "since": "2026-02-25T14:02:00.000Z"})
        }),
        ("{{outlet}}", json!("Report")),
        ("{}", json!({})),
    ] {
        assert_eq!(rendered(template), wanted, "{template}");
    }
}

#[test]
fn what_is_not_always_json_is_no_template() {
    let fault = |template: &str| Template::parse(template).unwrap_err();
    assert_eq!(fault(r#"{"a": {{txt}}}"#), TemplateFault::Unknown("txt".to_owned()));
    assert_eq!(fault(r#"{"a": {{text}"#), TemplateFault::Unclosed);
    assert_eq!(fault(&"x".repeat(20_000)), TemplateFault::TooLong(20_000));
    for template in [
        "",
        "{{text}} {{text}}",
        "{ {{text}}: 1}",
        r#"{"a": -{{priority}}}"#,
        r#"{"a": {{text}}.}"#,
        r#"{"a": "\{{text}}"}"#,
        r#"{"a": "\u00{{text}}"}"#,
        r#"{"a": "\ud83d{{text}}"}"#,
        r#"{"a": "{{text}}}"#,
        r"{'a': {{text}}}",
    ] {
        assert!(matches!(fault(template), TemplateFault::NotJson(_)), "{template}: {:?}", fault(template));
    }
}

#[test]
fn without_a_template_everything_is_sent() {
    let sent = json(&notice());
    let fields: Vec<_> = sent.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected: Vec<_> = Template::places().into_iter().filter(|place| *place != "priority").collect();
    expected.sort_unstable();
    assert_eq!(fields, expected);
    assert_eq!((&sent["severity"], &sent["over"]), (&json!("critical"), &json!(false)));
}

#[test]
fn a_notice_of_an_earlier_version_is_read_and_sent() {
    let mut old = serde_json::to_value(notice()).unwrap();
    old.as_object_mut().unwrap().remove("about");
    let old: Notice = serde_json::from_value(old).unwrap();
    assert_eq!(*old.about, About::default());
    assert_eq!(text(&old), old.body);
    assert_eq!(json(&old)["address"], Value::Null);
}

#[test]
fn the_end_is_told_wherever_the_trouble_was() {
    use Severity::{Critical, Info, Warning};
    let webhook = |least| {
        let url = "https://chat.example/".parse().unwrap();
        Channel::Webhook(Webhook { name: "chat".to_owned(), url, template: None, least, credential: None })
    };
    let of = |severity, worst| Notice {
        severity,
        about: Box::new(About { severity: worst, ..About::default() }),
        ..notice()
    };
    for (severity, worst, warning, critical) in [
        (Critical, Some(Critical), true, true),
        (Warning, Some(Warning), true, false),
        (Info, Some(Critical), true, true),
        (Info, Some(Warning), true, false),
        (Warning, None, true, false),
        (Info, None, false, false),
    ] {
        let notice = of(severity, worst);
        assert_eq!(webhook(Warning).takes(&notice), warning, "{severity:?} {worst:?}");
        assert_eq!(webhook(Critical).takes(&notice), critical, "{severity:?} {worst:?}");
    }
}

#[test]
fn ids_become_the_left_of_a_message_id() {
    for (id, wanted) in [
        ("00112233445566ff/critical", "00112233445566ff=2fcritical"),
        ("a=2fb", "a=3d2fb"),
        ("a.b", "a=2eb"),
        ("ə\r\n>", "=c9=99=0d=0a=3e"),
    ] {
        assert_eq!(identity(id), wanted);
    }
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            prop_oneof![
                Just("\""),
                Just("\\"),
                Just("\\u"),
                Just("{{text}}"),
                Just("}}"),
                Just("\r\n"),
                Just("\0"),
                Just("\u{2028}"),
                Just("\u{202e}"),
                Just("\",\"x\":\""),
                Just("</script>"),
                Just("ə")
            ],
            0..12
        )
        .prop_map(|parts| parts.concat())
    ]
}

/// A text that may be a template, made of what templates are made of.
fn attempt() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just("\""),
        Just("\\"),
        Just(":"),
        Just(","),
        Just("a"),
        Just("1"),
        Just("-"),
        Just("u00"),
        Just("{{text}}"),
        Just("{{over}}"),
        Just("{{campaign}}"),
        Just("{{reasons}}"),
        Just("{{priority}}"),
        Just(" ")
    ];
    prop_oneof![
        proptest::collection::vec(part.clone(), 0..10).prop_map(|parts| parts.concat()),
        proptest::collection::vec(part, 0..5)
            .prop_map(|parts| format!("{{\"a\":\"{}\",\"b\":[{{{{text}}}}]}}", parts.concat())),
    ]
}

proptest! {
    #[test]
    fn any_notice_becomes_json_that_says_what_it_says(title in hostile(), body in hostile(), reason in hostile(), name in hostile()) {
        let notice = Notice {
            title: title.clone(),
            body: body.clone(),
            campaign: Some(name.clone()),
            about: Box::new(About { outlet: Some(name.clone()), reasons: vec![reason.clone()], ..About::default() }),
            ..notice()
        };
        let template = r#"{"t": {{title}}, "b": "<{{body}}>", "r": {{reasons}}, "o": "{{outlet}}{{campaign}}"}"#;
        let sent: Value = serde_json::from_str(&Template::parse(template).unwrap().render(&notice)).unwrap();
        let wanted = json!({"t": title, "b": format!("<{body}>"), "r": [reason], "o": format!("{name}{name}")});
        prop_assert_eq!(sent, wanted);
    }

    #[test]
    fn what_is_taken_for_a_template_makes_json_of_every_notice(template in attempt(), body in hostile(), campaign in any::<Option<String>>()) {
        if let Ok(template) = Template::parse(&template) {
            let notice = Notice { body, campaign, ..notice() };
            let sent = template.render(&notice);
            prop_assert!(serde_json::from_str::<Value>(&sent).is_ok(), "{:?} makes {}", template, sent);
        }
    }
}
