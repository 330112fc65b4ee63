//! A post office that notes what it is given for each channel, and can fail for any of them.

use std::collections::BTreeMap;
use std::sync::Mutex;

use frontwatch_core::channel::Channel;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::errors::as_said;
use frontwatch_engine::ports::{Later, NotDelivered, Post};

#[derive(Default)]
pub(crate) struct Office {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    manners: BTreeMap<String, Manner>,
    sent: Vec<(String, Notice)>,
    tried: Vec<(String, String)>,
}

/// What a far end does.
#[derive(Debug, Clone)]
pub(crate) enum Manner {
    /// It takes notices.
    Takes,
    /// It fails like this.
    Fails(NotDelivered),
    /// It does not take the notices whose body has this word.
    DoesNotWant(&'static str),
    /// It never answers.
    Stalls,
    /// Its end in this program panics.
    Panics,
    /// It panics before there is anything to wait for.
    PanicsAtOnce,
}

impl Office {
    /// What the far end of a channel does from now on: `webhook:NAME` or `email:NAME`.
    pub(crate) fn behave(&self, channel: &str, manner: Manner) {
        self.state.lock().unwrap().manners.insert(channel.to_owned(), manner);
    }

    /// What has arrived there, without reminders of what was told before.
    pub(crate) fn sent(&self, channel: &str) -> Vec<Notice> {
        let state = self.state.lock().unwrap();
        state
            .sent
            .iter()
            .filter(|(to, notice)| to == channel && !notice.is_reminder())
            .map(|(_, notice)| notice.clone())
            .collect()
    }

    /// The ids of the notices that were tried there, in order.
    pub(crate) fn tried(&self, channel: &str) -> Vec<String> {
        let state = self.state.lock().unwrap();
        state.tried.iter().filter(|(to, _)| to == channel).map(|(_, id)| id.clone()).collect()
    }
}

impl Post for Office {
    fn send(&self, to: Channel, notice: Notice) -> Later<Result<(), NotDelivered>> {
        let mut state = self.state.lock().unwrap();
        let channel = to.id().to_string();
        state.tried.push((channel.clone(), notice.id.clone()));
        match state.manners.get(&channel).cloned().unwrap_or(Manner::Takes) {
            Manner::Fails(error) => Box::pin(async { Err(error) }),
            Manner::DoesNotWant(word) if notice.body.contains(word) => {
                Box::pin(async { Err(NotDelivered::Unwanted(as_said("it answers 400"))) })
            }
            Manner::Stalls => Box::pin(std::future::pending()),
            Manner::Panics => Box::pin(async { panic!("the courier fails, as the test wants it") }),
            Manner::PanicsAtOnce => {
                drop(state);
                panic!("the courier fails at once, as the test wants it")
            }
            Manner::Takes | Manner::DoesNotWant(_) => {
                state.sent.push((channel, notice));
                Box::pin(async { Ok(()) })
            }
        }
    }
}
