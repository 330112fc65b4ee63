//! The desktop's keychain: the Secret Service on Linux, what the system has elsewhere.
//!
//! A keychain answers when it likes: it may be waiting for a person, or hang. So each call has a thread of its own and a
//! limit, there is one at a time, and what came of it stands for a while: a person is not asked to unlock it at every look.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use serde::{Deserialize, Serialize};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{Instant, timeout, timeout_at};
use zeroize::Zeroizing;

use super::{Credential, Manner, NoSecret};
use crate::ports::{Later, Secrets};

/// Under what this program keeps its entries.
const SERVICE: &str = "frontwatch";
/// The entry with the names of all others: keychains can't be asked what they hold in one way everywhere. It is kept there
/// and not in a file, so that nobody else learns which credentials there are. No credential has a name with a space in it.
const INDEX: &str = "names of credentials";
/// How long a read credential is used without asking again.
const FRESH: Duration = Duration::from_secs(300);
/// How long it is taken for granted that there is none.
const MISSING: Duration = Duration::from_secs(30);
/// How long a keychain that is locked, silent or not there is left alone.
const ALONE: Duration = Duration::from_secs(300);

/// What the keychain said, and when.
type Read = (Instant, Result<Credential, NoSecret>);

/// The desktop's keychain. Clones share what was read.
#[derive(Clone)]
pub struct Keychain {
    /// The most that one call may take.
    limit: Duration,
    one_at_a_time: Arc<Semaphore>,
    read: Arc<Mutex<HashMap<String, Read>>>,
}

impl Keychain {
    /// A keychain whose calls take at most this long: a few seconds for a look, a minute where a person sits before it.
    pub fn new(limit: Duration) -> Self {
        Self { limit, one_at_a_time: Arc::new(Semaphore::new(1)), read: Arc::default() }
    }

    /// Another hand on the same keychain: with a limit and a place of its own, so that neither waits for the other, and what
    /// one changes the other asks for anew.
    #[must_use]
    pub fn beside(&self, limit: Duration) -> Self {
        Self { limit, one_at_a_time: Arc::new(Semaphore::new(1)), read: Arc::clone(&self.read) }
    }

    /// What was read lately.
    fn known(&self, name: &str) -> Option<Result<Credential, NoSecret>> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, result) = read.get(name)?;
        let stands = match result {
            Ok(_) => FRESH,
            Err(NoSecret::Missing(_) | NoSecret::Strange(_)) => MISSING,
            Err(_) => ALONE,
        };
        (at.elapsed() < stands).then(|| result.clone())
    }

    fn forget(&self, name: &str) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }

    /// Does something with the keychain on a thread of its own. One that hangs keeps the only place until it ends, so that
    /// there are never two.
    async fn call<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Store) -> Result<T, NoSecret> + Send + 'static,
    ) -> Result<T, NoSecret> {
        let until = Instant::now() + self.limit;
        let Ok(Ok(place)) = timeout_at(until, Arc::clone(&self.one_at_a_time).acquire_owned()).await else {
            return Err(NoSecret::Silent);
        };
        let (send, done) = oneshot::channel();
        let thread = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || {
            let result = Store::open().and_then(|store| job(&store));
            // Whoever waited has gone when this fails.
            let _ = send.send(result);
            drop(place);
        });
        if let Err(error) = thread {
            return Err(NoSecret::Unavailable(error.to_string()));
        }
        match timeout(until.saturating_duration_since(Instant::now()), done).await {
            Ok(Ok(result)) => result,
            Ok(Err(error)) => Err(NoSecret::Unavailable(error.to_string())),
            Err(_) => Err(NoSecret::Silent),
        }
    }
}

impl Secrets for Keychain {
    fn get(&self, name: &str) -> Later<Result<Credential, NoSecret>> {
        let (keychain, name) = (self.clone(), name.to_owned());
        Box::pin(async move {
            if let Some(known) = keychain.known(&name) {
                return known;
            }
            let asked = name.clone();
            let result = keychain.call(move |store| store.get(&asked)).await;
            let mut read = keychain.read.lock().unwrap_or_else(PoisonError::into_inner);
            read.insert(name, (Instant::now(), result.clone()));
            result
        })
    }

    fn set(&self, name: &str, credential: Credential) -> Later<Result<(), NoSecret>> {
        let (keychain, name) = (self.clone(), name.to_owned());
        Box::pin(async move {
            keychain.forget(&name);
            keychain
                .call(move |store| {
                    store.set(&name, &credential)?;
                    store.rename(|names| names.push(name))
                })
                .await
        })
    }

    fn remove(&self, name: &str) -> Later<Result<(), NoSecret>> {
        let (keychain, name) = (self.clone(), name.to_owned());
        Box::pin(async move {
            keychain.forget(&name);
            keychain
                .call(move |store| {
                    let removed = store.remove(&name);
                    if let Ok(()) | Err(NoSecret::Missing(_)) = removed {
                        store.rename(|names| names.retain(|known| *known != name))?;
                    }
                    removed
                })
                .await
        })
    }

    fn names(&self) -> Later<Result<Vec<String>, NoSecret>> {
        let keychain = self.clone();
        Box::pin(async move { keychain.call(Store::names).await })
    }
}

/// What stands in an entry.
#[derive(Serialize, Deserialize)]
struct Kept {
    origin: String,
    manner: Manner,
    secret: Zeroizing<String>,
}

/// An open keychain. Each call opens it anew: the service may have been started, or started again, since the last one.
struct Store(Arc<dyn CredentialStoreApi + Send + Sync>);

impl Store {
    fn open() -> Result<Self, NoSecret> {
        #[cfg(all(unix, not(target_os = "macos")))]
        let store = zbus_secret_service_keyring_store::Store::new();
        #[cfg(target_os = "macos")]
        let store = apple_native_keyring_store::keychain::Store::new();
        #[cfg(windows)]
        let store = windows_native_keyring_store::Store::new();
        Ok(Self(store.map_err(|error| failed(&error, ""))?))
    }

    fn entry(&self, name: &str) -> Result<Entry, NoSecret> {
        self.0.build(SERVICE, name, None).map_err(|error| failed(&error, name))
    }

    fn get(&self, name: &str) -> Result<Credential, NoSecret> {
        let bytes = Zeroizing::new(self.entry(name)?.get_secret().map_err(|error| failed(&error, name))?);
        // What is wrong with it is not said: the error would quote from it.
        let kept: Kept = serde_json::from_slice(&bytes).map_err(|_| NoSecret::Strange(name.to_owned()))?;
        Credential::new(&kept.origin, kept.manner, kept.secret).map_err(|_| NoSecret::Strange(name.to_owned()))
    }

    fn set(&self, name: &str, credential: &Credential) -> Result<(), NoSecret> {
        let kept =
            Kept { origin: credential.origin(), manner: credential.manner.clone(), secret: credential.secret.clone() };
        let bytes = Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| NoSecret::Strange(name.to_owned()))?);
        self.entry(name)?.set_secret(&bytes).map_err(|error| failed(&error, name))
    }

    fn remove(&self, name: &str) -> Result<(), NoSecret> {
        self.entry(name)?.delete_credential().map_err(|error| failed(&error, name))
    }

    fn names(&self) -> Result<Vec<String>, NoSecret> {
        match self.entry(INDEX)?.get_secret() {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| NoSecret::Strange(INDEX.to_owned())),
            Err(Error::NoEntry) => Ok(Vec::new()),
            Err(error) => Err(failed(&error, INDEX)),
        }
    }

    fn rename(&self, change: impl FnOnce(&mut Vec<String>)) -> Result<(), NoSecret> {
        // An index that came to harm is begun anew: the entries themselves are found by their names.
        let mut names = match self.names() {
            Err(NoSecret::Strange(_)) => Vec::new(),
            names => names?,
        };
        change(&mut names);
        names.sort_unstable();
        names.dedup();
        let bytes = serde_json::to_vec(&names).map_err(|_| NoSecret::Strange(INDEX.to_owned()))?;
        self.entry(INDEX)?.set_secret(&bytes).map_err(|error| failed(&error, INDEX))
    }
}

/// What went wrong. Errors that hold what was read are not quoted.
fn failed(error: &Error, name: &str) -> NoSecret {
    match error {
        Error::NoEntry => NoSecret::Missing(name.to_owned()),
        Error::NoStorageAccess(_) => NoSecret::Locked,
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::Ambiguous(_) => NoSecret::Strange(name.to_owned()),
        Error::PlatformFailure(why) => NoSecret::Unavailable(why.to_string()),
        // Its words may quote what was to be kept: only what kind it is stands here.
        Error::TooLong(..) => NoSecret::Unavailable("TooLong".to_owned()),
        Error::Invalid(..) => NoSecret::Unavailable("Invalid".to_owned()),
        _ => NoSecret::Unavailable("keyring".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_never_quotes_what_was_read() {
        let secret = || b"hunter2".to_vec();
        let why = || "not what was kept: hunter2".to_owned().into();
        for error in [
            Error::BadEncoding(secret()),
            Error::BadDataFormat(secret(), why()),
            Error::BadStoreFormat("hunter2".into()),
        ] {
            let said = failed(&error, "report");
            assert!(!format!("{said} {said:?}").contains("hunter2"), "{said}");
        }
    }

    #[tokio::test]
    async fn a_keychain_that_hangs_is_given_up_and_not_asked_by_a_second() {
        let keychain = Keychain::new(Duration::from_millis(100));
        let (held, release) = (Arc::clone(&keychain.one_at_a_time), oneshot::channel::<()>());
        let place = held.acquire_owned().await.unwrap();
        let began = Instant::now();
        assert_eq!(keychain.get("report").await.unwrap_err(), NoSecret::Silent);
        assert!(began.elapsed() < Duration::from_secs(2));
        drop((place, release));
        // It is left alone for a while: nobody is asked again at once.
        assert_eq!(keychain.get("report").await.unwrap_err(), NoSecret::Silent);
    }
}
