//! Notifications on Windows and macOS, with what notify-rust offers there. Written from its source; not yet tested on
//! either system.
//!
//! Neither can take a notification from the screen or replace one, so closing does nothing. On Windows a toast stands
//! under the name of PowerShell until an installer has registered one of our own. On macOS waiting for a click needs
//! the main run loop, which the desktop program has and the command line has not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc as answers;
use std::{io, thread};

use frontwatch_core::notify::{Button, Notice};
use frontwatch_core::text::{Message, errors};
use frontwatch_core::verdict::Severity;
use notify_rust::{Notification, NotificationHandle, NotificationResponse, Timeout};
use tokio::sync::mpsc;

use super::{APP, ButtonLabels, PATIENCE, ServerInfo, action_of, button_of, wording};
use crate::ports::{Click, NotDelivered, Notifier};

/// The most threads that wait for a person. A notice beyond them is shown, and its buttons reach nobody.
const MOST_WAITING: usize = 16;

/// The desktop's notifications.
#[derive(Debug)]
pub struct Desktop {
    labels: ButtonLabels,
    clicks: mpsc::Sender<Click>,
    waiting: Arc<AtomicUsize>,
}

impl Desktop {
    /// Nothing is asked of the system yet.
    ///
    /// `clicks` gets what a person does.
    ///
    /// # Errors
    /// None on these systems.
    pub fn new(labels: ButtonLabels, clicks: mpsc::Sender<Click>) -> io::Result<Self> {
        Ok(Self { labels, clicks, waiting: Arc::new(AtomicUsize::new(0)) })
    }

    fn dress(&self, notice: &Notice) -> Notification {
        let stays = notice.severity == Severity::Critical && !notice.over;
        let mut notification = Notification::new();
        notification
            .appname(APP)
            .summary(&wording::title(&notice.title))
            .body(&wording::body(&notice.body))
            .timeout(if stays { Timeout::Never } else { Timeout::Default });
        #[cfg(target_os = "windows")]
        if stays {
            notification.urgency(notify_rust::Urgency::Critical);
        }
        for &button in &notice.buttons {
            notification.action(action_of(button), &self.labels.of(button));
        }
        notification
    }
}

impl Notifier for Desktop {
    fn raise(&self, notice: &Notice) -> Result<(), NotDelivered> {
        let notification = self.dress(notice);
        let (key, clicks, waiting) = (notice.key.clone(), self.clicks.clone(), Arc::clone(&self.waiting));
        let (answer, answered) = answers::sync_channel(1);
        let spawned = thread::Builder::new().name("desktop-toast".to_owned()).spawn(move || {
            let shown = notification.show();
            let handle = match shown {
                Ok(handle) => handle,
                Err(error) => {
                    // Whoever asked has stopped waiting, and tries again.
                    let _ = answer.send(Err(NotDelivered::Refused(errors::as_said(&error.to_string()))));
                    return;
                }
            };
            let _ = answer.send(Ok(()));
            if waiting.fetch_add(1, Ordering::Relaxed) < MOST_WAITING {
                wait(handle, key, &clicks);
            }
            waiting.fetch_sub(1, Ordering::Relaxed);
        });
        if let Err(error) = spawned {
            return Err(NotDelivered::Refused(errors::system(&error)));
        }
        answered.recv_timeout(PATIENCE).unwrap_or_else(|_| {
            Err(NotDelivered::Refused(Message::new("notify-silent").own("seconds", PATIENCE.as_secs())))
        })
    }

    fn close(&self, _key: &str) {}
}

/// Blocks until a person has done something or the notification is gone.
fn wait(handle: NotificationHandle, key: String, clicks: &mpsc::Sender<Click>) {
    let mut pressed = None;
    let heard = handle.wait_for_response(|response: &NotificationResponse| {
        pressed = match response {
            NotificationResponse::Default => Some(Button::Open),
            NotificationResponse::Action(name) => button_of(name),
            NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => None,
        };
    });
    if let (Ok(()), Some(button)) = (heard, pressed) {
        // An error means that nobody listens to clicks any more.
        let _ = clicks.blocking_send(Click { key, button });
    }
}

/// What shows notifications here. Nothing is asked: the system is its own server.
///
/// # Errors
/// None on these systems.
pub fn probe() -> Result<ServerInfo, NotDelivered> {
    Ok(ServerInfo {
        name: std::env::consts::OS.to_owned(),
        vendor: String::new(),
        version: String::new(),
        spec: String::new(),
        capabilities: vec!["actions".to_owned(), "body".to_owned()],
    })
}
