//! The page's own style sheets: what is new in one that changed, or in one that never was there, and does something to
//! what a reader sees of this very page. That a style sheet changed at all says next to nothing: releases do that.

use super::cover;
use super::scene::{Scene, shows, signal};
use super::who::Who;
use crate::baseline::domain_known;
use crate::evidence::Evidence;
use crate::extract::PageModel;
use crate::extract::model::{Cover, Covering, Image};
use crate::extract::name::{Address, address};
use crate::extract::sheet::{self, SheetRule};
use crate::parts::{Facts, Part, PartKind, Sheet};
use crate::text::{Arg, Message};
use crate::verdict::Signal;

/// A style sheet changed, and nothing in it matters.
const CHANGED: f64 = 0.05;
/// Something that lies over the page by its own style sheet, at least.
const COVERED: f64 = 0.8;
/// Beyond this, what is behind the page would be an alarm alone; the headlines can be read.
const BEHIND: f64 = 0.7;

/// What is new in a style sheet.
struct New<'a> {
    part: &'a Part,
    rules: Vec<&'a SheetRule>,
    imports: Vec<&'a str>,
}

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    if scene.form.is_none() || !scene.baseline.parts().ready() {
        return;
    }
    let new: Vec<New<'_>> = scene
        .look
        .parts
        .seen
        .iter()
        .filter_map(|seen| {
            let Facts::Sheet(sheet) = &*seen.facts else { return None };
            new(scene, &seen.part, &seen.facts, sheet)
        })
        .collect();
    if new.is_empty() {
        return;
    }
    let first = new[0].part;
    out.push(told("painted.changed", CHANGED, first, shows("another-version"), first.url.path()));
    imports(scene, &new, out);
    if new.iter().all(|new| new.rules.is_empty()) {
        return;
    }
    let names = sheet::names(scene.look.text);
    // Together, as a browser applies them; whose they are is asked when there is something to tell.
    let applied = || new.iter().flat_map(|new| &new.rules).copied().filter(|rule| rule.applies(&names));
    let page = painted(scene, applied());
    covers(scene, &new, &page, out);
    behind(scene, first, &page, out);
}

fn new<'a>(scene: &Scene<'_>, part: &'a Part, facts: &Facts, sheet: &'a Sheet) -> Option<New<'a>> {
    let known = scene.baseline.parts().get(PartKind::Sheet, part.key);
    if known.is_some_and(|known| known.has(facts)) {
        return None;
    }
    let rules = sheet.rules().iter().filter(|rule| !known.is_some_and(|known| known.has_rule(rule.hash))).collect();
    let imports = sheet.imports.iter().filter(|host| !known.is_some_and(|known| known.has_host(host)));
    Some(New { part, rules, imports: imports.map(String::as_str).collect() })
}

fn painted<'a>(scene: &Scene<'_>, rules: impl Iterator<Item = &'a SheetRule>) -> PageModel {
    sheet::painted(scene.look.text, scene.look.url, scene.look.ignore, rules)
}

fn told(kind: &str, weight: f64, part: &Part, before: Message, after: impl Into<Evidence>) -> Signal {
    signal(kind, weight, vec![("file", Arg::Foreign(part.file()))], before, after)
}

/// Another style sheet that is taken in from a stranger can do anything.
fn imports(scene: &Scene<'_>, new: &[New<'_>], out: &mut Vec<Signal>) {
    for New { part, imports, .. } in new {
        let strange = |host: &&&str| {
            matches!(scene.who_named(host), Who::Stranger | Who::Open | Who::Twin)
                && !domain_known(scene.baseline, host)
        };
        if let Some(host) = imports.iter().find(strange) {
            let args = vec![("file", Arg::Foreign(part.file())), ("host", Arg::Foreign((*host).to_owned()))];
            out.push(signal(
                "painted.import",
                0.8 * (1.0 - 0.4 * scene.stir),
                args,
                shows("nothing-from-there"),
                *host,
            ));
        }
    }
}

/// What covers the page or hides it under the new rules, and does not without them.
fn covers(scene: &Scene<'_>, new: &[New<'_>], page: &PageModel, out: &mut Vec<Signal>) {
    let fresh = |cover: &&Cover| !scene.page.covers.iter().any(|old| old.key == cover.key) && !scene.known(cover.key);
    let weigh = |cover: &Cover| {
        let weight = cover::weight(scene, cover);
        match cover.covering {
            Covering::Element | Covering::Frame => weight.max(COVERED * (1.0 - 0.5 * scene.stir)),
            _ => weight,
        }
    };
    let worst = page.covers.iter().filter(fresh).map(|cover| (weigh(cover), cover)).max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((weight, cover)) = worst.filter(|(weight, _)| *weight >= 0.25) else { return };
    let (kind, before, after) = match cover.covering {
        Covering::Hides => ("painted.hidden", "visible", "hiding-rule"),
        Covering::MadeUp => ("painted.made-up", "not-made-up", "making-rule"),
        _ => ("painted.cover", "uncovered", "covering-rule"),
    };
    let after: Evidence = if cover.text.is_empty() { shows(after).into() } else { cover.text.as_str().into() };
    // Whose rule it was, where several style sheets are new.
    let part = match new {
        [one] => one.part,
        several => several.iter().find(|new| !new.rules.is_empty()).map_or(several[0].part, |new| new.part),
    };
    out.push(told(kind, weight, part, shows(before), after));
}

/// A picture behind the page that was not there: an advertising skin, or worse. What stands on the page can be read, so
/// it is no alarm by itself.
fn behind(scene: &Scene<'_>, first: &Part, page: &PageModel, out: &mut Vec<Signal>) {
    let is_behind = |image: &&Image| image.background && image.wide;
    let old = || scene.page.images.iter().filter(is_behind);
    let fresh = page.images.iter().filter(is_behind).filter(|image| !old().any(|old| old.key == image.key));
    for image in fresh.take(1) {
        let who = match address(&image.url) {
            Address::Host { host, .. } => scene.who_named(&host.to_ascii_lowercase()),
            _ => Who::Own,
        };
        let weight = match who {
            Who::ThirdParty(_) => 0.45,
            Who::Own => 0.6,
            Who::Kin | Who::Open | Who::Stranger | Who::Twin => BEHIND,
        } * (1.0 - 0.4 * scene.stir);
        out.push(told("painted.behind", weight, first, shows("nothing-behind"), image.url.clone()));
    }
}
