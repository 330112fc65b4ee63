//! What the newsroom was asked: the last ten thousand requests, in memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;

/// How many requests are remembered; older ones are forgotten.
pub const LOG_LIMIT: usize = 10_000;
/// The most that is kept of a path or a header, bytes.
const TEXT_LIMIT: usize = 512;

/// One request, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// When it was answered, or read where it never is; UTC.
    pub at: Timestamp,
    /// The outlet's name.
    pub outlet: Arc<str>,
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The status that was sent; nothing where the fault was not to answer.
    pub status: Option<u16>,
    /// Whether it carried `If-None-Match` or `If-Modified-Since`.
    pub conditional: bool,
    /// `Accept-Encoding`, empty where there was none.
    pub accept_encoding: String,
    /// `User-Agent`, empty where there was none.
    pub user_agent: String,
}

/// The last requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<VecDeque<Visit>>);

impl Log {
    pub(crate) fn note(&self, visit: Visit) {
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if visits.len() == LOG_LIMIT {
            visits.pop_front();
        }
        visits.push_back(visit);
    }

    pub(crate) fn visits(&self) -> Vec<Visit> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A header or path, cut to what the log keeps.
pub(crate) fn kept(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(TEXT_LIMIT)]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_the_oldest() {
        let log = Log::default();
        for i in 0..LOG_LIMIT + 3 {
            log.note(Visit {
                at: Timestamp::UNIX_EPOCH,
                outlet: "Ledger".into(),
                method: "GET".into(),
                path: format!("/{i}"),
                status: Some(200),
                conditional: false,
                accept_encoding: String::new(),
                user_agent: String::new(),
            });
        }
        let visits = log.visits();
        assert_eq!((visits.len(), visits[0].path.as_str()), (LOG_LIMIT, "/3"));
        log.forget();
        assert!(log.visits().is_empty());
    }
}
