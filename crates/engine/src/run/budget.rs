//! How many ordinary looks go on at once, over all hosts: a laptop must not open hundreds of connections because thousands of
//! pages come due together, or because every host hangs. What confirms an alarm, and what a person asked for, never waits
//! here.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::event::Purpose;

/// Ordinary looks at once. Each holds one or two connections, and a process may have 1,024 files open as a rule. Enough for
/// 5,000 watches at 60 s: 83 looks begin in a second, so that each may take one and a half.
const AT_ONCE: usize = 128;

/// The right to make looks. Clones share it.
#[derive(Debug, Clone)]
pub(super) struct Budget(Arc<Semaphore>);

impl Default for Budget {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Budget {
    /// Waits for a place, in the order asked; it is given back when it is dropped.
    pub(super) async fn place(&self, purpose: Purpose) -> Option<OwnedSemaphorePermit> {
        match purpose {
            // The semaphore is never closed: there is always a place in the end.
            Purpose::Routine | Purpose::Alerted => Arc::clone(&self.0).acquire_owned().await.ok(),
            Purpose::Confirmation | Purpose::Recheck | Purpose::Approval => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_confirms_and_what_a_person_asks_for_never_waits_behind_ordinary_looks() {
        let budget = Budget::default();
        let mut held = Vec::new();
        for _ in 0..AT_ONCE {
            held.push(budget.place(Purpose::Routine).await);
        }
        let waits = |purpose| tokio::time::timeout(Duration::from_secs(60), budget.place(purpose));
        for purpose in [Purpose::Confirmation, Purpose::Recheck, Purpose::Approval] {
            assert!(waits(purpose).await.is_ok(), "{purpose:?}");
        }
        assert!(waits(Purpose::Routine).await.is_err(), "one more than may be");
        held.pop();
        assert!(waits(Purpose::Alerted).await.is_ok_and(|place| place.is_some()));
    }
}
