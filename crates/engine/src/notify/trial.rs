//! A test alert: by every channel that there is, on the way of every alert, and what came of it.

use std::sync::Arc;

use frontwatch_core::channel::{Channel, ChannelId};
use frontwatch_core::incident::IncidentId;
use frontwatch_core::notify::Notice;
use frontwatch_core::text::{Speech, alerts, errors};
use frontwatch_core::verdict::Severity;
use jiff::Timestamp;

use crate::ports::{NotDelivered, Notifier, Post};

/// What came of a test alert on one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// The channel.
    pub channel: ChannelId,
    /// Whether the far end has it.
    pub result: Result<(), NotDelivered>,
}

impl Tested {
    /// What came of it, in words.
    pub fn says(&self, speech: &Speech) -> String {
        speech.say(&match &self.result {
            Ok(()) => alerts::test_arrived(&self.channel),
            Err(error) => alerts::test_failed(error.message()),
        })
    }
}

/// Sends a test alert to the desktop and to every one of these channels, to all at once. Takes as long as the slowest of
/// them, about half a minute at most. The answers stand in the order of the channels, the desktop first.
pub async fn send_test(
    desktop: Arc<dyn Notifier>,
    post: Arc<dyn Post>,
    channels: Vec<Channel>,
    speech: &Speech,
    now: Timestamp,
) -> Vec<Tested> {
    let notice = notice(speech, now);
    let mut under_way = Vec::new();
    let raised = notice.clone();
    under_way.push((ChannelId::Desktop, tokio::task::spawn_blocking(move || desktop.raise(&raised))));
    for channel in channels {
        let id = channel.id();
        under_way.push((id, tokio::spawn(post.send(channel, notice.clone()))));
    }
    let mut tested = Vec::new();
    for (channel, sending) in under_way {
        let result = sending.await.unwrap_or_else(|error| Err(NotDelivered::Refused(errors::own_fault(error))));
        tested.push(Tested { channel, result });
    }
    tested
}

/// Its key is the same each time, so that the screen shows the latest alone; its id is another, so that no far end takes
/// it for one that it has.
fn notice(speech: &Speech, now: Timestamp) -> Notice {
    let text = alerts::test_notice();
    Notice {
        id: format!("test/{}", now.as_millisecond()),
        key: "test".to_owned(),
        incident: IncidentId::from_stored("test"),
        campaign: None,
        title: speech.say(&text.title),
        body: speech.say(&text.body),
        severity: Severity::Warning,
        over: true,
        buttons: Vec::new(),
        at: now,
        about: Box::default(),
    }
}
