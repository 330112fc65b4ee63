//! The one event loop: a single task owns all state of the watch; events go in, effects come out.
//!
//! **Architecture invariant:** every change of state is an `Event` handled here, one after the other.
//! Re-check, wake from sleep, acknowledgement and a changed configuration are events like a look that came back. The
//! loop itself never waits for the network, the store, a judgement or a notification server: each answers with an
//! event of its own.

mod alerting;
mod ask;
mod budget;
mod certificates;
mod configuring;
mod containing;
mod event;
mod judging;
mod looking;
mod missing;
mod network;
mod normal;
mod outbox;
mod outlet;
mod overview;
mod pace;
mod parts;
mod pausing;
mod pictures;
mod planned;
mod readers;
mod renaming;
mod reporting;
mod resting;
mod sending;
mod slot;
mod stories;
mod taking_back;
mod telling;
mod unstored;
mod writing;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use frontwatch_core::config::Config;
use frontwatch_core::detect::elsewhere::Shown;
use frontwatch_core::incident::track::Track;
use frontwatch_core::incident::{Cause, Incident, IncidentId};
use frontwatch_core::schedule::{self, Schedule};
use frontwatch_core::standing::Pause;
use frontwatch_core::text::cli::{self as words, Network};
use frontwatch_core::text::{Message, Speech};
use frontwatch_core::watch::{Watch, WatchId, WatchKind};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{broadcast, mpsc, watch};
use tokio::task::JoinHandle;

pub use ask::Handle;
pub(crate) use ask::user;
pub use event::{Purpose, Refusal, Report};
pub use judging::{Honest, Judgeable, Outcome, Panicked, judge_answer, new_version};
pub use parts::Reading;
pub(crate) use parts::Shelf;
pub(crate) use pictures::read_folder;

use crate::api::configuration::Unusable;
use crate::api::happening::{About, Happening, Remark};
use crate::ports::{Click, Clock, Fetch, Notifier, Post, Surroundings};
use crate::store::{Room, Store, StoreError, StoreNote, Write};
use alerting::Alerting;
use budget::Budget;
use containing::contained;
use event::{Announcement, Command, Event};
use judging::Workers;
use network::Own;
use outbox::Outbox;
pub(crate) use outlet::{OutletNow, WatchNow, WatchedNow};
use overview::Recheck;
pub(crate) use overview::anomaly;
pub(crate) use pace::half_hour;
use pictures::Pictures;
use resting::Rested;
use slot::Slot;
use stories::{KeptStories, Stories};
pub(crate) use stories::{is_own, story};
pub(crate) use taking_back::{is_in_question, shown_to_readers};
use writing::{Batch, Waiting};

/// The most confirmations under way beside which another outage is confirmed like an alarm: three fifths of the places that
/// confirmations have.
const DOUBTS_AT_ONCE: usize = 96;
/// The longest the loop sleeps: how soon it notices that the clock jumped.
const TICK: Duration = Duration::from_secs(1);
/// Between two signs of life in the store, from which the time that was not watched is worked out.
const ALIVE_EVERY: SignedDuration = SignedDuration::from_secs(20);
/// Between two rounds of retention.
const RETAIN_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Between two words about a store that goes on to fail.
const SAY_AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// The id of those words.
const STORE_TROUBLE: &str = "store-trouble";
/// How much of pages may wait to be stored, packed: 32 MiB. Some hundred pages learned at once are 10 MB.
const PAGES_WAITING: usize = 32 * 1024 * 1024;
/// How long the end waits for notices that are at their far ends.
const LAST_WORD: Duration = Duration::from_secs(1);
/// Happenings that a slow listener may fall behind before it loses the oldest.
const HAPPENINGS: usize = 4096;
/// Words about the watch itself that are kept for a window that opens later.
const REMARKS: usize = 8;
/// Events that may wait for the loop before their senders do.
const EVENTS: usize = 1024;

/// What the loop needs from outside.
#[derive(Clone)]
pub struct Ports {
    /// Looks at addresses.
    pub fetch: Arc<dyn Fetch>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Raises notices on the desktop.
    pub desktop: Arc<dyn Notifier>,
    /// Sends notices to webhooks and mail servers.
    pub post: Arc<dyn Post>,
    /// Says what the system knows of this computer's network.
    pub surroundings: Arc<dyn Surroundings>,
}

/// What to watch, and how to speak of it.
pub struct Setup {
    /// The configuration to start with.
    pub config: Config,
    /// The file to re-read when it changes.
    pub config_file: Option<PathBuf>,
    /// The words of the notices.
    pub speech: Speech,
    /// Where everything is kept, opened for writing.
    pub store: Store,
    /// Clicks on notifications.
    pub clicks: mpsc::Receiver<Click>,
    /// What is wrong already, to be said first.
    pub words: Vec<Message>,
    /// Why the file could not be used when it was read, if `config` is what is left without it.
    pub unusable: Option<Unusable>,
}

/// Whether the running watch of this version looks at watches of this kind.
pub fn is_watched(kind: WatchKind) -> bool {
    matches!(kind, WatchKind::Homepage | WatchKind::Admin | WatchKind::Feed | WatchKind::Tls | WatchKind::Dns)
}

/// Starts the watch. It runs until [`Handle::stop`].
///
/// # Errors
/// When the store can't be read.
pub async fn start(ports: Ports, setup: Setup) -> Result<(Handle, JoinHandle<()>), StoreError> {
    let (events, inbox) = mpsc::channel(EVENTS);
    let (happenings, _) = broadcast::channel(HAPPENINGS);
    let kept = setup.store.load().await?;
    let (batches, queue) = mpsc::unbounded_channel();
    let writer = tokio::spawn(writing::write(setup.store.clone(), queue, events.clone()));
    let (version, versions) = watch::channel(0);
    let (reported, unresolved): (Vec<Incident>, Vec<Incident>) =
        kept.incidents.into_iter().partition(|incident| incident.cause == Cause::Reported);
    let (outbox, unknown) = Outbox::resume(kept.outbox);
    let mut watch = Loop {
        alerting: Alerting::resume(&unresolved, &kept.told, kept.overnight, reported),
        workers: Workers::new(events.clone()),
        reading: Reading::default(),
        pictures: Pictures::resume(kept.pictures),
        outbox,
        speech: Arc::new(setup.speech),
        slots: BTreeMap::new(),
        schedule: Schedule::default(),
        rested: resting::restore(&setup.store, kept.baselines, unresolved, kept.recovered).await?,
        certificates: BTreeMap::new(),
        stories: BTreeMap::new(),
        kept_stories: Loop::read_kept_stories(kept.states),
        writes: Vec::new(),
        room: Room::new(PAGES_WAITING),
        alive: None,
        retained: None,
        config: setup.config,
        config_file: setup.config_file.clone(),
        handed_on: Arc::default(),
        file_refused: setup.unusable.as_ref().is_some_and(|why| !why.is_missing()),
        configured: 0,
        ports,
        store: setup.store,
        events: events.clone(),
        happenings: happenings.clone(),
        network: Network::Online,
        own: Own::default(),
        catching_up: None,
        budget: Budget::default(),
        pause: kept.pause,
        outlet_pauses: kept.outlet_pauses.into_iter().collect(),
        paused_away: BTreeMap::new(),
        held_back: kept.held_back.into_iter().collect(),
        recheck: None,
        remarks: VecDeque::new(),
        version,
        batches,
        waiting: Waiting::default(),
        unstored: false,
        announcing: VecDeque::new(),
        undecided: VecDeque::new(),
        unwritten: false,
        begins_anew: Arc::default(),
    };
    let now = watch.ports.clock.now();
    let interval = watch.config.watching.interval;
    let readers = watch.config.reader_watches();
    for known in watch.config.watches().into_iter().chain(readers).filter(|watch| is_watched(watch.kind)) {
        watch.take_on(known, interval);
    }
    watch.reschedule(now);
    watch.take_on_stories(now);
    watch.part_from_rested();
    watch.renamed_meanwhile(kept.outlets_away, now);
    watch.resume_outbox(unknown, now);
    watch.say_unwatched(kept.last_alive, now);
    for word in setup.words {
        watch.remark(About::Trouble, word);
    }
    watch.read_pictures();
    if let Some(file) = setup.config_file {
        let (clock, handed_on) = (Arc::clone(&watch.ports.clock), Arc::clone(&watch.handed_on));
        configuring::follow(file, setup.unusable, clock, handed_on, events.clone());
    }
    forward_clicks(setup.clicks, events.clone());
    network::follow(Arc::clone(&watch.ports.surroundings), events.clone());
    watch.read_word(now);
    let handle = Handle::new(events, happenings, versions, Arc::clone(&watch.begins_anew));
    Ok((handle, tokio::spawn(watch.run(inbox, writer))))
}

fn forward_clicks(mut clicks: mpsc::Receiver<Click>, events: mpsc::Sender<Event>) {
    tokio::spawn(async move {
        while let Some(click) = clicks.recv().await {
            if events.send(Event::Clicked(click)).await.is_err() {
                return;
            }
        }
    });
}

/// The state, and the only task that changes it.
struct Loop {
    ports: Ports,
    store: Store,
    speech: Arc<Speech>,
    workers: Workers,
    reading: Reading,
    /// Pictures that nobody wants on a front page.
    pictures: Pictures,
    outbox: Outbox,
    /// Which incidents are told together, and what was told.
    alerting: Alerting,
    schedule: Schedule,
    slots: BTreeMap<WatchId, Slot>,
    /// What is known of watches that the configuration does not name, or not yet. It comes back with its watch.
    rested: BTreeMap<WatchId, Rested>,
    /// What the latest handshake at each host showed.
    certificates: BTreeMap<WatchId, Shown>,
    /// The published stories of each outlet, by the watch that speaks for them.
    stories: BTreeMap<WatchId, Stories>,
    /// Stories of an earlier run whose outlet was not taken on yet.
    kept_stories: BTreeMap<WatchId, KeptStories>,
    /// Writes that wait to be stored together.
    writes: Vec<Write>,
    /// The room for pages among them, and among those that are on their way.
    room: Room,
    alive: Option<Timestamp>,
    retained: Option<Timestamp>,
    config: Config,
    config_file: Option<PathBuf>,
    /// Whether a configuration was handed on that has not been compared with the file.
    handed_on: Arc<AtomicBool>,
    /// Whether the file could not be used when it was last read.
    file_refused: bool,
    /// Grows whenever the file was read again, and said something else.
    configured: u64,
    events: mpsc::Sender<Event>,
    happenings: broadcast::Sender<Happening>,
    /// What this computer's own network was last said to be.
    network: Network,
    /// What is known of it, and what waits to be.
    own: Own,
    /// The first round after a time that was not watched.
    catching_up: Option<Recheck>,
    /// How many ordinary looks go on at once.
    budget: Budget,
    /// The pause of the alerts.
    pause: Option<Pause>,
    /// The pauses of the alerts of single outlets.
    outlet_pauses: BTreeMap<String, Pause>,
    /// Those of them that the configuration does not name at the moment.
    paused_away: BTreeMap<String, renaming::Away>,
    /// Incidents that were not told because of the pause.
    held_back: BTreeSet<IncidentId>,
    /// The latest re-check that a person asked for.
    recheck: Option<Recheck>,
    /// The latest words about the watch itself, latest first.
    remarks: VecDeque<Remark>,
    /// Grows with every event: whatever is shown of the state may have changed.
    version: watch::Sender<u64>,
    /// Batches on their way into the store, in the order decided.
    batches: mpsc::UnboundedSender<Arc<Batch>>,
    /// What is to be announced once they are stored.
    waiting: Waiting,
    /// Whether something could not be stored when it was tried last, and waits to go with the next batch.
    unstored: bool,
    /// What is to be announced now, first things first.
    announcing: VecDeque<Announcement>,
    /// Changes of incidents of which it is not decided yet what is told.
    undecided: VecDeque<telling::Undecided>,
    /// Whether the store failed when it was asked last: what happens is not written down.
    unwritten: bool,
    /// Whether the watch is to end, and to be begun anew with what the store holds.
    begins_anew: Arc<AtomicBool>,
}

impl Loop {
    async fn run(mut self, mut inbox: mpsc::Receiver<Event>, writer: JoinHandle<()>) {
        loop {
            let rest = self.tick_contained();
            if self.begins_anew.load(Ordering::Relaxed) {
                break;
            }
            tokio::select! {
                event = inbox.recv() => match event {
                    None | Some(Event::Asked(Command::Stop)) => break,
                    Some(event) => {
                        let changes = !event.changes_nothing();
                        self.handle_contained(event);
                        if changes {
                            self.version.send_modify(|version| *version += 1);
                        }
                    }
                },
                () = self.ports.clock.sleep(rest) => {}
            }
        }
        self.hear_of_what_is_sent(&mut inbox).await;
        // The writer must not wait for an inbox that nobody reads any more.
        drop(inbox);
        self.part("the end", Self::end_in_the_dark);
        self.part("the end", Self::keep_half_hours);
        self.part("the end", Self::flush);
        let Self { store, ports, batches, .. } = self;
        drop(batches);
        if let Err(error) = writer.await {
            tracing::error!(%error, "the last writes could not be stored");
        }
        if let Err(error) = store.alive(ports.clock.now()).await {
            tracing::error!(%error, "the end of the watch could not be stored");
        }
        if let Err(error) = store.close().await {
            tracing::error!(%error, "the store did not close well");
        }
    }

    /// A notice that is on its way at the end may be shown all the same: it is waited for, so that whoever goes on does not
    /// send it again.
    async fn hear_of_what_is_sent(&mut self, inbox: &mut mpsc::Receiver<Event>) {
        let heard = async {
            while self.outbox.is_sending() {
                match inbox.recv().await {
                    None => break,
                    Some(Event::Sent { channel, notice, result }) => {
                        self.part("the end", |it| it.note_sent(&channel, &notice, result));
                    }
                    Some(_) => {}
                }
            }
        };
        if tokio::time::timeout(LAST_WORD, heard).await.is_err() {
            tracing::info!("a notice is still on its way at the end: it is sent again by whoever goes on");
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Looked { watch, purpose, observation, parts } => self.came(watch, purpose, observation, parts),
            Event::Lost { watch, purpose } => self.lost(&watch, purpose),
            Event::PartsCame { task, parts } => self.parts_came(*task, parts),
            Event::ReportSeen { incident, observation } => self.report_seen(&incident, observation),
            Event::MissingSeen { group, shown } => self.missing_seen(&group, shown),
            Event::PicturesRead(unwanted) => self.pictures_read(unwanted),
            Event::Judged { task, result } => self.came_judged(*task, result),
            Event::SystemSays(word) => self.system_says(word),
            Event::SystemChanged => self.read_word(self.ports.clock.now()),
            Event::Probed { round, route, probed } => self.probed(round, route, probed),
            Event::Stored { announcement, waits, result } => {
                self.unstored = waits;
                self.stored(announcement, result);
            }
            Event::Kept(result) => self.kept(result),
            Event::Sent { channel, notice, result } => self.sent(&channel, &notice, result),
            Event::Clicked(click) => self.clicked(&click),
            Event::Configured(read) => self.configured(read),
            Event::Asked(command) => self.asked(command),
        }
    }

    /// What a look that is due is for: one at a page that has failed confirms that it is away, or that it is not. Where very many
    /// hang at once, the others take their turn as ever: the confirmation of an alarm must not wait behind them.
    fn purpose_when_due(&self, id: &WatchId) -> Purpose {
        let doubted = self.slots.get(id).is_some_and(|slot| slot.track.doubts_it_is_there());
        let confirming = || self.slots.values().filter(|slot| slot.under_way == Some(Purpose::Confirmation)).count();
        if doubted && confirming() < DOUBTS_AT_ONCE { Purpose::Confirmation } else { Purpose::Routine }
    }

    /// Does what is due, and says how long to sleep when nothing happens.
    fn tick_contained(&mut self) -> Duration {
        let clock = Arc::clone(&self.ports.clock);
        let Ok(now) = contained(|| clock.now()) else { return TICK };
        let mut broke = self.part("pauses", |it| it.tend_pauses(now));
        broke |= self.part("network", |it| it.tend_network(now));
        broke |= self.part("looks", |it| it.look_at_due(now));
        broke |= self.part("reminders", |it| it.tell_by_itself(now));
        broke |= self.part("store", Self::tell_overdue);
        broke |= self.part("alerts", Self::decide_all);
        broke |= self.part("alerts", Self::tell_announced);
        broke |= self.part("alerts", |it| it.send_due(now));
        broke |= self.part("upkeep", |it| it.keep_up(now));
        // What breaks down at once again must not do so a thousand times a second.
        if broke { TICK } else { contained(|| self.rest(now)).unwrap_or(TICK) }
    }

    fn tend_pauses(&mut self, now: Timestamp) {
        if self.pause.is_some_and(|pause| pause.is_over(now)) {
            self.resume();
            self.version.send_modify(|version| *version += 1);
        }
        let resumed = self.outlets_to_resume(now);
        if !resumed.is_empty() {
            self.resume_outlets(&resumed);
            self.version.send_modify(|version| *version += 1);
        }
    }

    fn look_at_due(&mut self, now: Timestamp) {
        let tick = self.schedule.tick(now);
        if tick.set_back {
            self.own.forget_times();
        }
        if let Some((from, to)) = tick.slept {
            self.woke(from, to);
        }
        for id in tick.due {
            self.look_contained(&id);
        }
    }

    /// Says that the watch is alive, and tidies up.
    fn keep_up(&mut self, now: Timestamp) {
        for note in self.store.take_notes() {
            self.remark(About::Trouble, words::store_mended(note.message()));
            if matches!(note, StoreNote::Found { .. }) {
                // What was learned and told before this watch began is not known to it: another one goes on from there.
                self.begins_anew.store(true, Ordering::Relaxed);
            }
        }
        if self.alive.is_none_or(|at| now.duration_since(at).abs() >= ALIVE_EVERY) {
            self.alive = Some(now);
            self.flush();
            // Without a network nobody watches: whoever goes on after a crash says so from where it went.
            if self.network == Network::Online {
                self.keep(move |store| async move { store.alive(now).await });
            }
        }
        if self.retained.is_none_or(|at| now.duration_since(at).abs() >= RETAIN_EVERY) {
            self.retained = Some(now);
            let keep_bytes = self.config.watching.keep_bytes;
            self.keep(move |store| async move {
                let retained = store.retain(now, keep_bytes).await?;
                if retained.over {
                    tracing::warn!(bytes = retained.after, keep_bytes, "what may not go is more than may be kept");
                }
                Ok(())
            });
        }
    }

    /// How long to sleep when nothing happens.
    fn rest(&self, now: Timestamp) -> Duration {
        let telling = self.outbox.next().filter(|_| self.pause.is_none());
        let due = self.schedule.next().into_iter().chain(telling).chain(self.own.deadline()).min();
        let until = due.map_or(TICK, |due| Duration::try_from(due.duration_since(now)).unwrap_or(Duration::ZERO));
        until.clamp(Duration::from_millis(1), TICK)
    }

    /// Takes on a watch, with what is known of it.
    fn take_on(&mut self, watch: Watch, homepages: Duration) {
        let interval = schedule::interval(&watch, homepages);
        let Rested { baseline, incidents } = self.wake(&watch.id);
        self.slots.insert(watch.id.clone(), Slot::new(watch, interval, &baseline, Track::resume(incidents)));
    }

    fn reschedule(&mut self, now: Timestamp) {
        let looked_at = self.slots.values().filter(|slot| !self.is_group(&slot.watch.id));
        let watches: Vec<(WatchId, Duration)> = looked_at.map(|slot| (slot.watch.id.clone(), slot.interval)).collect();
        self.schedule.set(watches, now);
        for slot in self.slots.values().filter(|slot| slot.watch.reader.is_some() && slot.concluded.is_none()) {
            let id = &slot.watch.id;
            self.schedule.add(id, slot.interval, now, schedule::irregular(id, now, slot.interval));
        }
    }

    fn say_unwatched(&mut self, last_alive: Option<Timestamp>, now: Timestamp) {
        if let Some(from) = last_alive.filter(|at| now.duration_since(*at) > ALIVE_EVERY * 2) {
            self.blind(from, now);
            self.begin_to_catch_up(now);
        }
    }

    /// Time that was not watched is kept, and said.
    fn blind(&mut self, from: Timestamp, to: Timestamp) {
        self.writes.push(Write::Blind { from, to });
        self.remark(About::BlindTime, words::not_watched(from, to));
    }

    fn remark(&mut self, about: About, message: Message) {
        let remark = Remark { about, message, at: self.ports.clock.now() };
        self.remarks.push_front(remark.clone());
        if self.remarks.len() > REMARKS {
            // That nothing is written down stands there for as long as it is so.
            let stays = |remark: &Remark| self.unwritten && remark.message.id == STORE_TROUBLE;
            let oldest = self.remarks.iter().rposition(|remark| !stays(remark));
            drop(oldest.and_then(|oldest| self.remarks.remove(oldest)));
        }
        self.happen(Happening::Remark(remark));
    }

    /// Remarks it, unless the same was remarked lately.
    fn remark_seldom(&mut self, about: About, message: Message, again: SignedDuration) {
        let now = self.ports.clock.now();
        let same = self.remarks.iter().find(|remark| remark.message == message);
        if same.is_none_or(|remark| now.duration_since(remark.at).abs() >= again) {
            self.remarks.retain(|remark| remark.message != message);
            self.remark(about, message);
        }
    }

    /// What was wrong is not any more: words with these ids are not shown any longer.
    fn mended(&mut self, ids: &[&str]) {
        self.remarks.retain(|remark| !ids.contains(&remark.message.id.as_str()));
    }

    fn happen(&self, happening: Happening) {
        // Nobody listening is no fault: the store has what matters.
        let _ = self.happenings.send(happening);
    }

    /// Has the store do something that nobody waits for.
    fn keep<F>(&self, job: impl FnOnce(Store) -> F + Send + 'static)
    where
        F: Future<Output = Result<(), StoreError>> + Send,
    {
        let (store, events) = (self.store.clone(), self.events.clone());
        tokio::spawn(async move { events.send(Event::Kept(job(store).await)).await });
    }

    fn kept(&mut self, result: Result<(), StoreError>) {
        match result {
            Ok(()) => self.store_works(),
            Err(error) => self.store_trouble(&error),
        }
    }

    fn store_trouble(&mut self, error: &StoreError) {
        tracing::error!(%error, code = error.code(), "the store failed: what happens is not written down");
        self.unwritten = true;
        // Every batch and every sign of life fails the same way: it is said once, and again while it goes on.
        self.remark_seldom(About::Trouble, words::store_trouble(error.message()), SAY_AGAIN);
    }

    /// The store did what it was asked: if it failed before, that is over once nothing waits for it any more.
    fn store_works(&mut self) {
        if !self.unstored && std::mem::take(&mut self.unwritten) {
            self.mended(&[STORE_TROUBLE]);
            self.version.send_modify(|version| *version += 1);
            self.happen(Happening::Remark(Remark {
                about: About::Course,
                message: words::store_works(),
                at: self.ports.clock.now(),
            }));
        }
    }
}
