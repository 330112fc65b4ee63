//! A running watch as a window sits before it: requests in, replies out. The shell and the browser host both answer
//! through here, so that neither knows what a request does.
//!
//! A desk without a configuration, or with one that cannot be used, is still a desk: it says so, watches nothing, and
//! goes on as soon as the file is right.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::config::Config;
use frontwatch_core::incident::dismissal::{Why, leading};
use frontwatch_core::incident::{IncidentId, Resolution};
use frontwatch_core::text::desktop::{self, Trouble};
use frontwatch_core::text::{Message, Speech, backup, cli, errors, words};
use frontwatch_core::watch::WatchId;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Mutex, broadcast, watch};
use tokio::task::JoinHandle;

use super::adding::Adding;
use super::baseline::NotDone;
use super::changed::changed;
use super::editing::Editing;
use super::happening::{About, Happening};
use super::history::{Find, History, HistoryRow};
use super::importing::{self, ListView};
use super::incident::{IncidentView, incident};
use super::normal::portraits;
use super::outlet::{self, NotKnown, OutletDetails};
use super::overview::{AnomalyState, Overview, RemarkView};
use super::own::Own;
use super::request::{Failure, Reply, Reported, Request, TestAlert, Texts, Timeline};
use super::saving::{self, Kind};
use super::settings::Settings;
use super::timeline::timeline;
use super::untold::{Untold, untold};
use super::{baseline, configuration, history, session};
use crate::clock::SystemClock;
use crate::network::{self, NoWord};
use crate::place::Place;
use crate::ports::{Clock, Notifier, Surroundings};
use crate::run::{self, Handle, Ports, Refusal, Report, Setup, anomaly};
use crate::secrets::Keychain;
use crate::store::{Dismissal, HeldOf, Opened, Store, StoreError, Write};

/// How long what is over stays in the list.
const OVER_FOR: SignedDuration = SignedDuration::from_hours(24);
/// The most of it.
const OVER_MOST: u32 = 50;
/// How long the keychain may take where a person sits before it: they may have to unlock it.
const KEYCHAIN: Duration = Duration::from_secs(45);
/// The most that is listed of what was not told.
const UNTOLD_MOST: u32 = 30;

/// Why a desk can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// The store can't be used: another process has it, for example.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What the configuration says of looks can't be used.
    #[error(transparent)]
    Fetch(#[from] crate::fetch::FetchSetup),
    /// The system has no thread or memory left.
    #[error("notifications cannot be raised: {0}; close other programs and start again")]
    Io(#[from] std::io::Error),
}

impl NotOpened {
    /// What happened and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Fetch(error) => error.message(),
            Self::Io(error) => Message::new("desktop-no-thread").with("why", errors::system(error).into()),
        }
    }

    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Fetch(_) => "fetch.setup",
            Self::Io(_) => "system.io",
        }
    }
}

/// What a desk is opened with.
pub struct Opening {
    /// What to watch.
    pub config: Config,
    /// How to speak.
    pub speech: Speech,
    /// The file that it came from, to be followed and added to; none for a demonstration.
    pub file: Option<PathBuf>,
    /// Where everything is kept.
    pub data: PathBuf,
    /// Said first: what is wrong with the configuration.
    pub words: Vec<Message>,
    /// Why the file could not be used, if `config` is what is left without it.
    pub unusable: Option<configuration::Unusable>,
    /// Whether this is a demonstration.
    pub demonstration: bool,
}

impl Opening {
    /// A person's own watch. A configuration that is missing or wrong is an empty one, with a word where it is wrong. `speech`
    /// is made to speak in its languages.
    pub fn at(place: &Place, speech: &Speech) -> Self {
        // A restore that was cut short may have a configuration of its own. If it still fails, so does opening the store.
        if let Err(error) = Store::settle(&place.data) {
            tracing::warn!(%error, "a restore was cut short, and the rest of it fails");
        }
        let (config, unusable) = match configuration::read(&place.config) {
            Ok(parsed) => (parsed.config, None),
            Err(why) => (Config::default(), Some(why)),
        };
        let wrong = unusable.iter().filter(|why| !why.is_missing());
        let words = wrong.map(|why| cli::configuration_unusable(why.message())).collect();
        speech.change(&session::spoken(&config.watching.languages));
        Self {
            config,
            speech: speech.clone(),
            file: Some(place.config.clone()),
            data: place.data.clone(),
            words,
            unusable,
            demonstration: false,
        }
    }
}

/// A running watch.
pub struct Desk {
    handle: Handle,
    store: Store,
    clock: Arc<dyn Clock>,
    speech: Speech,
    demonstration: bool,
    notifier: Arc<dyn Notifier>,
    /// Where everything is, of a person's own watch.
    place: Option<Place>,
    adding: Adding,
    own: Own,
    editing: Editing,
    settings: Settings,
    running: Mutex<Option<JoinHandle<()>>>,
}

impl Desk {
    /// Opens the store, and starts the watch. Must be called inside a runtime; blocks while the database is looked
    /// through.
    pub async fn open(opening: Opening) -> Result<Self, NotOpened> {
        let Opening { config, speech, file, data, mut words, unusable, demonstration } = opening;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let keychain = Keychain::new(session::KEYCHAIN);
        let fetch = session::fetch_with(&config, &clock, keychain.clone())?;
        let Opened { store, notes } = opened(&data).await?;
        words.extend(notes.iter().map(|note| cli::store_mended(note.message())));
        let (notifier, clicks) = session::desktop(&speech)?;
        let notifier: Arc<dyn Notifier> = Arc::new(notifier);
        // The demonstration is on this computer, whatever its network is.
        let surroundings: Arc<dyn Surroundings> = if demonstration { Arc::new(NoWord) } else { network::system() };
        let ports = Ports {
            fetch: Arc::clone(&fetch),
            clock: Arc::clone(&clock),
            desktop: Arc::clone(&notifier),
            post: session::post_with(&config, keychain.beside(session::KEYCHAIN))?,
            surroundings,
        };
        let timeout = config.watching.timeout;
        let own = Own::new(file.clone(), config.clone());
        let place = file.clone().filter(|_| !demonstration).map(|config| Place { config, data });
        let setup = Setup {
            config,
            config_file: file.clone(),
            speech: speech.clone(),
            store: store.clone(),
            clicks,
            words,
            unusable,
        };
        let (handle, running) = run::start(ports, setup).await?;
        Ok(Self {
            handle,
            store,
            editing: Editing::new(file.clone()),
            settings: Settings::new(file.clone(), Arc::new(keychain.beside(KEYCHAIN)), speech.clone()),
            adding: Adding::new(fetch, Arc::clone(&clock), timeout, speech.clone(), file),
            own,
            clock,
            speech,
            demonstration,
            notifier,
            place,
            running: Mutex::new(Some(running)),
        })
    }

    /// Changes whenever what [`Request::Overview`] answers may have.
    pub fn version(&self) -> watch::Receiver<u64> {
        self.handle.version()
    }

    /// Whether it has ended to be begun anew; see [`Handle::begins_anew`].
    pub fn begins_anew(&self) -> bool {
        self.handle.begins_anew()
    }

    /// Everything that happens from now on.
    pub fn happenings(&self) -> broadcast::Receiver<Happening> {
        self.handle.happenings()
    }

    /// The reader's words.
    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Ends the watch; what waits to be stored is stored first.
    pub async fn close(&self) {
        if self.demonstration {
            self.clear_screen().await;
        }
        self.handle.stop().await;
        let running = self.running.lock().await.take();
        let Some(running) = running else { return };
        if let Err(error) = running.await {
            tracing::error!(%error, "the watch ended badly");
        }
        // A watch that ended badly has left it open, and with it the lock that the next one needs.
        if let Err(error) = self.store.clone().close().await {
            tracing::error!(%error, "the store did not close well");
        }
    }

    /// Takes from the screen what a demonstration has put there: its buttons would reach nobody.
    async fn clear_screen(&self) {
        let shown = self.overview().await.map(|overview| overview.anomalies).unwrap_or_default();
        let notifier = Arc::clone(&self.notifier);
        let closed = tokio::task::spawn_blocking(move || {
            for incident in shown.into_iter().filter_map(|anomaly| anomaly.incident) {
                notifier.close(incident.as_str());
            }
        });
        if let Err(error) = closed.await {
            tracing::warn!(%error, "the demonstration's notifications stay on the screen");
        }
    }

    /// Does what is asked. The demonstration is started and ended by whoever has a newsroom.
    pub async fn answer(&self, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::Texts => return Ok(Reply::Texts(Texts::of(&self.speech))),
            Request::Propose { address } => return self.adding.propose(&address).await.map(Reply::Proposal),
            Request::Probe { homepage } => return self.adding.probe(&homepage).await.map(Reply::Proposal),
            Request::Proposed { homepage } => return self.adding.once_more(&homepage).await.map(Reply::Proposal),
            Request::Outlet { outlet } => return self.outlet(outlet).await.map(Box::new).map(Reply::Outlet),
            Request::PartsChanged { outlet } => {
                let parts = self.known(changed(outlet, &self.handle, &self.store).await)?;
                return Ok(Reply::PartsChanged { parts });
            }
            Request::Untold { outlet } => return self.untold(outlet).await.map(|looks| Reply::Untold { looks }),
            Request::History { find } => return self.history(find).await.map(Reply::History),
            Request::Incident { incident } => return self.incident(incident).await.map(Box::new).map(Reply::Incident),
            Request::SetRunbook { text } => {
                self.configured(self.own.set_runbook(text).await).await?;
            }
            Request::Timeline { incident } => return self.timeline(incident).await.map(Reply::Timeline),
            Request::Snooze { incident, minutes } => {
                drop(self.refused(self.handle.snooze(incident, self.in_minutes(minutes)).await)?);
            }
            Request::Dismiss { incident, why } => self.dismiss(incident, why).await?,
            Request::LeaveOut { incident, selector } => {
                let view = self.incident(incident).await?;
                // What was proposed is worked out anew: the window says only that a person said yes to it.
                if view.alike.and_then(|alike| alike.selector).as_ref() != Some(&selector) {
                    return Err(self.failure(&Trouble::Changed));
                }
                self.configured(self.own.leave_out(view.anomaly.outlet, selector).await).await?;
            }
            Request::Report { outlet, address, words } => return self.report(outlet, address, words).await,
            Request::Normal { outlet } => return self.normal(&outlet).await,
            Request::Settings => return self.settings.view().await,
            Request::Change { change } => {
                let (reply, config) = self.settings.change(*change).await?;
                if let Some(config) = config {
                    // Not left to the next look at the file, as with an outlet.
                    self.refused(self.handle.configure(config).await)?;
                }
                return Ok(reply);
            }
            Request::SendTest => {
                let tested = self.refused(self.handle.send_test().await)?;
                return Ok(Reply::Tested(TestAlert::of(&tested, &self.speech)));
            }
            Request::Overview | Request::StartDemonstration | Request::EndDemonstration => {}
            Request::Recheck { outlets } => drop(self.refused(self.handle.recheck(outlets).await)?),
            Request::Acknowledge { incident } => {
                drop(self.refused(self.handle.acknowledge(incident, run::user(&self.speech)).await)?);
            }
            Request::Approve { watch, question } => {
                let question = question.parse().map_err(|_| self.failure(&Trouble::Changed))?;
                self.refused(self.handle.approve(watch, question).await)?;
            }
            Request::Forget { watches } => self.refused(self.handle.forget(watches).await)?,
            Request::CountAgain { watch, version, latest } => self.count_again(watch, version, latest).await?,
            Request::Add { homepage, name, group } => {
                let config = self.adding.add(&homepage, &name, group).await?;
                // Not left to the next look at the file: whoever added it wants to see it.
                self.refused(self.handle.configure(config).await)?;
            }
            Request::ReadList { text } => {
                let plan = self.editing.read_list(text).await.map_err(|trouble| self.failure(&trouble))?;
                return Ok(Reply::List(ListView::of(&plan, &self.speech)));
            }
            Request::ExportList { form } => {
                let text = importing::export(&self.own.config().await, form);
                return Ok(Reply::Exported { text });
            }
            Request::SaveList { form } => {
                return self.save(Kind::of(form), importing::export(&self.own.config().await, form)).await;
            }
            Request::SaveReport { incident } => return self.save_report(incident).await,
            Request::SaveBackup => return self.save_backup().await,
            Request::AddList { text } => self.configured(self.editing.add_list(text).await).await?,
            Request::ChangeOutlet { outlet, draft } => {
                let changed = self.editing.change(outlet, *draft, &self.speech).await;
                match changed.map_err(|trouble| self.failure(&trouble))? {
                    Ok(config) => self.configured(Ok(config)).await?,
                    Err(faults) => return Ok(Reply::NotChanged { faults }),
                }
            }
            Request::RemoveOutlet { outlet } => self.configured(self.editing.remove(outlet).await).await?,
            Request::PutBack { outlet } => self.configured(self.editing.put_back(&outlet).await).await?,
            Request::IgnorePart { outlet, selector } => {
                self.configured(self.own.leave_out(outlet, selector).await).await?;
            }
            Request::WatchPart { outlet, selector } => {
                self.configured(self.own.watch_part(outlet, selector).await).await?;
            }
            Request::PauseOutlet { outlet, minutes } => {
                let until = minutes.map(|minutes| self.in_minutes(minutes));
                self.refused(self.handle.pause_outlet(outlet, until).await)?;
            }
            Request::ResumeOutlet { outlet } => self.refused(self.handle.resume_outlet(outlet).await)?,
            Request::Pause { minutes } => {
                let until = minutes.map(|minutes| self.in_minutes(minutes));
                self.refused(self.handle.pause(until).await)?;
            }
            Request::Resume => self.refused(self.handle.resume().await)?,
        }
        Ok(Reply::Overview(Box::new(self.overview().await?)))
    }

    /// A person says that a page is not as the newsroom published it: its address as it was typed, none for the front page.
    async fn report(&self, outlet: String, address: Option<String>, words: Option<String>) -> Result<Reply, Failure> {
        let address = address.filter(|typed| !typed.trim().is_empty());
        let address = address.map(|typed| typed.trim().parse()).transpose();
        let address = address.map_err(|_| self.failure(&Trouble::NoAddress))?;
        let report = Report { outlet, address, words, by: run::user(&self.speech) };
        let incident = self.refused(self.handle.report(report).await)?.id;
        Ok(Reply::Reported(Reported { incident }))
    }

    /// Lets an earlier version of what was learned count again.
    async fn count_again(&self, watch: WatchId, version: u32, latest: u32) -> Result<(), Failure> {
        let earlier = baseline::version(&self.store, &watch, version.into()).await;
        let earlier = earlier.map_err(|error| self.failure(&not_done(&error)))?;
        self.refused(self.handle.count_again(watch, earlier, latest.into()).await)
    }

    async fn save_report(&self, incident: IncidentId) -> Result<Reply, Failure> {
        self.save(Kind::Report, self.incident(incident).await?.as_text).await
    }

    async fn save_backup(&self) -> Result<Reply, Failure> {
        // A demonstration has no configuration of a person's.
        let place = self.place.clone().ok_or_else(|| self.failure(&Trouble::Demonstration))?;
        let made =
            saving::backup(place, self.clock.now(), self.day()).await.map_err(|trouble| self.failure(&trouble))?;
        let file = saving::shown(&made.file);
        let mut says = self.speech.say(&backup::made(&file, made.bytes, made.store.is_some(), made.configuration));
        if !made.secrets.is_empty() {
            says = format!("{says} {}", self.speech.say(&backup::secrets(&made.secrets)));
        }
        Ok(Reply::Saved { says })
    }

    /// The day by this computer's clock.
    fn day(&self) -> Date {
        TimeZone::system().to_datetime(self.clock.now()).date()
    }

    async fn save(&self, kind: Kind, text: String) -> Result<Reply, Failure> {
        let path = saving::save(kind, text, self.day()).await.map_err(|trouble| self.failure(&trouble))?;
        Ok(Reply::Saved { says: self.speech.say(&desktop::saved(&path)) })
    }

    fn in_minutes(&self, minutes: u32) -> Timestamp {
        self.clock.now().saturating_add(SignedDuration::from_mins(minutes.into())).unwrap_or(Timestamp::MAX)
    }

    async fn timeline(&self, incident: IncidentId) -> Result<Timeline, Failure> {
        let record =
            self.store.incident(incident).await.map_err(|error| self.failure(&Trouble::Store(error.message())))?;
        let record = record.ok_or_else(|| self.failure(&Trouble::NoSuchIncident))?;
        Ok(timeline(&record, &self.speech))
    }

    async fn history(&self, find: Find) -> Result<History, Failure> {
        let found = history::find(&self.store, find, &self.speech, self.clock.now()).await;
        let mut found = found.map_err(|error| self.failure(&Trouble::Store(error.message())))?;
        if found.rows.iter().any(|row| row.state != AnomalyState::Resolved) {
            let watched = self.refused(self.handle.unresolved().await)?;
            let is_watched = |row: &HistoryRow| watched.iter().any(|it| it.id == row.incident);
            for row in found.rows.iter_mut().filter(|row| row.state != AnomalyState::Resolved && !is_watched(row)) {
                row.state_says = self.speech.say(&words::rests());
            }
        }
        Ok(found)
    }

    /// Ends an incident as nothing, and keeps why.
    async fn dismiss(&self, id: IncidentId, why: Option<Why>) -> Result<(), Failure> {
        let incident = self.refused(self.handle.resolve(id, Resolution::Dismissed).await)?;
        let Some(why) = why else { return Ok(()) };
        let (kind, at) = (leading(&incident).to_owned(), self.clock.now());
        let dismissal = Dismissal { incident: incident.id, outlet: incident.outlet, kind, at, why };
        if let Err(error) = self.store.commit(vec![Write::Dismissal(dismissal)]).await {
            // It is set aside all the same.
            tracing::warn!(%error, "why an alarm was set aside is not kept");
        }
        Ok(())
    }

    /// Takes on what was just written: whoever wrote it does not want to wait for the next look at the file.
    async fn configured(&self, written: Result<Config, Trouble>) -> Result<(), Failure> {
        let config = written.map_err(|trouble| self.failure(&trouble))?;
        self.refused(self.handle.configure(config).await)
    }

    async fn incident(&self, id: IncidentId) -> Result<IncidentView, Failure> {
        let listed = self.now().await?.anomalies.into_iter().find(|it| it.incident.as_ref() == Some(&id));
        let rests = listed.is_none() && self.refused(self.handle.unresolved().await)?.iter().all(|it| it.id != id);
        let config = self.own.config().await;
        let newsroom = (self.own.runbook(&config, &self.speech), &config);
        let known = incident(&self.store, id, listed, rests, newsroom, &self.speech, self.clock.now()).await;
        let known = known.map_err(|error| self.failure(&Trouble::Store(error.message())))?;
        known.ok_or_else(|| self.failure(&Trouble::NoSuchIncident))
    }

    async fn outlet(&self, name: String) -> Result<OutletDetails, Failure> {
        self.known(outlet::details(name, &self.handle, &self.store, &self.speech, self.clock.now()).await)
    }

    fn known<T>(&self, known: Result<T, NotKnown>) -> Result<T, Failure> {
        match known {
            Err(NotKnown::Refused(refusal)) => self.refused(Err(refusal)),
            Err(NotKnown::Store(error)) => Err(self.failure(&Trouble::Store(error.message()))),
            Ok(known) => Ok(known),
        }
    }

    async fn normal(&self, outlet: &str) -> Result<Reply, Failure> {
        let pages = portraits(outlet, &self.now().await?, &self.store, &self.speech).await;
        let pages = pages.map_err(|error| self.failure(&Trouble::Store(error.message())))?;
        Ok(Reply::Normal { pages })
    }

    async fn untold(&self, outlet: String) -> Result<Vec<Untold>, Failure> {
        let untold = untold(&self.store, HeldOf::Outlet(outlet), UNTOLD_MOST, &self.speech, self.clock.now()).await;
        untold.map_err(|error| self.failure(&Trouble::Store(error.message())))
    }

    /// How everything stands, without what is over.
    pub async fn now(&self) -> Result<Overview, Failure> {
        let overview = self.refused(self.handle.overview().await)?;
        Ok(Overview { demonstration: self.demonstration, ..overview })
    }

    /// How everything stands, with what was over within the last day.
    pub async fn overview(&self) -> Result<Overview, Failure> {
        let mut overview = self.now().await?;
        let stored = match self.store.incidents(OVER_MOST, None).await {
            Ok(stored) => stored,
            Err(error) => {
                // What is over can't be read; what is not must be seen all the same.
                let says = self.failure(&Trouble::Store(error.message())).says;
                overview.remarks.insert(0, RemarkView { about: About::Trouble, says, at: self.clock.now() });
                Vec::new()
            }
        };
        let now = self.clock.now();
        let over = stored.iter().map(|incident| anomaly(incident, &self.speech, now));
        let lately = |over: Timestamp| now.duration_since(over) <= OVER_FOR;
        overview.anomalies.extend(over.filter(|it| it.state == AnomalyState::Resolved && it.over.is_some_and(lately)));
        Ok(overview)
    }

    fn refused<T>(&self, done: Result<T, Refusal>) -> Result<T, Failure> {
        done.map_err(|refusal| self.failure(&refusal.into()))
    }

    fn failure(&self, trouble: &Trouble) -> Failure {
        Failure::of(trouble, &self.speech)
    }
}

/// Why an earlier version of what was learned does not count again.
fn not_done(error: &NotDone) -> Trouble {
    match error {
        // It was tidied away since the list was read.
        NotDone::NoSuchVersion { .. } | NotDone::NothingLearned(_) => Trouble::Changed,
        NotDone::InQuestion(_) => Trouble::InQuestion,
        NotDone::Unreadable { .. } | NotDone::NoPage(_) | NotDone::Store(_) => Trouble::Store(error.message()),
    }
}

/// Opens the store, whatever its disk does, away from the workers of the runtime: a large database takes a while to be looked through.
async fn opened(data: &Path) -> Result<Opened, NotOpened> {
    let data = data.to_owned();
    let opened = tokio::task::spawn_blocking(move || Store::open_to_watch(&data));
    Ok(opened.await.map_err(std::io::Error::other)??)
}
