//! The system's clock behind the port [`Clock`]. The only place in the engine that asks what time it is.

use std::time::Duration;

use jiff::Timestamp;

use crate::ports::{Clock, Later};

/// The computer's wall clock and tokio's timer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep(&self, time: Duration) -> Later<()> {
        Box::pin(tokio::time::sleep(time))
    }
}
