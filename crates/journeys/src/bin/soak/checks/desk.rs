//! Whoever is told: a screen that keeps the first word on each outlet in trouble, and a post office for nobody.

use std::collections::HashMap;
use std::sync::Mutex;

use frontwatch_core::channel::Channel;
use frontwatch_core::notify::Notice;
use frontwatch_engine::ports::{Later, NotDelivered, Notifier, Post};
use jiff::Timestamp;

use super::locked;

/// A screen.
#[derive(Debug, Default)]
pub(crate) struct Screen(Mutex<Shown>);

#[derive(Debug, Default)]
struct Shown {
    alarms: HashMap<String, Timestamp>,
    notices: u64,
}

impl Screen {
    /// When trouble of this outlet was first told since it was last forgotten.
    pub(crate) fn told(&self, outlet: &str) -> Option<Timestamp> {
        locked(&self.0).alarms.get(outlet).copied()
    }

    /// What was told of this outlet counts no more.
    pub(crate) fn forget(&self, outlet: &str) {
        locked(&self.0).alarms.remove(outlet);
    }

    /// How many notices were shown.
    pub(crate) fn notices(&self) -> u64 {
        locked(&self.0).notices
    }
}

impl Notifier for Screen {
    fn raise(&self, notice: &Notice) -> Result<(), NotDelivered> {
        let mut shown = locked(&self.0);
        shown.notices += 1;
        if let Some(outlet) = notice.about.outlet.clone().filter(|_| !notice.over) {
            shown.alarms.entry(outlet).or_insert(notice.at);
        }
        Ok(())
    }

    fn close(&self, _key: &str) {}
}

/// No far end is configured.
#[derive(Debug)]
pub(crate) struct NoFarEnd;

impl Post for NoFarEnd {
    fn send(&self, _to: Channel, _notice: Notice) -> Later<Result<(), NotDelivered>> {
        Box::pin(std::future::ready(Ok(())))
    }
}
