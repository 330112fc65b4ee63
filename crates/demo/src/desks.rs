//! The editor's own watch and, while it is shown, the demonstration beside it. The own watch goes on meanwhile.
//!
//! The shell and the browser host hold one of these, and pass requests in and words of change out.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::incident::IncidentId;
use frontwatch_core::standing::Standing;
use frontwatch_core::text::Speech;
use frontwatch_core::text::desktop::{self, Scene, Trouble};
use frontwatch_engine::api::desk::{Desk, Opening};
use frontwatch_engine::api::happening::Happening;
use frontwatch_engine::api::overview::Overview;
use frontwatch_engine::api::request::{Failure, Reply, Request, Texts};
use frontwatch_engine::api::session;
use frontwatch_engine::place::Place;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::{ACTS, NotStaged, Stage};

/// The longest it may take to learn six front pages.
const LEARN_WITHIN: Duration = Duration::from_secs(60);
/// Between two acts: long enough to see one and read of it.
const PACE: Duration = Duration::from_secs(15);

/// The desks.
pub struct Desks {
    own: Result<Arc<Desk>, Failure>,
    show: Mutex<Option<Show>>,
    speech: Speech,
    outside: Outside,
}

/// Where what happens is heard of.
#[derive(Debug, Clone)]
struct Outside {
    changed: watch::Sender<u64>,
    opens: mpsc::UnboundedSender<IncidentId>,
}

/// The demonstration while it is shown.
struct Show {
    desk: Arc<Desk>,
    narration: watch::Receiver<Scene>,
    over: oneshot::Sender<()>,
    playing: JoinHandle<()>,
}

impl Desks {
    /// Opens the editor's own watch. Where it can't be opened, every request is answered with the reason. Incidents that
    /// a person wants to see, because they clicked on a notification, go to `opens`.
    pub async fn open(place: &Place, opens: mpsc::UnboundedSender<IncidentId>) -> Self {
        let outside = Outside { changed: watch::Sender::new(0), opens };
        let own = Desk::open(Opening::at(place)).await;
        let speech = own.as_ref().map_or_else(|_| session::speech(&[]), |desk| desk.speech().clone());
        let own = own.map_err(|error| {
            tracing::error!(%error, "the watch could not be started");
            Failure { code: error.code().to_owned(), says: error.to_string() }
        });
        let own = own.map(|desk| outside.listen(Arc::new(desk)));
        Self { own, show: Mutex::new(None), speech, outside }
    }

    /// Why there is no watch; none while there is one.
    pub fn failure(&self) -> Option<&Failure> {
        self.own.as_ref().err()
    }

    /// Changes whenever an answer may have.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.outside.changed.subscribe()
    }

    /// The reader's words.
    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Does what is asked: of the demonstration while it is shown, otherwise of the own watch.
    pub async fn answer(&self, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::Texts => return Ok(Reply::Texts(Texts::of(&self.speech))),
            Request::StartDemonstration => self.start().await?,
            Request::EndDemonstration => self.end().await,
            _ => {}
        }
        let shown = self.show.lock().await.as_ref().map(|show| (Arc::clone(&show.desk), *show.narration.borrow()));
        let Some((desk, scene)) = shown else {
            return self.own.clone()?.answer(request).await;
        };
        let mut reply = desk.answer(request).await?;
        if let Reply::Overview(overview) = &mut reply {
            overview.narration = Some(self.speech.say(&desktop::scene(scene)));
        }
        Ok(reply)
    }

    /// How things stand, for the tray: a real alarm is never behind a demonstration.
    pub async fn tray(&self) -> Result<Overview, Failure> {
        let own = match &self.own {
            Ok(desk) => desk.now().await,
            Err(failure) => Err(failure.clone()),
        };
        let shown = self.show.lock().await.as_ref().map(|show| Arc::clone(&show.desk));
        match (own, shown) {
            (Ok(own), Some(_)) if own.standing == Standing::Alarm => Ok(own),
            (_, Some(desk)) => desk.now().await,
            (own, None) => own,
        }
    }

    /// Ends everything; what waits to be stored is stored first.
    pub async fn close(&self) {
        self.end().await;
        if let Ok(desk) = &self.own {
            desk.close().await;
        }
    }

    /// Opens the newsroom and plays. One that is shown goes on.
    async fn start(&self) -> Result<(), Failure> {
        let mut show = self.show.lock().await;
        if show.is_none() {
            let started = self.started().await;
            let failed = |why: String| Failure::of(&Trouble::NoDemonstration(why), &self.speech);
            *show = Some(started.map_err(failed)?);
            self.outside.change();
        }
        Ok(())
    }

    async fn started(&self) -> Result<Show, String> {
        let (stage, config) = Stage::open().await.map_err(|error| error.to_string())?;
        let opening =
            Opening { config, file: None, data: stage.data().to_owned(), words: Vec::new(), demonstration: true };
        let desk = Desk::open(opening).await.map_err(|error| error.to_string())?;
        let desk = self.outside.listen(Arc::new(desk));
        let (scenes, narration) = watch::channel(Scene::Learning);
        let (over, ended) = oneshot::channel();
        let outside = self.outside.clone();
        let played = Arc::clone(&desk);
        let playing = tokio::spawn(async move {
            tokio::select! {
                // The sender is dropped with the show.
                _ = ended => {}
                played = play(&stage, &played, &scenes, &outside) => {
                    if let Err(error) = played {
                        tracing::error!(%error, "the demonstration stopped");
                    }
                    // The newsroom goes on until a person ends the demonstration.
                    std::future::pending::<()>().await;
                }
            }
            played.close().await;
            stage.close().await;
        });
        Ok(Show { desk, narration, over, playing })
    }

    async fn end(&self) {
        let Some(Show { over, playing, .. }) = self.show.lock().await.take() else { return };
        // It has ended by itself when this fails.
        let _ = over.send(());
        if let Err(error) = playing.await {
            tracing::error!(%error, "the demonstration ended badly");
        }
        self.outside.change();
    }
}

impl Outside {
    fn change(&self) {
        self.changed.send_modify(|number| *number += 1);
    }

    /// Passes on what is heard of a desk, until it is closed.
    fn listen(&self, desk: Arc<Desk>) -> Arc<Desk> {
        let (mut version, mut happenings, outside) = (desk.version(), desk.happenings(), self.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    changed = version.changed() => match changed {
                        Ok(()) => outside.change(),
                        Err(_) => return,
                    },
                    happening = happenings.recv() => match happening {
                        // Nobody opens anything any more when this fails.
                        Ok(Happening::Open(incident)) => drop(outside.opens.send(incident)),
                        Ok(_) | Err(RecvError::Lagged(_)) => {}
                        Err(RecvError::Closed) => return,
                    },
                }
            }
        });
        desk
    }
}

/// The acts one after the other, once all is learned.
async fn play(stage: &Stage, desk: &Desk, scenes: &watch::Sender<Scene>, outside: &Outside) -> Result<(), NotStaged> {
    learned(desk).await;
    for act in ACTS {
        scenes.send_replace(act.scene);
        outside.change();
        stage.perform(act).await?;
        tokio::time::sleep(PACE).await;
    }
    scenes.send_replace(Scene::Over);
    outside.change();
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
