//! A list of outlets of any form is bounded, its names are inert, what can be read can be written into a configuration and out
//! of it again, and what was written is read back as it was.

use frontwatch_core::config::{Config, Outlet, add_outlets, parse};
use frontwatch_core::exchange::{Format, MOST, plan, read, write};
use frontwatch_core::text::is_disruptive;

/// Reads bytes as a list.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(listed) = read(&text) else { return };
    assert_eq!(read(&text).as_ref(), Ok(&listed));
    assert!(listed.outlets.len() <= MOST && listed.refused.len() <= MOST + 2);
    let secret = "geheim";
    for (_, outlet) in &listed.outlets {
        assert!(!outlet.name.is_empty() && outlet.name.chars().count() <= 64, "{:?}", outlet.name);
        let shown = [Some(&outlet.name), outlet.group.as_ref()];
        assert!(!shown.into_iter().flatten().any(|name| name.contains(is_disruptive)), "{outlet:?}");
        assert!((1..=50).contains(&outlet.homepages.len()), "{outlet:?}");
        for url in outlet.homepages.iter().chain(&outlet.feed) {
            assert!(matches!(url.scheme(), "http" | "https") && url.as_str().len() <= 2048, "{url}");
            assert!(url.username().is_empty() && url.password().is_none(), "{url}");
        }
    }
    for refused in &listed.refused {
        assert!(!refused.what.contains(&format!("{secret}@")), "{}", refused.what);
    }
    let plan = plan(listed, &Config::default());
    if plan.add.is_empty() {
        return;
    }
    let written = add_outlets("", &plan.add).expect("whatever is read can be written");
    let config = parse(&written).expect("what was written is a configuration").config;
    assert_eq!(config.outlets, plan.add);
    exported(&config);
}

/// A configuration's outlets are written as lists and read back.
pub(crate) fn exported(config: &Config) {
    let table = write(config, Format::Csv);
    let back = read(&table).expect("a list of our own");
    assert_eq!(back.refused, [], "{table}");
    let outlets: Vec<Outlet> = back.outlets.into_iter().map(|(_, outlet)| outlet).collect();
    let said =
        |outlet: &Outlet| (outlet.name.clone(), outlet.group.clone(), outlet.homepages.clone(), outlet.feed.clone());
    assert_eq!(
        outlets.iter().map(said).collect::<Vec<_>>(),
        config.outlets.iter().map(said).collect::<Vec<_>>(),
        "{table}"
    );
    assert_eq!(write(&Config { outlets, ..Config::default() }, Format::Csv), table);

    let lines = write(config, Format::Addresses);
    let back = read(&lines).expect("a list of our own");
    let pages = |outlets: &[Outlet]| -> Vec<_> {
        outlets.iter().flat_map(|outlet| outlet.homepages.clone()).take(MOST).collect()
    };
    let outlets: Vec<Outlet> = back.outlets.into_iter().map(|(_, outlet)| outlet).collect();
    assert_eq!(pages(&outlets), pages(&config.outlets), "{lines}");

    let outline = write(config, Format::Opml);
    let back = read(&outline).expect("a list of our own");
    assert_eq!(back.refused, [], "{outline}");
    // An outline has one front page, and outlets of one group together.
    let first = |outlet: &Outlet| {
        (outlet.name.clone(), outlet.group.clone(), outlet.homepages.first().cloned(), outlet.feed.clone())
    };
    let mut came: Vec<_> = back.outlets.iter().map(|(_, outlet)| first(outlet)).collect();
    let mut went: Vec<_> = config.outlets.iter().map(first).collect();
    came.sort();
    went.sort();
    assert_eq!(came, went, "{outline}");
    let outlets = back.outlets.into_iter().map(|(_, outlet)| outlet).collect();
    assert_eq!(write(&Config { outlets, ..Config::default() }, Format::Opml), outline);
}
