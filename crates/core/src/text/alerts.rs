//! What reaches a person as a notification: the words of its title, its body and its buttons.

use jiff::Timestamp;

use super::{Arg, Message, own, words};
use crate::incident::Cause;
use crate::notify::Button;
use crate::watch::WatchKind;

/// The words of a notice, not said yet.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeText {
    /// Short enough for a banner of one line; names the outlet.
    pub title: Message,
    /// Says the whole thing without the title.
    pub body: Message,
}

/// How an outlet is down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// It does not answer.
    Silent,
    /// It answers with an error page.
    Error,
    /// It says that it is being worked on.
    Maintenance,
    /// Its certificate is not trusted.
    Certificate,
}

/// Why we cannot see an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blindness {
    /// It refuses us.
    Refused,
    /// A robot check stands before the page.
    RobotCheck,
    /// It sends more than we read.
    TooLarge,
    /// It sends what cannot be decoded.
    Unreadable,
    /// It is asked with a credential that the keychain does not give.
    Credential,
    /// Not its doing: something on this computer or its network opens encrypted connections.
    Opened,
}

/// A page is there, and it is not what the newsroom published: "Report: a picture never seen there before covers the
/// front page. Since 14:02, seen twice. Your connection is fine."
///
/// `what` is the weightiest signal's message; `seen` counts the looks that saw it; `connection_is_fine` is said only
/// where it is known.
pub fn content_notice(
    outlet: &str,
    kind: WatchKind,
    what: Message,
    since: Timestamp,
    seen: u32,
    connection_is_fine: bool,
) -> NoticeText {
    let title =
        Message::new("notice-content-title").with("outlet", own(outlet)).with("place", words::place(kind).into());
    let body = Message::new("notice-content-body")
        .with("outlet", own(outlet))
        .with("what", what.into())
        .with("since", since.into())
        .with("seen", seen.into())
        .with("connection", fine_or_unknown(connection_is_fine));
    NoticeText { title, body }
}

/// An outlet is down: "Baku.ws has not answered since 14:05; other sites do."
///
/// `others_are_fine` where other outlets were seen well in that time.
pub fn outage_notice(
    outlet: &str,
    kind: WatchKind,
    how: Outage,
    since: Timestamp,
    others_are_fine: bool,
) -> NoticeText {
    let how = how.word();
    let title = Message::new("notice-outage-title").with("outlet", own(outlet)).with("how", own(how));
    let body = Message::new("notice-outage-body")
        .with("outlet", own(outlet))
        .with("kind", own(kind.as_str()))
        .with("how", own(how))
        .with("since", since.into())
        .with("others", fine_or_unknown(others_are_fine));
    NoticeText { title, body }
}

/// It cannot be seen whether all is well: "We cannot see Baku TV: it has refused our looks for 10 minutes. This is not
/// an all-clear."
pub fn unseen_notice(outlet: &str, kind: WatchKind, why: Blindness, minutes: u32) -> NoticeText {
    let how = why.word();
    let title = Message::new("notice-unseen-title").with("outlet", own(outlet));
    let body = Message::new("notice-unseen-body")
        .with("outlet", own(outlet))
        .with("kind", own(kind.as_str()))
        .with("how", own(how))
        .with("minutes", minutes.into());
    NoticeText { title, body }
}

/// The trouble is over: "Report is as it should be again since 14:20. The alarm began at 14:02."
pub fn over_notice(outlet: &str, kind: WatchKind, cause: Cause, began: Timestamp, over: Timestamp) -> NoticeText {
    let body = Message::new(match cause {
        Cause::Content => "notice-over-content",
        Cause::Outage => "notice-over-outage",
        Cause::Unseen => "notice-over-unseen",
    });
    NoticeText {
        title: Message::new("notice-over-title").with("outlet", own(outlet)),
        body: body
            .with("outlet", own(outlet))
            .with("kind", own(kind.as_str()))
            .with("over", over.into())
            .with("began", began.into()),
    }
}

/// Sent on request, to see whether an alert arrives.
pub fn test_notice() -> NoticeText {
    NoticeText { title: Message::new("notice-test-title"), body: Message::new("notice-test-body") }
}

/// The same in a few words: "it does not answer".
pub fn outage_headline(how: Outage) -> Message {
    Message::new("headline-outage").with("how", own(how.word()))
}

/// The same in a few words: "we cannot see it: it refuses our looks".
pub fn unseen_headline(why: Blindness) -> Message {
    Message::new("headline-unseen").with("how", own(why.word()))
}

impl Outage {
    /// As the texts choose by.
    fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Error => "error",
            Self::Maintenance => "maintenance",
            Self::Certificate => "certificate",
        }
    }
}

impl Blindness {
    /// As the texts choose by.
    fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::RobotCheck => "robot-check",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::Credential => "credential",
            Self::Opened => "opened",
        }
    }
}

/// What stands on a button.
pub fn button(button: Button) -> Message {
    Message::new(match button {
        Button::Acknowledge => "button-acknowledge",
        Button::Open => "button-open",
        Button::Recheck => "button-recheck",
    })
}

fn fine_or_unknown(fine: bool) -> Arg {
    own(if fine { "fine" } else { "unknown" })
}
