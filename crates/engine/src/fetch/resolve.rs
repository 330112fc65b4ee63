//! Finding a host's addresses with the system's own lookup (hosts file, mDNS, VPN and all), as the reader's browser
//! does. The standard library gives the reason of a failure as text only; here it is a kind.
//!
//! A lookup blocks a thread until the system gives up, long after the look that asked for it has: their number is
//! limited. How long a look waits is limited by its stage.

use std::net::SocketAddr;
use std::sync::Arc;

use dns_lookup::{AddrInfoHints, LookupError, LookupErrorKind, SockType};
use frontwatch_core::observation::{FailureKind, Stage};
use frontwatch_core::parts::Reach;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::sync::Semaphore;

use super::stages;

/// Lookups that may block a thread at once.
const MOST_LOOKUPS: usize = 32;

/// A name was not found.
#[derive(Debug, thiserror::Error)]
#[error("the lookup of {host:?} failed: {reason}")]
pub(super) struct NotResolved {
    /// [`FailureKind::NoSuchName`], [`FailureKind::DnsFailed`], [`FailureKind::Local`], or [`FailureKind::BadRedirect`] where it
    /// leads into a private network and may not.
    pub(super) kind: FailureKind,
    host: String,
    reason: String,
}

type Lookup = fn(&str) -> Result<Vec<SocketAddr>, NotResolved>;

/// The resolver that the HTTP clients share.
#[derive(Clone)]
pub(crate) struct SystemResolver {
    lookup: Lookup,
    slots: Arc<Semaphore>,
    /// Addresses further in than this are passed over.
    deepest: Reach,
}

impl SystemResolver {
    pub(crate) fn new() -> Self {
        Self::with(system_lookup)
    }

    fn with(lookup: Lookup) -> Self {
        Self { lookup, slots: Arc::new(Semaphore::new(MOST_LOOKUPS)), deepest: Reach::Loopback }
    }

    /// The same, which finds no address further in.
    pub(super) fn within(self, deepest: Reach) -> Self {
        Self { deepest, ..self }
    }

    pub(super) async fn addresses(self, host: String) -> Result<Vec<SocketAddr>, NotResolved> {
        stages::enter(Stage::Dns);
        let slot = self.slots.acquire_owned().await;
        let name = host.clone();
        let lookup = tokio::task::spawn_blocking(move || {
            let found = (self.lookup)(&name);
            drop(slot); // held by the thread, not by the look: a look that gave up leaves its thread behind
            found
        });
        let found = lookup.await.unwrap_or_else(|failed| {
            Err(NotResolved { kind: FailureKind::Local, host: host.clone(), reason: failed.to_string() })
        })?;
        let found = no_further_in(self.deepest, host, found)?;
        stages::enter(Stage::Connect);
        Ok(found)
    }
}

/// What a page or a redirect names by a host of its own choice must not be in the network of whoever watches it. It is asked
/// of the very addresses that are then connected to: a name that is bound anew in between gains nothing.
fn no_further_in(deepest: Reach, host: String, mut found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, NotResolved> {
    found.retain(|address| Reach::of(address.ip()) <= deepest);
    if found.is_empty() {
        let reason = "it leads into a private network, or to this computer".to_owned();
        return Err(NotResolved { kind: FailureKind::BadRedirect, host, reason });
    }
    Ok(found)
}

impl Resolve for SystemResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let addresses = self.clone().addresses(name.as_str().to_owned());
        Box::pin(async move {
            let found: Addrs = Box::new(addresses.await?.into_iter());
            Ok(found)
        })
    }
}

fn system_lookup(host: &str) -> Result<Vec<SocketAddr>, NotResolved> {
    let hints = AddrInfoHints { socktype: SockType::Stream.into(), ..AddrInfoHints::default() };
    let found = dns_lookup::getaddrinfo(Some(host), None, Some(hints)).map_err(|failed| NotResolved {
        kind: kind_of(&failed),
        host: host.to_owned(),
        reason: failed.to_string(),
    })?;
    // Entries that are no internet address are passed over.
    let addresses: Vec<SocketAddr> = found.flatten().map(|entry| entry.sockaddr).collect();
    if addresses.is_empty() {
        let reason = "it has no internet address".to_owned();
        return Err(NotResolved { kind: FailureKind::DnsFailed, host: host.to_owned(), reason });
    }
    Ok(addresses)
}

/// "No such name" is said only when the system is sure. `NoData` (the name is there, without an address) and
/// temporary failures are not that. (macOS says `NoName` without a network, too: whether this computer is online is
/// asked elsewhere before an outlet is blamed.)
fn kind_of(failed: &LookupError) -> FailureKind {
    match failed.kind() {
        LookupErrorKind::NoName => FailureKind::NoSuchName,
        LookupErrorKind::Memory => FailureKind::Local,
        _ => FailureKind::DnsFailed,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_local_name_is_found() {
        let found = system_lookup("localhost").unwrap();
        assert!(found.iter().all(|address| address.ip().is_loopback()), "{found:?}");
    }

    #[tokio::test]
    async fn a_page_cannot_name_a_host_in_a_private_network() {
        let resolver = SystemResolver::new();
        assert!(resolver.clone().addresses("localhost".to_owned()).await.is_ok());
        let refused = resolver.clone().within(Reach::Public).addresses("localhost".to_owned()).await;
        assert!(refused.is_err_and(|refused| refused.kind == FailureKind::BadRedirect));
    }

    #[tokio::test]
    async fn a_name_leads_no_further_in_than_whoever_names_it_is() {
        const CLASSES: [(&str, Reach); 5] = [
            ("93.184.216.34:0", Reach::Public),
            ("10.1.2.3:0", Reach::Private),
            ("[64:ff9b::a00:1]:0", Reach::Private),
            ("169.254.169.254:0", Reach::LinkLocal),
            ("[::ffff:127.0.0.1]:0", Reach::Loopback),
        ];
        let resolver = SystemResolver::with(|_| Ok(CLASSES.map(|(address, _)| address.parse().unwrap()).into()));
        for (_, deepest) in CLASSES {
            let found = resolver.clone().within(deepest).addresses("many.test".to_owned()).await;
            let expected: Vec<SocketAddr> =
                CLASSES.iter().filter(|(_, class)| *class <= deepest).map(|(at, _)| at.parse().unwrap()).collect();
            assert_eq!(found.unwrap_or_default(), expected, "{deepest:?}");
        }
        let inward = SystemResolver::with(|_| Ok(vec!["127.0.0.1:0".parse().unwrap()]));
        for deepest in [Reach::Public, Reach::Private, Reach::LinkLocal] {
            let refused = inward.clone().within(deepest).addresses("inward.test".to_owned()).await;
            assert!(refused.is_err_and(|refused| refused.kind == FailureKind::BadRedirect), "{deepest:?}");
        }
        frontwatch_proof::proven!(
            "names",
            "a redirect by name to a host further in",
            format!(
                "a name with addresses of {} kinds, from hosts of every kind: none further in is found",
                CLASSES.len()
            ),
            "nothing"
        );
    }

    #[tokio::test]
    async fn a_name_that_is_bound_anew_between_two_lookups_leads_no_further_in() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        const ANSWERS: [&[&str]; 7] = [
            &["93.184.216.34:0"],
            &["127.0.0.1:0"],
            &["93.184.216.34:0", "169.254.169.254:0"],
            &["[::ffff:10.0.0.1]:0"],
            &["[64:ff9b::a00:1]:0", "[fd00::1]:0"],
            &["0.0.0.0:0"],
            &["93.184.216.34:0"],
        ];
        let resolver = SystemResolver::with(|_| {
            let answer = ANSWERS[ASKED.fetch_add(1, Ordering::SeqCst)];
            Ok(answer.iter().map(|address| address.parse().unwrap()).collect())
        });
        let resolver = resolver.within(Reach::Public);
        for answer in ANSWERS {
            let found = resolver.clone().addresses("rebinding.test".to_owned()).await;
            let found = found.map(|found| found.iter().map(|at| at.ip().to_string()).collect::<Vec<_>>());
            match found {
                Ok(found) => assert_eq!(found, ["93.184.216.34"], "{answer:?}"),
                Err(refused) => {
                    assert_eq!(refused.kind, FailureKind::BadRedirect);
                    assert!(!answer.contains(&"93.184.216.34:0"), "{answer:?}");
                }
            }
        }
        frontwatch_proof::proven!(
            "names",
            "a name that is bound anew between two lookups",
            format!(
                "{} answers in a row, public, private and both: a page's part or a redirect is led to the public ones alone",
                ANSWERS.len()
            ),
            "nothing"
        );
    }

    #[tokio::test]
    async fn hung_lookups_hold_a_bounded_number_of_threads_and_time_out_in_their_stage() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let resolver = SystemResolver::with(|_| {
            STARTED.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(300));
            Ok(Vec::new())
        });
        let looks = (0..100).map(|_| {
            let resolver = resolver.clone();
            tokio::spawn(stages::run(Duration::from_millis(1), resolver.addresses("x.test".to_owned())))
        });
        for look in looks.collect::<Vec<_>>() {
            let (stage, outcome) = look.await.unwrap();
            assert_eq!(stage, Stage::Dns);
            assert!(outcome.is_err());
        }
        assert!(STARTED.load(Ordering::SeqCst) <= MOST_LOOKUPS);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_systems_codes_have_kinds() {
        // The numbers of glibc's and musl's netdb.h.
        for (code, kind) in [
            (-2, FailureKind::NoSuchName), // EAI_NONAME
            (-3, FailureKind::DnsFailed),  // EAI_AGAIN
            (-4, FailureKind::DnsFailed),  // EAI_FAIL
            (-5, FailureKind::DnsFailed),  // EAI_NODATA
            (-10, FailureKind::Local),     // EAI_MEMORY
        ] {
            assert_eq!(kind_of(&LookupError::new(code)), kind, "{code}");
        }
    }
}
