//! The few threads on which what sites send is unpacked, read and judged.
//!
//! The blocking pool would use some thirty for it, one after the other, as names are asked for there and each may hang. The
//! system's allocator keeps for each thread the most that it ever held, and a page of ten megabytes takes many more to be
//! judged: what all outlets together cost would grow with the threads, and with the days. It also leaves the computer to its
//! owner.

use std::sync::{Arc, LazyLock};

use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::Semaphore;
use tokio::task::JoinError;

/// How many pages are judged at once: as many as the computer has cores, at most four.
pub(crate) fn judges() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(4)
}

/// How many parts of pages are read at once besides: style sheets and scripts, and pictures. There are so many threads
/// more, so that pages which are judged do not wait for a picture of sixteen million pixels.
pub(crate) const TEXTS: usize = 2;
pub(crate) const PICTURES: usize = 1;

static HANDS: LazyLock<Hands> = LazyLock::new(Hands::new);

struct Hands {
    /// Without threads of their own, as where the system allows no more, the work is done where it is asked for.
    threads: Option<ThreadPool>,
    /// One for each thread.
    places: Arc<Semaphore>,
}

impl Hands {
    fn new() -> Self {
        let count = judges() + TEXTS + PICTURES;
        let named = ThreadPoolBuilder::new().num_threads(count).thread_name(|nth| format!("reads-{nth}"));
        let threads = named.build().inspect_err(|error| tracing::warn!(%error, "no threads for reading pages")).ok();
        Self { threads, places: Arc::new(Semaphore::new(count)) }
    }
}

/// Does it on one of the threads, in turn.
///
/// A thread of the blocking pool waits for it meanwhile, which keeps a paused clock of a test from going on.
///
/// # Errors
/// When the work panicked, as [`tokio::task::spawn_blocking`] says it: the threads outlive that.
pub(crate) async fn done<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, JoinError> {
    // The places are never closed.
    let place = Arc::clone(&HANDS.places).acquire_owned().await;
    tokio::task::spawn_blocking(move || {
        let done = match &HANDS.threads {
            Some(threads) => threads.install(work),
            None => work(),
        };
        drop(place); // held by the thread: a look that gave up leaves its thread behind
        done
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[tokio::test]
    async fn much_that_comes_at_once_is_done_on_few_threads_and_one_that_panics_leaves_them_alone() {
        let names = (0..200).map(|nth| {
            tokio::spawn(done(move || {
                assert!(nth % 50 != 7, "as the test wants it");
                std::thread::current().name().map(str::to_owned)
            }))
        });
        let mut on = BTreeSet::new();
        let mut panicked = 0;
        for done in names.collect::<Vec<_>>() {
            match done.await.expect("the task lives") {
                Ok(name) => drop(on.insert(name.expect("a name"))),
                Err(error) => panicked += usize::from(error.is_panic()),
            }
        }
        assert_eq!(panicked, 4);
        assert!(on.len() <= judges() + TEXTS + PICTURES, "{on:?}");
        assert!(on.iter().all(|name| name.starts_with("reads-")), "{on:?}");
    }

    /// As many that wait would fill the blocking pool, where names are asked for, too.
    #[test]
    fn what_waits_for_its_turn_holds_no_thread_from_others() {
        let few = judges() + TEXTS + PICTURES;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().max_blocking_threads(few + 1).build().unwrap();
        runtime.block_on(async {
            let (open, gate) = std::sync::mpsc::channel::<()>();
            let gate = Arc::new(std::sync::Mutex::new(gate));
            let waiting: Vec<_> = (0..few * 4)
                .map(|_| {
                    let gate = Arc::clone(&gate);
                    tokio::spawn(done(move || drop(gate.lock().map(|gate| gate.recv()))))
                })
                .collect();
            // Until whoever can take a thread has.
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            assert!(HANDS.places.available_permits() == 0, "as many are at work as there are threads");
            let other = tokio::task::spawn_blocking(|| "another's");
            let other = tokio::time::timeout(std::time::Duration::from_secs(20), other).await;
            drop(open);
            assert_eq!(other.expect("it does not wait for them").unwrap(), "another's");
            for done in waiting {
                done.await.expect("the task lives").expect("nothing panicked");
            }
        });
    }
}
