//! The interface `org.freedesktop.Notifications` of the recorder.

use std::collections::HashMap;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use zbus::message::Header;
use zbus::{OwnedVariant, fdo, interface};

use super::{Manner, Raised, Record};
use crate::bus::texts;

/// The name on the bus, and of the interface.
pub(super) const NAME: &str = "org.freedesktop.Notifications";

/// The object.
pub(super) const PATH: &str = "/org/freedesktop/Notifications";

/// What the bus talks to.
pub(super) struct Server {
    record: Arc<Mutex<Record>>,
}

impl Server {
    pub(super) fn new(record: Arc<Mutex<Record>>) -> Self {
        Self { record }
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn manner(&self) -> Manner {
        self.record().manner
    }
}

#[interface(name = "org.freedesktop.Notifications")]
impl Server {
    #[expect(clippy::too_many_arguments, reason = "the specification's own")]
    async fn notify(
        &self,
        app: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedVariant>,
        expires: i32,
        #[zbus(header)] header: Header<'_>,
    ) -> fdo::Result<u32> {
        match self.manner() {
            Manner::Accept => {}
            Manner::Hang | Manner::Deaf => return pending().await,
            Manner::Refuse => return Err(fdo::Error::Failed("not today".to_owned())),
        }
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let mut record = self.record();
        let known = replaces != 0 && record.on_screen().iter().any(|raised| raised.id == replaces);
        let id = if known {
            replaces
        } else {
            record.last_id += 1;
            record.last_id
        };
        record.raised.push(Raised {
            id,
            replaces,
            app,
            icon,
            summary,
            body,
            actions: actions.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect(),
            urgency: hints.get("urgency").and_then(|value| u8::try_from(&**value).ok()),
            hints: texts(hints),
            expires,
            sender,
            at: Instant::now(),
        });
        Ok(id)
    }

    async fn close_notification(&self, id: u32, #[zbus(connection)] connection: &zbus::Connection) -> fdo::Result<()> {
        let shown = {
            let mut record = self.record();
            record.closed.push(id);
            let shown = record.on_screen().into_iter().find(|raised| raised.id == id);
            record.gone.push(id);
            shown
        };
        if let Some(raised) = shown {
            connection.emit_signal(Some(raised.sender), PATH, NAME, "NotificationClosed", &(id, 3_u32)).await?;
        }
        Ok(())
    }

    async fn get_capabilities(&self) -> Vec<String> {
        if self.manner() == Manner::Deaf {
            return pending().await;
        }
        self.record().abilities.0.clone()
    }

    async fn get_server_information(&self) -> (String, String, String, String) {
        if self.manner() == Manner::Deaf {
            return pending().await;
        }
        let words = ["recorder", "Frontwatch", env!("CARGO_PKG_VERSION"), "1.2"];
        words.map(str::to_owned).into()
    }
}
