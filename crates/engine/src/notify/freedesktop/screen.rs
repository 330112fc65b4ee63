//! What of ours is on the screen, and who listens to it. May not touch: how a notice looks.
//!
//! Each notification has a bus connection of its own, and servers tell what a person does to the connection that
//! raised it. Four habits of servers shape this module:
//!
//! - GNOME takes everything that a program shows from the screen when the connection that raised the *first* of it
//!   ends. That one is kept until nothing of ours is left (`anchor`).
//! - GNOME tells of a click to the connection that spoke last, and of the end to the one that spoke first. A notice
//!   that replaced another therefore has two listeners, and where a server tells everybody, the second report of one
//!   click is no second click.
//! - Most servers take a notification away that was clicked, dunst may leave it. It is then closed from here: its
//!   buttons would reach nobody.
//! - An id means nothing to a server that was started again, or means somebody else's notification. Ids are forgotten
//!   when the server's owner on the bus changes.
//!
//! A person's click can't come before the listener is there, but a server's own answer within the first millisecond
//! or so may be missed: notify-rust subscribes after it has shown. The notice then counts as shown until it is
//! replaced, closed or the oldest.

use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::text::errors;
use notify_rust::{NotificationHandle, NotificationResponse};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use super::super::{ButtonLabels, button_of};
use super::bus::{self, Server};
use super::dress::dress;
use crate::ports::{Click, NotDelivered};

/// The most notices on the screen at once: each costs a bus connection, and nobody reads more.
const MOST_SHOWN: usize = 32;

/// How long closing what was clicked may hold up the click.
const CLOSING: Duration = Duration::from_secs(1);

/// The end of one notification.
#[derive(Debug)]
pub(super) struct Ended {
    number: u64,
    /// What a person pressed, if that was the end.
    pressed: Option<Button>,
}

/// What is on the screen.
#[derive(Debug)]
pub(super) struct Screen {
    labels: ButtonLabels,
    clicks: mpsc::Sender<Click>,
    /// Where listeners report an end.
    ends: mpsc::UnboundedSender<Ended>,
    /// Oldest first.
    shown: Vec<Shown>,
    /// The connection that raised the first of what is on the screen.
    anchor: Option<Arc<NotificationHandle>>,
    /// The server that shows it.
    server: Option<Server>,
    /// For numbering.
    raised: u64,
}

/// One notice on the screen.
#[derive(Debug)]
struct Shown {
    number: u64,
    key: String,
    first: Listener,
    /// The latest to have spoken, when that is not the first.
    latest: Option<Listener>,
}

impl Shown {
    /// The one whose word the server took last.
    fn speaker(&self) -> &Listener {
        self.latest.as_ref().unwrap_or(&self.first)
    }
}

/// A connection that hears what happens to a notification, for as long as this lives.
#[derive(Debug)]
struct Listener {
    handle: Arc<NotificationHandle>,
    task: AbortHandle,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Screen {
    pub(super) fn new(labels: ButtonLabels, clicks: mpsc::Sender<Click>, ends: mpsc::UnboundedSender<Ended>) -> Self {
        Self { labels, clicks, ends, shown: Vec::new(), anchor: None, server: None, raised: 0 }
    }

    /// Shows a notice, in the place of the one with its key. May be given up at any time: what is on the screen is
    /// filed in one go, after the server has answered.
    pub(super) async fn raise(&mut self, notice: &Notice) -> Result<(), NotDelivered> {
        let bus = bus::connect().await?;
        let server = bus::server(&bus, self.server.as_ref()).await?;
        let mut notification = dress(notice, &self.labels, &server);
        if self.server.as_ref() != Some(&server) {
            self.forget_all();
            self.server = Some(server);
        }
        let place = self.shown.iter().position(|shown| shown.key == notice.key);
        if let Some(shown) = place.and_then(|place| self.shown.get(place)) {
            notification.id(shown.speaker().handle.id());
        }
        let handle = notification
            .show_async()
            .await
            .map_err(|error| NotDelivered::Refused(errors::as_said(&error.to_string())))?;
        self.keep(&notice.key, place, Arc::new(handle));
        self.make_room().await;
        Ok(())
    }

    /// Takes the notice with this key from the screen.
    pub(super) async fn close(&mut self, key: &str) {
        if let Some(place) = self.shown.iter().position(|shown| shown.key == key) {
            let shown = self.shown.remove(place);
            self.take_down(&shown).await;
            self.let_go();
        }
    }

    /// A notification has ended: clicked, closed or faded.
    pub(super) fn end(&mut self, ended: &Ended) {
        let Some(place) = self.shown.iter().position(|shown| shown.number == ended.number) else {
            return;
        };
        let Shown { key, .. } = self.shown.remove(place);
        self.let_go();
        if let Some(button) = ended.pressed {
            let clicks = self.clicks.clone();
            // Waits while the channel is full; an error means that nobody listens to clicks any more.
            tokio::spawn(async move { clicks.send(Click { key, button }).await });
        }
    }

    fn forget_all(&mut self) {
        self.shown.clear();
        self.let_go();
    }

    /// Files what was just shown.
    fn keep(&mut self, key: &str, place: Option<usize>, handle: Arc<NotificationHandle>) {
        let replaced = place.map(|place| self.shown.remove(place));
        // A server that gave another id has put a new notification beside the old one, which nobody needs to hear.
        let replaced = replaced.filter(|shown| shown.first.handle.id() == handle.id());
        let number = replaced.as_ref().map_or(self.raised, |shown| shown.number);
        self.raised += 1;
        self.anchor.get_or_insert_with(|| Arc::clone(&handle));

        let speaker = self.listen(number, handle);
        let shown = match replaced {
            Some(shown) => Shown { latest: Some(speaker), ..shown },
            None => Shown { number, key: key.to_owned(), first: speaker, latest: None },
        };
        self.shown.push(shown);
    }

    /// Listens until the notification ends.
    fn listen(&self, number: u64, handle: Arc<NotificationHandle>) -> Listener {
        let (ends, ear) = (self.ends.clone(), Arc::clone(&handle));
        let task = tokio::spawn(async move {
            let mut pressed = None;
            ear.wait_for_action_async(|response: &NotificationResponse| pressed = button(response)).await;
            if pressed.is_some() {
                // A server that hangs may show it longer; the click counts all the same.
                let _ = tokio::time::timeout(CLOSING, ear.close_async()).await;
            }
            // Fails when the thread is ending and nothing is shown any more.
            let _ = ends.send(Ended { number, pressed });
        });
        Listener { handle, task: task.abort_handle() }
    }

    /// Takes the oldest from the screen when there is one too many.
    async fn make_room(&mut self) {
        if self.shown.len() > MOST_SHOWN {
            let oldest = self.shown.remove(0);
            self.take_down(&oldest).await;
        }
    }

    async fn take_down(&self, shown: &Shown) {
        let Ok(bus) = bus::connect().await else {
            return;
        };
        if bus::owner(&bus).await == self.server.as_ref().map(|server| server.owner.clone()) {
            shown.speaker().handle.close_async().await;
        }
    }

    /// Ends the anchor's connection once it holds nothing.
    fn let_go(&mut self) {
        if self.shown.is_empty() {
            self.anchor = None;
        }
    }
}

/// The button that a response means.
fn button(response: &NotificationResponse) -> Option<Button> {
    match response {
        NotificationResponse::Default => Some(Button::Open),
        NotificationResponse::Action(name) => button_of(name),
        NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => None,
    }
}
