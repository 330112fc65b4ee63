//! A configuration is read to its end, each error at a place within it; and an edit leaves a text that says what it said before
//! and the change, with every comment that stood there.

mod comments;
mod outlets;

use std::collections::BTreeMap;

use frontwatch_core::channel::Channel;
use frontwatch_core::config::{
    ChannelKind, Config, Setting, Written, add_outlets, parse, put_channel, remove_channel, set_runbook, set_setting,
    settings,
};
use frontwatch_core::exchange::{plan, read};

use comments::comments;

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
            if self.config.newsroom.runbook.is_empty() {
                let back = set_runbook(&after, "").expect("a runbook that was there");
                assert_eq!(&self.kept(&back), self.config);
            }
        }
    }

    fn channels(&self) {
        for (kind, fields) in [
            (ChannelKind::Webhook, &[("url", "https://hooks.example/x"), ("template", "{\"text\": {{text}}}")][..]),
            (ChannelKind::Email, &[("server", "mail.fuzzed.example:465"), ("from", "a@fuzzed.example")]),
        ] {
            let text = |text: &str| Some(Written::Text(text.to_owned()));
            let named = |name: &str| [("name".to_owned(), text(name))].into();
            let mut fields: BTreeMap<_, _> = fields.iter().map(|(key, it)| ((*key).to_owned(), text(it))).collect();
            fields.extend(named("The Fuzzed Desk"));
            if kind == ChannelKind::Email {
                fields.insert("to".to_owned(), Some(Written::List(vec!["b@fuzzed.example".to_owned()])));
            }
            if let Ok(after) = put_channel(self.text, kind, None, &fields) {
                let config = self.kept(&after);
                assert_eq!(config.channels.len(), self.config.channels.len() + 1);
                if let Ok(back) = remove_channel(&after, kind, "The Fuzzed Desk") {
                    assert_eq!(&self.kept(&back), self.config);
                }
            }
            let known = settings(self.text).expect("settings of a configuration").channels;
            for channel in known.iter().filter(|channel| channel.kind == kind).take(3) {
                let nothing = put_channel(self.text, kind, Some(channel.name()), &BTreeMap::new());
                assert_eq!(nothing.as_deref(), Ok(self.text), "nothing is to be changed");
                if let Ok(after) = put_channel(self.text, kind, Some(channel.name()), &named("The Fuzzed Desk")) {
                    self.only_one_differs(&self.kept(&after).channels);
                    let back = put_channel(&after, kind, Some("The Fuzzed Desk"), &named(channel.name()));
                    assert_eq!(&self.kept(&back.expect("a name that was there")), self.config);
                }
                for key in ["template", "least", "credential"] {
                    let without = [(key.to_owned(), None)].into();
                    if let Ok(after) = put_channel(self.text, kind, Some(channel.name()), &without) {
                        self.only_one_differs(&self.kept(&after).channels);
                    }
                }
                if let Ok(after) = remove_channel(self.text, kind, channel.name()) {
                    let config = parse(&after).expect("a configuration").config;
                    let mut others = self.config.channels.clone();
                    others.retain(|other| config.channels.contains(other));
                    assert_eq!((config.channels.len() + 1, others), (self.config.channels.len(), config.channels));
                    assert_eq!(config.outlets, self.config.outlets);
                }
            }
        }
    }

    /// The channels after a change of one of them.
    fn only_one_differs(&self, after: &[Channel]) {
        assert_eq!(after.len(), self.config.channels.len());
        assert!(after.iter().zip(&self.config.channels).filter(|(after, before)| after != before).count() <= 1);
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_seed_is_a_configuration_and_so_reaches_the_edits() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/config");
        for seed in std::fs::read_dir(seeds).expect("seeds") {
            let path = seed.expect("a seed").path();
            let text = std::fs::read_to_string(&path).expect("text");
            let errors = parse(&text).err().unwrap_or_default();
            assert!(errors.is_empty(), "{}: {}", path.display(), errors[0]);
        }
    }
}
