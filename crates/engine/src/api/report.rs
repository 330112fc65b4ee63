//! One incident as one text, to be handed on: to whoever runs the site, to the police, to a colleague. In the reader's
//! language, with moments to the second, as they are laid beside a server's logs, and with nothing in it that opens by a click on
//! it but the newsroom's own addresses.

use frontwatch_core::text::marked::Piece;
use frontwatch_core::text::report::{self as said, Heading};
use frontwatch_core::text::{Message, Speech};
use jiff::Timestamp;
use url::Origin;

use super::incident::{CaptureView, IncidentView, ReasonView};

/// The report.
pub(super) fn report(view: &IncidentView, speech: &Speech, now: Timestamp) -> String {
    let it = &view.anomaly;
    let mut lines = Vec::new();
    let head = [
        said::title(&it.outlet, &harmless(&it.summary)),
        said::whereabouts(&it.place, it.address.as_str()),
        said::urgency(it.severity),
        said::state(&it.state_says),
        said::since(it.since, it.last_seen, it.seen),
    ];
    lines.extend(head.iter().map(|line| speech.say_exactly(line)));
    if !view.reasons.is_empty() {
        block(&mut lines, speech, Heading::Why);
        lines.extend(view.reasons.iter().flat_map(|reason| of_reason(reason, speech)));
    }
    if !view.moments.is_empty() {
        block(&mut lines, speech, Heading::Happened);
        lines.extend(
            view.moments.iter().map(|moment| speech.say_exactly(&said::moment(moment.at, &harmless(&moment.says)))),
        );
    }
    if !view.captures.is_empty() {
        block(&mut lines, speech, Heading::Kept);
        let own = it.address.origin();
        lines.extend(view.captures.iter().flat_map(|capture| of_capture(capture, &own, speech)));
        if view.more_captures {
            lines.push(speech.say(&said::more()));
        }
    }
    block(&mut lines, speech, Heading::Todo);
    lines.extend(view.runbook.steps.iter().map(|step| format!("- {step}")));
    lines.push(String::new());
    lines.push(speech.say_exactly(&said::made(now)));
    lines.join("\n") + "\n"
}

fn block(lines: &mut Vec<String>, speech: &Speech, heading: Heading) {
    lines.push(String::new());
    lines.push(speech.say(&said::heading(heading)));
}

fn of_reason(reason: &ReasonView, speech: &Speech) -> Vec<String> {
    let mut lines = vec![format!("- {}", harmless(&reason.summary))];
    let side = |pieces: &[Piece]| harmless(&pieces.iter().map(|piece| piece.text.as_str()).collect::<String>());
    for row in &reason.rows {
        let both: [Message; 2] = [said::before(&side(&row.before)), said::now(&side(&row.now))];
        lines.extend(both.iter().map(|line| format!("  {}", speech.say(line))));
    }
    lines
}

fn of_capture(it: &CaptureView, own: &Origin, speech: &Speech) -> [String; 2] {
    let role = match it.role.as_str() {
        "baseline" => said::Role::Baseline,
        "before" => said::Role::Before,
        "suspect" => said::Role::Suspect,
        "alarm" => said::Role::Alarm,
        _ => said::Role::Hourly,
    };
    // Where a look ended may be the intruder's.
    let ours = it.address.starts_with(&(own.ascii_serialization() + "/"));
    let address = if ours { it.address.clone() } else { harmless(&it.address) };
    let line = said::capture(it.at, said::role(role), it.status, it.bytes, &address);
    [format!("- {}", speech.say_exactly(&line)), format!("  {}", it.sha256)]
}

/// What a page said, with addresses that no program takes for one.
fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at);
        let kept = before.len() - ["https", "http"].iter().find(|it| ends_with(before, it)).map_or(0, |it| it.len());
        let scheme = &before[kept..];
        harmless.push_str(&before[..kept]);
        harmless.push_str(if scheme.len() == 5 {
            "hxxps"
        } else if scheme.is_empty() {
            ""
        } else {
            "hxxp"
        });
        harmless.push_str("://");
        rest = &after[3..];
    }
    harmless.push_str(rest);
    harmless
}

fn ends_with(text: &str, scheme: &str) -> bool {
    let end = text.len().checked_sub(scheme.len()).and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_a_page_can_be_clicked() {
        for (said, written) in [
            ("https://evil.example/x.js", "hxxps://evil.example/x.js"),
            ("from HTTP://a.example and http://b.example", "from hxxp://a.example and hxxp://b.example"),
            ("ftp://a.example", "ftp://a.example"),
            ("ə://", "ə://"),
            ("no address", "no address"),
            ("", ""),
        ] {
            assert_eq!(harmless(said), written);
        }
    }
}
