//! A configuration is read to its end, each error at a place within it; and an edit leaves a text that says what it said before
//! and the change, with every comment that stood there.

use std::collections::BTreeMap;

use frontwatch_core::config::{
    ChannelKind, Config, Edited, PlanWritten, Setting, Written, add_outlets, add_plan, change_outlet, ignore_part,
    parse, put_back, put_channel, remove_channel, remove_outlet, remove_plan, set_runbook, set_setting, settings,
};
use frontwatch_core::exchange::{plan, read};

/// Reads bytes as a configuration, and makes every edit in it that there is.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let config = match parse(&text) {
        Ok(parsed) => parsed.config,
        Err(errors) => {
            let lines = text.split('\n').count();
            assert!(!errors.is_empty());
            for error in errors {
                assert!((1..=lines).contains(&error.position.line) && error.position.column >= 1, "{error}");
                assert!(!error.to_string().contains(char::is_control), "{error:?}");
            }
            return;
        }
    };
    let edits = Edits { text: &text, config: &config, comments: comments(&text) };
    edits.settings();
    edits.runbook();
    edits.channels();
    edits.outlets();
    edits.lists();
}

struct Edits<'t> {
    text: &'t str,
    config: &'t Config,
    comments: Vec<String>,
}

impl Edits<'_> {
    /// A text after an edit that leaves all else as it was.
    fn kept(&self, after: &str) -> Config {
        let mut left = comments(after);
        for comment in &self.comments {
            let at = left.iter().position(|known| known == comment);
            assert!(at.is_some(), "{comment:?} is gone from\n{after}");
            at.map(|at| left.swap_remove(at));
        }
        parse(after).expect("a configuration after an edit").config
    }

    fn settings(&self) {
        let written = settings(self.text).expect("settings of a configuration");
        for setting in Setting::ALL {
            let wanted = match setting {
                Setting::Interval => Written::Text("47s".to_owned()),
                Setting::Timeout => Written::Text("9s".to_owned()),
                Setting::Languages => Written::List(vec!["tr".to_owned(), "ru".to_owned()]),
                Setting::Keep => Written::Text("300 MB".to_owned()),
                Setting::UnwantedPictures => Written::Text("/srv/pictures".to_owned()),
                Setting::Probes => Written::List(Vec::new()),
                Setting::Metered => Written::Text("same".to_owned()),
                Setting::QuietHours => Written::Text("22:00-07:00".to_owned()),
                Setting::TimeZone => Written::Text("Asia/Baku".to_owned()),
            };
            if let Ok(after) = set_setting(self.text, setting, Some(wanted.clone())) {
                let config = self.kept(&after);
                assert_eq!(config.outlets, self.config.outlets);
                assert_eq!(config.channels, self.config.channels);
                let now = settings(&after).expect("settings");
                assert_eq!(now.values.get(&setting), Some(&wanted));
                let others = |values: &BTreeMap<Setting, Written>| {
                    values
                        .iter()
                        .filter(|(other, _)| **other != setting)
                        .map(|(k, v)| (*k, v.clone()))
                        .collect::<Vec<_>>()
                };
                assert_eq!(others(&now.values), others(&written.values));
                assert_eq!(set_setting(&after, setting, Some(wanted)).as_ref(), Ok(&after), "an edit made twice");
            }
            if let Ok(after) = set_setting(self.text, setting, None) {
                // What is said among the elements of a list goes with it.
                if !setting.is_list() {
                    self.kept(&after);
                }
                assert_eq!(settings(&after).expect("settings").values.get(&setting), None);
            }
        }
    }

    fn runbook(&self) {
        if let Ok(after) = set_runbook(self.text, "Call the desk\nKeep the \"logs\" \\ first") {
            let config = self.kept(&after);
            assert_eq!(config.newsroom.runbook, ["Call the desk", "Keep the \"logs\" \\ first"]);
            assert_eq!(config.outlets, self.config.outlets);
        }
    }

    fn channels(&self) {
        let fields: BTreeMap<String, Option<Written>> =
            [("name", "The Fuzzed Desk"), ("url", "https://hooks.example/x")]
                .map(|(key, value)| (key.to_owned(), Some(Written::Text(value.to_owned()))))
                .into();
        if let Ok(after) = put_channel(self.text, ChannelKind::Webhook, None, &fields) {
            let config = self.kept(&after);
            assert_eq!(config.channels.len(), self.config.channels.len() + 1);
            if let Ok(back) = remove_channel(&after, ChannelKind::Webhook, "The Fuzzed Desk") {
                assert_eq!(&self.kept(&back), self.config);
            }
        }
    }

    fn outlets(&self) {
        for (at, outlet) in self.config.outlets.iter().enumerate().take(3) {
            if let Ok(after) = ignore_part(self.text, &outlet.name, "div.fuzzed") {
                let mut expected = self.config.clone();
                if !outlet.ignore.iter().any(|known| known == "div.fuzzed") {
                    expected.outlets[at].ignore.push("div.fuzzed".to_owned());
                }
                assert_eq!(self.kept(&after), expected);
            }
            let edited = Edited {
                name: "Fuzzed \"Daily\" ə".to_owned(),
                group: Some("G".to_owned()),
                homepages: vec!["https://fuzzed.example/".parse().expect("an address")],
                feed: outlet.feed.clone(),
                pinned: outlet.pinned.clone(),
                admin: Vec::new(),
                gone: Vec::new(),
            };
            if let Ok(after) = change_outlet(self.text, &outlet.name, &edited) {
                let config = parse(&after).expect("a configuration").config;
                assert_eq!(
                    (config.outlets.len(), &config.channels),
                    (self.config.outlets.len(), &self.config.channels)
                );
                assert_eq!(config.outlets[at].name, edited.name);
            }
            if let Ok((after, removed)) = remove_outlet(self.text, &outlet.name) {
                let config = parse(&after).expect("a configuration").config;
                let others = self.config.outlets.iter().filter(|other| other.name != outlet.name);
                assert_eq!(config.outlets, others.cloned().collect::<Vec<_>>());
                assert_eq!(put_back(&after, &removed).as_deref(), Ok(self.text));
                let longer = format!("{after}\n# meanwhile\n");
                if let Ok(back) = put_back(&longer, &removed) {
                    let config = parse(&back).expect("a configuration").config;
                    assert_eq!(config.outlets.last(), Some(outlet));
                    assert!(back.contains("# meanwhile"));
                }
            }
            let plan = PlanWritten {
                from: "2031-12-24T22:00".to_owned(),
                until: "2031-12-24T23:00".to_owned(),
                time_zone: Some("Asia/Baku".to_owned()),
                signals: vec!["title".to_owned()],
                hosts: Vec::new(),
            };
            if let Ok(after) = add_plan(self.text, &outlet.name, &plan) {
                let config = self.kept(&after);
                assert_eq!(config.outlets[at].planned.len(), outlet.planned.len() + 1);
                if let Ok(back) = remove_plan(&after, &outlet.name, &plan) {
                    assert_eq!(parse(&back).expect("a configuration").config, *self.config);
                }
            }
        }
    }

    /// Outlets are added below what is there, and all of them go out as lists and come back.
    fn lists(&self) {
        let listed = read("name,homepage\nFuzzed,https://fuzzed.example/a\n").expect("a list");
        let add = plan(listed, self.config).add;
        if let Ok(after) = add_outlets(self.text, &add) {
            let config = self.kept(&after);
            assert_eq!(config.outlets.len(), self.config.outlets.len() + add.len());
            assert!(after.starts_with(self.text.trim_end()) || !self.text.contains("[[outlet]]"), "{after}");
        }
        let plain = |config: &&Config| {
            let short = |text: &String| frontwatch_core::text::inert(text, 64) == *text;
            let named = config.outlets.iter().flat_map(|outlet| [Some(&outlet.name), outlet.group.as_ref()]);
            let fragment = |outlet: &frontwatch_core::config::Outlet| {
                outlet.homepages.iter().chain(&outlet.feed).any(|url| url.fragment().is_some())
            };
            named.flatten().all(short) && !config.outlets.iter().any(fragment) && !config.outlets.is_empty()
        };
        if let Some(config) = Some(self.config).filter(plain) {
            crate::lists::exported(config);
        }
    }
}

/// The comments of a TOML text, in order. It knows strings of all four kinds, and nothing else of TOML.
fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let from = &rest[at..];
        let string = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| from.starts_with(mark));
        let Some(mark) = string else {
            let end = from.find('\n').unwrap_or(from.len());
            found.push(from[..end].trim_end().to_owned());
            rest = &from[end..];
            continue;
        };
        rest = after_string(&from[mark.len()..], mark);
    }
    found
}

/// What follows a string whose opening mark is passed.
fn after_string<'t>(text: &'t str, mark: &str) -> &'t str {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if mark.starts_with('"') && rest.starts_with('\\') {
            at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        } else if rest.starts_with(mark) {
            at += mark.len();
            // Up to two more quotes belong to a string of three.
            let quote = &mark[..1];
            let more = text[at..].chars().take_while(|c| quote.starts_with(*c)).count();
            return &text[at + if mark.len() == 3 { more.min(2) } else { 0 }..];
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    ""
}
