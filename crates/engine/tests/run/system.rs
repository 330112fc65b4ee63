//! A system that says of its network what the test wants it to.

use std::sync::{Arc, Mutex};

use frontwatch_core::network::Word;
use frontwatch_engine::ports::{Later, Surroundings, SystemWord};
use tokio::sync::Notify;

#[derive(Default)]
pub(crate) struct System {
    word: Mutex<SystemWord>,
    changed: Arc<Notify>,
    asked: Mutex<usize>,
}

impl System {
    /// Says something else from now on, and that it does.
    pub(crate) fn says(&self, connectivity: Option<Word>) {
        self.word.lock().unwrap().connectivity = connectivity;
        self.changed.notify_one();
    }

    /// Says that the connection is metered, or is not.
    pub(crate) fn meters(&self, metered: Option<bool>) {
        self.word.lock().unwrap().metered = metered;
        self.changed.notify_one();
    }

    /// How often it was asked.
    pub(crate) fn asked(&self) -> usize {
        *self.asked.lock().unwrap()
    }
}

impl Surroundings for System {
    fn word(&self) -> Later<SystemWord> {
        *self.asked.lock().unwrap() += 1;
        Box::pin(std::future::ready(*self.word.lock().unwrap()))
    }

    fn changed(&self) -> Later<()> {
        let changed = Arc::clone(&self.changed);
        Box::pin(async move { changed.notified().await })
    }
}
