//! One incident with everything that is known of it: the window's page of it, also of one that was over long ago.
//!
//! **Architecture invariant:** as in `overview`: every text from a watched site is made inert and cut here.

use data_encoding::BASE64;
use frontwatch_core::config::Config;
use frontwatch_core::evidence::{self, Evidence};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::text::marked::{self, Piece, marked};
use frontwatch_core::text::{Speech, inert, report, words};
use jiff::Timestamp;
use serde::Serialize;
use ts_rs::TS;

use super::alike::{self, Alike};
use super::happening::milliseconds;
use super::overview::{Anomaly, AnomalyState};
use super::request::Moment;
use super::timeline::course;
use crate::run::anomaly;
use crate::store::{CaptureRecord, CaptureRole, IncidentRecord, ShownPicture, ShownSide, Store, StoreError};

/// The most captures that are listed.
const CAPTURES: u32 = 40;
/// The most reasons that are shown: the weightiest.
const REASONS: usize = 24;
/// The most rows of one reason.
const ROWS: usize = 24;
/// How much of a list is read at all, in bytes.
const LIST: usize = 16_000;
/// The longest address, in characters.
const ADDRESS: usize = 200;

/// Everything that is known of one incident.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct IncidentView {
    /// As the list has it.
    pub anomaly: Anomaly,
    /// Why, weightiest first.
    pub reasons: Vec<ReasonView>,
    /// What happened, oldest first: from the last look that was well.
    pub moments: Vec<Moment>,
    /// What its pictures show, made safe; what was before first.
    pub pictures: Vec<PictureView>,
    /// The pages that were kept of it, oldest first.
    pub captures: Vec<CaptureView>,
    /// Whether more were kept than are listed.
    pub more_captures: bool,
    /// What to do now.
    pub runbook: Runbook,
    /// What could be done about alarms alike, where several were set aside.
    pub alike: Option<Alike>,
    /// All of it as one text, to be handed on.
    pub as_text: String,
}

/// What to do now, as the newsroom has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Runbook {
    /// The steps.
    pub steps: Vec<String>,
    /// Whether the newsroom wrote them.
    pub own: bool,
    /// Whether they can be written: not in a demonstration.
    pub editable: bool,
}

/// One reason, made ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ReasonView {
    /// Its stable kind.
    pub kind: String,
    /// The sentence.
    pub summary: String,
    /// What its rows are.
    pub about: ReasonAbout,
    /// What was there before and what is there now. A text is one row; what is a list has one a thing, and what stayed stands
    /// on both sides.
    pub rows: Vec<ReasonRow>,
}

/// What the rows of a reason are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum ReasonAbout {
    /// Text.
    Text,
    /// Hosts and addresses.
    Hosts,
    /// Titles.
    Titles,
    /// Forms: where they send, and which fields they have.
    Forms,
    /// Pictures.
    Pictures,
}

/// One thing before and now; no pieces: nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ReasonRow {
    /// What was there before.
    pub before: Vec<Piece>,
    /// What is there now.
    pub now: Vec<Piece>,
}

/// What a picture shows: unpacked within limits, made small and packed anew by us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct PictureView {
    /// Whether it stands there now: what an intruder placed. Else it is a logo as it was.
    pub now: bool,
    /// Its address, cut.
    pub address: String,
    /// A PNG, in Base64.
    pub png: String,
}

/// A page that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct CaptureView {
    /// Why: a stable word.
    pub role: String,
    /// Why, in words.
    pub says: String,
    /// When it was seen.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub at: Timestamp,
    /// HTTP status.
    pub status: u16,
    /// The address that gave it, cut.
    pub address: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it is the page that the incident was opened for.
    pub evidence: bool,
}

/// Everything that is known of an incident. `listed` is how the list has it, if it does; of one that the list does not have the
/// store tells, and whether it `rests`, if it is not over. `None` where neither knows of it.
pub(super) async fn incident(
    store: &Store,
    id: IncidentId,
    listed: Option<Anomaly>,
    rests: bool,
    newsroom: (Runbook, &Config),
    speech: &Speech,
    now: Timestamp,
) -> Result<Option<IncidentView>, StoreError> {
    let (runbook, config) = newsroom;
    let record = match store.incident(id.clone()).await {
        Ok(record) => record,
        // What the loop knows is seen all the same, whatever the disk does.
        Err(_) if listed.is_some() => None,
        Err(error) => return Err(error),
    };
    let seen = listed.is_some();
    let mut captures = match &record {
        Some(record) => unless(seen, store.evidence(record.incident.clone(), CAPTURES + 1).await)?,
        None => Vec::new(),
    };
    let more_captures = captures.len() > CAPTURES as usize;
    while captures.len() > CAPTURES as usize {
        // The first and the latest say the most, and the one that the alarm was raised for.
        let raised = record.as_ref().and_then(|record| record.incident.evidence);
        let middle = CAPTURES as usize / 2;
        let spared = raised.is_some() && captures.get(middle).map(|it| it.digest) == raised;
        captures.remove(if spared { middle - 1 } else { middle });
    }
    let Some(mut anomaly) = listed.or_else(|| record.as_ref().map(|it| anomaly(&it.incident, speech, now))) else {
        return Ok(None);
    };
    if rests && anomaly.state != AnomalyState::Resolved {
        anomaly.state_says = speech.say(&words::rests());
    }
    let reasons = reasons(record.as_ref(), &anomaly, speech, now);
    let moments = record.as_ref().map(|record| course(record, speech)).unwrap_or_default();
    let evidence = record.as_ref().and_then(|record| record.incident.evidence.as_ref());
    let captures = captures
        .iter()
        .map(|it| CaptureView { evidence: evidence == Some(&it.digest), ..capture(it, speech) })
        .collect();
    let alike = match record.as_ref().and_then(|record| Some((record, record.dismissed.as_ref()?))) {
        Some((record, dismissed)) => unless(seen, alike::alike(store, record, dismissed, config, speech).await)?,
        None => None,
    };
    let pictures = unless(seen, store.shown(id).await)?.iter().map(picture).collect();
    let as_text = String::new();
    let mut view =
        IncidentView { anomaly, reasons, moments, pictures, captures, more_captures, runbook, alike, as_text };
    view.as_text = super::report::report(&view, speech, now);
    Ok(Some(view))
}

/// What the store has; nothing where it fails and the incident is seen without it.
fn unless<T: Default>(seen: bool, read: Result<T, StoreError>) -> Result<T, StoreError> {
    match read {
        Err(error) if seen => {
            tracing::warn!(%error, "what is kept of an incident could not be read");
            Ok(T::default())
        }
        read => read,
    }
}

fn picture(it: &ShownPicture) -> PictureView {
    PictureView {
        now: matches!(it.side, ShownSide::Now(_)),
        address: inert(it.url.as_str(), ADDRESS),
        png: BASE64.encode(&it.png),
    }
}

fn capture(it: &CaptureRecord, speech: &Speech) -> CaptureView {
    let role = match it.role {
        CaptureRole::Baseline => report::Role::Baseline,
        CaptureRole::Before => report::Role::Before,
        CaptureRole::Suspect => report::Role::Suspect,
        CaptureRole::Alarm => report::Role::Alarm,
        CaptureRole::Hourly => report::Role::Hourly,
    };
    CaptureView {
        role: it.role.as_str().to_owned(),
        says: speech.say(&report::role(role)),
        at: it.at,
        status: it.status,
        address: inert(it.url.as_str(), ADDRESS),
        sha256: it.digest.to_string(),
        bytes: it.bytes,
        evidence: false,
    }
}

/// The reasons as the latest alarming look had them; as the list has them where the store knows nothing.
fn reasons(record: Option<&IncidentRecord>, anomaly: &Anomaly, speech: &Speech, now: Timestamp) -> Vec<ReasonView> {
    let nothing = speech.say(&evidence::nothing());
    let shown = |text: String| if text == nothing { String::new() } else { text };
    let Some(record) = record else {
        let listed = anomaly.reasons.iter();
        let said = |text: &String| shown(text.clone());
        return listed.map(|it| reason(&it.kind, it.summary.clone(), &said(&it.before), &said(&it.after))).collect();
    };
    let signals = record.incident.signals.iter().take(REASONS);
    let said = |evidence: &Evidence| shown(speech.evidence(evidence));
    signals.map(|it| reason(&it.kind, speech.say_at(&it.message, now), &said(&it.before), &said(&it.after))).collect()
}

fn reason(kind: &str, summary: String, before: &str, after: &str) -> ReasonView {
    // What detectors write where there was nothing.
    let shown = |text: &str| if text == "nothing" { String::new() } else { cut(text).to_owned() };
    let (before, after) = (shown(before), shown(after));
    let about = about(kind);
    let rows = if kind.starts_with("names.") || kind == "transport.host" {
        rows(&list(&before), &list(&after))
    } else if compared(kind) {
        let (before, now) = marked(&before, &after);
        vec![ReasonRow { before, now }]
    } else {
        vec![ReasonRow { before: plain(&before, false), now: plain(&after, false) }]
    };
    let rows = rows.into_iter().filter(|row| !row.before.is_empty() || !row.now.is_empty()).collect();
    ReasonView { kind: inert(kind, 64), summary, about, rows }
}

/// What a reason of this kind is about.
fn about(kind: &str) -> ReasonAbout {
    match kind {
        "source.form" => ReasonAbout::Forms,
        "feed.retitled" | "story.retitled" | "wording.title" => ReasonAbout::Titles,
        "cover.picture" | "story.picture" => ReasonAbout::Pictures,
        "redirect.foreign" | "transport.host" | "painted.import" | "planted.loads" => ReasonAbout::Hosts,
        _ => match kind.split('.').next().unwrap_or_default() {
            "title" => ReasonAbout::Titles,
            "login" => ReasonAbout::Forms,
            "source" | "link" | "names" => ReasonAbout::Hosts,
            "picture" | "image" => ReasonAbout::Pictures,
            _ => ReasonAbout::Text,
        },
    }
}

/// Whether both sides repeat what stood there: then the words that differ are marked. Of others one side is a description.
fn compared(kind: &str) -> bool {
    let kinds = ["login.target", "headline.rewritten", "values.changed", "fixed.words", "wording.title"];
    let groups = ["title.", "transport.", "charset.", "certificate."];
    let stories = ["story.retitled", "story.rewritten", "story.reworded", "story.beside"];
    kinds.contains(&kind) || stories.contains(&kind) || groups.iter().any(|group| kind.starts_with(group))
}

/// The things of a list, each once, in its order.
fn list(text: &str) -> Vec<String> {
    let mut things: Vec<String> = Vec::new();
    for thing in text.split(", ").map(|thing| inert(thing, marked::LONGEST)).filter(|thing| !thing.is_empty()) {
        if !things.contains(&thing) {
            things.push(thing);
        }
        // As many as can be shown of both sides.
        if things.len() == ROWS {
            break;
        }
    }
    things
}

/// Two lists side by side: first what is there now and was not, then what is not there any more, then what stayed.
fn rows(before: &[String], now: &[String]) -> Vec<ReasonRow> {
    let new = now.iter().filter(|thing| !before.contains(thing));
    let gone = before.iter().filter(|thing| !now.contains(thing));
    let stayed = now.iter().filter(|thing| before.contains(thing));
    let new = new.map(|thing| ReasonRow { before: Vec::new(), now: plain(thing, true) });
    let gone = gone.map(|thing| ReasonRow { before: plain(thing, true), now: Vec::new() });
    let stayed = stayed.map(|thing| ReasonRow { before: plain(thing, false), now: plain(thing, false) });
    new.chain(gone).chain(stayed).take(ROWS).collect()
}

fn plain(text: &str, differs: bool) -> Vec<Piece> {
    let text = inert(text, marked::LONGEST);
    if text.is_empty() { Vec::new() } else { vec![Piece { text, differs }] }
}

/// The beginning of a text that is taken apart.
fn cut(text: &str) -> &str {
    let end = (0..=text.len().min(LIST)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a person would write it down: what differs stands in brackets.
    fn shown(kind: &str, before: &str, after: &str) -> Vec<(String, String)> {
        let piece = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
        let side = |side: &[Piece]| side.iter().map(piece).collect::<String>();
        let view = reason(kind, String::new(), before, after);
        view.rows.iter().map(|row| (side(&row.before), side(&row.now))).collect()
    }

    #[test]
    fn texts_are_marked_by_word_lists_by_thing_and_descriptions_not_at_all() {
        for (kind, before, after, rows) in [
            (
                "title.replaced",
                "News of the day",
                "News of the night",
                vec![("News of the [day]", "News of the [night]")],
            ),
            (
                "names.servers",
                "ns1.dns.example, ns2.dns.example",
                "ns2.dns.example, ns.evil.example",
                vec![("", "[ns.evil.example]"), ("[ns1.dns.example]", ""), ("ns2.dns.example", "ns2.dns.example")],
            ),
            ("cover.picture", "nothing covered the page", "Owned", vec![("nothing covered the page", "Owned")]),
            ("text.placed", "nothing", "words", vec![("", "words")]),
            ("availability.error", "nothing", "nothing", vec![]),
        ] {
            let expected: Vec<_> =
                rows.iter().map(|(old, new): &(&str, &str)| ((*old).to_owned(), (*new).to_owned())).collect();
            assert_eq!(shown(kind, before, after), expected, "{kind}");
        }
    }

    #[test]
    fn what_a_site_says_is_inert_and_short_of_whatever_kind() {
        let hostile = [
            "\u{202e}<script>alert(1)</script>\u{0}\u{200b}\r\n, x".to_owned(),
            "a, ".repeat(350_000),
            "\u{301}".repeat(500_000),
        ];
        for kind in ["title.replaced", "names.mail", "source.script", "picture.logo", "unknown"] {
            for text in &hostile {
                let view = reason(kind, String::new(), text, "other");
                let length: usize =
                    view.rows.iter().flat_map(|row| row.before.iter().chain(&row.now)).map(|it| it.text.len()).sum();
                assert!(view.rows.len() <= ROWS && length <= 2 * ROWS * marked::LONGEST * 8, "{kind}: {length}");
                let pieces = view.rows.iter().flat_map(|row| row.before.iter().chain(&row.now));
                assert!(
                    pieces.flat_map(|it| it.text.chars()).all(|c| !frontwatch_core::text::is_disruptive(c)),
                    "{kind}"
                );
            }
        }
    }
}
