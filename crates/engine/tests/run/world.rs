//! Everything that the loop needs, and the loop's lives in it: it can be stopped, cut off, and started again.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use frontwatch_core::config;
use frontwatch_core::incident::Incident;
use frontwatch_core::text::cli::Network;
use frontwatch_core::text::{Message, Speech};
use frontwatch_core::verdict::Verdict;
use frontwatch_core::watch::{WatchId, WatchKind};
use frontwatch_engine::api::configuration::{self, Unusable};
use frontwatch_engine::api::happening::{Happening, IncidentState, NoticeSent, WatchVerdict};
use frontwatch_engine::ports::{Click, Clock};
use frontwatch_engine::run::{self, Handle, Ports, Setup};
use frontwatch_engine::store::{LOCK_FILE, Store, StoreError};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::office::Office;
use crate::screen::Screen;
use crate::system::System;
use crate::wall::Wall;
use crate::web::Web;

/// The outlet that most tests watch, on loopback: no other host is asked about the network.
pub(crate) const PAPER: &str = "http://127.0.0.1:9/";

pub(crate) struct World {
    pub(crate) dir: TempDir,
    pub(crate) clock: Arc<Wall>,
    pub(crate) web: Arc<Web>,
    pub(crate) screen: Arc<Screen>,
    pub(crate) office: Arc<Office>,
    pub(crate) system: Arc<System>,
}

/// One run of the loop.
pub(crate) struct Life {
    pub(crate) handle: Handle,
    pub(crate) store: Store,
    pub(crate) clicks: mpsc::Sender<Click>,
    heard: Arc<Mutex<Vec<Happening>>>,
    running: JoinHandle<()>,
}

impl World {
    /// With [`PAPER`] as it should be.
    pub(crate) fn new() -> Self {
        let clock = Arc::new(Wall::new());
        let web = Arc::new(Web::new(Arc::clone(&clock)));
        web.publish(PAPER, "Paper");
        Self {
            dir: tempfile::tempdir().unwrap(),
            screen: Arc::new(Screen::new()),
            office: Arc::default(),
            system: Arc::default(),
            clock,
            web,
        }
    }

    /// Watches [`PAPER`].
    pub(crate) async fn watch_paper(&self) -> Life {
        self.watch(&configured(&[("Paper", PAPER)])).await
    }

    /// Watches what a configuration names.
    pub(crate) async fn watch(&self, text: &str) -> Life {
        self.start(text, None, Vec::new()).await
    }

    /// Watches what a configuration names, with words that are to be said first.
    pub(crate) async fn watch_saying(&self, text: &str, words: Vec<Message>) -> Life {
        self.start(text, None, words).await
    }

    /// The moment this far from now.
    pub(crate) fn clock_in(&self, time: Duration) -> Timestamp {
        self.clock.now().checked_add(time).unwrap()
    }

    /// Watches what a configuration names that stands in a file, and follows the file.
    pub(crate) async fn watch_file(&self, text: &str) -> (Life, PathBuf) {
        let file = self.dir.path().join("frontwatch.toml");
        std::fs::write(&file, text).unwrap();
        (self.start(text, Some(file.clone()), Vec::new()).await, file)
    }

    pub(crate) fn open(&self) -> Store {
        // The thread of a store that was cut off may need a moment to let go of the lock.
        for _ in 0..200 {
            match Store::open_to_watch(&self.data()) {
                Ok(opened) => return opened.store,
                Err(StoreError::Held { .. }) => std::thread::sleep(Duration::from_millis(10)),
                Err(error) => panic!("{error}"),
            }
        }
        panic!("the store stays locked");
    }

    /// The data directory.
    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// The database can't be opened to write: what it holds can be read, as on a disk that may only be read.
    pub(crate) fn shut(&self) {
        let lock = self.data().join(LOCK_FILE);
        std::fs::remove_file(&lock).unwrap();
        std::fs::create_dir(lock).unwrap();
    }

    /// It can be again.
    pub(crate) fn unshut(&self) {
        std::fs::remove_dir(self.data().join(LOCK_FILE)).unwrap();
    }

    /// Watches nothing, as the configuration cannot be used.
    pub(crate) async fn watch_unusable(&self) -> Life {
        let file = self.dir.path().join("frontwatch.toml");
        let source = std::io::ErrorKind::PermissionDenied.into();
        self.start_with("", None, Vec::new(), Some(Unusable::Unreadable { path: file, source })).await
    }

    /// Watches nothing, as this stands in the file, or as there is none; and follows the file.
    pub(crate) async fn watch_unusable_file(&self, text: Option<&str>) -> (Life, PathBuf) {
        let file = self.dir.path().join("frontwatch.toml");
        if let Some(text) = text {
            std::fs::write(&file, text).unwrap();
        }
        let unusable = configuration::read(&file).unwrap_err();
        (self.start_with("", Some(file.clone()), Vec::new(), Some(unusable)).await, file)
    }

    async fn start(&self, text: &str, config_file: Option<PathBuf>, words: Vec<Message>) -> Life {
        self.start_with(text, config_file, words, None).await
    }

    async fn start_with(
        &self,
        text: &str,
        config_file: Option<PathBuf>,
        words: Vec<Message>,
        unusable: Option<Unusable>,
    ) -> Life {
        let store = self.open();
        self.clock.waits_for(Some(store.clone()));
        self.screen.looks_into(Some(store.clone()));
        let (clicks, clicked) = mpsc::channel(8);
        let ports = Ports {
            fetch: Arc::<Web>::clone(&self.web),
            clock: Arc::<Wall>::clone(&self.clock),
            desktop: Arc::<Screen>::clone(&self.screen),
            post: Arc::<Office>::clone(&self.office),
            surroundings: Arc::<System>::clone(&self.system),
        };
        let setup = Setup {
            config: config::parse(text).unwrap().config,
            config_file,
            speech: speech(),
            store: store.clone(),
            clicks: clicked,
            words,
            unusable,
        };
        let (handle, running) = run::start(ports, setup).await.unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (mut happenings, ear) = (handle.happenings(), Arc::clone(&heard));
        tokio::spawn(async move {
            while let Ok(happening) = happenings.recv().await {
                ear.lock().unwrap().push(happening);
            }
        });
        Life { handle, store, clicks, heard, running }
    }

    /// Lets time go by.
    pub(crate) async fn pass(&self, time: Duration) {
        self.clock.sleep(time).await;
        self.clock.sleep(Duration::from_millis(1)).await;
    }

    /// Lets time go by until something holds; returns how long it took.
    pub(crate) async fn until(&self, within: Duration, what: &str, holds: impl Fn() -> bool) -> Duration {
        const STEP: Duration = Duration::from_millis(100);
        let mut passed = Duration::ZERO;
        while !holds() {
            assert!(passed < within, "not within {within:?}: {what}");
            self.clock.sleep(STEP).await;
            passed += STEP;
        }
        passed
    }

    /// Until the page of an outlet is learned.
    pub(crate) async fn learned(&self, life: &Life, outlet: &str) {
        let normal = || life.verdicts().iter().any(|v| v.outlet == outlet && v.said.verdict == Verdict::Normal);
        self.until(minutes(5), "learned", normal).await;
    }

    /// Ends a life as a person does.
    pub(crate) async fn stop(&self, life: Life) {
        life.handle.stop().await;
        life.running.await.unwrap();
        self.clock.waits_for(None);
        self.screen.looks_into(None);
    }

    /// Ends a life in the middle of whatever it does: nothing more is decided and nothing is closed.
    pub(crate) async fn cut_off(&self, life: Life) {
        life.running.abort();
        drop(life.running.await);
        // The tasks that hold the store end when they notice.
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
        self.clock.waits_for(None);
        self.screen.looks_into(None);
    }
}

impl Life {
    pub(crate) fn heard(&self) -> Vec<Happening> {
        self.heard.lock().unwrap().clone()
    }

    pub(crate) fn verdicts(&self) -> Vec<WatchVerdict> {
        let heard = self.heard().into_iter();
        heard.filter_map(|h| if let Happening::Verdict(verdict) = h { Some(verdict) } else { None }).collect()
    }

    pub(crate) fn incidents(&self) -> Vec<IncidentState> {
        let heard = self.heard().into_iter();
        heard.filter_map(|h| if let Happening::Incident(incident) = h { Some(incident) } else { None }).collect()
    }

    pub(crate) fn notices(&self) -> Vec<NoticeSent> {
        let heard = self.heard().into_iter();
        heard.filter_map(|h| if let Happening::Notice(notice) = h { Some(notice) } else { None }).collect()
    }

    /// What was said of this computer's own network.
    pub(crate) fn networks(&self) -> Vec<Network> {
        let networks = |happening| match happening {
            Happening::Network(network) => Some(network.state),
            _ => None,
        };
        self.heard().into_iter().filter_map(networks).collect()
    }

    /// What was remarked, as it is said.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let say = |message: &Message, at: Timestamp| speech().say_at(message, at);
        let heard = self.heard().into_iter();
        heard.filter_map(|h| if let Happening::Remark(r) = h { Some(say(&r.message, r.at)) } else { None }).collect()
    }

    /// Outlet and state of every incident heard of, in order.
    pub(crate) fn story(&self) -> Vec<String> {
        self.incidents().iter().map(|incident| format!("{} {}", incident.outlet, incident.state)).collect()
    }

    pub(crate) async fn unresolved(&self) -> Vec<Incident> {
        self.handle.unresolved().await.unwrap()
    }
}

/// A configuration of these outlets, with the default interval of 30 s; no neutral address is asked.
pub(crate) fn configured(outlets: &[(&str, &str)]) -> String {
    configured_with("probes = []", outlets)
}

/// A configuration of these outlets, with more of how they are watched.
pub(crate) fn configured_with(watching: &str, outlets: &[(&str, &str)]) -> String {
    let outlets = outlets.iter().map(|(name, url)| format!("[[outlet]]\nname = \"{name}\"\nhomepage = \"{url}\"\n"));
    format!("[watching]\ninterval = \"30s\"\n{watching}\n{}", outlets.collect::<String>())
}

pub(crate) fn speech() -> Speech {
    Speech::new(&["en".to_owned()], TimeZone::UTC)
}

pub(crate) fn homepage(url: &str) -> WatchId {
    WatchId::new(WatchKind::Homepage, &url.parse().unwrap())
}

pub(crate) fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
