//! What the command line says: the words of its tables, its progress, and its happenings.

use jiff::Timestamp;
use serde::Serialize;

use super::{Arg, Message, own, words};
use crate::channel::ChannelId;
use crate::incident::State;
use crate::network::{Assessment, Why};

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The outlet's name.
    Outlet,
    /// The kind of the watch.
    Watch,
    /// Its address.
    Address,
    /// What the last look said.
    Verdict,
    /// When that was.
    LastLook,
    /// The reason.
    What,
}

/// The heading of a column.
pub fn column(column: Column) -> Message {
    Message::new(match column {
        Column::Outlet => "column-outlet",
        Column::Watch => "column-watch",
        Column::Address => "column-address",
        Column::Verdict => "column-verdict",
        Column::LastLook => "column-last-look",
        Column::What => "column-what",
    })
}

/// In place of the last look of a watch that was never looked at.
pub fn never_looked() -> Message {
    Message::new("never-looked")
}

/// In place of the reason of a `normal` verdict.
pub fn nothing_unusual() -> Message {
    Message::new("nothing-unusual")
}

/// In place of the reason of a `normal` verdict while an incident is not over: that takes a second good look.
pub fn almost_over() -> Message {
    Message::new("almost-over")
}

/// In place of the reason of a `learning` verdict.
pub fn learning_so_far() -> Message {
    Message::new("learning-so-far")
}

/// In place of the reason of an `inconclusive` verdict without one.
pub fn no_judgement() -> Message {
    Message::new("no-judgement")
}

/// Of published stories only those that are out of the ordinary have a row; this many others were looked at.
pub fn ordinary_stories(count: u32) -> Message {
    Message::new("ordinary-stories").with("count", count.into())
}

/// What came of one round over every watch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// How many watches were looked at.
    pub total: u32,
    /// How many of them are in alarm.
    pub alarms: u32,
    /// How many are suspect.
    pub suspects: u32,
    /// How many could not be seen.
    pub unseen: u32,
}

/// The last line of one round: "12 watches: no alarm, 1 suspect, 0 that we cannot see."
pub fn round(round: Round) -> Message {
    Message::new("round-done")
        .with("total", round.total.into())
        .with("alarms", round.alarms.into())
        .with("suspects", round.suspects.into())
        .with("unseen", round.unseen.into())
}

/// The first line of the live watch.
pub fn watching(addresses: u32) -> Message {
    Message::new("watching-now").with("total", addresses.into())
}

/// The configuration names no outlet.
pub fn nothing_configured(file: &str) -> Message {
    Message::new("nothing-configured").with("file", own(file))
}

/// A name on the command line is no outlet's.
pub fn no_such_outlet(name: &str, file: &str) -> Message {
    Message::new("no-such-outlet").with("name", own(name)).with("file", own(file))
}

/// The last line of the live watch.
pub fn stopped() -> Message {
    Message::new("stopped")
}

/// In place of the verdict of a kind of watch that is configured and not built yet.
pub fn not_watched_by_this_version() -> Message {
    Message::new("not-watched-by-this-version")
}

/// A time in which nobody looked.
pub fn not_watched(from: Timestamp, to: Timestamp) -> Message {
    Message::new("not-watched-between").with("from", from.into()).with("to", to.into())
}

/// The configuration was changed into one that cannot be used.
pub fn configuration_kept(file: &str, why: Message) -> Message {
    Message::new("configuration-kept").with("file", own(file)).with("why", why.into())
}

/// Files of the folder of unwanted pictures, or the folder itself, could not be read.
pub fn pictures_unread(files: &[String]) -> Message {
    let named = files.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
    Message::new("pictures-unread").with("count", Arg::Number(files.len() as f64)).with("files", own(&named))
}

/// There are more unwanted pictures than are read.
pub fn pictures_too_many(most: usize) -> Message {
    Message::new("pictures-too-many").with("most", Arg::Number(most as f64))
}

/// The configuration cannot be used when the watch starts; the reason names the file.
pub fn configuration_unusable(why: Message) -> Message {
    Message::new("configuration-unusable").with("why", why.into())
}

/// What was found wrong with the store when it was opened, and mended.
pub fn store_mended(what: Message) -> Message {
    Message::new("store-mended").with("what", what.into())
}

/// The store failed; the watch goes on.
pub fn store_trouble(why: Message) -> Message {
    Message::new("store-trouble").with("why", why.into())
}

/// The store failed before, and works again.
pub fn store_works() -> Message {
    Message::new("store-works")
}

/// This program broke down at a look at an outlet's page.
pub fn look_trouble(outlet: &str) -> Message {
    Message::new("look-trouble").with("outlet", own(outlet))
}

/// A part of the watch broke down; `part` is for whoever reads a report of it.
pub fn part_trouble(part: &str) -> Message {
    Message::new("part-trouble").with("part", own(part))
}

/// Judging an outlet's page panicked.
pub fn judging_trouble(outlet: &str) -> Message {
    Message::new("judging-trouble").with("outlet", own(outlet))
}

/// The configuration was changed, and is used.
pub fn configuration_reloaded(file: &str, added: u32, changed: u32, removed: u32) -> Message {
    Message::new("configuration-reloaded")
        .with("file", own(file))
        .with("added", added.into())
        .with("changed", changed.into())
        .with("removed", removed.into())
}

/// Another process holds the data directory; `holder` names it.
pub fn nothing_stored(holder: Message) -> Message {
    Message::new("nothing-stored").with("holder", holder.into())
}

/// The disk takes nothing of a single look; `why` says what is wrong with it.
pub fn nothing_kept(why: Message) -> Message {
    Message::new("nothing-kept").with("why", why.into())
}

/// Nor could be read what was known before a single look.
pub fn nothing_known(why: Message) -> Message {
    Message::new("nothing-known").with("why", why.into())
}

/// In place of the process that holds the data directory, where that is not known.
pub fn another_holder() -> Message {
    Message::new("another-holder")
}

/// The process that holds the data directory.
pub fn holder(program: &str, pid: u32, since: Timestamp) -> Message {
    Message::new("holder").with("program", own(program)).own("pid", pid).with("since", since.into())
}

/// How this computer is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// To the internet.
    Online,
    /// Not at all.
    Offline,
    /// To a portal that wants a login first.
    Captive,
}

/// This computer's connection changed.
pub fn network(network: Network) -> Message {
    Message::new(match network {
        Network::Online => "network-online",
        Network::Offline => "network-offline",
        Network::Captive => "network-captive",
    })
}

/// By what this computer was found to be without a network; nothing where it was not.
pub fn network_why(assessment: Assessment) -> Option<Message> {
    let id = match (assessment.network, assessment.why) {
        (Network::Online, _) | (_, Why::OthersAnswer | Why::ProbeAnswers | Why::Nothing) => return None,
        (Network::Offline, Why::System) => "network-why-system-offline",
        (Network::Captive, Why::System) => "network-why-system-captive",
        (_, Why::ProbeCaught) => "network-why-probe-caught",
        (_, Why::StrangersAnswer) => "network-why-strangers",
        (_, Why::ProbesSilent) => "network-why-probes-silent",
        (_, Why::HostsSilent) => "network-why-hosts-silent",
    };
    Some(Message::new(id))
}

/// Of two ways to the internet only the one through the proxy is away.
pub fn proxy_out(why: Message) -> Message {
    Message::new("network-proxy-out").with("why", why.into())
}

/// What came of the first round after a time that was not watched.
pub fn caught_up(round: Round) -> Message {
    let well = (round.alarms, round.suspects, round.unseen) == (0, 0, 0);
    let message =
        Message::new(if well { "caught-up-well" } else { "caught-up-done" }).with("total", round.total.into());
    if well {
        return message;
    }
    message
        .with("alarms", round.alarms.into())
        .with("suspects", round.suspects.into())
        .with("unseen", round.unseen.into())
}

/// Looks are made half as often, as every one is paid for.
pub fn metered_slower() -> Message {
    Message::new("metered-slower")
}

/// A line for an incident that opened, was acknowledged or is over.
pub fn incident(outlet: &str, what: Message, state: &State, opened: Timestamp) -> Message {
    match state {
        State::Open => Message::new("incident-opened").with("what", what.into()).with("at", opened.into()),
        State::Acknowledged { at, by } => {
            Message::new("incident-acknowledged").with("by", own(by)).with("at", (*at).into())
        }
        State::Resolved { at, .. } => {
            Message::new("incident-resolved").with("how", words::state(state).into()).with("at", (*at).into())
        }
    }
    .with("outlet", own(outlet))
}

/// A notice was not accepted by the desktop. Its title is already said.
pub fn notice_not_delivered(title: &str, why: Message) -> Message {
    Message::new("notice-not-delivered").with("title", own(title)).with("why", why.into())
}

/// A webhook or a mail server does not take alerts. Which one is told by its kind and its name.
pub fn channel_fails(channel: &ChannelId, why: Message) -> Message {
    Message::new("channel-fails")
        .with("kind", own(channel.kind()))
        .with("name", own(channel.name().unwrap_or_default()))
        .with("why", why.into())
}

/// An approval came to nothing: the page has become another since the person was asked.
pub fn approval_changed(outlet: &str) -> Message {
    Message::new("approval-changed").with("outlet", own(outlet))
}

/// An approval came to nothing: the page was not there to be looked at.
pub fn not_approved(outlet: &str) -> Message {
    Message::new("not-approved").with("outlet", own(outlet))
}

/// What a person is told of what was learned, and of what they do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned<'a> {
    /// The outlet has no watch at the address that was given.
    NoSuchAddress(&'a str),
    /// One of these addresses, already listed, is to be chosen.
    SeveralAddresses(&'a str),
    /// The heading of a comparison: the address, the earlier version and the later.
    Compared(&'a str, u64, u64),
    /// Nothing that can be said differs between the two versions.
    Same,
    /// There is no version before this one to compare it with.
    First(&'a str, u64),
    /// A version counts again, as a new one of this number.
    CountsAgain(&'a str, u64, u64),
    /// What was learned of an address is forgotten.
    Forgotten(&'a str),
    /// The heading of what stood on the page.
    Before,
    /// The heading of what stands there now.
    Now,
    /// Whether the newsroom published what is different.
    Publish,
    /// Nobody is there to answer that.
    Nobody,
    /// They said no.
    Nothing,
    /// The page at this address is normal from now on.
    Normal(&'a str),
    /// The incident of this id is over with that.
    Over(&'a str),
}

/// What a person is told of what was learned.
pub fn learned(learned: Learned<'_>) -> Message {
    let of = |id, address| Message::new(id).with("address", own(address));
    let version = |version: u64| Arg::Number(version as f64);
    match learned {
        Learned::NoSuchAddress(outlet) => Message::new("no-such-address").with("outlet", own(outlet)),
        Learned::SeveralAddresses(all) => Message::new("several-addresses").with("addresses", own(all)),
        Learned::Compared(address, from, to) => {
            of("compared", address).with("from", version(from)).with("to", version(to))
        }
        Learned::Same => Message::new("compared-same"),
        Learned::First(address, first) => of("compared-first", address).with("version", version(first)),
        Learned::CountsAgain(address, again, newest) => {
            of("counts-again", address).with("version", version(again)).with("newest", version(newest))
        }
        Learned::Forgotten(address) => of("forgotten", address),
        Learned::Before => Message::new("approve-before"),
        Learned::Now => Message::new("approve-now"),
        Learned::Publish => Message::new("approve-publish"),
        Learned::Nobody => Message::new("approve-nobody"),
        Learned::Nothing => Message::new("approve-nothing"),
        Learned::Normal(address) => of("approve-normal", address),
        Learned::Over(incident) => Message::new("approve-over").with("incident", own(incident)),
    }
}
