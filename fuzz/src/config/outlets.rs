//! What of an outlet can be changed in the text: what it is called and where it is, its endpoints, parts that are left out, plans;
//! and an outlet as a whole.

use frontwatch_core::config::{
    Admin, Config, Edited, EditedAdmin, Outlet, PlanWritten, add_outlet, add_plan, change_outlet, change_plan,
    ignore_part, parse, put_back, remove_outlet, remove_plan, settings, watch_part,
};
use frontwatch_core::watch::Expect;
use url::Url;

use super::Edits;

/// So many rows of each list are tried.
const FEW: usize = 3;

impl Edits<'_> {
    pub(super) fn outlets(&self) {
        self.another();
        for (at, outlet) in self.config.outlets.iter().enumerate().take(FEW) {
            self.parts(at, outlet);
            self.fields(at, outlet);
            self.endpoints(at, outlet);
            self.removed(outlet);
            self.plans(at, outlet);
        }
    }

    /// The configuration with one outlet changed.
    fn with(&self, at: usize, change: impl FnOnce(&mut Outlet)) -> Config {
        let mut config = self.config.clone();
        change(&mut config.outlets[at]);
        config
    }

    /// An outlet with all that one can have is added, and taken out.
    fn another(&self) {
        let url = address("https://fuzzed.example/another");
        let outlet = Outlet {
            name: "Fuzzed \"Daily\" ə".to_owned(),
            group: Some("G".to_owned()),
            homepages: vec![url.clone(), address("https://fuzzed.example/az/")],
            feed: Some(url.clone()),
            article: false,
            pinned: vec![url.clone()],
            reader_look: false,
            admin: vec![Admin {
                url,
                expect: Expect::Json,
                values: vec!["/*/id".to_owned()],
                credential: Some("fuzzed".to_owned()),
            }],
            ignore: vec!["div.fuzzed".to_owned()],
            planned: Vec::new(),
        };
        if let Ok(after) = add_outlet(self.text, &outlet) {
            let config = self.kept(&after);
            assert_eq!(config.outlets.split_last(), Some((&outlet, self.config.outlets.as_slice())));
            if let Ok((back, _)) = remove_outlet(&after, &outlet.name) {
                assert_eq!(&self.kept(&back), self.config);
            }
        }
    }

    fn parts(&self, at: usize, outlet: &Outlet) {
        let name = &outlet.name;
        let without = |selector: &str| self.with(at, |outlet| outlet.ignore.retain(|known| known != selector));
        if let Ok(after) = ignore_part(self.text, name, "div.fuzzed") {
            let known = outlet.ignore.iter().any(|known| known == "div.fuzzed");
            let more = (!known).then(|| "div.fuzzed".to_owned());
            assert_eq!(self.kept(&after), self.with(at, |outlet| outlet.ignore.extend(more)));
            if let Ok(back) = watch_part(&after, name, "div.fuzzed") {
                assert_eq!(self.kept(&back), without("div.fuzzed"));
            }
        }
        for selector in outlet.ignore.iter().take(FEW) {
            if let Ok(after) = watch_part(self.text, name, selector) {
                assert_eq!(self.kept(&after), without(selector));
                assert_eq!(watch_part(&after, name, selector).as_ref(), Ok(&after), "an edit made twice");
                if let Ok(again) = ignore_part(&after, name, selector) {
                    let last = self.kept(&again).outlets[at].ignore.pop();
                    assert_eq!(last.as_ref(), Some(selector));
                }
            }
        }
    }

    /// Each field alone is changed, and changed back.
    fn fields(&self, at: usize, outlet: &Outlet) {
        let as_it_is = edited(outlet);
        assert_eq!(change_outlet(self.text, &outlet.name, &as_it_is).as_deref(), Ok(self.text), "nothing is changed");
        let (one, two) = (address("https://fuzzed.example/"), address("https://fuzzed.example/2"));
        let more = |urls: &[Url]| [urls, std::slice::from_ref(&one)].concat();
        let changes = [
            Edited { name: "Fuzzed \"Daily\" ə".to_owned(), ..as_it_is.clone() },
            Edited { group: None, ..as_it_is.clone() },
            Edited { group: Some("G".to_owned()), ..as_it_is.clone() },
            Edited { homepages: vec![one.clone()], ..as_it_is.clone() },
            Edited { homepages: more(&outlet.homepages), ..as_it_is.clone() },
            Edited { homepages: vec![two.clone(), one.clone()], ..as_it_is.clone() },
            Edited { feed: None, ..as_it_is.clone() },
            Edited { feed: Some(two.clone()), ..as_it_is.clone() },
            Edited { pinned: Vec::new(), ..as_it_is.clone() },
            Edited { pinned: more(&outlet.pinned), ..as_it_is.clone() },
        ];
        for changed in changes {
            let Ok(after) = change_outlet(self.text, &outlet.name, &changed) else { continue };
            let Edited { name, group, homepages, feed, pinned, .. } = changed.clone();
            let expected =
                self.with(at, |outlet| *outlet = Outlet { name, group, homepages, feed, pinned, ..outlet.clone() });
            assert_eq!(self.kept(&after), expected);
            if let Ok(back) = change_outlet(&after, &changed.name, &as_it_is) {
                assert_eq!(&self.kept(&back), self.config);
            }
        }
        let all = Edited {
            name: "Fuzzed".to_owned(),
            group: Some("G".to_owned()),
            homepages: vec![one],
            feed: outlet.feed.clone(),
            ..as_it_is
        };
        if let Ok(after) = change_outlet(self.text, &outlet.name, &all) {
            assert_eq!(self.kept(&after).outlets[at].name, "Fuzzed");
        }
    }

    fn endpoints(&self, at: usize, outlet: &Outlet) {
        let as_it_is = edited(outlet);
        let with = |admin: Vec<EditedAdmin>, gone: Vec<Url>| Edited { admin, gone, ..as_it_is.clone() };
        let new = Admin {
            url: address("https://fuzzed.example/admin"),
            expect: Expect::Json,
            values: vec!["/*/id".to_owned(), "/a~1b".to_owned()],
            credential: Some("fuzzed".to_owned()),
        };
        if let Ok(after) = change_outlet(self.text, &outlet.name, &with(vec![row(None, &new)], Vec::new())) {
            assert_eq!(self.kept(&after), self.with(at, |outlet| outlet.admin.push(new.clone())));
            if let Ok(back) = change_outlet(&after, &outlet.name, &with(Vec::new(), vec![new.url.clone()])) {
                assert_eq!(&self.kept(&back), self.config);
            }
        }
        for (nth, known) in outlet.admin.iter().enumerate().take(FEW) {
            let plain = Admin { expect: Expect::Login, values: Vec::new(), credential: None, ..known.clone() };
            for changed in [known.clone(), plain, new.clone()] {
                let wanted = with(vec![row(Some(&known.url), &changed)], Vec::new());
                let Ok(after) = change_outlet(self.text, &outlet.name, &wanted) else { continue };
                assert!(changed != *known || after == self.text, "nothing is changed");
                assert_eq!(self.kept(&after), self.with(at, |outlet| outlet.admin[nth] = changed.clone()));
                let back = with(vec![row(Some(&changed.url), known)], Vec::new());
                if let Ok(back) = change_outlet(&after, &outlet.name, &back) {
                    assert_eq!(&self.kept(&back), self.config);
                }
            }
            // What is said within it goes with it.
            if let Ok(after) = change_outlet(self.text, &outlet.name, &with(Vec::new(), vec![known.url.clone()])) {
                let config = parse(&after).expect("a configuration").config;
                assert_eq!(config, self.with(at, |outlet| drop(outlet.admin.remove(nth))));
            }
        }
    }

    fn removed(&self, outlet: &Outlet) {
        let Ok((after, removed)) = remove_outlet(self.text, &outlet.name) else { return };
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

    fn plans(&self, at: usize, outlet: &Outlet) {
        let name = &outlet.name;
        let new = PlanWritten {
            from: "2031-12-24T22:00".to_owned(),
            until: "2031-12-24T23:00".to_owned(),
            time_zone: Some("Asia/Baku".to_owned()),
            signals: vec!["title".to_owned()],
            hosts: Vec::new(),
        };
        let other = PlanWritten {
            until: "2031-12-25T01:00".to_owned(),
            time_zone: None,
            hosts: vec!["cdn.fuzzed.example".to_owned()],
            ..new.clone()
        };
        if let Ok(after) = add_plan(self.text, name, &new) {
            assert_eq!(self.kept(&after).outlets[at].planned.len(), outlet.planned.len() + 1);
            let changed = change_plan(&after, name, &new, &other).expect("a plan that is there");
            let there = self.kept(&changed).outlets[at].planned.last().cloned().expect("it");
            assert_eq!((&there.zone, &there.hosts), (&None, &other.hosts));
            if let Ok(back) = remove_plan(&changed, name, &other) {
                assert_eq!(&self.kept(&back), self.config);
            }
        }
        let known = settings(self.text).expect("settings of a configuration").plans.swap_remove(at).1;
        for (nth, was) in known.iter().enumerate().take(FEW) {
            let same = change_plan(self.text, name, was, was);
            assert_eq!(same.as_deref(), Ok(self.text), "nothing is changed");
            // The first of several that are written alike is the one that is changed.
            let nth = known.iter().position(|plan| plan == was).unwrap_or(nth);
            for plan in [&other, &new] {
                let Ok(after) = change_plan(self.text, name, was, plan) else { continue };
                let config = self.kept(&after);
                let now = config.outlets[at].planned[nth].clone();
                assert_eq!(config, self.with(at, |outlet| outlet.planned[nth] = now));
                let now = settings(&after).expect("settings").plans.swap_remove(at).1.swap_remove(nth);
                assert_eq!(&now, plan);
            }
            let widened = PlanWritten { until: "9998-01-01T00:00".to_owned(), ..was.clone() };
            if let Ok(after) = change_plan(self.text, name, was, &widened)
                && !known.contains(&widened)
            {
                let back = change_plan(&after, name, &widened, was).expect("a plan that was there");
                assert_eq!(&self.kept(&back), self.config);
            }
            if let Ok(after) = remove_plan(self.text, name, was) {
                let config = parse(&after).expect("a configuration").config;
                assert_eq!(config, self.with(at, |outlet| drop(outlet.planned.remove(nth))));
            }
        }
    }
}

fn address(text: &str) -> Url {
    text.parse().expect("an address")
}

/// An outlet as it is, to be changed in one field or another.
fn edited(outlet: &Outlet) -> Edited {
    let Outlet { name, group, homepages, feed, pinned, .. } = outlet.clone();
    Edited { name, group, homepages, feed, pinned, admin: Vec::new(), gone: Vec::new() }
}

fn row(was: Option<&Url>, admin: &Admin) -> EditedAdmin {
    let Admin { url, expect, values, credential } = admin.clone();
    EditedAdmin { was: was.cloned(), url, expect, values, credential }
}
