//! A configuration as it may be handed on with a report: line by line, what opens a door or is private left out. What is not
//! known to be harmless is left out too, so that a key that comes later is not shown by mistake.

use toml::{Table, Value};
use url::Url;

use crate::text::discreet;

/// Keys whose texts say nothing of anybody.
const PLAIN: [&str; 15] = [
    "interval",
    "timeout",
    "languages",
    "keep",
    "metered",
    "name",
    "group",
    "expect",
    "values",
    "selectors",
    "least",
    "quiet_hours",
    "time_zone",
    "until",
    "signals",
];

/// Keys that hold addresses which everybody may know, without what follows a question mark.
const ADDRESSES: [&str; 9] = ["homepage", "feed", "article", "pinned", "probes", "resolvers", "url", "server", "hosts"];

/// Keys that are there and whose texts are left out; and those of tables.
const NAMED: [&str; 18] = [
    "watching",
    "alerts",
    "outlet",
    "webhook",
    "email",
    "newsroom",
    "admin",
    "ignore",
    "planned",
    "credential",
    "template",
    "runbook",
    "user_agent",
    "certificate_authorities",
    "unwanted_pictures",
    "from",
    "to",
    "reader_look",
];

/// What stands in a configuration, a line for each value: `outlet[0].homepage = "https://report.az/"`. Nothing if the text is no
/// TOML.
pub fn redacted(text: &str) -> Option<String> {
    let table: Table = text.trim_start_matches('\u{feff}').parse().ok()?;
    let mut lines = Vec::new();
    tables("", &table, &mut lines);
    Some(lines.join("\n"))
}

fn tables(path: &str, table: &Table, lines: &mut Vec<String>) {
    for (key, value) in table {
        let known = [PLAIN.as_slice(), &ADDRESSES, &NAMED].concat().contains(&key.as_str());
        let key = if known { key.as_str() } else { "(a key that is not known)" };
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        line(&path, key, value, lines);
    }
}

fn line(path: &str, key: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Table(table) => tables(path, table, lines),
        Value::Array(all) => {
            for (n, value) in all.iter().enumerate() {
                line(&format!("{path}[{n}]"), key, value, lines);
            }
        }
        Value::String(text) => {
            // A webhook's address is its key.
            let shown = if path.starts_with("webhook") && key == "url" {
                Url::parse(text).ok().and_then(|url| Some(format!("{}://{}/…", url.scheme(), url.host_str()?)))
            } else if PLAIN.contains(&key) || ADDRESSES.contains(&key) {
                Some(discreet(text))
            } else {
                None
            };
            lines.push(format!("{path} = \"{}\"", shown.as_deref().unwrap_or("…")));
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            let shown = if key.starts_with('(') { "…".to_owned() } else { value.to_string() };
            lines.push(format!("{path} = {shown}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_opens_a_door_stays_and_the_rest_can_be_read() {
        let text = r#"
            # hunter2 in a comment
            [watching]
            interval = "30s"
            user_agent = "hunter2"
            hunter2 = "hunter2"
            secret = 2222222
            [newsroom]
            runbook = "Call Nino hunter2"
            [[outlet]]
            name = "Report"
            homepage = ["https://report.az/", "https://nino:hunter2@report.az/en/?token=hunter2"]
            [[outlet.admin]]
            url = "https://report.az/users?key=hunter2"
            values = ["/*/id"]
            credential = "hunter2"
            [[webhook]]
            name = "chat"
            url = "https://hooks.example/services/hunter2"
            template = "hunter2"
            [[email]]
            to = ["hunter2@report.az"]
        "#;
        let shown = redacted(text).unwrap();
        assert!(!shown.contains("hunter2") && !shown.contains("2222222"), "{shown}");
        for line in [
            "watching.interval = \"30s\"",
            "watching.user_agent = \"…\"",
            "outlet[0].name = \"Report\"",
            "outlet[0].homepage[1] = \"https://…@report.az/en/?…\"",
            "outlet[0].admin[0].url = \"https://report.az/users?…\"",
            "webhook[0].url = \"https://hooks.example/…\"",
            "email[0].to[0] = \"…\"",
        ] {
            assert!(shown.lines().any(|found| found == line), "{line} in {shown}");
        }
        assert_eq!(redacted("no toml hunter2"), None);
    }
}
