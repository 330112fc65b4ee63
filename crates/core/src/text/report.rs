//! What the report of one alarm says, line by line, and the steps that a newsroom is told of that has written none of its own.

use jiff::Timestamp;

use super::{Arg, Message, own};
use crate::incident::dismissal::Why;
use crate::verdict::Severity;

/// A heading of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Above the reasons.
    Why,
    /// Above the timeline.
    Happened,
    /// Above the pages that were kept.
    Kept,
    /// Above the steps.
    Todo,
}

/// A heading.
pub fn heading(heading: Heading) -> Message {
    Message::new(match heading {
        Heading::Why => "report-why",
        Heading::Happened => "report-happened",
        Heading::Kept => "report-kept",
        Heading::Todo => "report-todo",
    })
}

/// The first line: "Report: a picture covers the front page". `what` is a sentence that is said already.
pub fn title(outlet: &str, what: &str) -> Message {
    Message::new("report-title").with("outlet", own(outlet)).with("what", own(what))
}

/// Which page it is.
pub fn whereabouts(place: &str, address: &str) -> Message {
    Message::new("report-where").with("place", own(place)).with("address", own(address))
}

/// How urgent it is.
pub fn urgency(severity: Severity) -> Message {
    let severity = match severity {
        Severity::Critical => "critical",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    Message::new("report-urgency").with("severity", own(severity))
}

/// Where it is in its life, in words that are said already.
pub fn state(state: &str) -> Message {
    Message::new("report-state").with("state", own(state))
}

/// Since when, and how often it was seen.
pub fn since(since: Timestamp, last: Timestamp, looks: u32) -> Message {
    Message::new("report-since").with("since", since.into()).with("last", last.into()).with("looks", looks.into())
}

/// What was there before; `text` is inert already.
pub fn before(text: &str) -> Message {
    Message::new("report-before").with("text", quoted(text))
}

/// What is there now; `text` is inert already.
pub fn now(text: &str) -> Message {
    Message::new("report-now").with("text", quoted(text))
}

fn quoted(text: &str) -> Arg {
    if text.is_empty() { Message::new("report-nothing").into() } else { own(text) }
}

/// One thing that happened, in words that are said already.
pub fn moment(at: Timestamp, what: &str) -> Message {
    Message::new("report-moment").with("at", at.into()).with("what", own(what))
}

/// A page that was kept.
pub fn capture(at: Timestamp, role: Message, status: u16, bytes: u64, address: &str) -> Message {
    Message::new("report-capture")
        .with("at", at.into())
        .with("role", role.into())
        .with("status", own(&status.to_string()))
        .with("bytes", Arg::Number(bytes as f64))
        .with("address", own(address))
}

/// More pages were kept than are listed.
pub fn more() -> Message {
    Message::new("report-more")
}

/// The last line: by whom and when it was written.
pub fn made(at: Timestamp) -> Message {
    Message::new("report-made").with("at", at.into())
}

/// Why a page was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What is normal was learned from it.
    Baseline,
    /// The look before something was out of the ordinary.
    Before,
    /// It was out of the ordinary.
    Suspect,
    /// It was the alarm.
    Alarm,
    /// Once an hour.
    Hourly,
}

/// Why a page was kept, in a few words.
pub fn role(role: Role) -> Message {
    Message::new(match role {
        Role::Baseline => "capture-baseline",
        Role::Before => "capture-before",
        Role::Suspect => "capture-suspect",
        Role::Alarm => "capture-alarm",
        Role::Hourly => "capture-hourly",
    })
}

/// The last look that was well.
pub fn last_good() -> Message {
    Message::new("moment-last-good")
}

/// The first look that was not.
pub fn first_bad() -> Message {
    Message::new("moment-first-bad")
}

/// What to do when a page is not the newsroom's own, step by step.
pub fn runbook() -> [Message; 5] {
    ["runbook-look", "runbook-call", "runbook-logs", "runbook-push", "runbook-statement"].map(Message::new)
}

/// Why a person set an alarm aside: "an advertisement".
pub fn why(why: Why) -> Message {
    Message::new(match why {
        Why::Design => "why-design",
        Why::Advertisement => "why-advertisement",
        Why::Partner => "why-partner",
        Why::Other => "why-other",
        Why::CannotTell => "why-cannot-tell",
    })
}

/// It was set aside, and why.
pub fn set_aside(because: Why) -> Message {
    Message::new("moment-set-aside").with("why", why(because).into())
}

/// So many alarms alike were set aside for the same reason, and this part of the page could be left out.
pub fn leave_out(times: u32, outlet: &str, because: Why, selector: &str) -> Message {
    alike("rule-leave-out", times, outlet, because).with("selector", own(selector))
}

/// So many alarms alike were set aside, and no part of the page can be named that is small enough to be left out.
pub fn no_part(times: u32, outlet: &str, because: Why) -> Message {
    alike("rule-no-part", times, outlet, because)
}

/// So many alarms alike were set aside, and what they are about is never left out.
pub fn never_left_out(times: u32, outlet: &str, because: Why) -> Message {
    alike("rule-never", times, outlet, because)
}

/// The part is left out already.
pub fn left_out(selector: &str) -> Message {
    Message::new("rule-left-out").with("selector", own(selector))
}

fn alike(id: &str, times: u32, outlet: &str, because: Why) -> Message {
    Message::new(id).with("times", times.into()).with("outlet", own(outlet)).with("why", why(because).into())
}
