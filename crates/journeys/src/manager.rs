//! A `NetworkManager` that says what the test wants, on a bus of the test's own.

#![expect(clippy::unused_self, reason = "the shape of an interface on the bus")]

use std::time::Duration;

use anyhow::{Context, Result};
use tokio::runtime::Runtime;
use zbus::{Connection, interface};

use crate::bus::{Bus, runtime};

const NAME: &str = "org.freedesktop.NetworkManager";
const OBJECT: &str = "/org/freedesktop/NetworkManager";

/// The service. It leaves the bus when it is dropped.
#[derive(Debug)]
pub struct Manager {
    connection: Connection,
    runtime: Runtime,
}

impl Manager {
    /// Takes the name on the bus, and says this of the internet: a number of `NMConnectivityState`.
    ///
    /// # Errors
    /// The bus is gone or has a `NetworkManager` already.
    pub fn start(bus: &Bus, connectivity: u32) -> Result<Self> {
        let runtime = runtime()?;
        let connection = runtime.block_on(async {
            let builder = zbus::connection::Builder::address(bus.address())
                .serve_at(OBJECT, State { connectivity })
                .name(NAME)
                .replace_existing_names(false);
            let built = tokio::time::timeout(Duration::from_secs(10), builder.build()).await;
            built.context("the bus does not answer")?.context("the name can't be had")
        })?;
        Ok(Self { connection, runtime })
    }

    /// Says something else from now on, and that it does.
    ///
    /// # Errors
    /// The bus is gone.
    pub fn says(&self, connectivity: u32) -> Result<()> {
        self.runtime.block_on(async {
            let state = self.connection.object_server().interface::<_, State>(OBJECT).await?;
            state.get_mut().await.connectivity = connectivity;
            let said = state.get().await;
            said.connectivity_changed(state.signal_emitter()).await?;
            Ok(())
        })
    }
}

struct State {
    connectivity: u32,
}

#[interface(name = "org.freedesktop.NetworkManager")]
impl State {
    #[zbus(property)]
    fn connectivity(&self) -> u32 {
        self.connectivity
    }

    #[zbus(property)]
    fn metered(&self) -> u32 {
        2 // NM_METERED_NO
    }
}
