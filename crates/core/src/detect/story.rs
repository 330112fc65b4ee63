//! A published story: gone, rewritten, emptied, under another title or with another picture; and what covers or paints its
//! page, which is judged as on any other.
//!
//! Told apart: a correction (words within passages), growth (new passages while the old ones stay) and rewriting (a passage of
//! some length is gone and other words stand there instead).

use super::judge::{alarms, group, signals, verdict};
use super::scene::{Scene, number, shows, signal, whole};
use super::who::Who;
use super::{Judged, Look, availability, cover, redirect, robots, script, source, transport, wallet, wording};
use crate::baseline::Baseline;
use crate::baseline::story::Kept;
use crate::evidence::Evidence;
use crate::extract::name::{Address, address, registrable};
use crate::extract::{self, text};
use crate::facts::Facts;
use crate::facts::story::{Beside, Likeness, Passage, Story};
use crate::text::Arg;
use crate::verdict::{Availability, Signal};

/// What of an ordinary page's judgement makes sense of a story's page.
const PAGE: [fn(&Scene<'_>, &mut Vec<Signal>); 8] = [
    wording::detect,
    cover::detect,
    source::detect,
    script::detect,
    redirect::detect,
    robots::detect,
    transport::detect,
    wallet::detect,
];

/// The most that it weighs that a story asks not to be found: outlets take what agencies wrote out of search after a while.
const UNFOUND: f64 = 0.45;

/// A shorter passage is a byline, a time or a caption: it changes by itself. Words.
const PASSAGE: usize = 8;
/// How many words of whole passages, gone and replaced, no correction takes: a short paragraph.
const REPLACED: usize = 25;
/// What a replaced text beside a story weighs: boxes turn by themselves, so that nobody is woken for one.
const BESIDE: f64 = 0.5;
/// From how many changed words on within one passage that stays, it is said.
const REWORDED: usize = 30;
/// A passage is still there if this much of it is.
const THERE: f64 = 0.5;
/// So little of a text is none of it.
const NONE: f64 = 0.1;
/// How alike a page must be to the site's page for addresses that do not exist. The address itself and lists of the latest
/// stories differ from look to look.
const ALIKE: f64 = 0.6;
/// The most characters of a text that are shown beside another.
const SHOWN: usize = 2_000;

/// What pages say that stand for one that is not there, in the languages that error pages are known in.
const NOT_FOUND: [&str; 21] = [
    "404",
    "not found",
    "does not exist",
    "doesn't exist",
    "no longer available",
    "page is missing",
    "nicht gefunden",
    "existiert nicht",
    "introuvable",
    "no encontrada",
    "no existe",
    "não encontrada",
    "non trovata",
    "не найден",
    "не существует",
    "tapılmadı",
    "mövcud deyil",
    "bulunamadı",
    "غير موجودة",
    "یافت نشد",
    "не знайден",
];

/// Reads a story's page and compares it with what is normal.
pub(super) fn judge(look: &Look<'_>, baseline: &Baseline) -> Judged {
    let page = extract::extract_answer(look.text, look.url, look.headers, look.ignore);
    let story = extract::story(look.text);
    let known = baseline.story().story();
    let mut scene = Scene::new(look, &page, baseline);
    let (mut signals, excused) = signals(&mut scene, &PAGE);
    for signal in signals.iter_mut().filter(|signal| signal.kind.starts_with("robots")) {
        signal.weight = signal.weight.min(UNFOUND);
    }
    if !baseline.ready() && !alarms(&signals) {
        // Too little is known of the page; of the story it is enough.
        signals.clear();
    }
    let (mut kind, mut unavailable) = availability::of(&scene);
    if let Some(known) = known {
        let change = Change::of(known, &story);
        match gone(&scene, known, &story, &change, kind) {
            Some(said) => {
                // It answers: what it says is that the story is not there.
                (kind, unavailable) = (Availability::Up, None);
                // A page for what is missing is served otherwise, and asks not to be found.
                signals.retain(|signal| !["robots", "transport"].contains(&group(&signal.kind)));
                signals.push(said);
            }
            None if unavailable.is_none() => compare(&scene, known, &story, &change, &mut signals),
            None => {}
        }
    }
    let judgement = verdict(signals, kind, unavailable, known.is_some());
    Judged { judgement, page, parts: look.parts.seen.to_vec(), facts: Facts::Story(Box::new(story)), excused }
}

/// What became of a text.
struct Change<'a> {
    /// Passages of it that are gone, and their words.
    gone: Vec<&'a Passage>,
    gone_words: usize,
    /// Words of one passage that stays, changed: a name that was wrong throughout is one correction.
    reworded: usize,
    /// The passage that changed most.
    most: Option<&'a Passage>,
    /// Passages that stand where none of them stood before, and their words.
    new: Vec<&'a Passage>,
    new_words: usize,
    /// Its words before.
    words: usize,
}

impl<'a> Change<'a> {
    fn of(known: &'a Kept, story: &'a Story) -> Self {
        let mut change =
            Self { gone: Vec::new(), gone_words: 0, reworded: 0, most: None, new: Vec::new(), new_words: 0, words: 0 };
        for passage in &known.passages {
            let words = passage.words();
            if words < PASSAGE {
                continue;
            }
            change.words += words;
            let kept = passage.kept(&story.runs);
            if kept < THERE {
                change.gone.push(passage);
                change.gone_words += words;
            } else {
                let reworded = ((1.0 - kept) * words as f64) as usize;
                if reworded > change.reworded {
                    change.reworded = reworded;
                    change.most = Some(passage);
                }
            }
        }
        if !change.gone.is_empty() || change.reworded >= REWORDED {
            for passage in story.passages.iter().chain(&story.rest) {
                let words = passage.words();
                if words >= PASSAGE && passage.kept(&known.runs) < THERE {
                    change.new.push(passage);
                    change.new_words += words;
                }
            }
        }
        change
    }

    /// The share of the text that is gone.
    fn lost(&self) -> f64 {
        self.gone_words as f64 / self.words.max(1) as f64
    }
}

/// Whether the story is not there any more, and how one sees it.
fn gone(
    scene: &Scene<'_>,
    known: &Kept,
    story: &Story,
    change: &Change<'_>,
    availability: Availability,
) -> Option<Signal> {
    let look = scene.look;
    let before = shown_title(&known.heading, &known.shared_title, &known.title);
    let said = |after: Evidence| {
        Some(signal("story.deleted", 0.8, vec![("title", Arg::Foreign(before.to_owned()))], before, after))
    };
    if matches!(look.status, 404 | 410) {
        let after = shows("status-text").with("status", number(look.status)).with("text", whole(&story.title));
        return said(after.into());
    }
    if !(200..300).contains(&look.status) || change.words > 0 && change.lost() < 1.0 - NONE {
        return None;
    }
    let renamed = others(&known.heading, &story.heading) || others(&known.title, &story.title);
    if change.words == 0 && !renamed {
        return None;
    }
    // Where a script brings the text, what is served for every address is alike.
    let alike = scene.baseline.story().missing().is_some_and(|missing| {
        missing.with(&story.likeness) >= ALIKE && missing.with(&Likeness::of_runs(&known.runs)) < ALIKE
    });
    let words = [&story.title, &story.heading, &story.shared_title].map(|text| text.to_lowercase()).join(" ")
        + " "
        + &scene.page.lead.to_lowercase();
    let says =
        (renamed || availability == Availability::Error) && NOT_FOUND.iter().any(|phrase| words.contains(phrase));
    if alike || says {
        return said(format!("{}: {}", story.title, first(&scene.page.lead, 120)).into());
    }
    let (asked, answered) = (look.asked.path(), look.url.path());
    let above = asked != answered && asked.starts_with(answered.trim_end_matches('/')) && asked.len() > answered.len();
    let same_site = registrable(look.asked.host_str().unwrap_or("")) == registrable(look.url.host_str().unwrap_or(""));
    (same_site && above && renamed).then(|| said(look.url.as_str().into())).flatten()
}

fn compare(scene: &Scene<'_>, known: &Kept, story: &Story, change: &Change<'_>, out: &mut Vec<Signal>) {
    let told = out.len();
    text_changed(scene, story, change, out);
    let title = title_changed(known, story, scene);
    let picture = picture_changed(known, story, scene);
    let touched = out.len() > told;
    if let Some((mut said, mut shown)) = title.clone().zip(picture.clone()) {
        // Both at once is more than either, and still what an editor does who takes a story up again.
        let strange = shown.weight > 0.5;
        (said.weight, shown.weight) = (said.weight.max(if strange { 0.8 } else { 0.7 }), shown.weight);
        out.extend([said, shown]);
    } else {
        out.extend(title.into_iter().chain(picture));
    }
    if touched && out.len() - told > 1 {
        // The text and what stands over it changed together: no correction.
        for signal in &mut out[told..=told] {
            signal.weight = signal.weight.max(0.78);
        }
    }
    beside_changed(known, story, out);
}

/// Passages that are gone, replaced or reworded.
fn text_changed(scene: &Scene<'_>, story: &Story, change: &Change<'_>, out: &mut Vec<Signal>) {
    let lost = change.lost();
    let count = |n: usize| Arg::Number(n as f64);
    let before = joined(&change.gone);
    if change.gone_words >= REPLACED && change.new_words >= REPLACED {
        let weight = 0.8 + 0.14 * lost;
        out.push(signal(
            "story.rewritten",
            weight,
            vec![("count", count(change.gone_words))],
            before,
            joined(&change.new),
        ));
    } else if change.gone_words >= REPLACED && lost >= 1.0 - NONE {
        // A wall that asks for a subscription, or a page whose text a script brings.
        let asks =
            !scene.page.asks.is_empty() && story.rest.iter().chain(&story.passages).any(|p| text::asks(p.text()));
        out.push(signal(
            "story.emptied",
            if asks { 0.5 } else { 0.78 },
            Vec::new(),
            before,
            first(&scene.page.lead, 200),
        ));
    } else if change.gone_words >= REPLACED {
        let weight = if lost >= 0.5 { 0.6 } else { 0.45 };
        let after = shows("passages-gone");
        out.push(signal("story.shortened", weight, vec![("count", count(change.gone_words))], before, after));
    } else if change.reworded >= REWORDED {
        let before = change.most.map(|passage| cut(passage.text())).unwrap_or_default();
        let now = change.most.and_then(|passage| successor(passage, story));
        let args = vec![("count", count(change.reworded))];
        out.push(signal(
            "story.reworded",
            0.5,
            args,
            before,
            now.map(|passage| cut(passage.text())).unwrap_or_default(),
        ));
    }
}

/// A longer text beside the story, a box or a notice, that says something else between what always stood around it.
fn beside_changed(known: &Kept, story: &Story, out: &mut Vec<Signal>) {
    let there = |passage: &Passage| passage.kept(&story.runs) >= THERE;
    let replaced = |beside: &&Beside| !there(&beside.passage) && beside.between.iter().all(there);
    let Some(beside) = known.beside.iter().find(replaced) else { return };
    let new = |passage: &&Passage| passage.words() >= REPLACED && passage.kept(&known.runs) < THERE;
    let beside_now = story.beside.iter().map(|beside| &beside.passage);
    let Some(now) = beside_now.chain(&story.rest).chain(&story.passages).find(new) else { return };
    let args = vec![("count", Arg::Number(beside.passage.words() as f64))];
    out.push(signal("story.beside", BESIDE, args, cut(beside.passage.text()), cut(now.text())));
}

/// What a passage became: the one that has most of it.
fn successor<'a>(passage: &Passage, story: &'a Story) -> Option<&'a Passage> {
    let words = |passage: &Passage| -> std::collections::BTreeSet<String> {
        passage.text().split_whitespace().map(str::to_lowercase).collect()
    };
    let before = words(passage);
    story.passages.iter().max_by_key(|now| words(now).intersection(&before).count())
}

/// Another title, in whichever place.
fn title_changed(known: &Kept, story: &Story, scene: &Scene<'_>) -> Option<Signal> {
    let places =
        [(&known.heading, &story.heading), (&known.shared_title, &story.shared_title), (&known.title, &story.title)];
    let (before, after) = places.into_iter().find(|(before, after)| others(before, after))?;
    let claims = |text: &str| text::claim(text).is_some();
    let claimed = claims(after) && !claims(before) && !scene.page.claims.is_empty();
    let weight = if claimed { 0.85 } else { 0.5 };
    Some(signal("story.retitled", weight, vec![("title", Arg::Foreign(after.clone()))], before.clone(), after.clone()))
}

/// Whether a title says something else altogether: of its words fewer than half stand in the other.
fn others(before: &str, after: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(before), words(after));
    let kept = old.iter().filter(|word| new.contains(word)).count();
    old.len() >= 2 && !new.is_empty() && kept * 2 < old.len()
}

/// Another main picture. A picture that is scaled or served from elsewhere keeps the name of its file.
fn picture_changed(known: &Kept, story: &Story, scene: &Scene<'_>) -> Option<Signal> {
    let (before, after) = (&known.picture, &story.picture);
    if before.is_empty() || after.is_empty() || file(before) == file(after) {
        return None;
    }
    let strange = match address(after) {
        Address::Host { host, .. } => {
            let domain = registrable(host);
            let before = match address(before) {
                Address::Host { host, .. } => registrable(host),
                _ => String::new(),
            };
            domain != before
                && matches!(scene.who_named(&host.to_ascii_lowercase()), Who::Stranger | Who::Open | Who::Twin)
        }
        _ => false,
    };
    Some(signal("story.picture", if strange { 0.6 } else { 0.45 }, Vec::new(), before.clone(), after.clone()))
}

fn file(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(path)
}

fn shown_title<'a>(heading: &'a str, shared: &'a str, title: &'a str) -> &'a str {
    [heading, shared, title].into_iter().find(|text| !text.is_empty()).unwrap_or("…")
}

fn joined(passages: &[&Passage]) -> String {
    cut(&passages.iter().map(|passage| passage.text()).collect::<Vec<_>>().join("\n"))
}

fn cut(text: &str) -> String {
    first(text, SHOWN)
}

fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
