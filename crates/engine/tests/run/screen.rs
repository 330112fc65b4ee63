//! A screen that notes what is raised on it, and can fail. Before it shows a notice it looks into the store.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

use frontwatch_core::notify::Notice;
use frontwatch_core::text::errors::as_said;
use frontwatch_engine::ports::{NotDelivered, Notifier};
use frontwatch_engine::store::{Delivery, Store};
use tokio::runtime::Handle;

pub(crate) struct Screen {
    store: Mutex<Option<Store>>,
    state: Mutex<State>,
    /// A notice arrived at a far end that hangs, or is slow.
    pub(crate) hangs: tokio::sync::Notify,
    /// Whether the far end that is slow goes on.
    open: Mutex<bool>,
    gate: Condvar,
}

#[derive(Default)]
struct State {
    server: Server,
    raised: Vec<Raised>,
    tried: Vec<String>,
    closed: Vec<String>,
}

/// What the far end does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Server {
    /// It shows notices.
    #[default]
    Shows,
    /// It is not there.
    Absent,
    /// It refuses the notices whose body has this word.
    Refuses(&'static str),
    /// It shows notices once its gate is opened.
    Slow,
    /// It takes a notice and does not come back.
    Hangs,
    /// Its end in this program panics at notices whose body has this word.
    Panics(&'static str),
}

/// A notice that was shown.
#[derive(Debug, Clone)]
pub(crate) struct Raised {
    pub(crate) notice: Notice,
    /// Whether its incident stood in the store, and the notice in the outbox, when it was raised.
    pub(crate) stored_first: bool,
}

impl Screen {
    pub(crate) fn new() -> Self {
        Self {
            store: Mutex::default(),
            state: Mutex::default(),
            hangs: tokio::sync::Notify::new(),
            open: Mutex::default(),
            gate: Condvar::new(),
        }
    }

    /// The far end that is slow goes on.
    pub(crate) fn open_the_gate(&self) {
        *self.open.lock().unwrap() = true;
        self.gate.notify_all();
    }

    pub(crate) fn looks_into(&self, store: Option<Store>) {
        *self.store.lock().unwrap() = store;
    }

    pub(crate) fn server(&self, server: Server) {
        self.state.lock().unwrap().server = server;
    }

    /// What was raised, without reminders of what was told before.
    pub(crate) fn raised(&self) -> Vec<Raised> {
        self.all_raised().into_iter().filter(|raised| !raised.notice.is_reminder()).collect()
    }

    /// What was raised, and when it was decided.
    pub(crate) fn all_raised(&self) -> Vec<Raised> {
        self.state.lock().unwrap().raised.clone()
    }

    /// The ids of the notices that were tried, in order.
    pub(crate) fn tried(&self) -> Vec<String> {
        self.state.lock().unwrap().tried.clone()
    }

    pub(crate) fn closed(&self) -> Vec<String> {
        self.state.lock().unwrap().closed.clone()
    }

    fn stored(&self, notice: &Notice) -> bool {
        let Some(store) = self.store.lock().unwrap().clone() else {
            return false;
        };
        Handle::current().block_on(async {
            let incident = store.incident(notice.incident.clone()).await.unwrap();
            let outbox = store.outbox(50).await.unwrap();
            let waits = |row: &Delivery| matches!(row, Delivery::Pending { .. });
            incident.is_some() && outbox.iter().any(|row| row.notice == *notice && waits(&row.delivery))
        })
    }
}

impl Notifier for Screen {
    fn raise(&self, notice: &Notice) -> Result<(), NotDelivered> {
        let stored_first = self.stored(notice);
        let mut state = self.state.lock().unwrap();
        state.tried.push(notice.id.clone());
        match state.server {
            Server::Absent => return Err(NotDelivered::NoServer("nobody owns the name".to_owned())),
            Server::Refuses(word) if notice.body.contains(word) => {
                return Err(NotDelivered::Refused(as_said("too long")));
            }
            Server::Panics(word) if notice.body.contains(word) => {
                drop(state);
                panic!("the notifier fails, as the test wants it");
            }
            Server::Hangs => {
                drop(state);
                self.hangs.notify_one();
                // Long enough for the loop to be cut off meanwhile; paused time stands still.
                std::thread::sleep(Duration::from_millis(300));
                return Err(NotDelivered::NoServer("cut off".to_owned()));
            }
            Server::Slow => {
                drop(state);
                self.hangs.notify_one();
                drop(self.gate.wait_while(self.open.lock().unwrap(), |open| !*open));
                state = self.state.lock().unwrap();
            }
            Server::Shows | Server::Refuses(_) | Server::Panics(_) => {}
        }
        state.raised.push(Raised { notice: notice.clone(), stored_first });
        Ok(())
    }

    fn close(&self, key: &str) {
        self.state.lock().unwrap().closed.push(key.to_owned());
    }
}
