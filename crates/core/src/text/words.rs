//! The words that window, alerts and command line share: verdicts, kinds, states, and why a look failed.

use jiff::Timestamp;

use super::{Arg, Message, own};
use crate::channel::ChannelId;
use crate::incident::step::Held;
use crate::incident::{Resolution, State};
use crate::notify::Reason;
use crate::observation::{FailureKind, Stage};
use crate::verdict::{Availability, Verdict};
use crate::watch::WatchKind;

/// What a person set aside, and is still on the page.
pub fn set_aside() -> Message {
    Message::new("verdict-set-aside")
}

/// A verdict, in a word or two.
pub fn verdict(verdict: Verdict) -> Message {
    Message::new(match verdict {
        Verdict::Learning => "verdict-learning",
        Verdict::Normal => "verdict-normal",
        Verdict::Suspect => "verdict-suspect",
        Verdict::Alarm => "verdict-alarm",
        Verdict::Inconclusive => "verdict-inconclusive",
    })
}

/// A kind of watch, as a heading or in a table: "front page".
pub fn kind(kind: WatchKind) -> Message {
    Message::new(match kind {
        WatchKind::Homepage => "kind-homepage",
        WatchKind::Admin => "kind-admin",
        WatchKind::Feed => "kind-feed",
        WatchKind::Article => "kind-article",
        WatchKind::Tls => "kind-tls",
        WatchKind::Dns => "kind-dns",
    })
}

/// A kind of watch, within a sentence: "the front page".
pub fn place(kind: WatchKind) -> Message {
    Message::new(match kind {
        WatchKind::Homepage => "place-homepage",
        WatchKind::Admin => "place-admin",
        WatchKind::Feed => "place-feed",
        WatchKind::Article => "place-article",
        WatchKind::Tls => "place-tls",
        WatchKind::Dns => "place-dns",
    })
}

/// Where an incident is in its life: "somebody has it".
pub fn state(state: &State) -> Message {
    Message::new(match state {
        State::Open => "state-open",
        State::Acknowledged { .. } => "state-acknowledged",
        State::Resolved { resolution, .. } => return resolved(*resolution),
    })
}

/// It is not over, and nobody looks there any more.
pub fn rests() -> Message {
    Message::new("state-rests")
}

/// Nothing ever happened.
pub fn no_incidents() -> Message {
    Message::new("no-incidents")
}

/// Somebody has put it off until then.
pub fn put_off(until: Timestamp) -> Message {
    Message::new("state-put-off").with("until", until.into())
}

/// Somebody put it off, at some time.
pub fn was_put_off() -> Message {
    Message::new("moment-put-off")
}

/// It opened.
pub fn opened() -> Message {
    Message::new("moment-opened")
}

/// Who did something, where the system has no name for them.
pub fn somebody() -> Message {
    Message::new("somebody")
}

/// It opened because a person reported it.
pub fn reported() -> Message {
    Message::new("moment-reported")
}

/// It ended like this.
pub fn resolved(resolution: Resolution) -> Message {
    Message::new(match resolution {
        Resolution::Ours => "state-resolved-ours",
        Resolution::Recovered => "state-resolved-recovered",
        Resolution::Dismissed => "state-resolved-dismissed",
    })
}

/// A channel, as a store names it.
pub(super) fn channel(stored: &str) -> Arg {
    match ChannelId::from_stored(stored) {
        Some(channel) => Message::new("channel")
            .with("kind", own(channel.kind()))
            .with("name", own(channel.name().unwrap_or_default()))
            .into(),
        // One of a later version.
        None => own(stored),
    }
}

/// It was told on this channel.
pub fn told_on(channel: &str, title: &str) -> Message {
    Message::new("moment-told").with("channel", self::channel(channel)).with("title", own(title))
}

/// It was not told on this channel, as something later took its place.
pub fn withdrawn_on(channel: &str, title: &str) -> Message {
    Message::new("moment-withdrawn").with("channel", self::channel(channel)).with("title", own(title))
}

/// It is still to be told on this channel.
pub fn waits_on(channel: &str, title: &str) -> Message {
    Message::new("moment-waits").with("channel", self::channel(channel)).with("title", own(title))
}

/// It could not be told on this channel, and is tried again.
pub fn failed_on(channel: &str, title: &str, why: Message) -> Message {
    Message::new("moment-failed")
        .with("channel", self::channel(channel))
        .with("title", own(title))
        .with("why", why.into())
}

/// Nobody was told.
pub fn silent() -> Message {
    Message::new("moment-silent")
}

/// Nobody was told, for this reason.
pub fn silent_because(why: Message) -> Message {
    Message::new("moment-silent-because").with("why", why.into())
}

/// Why nobody was told: "alerts were paused".
pub fn why_silent(reason: Reason) -> Message {
    Message::new(match reason {
        Reason::NotUrgent => "why-not-urgent",
        Reason::AlreadyTold => "why-already-told",
        Reason::DoneByAPerson => "why-done-by-a-person",
        Reason::Gathered => "why-gathered",
        Reason::OthersOpen => "why-others-open",
        Reason::Paused => "why-paused",
        Reason::OutletPaused => "why-outlet-paused",
        Reason::Snoozed => "why-snoozed",
        Reason::QuietHours => "why-quiet-hours",
        Reason::Offline => "why-offline",
    })
}

/// Why a look failed: "the connection was refused".
pub fn failure(kind: FailureKind) -> Message {
    Message::new(match kind {
        FailureKind::NoSuchName => "failure-no-such-name",
        FailureKind::DnsFailed => "failure-dns-failed",
        FailureKind::TimedOut => "failure-timed-out",
        FailureKind::Refused => "failure-refused",
        FailureKind::Dropped => "failure-dropped",
        FailureKind::Unreachable => "failure-unreachable",
        FailureKind::Untrusted => "failure-untrusted",
        FailureKind::Tls => "failure-tls",
        FailureKind::NotHttp => "failure-not-http",
        FailureKind::TooManyRedirects => "failure-too-many-redirects",
        FailureKind::BadRedirect => "failure-bad-redirect",
        FailureKind::TooLarge => "failure-too-large",
        FailureKind::BadEncoding => "failure-bad-encoding",
        FailureKind::Proxy => "failure-proxy",
        FailureKind::Local => "failure-local",
        FailureKind::NoCredential => "failure-no-credential",
        FailureKind::ForeignCredential => "failure-foreign-credential",
        FailureKind::NoKeychain => "failure-no-keychain",
    })
}

/// The step at which a look failed: "while connecting".
pub fn stage(stage: Stage) -> Message {
    Message::new(match stage {
        Stage::Credential => "stage-credential",
        Stage::Dns => "stage-dns",
        Stage::Connect => "stage-connect",
        Stage::Headers => "stage-headers",
        Stage::Body => "stage-body",
        Stage::Decode => "stage-decode",
        Stage::Redirect => "stage-redirect",
    })
}

/// Why and where a look failed: "no answer in time (while connecting)".
pub fn failed_look(kind: FailureKind, at: Stage) -> Message {
    Message::new("failed-look").with("failure", failure(kind).into()).with("stage", stage(at).into())
}

/// That a page is as it should be.
pub fn as_it_should_be() -> Message {
    Message::new("as-it-should-be")
}

/// That judging a page failed by a fault of this program.
pub fn judging_failed() -> Message {
    Message::new("failure-judging")
}

/// That a look ended on this computer's own network.
pub fn own_network() -> Message {
    Message::new("failure-own-network")
}

/// An earlier version of a baseline was taken as the one that counts.
pub fn version_rolled_back(version: u64) -> Message {
    Message::new("version-rolled-back").with("version", Arg::Number(version as f64))
}

/// The message of a version in which all was forgotten.
pub const FORGOTTEN: &str = "version-forgotten";

/// Why there is a version of what is normal: a person forgot all that was learned.
pub fn version_forgotten() -> Message {
    Message::new(FORGOTTEN)
}

/// A baseline counted a page that it knew.
pub fn version_counted() -> Message {
    Message::new("version-counted")
}

/// A baseline was learned again from captures.
pub fn version_relearned() -> Message {
    Message::new("version-relearned")
}

/// Who has an incident: "nino has it".
pub fn taken_by(by: &str) -> Message {
    Message::new("state-taken-by").with("by", own(by))
}

/// How many published stories no longer open, all of them of today or not: "37 stories published today no longer open".
/// `title` is what the feed calls the first of them.
pub fn stories_deleted(count: u32, today: bool, title: &str) -> Message {
    Message::new("stories-deleted")
        .with("count", count.into())
        .with("today", own(if today { "today" } else { "earlier" }))
        .with("title", Arg::Foreign(title.to_owned()))
}

/// What befell a published story, of `count` that something befell: "\"Title\": its text was rewritten (3 stories in all)".
pub fn story_in_trouble(title: &str, what: Message, count: u32) -> Message {
    Message::new("stories-other")
        .with("count", count.into())
        .with("title", Arg::Foreign(title.to_owned()))
        .with("what", what.into())
}

/// That readers may be shown another front page than the program that watches: `differed` of the latest `looks`.
pub fn readers_differ(differed: u32, looks: u32) -> Message {
    Message::new("readers-differ").with("differed", differed.into()).with("looks", looks.into())
}

/// That not every look at this watch saw the trouble: `differed` of the latest `looks` did. What one server of several shows,
/// some readers see.
pub fn looks_differ(kind: WatchKind, differed: u32, looks: u32) -> Message {
    Message::new("looks-differ")
        .with("kind", own(kind.as_str()))
        .with("differed", differed.into())
        .with("looks", looks.into())
}

/// A suspicion that has stood for so long: "unusual for 5 minutes: a new script stands in the page".
pub fn lasting_suspicion(minutes: u32, what: Message) -> Message {
    Message::new("lasting-suspicion").with("minutes", minutes.into()).with("what", what.into())
}

/// Why a troubling look was not told: "a second look did not see it".
pub fn held(held: Held) -> Message {
    Message::new(match held {
        Held::Unconfirmed => "held-unconfirmed",
        Held::Differed => "held-differed",
        Held::NotYetLasting => "held-not-yet-lasting",
        Held::SetAside => "held-set-aside",
        Held::TooFewFailures => "held-too-few-failures",
        Held::NotYetUnseen => "held-not-yet-unseen",
        Held::OwnNetwork => "held-own-network",
        Held::SiteIsGone => "held-site-is-gone",
        Held::HiddenAlarm => "held-hidden-alarm",
        Held::OutageTold => "held-outage-told",
        Held::Planned => "held-planned",
    })
}

/// Looks that saw something and told nobody, and why: "there is another title (3 looks): a second look did not see it".
pub fn untold(what: Message, looks: u32, why: Held) -> Message {
    Message::new("untold").with("what", what.into()).with("looks", looks.into()).with("why", held(why).into())
}

/// Nothing was seen and not told.
pub fn no_untold() -> Message {
    Message::new("untold-none")
}

/// What was there can't be seen: "hidden behind an error page since 14:20".
pub fn hidden(behind: Availability, since: Timestamp) -> Message {
    Message::new("hidden-since").with("behind", own(curtain(behind))).with("since", since.into())
}

/// What hides a page, as the texts choose by.
pub(super) fn curtain(behind: Availability) -> &'static str {
    match behind {
        Availability::Maintenance => "maintenance",
        Availability::RobotCheck => "robot-check",
        Availability::Refused => "refused",
        Availability::Error => "error",
        Availability::Up | Availability::Unreachable => "silent",
    }
}
