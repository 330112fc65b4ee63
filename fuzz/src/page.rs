//! A page becomes a model of bounded size, the same each time.

use frontwatch_core::extract::model::PageModel;
use frontwatch_core::extract::{decode, extract};
use frontwatch_core::observation::Headers;
use url::Url;

use crate::common::HOST;
use crate::cut;

/// Reads bytes as a page.
pub fn holds(bytes: &[u8]) {
    let text = decode(bytes, &Headers::default()).text;
    let url = Url::parse(HOST).expect("an address");
    let ignore = [".ad".to_owned(), "#weather".to_owned(), "p.clock".to_owned()];
    let model = extract(&text, &url, &ignore);
    bounded(&model);
    assert_eq!(model, extract(&text, &url, &ignore), "a page is not read the same twice");
    let plain = extract(&text, &Url::parse("http://outlet.example/").expect("an address"), &[]);
    bounded(&plain);
    // Ignored parts are never exempt with their covers, scripts and titles.
    assert_eq!((model.title, model.scripts), (plain.title, plain.scripts), "what is ignored exempts too much");
}

/// The bounds that a model keeps, whatever it is of.
pub(crate) fn bounded(model: &PageModel) {
    for title in [&model.title, &model.card, &model.site_name] {
        cut(title, 300);
    }
    cut(&model.lead, 400);
    assert!(model.domains.len() <= 2000 && model.tokens.len() <= 3000 && model.paths.len() <= 4000);
    assert!(model.headings.len() <= 500 && model.blocks.len() <= 3000 && model.links.len() <= 3000);
    assert!(model.images.len() <= 1500 && model.offered.len() <= 1500 && model.sources.len() <= 1500);
    assert!(model.scripts.len() <= 500 && model.sheets.len() <= 200 && model.covers.len() <= 50);
    assert!(model.claims.len() <= 81 && model.forms.len() <= 50 && model.asks.len() <= 500);
    assert!(model.words.len() <= 4000 && model.items.len() <= 1000 && model.feed.children.len() <= 100);
    model.domains.iter().for_each(|domain| cut(domain, 300));
    model.headings.iter().for_each(|heading| cut(&heading.text, 120));
    model.claims.iter().for_each(|claim| cut(&claim.text, 120));
    model.covers.iter().for_each(|cover| cut(&cover.text, 120));
    model.sheets.iter().for_each(|sheet| cut(&sheet.text, 120));
    model.words.iter().for_each(|word| cut(&word.name, 60));
    model.images.iter().for_each(|image| cut(&image.url, 160));
    model.items.iter().for_each(|item| (cut(&item.title, 120), cut(&item.link, 500)).0);
    model.feed.children.iter().for_each(|child| cut(child, 500));
    for source in &model.sources {
        cut(&source.url, 160);
        cut(&source.host, 300);
    }
    for script in &model.scripts {
        cut(&script.text, 120);
        assert!(script.hosts.len() <= 12 && script.aims.len() <= 12);
        script.hosts.iter().chain(&script.aims).for_each(|host| cut(host, 300));
    }
    // Whatever names a domain names one that is there.
    let named = model.links.iter().map(|link| link.domain);
    let named = named.chain(model.images.iter().map(|image| image.domain)).chain(model.canonical);
    let named = named.chain(model.sources.iter().map(|source| source.domain));
    let named = named.chain(model.items.iter().map(|item| item.domain));
    let mut named = named.chain(model.offered.iter().map(|(_, domain)| *domain));
    assert!(named.all(|domain| usize::from(domain) < model.domains.len()), "a domain that is not there");
}
