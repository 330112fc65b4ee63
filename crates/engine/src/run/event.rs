//! Everything that can happen to the loop. The list is closed: what is not here cannot change the state.

use std::collections::VecDeque;
use std::sync::Arc;

use frontwatch_core::baseline::Baseline;
use frontwatch_core::channel::ChannelId;
use frontwatch_core::config::Config;
use frontwatch_core::digest::Digest;
use frontwatch_core::incident::{Incident, IncidentId, Resolution};
use frontwatch_core::network::{Probed, Route};
use frontwatch_core::notify::Notice;
use frontwatch_core::observation::Observation;
use frontwatch_core::text::Message;
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::watch::WatchId;
use jiff::Timestamp;
use tokio::sync::oneshot;
use url::Url;

use super::judging::{Judgeable, Outcome, Panicked};
use super::missing::Shown;
use super::outlet::OutletNow;
use super::parts::PartLook;
use super::pictures::Unwanted;
use super::sending::Addressed;
use crate::api::happening::Happening;
use crate::api::overview::Overview;
use crate::notify::Tested;
use crate::ports::{Click, NotDelivered, SystemWord};
use crate::store::StoreError;

/// Why a look is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It was due.
    Routine,
    /// Something happened to what belongs with it.
    Alerted,
    /// It confirms an alarm, an outage or a recovery, over a new connection.
    Confirmation,
    /// A person asked for it.
    Recheck,
    /// A person said that what is there now is ours.
    Approval,
}

/// Something that happened to the loop.
#[derive(Debug)]
pub(super) enum Event {
    /// A look came back.
    Looked { watch: WatchId, purpose: Purpose, observation: Observation, parts: Vec<PartLook> },
    /// This program broke down at a look, or at judging it.
    Lost { watch: WatchId, purpose: Purpose },
    /// The parts came of a page that was looked at for the first time: it is judged again with them.
    PartsCame { task: Box<Judgeable>, parts: Vec<PartLook> },
    /// What a person reported was looked at.
    ReportSeen { incident: IncidentId, observation: Observation },
    /// It was seen what an outlet's site shows for a story that does not exist.
    MissingSeen { group: WatchId, shown: Shown },
    /// The folder of unwanted pictures was read.
    PicturesRead(Unwanted),
    /// A look was judged, or judging it panicked.
    Judged { task: Box<Judgeable>, result: Result<Box<Outcome>, Panicked> },
    /// The system says this of this computer's network.
    SystemSays(SystemWord),
    /// The system may say something else than before.
    SystemChanged,
    /// A neutral address was asked, in the round of questions that began then.
    Probed { round: Timestamp, route: Option<Route>, probed: Probed },
    /// A batch is in the store with what is to be announced; or it is not. Whether anything waits to be tried again.
    Stored { announcement: Announcement, waits: bool, result: Result<(), StoreError> },
    /// The store was tidied, or told that the watch is alive; or it could not be.
    Kept(Result<(), StoreError>),
    /// A notice was sent, or was not.
    Sent { channel: ChannelId, notice: Box<Notice>, result: Result<(), NotDelivered> },
    /// A person clicked on a notification.
    Clicked(Click),
    /// The configuration file changed.
    Configured(Result<Arc<Config>, Message>),
    /// A person or the shell wants something.
    Asked(Command),
}

impl Event {
    /// The watch whose look hangs on this event, and why it was looked at.
    pub(super) fn about(&self) -> Option<(WatchId, Purpose)> {
        match self {
            Self::Looked { watch, purpose, .. } | Self::Lost { watch, purpose } => Some((watch.clone(), *purpose)),
            Self::Judged { task, .. } | Self::PartsCame { task, .. } => Some((task.watch.id.clone(), task.purpose)),
            _ => None,
        }
    }

    /// Whether it changes nothing that anybody is shown: a question, or a chore that went well.
    pub(super) fn changes_nothing(&self) -> bool {
        matches!(
            self,
            Self::Asked(
                Command::Outlet { .. }
                    | Command::Overview { .. }
                    | Command::Unresolved { .. }
                    | Command::SendTest { .. }
                    | Command::Stop
            ) | Self::Kept(Ok(()))
                | Self::SystemChanged
        )
    }
}

/// What is announced once it is stored.
#[derive(Debug, Default)]
pub(super) struct Announcement {
    pub(super) happenings: VecDeque<Happening>,
    pub(super) notices: VecDeque<Addressed>,
    pub(super) close: VecDeque<String>,
}

impl Announcement {
    /// Whether nothing is announced.
    pub(super) fn is_empty(&self) -> bool {
        self.lengths() == [0; 3]
    }

    /// How much is announced so far.
    pub(super) fn lengths(&self) -> [usize; 3] {
        [self.happenings.len(), self.notices.len(), self.close.len()]
    }

    /// Takes back what was added since it was so much.
    pub(super) fn cut_back(&mut self, [happenings, notices, close]: [usize; 3]) {
        self.happenings.truncate(happenings);
        self.notices.truncate(notices);
        self.close.truncate(close);
    }
}

/// What a person or the shell can ask of the running watch.
#[derive(Debug)]
pub(super) enum Command {
    /// Look at the watches of these outlets now; at all if none is named.
    Recheck { outlets: Vec<String>, reply: oneshot::Sender<usize> },
    /// Somebody takes an incident on.
    Acknowledge { id: IncidentId, by: String, reply: oneshot::Sender<Result<Incident, Refusal>> },
    /// Somebody does not want to be reminded of an incident before then.
    Snooze { id: IncidentId, until: Timestamp, reply: oneshot::Sender<Result<Incident, Refusal>> },
    /// A person reports what was not published.
    Report { report: Report, reply: oneshot::Sender<Result<Incident, Refusal>> },
    /// A person ends an incident; as `ours`, what is there now is looked at again and becomes normal.
    Resolve { id: IncidentId, resolution: Resolution, reply: oneshot::Sender<Result<Incident, Refusal>> },
    /// A person says that what is there now is theirs: it is looked at again and becomes normal.
    Approve { watch: WatchId, question: Digest, reply: oneshot::Sender<Result<(), Refusal>> },
    /// A person takes back all that was learned of these watches.
    Forget { watches: Vec<WatchId>, reply: oneshot::Sender<Result<(), Refusal>> },
    /// A person takes back what came after an earlier version. `latest` is the one that counted when they chose.
    CountAgain { watch: WatchId, earlier: Box<Baseline>, latest: u64, reply: oneshot::Sender<Result<(), Refusal>> },
    /// Watch what this configuration names.
    Configure { config: Arc<Config>, reply: oneshot::Sender<()> },
    /// Raise no alert for a while, or until a person resumes.
    Pause { until: Option<Timestamp>, reply: oneshot::Sender<()> },
    /// Raise alerts again; what is still open is told now.
    Resume { reply: oneshot::Sender<()> },
    /// Raise no alert of an outlet for a while, or until a person resumes.
    PauseOutlet { outlet: String, until: Option<Timestamp>, reply: oneshot::Sender<Result<(), Refusal>> },
    /// Raise alerts of an outlet again; what is still open is told now.
    ResumeOutlet { outlet: String, reply: oneshot::Sender<()> },
    /// Send a test alert by every channel.
    SendTest { reply: oneshot::Sender<Vec<Tested>> },
    /// What is known of an outlet.
    Outlet { name: String, reply: oneshot::Sender<Result<OutletNow, Refusal>> },
    /// How everything stands.
    Overview { reply: oneshot::Sender<Overview> },
    /// The unresolved incidents.
    Unresolved { reply: oneshot::Sender<Vec<Incident>> },
    /// End.
    Stop,
}

/// What a person reports: something that was not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The outlet's name.
    pub outlet: String,
    /// Where they saw it; none: on its front page.
    pub address: Option<Url>,
    /// What they say of it, if anything.
    pub words: Option<String>,
    /// Who.
    pub by: String,
}

/// Why the loop did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No unresolved incident has this id.
    #[error("there is no unresolved incident with this id")]
    NoSuchIncident,
    /// Somebody has it already.
    #[error("somebody has this incident already")]
    AlreadyTaken,
    /// What is there is not what the person was asked about.
    #[error("the page has changed since it was asked about")]
    Changed,
    /// No watch has this id.
    #[error("there is no such watch")]
    NoSuchWatch,
    /// What stands on the page is in question: an alarm is not over, or is being confirmed.
    #[error("an alarm of this page is not over")]
    InQuestion,
    /// No outlet has this name.
    #[error("there is no such outlet")]
    NoSuchOutlet,
    /// The address is not of the outlet's site.
    #[error("the address is not of this outlet's site")]
    Elsewhere,
    /// The loop has ended.
    #[error("the watch has stopped")]
    Stopped,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoSuchIncident => Self::NoSuchIncident,
            Refusal::AlreadyTaken => Self::AlreadyTaken,
            Refusal::Changed => Self::Changed,
            Refusal::InQuestion => Self::InQuestion,
            Refusal::NoSuchWatch => Self::NoSuchWatch,
            Refusal::NoSuchOutlet => Self::NoSuchOutlet,
            Refusal::Elsewhere => Self::Elsewhere,
            Refusal::Stopped => Self::Stopped,
        }
    }
}

impl Refusal {
    /// What happened and what to do.
    pub fn message(self) -> Message {
        desktop::trouble(&self.into())
    }
}
