//! The runtime that the programs run on which watch.

use std::io;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

/// They serve thousands of looks: judging has threads of its own.
const WORKERS: usize = 2;

/// How long a thread that may block stays without work. tokio's own 10 s is longer than the time between two looks: each idle
/// thread has its turn again before it ends, and as many stay for ever as one bad moment ever needed at once.
const IDLE: Duration = Duration::from_millis(500);

/// The runtime, with its clock and its network.
///
/// # Errors
/// The system allows no threads, or no descriptors.
pub fn new() -> io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(WORKERS).thread_keep_alive(IDLE).enable_all().build()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::{Arc, Barrier};
    use std::thread::{self, sleep};

    use super::*;

    /// 30 at once, once; then 20 a second, as 200 outlets ask for, of which the last second's are looked at.
    #[test]
    fn a_bad_moment_leaves_no_threads_behind_while_looks_go_on() {
        let runtime = new().unwrap();
        let all = Arc::new(Barrier::new(30));
        let crowd: Vec<_> = (0..30)
            .map(|_| {
                let all = Arc::clone(&all);
                runtime.spawn_blocking(move || {
                    all.wait();
                    thread::current().id()
                })
            })
            .collect();
        let crowd: HashSet<_> = crowd.into_iter().map(|one| runtime.block_on(one).unwrap()).collect();
        assert_eq!(crowd.len(), 30);
        let mut after = Vec::new();
        for _ in 0..60 {
            after.push(runtime.block_on(runtime.spawn_blocking(|| thread::current().id())).unwrap());
            sleep(Duration::from_millis(50));
        }
        let still: HashSet<_> = after[40..].iter().filter(|id| crowd.contains(id)).collect();
        assert!(still.len() < 15, "{} of 30 have their turn for ever", still.len());
    }
}
