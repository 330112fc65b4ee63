//! The few threads on which what sites send is unpacked, read and judged.
//!
//! The blocking pool would use some thirty for it, one after the other, as names are asked for there and each may hang. The
//! system's allocator keeps for each thread the most that it ever held, and a page of ten megabytes takes many more to be
//! judged: what all outlets together cost would grow with the threads, and with the days. It also leaves the computer to its
//! owner.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::task::JoinError;

/// How many pages are judged at once: as many as the computer has cores, at most four.
pub(crate) fn judges() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(4)
}

/// How many parts of pages are read at once besides: style sheets and scripts, and pictures. Each has a thread, so that no
/// page waits for a picture of sixteen million pixels.
pub(crate) const TEXTS: usize = 2;
pub(crate) const PICTURES: usize = 1;

/// Without threads of their own, as where the system allows no more, the work is done where it is asked for.
static HANDS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let named = ThreadPoolBuilder::new().num_threads(judges() + TEXTS + PICTURES).thread_name(|nth| format!("reads-{nth}"));
    named.build().inspect_err(|error| tracing::warn!(%error, "no threads for reading pages")).ok()
});

/// Does it on one of the threads, in turn.
///
/// A thread of the blocking pool waits for it, which costs little, and keeps a paused clock of a test from going on meanwhile.
///
/// # Errors
/// When the work panicked, as [`tokio::task::spawn_blocking`] says it: the threads outlive that.
pub(crate) async fn done<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, JoinError> {
    tokio::task::spawn_blocking(move || match &*HANDS {
        Some(hands) => hands.install(work),
        None => work(),
    })
    .await
}
