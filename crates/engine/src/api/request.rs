//! What the window may ask for, and what it gets: one closed list, so that the shell, the browser host and the window
//! can't drift apart. TypeScript types are generated from these.

use frontwatch_core::incident::IncidentId;
use frontwatch_core::incident::dismissal::Why;
use frontwatch_core::text::Speech;
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::changed::PartView;
use super::editing::OutletDraft;
use super::happening::milliseconds;
use super::history::{Find, History};
use super::importing::{ListForm, ListView};
use super::incident::IncidentView;
use super::normal::Portrait;
use super::outlet::OutletDetails;
use super::overview::Overview;
use super::settings::{Change, Fault, SettingsView};
use super::untold::Untold;
use crate::notify::Tested;

/// Something that the window asks for. Everything is answered with how things stand afterwards, but a look at a site
/// that is to be added, a report, a test alert, the settings, and the window's words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export_to = "types.ts")]
pub enum Request {
    /// How everything stands.
    Overview,
    /// The window's words, in the reader's languages.
    Texts,
    /// Look now at the watches of these outlets, at all if none is named.
    Recheck {
        /// Their names.
        outlets: Vec<String>,
    },
    /// "I've got it".
    Acknowledge {
        /// The incident.
        incident: IncidentId,
    },
    /// Puts an incident off, with those told together with it: no reminder for so long.
    Snooze {
        /// The incident.
        incident: IncidentId,
        /// How long.
        minutes: u32,
    },
    /// "This is nothing": the incident is over.
    Dismiss {
        /// The incident.
        incident: IncidentId,
        /// Why, if a person said so.
        why: Option<Why>,
    },
    /// Leaves out the part of an outlet's pages that was proposed after alarms alike that were set aside. Only after a
    /// person's yes.
    LeaveOut {
        /// The incident with which it was proposed.
        incident: IncidentId,
        /// What was proposed.
        selector: String,
    },
    /// What happened of an incident, who was told and who was not, and why.
    Timeline {
        /// The incident.
        incident: IncidentId,
    },
    /// Everything that is known of one incident, also of one that was over long ago.
    Incident {
        /// The incident.
        incident: IncidentId,
    },
    /// Writes what the newsroom's people are told to do into the configuration.
    SetRunbook {
        /// One step a line; empty: what the program says by itself.
        text: String,
    },
    /// All that is known of an outlet: what it learned, how long it took to answer, how often it was there.
    Outlet {
        /// The outlet's name.
        outlet: String,
    },
    /// "Why was I not told?": what looks at an outlet saw without anybody being told.
    Untold {
        /// The outlet's name.
        outlet: String,
    },
    /// What has happened: incidents, the latest to open first.
    History {
        /// Which of them.
        find: Find,
    },
    /// "We didn't publish this": opens an incident for what a person sees.
    Report {
        /// The outlet's name.
        outlet: String,
        /// Where, as a person typed it; none: on its front page.
        address: Option<String>,
        /// What they say of it.
        words: Option<String>,
    },
    /// "This was us": what is there now becomes normal, and its alarm is over. Asked for after a second question.
    Approve {
        /// The watch.
        watch: WatchId,
        /// What was asked: of the anomaly.
        question: String,
    },
    /// What was learned of these watches was learned wrongly: they learn anew. Only after a person's yes.
    Forget {
        /// The watches.
        watches: Vec<WatchId>,
    },
    /// Lets an earlier version of what was learned count again. Only after a person's yes.
    CountAgain {
        /// The watch.
        watch: WatchId,
        /// The version, as the outlet's page lists them.
        version: u32,
        /// The latest version of that list.
        latest: u32,
    },
    /// Looks at a site, and proposes its outlet.
    Propose {
        /// As a person typed it.
        address: String,
    },
    /// Asks a proposed site for its login page and its feed at the well-known places. Only after a person's yes.
    Probe {
        /// The front page's address, as proposed.
        homepage: String,
    },
    /// What was proposed last, once more: the language may be another. Nothing is asked of the site.
    Proposed {
        /// The front page's address, as proposed.
        homepage: String,
    },
    /// Writes a proposed outlet into the configuration.
    Add {
        /// The front page's address, as proposed.
        homepage: String,
        /// The outlet's name.
        name: String,
        /// Its publisher.
        group: Option<String>,
    },
    /// What a list of outlets comes to: OPML, CSV, what changedetection.io exports, or one address on each line.
    ReadList {
        /// The list.
        text: String,
    },
    /// Adds what is new of a list. Only after a person's yes.
    AddList {
        /// The list, as it was read.
        text: String,
    },
    /// The outlets as a list for another program.
    ExportList {
        /// In this form.
        form: ListForm,
    },
    /// Saves the outlets as a list where the desktop puts downloads.
    SaveList {
        /// In this form.
        form: ListForm,
    },
    /// Saves all that is known of one incident, as text, where the desktop puts downloads.
    SaveReport {
        /// The incident.
        incident: IncidentId,
    },
    /// Saves a backup of everything, the store and the configuration, where the desktop puts downloads.
    SaveBackup,
    /// Changes what an outlet is called, where it is, and what of it is watched. Answered as a change of the settings is.
    ChangeOutlet {
        /// The outlet's name.
        outlet: String,
        /// As it is to be.
        draft: Box<OutletDraft>,
    },
    /// Watches an outlet no more: takes it out of the configuration. Only after a person's yes.
    RemoveOutlet {
        /// The outlet's name.
        outlet: String,
    },
    /// Puts the outlet back that was removed last.
    PutBack {
        /// The outlet's name.
        outlet: String,
    },
    /// Which parts of an outlet's pages changed lately and can be ignored.
    PartsChanged {
        /// The outlet's name.
        outlet: String,
    },
    /// Ignores one more part of an outlet's pages.
    IgnorePart {
        /// The outlet's name.
        outlet: String,
        /// The part, as a CSS selector.
        selector: String,
    },
    /// Watches a part of an outlet's pages again that is ignored. Only after a person's yes.
    WatchPart {
        /// The outlet's name.
        outlet: String,
        /// The part, as the configuration has it.
        selector: String,
    },
    /// Raises no alert of an outlet for a while.
    PauseOutlet {
        /// The outlet's name.
        outlet: String,
        /// How long; none: until a person resumes.
        minutes: Option<u32>,
    },
    /// Ends the pause of an outlet's alerts; what is still open is told then.
    ResumeOutlet {
        /// The outlet's name.
        outlet: String,
    },
    /// Raises no alert for a while.
    Pause {
        /// How long; none: until a person resumes.
        minutes: Option<u32>,
    },
    /// Ends the pause; what is still open is told then.
    Resume,
    /// Sends a test alert by every channel. Answered when each of them has answered, within about half a minute.
    SendTest,
    /// What was seen of an outlet's front pages, for a person to say whether it is right.
    Normal {
        /// The outlet's name.
        outlet: String,
    },
    /// What the configuration says besides its outlets.
    Settings,
    /// Changes the configuration. Answered with what it says then, or with what is wrong.
    Change {
        /// In this.
        change: Box<Change>,
    },
    /// Shows the watch at work on a newsroom on this computer.
    StartDemonstration,
    /// Ends the demonstration.
    EndDemonstration,
}

/// What the window gets.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Reply {
    /// How everything stands.
    Overview(Box<Overview>),
    /// The outlet that a site looks like.
    Proposal(Proposal),
    /// The window's words.
    Texts(Texts),
    /// What happened of an incident.
    Timeline(Timeline),
    /// Everything that is known of one incident.
    Incident(Box<IncidentView>),
    /// What a list of outlets comes to.
    List(ListView),
    /// The outlets as a list for another program.
    Exported {
        /// The list.
        text: String,
    },
    /// A file was saved.
    Saved {
        /// Where it is, in a sentence.
        says: String,
    },
    /// All that is known of an outlet.
    Outlet(Box<OutletDetails>),
    /// The parts of an outlet's pages that changed lately.
    PartsChanged {
        /// These, the smallest first.
        parts: Vec<PartView>,
    },
    /// What was seen and not told, latest first.
    Untold {
        /// Of these looks.
        looks: Vec<Untold>,
    },
    /// Incidents that were found.
    History(History),
    /// What came of a test alert.
    Tested(TestAlert),
    /// What was reported is an incident.
    Reported(Reported),
    /// What was seen of an outlet's front pages.
    Normal {
        /// Of each.
        pages: Vec<Portrait>,
    },
    /// What the configuration says besides its outlets.
    Settings(Box<SettingsView>),
    /// Nothing was changed: what is wrong.
    NotChanged {
        /// Of these fields.
        faults: Vec<Fault>,
    },
}

/// What a person reported is an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Reported {
    /// This one.
    pub incident: IncidentId,
}

/// What came of a test alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct TestAlert {
    /// On each channel, the desktop first.
    pub channels: Vec<ChannelTested>,
}

/// What came of a test alert on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct ChannelTested {
    /// `desktop`, `webhook` or `email`.
    pub channel: String,
    /// Its name in the configuration; none for the desktop.
    pub name: Option<String>,
    /// Whether the far end has it.
    pub arrived: bool,
    /// What came of it, in a sentence.
    pub says: String,
}

impl TestAlert {
    /// In the words of `speech`.
    pub fn of(tested: &[Tested], speech: &Speech) -> Self {
        let view = |tested: &Tested| ChannelTested {
            channel: tested.channel.kind().to_owned(),
            name: tested.channel.name().map(str::to_owned),
            arrived: tested.result.is_ok(),
            says: tested.says(speech),
        };
        Self { channels: tested.iter().map(view).collect() }
    }
}

/// The outlet that a site looks like, for a person to confirm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Proposal {
    /// The front page's address, redirects followed.
    pub homepage: String,
    /// The outlet's name.
    pub name: String,
    /// The page's title as it is now, inert and cut.
    pub title: String,
    /// Its other front pages: languages, AMP, mobile.
    pub others: Vec<String>,
    /// Its feed's address.
    pub feed: Option<String>,
    /// Its admin endpoints.
    pub admin: Vec<AdminFound>,
    /// What else a person should know of the site, a sentence each.
    pub facts: Vec<String>,
    /// Whether the well-known places were asked for.
    pub probed: bool,
}

/// What happened of an incident, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Timeline {
    /// The incident.
    pub incident: IncidentId,
    /// What happened.
    pub moments: Vec<Moment>,
}

/// One thing that happened of an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Moment {
    /// When.
    #[serde(serialize_with = "milliseconds")]
    #[ts(type = "string")]
    pub at: Timestamp,
    /// What kind of thing it is.
    pub what: MomentKind,
    /// In words.
    pub says: String,
}

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export_to = "types.ts")]
pub enum MomentKind {
    /// A look saw something.
    Look,
    /// Its state changed.
    State,
    /// Somebody was told.
    Told,
    /// Somebody could not be told yet, or not in time.
    Undelivered,
    /// It was decided to tell nobody.
    Silent,
}

/// An admin endpoint that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct AdminFound {
    /// Its address.
    pub address: String,
    /// What is there: "asks for a password".
    pub says: String,
}

/// The window's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Texts {
    /// Best language first; English is always the last, and has every text.
    pub languages: Vec<TextsIn>,
}

/// The window's words in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct TextsIn {
    /// BCP 47.
    pub language: String,
    /// A Fluent resource.
    pub fluent: String,
}

impl Texts {
    /// In the languages of this speech.
    pub fn of(speech: &Speech) -> Self {
        let window = speech.window();
        let texts =
            window.iter().map(|text| TextsIn { language: text.language.to_owned(), fluent: text.text.to_owned() });
        Self { languages: texts.collect() }
    }
}

/// What the program around the window can do: the desktop's shell, or a browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Shell {
    /// Whether Frontwatch starts at login; none where there is nothing to set.
    pub autostart: Option<bool>,
    /// What a person should know: there is no tray, for example.
    pub word: Option<String>,
    /// Whether somebody wants to quit while alarms are open: the window asks whether they mean it.
    pub quitting: bool,
}

/// Why the window did not get what it asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "types.ts")]
pub struct Failure {
    /// A stable word for the kind of failure.
    pub code: String,
    /// What happened and what to do, in the reader's language.
    pub says: String,
}

impl Failure {
    /// This trouble, in the words of `speech`.
    pub fn of(trouble: &Trouble, speech: &Speech) -> Self {
        Self { code: code(trouble).to_owned(), says: speech.say(&desktop::trouble(trouble)) }
    }
}

/// The code of a request that came after the end of the watch.
pub const WATCH_STOPPED: &str = "watch.stopped";

fn code(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::NoSuchIncident => "incident.unknown",
        Trouble::AlreadyTaken => "incident.taken",
        Trouble::NoSuchWatch => "watch.unknown",
        Trouble::Changed => "page.changed",
        Trouble::Demonstration => "demonstration.read-only",
        Trouble::AlarmFirst => "demonstration.alarm-first",
        Trouble::InQuestion => "page.in-question",
        Trouble::NoSuchOutlet => "outlet.unknown",
        Trouble::Elsewhere => "address.elsewhere",
        Trouble::Stopped => WATCH_STOPPED,
        Trouble::NoAddress => "address.none",
        Trouble::OtherScheme => "address.scheme",
        Trouble::Password => "address.password",
        Trouble::Status(_) => "site.status",
        Trouble::AlreadyWatched(_) => "address.watched",
        Trouble::NotProposed => "address.not-proposed",
        Trouble::NotWritten(_) => "configuration.not-written",
        Trouble::NotSaved { .. } => "file.not-saved",
        Trouble::NoBackup(_) => "backup.failed",
        Trouble::NoDemonstration(_) => "demonstration.failed",
        Trouble::NotOpened(_) => "browser.failed",
        Trouble::NoList(_) => "list.unreadable",
        Trouble::Autostart(_) => "autostart.failed",
        Trouble::Store(_) => "store.failed",
        Trouble::BadRequest(_) => "request.unreadable",
    }
}
