//! What is refused or warned of, and in which words.

use frontwatch_core::config::parse;

/// One faulty text a case, told apart by empty lines; the snapshot shows what is said of each.
const FAULTY: &str = r#"
[watching

a

[watching]
interval = "30s
timeout = 15s

[watching]
interval = "30s"
interval = "40s"

watchng = 1

[watching]
intervall = "30s"
	zebra = true
"a\u202Eb" = 1

[[outlet]]
name = "Ə"; hompage = "x"

[[outlet]]
name = "Report"
hompage = "https://report.az/"

[watching]
system_resolvers = false

[watching]
probes = "http://a.example/"
metered = true

[watching]
probes = ["a.example", "ftp://a.example/"]
metered = "slow"

[watching]
probes = ["http://a.example/1", "http://a.example/2", "http://a.example/3", "http://a.example/4", "http://a.example/5", "http://a.example/6", "http://a.example/7", "http://a.example/8", "http://a.example/9"]

[watching]
interval = 30
timeout = "0s"

[watching]
interval = "30 sec"
timeout = "6m"

[watching]
interval = "1s"
timeout = true

[watching]
interval = "25h"
timeout = "99999999999999999999s"

watching = 3
outlet = [1]

[[watching]]
interval = "30s"

[watching]
languages = "en"
certificate_authorities = ["ca.pem", 1979-05-27]

[watching]
languages = ["en", 3, "not a tag", "", "und"]
keep = "lots"
user_agent = "ü"

[outlet]
name = "Report"

[[outlet]]

[[outlet]]
name = ""
homepage = []

[[outlet]]
name = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
group = " Global "
homepage = "report.az"

[[outlet]]
name = "a\u202Eb"
homepage = "report.az:8080/x"

[[outlet]]
name = "A"
homepage = ["ftp://report.az", "https://", "https://report.az/#top", 3.5, ""]
feed = "https://report az/"

[[outlet]]
name = "A"
homepage = ["https://me:s3cret@report.az/", "https://me:s3/cret@report.az:x/", "me:s3cret@report.az", "//me:s3cret@report.az"]

[[outlet]]
name = "Report"
homepage = "https://report.az/"
[[outlet]]
name = "REPORT"
homepage = ["https://REPORT.az", "https://b.example/"]
feed = "https://b.example/"

[[outlet]]
name = "Report"
homepage = "https://report.az/"
ignore = ".ad"
[outlet.admin]
url = "https://report.az/admin/"

[[outlet]]
name = "Report"
homepage = "https://report.az/"
[[outlet.admin]]
url = "https://report.az/admin/"
expect = "Login"
[[outlet.admin]]
expect = "json"
values = ["id", "/a~b", ""]
credential = "hunter 2"
[[outlet.admin]]
url = "https://report.az/admin/"
expect = "gone"
[outlet.ignore]
selectors = ["", "div[", "a)", "x{y}", "a,,b", "> a", "'a", "div[a='(']:not(.b, .c) > p"]

[watching]
interval = "5s"
[[outlet]]
name = "A"
homepage = ["http://127.0.0.1/", "http://a.example/"]

webhook = 3
[email]
name = "desk"

[[webhook]]
[[email]]

[[webhook]]
name = "chat"
url = "http://chat.example/hooks/s3cret"
template = "{{txt}}"
least = "info"
credential = "hunter 2"
[[webhook]]
name = "Chat"
url = "https://chat.example/hooks/x"
template = '{"a": "{{text}}'
method = "GET"
[[webhook]]
name = "sms"
url = "https://me:s3cret@chat.example/"
template = '{"a": {{text'
[[webhook]]
name = "bare"
url = "hooks.chat.example/services/T0/s3cret"
[[webhook]]
name = "port"
url = "https://chat.example:99999/hooks/s3cret"

[[email]]
name = "desk"
server = "smtp.example:none"
from = "Frontwatch <watch>"
to = []
least = "everything"
[[email]]
name = "desk"
server = "me:s3cret@smtp.example:465"
from = "a\u000Ab <watch@report.example>"
to = ["desk@report.example", "desk", "d@e_f.example"]
"#;

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let mut told = String::new();
    for text in FAULTY.trim_matches('\n').split("\n\n") {
        let errors = parse(text).expect_err(text);
        assert!(errors.is_sorted_by_key(|error| error.position), "in the order of the text: {errors:?}");
        for line in text.lines() {
            told.extend(["    ", line, "\n"]);
        }
        for error in errors {
            let said = error.to_string();
            assert!(!said.contains("s3") && !said.contains("hunter"), "a secret is repeated: {said}");
            told.extend([said, format!(" [{:?}]\n", error.fault)]);
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn short_intervals_are_for_loopback_alone() {
    for (homepage, accepted) in [
        ("http://127.0.0.1:8080/", true),
        ("http://127.8.9.10/", true),
        ("http://[::1]:8080/", true),
        ("http://localhost/", true),
        ("http://news.localhost./", true),
        ("http://localhost.example/", false),
        ("http://192.168.0.1/", false),
        ("http://[::ffff:127.0.0.1]/", false),
        ("https://report.az/", false),
    ] {
        let text = |interval: &str| {
            format!("[watching]\ninterval = \"{interval}\"\n[[outlet]]\nname = \"A\"\nhomepage = \"{homepage}\"")
        };
        assert_eq!(parse(&text("2s")).is_ok(), accepted, "{homepage}");
        assert!(parse(&text("10s")).is_ok(), "{homepage}");
        let with_feed = text("9s") + "\nfeed = \"https://report.az/rss\"";
        assert!(parse(&with_feed).is_err(), "one public address is enough: {homepage}");
    }
}

#[test]
fn values_that_nobody_looks_at_are_a_warning() {
    let text = "[[outlet]]\nname = \"A\"\nhomepage = \"https://a.example/\"\n[[outlet.admin]]\n\
        url = \"https://a.example/admin\"\nexpect = \"denied\"\nvalues = [\"/id\"]\n";
    let warnings = parse(text).expect("it is valid").warnings;
    let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["line 7, column 1: values: only expect = \"json\" has values, so these are not looked at; remove them"]
    );
}
