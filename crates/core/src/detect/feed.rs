//! Feeds: stories that vanish from the middle or before their time, titles and links that are rewritten in place, links to
//! strangers, a flood, nothing at all.

use rustc_hash::{FxHashMap, FxHashSet};

use super::scene::{Scene, shows, shows_count, signal, size};
use super::who::Who;
use crate::baseline::Story;
use crate::extract::model::{FeedKind, Item};
use crate::extract::name::Key;
use crate::text::Arg;
use crate::verdict::Signal;

/// How lately a feed must have been looked at for it to be strange that none of its stories is left: an hour.
const LATELY: f64 = 3600.0;

/// Why a feed says nothing of its stories, where it does not: that is not that all is well.
pub(super) fn unread(scene: &Scene<'_>) -> Option<Signal> {
    let (page, feed) = (scene.page, &scene.page.feed);
    let count = |n: usize| vec![("count", Arg::Number(n as f64))];
    match feed.kind {
        FeedKind::None => Some(signal("feed.unread", 0.3, Vec::new(), shows("feed"), page.title.clone())),
        FeedKind::Index => {
            let own = |child: &String| scene.look.url.join(child).is_ok_and(|child| child == *scene.look.url);
            let circular = !feed.children.is_empty() && feed.children.iter().all(own);
            let after = feed.children.first().cloned().unwrap_or_default();
            Some(if circular {
                signal("feed.circular", 0.3, Vec::new(), shows("other-sitemaps"), after)
            } else {
                signal("feed.index", 0.3, count(feed.children.len()), shows("list-of-stories"), after)
            })
        }
        _ if !feed.whole => {
            let after = shows_count("stories-broken", size(page.items.len()));
            Some(signal("feed.broken", 0.3, count(page.items.len()), shows("whole-feed"), after))
        }
        _ => None,
    }
}

pub(super) fn detect(scene: &Scene<'_>, out: &mut Vec<Signal>) {
    let items = &scene.page.items;
    let before = scene.baseline.memory().items();
    if !scene.baseline.ready() || before.is_empty() || matches!(scene.page.feed.kind, FeedKind::None | FeedKind::Index)
    {
        return;
    }
    let number = |n: usize| Arg::Number(n as f64);
    if items.is_empty() {
        // What breaks off before its first story is broken, not empty.
        if scene.page.feed.whole {
            let was = shows_count("stories", size(before.len()));
            out.push(signal("feed.empty", 0.9, vec![("count", number(before.len()))], was, shows("no-stories")));
        }
        return;
    }
    let known: FxHashMap<Key, &Story> = before.iter().map(|old| (old.id, old)).collect();
    let now: FxHashSet<Key> = items.iter().map(|item| item.id).collect();
    vanished(scene, &now, out);
    retitled(scene, &known, out);
    moved(scene, &known, out);
    let strange = items.iter().filter(|item| leads_away(scene, item));
    let count = strange.clone().count();
    if let Some(first) = strange.clone().next().filter(|_| count >= 3 && count * 4 >= items.len()) {
        let host = scene.domain(first.domain).to_owned();
        let weight = if count * 2 >= items.len() { 0.92 } else { 0.78 };
        out.push(signal(
            "feed.links",
            weight,
            vec![("count", number(count)), ("host", Arg::Foreign(host.clone()))],
            shows("stories-known"),
            host,
        ));
    }
    let new = items.iter().filter(|item| !known.contains_key(&item.id)).count();
    let usual = scene.baseline.memory().most_new_items();
    if new >= 20 && new > usual * 2 + 10 && items.len() >= before.len() + 20 {
        let before = shows_count("most-new-stories", size(usual));
        out.push(signal(
            "feed.flood",
            0.82,
            vec![("count", number(new))],
            before,
            shows_count("new-stories", size(new)),
        ));
    }
}

/// Whether a story leads to a site that no story of this feed led to, and that is not the outlet's.
fn leads_away(scene: &Scene<'_>, item: &Item) -> bool {
    item.domain != 0
        && !scene.knows_domain(item.domain, "item")
        && scene.who(scene.domain(item.domain), item.domain) != Who::Own
}

/// Stories that are gone although older ones are still there; or the older ones too, and hardly anything new came.
fn vanished(scene: &Scene<'_>, now: &FxHashSet<Key>, out: &mut Vec<Signal>) {
    let memory = scene.baseline.memory();
    let before = memory.items();
    let count = |n: usize| vec![("count", Arg::Number(n as f64))];
    let was = shows_count("stories", size(before.len()));
    let Some(last) = before.iter().rposition(|old| now.contains(&old.id)) else {
        // Not one is left: an outlet publishes that much in a night, not within an hour.
        let since = scene.baseline.last().map_or(f64::MAX, |last| scene.look.at.duration_since(last).as_secs_f64());
        if before.len() >= 6 && since <= LATELY && before.len() > memory.most_new_items() * 3 {
            let after = shows_count("other-stories", size(now.len()));
            out.push(signal("feed.removed", 0.8, count(before.len()), was, after));
        }
        return;
    };
    let gone = before[..last].iter().filter(|old| !now.contains(&old.id)).count();
    let usual = memory.most_gone_items();
    if gone >= 3 && gone * 6 >= last && gone > usual * 2 {
        let weight = if gone * 4 >= last { 0.85 } else { 0.7 };
        out.push(signal("feed.vanished", weight, count(gone), was, shows_count("stories-gone", size(gone))));
        return;
    }
    // A feed drops as many at its end as come in at its top. A shorter one is another setting, or a deletion.
    let dropped = before.len() - 1 - last;
    let came = now.len().saturating_sub(before.len() - dropped - gone);
    let early = dropped.saturating_sub(came);
    if early >= 5 && early * 2 > before.len() && !scene.page.feed.kind.has_no_order() {
        let weight = if early * 5 >= before.len() * 4 { 0.78 } else { 0.6 };
        let after = shows_count("stories-some-new", size(now.len())).with("came", Arg::Number(size(came)));
        out.push(signal("feed.removed", weight, count(early), was, after));
    }
}

/// Stories that say something else altogether under the name that they had.
fn retitled(scene: &Scene<'_>, known: &FxHashMap<Key, &Story>, out: &mut Vec<Signal>) {
    let another = |item: &&Item| {
        known.get(&item.id).is_some_and(|old| {
            !old.words.is_empty() && !item.words.iter().any(|word| old.words.binary_search(word).is_ok())
        })
    };
    let rewritten: Vec<_> = scene.page.items.iter().filter(another).collect();
    let claims: FxHashSet<&str> = scene.page.claims.iter().map(|claim| claim.text.as_str()).collect();
    let claimed = rewritten.iter().any(|item| claims.contains(item.title.as_str()));
    let weight = match (rewritten.len(), claimed) {
        (0, _) => return,
        (_, true) | (3.., _) => 0.85,
        (2, false) => 0.6,
        (_, false) => 0.3,
    };
    let title = rewritten[0].title.clone();
    let args = vec![("count", Arg::Number(rewritten.len() as f64)), ("title", Arg::Foreign(title.clone()))];
    out.push(signal("feed.retitled", weight, args, shows("stories-keep-words"), title));
}

/// Stories that lead elsewhere under the name that they had. One or two are an address that an editor corrected.
fn moved(scene: &Scene<'_>, known: &FxHashMap<Key, &Story>, out: &mut Vec<Signal>) {
    let elsewhere = |item: &&Item| known.get(&item.id).is_some_and(|old| old.place != item.place);
    let moved: Vec<_> = scene.page.items.iter().filter(elsewhere).collect();
    let stayed = scene.page.items.iter().filter(|item| known.contains_key(&item.id)).count();
    let away = moved.iter().filter(|item| leads_away(scene, item)).count();
    let all = moved.len() * 10 >= stayed * 9;
    let weight = match (moved.len(), away) {
        (0, _) => return,
        (_, 3..) => 0.85,
        (_, 2) => 0.6,
        // All at once is a site that names its addresses anew, or one address under which the whole feed leads nowhere.
        (3.., 0) if moved.len() * 4 >= stayed => {
            if all {
                0.6
            } else {
                0.7
            }
        }
        _ => 0.3,
    };
    let address = moved[0].link.clone();
    let args = vec![("count", Arg::Number(moved.len() as f64)), ("address", Arg::Foreign(address.clone()))];
    out.push(signal("feed.moved", weight, args, shows("stories-keep-addresses"), address));
}
