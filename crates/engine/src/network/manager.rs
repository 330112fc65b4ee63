//! `NetworkManager`, over the system bus: two properties are read, and a signal is waited for. It is asked only while it runs,
//! and it is never asked to check anything: it tells what it knows.
//!
//! Both properties are of the object `/org/freedesktop/NetworkManager`:
//! `Connectivity` (`NMConnectivityState`) and `Metered` (`NMMetered`), as its D-Bus reference lists them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use frontwatch_core::network::Word;
use futures_util::StreamExt;
use tokio::sync::Mutex;
use zbus::message::Type;
use zbus::{Connection, MatchRule, MessageStream, OwnedVariant};

use crate::ports::{Later, Surroundings, SystemWord};

const NAME: &str = "org.freedesktop.NetworkManager";
const OBJECT: &str = "/org/freedesktop/NetworkManager";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// How long the bus and the service may take together.
const LIMIT: Duration = Duration::from_millis(900);
/// After this long a bus that was not there is looked for again, to hear of changes.
const RECONNECT: Duration = Duration::from_secs(60);

/// The service, whether it runs or not. Clones share a connection.
#[derive(Debug, Clone, Default)]
pub(super) struct NetworkManager {
    connection: Arc<Mutex<Option<Connection>>>,
}

impl NetworkManager {
    /// The connection to the system bus, made once and anew after it broke.
    async fn bus(&self) -> Option<Connection> {
        let mut kept = self.connection.lock().await;
        if kept.is_none() {
            *kept = Connection::system().await.ok();
        }
        kept.clone()
    }

    async fn read(&self) -> Option<SystemWord> {
        let bus = self.bus().await?;
        let running = has_owner(&bus).await;
        if running.is_none() {
            // The bus itself does not answer: the next question looks for it again.
            *self.connection.lock().await = None;
        }
        if !running? {
            return None;
        }
        let connectivity = property(&bus, "Connectivity").await.and_then(connectivity);
        let metered = property(&bus, "Metered").await.and_then(metered);
        Some(SystemWord { connectivity, metered })
    }

    async fn next_change(&self) -> Option<()> {
        let bus = self.bus().await?;
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender(NAME)
            .path(OBJECT)
            .interface(PROPERTIES)
            .member("PropertiesChanged")
            .build();
        let mut signals = MessageStream::for_match_rule(rule.ok()?, &bus, None).await.ok()?;
        while let Some(Ok(message)) = signals.next().await {
            let body = message.body();
            let changed: Result<(String, HashMap<String, OwnedVariant>, Vec<String>), _> = body.deserialize();
            if changed
                .is_ok_and(|(_, changed, _)| ["Connectivity", "Metered"].iter().any(|it| changed.contains_key(*it)))
            {
                return Some(());
            }
        }
        *self.connection.lock().await = None;
        None
    }
}

impl Surroundings for NetworkManager {
    fn word(&self) -> Later<SystemWord> {
        let this = self.clone();
        Box::pin(async move { tokio::time::timeout(LIMIT, this.read()).await.ok().flatten().unwrap_or_default() })
    }

    fn changed(&self) -> Later<()> {
        let this = self.clone();
        Box::pin(async move {
            while this.next_change().await.is_none() {
                tokio::time::sleep(RECONNECT).await;
            }
        })
    }
}

/// Whether the service runs; nothing where the bus does not answer.
async fn has_owner(bus: &Connection) -> Option<bool> {
    let (whom, path) = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
    let reply = bus.call_method(Some(whom), path, Some(whom), "NameHasOwner", &NAME).await.ok()?;
    reply.body().deserialize().ok()
}

async fn property(bus: &Connection, name: &str) -> Option<u32> {
    let reply = bus.call_method(Some(NAME), OBJECT, Some(PROPERTIES), "Get", &(NAME, name)).await.ok()?;
    let value: OwnedVariant = reply.body().deserialize().ok()?;
    u32::try_from(value).ok()
}

/// `NMConnectivityState`; nothing for "unknown", which it also is where checking is switched off.
fn connectivity(state: u32) -> Option<Word> {
    match state {
        1 => Some(Word::Nothing),
        2 => Some(Word::Portal),
        3 => Some(Word::Limited),
        4 => Some(Word::Full),
        _ => None,
    }
}

/// `NMMetered`: yes, no, and what it guesses of either; nothing for "unknown".
fn metered(state: u32) -> Option<bool> {
    match state {
        1 | 3 => Some(true),
        2 | 4 => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_numbers_are_read_as_its_reference_lists_them() {
        let words = [0, 1, 2, 3, 4, 5].map(connectivity);
        let expected = [None, Some(Word::Nothing), Some(Word::Portal), Some(Word::Limited), Some(Word::Full), None];
        assert_eq!(words, expected);
        assert_eq!([0, 1, 2, 3, 4].map(metered), [None, Some(true), Some(false), Some(true), Some(false)]);
    }
}
