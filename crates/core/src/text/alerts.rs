//! What reaches a person as a notification: the words of its title, its body and its buttons.

use jiff::Timestamp;

use super::{Arg, Message, own, words};
use crate::channel::ChannelId;
use crate::incident::Cause;
use crate::notify::Button;
use crate::verdict::Availability;
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

/// What was there can't be seen: "Report: what was there is hidden behind an error page since 14:20. This is not over."
pub fn hidden_notice(outlet: &str, behind: Availability, since: Timestamp) -> NoticeText {
    let body = Message::new("notice-hidden-body")
        .with("outlet", own(outlet))
        .with("behind", own(words::curtain(behind)))
        .with("since", since.into());
    NoticeText { title: Message::new("notice-hidden-title").with("outlet", own(outlet)), body }
}

/// The same notice of trouble that was there so many times: "… It comes and goes: 3 times since 14:02."
pub fn flapping(notice: NoticeText, times: u32, since: Timestamp) -> NoticeText {
    let body = Message::new("notice-flapping-body")
        .with("body", notice.body.into())
        .with("times", times.into())
        .with("since", since.into());
    NoticeText { body, ..notice }
}

/// The trouble is over: "Report is as it should be again since 14:20. The alarm began at 14:02."
pub fn over_notice(outlet: &str, kind: WatchKind, cause: Cause, began: Timestamp, over: Timestamp) -> NoticeText {
    let body = Message::new(match cause {
        Cause::Content => "notice-over-content",
        Cause::Outage => "notice-over-outage",
        Cause::Unseen => "notice-over-unseen",
        Cause::Reported => "notice-over-reported",
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

/// What several outlets show alike.
#[derive(Debug, Clone, PartialEq)]
pub enum Shared {
    /// A picture.
    Picture,
    /// Something from this host: an attacker's text.
    Host(String),
    /// This title: an attacker's.
    Title(String),
    /// These words: an attacker's.
    Words(String),
    /// The moment, and what is said of each.
    Moment(Message),
    /// Nothing but the moment; what is said of one of them.
    One {
        /// Its name.
        outlet: String,
        /// What is said of it.
        what: Message,
    },
}

/// Several outlets are in the same trouble.
#[derive(Debug, Clone, PartialEq)]
pub struct Several {
    /// How many.
    pub count: u32,
    /// Their publisher, where it is one.
    pub group: Option<String>,
    /// How many outlets the publisher has.
    pub of_group: u32,
    /// What kind of trouble.
    pub cause: Cause,
    /// What they show alike.
    pub shared: Shared,
    /// The first outlet.
    pub first: String,
    /// The others.
    pub others: Vec<String>,
    /// Since when.
    pub since: Timestamp,
    /// Whether this computer's own network is known to be well.
    pub connection_is_fine: bool,
}

/// Of how many other outlets the names are told.
const NAMED: usize = 7;

/// "4 of 6 Global Media Group sites show the same new picture. First Oxu, 14:02. Also Media, Report and 1 more."
pub fn several_notice(it: &Several) -> NoticeText {
    let named: Vec<&str> = it.others.iter().take(NAMED).map(String::as_str).collect();
    let unnamed = u32::try_from(it.others.len() - named.len()).unwrap_or(u32::MAX);
    let body = of_several("notice-several-body", it)
        .with("shared", shared(&it.shared).into())
        .with("first", own(&it.first))
        .with("since", it.since.into())
        .with("named", own(if named.is_empty() { "none" } else { "some" }))
        .with("others", own(&named.join(", ")))
        .with("more", unnamed.into())
        .with("connection", fine_or_unknown(it.connection_is_fine));
    NoticeText { title: of_several("notice-several-title", it), body }
}

/// The same in lists and on top of the window: a sentence without a full stop.
pub fn several_headline(it: &Several) -> Message {
    of_several("headline-several", it).with("shared", shared(&it.shared).into())
}

fn of_several(id: &str, it: &Several) -> Message {
    Message::new(id)
        .with("cause", own(it.cause.as_str()))
        .with("count", it.count.into())
        .with("total", it.of_group.max(it.count).into())
        .with("grouped", own(if it.group.is_some() { "grouped" } else { "apart" }))
        .with("group", own(it.group.as_deref().unwrap_or_default()))
}

fn shared(what: &Shared) -> Message {
    match what {
        Shared::Picture => Message::new("shared-picture"),
        Shared::Host(host) => Message::new("shared-host").with("host", Arg::Foreign(host.clone())),
        Shared::Title(title) => Message::new("shared-title").with("title", Arg::Foreign(title.clone())),
        Shared::Words(words) => Message::new("shared-words").with("words", Arg::Foreign(words.clone())),
        Shared::Moment(what) => Message::new("shared-moment").with("what", what.clone().into()),
        Shared::One { outlet, what } => {
            Message::new("shared-one").with("outlet", own(outlet)).with("what", what.clone().into())
        }
    }
}

/// All of several outlets are well again.
pub fn several_over_notice(
    count: u32,
    group: Option<&str>,
    cause: Cause,
    began: Timestamp,
    over: Timestamp,
) -> NoticeText {
    let with = |id: &str| {
        Message::new(id)
            .with("cause", own(cause.as_str()))
            .with("count", count.into())
            .with("grouped", own(if group.is_some() { "grouped" } else { "apart" }))
            .with("group", own(group.unwrap_or_default()))
    };
    let body = with("notice-several-over-body").with("began", began.into()).with("over", over.into());
    NoticeText { title: with("notice-several-over-title"), body }
}

/// A person reports what was not published: "Report: Nino says that something on the front page was not published."
pub fn reported_notice(outlet: &str, kind: WatchKind, what: Message, since: Timestamp) -> NoticeText {
    let title =
        Message::new("notice-reported-title").with("outlet", own(outlet)).with("place", words::place(kind).into());
    let body = Message::new("notice-reported-body")
        .with("outlet", own(outlet))
        .with("what", what.into())
        .with("since", since.into());
    NoticeText { title, body }
}

/// What a person says of a place: that something there was not published, or in their own words.
pub fn reported(by: &str, kind: WatchKind, said: Option<&str>) -> Message {
    let message = Message::new(if said.is_some() { "reported-words" } else { "reported-by" });
    let message = message.with("by", own(by)).with("place", words::place(kind).into());
    match said {
        Some(said) => message.with("words", own(said)),
        None => message,
    }
}

/// The same trouble is on so many others of the outlet's pages.
pub fn also_on(pages: u32) -> Message {
    Message::new("notice-also-on").with("pages", pages.into())
}

/// A reminder: nobody has taken it.
pub fn nobody_has_it() -> Message {
    Message::new("notice-nobody-has-it")
}

/// Over everything that waited for the morning.
pub fn morning_title(count: u32) -> Message {
    Message::new("notice-morning-title").with("count", count.into())
}

/// So many others are not named.
pub fn and_more(count: u32) -> Message {
    Message::new("notice-and-more").with("count", count.into())
}

/// Sent on request, to see whether an alert arrives.
pub fn test_notice() -> NoticeText {
    NoticeText { title: Message::new("notice-test-title"), body: Message::new("notice-test-body") }
}

/// A far end has accepted the test.
pub fn test_arrived(channel: &ChannelId) -> Message {
    Message::new("test-arrived").with("kind", own(channel.kind()))
}

/// A far end has not accepted the test.
pub fn test_failed(why: Message) -> Message {
    Message::new("test-failed").with("why", why.into())
}

/// The same in a few words: "it does not answer"; of a watch that is none of a front page's: "the feed does not answer".
pub fn outage_headline(kind: WatchKind, how: Outage) -> Message {
    Message::new("headline-outage").with("kind", own(kind.as_str())).with("how", own(how.word()))
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
