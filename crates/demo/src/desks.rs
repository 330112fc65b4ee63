//! The editor's own watch and, while it is shown, the demonstration beside it. The own watch goes on meanwhile, and a real
//! alarm is never behind a demonstration: it ends it.
//!
//! The shell and the browser host hold one of these, and pass requests in and words of change out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use frontwatch_core::incident::IncidentId;
use frontwatch_core::standing::Standing;
use frontwatch_core::text::desktop::{self, Scene, Trouble};
use frontwatch_core::text::{Message, Speech};
use frontwatch_engine::api::desk::{Desk, Opening};
use frontwatch_engine::api::happening::Happening;
use frontwatch_engine::api::overview::{AnomalyState, Overview};
use frontwatch_engine::api::request::{Failure, Reply, Request, Texts, WATCH_STOPPED};
use frontwatch_engine::api::session;
use frontwatch_engine::place::Place;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::{ACTS, NotStaged, Stage};

/// The longest it may take to learn six front pages.
const LEARN_WITHIN: Duration = Duration::from_secs(60);
/// Between two acts: long enough to see one and read of it.
const PACE: Duration = Duration::from_secs(15);
/// Between two tries to open the own watch, where another process has its data, or the configuration can't be used.
const AGAIN: Duration = Duration::from_secs(5);

/// The desks.
pub struct Desks {
    place: Place,
    own: RwLock<Result<Arc<Desk>, Failure>>,
    show: Mutex<Option<Show>>,
    speech: Speech,
    changed: watch::Sender<u64>,
    /// Incidents that a person wants to see.
    opens: mpsc::UnboundedSender<IncidentId>,
    /// Whether it is wanted that the own watch ends.
    closing: AtomicBool,
}

/// The demonstration while it is shown.
struct Show {
    desk: Arc<Desk>,
    narration: watch::Receiver<Scene>,
    over: oneshot::Sender<()>,
    playing: JoinHandle<()>,
}

impl Desks {
    /// Opens the editor's own watch. Where it can't be opened, every request is answered with the reason, and it is tried
    /// again. Incidents that a person wants to see, because they clicked on a notification, go to `opens`.
    pub async fn open(place: &Place, opens: mpsc::UnboundedSender<IncidentId>) -> Arc<Self> {
        let speech = session::speech(&[]);
        let own = own(place, &speech).await;
        let desks = Arc::new(Self {
            place: place.clone(),
            own: RwLock::new(own.clone()),
            show: Mutex::new(None),
            speech,
            changed: watch::Sender::new(0),
            opens,
            closing: AtomicBool::new(false),
        });
        match own {
            Ok(desk) => desks.listen(&desk, true),
            Err(_) => drop(tokio::spawn(try_again(Arc::downgrade(&desks), false))),
        }
        desks
    }

    /// Changes whenever an answer may have.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// The reader's words.
    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Does what is asked: of the demonstration while it is shown, otherwise of the own watch.
    pub async fn answer(self: &Arc<Self>, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::Texts => return Ok(Reply::Texts(Texts::of(&self.speech))),
            Request::StartDemonstration => self.start().await?,
            Request::EndDemonstration => self.end().await,
            _ => {}
        }
        if let Some((desk, scene)) = self.shown().await {
            match desk.answer(request.clone()).await {
                // It has just ended, and the own watch is there to answer.
                Err(failure) if failure.code == WATCH_STOPPED => {}
                Err(failure) => return Err(failure),
                Ok(Reply::Overview(mut overview)) => {
                    overview.narration = Some(self.speech.say(&desktop::scene(scene)));
                    return Ok(Reply::Overview(overview));
                }
                Ok(reply) => return Ok(reply),
            }
        }
        let own = self.own.read().await.clone()?;
        own.answer(request).await
    }

    /// How things stand, for the tray: what the window shows; in the demonstration said to be one, and where nothing can be
    /// written down, said to be so.
    pub async fn tray(&self) -> Result<Overview, Failure> {
        if let Some((desk, _)) = self.shown().await
            && let Ok(mut overview) = desk.now().await
        {
            overview.sentence = self.speech.say(&desktop::demonstration(&overview.sentence));
            return Ok(overview);
        }
        let own = self.own.read().await.clone()?;
        let mut overview = own.now().await?;
        if overview.unwritten {
            overview.sentence = self.speech.say(&desktop::unwritten(&overview.sentence));
        }
        Ok(overview)
    }

    /// Whether alarms of the own watch are not over.
    pub async fn has_open_alarms(&self) -> bool {
        let Ok(own) = self.own.read().await.clone() else { return false };
        let open = |state| !matches!(state, AnomalyState::Suspect | AnomalyState::Resolved);
        own.now().await.is_ok_and(|overview| overview.anomalies.iter().any(|it| open(it.state)))
    }

    /// Ends everything, the own watch first; what waits to be stored is stored.
    pub async fn close(&self) {
        self.closing.store(true, Ordering::SeqCst);
        let own = self.own.read().await.clone();
        if let Ok(desk) = own {
            desk.close().await;
        }
        self.end().await;
    }

    async fn shown(&self) -> Option<(Arc<Desk>, Scene)> {
        let show = self.show.lock().await;
        show.as_ref().map(|show| (Arc::clone(&show.desk), *show.narration.borrow()))
    }

    /// Opens the newsroom and plays. One that is shown goes on.
    async fn start(self: &Arc<Self>) -> Result<(), Failure> {
        if self.has_open_alarms().await {
            return Err(Failure::of(&Trouble::AlarmFirst, &self.speech));
        }
        let mut show = self.show.lock().await;
        if show.is_none() {
            let started = self.started().await;
            *show = Some(started.map_err(|why| Failure::of(&Trouble::NoDemonstration(why), &self.speech))?);
            self.change();
        }
        Ok(())
    }

    async fn started(self: &Arc<Self>) -> Result<Show, Message> {
        let (stage, config) = Stage::open().await.map_err(|error| error.message())?;
        let opening = Opening {
            config,
            speech: self.speech.clone(),
            file: None,
            data: stage.data().to_owned(),
            words: Vec::new(),
            unusable: None,
            demonstration: true,
        };
        let desk = Arc::new(Desk::open(opening).await.map_err(|error| error.message())?);
        self.listen(&desk, false);
        let (scenes, narration) = watch::channel(Scene::Learning);
        let (over, ended) = oneshot::channel();
        let changed = self.changed.clone();
        let played = Arc::clone(&desk);
        let playing = tokio::spawn(async move {
            tokio::select! {
                // The sender is dropped with the show.
                _ = ended => {}
                () = play(&stage, &played, &scenes, &changed) => {}
            }
            played.close().await;
            stage.close().await;
        });
        Ok(Show { desk, narration, over, playing })
    }

    async fn end(&self) {
        // Taken, so that nobody asks it any more, and no lock is held while it ends.
        let ended = self.show.lock().await.take();
        let Some(Show { over, playing, .. }) = ended else { return };
        // It has ended by itself when this fails.
        let _ = over.send(());
        if let Err(error) = playing.await {
            tracing::error!(%error, "the demonstration ended badly");
        }
        self.change();
    }

    fn change(&self) {
        change(&self.changed);
    }

    /// Passes on what is heard of a desk, until it is closed.
    fn listen(self: &Arc<Self>, desk: &Desk, own: bool) {
        let (mut version, mut happenings, desks) = (desk.version(), desk.happenings(), Arc::downgrade(self));
        tokio::spawn(async move {
            loop {
                let heard = tokio::select! {
                    changed = version.changed() => match changed {
                        Ok(()) => None,
                        Err(_) => break,
                    },
                    happening = happenings.recv() => match happening {
                        Ok(happening) => Some(happening),
                        Err(RecvError::Lagged(_)) => None,
                        Err(RecvError::Closed) => break,
                    },
                };
                let Some(desks) = desks.upgrade() else { return };
                match heard {
                    None => desks.change(),
                    Some(Happening::Open(incident)) => {
                        if own {
                            desks.end().await;
                        }
                        // Nobody opens anything any more when this fails.
                        let _ = desks.opens.send(incident);
                    }
                    Some(Happening::Incident(incident)) if own && incident.state == "open" => desks.end().await,
                    Some(_) => {}
                }
            }
            if own && let Some(desks) = desks.upgrade() {
                desks.own_ended();
            }
        });
    }

    /// The own watch has ended. Where nobody closed it, it is opened again: nothing may be left unwatched in silence.
    fn own_ended(self: &Arc<Self>) {
        if self.closing.load(Ordering::SeqCst) {
            return;
        }
        self.change();
        let desks = Arc::clone(self);
        tokio::spawn(async move {
            let ended = desks.own.read().await.clone();
            // No fault: what it is to go on with can be read now.
            let at_once = ended.as_ref().is_ok_and(|desk| desk.begins_anew());
            if at_once {
                tracing::info!("the watch begins anew with what its store holds");
            } else {
                tracing::error!("the watch has ended by itself, and is started again");
            }
            // What it left open is closed: the next one needs the lock of the data.
            if let Ok(desk) = ended {
                desk.close().await;
            }
            try_again(Arc::downgrade(&desks), at_once).await;
        });
    }
}

fn change(changed: &watch::Sender<u64>) {
    changed.send_modify(|number| *number += 1);
}

async fn own(place: &Place, speech: &Speech) -> Result<Arc<Desk>, Failure> {
    let opened = Desk::open(Opening::at(place, speech)).await;
    opened.map(Arc::new).map_err(|error| {
        tracing::warn!(%error, "the watch could not be started");
        Failure { code: error.code().to_owned(), says: speech.say(&error.message()) }
    })
}

/// Tries to open the own watch until it can be: another process that has its data may end. `at_once`: for the first time
/// without a pause.
async fn try_again(desks: Weak<Desks>, mut at_once: bool) {
    loop {
        if !std::mem::take(&mut at_once) {
            tokio::time::sleep(AGAIN).await;
        }
        let Some(desks) = desks.upgrade() else { return };
        if desks.closing.load(Ordering::SeqCst) {
            return;
        }
        let own = own(&desks.place, &desks.speech).await;
        // The program may have ended meanwhile: nobody would close what was opened since.
        if desks.closing.load(Ordering::SeqCst) {
            if let Ok(desk) = own {
                desk.close().await;
            }
            return;
        }
        let opened = own.as_ref().ok().cloned();
        *desks.own.write().await = own;
        if let Some(desk) = opened {
            desks.listen(&desk, true);
            desks.change();
            return;
        }
    }
}

/// The acts one after the other, once all is learned; then the newsroom goes on until a person ends the demonstration.
async fn play(stage: &Stage, desk: &Desk, scenes: &watch::Sender<Scene>, changed: &watch::Sender<u64>) {
    if let Err(error) = acts(stage, desk, scenes, changed).await {
        tracing::error!(%error, "the demonstration stopped");
    }
    scenes.send_replace(Scene::Over);
    change(changed);
    std::future::pending::<()>().await;
}

async fn acts(
    stage: &Stage,
    desk: &Desk,
    scenes: &watch::Sender<Scene>,
    changed: &watch::Sender<u64>,
) -> Result<(), NotStaged> {
    learned(desk).await;
    for act in ACTS {
        scenes.send_replace(act.scene);
        change(changed);
        stage.perform(act).await?;
        tokio::time::sleep(PACE).await;
    }
    Ok(())
}

async fn learned(desk: &Desk) {
    let mut version = desk.version();
    let all = async {
        while desk.now().await.is_ok_and(|overview| overview.standing != Standing::Normal) {
            if version.changed().await.is_err() {
                return;
            }
        }
    };
    // Attacked while it still learns, a page is reported all the same.
    let _ = tokio::time::timeout(LEARN_WITHIN, all).await;
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Instant;

    use frontwatch_core::watch::WatchId;
    use frontwatch_engine::store::{Access, Store, StoredBaseline, Write};
    use jiff::Timestamp;

    use super::*;

    /// Where a watch is, with an empty configuration.
    fn place(home: &Path) -> Result<Place, Box<dyn std::error::Error>> {
        let file = home.join("frontwatch.toml");
        std::fs::write(&file, "")?;
        Ok(Place::new(Some(&file), Some(&home.join("data")))?)
    }

    /// What a watch that began without it must not write over.
    async fn keep_something(data: &Path) -> Result<(), Box<dyn std::error::Error>> {
        let store = Store::open(data, Access::Write)?.store;
        let baseline = StoredBaseline {
            watch: WatchId::from_stored("a"),
            version: 1,
            format: 1,
            at: Timestamp::UNIX_EPOCH,
            reason: Message::new("x"),
            blob: Vec::new(),
        };
        store.commit(vec![Write::Baseline(Box::new(baseline))]).await?;
        Ok(store.close().await?)
    }

    #[tokio::test]
    async fn an_own_watch_whose_store_can_be_read_again_is_begun_anew_at_once() -> Result<(), Box<dyn std::error::Error>>
    {
        let home = tempfile::tempdir()?;
        let place = place(home.path())?;
        keep_something(&place.data).await?;
        let away = home.path().join("away");
        std::fs::rename(&place.data, &away)?;
        std::fs::write(&place.data, "in its place")?;
        let desks = Desks::open(&place, mpsc::unbounded_channel().0).await;
        let first = desks.own.read().await.clone().map_err(|failure| failure.says)?;
        std::fs::remove_file(&place.data)?;
        std::fs::rename(&away, &place.data)?;

        let mut version = first.version();
        let ended = async { while version.changed().await.is_ok() {} };
        tokio::time::timeout(Duration::from_secs(120), ended).await?;
        assert!(first.begins_anew());
        let began = Instant::now();
        let another = async {
            while desks.own.read().await.as_ref().is_ok_and(|desk| Arc::ptr_eq(desk, &first)) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(AGAIN * 6, another).await?;
        assert!(began.elapsed() < AGAIN, "{:?}", began.elapsed());
        assert!(desks.answer(Request::Overview).await.is_ok(), "it watches");
        desks.close().await;
        Ok(())
    }

    #[tokio::test]
    async fn an_own_watch_that_ends_by_itself_is_started_again() -> Result<(), Box<dyn std::error::Error>> {
        let home = tempfile::tempdir()?;
        let place = place(home.path())?;
        let desks = Desks::open(&place, mpsc::unbounded_channel().0).await;
        let first = desks.own.read().await.clone().map_err(|failure| failure.says)?;
        // As if its loop had broken down: nobody closed the desks.
        first.close().await;
        assert_eq!(
            desks.answer(Request::Overview).await.err().map(|failure| failure.code).as_deref(),
            Some(WATCH_STOPPED)
        );
        let again = async {
            while desks.answer(Request::Overview).await.is_err() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(AGAIN * 6, again).await?;
        desks.close().await;
        tokio::time::sleep(AGAIN + Duration::from_secs(1)).await;
        assert!(desks.answer(Request::Overview).await.is_err(), "what a person closes stays closed");
        frontwatch_proof::proven!(
            "desktop",
            "the loop of the watch ends",
            "once, by itself: started again within 6 times 5 s",
            "nothing"
        );
        Ok(())
    }
}
