//! What is normal for a watch, between its looks: encoded as for the store, which takes a fraction of the memory. An outlet
//! has up to eighty stories, each with what is normal for its page.

use std::sync::Arc;

use frontwatch_core::baseline::Baseline;

/// A baseline at rest.
#[derive(Debug, Clone)]
pub(super) struct Normal {
    version: u64,
    encoded: Arc<[u8]>,
}

impl Normal {
    pub(super) fn of(baseline: &Baseline) -> Self {
        Self { version: baseline.version(), encoded: baseline.encode().into() }
    }

    /// See [`Baseline::version`].
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// The baseline itself: some hundredths of a millisecond.
    pub(super) fn baseline(&self) -> Baseline {
        Baseline::decode(Baseline::FORMAT, &self.encoded).unwrap_or_else(|error| {
            // It was encoded here, by this version.
            tracing::error!(%error, "what is normal for a watch was lost: it is learned anew");
            let mut anew = Baseline::default();
            // Told from what it was given as by the version of both.
            anew.restored_as(self.version);
            anew
        })
    }
}
