//! What `frontwatch doctor` found of each thing that an alert depends on.

use jiff::SignedDuration;

use super::{Arg, Message, errors, own, words};
use crate::channel::ChannelId;

/// A file for a report was made.
pub fn bundle_made(file: &str) -> Message {
    Message::new("bundle-made").with("file", own(file))
}

/// What is in it.
pub fn bundle_holds() -> Message {
    Message::new("bundle-holds")
}

/// What is left out of it.
pub fn bundle_lacks() -> Message {
    Message::new("bundle-lacks")
}

/// The file could not be made.
pub fn bundle_failed(file: &str, why: &std::io::Error) -> Message {
    Message::new("bundle-failed").with("file", own(file)).with("why", errors::system(why).into())
}

/// How well a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It works.
    Ok,
    /// It works without.
    Note,
    /// An alert may not reach anybody.
    Trouble,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 3] = [Self::Ok, Self::Note, Self::Trouble];
}

/// The word that a finding begins with.
pub fn mark(mark: Mark) -> Message {
    Message::new(match mark {
        Mark::Ok => "doctor-ok",
        Mark::Note => "doctor-note",
        Mark::Trouble => "doctor-trouble",
    })
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// The configuration.
    Configuration,
    /// The store.
    Store,
    /// The alerts that are to be sent.
    Outbox,
    /// The notification server of the desktop.
    Notifications,
    /// A test alert by this channel.
    Test(ChannelId),
    /// The tray of the desktop.
    Tray,
    /// The keychain.
    Keychain,
    /// The way to the outlets.
    Network,
    /// This computer's clock.
    Clock,
}

/// What the thing is called.
pub fn thing(thing: &Thing) -> Message {
    Message::new(match thing {
        Thing::Configuration => "doctor-configuration",
        Thing::Store => "doctor-store",
        Thing::Outbox => "doctor-outbox",
        Thing::Notifications => "doctor-notifications",
        Thing::Tray => "doctor-tray",
        Thing::Keychain => "doctor-keychain",
        Thing::Network => "doctor-network",
        Thing::Clock => "doctor-clock",
        Thing::Test(channel) => {
            return Message::new("doctor-test")
                .with("kind", own(channel.kind()))
                .with("name", own(channel.name().unwrap_or_default()));
        }
    })
}

fn count(count: usize) -> Arg {
    Arg::Number(count as f64)
}

/// The configuration can be read, and names this much.
pub fn named(file: &str, outlets: usize, addresses: usize) -> Message {
    Message::new("doctor-named")
        .with("file", own(file))
        .with("outlets", count(outlets))
        .with("addresses", count(addresses))
}

/// Others on this computer can read the configuration.
pub fn open_to_others(file: &str) -> Message {
    Message::new("doctor-open-to-others").own("file", file)
}

/// The store's folder can be written.
pub fn writable(folder: &str) -> Message {
    Message::new("doctor-writable").with("folder", own(folder))
}

/// There is no store yet, so that no alert was ever made.
pub fn nothing_ever() -> Message {
    Message::new("doctor-nothing-ever")
}

/// Every alert was sent.
pub fn none_waits() -> Message {
    Message::new("doctor-none-waits")
}

/// Alerts that could not be sent, each made by [`waiting_by`].
pub fn waiting(which: Vec<Message>) -> Message {
    Message::new("doctor-waiting").with("which", Arg::Several(which))
}

/// How many alerts wait for a channel, as a store names it, and why; without a reason none was tried yet.
pub fn waiting_by(channel: &str, alerts: usize, why: Option<Message>) -> Message {
    Message::new("doctor-waiting-by")
        .with("channel", words::channel(channel))
        .with("count", count(alerts))
        .with("why", why.unwrap_or_else(|| Message::new("doctor-not-tried")).into())
}

/// A notification server answers, and shows buttons or does not.
pub fn server(name: &str, version: &str, vendor: &str, buttons: bool) -> Message {
    Message::new("doctor-server")
        .with("name", own(name))
        .with("version", own(version))
        .with("vendor", own(vendor))
        .with("buttons", own(if buttons { "shown" } else { "none" }))
}

/// No notification server answers.
pub fn no_server(why: Message) -> Message {
    Message::new("doctor-no-server").with("why", why.into())
}

/// Whether there is a tray is known to another program.
pub fn tray_elsewhere() -> Message {
    Message::new("doctor-tray-elsewhere")
}

/// The keychain does not answer, and does not have to.
pub fn keychain_unneeded(why: Message) -> Message {
    Message::new("doctor-keychain-unneeded").with("why", why.into())
}

/// How many credentials the keychain holds, and how many times the configuration names one.
pub fn keychain_answers(kept: usize, named: usize) -> Message {
    Message::new("doctor-keychain-answers").with("kept", count(kept)).with("named", count(named))
}

/// A credential is for another site or server than the one that asks for it, with what cannot be done without it.
pub fn credential(name: &str, origin: &str, without: Message) -> Message {
    Message::new("doctor-credential")
        .with("name", own(name))
        .with("origin", own(origin))
        .with("without", without.into())
}

/// Without its credential an address cannot be looked at.
pub fn no_look(address: &str) -> Message {
    Message::new("doctor-no-look").with("address", own(address))
}

/// Without its credential a channel sends nothing.
pub fn no_alert(channel: &ChannelId) -> Message {
    Message::new("doctor-no-alert").with("channel", words::channel(&channel.to_string()))
}

/// Which outlets answer: this many do, and the silent ones, each said by [`silent`] already, do not.
pub fn network(answered: usize, silent: &[String]) -> Message {
    let outlets = || own(&silent.join(", "));
    match (answered, silent.is_empty()) {
        (_, true) => Message::new("doctor-all-answer").with("count", count(answered)),
        (0, false) => Message::new("doctor-none-answers").with("outlets", outlets()),
        (_, false) => Message::new("doctor-some-answer").with("count", count(answered)).with("outlets", outlets()),
    }
}

/// An outlet that does not answer, and why.
pub fn silent(outlet: &str, why: Message) -> Message {
    Message::new("doctor-silent").with("outlet", own(outlet)).with("why", why.into())
}

/// Nothing is known of this computer's clock.
pub fn no_time() -> Message {
    Message::new("doctor-no-time")
}

/// This computer's clock is right.
pub fn clock_agrees() -> Message {
    Message::new("doctor-clock-agrees")
}

/// This computer's clock is wrong by so much, in whole minutes, hours or days.
pub fn clock_off(by: SignedDuration) -> Message {
    let by = by.abs();
    let (id, amount) = match (by.as_mins(), by.as_hours()) {
        (minutes, ..2) => ("doctor-minutes", minutes),
        (_, hours @ ..48) => ("doctor-hours", hours),
        (_, hours) => ("doctor-days", hours / 24),
    };
    Message::new("doctor-clock-off").with("span", Message::new(id).with("count", Arg::Number(amount as f64)).into())
}
