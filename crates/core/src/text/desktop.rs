//! What the tray and the top of the window say, and why the window could not do what it was asked. The window's own
//! labels are in `window.ftl`, which the window reads itself.

use jiff::Timestamp;

use super::cli::Round;
use super::{Message, own};
use crate::exchange::Unreadable;

/// No outlet is configured.
pub fn nothing_watched() -> Message {
    Message::new("standing-empty")
}

/// Nothing is watched, because the configuration can't be used.
pub fn refused() -> Message {
    Message::new("standing-refused")
}

/// Everything was looked at and is as it should be. `only` names the outlet where there is one alone.
pub fn all_well(total: u32, only: &str) -> Message {
    Message::new("standing-normal").with("total", total.into()).with("outlet", own(only))
}

/// The watch has just started, and not every outlet was looked at.
pub fn first_look(total: u32) -> Message {
    Message::new("standing-first-look").with("total", total.into())
}

/// Of some outlets it is not known yet what is normal.
pub fn learning(learning: u32, total: u32) -> Message {
    Message::new("standing-learning").with("learning", learning.into()).with("total", total.into())
}

/// Some outlets are out of the ordinary, not enough for an alarm; what is said of the first.
pub fn suspects(suspects: u32, first: &str, what: Option<&Message>) -> Message {
    let what = what.cloned().unwrap_or_else(|| Message::new("standing-something"));
    Message::new("standing-suspect")
        .with("suspects", suspects.into())
        .with("outlet", own(first))
        .with("what", what.into())
}

/// Something is there that was not published, as one look has it; a second look is under way.
pub fn confirming(outlet: &str) -> Message {
    Message::new("standing-confirming").with("outlet", own(outlet))
}

/// Some outlets can't be seen.
pub fn unseen(unseen: u32, total: u32, first: &str) -> Message {
    Message::new("standing-unseen").with("unseen", unseen.into()).with("total", total.into()).with("outlet", own(first))
}

/// Incidents that are not over; what happened first at the one that matters most.
pub fn alarms(alarms: u32, first: &str, what: Message, since: Timestamp) -> Message {
    Message::new("standing-alarm")
        .with("alarms", alarms.into())
        .with("outlet", own(first))
        .with("what", what.into())
        .with("since", since.into())
}

/// The same, where what happened first happened at several outlets and says which.
pub fn alarms_at_several(alarms: u32, what: Message, since: Timestamp) -> Message {
    Message::new("standing-alarm-several")
        .with("alarms", alarms.into())
        .with("what", what.into())
        .with("since", since.into())
}

/// Alerts are paused.
pub fn paused(until: Option<Timestamp>, alarms: u32) -> Message {
    let message = match until {
        Some(until) => Message::new("standing-paused-until").with("until", until.into()),
        None => Message::new("standing-paused"),
    };
    message.with("alarms", alarms.into())
}

/// What came of a re-check that a person asked for.
pub fn rechecked(round: Round) -> Message {
    if round.total == 0 {
        return Message::new("recheck-nothing");
    }
    let well = round.alarms == 0 && round.suspects == 0 && round.unseen == 0;
    let message = Message::new(if well { "recheck-well" } else { "recheck-done" }).with("total", round.total.into());
    if well {
        return message;
    }
    message
        .with("alarms", round.alarms.into())
        .with("suspects", round.suspects.into())
        .with("unseen", round.unseen.into())
}

/// A line of the tray's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Looks at everything now.
    Recheck,
    /// Opens the window.
    Open,
    /// Raises no alert for an hour.
    PauseHour,
    /// Ends the pause.
    Resume,
    /// Ends the program.
    Quit,
}

/// What a line of the tray's menu says.
pub fn item(item: Item) -> Message {
    Message::new(match item {
        Item::Recheck => "tray-recheck",
        Item::Open => "tray-open",
        Item::PauseHour => "tray-pause-hour",
        Item::Resume => "tray-resume",
        Item::Quit => "tray-quit",
    })
}

/// In front of what is said of the demonstration.
pub fn demonstration(sentence: &str) -> Message {
    Message::new("standing-demonstration").with("sentence", own(sentence))
}

/// In front of how things stand in the tray, where nothing can be written down.
pub fn unwritten(sentence: &str) -> Message {
    Message::new("standing-unwritten").with("sentence", own(sentence))
}

/// A scene of the demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// What is normal is learned.
    Learning,
    /// The first front page is covered.
    Cover,
    /// Three more are.
    Spread,
    /// The admin page of one outlet opens without a login.
    Panel,
    /// Published stories of one outlet are deleted.
    Stories,
    /// A fifth outlet does not answer.
    Outage,
    /// All is restored.
    Restored,
    /// Nothing more is staged.
    Over,
}

/// What is said of a scene of the demonstration.
pub fn scene(scene: Scene) -> Message {
    Message::new(match scene {
        Scene::Learning => "scene-learning",
        Scene::Cover => "scene-cover",
        Scene::Spread => "scene-spread",
        Scene::Panel => "scene-panel",
        Scene::Stories => "scene-stories",
        Scene::Outage => "scene-outage",
        Scene::Restored => "scene-restored",
        Scene::Over => "scene-over",
    })
}

/// There is no tray to stand in.
pub fn no_tray() -> Message {
    Message::new("no-tray")
}

/// The name of a secret is in use: `whose` is the channel or the outlet that it is for.
pub fn credential_taken(name: &str, whose: &str) -> Message {
    Message::new("credential-taken").with("name", own(name)).with("whose", own(whose))
}

/// A file was saved there.
pub fn saved(path: &str) -> Message {
    Message::new("saved").with("path", own(path))
}

/// Why the window could not do what it was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// No unresolved incident has the id.
    NoSuchIncident,
    /// Somebody has the incident already.
    AlreadyTaken,
    /// No such watch.
    NoSuchWatch,
    /// What is there is not what the person was asked about.
    Changed,
    /// Nothing is added to a demonstration.
    Demonstration,
    /// A real alarm is open, and a demonstration would stand before it.
    AlarmFirst,
    /// What stands on the page is in question: what was learned is not taken back.
    InQuestion,
    /// No outlet has the name.
    NoSuchOutlet,
    /// The address is not of the outlet's site.
    Elsewhere,
    /// The watch has ended.
    Stopped,
    /// What was typed is no address.
    NoAddress,
    /// The address is not of the web.
    OtherScheme,
    /// The address has a name or a password in it.
    Password,
    /// The site answers with this status.
    Status(u16),
    /// This outlet watches the address already.
    AlreadyWatched(String),
    /// It was not looked at before, or another site was since.
    NotProposed,
    /// What was to be written does not fit into the configuration, or the file can't be written.
    NotWritten(Message),
    /// A file can't be saved.
    NotSaved {
        /// Where it was to be.
        folder: String,
        /// Why.
        why: Message,
    },
    /// No backup was made.
    NoBackup(Message),
    /// The demonstration can't be started.
    NoDemonstration(Message),
    /// The system opens no browser.
    NotOpened(Message),
    /// A list of outlets that can't be read.
    NoList(Unreadable),
    /// The desktop does not take the setting.
    Autostart(Message),
    /// The store failed.
    Store(Message),
    /// The request can't be read, in the words of what reads it: window and program are of different versions.
    BadRequest(String),
}

/// Why the window could not do what it was asked, in a sentence.
pub fn trouble(trouble: &Trouble) -> Message {
    let with_reason = |id: &str, why: &Message| Message::new(id).with("why", why.clone().into());
    match trouble {
        Trouble::NoSuchIncident => Message::new("trouble-no-such-incident"),
        Trouble::AlreadyTaken => Message::new("trouble-already-taken"),
        Trouble::NoSuchWatch => Message::new("trouble-no-such-watch"),
        Trouble::Changed => Message::new("trouble-changed"),
        Trouble::Demonstration => Message::new("trouble-demonstration"),
        Trouble::AlarmFirst => Message::new("trouble-alarm-first"),
        Trouble::InQuestion => Message::new("trouble-in-question"),
        Trouble::NoSuchOutlet => Message::new("trouble-no-such-outlet"),
        Trouble::Elsewhere => Message::new("trouble-elsewhere"),
        Trouble::Stopped => Message::new("trouble-stopped"),
        Trouble::NoAddress => Message::new("trouble-no-address"),
        Trouble::OtherScheme => Message::new("trouble-other-scheme"),
        Trouble::Password => Message::new("trouble-password"),
        Trouble::Status(status) => {
            let refused = matches!(status, 401 | 403 | 429 | 451);
            let id = if refused { "trouble-refused" } else { "trouble-status" };
            Message::new(id).with("status", u32::from(*status).into())
        }
        Trouble::AlreadyWatched(outlet) => Message::new("trouble-already-watched").with("outlet", own(outlet)),
        Trouble::NotProposed => Message::new("trouble-not-proposed"),
        Trouble::NotWritten(why) => with_reason("trouble-not-written", why),
        Trouble::NotSaved { folder, why } => with_reason("trouble-not-saved", why).with("folder", own(folder)),
        Trouble::NoBackup(why) => with_reason("trouble-no-backup", why),
        Trouble::NoDemonstration(why) => with_reason("trouble-no-demonstration", why),
        Trouble::NotOpened(why) => with_reason("trouble-not-opened", why),
        Trouble::NoList(Unreadable::TooLong) => Message::new("trouble-list-too-long"),
        Trouble::NoList(Unreadable::NoList) => Message::new("trouble-no-list"),
        Trouble::Autostart(why) => with_reason("trouble-autostart", why),
        Trouble::Store(why) => with_reason("trouble-store", why),
        Trouble::BadRequest(why) => Message::new("trouble-bad-request").own("why", why),
    }
}

/// Why a site gives no page to propose an outlet by.
pub fn no_page(why: Message) -> Message {
    Message::new("trouble-no-page").with("why", why.into())
}
