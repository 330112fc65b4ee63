//! What is normal, said for a person.

use jiff::Timestamp;

use super::Baseline;
use super::form::{Class, Form};
use super::parts::Parts;
use crate::parts::PartKind;
use crate::text::{Arg, Message};

/// What is normal, most telling first.
pub(super) fn describe(baseline: &Baseline) -> Vec<Message> {
    let Baseline { values, shut, chain, names, story, .. } = baseline;
    let special = [values.describe(), shut.describe(), chain.describe(), names.describe(), story.describe()].concat();
    if special.is_empty() { page(baseline) } else { special }
}

fn page(baseline: &Baseline) -> Vec<Message> {
    let count = |n: usize| Arg::Number(n as f64);
    let Some(form) = baseline.forms().iter().max_by_key(|form| form.looks()) else {
        return vec![Message::new("baseline-empty")];
    };
    let mut said = vec![
        Message::new("baseline-looks")
            .with("looks", Arg::Number(f64::from(baseline.looks())))
            .with("confidence", Arg::Number((baseline.confidence() * 100.0).round()))
            .with("since", Arg::Time(baseline.began.unwrap_or(Timestamp::UNIX_EPOCH))),
    ];
    if baseline.ready() {
        said.push(
            Message::new("baseline-never-changes")
                .with("logos", count(form.staples(Class::Logo)))
                .with("links", count(form.staples(Class::Link)))
                .with("sources", count(form.staples(Class::Source)))
                .with("texts", count(form.staples(Class::Block))),
        );
    }
    if let Some(title) = baseline.memory().titles().last() {
        said.push(Message::new("baseline-title").with("title", Arg::Foreign(title.clone())));
    }
    let measures = form.measures;
    said.push(
        Message::new("baseline-measures")
            .with("least-links", Arg::Number(measures.links.least.round()))
            .with("most-links", Arg::Number(measures.links.most.round()))
            .with("least-text", Arg::Number(measures.text.least.round()))
            .with("most-text", Arg::Number(measures.text.most.round())),
    );
    said.push(Message::new("baseline-hosts").with("hosts", count(baseline.memory().hosts().count())));
    if baseline.forms().len() > 1 {
        said.push(Message::new("baseline-forms").with("forms", count(baseline.forms().len())));
    }
    said.extend(parts(baseline.parts()));
    said.extend(baseline.forms().iter().filter(|form| form.provisional).map(provisional));
    said
}

/// How many hosts are named at the most.
const HOSTS: usize = 6;

/// What a person knows a page again by; nothing before the first look.
pub(super) fn portrait(baseline: &Baseline) -> Vec<Message> {
    let Some(form) = baseline.forms().iter().max_by_key(|form| form.looks()) else { return Vec::new() };
    let title = baseline.memory().titles().last();
    let mut said: Vec<Message> = title
        .map(|title| Message::new("baseline-title").with("title", Arg::Foreign(title.clone())))
        .into_iter()
        .collect();
    said.push(
        Message::new("portrait-counts")
            .with("links", Arg::Number(form.measures.links.most.round()))
            .with("pictures", Arg::Number(form.measures.images.most.round())),
    );
    let hosts: Vec<_> = baseline.memory().hosts().collect();
    let named = hosts.iter().take(HOSTS).map(|host| Arg::Foreign((*host).to_owned()));
    said.extend(named.map(|host| Message::new("baseline-host").with("host", host)));
    match hosts.len().saturating_sub(HOSTS) {
        0 if hosts.is_empty() => said.push(Message::new("portrait-alone")),
        0 => {}
        more => said.push(Message::new("portrait-more").with("hosts", Arg::Number(more as f64))),
    }
    said
}

fn provisional(form: &Form) -> Message {
    Message::new("baseline-provisional").with("last", Arg::Time(form.last))
}

/// What is known of the page's style sheets, scripts and pictures, where anything is.
fn parts(parts: &Parts) -> Vec<Message> {
    let count = |kind| Arg::Number(parts.of(kind).count() as f64);
    let said = Message::new("baseline-parts")
        .with("sheets", count(PartKind::Sheet))
        .with("scripts", count(PartKind::Script))
        .with("logos", count(PartKind::Logo))
        .with("pictures", Arg::Number(parts.pictures() as f64));
    let since = parts.of(PartKind::Logo).filter_map(super::parts::KnownPart::since).min();
    let logo = since.map(|since| Message::new("baseline-logo").with("since", Arg::Time(since)));
    if parts.ready() { [said].into_iter().chain(logo).collect() } else { Vec::new() }
}
