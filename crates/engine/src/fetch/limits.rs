//! How many looks go on at once: at most so many to one host, out of politeness, and so many in all; and how many large
//! bodies are held at once. First come, first served, by tokio's fair semaphores.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;

/// Hosts that are remembered before those that nobody waits for are forgotten.
const FORGET_ABOVE: usize = 256;

/// From how many bytes on a body is a large one, decoded or not: 2 MiB. Front pages are a tenth of that; with ten MiB each, a
/// hundred hostile sites would fill the memory.
pub(crate) const LARGE: usize = 2 * 1024 * 1024;
/// Large bodies that one kind of looks holds at once, until they are judged.
const LARGE_AT_ONCE: usize = 2;
/// The longest that a look waits for such a place. Whoever holds one may be slow for reasons of its own (a disk that hangs), and a
/// look that never ended would be one that is never said to be blind.
const LONGEST_WAIT: Duration = Duration::from_secs(15);

/// The limits of one kind of looks.
pub(super) struct Limits {
    per_host: usize,
    overall: Arc<Semaphore>,
    large: Arc<Semaphore>,
    hosts: Mutex<Hosts>,
}

struct Hosts {
    /// The semaphore of a host lives as long as somebody waits for it or holds a seat.
    by_name: HashMap<String, Weak<Semaphore>>,
    forget_above: usize,
}

/// The right to talk to one host, until dropped.
pub(super) struct Seat {
    host: String,
    _permits: [OwnedSemaphorePermit; 2],
}

impl Seat {
    /// Whether this seat is good for that address, too.
    pub(super) fn serves(&self, url: &Url) -> bool {
        self.host == host_of(url)
    }
}

/// The right to hold one large body.
pub(super) struct Place {
    _permit: OwnedSemaphorePermit,
}

/// A body that holds its place as long as anybody holds it.
struct Placed {
    body: Bytes,
    _place: Place,
}

impl AsRef<[u8]> for Placed {
    fn as_ref(&self) -> &[u8] {
        &self.body
    }
}

impl Place {
    /// The place is given back when the last who holds these bytes is done with them.
    pub(super) fn held_by(self, body: Bytes) -> Bytes {
        Bytes::from_owner(Placed { body, _place: self })
    }
}

impl Limits {
    /// At most `per_host` looks to one host and `overall` in all; at least 1 each.
    pub(super) fn new(per_host: usize, overall: usize) -> Self {
        let hosts = Hosts { by_name: HashMap::new(), forget_above: FORGET_ABOVE };
        Self {
            per_host: permits(per_host),
            overall: Arc::new(Semaphore::new(permits(overall))),
            large: Arc::new(Semaphore::new(LARGE_AT_ONCE)),
            hosts: Mutex::new(hosts),
        }
    }

    /// Waits for a seat. The host's comes first, so that a slow host's queue keeps no other host waiting; and who
    /// holds one seat may not wait for another, so that nobody waits for each other.
    pub(super) async fn seat(&self, url: &Url) -> Seat {
        let host = host_of(url);
        let at_host = self.host(&host);
        Seat { _permits: [permit(at_host).await, permit(Arc::clone(&self.overall)).await], host }
    }

    /// Waits for a place for a large body; none where none is free for long.
    pub(super) async fn place(&self) -> Option<Place> {
        let permit = tokio::time::timeout(LONGEST_WAIT, permit(Arc::clone(&self.large))).await;
        permit.ok().map(|permit| Place { _permit: permit })
    }

    fn host(&self, name: &str) -> Arc<Semaphore> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = hosts.by_name.get(name).and_then(Weak::upgrade) {
            return known;
        }
        if hosts.by_name.len() >= hosts.forget_above {
            hosts.by_name.retain(|_, host| host.strong_count() > 0);
            hosts.forget_above = FORGET_ABOVE.max(2 * hosts.by_name.len());
        }
        let new = Arc::new(Semaphore::new(self.per_host));
        hosts.by_name.insert(name.to_owned(), Arc::downgrade(&new));
        new
    }
}

/// The host with its port: another port is another server.
fn host_of(url: &Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default())
}

fn permits(wanted: usize) -> usize {
    wanted.clamp(1, Semaphore::MAX_PERMITS)
}

#[expect(clippy::expect_used, reason = "acquiring fails on a closed semaphore only, and none of these is ever closed")]
async fn permit(semaphore: Arc<Semaphore>) -> OwnedSemaphorePermit {
    semaphore.acquire_owned().await.expect("an open semaphore")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    async fn taken(limits: &Limits, at: &str) -> bool {
        tokio::time::timeout(Duration::from_millis(1), limits.seat(&url(at))).await.is_err()
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_host_waits_alone_and_a_full_house_for_all() {
        let limits = Limits::new(2, 3);
        let first = limits.seat(&url("http://a.test/1")).await;
        let _second = limits.seat(&url("http://a.test/2")).await;
        assert!(taken(&limits, "http://a.test:80/3").await, "a third to the same host");
        assert!(!taken(&limits, "https://a.test/").await, "another port");
        let _third = limits.seat(&url("http://b.test/")).await;
        assert!(taken(&limits, "http://c.test/").await, "a fourth in all");
        drop(first);
        assert!(!taken(&limits, "http://a.test/3").await);
    }

    #[tokio::test(start_paused = true)]
    async fn a_large_body_keeps_its_place_until_the_last_who_holds_it_is_done() {
        let limits = Limits::new(1, 1);
        let place = || async { limits.place().await.unwrap() };
        let bodies = [place().await.held_by(Bytes::from_static(b"one")), place().await.held_by(Bytes::new())];
        let taken = || async { tokio::time::timeout(Duration::from_millis(1), limits.place()).await.is_err() };
        let again = bodies[0].clone();
        drop(bodies);
        assert_eq!(&again[..], b"one");
        let _third = place().await;
        assert!(taken().await, "a part of the first is held");
        assert!(limits.place().await.is_none(), "and nobody waits for ever");
        drop(again);
        assert!(!taken().await);
    }

    #[tokio::test]
    async fn hosts_that_nobody_waits_for_are_forgotten() {
        let limits = Limits::new(1, 10_000);
        let held = limits.seat(&url("http://held.test/")).await;
        for n in 0..5_000 {
            drop(limits.seat(&url(&format!("http://{n}.test/"))).await);
        }
        assert!(limits.hosts.lock().unwrap().by_name.len() <= FORGET_ABOVE);
        assert!(held.serves(&url("http://held.test/other")));
        let again = taken(&limits, "http://held.test/").await;
        assert!(again, "a held seat is not forgotten");
    }
}
