//! A tray that draws nothing: whoever puts an item into it is told that it is shown. For weighing a program alone, as a
//! real panel would share its toolkit's memory with it.

#![expect(clippy::needless_pass_by_value, clippy::unused_self, reason = "the shape of an interface on the bus")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::runtime::Runtime;
use zbus::message::Header;
use zbus::{Connection, interface};

use crate::bus::{Bus, runtime};
use crate::tray::WATCHER;

/// The watcher of tray items of a bus. It leaves the bus when it is dropped.
#[derive(Debug)]
pub struct Watcher {
    _connection: Connection,
    _runtime: Runtime,
}

impl Watcher {
    /// Takes the name on the bus.
    ///
    /// # Errors
    /// The bus is gone or has a tray already.
    pub fn start(bus: &Bus) -> Result<Self> {
        let runtime = runtime()?;
        let connection = runtime.block_on(async {
            let builder = zbus::connection::Builder::address(bus.address())
                .serve_at(WATCHER.path, Items::default())
                .name(WATCHER.whom)
                .replace_existing_names(false);
            let built = tokio::time::timeout(Duration::from_secs(10), builder.build()).await;
            built.context("the bus does not answer")?.context("the tray's name can't be had")
        })?;
        Ok(Self { _connection: connection, _runtime: runtime })
    }
}

/// The items that were registered: connection and path.
#[derive(Default)]
struct Items(Arc<Mutex<Vec<String>>>);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Items {
    fn register_status_notifier_item(&self, service: String, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        // An item says its path, or a connection whose item is at the usual one.
        let item = if service.starts_with('/') {
            format!("{sender}{service}")
        } else {
            format!("{service}/StatusNotifierItem")
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(item);
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}
